import { FIELD_KIND, fieldOfKind, KIND } from '../../domain/deal.ts'
import type { Database } from '../database.ts'
import { changesOf, type NamedChange } from '../deals/history.ts'
import { Labels } from '../labels.ts'
import { parseJson } from '../rows.ts'
import type { Store } from '../store.ts'
import type { Cells } from '../tables/cells.ts'
import { type CellChange, cellChanges } from './cells.ts'

/** One thing that an operation did; names of deals and stages are today's, those of other records of then. */
export type Deed =
  | { did: 'dealAdded'; deal: string; title: string; stage: string }
  | { did: 'dealMoved'; deal: string; title: string; from: string; to: string; reason: string | null }
  | { did: 'dealEdited'; deal: string; title: string; change: NamedChange }
  | { did: 'dealRemoved'; deal: string; title: string }
  | { did: 'handover'; from: string; to: string[]; until: string | null }
  | { did: 'handedBack'; to: string }
  | { did: 'me'; name: string }
  | { did: 'setting'; key: string; from: string | null; to: string | null }
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
      /** As it was left, or as it was before it was removed. */
      row: Cells
      /** Of one that was changed, or done. */
      changes: CellChange[]
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
  holidays: '',
  bonuses: '',
  rules: 'r',
  wants: 'w',
  pipelines: '',
  stages: '',
  fields: '',
  fx_rates: '',
  dashboards: '',
  saved_filters: '',
  reference_funnels: '',
  lifecycle: '',
} as const

export type RecordTable = keyof typeof LETTERS

/** More of them say nothing that their number does not. */
const TOLD = 3

/** What an operation did, read from the rows that it wrote, in force or not. */
export function toldOf(store: Store, operation: number): Told {
  const handed = handedOver(store, operation)
  if (handed !== null) return { deeds: [handed], more: 0 }
  const parts = [addedDeals, changedDeals, changedRecords].map((read) => read(store, operation))
  const deeds = parts.flatMap((part) => part.deeds).slice(0, TOLD)
  return { deeds, more: parts.reduce((sum, { count }) => sum + count, 0) - deeds.length }
}

/** Work handed over, or given back, is one deed, however much of it there was. */
function handedOver({ db, managers }: Store, operation: number): Deed | null {
  const changes = (table: string) =>
    db
      .prepare('select before, after from changes where op = ? and table_name = ? order by seq')
      .all(operation, table) as { before: string | null; after: string | null }[]
  const [row] = changes('handovers')
  if (row?.after == null) return null
  const cells = parseJson<Cells>(row.after)
  const name = (id: unknown) => managers.find((manager) => manager.id === id)?.name ?? ''
  const from = name(cells['manager_id'])
  if (row.before !== null) return { did: 'handedBack', to: from }
  const items = changes('handover_items').flatMap(({ after }) =>
    after === null ? [] : [parseJson<Cells>(after)],
  )
  const to = [...new Set(items.map((item) => name(item['manager_id'])))]
  const until = cells['until_on']
  return { did: 'handover', from, to, until: typeof until === 'string' ? until : null }
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

type Changed = [
  row: number,
  deal: number,
  title: string,
  kind: number,
  value: string | number | null,
  reason: string | null,
  currency: string,
  at: number,
  from: number,
]

/** A row of history that was in force when the operation `op` was made: neither undone before it nor written after it. */
const wasInForce = (op: string) => `e.op <= ${op} and (e.retracted = 0 or
  coalesce(e.superseded_by, (select o.retracted_by from operations o where o.id = e.op)) > ${op})`

/** What a field was before a row of history: by the row before it, else as the deal was made. */
function valueBefore(
  db: Database,
  of: { row: number; deal: number; kind: number; at: number; op: number },
): string | number | null {
  const { deal, kind } = of
  const earlier = db
    .prepare(
      `select e.value from history e where e.deal_id = @deal and e.kind = @kind and (e.at, e.id) < (@at, @row)
        and ${wasInForce('@op')} order by e.at desc, e.id desc limit 1`,
    )
    .get(of) as { value: string | number | null } | undefined
  if (earlier !== undefined) return earlier.value
  const made = db.prepare('select * from deals where id = ?').get(deal) as Cells | undefined
  const field = fieldOfKind(kind)
  if (field === undefined) {
    const own = parseJson<Cells>(String(made?.['fields'] ?? '{}'))
    return own[String(kind - FIELD_KIND)] ?? null
  }
  return made?.[COLUMNS[field] ?? field] ?? null
}

/** Where a field is kept under another name. */
const COLUMNS: Readonly<Record<string, string>> = {
  ...{ manager: 'manager_id', company: 'company_id', expected: 'expected_on' },
  ...{ externalId: 'external_id', externalSystem: 'external_system' },
}

/** Changes of deals that the operation did not make itself. */
function changedDeals(store: Store, operation: number): Counted {
  const mine = `from operations o join history h on h.id between o.history_from and o.history_until and h.op = o.id
    join deals d on d.id = h.deal_id and (d.op <> o.id or h.kind = ${KIND.stage}) where o.id = ?`
  const rows = store.db
    .prepare(
      `select h.id, h.deal_id, coalesce(s.title, d.title), h.kind, h.value, h.reason, coalesce(s.currency, d.currency), h.at,
        coalesce((select e.value from history e where e.deal_id = h.deal_id and e.kind = ${KIND.stage}
          and (e.at, e.id) < (h.at, h.id) and ${wasInForce('o.id')} order by e.at desc, e.id desc limit 1), d.stage_id)
      ${mine.replace('where', 'left join deal_state s on s.deal_id = d.id where')} order by h.id limit ${TOLD}`,
    )
    .raw()
    .all(operation) as Changed[]
  const labels = new Labels(store)
  return {
    count: countOf(store.db, mine, operation),
    deeds: rows.map(([row, id, title, kind, value, reason, currency, at, from]): Deed => {
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
      const before = valueBefore(store.db, { row, deal: id, kind, at, op: operation })
      const change = { kind, from: before, to: value, currencies: [currency, currency] as const }
      const [named] = changesOf(store, labels, [change])
      const unnamed = { kind: fieldOfKind(kind) ?? '', from: null, to: null, currencies: change.currencies }
      return { did: 'dealEdited', ...deal, change: named ?? unnamed }
    }),
  }
}

/** Records by the order in which they were first changed: each told once, as it was before and as it was left. */
function changedRecords(store: Store, operation: number): Counted {
  const { db } = store
  const known = `(${Object.keys({ ...LETTERS, settings: '' })
    .map((table) => `'${table}'`)
    .join(', ')})`
  const mine = `from changes where op = ? and table_name in ${known}`
  const rows = db
    .prepare(
      `select table_name, row_id, (select before from changes f where f.op = c.op and f.seq = c.first),
        (select after from changes l where l.op = c.op and l.seq = c.last)
      from (select op, table_name, row_id, min(seq) as first, max(seq) as last ${mine} group by 2, 3) c
      order by c.first limit ${TOLD}`,
    )
    .raw()
    .all(operation) as [RecordTable | 'settings', number, string | null, string | null][]
  const loaded = Number(
    db.prepare(`select coalesce(sum(row_until - row_id), 0) ${mine}`).pluck().get(operation),
  )
  return {
    count: countOf(db, `from (select distinct table_name, row_id ${mine})`, operation) + loaded,
    deeds: rows.flatMap(([table, id, before, after]) => {
      const deeds = recordDeed(store, table, id, before, after)
      return deeds.map((deed) => namedSetting(deed, store))
    }),
  }
}

function recordDeed(
  store: Store,
  table: RecordTable | 'settings',
  id: number,
  before: string | null,
  after: string | null,
): Deed[] {
  const image = after ?? before
  // A load in bulk keeps no images: the number of its rows is all there is to say.
  if (image === null) return []
  const row = parseJson<Cells>(image)
  if (table === 'settings') {
    const value = (one: string | null) => (one === null ? null : String(parseJson<Cells>(one)['value']))
    return [{ did: 'setting', key: String(row['key']), from: value(before), to: value(after) }]
  }
  const letter = LETTERS[table]
  const how = howOf(before, after)
  const changes = before === null ? [] : cellChanges(store, parseJson<Cells>(before), row)
  return [
    {
      did: 'record',
      table,
      how,
      id: letter === '' ? '' : `${letter}${id}`,
      name: String(row['name'] || row['text'] || row['product'] || row['metric'] || row['currency'] || ''),
      kind:
        table === 'activities'
          ? [row['kind'], row['direction']].filter((part) => part !== null).join('-')
          : null,
      whom: whomOf(store.db, row),
      row,
      changes: how === 'done' ? changes.filter(({ cell }) => cell === 'result') : changes,
    },
  ]
}

/** Who types, and the pipeline, are said by name. */
function namedSetting(deed: Deed, { managers, pipelines }: Store): Deed {
  if (deed.did !== 'setting') return deed
  const named = (list: readonly { id: number; name: string }[], text: string | null) =>
    list.find(({ id }) => id === Number(text))?.name ?? text
  if (deed.key === 'me' && deed.to !== null) return { did: 'me', name: named(managers, deed.to) ?? '' }
  const list = deed.key === 'me' ? managers : deed.key === 'pipeline' ? pipelines : []
  return { ...deed, from: named(list, deed.from), to: named(list, deed.to) }
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
