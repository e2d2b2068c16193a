import type { FieldValue } from '../../domain/deal.ts'
import { type CustomField, parseFieldValue } from '../../domain/field.ts'
import { foldKey } from '../../domain/names/name.ts'
import { type FieldEntity, readFields } from '../../store/fields.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import { type Claims, type Column, OWN_EXPORT } from '../../transfer/columns.ts'
import { ownDecimal } from '../../transfer/own-cells.ts'
import type { CustomColumn } from '../../transfer/row-context.ts'
import type { Surveyed } from '../../transfer/survey.ts'
import type { ImportRun } from './task.ts'

interface Claimed {
  readonly name: string
  readonly column: Column
  /** Undefined where the field is still to be made. */
  readonly field: CustomField | undefined
}

/** The columns of a file that fill fields of the user's own; those that are not there are made, of texts. */
export class CustomFields {
  readonly #claimed: readonly Claimed[]

  constructor(
    private readonly store: Store,
    private readonly entity: FieldEntity,
    private readonly claims: Claims,
  ) {
    const known = readFields(store.db, entity)
    const named = (name: string) => known.find((field) => foldKey(field.name) === foldKey(name))
    this.#claimed = claims.custom.map(({ name, column }) => ({ name, column, field: named(name) }))
  }

  /** Columns of fields that are dates. */
  get dates(): Column[] {
    return this.#claimed.flatMap(({ field, column }) => (field?.type === 'date' ? [column] : []))
  }

  columns(operation: Operation, surveyed: Surveyed, run: ImportRun): CustomColumn[] {
    const made = new Map<string, number>()
    return this.#claimed.map(({ name, column, field }) => {
      if (field !== undefined)
        return { id: field.id, column, read: this.#reader(field, column, surveyed, run) }
      const folded = foldKey(name)
      const id =
        made.get(folded) ?? operation.insert('fields', { entity: this.entity, name, folded, type: 'text' })
      made.set(folded, id)
      return { id, column, read: (text) => text }
    })
  }

  #reader(
    field: CustomField,
    column: Column,
    surveyed: Surveyed,
    { now, context, options, source }: ImportRun,
  ): CustomColumn['read'] {
    const { zone, settings } = this.store
    const isOwn = this.claims.system === OWN_EXPORT
    const decimal = options.decimal ?? (isOwn ? ownDecimal(source.table) : undefined)
    const how = {
      currency: settings.currency,
      when: { now, zone, lang: context.lang },
      ...(decimal === undefined ? {} : { decimal }),
    }
    const dates = surveyed.dates.get(column.index)
    // Texts of this program's own exports are taken as written, blanks and all; choices too, of which some are no more.
    const asWritten = isOwn && (field.type === 'text' || field.type === 'choice')
    return (text): FieldValue | undefined => {
      if (asWritten) return text
      if (dates === undefined) return parseFieldValue(field, text, how)
      const day = dates.read(text)
      return day === 'empty' || 'problem' in day ? undefined : zone.dateOf(day.at)
    }
  }
}
