import { KIND } from '../domain/deal.ts'
import { type DealState, type FoldContext, fold } from '../domain/history.ts'
import type { Database } from './database.ts'
import { changeOf, creationOf, type DealRow, type HistoryRow } from './rows.ts'

/** What was in force: everything dated before T, and, where given, known before K (both ms UTC). */
export interface Horizon {
  t: number
  knownAt: number | null
}

/** Rows as they were in force at K: recorded before it, and not yet retracted then. */
function inForce(alias: string, knownAt: number | null): string {
  if (knownAt === null) return `${alias}.retracted = 0`
  return `exists(select 1 from operations o where o.id = ${alias}.op
    and coalesce(${alias}.recorded_at, o.at) < @knownAt and (o.retracted_at is null or o.retracted_at >= @knownAt))`
}

function changeInForce(alias: string, knownAt: number | null): string {
  const recorded = inForce(alias, knownAt)
  if (knownAt === null) return recorded
  return `${recorded} and not exists(select 1 from operations s where s.id = ${alias}.superseded_by
    and s.at < @knownAt and (s.retracted_at is null or s.retracted_at >= @knownAt))`
}

/**
 * Folds deals as they were at the horizon, from their rows, streamed in order of their ids. `which` is a SQL condition
 * on the deals table (alias d) with named parameters. A deal that did not exist yet, or was removed, is left out.
 */
export function* statesAt(
  db: Database,
  which: string,
  parameters: Record<string, unknown>,
  horizon: Horizon,
  context: FoldContext,
): Generator<{ id: number; state: DealState }> {
  const bound = {
    ...parameters,
    t: horizon.t,
    ...(horizon.knownAt === null ? {} : { knownAt: horizon.knownAt }),
  }
  const told = `exists(select 1 from history told where told.deal_id = d.id and told.at < @t
    and told.kind = ${KIND.created} and ${changeInForce('told', horizon.knownAt)})`
  const mine = `${changeInForce('d', horizon.knownAt)} and (d.created_at < @t or ${told}) and (${which})`
  const deals = db
    .prepare(`select d.* from deals d where ${mine} order by d.id`)
    .iterate(bound) as IterableIterator<DealRow>
  const changes = db
    .prepare(
      `select h.* from deals d join history h on h.deal_id = d.id
      where ${mine} and h.at < @t and ${changeInForce('h', horizon.knownAt)} order by h.deal_id, h.at, h.id`,
    )
    .iterate(bound) as IterableIterator<HistoryRow>
  let change = changes.next()
  for (const deal of deals) {
    const rows: HistoryRow[] = []
    while (!change.done && change.value.deal_id === deal.id) {
      rows.push(change.value)
      change = changes.next()
    }
    const state = fold(creationOf(deal), rows.map(changeOf), context)
    if (!state.removed && state.createdAt < horizon.t) yield { id: deal.id, state }
  }
}
