import type { FieldValue } from '../../domain/deal.ts'
import { majorOf } from '../../domain/money.ts'
import type { BookOf } from '../../domain/names/likeness.ts'
import { shownPhone } from '../../domain/names/phone.ts'
import type { Database } from '../database.ts'
import { momentText } from '../deals/history.ts'
import { type FieldEntity, type ShownValue, shownValue } from '../fields.ts'
import type { Labels } from '../labels.ts'
import { nameOf, OUTCOMES } from '../rows.ts'
import type { Store } from '../store.ts'
import type { Company } from './companies.ts'
import { type Contact, getContact } from './contacts.ts'

/** A contact as scripts see it: names for ids, phones as E.164 where they can be, moments as ISO 8601. */
export interface ContactRecord {
  id: string
  externalId: string | null
  externalSystem: string | null
  name: string
  position: string | null
  phones: string[]
  emails: string[]
  company: string | null
  manager: string | null
  source: string | null
  referredBy: string | null
  birthday: string | null
  note: string | null
  tags: readonly string[]
  fields: Record<string, ShownValue>
  createdAt: string
}

export interface CompanyRecord {
  id: string
  externalId: string | null
  externalSystem: string | null
  name: string
  phone: string | null
  email: string | null
  website: string | null
  manager: string | null
  note: string | null
  fields: Record<string, ShownValue>
  createdAt: string
}

/** A deal among those of a contact or a company. */
export interface DealLine {
  id: string
  title: string
  stage: string
  status: 'open' | 'won' | 'lost'
  amount: number | null
  currency: string
}

/** The phones of a record as people read them: with an extension, or the words that were written after the number. */
export function phonesShown({ db }: Store, { id }: ContactRecord): string[] {
  return getContact(db, Number(id.slice(1))).phones.map(shownPhone)
}

export function contactRecord(store: Store, labels: Labels, contact: Contact): ContactRecord {
  return {
    id: `c${contact.id}`,
    externalId: contact.externalId,
    externalSystem: contact.externalSystem,
    name: contact.name,
    position: contact.position,
    phones: contact.phones.map(({ e164, raw }) => e164 ?? raw),
    emails: contact.emails.map(({ raw }) => raw),
    company: contact.company === null ? null : labels.company(contact.company),
    manager: contact.manager === null ? null : labels.manager(contact.manager),
    source: contact.source,
    referredBy: contact.referredBy === null ? null : labels.contact(contact.referredBy),
    birthday: contact.birthday,
    note: contact.note,
    tags: contact.tags,
    fields: shownFields(store, labels, 'contact', contact.fields),
    createdAt: momentText(store, contact.createdAt, contact.createdPrecision),
  }
}

export function companyRecord(store: Store, labels: Labels, company: Company): CompanyRecord {
  return {
    id: `o${company.id}`,
    externalId: company.externalId,
    externalSystem: company.externalSystem,
    name: company.name,
    phone: company.phone,
    email: company.email,
    website: company.website,
    manager: company.manager === null ? null : labels.manager(company.manager),
    note: company.note,
    fields: shownFields(store, labels, 'company', company.fields),
    createdAt: momentText(store, company.createdAt, company.createdPrecision),
  }
}

/** The deals of a contact, the newest first. */
export function dealsOfContact(store: Store, id: number): DealLine[] {
  return dealLines(store, 'deal_id in (select deal_id from deal_contacts where contact_id = ?)', [id])
}

/** The deals of companies (one and those merged into it), the newest first. */
export function dealsOfCompanies(store: Store, ids: readonly number[]): DealLine[] {
  return dealLines(store, `company_id in (${ids.map(() => '?').join(', ')})`, ids)
}

/** How many deals name a contact, or are of a company. */
export function countDealsOf(db: Database, of: BookOf, id: number): number {
  const counted =
    of === 'contact'
      ? 'select count(*) from deal_contacts where contact_id = ?'
      : 'select count(*) from deal_state where company_id = ?'
  return Number(db.prepare(counted).pluck().get(id))
}

function dealLines(store: Store, condition: string, parameters: readonly number[]): DealLine[] {
  const rows = store.db
    .prepare(
      `select deal_id, title, stage_id, outcome, amount, currency from deal_state
      where removed = 0 and ${condition} order by created_at desc, deal_id desc`,
    )
    .raw()
    .all(...parameters) as [number, string, number, number, number | null, string][]
  return rows.map(([id, title, stage, outcome, amount, currency]) => ({
    id: `d${id}`,
    title,
    stage: store.stage(stage).name,
    status: nameOf(OUTCOMES, outcome),
    amount: amount === null ? null : majorOf(amount, currency),
    currency,
  }))
}

function shownFields(
  store: Store,
  labels: Labels,
  entity: FieldEntity,
  values: Readonly<Record<string, FieldValue>>,
): Record<string, ShownValue> {
  const shown = labels.fields(entity).flatMap((field): [string, ShownValue][] => {
    const value = values[field.id]
    return value === undefined ? [] : [[field.name, shownValue(value, field.type, store.settings.currency)]]
  })
  return Object.fromEntries(shown)
}
