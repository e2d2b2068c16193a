import type { FoldContext } from '../../domain/history.ts'
import type { Database } from '../database.ts'
import { type Folded, foldRows } from '../deals/projection.ts'
import { CHANGE_COLUMNS, type ChangeRow, CREATION_COLUMNS, type CreationRow } from '../rows.ts'

/** Small enough for what is read to die young, large enough that a statement's cost does not show. */
const PAGE = 200

export interface FoldedDeal extends Folded {
  id: number
}

/** Deals with ids above `after`, to `last`. */
export interface FoldedPage {
  after: number
  last: number
  deals: FoldedDeal[]
}

/** Every deal in force folded from its rows, in one ordered pass over both truth tables. */
export function* foldedPages(db: Database, context: FoldContext): Generator<FoldedPage> {
  for (let after = 0; ; ) {
    const deals = db.collect<CreationRow>(
      CREATION_COLUMNS,
      `select * from deals not indexed where id > ? and retracted = 0 order by id limit ${PAGE}`,
      [after],
    )
    const last = deals.at(-1)?.id
    if (last === undefined) return
    const changes = db.collect<ChangeRow>(
      CHANGE_COLUMNS,
      'select * from history where deal_id between ? and ? and retracted = 0 order by deal_id, at, id',
      [after + 1, last],
    )
    let next = 0
    yield {
      after,
      last,
      deals: deals.map((deal) => {
        while ((changes[next]?.deal_id ?? last) < deal.id) next += 1
        const from = next
        while (changes[next]?.deal_id === deal.id) next += 1
        return { id: deal.id, ...foldRows(deal, changes.slice(from, next), context) }
      }),
    }
    after = last
  }
}
