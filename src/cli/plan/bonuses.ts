import { foldKey } from '../../domain/names/name.ts'
import {
  BONUS_UNITS,
  type BonusVersion,
  bonusesInForce,
  bonusOf,
  expectedBonus,
  unitsOf,
} from '../../domain/plan/bonus.ts'
import { isMoney, type Metric } from '../../domain/plan/plan.ts'
import { addDays, type IsoDate } from '../../domain/time/date.ts'
import { periodOf } from '../../domain/time/period.ts'
import type { BonusLine } from '../../reports/plan.ts'
import type { Window } from '../../store/facts/plan-facts.ts'
import { survivorOf } from '../../store/naming/naming.ts'
import type { Store } from '../../store/store.ts'
import type { PlanAsked } from './asked.ts'
import type { Member } from './member.ts'

/**
 * The lines of everyone's bonuses for the metric: of each whole month (quarter, year) of the period by the rule in force
 * when it began.
 */
export function bonusesOf(
  store: Store,
  asked: PlanAsked,
  metric: Metric,
  /** The figures of everyone, of these days or of a part of them. */
  membersOf: (unit: Window) => ReadonlyMap<number | null, Reckoned>,
): Map<number | null, BonusLine[]> {
  const lines = new Map<number | null, BonusLine[]>()
  const rules = asked.bonuses.filter((rule) => rule.metric === metric)
  for (const per of rules.length === 0 ? [] : BONUS_UNITS)
    for (const unit of unitsOf(asked.period.from, asked.period.until, per)) {
      const held = bonusesInForce(rules, per, unit.from, store.zone)
      if (held.length === 0) continue
      for (const [id, member] of membersOf(unit))
        for (const { version, setLate } of held)
          if (id !== null && isFor(store, version, id))
            lines.set(id, [...(lines.get(id) ?? []), lineOf(asked, version, setLate, unit, id, member)])
    }
  return lines
}

type Reckoned = Pick<Member, 'fact' | 'plan' | 'outlook'>

function isFor({ managers }: Store, { manager, department }: BonusVersion, id: number): boolean {
  if (manager !== null) return survivorOf(managers, manager) === id
  const own = managers.find((one) => one.id === id)?.department
  return department === null || (own != null && foldKey(own) === foldKey(department))
}

function lineOf(
  asked: PlanAsked,
  version: BonusVersion,
  setLate: IsoDate | null,
  unit: Window,
  manager: number,
  { fact, plan, outlook }: Reckoned,
): BonusLine {
  const terms = inCurrency(version, asked, unit)
  const planned = plan?.amount ?? null
  const bonus = bonusOf(terms, fact, planned)
  return {
    rule: version.rule,
    name: version.name,
    manager,
    terms,
    period: periodOf(unit.from, unit.until),
    setLate,
    fact,
    plan: planned,
    bonus,
    expected: outlook === null ? null : expectedBonus(terms, outlook, planned),
  }
}

/** The rule with its amounts in the currency asked for, at the rate of T or of the last day, if that is over. */
function inCurrency(
  version: BonusVersion,
  { currency, rates, asOf }: PlanAsked,
  { until }: Window,
): BonusVersion {
  const { currency: own } = version
  if (own === null || own === currency) return version
  const last = addDays(until, -1)
  const convert = (minor: number) => rates.convert(minor, own, currency, asOf < last ? asOf : last)
  const isAmount = version.basis === 'amount' && isMoney(version.metric)
  return {
    ...version,
    currency,
    tiers: version.tiers.map(({ from, pay }) => ({
      from: isAmount ? String(convert(Number(from))) : from,
      pay: pay.kind === 'percent' ? pay : { ...pay, amount: convert(pay.amount) },
    })),
  }
}
