import { formatMoney } from '../../domain/money.ts'
import { isMoney, isOfDeals } from '../../domain/plan/plan.ts'
import type { PlanPart } from '../../domain/plan/plan-in-force.ts'
import { formatDay, isBounded, type Period, periodTitle } from '../../domain/time/period.ts'
import type { PlanMetric, PlanReport } from '../../reports/plan.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Line } from '../document.ts'
import { formatCount } from '../numbers.ts'
import { meansBeyond } from './mean-beyond.ts'
import { wholeUnits } from './plan-personal.ts'

/** What is to be known of the plans and the figures, once each. */
export function planNotes(report: PlanReport, isPersonal: boolean, words: Words): Block[] {
  const { planReport: said, plans, lang } = words
  const { head, metrics } = report
  const lines: Line[] = []
  for (const metric of metrics) {
    const parts = partsOf(metric)
    const whose = (part: PlanPart) =>
      [report.names.get(part.version.id) ?? plans.team, plans.metrics[metric.metric] ?? metric.metric].join(
        ', ',
      )
    for (const part of parts) {
      if (part.setLate !== null)
        lines.push(said.setLate({ whose: whose(part), day: formatDay(part.setLate, lang) }))
      const last = part.later.at(-1)
      if (last !== undefined) {
        const { amount, currency, id } = last
        lines.push(
          said.later({
            whose: whose(part),
            amount: currency === null ? formatCount(amount, lang) : formatMoney(amount, currency, lang),
            day: formatDay(report.knownOn.get(id) ?? head.asOf, lang),
            id: `p${id}`,
          }),
        )
      }
    }
    const shares = new Set(
      parts.flatMap(({ isShare, version }) => (isShare ? [`${version.from} ${version.until}`] : [])),
    )
    for (const days of shares) {
      const [from = '', until = ''] = days.split(' ')
      lines.push(said.isShare({ label: titleOf({ from, until }, words) }))
    }
    const without = metric.rows.filter(({ kind, plan }) => kind === 'manager' && plan === null)
    if (metric.isSummed && without.length > 0)
      lines.push(
        said.notEveryone({
          names: firstOf(
            without.flatMap(({ key }) => key ?? []),
            words,
          ),
        }),
      )
    if (metric.withoutCost > 0) lines.push(said.withoutCost(metric.withoutCost))
  }
  if (!isPersonal && !report.isOver)
    for (const { metric, rows } of metrics)
      lines.push(
        ...meansBeyond(
          rows.flatMap(({ key, outlook }) =>
            key === null || outlook === null ? [] : { name: key, ...outlook },
          ),
          (n) =>
            isMoney(metric)
              ? formatMoney(wholeUnits(n, head.currency), head.currency, lang)
              : formatCount(n, lang),
          words,
        ),
      )
  if (metrics.some(({ metric }) => metric === 'tasks')) lines.push(said.tasksMeaning)
  if (report.isOfPipeline && metrics.some(({ metric }) => !isOfDeals(metric))) lines.push(said.allWork)
  const per = report.bonusPer === null ? undefined : said.bonusPer[report.bonusPer]
  if (per !== undefined) lines.push(per)
  if (!isPersonal && !report.isOver) {
    const hasBonus = metrics.some(({ team }) => team.bonus.length > 0)
    const isPlanned = metrics.some(({ rows, team }) => [...rows, team].some(({ gap }) => gap !== null))
    const sentences = [
      ...(isPlanned ? [said.meaning] : []),
      ...aheadSaid(report, words),
      ...(hasBonus ? [said.meaningBonus] : []),
    ]
    lines.push(sentences.join(' '))
  }
  const once = lines.filter((line, at) => typeof line !== 'string' || lines.indexOf(line) === at)
  return once.length === 0 ? [] : [{ type: 'lines', lines: once }]
}

/** Where what is to come is from, or why nothing is said of it. */
function aheadSaid({ metrics, unseen }: PlanReport, { planReport: said }: Words): string[] {
  if (unseen !== null) return [said.tooFar({ months: unseen })]
  const isDeals = ({ metric }: PlanMetric) => isOfDeals(metric)
  return [
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
