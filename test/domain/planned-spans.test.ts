import { expect, test } from 'vitest'
import { plannedSpans } from '../../src/domain/plan/planned-spans.ts'
import { periodOf } from '../../src/domain/time/period.ts'

test('months next to each other that have plans are told together; without any there is nothing to tell', () => {
  const year = periodOf('2026-01-01', '2027-01-01')
  const plans: Readonly<Record<string, number>> = { '2026-02': 3, '2026-03': 4, '2026-11': 5 }
  expect(plannedSpans(year, ({ label }) => plans[label] ?? null)).toEqual([
    { period: periodOf('2026-02-01', '2026-04-01'), plan: 7 },
    { period: periodOf('2026-11-01', '2026-12-01'), plan: 5 },
  ])
  expect(plannedSpans(year, () => null)).toEqual([])
})
