import type { CustomField, FieldType } from '../../domain/field.ts'
import { fitting, offered } from '../../domain/names/matching.ts'
import { foldKey } from '../../domain/names/name.ts'
import { UsageError } from '../../errors.ts'
import { createField, removeField, updateField } from '../../store/field-writing.ts'
import { type FieldEntity, readFields } from '../../store/fields.ts'
import { pickOne } from '../../store/naming/naming.ts'
import type { Store } from '../../store/store.ts'
import { changedColumns } from '../changes.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { splitNames } from '../deals/new-pipeline.ts'
import { type ListColumn, listing, noneOf } from '../listing.ts'
import { chosen } from '../naming.ts'
import { parseName, present } from '../texts.ts'
import { optional } from '../typed.ts'
import { change } from '../writing.ts'

export interface FieldJson {
  name: string
  for: FieldEntity
  type: FieldType
  choices: readonly string[]
}

const TYPES: readonly FieldType[] = ['text', 'number', 'money', 'date', 'choice', 'yesno']
const ENTITIES: readonly FieldEntity[] = ['deal', 'contact', 'company']

export const fieldAdd: Run = (context, typed) => {
  const choices = splitNames(optional(typed, 'choices') ?? '')
  const type = parseType(optional(typed, 'type') ?? (choices.length > 0 ? 'choice' : 'text'))
  const json = { name: parseName(typed.args[0]), for: parseEntity(typed) ?? 'deal', type, choices }
  return change(context, (operation, store) => {
    createField(store, operation, { ...json, entity: json.for })
    return { json, says: (w) => w.fields.added(json) }
  })
}

export const fieldList: Run = (context, typed) => {
  const { db } = context.open('read')
  const only = parseEntity(typed)
  const fields = ENTITIES.filter((entity) => only === undefined || entity === only).flatMap((entity) =>
    readFields(db, entity).map((field) => jsonOf(entity, field)),
  )
  return listing(
    typed,
    fields,
    COLUMNS,
    noneOf(typed, 'field list', (w) => w.fields.empty()),
  )
}

export const fieldEdit: Run = async (context, typed) => {
  const { entity, field } = await named(context, typed)
  const name = optional(typed, 'name')
  const choices = optional(typed, 'choices')
  if ((name ?? choices) === undefined)
    throw new UsageError((w) => w.records.noChange({ command: 'voronka field edit' }))
  const patch = present<Pick<CustomField, 'name' | 'choices'>>({
    name: name === undefined ? undefined : parseName(name),
    choices: choices === undefined ? undefined : splitNames(choices),
  })
  return change(context, (operation, store) => {
    updateField(store, operation, entity, field, patch)
    const json = jsonOf(entity, { ...field, ...patch })
    const changes = changedColumns(jsonOf(entity, field), json, COLUMNS)
    return { json, says: (w) => w.fields.changed({ ...json, changes: changes(w) }) }
  })
}

export const fieldRm: Run = async (context, typed) => {
  const { entity, field } = await named(context, typed)
  return change(context, (operation, store) => {
    removeField(store, operation, entity, field)
    return { json: jsonOf(entity, field), says: (w) => w.fields.removed(field) }
  })
}

/** The field that the first argument names, among those of `--for`, else of every kind of record. */
async function named(context: Context, typed: Typed): Promise<{ entity: FieldEntity; field: CustomField }> {
  const store = context.open('write')
  const all = fieldsOf(store, parseEntity(typed))
  const text = typed.args[0] ?? ''
  const id = await chosen(context, () => {
    const folded = all.map((item) => ({ item, names: [foldKey(item.field.name)] }))
    const candidates = fitting(folded, foldKey(text), 'label').map(({ entity, field }) => ({
      id: field.id,
      key: field.name,
      name: field.name,
      hint: context.words.fields.entities[entity],
    }))
    const names = all.map(({ field }) => field.name)
    return pickOne('field', text, candidates, () => offered(text, names))
  })
  const found = all.find(({ field }) => field.id === id)
  if (found === undefined) throw new UsageError(noneOf(typed, 'field list', (w) => w.fields.empty()))
  return found
}

function fieldsOf(store: Store, only?: FieldEntity): { entity: FieldEntity; field: CustomField }[] {
  return ENTITIES.filter((entity) => only === undefined || entity === only).flatMap((entity) =>
    readFields(store.db, entity).map((field) => ({ entity, field })),
  )
}

function parseType(text: string): FieldType {
  const found = TYPES.find((type) => type === text.trim().toLowerCase().replace(/[/ -]/g, ''))
  if (found === undefined) throw new UsageError((w) => w.fields.badType({ text, known: TYPES.join(', ') }))
  return found
}

function parseEntity(typed: Typed): FieldEntity | undefined {
  const text = optional(typed, 'for')
  if (text === undefined) return undefined
  const found = ENTITIES.find((entity) => entity === text.trim().toLowerCase())
  if (found === undefined)
    throw new UsageError((w) => w.fields.badEntity({ text, known: ENTITIES.join(', ') }))
  return found
}

function jsonOf(entity: FieldEntity, { name, type, choices }: CustomField): FieldJson {
  return { name, for: entity, type, choices }
}

const COLUMNS: readonly ListColumn<FieldJson>[] = [
  { key: 'name', title: (w) => w.records.name, kind: 'text', value: ({ name }) => name, shrink: true },
  {
    key: 'for',
    title: (w) => w.fields.entity,
    kind: 'text',
    value: (one) => one.for,
    text: (one, w) => w.fields.entities[one.for],
  },
  {
    key: 'type',
    title: (w) => w.records.type,
    kind: 'text',
    value: ({ type }) => type,
    text: ({ type }, w) => w.fields.types[type],
  },
  {
    key: 'choices',
    title: (w) => w.fields.choicesTitle,
    kind: 'text',
    value: ({ choices }) => choices.join(', ') || null,
    text: ({ choices }) => choices.join(', '),
    shrink: true,
  },
]
