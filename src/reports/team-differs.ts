import { distinguished, heldApart } from '../domain/statistics/two-shares.ts'
import { stagesApart } from './stages-apart.ts'
import type { TeamGroup } from './team.ts'

/**
 * Each group's win rate, and its share going on from each stage, against those of all the others together. The tests of
 * win rates are one family (`heldApart`), as in a funnel by groups, and those of stages another (`stagesApart`): with
 * probability 95 % no mark of a table is chance. Deals of nobody are no one's work: they are beside nobody.
 */
export function tellTeamApart(groups: readonly TeamGroup[]): TeamGroup[] {
  const rates = heldApart(groups.map((group) => (group.key === null ? null : group)))
  const sides = distinguished(rates)
  const stages = stagesApart(groups.map((group) => (group.key === null ? null : group.stages)))
  return groups.map((group, nth) => ({
    ...group,
    differs: sides[nth] ?? null,
    others: rates[nth]?.others ?? null,
    stages: group.stages.map((stage, k) => {
      const apart = stages[nth]?.[k]
      return apart === undefined ? stage : { ...stage, differs: apart.differs, others: apart.others }
    }),
  }))
}
