import type { Selectable } from 'kysely'
import type { Metric, Plan, PlanVersion } from '../domain/plan/plan.ts'
import { ExportNames } from './copy/export-names.ts'
import type { Database } from './database.ts'
import type { Operation } from './operation.ts'
import type { Store } from './store.ts'
import type { Schema } from './tables/schema.ts'

/** Every version of every plan, in the order in which they became known. */
export function readPlans(db: Database): PlanVersion[] {
  return db.all(db.query.selectFrom('plans').selectAll().orderBy('known_at').orderBy('id')).map(versionOf)
}

function versionOf(row: Selectable<Schema['plans']>): PlanVersion {
  return {
    id: row.id,
    manager: row.manager_id,
    department: row.department,
    from: row.from_on,
    until: row.until_on,
    metric: row.metric as Metric,
    amount: row.amount,
    currency: row.currency,
    knownAt: row.known_at,
  }
}

/** Every version as exports have it, the manager by the name they go by today. */
export function planRecords(
  store: Store,
): (Omit<PlanVersion, 'manager' | 'id'> & { manager: string | null })[] {
  const names = new ExportNames(store)
  return readPlans(store.db).map(({ manager, ...version }) => ({
    ...version,
    manager: names.managerName(manager),
  }))
}

/** Versions of plans, each found by what it is of. */
export class PlanBook {
  readonly #versions = new Map<string, PlanVersion[]>()

  constructor(
    db: Database,
    private readonly operation: Operation,
  ) {
    for (const version of readPlans(db)) this.#add(version)
  }

  /** Brings a plan to this amount from the operation's moment on: an earlier version stays what was known until then. */
  set(plan: Plan): 'created' | 'updated' | 'unchanged' {
    const { at } = this.operation
    const last = this.#of(plan).findLast(({ knownAt }) => knownAt <= at)
    if (last !== undefined && last.amount === plan.amount && last.currency === plan.currency)
      return 'unchanged'
    this.#write(plan, at, last)
    return last === undefined ? 'created' : 'updated'
  }

  /** As an export of this program has it: the version known at that second. */
  setVersion(plan: Plan, knownAt: number): 'created' | 'updated' | 'unchanged' {
    const known = this.#of(plan)
    const second = (at: number) => Math.floor(at / 1000)
    const same =
      known.find((one) => one.knownAt === knownAt) ??
      known.find((one) => second(one.knownAt) === second(knownAt))
    if (same !== undefined && same.amount === plan.amount && same.currency === plan.currency)
      return 'unchanged'
    this.#write(plan, same?.knownAt ?? knownAt, same)
    return same === undefined ? 'created' : 'updated'
  }

  #write(plan: Plan, knownAt: number, version: PlanVersion | undefined): void {
    const { amount, currency } = plan
    if (version !== undefined && version.knownAt === knownAt) {
      this.operation.update('plans', version.id, { amount, currency })
      this.#versions.set(
        keyOf(plan),
        this.#of(plan).map((one) => (one === version ? { ...one, amount, currency } : one)),
      )
      return
    }
    const id = this.operation.insert('plans', {
      manager_id: plan.manager,
      department: plan.department,
      from_on: plan.from,
      until_on: plan.until,
      metric: plan.metric,
      amount,
      currency,
      known_at: knownAt,
    })
    this.#add({ ...plan, id, knownAt })
  }

  #add(version: PlanVersion): void {
    this.#versions.set(
      keyOf(version),
      [...this.#of(version), version].sort((a, b) => a.knownAt - b.knownAt),
    )
  }

  #of(plan: Plan): PlanVersion[] {
    return this.#versions.get(keyOf(plan)) ?? []
  }
}

/** What a plan is of; versions of one plan share it. */
export function keyOf({ manager, department, from, until, metric }: Plan): string {
  return JSON.stringify([manager, department, from, until, metric])
}

/** The versions known before T. */
export function plansKnownBy(store: Store, t: number): PlanVersion[] {
  return readPlans(store.db).filter(({ knownAt }) => knownAt < t)
}
