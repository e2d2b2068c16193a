import { currencyDigits } from '../domain/currency.ts'
import { currencyNamed } from '../domain/currency-names.ts'
import { isMoney, METRICS, type Metric, metricNamed, type Plan } from '../domain/plan/plan.ts'
import { addDays, type IsoDate } from '../domain/time/date.ts'
import { readSpan, type Span } from '../domain/time/period-reading.ts'
import type { Zone } from '../domain/time/zone.ts'
import { type Column, OWN_EXPORT } from './columns.ts'
import { unguarded } from './export-cells.ts'
import type { Finding } from './findings.ts'
import type { CellAmount } from './numbers.ts'
import {
  type Figures,
  isTotal,
  PLAN_FIELDS,
  type PlanField,
  type PlanLayout,
  spelledOut,
  wholeMonth,
} from './plan-columns.ts'
import { RowCells } from './row-cells.ts'
import type { RowCellsContext } from './row-context.ts'
import type { Row } from './table.ts'

export const PLAN_DATES = ['from', 'until', 'knownAt'] as const

export interface PlanRowContext extends Omit<RowCellsContext, 'asWritten' | 'custom'> {
  /** The file is for Excel, its formulas guarded. */
  readonly guarded: boolean
  readonly layout: PlanLayout
  readonly zone: Zone
  readonly today: IsoDate
  readonly weekStart: number
  /** Base currency. */
  readonly currency: string
  /** Row id of the manager of this name; asked only for rows that are otherwise good. */
  manager(name: string): number
}

/** The plans of a row: one, or one for each column of a period. */
export interface PlannedPlans {
  readonly line: number
  readonly plans: readonly Plan[]
  /** Of this program's own exports: since when the version holds. */
  readonly knownAt: number | null
}

export const TOTAL = 'total'

/** Turns the rows of a file into plans. Pure but for `manager`, which may make one. */
export class PlanRows {
  readonly #cells: RowCells<PlanField>
  readonly #isOwn: boolean

  constructor(private readonly context: PlanRowContext) {
    this.#isOwn = context.claims.system === OWN_EXPORT
    const asWritten = context.guarded ? unguarded : (cell: string) => cell
    const how: RowCellsContext = { ...context, custom: [] }
    this.#cells = new RowCells(this.#isOwn ? { ...how, asWritten } : how, PLAN_FIELDS)
  }

  get warnings(): readonly Finding[] {
    return this.#cells.warnings
  }

  /** The plans of a row, what is wrong with it, or that it is the sum of others. */
  read(row: Row): PlannedPlans | readonly Finding[] | typeof TOTAL {
    const cells = this.#cells
    cells.turn(row)
    if (row.problem !== undefined) return cells.problems
    const [name, department] = [cells.text('manager'), cells.textOrNull('department')]
    const labels = [name, department ?? '', cells.text('period'), cells.text('metric')]
    if (!this.#isOwn && labels.some(isTotal)) return TOTAL
    const found = this.#plans()
    const knownAt = this.#isOwn ? (cells.date('knownAt')?.at ?? null) : null
    if (cells.problems.length > 0) return cells.problems
    const plans = found.map(({ of, ...plan }) => {
      const who = of !== null && 'manager' in of ? of.manager : name
      const manager = who === '' ? null : this.context.manager(who)
      // A department beside a manager is where they work, not whose plan it is.
      return { manager, department: manager === null ? department : null, ...plan }
    })
    return { line: row.line, plans, knownAt }
  }

  #metric(): Metric | undefined {
    const text = this.#cells.text('metric')
    const metric = metricNamed(text)
    if (metric === undefined)
      this.#cells.problem('metric', (w) => w.plans.unknownMetric({ text, known: METRICS.join(', ') }))
    return metric
  }

  /** What each cell of figures plans; whose, where a column says it. */
  #plans(): (Omit<Plan, 'manager' | 'department'> & { of: Figures | null })[] {
    const cells = this.#cells
    const { claims, fixed, layout, currency: base } = this.context
    const { columns } = layout
    const isOfMetrics = columns.length > 0 && columns.every(({ of }) => 'metric' in of)
    const metric = isOfMetrics ? undefined : this.#metric()
    const planned = columns.map(({ column, of }) => ({
      column,
      of,
      metric: 'metric' in of ? of.metric : metric,
    }))
    const named = this.#currency([metric, ...planned.map(({ metric }) => metric)])
    const read = planned.flatMap((one) => {
      const figure = cells.amountAt(one.column, named)
      return figure === null ? [] : [{ ...one, figure: { ...figure, meant: named, named } }]
    })
    const own = cells.amount('amount', named)
    const isSpanAsked = own !== null || read.some(({ of }) => !('span' in of))
    const span = isSpanAsked ? this.#span() : undefined
    const wide = read.flatMap(({ of, column, metric, figure }) =>
      this.#amount(metric, figure, 'span' in of ? of.span : span, column).map((plan) => ({ ...plan, of })),
    )
    if (own === null) {
      if (columns.length === 0 && cells.problems.length === 0)
        cells.problem('amount', (w) => w.plans.noAmount)
      return wide
    }
    const [column = { index: -1, header: '' }] = claims.fields.get('amount') ?? []
    const meant = fixed.amounts.has('amount') ? base : named
    const plans = this.#amount(metric, { ...own, meant, named }, span, column)
    return [...wide, ...plans.map((plan) => ({ ...plan, of: null }))]
  }

  /** Of the row where it names one, else of the workspace; counts have none. */
  #currency(metrics: readonly (Metric | undefined)[]): string {
    const { currency: base } = this.context
    const text = this.#cells.text('currency')
    if (!metrics.some((metric) => metric !== undefined && isMoney(metric))) return base
    const named = text === '' ? base : currencyNamed(text, base)
    if (named === undefined) this.#cells.problem('currency', (w) => w.import.noCurrency({ text }))
    return named ?? base
  }

  /**
   * Counts are whole; money is in the currency of its cell, else in the one `named`. A cell that names none was read
   * with the decimals of the one `meant`.
   */
  #amount(
    metric: Metric | undefined,
    read: CellAmount & { meant: string; named: string },
    span: Span | undefined,
    column: Column,
  ): Omit<Plan, 'manager' | 'department'>[] {
    if (metric === undefined || span === undefined) return []
    const { from, until } = span
    if (read.minor < 0) {
      this.#cells.problemAt(column, (w) => w.plans.negative)
      return []
    }
    const readIn = read.currency ?? read.meant
    if (isMoney(metric)) {
      const currency = read.currency ?? read.named
      const shift = currencyDigits(currency) - currencyDigits(readIn)
      return [{ from, until, metric, amount: Math.round(read.minor * 10 ** shift), currency }]
    }
    const amount = read.minor / 10 ** currencyDigits(readIn)
    if (Number.isInteger(amount)) return [{ from, until, metric, amount, currency: null }]
    this.#cells.problemAt(column, (w) => w.plans.notWhole)
    return []
  }

  /** The days of the row: a period, or its first and last day; in own exports `until` is the first that is no longer in it. */
  #span(): Span | undefined {
    const cells = this.#cells
    const { zone, today, weekStart } = this.context
    const text = cells.text('period')
    if (text !== '') {
      const span = readSpan(spelledOut(text), { today, weekStart })
      if (span !== undefined && span !== 'reversed') return wholeMonth(span)
      cells.problem('period', (w) => w.period.unreadable(text, []))
      return undefined
    }
    const [first, last] = [cells.date('from'), cells.date('until')]
    if (first === null || last === null) {
      if (cells.problems.length === 0) cells.problem('period', (w) => w.plans.noPeriod)
      return undefined
    }
    const from = zone.dateOf(first.at)
    const until = this.#isOwn ? zone.dateOf(last.at) : addDays(zone.dateOf(last.at), 1)
    if (from < until) return { from, until }
    cells.problem('until', (w) => w.plans.noPeriod)
    return undefined
  }
}
