import { KIND } from '../../domain/deal.ts'
import { foldName } from '../../domain/names/name.ts'
import type { Email, Phone } from '../../domain/names/phone.ts'
import { changeTexts, type KnownBy, type Traces, tracesOf } from '../../domain/names/traces.ts'
import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import { forgetApart } from '../people/apart.ts'
import { parseJson } from '../rows.ts'
import type { Store } from '../store.ts'
import type { Cells } from '../tables/cells.ts'
import type { LabelTable } from '../tables/schema.ts'
import { emptyOtherRows, type Mention, mentionsElsewhere } from './elsewhere.ts'
import { type OwnRecords, ownRecords, samePerson } from './own.ts'

export interface Erased {
  deals: number
  activities: number
  tasks: number
  /** Other people of the very same name: their records are left alone. */
  namesakes: number[]
  /** What else in the file names them, changed where that was asked. */
  elsewhere: Mention[]
  knownBy: KnownBy
}

/**
 * Takes a person out of the file: their row stays as a shell, so that what counts them counts the same. What is about
 * them is emptied, what else is said of their deals loses their name, phones and e-mails, the journal too. Texts of
 * others are looked through and, `everywhere`, changed. The operation cannot be taken back.
 */
export function eraseContact(
  store: Store,
  operation: Operation,
  contact: number,
  { mark, everywhere }: { mark: string; everywhere: boolean },
): Erased {
  const { db } = store
  db.raw.pragma('secure_delete = on')
  const ids = samePerson(db, contact)
  const knownBy = everKnownBy(db, ids, mark)
  const [own, whole] = [tracesOf(knownBy, 'own'), tracesOf(knownBy, 'elsewhere')]
  const records = ownRecords(db, ids, own)
  const emptied = new Emptied(mark, own, whole, records)
  for (const id of ids) forgetApart(db, operation, 'contact', id)
  for (const table of ['contacts', 'activities', 'tasks'] as const)
    for (const id of records[table]) emptyRow(db, operation, emptied, table, id)
  for (const table of ['activities', 'tasks'] as const)
    for (const id of records.beside[table]) emptyRow(db, operation, emptied, table, id)
  for (const deal of records.deals) emptyDeal(db, operation, emptied, deal)
  emptyOtherRows(store, operation, records, own, mark)
  const namesakes = namesakesOf(db, ids, knownBy)
  const elsewhere = mentionsElsewhere(store, operation, {
    traces: whole,
    mark,
    everywhere,
    apart: [records, ...namesakes.map((id) => ownRecords(db, samePerson(db, id), NOBODY))],
    current: operation.id,
  })
  emptyJournal(db, emptied, operation.id)
  db.prepare('insert or ignore into remnants(contact_id) values (?)').run(contact)
  return {
    deals: records.deals.size,
    activities: records.activities.size,
    tasks: records.tasks.size,
    namesakes,
    elsewhere,
    knownBy,
  }
}

const NOBODY: Traces = { within: () => false, without: (text) => text }

/** Names, phones and e-mails of now and of the journal: what was mended or dropped is still theirs. */
function everKnownBy(db: Database, ids: ReadonlySet<number>, mark: string): KnownBy {
  const list = JSON.stringify([...ids])
  const images = db
    .prepare(
      `select name, phones, emails from contacts where id in (select value from json_each(@list))
      union select image ->> 'name', image ->> 'phones', image ->> 'emails' from (
        select before as image, table_name, row_id from changes
        union all select after, table_name, row_id from changes)
      where table_name = 'contacts' and row_id in (select value from json_each(@list)) and image is not null`,
    )
    .all({ list }) as { name: string; phones: string; emails: string }[]
  return {
    names: [...new Set(images.map(({ name }) => name))].filter((name) => name !== mark),
    phones: images.flatMap(({ phones }) => parseJson<Phone[]>(phones)),
    emails: images.flatMap(({ emails }) => parseJson<Email[]>(emails)),
  }
}

function namesakesOf(db: Database, ids: ReadonlySet<number>, { names }: KnownBy): number[] {
  const found = names.flatMap(
    (name) =>
      db
        .prepare('select id from contacts where folded = ? and erased = 0 and merged_into is null')
        .pluck()
        .all(foldName(name)) as number[],
  )
  return [...new Set(found)].filter((id) => !ids.has(id)).sort((a, b) => a - b)
}

function emptyRow(
  db: Database,
  operation: Operation,
  emptied: Emptied,
  table: 'contacts' | 'activities' | 'tasks',
  id: number,
): void {
  const row = db.prepare(`select * from ${table} where id = ?`).get(id) as Cells
  operation.update(table, id, emptied.row(table, id, row))
}

const WRITTEN = ['source', 'product', 'tags', 'fields'] as const

/** Deals and their history are written over in place: only here, for nothing of a person may stay in the past. */
function emptyDeal(db: Database, operation: Operation, emptied: Emptied, id: number): void {
  const deal = db.prepare('select * from deals where id = ?').get(id) as Cells
  const patch: Cells = {
    title: emptied.told(deal['title'] ?? null),
    note: emptied.told(deal['note'] ?? null),
    external_id: emptied.id(`d${id}`, deal['external_id'] ?? null),
    ...Object.fromEntries(WRITTEN.map((column) => [column, emptied.written(deal[column] ?? null)])),
  }
  setCells(db, 'deals', id, deal, patch)
  const rows = db.prepare('select * from history where deal_id = ?').all(id) as (Cells & { id: number })[]
  for (const row of rows) {
    const value = emptied.historyValue(id, Number(row['kind']), row['value'] ?? null)
    setCells(db, 'history', row.id, row, { value, reason: emptied.written(row['reason'] ?? null) })
  }
  operation.touched.add(id)
}

function setCells(db: Database, table: 'deals' | 'history', id: number, row: Cells, patch: Cells): void {
  const changed = Object.entries(patch).filter(([name, cell]) => cell !== row[name])
  if (changed.length === 0) return
  const sets = changed.map(([name]) => `${name} = ?`).join(', ')
  db.prepare(`update ${table} set ${sets} where id = ?`).run(...changed.map(([, cell]) => cell), id)
}

/** Images of their rows, rows long removed too, and the operations that touched them. */
function emptyJournal(db: Database, emptied: Emptied, current: number): void {
  const { records } = emptied
  const rows = db
    .prepare(
      `select op, seq, table_name as "table", row_id as row, before, after from changes
      where table_name in ('contacts', 'activities', 'tasks', 'wants') and (before is not null or after is not null)`,
    )
    .all() as {
    op: number
    seq: number
    table: LabelTable
    row: number
    before: string | null
    after: string | null
  }[]
  const write = db.prepare('update changes set before = ?, after = ? where op = ? and seq = ?')
  for (const { op, seq, table, row, before, after } of rows) {
    const images = [before, after].map((text) => {
      const image = text === null ? null : parseJson<Cells>(text)
      return image === null ? null : JSON.stringify({ ...image, ...emptied.row(table, row, image) })
    })
    if (images[0] !== before || images[1] !== after) write.run(...images, op, seq)
  }
  const read = db.prepare('select command, summary from operations where id = ?')
  const set = db.prepare('update operations set command = ?, summary = ? where id = ?')
  for (const [id, how] of [...records.operations, [current, 'label'] as const]) {
    const { command, summary } = read.get(id) as { command: string; summary: string }
    set.run(emptied.command(command, how), emptied.written(summary), id)
  }
}

/** What is left of cells. */
class Emptied {
  constructor(
    private readonly mark: string,
    private readonly own: Traces,
    private readonly whole: Traces,
    readonly records: OwnRecords,
  ) {}

  /** Free text about the person or their deal. */
  told(cell: string | number | null) {
    return changeTexts(cell, (text) => this.own.without(text, this.mark))
  }

  /** Texts that many deals share, by which reports group: a part of a name there is somebody else's. */
  written(cell: string | number | null) {
    return changeTexts(cell, (text) => this.whole.without(text, this.mark))
  }

  /** Ids stay different from one another. */
  id(record: string, cell: string | number | null) {
    return typeof cell === 'string' && this.whole.within(cell) ? `${this.mark} ${record}` : cell
  }

  historyValue(deal: number, kind: number, value: string | number | null) {
    if (kind === KIND.title || kind === KIND.note) return this.told(value)
    if (kind === KIND.externalId) return this.id(`d${deal}`, value)
    if (kind !== KIND.created || typeof value !== 'string') return this.written(value)
    const { values, ...creation } = parseJson<{ values: Cells }>(value)
    const changed = {
      ...values,
      title: this.told(values['title'] ?? null),
      note: this.told(values['note'] ?? null),
      externalId: this.id(`d${deal}`, values['externalId'] ?? null),
    }
    return this.written(JSON.stringify({ ...creation, values: changed }))
  }

  /** What changes in a row, or in an image of one. */
  row(table: LabelTable, id: number, cells: Cells): Cells {
    const { records } = this
    if (table === 'contacts') return records.contacts.has(id) ? this.#contact(cells) : {}
    if (table === 'wants')
      return records.contacts.has(Number(cells['contact_id']))
        ? { product: this.told(cells['product'] ?? null) }
        : {}
    if (table !== 'activities' && table !== 'tasks') return {}
    const isOwn = records[table].has(id) || records.contacts.has(Number(cells['contact_id']))
    if (isOwn) return table === 'activities' ? this.#activity(id, cells) : this.#task(id, cells)
    return records.deals.has(Number(cells['deal_id'])) ? this.#beside(cells) : {}
  }

  command(command: string, how: 'label' | 'deal' | 'import'): string {
    const told = String(this.told(command))
    if (how !== 'label') return told
    const [noun = '', verb = '', ...rest] = told.split(' ')
    return rest.length === 0
      ? told
      : `${noun} ${verb} ${this.mark}`.replace(`${this.mark} ${this.mark}`, this.mark)
  }

  #contact(cells: Cells): Cells {
    return {
      name: this.mark,
      folded: foldName(this.mark),
      position: null,
      phones: '[]',
      emails: '[]',
      company_id: null,
      source: this.told(cells['source'] ?? null),
      note: null,
      birthday: null,
      tags: '[]',
      fields: '{}',
      external_system: null,
      external_id: null,
      said: null,
      erased: 1,
    }
  }

  #activity(id: number, cells: Cells): Cells {
    const number = this.records.numbers.get(id)
    return {
      text: null,
      place: null,
      phone: number === undefined ? null : `${this.mark} ${number}`,
      outcome: this.written(cells['outcome'] ?? null),
      external_id: this.id(`a${id}`, cells['external_id'] ?? null),
      said: null,
    }
  }

  #task(id: number, cells: Cells): Cells {
    return {
      text: this.mark,
      result: null,
      external_id: this.id(`t${id}`, cells['external_id'] ?? null),
      said: null,
    }
  }

  /** Of their deals, but with somebody else. */
  #beside(cells: Cells): Cells {
    const told = ['text', 'place', 'result', 'phone', 'said'].filter((name) => cells[name] !== undefined)
    return Object.fromEntries(told.map((name) => [name, this.told(cells[name] ?? null)]))
  }
}
