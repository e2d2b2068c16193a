import { currencyDigits } from '../domain/currency.ts'
import { type DecimalSign, MOST_MINOR, parseAmount, sayAmountProblem } from '../domain/money.ts'
import type { Say } from '../errors.ts'
import { BoundedCache, detached } from './cache.ts'

export interface CellAmount {
  readonly minor: number
  /** Only where the cell itself names one. */
  readonly currency?: string
  /** A currency sign stood there that the file's encoding has no place for: `120 000 ?`. */
  readonly signLost?: true
}

interface Sighting {
  readonly line: number
  readonly text: string
}

export type DecimalVerdict =
  | { readonly kind: 'decided' /** Missing where no value depends on it. */; readonly decimal?: DecimalSign }
  | { readonly kind: 'ambiguous'; readonly sample: Sighting }
  | { readonly kind: 'conflict'; readonly samples: readonly [Sighting, Sighting] }

const EMPTY = new Set([
  '',
  '-',
  '--',
  '–',
  '—',
  'n/a',
  '#n/a',
  'null',
  'none',
  'nan',
  'нет',
  'немає',
  '?',
  '??',
  '???',
])

/** What people write where the amount is still to be agreed on. */
const NOT_AGREED =
  /^(?:(?:цена|ціна|сумма|сума|price)\s+)?(?:договорн(?:ая|о)|(?:по|за) договор[её]нности|договірн[ао]|за домовленістю|по запросу|за запитом|уточн(?:яется|ить|юється|ити)|не\s?(?:указан|определен|определён|известн|вказан|визначен|відом)[ао]|t\.?b\.?[dac]\.?|to be (?:determined|discussed|agreed|confirmed)|negotiable|(?:up)?on request|unknown)\.?$/iu

/** Whether a cell of amounts says that there is none yet: `по договорённости`, `TBD`. */
export function isNotAgreed(text: string): boolean {
  return NOT_AGREED.test(text.trim())
}

/** Spreadsheets in their accounting format show nought as a dash beside the currency: ` $- `. */
const ACCOUNTING_ZERO = /^\p{Sc}\s*[-–—]$|^[-–—]\s*\p{Sc}$/u

/** Gathers, over all values of one column, which sign stands before its fractions. */
export class DecimalEvidence {
  private readonly proofs = new Map<DecimalSign, Sighting>()
  private sample: Sighting | undefined
  private readonly known = new BoundedCache<Leaning>()

  constructor(
    readonly header: string,
    private readonly currency: string,
  ) {}

  see(text: string, line: number): void {
    if (!text.includes(',') && !text.includes('.')) return
    const leaning = fractionSign(text) ?? this.known.get(text, (cell) => leaningOf(cell, this.currency))
    if (leaning === 'either') this.sample ??= { line, text: detached(text) }
    else if (leaning !== 'none' && !this.proofs.has(leaning)) {
      this.proofs.set(leaning, { line, text: detached(text) })
    }
  }

  /** The verdict, or simply the sign that the user gives. */
  verdict(given?: DecimalSign): DecimalVerdict {
    if (given !== undefined) return { kind: 'decided', decimal: given }
    const comma = this.proofs.get(',')
    const point = this.proofs.get('.')
    if (comma && point) {
      // `1,5` beside `2.5` is no harm: each says itself what it is. Only a value that does not is.
      return this.sample ? { kind: 'conflict', samples: [comma, point] } : { kind: 'decided' }
    }
    if (comma) return { kind: 'decided', decimal: ',' }
    if (point) return { kind: 'decided', decimal: '.' }
    return this.sample ? { kind: 'ambiguous', sample: this.sample } : { kind: 'decided' }
  }
}

/** The sign a value proves to be decimal; `either` where its meaning hangs on the sign, `none` where nothing does. */
type Leaning = DecimalSign | 'either' | 'none'

function leaningOf(text: string, currency: string): Leaning {
  const comma = parseAmount(text, { currency, decimal: ',' })
  const point = parseAmount(text, { currency, decimal: '.' })
  if (makesSense(comma) && makesSense(point)) return sameAmount(comma, point) ? 'none' : 'either'
  if (makesSense(comma)) return ','
  return makesSense(point) ? '.' : 'none'
}

/** The sign of `12.50` and `7,5`: most amounts are such, and need no closer look. */
function fractionSign(text: string): DecimalSign | undefined {
  const sign = /^-?\d+([.,])\d\d?$/.exec(text)?.[1]
  return sign === ',' || sign === '.' ? sign : undefined
}

type Parsed = ReturnType<typeof parseAmount>

/** Too fine a fraction is still a fraction. */
function makesSense(parsed: Parsed): boolean {
  return !('problem' in parsed) || parsed.problem === 'decimals'
}

function sameAmount(a: Parsed, b: Parsed): boolean {
  return 'minor' in a && 'minor' in b && a.minor === b.minor
}

/** The sentence for a column whose decimal sign stays unclear. */
export function sayDecimalVerdict(header: string, verdict: DecimalVerdict): Say | undefined {
  if (verdict.kind === 'ambiguous') {
    const { text, line } = verdict.sample
    return (w) => w.reading.unclearDecimal(text, header, line)
  }
  if (verdict.kind === 'conflict') {
    const [a, b] = verdict.samples
    return (w) => w.reading.decimalsDisagree(header, a.text, a.line, b.text, b.line)
  }
  return undefined
}

export interface AmountReader {
  /** The amount in minor units of the currency that the cell names, else of the one given, else the column's own. */
  read(text: string, currency?: string): CellAmount | 'empty' | { readonly problem: Say }
}

/** Reads the cells of one column of amounts. A word that is no amount is a problem, not a blank. */
export function amountReader(column: { decimal?: DecimalSign; currency: string }): AmountReader {
  const caches = new Map<string, BoundedCache<CellAmount | 'empty' | { problem: Say }>>()
  return {
    read(text, currency = column.currency) {
      if (text === '') return 'empty'
      const plain = plainAmount(text, currencyDigits(currency))
      if (plain !== undefined) return { minor: plain }
      const cache = caches.get(currency) ?? new BoundedCache()
      caches.set(currency, cache)
      return cache.get(text, (cell) => readSlowly(cell, currency, column.decimal))
    },
  }
}

function readSlowly(
  text: string,
  currency: string,
  decimal: DecimalSign | undefined,
): CellAmount | 'empty' | { problem: Say } {
  const trimmed = text.trim()
  if (EMPTY.has(trimmed.toLowerCase())) return 'empty'
  if (ACCOUNTING_ZERO.test(trimmed)) return { minor: 0 }
  const parsed = parseAmount(trimmed, decimal === undefined ? { currency } : { currency, decimal })
  if (!('problem' in parsed)) return parsed
  const without = LOST_SIGN.test(trimmed) ? readSlowly(trimmed.replace(/\?/, ''), currency, decimal) : 'empty'
  if (isNotAgreed(trimmed)) return 'empty'
  return without !== 'empty' && 'minor' in without
    ? { ...without, signLost: true as const }
    : { problem: sayAmountProblem(trimmed, parsed, currency) }
}

/** Spreadsheets write a question mark for a sign that is not in the code page, as ₽ and ₴ are in none of the old. */
const LOST_SIGN = /^\?\s*[\d-]|\d\s*\?$/

/** `1250`, `-7`, and with two digits of fraction `12.50` and `12,50`: no choice of decimal sign changes them. */
function plainAmount(text: string, digits: number): number | undefined {
  const length = text.length
  if (length > MOST_PLAIN) return undefined
  const start = text.charCodeAt(0) === MINUS ? 1 : 0
  const sign = text.charCodeAt(length - 3)
  const point = (sign === POINT || sign === COMMA) && digits === 2 && length - 3 > start ? length - 3 : length
  let units = 0
  for (let at = start; at < length; at++) {
    if (at === point) continue
    const digit = text.charCodeAt(at) - ZERO
    if (digit < 0 || digit > 9) return undefined
    units = units * 10 + digit
  }
  if (start === length) return undefined
  const minor = point < length ? units : units * 10 ** digits
  if (minor > MOST_MINOR) return undefined
  return start === 1 && minor !== 0 ? -minor : minor
}

/** Characters; short enough for every digit to be exact in a number. */
const MOST_PLAIN = 13
const MINUS = 45
const POINT = 46
const COMMA = 44
const ZERO = 48
