import { type Stage, templateProbability } from './pipeline.ts'
import { ratio } from './statistics/statistics.ts'

/** Ways of counting in which whoever entered a stage entered every stage before it, so that shares multiply. */
export const PASS_MODES = ['cohort', 'strict', 'bitrix24'] as const
export type PassMode = (typeof PASS_MODES)[number]

/** Where the figures of a reference are from: counted over a period, typed in, or the pipeline's own probabilities. */
export const REFERENCE_KINDS = ['period', 'rates', 'template'] as const
export type ReferenceKind = (typeof REFERENCE_KINDS)[number]

/** A funnel that others are held against; `stages` are row ids of the open stages, in the order that held. */
export interface ReferenceFunnel {
  readonly stages: readonly number[]
  readonly figures: ReferenceFigures
}

export interface ReferenceFigures {
  /** Deals that entered each stage and, at the end, Won: of a period, which is a sample of its own. */
  readonly entered?: Readonly<Record<PassMode, readonly number[]>>
  /** The share meant to go on from each stage, 0…1; null where nothing is said of it. */
  readonly rates?: readonly (number | null)[]
  /** What was won in that period: deals, and minor units of this currency. */
  readonly won?: { readonly deals: number; readonly amount: number; readonly currency: string }
}

/** A share k/n of a sample, or a norm, which has none. */
export interface ReferenceShare {
  readonly rate: number
  readonly k: number | null
  readonly n: number | null
}

/**
 * The share of those at one stage that came to a later one (or to Won), as the reference has it: with stages between
 * them that are no more, the product over these. Null where the reference does not tell: a stage that it does not
 * have, another order, nobody there, no rate.
 */
export function shareOf(
  { stages, figures }: ReferenceFunnel,
  mode: PassMode,
  from: number,
  to: number | 'won',
): ReferenceShare | null {
  const first = stages.indexOf(from)
  const last = to === 'won' ? stages.length : stages.indexOf(to)
  if (first < 0 || last <= first) return null
  const counts = figures.entered?.[mode]
  if (counts !== undefined) {
    const [n = 0, k = 0] = [counts[first], counts[last]]
    const rate = ratio(k, n)
    return rate === null ? null : { rate, k, n }
  }
  let rate = 1
  for (const one of figures.rates?.slice(first, last) ?? [null]) {
    if (one === null) return null
    rate *= one
  }
  return { rate, k: null, n: null }
}

/**
 * The shares that go on, of the template probabilities of winning: P(k)/P(k+1), that of Won being 1. Null where no
 * share leads from one to the other: the later probability is 0, or is the lower one.
 */
export function templateRates(stages: readonly Stage[]): (number | null)[] {
  const odds = stages.map(({ probability }, at) => probability ?? templateProbability(at + 1, stages.length))
  return odds.map((here, at) => {
    const next = odds[at + 1] ?? 1
    return next === 0 || here > next ? null : here / next
  })
}

/** Figures as they are kept, of so many stages; undefined for what is none. */
export function parseFigures(text: string, stages: number): ReferenceFigures | undefined {
  const value: unknown = JSON.parse(text)
  if (!isObject(value)) return undefined
  const { entered, rates, won } = value
  const isCount = (one: unknown) => Number.isSafeInteger(one) && Number(one) >= 0
  const isRate = (one: unknown) => one === null || (typeof one === 'number' && one >= 0 && one <= 1)
  const isList = (list: unknown, length: number, fits: (one: unknown) => boolean) =>
    Array.isArray(list) && list.length === length && list.every(fits)
  const isCounted =
    isObject(entered) && PASS_MODES.every((mode) => isList(entered[mode], stages + 1, isCount))
  const isSaid = isList(rates, stages, isRate)
  const isWorth =
    won === undefined ||
    (isObject(won) && isCount(won['deals']) && Number.isInteger(won['amount']) && isText(won['currency']))
  return isCounted !== isSaid && isWorth ? (value as ReferenceFigures) : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
