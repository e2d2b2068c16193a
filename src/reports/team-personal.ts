import { medianOf, ratio, wilson } from '../domain/statistics/statistics.ts'
import type { FunnelReport } from './funnel.ts'
import type { ResponseBody } from './response.ts'
import type { TeamBody, TeamGroup } from './team.ts'

/** Figures of which a manager's own is set beside the team's. */
const TYPICAL = [
  'won',
  'lost',
  'open',
  'winRate',
  'winRateByAmount',
  'wonAmount',
  'averageWon',
  'cycleMedian',
  'calls',
  'meetings',
  'contracts',
] as const satisfies readonly (keyof TeamBody)[]
export type TypicalFigure = (typeof TYPICAL)[number]

/**
 * Of all managers with anything in the period: the mean and the middle of their figures, money in minor units. The mean of
 * what is a share or a mean itself, and of the cycle, is that of everyone's deals together.
 */
export interface Typical {
  managers: number
  figures: { figure: TypicalFigure; average: number | null; median: number | null }[]
}

/** What one month brought. Money in minor units. */
export interface TeamMonth {
  /** `2026-10` */
  label: string
  won: number
  lost: number
  winRate: number | null
  low: number | null
  high: number | null
  wonAmount: number
}

/** One manager among the others. */
export interface PersonalReport {
  own: TeamGroup
  /** Everyone together. */
  team: TeamBody
  /** The own place by revenue, from 1; null where they won nothing. */
  place: number | null
  typical: Typical
  /** Deals created in the period, by count and by amount. */
  funnel: FunnelReport
  months: TeamMonth[]
  /** Who turned to them and to everyone, as in `response`. */
  response: { own: ResponseBody; total: ResponseBody; average: number | null; median: number | null }
}

const OF_EVERYONE: readonly TypicalFigure[] = ['winRate', 'winRateByAmount', 'averageWon', 'cycleMedian']

/** What is usual in the team: of groups with a name that have deals or did anything. */
export function typicalOf(groups: readonly TeamGroup[], total: TeamBody): Typical {
  const people = groups.filter(isAtWork)
  return {
    managers: people.length,
    figures: TYPICAL.map((figure) => {
      const values = people.flatMap((group) => group[figure] ?? [])
      const mean = ratio(
        values.reduce((all, value) => all + value, 0),
        values.length,
      )
      return {
        figure,
        average: OF_EVERYONE.includes(figure) ? total[figure] : mean,
        median: medianOf(values),
      }
    }),
  }
}

function isAtWork({ key, deals, calls, meetings, stages }: TeamGroup): boolean {
  const done = deals + calls + meetings + (stages[0]?.entered ?? 0)
  return key !== null && done > 0
}

export function monthOf(label: string, won: number, lost: number, wonAmount: number): TeamMonth {
  const interval = wilson(won, won + lost)
  return {
    label,
    won,
    lost,
    winRate: ratio(won, won + lost),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    wonAmount,
  }
}
