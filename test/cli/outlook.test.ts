import { expect, test } from 'vitest'
import { outlooksOf } from '../../src/cli/forecast/outlook.ts'
import type { ReportRequest } from '../../src/cli/reports/request.ts'
import { Rates } from '../../src/domain/rates.ts'
import { parsePeriod } from '../../src/domain/time/period.ts'
import { EVERY_DEAL } from '../../src/store/filters.ts'
import { Store } from '../../src/store/store.ts'
import { salesStory, writeStory } from '../support/sales-story.ts'
import { trial } from './world.ts'

const { run, path } = trial({ now: '2026-12-31' })
writeStory(path('trial.db'), salesStory(5, 200))
const store = Store.open(path('trial.db'))

function request(asOf: string): ReportRequest {
  const [pipeline] = store.pipelines
  if (pipeline === undefined) throw new Error('no pipeline')
  const period = parsePeriod('2026-06', { today: asOf, weekStart: 1 })
  return {
    pipeline,
    period,
    asOf,
    horizon: { t: store.zone.endOfDay(asOf) },
    filter: EVERY_DEAL,
    grouping: undefined,
    attribution: 'owner',
    currency: 'USD',
    rates: new Rates('USD', []),
    echo: {},
    head: {
      ...{ period, timezone: 'UTC', asOf, knownAt: null },
      ...{ filters: {}, currency: 'USD', lateEntries: 0 },
    },
  }
}

test('the outlook is the forecast, and the means of managers add up to it', async () => {
  const { managers, of, seed } = outlooksOf(store, request('2026-06-10'), 'revenue')
  const whole = of(managers)
  const { out } = await run(['forecast', '2026-06', '--as-of', '2026-06-10', '--format', 'json'])
  const { rows, seed: typed } = JSON.parse(out)
  const { already, statistics, p10, p50, p90 } = rows[0]
  expect(seed).toBe(typed)
  expect([whole.already, whole.mean, whole.p10, whole.p50, whole.p90]).toEqual(
    [already, statistics, p10, p50, p90].map((major: number) => Math.round(major * 100)),
  )
  expect(managers.reduce<number>((sum, id) => sum + of([id]).mean, 0)).toBe(whole.mean)
})

test('a target below what is won already is met, one beyond all runs is not; the higher, the less likely', () => {
  const { managers, of } = outlooksOf(store, request('2026-06-10'), 'revenue')
  const whole = of(managers)
  const targets = [0, whole.already, whole.p10, whole.p50, whole.p90, whole.p90 * 10]
  const chances = targets.map((target) => whole.chanceOf(target))
  expect(chances).toEqual([...chances].sort((a, b) => b - a))
  expect([chances[0], chances[1], chances.at(-1)]).toEqual([1, 1, 0])
  expect(whole.chanceOf(whole.p50)).toBeGreaterThanOrEqual(0.5)
  expect(whole.chanceOf(whole.p50 + 1)).toBeLessThanOrEqual(0.5)
})

test('of a period that is over it is what it was, in money and in deals', () => {
  const [money, deals] = (['revenue', 'won'] as const).map((metric) => {
    const { managers, of } = outlooksOf(store, request('2026-07-10'), metric)
    return of(managers)
  })
  for (const one of [money, deals]) {
    if (one === undefined) throw new Error('no outlook')
    expect([
      one.mean,
      one.p10,
      one.p50,
      one.p90,
      one.chanceOf(one.already),
      one.chanceOf(one.already + 1),
    ]).toEqual([...[one.already, one.already, one.already, one.already], ...[1, 0]])
  }
  const won = Number(
    store.db
      .prepare(
        "select count(*) from deal_state where outcome = 1 and strftime('%Y-%m', closed_at / 1000, 'unixepoch') = '2026-06'",
      )
      .pluck()
      .get(),
  )
  expect(deals?.already).toBe(won)
})
