import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_WORK_HOURS, isWorkTime } from '../../src/domain/time/work-hours.ts'
import { Zone } from '../../src/domain/time/zone.ts'
import { type Inquiry, inquiriesOf, responseReport } from '../../src/reports/response.ts'
import { inquiryItems } from '../../src/store/facts/response-facts.ts'
import { EVERY_DEAL } from '../../src/store/filters.ts'
import { BEGIN, type Doings, doings, startOfDay, type Touch, workspaceOf } from '../support/touched.ts'

const DAY = 86_400_000
const UTC = new Zone('UTC')

interface Turn {
  at: number
  answeredAt: number | null
  order: number
  id: number
}

/** Whoever turned to us, again: each client's turns in the order of time, each with its answer looked for in all that came later. */
function turnsOf(all: Doings, t: number): Map<string, Turn[]> {
  const known = all.touches
    .map((touch, i) => ({ ...touch, id: i + 1 }))
    .filter(({ at, outcome }) => at < t && outcome !== 'planned' && outcome !== 'not-held')
  const partyOf = ({ contact, deal, phone, id }: Touch & { id: number }) =>
    contact !== null ? `c${contact}` : deal !== null ? `d${deal}` : (phone ?? `a${id}`)
  const failed = ({ outcome }: Touch) => outcome === 'missed' || outcome === 'no-answer'
  const off = ({ at }: Touch) => !isWorkTime(at, DEFAULT_WORK_HOURS, UTC)
  const isIn = ({ direction }: Touch) => direction === 'in'
  const written = ({ kind }: Touch) => kind === 'email' || kind === 'message'
  const taken = (one: Touch) =>
    one.kind === 'call' && isIn(one) && !failed(one) && !(one.outcome === null && off(one))
  const missed = (one: Touch) =>
    one.kind === 'call' &&
    isIn(one) &&
    (one.outcome === 'missed' || ((one.outcome === null || one.outcome === 'no-answer') && off(one)))
  const called = (one: Touch) => (one.kind === 'call' && !isIn(one)) || taken(one)
  const reached = (one: Touch) => called(one) || (written(one) && !isIn(one)) || one.kind === 'meeting'
  const turns = new Map<string, Turn[]>()
  const add = (party: string, turn: Turn) => turns.set(party, [...(turns.get(party) ?? []), turn])
  for (const one of known) {
    const waits = missed(one) || (written(one) && isIn(one))
    if (!waits && !taken(one)) continue
    const later = known
      .filter(
        (other) =>
          partyOf(other) === partyOf(one) &&
          (other.at > one.at || (other.at === one.at && other.id > one.id)),
      )
      .filter(missed(one) ? called : reached)
      .map(({ at }) => at)
    const answeredAt = taken(one) ? one.at : later.length === 0 ? null : Math.min(...later)
    add(partyOf(one), { at: one.at, answeredAt, order: 0, id: one.id })
  }
  for (const [i, sale] of all.sales.entries()) {
    if (sale.at >= t) continue
    const all = known
      .filter(reached)
      .filter(
        ({ deal, contact }) =>
          deal === i + 1 || (deal === null && contact !== null && contact === sale.contact),
      )
      .map(({ at }) => at)
    const attempts = all.filter((at) => at >= sale.at)
    // What somebody enters by hand came of what was said that day.
    const before = all.filter((at) => at < sale.at && startOfDay(at) === startOfDay(sale.at))
    const moved = [sale.moved, sale.won].find((at) => at !== null && at < t) ?? null
    const answers = moved === null ? attempts : [...attempts, moved]
    const first = answers.length === 0 ? null : Math.min(...answers)
    const answeredAt = before.length === 0 ? first : Math.max(...before)
    const party = sale.contact === null ? `d${i + 1}` : `c${sale.contact}`
    add(party, { at: sale.at, answeredAt, order: 1, id: i + 1 })
  }
  for (const list of turns.values()) list.sort((a, b) => a.at - b.at || a.order - b.order || a.id - b.id)
  return turns
}

/** Turn after turn: one that comes before the first answer to those before it belongs to them. */
function merged(turns: readonly Turn[]): [number, number | null][] {
  const inquiries: [number, number | null][] = []
  for (let i = 0; i < turns.length; ) {
    const begun = turns[i]?.at ?? 0
    const given = turns[i]?.answeredAt ?? null
    let answer = given === null ? null : Math.max(begun, given)
    let k = i + 1
    for (; k < turns.length; k++) {
      const next = turns[k]
      if (next === undefined || (answer !== null && next.at > answer)) break
      if (next.answeredAt !== null && next.answeredAt >= begun)
        answer = answer === null ? next.answeredAt : Math.min(answer, next.answeredAt)
    }
    inquiries.push([begun, answer])
    i = k
  }
  return inquiries
}

const days = fc.integer({ min: 1, max: 70 })

test('inquiries and their answers are what looking for each one gives, of any period as of any day', () => {
  fc.assert(
    fc.property(doings, days, fc.option(days), fc.option(days), (all, asOf, first, last) => {
      const t = BEGIN + asOf * DAY
      const from = first === null ? null : BEGIN + first * DAY
      const until = last === null ? null : BEGIN + last * DAY
      const began = (at: number) => from === null || at >= from
      const store = workspaceOf(all)
      const items = inquiryItems(store, { from, until, horizon: { t }, filter: EVERY_DEAL })
      const found = inquiriesOf(items)
        .filter(({ at }) => began(at))
        .map(({ party, at, answeredAt }) => [party, at, answeredAt])
      const wanted = [...turnsOf(all, t)].flatMap(([party, turns]) =>
        merged(turns.filter(({ at }) => at < (until ?? t)))
          .filter(([at]) => began(at))
          .map((inquiry) => [party, ...inquiry]),
      )
      expect(found.sort()).toEqual(wanted.sort())
      store.close()
    }),
    { numRuns: 150 },
  )
})

const MINUTE = 60_000

/** So many inquiries of a manager that were answered after so many minutes; null still wait. */
function inquiriesOn(manager: number, n: number, minutes: number | null, exact = true): Inquiry[] {
  return Array.from({ length: n }, (_, id) => ({
    ...{ party: `c${manager}-${id}`, at: BEGIN, exact, manager, kind: 'call' as const, id },
    answeredAt: minutes === null ? null : BEGIN + minutes * MINUTE,
  }))
}

const HEAD = {
  ...{ period: { from: null, until: null, label: 'all' }, timezone: 'UTC', asOf: '2026-03-01' },
  ...{ knownAt: null, filters: {}, currency: 'EUR', lateEntries: 0 },
}

const reportAt = (inquiries: readonly Inquiry[], minutes: number, by = 'manager') =>
  responseReport(HEAD, by, inquiries, ({ manager }) => `m${manager}`, BEGIN + minutes * MINUTE)

/**
 * In time 5 of 11 beside 38 of 40: ad−bc = 5·2 − 6·38 = −218; χ² = 51·218² / (11·40·43·8) = 16.013; times 50/51 = 15.699,
 * so p = 0.0001: below the 0.05/2 of the first of two tests, and of the other, which is the same from the other side.
 */
test('who is late more often than the others is first, and told apart from them', () => {
  const all = [
    ...inquiriesOn(1, 38, 0),
    ...inquiriesOn(1, 2, 16),
    ...inquiriesOn(2, 5, 15),
    ...inquiriesOn(2, 6, 15.1),
  ]
  const { groups, slowest } = reportAt(all, 1000)
  expect(groups.map(({ key, late, timed, differs }) => [key, late, timed, differs])).toEqual([
    ['m2', 6, 11, 'below'],
    ['m1', 2, 40, 'above'],
  ])
  expect(slowest).toBe('m2')
  expect(reportAt(all, 1000, 'week').groups.map(({ key }) => key)).toEqual(['m1', 'm2'])
})

test('named is the largest share of at least ten, whoever is later of fewer', () => {
  const some = [
    ...inquiriesOn(1, 6, 0),
    ...inquiriesOn(1, 3, 16),
    ...inquiriesOn(2, 18, 0),
    ...inquiriesOn(2, 8, 16),
  ]
  expect(reportAt([...some, ...inquiriesOn(3, 30, 0)], 1000).slowest).toBe('m2')
  expect(
    reportAt([...inquiriesOn(1, 4, 0), ...inquiriesOn(1, 2, 16), ...inquiriesOn(2, 9, 0)], 1000).slowest,
  ).toBeUndefined()
})

test('those that wait are late once they have waited too long; moments that are days are neither', () => {
  const all = [...inquiriesOn(1, 3, null), ...inquiriesOn(2, 4, 90, false), ...inquiriesOn(2, 1, 1)]
  const told = (minutes: number) =>
    reportAt(all, minutes).groups.map(({ key, late, timed, undecided }) => [key, late, timed, undecided])
  expect(told(15)).toEqual([
    ['m2', 0, 1, 0],
    ['m1', 0, 0, 3],
  ])
  expect(told(16)).toEqual([
    ['m1', 3, 3, 0],
    ['m2', 0, 1, 0],
  ])
})
