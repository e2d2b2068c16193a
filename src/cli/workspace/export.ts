import { UsageError } from '../../errors.ts'
import { dealPages, exportedFields, inSnapshot } from '../../store/copy/export.ts'
import { historyPages } from '../../store/copy/export-history.ts'
import { companyPages, contactPages } from '../../store/copy/export-people.ts'
import { copySections } from '../../store/copy/full-copy.ts'
import { type DealFilter, EVERY_DEAL } from '../../store/filters.ts'
import { planRecords } from '../../store/plans.ts'
import type { Store } from '../../store/store.ts'
import { activityPages, taskPages } from '../../store/touches/reading.ts'
import { copyText } from '../../transfer/copy-text.ts'
import { type CsvStyle, excelCsv, PLAIN_CSV, textWriter } from '../../transfer/export-cells.ts'
import type { ExportColumn } from '../../transfer/export-column.ts'
import { companyColumns, contactColumns, dealColumns } from '../../transfer/export-columns.ts'
import { historyColumns } from '../../transfer/export-history.ts'
import { planColumns } from '../../transfer/export-plans.ts'
import { csvText, jsonText, ndjsonText, sheetRows } from '../../transfer/export-text.ts'
import { activityColumns, taskColumns } from '../../transfer/export-touches.ts'
import type { SheetValue } from '../../transfer/sheet-cells.ts'
import type { Answer, Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { formatOfFile } from '../deliver.ts'
import { parseFilters } from '../filters.ts'
import { spanTyped } from '../reports/span.ts'
import { optional } from '../typed.ts'
import { isFolderName } from './target.ts'
import type { NamedPieces } from './write-whole.ts'

const WHAT = ['deals', 'contacts', 'companies', 'history', 'activities', 'tasks', 'plans', 'all'] as const
const FORMATS = ['csv', 'json', 'ndjson', 'xlsx'] as const

/** The records of the workspace as text, made page by page while it is being written. */
export const exportRecords: Run = async (context, typed): Promise<Answer> => {
  const [text = ''] = typed.args
  const what = WHAT.find((known) => known === text)
  if (what === undefined) throw new UsageError((w) => w.safety.exportWhat({ text, known: WHAT.join(', ') }))
  const { output, format: wanted } = context.global
  const style = parseStyle(typed, context)
  if (output !== undefined && isFolderName(output)) return intoFolder(what, output, context, typed, style)
  const named = formatOfFile(output, { formats: what === 'all' ? ['json'] : FORMATS })
  const format = parseFormat(wanted ?? named, what)
  const store = context.open('read')
  const filter = readFilter(what, context, store, typed)
  if (what === 'all') return { text: inSnapshot(store, copyText(copySections(store.db))) }
  const table = tableOf(what, store, filter, style)
  if (format !== 'xlsx') return { text: inSnapshot(store, table.text(format)) }
  return { bytes: await table.book((rows) => inSnapshot(store, rows)) }
}

/** A table of each kind, and the full copy, which alone holds settings, stages, managers and rates too. */
function intoFolder(what: What, folder: string, context: Context, typed: Typed, style: CsvStyle): Answer {
  if (what !== 'all') throw new UsageError((w) => w.safety.exportFolder({ what, folder }))
  const { format: text = 'csv' } = context.global
  const format = (['csv', 'xlsx'] as const).find((known) => known === text)
  if (format === undefined) throw new UsageError((w) => w.commandLine.noFormat({ text, known: 'csv, xlsx' }))
  const store = context.open('read')
  readFilter(what, context, store, typed)
  return { files: inSnapshot(store, filesOf(store, format, style)) }
}

function* filesOf(store: Store, format: 'csv' | 'xlsx', style: CsvStyle): Generator<NamedPieces> {
  for (const what of ['deals', 'history', 'contacts', 'companies', 'activities', 'tasks', 'plans'] as const) {
    const table = tableOf(what, store, EVERY_DEAL, style)
    yield {
      name: `${what}.${format}`,
      pieces: format === 'csv' ? table.text('csv') : later(() => table.book((rows) => rows)),
    }
  }
  yield { name: 'copy.json', pieces: copyText(copySections(store.db)) }
}

async function* later(bytes: () => Promise<AsyncIterable<Uint8Array>>): AsyncGenerator<Uint8Array> {
  yield* await bytes()
}

/** Filters are of deals, and so of their history. */
function readFilter(what: What, context: Context, store: Store, typed: Typed): DealFilter {
  if (what !== 'deals' && what !== 'history') {
    const flag = FILTER_NAMES.find((name) => typed.options[name] !== undefined)
    if (flag !== undefined) throw new UsageError((w) => w.safety.exportFilter({ flag: `--${flag}`, what }))
    return EVERY_DEAL
  }
  const filter = parseFilters(context, store, typed)
  return { ...filter, created: spanTyped(context, store, optional(typed, 'period')) }
}

const FILTER_NAMES = [
  'manager',
  'pipeline',
  'stage',
  'status',
  'source',
  'product',
  'tag',
  'company',
  'amount',
  'field',
  'period',
]

/** Records that have no fields of the user's own. */
const NO_FIELDS: ReadonlySet<string> = new Set(['activities', 'tasks', 'plans'])

type What = (typeof WHAT)[number]
type Format = (typeof FORMATS)[number]

/** The records of one kind, in whatever format they are asked for. */
interface ExportTable {
  text(format: Exclude<Format, 'xlsx'>): Iterable<string>
  /** `during` holds what the rows need while they are read. */
  book(
    during: (rows: Iterable<SheetValue[][]>) => Iterable<SheetValue[][]>,
  ): Promise<AsyncIterable<Uint8Array>>
}

function tableOf(what: Exclude<What, 'all'>, store: Store, filter: DealFilter, style: CsvStyle): ExportTable {
  const table = <R>(pages: Iterable<readonly R[]>, columns: readonly ExportColumn<R>[]): ExportTable => ({
    text: (format) =>
      format === 'csv'
        ? csvText(pages, columns, style, textWriter(style))
        : format === 'json'
          ? jsonText(pages, columns, !NO_FIELDS.has(what))
          : ndjsonText(pages, columns, !NO_FIELDS.has(what)),
    book: async (during) => {
      const { xlsxBytes } = await import('../../transfer/xlsx-writing.ts')
      return xlsxBytes(columns, during(sheetRows(pages, columns)))
    },
  })
  const context = { zone: store.zone, currency: store.settings.currency, style }
  switch (what) {
    case 'deals':
      return table(dealPages(store, filter), dealColumns(exportedFields(store, 'deal'), context))
    case 'history':
      return table(historyPages(store, filter), historyColumns(exportedFields(store, 'deal'), context))
    case 'contacts':
      return table(contactPages(store), contactColumns(exportedFields(store, 'contact'), context))
    case 'companies':
      return table(companyPages(store), companyColumns(exportedFields(store, 'company'), context))
    case 'activities':
      return table(activityPages(store), activityColumns(context))
    case 'tasks':
      return table(taskPages(store), taskColumns(context))
    case 'plans':
      return table([planRecords(store)], planColumns(context))
  }
}

function parseFormat(text: string | undefined, what: What): Format {
  if (what === 'all' && (text === 'csv' || text === 'xlsx'))
    throw new UsageError((w) => w.safety.exportAllTables({ format: text }))
  const known: readonly Format[] = what === 'all' ? ['json'] : FORMATS
  if (text === undefined) return what === 'all' ? 'json' : 'csv'
  const found = known.find((format) => format === text)
  if (found === undefined)
    throw new UsageError((w) => w.commandLine.noFormat({ text, known: known.join(', ') }))
  return found
}

function parseStyle(typed: Typed, context: Context): CsvStyle {
  const wanted = optional(typed, 'for')
  if (wanted === undefined) return PLAIN_CSV
  if (wanted !== 'excel') throw new UsageError((w) => w.safety.exportForWhat({ text: wanted }))
  return excelCsv(context.lang)
}
