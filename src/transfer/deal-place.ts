import type { Outcome } from '../domain/deal.ts'
import { foldKey } from '../domain/names/name.ts'
import { outcomeStage, type Pipeline } from '../domain/pipeline.ts'
import type { Moment } from '../domain/time/when.ts'
import type { Claims } from './columns.ts'
import type { DealFieldName } from './deal-fields.ts'
import { isNo, isYes } from './outcomes.ts'
import type { RowCells } from './row-cells.ts'
import { type StageReader, sayUnknownPipeline, sayUnknownStage } from './stages.ts'

/** Where a row says its deal is. Stages are row ids. */
export interface Place {
  readonly pipeline: Pipeline
  outcome: Outcome
  /** The open stage it is in or was in last; null where the row does not say. */
  open: number | null
  /** The stage of its outcome; null for an open deal. */
  end: number | null
  /** The outcome was written in the stage column. */
  endIsStage: boolean
  /** The row is to be left out. */
  skipped: boolean
}

export interface Entered {
  readonly entered: readonly { readonly stage: number; readonly moment: Moment }[]
  /** Moments of the outcomes. */
  readonly won: Moment | null
  readonly lost: Moment | null
}

/** Puts together what a row's stage and status say, and its columns of moments at which stages were entered. */
export class PlaceReader {
  readonly #hasStage: boolean
  readonly #stageIsStatus: boolean
  readonly #hasFlags: boolean
  readonly #told = new Map<number, boolean>()

  constructor(
    private readonly stages: StageReader,
    private readonly moments: Claims['entered'],
    private readonly cells: RowCells<DealFieldName>,
  ) {
    this.#hasStage = cells.has('stage')
    this.#stageIsStatus = !this.#hasStage && cells.has('status')
    this.#hasFlags = cells.has('isWon') || cells.has('isLost')
  }

  /** The file has columns that say where deals are. */
  get isTold(): boolean {
    return this.#hasStage || this.#stageIsStatus || this.moments.length > 0
  }

  /** Undefined, with a problem, where it cannot be told. */
  read(): Place | undefined {
    const { stages, cells } = this
    const text = cells.text('pipeline')
    const pipeline = stages.pipelineOf(text)
    if (pipeline === undefined) {
      cells.problem('pipeline', sayUnknownPipeline(text, stages, cells.header('pipeline')))
      return undefined
    }
    const place: Place = {
      pipeline,
      outcome: 'open',
      open: null,
      end: null,
      endIsStage: false,
      skipped: false,
    }
    this.#readStatus(place)
    const flags = place.outcome === 'open' ? this.#flags() : undefined
    if (this.#hasStage) this.#readStage(place, flags)
    if (flags !== undefined && place.outcome === 'open') {
      place.outcome = flags
      place.end = outcomeStage(pipeline, flags).id
      place.endIsStage = true
    }
    return place
  }

  #readStatus(place: Place): void {
    const text = this.cells.text('status')
    if (text === '' && !this.#stageIsStatus) return
    const status = this.stages.status(place.pipeline, text)
    if (status === undefined && this.stages.skips(text)) place.skipped = true
    else if (status === undefined) this.cells.problem('status', sayUnknownStage(text, place.pipeline))
    else if (status === 'open') place.open = null
    else if (status.kind === 'open') place.open = this.#stageIsStatus ? status.stage.id : null
    else {
      place.outcome = status.kind
      place.end = status.stage.id
      place.endIsStage = this.#stageIsStatus
    }
  }

  #readStage(place: Place, flags: 'won' | 'lost' | undefined): void {
    const text = this.cells.text('stage')
    const stage = this.stages.meaning(place.pipeline, text)
    if (stage === undefined) {
      if (flags !== undefined || (text === '' && place.outcome !== 'open')) return
      if (this.stages.skips(text)) place.skipped = true
      else this.cells.problem('stage', sayUnknownStage(text, place.pipeline))
    } else if (stage.kind === 'open') place.open = stage.stage.id
    else if (place.outcome === 'open') {
      place.outcome = stage.kind
      place.end = stage.stage.id
      place.endIsStage = true
    } else if (place.outcome !== stage.kind) {
      const status = this.cells.text('status')
      this.cells.problem('stage', (w) => w.import.stageAgainstStatus({ stage: text, status }))
    }
  }

  /** What the columns say that only tell whether a deal is won or closed; the stage's own name goes before them. */
  #flags(): 'won' | 'lost' | undefined {
    const { cells } = this
    if (!this.#hasFlags) return undefined
    if (isYes(cells.text('isWon'))) return 'won'
    return isYes(cells.text('isLost')) || (isYes(cells.text('isClosed')) && isNo(cells.text('isWon')))
      ? 'lost'
      : undefined
  }

  /** When stages were entered, by the columns that say so. */
  entered(pipeline: Pipeline): Entered {
    const entered: { stage: number; moment: Moment }[] = []
    let won: Moment | null = null
    let lost: Moment | null = null
    const named = foldKey(this.cells.text('pipeline'))
    for (const { stage: name, pipeline: of, column } of this.moments) {
      // A file of several pipelines has a column for each of their stages.
      if (named !== '' && of !== undefined && foldKey(of) !== named) continue
      const moment = this.cells.moment(column)
      if (moment === null) continue
      const meaning = this.stages.meaning(pipeline, name)
      if (meaning === undefined) this.cells.problemAt(column, sayUnknownStage(name, pipeline))
      else if (meaning.kind === 'open') entered.push({ stage: meaning.stage.id, moment })
      else if (meaning.kind === 'won') won = moment
      else lost = moment
    }
    return { entered, won, lost }
  }

  /** Every open stage but the first has a column that says when it was entered. */
  tellsStages(pipeline: Pipeline): boolean {
    if (this.moments.length === 0) return false
    let told = this.#told.get(pipeline.id)
    if (told === undefined) {
      const named = new Set(
        this.moments.map(({ stage }) => {
          const meaning = this.stages.meaning(pipeline, stage)
          return meaning?.kind === 'open' ? meaning.stage.id : null
        }),
      )
      told = this.stages.ordered(pipeline).every(({ id }, k) => k === 0 || named.has(id))
      this.#told.set(pipeline.id, told)
    }
    return told
  }
}
