import { distinguished, heldAgainstRest, type Outcomes } from '../domain/two-shares.ts'
import type { TeamBody, TeamGroup, TeamStage } from './team.ts'

/**
 * Each group's win rate, and its share going on from each stage, against those of all the others together
 * (`heldAgainstRest`). All these tests are one family: with probability 95 % no mark in the whole report is chance
 * (`holm`). A share that may not hold, for the stage of some deals is not known, is not tested.
 */
export function tellTeamApart(groups: readonly TeamGroup[], total: TeamBody): TeamGroup[] {
  const tests = groups.flatMap((group) => [
    heldAgainstRest(group, total),
    ...group.stages.map((stage, k) => heldStage(stage, total.stages[k])),
  ])
  const sides = distinguished(tests)
  let at = 0
  return groups.map((group) => ({
    ...group,
    differs: sides[at++] ?? null,
    stages: group.stages.map((stage) => ({ ...stage, differs: sides[at++] ?? null })),
  }))
}

function heldStage(stage: TeamStage, whole: TeamStage | undefined) {
  if (whole === undefined || !stage.sound || !whole.sound) return { side: null, p: null }
  return heldAgainstRest(outcomesAt(stage), outcomesAt(whole))
}

/** Of those who entered a stage: gone on, lost at it, open at it. */
export function outcomesAt({ entered, toNext, lostHere, openHere }: TeamStage): Outcomes {
  return { won: Math.round((toNext ?? 0) * entered), lost: lostHere ?? 0, open: openHere ?? 0 }
}
