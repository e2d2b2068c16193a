import { majorOf } from '../domain/money.ts'
import { type Phone, shownPhone } from '../domain/names/phone.ts'
import { ownFieldId } from './kept/search-text.ts'
import type { Labels } from './labels.ts'
import { nameOf, PRECISIONS, parseJson } from './rows.ts'
import type { Hit } from './search.ts'
import type { Store } from './store.ts'
import type { Cells } from './tables/cells.ts'

/** What a line about a record says beside its name. */
export interface Fact {
  what: 'text' | 'kind' | 'state'
  text: string
}

/** A record that was found, as it is shown. */
export interface FoundRecord {
  hit: Hit
  /** `c5` */
  id: string
  title: string | null
  /** ISO 8601; a task's due, an activity's moment, else when the record came to be. */
  at: string | null
  precision: 'moment' | 'day'
  facts: Fact[]
  amount: { amount: number; currency: string } | null
  /** Whom it is about, as one text; empty for people themselves. */
  people: string
  /** The name of the user's own field that has the words. */
  field: string | null
  /** Of no more concern: a closed deal, a task done. */
  closed: boolean
}

export function foundRecords(store: Store, labels: Labels, hits: readonly Hit[]): FoundRecord[] {
  return hits.map((hit) => ({
    ...READERS[hit.kind](store, labels, hit.id),
    hit,
    field: ownField(hit, labels),
  }))
}

type Read = Omit<FoundRecord, 'hit' | 'field'>

function ownField({ kind, best }: Hit, labels: Labels): string | null {
  const id = ownFieldId(best?.field)
  if (id === undefined || kind === 'task' || kind === 'activity') return null
  return labels.fields(kind).find((field) => field.id === id)?.name ?? null
}

const READERS: Record<Hit['kind'], (store: Store, labels: Labels, id: number) => Read> = {
  contact: (store, labels, id) => {
    const row = rowOf(
      store,
      'select name, phones, company_id, created_at, created_precision from contacts where id = ?',
      id,
    )
    const phones = parseJson<Phone[]>(String(row['phones']))
    return {
      ...NOTHING,
      id: `c${id}`,
      title: text(row['name']),
      ...moment(store, row['created_at'], row['created_precision']),
      facts: facts(company(labels, row['company_id']), phones.map(shownPhone)[0] ?? null),
    }
  },
  company: (store, _, id) => {
    const row = rowOf(
      store,
      'select name, phone, website, created_at, created_precision from companies where id = ?',
      id,
    )
    return {
      ...NOTHING,
      id: `o${id}`,
      title: text(row['name']),
      ...moment(store, row['created_at'], row['created_precision']),
      facts: facts(text(row['phone']) ?? text(row['website'])),
    }
  },
  deal: (store, labels, id) => {
    const row = rowOf(
      store,
      `select title, stage_id, outcome, company_id, amount, currency, created_at,
        (select v.precision from visits v where v.deal_id = s.deal_id and v.seq = 0) as precision,
        (select json_group_array(contact_id) from deal_contacts c where c.deal_id = s.deal_id) as contacts
      from deal_state s where deal_id = ?`,
      id,
    )
    const amount = number(row['amount'])
    const currency = String(row['currency'])
    const people = labels.contacts(parseJson<number[]>(String(row['contacts'])))
    return {
      id: `d${id}`,
      title: text(row['title']),
      ...moment(store, row['created_at'], row['precision']),
      facts: facts(store.stage(number(row['stage_id']) ?? 0).name),
      amount: amount === null ? null : { amount: majorOf(amount, currency), currency },
      people: [...people, company(labels, row['company_id'])].filter((one) => one !== null).join(', '),
      closed: row['outcome'] !== 0,
    }
  },
  task: (store, labels, id) => {
    const row = rowOf(store, 'select * from tasks where id = ?', id)
    return {
      ...NOTHING,
      id: `t${id}`,
      title: text(row['text']),
      ...moment(store, row['due_at'], row['due_precision']),
      facts: row['state'] === 'done' ? [{ what: 'state', text: 'done' }] : [],
      people: peopleOf(labels, row),
      closed: row['state'] === 'done',
    }
  },
  activity: (store, labels, id) => {
    const row = rowOf(store, 'select * from activities where id = ?', id)
    return {
      ...NOTHING,
      id: `a${id}`,
      title: text(row['text']),
      ...moment(store, row['at'], row['precision']),
      facts: [{ what: 'kind', text: String(row['kind']) }],
      people: peopleOf(labels, row) || (text(row['phone']) ?? ''),
    }
  },
}

const NOTHING = { amount: null, people: '', closed: false } as const

function rowOf({ db }: Store, sql: string, id: number): Cells {
  return (db.prepare(sql).get(id) ?? {}) as Cells
}

function peopleOf(labels: Labels, row: Cells): string {
  const contact = number(row['contact_id'])
  return (contact === null ? company(labels, row['company_id']) : labels.contact(contact)) ?? ''
}

function company(labels: Labels, id: string | number | null | undefined): string | null {
  const known = number(id)
  return known === null ? null : labels.company(known)
}

function moment({ zone }: Store, at: Cells[string] | undefined, precision: Cells[string] | undefined) {
  const known = number(at)
  const exact = nameOf(PRECISIONS, number(precision) ?? 0)
  return {
    at: known === null ? null : exact === 'day' ? zone.dateOf(known) : zone.isoString(known),
    precision: exact,
  }
}

function facts(...texts: readonly (string | null)[]): Fact[] {
  return texts.flatMap((one) => (one === null || one === '' ? [] : [{ what: 'text' as const, text: one }]))
}

function text(value: Cells[string] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function number(value: Cells[string] | undefined): number | null {
  return typeof value === 'number' ? value : null
}
