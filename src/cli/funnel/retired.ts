import type { Mode } from '../../reports/funnel-rules.ts'
import { retiredStages } from '../../store/deals/stages.ts'
import { eachFact, type FactsQuery } from '../../store/facts/funnel-facts.ts'
import type { Store } from '../../store/store.ts'

/** Open deals of the population that stand in retired stages, and so in no row of their own; those with most first. */
export function heldByRetired(
  store: Store,
  query: FactsQuery,
  mode: Mode,
): { stage: string; deals: number }[] {
  const retired = retiredStages(query.pipeline, query.horizon.t)
  if (mode === 'events' || retired.length === 0) return []
  const counts = new Map(retired.map(({ id }) => [id, 0]))
  eachFact(
    store,
    { ...query, grouping: undefined },
    {
      deal: ({ outcome, stage }) => {
        const known = counts.get(stage)
        if (known !== undefined && outcome === 'open') counts.set(stage, known + 1)
      },
    },
  )
  return retired
    .map(({ id, name }) => ({ stage: name, deals: counts.get(id) ?? 0 }))
    .filter(({ deals }) => deals > 0)
    .sort((a, b) => b.deals - a.deals)
}
