import { METRICS, type Plan } from '../../domain/plan/plan.ts'
import { type PlannedDays, plannedDays } from '../../domain/plan/plan-in-force.ts'
import { ratio } from '../../domain/statistics/statistics.ts'
import { type BoundedPeriod, isBounded } from '../../domain/time/period.ts'
import { bonusTotal } from '../../reports/plan.ts'
import { isNarrowed } from '../../store/filters.ts'
import type { Store } from '../../store/store.ts'
import type { ReportRequest } from '../reports/request.ts'
import { planAsked } from './asked.ts'
import { planFigures } from './figures.ts'
import type { Member } from './member.ts'

/** How the plan of revenue is met, as a fraction, and what is earned by all rules, minor units; null where there is none. */
export interface PlanStanding {
  planShare: number | null
  bonus: number | null
}

/** Of whom a plan or a bonus is told: managers by row id (the survivor; null is nobody), departments by name. */
export interface PlanStandings {
  byManager: ReadonlyMap<number | null, PlanStanding>
  byDepartment: ReadonlyMap<string | null, PlanStanding>
  team: PlanStanding
  /** Of which days the plans of revenue are that these standings are held against. */
  planned: readonly PlannedDays[]
}

/**
 * Of every manager and department that has a plan or a bonus in the period of a report, and of all of them. Of days
 * without a beginning or an end nothing is planned, nor of deals of one source, product or the like.
 */
export function planFor(store: Store, request: ReportRequest): PlanStandings {
  const byManager = new Map<number | null, PlanStanding>()
  const byDepartment = new Map<string | null, PlanStanding>()
  const team: PlanStanding = { planShare: null, bonus: null }
  const planned: PlannedDays[] = []
  const { period, filter, attribution } = request
  if (!isBounded(period) || attribution === 'actor' || isNarrowed(filter))
    return { byManager, byDepartment, team, planned }
  const asked = planAsked(store, request, false)
  for (const metric of METRICS) {
    const isRevenue = metric === 'revenue'
    const isPlanned = isRevenue && asked.plans.some((plan) => plan.metric === metric && begins(plan, period))
    if (!isPlanned && !asked.bonuses.some((rule) => rule.metric === metric)) continue
    const figures = planFigures(store, asked, metric)
    for (const [id, member] of figures.members) add(standingIn(byManager, id), member, isRevenue)
    for (const [name, member] of figures.departments) add(standingIn(byDepartment, name), member, isRevenue)
    add(team, figures.team, isRevenue)
    if (!isRevenue) continue
    const members = [...figures.members.values(), ...figures.departments.values(), figures.team]
    planned.push(...plannedDays(members.flatMap(({ plan }) => plan?.parts ?? [])))
  }
  return { byManager, byDepartment, team, planned }
}

/** Of days on the first of which nothing is planned there is no plan. */
function begins({ from, until }: Plan, period: BoundedPeriod): boolean {
  return from <= period.from && until > period.from
}

function standingIn<Key>(standings: Map<Key, PlanStanding>, key: Key): PlanStanding {
  const known = standings.get(key) ?? { planShare: null, bonus: null }
  standings.set(key, known)
  return known
}

function add(standing: PlanStanding, { fact, plan, bonus }: Member, isRevenue: boolean): void {
  const { earned } = bonusTotal(bonus)
  if (isRevenue && plan !== undefined) standing.planShare = ratio(fact, plan.amount)
  if (earned !== null) standing.bonus = (standing.bonus ?? 0) + earned
}
