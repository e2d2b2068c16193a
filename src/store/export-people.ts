import type { Selectable } from 'kysely'
import type { CompanyRecord, ContactRecord, FieldValues } from '../domain/exported.ts'
import { momentOf, PAGE } from './export.ts'
import { ExportNames } from './export-names.ts'
import { parseJson } from './rows.ts'
import type { Schema } from './schema.ts'
import type { Store } from './store.ts'

export function* contactPages(store: Store): Generator<ContactRecord[]> {
  const names = new ExportNames(store)
  for (const rows of standing(store, 'contacts'))
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
      note: row.note,
      createdAt: momentOf(row.created_at, row.created_precision),
      fields: parseJson<FieldValues>(row.fields),
    }))
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
