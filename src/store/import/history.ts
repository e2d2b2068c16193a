import { NOTHING_KNOWN } from '../../domain/deal.ts'
import { type Creation, type FoldContext, fold } from '../../domain/history.ts'
import { foldName } from '../../domain/names/name.ts'
import { stagesAt } from '../../domain/pipeline.ts'
import { beginStory, type Fate } from '../../domain/records/story.ts'
import { retell } from '../../domain/records/timeline.ts'
import type { Operation } from '../operation.ts'
import type { Store } from '../store.ts'
import type { Case, EventStaging } from './event-staging.ts'
import { loadDeals } from './load-deals.ts'
import { keepRetelling, knownDeal } from './retelling.ts'
import { StoryWriter } from './story-writer.ts'

export interface HistoryApplied {
  created: number
  updated: number
  unchanged: number
  skipped: number
  merged: number
  /** Rows of deals that are there already, where that is not wanted. */
  problems: { line: number; deal: number }[]
  /** Deals that were made. */
  newDeals: number
  /** Deals that were there and have more to their history now. */
  retold: number
  /** Presumed moves and beginnings that are known now. */
  explained: number
}

/**
 * Brings the histories of the workspace to what the staged events say: deals that are not there are made, those that
 * are there get the events they lack. Runs through the deals one by one, whatever their number.
 */
export function applyHistory(
  store: Store,
  operation: Operation,
  staging: EventStaging,
  existing: 'update' | 'skip' | 'fail',
): HistoryApplied {
  return new HistoryImport(store, operation, staging, existing).apply()
}

const LAST = Number.MAX_SAFE_INTEGER

class HistoryImport {
  readonly #applied: HistoryApplied = {
    created: 0,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    merged: 0,
    problems: [],
    newDeals: 0,
    retold: 0,
    explained: 0,
  }
  readonly #context: FoldContext
  readonly #firstStages = new Map<number, number>()

  constructor(
    private readonly store: Store,
    private readonly operation: Operation,
    private readonly staging: EventStaging,
    private readonly existing: 'update' | 'skip' | 'fail',
  ) {
    this.#context = store.projection
  }

  apply(): HistoryApplied {
    const { db } = this.store
    const { fresh } = this.staging.settle()
    for (const one of this.staging.cases('known')) this.#known(one)
    if (fresh > 0) loadDeals(db, fresh, () => this.#makeAll())
    return this.#applied
  }

  #makeAll(): void {
    const writer = new StoryWriter(this.store.db, this.operation)
    for (const one of this.staging.cases('fresh')) {
      const story = beginStory(this.#eventsOf(one), this.#valuesOf(one), this.#context)
      const state = fold(story.creation, story.changes, this.#context)
      writer.add(story.creation, story.changes, state, foldName(state.values.title))
      this.#count(story.fates)
      this.#applied.newDeals++
    }
    writer.flush()
  }

  #known(one: Case): void {
    const { deal } = one
    if (deal === null) return
    if (this.existing !== 'update') {
      this.#setAside(one, deal)
      return
    }
    const known = knownDeal(this.store.db, deal)
    const told = retell(known, this.#eventsOf(one), this.#context)
    this.#count(told.fates)
    if (told.creation === null && told.changes.length === 0 && told.superseded.length === 0) return
    keepRetelling(this.store.db, this.operation, deal, known, told)
    this.#applied.retold++
    this.#applied.explained += told.superseded.length
  }

  #setAside({ events }: Case, deal: number): void {
    if (this.existing === 'skip') {
      this.#applied.skipped += events.length
      return
    }
    for (const { line } of events) this.#applied.problems.push({ line, deal })
  }

  #count(fates: ReadonlyMap<number, Fate>): void {
    for (const fate of fates.values()) this.#applied[fate]++
  }

  #eventsOf({ events, created }: Case) {
    return { events, created, first: this.#firstStage(events[0]?.stage ?? 0) }
  }

  /** The first stage of the pipeline that a stage belongs to. */
  #firstStage(stage: number): number {
    const { pipeline: id } = this.store.stage(stage)
    const known = this.#firstStages.get(id)
    if (known !== undefined) return known
    const pipeline = this.store.pipelines.find((one) => one.id === id)
    const first = (pipeline === undefined ? undefined : stagesAt(pipeline, LAST)[0]?.id) ?? stage
    this.#firstStages.set(id, first)
    return first
  }

  #valuesOf({ system, id, title }: Case): Creation['values'] {
    return {
      ...NOTHING_KNOWN,
      title: title ?? id,
      stage: 0,
      currency: this.store.settings.currency,
      externalSystem: system,
      externalId: id,
    }
  }
}
