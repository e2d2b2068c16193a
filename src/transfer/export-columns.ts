/**
 * The columns of this program's own exports, and how an import must read them so that nothing changes where the
 * records already are, and an empty workspace with the same pipelines comes to give the same export, byte for byte.
 *
 * Recognition. A header row that has `id` (history: `deal`), `externalSystem` and `externalId` is this program's own.
 * Unknown columns beside those below are custom fields under their own names; a field whose name is that of a built-in
 * column, folded, is written `field:NAME`.
 *
 * Identity. With an `externalId`: external system + id, as written; `externalSystem` empty means no system. Without:
 * the typed id (`d17`, `c5`, `o3`), taken as the same record only where `createdAt` is equal too. A record that is new
 * takes the id of its typed id where that is free, else the next one. `manager` is matched by name or alias; `company`
 * with `companyId`, `contacts` with `contactIds`: the record of that id where it has that name, else the only one of
 * that name, else a new one that takes the id where it is free.
 *
 * Cells. Empty is "none". Money is in major units with as many decimals as `currency` has (custom money fields: as the
 * base currency has). A moment is `YYYY-MM-DD` where known by its day, else ISO 8601 with offset, or `YYYY-MM-DD
 * HH:MM:SS` of the workspace's zone in files for Excel. Lists are `a; b` (`splitList`). Flags are `true`, `false`.
 * Files for Excel (a BOM before the header) guard formulas (`unguarded`) and may have a decimal comma.
 *
 * Deals. `stage` is the current stage, an outcome's own name where `status` is won or lost. `stageAt`: when an open
 * deal entered it, empty where presumed. `lastStage`: the open stage left for the outcome. `closedAt`: the outcome's
 * moment. The order is that of the ids.
 *
 * History. It stands alone: `import history` of it makes the deals whole, and `import deals` then changes nothing.
 * The first row of a deal has kind `created`: `value` is the first stage, `at` the creation, `synthetic` whether that
 * moment was presumed, and the columns from `title` on hold every value the deal had then. Each further row sets one
 * field, `kind`, to `value`: the current value never has to be compared. `valueId` holds the typed ids of `value`'s
 * managers, companies, contacts; `pipeline` that of a stage; `currency` how many decimals money has in this row.
 * `removed` is whether the deal was taken off the lists. Rows of a deal stand in the order in which they took effect:
 * one known by its day takes the start of that day, or the `at` of the row before it where that is later. `origin` and
 * `actor` are taken as written. A row equal in deal, kind, value and `at` to one in force is the same event.
 */
import type { FieldValue, Precision } from '../domain/deal.ts'
import type {
  ChangedValue,
  CompanyRecord,
  ContactRecord,
  CreationRecord,
  DealRecord,
  ExportedField,
  FieldValues,
  HistoryRecord,
  Moment,
  Named,
} from '../domain/exported.ts'
import { majorOf } from '../domain/money.ts'
import { foldKey } from '../domain/name.ts'
import type { Zone } from '../domain/zone.ts'
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

/** One column: its CSV cell, quoted already, and its JSON value. */
export interface ExportColumn<R> {
  header: string
  cell(record: R): string
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

type Columns<R> = ExportColumn<R>[]

export function dealColumns(fields: readonly ExportedField[], context: ExportContext): Columns<DealRecord> {
  const make = makers<DealRecord>(context)
  return withFields(fields, context, (deal) => deal.fields, [
    make.plain('id', (deal) => typedId('d', deal.id)),
    make.text('externalSystem', (deal) => deal.externalSystem),
    make.text('externalId', (deal) => deal.externalId),
    make.text('title', (deal) => deal.title),
    make.text('pipeline', (deal) => deal.pipeline),
    make.text('stage', (deal) => deal.stage),
    make.plain('status', (deal) => deal.status),
    make.moment('stageAt', (deal) => deal.stageAt),
    make.text('lastStage', (deal) => deal.lastStage),
    make.text('manager', (deal) => deal.manager),
    ...make.company((deal) => deal.company),
    ...make.contacts((deal) => deal.contacts),
    make.money(
      'amount',
      (deal) => deal.amount,
      (deal) => deal.currency,
    ),
    make.plain('currency', (deal) => deal.currency),
    make.money(
      'cost',
      (deal) => deal.cost,
      (deal) => deal.currency,
    ),
    make.moment('createdAt', (deal) => deal.createdAt),
    make.moment('closedAt', (deal) => deal.closedAt),
    make.plain('expectedClose', (deal) => deal.expected),
    make.text('source', (deal) => deal.source),
    make.text('product', (deal) => deal.product),
    make.text('lostReason', (deal) => deal.lostReason),
    make.list('tags', (deal) => deal.tags),
    make.text('note', (deal) => deal.note),
  ])
}

export function contactColumns(
  fields: readonly ExportedField[],
  context: ExportContext,
): Columns<ContactRecord> {
  const make = makers<ContactRecord>(context)
  return withFields(fields, context, (contact) => contact.fields, [
    make.plain('id', (contact) => typedId('c', contact.id)),
    make.text('externalSystem', (contact) => contact.externalSystem),
    make.text('externalId', (contact) => contact.externalId),
    make.text('name', (contact) => contact.name),
    make.text('position', (contact) => contact.position),
    make.list('phones', (contact) => contact.phones),
    make.list('emails', (contact) => contact.emails),
    ...make.company((contact) => contact.company),
    make.text('manager', (contact) => contact.manager),
    make.text('source', (contact) => contact.source),
    make.plain('birthday', (contact) => contact.birthday),
    make.list('tags', (contact) => contact.tags),
    make.text('note', (contact) => contact.note),
    make.moment('createdAt', (contact) => contact.createdAt),
  ])
}

export function companyColumns(
  fields: readonly ExportedField[],
  context: ExportContext,
): Columns<CompanyRecord> {
  const make = makers<CompanyRecord>(context)
  return withFields(fields, context, (company) => company.fields, [
    make.plain('id', (company) => typedId('o', company.id)),
    make.text('externalSystem', (company) => company.externalSystem),
    make.text('externalId', (company) => company.externalId),
    make.text('name', (company) => company.name),
    make.text('phone', (company) => company.phone),
    make.text('email', (company) => company.email),
    make.text('website', (company) => company.website),
    make.text('manager', (company) => company.manager),
    make.text('note', (company) => company.note),
    make.moment('createdAt', (company) => company.createdAt),
  ])
}

export function historyColumns(
  fields: readonly ExportedField[],
  context: ExportContext,
): Columns<HistoryRecord> {
  const make = makers<HistoryRecord>(context)
  const began = <V>(of: (creation: CreationRecord['creation']) => V) => {
    return (row: HistoryRecord) => (row.creation === null ? null : of(row.creation))
  }
  const currency = (row: HistoryRecord) => (row.creation ?? moneyOf(row))?.currency ?? null
  return withFields(fields, context, (row) => row.creation?.fields ?? {}, [
    make.plain('deal', (row) => typedId('d', row.deal)),
    make.text('externalSystem', (row) => row.externalSystem),
    make.text('externalId', (row) => row.externalId),
    make.text('kind', (row) => (row.change === null ? 'created' : kindName(row.change.kind))),
    valueColumn(context),
    make.plain('valueId', (row) => valueIds(row)),
    make.moment('at', (row) => row.moment),
    make.plain('precision', (row): Precision => row.moment.precision),
    make.text('actor', (row) => row.actor),
    make.plain('origin', (row) => row.origin),
    make.flag('synthetic', (row) => row.synthetic),
    make.text('reason', (row) => row.change?.reason ?? null),
    make.text(
      'title',
      began((deal) => deal.title),
    ),
    make.text('pipeline', (row) => row.creation?.pipeline ?? stageOf(row)?.pipeline ?? null),
    make.flag(
      'stageSynthetic',
      began((deal) => deal.stageSynthetic),
    ),
    make.text(
      'manager',
      began((deal) => deal.manager),
    ),
    ...make.company((row) => row.creation?.company ?? null),
    ...make.contacts((row) => row.creation?.contacts ?? null),
    make.money(
      'amount',
      began((deal) => deal.amount),
      (row) => row.creation?.currency ?? '',
    ),
    make.flag(
      'amountSynthetic',
      began((deal) => deal.amountSynthetic),
    ),
    make.plain('currency', currency),
    make.money(
      'cost',
      began((deal) => deal.cost),
      (row) => row.creation?.currency ?? '',
    ),
    make.plain(
      'expectedClose',
      began((deal) => deal.expected),
    ),
    make.text(
      'source',
      began((deal) => deal.source),
    ),
    make.text(
      'product',
      began((deal) => deal.product),
    ),
    make.list(
      'tags',
      began((deal) => deal.tags),
    ),
    make.text(
      'note',
      began((deal) => deal.note),
    ),
  ])
}

/** Names of built-in history kinds, which a custom field must not pass for. */
const KINDS =
  'created stage manager amount currency cost source product company expected title contacts tags note externalid externalsystem removed'

function kindName(kind: string | ExportedField): string {
  if (typeof kind === 'string') return kind
  return KINDS.split(' ').includes(foldKey(kind.name)) ? `field:${kind.name}` : kind.name
}

function stageOf(row: HistoryRecord) {
  return row.change?.value.type === 'stage' ? row.change.value : undefined
}

function moneyOf(row: HistoryRecord) {
  return row.change?.value.type === 'money' ? row.change.value : undefined
}

function valueIds(row: HistoryRecord): string | null {
  const value = row.change?.value
  return value?.type === 'named' ? idsCell(value.letter, value.names) : null
}

function valueColumn({ style }: ExportContext): ExportColumn<HistoryRecord> {
  const quoted = textWriter(style)
  const valueOf = (row: HistoryRecord): ChangedValue =>
    row.change?.value ?? { type: 'text', text: row.creation?.stage ?? '' }
  return {
    header: 'value',
    cell: (row) => {
      const value = valueOf(row)
      return value.type === 'money'
        ? amountCell(value.minor, value.currency, style.decimal)
        : quoted(changedText(value, style))
    },
    json: (row) => changedJson(valueOf(row)),
  }
}

function changedText(value: ChangedValue, style: CsvStyle): string {
  switch (value.type) {
    case 'stage':
      return value.stage
    case 'named':
      return namesCell(value.names)
    case 'list':
      return joinList(value.items)
    case 'money':
      return amountCell(value.minor, value.currency, style.decimal)
    case 'flag':
      return String(value.on)
    case 'number':
      return numberCell(value.number, style)
    case 'text':
      return value.text
    case 'none':
      return ''
  }
}

function changedJson(value: ChangedValue): unknown {
  switch (value.type) {
    case 'stage':
      return value.stage
    case 'named':
      return value.letter === 'c' ? value.names.map(({ name }) => name) : (value.names[0]?.name ?? null)
    case 'list':
      return value.items
    case 'money':
      return majorOf(value.minor, value.currency)
    case 'flag':
      return value.on
    case 'number':
      return value.number
    case 'text':
      return value.text
    case 'none':
      return null
  }
}

function numberCell(number: number, { decimal }: CsvStyle): string {
  return decimal === ',' ? String(number).replace('.', ',') : String(number)
}

/** Makers of columns by the kind of their values. */
function makers<R>({ zone, style }: ExportContext) {
  const quoted = textWriter(style)
  const cellMoment = momentWriter(zone, style.excel)
  const jsonMoment = momentWriter(zone, false)
  const column = <V>(
    header: string,
    of: (record: R) => V | null,
    cell: (value: V) => string,
    json: (value: V) => unknown = (value) => value,
  ): ExportColumn<R> => ({
    header,
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
  return {
    /** Ids, codes, dates: what never needs quotes. */
    plain: (header: string, of: (record: R) => string | null) => column(header, of, asIs),
    text: (header: string, of: (record: R) => string | null) => column(header, of, quoted),
    flag: (header: string, of: (record: R) => boolean | null) => column(header, of, String),
    list: (header: string, of: (record: R) => readonly string[] | null) =>
      column(header, of, (items) => (items.length === 0 ? '' : quoted(joinList(items)))),
    moment: (header: string, of: (record: R) => Moment | null) => column(header, of, cellMoment, jsonMoment),
    money: (
      header: string,
      of: (record: R) => number | null,
      currency: (record: R) => string,
    ): ExportColumn<R> => ({
      header,
      cell: (record) => {
        const minor = of(record)
        return minor === null ? '' : amountCell(minor, currency(record), style.decimal)
      },
      json: (record) => {
        const minor = of(record)
        return minor === null ? null : majorOf(minor, currency(record))
      },
    }),
    company: (of: (record: R) => Named | null) => [
      column(
        'company',
        of,
        ({ name }) => quoted(name),
        ({ name }) => name,
      ),
      column(
        'companyId',
        of,
        ({ id }) => typedId('o', id),
        ({ id }) => typedId('o', id),
      ),
    ],
    contacts: (of: (record: R) => readonly Named[] | null) => [
      column(
        'contacts',
        of,
        (names) => quoted(namesCell(names)),
        (names) => names.map(({ name }) => name),
      ),
      column(
        'contactIds',
        of,
        (names) => idsCell('c', names),
        (names) => names.map(({ id }) => typedId('c', id)),
      ),
    ],
  }
}

/** The built-in columns and the user's own after them. */
function withFields<R>(
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
      const header = taken.has(foldKey(field.name)) ? `field:${field.name}` : field.name
      return {
        header,
        custom: true,
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

function fieldText(field: ExportedField, value: FieldValue, { currency, style }: ExportContext): string {
  if (typeof value === 'string') return value
  if (field.type === 'money') return amountCell(value, currency, style.decimal)
  return field.type === 'yesno' ? String(value === 1) : numberCell(value, style)
}

function fieldJson(field: ExportedField, value: FieldValue, currency: string): unknown {
  if (typeof value === 'string') return value
  if (field.type === 'money') return majorOf(value, currency)
  return field.type === 'yesno' ? value === 1 : value
}
