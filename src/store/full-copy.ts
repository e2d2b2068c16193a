import { foldCompany, foldKey, foldName } from '../domain/name.ts'
import {
  type Cell,
  type Codec,
  flag,
  historyKind,
  json,
  maybeMoment,
  moment,
  named,
  plain,
} from './copy-codecs.ts'
import type { Database } from './database.ts'
import { ORIGINS, OUTCOMES, PRECISIONS } from './rows.ts'

/**
 * What a full copy holds, table by table in the order in which rows may be put back: whatever is in force, ids kept.
 * Left out are copies, folded names, the journal and what was undone. A new table of records is added here, and
 * nowhere else.
 */
export type CopyRow = Readonly<Record<string, unknown>>

interface CopyTable {
  name: string
  /** Column → how it is written, in the order of the copy. */
  columns: Readonly<Record<string, Codec>>
  /** The column `folded`, made anew from the name. */
  fold?: (name: string) => string
  /** Journaled label rows; else the truth of deals, which carries operations itself. */
  label: boolean
}

const sourced = { external_system: plain, external_id: plain, said: plain }

/** Whom and what an activity or a task is about. */
const about = { manager_id: plain, contact_id: plain, company_id: plain, deal_id: plain }

const person = { name: plain, external_system: plain, external_id: plain, created_at: moment }

export const COPY_TABLES: readonly CopyTable[] = [
  { name: 'settings', label: true, columns: { id: plain, key: plain, value: plain } },
  {
    name: 'managers',
    label: true,
    fold: foldKey,
    columns: {
      id: plain,
      name: plain,
      email: plain,
      department: plain,
      aliases: json,
      active: flag,
      merged_into: plain,
    },
  },
  {
    name: 'pipelines',
    label: true,
    fold: foldKey,
    columns: { id: plain, name: plain, aliases: json, archived: flag },
  },
  {
    name: 'stages',
    label: true,
    fold: foldKey,
    columns: {
      id: plain,
      pipeline_id: plain,
      kind: named(OUTCOMES),
      bit: plain,
      name: plain,
      aliases: json,
      probability: plain,
      norm_days: plain,
    },
  },
  {
    name: 'pipeline_versions',
    label: true,
    columns: { id: plain, pipeline_id: plain, from_at: moment, stages: json },
  },
  {
    name: 'fields',
    label: true,
    fold: foldKey,
    columns: { id: plain, entity: plain, name: plain, type: plain, choices: json },
  },
  { name: 'fx_rates', label: true, columns: { id: plain, on_date: plain, currency: plain, rate: plain } },
  { name: 'profiles', label: true, columns: { id: plain, name: plain, settings: plain } },
  {
    name: 'companies',
    label: true,
    fold: foldCompany,
    columns: {
      id: plain,
      ...person,
      created_precision: named(PRECISIONS),
      phone: plain,
      email: plain,
      website: plain,
      note: plain,
      manager_id: plain,
      fields: json,
      said: plain,
      merged_into: plain,
    },
  },
  {
    name: 'contacts',
    label: true,
    fold: foldName,
    columns: {
      id: plain,
      ...person,
      created_precision: named(PRECISIONS),
      position: plain,
      phones: json,
      emails: json,
      company_id: plain,
      manager_id: plain,
      source: plain,
      note: plain,
      birthday: plain,
      tags: json,
      fields: json,
      said: plain,
      merged_into: plain,
    },
  },
  { name: 'apart', label: true, columns: { id: plain, entity: plain, one_id: plain, other_id: plain } },
  {
    name: 'activities',
    label: true,
    columns: {
      id: plain,
      kind: plain,
      direction: plain,
      outcome: plain,
      at: moment,
      precision: named(PRECISIONS),
      duration: plain,
      ...about,
      text: plain,
      place: plain,
      phone: plain,
      ...sourced,
    },
  },
  {
    name: 'tasks',
    label: true,
    columns: {
      id: plain,
      text: plain,
      ...about,
      due_at: maybeMoment,
      due_precision: named(PRECISIONS),
      priority: plain,
      state: plain,
      done_at: maybeMoment,
      done_precision: named(PRECISIONS),
      result: plain,
      recurrence: plain,
      postponed: plain,
      created_at: moment,
      created_precision: named(PRECISIONS),
      ...sourced,
    },
  },
  {
    name: 'plans',
    label: true,
    columns: {
      id: plain,
      manager_id: plain,
      department: plain,
      from_on: plain,
      until_on: plain,
      metric: plain,
      amount: plain,
      currency: plain,
      known_at: moment,
    },
  },
  {
    name: 'deals',
    label: false,
    columns: {
      id: plain,
      title: plain,
      external_system: plain,
      external_id: plain,
      created_at: moment,
      created_precision: named(PRECISIONS),
      recorded_at: moment,
      origin: named(ORIGINS),
      actor_id: plain,
      synthetic: flag,
      stage_synthetic: flag,
      stage_seen: flag,
      amount_synthetic: flag,
      stage_id: plain,
      manager_id: plain,
      company_id: plain,
      amount: plain,
      cost: plain,
      currency: plain,
      source: plain,
      product: plain,
      expected_on: plain,
      contacts: json,
      tags: json,
      fields: json,
      note: plain,
    },
  },
  {
    name: 'history',
    label: false,
    columns: {
      id: plain,
      deal_id: plain,
      kind: historyKind,
      value: plain,
      reason: plain,
      at: moment,
      precision: named(PRECISIONS),
      recorded_at: moment,
      actor_id: plain,
      origin: named(ORIGINS),
      synthetic: flag,
    },
  },
]

const PAGE = 2000

export interface CopySection {
  name: string
  pages: Iterable<CopyRow[]>
}

/** The whole workspace, a table after another, in pages. Money is in minor units, moments in UTC. */
export function* copySections(db: Database): Generator<CopySection> {
  for (const table of COPY_TABLES) yield { name: camel(table.name), pages: pagesOf(db, table) }
}

function* pagesOf(db: Database, { name, columns, label }: CopyTable): Generator<CopyRow[]> {
  const entries = Object.entries(columns).map(([column, codec]) => ({ column, key: camel(column), codec }))
  const cells = entries.map(({ column }) =>
    column === 'recorded_at' ? 'coalesce(t.recorded_at, o.at)' : `t.${column}`,
  )
  const source = label ? `${name} t` : `${name} t join operations o on o.id = t.op and t.retracted = 0`
  const statement = db
    .prepare(`select ${cells.join(', ')} from ${source} where t.id > ? order by t.id limit ${PAGE}`)
    .raw()
  for (let after = 0; ; ) {
    const rows = statement.all(after) as Cell[][]
    const last = rows.at(-1)
    if (last === undefined) return
    after = Number(last[0])
    yield rows.map((row) =>
      Object.fromEntries(entries.map(({ key, codec }, n) => [key, writeCell(codec, row[n] ?? null)])),
    )
  }
}

function writeCell(codec: Codec, cell: Cell): unknown {
  return cell === null ? null : codec.write(cell)
}

/** The cells of a row of the copy in the order of the table's columns, or the key that cannot be read. */
export function readRow({ columns }: CopyTable, row: CopyRow): Cell[] | { key: string } {
  const cells: Cell[] = []
  const known = new Set<string>()
  for (const [column, codec] of Object.entries(columns)) {
    const key = camel(column)
    known.add(key)
    const value = row[key]
    const cell = value === null && !codec.readsNull ? null : codec.read(value)
    if (cell === undefined) return { key }
    cells.push(cell)
  }
  const strange = Object.keys(row).find((key) => !known.has(key))
  return strange === undefined ? cells : { key: strange }
}

export function tableOf(section: string): CopyTable | undefined {
  return COPY_TABLES.find(({ name }) => camel(name) === section)
}

/** `created_at` → `createdAt`. */
function camel(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
