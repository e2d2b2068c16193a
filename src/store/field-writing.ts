import { FIELD_KIND } from '../domain/deal.ts'
import type { CustomField, FieldType } from '../domain/field.ts'
import { foldKey } from '../domain/names/name.ts'
import { UsageError, UserError } from '../errors.ts'
import { type FieldEntity, readFields } from './fields.ts'
import type { Operation } from './operation.ts'
import type { Store } from './store.ts'

export interface NewField {
  entity: FieldEntity
  name: string
  type: FieldType
  choices: readonly string[]
}

export type FieldPatch = Partial<Pick<NewField, 'name' | 'choices'>>

/** What `--by` and the keys of reports call by these words: a field of that name could not be asked for. */
const RESERVED = new Set(
  `manager department source product company contact tag hour day week month quarter stage status pipeline amount
  currency title actor outcome`.split(/\s+/),
)

/** Makes a field; returns its row id. Throws UserError for a name in use, UsageError for a choice of nothing. */
export function createField(store: Store, operation: Operation, field: NewField): number {
  const { entity, name, type, choices } = field
  checkName(store, entity, name, null)
  checkChoices(type, choices)
  return operation.insert('fields', {
    entity,
    name,
    folded: foldKey(name),
    type,
    choices: JSON.stringify(choices),
  })
}

/** Renames a field or gives it other choices. Throws UserError where a choice that was made is left out. */
export function updateField(
  store: Store,
  operation: Operation,
  entity: FieldEntity,
  field: CustomField,
  { name, choices }: FieldPatch,
): void {
  if (name !== undefined) {
    checkName(store, entity, name, field.id)
    operation.update('fields', field.id, { name, folded: foldKey(name) })
  }
  if (choices === undefined) return
  checkChoices(field.type, choices)
  const kept = new Set(choices)
  const lost = field.choices.find(
    (choice) => !kept.has(choice) && countValues(store, entity, field.id, choice) > 0,
  )
  if (lost !== undefined) throw new UserError((w) => w.fields.choiceInUse({ name: field.name, choice: lost }))
  operation.update('fields', field.id, { choices: JSON.stringify(choices) })
}

/** Removes a field that was never filled in. Throws UserError where it was. */
export function removeField(
  store: Store,
  operation: Operation,
  entity: FieldEntity,
  field: CustomField,
): void {
  const count = countValues(store, entity, field.id)
  if (count > 0) throw new UserError((w) => w.fields.inUse({ name: field.name, count }))
  const asking = store.pipelines
    .flatMap(({ stages }) => stages)
    .find(({ criteria }) => criteria.includes(`field:${field.id}`))
  if (asking !== undefined && entity === 'deal')
    throw new UserError((w) => w.criteria.fieldRequired({ name: field.name, stage: asking.name }))
  operation.remove('fields', field.id)
}

/** How often the field has a value (or this one) in records and in the history of deals, undone ones too. */
function countValues(store: Store, entity: FieldEntity, id: number, only?: string): number {
  const table = { deal: 'deals', contact: 'contacts', company: 'companies' }[entity]
  const value = `json_extract(fields, '$."${id}"')`
  const wanted = only === undefined ? '' : `and ${value} = @only`
  const inRecords = `select count(*) from ${table} where fields <> '{}' and ${value} is not null ${wanted}`
  const inHistory = `select count(*) from history where kind = ${FIELD_KIND + id} and value is not null
    ${only === undefined ? '' : 'and value = @only'}`
  const sum = entity === 'deal' ? `(${inRecords}) + (${inHistory})` : `(${inRecords})`
  const statement = store.db.prepare(`select ${sum}`).pluck()
  return Number(only === undefined ? statement.get() : statement.get({ only }))
}

function checkName(store: Store, entity: FieldEntity, name: string, own: number | null): void {
  const key = foldKey(name)
  if (RESERVED.has(key)) throw new UserError((w) => w.fields.reserved({ name }))
  const found = readFields(store.db, entity).find((field) => foldKey(field.name) === key)
  if (found !== undefined && found.id !== own)
    throw new UserError((w) => w.fields.taken({ name: found.name }))
}

function checkChoices(type: FieldType, choices: readonly string[]): void {
  if (type === 'choice' && choices.length === 0) throw new UsageError((w) => w.fields.needsChoices)
  if (type !== 'choice' && choices.length > 0) throw new UsageError((w) => w.fields.noChoices)
}
