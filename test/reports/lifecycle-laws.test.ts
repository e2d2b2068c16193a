import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lifecycle } from '../../src/cli/reports/lifecycle.ts'
import { addDays } from '../../src/domain/time/date.ts'
import type { Store } from '../../src/store/store.ts'
import { askReport } from '../support/asking.ts'
import { type Purchase, purchases, SHOP_BEGINS, shopOf } from '../support/purchases.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Said {
  contact: number
  stage: 'lead' | 'mql' | 'sql'
  at: number
  byDay: boolean
}

const hours = fc.integer({ min: 0, max: 200 * 24 })
const said: fc.Arbitrary<Said[]> = fc.array(
  fc.record({
    contact: fc.integer({ min: 1, max: 3 }),
    stage: fc.constantFrom('lead' as const, 'mql' as const, 'sql' as const),
    at: hours.map((hour) => SHOP_BEGINS + hour * HOUR),
    byDay: fc.boolean(),
  }),
  { maxLength: 10 },
)
const day = fc.integer({ min: 0, max: 230 }).map((n) => addDays('2025-12-20', n))
const asked = fc.record({ from: day, days: fc.integer({ min: 1, max: 200 }), asOf: day })

function told(all: readonly Purchase[], steps: readonly Said[], made: readonly number[]): Store {
  const store = shopOf(all)
  store.write({ command: 'lives', now: SHOP_BEGINS - 24 * HOUR }, (operation) => {
    for (const [i, at] of made.entries()) operation.update('contacts', i + 1, { created_at: at })
    for (const { contact, stage, at, byDay } of steps)
      operation.insert('lifecycle', {
        ...{ contact_id: contact, stage, manager_id: null },
        at: byDay ? store.zone.startOfDay(store.zone.dateOf(at)) : at,
        precision: byDay ? 1 : 0,
      })
  })
  return store
}

/** Contact by contact, from the definitions. */
function slowly(
  { zone }: Store,
  all: readonly Purchase[],
  steps: readonly Said[],
  made: readonly number[],
  { from, until, asOf }: { from: string; until: string; asOf: string },
) {
  const t = zone.endOfDay(asOf)
  const within = (iso: string) => iso >= from && iso < until && iso <= asOf
  const first = (moments: { at: number; byDay: boolean }[]) => moments.sort((a, b) => a.at - b.at)[0] ?? null
  const people = [1, 2, 3].filter((id) => within(zone.dateOf(made[id - 1] ?? 0)))
  const lives = people.map((id) => {
    const of = (stage: Said['stage']) =>
      first(
        steps
          .filter((step) => step.contact === id && step.stage === stage)
          .map(({ at, byDay }) => ({ at: byDay ? zone.startOfDay(zone.dateOf(at)) : at, byDay }))
          .filter(({ at }) => at < t),
      )
    const won = all.filter(
      ({ contacts, won: at, reopened }) =>
        contacts.includes(id) && at < t && (reopened === null || reopened >= t),
    )
    const created = { at: made[id - 1] ?? 0, byDay: false }
    return [created, of('mql'), of('sql'), first(won.map(({ won: at }) => ({ at, byDay: false })))]
  })
  const reached = [0, 1, 2, 3].map(
    (k) => lives.filter((life) => life.slice(k).some((step) => step !== null)).length,
  )
  const spans = (a: number, b: number) =>
    lives
      .flatMap((life) => {
        const [start, end] = [life[a], life[b]]
        if (start == null || end == null) return []
        const calendar = (Date.parse(zone.dateOf(end.at)) - Date.parse(zone.dateOf(start.at))) / DAY
        return [start.byDay || end.byDay ? calendar : (end.at - start.at) / DAY]
      })
      .filter((days) => days >= 0)
      .sort((x, y) => x - y)
  const middle = (days: number[]) => {
    if (days.length === 0) return null
    const mean = ((days[Math.ceil(days.length / 2) - 1] ?? 0) + (days[Math.floor(days.length / 2)] ?? 0)) / 2
    return Math.round(mean * 1e4) / 1e4
  }
  return {
    contacts: people.length,
    reached,
    days: [0, 1, 2].map((k) => middle(spans(k, k + 1))),
    whole: middle(spans(0, 3)),
  }
}

test('every step is what looking at each contact gives, at any T; groups add up; a figure opens into its contacts', async () => {
  const made = fc.array(
    hours.map((hour) => SHOP_BEGINS + hour * HOUR),
    { minLength: 3, maxLength: 3 },
  )
  await fc.assert(
    fc.asyncProperty(purchases, said, made, asked, async (all, steps, moments, { from, days, asOf }) => {
      const store = told(all, steps, moments)
      const until = addDays(from, days)
      const ask = (more = {}) =>
        askReport(lifecycle, store, `${from}..${addDays(until, -1)}`, { asOf, ...more })
      const json = (await ask({ by: 'month' })).json()
      const stages = json.stages as { reached: number; here: number; medianDays: number | null }[]
      const wanted = slowly(store, all, steps, moments, { from, until, asOf })
      expect({
        contacts: json.contacts,
        reached: stages.map(({ reached }) => reached),
        days: stages.slice(0, 3).map(({ medianDays }) => medianDays),
        whole: json.medianDays,
      }).toEqual(wanted)
      for (const [k, { reached }] of stages.entries())
        expect(json.groups.reduce((n: number, group: typeof json) => n + group.stages[k].reached, 0)).toBe(
          reached,
        )
      expect((await ask({ explain: 'sql' })).json().length).toBe(wanted.reached[2])
      expect((await ask({ explain: 'mql:here' })).json().length).toBe(stages[1]?.here)
    }),
    { numRuns: 60 },
  )
})
