import { canonicalId } from '../domain/records/external-id.ts'
import type { PlannedEvent } from '../domain/records/planned-event.ts'
import { detached } from './cache.ts'
import type { Finding } from './findings.ts'
import { RowCells } from './row-cells.ts'
import type { RowCellsContext } from './row-context.ts'
import { type StageReader, sayUnknownStage } from './stages.ts'
import type { Row } from './table.ts'

/** What the rows of an event log may say. */
export const HISTORY_FIELDS = ['deal', 'stage', 'at', 'manager', 'amount', 'created', 'title'] as const
export type HistoryFieldName = (typeof HISTORY_FIELDS)[number]

export const HISTORY_DATES: readonly HistoryFieldName[] = ['at', 'created']

/** Without one of these a row says nothing. */
export const HISTORY_NEEDS = ['deal', 'stage', 'at'] as const satisfies readonly HistoryFieldName[]

const MOST_TEXTS = 1000

export interface HistoryRowContext extends RowCellsContext {
  readonly stages: StageReader
  readonly system: string
  /** The moment of the import. */
  readonly now: number
  /** Row id of the manager of this name; asked only for rows that are otherwise good. */
  manager(name: string): number
}

/** Turns the rows of an event log into events. Pure but for `manager`, which may make one. */
export class HistoryRows {
  readonly #cells: RowCells<HistoryFieldName>
  readonly #stageTexts = new Map<string, number>()

  constructor(private readonly context: HistoryRowContext) {
    this.#cells = new RowCells(context, HISTORY_FIELDS)
  }

  get warnings(): readonly Finding[] {
    return this.#cells.warnings
  }

  /** The event of a row, or what is wrong with it: nothing, where it is to be left out. */
  read(row: Row): PlannedEvent | readonly Finding[] {
    const { stages, system, now } = this.context
    const cells = this.#cells
    cells.turn(row)
    if (row.problem !== undefined) return cells.problems
    const id = canonicalId(system, cells.id('deal'))
    if (id === '') cells.lacksId((w) => w.import.noDealId, 'deal')
    const text = cells.text('stage')
    const stage = stages.meaning(stages.pipeline, text)
    if (stage === undefined && stages.skips(text)) return []
    if (stage === undefined) cells.problem('stage', sayUnknownStage(text, stages.pipeline))
    const known = cells.problems.length
    const at = cells.date('at')
    if (at === null && cells.problems.length === known) cells.problem('at', (w) => w.import.noMoment)
    const amount = cells.amount('amount')
    const created = cells.date('created')
    if (cells.problems.length > 0 || stage === undefined || at === null) return cells.problems
    if (at.at > now) cells.warn('at', (w) => w.import.future())
    const manager = cells.textOrNull('manager')
    return {
      line: row.line,
      system,
      id,
      stage: stage.stage.id,
      text: this.#stageText(text),
      at: at.at,
      precision: at.precision,
      manager: manager === null ? null : this.context.manager(manager),
      amount: amount?.minor ?? null,
      currency: amount?.currency ?? null,
      title: cells.textOrNull('title'),
      created,
    }
  }

  /** A number for each distinct text; beyond many, texts count as one. */
  #stageText(text: string): number {
    const known = this.#stageTexts.get(text)
    if (known !== undefined) return known
    const number = Math.min(this.#stageTexts.size, MOST_TEXTS)
    if (number < MOST_TEXTS) this.#stageTexts.set(detached(text), number)
    return number
  }
}
