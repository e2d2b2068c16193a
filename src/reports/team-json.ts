import { majorOf } from '../domain/money.ts'
import { round4 } from '../domain/statistics.ts'
import type { Compared } from './head.ts'
import { responseBodyJson } from './response.ts'
import type { TeamBody, TeamGroup, TeamReport } from './team.ts'
import type { TeamChange } from './team-change.ts'
import { type PersonalReport, TYPICAL, type Typical } from './team-personal.ts'

/** The report as scripts read it: `voronka.team/1`. Money in major units, rates as fractions with four decimals. */
export function teamJson({ report, beside }: Compared<TeamReport>, changes: readonly TeamChange[]) {
  const { head, pipeline, attribution, by } = report
  return {
    schema: 'voronka.team/1',
    pipeline,
    ...head,
    attribution,
    by,
    ...figures(report),
    ...(beside === null ? {} : { compare: compared(beside, changes) }),
  }
}

/** The same of one manager: `groups` has them alone; beside it the team, the own funnel and the latest months. */
export function personalJson(
  { own, team, place, typical, months, funnel, response }: PersonalReport,
  both: Compared<TeamReport>,
  changes: readonly TeamChange[],
) {
  const { currency } = both.report.head
  const total = bodyJson(own, currency)
  return {
    ...teamJson(both, changes),
    groups: [groupJson(own, currency)],
    total,
    team: {
      managers: typical.managers,
      ...bodyJson(team, currency),
      average: typicalJson(typical.average, currency),
      median: typicalJson(typical.median, currency),
    },
    place,
    response: response && { own: responseBodyJson(response.own), total: responseBodyJson(response.total) },
    funnel: funnel.stages.map(({ stage, entered, amount }) => ({
      stage,
      entered,
      amount: majorOf(amount, currency),
    })),
    months: months.map(({ label, won, lost, winRate, low, high, wonAmount }) => ({
      label,
      won,
      lost,
      winRate: round4(winRate),
      low: round4(low),
      high: round4(high),
      wonAmount: majorOf(wonAmount, currency),
    })),
  }
}

function typicalJson(of: Typical['average'], currency: string) {
  const rounded = (figure: (typeof TYPICAL)[number]) => {
    const value = of[figure]
    if (value === null || (figure !== 'wonAmount' && figure !== 'averageWon')) return round4(value)
    return majorOf(Math.round(value), currency)
  }
  return Object.fromEntries(TYPICAL.map((figure) => [figure, rounded(figure)]))
}

function figures({ groups, total, head }: TeamReport) {
  return {
    groups: groups.map((group) => groupJson(group, head.currency)),
    total: bodyJson(total, head.currency),
  }
}

function compared(beside: TeamReport, changes: readonly TeamChange[]) {
  const { period, asOf } = beside.head
  return {
    period,
    asOf,
    ...figures(beside),
    changes: changes.map(({ key, winRate, differs, ...rest }) => ({
      key: key ?? '(none)',
      ...rest,
      wonAmount: majorOf(rest.wonAmount, beside.head.currency),
      winRate: round4(winRate),
      differs,
    })),
  }
}

function groupJson(group: TeamGroup, currency: string) {
  const { key, differs, revenueShare } = group
  return {
    key: key ?? '(none)',
    ...bodyJson(group, currency),
    differs,
    revenueShare: round4(revenueShare),
  }
}

/** The keys of the contract first. */
function bodyJson(body: TeamBody, currency: string) {
  const money = (minor: number | null) => (minor === null ? null : majorOf(Math.round(minor), currency))
  return {
    deals: body.deals,
    won: body.won,
    lost: body.lost,
    open: body.open,
    winRate: round4(body.winRate),
    low: round4(body.low),
    high: round4(body.high),
    wonAmount: money(body.wonAmount),
    averageWon: money(body.averageWon),
    medianWon: money(body.medianWon),
    cycleMedian: round4(body.cycleMedian),
    calls: body.calls,
    meetings: body.meetings,
    planShare: round4(body.planShare),
    bonus: money(body.bonus),
    winRateByAmount: round4(body.winRateByAmount),
    openAmount: money(body.openAmount),
    callsIn: body.callsIn,
    callsOut: body.callsOut,
    contracts: body.contracts,
    stages: body.stages.map(
      ({ stage, entered, toNext, toNextLow, toNextHigh, lostHere, openHere, differs }) => ({
        stage,
        entered,
        toNext: round4(toNext),
        low: round4(toNextLow),
        high: round4(toNextHigh),
        n: entered,
        lostHere,
        openHere,
        differs,
      }),
    ),
  }
}
