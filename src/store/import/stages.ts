import { foldKey, formerly } from '../../domain/names/name.ts'
import { MAX_STAGES, type Pipeline } from '../../domain/pipeline.ts'
import { UserError } from '../../errors.ts'
import { createPipeline } from '../deals/pipelines.ts'
import type { Operation } from '../operation.ts'
import type { Store } from '../store.ts'

export interface StagePlan {
  pipeline: number
  /** The user's list of stages, in order. */
  names: readonly string[]
  /** Row ids of those that were made. */
  made: readonly number[]
}

/**
 * Makes the stages of the list that the pipeline does not have, and the pipeline itself where it is not there. They
 * stand in its versions after `placeStages`; where the pipeline has no history yet, at once.
 */
export function makeStages(
  store: Store,
  operation: Operation,
  wanted: { pipeline: string | Pipeline; names: readonly string[]; won: string; lost: string },
): StagePlan {
  const { names, pipeline: target } = wanted
  if (typeof target === 'string') {
    const id = createPipeline(operation, { name: target, stages: names, won: wanted.won, lost: wanted.lost })
    store.forget()
    return { pipeline: id, names, made: [] }
  }
  const held = new Set(placesByName(target).keys())
  let bit = Math.max(-1, ...target.stages.map((stage) => stage.bit))
  const made = names
    .filter((name) => !held.has(foldKey(name)))
    .map((name) => {
      bit++
      if (bit >= MAX_STAGES) throw new UserError((w) => w.import.tooManyStages({ most: MAX_STAGES }))
      return operation.insert('stages', { pipeline_id: target.id, kind: 0, bit, name, folded: foldKey(name) })
    })
  store.forget()
  const plan = { pipeline: target.id, names, made }
  const history = store.db.prepare('select 1 from deal_state where pipeline_id = ? limit 1').get(target.id)
  if (history === undefined) place(store, operation, plan, () => true)
  return plan
}

/** The moment of the earliest staged event in one of some stages, by what was staged. */
const EVENTS = {
  deals: 'select min(entered_at) from temp.staged_visits where stage_id',
  history: 'select min(at) from temp.sorted_events where stage',
} as const

/**
 * Puts the stages that an import made into every version since their earliest event; if none begins there, one does.
 * The versions before stay as they were.
 */
export function placeStages(
  store: Store,
  operation: Operation,
  plan: StagePlan,
  staged: keyof typeof EVENTS,
): void {
  if (plan.made.length === 0) return
  const earliest = store.db
    .prepare(`${EVENTS[staged]} in (${plan.made.map(() => '?').join(', ')})`)
    .pluck()
    .get(...plan.made)
  const from = typeof earliest === 'number' ? earliest : operation.at
  const pipeline = pipelineOf(store, plan.pipeline)
  const version = pipeline.versions.findLast((known) => known.from <= from)
  if (version === undefined || plan.made.every((id) => version.stages.includes(id))) return
  if (version.from < from)
    operation.insert('pipeline_versions', {
      pipeline_id: plan.pipeline,
      from_at: from,
      stages: JSON.stringify(version.stages),
    })
  store.forget()
  place(store, operation, plan, (since) => since >= from)
}

function place(store: Store, operation: Operation, plan: StagePlan, holds: (from: number) => boolean): void {
  const pipeline = pipelineOf(store, plan.pipeline)
  const byName = placesByName(pipeline)
  const listed = plan.names.flatMap((name) => byName.get(foldKey(name)) ?? [])
  for (const { from, stages } of pipeline.versions) {
    if (!holds(from)) continue
    const order = [...stages]
    for (const [place, id] of listed.entries()) {
      if (order.includes(id)) continue
      const before = listed.slice(0, place).findLast((other) => order.includes(other))
      const after = listed.slice(place + 1).find((other) => order.includes(other))
      const at =
        before !== undefined
          ? order.indexOf(before) + 1
          : after !== undefined
            ? order.indexOf(after)
            : order.length
      order.splice(at, 0, id)
    }
    const row = store.db
      .prepare('select id from pipeline_versions where pipeline_id = ? and from_at = ?')
      .pluck()
      .get(plan.pipeline, from)
    operation.update('pipeline_versions', Number(row), { stages: JSON.stringify(order) })
  }
  store.forget()
}

/** Row ids of the open stages by their folded names, and by those they had before where nothing has them now. */
function placesByName({ stages }: Pipeline): Map<string, number> {
  const open = stages.filter(({ kind }) => kind === 'open')
  const byName = new Map(open.map(({ id, name }) => [foldKey(name), id]))
  for (const key of open.flatMap(({ aliases }) => aliases.map(foldKey))) {
    const before = byName.has(key) ? undefined : formerly(open, key)
    if (before !== undefined) byName.set(key, before.id)
  }
  return byName
}

function pipelineOf(store: Store, id: number): Pipeline {
  const found = store.pipelines.find((pipeline) => pipeline.id === id)
  if (found === undefined) throw new Error(`pipeline ${id} is not there`)
  return found
}
