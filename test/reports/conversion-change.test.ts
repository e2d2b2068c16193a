import { expect, test } from 'vitest'
import type { ConversionPoint, ConversionReport } from '../../src/reports/conversion.ts'
import { conversionChange, conversionCompareJson } from '../../src/reports/conversion-change.ts'

function point(label: string, created: number, won: number): ConversionPoint {
  const conversion = created === 0 ? null : won / created
  return {
    label,
    created,
    won,
    open: 0,
    young: false,
    conversion,
    low: null,
    high: null,
    steps: [],
    eventual: null,
  }
}

function report(label: string, asOf: string, points: ConversionPoint[]): ConversionReport {
  const sum = (of: (one: ConversionPoint) => number) => points.reduce((all, one) => all + of(one), 0)
  return {
    head: {
      period: { from: null, until: null, label },
      ...{ timezone: 'UTC', asOf, knownAt: null, filters: {}, currency: 'USD', lateEntries: 0 },
    },
    ...{ pipeline: 'Sales', by: 'month', points, mature: null, presumedDatesShare: null, lost: 0, open: 0 },
    ...{ lossStageUnknown: 0, openStageUnknown: 0 },
    total: point(
      label,
      sum(({ created }) => created),
      sum(({ won }) => won),
    ),
  }
}

/**
 * By hand. 30 of 100 beside 15 of 100: ad−bc = 30·85 − 15·70 = 1500; χ² = 199·1500² / (100·100·45·155) = 6.419, p =
 * 0.0113; 20 of 100 beside 20 of 100: p = 1; 12 of 40 beside 5 of 40: ad−bc = 12·35 − 5·28 = 280; χ² = 79·280² /
 * (40·40·17·63) = 3.614, p = 0.0573. Of three the least is held against 0.05/3 = 0.0167: it falls. All together 62 of
 * 240 beside 40 of 240: ad−bc = 62·200 − 40·178 = 5280; χ² = 479·5280² / (240·240·102·378) = 6.013, p = 0.0142.
 */
test('points pair by place; Holm of the points, the whole by itself; of few nothing is told', () => {
  const now = report('2026-Q3', '2026-10-01', [
    point('2026-07', 100, 30),
    point('2026-08', 100, 20),
    point('2026-09', 40, 12),
    point('2026-10', 9, 9),
  ])
  const was = report('2026-Q2', '2026-07-01', [
    point('2026-04', 100, 15),
    point('2026-05', 100, 20),
    point('2026-06', 40, 5),
  ])
  const change = conversionChange({ ...now, total: point('2026-Q3', 240, 62) }, was)
  const shown = change.points.map((pair) => [pair.now?.label, pair.was?.label, pair.change, pair.differs])
  expect(shown).toEqual([
    ['2026-07', '2026-04', 0.15, true],
    ['2026-08', '2026-05', 0, false],
    ['2026-09', '2026-06', 0.175, false],
    ['2026-10', undefined, null, null],
  ])
  expect(change.total.differs).toBe(true)
  const { period, asOf, points, total } = conversionCompareJson(was, change)
  expect([period.label, asOf, total?.won, total?.change, total?.differs]).toEqual([
    '2026-Q2',
    '2026-07-01',
    40,
    0.0917,
    true,
  ])
  expect(
    points.map(({ label, created, won, conversion, change: by, differs }) => [
      label,
      created,
      won,
      conversion,
      by,
      differs,
    ]),
  ).toEqual([
    ['2026-04', 100, 15, 0.15, 0.15, true],
    ['2026-05', 100, 20, 0.2, 0, false],
    ['2026-06', 40, 5, 0.125, 0.175, false],
  ])
})

test('with one more point held against chance the same difference is not enough', () => {
  const rest = ['b', 'c', 'd', 'e'].map((label) => point(label, 100, 20))
  const change = conversionChange(
    report('x', '2026-10-01', [point('a', 100, 30), ...rest]),
    report('y', '2026-07-01', [point('a', 100, 15), ...rest]),
  )
  // 0.0113 is more than 0.05/5.
  expect(change.points.map(({ differs }) => differs)).toEqual([false, false, false, false, false])
})
