import type { Outcome } from '../../domain/deal.ts'
import { PRESUMED } from '../../domain/history.ts'
import type { Ranked } from '../../domain/statistics/quantiles.ts'
import type { Database } from '../database.ts'
import { isNarrowed } from '../filters.ts'
import { nameOf, OUTCOMES } from '../rows.ts'
import type { Store } from '../store.ts'
import { type FactsQuery, isAnyMoved, isUnbounded } from './funnel-facts.ts'
import { IndexRanks } from './index-ranks.ts'

/** What all deals of a pipeline took, looked up in indexes that hold it in order. */
export interface WholeHistory {
  deals: number
  presumedDates: number
  /** Of each outcome that any deal has. */
  ends: readonly Ends[]
  /** Of each stage, ms there of all deals that have left it for good. */
  stays: readonly { stage: number; ranked: Ranked }[]
}

/** Deals that ended alike: `spans` from creation to outcome, ms, of those whose moments are both known. */
export interface Ends {
  outcome: Exclude<Outcome, 'open'>
  deals: number
  spans: Ranked
  /** Sum of the amounts that are known, minor units of the workspace's currency, and their number. */
  amount: number
  priced: number
}

/** One of so many deals is few. */
const FEW = 16

/**
 * The whole history at T. Undefined where deals have to be met one by one: not all are asked for, or by groups;
 * something happened to one since T; amounts of another currency; many deals beside those of the pipeline.
 */
export function wholeHistory(store: Store, query: FactsQuery): WholeHistory | undefined {
  const { db } = store
  const { pipeline, filter, grouping, horizon } = query
  const isFiltered = isNarrowed(filter) || filter.managers.length > 0
  if (!isUnbounded(query) || isFiltered || grouping !== undefined || isAnyMoved(store, horizon.t))
    return undefined
  const counted = countedBy(store, pipeline.id)
  if (counted.some(({ foreign }) => foreign)) return undefined
  const deals = counted.reduce((sum, row) => sum + row.deals, 0)
  const all = Number(db.prepare('select count(*) from deal_state').pluck().get())
  if ((all - deals) * FEW > all) return undefined
  const left = all === deals ? undefined : staysBeside(db, pipeline.id)
  return {
    deals,
    presumedDates: counted.reduce((sum, row) => sum + row.presumedDates, 0),
    ends: counted.flatMap(({ code, deals, spans, span, amount, priced }) => {
      const outcome = nameOf(OUTCOMES, code)
      if (outcome === 'open') return []
      const rows = 'deal_state where removed = 0 and pipeline_id = ? and outcome = ?'
      const ordered = { column: 'span', rows, parameters: [pipeline.id, code], n: spans, sum: span }
      return [{ outcome, deals, amount, priced, spans: new IndexRanks(db, ordered) }]
    }),
    stays: pipeline.stages.map(({ id }) => {
      const [n, sum] = db
        .prepare('select deals, total from stage_stays where stage_id = ?')
        .raw()
        .get(id) as [number, number]
      const rows = 'visits where stage_id = ?'
      const ordered = { column: 'total', rows, parameters: [id], n, sum }
      return { stage: id, ranked: new IndexRanks(db, ordered, left?.get(id)) }
    }),
  }
}

interface Counted {
  code: number
  deals: number
  presumedDates: number
  spans: number
  span: number
  priced: number
  amount: number
  foreign: 0 | 1
}

/** By outcome, in one pass over the index of spans. */
function countedBy({ db, settings }: Store, pipeline: number): Counted[] {
  return db
    .prepare(
      `select outcome as code, count(*) as deals, sum(presumed & ${PRESUMED.date}) / ${PRESUMED.date} as presumedDates,
        count(span) as spans, total(span) as span, count(amount) as priced, total(amount) as amount,
        max(amount is not null and currency <> ?) as "foreign"
      from deal_state indexed by deal_state_span where removed = 0 and pipeline_id = ? group by outcome`,
    )
    .all(settings.currency, pipeline) as Counted[]
}

/** The stays in each stage, ascending, of deals that are not of the pipeline, or removed. */
function staysBeside(db: Database, pipeline: number): Map<number, number[]> {
  const stays = new Map<number, number[]>()
  db.scan<[stage: number, total: number]>(
    `select scan(stage_id, total) from (select v.stage_id, v.total
      from deal_state s cross join visits v on v.deal_id = s.deal_id
      where (s.removed = 1 or s.pipeline_id <> ?) and v.total is not null order by v.total)`,
    [pipeline],
    (stage, total) => {
      const known = stays.get(stage)
      if (known === undefined) stays.set(stage, [total])
      else known.push(total)
    },
  )
  return stays
}
