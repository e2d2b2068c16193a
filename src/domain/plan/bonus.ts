import type { Outlook } from '../forecast/outlook.ts'
import { addUnits, firstOf, type IsoDate, type Unit } from '../time/date.ts'
import type { Instant, Zone } from '../time/zone.ts'
import { inForceFrom } from './in-force.ts'
import type { Metric } from './plan.ts'

/** For how long a bonus is reckoned each time. */
export const BONUS_UNITS = ['month', 'quarter', 'year'] as const
export type BonusUnit = (typeof BONUS_UNITS)[number]

/** What is paid: a percentage of the figure, an amount of money, or an amount for each of a count. Amounts are minor units. */
export type Pay =
  | { readonly kind: 'percent'; readonly percent: string }
  | { readonly kind: 'amount' | 'each'; readonly amount: number }

/** `from`: a percentage of the plan (basis `share`), else minor units or a count; a decimal not below nought. */
export interface Tier {
  readonly from: string
  readonly pay: Pay
}

/** Tiers rise. The highest that is reached pays for the whole figure, or each (`marginal`) for the part within it. */
export interface BonusTerms {
  readonly metric: Metric
  readonly basis: 'share' | 'amount'
  readonly marginal: boolean
  readonly tiers: readonly Tier[]
  /** Of its amounts; null where it has none. */
  readonly currency: string | null
}

/** A version of a bonus rule: of a manager, of each of a department or, with neither, of everyone. */
export interface BonusVersion extends BonusTerms {
  readonly id: number
  /** What all its versions share: the id of the first. */
  readonly rule: number
  readonly name: string
  readonly manager: number | null
  readonly department: string | null
  readonly per: BonusUnit
  /** The first day of the months (quarters, years) it is for. */
  readonly from: IsoDate
  /** From this version on there is no such bonus. */
  readonly ended: boolean
  readonly knownAt: Instant
}

/** A line of the reckoning: what was paid for, and what came of it before rounding. */
export interface BonusPart {
  readonly pay: Pay
  /** The figure that it is a percentage of, or how many there were; 1 of an amount. */
  readonly base: number
}

export interface Bonus {
  /** Minor units. */
  readonly amount: number
  readonly parts: readonly BonusPart[]
}

/** Four decimals of a percentage, and its hundred. */
const SCALE = 1_000_000n

/**
 * The bonus for a figure beside its plan, in minor units, rounded half up once. A figure below nought earns nothing, and
 * shares of a plan that is not there, or nought, are not reached.
 * By hand: 520,000 at 3 % is 15,600. Tiers by plan share 80 %: 2 %, 100 %: 3 % and a plan of 500,000: 520,000 is 104 %,
 * so 3 % of all of it; marginal, 2 % of 400,000…500,000 and 3 % of the 20,000 above: 2,000 + 600.
 */
export function bonusOf(terms: BonusTerms, figure: number, plan: number | null): Bonus {
  if (figure < 0 || (terms.basis === 'share' && !(plan !== null && plan > 0))) return { amount: 0, parts: [] }
  const fact = BigInt(figure) * SCALE
  const edges = terms.tiers.map((tier) => edgeOf(terms, tier, plan))
  const reached = terms.tiers.flatMap((tier, at) => {
    const from = edges[at] ?? 0n
    return fact >= from ? [{ tier, from, until: edges[at + 1] }] : []
  })
  const paid = terms.marginal
    ? reached.map(({ tier, from, until }) => ({
        pay: tier.pay,
        base: (until !== undefined && until < fact ? until : fact) - from,
      }))
    : reached.slice(-1).map(({ tier }) => ({ pay: tier.pay, base: fact }))
  const exact = paid.reduce((sum, { pay, base }) => sum + worth(pay, base), 0n)
  const unit = SCALE * SCALE
  return {
    amount: Number((exact * 2n + unit) / (unit * 2n)),
    parts: paid.map(({ pay, base }) => ({ pay, base: pay.kind === 'amount' ? 1 : Number(base) / 1e6 })),
  }
}

/** Where a tier begins, in millionths of a minor unit or of one of a count. */
function edgeOf({ basis }: BonusTerms, { from }: Tier, plan: number | null): bigint {
  return basis === 'amount' ? BigInt(from) * SCALE : BigInt(plan ?? 0) * scaled(from)
}

/** In millionths of millionths. */
function worth(pay: Pay, base: bigint): bigint {
  if (pay.kind === 'percent') return base * scaled(pay.percent)
  return pay.kind === 'amount' ? BigInt(pay.amount) * SCALE * SCALE : base * BigInt(pay.amount) * SCALE
}

/** A percentage in millionths of the whole: `3.5` → 35000. Exact to four decimals. */
function scaled(percent: string): bigint {
  const [whole = '0', fraction = ''] = percent.split('.')
  return BigInt(whole + fraction.slice(0, 4).padEnd(4, '0'))
}

/** Steps of a sum in place of an integral. */
const STEPS = 200

/**
 * The bonus to be expected of an outlook, minor units: over its whole distribution, not at its mean. A bonus is made of
 * jumps, each worth its probability of being reached, and of slopes, each worth the integral of P(X ≥ x) over it; these
 * integrals add up to the mean, so that a plain percentage is expected to be just that of the mean.
 * By hand: 10,000 for the plan met, with a chance of 30 %, is 3,000.
 */
export function expectedBonus(terms: BonusTerms, outlook: Outlook, plan: number | null): number {
  if (terms.basis === 'share' && !(plan !== null && plan > 0)) return 0
  const edges = terms.tiers.map((tier) => Number(edgeOf(terms, tier, plan)) / 1e6)
  const last = edges.at(-1) ?? 0
  const beyond = outlook.mean - reachOver(outlook, 0, last)
  let expected = 0
  let before = (_: number) => 0
  for (const [at, { pay }] of terms.tiers.entries()) {
    const from = edges[at] ?? 0
    const until = edges[at + 1]
    const slope = pay.kind === 'percent' ? Number(pay.percent) / 100 : pay.kind === 'each' ? pay.amount : 0
    const fixed = pay.kind === 'amount' ? pay.amount : 0
    const paid = (x: number) => slope * x + fixed
    const jump = terms.marginal ? fixed : paid(from) - before(from)
    expected += jump * outlook.chanceOf(from)
    expected += slope * (until === undefined ? beyond : reachOver(outlook, from, until))
    before = paid
  }
  return Math.max(0, Math.round(expected))
}

/** The integral of P(X ≥ x). */
function reachOver({ already, chanceOf }: Outlook, from: number, until: number): number {
  const sure = Math.min(until, Math.max(from, already))
  const step = (until - sure) / STEPS
  let open = 0
  if (step > 0) for (let i = 0; i < STEPS; i++) open += chanceOf(sure + (i + 0.5) * step)
  return sure - from + open * step
}

/** The version of each rule that holds for the days that begin on `from`; of rules of other lengths none. */
export function bonusesInForce(
  versions: readonly BonusVersion[],
  per: BonusUnit,
  from: IsoDate,
  zone: Zone,
): { version: BonusVersion; setLate: IsoDate | null }[] {
  const rules = new Map<number, BonusVersion[]>()
  for (const version of versions)
    if (version.from <= from) rules.set(version.rule, [...(rules.get(version.rule) ?? []), version])
  return [...rules.values()].flatMap((rule) => {
    const held = inForceFrom(rule, from, zone)
    return held === undefined || held.version.ended || held.version.per !== per ? [] : [held]
  })
}

/** The whole units that make up these days; none where they are not made up of such. */
export function unitsOf(from: IsoDate, until: IsoDate, per: Unit): { from: IsoDate; until: IsoDate }[] {
  const units: { from: IsoDate; until: IsoDate }[] = []
  if (firstOf(per, from, 1) !== from) return []
  for (let day = from; day < until; ) {
    const next = addUnits(day, per, 1)
    units.push({ from: day, until: next })
    day = next
  }
  return units.at(-1)?.until === until ? units : []
}
