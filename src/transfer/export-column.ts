import type { FieldValue } from '../domain/deal.ts'
import { majorOf } from '../domain/money.ts'
import { foldKey } from '../domain/names/name.ts'
import type { ExportedField, FieldValues, Named } from '../domain/records/exported.ts'
import type { Moment } from '../domain/time/when.ts'
import type { Zone } from '../domain/time/zone.ts'
import {
  amountCell,
  type CsvStyle,
  idsCell,
  joinList,
  momentWriter,
  namesCell,
  textWriter,
  typedId,
} from './export-cells.ts'
import {
  dateCell,
  momentCell,
  moneyCell,
  numberOrText,
  type SheetKind,
  type SheetValue,
} from './sheet-cells.ts'

/** One column: its CSV cell, quoted already, its JSON value and its cell in a workbook. */
export interface ExportColumn<R> {
  header: string
  cell(record: R): string
  sheet(record: R): SheetValue
  /** What the numbers of a workbook are. */
  kind: SheetKind
  json(record: R): unknown
  /** In JSON inside `fields`, as lists show custom fields. */
  custom?: boolean
}

export interface ExportContext {
  zone: Zone
  /** Base currency: of custom money fields. */
  currency: string
  style: CsvStyle
}

export type Columns<R> = ExportColumn<R>[]

/** A number with the decimal sign of the style. */
export function numberCell(number: number, { decimal }: CsvStyle): string {
  return decimal === ',' ? String(number).replace('.', ',') : String(number)
}

function listCell(items: readonly string[]): SheetValue {
  return joinList(items) || null
}

/** Makers of columns by the kind of their values. */
export function makers<R>({ zone, style }: ExportContext) {
  const quoted = textWriter(style)
  const cellMoment = momentWriter(zone, style.excel)
  const jsonMoment = momentWriter(zone, false)
  const column = <V>(
    header: string,
    of: (record: R) => V | null,
    cell: (value: V) => string,
    json: (value: V) => unknown = (value) => value,
    sheet: (value: V) => SheetValue = (value) => String(value),
    kind: SheetKind = 'text',
  ): ExportColumn<R> => ({
    header,
    kind,
    sheet: (record) => {
      const value = of(record)
      return value === null || value === '' ? null : sheet(value)
    },
    cell: (record) => {
      const value = of(record)
      return value === null ? '' : cell(value)
    },
    json: (record) => {
      const value = of(record)
      return value === null ? null : json(value)
    },
  })
  const asIs = (text: string) => text
  const named = (header: string, idHeader: string, letter: 'c' | 'o', of: (record: R) => Named | null) => {
    const name = (one: Named) => one.name
    const id = (one: Named) => typedId(letter, one.id)
    return [column(header, of, (one) => quoted(one.name), name, name), column(idHeader, of, id, id, id)]
  }
  return {
    /** Ids and codes: what never needs quotes. */
    plain: (header: string, of: (record: R) => string | null) => column(header, of, asIs),
    date: (header: string, of: (record: R) => string | null) =>
      column(header, of, asIs, asIs, dateCell, 'date'),
    text: (header: string, of: (record: R) => string | null) => column(header, of, quoted),
    count: (header: string, of: (record: R) => number | null) =>
      column(header, of, String, undefined, (count) => count, 'number'),
    flag: (header: string, of: (record: R) => boolean | null) => column(header, of, String),
    list: (header: string, of: (record: R) => readonly string[] | null) =>
      column(header, of, (items) => (items.length === 0 ? '' : quoted(joinList(items))), undefined, listCell),
    moment: (header: string, of: (record: R) => Moment | null) =>
      column(header, of, cellMoment, jsonMoment, (moment) => momentCell(moment, zone), 'date'),
    money: (
      header: string,
      of: (record: R) => number | null,
      currency: (record: R) => string,
    ): ExportColumn<R> => ({
      header,
      kind: 'money',
      sheet: (record) => {
        const minor = of(record)
        return minor === null ? null : moneyCell(minor, currency(record))
      },
      cell: (record) => {
        const minor = of(record)
        return minor === null ? '' : amountCell(minor, currency(record), style.decimal)
      },
      json: (record) => {
        const minor = of(record)
        return minor === null ? null : majorOf(minor, currency(record))
      },
    }),
    company: (of: (record: R) => Named | null) => named('company', 'companyId', 'o', of),
    referrer: (of: (record: R) => Named | null) => named('referredBy', 'referredById', 'c', of),
    contacts: (of: (record: R) => readonly Named[] | null) => [
      column(
        'contacts',
        of,
        (names) => quoted(namesCell(names)),
        (names) => names.map(({ name }) => name),
        (names) => namesCell(names) || null,
      ),
      column(
        'contactIds',
        of,
        (names) => quoted(idsCell('c', names)),
        (names) => names.map(({ id }) => typedId('c', id)),
        (names) => idsCell('c', names) || null,
      ),
    ],
  }
}

/** Columns of a part of a record; empty where the record has no such part. */
export function ofPart<R, P>(partOf: (record: R) => P | null, columns: Columns<P>): Columns<R> {
  const of = <V>(record: R, none: V, value: (part: P) => V) => {
    const part = partOf(record)
    return part === null ? none : value(part)
  }
  return columns.map((column) => ({
    ...column,
    cell: (record) => of(record, '', column.cell),
    sheet: (record) => of(record, null, column.sheet),
    json: (record) => of(record, null, column.json),
  }))
}

/** The built-in columns and the user's own after them. */
export function withFields<R>(
  fields: readonly ExportedField[],
  context: ExportContext,
  of: (record: R) => FieldValues,
  columns: Columns<R>,
): Columns<R> {
  const taken = new Set(columns.map(({ header }) => foldKey(header)))
  const quoted = textWriter(context.style)
  return [
    ...columns,
    ...fields.map((field): ExportColumn<R> => {
      const header = taken.has(foldKey(field.name)) ? asField(field.name) : fieldHeader(field.name)
      return {
        header,
        custom: true,
        kind: KINDS[field.type] ?? 'text',
        sheet: (record) => {
          const value = of(record)[field.id]
          return value === undefined ? null : fieldCell(field, value, context.currency)
        },
        cell: (record) => {
          const value = of(record)[field.id]
          return value === undefined ? '' : quoted(fieldText(field, value, context))
        },
        json: (record) => {
          const value = of(record)[field.id]
          return value === undefined ? undefined : fieldJson(field, value, context.currency)
        },
      }
    }),
  ]
}

/** Of a field of the user's own: `field:NAME` where its name could be taken for another. */
export function asField(name: string): string {
  return `${FIELD}${name}`
}

/** The inverse of `asField`. */
export function fieldName(header: string): string {
  return header.startsWith(FIELD) ? header.slice(FIELD.length) : header
}

const FIELD = 'field:'

/** The header of a field of the user's own whose name no built-in column has. */
export function fieldHeader(name: string): string {
  return name.startsWith(FIELD) ? asField(name) : name
}

function fieldText(field: ExportedField, value: FieldValue, { currency, style }: ExportContext): string {
  if (typeof value === 'string') return value
  if (field.type === 'money') return amountCell(value, currency, style.decimal)
  return field.type === 'yesno' ? String(value === 1) : numberCell(value, style)
}

const KINDS: Readonly<Record<string, SheetKind>> = { date: 'date', money: 'money', number: 'number' }

function fieldCell({ type }: ExportedField, value: FieldValue, currency: string): SheetValue {
  if (typeof value === 'string') return type === 'date' ? dateCell(value) : value || null
  if (type === 'money') return moneyCell(value, currency)
  return type === 'yesno' ? String(value === 1) : numberOrText(String(value))
}

function fieldJson(field: ExportedField, value: FieldValue, currency: string): unknown {
  if (typeof value === 'string') return value
  if (field.type === 'money') return majorOf(value, currency)
  return field.type === 'yesno' ? value === 1 : value
}
