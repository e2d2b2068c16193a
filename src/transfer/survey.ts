import type { DecimalSign } from '../domain/money.ts'
import type { Zone } from '../domain/time/zone.ts'
import type { Column, ColumnProblem } from './columns.ts'
import type { DateOrder } from './date-text.ts'
import { DateEvidence, type DateReader, dateReader, decideDates, sayDateVerdict } from './dates.ts'
import { type AmountReader, amountReader, DecimalEvidence, sayDecimalVerdict } from './numbers.ts'
import type { Row } from './table.ts'

/** Columns that must be looked through before they can be read. */
export interface SurveyColumns {
  readonly dates: readonly Column[]
  readonly amounts: readonly Column[]
}

export interface SurveyOptions extends SurveyColumns {
  readonly currency: string
  readonly zone: Zone
}

export interface Surveyed {
  /** Readers by the index of their column. */
  readonly dates: ReadonlyMap<number, DateReader>
  readonly amounts: ReadonlyMap<number, AmountReader>
  /** The orders that were taken, in the order of the columns; empty where nothing depends on it. */
  readonly orders: readonly DateOrder[]
  readonly problems: readonly ColumnProblem[]
  /** Those of the problems that the order of dates, or the decimal sign, would solve. */
  readonly open: readonly OpenReading[]
}

/** A value that can be read in several ways. */
export interface OpenReading {
  readonly header: string
  readonly text: string
  /** Of a date; missing of an amount. */
  readonly orders?: readonly DateOrder[]
}

/** The first pass over a file: what its columns prove about dates and decimal signs. */
export class Survey {
  readonly #dates: readonly (readonly [number, DateEvidence])[]
  readonly #amounts: readonly (readonly [number, DecimalEvidence])[]

  /** `typed`: the file knows its numbers from texts and writes them with a point, whatever sign the texts have. */
  constructor(
    private readonly options: SurveyOptions,
    private readonly typed = false,
  ) {
    this.#dates = options.dates.map(({ index, header }) => [index, new DateEvidence(header)])
    this.#amounts = options.amounts.map(({ index, header }) => [
      index,
      new DecimalEvidence(header, options.currency),
    ])
  }

  /** Nothing in the file needs a look before it is read. */
  get idle(): boolean {
    return this.#dates.length === 0 && this.#amounts.length === 0
  }

  see({ line, cells }: Row): void {
    for (const [index, evidence] of this.#dates) evidence.see(cells[index] ?? '', line)
    for (const [index, evidence] of this.#amounts) {
      const cell = cells[index] ?? ''
      if (!(this.typed && NUMBER.test(cell))) evidence.see(cell, line)
    }
  }

  /** `decimal` holds whatever the column shows, `usualDecimal` where it shows nothing. */
  conclude(given: {
    dateOrder?: DateOrder | undefined
    decimal?: DecimalSign | undefined
    usualDecimal?: DecimalSign | undefined
  }): Surveyed {
    const problems: ColumnProblem[] = []
    const dates = new Map<number, DateReader>()
    const orders = new Set<DateOrder>()
    const open: OpenReading[] = []
    const verdicts = decideDates(
      this.#dates.map(([, evidence]) => evidence),
      given.dateOrder,
    )
    this.#dates.forEach(([index, { header }], i) => {
      const verdict = verdicts[i]
      if (verdict === undefined) return
      const say = sayDateVerdict(header, verdict)
      if (say !== undefined) problems.push({ column: header, say })
      if (verdict.kind === 'ambiguous')
        open.push({ header, text: verdict.sample.text, orders: verdict.orders })
      if (verdict.kind !== 'decided') return
      if (verdict.form.order !== undefined) orders.add(verdict.form.order)
      dates.set(index, dateReader(verdict.form, this.options.zone))
    })
    const amounts = new Map<number, AmountReader>()
    for (const [index, evidence] of this.#amounts) {
      const shown = evidence.verdict(given.decimal)
      const verdict =
        shown.kind === 'ambiguous' && given.usualDecimal !== undefined
          ? evidence.verdict(given.usualDecimal)
          : shown
      const say = sayDecimalVerdict(evidence.header, verdict)
      if (say !== undefined) problems.push({ column: evidence.header, say })
      if (verdict.kind === 'ambiguous') open.push({ header: evidence.header, text: verdict.sample.text })
      if (verdict.kind !== 'decided') continue
      const { currency } = this.options
      const { decimal } = verdict
      const reader = amountReader(decimal === undefined ? { currency } : { currency, decimal })
      amounts.set(index, this.typed ? typedReader(reader, currency) : reader)
    }
    return { dates, amounts, orders: [...orders], problems, open }
  }
}

/** A number of a workbook, as it comes from there. */
const NUMBER = /^-?\d+(?:\.\d+)?$/

function typedReader(texts: AmountReader, ownCurrency: string): AmountReader {
  const numbers = amountReader({ currency: ownCurrency, decimal: '.' })
  return {
    read: (text, currency) => (NUMBER.test(text) ? numbers : texts).read(text, currency),
  }
}
