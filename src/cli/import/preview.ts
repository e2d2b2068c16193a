import { majorOf } from '../../domain/money.ts'
import { formatDay } from '../../domain/time/period.ts'
import type { Document } from '../../render/document.ts'
import { formatDecimal } from '../../render/numbers.ts'
import { renderDocument } from '../../render/render.ts'
import { colorLevel } from '../../render/style.ts'
import type { ColumnLooks } from '../../transfer/column-look.ts'
import type { ColumnUse } from '../../transfer/columns.ts'
import type { Surveyed, SurveyOptions } from '../../transfer/survey.ts'
import type { Words } from '../../words/words.ts'
import type { Context } from '../context.ts'
import { colorFlag } from '../deliver.ts'

/** What is known of a file before it is imported. */
export interface Understood {
  readonly file: string
  readonly columns: readonly ColumnUse[]
  readonly looks: ColumnLooks
  readonly surveyed: Surveyed
  readonly options: SurveyOptions
}

/** Shows a person how the columns of a file are understood, with their first values as they are read. */
export function showPreview(context: Context, understood: Understood): void {
  const { world, global, words, lang } = context
  const { err, env } = world
  const style = {
    color: colorLevel({ flag: colorFlag(global.color), env, isTTY: err.isTTY }),
    width: err.columns ?? 80,
    unicode: true,
    lang,
  }
  err.write(`${renderDocument(previewOf(understood, words), 'table', style)}\n`)
}

function previewOf(understood: Understood, w: Words): Document {
  const { file, columns, looks } = understood
  const shown = columns.filter(({ use }) => use !== 'ignored' && use !== 'outdone')
  const left = columns.filter((column) => !shown.includes(column)).map(({ header }) => header)
  return {
    heading: [w.mapping.understood({ file, rows: looks.rows })],
    blocks: [
      {
        type: 'table',
        columns: [
          { key: 'field', title: w.mapping.field, kind: 'text' },
          { key: 'column', title: w.mapping.column, kind: 'text', shrink: true, min: 12 },
          { key: 'values', title: w.mapping.values, kind: 'text', shrink: true },
        ],
        rows: shown.map((column) => ({
          ...(column.use === 'unclaimed' ? { tone: 'warn' as const } : {}),
          cells: [useName(column, w), column.header, valuesRead(understood, column.index, w).join(' · ')],
        })),
      },
      { type: 'lines', lines: left.length === 0 ? [] : [w.mapping.leftOut(left.join(', '))] },
    ],
  }
}

function useName({ use, what }: ColumnUse, { mapping }: Words): string {
  if (use === 'field') return mapping.fields[what] ?? what
  if (use === 'entered') return mapping.entered(what)
  if (use === 'custom') return mapping.own
  return use === 'key' ? mapping.key : mapping.unknown
}

/** A date is its day, an amount a number, where it is settled how they are read; all else is as written. */
function valuesRead({ looks, surveyed, options }: Understood, index: number, w: Words): readonly string[] {
  const dates = surveyed.dates.get(index)
  const amounts = surveyed.amounts.get(index)
  return looks.of(index).samples.map((text) => {
    const day = dates?.read(text)
    if (day !== undefined && day !== 'empty' && 'at' in day)
      return formatDay(options.zone.dateOf(day.at), w.lang)
    const amount = amounts?.read(text)
    if (amount === undefined || amount === 'empty' || !('minor' in amount)) return text
    const currency = amount.currency ?? options.currency
    const major = majorOf(amount.minor, currency)
    const number = formatDecimal(major, Number.isInteger(major) ? 0 : 2, w.lang)
    return amount.currency === undefined ? number : `${number} ${currency}`
  })
}
