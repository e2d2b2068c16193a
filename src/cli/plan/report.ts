import { FURTHEST_MONTHS, MOST_PERIODS } from '../../domain/forecast/periods.ts'
import { unitsOf } from '../../domain/plan/bonus.ts'
import { METRICS, type Metric, metricNamed } from '../../domain/plan/plan.ts'
import { plannedSpans } from '../../domain/plan/planned-spans.ts'
import { addDays, dayNumber } from '../../domain/time/date.ts'
import {
  type BoundedPeriod,
  isBounded,
  namesPeriod,
  type Period,
  splitPeriod,
} from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import { planDocument } from '../../render/reports/plan.ts'
import {
  type PlanMetric,
  type PlanReport,
  type PlanRow,
  type PlanRowKind,
  planJson,
  planRow,
} from '../../reports/plan.ts'
import { groupingOf } from '../../store/facts/groups.ts'
import { survivorOf } from '../../store/naming/naming.ts'
import type { Store } from '../../store/store.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { meant } from '../line/aliases.ts'
import { earlier, parseReport, type ReportRequest, shiftWhole } from '../reports/request.ts'
import { NOTHING_BEYOND, reportView } from '../reports/view.ts'
import { optional, several } from '../typed.ts'
import { type PlanAsked, planAsked } from './asked.ts'
import { explainPlan } from './explain.ts'
import { type MetricFigures, planFigures } from './figures.ts'
import type { Member } from './member.ts'
import { Plans, sumOfPlans } from './owners.ts'
import { isMoneyAlone, planOfWhat } from './what.ts'

const PLAN_GROUPS = ['manager', 'department', 'week', 'month', 'quarter'] as const
type PlanGroup = (typeof PLAN_GROUPS)[number]

/** `voronka plan` without a verb: plan beside fact, the forecast and the bonus. */
export const planReport: Run = (context, typed) => {
  const store = context.open('read')
  return store.read(() => {
    const request = planRequest(context, store, typed)
    const by = groupTyped(typed)
    const cell = optional(typed, 'explain')
    const asked = planAsked(store, request, true, partsBy(store, request, by))
    const metrics = metricsTyped(typed) ?? metricsOf(asked)
    if (cell !== undefined) return explainPlan(store, request, asked, metrics, cell)
    const other = optional(typed, 'compare')
    const shifted = other === undefined ? null : shiftWhole(request, store, other)
    const both = {
      report: reportOf(store, request, asked, by, metrics),
      beside:
        shifted === null
          ? null
          : reportOf(
              store,
              shifted,
              planAsked(store, shifted, true, partsBy(store, shifted, by)),
              by,
              metrics,
            ),
    }
    // Whose the rows are is seen; nobody need be told that all managers are meant.
    const grouping = groupingOf(store, 'manager')
    const view = reportView(context, 'plan', typed, { ...request, grouping }, NOTHING_BEYOND)
    const isPersonal = by === 'manager' && asked.managers?.size === 1
    return {
      json: planJson(both),
      document: (words) => planDocument(both, isPersonal, view(words)),
    }
  })
}

/** This month unless another period is named; of all pipelines unless one is. */
function planRequest(context: Context, store: Store, typed: Typed): ReportRequest {
  const { by: _, explain: __, ...options } = typed.options
  const hasPeriod = optional(typed, 'period') !== undefined || typed.args.some((word) => word !== '')
  const said = typed.args.join(' ')
  if (isMoneyAlone(said, store.settings.currency) && !namesPeriod(said)) throw planOfWhat(said, said)
  const parsed = parseReport(context, store, {
    ...typed,
    options: hasPeriod ? options : { ...options, period: 'this-month' },
  })
  const isNamed = optional(typed, 'pipeline') !== undefined
  return { ...parsed, filter: { ...parsed.filter, pipeline: isNamed ? parsed.pipeline.id : null } }
}

function reportOf(
  store: Store,
  request: ReportRequest,
  asked: PlanAsked,
  by: PlanGroup,
  metrics: readonly Metric[],
): PlanReport {
  const { period, asOf, calendar } = asked
  return {
    head: request.head,
    by,
    isOfPipeline: asked.pipeline !== null,
    isOver: addDays(asOf, 1) >= period.until,
    unseen: asked.ahead === null ? FURTHEST_MONTHS : null,
    days: {
      gone: calendar.workingDays(period.from, earlier(addDays(asOf, 1), period.until)),
      all: calendar.workingDays(period.from, period.until),
    },
    bonusPer: bonusPer(asked, metrics),
    metrics: metrics.map((metric) => metricOf(store, asked, by, metric)),
    names: new Map(
      asked.plans.flatMap(({ id, manager, department }) => {
        const name = manager === null ? department : nameOf(store, survivorOf(store.managers, manager))
        return name === null ? [] : [[id, name] as const]
      }),
    ),
    knownOn: new Map(asked.plans.map(({ id, knownAt }) => [id, store.zone.dateOf(knownAt)])),
  }
}

function metricOf(store: Store, asked: PlanAsked, by: PlanGroup, metric: Metric): PlanMetric {
  const figures = planFigures(store, asked, metric)
  const row = (kind: PlanRowKind, key: string | null, member: Member, period: BoundedPeriod = asked.period) =>
    planRow({ kind, key, gone: asked.calendar.shareGone(period.from, period.until, asked.asOf) }, member)
  const rows = rowsBy(store, asked, by, figures, row)
  const team = row('team', null, figures.team)
  const known = [...rows, team].flatMap(({ parts }) => parts.map(({ version }) => version.knownAt))
  return {
    metric,
    rows,
    team,
    knownOn: known.length === 0 ? null : store.zone.dateOf(Math.max(...known)),
    isSummed: figures.isSummed,
    planned: figures.team.plan === undefined ? plannedParts(store, asked, metric, row) : [],
    plannedBy: plannedBy(asked, metric),
    withoutCost: figures.withoutCost,
  }
}

/** Of the months that are planned for where others are not. */
function plannedParts(
  store: Store,
  asked: PlanAsked,
  metric: Metric,
  row: (kind: PlanRowKind, key: string | null, member: Member, period: BoundedPeriod) => PlanRow,
): PlanMetric['planned'] {
  const { managers } = asked
  const ofMonth = (period: BoundedPeriod) => {
    const plans = new Plans(store, { ...asked, period }, metric)
    const ofTeam = managers === null ? plans.ofTeam() : undefined
    const theirs = plans.managers().filter((id) => managers === null || managers.has(id))
    return (ofTeam ?? sumOfPlans(theirs.flatMap((id) => plans.ofManager(id) ?? [])))?.amount ?? null
  }
  return plannedSpans(asked.period, ofMonth).map(({ period, plan: amount }) => {
    const { team } = planFigures(store, { ...asked, period, bonuses: [] }, metric)
    return { period, row: row('period', period.label, { ...team, plan: { amount, parts: [] } }, period) }
  })
}

/** By the longest of the plans within the period. */
function plannedBy({ plans, period }: PlanAsked, metric: Metric): PlanMetric['plannedBy'] {
  const days = plans.flatMap((plan) =>
    plan.metric === metric && plan.from >= period.from && plan.until <= period.until
      ? dayNumber(plan.until) - dayNumber(plan.from)
      : [],
  )
  if (days.length === 0) return null
  const most = Math.max(...days)
  return most > 31 ? 'quarter' : most > 7 ? 'month' : 'week'
}

/** Managers and departments by their plans, then their facts; parts of the period in their order. */
function rowsBy(
  store: Store,
  asked: PlanAsked,
  by: PlanGroup,
  { metric, members, departments }: MetricFigures,
  row: (kind: PlanRowKind, key: string | null, member: Member, period?: BoundedPeriod) => PlanRow,
): PlanRow[] {
  if (by === 'manager') {
    return [...members]
      .map(([id, member]) =>
        id === null ? row('nobody', null, member) : row('manager', nameOf(store, id), member),
      )
      .filter(isWorthARow)
      .sort(byPlan)
  }
  if (by === 'department')
    return [...departments]
      .map(([name, member]) => row('department', name, member))
      .filter(isWorthARow)
      .sort(byPlan)
  return partsBy(store, asked, by).map((part) =>
    row('period', part.label, planFigures(store, { ...asked, period: part }, metric).team, part),
  )
}

function partsBy(store: Store, { period }: { period: Period }, by: PlanGroup): BoundedPeriod[] {
  const isOfDays = by === 'week' || by === 'month' || by === 'quarter'
  if (!isOfDays || !isBounded(period)) return []
  const parts = splitPeriod(period, by, store.settings.weekStart)
  if (parts.length > MOST_PERIODS)
    throw new UsageError((w) => w.planReport.manyPeriods({ most: MOST_PERIODS }))
  return parts
}

function nameOf({ managers }: Store, id: number): string {
  return managers.find((one) => one.id === id)?.name ?? `m${id}`
}

/** Whoever has nothing, and nothing to come, is passed over. */
function isWorthARow({ fact, plan, outlook, bonus }: PlanRow): boolean {
  const isPaid = bonus.some((line) => line.bonus.amount > 0)
  return fact !== 0 || plan !== null || isPaid || (outlook !== null && outlook.mean > 0)
}

/** The greatest first, then by name; nobody's last. */
function byPlan(a: PlanRow, b: PlanRow): number {
  if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1
  const plan = (row: PlanRow) => row.plan ?? -1
  return plan(b) - plan(a) || b.fact - a.fact || (a.key < b.key ? -1 : 1)
}

/** The metrics that anything is planned or paid for in the period; revenue where nothing is. */
function metricsOf({ plans, bonuses, period }: PlanAsked): Metric[] {
  const planned = new Set(
    plans.filter(({ from, until }) => from < period.until && until > period.from).map(({ metric }) => metric),
  )
  const paid = new Set(
    bonuses.filter(({ from, ended }) => from < period.until && !ended).map(({ metric }) => metric),
  )
  const found = METRICS.filter((metric) => planned.has(metric) || paid.has(metric))
  return found.length === 0 ? ['revenue'] : found
}

function bonusPer({ bonuses, period }: PlanAsked, metrics: readonly Metric[]): string | null {
  const rules = bonuses.filter(
    ({ metric, ended, from }) => metrics.includes(metric) && !ended && from < period.until,
  )
  const missed = rules.find(({ per }) => unitsOf(period.from, period.until, per).length === 0)
  return missed?.per ?? null
}

function metricsTyped(typed: Typed): Metric[] | undefined {
  const texts = several(typed, 'metric')
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
  if (texts.length === 0) return undefined
  const found = texts.map((text) => {
    const metric = metricNamed(text)
    if (metric === undefined)
      throw new UsageError((w) => w.plans.unknownMetric({ text, known: METRICS.join(', ') }))
    return metric
  })
  return METRICS.filter((metric) => found.includes(metric))
}

function groupTyped(typed: Typed): PlanGroup {
  const text = optional(typed, 'by') ?? 'manager'
  const by = meant('group', text, PLAN_GROUPS)
  if (by === undefined)
    throw new UsageError((w) => w.planReport.noGroup({ text, known: PLAN_GROUPS.join(', ') }))
  return by
}
