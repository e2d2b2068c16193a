import type { Pipeline } from '../domain/pipeline.ts'
import type { Rate } from '../domain/rates.ts'
import { parseJson } from './rows.ts'
import type { Horizon } from './states-at.ts'
import type { Store } from './store.ts'

/** Whether anything was entered, or taken back, at or after K; if not, what was known at K is what is known now. */
export function isPast(store: Store, knownAt: number): boolean {
  return (
    store.db
      .prepare('select exists(select 1 from operations where at >= @k or retracted_at >= @k)')
      .pluck()
      .get({ k: knownAt }) === 1
  )
}

/** The pipeline with the versions that were known at K: their images in the journal. Names are today's. */
export function pipelineKnownAt(store: Store, pipeline: Pipeline, knownAt: number | null): Pipeline {
  if (knownAt === null) return pipeline
  const images = store.db
    .prepare(
      `select c.row_id, c.after from changes c join operations o on o.id = c.op
      where c.table_name = 'pipeline_versions' and o.at < @k and (o.retracted_at is null or o.retracted_at >= @k)
      order by c.op, c.seq`,
    )
    .all({ k: knownAt }) as { row_id: number; after: string | null }[]
  const rows = new Map<number, { pipeline_id: number; from_at: number; stages: string }>()
  for (const { row_id: id, after } of images) {
    if (after === null) rows.delete(id)
    else rows.set(id, parseJson(after))
  }
  const versions = [...rows.values()]
    .filter((row) => row.pipeline_id === pipeline.id)
    .map((row) => ({ from: row.from_at, stages: parseJson<number[]>(row.stages) }))
    .sort((a, b) => a.from - b.from)
  return versions.length === 0 ? pipeline : { ...pipeline, versions }
}

/**
 * Deals of which something dated before T was entered at T or later (and, where given, known before K): what makes a
 * report of a past day differ from the one printed then. 0 where the workspace itself is younger than T.
 */
export function lateEntries(store: Store, { t, knownAt }: Horizon): number {
  const { db } = store
  const older = db.prepare('select exists(select 1 from operations where at < ?)').pluck().get(t)
  if (older !== 1) return 0
  const known =
    knownAt === null ? 'retracted_at is null' : 'at < @k and (retracted_at is null or retracted_at >= @k)'
  return Number(
    db
      .prepare(
        `with late as (select * from operations where at >= @t and earliest_at < @t and ${known})
        select count(distinct deal_id) from (
          select h.deal_id from late cross join history h on h.id between late.history_from and late.history_until
            where +h.op = late.id and h.at < @t
          union all
          select d.id from late cross join deals d on d.id between late.deals_from and late.deals_until
            where +d.op = late.id and d.created_at < @t)`,
      )
      .pluck()
      .get({ t, ...(knownAt !== null && { k: knownAt }) }),
  )
}

export function readRates(store: Store): Rate[] {
  return store.db
    .all(store.db.query.selectFrom('fx_rates').select(['on_date', 'currency', 'rate']))
    .map((row) => ({
      on: row.on_date,
      currency: row.currency,
      rate: row.rate,
    }))
}
