import { isBounded } from '../domain/period.ts'
import { METRICS } from '../domain/plan.ts'
import { ratio } from '../domain/statistics.ts'
import { bonusTotal } from '../reports/plan.ts'
import type { Store } from '../store/store.ts'
import { planAsked } from './plan-asked.ts'
import { type Member, planFigures } from './plan-figures.ts'
import type { ReportRequest } from './report-request.ts'

/** How the plan of revenue is met, as a fraction, and what is earned by all rules, minor units; null where there is none. */
export interface PlanStanding {
  planShare: number | null
  bonus: number | null
}

/**
 * Of every manager (row id of the survivor; null is nobody) that has a plan or a bonus in the period of a report, and of
 * all of them. Of days without a beginning or an end nothing is planned.
 */
export function planFor(
  store: Store,
  request: ReportRequest,
): { byManager: ReadonlyMap<number | null, PlanStanding>; team: PlanStanding } {
  const byManager = new Map<number | null, PlanStanding>()
  const team: PlanStanding = { planShare: null, bonus: null }
  if (!isBounded(request.period)) return { byManager, team }
  const asked = planAsked(store, request, false)
  const add = (standing: PlanStanding, { fact, plan, bonus }: Member, isRevenue: boolean) => {
    const { earned } = bonusTotal(bonus)
    if (isRevenue && plan !== undefined) standing.planShare = ratio(fact, plan.amount)
    if (earned !== null) standing.bonus = (standing.bonus ?? 0) + earned
  }
  for (const metric of METRICS) {
    const isRevenue = metric === 'revenue'
    const isPlanned = isRevenue && asked.plans.some((plan) => plan.metric === metric)
    if (!isPlanned && !asked.bonuses.some((rule) => rule.metric === metric)) continue
    const figures = planFigures(store, asked, metric)
    for (const [id, member] of figures.members) {
      const standing = byManager.get(id) ?? { planShare: null, bonus: null }
      byManager.set(id, standing)
      add(standing, member, isRevenue)
    }
    add(team, figures.team, isRevenue)
  }
  return { byManager, team }
}
