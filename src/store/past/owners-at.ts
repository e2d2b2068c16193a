import type { DealState } from '../../domain/history.ts'
import { isAnyMoved, unsettled } from '../facts/funnel-facts.ts'
import { type Condition, type DealFilter, filterCondition, matches } from '../filters.ts'
import type { Store } from '../store.ts'
import { labelsAt } from './labels-at.ts'

/** Deals that something happened to since T, as they were at T; none is read where nothing did. */
export function movedAt(store: Store, t: number): { id: number; state: DealState }[] {
  if (!isAnyMoved(store, t)) return []
  return [...unsettled(store, { horizon: { t }, from: null, until: null, population: 'current' })]
}

/** The filter as it was of deals at T, whatever became of them since: a condition on deal_state (alias s). */
export function filterAt(
  filter: DealFilter,
  t: number,
  moved: readonly { id: number; state: DealState }[],
): Condition {
  const now = filterCondition(filter, 's')
  const then = moved.flatMap(({ id, state }) => (matches(state, filter) ? [id] : []))
  return {
    sql: `((s.last_at < ${t} and ${now.sql}) or s.deal_id in (select value from json_each(?)))`,
    parameters: [...now.parameters, JSON.stringify(then)],
  }
}

export type OwnerSql = (table: 'contacts' | 'companies' | 'deal_state', alias: string) => string

export const OWNER_NOW: OwnerSql = (_, alias) => `${alias}.manager_id`

/** Whose rows were at T, as an expression of SQL on a table by its alias. */
export function ownersAt(
  store: Store,
  t: number,
  moved: readonly { id: number; state: DealState }[],
): OwnerSql {
  const owners = ownersThen(store, t, moved)
  if (owners.size === 0) return OWNER_NOW
  store.db.raw.function('owner_then', (table: unknown, id: unknown, now: unknown) => {
    const then = owners.get(`${String(table)} ${String(id)}`)
    return then === undefined ? now : then
  })
  return (table, alias) =>
    `owner_then('${table}', ${alias}.${table === 'deal_state' ? 'deal_id' : 'id'}, ${alias}.manager_id)`
}

/** Whose those were at T that are another's by now. */
function ownersThen(
  store: Store,
  t: number,
  moved: readonly { id: number; state: DealState }[],
): Map<string, number | null> {
  const owners = new Map<string, number | null>()
  for (const { id, state } of moved) owners.set(`deal_state ${id}`, state.values.manager)
  for (const table of ['contacts', 'companies'] as const)
    for (const [id, cells] of labelsAt(store, table, t - 1).before) {
      const manager = cells['manager_id']
      owners.set(`${table} ${id}`, typeof manager === 'number' ? manager : null)
    }
  return owners
}
