import { KIND } from '../../domain/deal.ts'
import { foldKey, renamed } from '../../domain/names/name.ts'
import { MAX_STAGES, type Pipeline, type Stage } from '../../domain/pipeline.ts'
import { UsageError, UserError } from '../../errors.ts'
import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import { followRename } from '../pointers.ts'
import { codeOf, nameOf, OUTCOMES, parseJson } from '../rows.ts'
import type { Store } from '../store.ts'

export function readPipelines(db: Database): Pipeline[] {
  const { query } = db
  const stages = db.all(query.selectFrom('stages').selectAll().orderBy('id'))
  const versions = db.all(query.selectFrom('pipeline_versions').selectAll().orderBy('from_at'))
  return db.all(query.selectFrom('pipelines').selectAll().orderBy('id')).map(({ id, name, aliases }) => ({
    id,
    name,
    aliases: parseJson<string[]>(aliases),
    stages: stages
      .filter((row) => row.pipeline_id === id)
      .map(
        (row): Stage => ({
          id: row.id,
          pipeline: id,
          name: row.name,
          aliases: parseJson<string[]>(row.aliases),
          kind: nameOf(OUTCOMES, row.kind),
          bit: row.bit,
          probability: row.probability,
          norm: row.norm_days,
          invoice: row.invoice === 1,
          criteria: parseJson<string[]>(row.criteria),
          strict: row.strict === 1,
        }),
      ),
    versions: versions
      .filter((row) => row.pipeline_id === id)
      .map((row) => ({ from: row.from_at, stages: parseJson<number[]>(row.stages) })),
  }))
}

export interface NewPipeline {
  name: string
  /** Names of the open stages in order. */
  stages: readonly string[]
  won: string
  lost: string
}

/** The first version of a pipeline holds from the beginning of time. */
const BEGINNING = Number.MIN_SAFE_INTEGER

/**
 * Makes a pipeline with its stages and first version; returns its row id. Throws UserError for no stages, more than
 * the masks hold, or a name that stands twice. That no other pipeline has its name, the caller sees to.
 */
export function createPipeline(operation: Operation, pipeline: NewPipeline): number {
  checkStages(pipeline)
  const id = operation.insert('pipelines', { name: pipeline.name, folded: foldKey(pipeline.name) })
  const stage = (name: string, kind: Stage['kind'], bit: number) =>
    operation.insert('stages', {
      pipeline_id: id,
      kind: codeOf(OUTCOMES, kind),
      bit,
      name,
      folded: foldKey(name),
    })
  const open = pipeline.stages.map((name, bit) => stage(name, 'open', bit))
  stage(pipeline.won, 'won', open.length)
  stage(pipeline.lost, 'lost', open.length + 1)
  operation.insert('pipeline_versions', { pipeline_id: id, from_at: BEGINNING, stages: JSON.stringify(open) })
  return id
}

/** Renames a pipeline, which files may go on calling by its old name. Throws UserError where another has that name. */
export function renamePipeline(store: Store, operation: Operation, id: number, name: string): void {
  checkPipelineName(store, name, id)
  const aliases = renamed(store.pipeline(id), name)
  followRename(store, operation, 'pipeline', { id, name })
  operation.update('pipelines', id, { name, folded: foldKey(name), aliases: JSON.stringify(aliases) })
  store.forget()
}

/** Throws UserError where a pipeline other than `own` has the name. */
export function checkPipelineName(store: Store, name: string, own: number | null): void {
  const found = store.pipelines.find((pipeline) => foldKey(pipeline.name) === foldKey(name))
  if (found !== undefined && found.id !== own)
    throw new UserError((w) => w.pipelines.taken({ name: found.name }))
}

/** Removes a pipeline that holds no facts. Throws UserError where a deal was ever in it, or it is the default. */
export function removePipeline(store: Store, operation: Operation, pipeline: Pipeline): void {
  const { id, name } = pipeline
  const deals = dealsEverIn(store.db, id)
  if (deals > 0) throw new UserError((w) => w.pipelines.holdsDeals({ name, deals }))
  if (store.settings.pipeline === id) throw new UserError((w) => w.pipelines.isTheDefault({ name }))
  const { query } = store.db
  for (const table of ['pipeline_versions', 'stages'] as const)
    for (const row of store.db.all(query.selectFrom(table).select('id').where('pipeline_id', '=', id)))
      operation.remove(table, row.id)
  operation.remove('pipelines', id)
  store.forget()
}

/** Deals that were ever in a stage of the pipeline, those undone too: what was known then can be asked for. */
function dealsEverIn(db: Database, pipeline: number): number {
  const stages = 'select id from stages where pipeline_id = @pipeline'
  const statement = db.prepare(
    `select count(*) from (
      select id from deals where stage_id in (${stages})
      union select deal_id from history where kind = ${KIND.stage} and value in (${stages})
    )`,
  )
  return Number(statement.pluck().get({ pipeline }))
}

function checkStages({ stages, won, lost }: NewPipeline): void {
  if (stages.length === 0) throw new UsageError((w) => w.pipelines.noStages)
  const names = [...stages, won, lost]
  if (names.length > MAX_STAGES) throw new UserError((w) => w.pipelines.tooMany({ most: MAX_STAGES }))
  const keys = names.map(foldKey)
  const twice = names.find((_, at) => keys.indexOf(keys[at] ?? '') < at)
  if (twice !== undefined) throw new UsageError((w) => w.pipelines.sameName({ name: twice }))
}
