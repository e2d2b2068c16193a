import { addDays, addMonths, fieldsOf } from '../domain/time/date.ts'
import { readSpan, type Span } from '../domain/time/period-reading.ts'
import type { Claims, Column } from './columns.ts'

/** Spreadsheets make a date of `01.2026`: nobody plans for the first day of a month alone. */
export function wholeMonth(span: Span): Span {
  const isFirst = fieldsOf(span.from).day === 1 && span.until === addDays(span.from, 1)
  return isFirst ? { from: span.from, until: addMonths(span.from, 1) } : span
}

/** The columns that are periods themselves: a manager a row, a month a column. */
export function periodColumns({ columns }: Claims): { span: Span; column: Column }[] {
  return columns.flatMap((column) => {
    const span = column.use === 'plan' ? periodOfHeader(column.header) : undefined
    return span === undefined ? [] : [{ span, column }]
  })
}

/** `2026-01`, `Январь 2026`, `Q1 2026`, `Jan-26` as spreadsheets shorten it; a header without a year is no period. */
export function periodOfHeader(header: string): Span | undefined {
  const text = header.replace(/^\s*(\p{L}{3,})\.?[\s-]?(\d\d)\s*$/u, '$1 20$2')
  if (!/\d{4}/.test(text)) return undefined
  const span = readSpan(text, { today: '2000-01-01', weekStart: 1 })
  return span === undefined || span === 'reversed' ? undefined : wholeMonth(span)
}
