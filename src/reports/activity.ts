import {
  ACTIVITY_METRICS,
  type ActivityKind,
  type ActivityMetric,
  type Direction,
  NOT_DONE,
  NOT_HELD,
  PLANNED,
  UNANSWERED,
} from '../domain/activity.ts'
import { ratio, round4, wilson } from '../domain/statistics/statistics.ts'
import { type Compared, compareJson, figuresJson, type ReportHead } from './head.ts'

export type TaskDeed = 'added' | 'done' | 'overdue' | 'stillOverdue' | 'postponed'

/** An activity as it is counted; `group` is the key of a group, null for "(none)". */
export interface Touch {
  group: string | null
  kind: ActivityKind
  direction: Direction | null
  outcome: string | null
  /** An inbound call, and we were there. */
  taken: boolean
}

/** What the store counted. */
export interface ActivityFacts {
  touches: (Touch & { n: number })[]
  tasks: { group: string | null; what: TaskDeed; n: number }[]
  won: { group: string | null; n: number }[]
  /** Clients who were called, at the group of their first call. */
  journeys: { group: string | null; met: boolean; won: boolean; n: number }[]
}

/** A share with its 95 % interval; null of nothing. */
export interface Share {
  k: number
  n: number
  rate: number | null
  low: number | null
  high: number | null
}

export interface ActivityBody extends Record<ActivityMetric, number> {
  /** Of the tasks overdue in the period those that are still not done. */
  tasksStillOverdue: number
  /** Meetings that are still to be held. */
  planned: number
  /** Meetings that were to be and did not take place. */
  notHeld: number
  won: number
  /** Of outbound calls those that were answered: all but no answer. */
  reach: Share
  /** Outbound calls by how they ended, the most frequent first; null where nobody said. */
  outcomes: { outcome: string | null; calls: number }[]
  /** Each metric by won deal; null where none was won. */
  perWon: Record<ActivityMetric, number | null>
  /** Clients called, of those the ones met since, of those the ones who signed since. */
  journey: { called: number; met: Share; contracts: Share; withoutMeeting: number }
}

export interface ActivityGroup extends ActivityBody {
  key: string | null
}

export interface ActivityReport {
  head: ReportHead
  by: string
  groups: ActivityGroup[]
  total: ActivityBody
  /** Tasks that were given to another manager in the period: each counts for whose it was when that ended. */
  tasksGiven: number
}

/** What was done, by group; `keys` are those that are there even if nothing was. Groups come in their order, then "(none)". */
export function activityReport(
  head: ReportHead,
  by: string,
  facts: ActivityFacts,
  keys: readonly string[],
  tasksGiven = 0,
): ActivityReport {
  const found = [...facts.touches, ...facts.tasks, ...facts.won, ...facts.journeys].map(({ group }) => group)
  const named = new Set(found.filter((key) => key !== null))
  const order = [...keys, ...[...named].filter((key) => !keys.includes(key)).sort()]
  const all: (string | null)[] = [...order, ...(found.includes(null) ? [null] : [])]
  const of = (key: string | null): ActivityFacts => {
    const mine = <T extends { group: string | null }>(list: readonly T[]) =>
      list.filter(({ group }) => group === key)
    return {
      touches: mine(facts.touches),
      tasks: mine(facts.tasks),
      won: mine(facts.won),
      journeys: mine(facts.journeys),
    }
  }
  return {
    head,
    by,
    groups: all.map((key) => ({ key, ...bodyOf(of(key)) })),
    total: bodyOf(facts),
    tasksGiven,
  }
}

/** The figures that are made of activities. */
export type TouchColumn = Exclude<ActivityMetric, `tasks${string}`> | 'planned' | 'notHeld'

/** Whether an activity counts in a figure. A side that nobody named is ours. */
export function countsIn(column: TouchColumn, { kind, direction, outcome, taken }: Touch): boolean {
  if (column === 'planned') return kind === 'meeting' && outcome === PLANNED
  if (column === 'notHeld') return kind === 'meeting' && outcome === NOT_HELD
  if (outcome !== null && NOT_DONE.includes(outcome)) return false
  const isIn = direction === 'in'
  switch (column) {
    case 'callsIn':
      return kind === 'call' && taken
    case 'callsOut':
      return kind === 'call' && !isIn
    case 'noAnswer':
      return kind === 'call' && !isIn && UNANSWERED.includes(outcome ?? '')
    case 'missed':
      return kind === 'call' && isIn && !taken
    case 'meetings':
      return kind === 'meeting'
    case 'emailsIn':
      return kind === 'email' && isIn
    case 'emailsOut':
      return kind === 'email' && !isIn
    case 'messages':
      return kind === 'message'
    case 'notes':
      return kind === 'note'
  }
}

function bodyOf({ touches, tasks, won: wins, journeys }: ActivityFacts): ActivityBody {
  const of = (column: TouchColumn) => sum(touches.filter((touch) => countsIn(column, touch)))
  const deeds = (what: TaskDeed) => sum(tasks.filter((task) => task.what === what))
  const [callsOut, noAnswer] = [of('callsOut'), of('noAnswer')]
  const metrics: Record<ActivityMetric, number> = {
    callsIn: of('callsIn'),
    callsOut,
    noAnswer,
    missed: of('missed'),
    meetings: of('meetings'),
    emailsIn: of('emailsIn'),
    emailsOut: of('emailsOut'),
    messages: of('messages'),
    notes: of('notes'),
    tasksAdded: deeds('added'),
    tasksDone: deeds('done'),
    tasksOverdue: deeds('overdue'),
    tasksPostponed: deeds('postponed'),
  }
  const won = sum(wins)
  const called = sum(journeys)
  const met = sum(journeys.filter((journey) => journey.met))
  return {
    ...metrics,
    tasksStillOverdue: deeds('stillOverdue'),
    planned: of('planned'),
    notHeld: of('notHeld'),
    won,
    reach: share(callsOut - noAnswer, callsOut),
    outcomes: outcomesOf(touches.filter((touch) => countsIn('callsOut', touch))),
    perWon: Object.fromEntries(
      ACTIVITY_METRICS.map((metric) => [metric, ratio(metrics[metric], won)]),
    ) as Record<ActivityMetric, number | null>,
    journey: {
      called,
      met: share(met, called),
      contracts: share(sum(journeys.filter((journey) => journey.met && journey.won)), met),
      withoutMeeting: sum(journeys.filter((journey) => !journey.met && journey.won)),
    },
  }
}

function outcomesOf(calls: ActivityFacts['touches']): ActivityBody['outcomes'] {
  const counts = new Map<string | null, number>()
  for (const { outcome, n } of calls) counts.set(outcome, (counts.get(outcome) ?? 0) + n)
  return [...counts]
    .map(([outcome, n]) => ({ outcome, calls: n }))
    .sort((a, b) => b.calls - a.calls || String(a.outcome).localeCompare(String(b.outcome), 'en'))
}

function share(k: number, n: number): Share {
  const interval = wilson(k, n)
  return { k, n, rate: ratio(k, n), low: interval?.low ?? null, high: interval?.high ?? null }
}

function sum(list: readonly { n: number }[]): number {
  return list.reduce((all, { n }) => all + n, 0)
}

/** The report as scripts read it: `voronka.activity/1`. */
export function activityJson({ report, beside }: Compared<ActivityReport>) {
  const { head, by, tasksGiven } = report
  return {
    schema: 'voronka.activity/1',
    ...head,
    by,
    tasksGiven,
    ...figuresJson(report, bodyJson),
    ...compareJson(beside, bodyJson),
  }
}

function bodyJson({
  key: _,
  reach,
  outcomes,
  perWon,
  journey,
  ...counts
}: ActivityBody & { key?: string | null }) {
  const { called, met, contracts, withoutMeeting } = journey
  return {
    ...counts,
    reachRate: round4(reach.rate),
    reachLow: round4(reach.low),
    reachHigh: round4(reach.high),
    outcomes,
    perWon: Object.fromEntries(Object.entries(perWon).map(([metric, value]) => [metric, round4(value)])),
    clients: {
      called,
      met: met.k,
      metRate: round4(met.rate),
      metLow: round4(met.low),
      metHigh: round4(met.high),
      contracts: contracts.k,
      contractRate: round4(contracts.rate),
      contractLow: round4(contracts.low),
      contractHigh: round4(contracts.high),
      contractsWithoutMeeting: withoutMeeting,
    },
  }
}
