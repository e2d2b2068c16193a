import type { Selectable } from 'kysely'
import { type FieldValue, KIND, type Precision } from '../../domain/deal.ts'
import { foldCompany } from '../../domain/names/name.ts'
import { Fault, UserError } from '../../errors.ts'
import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import { nameOf, PRECISIONS, parseJson } from '../rows.ts'
import type { Store } from '../store.ts'
import type { Schema } from '../tables/schema.ts'
import { touchesOf } from '../touches/touches.ts'
import { forgetApart } from './apart.ts'
import { checkExternal, checkNotMergedInto } from './contacts.ts'

export interface Company {
  id: number
  name: string
  phone: string | null
  email: string | null
  website: string | null
  note: string | null
  manager: number | null
  /** By the row id of the field. */
  fields: Readonly<Record<string, FieldValue>>
  externalSystem: string | null
  externalId: string | null
  createdAt: number
  createdPrecision: Precision
  mergedInto: number | null
}

/** Undefined leaves as it is, null takes away; `fields` are the whole new ones. */
export type CompanyPatch = {
  -readonly [K in Exclude<keyof Company, 'id' | 'createdAt' | 'createdPrecision' | 'mergedInto'>]?: Company[K]
}

export function readCompanies(db: Database): Company[] {
  const { query } = db
  return db
    .all(query.selectFrom('companies').selectAll().where('merged_into', 'is', null).orderBy('id'))
    .map(companyOf)
}

/** The company of a row id, a merged one too. */
export function getCompany(db: Database, id: number): Company {
  const row = db.first(db.query.selectFrom('companies').selectAll().where('id', '=', id))
  if (row === undefined) throw new Fault(`company ${id} is not there`)
  return companyOf(row)
}

/** Adds a company at the operation's moment; returns the row id. Throws UserError for a name or external id in use. */
export function createCompany(
  store: Store,
  operation: Operation,
  patch: CompanyPatch & { name: string },
): number {
  checkFree(store.db, patch, null)
  return operation.insert('companies', { ...cellsOf(patch), created_at: operation.at, created_precision: 0 })
}

export function updateCompany(store: Store, operation: Operation, id: number, patch: CompanyPatch): void {
  checkFree(store.db, patch, id)
  operation.update('companies', id, cellsOf(patch))
}

/** Removes a company that nothing names. Throws UserError where contacts do, or deals ever did. */
export function removeCompany(store: Store, operation: Operation, id: number): void {
  const { name } = getCompany(store.db, id)
  const count = (statement: string) => Number(store.db.prepare(statement).pluck().get({ id }))
  const contacts = count('select count(*) from contacts where company_id = @id')
  const deals = count(
    `select count(*) from (select id from deals where company_id = @id
      union select deal_id from history where kind = ${KIND.company} and value = @id)`,
  )
  if (contacts + deals > 0) throw new UserError((w) => w.people.companyHas({ name, contacts, deals }))
  const touches = touchesOf(store.db, 'company_id', id)
  if (touches.activities + touches.tasks > 0)
    throw new UserError((w) => w.people.hasTouches({ name, ...touches }))
  checkNotMergedInto(store.db, 'companies', id, name)
  forgetApart(store.db, operation, 'company', id)
  operation.remove('companies', id)
}

function companyOf(row: Selectable<Schema['companies']>): Company {
  return {
    id: row.id,
    name: row.name,
    phone: row.phone,
    email: row.email,
    website: row.website,
    note: row.note,
    manager: row.manager_id,
    fields: parseJson<Company['fields']>(row.fields),
    externalSystem: row.external_system,
    externalId: row.external_id,
    createdAt: row.created_at,
    createdPrecision: nameOf(PRECISIONS, row.created_precision),
    mergedInto: row.merged_into,
  }
}

function cellsOf(patch: CompanyPatch) {
  return {
    name: patch.name,
    folded: patch.name === undefined ? undefined : foldCompany(patch.name),
    phone: patch.phone,
    email: patch.email,
    website: patch.website,
    note: patch.note,
    manager_id: patch.manager,
    fields: patch.fields === undefined ? undefined : JSON.stringify(patch.fields),
    external_system: patch.externalSystem,
    external_id: patch.externalId,
  }
}

function checkFree(db: Database, patch: CompanyPatch, own: number | null): void {
  const { query } = db
  const { name } = patch
  if (name !== undefined) {
    const select = query.selectFrom('companies').select(['id', 'name']).where('merged_into', 'is', null)
    const found = db.first(select.where('folded', '=', foldCompany(name)))
    if (found !== undefined && found.id !== own)
      throw new UserError((w) => w.people.companyTaken({ name, by: `o${found.id} ${found.name}` }))
  }
  checkExternal(db, 'companies', patch, own)
}
