import { lookUp } from '../../domain/look-up.ts'
import { majorOf } from '../../domain/money.ts'
import { isMoney } from '../../domain/plan/plan.ts'
import type { PlanMetric, PlanReport, PlanRow } from '../../reports/plan.ts'
import type { Words } from '../../words/words.ts'
import type { Block, TableBlock } from '../document.ts'
import { moneyScale, moneyUnit } from '../numbers.ts'
import { asBeside, besideSaid, changeParts, nothingBeside } from './beside.ts'
import { type Parts, tableOf } from './parts.ts'
import { rowName } from './plan-table.ts'

interface Pair {
  now: PlanRow
  was: PlanRow | undefined
}

/** What each had done of the plan by the same day of the other period. */
export function planBeside(report: PlanReport, beside: PlanReport, words: Words): Block[] {
  const metrics = report.metrics.flatMap((now) => {
    const was = beside.metrics.find(({ metric }) => metric === now.metric)
    return was === undefined ? [] : [{ now, was }]
  })
  if (metrics.every(({ was }) => was.team.fact === 0)) return nothingBeside(beside.head, words)
  return asBeside([
    { type: 'lines', lines: [besideSaid(beside.head, words)] },
    ...metrics.map(({ now, was }) => metricTable(report, now, was, words)),
  ])
}

function metricTable(report: PlanReport, now: PlanMetric, was: PlanMetric, words: Words): TableBlock {
  const { planReport: said, plans, funnel, lang } = words
  const { currency } = report.head
  const pairs = pairsOf(report, now, was)
  const money = isMoney(now.metric)
  const figure = (row: PlanRow | undefined) =>
    money ? majorOf(Math.round(row?.fact ?? 0), currency) : (row?.fact ?? 0)
  const amounts = pairs.map(({ was, now }) => [figure(was), figure(now)] as const)
  const metric = plans.metrics[now.metric] ?? now.metric
  const facts = changeParts<Pair>(
    pairs,
    amounts,
    money ? moneyScale(amounts.flat()) : null,
    (scale) => {
      const unit = scale === null ? '' : moneyUnit(scale, currency, lang)
      return { key: 'fact', title: unit === '' ? metric : `${metric}, ${unit}` }
    },
    words,
  )
  const isPlanned = pairs.some(({ now, was }) => now.plan !== null || was?.plan != null)
  const parts: Parts<Pair> = [
    {
      column: { key: report.by, title: lookUp(words.groups.group, report.by) ?? report.by, kind: 'text' },
      cell: ({ now }) => rowName(report, now, words),
    },
    ...facts,
    isPlanned && {
      column: { key: 'shareWas', title: `${said.ofPlan} ${funnel.was}`, kind: 'rate' },
      cell: ({ was }) => was?.share ?? null,
    },
    isPlanned && {
      column: { key: 'share', title: funnel.now, kind: 'rate' },
      cell: ({ now }) => now.share,
    },
  ]
  const total = pairs.find(({ now }) => now.kind === 'team')
  return tableOf(
    parts,
    pairs.filter((pair) => pair !== total),
    total,
  )
}

/** Those of both periods, and all together; parts of a period have none beside them in another. */
function pairsOf({ by }: PlanReport, now: PlanMetric, was: PlanMetric): Pair[] {
  const isOfPeople = by === 'manager' || by === 'department'
  const gone = was.rows.filter(({ key }) => !now.rows.some((row) => row.key === key))
  const rows = isOfPeople
    ? [
        ...now.rows.map((row) => ({ now: row, was: was.rows.find(({ key }) => key === row.key) })),
        ...gone.map((row) => ({ now: { ...row, fact: 0, plan: null, share: null }, was: row })),
      ]
    : []
  return rows.length === 1 ? rows : [...rows, { now: now.team, was: was.team }]
}
