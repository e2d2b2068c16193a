import { foldKey } from '../domain/names/name.ts'
import { type Metric, metricNamed } from '../domain/plan/plan.ts'
import { addDays, addMonths, fieldsOf } from '../domain/time/date.ts'
import { readSpan, type Span } from '../domain/time/period-reading.ts'
import { claimColumns } from './claiming.ts'
import type { Claims, Column, ColumnOptions } from './columns.ts'

export const PLAN_FIELDS = [
  'manager',
  'department',
  'period',
  'from',
  'until',
  'metric',
  'amount',
  'currency',
  'knownAt',
] as const
export type PlanField = (typeof PLAN_FIELDS)[number]

/** What a column of figures is of; the row says the rest. */
export type Figures = { span: Span } | { manager: string } | { metric: Metric }

/** How a sheet of plans is laid out: which of its columns are figures, and of what. */
export interface PlanLayout {
  readonly claims: Claims
  readonly columns: readonly { readonly column: Column; readonly of: Figures }[]
  /** Headers of columns that add others up, which are left out. */
  readonly totals: readonly string[]
}

/** Rows and columns that add others up are no plans of anybody. */
const TOTALS = new Set(['total', 'totals', 'sum', 'итого', 'всего', 'разом', 'усього', 'всього'])

export function isTotal(text: string): boolean {
  return TOTALS.has(foldKey(text))
}

/**
 * A plan a row; or figures side by side, in columns of months, else of managers known, else of metrics. What the first
 * column holds then is told by its cells, of which `sample` has some, where its header does not say it: people leave
 * that corner blank, or write there what stands above.
 */
export function layPlans(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  options: ColumnOptions,
  isManager: (name: string) => boolean,
): PlanLayout {
  const plain = claimColumns('plans', PLAN_FIELDS, headers, options)
  const has = (field: PlanField) => plain.fields.has(field) || plain.fixed.has(field)
  const open = plain.columns.filter(({ use }) => use === 'unclaimed').map(({ header }) => header)
  const cellsOf = ({ index }: Column) =>
    sample.map((cells) => (cells[index] ?? '').trim()).filter((cell) => cell !== '' && !isTotal(cell))
  const [named] = plain.fields.get('manager') ?? []
  const axes: ((header: string) => Figures | undefined)[] = [ofPeriod]
  if (!has('amount') && (named === undefined || labelOf(cellsOf(named)) !== 'manager'))
    axes.push((header) => (isManager(header) ? { manager: header } : undefined))
  if (!has('amount') && !has('metric')) axes.push(ofMetric)
  const figuresOf = axes.find((axis) => open.some((header) => axis(header) !== undefined)) ?? ofPeriod
  const figures = open.filter((header) => figuresOf(header) !== undefined)
  const totals = figures.length === 0 ? [] : open.filter(isTotal)
  const corner = headers[0] === '' ? { index: 0, header: '' } : figuresOf === axes[1] ? named : undefined
  const label = corner === undefined || figures.length === 0 ? undefined : labelOf(cellsOf(corner))
  const claims = claimColumns(
    'plans',
    PLAN_FIELDS,
    headers,
    {
      ...options,
      map: [...options.map, ...(label === undefined || has(label) ? [] : [`${label}=${corner?.header}`])],
    },
    (header) => {
      if (figuresOf(header) !== undefined) return { use: 'plan', what: header }
      return totals.includes(header) ? { use: 'ignored', what: 'total' } : undefined
    },
  )
  return {
    claims,
    totals,
    columns: claims.columns.flatMap((column) => {
      const of = column.use === 'plan' ? figuresOf(column.header) : undefined
      return of === undefined ? [] : [{ column, of }]
    }),
  }
}

function labelOf(cells: readonly string[]): 'period' | 'metric' | 'manager' {
  if (cells.length > 0 && cells.every((cell) => periodOf(cell) !== undefined)) return 'period'
  return cells.length > 0 && cells.every((cell) => metricNamed(cell) !== undefined) ? 'metric' : 'manager'
}

function ofPeriod(header: string): Figures | undefined {
  const span = periodOfHeader(header)
  return span === undefined ? undefined : { span }
}

function ofMetric(header: string): Figures | undefined {
  const metric = metricNamed(header)
  return metric === undefined ? undefined : { metric }
}

/** `2026-01`, `Январь 2026`, `Q1 2026`, `Jan-26` as spreadsheets shorten it; a header without a year is no period. */
export function periodOfHeader(header: string): Span | undefined {
  const text = spelledOut(header)
  return /\d{4}/.test(text) ? periodOf(text) : undefined
}

function periodOf(text: string): Span | undefined {
  const span = readSpan(spelledOut(text), { today: '2000-01-01', weekStart: 1 })
  return span === undefined || span === 'reversed' ? undefined : wholeMonth(span)
}

/** `Jan-26` with the whole year: nobody plans for a day of no year. */
export function spelledOut(text: string): string {
  return text.replace(/^\s*(\p{L}{3,})\.?[\s-]?(\d\d)\s*$/u, '$1 20$2')
}

/** Spreadsheets make a date of `01.2026`: nobody plans for the first day of a month alone. */
export function wholeMonth(span: Span): Span {
  const isFirst = fieldsOf(span.from).day === 1 && span.until === addDays(span.from, 1)
  return isFirst ? { from: span.from, until: addMonths(span.from, 1) } : span
}
