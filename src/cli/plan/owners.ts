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
  readonly #ofTeam: PlanVersion[] = []
  readonly #ofManagers = new Map<number, PlanVersion[]>()
  /** By folded name. */
  readonly #ofDepartments = new Map<string, PlanVersion[]>()

  constructor(
    private readonly store: Store,
    private readonly asked: PlanAsked,
    metric: Metric,
  ) {
    for (const plan of asked.plans) {
      if (plan.metric !== metric) continue
      const { manager, department } = plan
      if (manager !== null) addTo(this.#ofManagers, survivorOf(store.managers, manager), plan)
      else if (department !== null) addTo(this.#ofDepartments, foldKey(department), plan)
      else this.#ofTeam.push(plan)
    }
  }

  /** Those with a plan, of whom is asked. */
  managers(isAsked: (id: number) => boolean = () => true): number[] {
    return [...this.#ofManagers.keys()].filter((id) => isAsked(id) && this.ofManager(id) !== undefined)
  }

  departments(): string[] {
    const known = new Set(this.store.managers.flatMap(({ department }) => department ?? []))
    const names = [...this.#ofDepartments.values()].flatMap((plans) => plans[0]?.department ?? [])
    const named = (name: string) => [...known].find((one) => foldKey(one) === foldKey(name)) ?? name
    return [...new Set(names.map(named))].filter((name) => this.ofDepartment(name) !== undefined)
  }

  ofManager(id: number | null): PlanInForce | undefined {
    return id === null ? undefined : this.#inForce(this.#ofManagers.get(id))
  }

  ofDepartment(name: string): PlanInForce | undefined {
    return this.#inForce(this.#ofDepartments.get(foldKey(name)))
  }

  ofTeam(): PlanInForce | undefined {
    return this.#inForce(this.#ofTeam)
  }

  #inForce(versions: readonly PlanVersion[] = []): PlanInForce | undefined {
    const { store, asked } = this
    const { period, asOf, calendar, rates, currency } = asked
    const last = addDays(period.until, -1)
    // Plans are at the rate of T, of the last day once the period is over.
    const on = earlier(asOf, last)
    const amountOf = (version: PlanVersion) =>
      version.currency === null
        ? version.amount
        : rates.convert(version.amount, version.currency, currency, on)
    return planInForce(versions, period, { zone: store.zone, calendar, amountOf })
  }
}

function addTo<Key>(map: Map<Key, PlanVersion[]>, key: Key, plan: PlanVersion): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [plan])
  else known.push(plan)
}

export function sumOfPlans(plans: readonly PlanInForce[]): PlanInForce | undefined {
  if (plans.length === 0) return undefined
  return {
    amount: plans.reduce((sum, { amount }) => sum + amount, 0),
    parts: plans.flatMap(({ parts }) => parts),
  }
}
