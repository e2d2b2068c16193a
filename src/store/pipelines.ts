import { foldKey } from '../domain/name.ts'
import type { Pipeline, Stage } from '../domain/pipeline.ts'
import type { Database } from './database.ts'
import type { Operation } from './operation.ts'
import { codeOf, nameOf, OUTCOMES, parseJson } from './rows.ts'

export function readPipelines(db: Database): Pipeline[] {
  const { query } = db
  const stages = db.all(query.selectFrom('stages').selectAll().orderBy('id'))
  const versions = db.all(query.selectFrom('pipeline_versions').selectAll().orderBy('from_at'))
  return db.all(query.selectFrom('pipelines').selectAll().orderBy('id')).map(({ id, name }) => ({
    id,
    name,
    stages: stages
      .filter((row) => row.pipeline_id === id)
      .map(
        (row): Stage => ({
          id: row.id,
          pipeline: id,
          name: row.name,
          kind: nameOf(OUTCOMES, row.kind),
          bit: row.bit,
          probability: row.probability,
          norm: row.norm_days,
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

/** Makes a pipeline with its stages and first version; returns its row id. Names must be checked by the caller. */
export function createPipeline(operation: Operation, pipeline: NewPipeline): number {
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
