import { UsageError } from '../errors.ts'
import { dealPages, exportedFields, inSnapshot } from '../store/export.ts'
import { historyPages } from '../store/export-history.ts'
import { companyPages, contactPages } from '../store/export-people.ts'
import { type DealFilter, EVERY_DEAL } from '../store/filters.ts'
import { copySections } from '../store/full-copy.ts'
import { planRecords } from '../store/plans.ts'
import type { Store } from '../store/store.ts'
import { activityPages, taskPages } from '../store/touch-reading.ts'
import { copyText } from '../transfer/copy-text.ts'
import { type CsvStyle, excelCsv, PLAIN_CSV, textWriter } from '../transfer/export-cells.ts'
import type { ExportColumn } from '../transfer/export-column.ts'
import { companyColumns, contactColumns, dealColumns } from '../transfer/export-columns.ts'
import { historyColumns } from '../transfer/export-history.ts'
import { planColumns } from '../transfer/export-plans.ts'
import { csvText, jsonText, ndjsonText } from '../transfer/export-text.ts'
import { activityColumns, taskColumns } from '../transfer/export-touches.ts'
import type { Answer, Run, Typed } from './command.ts'
import type { Context } from './context.ts'
import { createdIn } from './deal-list.ts'
import { parseFilters } from './filters.ts'
import { optional } from './typed.ts'

const WHAT = ['deals', 'contacts', 'companies', 'history', 'activities', 'tasks', 'plans', 'all'] as const
const FORMATS = ['csv', 'json', 'ndjson'] as const

/** The records of the workspace as text, made page by page while it is being written. */
export const exportRecords: Run = (context, typed): Answer => {
  const [text = ''] = typed.args
  const what = WHAT.find((known) => known === text)
  if (what === undefined) throw new UsageError((w) => w.safety.exportWhat({ text, known: WHAT.join(', ') }))
  const format = parseFormat(context.global.format, what)
  const style = parseStyle(typed, context)
  const store = context.open('read')
  const filter = readFilter(what, context, store, typed)
  return { text: inSnapshot(store, exportText(what, store, filter, { format, style })) }
}

/** Filters are of deals, and so of their history. */
function readFilter(what: What, context: Context, store: Store, typed: Typed): DealFilter {
  if (what !== 'deals' && what !== 'history') {
    const flag = FILTER_NAMES.find((name) => typed.options[name] !== undefined)
    if (flag !== undefined) throw new UsageError((w) => w.safety.exportFilter({ flag: `--${flag}`, what }))
    return EVERY_DEAL
  }
  const filter = parseFilters(context, store, typed)
  return { ...filter, created: createdIn(optional(typed, 'period'), context, store) }
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
  'field',
  'period',
]

/** Records that have no fields of the user's own. */
const NO_FIELDS: ReadonlySet<string> = new Set(['activities', 'tasks', 'plans'])

type What = (typeof WHAT)[number]
type Format = (typeof FORMATS)[number]

function exportText(
  what: What,
  store: Store,
  filter: DealFilter,
  { format, style }: { format: Format; style: CsvStyle },
) {
  const write = <R>(pages: Iterable<readonly R[]>, columns: readonly ExportColumn<R>[]) =>
    format === 'csv'
      ? csvText(pages, columns, style, textWriter(style))
      : format === 'json'
        ? jsonText(pages, columns, !NO_FIELDS.has(what))
        : ndjsonText(pages, columns, !NO_FIELDS.has(what))
  const context = { zone: store.zone, currency: store.settings.currency, style }
  switch (what) {
    case 'deals':
      return write(dealPages(store, filter), dealColumns(exportedFields(store, 'deal'), context))
    case 'history':
      return write(historyPages(store, filter), historyColumns(exportedFields(store, 'deal'), context))
    case 'contacts':
      return write(contactPages(store), contactColumns(exportedFields(store, 'contact'), context))
    case 'companies':
      return write(companyPages(store), companyColumns(exportedFields(store, 'company'), context))
    case 'activities':
      return write(activityPages(store), activityColumns(context))
    case 'tasks':
      return write(taskPages(store), taskColumns(context))
    case 'plans':
      return write([planRecords(store)], planColumns(context))
    case 'all':
      return copyText(copySections(store.db))
  }
}

function parseFormat(text: string | undefined, what: What): Format {
  const known: readonly Format[] = what === 'all' ? ['json'] : FORMATS
  if (text === undefined) return what === 'all' ? 'json' : 'csv'
  const found = known.find((format) => format === text)
  if (found === undefined) throw new UsageError((w) => w.cli.noFormat({ text, known: known.join(', ') }))
  return found
}

function parseStyle(typed: Typed, context: Context): CsvStyle {
  const wanted = optional(typed, 'for')
  if (wanted === undefined) return PLAIN_CSV
  if (wanted !== 'excel') throw new UsageError((w) => w.safety.exportForWhat({ text: wanted }))
  return excelCsv(context.lang)
}
