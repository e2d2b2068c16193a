import { BONUS_UNITS, type BonusUnit, type BonusVersion } from '../../domain/plan/bonus.ts'
import { readTerms, type TermsProblem } from '../../domain/plan/bonus-terms.ts'
import { METRICS, type Metric, metricNamed } from '../../domain/plan/plan.ts'
import { firstOf, type IsoDate } from '../../domain/time/date.ts'
import { parseWhen } from '../../domain/time/when.ts'
import { UsageError } from '../../errors.ts'
import type { NewBonus } from '../../store/bonuses.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { meant } from '../line/aliases.ts'
import { findManagerOrMe, foundBy } from '../people/person-values.ts'
import { flag, optional } from '../typed.ts'
import { parseCurrency } from '../workspace/settings.ts'

/** What was typed, with what the rule was before for what was not. */
export async function readBonus(
  context: Context,
  store: Store,
  typed: Typed,
  text: string,
  before: BonusVersion | undefined,
): Promise<NewBonus> {
  const metric = metricTyped(optional(typed, 'of'), before?.metric)
  const per = perTyped(optional(typed, 'per'), before?.per)
  const manager = (await foundBy(context, typed, 'manager', (name) => findManagerOrMe(store, name))) ?? null
  const department = optional(typed, 'department') ?? null
  if (manager !== null && department !== null) throw new UsageError((w) => w.bonus.notBoth)
  const isForSame = manager === null && department === null
  return {
    name: optional(typed, 'name') ?? before?.name ?? '',
    manager: isForSame ? (before?.manager ?? null) : manager,
    department: isForSame ? (before?.department ?? null) : department,
    per,
    from: fromTyped(context, store, optional(typed, 'from'), per, before?.from),
    ...termsTyped(store, typed, text, metric, before),
  }
}

function termsTyped(
  store: Store,
  typed: Typed,
  text: string,
  metric: Metric,
  before: BonusVersion | undefined,
) {
  const marginal = flag(typed, 'marginal') || (before?.marginal === true && !flag(typed, 'whole'))
  const met = optional(typed, 'met')
  if (text === '' && met === undefined && before !== undefined && before.metric === metric) {
    const { basis, tiers, currency } = before
    return { metric, basis, marginal, tiers, currency }
  }
  if (met !== undefined && !/^\d{1,4}([.,]\d{1,4})?\s*%?$/.test(met.trim()))
    throw new UsageError((w) => w.bonus.badMet({ text: met }))
  if (met !== undefined && text.includes(':')) throw new UsageError((w) => w.bonus.metAndTiers)
  const named = optional(typed, 'currency')
  const currency = named === undefined ? (before?.currency ?? store.settings.currency) : parseCurrency(named)
  const terms = readTerms(text, { metric, currency, marginal, met: met?.trim() })
  if ('problem' in terms) throw refusal(terms)
  return terms
}

function refusal(problem: TermsProblem): UsageError {
  return new UsageError(({ bonus }) => {
    switch (problem.problem) {
      case 'unreadable':
      case 'twice':
        return bonus[problem.problem]({ text: problem.text })
      default:
        return bonus[problem.problem]
    }
  })
}

function metricTyped(text: string | undefined, before: Metric | undefined): Metric {
  if (text === undefined) return before ?? 'revenue'
  const metric = metricNamed(text)
  if (metric === undefined)
    throw new UsageError((w) => w.plans.unknownMetric({ text, known: METRICS.join(', ') }))
  return metric
}

function perTyped(text: string | undefined, before: BonusUnit | undefined): BonusUnit {
  if (text === undefined) return before ?? 'month'
  const per = meant('group', text, BONUS_UNITS)
  if (per === undefined) throw new UsageError((w) => w.bonus.badPer({ text, known: BONUS_UNITS.join(', ') }))
  return per
}

/** Unless it is said, rules are for the month (quarter, year) that is now. */
function fromTyped(
  context: Context,
  store: Store,
  text: string | undefined,
  per: BonusUnit,
  before: IsoDate | undefined,
): IsoDate {
  const { zone } = store
  const now = context.now(zone)
  if (text === undefined) return before ?? firstOf(per, zone.dateOf(now), 1)
  return parseWhen(text, { now, zone, lang: context.lang }).date
}
