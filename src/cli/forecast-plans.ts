import { foldKey } from '../domain/name.ts'
import type { BoundedPeriod } from '../domain/period.ts'
import type { PlanVersion } from '../domain/plan.ts'
import { planInForce } from '../domain/plan-in-force.ts'
import type { PlanOf } from '../reports/forecast.ts'
import type { DealFilter } from '../store/filters.ts'
import type { Grouping } from '../store/groups.ts'
import { calendarOf } from '../store/holidays.ts'
import { survivorOf } from '../store/naming.ts'
import { readPlans } from '../store/plans.ts'
import type { Store } from '../store/store.ts'
import type { ReportRequest } from './report-request.ts'

/**
 * The revenue planned for a period, known at T: of the team its own plan, else the sum of the managers'; of managers
 * asked for, the sum of theirs. A plan is for all that is sold: where the forecast is of a part, there is none.
 */
export function revenuePlans(store: Store, request: ReportRequest, grouping: Grouping | undefined): PlanOf {
  const { horizon, filter, rates, currency, asOf } = request
  const isPart = store.pipelines.length > 1 || narrowed(filter)
  const known = isPart
    ? []
    : readPlans(store.db).filter(({ metric, knownAt }) => metric === 'revenue' && knownAt < horizon.t)
  if (known.length === 0) return () => null
  const { managers, zone } = store
  const context = {
    zone,
    calendar: calendarOf(store),
    amountOf: (version: PlanVersion) =>
      rates.convert(version.amount, version.currency ?? currency, currency, asOf),
  }
  const survivor = (id: number) => survivorOf(managers, id)
  const asked = filter.managers.map((id) => (id === null ? null : survivor(id)))
  const of = (period: BoundedPeriod, owns: (version: PlanVersion) => boolean): number | null =>
    planInForce(known.filter(owns), period, context)?.amount ?? null
  const ofManagers = (period: BoundedPeriod, isTheirs: (id: number) => boolean): number | null => {
    const ids = new Set(known.flatMap(({ manager }) => (manager === null ? [] : [survivor(manager)])))
    const amounts = [...ids]
      .filter(isTheirs)
      .flatMap((id) => of(period, ({ manager }) => manager !== null && survivor(manager) === id) ?? [])
    return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0)
  }
  const labelOf = (id: number) => grouping?.label(id) ?? null
  return (period, group) => {
    if (group === undefined) {
      if (asked.length > 0) return ofManagers(period, (id) => asked.includes(id))
      const team = of(period, ({ manager, department }) => manager === null && department === null)
      return team ?? ofManagers(period, () => true)
    }
    if (group === null) return null
    if (grouping?.by === 'manager') return ofManagers(period, (id) => labelOf(id) === group)
    if (grouping?.by !== 'department') return null
    const own = of(period, ({ department }) => department !== null && foldKey(department) === foldKey(group))
    return own ?? ofManagers(period, (id) => labelOf(id) === group)
  }
}

/** Asked for less than all deals of managers. */
function narrowed(filter: DealFilter): boolean {
  const { stages, outcomes, sources, products, tags, companies, fields, amounts, created } = filter
  const lists = [stages, outcomes, sources, products, tags, companies, fields, amounts]
  return lists.some((list) => list.length > 0) || created.from !== null || created.until !== null
}
