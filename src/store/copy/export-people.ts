import type { Selectable } from 'kysely'
import { foldKey } from '../../domain/names/name.ts'
import type { CompanyRecord, ContactRecord, FieldValues } from '../../domain/records/exported.ts'
import type { Zone } from '../../domain/time/zone.ts'
import { lifecycles } from '../people/lifecycle.ts'
import { nameOf, PRECISIONS, parseJson } from '../rows.ts'
import type { Store } from '../store.ts'
import type { Schema } from '../tables/schema.ts'
import { momentOf, PAGE } from './export.ts'
import { ExportNames } from './export-names.ts'

export function* contactPages(store: Store): Generator<ContactRecord[]> {
  const names = new ExportNames(store)
  // The same file gives the same export, whenever it is asked for.
  const stages = lifecycles(store, Number.MAX_SAFE_INTEGER)
  for (const rows of standing(store, 'contacts')) {
    const steps = besides(store, STEPS, rows, ({ stage, at, precision }: StepRow) =>
      stepText(store.zone, stage, at, precision),
    )
    const wants = besides(store, WANTS, rows, ({ product }: { product: string }) => product)
    yield rows.map((row) => ({
      id: row.id,
      externalSystem: row.external_system,
      externalId: row.external_id,
      name: row.name,
      position: row.position,
      phones: parseJson<{ raw: string }[]>(row.phones).map(({ raw }) => raw),
      emails: parseJson<{ raw: string }[]>(row.emails).map(({ raw }) => raw),
      company: names.company(row.company_id),
      manager: names.managerName(row.manager_id),
      source: row.source,
      birthday: row.birthday,
      tags: parseJson<string[]>(row.tags),
      lifecycle: stages.get(row.id) ?? 'lead',
      lifecycleHistory: steps.get(row.id) ?? [],
      referredBy: row.referred_by === null ? null : (names.contacts([row.referred_by])[0] ?? null),
      wants: once(wants.get(row.id) ?? []),
      note: row.note,
      createdAt: momentOf(row.created_at, row.created_precision),
      fields: parseJson<FieldValues>(row.fields),
    }))
  }
}

const STEPS = `select contact_id as contact, stage, at, precision from lifecycle
  where contact_id between @from and @until order by contact_id, at, id`
const WANTS = `select contact_id as contact, product from wants
  where contact_id between @from and @until and task_id is null order by contact_id, id`

interface StepRow {
  stage: string
  at: number
  precision: number
}

/** What is kept beside a page of contacts, by their ids. */
function besides<Row>(
  { db }: Store,
  sql: string,
  page: readonly { id: number }[],
  textOf: (row: Row) => string,
): Map<number, string[]> {
  const [first, last] = [page[0]?.id ?? 0, page.at(-1)?.id ?? 0]
  const found = new Map<number, string[]>()
  for (const row of db.prepare(sql).iterate({ from: first, until: last }) as Iterable<
    Row & { contact: number }
  >) {
    const texts = found.get(row.contact)
    if (texts === undefined) found.set(row.contact, [textOf(row)])
    else texts.push(textOf(row))
  }
  return found
}

function stepText(zone: Zone, stage: string, at: number, precision: number): string {
  const isDay = nameOf(PRECISIONS, precision) === 'day'
  return `${stage} ${isDay ? zone.dateOf(at) : new Date(at).toISOString()}`
}

function once(products: readonly string[]): string[] {
  return [
    ...new Map(products.toReversed().map((product) => [foldKey(product), product])).values(),
  ].toReversed()
}

export function* companyPages(store: Store): Generator<CompanyRecord[]> {
  const names = new ExportNames(store)
  for (const rows of standing(store, 'companies'))
    yield rows.map((row) => ({
      id: row.id,
      externalSystem: row.external_system,
      externalId: row.external_id,
      name: row.name,
      phone: row.phone,
      email: row.email,
      website: row.website,
      manager: names.managerName(row.manager_id),
      note: row.note,
      createdAt: momentOf(row.created_at, row.created_precision),
      fields: parseJson<FieldValues>(row.fields),
    }))
}

/** Rows in the order of their ids, page by page, without those merged into others. */
function* standing<T extends 'contacts' | 'companies'>(
  { db }: Store,
  table: T,
): Generator<Selectable<Schema[T]>[]> {
  const page = db.prepare(
    `select * from ${table} where id > ? and merged_into is null order by id limit ${PAGE}`,
  )
  for (let after = 0; ; ) {
    const rows = page.all(after) as (Selectable<Schema[T]> & { id: number })[]
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
    yield rows
  }
}
