import { foldKey } from '../../domain/names/name.ts'
import type { BoundedPeriod } from '../../domain/time/period.ts'
import type { PlanOf } from '../../reports/forecast.ts'
import type { Grouping } from '../../store/facts/groups.ts'
import { isNarrowed } from '../../store/filters.ts'
import { survivorOf } from '../../store/naming/naming.ts'
import type { Store } from '../../store/store.ts'
import { planAsked } from '../plan/asked.ts'
import { Plans, sumOfPlans } from '../plan/owners.ts'
import type { ReportRequest } from '../reports/request.ts'

/**
 * The revenue planned for a period, known at T: of the team its own plan, else the sum of the managers'; of managers
 * asked for, the sum of theirs. A plan is for all that is sold: where the forecast is of a part, there is none.
 */
export function revenuePlans(store: Store, request: ReportRequest, grouping: Grouping | undefined): PlanOf {
  const { filter } = request
  if (store.pipelines.length > 1 || isNarrowed(filter)) return () => null
  const asked = planAsked(store, request, false)
  const whose = filter.managers.map((id) => (id === null ? null : survivorOf(store.managers, id)))
  const labelOf = (id: number) => grouping?.label(id) ?? null
  const known = new Map<string, Plans>()
  const plansOf = (period: BoundedPeriod) => {
    const key = `${period.from} ${period.until}`
    const plans = known.get(key) ?? new Plans(store, { ...asked, period }, 'revenue')
    known.set(key, plans)
    return plans
  }
  return (period, group) => {
    const plans = plansOf(period)
    const ofManagers = (isTheirs: (id: number) => boolean) =>
      sumOfPlans(plans.managers(isTheirs).flatMap((id) => plans.ofManager(id) ?? []))
    const planned = () => {
      if (group === undefined)
        return whose.length > 0
          ? ofManagers((id) => whose.includes(id))
          : (plans.ofTeam() ?? ofManagers(() => true))
      if (group === null) return undefined
      if (grouping?.by === 'manager') return ofManagers((id) => labelOf(id) === group)
      if (grouping?.by !== 'department') return undefined
      return plans.ofDepartment(group) ?? ofManagers((id) => foldKey(labelOf(id) ?? '') === foldKey(group))
    }
    return planned()?.amount ?? null
  }
}
