import { currencyDigits } from '../domain/currency.ts'
import { currencyNamed } from '../domain/currency-names.ts'
import { foldKey } from '../domain/names/name.ts'
import { isMoney, METRICS, type Metric, metricNamed, type Plan } from '../domain/plan/plan.ts'
import { addDays, type IsoDate } from '../domain/time/date.ts'
import { readSpan, type Span } from '../domain/time/period-reading.ts'
import type { Zone } from '../domain/time/zone.ts'
import { type Column, OWN_EXPORT } from './columns.ts'
import type { Row } from './csv.ts'
import { unguarded } from './export-cells.ts'
import type { Finding } from './findings.ts'
import type { CellAmount } from './numbers.ts'
import { periodColumns, wholeMonth } from './plan-periods.ts'
import { RowCells, type RowCellsContext } from './row-cells.ts'

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
type PlanField = (typeof PLAN_FIELDS)[number]

export const PLAN_DATES = ['from', 'until', 'knownAt'] as const

export interface PlanRowContext extends Omit<RowCellsContext, 'asWritten' | 'custom'> {
  /** The file is for Excel, its formulas guarded. */
  readonly guarded: boolean
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

/** Rows that add others up are no plans of anybody. */
const TOTALS = new Set(['total', 'totals', 'sum', 'итого', 'всего', 'разом', 'усього', 'всього'])
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
    if (!this.#isOwn && (TOTALS.has(foldKey(name)) || TOTALS.has(foldKey(department ?? '')))) return TOTAL
    const metric = this.#metric()
    const amounts = this.#amounts(metric)
    const knownAt = this.#isOwn ? (cells.date('knownAt')?.at ?? null) : null
    if (cells.problems.length > 0 || metric === undefined) return cells.problems
    const manager = name === '' ? null : this.context.manager(name)
    // A department beside a manager is where they work, not whose plan it is.
    const of = { manager, department: manager === null ? department : null, metric }
    return { line: row.line, plans: amounts.map((amount) => ({ ...of, ...amount })), knownAt }
  }

  #metric(): Metric | undefined {
    const text = this.#cells.text('metric')
    const metric = metricNamed(text)
    if (metric === undefined)
      this.#cells.problem('metric', (w) => w.plans.unknownMetric({ text, known: METRICS.join(', ') }))
    return metric
  }

  #amounts(metric: Metric | undefined): Pick<Plan, 'from' | 'until' | 'amount' | 'currency'>[] {
    const cells = this.#cells
    const { claims, fixed, currency: base } = this.context
    const named = this.#currency(metric)
    const wide = periodColumns(claims).flatMap(({ span, column }) => {
      const read = cells.amountAt(column, named)
      return read === null ? [] : this.#amount(metric, { ...read, meant: named, named }, span, column)
    })
    const [column] = claims.fields.get('amount') ?? []
    const read = cells.amount('amount', named)
    if (read === null) {
      if (wide.length === 0 && cells.problems.length === 0 && periodColumns(claims).length === 0)
        cells.problem('amount', (w) => w.plans.noAmount)
      return wide
    }
    const span = this.#span()
    const place = column ?? { index: -1, header: '' }
    const meant = fixed.amounts.has('amount') ? base : named
    if (span === undefined) return wide
    return [...wide, ...this.#amount(metric, { ...read, meant, named }, span, place)]
  }

  /** Of the row where it names one, else of the workspace; counts have none. */
  #currency(metric: Metric | undefined): string {
    const { currency: base } = this.context
    const text = this.#cells.text('currency')
    if (metric === undefined || !isMoney(metric)) return base
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
    { from, until }: Span,
    column: Column,
  ): Pick<Plan, 'from' | 'until' | 'amount' | 'currency'>[] {
    if (metric === undefined) return []
    if (read.minor < 0) {
      this.#cells.problemAt(column, (w) => w.plans.negative)
      return []
    }
    const readIn = read.currency ?? read.meant
    if (isMoney(metric)) {
      const currency = read.currency ?? read.named
      const shift = currencyDigits(currency) - currencyDigits(readIn)
      return [{ from, until, amount: Math.round(read.minor * 10 ** shift), currency }]
    }
    const amount = read.minor / 10 ** currencyDigits(readIn)
    if (Number.isInteger(amount)) return [{ from, until, amount, currency: null }]
    this.#cells.problemAt(column, (w) => w.plans.notWhole)
    return []
  }

  /** The days of the row: a period, or its first and last day; in own exports `until` is the first that is no longer in it. */
  #span(): Span | undefined {
    const cells = this.#cells
    const { zone, today, weekStart } = this.context
    const text = cells.text('period')
    if (text !== '') {
      const span = readSpan(text, { today, weekStart })
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
