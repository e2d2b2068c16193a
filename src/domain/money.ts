import { type Say, UserError } from '../errors.ts'
import type { Lang } from '../words/words.ts'
import { currencyDigits, currencyOf, currencySign } from './currency.ts'

export type DecimalSign = ',' | '.'

/**
 * Why a text is no amount. `ambiguous` is a lone `1,250` or `1.250`, thousands or a fraction, which other
 * amounts of the same column may decide; `currency` an unknown sign or one of several currencies.
 */
export interface AmountProblem {
  problem: 'empty' | 'unreadable' | 'ambiguous' | 'decimals' | 'tooLarge' | 'currency'
  /** Where the text itself names one. */
  currency?: string
}

/** `currency` only where the text itself names one. */
export interface ReadAmount {
  minor: number
  currency?: string
}

/** So that every amount is exact in a number, in minor units and in major ones, of which a number has fewer digits. */
export const MOST_MINOR = 5_000_000_000_000_000

const NBSP = '\u00a0'

/** What stands before the number, the number, its exponent (programs write 6.0E7), what stands behind. */
const AMOUNT = /^(\D*)(\d(?:[\d .,'’`´]*\d)?)(?:[eE]\+?(\d{1,2}))?(\D*)$/

const SCALES: ReadonlyMap<string, number> = new Map([
  ...'к k тыс тысяч тысячи тысяча тис тисяч тисячі тисяча thousand'.split(' ').map(scale(3)),
  ...'млн миллион миллиона миллионов мільйон мільйони мільйонів mln mio mn m million'
    .split(' ')
    .map(scale(6)),
  ...'млрд миллиард миллиарда миллиардов мільярд мільярди мільярдів bn b billion'.split(' ').map(scale(9)),
])

/**
 * Reads an amount as people and spreadsheets write it: `1 200,50`, `$22,700.00`, `(500)`, `12 тыс. руб.`
 * `currency` is the one meant where the text names none; `decimal`, where known, settles `1,250`.
 */
export function parseAmount(
  text: string,
  { currency, decimal }: { currency: string; decimal?: DecimalSign },
): ReadAmount | AmountProblem {
  const clean = text
    .replace(/[\u200b-\u200f\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (clean === '') return { problem: 'empty' }
  const [, prefix = '', core, exponent = '0', suffix = ''] = AMOUNT.exec(clean) ?? []
  if (core === undefined) return readDash(clean, currency)

  const signs = readSigns(prefix, suffix)
  // `1200,` is whole; what `0,1,` is nobody knows.
  const dangles = suffix === ',' && /[.,]/.test(core)
  if (signs === undefined || dangles) return { problem: 'unreadable' }
  const { marks, thousands } = readMarks(signs.before, signs.after)
  const named = marks.length === 0 ? undefined : currencyOf(marks, currency)
  if (marks.length > 0 && named === undefined) return { problem: 'currency' }

  const power = thousands + Number(exponent)
  const digits = currencyDigits(named ?? currency)
  const number = readDecimal(signs.leadingPoint ? `0.${core}` : core, decimal, digits === 0 && power === 0)
  const own = named === undefined ? {} : { currency: named }
  if (typeof number === 'string') return { problem: number, ...own }
  const minor = toMinor(number, digits + power)
  if (typeof minor === 'string') return { problem: minor, ...own }
  return { minor: signs.negative && minor !== 0 ? -minor : minor, ...own }
}

/** The sentence for an amount that could not be read; `context` is the currency meant where the text named none. */
export function sayAmountProblem(text: string, { problem, currency }: AmountProblem, context: string): Say {
  const meant = currency ?? context
  return ({ money }) =>
    problem === 'decimals' ? money.decimals(text, meant, currencyDigits(meant)) : money[problem](text)
}

/** Exact decimal text for files: `1200.50`, and `1200` where there are no minor units. */
export function formatAmount(minor: number, currency: string): string {
  const { sign, whole, fraction } = decimalParts(minor, currencyDigits(currency))
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`
}

/** Major units for JSON: the number nearest to the exact decimal, which prints as that decimal. */
export function majorOf(minor: number, currency: string): number {
  return minor / 10 ** currencyDigits(currency)
}

/** The same of a mean or a median, which may lie between two minor units; null of none. */
export function majorOfMean(minor: number | null, currency: string): number | null {
  return minor === null ? null : majorOf(Math.round(minor), currency)
}

/** For screens: `120 000 ₽`, `1 200,50 ₴`, in English `$1,200.50`. Blanks are no-break spaces. */
export function formatMoney(minor: number, currency: string, lang: Lang): string {
  const { sign, whole, fraction } = decimalParts(minor, currencyDigits(currency))
  const shown = currencySign(currency)
  if (lang !== 'en') {
    return `${sign}${grouped(whole, NBSP)}${fraction && `,${fraction}`}${NBSP}${shown}`
  }
  const number = `${grouped(whole, ',')}${fraction && `.${fraction}`}`
  return shown.length === 1 ? `${sign}${shown}${number}` : `${sign}${currency}${NBSP}${number}`
}

/**
 * Minor units of one currency in another's: the exact decimal product, rounded half away from zero. `rate`
 * is a plain decimal, units of the target for one of the source. Throws UserError past `MOST_MINOR`.
 */
export function convert(minor: number, fromDigits: number, toDigits: number, rate: string): number {
  const [whole = '', fraction = ''] = rate.split('.')
  const numerator = BigInt(minor) * BigInt(whole + fraction) * 10n ** BigInt(toDigits)
  const denominator = 10n ** BigInt(fromDigits + fraction.length)
  const magnitude = numerator < 0n ? -numerator : numerator
  const rounded = (magnitude * 2n + denominator) / (denominator * 2n)
  if (rounded > BigInt(MOST_MINOR)) throw new UserError((w) => w.money.tooLarge(`${minor} × ${rate}`))
  return numerator < 0n && rounded > 0n ? -Number(rounded) : Number(rounded)
}

const DUSTY = 2 ** 50

/** The whole number nearest, halves away from zero; binary dust does not count. */
export function roundMinor(x: number): number {
  const far = Math.abs(x)
  // So far from 0 the dust taken off would be whole units.
  const size = Math.round(far > DUSTY ? far : far * (1 + 2 * Number.EPSILON))
  return x < 0 && size !== 0 ? -size : size
}

interface Signs {
  negative: boolean
  /** `.5`: the point stands before the digits. */
  leadingPoint: boolean
  before: string
  after: string
}

/** Takes signs and brackets off both sides: `-`, `(500)`, `500-` of accounts, and the `.-` of no cents. */
function readSigns(prefix: string, suffix: string): Signs | undefined {
  const leadingPoint = /(?:^|[^\p{L}])[.,]$/u.test(prefix)
  const before = leadingPoint ? prefix.slice(0, -1) : prefix
  const after = suffix.replace(/^[.,] ?[-\u2010-\u2015\u2212]+/, '').replace(/^,/, '')
  const minuses = `${before}|${after}`.match(/[-\u2010-\u2015\u2212]/g)?.length ?? 0
  const opened = before.match(/\(/g)?.length ?? 0
  const closed = after.match(/\)/g)?.length ?? 0
  if (opened !== closed || minuses + opened > 1) return undefined
  return {
    negative: minuses + opened === 1,
    leadingPoint,
    before: before.replace(/[-+(\u2010-\u2015\u2212]/g, ' ').trim(),
    after: after.replace(/[-)\u2010-\u2015\u2212]/g, ' ').trim(),
  }
}

/** The dash that stands for zero in the accounting formats of spreadsheets: `$ -`. Alone it says nothing. */
function readDash(text: string, context: string): ReadAmount | AmountProblem {
  const rest = text.replace(/[-\u2010-\u2015\u2212]/, '')
  const currency = rest === text ? undefined : currencyOf(marksOf(rest), context)
  return currency === undefined ? { problem: 'unreadable' } : { minor: 0, currency }
}

/** Currency marks of both sides, and the power of ten that a word like "тыс." adds. */
function readMarks(before: string, after: string): { marks: string[]; thousands: number } {
  const marks = [...marksOf(before)]
  let thousands = 0
  marksOf(after).forEach((mark, index, all) => {
    // "т. р.": т alone is thousands only before roubles, for it may be tons.
    const roubles = mark === 'т' && /^р(уб)?$/.test(all[index + 1] ?? '')
    const found = index === 0 ? (SCALES.get(mark) ?? (roubles ? 3 : undefined)) : undefined
    if (found === undefined) marks.push(mark)
    else thousands = found
  })
  return { marks, thousands }
}

/** Signs with letters of their own (`US$`) are one mark; else letters and signs are marks apart. */
function marksOf(side: string): string[] {
  return side.toLowerCase().match(/(?:us|r)\$|\p{L}+|[^\p{L}\s.]/gu) ?? []
}

interface Decimal {
  whole: string
  fraction: string
}

/** `wholeOnly`: the currency has no fraction, so that a lone sign before three digits groups them. */
function readDecimal(
  core: string,
  decimal: DecimalSign | undefined,
  wholeOnly: boolean,
): Decimal | 'ambiguous' | 'unreadable' {
  const text = core.replace(/[’`´]/g, "'")
  const points = [...text.matchAll(/[.,]/g)]
  const last = points.at(-1)
  if (last === undefined) return wholeNumber(text)
  const repeated = points.filter(([sign]) => sign === last[0]).length > 1
  const mixed = points.some(([sign]) => sign !== last[0])
  if (repeated) return mixed || decimal === last[0] ? 'unreadable' : wholeNumber(text)

  const whole = text.slice(0, last.index)
  const fraction = text.slice(last.index + 1)
  const isDecimal = mixed
    ? decimal === undefined || decimal === last[0]
    : ((decimal && decimal === last[0]) ?? decides(whole, fraction, wholeOnly))
  if (isDecimal === undefined) return 'ambiguous'
  if (!isDecimal) return mixed ? 'unreadable' : wholeNumber(text)
  const number = wholeNumber(whole)
  return number === 'unreadable' || !/^\d+$/.test(fraction) ? 'unreadable' : { whole: number.whole, fraction }
}

/** Whether a lone sign is the decimal one; undefined where it may as well group thousands. */
function decides(whole: string, fraction: string, wholeOnly: boolean): boolean | undefined {
  if (fraction.length !== 3 || !/^[1-9]\d{0,2}$/.test(whole)) return true
  return wholeOnly ? false : undefined
}

/** Digits in groups of three, or of two before the last three as in India, by one sign throughout. */
function wholeNumber(text: string): Decimal | 'unreadable' {
  const fits = /^(?:\d+|\d{1,3}([ .,'])\d{3}(?:\1\d{3})*|\d{1,2}(?:,\d\d)+,\d{3})$/.test(text)
  return fits ? { whole: text.replace(/\D/g, ''), fraction: '' } : 'unreadable'
}

function toMinor({ whole, fraction }: Decimal, power: number): number | 'decimals' | 'tooLarge' {
  if (/[1-9]/.test(fraction.slice(power))) return 'decimals'
  const minor = BigInt(whole + fraction.slice(0, power).padEnd(power, '0'))
  return minor > BigInt(MOST_MINOR) ? 'tooLarge' : Number(minor)
}

function decimalParts(minor: number, digits: number): { sign: string; whole: string; fraction: string } {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const point = text.length - digits
  const fraction = text.slice(point)
  return {
    sign: minor < 0 ? '-' : '',
    whole: text.slice(0, point),
    fraction: /[1-9]/.test(fraction) ? fraction : '',
  }
}

function grouped(whole: string, sign: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, sign)
}

function scale(power: number): (word: string) => [string, number] {
  return (word) => [word, power]
}
