import { KIND, type Outcome, type Precision } from '../domain/deal.ts'
import type { Change } from '../domain/history.ts'
import type { Moment } from '../domain/time/when.ts'
import type { Zone } from '../domain/time/zone.ts'

/** What a row knows of a deal's way. Stages are row ids. */
export interface KnownWay {
  /** The pipeline's first stage, in which every deal begins. */
  readonly first: number
  /** The open stage the deal is in, or was in last; null where the row does not say. */
  readonly open: number | null
  readonly outcome: Outcome
  /** The stage that means this outcome; null for an open deal. */
  readonly end: number | null
  /** The outcome was written in the stage column, so that its change column tells of the outcome. */
  readonly endIsStage: boolean
  readonly lostReason: string | null
  readonly created: Moment | null
  /** When the stage changed last. */
  readonly changed: Moment | null
  /** When the outcome came. */
  readonly closed: Moment | null
  /** When open stages were entered, in any order. */
  readonly entered: readonly { readonly stage: number; readonly moment: Moment }[]
  /** Every stage after the first would have its moment in the row: a deal that has none of them was in the first. */
  readonly stagesTold: boolean
  /** The moment of the import. */
  readonly now: number
  /** What a deal without any date begins at; the moment of the import unless said. */
  readonly undated?: Moment
}

/** What is odd about the dates of a row, but no reason to refuse it. */
export type WayWarning =
  | 'closeBeforeCreation'
  | 'closeBeforeMove'
  | 'moveBeforeCreation'
  | 'createdAhead'
  | 'future'

export interface PlannedWay {
  creation: {
    at: number
    precision: Precision
    synthetic: boolean
    stageSynthetic: boolean
    stageSeen: boolean
  }
  /** Moves, each to another stage than the one before. */
  changes: Change[]
  warnings: WayWarning[]
}

/**
 * The history of a deal of which only some moments are known. Creation is the created column, else the earliest moment
 * known, else the import's moment; the stage at creation is the pipeline's first, presumed. Entered columns are real.
 * The open stage is entered at its change column, else at the latest move before it, presumed; an outcome at its close
 * date, else at the latest moment known, presumed. No move lies before the one that it follows.
 */
export function planWay(way: KnownWay, zone: Zone): PlannedWay {
  const entered =
    way.entered.length > 1 ? [...way.entered].sort((a, b) => a.moment.at - b.moment.at) : way.entered
  const creation = begin(way, entered[0], zone)
  const path = new Path(way, creation, zone)
  for (const { stage, moment } of entered) path.move(stage, moment, 'moveBeforeCreation')
  if (way.open !== null) {
    const own = way.outcome === 'open' || (!way.endIsStage && !isAfter(way.changed, way.closed))
    path.move(way.open, own ? way.changed : null, 'moveBeforeCreation')
  }
  if (way.end !== null) path.close(way.end)
  return { creation, changes: path.changes, warnings: path.warnings }
}

function isAfter(a: Moment | null, b: Moment | null): boolean {
  return a !== null && b !== null && a.at > b.at
}

function begin(
  way: KnownWay,
  firstEntered: KnownWay['entered'][number] | undefined,
  zone: Zone,
): PlannedWay['creation'] {
  let known = way.created
  if (known === null) {
    known = firstEntered?.moment ?? null
    for (const moment of [way.changed, way.closed])
      if (moment !== null && (known === null || moment.at < known.at)) known = moment
  }
  const start = known ?? way.undated ?? { at: way.now, precision: 'moment' as const }
  const seen = firstEntered?.stage === way.first && sameMoment(firstEntered.moment, start, zone)
  return {
    at: start.at,
    precision: start.precision,
    synthetic: way.created === null && !seen,
    stageSynthetic: !seen,
    stageSeen: way.open === way.first || way.stagesTold,
  }
}

function sameMoment(a: Moment, b: Moment, zone: Zone): boolean {
  if (a.at === b.at) return true
  return (a.precision === 'day' || b.precision === 'day') && zone.dateOf(a.at) === zone.dateOf(b.at)
}

/** The moves so far; each next one is placed no earlier than the last. */
class Path {
  readonly changes: Change[] = []
  readonly warnings: WayWarning[] = []
  #stage: number
  #last: Moment

  constructor(
    private readonly way: KnownWay,
    creation: Moment,
    private readonly zone: Zone,
  ) {
    this.#stage = way.first
    this.#last = creation
    if (creation.at > way.now) this.#warn('createdAhead')
  }

  /** A move without a moment of its own is presumed at the one before. */
  move(stage: number, moment: Moment | null, early: WayWarning): void {
    if (stage === this.#stage) return
    this.#add(stage, moment, early, null)
  }

  close(end: number): void {
    const { closed, changed, endIsStage, lostReason, outcome } = this.way
    const moment = closed ?? (endIsStage ? changed : null)
    if (moment === null && isAfter(changed, this.#last)) this.#last = changed ?? this.#last
    const early = this.changes.length === 0 ? 'closeBeforeCreation' : 'closeBeforeMove'
    this.#add(end, moment, early, outcome === 'lost' ? lostReason : null)
  }

  #add(stage: number, moment: Moment | null, early: WayWarning, reason: string | null): void {
    let { at, precision } = moment ?? this.#last
    let synthetic = moment === null
    if (moment !== null && at < this.#last.at) {
      // A day without an hour sorts after whatever else is known of that day.
      if (precision !== 'day' || this.zone.dateOf(at) !== this.zone.dateOf(this.#last.at)) {
        synthetic = true
        precision = this.#last.precision
        this.#warn(early)
      }
      at = this.#last.at
    }
    if (at > this.way.now && !synthetic && !this.warnings.includes('createdAhead')) this.#warn('future')
    this.#stage = stage
    this.#last = { at, precision }
    this.changes.push({ kind: KIND.stage, value: stage, reason, at, precision, actor: null, synthetic })
  }

  #warn(warning: WayWarning): void {
    if (!this.warnings.includes(warning)) this.warnings.push(warning)
  }
}
