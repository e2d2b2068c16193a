import { formatMoney as formatMinor, majorOfMean } from '../../domain/money.ts'
import { isMoney } from '../../domain/plan/plan.ts'
import { round4 } from '../../domain/statistics/statistics.ts'
import { formatDay, periodTitle } from '../../domain/time/period.ts'
import type { Compared, ReportHead } from '../../reports/head.ts'
import type { PlanMetric, PlanReport } from '../../reports/plan.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Document, Table } from '../document.ts'
import { formatCount, formatRate, moneyUnit } from '../numbers.ts'
import { besideFacts } from './beside.ts'
import { headLines, type ReportView } from './head.ts'
import { planBeside } from './plan-beside.ts'
import { planNotes } from './plan-notes.ts'
import { personalBlocks, restLines } from './plan-personal.ts'
import { chanceSaid, planTable, scaleOf } from './plan-table.ts'

/** Plan and fact as people read it: a table a metric; of one person, sentences. */
export function planDocument(both: Compared<PlanReport>, isPersonal: boolean, view: ReportView): Document {
  const { words } = view
  const { report, beside } = both
  const [only, second] = report.metrics
  const title = [words.planReport.title, periodTitle(report.head.period, words)]
  if (only !== undefined && second === undefined && !isPersonal)
    title.push(...caption(only, report.head, words))
  const heading = headLines(title, report.head, view, [goneSaid(report, isPersonal, words)])
  const blocks = isPersonal
    ? personalBlocks(report, words)
    : report.metrics.flatMap((metric) => metricBlocks(report, metric, second !== undefined, view))
  return {
    heading,
    blocks: [
      ...blocks,
      ...planNotes(report, isPersonal, view),
      ...(beside === null ? [] : planBeside(report, beside, words)),
    ],
    data:
      beside === null
        ? facts(report)
        : besideFacts([report.head, facts(report)], [beside.head, facts(beside)]),
  }
}

/** How far the period is; the mark is where the bars should be today. */
function goneSaid(
  { head, by, days, isOver, metrics }: PlanReport,
  isPersonal: boolean,
  { planReport, lang }: Words,
): string {
  if (days.gone >= days.all && isOver) return planReport.over
  if (head.period.from !== null && head.asOf < head.period.from) return planReport.ahead({ all: days.all })
  const isMarked = (by === 'manager' || by === 'department') && metrics.some(isPlanned)
  if (isPersonal || !isMarked) return planReport.goneDays(days)
  const share = days.all === 0 ? 0 : days.gone / days.all
  return planReport.gone({ ...days, share: formatRate(share, lang) })
}

/** `выручка, тыс ₽`, `план от 30.09.2026`. */
function caption(metric: PlanMetric, head: ReportHead, words: Words): string[] {
  const { plans, planReport, lang } = words
  const name = plans.metrics[metric.metric] ?? metric.metric
  const unit = isMoney(metric.metric) ? moneyUnit(scaleOf(metric, head), head.currency, lang) : ''
  const latest = metric.knownOn
  return [
    unit === '' ? name : `${name}, ${unit}`,
    ...(latest === null ? [] : [planReport.planOf({ day: formatDay(latest, lang) })]),
  ]
}

function metricBlocks(report: PlanReport, metric: PlanMetric, isOneOf: boolean, view: ReportView): Block[] {
  const { words } = view
  const captioned: Block[] = isOneOf
    ? [{ type: 'lines', lines: [caption(metric, report.head, words).join(' · ')] }]
    : []
  return [
    ...captioned,
    planTable(report, metric, words),
    ...restOfAll(report, metric, words),
    ...plannedParts(report, metric, words),
    ...howToPlan(report, metric, view),
  ]
}

/** In words, what all together still lack. */
function restOfAll(report: PlanReport, { metric, team }: PlanMetric, words: Words): Block[] {
  const lines = restLines(report, metric, team, words)
  return lines.length === 0 ? [] : [{ type: 'lines', lines, finding: true }]
}

function isPlanned({ rows, team }: PlanMetric): boolean {
  return [...rows, team].some(({ plan }) => plan !== null)
}

/** Where only some months are planned for: how their plan is met. */
function plannedParts({ head }: PlanReport, { metric, planned }: PlanMetric, words: Words): Block[] {
  const { planReport: said, lang } = words
  const figure = (minor: number) =>
    isMoney(metric) ? formatMinor(Math.round(minor), head.currency, lang) : formatCount(minor, lang)
  const lines = planned.map(({ period, row: { plan, fact, share, pMeet } }) =>
    said.plannedFor({
      period: periodTitle(period, words),
      plan: figure(plan ?? 0),
      fact: figure(fact),
      share: formatRate(share ?? 0, lang),
      chance: pMeet === null || period.until <= head.asOf ? null : chanceSaid(pMeet, words),
    }),
  )
  return lines.length === 0 ? [] : [{ type: 'lines', lines }]
}

/** Where nothing is planned: the command that sets a plan; where parts of the period are, the one that shows them. */
function howToPlan({ head }: PlanReport, planned: PlanMetric, view: ReportView): Block[] {
  if (isPlanned(planned)) return []
  const { words } = view
  const { metric, plannedBy } = planned
  const what = { metric: words.plans.metrics[metric] ?? metric, period: periodTitle(head.period, words) }
  if (plannedBy !== null)
    return [
      { type: 'lines', lines: [words.planReport.plannedInParts(what)] },
      { type: 'command', command: view.again({ period: head.period.label, by: plannedBy }) },
    ]
  const said = words.planReport.noPlan(what)
  const amount = isMoney(metric) ? '1000000' : '100'
  return [
    { type: 'lines', lines: [said] },
    { type: 'command', command: view.afresh(`plan set ${metric} ${amount} --period ${head.period.label}`) },
  ]
}

/** One row a line, in the figures of the JSON. */
function facts({ head, metrics }: PlanReport): Table {
  const { currency } = head
  const money = (minor: number | null) => majorOfMean(minor, currency)
  return {
    columns: FACTS.map((key) => ({ key, title: key, kind: 'text' })),
    rows: metrics.flatMap(({ metric, rows, team }) =>
      [...rows, team].map((row) => {
        const figure = isMoney(metric) ? money : round4
        const { kind, key, outlook } = row
        const ahead = [outlook?.mean ?? null, outlook?.p10 ?? null, outlook?.p90 ?? null].map(figure)
        const [plan, fact, toDate, gap] = [row.plan, row.fact, row.toDate, row.gap].map(figure)
        const said = [
          metric,
          kind,
          key,
          plan ?? null,
          fact ?? null,
          round4(row.share),
          toDate ?? null,
          gap ?? null,
        ]
        return { cells: [...said, ...ahead, round4(row.pMeet), money(row.earned), money(row.expected)] }
      }),
    ),
  }
}

const FACTS = [
  ...['metric', 'kind', 'key', 'plan', 'fact', 'share', 'toDate', 'gap', 'forecast', 'low', 'high', 'pMeet'],
  ...['bonus', 'bonusExpected'],
] as const
