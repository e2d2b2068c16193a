import type { FieldValue } from '../domain/deal.ts'
import type { CustomField, FieldType } from '../domain/field.ts'
import { majorOf } from '../domain/money.ts'
import { Fault } from '../errors.ts'
import type { Database } from './database.ts'
import { parseJson } from './rows.ts'

export type FieldEntity = 'deal' | 'contact' | 'company'

const TYPES: readonly FieldType[] = ['text', 'number', 'money', 'date', 'choice', 'yesno']

/** The user's own fields of a kind of record, in the order they were made. */
export function readFields(db: Database, entity: FieldEntity): CustomField[] {
  const query = db.query.selectFrom('fields').selectAll().where('entity', '=', entity).orderBy('id')
  return db.all(query).map((row) => ({
    id: row.id,
    name: row.name,
    type: typeOf(row.type),
    choices: parseJson<string[]>(row.choices),
  }))
}

function typeOf(text: string): FieldType {
  const found = TYPES.find((type) => type === text)
  if (found === undefined) throw new Fault(`unknown field type ${text} in the file`)
  return found
}

/** A custom field's value outside the file: money in major units of the base currency, yes/no as such. */
export type ShownValue = FieldValue | boolean

export function shownValue(value: FieldValue, type: FieldType, currency: string): ShownValue {
  if (type === 'yesno') return value === 1
  return type === 'money' && typeof value === 'number' ? majorOf(value, currency) : value
}
