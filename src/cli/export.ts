import { UsageError } from '../errors.ts'
import { dealPages, exportedFields, inSnapshot } from '../store/export.ts'
import { historyPages } from '../store/export-history.ts'
import { companyPages, contactPages } from '../store/export-people.ts'
import type { Store } from '../store/store.ts'
import { type CsvStyle, excelCsv, PLAIN_CSV, textWriter } from '../transfer/export-cells.ts'
import type { ExportColumn } from '../transfer/export-column.ts'
import { companyColumns, contactColumns, dealColumns } from '../transfer/export-columns.ts'
import { historyColumns } from '../transfer/export-history.ts'
import { csvText, jsonText, ndjsonText } from '../transfer/export-text.ts'
import type { Answer, Run, Typed } from './command.ts'
import type { Context } from './context.ts'
import { optional } from './typed.ts'

const WHAT = ['deals', 'contacts', 'companies', 'history', 'all'] as const
const FORMATS = ['csv', 'json', 'ndjson'] as const

/** The records of the workspace as text, made page by page while it is being written. */
export const exportRecords: Run = (context, typed): Answer => {
  const [text = ''] = typed.args
  const what = WHAT.find((known) => known === text)
  if (what === undefined) throw new UsageError((w) => w.safety.exportWhat({ text, known: WHAT.join(', ') }))
  const format = parseFormat(context.global.format, what)
  const style = parseStyle(typed, context)
  const store = context.open('read')
  return { text: inSnapshot(store, exportText(what, store, format, style)) }
}

type Format = (typeof FORMATS)[number]

function exportText(what: (typeof WHAT)[number], store: Store, format: Format, style: CsvStyle) {
  const write = <R>(pages: Iterable<readonly R[]>, columns: readonly ExportColumn<R>[]) =>
    format === 'csv'
      ? csvText(pages, columns, style, textWriter(style))
      : format === 'json'
        ? jsonText(pages, columns)
        : ndjsonText(pages, columns)
  const context = { zone: store.zone, currency: store.settings.currency, style }
  switch (what) {
    case 'deals':
      return write(dealPages(store), dealColumns(exportedFields(store, 'deal'), context))
    case 'history':
      return write(historyPages(store), historyColumns(exportedFields(store, 'deal'), context))
    case 'contacts':
      return write(contactPages(store), contactColumns(exportedFields(store, 'contact'), context))
    case 'companies':
      return write(companyPages(store), companyColumns(exportedFields(store, 'company'), context))
    case 'all':
      return []
  }
}

function parseFormat(text: string | undefined, what: (typeof WHAT)[number]): Format {
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
