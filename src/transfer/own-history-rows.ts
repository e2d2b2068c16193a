import {
  type DealValues,
  FIELD_KIND,
  type FieldValue,
  fieldOfKind,
  KIND,
  type Origin,
} from '../domain/deal.ts'
import type { CustomField } from '../domain/field.ts'
import { type DecimalSign, parseAmount } from '../domain/money.ts'
import { foldKey } from '../domain/names/name.ts'
import type { OwnLine } from '../domain/records/own-history.ts'
import type { Say } from '../errors.ts'
import type { DateReader } from './dates.ts'
import { splitList, unguarded } from './export-cells.ts'
import { fieldName } from './export-column.ts'
import type { Finding } from './findings.ts'
import { rowId } from './own-cells.ts'
import { type StageReader, sayUnknownPipeline, sayUnknownStage } from './stages.ts'
import type { Row } from './table.ts'

/** Whether the header row is that of this program's own export of histories. */
export function isOwnHistory(headers: readonly string[]): boolean {
  return MARKS.every((mark) => headers.includes(mark))
}

const MARKS = [
  'deal',
  'externalSystem',
  'externalId',
  'kind',
  'value',
  'valueId',
  'at',
  'precision',
  'origin',
]
const BUILT_IN =
  'deal externalSystem externalId kind value valueId at precision actor origin synthetic reason title pipeline stageSynthetic stageSeen manager company companyId contacts contactIds amount amountSynthetic currency cost expectedClose source product tags note'.split(
    ' ',
  )

/** The columns that are custom fields. */
export function historyFieldHeaders(headers: readonly string[]): string[] {
  return headers.filter((header) => header !== '' && !BUILT_IN.includes(header))
}

const ORIGINS: readonly [Origin, ...Origin[]] = ['user', 'import', 'rule']

export interface OwnHistoryContext {
  readonly headers: readonly string[]
  readonly at: DateReader
  readonly stages: StageReader
  readonly fields: readonly CustomField[]
  /** Base currency, of custom money fields. */
  readonly currency: string
  readonly decimal: DecimalSign
  /** The file is for Excel: texts that look like formulas have an apostrophe before them. */
  readonly guarded: boolean
  manager(name: string): number
  /** By name, preferring the row id given. */
  company(name: string, id: number | null): number
  contact(name: string, id: number | null): number
}

/** Reads the lines of the program's own export as written; `export-columns.ts` says how they are to be read. */
export class OwnHistoryRows {
  readonly #index: ReadonlyMap<string, number>
  readonly #custom: readonly { field: CustomField | undefined; header: string }[]
  #row: Row = { line: 0, cells: [] }
  #problems: Finding[] = []

  constructor(private readonly context: OwnHistoryContext) {
    this.#index = new Map(context.headers.map((header, index) => [header, index]))
    this.#custom = context.headers
      .filter((header) => !BUILT_IN.includes(header))
      .map((header) => ({ header, field: this.#field(header) }))
  }

  read(row: Row): OwnLine | readonly Finding[] {
    if (row.problem !== undefined) return [{ line: row.line, column: '', value: '', say: row.problem }]
    this.#row = row
    this.#problems = []
    const line = this.#line()
    return this.#problems.length > 0 ? this.#problems : line
  }

  #line(): OwnLine {
    const kind = this.#text('kind')
    const read = this.context.at.read(this.#cell('at'))
    if (read === 'empty') this.#problem('at', (w) => w.import.noMoment)
    else if ('problem' in read) this.#problem('at', read.problem)
    const at = typeof read === 'object' && 'at' in read ? read.at : 0
    const precision = this.#oneOf('precision', ['day', 'moment'])
    const deal = rowId('d', this.#cell('deal'))
    if (deal === null) this.#problem('deal', (w) => w.import.noDealId)
    const actor = this.#text('actor')
    const common = { at, precision, actor: actor === null ? null : this.context.manager(actor) } as const
    const synthetic = this.#flag('synthetic')
    const isCreation = kind === 'created'
    return {
      line: this.#row.line,
      deal: deal ?? 0,
      externalSystem: this.#text('externalSystem'),
      externalId: this.#text('externalId'),
      origin: this.#oneOf('origin', ORIGINS),
      creation: isCreation
        ? {
            ...common,
            synthetic,
            stageSynthetic: this.#flag('stageSynthetic'),
            stageSeen: this.#flag('stageSeen'),
            amountSynthetic: this.#flag('amountSynthetic'),
            values: this.#values(),
          }
        : null,
      change: isCreation
        ? null
        : { ...common, synthetic, reason: this.#text('reason'), ...this.#change(kind ?? '') },
    }
  }

  #values(): DealValues {
    const currency = this.#text('currency') ?? this.context.currency
    const manager = this.#text('manager')
    const company = this.#text('company')
    const fields: Record<string, FieldValue> = {}
    for (const { field, header } of this.#custom) {
      const cell = this.#cell(header)
      if (cell === '') continue
      const value = field === undefined ? undefined : this.#fieldValue(field, header)
      if (field === undefined || value === undefined)
        this.#problem(header, (w) => w.import.noFieldValue({ text: cell, field: header }))
      else fields[field.id] = value
    }
    return {
      title: this.#cell('title'),
      stage: this.#stage(),
      manager: manager === null ? null : this.context.manager(manager),
      company: company === null ? null : this.context.company(company, rowId('o', this.#cell('companyId'))),
      contacts: this.#contacts('contacts', 'contactIds'),
      amount: this.#money('amount', currency),
      cost: this.#money('cost', currency),
      currency,
      source: this.#text('source'),
      product: this.#text('product'),
      expected: this.#text('expectedClose'),
      tags: splitList(this.#cell('tags')),
      fields,
      note: this.#text('note'),
      externalSystem: this.#text('externalSystem'),
      externalId: this.#text('externalId'),
    }
  }

  #change(name: string): { kind: number; value: string | number | null } {
    const kind = Object.entries(KIND).find(([known]) => known === name)?.[1]
    if (kind === undefined) {
      const field = this.#field(name)
      if (field === undefined)
        this.#problem('kind', (w) => w.import.noField({ text: name, known: Object.keys(KIND).join(', ') }))
      const cell = this.#cell('value')
      const value = field === undefined || cell === '' ? null : (this.#fieldValue(field, 'value') ?? null)
      return { kind: FIELD_KIND + (field?.id ?? 0), value }
    }
    return { kind, value: this.#value(kind) }
  }

  #value(kind: number): string | number | null {
    const text = this.#text('value')
    switch (fieldOfKind(kind)) {
      case 'stage':
        return this.#stage()
      case 'contacts':
        return JSON.stringify(this.#contacts('value', 'valueId'))
      case 'tags':
        return JSON.stringify(splitList(this.#cell('value')))
      case 'removed':
        return text === 'true' ? 1 : 0
      case 'manager':
        return text === null ? null : this.context.manager(text)
      case 'company':
        return text === null ? null : this.context.company(text, rowId('o', this.#cell('valueId')))
      case 'amount':
      case 'cost':
        return this.#money('value', this.#text('currency') ?? this.context.currency)
      default:
        return text
    }
  }

  #stage(): number {
    const { stages } = this.context
    const pipeline = stages.pipelineOf(this.#cell('pipeline'))
    const text = this.#cell('value')
    if (pipeline === undefined) {
      this.#problem('pipeline', sayUnknownPipeline(this.#cell('pipeline'), stages, undefined))
      return 0
    }
    const meaning = stages.meaning(pipeline, text)
    if (meaning === undefined) this.#problem('value', sayUnknownStage(text, pipeline))
    return meaning?.stage.id ?? 0
  }

  #contacts(names: string, ids: string): number[] {
    const known = splitList(this.#cell(ids))
    return splitList(this.#cell(names)).map((name, index) =>
      this.context.contact(name, rowId('c', known[index] ?? '')),
    )
  }

  #money(header: string, currency: string): number | null {
    const cell = this.#cell(header)
    if (cell === '') return null
    const read = parseAmount(cell, { currency, decimal: this.context.decimal })
    if (!('problem' in read)) return read.minor
    this.#problem(header, (w) => w.import.noFieldValue({ text: cell, field: header }))
    return null
  }

  #fieldValue({ type }: CustomField, header: string): FieldValue | undefined {
    const cell = this.#cell(header)
    if (type === 'money') return this.#money(header, this.context.currency) ?? undefined
    if (type === 'yesno') return cell === 'true' ? 1 : 0
    if (type !== 'number') return cell
    const number = Number(cell.replace(',', '.'))
    return Number.isNaN(number) ? undefined : number
  }

  #field(name: string): CustomField | undefined {
    const key = foldKey(fieldName(name))
    return this.context.fields.find((field) => foldKey(field.name) === key)
  }

  #cell(header: string): string {
    const index = this.#index.get(header)
    const cell = index === undefined ? '' : (this.#row.cells[index] ?? '')
    return this.context.guarded ? unguarded(cell) : cell
  }

  #text(header: string): string | null {
    const cell = this.#cell(header)
    return cell === '' ? null : cell
  }

  #flag(header: string): boolean {
    return this.#cell(header) !== '' && this.#oneOf(header, ['true', 'false']) === 'true'
  }

  #oneOf<T extends string>(header: string, known: readonly [T, ...T[]]): T {
    const cell = this.#cell(header).toLowerCase()
    const found = known.find((value) => value === cell)
    if (found === undefined) this.#problem(header, (w) => w.import.noneOf({ known: known.join(', ') }))
    return found ?? known[0]
  }

  #problem(column: string, say: Say): void {
    this.#problems.push({ line: this.#row.line, column, value: this.#cell(column), say })
  }
}
