import { KIND } from '../../domain/deal.ts'
import { foldKey, renamed } from '../../domain/names/name.ts'
import { MAX_STAGES, type Pipeline, type Stage, stagesAt } from '../../domain/pipeline.ts'
import { UserError } from '../../errors.ts'
import type { Operation } from '../operation.ts'
import { followRename } from '../pointers.ts'
import { codeOf, OUTCOMES } from '../rows.ts'
import type { Store } from '../store.ts'

/** Where a stage is to stand: before all others, or right after one (its row id). */
export type StagePlace = 'first' | number

/** Undefined leaves as it is; null takes away. */
export interface StagePatch {
  name?: string
  place?: StagePlace
  /** 0…1 */
  probability?: number | null
  /** Days. */
  norm?: number | null
  invoice?: boolean
  /** See `Stage`. */
  criteria?: readonly string[]
  strict?: boolean
}

/**
 * Adds a stage at a place, else the last, from the operation's moment on. A retired stage of that name is taken into
 * use again with its history. Throws UserError for a name in use and past `MAX_STAGES`.
 */
export function addStage(
  store: Store,
  operation: Operation,
  pipeline: Pipeline,
  name: string,
  patch: StagePatch = {},
): { id: number; wasRetired: boolean } {
  const order = currentOrder(pipeline)
  const known = pipeline.stages.find((stage) => foldKey(stage.name) === foldKey(name))
  if (known !== undefined && (known.kind !== 'open' || order.includes(known.id)))
    throw taken(pipeline, known.name)
  const id = known?.id ?? insertStage(operation, pipeline, name)
  setOrder(store, operation, pipeline, placed(store, order, id, patch.place ?? order.at(-1) ?? 'first'))
  setLabels(operation, id, patch)
  store.forget()
  return { id, wasRetired: known !== undefined }
}

/** Changes a stage: labels everywhere and at once (files may go on saying its old name), its place by a new version from the operation's moment on. */
export function updateStage(store: Store, operation: Operation, id: number, patch: StagePatch): void {
  const stage = store.stage(id)
  const pipeline = store.pipeline(stage.pipeline)
  const { name, place, probability, norm, invoice, criteria, strict } = patch
  const namesake = pipeline.stages.find(
    (other) => other.id !== id && foldKey(other.name) === foldKey(name ?? ''),
  )
  if (namesake !== undefined) throw taken(pipeline, namesake.name)
  if (stage.kind !== 'open' && (place ?? probability ?? norm ?? invoice ?? criteria ?? strict) !== undefined)
    throw new UserError((w) => w.pipelines.outcomeStays({ name: stage.name }))
  if (name !== undefined) {
    followRename(store, operation, 'stage', { id, name })
    operation.update('stages', id, {
      name,
      folded: foldKey(name),
      aliases: JSON.stringify(renamed(stage, name)),
    })
  }
  setLabels(operation, id, patch)
  if (place === id) throw new UserError((w) => w.pipelines.afterItself({ name: stage.name }))
  if (place !== undefined)
    setOrder(store, operation, pipeline, placed(store, currentOrder(pipeline), id, place))
  store.forget()
}

/** Retires a stage from the operation's moment on. Throws UserError while open deals stand in it. */
export function retireStage(store: Store, operation: Operation, id: number): void {
  const stage = store.stage(id)
  const { name } = stage
  const pipeline = store.pipeline(stage.pipeline)
  if (stage.kind !== 'open') throw new UserError((w) => w.pipelines.outcomeStays({ name }))
  const order = currentOrder(pipeline)
  if (!order.includes(id)) throw new UserError((w) => w.pipelines.alreadyRetired({ name }))
  const deals = openDealsByStage(store).get(id) ?? 0
  if (deals > 0) throw new UserError((w) => w.pipelines.stageHolds({ name, pipeline: pipeline.name, deals }))
  if (order.length === 1) throw new UserError((w) => w.pipelines.lastStage({ name }))
  setOrder(
    store,
    operation,
    pipeline,
    order.filter((other) => other !== id),
  )
  store.forget()
}

/** Row ids of the open stages in use now, in order. */
function currentOrder(pipeline: Pipeline): number[] {
  return stagesAt(pipeline, Number.POSITIVE_INFINITY).map(({ id }) => id)
}

/** Open stages that are in use no more at a moment, ms UTC. */
export function retiredStages(pipeline: Pipeline, at = Number.POSITIVE_INFINITY): Stage[] {
  const inUse = stagesAt(pipeline, at)
  return pipeline.stages.filter((stage) => stage.kind === 'open' && !inUse.includes(stage))
}

/** How many open deals an operation has put into retired stages, by what it wrote; inside its transaction. */
export function putIntoRetired(store: Store, { id }: Operation): { stage: Stage; deals: number }[] {
  const count = store.db
    .prepare(
      `select count(*) from deal_state s where s.stage_id = ? and s.outcome = 0 and s.removed = 0
        and (exists(select 1 from deals d where d.id = s.deal_id and d.op = @op)
          or exists(select 1 from history h where h.deal_id = s.deal_id and h.op = @op and h.kind = ${KIND.stage}))`,
    )
    .pluck()
  return store.pipelines
    .flatMap((pipeline) => retiredStages(pipeline))
    .map((stage) => ({ stage, deals: Number(count.get(stage.id, { op: id })) }))
    .filter(({ deals }) => deals > 0)
}

/** How many deals stand open in each stage, by its row id. */
export function openDealsByStage(store: Store): Map<number, number> {
  const rows = store.db
    .prepare('select stage_id, count(*) from deal_state where outcome = 0 and removed = 0 group by stage_id')
    .raw()
    .all() as [number, number][]
  return new Map(rows)
}

function insertStage(operation: Operation, pipeline: Pipeline, name: string): number {
  const bit = Math.max(-1, ...pipeline.stages.map((stage) => stage.bit)) + 1
  if (bit >= MAX_STAGES) throw new UserError((w) => w.pipelines.tooMany({ most: MAX_STAGES }))
  return operation.insert('stages', {
    pipeline_id: pipeline.id,
    kind: codeOf(OUTCOMES, 'open'),
    bit,
    name,
    folded: foldKey(name),
  })
}

/** All of these are labels: today's hold for every moment. */
function setLabels(
  operation: Operation,
  id: number,
  { probability, norm, invoice, criteria, strict }: StagePatch,
): void {
  operation.update('stages', id, {
    probability,
    norm_days: norm,
    invoice: invoice === undefined ? undefined : Number(invoice),
    criteria: criteria && JSON.stringify(criteria),
    strict: strict === undefined ? undefined : Number(strict),
  })
}

function placed(store: Store, order: readonly number[], id: number, place: StagePlace): number[] {
  const others = order.filter((other) => other !== id)
  if (place === 'first') return [id, ...others]
  const at = others.indexOf(place)
  if (at < 0) throw new UserError((w) => w.pipelines.afterOutcome({ name: store.stage(place).name }))
  return others.toSpliced(at + 1, 0, id)
}

/**
 * The order that holds from the operation's moment on. A version made at this very moment, or after it (the clock was
 * set back), gets the order instead: two versions of one moment would leave it open which of them holds.
 */
function setOrder(store: Store, operation: Operation, pipeline: Pipeline, order: readonly number[]): void {
  const { query } = store.db
  const last = store.db.first(
    query
      .selectFrom('pipeline_versions')
      .selectAll()
      .where('pipeline_id', '=', pipeline.id)
      .orderBy('from_at', 'desc')
      .limit(1),
  )
  const stages = JSON.stringify(order)
  if (last?.stages === stages) return
  if (last !== undefined && last.from_at >= operation.at)
    operation.update('pipeline_versions', last.id, { stages })
  else operation.insert('pipeline_versions', { pipeline_id: pipeline.id, from_at: operation.at, stages })
}

function taken(pipeline: Pipeline, name: string): UserError {
  return new UserError((w) => w.pipelines.stageTaken({ name, pipeline: pipeline.name }))
}
