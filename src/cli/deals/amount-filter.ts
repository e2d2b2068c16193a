import { parseAmount, sayAmountProblem } from '../../domain/money.ts'
import { plainAmount } from '../../domain/quick/amount.ts'
import { type Rate, Rates } from '../../domain/rates.ts'
import type { IsoDate } from '../../domain/time/date.ts'
import { UsageError } from '../../errors.ts'
import { type AmountFilter, currenciesUsed } from '../../store/filters.ts'
import { readRates } from '../../store/rates.ts'
import type { Store } from '../../store/store.ts'

/**
 * `100000..`, `..50000`, `10 тыс..50 тыс`, `50000`: both ends included, in the currency that it names, else in the base
 * currency. Deals in other currencies are compared by the rate of the day `on`. Throws UsageError for what is no such
 * range, UserError where a rate is missing.
 */
export function readAmountRange(store: Store, text: string, on: IsoDate): AmountFilter {
  const base = store.settings.currency
  const [low = '', high = low, ...more] = text.split('..').map((end) => end.trim())
  const isReadable = more.length === 0 && (low !== '' || high !== '') && !/[<>=]/.test(text)
  if (!isReadable) throw new UsageError((w) => w.filters.badAmount({ text }))
  const from = readEnd(low, base)
  const until = readEnd(high, base)
  const currency = from?.currency ?? until?.currency ?? base
  if (from?.currency !== undefined && until?.currency !== undefined && until.currency !== currency)
    throw new UsageError((w) => w.filters.badAmount({ text }))
  // What one end names is meant by both.
  const range = { from: minorOf(low, currency), until: minorOf(high, currency) }
  if (range.from !== null && range.until !== null && range.from > range.until)
    throw new UsageError((w) => w.filters.badAmount({ text }))
  const rates = readRates(store)
  const table = new Rates(base, rates)
  const bounds = currenciesOf(store, currency, rates, on).map((to) => {
    const inIt = (minor: number | null) => (minor === null ? null : table.convert(minor, currency, to, on))
    return { currency: to, from: inIt(range.from), until: inIt(range.until) }
  })
  return { ...range, currency, bounds }
}

function readEnd(text: string, currency: string) {
  if (text === '') return null
  const read = parseAmount(plainAmount(text), { currency })
  if ('problem' in read) throw new UsageError(sayAmountProblem(text, read, currency))
  return read
}

function minorOf(text: string, currency: string): number | null {
  return readEnd(text, currency)?.minor ?? null
}

/** The one meant, those that deals are in, and those in which deals of a past day may have been. */
function currenciesOf({ db }: Store, meant: string, rates: readonly Rate[], on: IsoDate): string[] {
  const rated = rates.flatMap((rate) => (rate.on <= on ? [rate.currency] : []))
  return [...new Set([meant, ...currenciesUsed(db), ...rated])]
}
