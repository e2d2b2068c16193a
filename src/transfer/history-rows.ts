import type { Moment } from '../domain/event.ts'
import type { PlannedEvent } from '../domain/planned-event.ts'
import type { Say } from '../errors.ts'
import { detached } from './cache.ts'
import type { Claims, Column } from './columns.ts'
import type { Row } from './csv.ts'
import type { DateReader } from './dates.ts'
import type { Finding } from './findings.ts'
import type { AmountReader } from './numbers.ts'
import { type StageReader, sayUnknownStage } from './stages.ts'

/** What the rows of an event log may say. */
export const HISTORY_FIELDS = ['deal', 'stage', 'at', 'manager', 'amount', 'created', 'title'] as const
export type HistoryFieldName = (typeof HISTORY_FIELDS)[number]

export const HISTORY_DATES: readonly HistoryFieldName[] = ['at', 'created']

/** Without one of these a row says nothing. */
export const HISTORY_NEEDS = ['deal', 'stage', 'at'] as const satisfies readonly HistoryFieldName[]

const MOST_TEXTS = 1000

export interface HistoryRowContext {
  readonly claims: Claims
  readonly dates: ReadonlyMap<number, DateReader>
  readonly amounts: ReadonlyMap<number, AmountReader>
  readonly stages: StageReader
  readonly system: string
  /** The moment of the import. */
  readonly now: number
  /** Row id of the manager of this name; asked only for rows that are otherwise good. */
  manager(name: string): number
}

/** Turns the rows of an event log into events. Pure but for `manager`, which may make one. */
export class HistoryRows {
  readonly warnings: Finding[] = []
  readonly #stageTexts = new Map<string, number>()
  #problems: Finding[] = []
  #row: Row = { line: 0, cells: [] }

  constructor(private readonly context: HistoryRowContext) {}

  /** The event of a row, or what is wrong with it. */
  read(row: Row): PlannedEvent | readonly Finding[] {
    const { stages, system, now } = this.context
    const { line, problem } = row
    if (problem !== undefined) return [{ line, column: '', value: '', say: problem }]
    this.#problems = []
    this.#row = row
    const id = this.#id()
    const stage = stages.meaning(stages.pipeline, this.#text('stage'))
    if (stage === undefined) this.#problem('stage', sayUnknownStage(this.#text('stage'), stages.pipeline))
    const at = this.#date('at')
    if (at === 'empty') this.#problem('at', (w) => w.import.noMoment)
    const amount = this.#amount()
    const created = this.#date('created')
    if (this.#problems.length > 0 || stage === undefined || typeof at !== 'object') return this.#problems
    if (at.at > now) this.warnings.push(this.#finding('at', (w) => w.import.future()))
    const manager = this.#text('manager')
    const title = this.#text('title')
    return {
      line,
      system,
      id,
      stage: stage.stage.id,
      text: this.#stageText(this.#text('stage')),
      at: at.at,
      precision: at.precision,
      manager: manager === '' ? null : this.context.manager(manager),
      amount: amount?.minor ?? null,
      currency: amount?.currency ?? null,
      title: title === '' ? null : title,
      created: typeof created === 'object' ? created : null,
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

  #id(): string {
    const { key } = this.context.claims
    if (key.length === 0) {
      const id = this.#text('deal')
      if (id === '') this.#problem('deal', (w) => w.import.noDealId)
      return id
    }
    const parts = key.map(({ index }) => (this.#row.cells[index] ?? '').trim())
    if (parts.every((part) => part === '')) this.#problems.push(this.#at(key[0], (w) => w.import.noDealId))
    return parts.join(' | ')
  }

  #text(field: HistoryFieldName): string {
    const { fields, fixed } = this.context.claims
    const set = fixed.get(field)
    if (set !== undefined) return set
    for (const { index } of fields.get(field) ?? []) {
      const cell = (this.#row.cells[index] ?? '').trim()
      if (cell !== '') return cell
    }
    return ''
  }

  /** Undefined where it cannot be read, which is then a problem. */
  #date(field: HistoryFieldName): Moment | 'empty' | undefined {
    for (const column of this.context.claims.fields.get(field) ?? []) {
      const read = this.context.dates.get(column.index)?.read(this.#row.cells[column.index] ?? '')
      if (read === undefined || read === 'empty') continue
      if (!('problem' in read)) return read
      this.#problems.push(this.#at(column, read.problem))
      return undefined
    }
    return 'empty'
  }

  #amount(): { minor: number; currency?: string } | null {
    for (const column of this.context.claims.fields.get('amount') ?? []) {
      const read = this.context.amounts.get(column.index)?.read(this.#row.cells[column.index] ?? '')
      if (read === undefined || read === 'empty') continue
      if (!('problem' in read)) return read
      this.#problems.push(this.#at(column, read.problem))
    }
    return null
  }

  #problem(field: HistoryFieldName, say: Say): void {
    this.#problems.push(this.#finding(field, say))
  }

  #finding(field: HistoryFieldName, say: Say): Finding {
    return this.#at(this.context.claims.fields.get(field)?.[0], say)
  }

  #at(column: Column | undefined, say: Say): Finding {
    const value = column === undefined ? '' : (this.#row.cells[column.index] ?? '')
    return { line: this.#row.line, column: column?.header ?? '', value, say }
  }
}
