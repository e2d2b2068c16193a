import type { DealValues } from '../deal.ts'
import { KIND } from '../deal.ts'
import type { Change, Creation } from '../history.ts'
import { outcomeStage, type Pipeline, type Stage, stagesAt } from '../pipeline.ts'
import type { Moment } from '../time/when.ts'
import type { Named } from './exported.ts'

/** A row of this program's own export of deals, its stages and manager made ids. */
export interface OwnDeal {
  line: number
  /** Row id in the workspace that wrote it. */
  deal: number
  createdAt: Moment
  stage: Stage
  /** When it entered the stage, where that is known and the deal open. */
  stageAt: Moment | null
  /** The open stage that a closed deal left for its outcome, which may be of another pipeline. */
  lastStage: Stage | null
  closedAt: Moment | null
  lostReason: string | null
  /** Who they are here is settled by the workspace: in `values` they are missing yet. */
  company: Named | null
  contacts: readonly Named[]
  values: DealValues
}

/**
 * The history of a deal of which only its export is known, so that it exports the same again. It begins where every
 * deal of its pipeline does, presumed, unless it entered its stage when it began. A deal that came back to the first
 * stage must have been elsewhere: in the next one, presumed.
 */
export function lifeOf(
  deal: OwnDeal,
  pipelineOf: (stage: Stage) => Pipeline,
): { creation: Creation; changes: Change[] } {
  const { createdAt, stage, lastStage, lostReason, values } = deal
  const entered = stage.kind === 'open' ? deal.stageAt : (deal.closedAt ?? createdAt)
  const isEntry = entered !== null && entered.at === createdAt.at && entered.precision === createdAt.precision
  const begins = isEntry && lastStage === null
  const came = lastStage ?? stage
  const first = firstOf(pipelineOf(came), came)
  const elsewhere = entered !== null && first.id === stage.id ? otherThan(stage, pipelineOf(stage)) : first
  const from = begins ? stage : elsewhere
  const presumedAt = Math.min(createdAt.at, entered?.precision === 'moment' ? entered.at : createdAt.at)
  const changes: Change[] = []
  const move = (to: Stage, moment: Moment, synthetic: boolean, reason: string | null) =>
    changes.push({ kind: KIND.stage, value: to.id, ...moment, actor: null, reason, synthetic })
  if (lastStage !== null && lastStage.id !== from.id)
    move(lastStage, { ...createdAt, at: presumedAt }, true, null)
  if (entered === null) {
    if (stage.id !== from.id) move(stage, createdAt, true, null)
  } else if (!begins) {
    const at = entered.precision === 'day' ? Math.max(entered.at, createdAt.at) : entered.at
    move(stage, { ...entered, at }, false, lostReason)
  } else if (lostReason !== null) move(stage, createdAt, true, lostReason)
  const creation: Creation = {
    ...createdAt,
    synthetic: false,
    stageSynthetic: !begins,
    stageSeen: came.id === from.id,
    amountSynthetic: values.amount !== null,
    actor: null,
    values: { ...values, stage: from.id },
  }
  return { creation, changes }
}

/** The stage in which a deal that came to this one begins. */
function firstOf(pipeline: Pipeline, came: Stage): Stage {
  const [first] = stagesAt(pipeline, Number.MAX_SAFE_INTEGER)
  return came.kind === 'open' ? (first ?? came) : otherThan(came, pipeline)
}

/** Where a deal was before it came to a stage in which deals begin, or to an outcome from none of the open ones. */
function otherThan(stage: Stage, pipeline: Pipeline): Stage {
  if (stage.kind !== 'open') return outcomeStage(pipeline, stage.kind === 'won' ? 'lost' : 'won')
  const next = stagesAt(pipeline, Number.MAX_SAFE_INTEGER).find(({ id }) => id !== stage.id)
  return next ?? outcomeStage(pipeline, 'lost')
}
