import type { Grouping } from '../facts/groups.ts'
import type { Condition, DealFilter } from '../filters.ts'
import { filterAt, movedAt } from '../past/owners-at.ts'
import type { Horizon } from '../past/states-at.ts'
import type { Store } from '../store.ts'

/** What of activities and tasks is asked. `from` and `until` are instants, half-open; null is unbounded. */
export interface TouchQuery {
  from: number | null
  until: number | null
  horizon: Horizon
  /** T as a moment: what is overdue is so by then. */
  now: number
  filter: DealFilter
  /** By manager, department or a unit of time. */
  grouping: Grouping
}

/** The managers are those who did it; any other filter is of the deal that it was about, as it was at T. */
export function meant(
  store: Store,
  { filter, horizon }: Pick<TouchQuery, 'filter' | 'horizon'>,
  alias: string,
): Condition {
  const parts: Condition[] = []
  const { managers } = filter
  if (managers.length > 0) {
    const ids = managers.filter((id) => id !== null)
    const list = `${alias}.manager_id in (${ids.map(() => '?').join(', ')})`
    parts.push({
      sql: managers.includes(null) ? `(${list} or ${alias}.manager_id is null)` : list,
      parameters: ids,
    })
  }
  const deals = { ...filter, managers: [] }
  if (isOfDeals(deals)) {
    const { sql, parameters } = filterAt(deals, horizon.t, movedAt(store, horizon.t))
    parts.push({ sql: `${alias}.deal_id in (select s.deal_id from deal_state s where ${sql})`, parameters })
  }
  return {
    sql: parts.length === 0 ? 'true' : parts.map(({ sql }) => sql).join(' and '),
    parameters: parts.flatMap(({ parameters }) => parameters),
  }
}

function isOfDeals({
  pipeline,
  stages,
  outcomes,
  sources,
  products,
  tags,
  companies,
  amounts,
  fields,
}: DealFilter): boolean {
  const lists = [stages, outcomes, sources, products, tags, companies, amounts, fields]
  return pipeline !== null || lists.some(({ length }) => length > 0)
}
