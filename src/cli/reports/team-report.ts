import { outcomeStage, stagesAt } from '../../domain/pipeline.ts'
import { boundsOf } from '../../domain/time/period.ts'
import { type ActivityBody, activityReport } from '../../reports/activity.ts'
import { FunnelCounter } from '../../reports/funnel.ts'
import type { FunnelDeal } from '../../reports/funnel-rules.ts'
import {
  type TeamBody,
  TeamCounter,
  type TeamDeeds,
  type TeamReport,
  type TeamStage,
  teamReport,
} from '../../reports/team.ts'
import { callJourneys, touchCounts } from '../../store/facts/activity-facts.ts'
import type { Grouping } from '../../store/facts/groups.ts'
import { byLastMove, eachTeamDeal, type TeamQuery } from '../../store/facts/team-facts.ts'
import type { Store } from '../../store/store.ts'
import type { TouchQuery } from '../../store/touches/query.ts'
import { funnelReport } from '../funnel/report.ts'
import { type PlanStanding, type PlanStandings, planFor } from '../plan/for.ts'
import type { ReportRequest } from './request.ts'
import { costsBesideTeam } from './weakest.ts'

/** What `team` is asked: by manager or by department. */
export interface TeamRequest extends ReportRequest {
  grouping: Grouping
  by: 'manager' | 'department'
  /** The present, or the end of T's day: for what is counted in hours. */
  now: number
  /** A pipeline was named: then calls and meetings are those about its deals, else all. */
  isPipelineNamed: boolean
}

/** Asks the store for facts and counts them. `also` are groups that are there whatever they have. */
export function countTeam(store: Store, request: TeamRequest, also: readonly string[] = []): TeamReport {
  const { attribution, pipeline, by, head } = request
  const counted = countDeals(store, request)
  const funnel = attribution === 'actor' ? funnelReport(store, request, 'cohort') : undefined
  const stages = new Map(funnel?.groups?.map(({ key, stages: rows }) => [key, rows]))
  const deeds = countDeeds(store, request)
  const standings = planFor(store, plannedRequest(request))
  const keys = new Set([
    ...also,
    ...present(store, request),
    ...counted.groups.keys(),
    ...stages.keys(),
    ...deeds.groups.keys(),
  ])
  const bodyOf = (key: string | null): TeamBody => ({
    ...(counted.groups.get(key) ?? counted.none).body(deeds.groups.get(key), stages.get(key)),
    ...standingOf(standings, request, key),
  })
  const bodies = new Map([...keys].map((key) => [key, bodyOf(key)]))
  const total = { ...counted.total.body(deeds.total, funnel?.stages), ...standings.team }
  const created = funnel?.totals ?? counted.total.created()
  const { planned } = standings
  const of = { head, pipeline: pipeline.name, attribution, by, created, planned }
  return priced(store, request, teamReport(of, bodies, total))
}

interface CountedDeals {
  groups: Map<string | null, TeamCounter>
  total: TeamCounter
  /** Of a group without deals. */
  none: TeamCounter
}

/** What each group wanted has won, lost and open, and the funnel of what was created where deals are their owners'. */
function countDeals(store: Store, request: TeamRequest): CountedDeals {
  const { attribution, pipeline, horizon } = request
  const ordered = stagesAt(pipeline, horizon.t)
  const won = outcomeStage(pipeline, 'won').name
  const counter = () => new TeamCounter(new FunnelCounter('cohort', ordered, won))
  const groups = new Map<string | null, TeamCounter>()
  const group = (key: string | null) => {
    const known = groups.get(key)
    if (known !== undefined) return known
    const made = counter()
    groups.set(key, made)
    return made
  }
  const wanted = wantedKeys(request)
  const isWanted = (key: string | null) => wanted === undefined || wanted.has(key)
  const amount = amountsOf(store, request)
  const seen: FunnelDeal = { stage: 0, outcome: 'open', visited: 0, presumed: 0, amount: 0 }
  eachTeamDeal(store, teamQuery(store, request), {
    won: (deal) => {
      if (isWanted(deal.group)) group(deal.group).addWon(amount(deal, deal.closedAt), deal.span)
    },
    other: (deal) => {
      if (isWanted(deal.group)) group(deal.group).addOther(deal.outcome, amount(deal, null))
    },
    ...(attribution === 'owner' && {
      created: ({ group: key, outcome, visited, presumed }) => {
        seen.outcome = outcome
        seen.visited = visited
        seen.presumed = presumed
        group(key).addCreated(seen)
      },
    }),
  })
  const total = counter()
  for (const one of groups.values()) total.addAll(one)
  return { groups, total, none: counter() }
}

/** With what each stage costs that is below those of all the others; a stage credited by its entries has no price. */
function priced(store: Store, request: TeamRequest, report: TeamReport): TeamReport {
  const isBelow = ({ differs }: TeamStage) => differs === 'below'
  if (request.attribution === 'actor' || !report.groups.some(({ stages }) => stages.some(isBelow)))
    return report
  const costs = costsBesideTeam(store, request)
  const groups = report.groups.map((group) => ({
    ...group,
    stages: group.stages.map((row, k) => ({
      ...row,
      cost: isBelow(row) ? (costs.get(group.key)?.[k] ?? null) : null,
    })),
  }))
  return { ...report, groups }
}

/** Plans are of all pipelines, unless one is named. */
function plannedRequest({ filter, isPipelineNamed, ...request }: TeamRequest): ReportRequest {
  return { ...request, filter: isPipelineNamed ? filter : { ...filter, pipeline: null } }
}

/** How the plan of a group is met, and what is earned in it. */
function standingOf(
  standings: PlanStandings,
  { by, grouping }: TeamRequest,
  key: string | null,
): PlanStanding {
  const none = { planShare: null, bonus: null }
  if (by === 'department') return standings.byDepartment.get(key) ?? none
  for (const [id, standing] of standings.byManager) if (grouping.label(id) === key) return standing
  return none
}

/** The question of a team report to the store; a filter by manager is of whoever deals are credited to. */
function teamQuery(store: Store, request: TeamRequest): TeamQuery {
  const { pipeline, horizon, period, filter, attribution, grouping } = request
  const isCredited = attribution === 'actor'
  return {
    pipeline,
    horizon,
    ...boundsOf(period, store.zone),
    filter: { ...filter, ...(isCredited && { managers: [] }) },
    grouping: isCredited ? byLastMove(grouping) : grouping,
  }
}

/** The keys of the managers asked for, where a deal is credited to them and not theirs; undefined is everyone. */
export function wantedKeys({ attribution, filter, grouping }: TeamRequest): Set<string | null> | undefined {
  if (attribution === 'owner' || filter.managers.length === 0) return undefined
  return new Set(filter.managers.map((id) => grouping.label(id)))
}

/** In the report's currency: a won deal at the rate of its day, any other at T's. */
export function amountsOf(
  store: Store,
  { rates, currency, asOf }: TeamRequest,
): (deal: { amount: number | null; currency: string }, wonAt: number | null) => number | null {
  const { zone } = store
  return ({ amount, currency: own }, wonAt) => {
    if (amount === null || own === currency) return amount
    return rates.convert(amount, own, currency, wonAt === null ? asOf : zone.dateOf(wonAt))
  }
}

/** Who did nothing is to be seen too: those asked for, else everyone at work. */
function present(store: Store, { filter, grouping, by }: TeamRequest): (string | null)[] {
  const { managers } = filter
  const ids =
    managers.length > 0
      ? managers
      : store.managers.filter(({ active, mergedInto }) => active && mergedInto === null).map(({ id }) => id)
  const keys = ids.map((id) => grouping.label(id))
  return by === 'department' ? keys.filter((key) => key !== null) : keys
}

interface Deeds {
  groups: Map<string | null, TeamDeeds>
  total: TeamDeeds
}

/** Calls and meetings. */
function countDeeds(store: Store, request: TeamRequest): Deeds {
  const query = touchQuery(store, request)
  const facts = {
    touches: touchCounts(store, query),
    journeys: callJourneys(store, query),
    tasks: [],
    won: [],
  }
  const done = activityReport(request.head, request.by, facts, [])
  const of = ({ callsIn, callsOut, meetings, journey }: ActivityBody): TeamDeeds => ({
    calls: callsIn + callsOut,
    callsIn,
    callsOut,
    meetings,
    contracts: journey.contracts.k,
  })
  return {
    groups: new Map(done.groups.map((group) => [group.key, of(group)])),
    total: of(done.total),
  }
}

/** The same question to activities: of all pipelines, unless one was named. */
export function touchQuery(store: Store, request: TeamRequest): TouchQuery {
  const { grouping, filter, isPipelineNamed, now, horizon, period, pipeline } = request
  return {
    ...boundsOf(period, store.zone),
    horizon,
    now,
    filter: { ...filter, pipeline: isPipelineNamed ? pipeline.id : null },
    grouping,
  }
}
