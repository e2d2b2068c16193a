import { formatMoney } from '../domain/money.ts'
import type { Bonus, BonusTerms, Pay } from '../domain/plan/bonus.ts'
import { isMoney } from '../domain/plan/plan.ts'
import type { Words } from '../words/words.ts'
import { formatCount, formatRate } from './numbers.ts'

/** A rule in words: `3 % выручки`, `10 000 ₽, если план выполнен на 100 %`. `currency` is of amounts that name none. */
export function termsSaid(terms: BonusTerms, currency: string, words: Words): string {
  const { bonus, plans } = words
  const metric = plans.metrics[terms.metric] ?? terms.metric
  const [only, second] = terms.tiers
  if (only === undefined) return ''
  const pay = (one: Pay) => paySaid(one, terms.currency ?? currency, words)
  const first = wholeSaid(terms, only.pay, currency, words)
  if (second !== undefined || terms.marginal || (terms.basis === 'amount' && only.from !== '0')) {
    const tiers = terms.tiers.map((tier) => ({
      from: Number(tier.from) === 0 ? null : edgeSaid(terms, tier.from, currency, words),
      pay: pay(tier.pay),
    }))
    return bonus.tiers({ tiers, metric, marginal: terms.marginal })
  }
  const share = percentSaid(only.from, words)
  if (only.pay.kind === 'amount') return bonus.amountIfMet({ amount: pay(only.pay), metric, share })
  return terms.basis === 'share' ? bonus.ifMet({ pay: first, share }) : first
}

/** How a bonus came about: `3 % от 520 000 ₽ = 15 600 ₽`; or the rule, and that it pays nothing yet. Money is in `currency`. */
export function formulaSaid(
  terms: BonusTerms,
  { amount, parts }: Bonus,
  { fact, plan }: { fact: number; plan: number | null },
  currency: string,
  words: Words,
): string {
  const { bonus, lang } = words
  const money = (minor: number) => formatMoney(Math.round(minor), currency, lang)
  const isPlanned = plan !== null && plan > 0
  const share = terms.basis === 'share' && isPlanned ? formatRate(below(fact / plan, terms), lang) : null
  if (parts.length === 0) {
    const nothing = { terms: termsSaid(terms, currency, words), amount: money(0) }
    return terms.basis === 'share' && !isPlanned
      ? bonus.noPlan(nothing)
      : bonus.nothingYet({ ...nothing, share })
  }
  const said = parts.map(({ pay, base }) => {
    const figure = isMoney(terms.metric) ? money(base) : formatCount(base, lang)
    if (pay.kind === 'percent')
      return bonus.percentOfFigure({ percent: percentSaid(pay.percent, words), base: figure })
    return pay.kind === 'amount' ? money(pay.amount) : bonus.each({ n: figure, amount: money(pay.amount) })
  })
  const isPlain = said.length === 1 && parts[0]?.pay.kind === 'amount'
  const paid = isPlain ? money(amount) : bonus.formula({ parts: said, amount: money(amount) })
  return share === null ? paid : bonus.metAt({ share, paid })
}

/** What is not reached is not rounded to what would be. */
function below(share: number, { tiers }: BonusTerms): number {
  const next = tiers.map(({ from }) => Number(from) / 100).find((edge) => share < edge)
  return next === undefined ? share : Math.max(0, Math.min(share, next - 0.005))
}

function wholeSaid(terms: BonusTerms, pay: Pay, currency: string, words: Words): string {
  const { bonus } = words
  const metric = bonus.ofMetric[terms.metric] ?? terms.metric
  if (pay.kind === 'percent') return bonus.percentOf({ percent: percentSaid(pay.percent, words), metric })
  return bonus.eachOf({ amount: formatMoney(pay.amount, terms.currency ?? currency, words.lang), metric })
}

function paySaid(pay: Pay, currency: string, words: Words): string {
  if (pay.kind === 'percent') return percentSaid(pay.percent, words)
  const amount = formatMoney(pay.amount, currency, words.lang)
  return pay.kind === 'amount' ? amount : `× ${amount}`
}

function edgeSaid(terms: BonusTerms, from: string, currency: string, words: Words): string {
  const { bonus, lang } = words
  if (terms.basis === 'share') return bonus.ofPlan({ share: percentSaid(from, words) })
  return isMoney(terms.metric)
    ? formatMoney(Number(from), terms.currency ?? currency, lang)
    : formatCount(Number(from), lang)
}

function percentSaid(percent: string, { lang }: Words): string {
  return lang === 'en' ? `${percent}%` : `${percent.replace('.', ',')}\u00a0%`
}
