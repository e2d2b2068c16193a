import { furthestPosition, stagesAt } from '../../domain/pipeline.ts'
import type { Dimension, Passed, StageTally } from '../../reports/stage-causes.ts'
import { eachFact, type FactsQuery } from '../../store/facts/funnel-facts.ts'
import { eachStageFact, firstAnswers } from '../../store/facts/stage-facts.ts'
import type { Store } from '../../store/store.ts'
import { factsQuery, type ReportRequest } from '../reports/request.ts'
import type { Spellings } from '../spellings.ts'

/**
 * The deals of a cohort that entered a stage (by its row id), counted by what may tell them apart; `timed`, with times.
 * Reasons stand under the keys of their spellings until all that is told together is counted: see `spelt`.
 */
export function tallyOf(
  store: Store,
  request: ReportRequest,
  stage: number,
  timed: boolean,
  spellings: Spellings,
): StageTally {
  const ordered = stagesAt(request.pipeline, request.horizon.t)
  const k = ordered.findIndex(({ id }) => id === stage)
  const query = { ...factsQuery(store, request, 'created'), grouping: undefined }
  const ids = new Set<number>()
  const reasons = new Map<string | null, number>()
  const groups = { source: new Map(), product: new Map(), manager: new Map() } satisfies Record<
    Dimension,
    Map<string | null, Passed>
  >
  eachStageFact(store, query, (fact) => {
    const furthest = fact.outcome === 'won' ? ordered.length : furthestPosition(ordered, fact.visited)
    if (furthest < k) return
    const isOn = furthest > k
    ids.add(fact.id)
    if (fact.outcome === 'lost' && !isOn) {
      spellings.add(fact.reason, fact.id)
      const reason = spellings.keyOf(fact.reason)
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    }
    count(groups.source, fact.source, isOn)
    count(groups.product, fact.product, isOn)
    count(groups.manager, fact.manager, isOn)
  })
  const times = timed ? timesOf(store, query, stage, ids) : { stays: [], answers: null }
  return { entered: ids.size, reasons, groups, ...times }
}

/** With the reasons as most write them. */
export function spelt(tally: StageTally, spellings: Spellings): StageTally {
  return { ...tally, reasons: new Map([...tally.reasons].map(([key, n]) => [spellings.shown(key), n])) }
}

function timesOf(
  store: Store,
  query: FactsQuery,
  stage: number,
  ids: ReadonlySet<number>,
): Pick<StageTally, 'stays' | 'answers'> {
  const stays: number[] = []
  eachFact(store, query, {
    stay: (_, id, total) => {
      if (id === stage) stays.push(total)
    },
  })
  return { stays, answers: firstAnswers(store, ids, query.horizon.t) }
}

function count(groups: Map<string | null, Passed>, key: string | null, isOn: boolean): void {
  const known = groups.get(key)
  if (known === undefined) groups.set(key, { entered: 1, wentOn: isOn ? 1 : 0 })
  else {
    known.entered += 1
    if (isOn) known.wentOn += 1
  }
}
