import type { Database } from '../database.ts'
import { type FoldedDeal, type FoldedPage, foldedPages } from '../facts/folded-pages.ts'
import { STATE_COLUMNS, stateCells, VISIT_COLUMNS, visitCells } from '../rows.ts'
import type { Cell } from '../tables/cells.ts'
import { type ProjectionContext, writeCopies } from './projection.ts'

/** Makes every copy of deals anew. Inside a transaction; throws Fault where rows point to stages that are not there. */
export function rebuildCopies(db: Database, context: ProjectionContext): void {
  for (const table of ['visits', 'deal_contacts', 'deal_state']) db.raw.exec(`delete from ${table}`)
  for (const { deals } of foldedPages(db, context))
    for (const deal of deals) writeCopies(db, deal.id, deal, context)
}

/**
 * Row ids of the deals whose copies are not the fold of their rows, in order. A page is compared whole, cell by cell;
 * which of its deals differ is looked up only where one does.
 */
export function* differingCopies(
  db: Database,
  context: ProjectionContext,
  onPage: (last: number) => void = () => {},
): Generator<number> {
  for (const page of foldedPages(db, context)) {
    const different = new Set<number>()
    for (const copy of COPIES) {
      const wanted: Cell[] = []
      for (const deal of page.deals) copy.add(deal, context, wanted)
      const found = cellsFound(db, copy, page)
      if (!sameCells(wanted, found)) for (const id of differing(page, copy, wanted, found)) different.add(id)
    }
    yield* [...different].sort((a, b) => a - b)
    onPage(page.last)
  }
}

/** A table of copies: its columns, the deal's id first, and what adds the cells of a deal's rows, one after another. */
interface Copy {
  table: string
  columns: readonly string[]
  order: string
  add(deal: FoldedDeal, context: ProjectionContext, cells: Cell[]): void
}

const COPIES: readonly Copy[] = [
  {
    table: 'deal_state',
    columns: STATE_COLUMNS,
    order: 'deal_id',
    add: ({ id, state, edited }, { foldTitle }, cells) =>
      void cells.push(...stateCells(id, state, edited, foldTitle(state.values.title))),
  },
  {
    table: 'visits',
    columns: VISIT_COLUMNS,
    order: 'deal_id, seq',
    add: ({ id, state }, _, cells) => {
      let seq = 0
      for (const visit of state.visits) cells.push(...visitCells(id, seq++, visit))
    },
  },
  {
    table: 'deal_contacts',
    columns: ['deal_id', 'contact_id'],
    order: 'deal_id, contact_id',
    add: ({ id, state }, _, cells) => {
      for (const contact of [...new Set(state.values.contacts)].sort((a, b) => a - b)) cells.push(id, contact)
    },
  },
]

/** The cells of all rows of these deals, one after another. */
function cellsFound(db: Database, { table, columns, order }: Copy, { after, last }: FoldedPage): Cell[] {
  const cells: Cell[] = []
  db.scan<Cell[]>(
    `select scan(${columns.join(', ')}) from (
      select * from ${table} where deal_id between ? and ? order by ${order})`,
    [after + 1, last],
    (...row) => {
      for (const cell of row) cells.push(cell)
    },
  )
  return cells
}

function sameCells(wanted: readonly Cell[], found: readonly Cell[] = []): boolean {
  if (wanted.length !== found.length) return false
  for (let i = 0; i < wanted.length; i++) if (wanted[i] !== found[i]) return false
  return true
}

function differing({ deals }: FoldedPage, { columns }: Copy, wanted: Cell[], found: Cell[]): number[] {
  const [byWanted, byFound] = [byDeal(wanted, columns.length), byDeal(found, columns.length)]
  return deals.flatMap(({ id }) => (sameCells(byWanted.get(id) ?? [], byFound.get(id)) ? [] : [id]))
}

function byDeal(cells: readonly Cell[], width: number): Map<Cell, Cell[]> {
  const rows = new Map<Cell, Cell[]>()
  for (let at = 0; at < cells.length; at += width) {
    const row = cells.slice(at, at + width)
    const [deal = null] = row
    rows.set(deal, [...(rows.get(deal) ?? []), ...row])
  }
  return rows
}
