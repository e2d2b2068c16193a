import { formatMoney } from '../../domain/money.ts'
import { isMoney, isOfDeals } from '../../domain/plan/plan.ts'
import type { PlanPart } from '../../domain/plan/plan-in-force.ts'
import { formatDay, isBounded, type Period, periodTitle } from '../../domain/time/period.ts'
import type { PlanMetric, PlanReport } from '../../reports/plan.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Line } from '../document.ts'
import { formatCount } from '../numbers.ts'
import { type ReportView, withCommand } from './head.ts'
import { meansBeyond } from './mean-beyond.ts'
import { wholeUnits } from './plan-personal.ts'

/** What is to be known of the plans and the figures, once each. */
export function planNotes(report: PlanReport, isPersonal: boolean, { words, again }: ReportView): Block[] {
  const { planReport: said } = words
  const { metrics } = report
  const isAhead = !isPersonal && !report.isOver
  const per = report.bonusPer === null ? undefined : said.bonusPer[report.bonusPer]
  const lines: Line[] = [
    ...metrics.flatMap((metric) => metricNotes(report, metric, words)),
    ...(isAhead ? metrics.flatMap((metric) => beyondNotes(report, metric, words)) : []),
    ...(metrics.some(({ metric }) => metric === 'tasks') ? [said.tasksMeaning] : []),
    ...(report.isOfPipeline && metrics.some(({ metric }) => !isOfDeals(metric)) ? [said.allWork] : []),
    ...(per === undefined ? [] : withCommand(per, again({ period: `this-${report.bonusPer}` }))),
    ...(isAhead ? [meaning(report, words)] : []),
  ]
  const once = lines.filter((line, at) => typeof line !== 'string' || lines.indexOf(line) === at)
  return once.length === 0 ? [] : [{ type: 'lines', lines: once }]
}

function metricNotes(report: PlanReport, metric: PlanMetric, words: Words): string[] {
  const { planReport: said } = words
  const parts = partsOf(metric)
  const shares = new Set(
    parts.flatMap(({ isShare, version }) => (isShare ? [`${version.from} ${version.until}`] : [])),
  )
  const without = metric.rows.filter(({ kind, plan }) => kind === 'manager' && plan === null)
  const nobodys = without.flatMap(({ key }) => key ?? [])
  return [
    ...parts.flatMap((part) => partNotes(report, metric, part, words)),
    ...[...shares].map((days) => {
      const [from = '', until = ''] = days.split(' ')
      return said.isShare({ label: titleOf({ from, until }, words) })
    }),
    ...(metric.isSummed && without.length > 0 ? [said.notEveryone({ names: firstOf(nobodys, words) })] : []),
    ...(metric.withoutCost > 0 ? [said.withoutCost(metric.withoutCost)] : []),
  ]
}

/** A plan that was set when its days had begun, and one that was set anew since. */
function partNotes(
  { names, knownOn, head }: PlanReport,
  { metric }: PlanMetric,
  { version, setLate, later }: PlanPart,
  { planReport: said, plans, lang }: Words,
): string[] {
  const whose = `${names.get(version.id) ?? plans.team}, ${plans.metrics[metric] ?? metric}`
  const notes = setLate === null ? [] : [said.setLate({ whose, day: formatDay(setLate, lang) })]
  const last = later.at(-1)
  if (last === undefined) return notes
  const { amount, currency, id } = last
  return [
    ...notes,
    said.later({
      whose,
      amount: currency === null ? formatCount(amount, lang) : formatMoney(amount, currency, lang),
      day: formatDay(knownOn.get(id) ?? head.asOf, lang),
      id: `p${id}`,
    }),
  ]
}

function beyondNotes({ head }: PlanReport, { metric, rows }: PlanMetric, words: Words): Line[] {
  const { lang } = words
  const outlooks = rows.flatMap(({ key, outlook }) =>
    key === null || outlook === null ? [] : { name: key, ...outlook },
  )
  const money = (n: number) => formatMoney(wholeUnits(n, head.currency), head.currency, lang)
  return meansBeyond(outlooks, (n) => (isMoney(metric) ? money(n) : formatCount(n, lang)), words)
}

/** What the figures of what is to come mean. */
function meaning(report: PlanReport, words: Words): string {
  const { planReport: said } = words
  const { metrics } = report
  const hasBonus = metrics.some(({ team }) => team.bonus.length > 0)
  const isPlanned = metrics.some(({ rows, team }) => [...rows, team].some(({ gap }) => gap !== null))
  return [
    ...(isPlanned ? [said.meaning] : []),
    ...aheadSaid(report, words),
    ...(hasBonus ? [said.meaningBonus] : []),
  ].join(' ')
}

/** Where what is to come is from, or why nothing is said of it. */
function aheadSaid({ metrics, unseen }: PlanReport, { planReport: said }: Words): string[] {
  if (unseen !== null) return [said.tooFar({ months: unseen })]
  const isDeals = ({ metric }: PlanMetric) => isOfDeals(metric)
  return [
    ...(metrics.some(({ rows, team }) => [...rows, team].some(({ outlook }) => outlook !== null))
      ? [said.meaningLikely]
      : []),
    ...(metrics.some(isDeals) ? [said.meaningDeals] : []),
    ...(metrics.every(isDeals) ? [] : [said.meaningCounts]),
  ]
}

/** Some of them, and how many more. */
function firstOf(names: readonly string[], { planReport }: Words): string {
  const shown = names.slice(0, MOST_NAMED)
  const more = names.length - shown.length
  return [...shown, ...(more > 0 ? [planReport.andMore(more)] : [])].join(', ')
}

const MOST_NAMED = 4

function titleOf(days: { from: string; until: string }, words: Words): string {
  const period: Period = { ...days, label: '' }
  return isBounded(period) ? periodTitle(period, words) : ''
}

function partsOf({ rows, team }: PlanMetric): PlanPart[] {
  const parts = [...rows, team].flatMap((row) => row.parts)
  return [...new Map(parts.map((part) => [part.version.id, part])).values()]
}
