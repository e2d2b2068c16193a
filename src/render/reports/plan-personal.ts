import { formatMoney, majorOf, roundMinor } from '../../domain/money.ts'
import { isMoney, type Metric } from '../../domain/plan/plan.ts'
import { addDays } from '../../domain/time/date.ts'
import { formatDay, periodTitle } from '../../domain/time/period.ts'
import type { PlanReport, PlanRow } from '../../reports/plan.ts'
import type { Words } from '../../words/words.ts'
import { formulaSaid } from '../bonus-said.ts'
import type { Block, Line } from '../document.ts'
import { formatCount, formatEstimate, formatRate, roundTo } from '../numbers.ts'
import { meanBeyond } from './mean-beyond.ts'
import { chanceSaid } from './plan-table.ts'

/** One's own plan, fact, forecast and bonus, in sentences: a paragraph a metric. */
export function personalBlocks(report: PlanReport, words: Words): Block[] {
  return report.metrics.map(({ metric, team }) => ({
    type: 'lines',
    lines: [...planLines(report, metric, team, words), ...bonusLines(report, team, words)],
  }))
}

function planLines({ head, days, isOver }: PlanReport, metric: Metric, row: PlanRow, words: Words): Line[] {
  const { planReport: said, plans, lang } = words
  const figure = (n: number) =>
    isMoney(metric) ? formatMoney(wholeUnits(n, head.currency), head.currency, lang) : formatCount(n, lang)
  const estimate = (n: number) =>
    isMoney(metric) ? formatEstimate(majorOf(n, head.currency), head.currency, lang) : formatCount(n, lang)
  const name = plans.metrics[metric] ?? metric
  const title = name.charAt(0).toUpperCase() + name.slice(1)
  const { plan, share, toDate, gap, pMeet, outlook, fact } = row
  const day = formatDay(addDays(head.period.until ?? head.asOf, -1), lang)
  const lines: Line[] = [
    plan === null
      ? said.factAlone({ metric: title, fact: figure(fact) })
      : said.factOf({
          metric: title,
          fact: figure(fact),
          plan: figure(plan),
          share: share === null ? '' : formatRate(share, lang),
        }),
  ]
  if (plan !== null && gap !== null && toDate !== null && !isOver)
    lines.push(said.dueNow({ toDate: estimate(toDate), gap: estimate(Math.abs(gap)), isAhead: gap >= 0 }))
  if (plan !== null && fact >= plan) lines.push([{ text: said.metAlready, tone: 'good' }])
  if (plan !== null && fact < plan && !isOver) {
    const left = days.all - days.gone
    lines.push(
      said.needed({
        rest: figure(plan - fact),
        days: left,
        perDay: estimate(Math.ceil((plan - fact) / left)),
      }),
    )
  }
  if (outlook !== null && !isOver) {
    const beyond = meanBeyond(outlook, estimate, words)
    lines.push(
      beyond === null
        ? said.willBe({
            day,
            mean: estimate(outlook.mean),
            low: estimate(outlook.p10),
            high: estimate(outlook.p90),
          })
        : said.willBeBeyond({ day, beyond }),
    )
    if (pMeet !== null && plan !== null && fact < plan)
      lines.push(said.chanceOf({ chance: chanceSaid(pMeet, words) }))
  }
  return lines
}

/** What is earned and expected, and how each line of it came about. */
function bonusLines(
  { head, isOver }: PlanReport,
  { bonus, earned, expected }: PlanRow,
  words: Words,
): Line[] {
  const { planReport: said, lang } = words
  if (bonus.length === 0) return []
  const money = (minor: number) => formatMoney(minor, head.currency, lang)
  const day = formatDay(addDays(head.period.until ?? head.asOf, -1), lang)
  return [
    said.bonusNow({
      earned: money(earned ?? 0),
      expected:
        expected === null || isOver
          ? null
          : formatEstimate(majorOf(expected, head.currency), head.currency, lang),
      day,
    }),
    ...bonus.map((line): Line => {
      const formula = formulaSaid(line.terms, line.bonus, line, head.currency, words)
      const period = line.period.label === head.period.label ? null : periodTitle(line.period, words)
      const name = line.name === '' ? null : line.name
      return `  ${[period, name, formula].filter((part) => part !== null).join(': ')}`
    }),
  ]
}

/** Nobody is told of kopecks in a forecast: whole units from a hundred on. */
export function wholeUnits(minor: number, currency: string): number {
  const major = majorOf(minor, currency)
  const perMajor = minor === 0 ? 1 : Math.round(minor / major)
  return Math.abs(major) >= 100 ? roundMinor(roundTo(major, 0) * perMajor) : roundMinor(minor)
}
