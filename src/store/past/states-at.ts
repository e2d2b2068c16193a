import { KIND } from '../../domain/deal.ts'
import { type DealState, type FoldContext, fold } from '../../domain/history.ts'
import type { Database } from '../database.ts'
import { changeOf, creationOf, type DealRow, type HistoryRow } from '../rows.ts'

/** What was in force: everything dated before T (ms UTC). */
export interface Horizon {
  t: number
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
  const bound = { ...parameters, t: horizon.t }
  const told = `exists(select 1 from history told where told.deal_id = d.id and told.at < @t
    and told.kind = ${KIND.created} and told.retracted = 0)`
  const mine = `d.retracted = 0 and (d.created_at < @t or ${told}) and (${which})`
  const deals = db
    .prepare(`select d.* from deals d where ${mine} order by d.id`)
    .iterate(bound) as IterableIterator<DealRow>
  const changes = db
    .prepare(
      `select h.* from deals d join history h on h.deal_id = d.id
      where ${mine} and h.at < @t and h.retracted = 0 order by h.deal_id, h.at, h.id`,
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
