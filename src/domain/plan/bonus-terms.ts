import { currencyDigits } from '../currency.ts'
import { parseAmount } from '../money.ts'
import { foldWords } from '../time/calendar-words.ts'
import { countOf } from '../time/number-words.ts'
import type { BonusTerms, Pay, Tier } from './bonus.ts'
import { isMoney, type Metric } from './plan.ts'

/** What is wrong with terms as they were typed. */
export type TermsProblem =
  | { problem: 'unreadable' | 'twice'; text: string }
  | { problem: 'mixed' | 'percentOfCount' | 'eachOfMoney' | 'currencies' | 'always' }

export interface TermsContext {
  readonly metric: Metric
  /** Of amounts that name none. */
  readonly currency: string
  readonly marginal: boolean
  /** The least share of the plan that it is paid for, per cent, as typed. */
  readonly met?: string | undefined
}

const EACH =
  /^(.+?)\s*(?:each|apiece|per piece|за каждого|за каждую|за каждый|за каждое|за штуку|за шт\.?|за кожного|за кожну|за кожен|за кожне)$/
const PERCENT = /^(\d{1,4})(?:[.,](\d{1,4}))?\s*%$/

const PERCENT_WORD = /(?<=\s)(?:відсот|процент|per ?cent)\p{L}*/gu
const COUNT_IN_WORDS = /(?<=^|[\s:])\p{L}+(?=%)/gu

/**
 * Terms of a bonus: `3%`, `10000`, `500 each`, or tiers `80%: 2%; 100%: 3%` by share of the plan and `0: 2%; 500000: 3%`
 * by amount. Tiers stand apart by semicolons, by commas with a blank after them, or by blanks alone.
 */
export function readTerms(text: string, context: TermsContext): BonusTerms | TermsProblem {
  const reader = new Terms(context)
  const clean = foldWords(text)
    .replace(/\s*:\s*/g, ':')
    .replace(PERCENT_WORD, '%')
    .replace(/\s+%/g, '%')
    .replace(COUNT_IN_WORDS, (word) => `${countOf(word) ?? word}`)
    .replace(/;\s*$/, '')
    .trim()
  const pieces = piecesOf(clean)
  const tiers = pieces.map((piece) => reader.tier(piece))
  const problem = reader.problem ?? tierProblem(tiers, context)
  if (problem !== undefined) return problem
  const read = tiers.flatMap((tier) => (tier === undefined ? [] : [tier]))
  const basis = read.every(({ isShare }) => isShare) ? 'share' : 'amount'
  const sorted = [...read].sort((a, b) => Number(a.tier.from) - Number(b.tier.from))
  const twice = sorted.find(
    ({ tier }, at) => at > 0 && Number(sorted[at - 1]?.tier.from) === Number(tier.from),
  )
  if (twice !== undefined) return { problem: 'twice', text: twice.tier.from }
  const needsCurrency =
    read.some(({ tier }) => tier.pay.kind !== 'percent') ||
    (basis === 'amount' && isMoney(context.metric) && sorted.some(({ tier }) => tier.from !== '0'))
  return {
    metric: context.metric,
    basis,
    marginal: context.marginal,
    tiers: sorted.map(({ tier }) => tier),
    currency: needsCurrency ? reader.currency : null,
  }
}

/** A single tier may have blanks in its amounts. */
function piecesOf(text: string): string[] {
  if (/;|,\s/.test(text)) return text.split(/\s*;\s*|,\s+/)
  return text.indexOf(':') === text.lastIndexOf(':') ? [text] : text.split(/\s+(?=[^\s:]+:)/)
}

interface ReadTier {
  tier: Tier
  isShare: boolean
}

function tierProblem(
  tiers: readonly (ReadTier | undefined)[],
  { metric }: TermsContext,
): TermsProblem | undefined {
  const read = tiers.filter((tier) => tier !== undefined)
  if (new Set(read.map(({ isShare }) => isShare)).size > 1) return { problem: 'mixed' }
  const kinds = read.map(({ tier }) => tier.pay.kind)
  if (kinds.includes('percent') && !isMoney(metric)) return { problem: 'percentOfCount' }
  if (kinds.includes('each') && isMoney(metric)) return { problem: 'eachOfMoney' }
  const [only, second] = read
  const isAlways = only?.tier.pay.kind === 'amount' && only.tier.from === '0' && second === undefined
  return isAlways ? { problem: 'always' } : undefined
}

class Terms {
  problem: TermsProblem | undefined
  #named: string | undefined

  constructor(private readonly context: TermsContext) {}

  get currency(): string {
    return this.#named ?? this.context.currency
  }

  tier(text: string): ReadTier | undefined {
    const cut = text.lastIndexOf(':')
    const { met } = this.context
    const edge = cut < 0 ? (met === undefined ? '0' : met.replace(/%?$/, '%')) : text.slice(0, cut)
    const share = percentOf(edge)
    const from = share ?? this.#amount(edge, !isMoney(this.context.metric))?.toString()
    const pay = this.#pay(text.slice(cut + 1))
    if (from === undefined || pay === undefined) {
      this.problem ??= { problem: 'unreadable', text }
      return undefined
    }
    return { tier: { from, pay }, isShare: share !== undefined }
  }

  #pay(text: string): Pay | undefined {
    const percent = percentOf(text)
    if (percent !== undefined) return { kind: 'percent', percent }
    const [, each] = EACH.exec(text) ?? []
    const amount = this.#amount(each ?? text, false)
    return amount === undefined ? undefined : { kind: each === undefined ? 'amount' : 'each', amount }
  }

  /** Minor units, or whole ones of a count. */
  #amount(text: string, isCount: boolean): number | undefined {
    const { currency } = this.context
    const read = parseAmount(text, { currency })
    if ('problem' in read || read.minor < 0) return undefined
    if (isCount) {
      const count = read.minor / 10 ** currencyDigits(currency)
      return read.currency === undefined && Number.isInteger(count) ? count : undefined
    }
    if (read.currency !== undefined) {
      if (this.#named !== undefined && this.#named !== read.currency) this.problem = { problem: 'currencies' }
      this.#named = read.currency
    }
    return read.minor
  }
}

/** `3,5 %` → `3.5`. */
function percentOf(text: string): string | undefined {
  const [, whole, fraction = ''] = PERCENT.exec(text.trim()) ?? []
  if (whole === undefined) return undefined
  const decimals = fraction.replace(/0+$/, '')
  return `${Number(whole)}${decimals === '' ? '' : `.${decimals}`}`
}
