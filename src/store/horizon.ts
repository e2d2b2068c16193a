import type { Pipeline } from '../domain/pipeline.ts'
import type { Rate } from '../domain/rates.ts'
import { parseJson } from './rows.ts'
import type { LabelTable, Schema } from './schema.ts'
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

/** The rows of a label table as they were known at K: their images in the journal, which a bulk insert leaves none of. */
export function rowsKnownAt<Row>(store: Store, table: LabelTable, knownAt: number): Row[] {
  const images = store.db
    .prepare(
      `select c.row_id, c.after from changes c join operations o on o.id = c.op
      where c.table_name = @table and o.at < @k and (o.retracted_at is null or o.retracted_at >= @k)
      order by c.op, c.seq`,
    )
    .all({ table, k: knownAt }) as { row_id: number; after: string | null }[]
  const rows = new Map<number, Row>()
  for (const { row_id: id, after } of images) {
    if (after === null) rows.delete(id)
    else rows.set(id, parseJson<Row>(after))
  }
  return [...rows.values()]
}

/** As they were known before K, those included that a full copy brought: they were there before it. */
export function labelsKnownAt<Row extends { id: number }>(
  store: Store,
  table: LabelTable,
  knownAt: number,
): Row[] {
  const then = rowsKnownAt<Row>(store, table, knownAt)
  const known = new Set(then.map(({ id }) => id))
  const copied = store.db
    .prepare(
      `select t.* from ${table} t where exists(select 1 from changes c join operations o on o.id = c.op
        where c.table_name = ? and c.before is null and c.after is null and t.id between c.row_id and c.row_until
          and o.summary ->> '$.copy' is not null)`,
    )
    .all(table) as Row[]
  return [...then, ...copied.filter(({ id }) => !known.has(id))]
}

/** The pipeline with the versions that were known at K. Names are today's. */
export function pipelineKnownAt(store: Store, pipeline: Pipeline, knownAt: number | null): Pipeline {
  if (knownAt === null) return pipeline
  type Version = Pick<Schema['pipeline_versions'], 'pipeline_id' | 'from_at' | 'stages'>
  const versions = rowsKnownAt<Version>(store, 'pipeline_versions', knownAt)
    .filter((row) => row.pipeline_id === pipeline.id)
    .map((row) => ({ from: row.from_at, stages: parseJson<number[]>(row.stages) }))
    .sort((a, b) => a.from - b.from)
  return versions.length === 0 ? pipeline : { ...pipeline, versions }
}

/**
 * Deals of which something dated before T was entered or taken back at T or later (and, where given, before K): what
 * makes a report of a past day differ from the one printed then. 0 where the workspace itself is younger than T.
 */
export function lateEntries(store: Store, { t, knownAt }: Horizon): number {
  const { db } = store
  const older = db.prepare('select exists(select 1 from operations where at < ?)').pluck().get(t)
  if (older !== 1) return 0
  const known =
    knownAt === null ? 'retracted_at is null' : 'at < @k and (retracted_at is null or retracted_at >= @k)'
  const knownThen = 'at < @printed and (retracted_at is null or retracted_at >= @printed)'
  return Number(
    db
      .prepare(
        `with late as (select * from operations where earliest_at < @t and (${knownThen}) <> (${known}))
        select count(distinct deal_id) from (
          select h.deal_id from late cross join history h on h.id between late.history_from and late.history_until
            where +h.op = late.id and h.at < @t
          union all
          select d.id from late cross join deals d on d.id between late.deals_from and late.deals_until
            where +d.op = late.id and d.created_at < @t)`,
      )
      .pluck()
      .get({ t, printed: Math.min(t, knownAt ?? t), ...(knownAt !== null && { k: knownAt }) }),
  )
}

/** Today's rates; with K, those known then, and today's of the currencies that had none. */
export function readRates(store: Store, knownAt: number | null = null): Rate[] {
  type Row = Pick<Schema['fx_rates'], 'on_date' | 'currency' | 'rate'>
  const today: Row[] = store.db.all(
    store.db.query.selectFrom('fx_rates').select(['on_date', 'currency', 'rate']),
  )
  const then = knownAt === null ? [] : rowsKnownAt<Row>(store, 'fx_rates', knownAt)
  const known = new Set(then.map(({ currency }) => currency))
  return [...then, ...today.filter(({ currency }) => !known.has(currency))].map((row) => ({
    on: row.on_date,
    currency: row.currency,
    rate: row.rate,
  }))
}
