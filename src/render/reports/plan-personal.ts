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
import { chanceSaid, verdictOf } from './plan-table.ts'

/** One's own plan, fact, forecast and bonus, in sentences: a paragraph a metric. */
export function personalBlocks(report: PlanReport, words: Words): Block[] {
  return report.metrics.map(({ metric, team }) => ({
    type: 'lines',
    lines: [...planLines(report, metric, team, words), ...bonusLines(report, team, words)],
  }))
}

/** How figures of a metric are written: those that are known, and those that are expected. */
function figuresSaid({ currency }: PlanReport['head'], metric: Metric, { lang }: Words) {
  const isOfMoney = isMoney(metric)
  return {
    figure: (n: number) =>
      isOfMoney ? formatMoney(wholeUnits(n, currency), currency, lang) : formatCount(n, lang),
    estimate: (n: number) =>
      isOfMoney ? formatEstimate(majorOf(n, currency), currency, lang) : formatCount(n, lang),
  }
}

function planLines({ head, days, isOver }: PlanReport, metric: Metric, row: PlanRow, words: Words): Line[] {
  const { planReport: said, plans, lang } = words
  const { figure, estimate } = figuresSaid(head, metric, words)
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
  lines.push(...neededLine(days, isOver, row, figure, estimate, words))
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
    if (pMeet !== null && plan !== null && fact < plan) lines.push(chanceLine(pMeet, words))
  }
  return lines
}

function neededLine(
  days: PlanReport['days'],
  isOver: boolean,
  { plan, fact }: PlanRow,
  figure: (n: number) => string,
  estimate: (n: number) => string,
  { planReport }: Words,
): string[] {
  const left = days.all - days.gone
  if (plan === null || fact >= plan || isOver || left === 0) return []
  const perDay = estimate(Math.ceil((plan - fact) / left))
  return [planReport.needed({ rest: figure(plan - fact), days: left, perDay })]
}

function chanceLine(pMeet: number, words: Words): string {
  return words.planReport.chanceOf({ chance: chanceSaid(pMeet, words), verdict: verdictOf(pMeet, words) })
}

/** Of all together: what is left to the plan, how much a day, and the chance. */
export function restLines(
  { head, days, isOver }: PlanReport,
  metric: Metric,
  row: PlanRow,
  words: Words,
): Line[] {
  const { figure, estimate } = figuresSaid(head, metric, words)
  const { plan, fact, pMeet } = row
  if (plan === null || isOver) return []
  if (fact >= plan) return [[{ text: words.planReport.metAlready, tone: 'good' }]]
  const needed = neededLine(days, isOver, row, figure, estimate, words)
  return pMeet === null ? needed : [...needed, chanceLine(pMeet, words)]
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
