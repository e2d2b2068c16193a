import { differencePValue, holm } from '../domain/statistics.ts'
import type { TeamBody, TeamReport } from './team.ts'

/** How a manager's figures differ from those of the other period. `wonAmount` in minor units. */
export interface TeamChange {
  /** null is "(none)"; of the whole it is not here. */
  key: string | null
  won: number
  lost: number
  wonAmount: number
  /** Now minus then, as a fraction; null where either has none. */
  winRate: number | null
  /** The win rates are told apart; null where either is of too few to be compared. */
  differs: boolean | null
}

/** Below this many closed deals a share is not compared. */
const FEW = 10

/**
 * Groups pair by name: the other period may have had other people. The two win rates are tested directly
 * (`differencePValue`), corrected for the number of groups compared (`holm`).
 */
export function teamChanges(now: TeamReport, was: TeamReport): TeamChange[] {
  const before = new Map(was.groups.map((group) => [group.key, group]))
  const pairs = now.groups.map((group) => ({ group, old: before.get(group.key) }))
  const tests = pairs.map(({ group, old }) => (old === undefined ? null : changePValue(group, old)))
  const falls = holm(tests)
  return pairs.map(({ group, old }, at) => ({
    key: group.key,
    won: group.won - (old?.won ?? 0),
    lost: group.lost - (old?.lost ?? 0),
    wonAmount: group.wonAmount - (old?.wonAmount ?? 0),
    winRate:
      group.winRate === null || old === undefined || old.winRate === null
        ? null
        : group.winRate - old.winRate,
    differs: (tests[at] ?? null) === null ? null : falls[at] === true,
  }))
}

/** Of the difference between two periods' win rates; null where either is of too few. */
export function changePValue(now: TeamBody, was: TeamBody): number | null {
  const [n, m] = [now.won + now.lost, was.won + was.lost]
  return n < FEW || m < FEW ? null : differencePValue(now.won, n, was.won, m)
}
