import { distinguished, heldAgainstRest, outcomesAt } from '../domain/statistics/two-shares.ts'
import type { TeamBody, TeamGroup, TeamStage } from './team.ts'

/**
 * Each group's win rate, and its share going on from each stage, against those of all the others together
 * (`heldAgainstRest`). The tests of win rates are one family, as in a funnel by groups, and those of stages another: with
 * probability 95 % no mark of a table is chance (`holm`). A share that may not hold, for the stage of some deals is not
 * known, is not tested.
 */
export function tellTeamApart(groups: readonly TeamGroup[], total: TeamBody): TeamGroup[] {
  const rates = distinguished(groups.map((group) => heldAgainstRest(group, total)))
  const stages = distinguished(
    groups.flatMap((group) => group.stages.map((stage, k) => heldStage(stage, total.stages[k]))),
  )
  let at = 0
  return groups.map((group, nth) => ({
    ...group,
    differs: rates[nth] ?? null,
    stages: group.stages.map((stage) => ({ ...stage, differs: stages[at++] ?? null })),
  }))
}

function heldStage(stage: TeamStage, whole: TeamStage | undefined) {
  if (whole === undefined || !stage.sound || !whole.sound) return { side: null, p: null }
  return heldAgainstRest(outcomesAt(stage), outcomesAt(whole))
}
