import { type BoundedPeriod, periodOf, splitPeriod } from '../time/period.ts'

/** Months next to each other that are all planned for, and the sum of their plans. */
export interface PlannedSpan {
  period: BoundedPeriod
  plan: number
}

/** Where there is no plan for all of a period: what of its months is planned. `planOf` gives the plan of a month, null where there is none. */
export function plannedSpans(
  period: BoundedPeriod,
  planOf: (month: BoundedPeriod) => number | null,
): PlannedSpan[] {
  const spans: PlannedSpan[] = []
  for (const month of splitPeriod(period, 'month', 1)) {
    const plan = planOf(month)
    if (plan === null) continue
    const last = spans.at(-1)
    if (last?.period.until === month.from) {
      last.period = periodOf(last.period.from, month.until)
      last.plan += plan
    } else spans.push({ period: month, plan })
  }
  return spans
}
