import type { DecimalSign } from '../domain/money.ts'
import type { Moment } from '../domain/time/when.ts'
import type { Zone } from '../domain/time/zone.ts'
import { type Say, UsageError } from '../errors.ts'
import type { Claims } from './columns.ts'
import type { DateOrder } from './date-text.ts'
import { DateEvidence, dateReader, sayDateVerdict } from './dates.ts'
import { amountReader, type CellAmount } from './numbers.ts'

/** Dates and amounts that are the same in every row, by field. */
export interface FixedValues {
  readonly dates: ReadonlyMap<string, Moment>
  readonly amounts: ReadonlyMap<string, CellAmount>
}

export interface FixedOptions {
  readonly dates: readonly string[]
  readonly amounts: readonly string[]
  readonly zone: Zone
  readonly currency: string
  readonly dateOrder: DateOrder | undefined
  readonly decimal: DecimalSign | undefined
}

/** Reads what `--set` says of dates and amounts, as their columns would be read. Throws UsageError. */
export function fixedValues({ fixed }: Claims, options: FixedOptions): FixedValues {
  const dates = new Map<string, Moment>()
  const amounts = new Map<string, CellAmount>()
  for (const [field, text] of fixed) {
    if (options.dates.includes(field)) dates.set(field, fixedDate(field, text, options))
    if (options.amounts.includes(field)) amounts.set(field, fixedAmount(text, options))
  }
  return { dates, amounts }
}

function fixedDate(field: string, text: string, { zone, dateOrder }: FixedOptions): Moment {
  const evidence = new DateEvidence(field)
  evidence.see(text, 0)
  const verdict = evidence.verdict(dateOrder)
  if (verdict.kind !== 'decided') throw new UsageError(sayDateVerdict(field, verdict) ?? unreadable(text))
  const read = dateReader(verdict.form, zone).read(text)
  if (read === 'empty') throw new UsageError(unreadable(text))
  if ('problem' in read) throw new UsageError(read.problem)
  return read
}

function fixedAmount(text: string, { currency, decimal }: FixedOptions): CellAmount {
  const read = amountReader(decimal === undefined ? { currency } : { currency, decimal }).read(text)
  if (read === 'empty') throw new UsageError((w) => w.money.unreadable(text))
  if ('problem' in read) throw new UsageError(read.problem)
  return read
}

function unreadable(text: string): Say {
  return (w) => w.reading.unreadableDate(text)
}
