import type { FieldValue } from '../domain/deal.ts'
import type { CustomField } from '../domain/field.ts'
import { foldKey, formerly } from '../domain/names/name.ts'
import type { Pipeline, Stage } from '../domain/pipeline.ts'
import type { OwnDeal } from '../domain/records/own-deal.ts'
import type { Moment } from '../domain/time/when.ts'
import type { Zone } from '../domain/time/zone.ts'
import type { DateReader } from './dates.ts'
import { splitList } from './export-cells.ts'
import type { Finding } from './findings.ts'
import { OwnCells, type OwnCellsContext, ownMoment, rowId } from './own-cells.ts'
import { type StageReader, sayUnknownPipeline, sayUnknownStage } from './stages.ts'
import type { Row } from './table.ts'

/** Whether the header row is that of this program's own export of deals. */
export function isOwnDeals(headers: readonly string[]): boolean {
  return MARKS.every((mark) => headers.includes(mark))
}

const MARKS = ['id', 'externalSystem', 'externalId', 'title', 'stage', 'status', 'createdAt']

export const OWN_DEAL_DATES = ['stageAt', 'createdAt', 'closedAt', 'expectedClose']

const BUILT_IN = new Set([
  ...MARKS,
  ...OWN_DEAL_DATES,
  'pipeline',
  'lastStage',
  'manager',
  'company',
  'companyId',
  'contacts',
  'contactIds',
  'amount',
  'currency',
  'cost',
  'source',
  'product',
  'lostReason',
  'tags',
  'note',
])

const STATUSES: ReadonlySet<string> = new Set(['open', 'won', 'lost'])

/** The columns that are custom fields. */
export function ownFieldHeaders(headers: readonly string[]): string[] {
  return headers.filter((header) => header !== '' && !BUILT_IN.has(header))
}

export interface OwnDealContext extends OwnCellsContext {
  /** By column. */
  readonly dates: ReadonlyMap<number, DateReader>
  readonly stages: StageReader
  readonly pipelines: readonly Pipeline[]
  readonly custom: readonly { readonly header: string; readonly field: CustomField }[]
  readonly zone: Zone
  manager(name: string): number
}

/** Reads the rows of the program's own export as written; `export-columns.ts` says how they are to be read. */
export class OwnDealRows {
  readonly #cells: OwnCells

  constructor(private readonly context: OwnDealContext) {
    this.#cells = new OwnCells(context)
  }

  read(row: Row): OwnDeal | readonly Finding[] {
    const cells = this.#cells
    cells.turn(row)
    const deal = rowId('d', cells.cell('id'))
    if (deal === null) cells.problem('id', (w) => w.import.noDealId)
    const createdAt = this.#moment('createdAt')
    if (createdAt === null && cells.problems.length === 0)
      cells.problem('createdAt', (w) => w.import.noMoment)
    const stage = this.#stage()
    const expected = this.#moment('expectedClose')
    const currency = cells.text('currency') ?? this.context.currency
    const [company = null] = cells.cell('company') === '' ? [] : [this.#company()]
    const fields: Record<string, FieldValue> = {}
    for (const { field, header } of this.context.custom) {
      const value = cells.field(field, header)
      if (value !== null) fields[field.id] = value
    }
    const made = {
      line: row.line,
      stageAt: this.#moment('stageAt'),
      lastStage: this.#lastStage(stage),
      closedAt: this.#moment('closedAt'),
      lostReason: cells.text('lostReason'),
      company,
      contacts: cells.named('c', 'contacts', 'contactIds'),
      amount: cells.money('amount', currency),
      cost: cells.money('cost', currency),
    }
    if (cells.problems.length > 0 || deal === null || createdAt === null || stage === undefined)
      return cells.problems
    const { amount, cost, ...rest } = made
    const manager = cells.text('manager')
    const values = {
      title: cells.cell('title'),
      stage: stage.id,
      manager: manager === null ? null : this.context.manager(manager),
      company: null,
      contacts: [],
      amount,
      cost,
      currency,
      source: cells.text('source'),
      product: cells.text('product'),
      expected: expected === null ? null : this.context.zone.dateOf(expected.at),
      tags: splitList(cells.cell('tags')),
      fields,
      note: cells.text('note'),
      externalSystem: cells.text('externalSystem'),
      externalId: cells.text('externalId'),
    }
    return { ...rest, deal, createdAt, stage, values }
  }

  #moment(header: string): Moment | null {
    const index = this.#cells.index(header)
    const reader = index === undefined ? undefined : this.context.dates.get(index)
    const read = ownMoment(this.#cells.cell(header), reader)
    if (read === undefined || read === 'empty') return null
    if (!('problem' in read)) return read
    this.#cells.problem(header, read.problem)
    return null
  }

  /** A company's name is one whole cell, not a list. */
  #company() {
    return { name: this.#cells.cell('company'), id: rowId('o', this.#cells.cell('companyId')) ?? 0 }
  }

  /** By its exact name among the stages of its status; else as any other file's stage is understood. */
  #stage(): Stage | undefined {
    const { stages } = this.context
    const text = this.#cells.cell('pipeline')
    const pipeline = stages.pipelineOf(text)
    if (pipeline === undefined) {
      this.#cells.problem('pipeline', sayUnknownPipeline(text, stages, undefined))
      return undefined
    }
    const name = this.#cells.cell('stage')
    const status = this.#cells.cell('status')
    const found =
      this.#named(pipeline, name, (stage) => stage.kind === status) ?? stages.meaning(pipeline, name)?.stage
    if (found === undefined) this.#cells.problem('stage', sayUnknownStage(name, pipeline))
    else if (found.kind !== status && STATUSES.has(status))
      this.#cells.problem('stage', (w) => w.import.stageAgainstStatus({ stage: name, status }))
    return found
  }

  /** Of the deal's own pipeline, else of the only other one that has it. */
  #lastStage(stage: Stage | undefined): Stage | null {
    const name = this.#cells.cell('lastStage')
    if (name === '' || stage === undefined || stage.kind === 'open') return null
    const { pipelines } = this.context
    const own = pipelines.filter(({ id }) => id === stage.pipeline)
    for (const pipeline of [...own, ...pipelines]) {
      const found = this.#named(pipeline, name, ({ kind }) => kind === 'open')
      if (found !== undefined) return found
    }
    const [pipeline] = own
    if (pipeline !== undefined) this.#cells.problem('lastStage', sayUnknownStage(name, pipeline))
    return null
  }

  #before(pipeline: Pipeline, name: string, fits: (stage: Stage) => boolean): Stage | undefined {
    return formerly(pipeline.stages.filter(fits), foldKey(name))
  }

  /** Stages that are in force before those that are not. */
  #named(pipeline: Pipeline, name: string, fits: (stage: Stage) => boolean): Stage | undefined {
    const known = [...this.context.stages.ordered(pipeline), ...pipeline.stages]
    return known.find((stage) => stage.name === name && fits(stage)) ?? this.#before(pipeline, name, fits)
  }
}
