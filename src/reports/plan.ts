import type { Outlook } from '../domain/forecast/outlook.ts'
import { majorOf, majorOfMean } from '../domain/money.ts'
import type { Bonus, BonusPart, BonusTerms } from '../domain/plan/bonus.ts'
import { isMoney, type Metric } from '../domain/plan/plan.ts'
import type { PlanInForce, PlanPart } from '../domain/plan/plan-in-force.ts'
import { ratio, round4 } from '../domain/statistics/statistics.ts'
import type { IsoDate } from '../domain/time/date.ts'
import type { BoundedPeriod } from '../domain/time/period.ts'
import type { Compared, ReportHead } from './head.ts'

/** A rule applied to one manager's month (quarter, year). Amounts are minor units of the report's currency. */
export interface BonusLine {
  rule: number
  name: string
  /** Row id. */
  manager: number
  terms: BonusTerms
  period: BoundedPeriod
  setLate: IsoDate | null
  fact: number
  plan: number | null
  bonus: Bonus
  /** Null where nothing is known to go by. */
  expected: number | null
}

/** What a row is of: a manager, those without one, a department, a part of the period, or all of it together. */
export type PlanRowKind = 'manager' | 'nobody' | 'department' | 'period' | 'team'

/** Plan beside fact: minor units of the report's currency, or counts. What there is no plan for is null. */
export interface PlanRow {
  kind: PlanRowKind
  /** The name of the manager or department, or the label of the period; null where there is none. */
  key: string | null
  fact: number
  plan: number | null
  /** Of the plan, as a fraction. */
  share: number | null
  /** The plan so far, by working days, and what fact is ahead of it. */
  toDate: number | null
  gap: number | null
  /** How much of the working days is gone, T's included. */
  gone: number
  outlook: Outlook | null
  /** The probability that the plan is met. */
  pMeet: number | null
  /** By all rules: earned by now, and expected by the end; null where no rule applies, or nothing is known to go by. */
  earned: number | null
  expected: number | null
  bonus: readonly BonusLine[]
  /** What the plan is made of. */
  parts: readonly PlanPart[]
}

/** A row of these figures. */
export function planRow(
  { kind, key, gone }: Pick<PlanRow, 'kind' | 'key' | 'gone'>,
  member: {
    fact: number
    plan: PlanInForce | undefined
    outlook: Outlook | null
    bonus: readonly BonusLine[]
  },
): PlanRow {
  const { fact, outlook, bonus } = member
  const plan = member.plan?.amount ?? null
  const toDate = plan === null ? null : Math.round(plan * gone)
  return {
    ...{ kind, key, fact, plan, gone, outlook, toDate, bonus },
    share: plan === null ? null : ratio(fact, plan),
    gap: toDate === null ? null : fact - toDate,
    pMeet: plan === null || outlook === null ? null : outlook.chanceOf(plan),
    ...bonusTotal(bonus),
    parts: member.plan?.parts ?? [],
  }
}

export interface PlanMetric {
  metric: Metric
  rows: readonly PlanRow[]
  team: PlanRow
  /** The day on which the latest of the plans in force was set; null where there are none. */
  knownOn: IsoDate | null
  /** The plan of all is the sum of the managers’ plans, of those that have one. */
  isSummed: boolean
  /** Where the whole has no plan: months next to each other that have, each span with its own fact, outlook and chance. */
  planned: readonly { period: BoundedPeriod; row: PlanRow }[]
  /** Into what the period is split to show the plans of its parts; null where there are none. */
  plannedBy: 'week' | 'month' | 'quarter' | null
  /** Won deals without a cost, left out of a margin. */
  withoutCost: number
}

export interface PlanReport {
  head: ReportHead
  by: string
  /** The deals are of one pipeline; calls, meetings, e-mails and tasks are of all work. */
  isOfPipeline: boolean
  /** T is the last day of the period, or later. */
  isOver: boolean
  /** Where the period ends too far ahead for a forecast: how many months are not. */
  unseen: number | null
  /** Working days of the period, and those that are gone. */
  days: { gone: number; all: number }
  /** There are bonuses, but the period is not made up of the months (quarters, years) they are reckoned by. */
  bonusPer: string | null
  metrics: readonly PlanMetric[]
  /** Whose the plans are, by their ids; of the team's there is nothing. */
  names: ReadonlyMap<number, string>
  /** When each version of a plan became known. */
  knownOn: ReadonlyMap<number, IsoDate>
}

/**
 * Earned by now, and expected by the end; null where no rule applies, or of nobody anything is known to go by. Who has
 * nothing to go by is expected to have what they have.
 */
export function bonusTotal(lines: readonly BonusLine[]): { earned: number | null; expected: number | null } {
  if (lines.length === 0) return { earned: null, expected: null }
  const isKnown = lines.some(({ expected }) => expected !== null)
  return {
    earned: lines.reduce((sum, { bonus }) => sum + bonus.amount, 0),
    expected: isKnown
      ? lines.reduce((sum, { bonus, expected }) => sum + (expected ?? bonus.amount), 0)
      : null,
  }
}

/** The report as scripts read it: `voronka.plan/1`. */
export function planJson({ report, beside }: Compared<PlanReport>) {
  return {
    schema: 'voronka.plan/1',
    ...report.head,
    by: report.by,
    workingDays: report.days,
    bonusPer: report.bonusPer,
    rows: rowsJson(report),
    planned: report.metrics.flatMap(({ metric, planned }) =>
      planned.map(({ row }) => rowJson(metric, row, report.head.currency)),
    ),
    ...(beside !== null && {
      compare: { period: beside.head.period, asOf: beside.head.asOf, rows: rowsJson(beside) },
    }),
  }
}

/** Every row of every metric, as JSON and CSV have it; money in major units. */
function rowsJson({ head, metrics }: PlanReport) {
  return metrics.flatMap(({ metric, rows, team }) =>
    [...rows, team].map((row) => rowJson(metric, row, head.currency)),
  )
}

function rowJson(metric: Metric, row: PlanRow, currency: string) {
  const money = (minor: number | null) => majorOfMean(minor, currency)
  const figure = isMoney(metric) ? money : (count: number | null) => round4(count)
  const { plan, share, toDate, gap, pMeet, earned, expected, outlook } = row
  return {
    kind: row.kind,
    manager: row.kind === 'manager' ? row.key : null,
    ...(row.kind === 'department' && { department: row.key }),
    ...(row.kind === 'period' && { label: row.key }),
    metric,
    plan: figure(plan),
    fact: figure(row.fact),
    share: round4(share),
    toDate: figure(toDate),
    gap: figure(gap),
    forecast: figure(outlook?.mean ?? null),
    low: figure(outlook?.p10 ?? null),
    high: figure(outlook?.p90 ?? null),
    pMeet: round4(pMeet),
    bonus: money(earned),
    bonusExpected: money(expected),
    plans: row.parts.map(({ version, setLate, isShare, later }) => ({
      id: `p${version.id}`,
      setLate,
      isShare,
      later: later.map(({ id }) => `p${id}`),
    })),
    bonuses: row.bonus.map(({ rule, name, period, bonus, expected: mean, setLate }) => ({
      rule: `b${rule}`,
      name,
      period: period.label,
      setLate,
      parts: bonus.parts.map((part) => partJson(part, metric, currency)),
      bonus: money(bonus.amount),
      expected: money(mean),
    })),
  }
}

function partJson({ pay, base }: BonusPart, metric: Metric, currency: string) {
  const of = isMoney(metric) ? majorOf(Math.round(base), currency) : round4(base)
  if (pay.kind === 'percent') return { percent: Number(pay.percent), of }
  const amount = majorOf(pay.amount, currency)
  return pay.kind === 'amount' ? { amount } : { each: amount, of }
}
