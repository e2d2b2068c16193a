import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_WORK_HOURS, isWorkTime } from '../../src/domain/time/work-hours.ts'
import { Zone } from '../../src/domain/time/zone.ts'
import { type ActivityBody, activityReport } from '../../src/reports/activity.ts'
import type { ReportHead } from '../../src/reports/head.ts'
import { activityFacts } from '../../src/store/facts/activity-facts.ts'
import { groupingOf } from '../../src/store/facts/groups.ts'
import { EVERY_DEAL } from '../../src/store/filters.ts'
import { BEGIN, type Doings, doings, startOfDay, workspaceOf } from '../support/touched.ts'

const DAY = 86_400_000
const UTC = new Zone('UTC')
const HEAD: ReportHead = {
  period: { from: null, until: null, label: 'x' },
  timezone: 'UTC',
  asOf: '2026-04-10',
  knownAt: null,
  filters: {},
  currency: 'USD',
  lateEntries: 0,
}

const isDone = (outcome: string | null) => outcome !== 'planned' && outcome !== 'not-held'

/** Every figure again, one thing after another as a person would count them off a list. */
function counted(
  all: Doings,
  from: number,
  until: number,
  t: number,
  mine: (manager: number | null) => boolean,
) {
  const end = Math.min(until, t)
  const within = (at: number | null) => at !== null && at >= from && at < end
  const touches = all.touches.filter(
    ({ at, manager, outcome }) => within(at) && mine(manager) && isDone(outcome),
  )
  const calls = touches.filter(({ kind }) => kind === 'call')
  const failed = (outcome: string | null) => outcome === 'no-answer' || outcome === 'missed'
  const lost = ({ at, outcome }: Doings['touches'][number]) =>
    failed(outcome) || (outcome === null && !isWorkTime(at, DEFAULT_WORK_HOURS, UTC))
  const n = (list: readonly unknown[]) => list.length
  const todos = all.todos.filter(({ manager }) => mine(manager))
  const overdue = todos.filter(({ due, done }) => {
    if (due === null) return false
    const at = due.day ? startOfDay(due.at) : due.at
    if (!within(at)) return false
    if (done !== null && done < t) return due.day ? done >= at + DAY : done > due.at
    return due.day ? at + DAY <= t : at < t
  })
  const dueWithin = todos.filter(({ due }) => due !== null && within(due.day ? startOfDay(due.at) : due.at))
  return {
    callsIn: n(calls.filter((call) => call.direction === 'in' && !lost(call))),
    callsOut: n(calls.filter(({ direction }) => direction !== 'in')),
    noAnswer: n(calls.filter(({ direction, outcome }) => direction !== 'in' && failed(outcome))),
    missed: n(calls.filter((call) => call.direction === 'in' && lost(call))),
    meetings: n(touches.filter(({ kind }) => kind === 'meeting')),
    emailsIn: n(touches.filter(({ kind, direction }) => kind === 'email' && direction === 'in')),
    emailsOut: n(touches.filter(({ kind, direction }) => kind === 'email' && direction !== 'in')),
    messages: n(touches.filter(({ kind }) => kind === 'message')),
    notes: n(touches.filter(({ kind }) => kind === 'note')),
    tasksAdded: n(todos.filter(({ createdAt }) => within(createdAt))),
    tasksDone: n(todos.filter(({ done }) => within(done))),
    tasksOverdue: n(overdue),
    tasksStillOverdue: n(overdue.filter(({ done }) => done === null || done >= t)),
    tasksPostponed: dueWithin.reduce((sum, { postponed }) => sum + postponed, 0),
    won: n(all.sales.filter(({ won, manager }) => within(won) && mine(manager))),
    clients: clients(all, from, end, t, mine),
  }
}

/** One client after another: their first call of the period, and what came after it. */
function clients(
  all: Doings,
  from: number,
  end: number,
  t: number,
  mine: (manager: number | null) => boolean,
) {
  const partyOf = ({ contact, deal, phone }: Doings['touches'][number], id: number) =>
    contact !== null ? `c${contact}` : deal !== null ? `d${deal}` : (phone ?? `a${id}`)
  const known = all.touches.map((touch, i) => ({ ...touch, party: partyOf(touch, i + 1), id: i + 1 }))
  const found = { called: 0, met: 0, contracts: 0, withoutMeeting: 0 }
  for (const party of new Set(known.map((touch) => touch.party))) {
    const calls = known
      .filter(
        (touch) =>
          touch.party === party &&
          touch.kind === 'call' &&
          isDone(touch.outcome) &&
          touch.at >= from &&
          touch.at < end,
      )
      .sort((a, b) => a.at - b.at || a.id - b.id)
    const [first] = calls
    if (first === undefined || !mine(first.manager)) continue
    found.called += 1
    const met = known.some(
      (touch) =>
        touch.party === party &&
        touch.kind === 'meeting' &&
        isDone(touch.outcome) &&
        touch.at >= first.at &&
        touch.at < t,
    )
    const won = all.sales.some(
      (sale, i) =>
        (party === `c${sale.contact}` || party === `d${i + 1}`) &&
        sale.won !== null &&
        sale.won >= first.at &&
        sale.won < t,
    )
    if (met) found.met += 1
    if (met && won) found.contracts += 1
    if (!met && won) found.withoutMeeting += 1
  }
  return found
}

function figures({
  reach: _,
  outcomes: __,
  perWon: ___,
  planned: ____,
  notHeld: _____,
  journey,
  ...counts
}: ActivityBody) {
  const { called, met, contracts, withoutMeeting } = journey
  return { ...counts, clients: { called, met: met.k, contracts: contracts.k, withoutMeeting } }
}

test('every figure is what counting one by one gives, for each manager and all, as of any day', () => {
  fc.assert(
    fc.property(doings, fc.nat(40), fc.nat(40), fc.nat(70), (all, first, length, asOf) => {
      const [from, until, t] = [BEGIN + first * DAY, BEGIN + (first + length) * DAY, BEGIN + asOf * DAY]
      const store = workspaceOf(all)
      const grouping = groupingOf(store, 'manager')
      if (grouping === undefined) throw new Error('managers group')
      const horizon = { t }
      const facts = activityFacts(store, { from, until, horizon, now: t, filter: EVERY_DEAL, grouping })
      const { groups, total } = activityReport(HEAD, 'manager', facts, ['Anna', 'Boris'])
      // Of several first calls at one moment any may stand for the client.
      const moments = all.touches.filter(({ kind }) => kind === 'call').map(({ at }) => at)
      fc.pre(new Set(moments).size === moments.length)
      expect(figures(total)).toEqual(counted(all, from, until, t, () => true))
      for (const [id, name] of [
        [1, 'Anna'],
        [2, 'Boris'],
      ] as const) {
        const group = groups.find(({ key }) => key === name)
        if (group === undefined) throw new Error(`${name} is there even if they did nothing`)
        const { key: _, ...body } = group
        expect(figures(body)).toEqual(counted(all, from, until, t, (manager) => manager === id))
      }
      store.close()
    }),
    { numRuns: 60 },
  )
})

test('rates carry their sample, and of no deals nothing is said for each', () => {
  const touches = [
    { group: 'Anna', kind: 'call', direction: 'out', outcome: 'answered', taken: false, n: 30 },
    { group: 'Anna', kind: 'call', direction: 'out', outcome: 'no-answer', taken: false, n: 12 },
    { group: null, kind: 'call', direction: 'out', outcome: null, taken: false, n: 8 },
  ] as const
  const { groups, total } = activityReport(
    HEAD,
    'manager',
    { touches: [...touches], tasks: [], won: [{ group: 'Anna', n: 4 }], journeys: [] },
    [],
  )
  expect(groups.map(({ key, reach, perWon }) => [key, reach.k, reach.n, perWon.callsOut])).toEqual([
    ['Anna', 30, 42, 10.5],
    [null, 8, 8, null],
  ])
  expect(total.outcomes).toEqual([
    { outcome: 'answered', calls: 30 },
    { outcome: 'no-answer', calls: 12 },
    { outcome: null, calls: 8 },
  ])
})
