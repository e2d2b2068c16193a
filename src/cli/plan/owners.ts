import { foldKey } from '../../domain/names/name.ts'
import type { Metric, PlanVersion } from '../../domain/plan/plan.ts'
import { type PlanInForce, planInForce } from '../../domain/plan/plan-in-force.ts'
import { addDays } from '../../domain/time/date.ts'
import { survivorOf } from '../../store/naming/naming.ts'
import type { Store } from '../../store/store.ts'
import { earlier } from '../reports/request.ts'
import type { PlanAsked } from './asked.ts'

/** The plans of one metric by whose they are. */
export class Plans {
  readonly #versions: readonly PlanVersion[]

  constructor(
    private readonly store: Store,
    private readonly asked: PlanAsked,
    metric: Metric,
  ) {
    this.#versions = asked.plans.filter((plan) => plan.metric === metric)
  }

  managers(): (number | null)[] {
    const ids = this.#versions.flatMap(({ manager }) => (manager === null ? [] : this.#survivor(manager)))
    return [...new Set(ids)].filter((id) => this.ofManager(id) !== undefined)
  }

  departments(): string[] {
    const known = new Set(this.store.managers.flatMap(({ department }) => department ?? []))
    const names = this.#versions.flatMap(({ department }) => department ?? [])
    const named = (name: string) => [...known].find((one) => foldKey(one) === foldKey(name)) ?? name
    return [...new Set(names.map(named))].filter((name) => this.ofDepartment(name) !== undefined)
  }

  ofManager(id: number | null): PlanInForce | undefined {
    if (id === null) return undefined
    return this.#inForce(({ manager }) => manager !== null && this.#survivor(manager) === id)
  }

  ofDepartment(name: string): PlanInForce | undefined {
    return this.#inForce(({ department }) => department !== null && foldKey(department) === foldKey(name))
  }

  ofTeam(): PlanInForce | undefined {
    return this.#inForce(({ manager, department }) => manager === null && department === null)
  }

  #inForce(is: (version: PlanVersion) => boolean): PlanInForce | undefined {
    const { store, asked } = this
    const { period, asOf, calendar, rates, currency } = asked
    const last = addDays(period.until, -1)
    // Plans are at the rate of T, of the last day once the period is over.
    const on = earlier(asOf, last)
    const amountOf = (version: PlanVersion) =>
      version.currency === null
        ? version.amount
        : rates.convert(version.amount, version.currency, currency, on)
    return planInForce(this.#versions.filter(is), period, { zone: store.zone, calendar, amountOf })
  }

  #survivor(id: number): number {
    return survivorOf(this.store.managers, id)
  }
}

export function sumOfPlans(plans: readonly PlanInForce[]): PlanInForce | undefined {
  if (plans.length === 0) return undefined
  return {
    amount: plans.reduce((sum, { amount }) => sum + amount, 0),
    parts: plans.flatMap(({ parts }) => parts),
  }
}
