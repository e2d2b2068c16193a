import { describe, expect, test } from 'vitest'
import { Store } from '../../src/store/store.ts'
import { salesStory, writeStory } from '../support/sales-story.ts'
import { trial } from './world.ts'

interface Row {
  label: string
  already: number
  template: number
  statistics: number
  p10: number
  p50: number
  p90: number
  newDeals: number
  overdue: number
  overdueDeals: number
}
interface Body {
  rows: Row[]
  total: Row
}

/** Day 0 is 2026-01-01; the stories are 200 days long, and July the 19th is their last. */
const DAYS = 200

function workspace(seed: number, before?: number) {
  const { run, path } = trial({ now: '2026-12-31' })
  writeStory(path('trial.db'), salesStory(seed, DAYS), before)
  const json = async (...argv: string[]) => {
    const ran = await run(['forecast', ...argv, '--format', 'json'])
    expect([ran.exit, ran.err]).toEqual([0, ''])
    return JSON.parse(ran.out)
  }
  return { run, path, json }
}

describe.each([1, 2, 3])('a firm by chance, %i', (seed) => {
  test('what comes later changes no forecast made before', async () => {
    const whole = workspace(seed)
    const [asOf, day] = ['2026-05-10', 130]
    const cut = workspace(seed, day)
    for (const argv of [
      ['2026-05', '--as-of', asOf],
      ['2026-05..2026-07', '--as-of', asOf, '--by', 'manager'],
      ['2026-Q2', '--as-of', asOf, '--by', 'week', '--manager', 'Anna'],
      ['2026-02..2026-04', '--as-of', asOf, '--backtest'],
    ])
      expect(await whole.json(...argv)).toEqual(await cut.json(...argv))
  }, 60_000)

  test('means, what is won and what is new add up over managers and periods; the quantiles are in order', async () => {
    const { json } = workspace(seed)
    const asOf = ['--as-of', '2026-06-10']
    const { groups, rows, total } = await json('2026-Q2', '--by', 'manager', ...asOf)
    for (const key of ['already', 'template', 'statistics', 'newDeals', 'overdue', 'overdueDeals'] as const) {
      const cents = (value: number) => Math.round(value * 100)
      const sum = (of: Row[]) => of.reduce((all: number, row: Row) => all + cents(row[key]), 0)
      expect(sum(groups.map((group: Body) => group.total))).toBe(cents(total[key]))
      expect(sum(rows)).toBe(cents(total[key]))
    }
    for (const row of [...rows, total, ...groups.flatMap((group: Body) => group.rows)] as Row[])
      expect([row.already, row.p10, row.p50, row.p90]).toEqual(
        [row.already, row.p10, row.p50, row.p90].sort((a, b) => a - b),
      )
    const alone = await json('2026-Q2', ...asOf)
    expect([alone.rows, alone.total]).toEqual([rows, total])
    const anna = await json('2026-Q2', '--manager', 'Anna', ...asOf)
    const hers = groups.find(({ key }: { key: string }) => key === 'Anna')
    for (const key of ['already', 'template', 'statistics', 'newDeals', 'overdue'] as const)
      expect(anna.total[key]).toBe(hers.total[key])
  }, 60_000)

  test('a backtest says what was said on the eve of each period', async () => {
    const { json } = workspace(seed)
    const { periods } = await json('2026-04..2026-06', '--backtest', '--as-of', '2026-07-19')
    for (const [label, eve] of [
      ['2026-04', '2026-03-31'],
      ['2026-05', '2026-04-30'],
      ['2026-06', '2026-05-31'],
    ] as const) {
      const made = (await json(label, '--as-of', eve)).rows[0] as Row
      const back = periods.find((period: { label: string }) => period.label === label)
      expect(Math.abs(back.said.statistics - made.statistics)).toBeLessThan(0.05)
      expect(Math.abs(back.said.template - made.template)).toBeLessThan(0.05)
    }
  }, 60_000)

  test('what is won already is the sum of the deals behind it', async () => {
    const { run, json, path } = workspace(seed)
    const asOf = ['--as-of', '2026-06-10']
    const { rows } = await json('2026-Q2', ...asOf)
    for (const { label, already } of rows as Row[]) {
      const { out } = await run([
        'forecast',
        '2026-Q2',
        ...asOf,
        '-e',
        `${label}:already`,
        '--format',
        'json',
      ])
      const deals = JSON.parse(out) as { amount: number | null; status: string }[]
      expect(deals.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(already)
      expect(deals.every(({ status }) => status === 'won')).toBe(true)
    }
    const late = await run(['forecast', '2026-Q2', ...asOf, '-e', '2026-06:overdue', '--format', 'json'])
    expect(JSON.parse(late.out)).toHaveLength(rows.at(-1).overdueDeals)
    // The same from the raw rows: deals whose last stage before the end of the day is won, by the month they came to it.
    const store = Store.open(path('trial.db'))
    const won = store.db
      .prepare(
        `select strftime('%Y-%m', h.at / 1000, 'unixepoch') as month, sum(coalesce((select value from history a
            where a.deal_id = h.deal_id and a.kind = 3 and a.at < @t order by a.at desc, a.id desc limit 1), d.amount)) / 100.0 as amount
          from history h join deals d on d.id = h.deal_id join stages s on s.id = h.value
          where h.kind = 1 and s.name = 'Won' and h.at < @t group by 1`,
      )
      .all({ t: Date.UTC(2026, 5, 11) }) as { month: string; amount: number }[]
    store.close()
    for (const { label, already } of rows as Row[])
      expect(already).toBe(won.find(({ month }) => month === label)?.amount ?? 0)
  }, 60_000)
})

test('the same bytes for the same day and seed, others for another seed; the means stay', async () => {
  const { run, json } = workspace(4)
  const argv = ['forecast', '2026-06', '--as-of', '2026-06-10', '--format', 'json']
  const [once, again] = [await run(argv), await run(argv)]
  expect(once.out).toBe(again.out)
  const other = await json('2026-06', '--as-of', '2026-06-10', '--seed', '7')
  const first = JSON.parse(once.out)
  expect([first.seed, other.seed]).toEqual([20260610, 7])
  expect(other.rows[0].statistics).toBe(first.rows[0].statistics)
  expect(other.rows).not.toEqual(first.rows)
})
