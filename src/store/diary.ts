import { fieldOfKind, KIND } from '../domain/deal.ts'
import type { Database } from './database.ts'
import { parseJson } from './rows.ts'
import type { Store } from './store.ts'

/** One thing that an operation did; names of deals and stages are today's, those of other records of then. */
export type Deed =
  | { did: 'dealAdded'; deal: string; title: string; stage: string }
  | { did: 'dealMoved'; deal: string; title: string; from: string; to: string; reason: string | null }
  | { did: 'dealEdited'; deal: string; title: string; field: string | null }
  | { did: 'dealRemoved'; deal: string; title: string }
  | { did: 'setting'; key: string; value: string | null }
  | {
      did: 'record'
      table: RecordTable
      how: How
      /** `c5`; empty where people do not name it so. */
      id: string
      name: string
      /** Of an activity: `call-out`. */
      kind: string | null
      /** With whom. */
      whom: string | null
    }

export type How = 'added' | 'changed' | 'removed' | 'done'

/** What an operation did: the first of its deeds, and how many there are besides. */
export interface Told {
  deeds: Deed[]
  more: number
}

const LETTERS = {
  contacts: 'c',
  companies: 'o',
  activities: 'a',
  tasks: 't',
  managers: 'm',
  plans: 'p',
  rules: 'r',
  pipelines: '',
  stages: '',
  fields: '',
  fx_rates: '',
  saved_filters: '',
} as const

export type RecordTable = keyof typeof LETTERS

/** More of them say nothing that their number does not. */
const TOLD = 3

/** What an operation did, read from the rows that it wrote, in force or not. */
export function toldOf(store: Store, operation: number): Told {
  const parts = [addedDeals, changedDeals, changedRecords].map((read) => read(store, operation))
  const deeds = parts.flatMap((part) => part.deeds).slice(0, TOLD)
  return { deeds, more: parts.reduce((sum, { count }) => sum + count, 0) - deeds.length }
}

interface Counted {
  deeds: Deed[]
  count: number
}

function addedDeals(store: Store, operation: number): Counted {
  const mine =
    'from operations o join deals d on d.id between o.deals_from and o.deals_until and d.op = o.id where o.id = ?'
  const rows = store.db
    .prepare(`select d.id, d.title, d.stage_id ${mine} order by d.id limit ${TOLD}`)
    .raw()
    .all(operation) as [number, string, number][]
  return {
    count: countOf(store.db, mine, operation),
    deeds: rows.map(([id, title, stage]) => ({
      did: 'dealAdded',
      deal: `d${id}`,
      title,
      stage: stageName(store.db, stage),
    })),
  }
}

/** Changes of deals that the operation did not make itself. */
function changedDeals(store: Store, operation: number): Counted {
  const mine = `from operations o join history h on h.id between o.history_from and o.history_until and h.op = o.id
    join deals d on d.id = h.deal_id and (d.op <> o.id or h.kind = ${KIND.stage}) where o.id = ?`
  const rows = store.db
    .prepare(
      `select h.id, h.deal_id, coalesce(s.title, d.title), h.kind, h.value, h.reason,
        coalesce((select e.value from history e where e.deal_id = h.deal_id and e.kind = ${KIND.stage}
          and (e.at, e.id) < (h.at, h.id) order by e.at desc, e.id desc limit 1), d.stage_id)
      ${mine.replace('where', 'left join deal_state s on s.deal_id = d.id where')} order by h.id limit ${TOLD}`,
    )
    .raw()
    .all(operation) as [number, number, string, number, string | number | null, string | null, number][]
  return {
    count: countOf(store.db, mine, operation),
    deeds: rows.map(([, id, title, kind, value, reason, from]): Deed => {
      const deal = { deal: `d${id}`, title }
      if (kind === KIND.stage)
        return {
          did: 'dealMoved',
          ...deal,
          from: stageName(store.db, from),
          to: stageName(store.db, Number(value)),
          reason,
        }
      if (kind === KIND.removed && value === 1) return { did: 'dealRemoved', ...deal }
      return { did: 'dealEdited', ...deal, field: fieldOfKind(kind) ?? null }
    }),
  }
}

function changedRecords({ db }: Store, operation: number): Counted {
  const known = `(${Object.keys({ ...LETTERS, settings: '' })
    .map((table) => `'${table}'`)
    .join(', ')})`
  const mine = `from changes where op = ? and table_name in ${known}`
  const rows = db
    .prepare(`select table_name, row_id, before, after ${mine} order by seq limit ${TOLD}`)
    .raw()
    .all(operation) as [RecordTable | 'settings', number, string | null, string | null][]
  const loaded = Number(
    db.prepare(`select coalesce(sum(row_until - row_id), 0) ${mine}`).pluck().get(operation),
  )
  return {
    count: countOf(db, mine, operation) + loaded,
    deeds: rows.flatMap(([table, id, before, after]) => recordDeed(db, table, id, before, after)),
  }
}

type Cells = Record<string, string | number | null>

function recordDeed(
  db: Database,
  table: RecordTable | 'settings',
  id: number,
  before: string | null,
  after: string | null,
): Deed[] {
  const image = after ?? before
  // A load in bulk keeps no images: the number of its rows is all there is to say.
  if (image === null) return []
  const row = parseJson<Cells>(image)
  if (table === 'settings')
    return [{ did: 'setting', key: String(row['key']), value: after === null ? null : String(row['value']) }]
  const letter = LETTERS[table]
  return [
    {
      did: 'record',
      table,
      how: howOf(before, after),
      id: letter === '' ? '' : `${letter}${id}`,
      name: String(row['name'] ?? row['text'] ?? row['metric'] ?? row['currency'] ?? ''),
      kind:
        table === 'activities'
          ? [row['kind'], row['direction']].filter((part) => part !== null).join('-')
          : null,
      whom: whomOf(db, row),
    },
  ]
}

function howOf(before: string | null, after: string | null): How {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  const state = (image: string) => parseJson<Cells>(image)['state']
  return state(after) === 'done' && state(before) !== 'done' ? 'done' : 'changed'
}

function whomOf(db: Database, row: Cells): string | null {
  const named = (table: string, id: string | number | null | undefined) =>
    typeof id === 'number' ? db.prepare(`select name from ${table} where id = ?`).pluck().get(id) : undefined
  const name =
    named('contacts', row['contact_id']) ??
    named('companies', row['contact_id'] === undefined ? null : row['company_id'])
  return typeof name === 'string' ? name : null
}

/** An undo may have taken the stage away with the deal. */
function stageName(db: Database, id: number): string {
  return String(db.prepare('select name from stages where id = ?').pluck().get(id) ?? '')
}

function countOf(db: Database, from: string, operation: number): number {
  return Number(db.prepare(`select count(*) ${from}`).pluck().get(operation))
}
