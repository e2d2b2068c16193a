import type { Outcome } from './deal.ts'

/** A stage of a pipeline; its two outcomes are stages too, of kind won and lost. */
export interface Stage {
  id: number
  pipeline: number
  name: string
  /** Names it had before, which files and people may still say. */
  aliases: readonly string[]
  kind: Outcome
  /** The stage's own bit in the mask of visited stages: 0…`MAX_STAGES`−1, never reused in a pipeline. */
  bit: number
  /** Template probability of winning, 0…1; null means k/(n+1) by its place. */
  probability: number | null
  /** Days a deal may stay; null for no norm. */
  norm: number | null
  /** An invoice is out: a deal that stays is to be asked about after two or three days. */
  invoice: boolean
  /** What a deal must have to move on: keys of `criteria.ts`. */
  criteria: readonly string[]
  /** A deal that does not have it is refused; else it is warned of. */
  strict: boolean
}

/** Open stages in order, as they held from a moment on (ms UTC; the first version holds from the beginning). */
export interface PipelineVersion {
  from: number
  stages: readonly number[]
}

export interface Pipeline {
  id: number
  name: string
  /** Names it had before. */
  aliases: readonly string[]
  stages: readonly Stage[]
  versions: readonly PipelineVersion[]
}

/** Masks are sums of powers of two kept in a JavaScript number, exact up to 2^53. */
export const MAX_STAGES = 52

/** The open stages in the order that held at T (exclusive, ms UTC). */
export function stagesAt(pipeline: Pipeline, t: number): Stage[] {
  let held: PipelineVersion | undefined
  for (const version of pipeline.versions) if (held === undefined || version.from < t) held = version
  const byId = new Map(pipeline.stages.map((stage) => [stage.id, stage]))
  return (held?.stages ?? []).flatMap((id) => byId.get(id) ?? [])
}

/** The stages, outcomes among them, that were in use at any time before T. */
export function stagesUntil({ stages, versions }: Pipeline, t: number): Stage[] {
  const first = Math.min(...versions.map(({ from }) => from))
  const used = new Set(versions.filter(({ from }) => from < t || from === first).flatMap((one) => one.stages))
  return stages.filter(({ id, kind }) => kind !== 'open' || used.has(id))
}

/** Open stages in use at T that were not yet at `from` (null: from the beginning), and since when each is. */
export function addedStages(
  pipeline: Pipeline,
  from: number | null,
  t: number,
): { stage: Stage; from: number }[] {
  const start = from ?? Number.NEGATIVE_INFINITY
  const held = new Set(stagesAt(pipeline, start + 1))
  return stagesAt(pipeline, t).flatMap((stage) => {
    const since = held.has(stage)
      ? undefined
      : pipeline.versions.find((version) => version.from > start && version.stages.includes(stage.id))
    return since === undefined ? [] : [{ stage, from: since.from }]
  })
}

/** The stage that means won, or lost. */
export function outcomeStage(pipeline: Pipeline, kind: 'won' | 'lost'): Stage {
  const found = pipeline.stages.find((stage) => stage.kind === kind)
  if (found === undefined) throw new Error(`pipeline ${pipeline.id} has no ${kind} stage`)
  return found
}

/** Whether the stage of this bit was visited. */
export function maskHas(mask: number, bit: number): boolean {
  return Math.floor(mask / 2 ** bit) % 2 === 1
}

/** The mask with the stage of this bit visited too. */
export function maskWith(mask: number, bit: number): number {
  return maskHas(mask, bit) ? mask : mask + 2 ** bit
}

/**
 * The furthest stage: the greatest position among the open stages visited, 0-based in the order given;
 * 0 when none of them was visited.
 */
export function furthestPosition(ordered: readonly Stage[], visited: number): number {
  for (let k = ordered.length - 1; k > 0; k--) {
    const stage = ordered[k]
    if (stage !== undefined && maskHas(visited, stage.bit)) return k
  }
  return 0
}

/** Default template probability of the k-th (1-based) of n open stages. */
export function templateProbability(k: number, n: number): number {
  return k / (n + 1)
}
