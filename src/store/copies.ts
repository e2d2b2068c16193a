import type { Database } from './database.ts'
import { type Folded, foldRows, type ProjectionContext, writeCopies } from './projection.ts'
import {
  type DealRow,
  type HistoryRow,
  STATE_COLUMNS,
  stateCells,
  VISIT_COLUMNS,
  visitCells,
} from './rows.ts'

/** Small enough to keep memory flat, large enough that a statement's cost does not show. */
const PAGE = 2000

interface FoldedDeal extends Folded {
  id: number
}

/** Every deal in force folded from its rows, in one ordered pass over both truth tables. */
function* foldedPages(db: Database, context: ProjectionContext): Generator<FoldedDeal[]> {
  const dealPage = db.prepare(
    `select * from deals not indexed where id > ? and retracted = 0 order by id limit ${PAGE}`,
  )
  const historyPage = db.prepare(
    'select * from history where deal_id between ? and ? and retracted = 0 order by deal_id, at, id',
  )
  for (let after = 0; ; ) {
    const deals = dealPage.all(after) as DealRow[]
    const last = deals.at(-1)
    if (last === undefined) return
    const changes = groupBy(historyPage.all(after + 1, last.id) as HistoryRow[], ({ deal_id: deal }) => deal)
    yield deals.map((deal) => ({ id: deal.id, ...foldRows(deal, changes.get(deal.id) ?? [], context) }))
    after = last.id
  }
}

/** Makes every copy of deals anew. Inside a transaction; throws Fault where rows point to stages that are not there. */
export function rebuildCopies(db: Database, context: ProjectionContext): void {
  for (const table of ['visits', 'deal_contacts', 'deal_state']) db.raw.exec(`delete from ${table}`)
  for (const page of foldedPages(db, context))
    for (const deal of page) writeCopies(db, deal.id, deal, context)
}

/** Row ids of the deals whose copies are not the fold of their rows, in order. */
export function* differingCopies(db: Database, context: ProjectionContext): Generator<number> {
  const { state, visits, contacts } = copiesOf(db)
  let after = 0
  for (const page of foldedPages(db, context)) {
    const last = page.at(-1)?.id ?? after
    const states = groupBy(state.all(after + 1, last) as Cells[], ([deal]) => deal)
    const stays = groupBy(visits.all(after + 1, last) as Cells[], ([deal]) => deal)
    const people = groupBy(contacts.all(after + 1, last) as Cells[], ([deal]) => deal)
    for (const deal of page) {
      const wanted = wantedOf(deal, context)
      const same =
        sameRows(wanted.state, states.get(deal.id)) &&
        sameRows(wanted.visits, stays.get(deal.id)) &&
        sameRows(wanted.contacts, people.get(deal.id))
      if (!same) yield deal.id
    }
    after = last
  }
}

type Cells = (string | number | null)[]

function copiesOf(db: Database) {
  const ranged = (columns: readonly string[], table: string, order: string) =>
    db
      .prepare(`select ${columns.join(', ')} from ${table} where deal_id between ? and ? order by ${order}`)
      .raw()
  return {
    state: ranged(STATE_COLUMNS, 'deal_state', 'deal_id'),
    visits: ranged(VISIT_COLUMNS, 'visits', 'deal_id, seq'),
    contacts: ranged(['deal_id', 'contact_id'], 'deal_contacts', 'deal_id, contact_id'),
  }
}

function wantedOf({ id, state, edited }: FoldedDeal, context: ProjectionContext) {
  return {
    state: [stateCells(id, state, edited, context.foldTitle(state.values.title))],
    visits: state.visits.map((visit, seq) => visitCells(id, seq, visit)),
    contacts: [...new Set(state.values.contacts)].sort((a, b) => a - b).map((contact) => [id, contact]),
  }
}

function sameRows(wanted: readonly Cells[], found: readonly Cells[] = []): boolean {
  return (
    wanted.length === found.length &&
    wanted.every((cells, row) => cells.every((cell, column) => cell === found[row]?.[column]))
  )
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => unknown): Map<unknown, T[]> {
  const groups = new Map<unknown, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}
