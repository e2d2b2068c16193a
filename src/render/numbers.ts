import { renderWords } from '../words/render.ts'
import type { Lang } from '../words/words.ts'

/**
 * The blank inside a number and before its unit. A line must never break there, so in Russian and
 * Ukrainian it is U+00A0; English groups by commas and writes units without a blank.
 */
const NBSP = '\u00a0'
const MINUS = '−'
const DASH = '–'

/** A whole number: 1 250 in Russian and Ukrainian, 1,250 in English. */
export function formatCount(n: number, lang: Lang): string {
  return formatDecimal(n, 0, lang)
}

/** A number with so many decimals, grouped by thousands; a rounded-off minus zero is zero. */
export function formatDecimal(n: number, digits: number, lang: Lang): string {
  const rounded = roundTo(n, digits)
  const [whole = '0', fraction] = Math.abs(rounded).toFixed(digits).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'en' ? ',' : NBSP)
  const decimals = fraction === undefined ? '' : (lang === 'en' ? '.' : ',') + fraction
  return (rounded < 0 ? MINUS : '') + grouped + decimals
}

const LARGE = 2 ** 50

/** Rounds half away from zero, as on paper: 0.125 → 0.13, 2.675 → 2.68 in spite of its binary form. */
export function roundTo(n: number, digits: number): number {
  const power = 10 ** digits
  const scaled = Math.abs(n) * power
  // So far from 0 the correction below is a whole unit, and a half cannot be told from its neighbours.
  if (scaled > LARGE && digits >= 0) return Number(n.toFixed(digits))
  const rounded = Math.round(scaled * (1 + Number.EPSILON)) / power
  return n < 0 && rounded !== 0 ? -rounded : rounded
}

/**
 * A fraction as a percentage: 70 % (70% in English). What is not nothing is not written 0 %, and what is
 * not all is not written 100 %: <1 %, >99 %.
 */
export function formatRate(rate: number, lang: Lang, digits = 0): string {
  return rateNumber(rate, lang, digits) + (lang === 'en' ? '%' : `${NBSP}%`)
}

function rateNumber(rate: number, lang: Lang, digits: number): string {
  const step = 10 ** -digits
  const shown = roundTo(rate * 100, digits)
  if (shown === 0 && rate > 0) return `<${formatDecimal(step, digits, lang)}`
  if (shown === 100 && rate < 1) return `>${formatDecimal(100 - step, digits, lang)}`
  return formatDecimal(shown, digits, lang)
}

/** Two fractions as percentages without the sign: 61–77. */
export function formatInterval(low: number, high: number, lang: Lang, digits = 0): string {
  const ends = [low, high].map((end) => formatDecimal(end * 100, digits, lang))
  return ends.join(DASH)
}

/** Two bounds written by the same rule: 1 010–1 370. */
export function formatRange(low: string, high: string): string {
  return low + DASH + high
}

/** Days, without their unit: a decimal only below ten, where half a day matters. */
export function formatDays(days: number, lang: Lang): string {
  const tenths = roundTo(days, 1)
  return formatDecimal(days, Number.isInteger(tenths) || Math.abs(tenths) >= 10 ? 0 : 1, lang)
}

/** A power of ten that amounts are divided by before they are written, and the decimals then kept. */
export interface MoneyScale {
  readonly power: 0 | 3 | 6 | 9
  readonly digits: number
}

/**
 * The scale in which amounts (major units) stay short and tell apart: units below 100 000, thousands below
 * ten millions, then millions and milliards with one decimal. More decimals, up to two, where an
 * amount that is not zero would be written 0.
 */
export function moneyScale(amounts: readonly number[]): MoneyScale {
  let most = 0
  let least = Number.POSITIVE_INFINITY
  for (const amount of amounts) {
    const size = Math.abs(amount)
    if (size > most) most = size
    if (size > 0 && size < least) least = size
  }
  const power = most < 100_000 ? 0 : most < 1e7 ? 3 : most < 1e10 ? 6 : 9
  let digits = power >= 6 ? 1 : 0
  while (digits < 2 && least < 0.5 * 10 ** (power - digits)) digits++
  return { power, digits }
}

/**
 * The scale with a decimal more, two at most, where amounts that are rounded each for itself add up with it and do not
 * without: 1 049,6 rather than 1 049 in one table and 1 050 in the next.
 */
export function scaleAddingUp(scale: MoneyScale, parts: readonly number[]): MoneyScale {
  const sum = parts.reduce((all, amount) => all + amount, 0)
  for (let { digits } = scale; digits <= 2; digits++) {
    const steps = (amount: number) => roundTo(amount / 10 ** (scale.power - digits), 0)
    if (parts.reduce((all, amount) => all + steps(amount), 0) === steps(sum)) return { ...scale, digits }
  }
  return scale
}

const SIGNS: Readonly<Record<string, string>> = {
  RUB: '₽',
  UAH: '₴',
  USD: '$',
  EUR: '€',
  GBP: '£',
  KZT: '₸',
  JPY: '¥',
}

/** The unit of a scaled column: `млн ₽`, `тис ₴`, `$M`, `CHF K`. */
export function moneyUnit(scale: MoneyScale, currency: string | undefined, lang: Lang): string {
  const words = renderWords[lang]
  const power = { 0: '', 3: words.thousand, 6: words.million, 9: words.billion }[scale.power]
  const sign = currency === undefined ? '' : (SIGNS[currency] ?? currency)
  if (lang === 'en') return sign + (sign.length > 1 && power !== '' ? NBSP : '') + power
  return [power, sign].filter((part) => part !== '').join(NBSP)
}

/** An amount in major units: 120 000 ₽, $120,000. Without `digits`, two decimals only if it is not whole. */
export function formatMoney(
  amount: number,
  currency: string | undefined,
  lang: Lang,
  digits?: number,
): string {
  const number = formatDecimal(amount, digits ?? (Number.isInteger(roundTo(amount, 2)) ? 0 : 2), lang)
  if (currency === undefined) return number
  const sign = SIGNS[currency] ?? currency
  if (lang !== 'en') return number + NBSP + sign
  const unsigned = number.startsWith(MINUS) ? number.slice(1) : number
  return (unsigned === number ? '' : MINUS) + sign + (sign.length > 1 ? NBSP : '') + unsigned
}

/** An estimate: three digits of it mean something. 2 955 211 ₽ → 2 960 000 ₽. */
export function formatEstimate(amount: number, currency: string | undefined, lang: Lang): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(amount)))) - 2)
  return formatMoney(roundTo(amount / step, 0) * step, currency, lang, 0)
}

/** A number in few characters, as on the axis of a chart: 1,5 тыс, 12 млн. */
export function formatCompact(n: number, lang: Lang): string {
  const power = Math.abs(n) < 1000 ? 0 : Math.abs(n) < 1e6 ? 3 : Math.abs(n) < 1e9 ? 6 : 9
  const unit = moneyUnit({ power, digits: 0 }, undefined, lang)
  const scaled = roundTo(n / 10 ** power, 2)
  const digits = Number.isInteger(scaled) ? 0 : Number.isInteger(roundTo(scaled * 10, 1)) ? 1 : 2
  return formatDecimal(scaled, digits, lang) + (unit === '' || lang === 'en' ? '' : NBSP) + unit
}

/**
 * Rounds the parts of a sum so that they add up to the rounded sum (largest remainder): every part is off by
 * less than one step, a part that is a whole number of steps is left alone.
 */
export function roundToSum(values: readonly number[], digits: number): number[] {
  const power = 10 ** digits
  const scaled = values.map((value) => cleaned(value * power))
  const floors = scaled.map(Math.floor)
  const target = Math.round(cleaned(scaled.reduce((sum, value) => sum + value, 0)))
  const missing = target - floors.reduce((sum, value) => sum + value, 0)
  const byRemainder = scaled
    .map((value, index) => ({ index, remainder: value - (floors[index] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, missing)) floors[index] = (floors[index] ?? 0) + 1
  return floors.map((value) => value / power)
}

/**
 * Shares of one whole, rounded so that they add up; each for itself where equal shares would differ, their sum may
 * then be off by a step.
 */
export function roundShares(shares: readonly number[], digits: number): number[] {
  const rounded = roundToSum(shares, digits)
  const shown = new Map(shares.map((share, index) => [share, rounded[index]]))
  const isEven = shares.every((share, index) => shown.get(share) === rounded[index])
  return isEven ? rounded : shares.map((share) => roundTo(share, digits))
}

/** Takes off what binary fractions add: 1.1 × 10 is 11. */
function cleaned(n: number): number {
  const whole = Math.round(n)
  return Math.abs(n - whole) < 1e-6 ? whole : n
}
