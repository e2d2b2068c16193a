import { offered } from '../../domain/names/matching.ts'
import { foldName } from '../../domain/names/name.ts'
import { UserError } from '../../errors.ts'
import type { Database } from '../database.ts'
import { withExternalId } from '../external-ids.ts'
import { alikePeople } from '../naming/alike-people.ts'
import { type Candidate, IS_IMPORT, pickOne, SHOWN } from '../naming/naming.ts'
import { type Ids, namedByIds } from '../naming/naming-ids.ts'
import { contactsByKey } from '../naming/naming-people.ts'
import { type NamedRow, rowsCalled, rowsShortened } from '../naming/rows-named.ts'
import type { StateRow } from '../rows.ts'
import type { Store } from '../store.ts'

/** Whoever is named has deals, and all of them are closed. */
export class OnlyClosed extends UserError {
  constructor(readonly closed: readonly Candidate[]) {
    const found = closed.slice(-SHOWN).map(({ key, name, hint }) => `${key} ${name} (${hint})`)
    super((w) => w.deals.onlyClosed({ id: closed[0]?.key ?? '', found, count: closed.length }))
  }
}

/**
 * The deal that a text names: its external id exactly as written, or `d17`; `.` for the one last touched; the e-mail or
 * phone of a contact whose only open deal it is; its title, where it is open; else a shortened title, or the name of a
 * contact with an open deal, beside closed deals of that very title; else that of a company. Throws UserError: none, several (`Ambiguous`), or a deal that was removed.
 */
export function findDeal(store: Store, text: string): number {
  const { db } = store
  const folded = foldName(text)
  const shortened = (isMeant: (row: DealRow) => boolean = () => true) => {
    const titled = idsOfRows(rowsShortened<DealRow>(db, DEALS, folded).filter(isMeant))
    return [...new Set([...titled, ...dealsOf(db, contactsNamed(db, folded), IS_OPEN)])]
  }
  const ways = [
    () => withNamesakes(db, namedByIds('deal', text, idsOf(store, text)), folded),
    () => (text.trim() === '.' ? touchedDeal(db) : []),
    () => dealsOf(db, contactsByKey(store, text), IS_OPEN),
    () => {
      const called = rowsCalled<DealRow>(db, DEALS, folded)
      if (called.some(({ outcome }) => outcome === 0)) return idsOfRows(called)
      return called.length === 0
        ? shortened()
        : [...idsOfRows(called), ...shortened(({ outcome }) => outcome === 0)]
    },
    () => dealsOfCompanies(db, folded, IS_OPEN),
  ]
  for (const way of ways) {
    const ids = way()
    if (ids.length > 0) return pickOne('deal', text, candidatesOf(store, ids, text), () => [])
  }
  refuseClosed(store, [
    ...dealsOf(db, [...contactsByKey(store, text), ...contactsNamed(db, folded)], IS_CLOSED),
    ...dealsOfCompanies(db, folded, IS_CLOSED),
  ])
  if (text.trim() === '.')
    throw new UserError((w) => w.naming.nothingTouched({ kind: 'deal', list: 'voronka deal list' }))
  return pickOne('deal', text, [], () => nearDeals(store, text))
}

/** An id that is no more than a title names every deal of that title. */
function withNamesakes(db: Database, ids: readonly number[], folded: string): readonly number[] {
  const called = ids.length === 0 ? [] : idsOfRows(rowsCalled<DealRow>(db, DEALS, folded))
  return ids.some((id) => called.includes(id)) ? [...new Set([...ids, ...called])] : ids
}

/** A deal that was removed is named only to say so. */
function candidatesOf(store: Store, ids: readonly number[], text: string, all = false): Candidate[] {
  // As one value: of a million deals more may fit than a statement has places for.
  const rows = store.db
    .prepare(
      `select deal_id, title, stage_id, removed from deal_state
      where deal_id in (select value from json_each(?)) order by outcome <> 0, deal_id`,
    )
    .all(JSON.stringify(ids)) as Pick<StateRow, 'deal_id' | 'title' | 'stage_id' | 'removed'>[]
  const [first] = rows
  if (!all && first !== undefined && rows.every((row) => row.removed === 1))
    throw new UserError((w) => w.deals.isRemoved({ id: `d${first.deal_id}`, title: first.title, text }))
  return rows
    .filter((row) => all || row.removed === 0)
    .map((row) => ({
      id: row.deal_id,
      key: `d${row.deal_id}`,
      name: row.title,
      hint: store.stage(row.stage_id).name,
    }))
}

/** The deal of the latest history row or creation in force; none after an operation that wrote of several, or an import. */
function touchedDeal(db: Database): number[] {
  const latest = (table: string, id: string) =>
    db.prepare(`select ${id} as deal, op from ${table} where retracted = 0 order by id desc limit 1`).get() as
      | { deal: number; op: number }
      | undefined
  const found = [latest('history', 'deal_id'), latest('deals', 'id')].filter((row) => row !== undefined)
  const [last] = found.sort((a, b) => b.op - a.op)
  if (last === undefined || isOfMany(db, last.op)) return []
  return [last.deal]
}

/** An import, and what wrote of several deals at once, has touched none in particular. */
function isOfMany(db: Database, op: number): boolean {
  return (
    db
      .prepare(
        `select ${IS_IMPORT} or exists(select 1 from deals d
            where d.id between o.deals_from and o.deals_until and o.deals_from < o.deals_until)
          or exists(select 1 from history h join history f on f.id = o.history_from
            where h.id between o.history_from and o.history_until and h.deal_id <> f.deal_id)
        from operations o where o.id = ?`,
      )
      .pluck()
      .get(op) === 1
  )
}

/** A deal that was removed still has its number, which so becomes no other's. */
function idsOf(store: Store, text: string): Ids {
  const { db } = store
  const held = db.prepare('select deal_id from deal_state where deal_id = ?').pluck()
  return {
    external: (id) => withExternalId(db, 'deal_state', id),
    own: (id) => held.all(id) as number[],
    candidates: (ids) => candidatesOf(store, ids, text, true),
  }
}

const IS_OPEN = 'outcome = 0'
const IS_CLOSED = 'outcome <> 0'

/** Whoever is named has none but closed deals: they are told of, for none of them can be meant unsaid. */
function refuseClosed(store: Store, ids: readonly number[]): void {
  const closed = candidatesOf(store, [...new Set(ids)], '', true)
  if (closed.length > 0) throw new OnlyClosed(closed)
}

function dealsOf(db: Database, contacts: readonly number[], state: string): number[] {
  return db
    .prepare(
      `select distinct c.deal_id from deal_contacts c join deal_state s on s.deal_id = c.deal_id
      where c.contact_id in (select value from json_each(?)) and s.${state} and s.removed = 0 order by 1`,
    )
    .pluck()
    .all(JSON.stringify(contacts)) as number[]
}

const DEALS = 'select deal_id as id, folded, outcome from deal_state where removed = 0'

type DealRow = NamedRow & Pick<StateRow, 'outcome'>

function idsOfRows(rows: readonly NamedRow[]): number[] {
  return rows.map(({ id }) => id)
}

function contactsNamed(db: Database, folded: string): number[] {
  return idsOfRows(rowsShortened(db, 'select id, folded from contacts where true', folded))
}

function dealsOfCompanies(db: Database, folded: string, state: string): number[] {
  const companies = idsOfRows(rowsShortened(db, 'select id, folded from companies where true', folded))
  return db
    .prepare(
      `select deal_id from deal_state where company_id in (select value from json_each(?))
      and ${state} and removed = 0 order by 1`,
    )
    .pluck()
    .all(JSON.stringify(companies)) as number[]
}

/** Open deals of those whose name the text may mean in another case or with a slip; else near titles. */
function nearDeals(store: Store, text: string): string[] {
  const { db } = store
  const theirs = alikePeople(store, text).flatMap(({ kind, id, name }) => {
    const condition =
      kind === 'company'
        ? 'company_id = ?'
        : 'deal_id in (select deal_id from deal_contacts where contact_id = ?)'
    const deals = db
      .prepare(
        `select deal_id, title from deal_state where ${condition} and ${IS_OPEN} and removed = 0 order by 1`,
      )
      .all(id) as Pick<StateRow, 'deal_id' | 'title'>[]
    return deals.map(({ deal_id, title }) => `d${deal_id} ${title} (${name})`)
  })
  return theirs.length > 0 ? [...new Set(theirs)].slice(0, SHOWN) : nearTitles(db, text)
}

/** Comparing with more titles than these would keep a person waiting for a refusal. */
const COMPARED = 20_000

function nearTitles(db: Database, text: string): string[] {
  const titles = db
    .prepare('select title from deal_state where removed = 0 order by deal_id desc limit ?')
    .pluck()
    .all(COMPARED) as string[]
  return offered(text, titles).slice(0, 5)
}
