import type { Precision } from '../domain/deal.ts'
import { majorOf } from '../domain/money.ts'
import { foldKey } from '../domain/names/name.ts'
import type {
  ChangedValue,
  CreationRecord,
  ExportedField,
  HistoryRecord,
} from '../domain/records/exported.ts'
import {
  amountCell,
  type CsvStyle,
  idsCell,
  joinList,
  namesCell,
  textWriter,
  typedId,
} from './export-cells.ts'
import {
  asField,
  type Columns,
  type ExportColumn,
  type ExportContext,
  fieldHeader,
  makers,
  numberCell,
  ofPart,
  withFields,
} from './export-column.ts'
import { moneyCell, numberOrText } from './sheet-cells.ts'

/** The columns of `export history`; how to read them stands in `export-columns.ts`. */
export function historyColumns(
  fields: readonly ExportedField[],
  context: ExportContext,
): Columns<HistoryRecord> {
  const builtIn = [...changeColumns(context), ...creationColumns(context)]
  const columns = withFields(fields, context, (row) => row.creation?.fields ?? {}, builtIn)
  return columns.map((column) => (column.custom === true ? toldAtFirst(column) : column))
}

/** What a row says whatever it is. */
function changeColumns(context: ExportContext): Columns<HistoryRecord> {
  const make = makers<HistoryRecord>(context)
  return [
    make.plain('deal', (row) => typedId('d', row.deal)),
    make.text('externalSystem', (row) => row.externalSystem),
    make.text('externalId', (row) => row.externalId),
    make.text('kind', (row) => (row.change === null ? 'created' : kindName(row.change.kind))),
    valueColumn(context),
    make.text('valueId', (row) => valueIds(row)),
    make.moment('at', (row) => row.moment),
    make.plain('precision', (row): Precision => row.moment.precision),
    make.text('actor', (row) => row.actor),
    make.plain('origin', (row) => row.origin),
    make.flag('synthetic', (row) => row.synthetic),
    make.text('reason', (row) => row.change?.reason ?? null),
  ]
}

/** The values that a deal had at first; of a change, what its value is to be read with. */
function creationColumns(context: ExportContext): Columns<HistoryRecord> {
  const make = makers<HistoryRecord>(context)
  const first = makers<CreationRecord['creation']>(context)
  const created = (columns: Columns<CreationRecord['creation']>) =>
    ofPart((row: HistoryRecord) => row.creation, columns)
  const currency = (deal: CreationRecord['creation']) => deal.currency
  return [
    ...created([first.text('title', (deal) => deal.title)]),
    make.text('pipeline', (row) => row.creation?.pipeline ?? stageOf(row)?.pipeline ?? null),
    ...created([
      first.flag('stageSynthetic', (deal) => deal.stageSynthetic),
      first.flag('stageSeen', (deal) => deal.stageSeen),
      first.text('manager', (deal) => deal.manager),
      ...first.company((deal) => deal.company),
      ...first.contacts((deal) => deal.contacts),
      first.money('amount', (deal) => deal.amount, currency),
      first.flag('amountSynthetic', (deal) => deal.amountSynthetic),
    ]),
    make.plain('currency', (row) => (row.creation ?? moneyOf(row))?.currency ?? null),
    ...created([
      first.money('cost', (deal) => deal.cost, currency),
      first.date('expectedClose', (deal) => deal.expected),
      first.text('source', (deal) => deal.source),
      first.text('product', (deal) => deal.product),
      first.list('tags', (deal) => deal.tags),
      first.text('note', (deal) => deal.note),
    ]),
  ]
}

/** In JSON a deal's first row names every custom field, so that the later ones can be told from what is unknown. */
function toldAtFirst(column: ExportColumn<HistoryRecord>): ExportColumn<HistoryRecord> {
  return { ...column, json: (row) => column.json(row) ?? (row.creation === null ? undefined : null) }
}

/** Names of built-in history kinds, which a custom field must not pass for. */
const KINDS =
  'created stage manager amount currency cost source product company expected title contacts tags note externalid externalsystem removed'

function kindName(kind: string | ExportedField): string {
  if (typeof kind === 'string') return kind
  return KINDS.split(' ').includes(foldKey(kind.name)) ? asField(kind.name) : fieldHeader(kind.name)
}

function stageOf(row: HistoryRecord) {
  return row.change?.value.type === 'stage' ? row.change.value : undefined
}

function moneyOf(row: HistoryRecord) {
  return row.change?.value.type === 'money' ? row.change.value : undefined
}

function valueIds(row: HistoryRecord): string | null {
  const value = row.change?.value
  // Managers are known by their names alone: nothing that is imported keeps their ids.
  return value?.type === 'named' && value.letter !== 'm' ? idsCell(value.letter, value.names) : null
}

function valueColumn({ style }: ExportContext): ExportColumn<HistoryRecord> {
  const quoted = textWriter(style)
  const written = (row: HistoryRecord): ChangedValue =>
    row.change?.value ?? { type: 'text', text: row.creation?.stage ?? '' }
  return {
    header: 'value',
    kind: 'text',
    sheet: (row) => {
      const value = written(row)
      if (value.type === 'money') return moneyCell(value.minor, value.currency)
      if (value.type === 'number') return numberOrText(String(value.number))
      return changedText(value, style) || null
    },
    cell: (row) => {
      const value = written(row)
      return value.type === 'money'
        ? amountCell(value.minor, value.currency, style.decimal)
        : quoted(changedText(value, style))
    },
    json: (row) => changedJson(written(row)),
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
