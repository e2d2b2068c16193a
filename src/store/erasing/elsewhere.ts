import { foldCompany, foldKey } from '../../domain/names/name.ts'
import { changeTexts, type Traces } from '../../domain/names/traces.ts'
import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import { parseJson } from '../rows.ts'
import type { Store } from '../store.ts'
import type { Cells } from '../tables/cells.ts'
import type { LabelTable } from '../tables/schema.ts'
import type { OwnRecords } from './own.ts'

/** A record, as a person looks it up, and which of its texts names the person. */
export interface Mention {
  record: string
  column: string
}

/** What is taken out of texts, and what stands in its place. */
interface Take {
  traces: Traces
  mark: string
}

export interface Search extends Take {
  /** Take it out there too. */
  everywhere: boolean
  /** Records that are left alone: the person's own, done already, and those of others of the same name. */
  apart: readonly OwnRecords[]
  current: number
}

/** How workspaces are set up, who works here, and copies that are made of the other tables. */
const PASSED_OVER = new Set(
  `settings managers pipelines pipeline_versions stages fields fx_rates profiles backups remnants apart plans holidays bonuses
  contact_keys deal_state visits deal_contacts changes inquiries contacted customers won_stays stage_stays stale search_state
  rule_waits`.split(/\s+/),
)

/** Who somebody else is, is no free text. */
const NAMES_OF_OTHERS = new Set(['name', 'folded', 'phones', 'emails', 'said', 'external_id'])

const JOURNALED = [
  'companies',
  'contacts',
  'activities',
  'tasks',
  'wants',
  'rules',
  'rule_firings',
  'dashboards',
  'saved_filters',
  'reference_funnels',
] as const satisfies readonly LabelTable[]

/** Whatever text of the file names the person beside their own records; of tables added later too. */
export function mentionsElsewhere(store: Store, operation: Operation, search: Search): Mention[] {
  const { db } = store
  const { traces } = search
  db.raw.function('names_them', { deterministic: true }, (text) =>
    typeof text === 'string' && traces.within(text) ? 1 : 0,
  )
  const found = tablesWithTexts(db).flatMap(({ table, columns }) => {
    const rows = db
      .prepare(
        `select *, rowid as row_number from ${table} where ${columns.map((name) => `names_them(${name})`).join(' or ')}`,
      )
      .all() as (Cells & { row_number: number })[]
    return rows
      .filter((row) => !isApart(search, table, row))
      .flatMap((row) => {
        const named = columns.filter((name) => traces.within(String(row[name] ?? '')))
        if (search.everywhere) takeOut(store, operation, search, table, row, named)
        return named.map((column) => ({ record: recordName(table, row), column }))
      })
  })
  if (search.everywhere) takeOutOfJournal(db, search)
  return [...new Map(found.map((one) => [`${one.record} ${one.column}`, one])).values()]
}

/** Texts about the person or their deals in tables of which nothing else here knows, such as messages that were sent. */
export function emptyOtherRows(
  store: Store,
  operation: Operation,
  own: OwnRecords,
  traces: Traces,
  mark: string,
) {
  const { db } = store
  for (const { table, columns } of tablesWithTexts(db)) {
    if (KNOWN.has(table)) continue
    const all = db.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]
    for (const [column, ids] of [
      ['deal_id', own.deals],
      ['contact_id', own.contacts],
    ] as const) {
      if (!all.includes(column)) continue
      const rows = db
        .prepare(
          `select *, rowid as row_number from ${table} where ${column} in (select value from json_each(?))`,
        )
        .all(JSON.stringify([...ids])) as (Cells & { row_number: number })[]
      for (const row of rows) {
        const named = columns.filter((name) => traces.within(String(row[name] ?? '')))
        if (named.length > 0) takeOut(store, operation, { traces, mark }, table, row, named)
      }
    }
  }
}

/** Tables that `erasing.ts` empties itself. */
const KNOWN = new Set(['deals', 'history', 'contacts', 'activities', 'tasks', 'companies', 'operations'])

function tablesWithTexts(db: Database): { table: string; columns: string[] }[] {
  const tables = db
    .prepare(
      `select name, sql from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`,
    )
    .all() as { name: string; sql: string }[]
  const indexes = tables.filter(({ sql }) => /^create virtual/i.test(sql)).map(({ name }) => name)
  return tables.flatMap(({ name, sql }) => {
    const isIndex = indexes.some((index) => name === index || name.startsWith(`${index}_`))
    if (PASSED_OVER.has(name) || isIndex || /without rowid/i.test(sql)) return []
    const columns = (
      db
        .prepare(`select name from pragma_table_info(?) where type in ('TEXT', 'ANY')`)
        .pluck()
        .all(name) as string[]
    ).filter((column) => !(name === 'contacts' && NAMES_OF_OTHERS.has(column)) && column !== 'folded')
    return columns.length === 0 ? [] : [{ table: name, columns }]
  })
}

function isApart({ apart, current }: Search, table: string, row: Cells & { row_number: number }): boolean {
  const id = row.row_number
  const isIn = (set: ReadonlySet<number>, name: string) => set.has(Number(row[name]))
  return apart.some(({ contacts, deals, activities, tasks, operations }) => {
    switch (table) {
      case 'contacts':
        return contacts.has(id)
      case 'deals':
        return deals.has(id)
      case 'activities':
        return activities.has(id) || isIn(deals, 'deal_id')
      case 'tasks':
        return tasks.has(id) || isIn(deals, 'deal_id')
      case 'operations':
        return operations.has(id) || id === current
      default:
        return isIn(deals, 'deal_id') || isIn(contacts, 'contact_id')
    }
  })
}

const LETTERS: Readonly<Record<string, string>> = {
  deals: 'd',
  contacts: 'c',
  companies: 'o',
  activities: 'a',
  tasks: 't',
  wants: 'w',
  rules: 'r',
}

function recordName(table: string, row: Cells & { row_number: number }): string {
  if (table === 'history') return `d${row['deal_id']}`
  if (table === 'operations') return `journal ${row.row_number}`
  const letter = LETTERS[table]
  return letter === undefined ? `${table} ${row.row_number}` : `${letter}${row.row_number}`
}

function takeOut(
  { db }: Store,
  operation: Operation,
  { traces, mark }: Take,
  table: string,
  row: Cells & { row_number: number },
  columns: readonly string[],
): void {
  const id = row.row_number
  const patch: Cells = {}
  for (const name of columns) {
    const without = changeTexts(row[name] ?? null, (text) => traces.without(text, mark))
    patch[name] = name === 'external_id' ? `${without} ${recordName(table, row)}` : without
  }
  Object.assign(patch, nameWithout(table, id, patch))
  const label = JOURNALED.find((known) => known === table)
  if (label !== undefined) {
    operation.update(label, id, patch)
    return
  }
  const sets = Object.keys(patch).map((name) => `${name} = ?`)
  db.prepare(`update ${table} set ${sets.join(', ')} where rowid = ?`).run(...Object.values(patch), id)
  if (table === 'deals') operation.touched.add(id)
  if (table === 'history') operation.touched.add(Number(row['deal_id']))
}

/** Images of the rows that were changed above, from before that, and of rows that are gone. */
function takeOutOfJournal(db: Database, search: Search): void {
  const rows = db
    .prepare(
      `select op, seq, table_name as "table", row_id as row, before, after from changes
      where names_them(before) or names_them(after)`,
    )
    .all() as {
    op: number
    seq: number
    table: string
    row: number
    before: string | null
    after: string | null
  }[]
  for (const { op, seq, table, row, before, after } of rows) {
    if (PASSED_OVER.has(table)) continue
    const images = [before, after].map((text) => {
      const image = text === null ? null : parseJson<Cells>(text)
      if (image === null || isApart(search, table, { ...image, row_number: row })) return text
      return JSON.stringify(imageWithout(table, row, image, search))
    })
    db.prepare('update changes set before = ?, after = ? where op = ? and seq = ?').run(...images, op, seq)
  }
}

function imageWithout(table: string, id: number, image: Cells, { traces, mark }: Take): Cells {
  const changed: Cells = { ...image }
  for (const [name, cell] of Object.entries(image)) {
    if (table === 'contacts' && NAMES_OF_OTHERS.has(name)) continue
    const without = changeTexts(cell, (text) => traces.without(text, mark))
    if (without === cell) continue
    changed[name] = name === 'external_id' ? `${without} ${recordName(table, { row_number: id })}` : without
  }
  return changed['name'] === image['name'] ? changed : { ...changed, ...nameWithout(table, id, changed) }
}

/** Names by which records are looked up are kept folded too; those of filters stay different from one another. */
function nameWithout(table: string, id: number, { name }: Cells): Cells {
  if (typeof name !== 'string') return {}
  if (table === 'companies') return { folded: foldCompany(name) }
  return ['saved_filters', 'reference_funnels', 'dashboards'].includes(table)
    ? { name: `${name} ${id}`, folded: foldKey(`${name} ${id}`) }
    : {}
}
