import { majorOf, majorOfMean } from '../domain/money.ts'
import { NONE } from '../domain/none.ts'
import { round4 } from '../domain/statistics/statistics.ts'
import type { Compared } from './head.ts'
import { responseBodyJson } from './response.ts'
import type { TeamBody, TeamGroup, TeamReport } from './team.ts'
import type { TeamChange, TeamChanges } from './team-change.ts'
import type { PersonalReport, Typical } from './team-personal.ts'

/** The report as scripts read it: `voronka.team/1`. Money in major units, rates as fractions with four decimals. */
export function teamJson({ report, beside }: Compared<TeamReport>, changes: TeamChanges | null) {
  const { head, pipeline, attribution, by } = report
  return {
    schema: 'voronka.team/1',
    pipeline,
    ...head,
    attribution,
    by,
    planned: report.planned,
    ...figures(report),
    ...(beside === null || changes === null ? {} : { compare: compared(report, beside, changes) }),
  }
}

/** The same of one manager: `groups` has them alone; beside it the team, the own funnel and the latest months. */
export function personalJson(
  { own, team, place, typical, months, funnel, response }: PersonalReport,
  both: Compared<TeamReport>,
  changes: TeamChanges | null,
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
      average: typicalJson(typical, 'average', currency),
      median: typicalJson(typical, 'median', currency),
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

function typicalJson({ figures: of }: Typical, which: 'average' | 'median', currency: string) {
  return Object.fromEntries(
    of.map(({ figure, [which]: value }) => {
      const isMoney = figure === 'wonAmount' || figure === 'averageWon'
      return [figure, value === null || !isMoney ? round4(value) : majorOf(Math.round(value), currency)]
    }),
  )
}

function figures({ groups, total, head }: TeamReport) {
  return {
    groups: groups.map((group) => groupJson(group, head.currency)),
    total: bodyJson(total, head.currency),
  }
}

function compared(report: TeamReport, beside: TeamReport, changes: TeamChanges) {
  const { period, asOf, currency } = beside.head
  const change = ({ won, lost, wonAmount, winRate, differs }: TeamChange) => ({
    ...{ won, lost, wonAmount: majorOf(wonAmount, currency), winRate: round4(winRate), differs },
  })
  return {
    period,
    asOf,
    ...figures(beside),
    changes: {
      groups: changes.groups.map((one, at) => ({ key: report.groups[at]?.key ?? NONE, ...change(one) })),
      total: change(changes.total),
    },
  }
}

function groupJson(group: TeamGroup, currency: string) {
  const { key, differs, revenueShare } = group
  return {
    key: key ?? NONE,
    ...bodyJson(group, currency),
    differs,
    revenueShare: round4(revenueShare),
  }
}

/** The keys of the contract first. */
function bodyJson(body: TeamBody, currency: string) {
  const money = (minor: number | null) => majorOfMean(minor, currency)
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
      ({ stage, entered, toNext, toNextLow, toNextHigh, lostHere, openHere, differs, cost }) => ({
        stage,
        entered,
        toNext: round4(toNext),
        low: round4(toNextLow),
        high: round4(toNextHigh),
        n: entered,
        lostHere,
        openHere,
        differs,
        cost: money(cost?.amount ?? null),
        costOfWon: cost?.won ?? null,
      }),
    ),
  }
}
