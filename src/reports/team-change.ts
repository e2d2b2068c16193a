import { differencePValue, holm } from '../domain/statistics/statistics.ts'
import type { TeamBody, TeamReport } from './team.ts'

/** How each manager's figures changed, and those of all together. */
export interface TeamChanges {
  groups: TeamChange[]
  total: TeamChange
}

/** How a manager's figures differ from those of the other period. `wonAmount` in minor units. */
export interface TeamChange {
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
export function teamChanges(now: TeamReport, was: TeamReport): TeamChanges {
  const before = new Map(was.groups.map((group) => [group.key, group]))
  const pairs = now.groups.map((group) => ({ group, old: before.get(group.key) }))
  const tests = pairs.map(({ group, old }) => (old === undefined ? null : changePValue(group, old)))
  const falls = holm(tests)
  const p = changePValue(now.total, was.total)
  return {
    groups: pairs.map(({ group, old }, at) =>
      changeOf(group, old, (tests[at] ?? null) === null ? null : falls[at] === true),
    ),
    total: changeOf(now.total, was.total, p === null ? null : p <= 0.05),
  }
}

function changeOf(now: TeamBody, was: TeamBody | undefined, differs: boolean | null): TeamChange {
  const before = was?.winRate ?? null
  return {
    won: now.won - (was?.won ?? 0),
    lost: now.lost - (was?.lost ?? 0),
    wonAmount: now.wonAmount - (was?.wonAmount ?? 0),
    winRate: now.winRate === null || before === null ? null : now.winRate - before,
    differs,
  }
}

/** Of the difference between two periods' win rates; null where either is of too few. */
function changePValue(now: TeamBody, was: TeamBody): number | null {
  const [n, m] = [now.won + now.lost, was.won + was.lost]
  return n < FEW || m < FEW ? null : differencePValue(now.won, n, was.won, m)
}
