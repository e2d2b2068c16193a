import { UserError } from '../errors.ts'
import { currencyDigits } from './currency.ts'
import { convert } from './money.ts'
import type { IsoDate } from './time/date.ts'

export interface Rate {
  on: IsoDate
  currency: string
  /** One unit of `currency` in the base currency, as a decimal text. */
  rate: string
}

/** Exchange rates by day. The latest rate on or before a day holds. */
export class Rates {
  readonly #byCurrency = new Map<string, Rate[]>()
  /** Rates by currency and day as they were asked for: a million deals lie in a few thousand days. */
  readonly #held = new Map<string, Map<IsoDate, string>>()

  constructor(
    readonly base: string,
    rates: readonly Rate[],
  ) {
    for (const rate of [...rates].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
      const list = this.#byCurrency.get(rate.currency)
      if (list === undefined) this.#byCurrency.set(rate.currency, [rate])
      else list.push(rate)
    }
  }

  /**
   * Minor units of one currency in minor units of another, by way of the base currency, rounded half away from zero
   * after each step. Throws UserError that names the missing rate.
   */
  convert(minor: number, from: string, to: string, on: IsoDate): number {
    if (from === to) return minor
    const inBase =
      from === this.base
        ? minor
        : convert(minor, currencyDigits(from), currencyDigits(this.base), this.#rateOf(from, on))
    if (to === this.base) return inBase
    return convert(inBase, currencyDigits(this.base), currencyDigits(to), inverse(this.#rateOf(to, on)))
  }

  #rateOf(currency: string, on: IsoDate): string {
    let held = this.#held.get(currency)
    if (held === undefined) {
      held = new Map()
      this.#held.set(currency, held)
    }
    const known = held.get(on)
    if (known !== undefined) return known
    const found = this.#byCurrency.get(currency)?.findLast((rate) => rate.on <= on)
    if (found === undefined) throw new UserError((w) => w.store.noRate({ currency, base: this.base, on }))
    held.set(on, found.rate)
    return found.rate
  }
}

/** 1/rate as a decimal text with 18 decimals; exact enough that minor units never differ. */
function inverse(rate: string): string {
  const [whole = '0', fraction = ''] = rate.split('.')
  const scaled = BigInt(whole + fraction)
  const one = 10n ** BigInt(fraction.length + 18)
  const digits = String((one + scaled / 2n) / scaled).padStart(19, '0')
  return `${digits.slice(0, -18)}.${digits.slice(-18)}`
}
