import type { DealValues, FieldValue } from '../domain/deal.ts'
import { parseEmails, parsePhones } from '../domain/phone.ts'
import type { Pipeline } from '../domain/pipeline.ts'
import type { PlannedContact, PlannedDeal } from '../domain/planned-deal.ts'
import type { Zone } from '../domain/zone.ts'
import type { Say } from '../errors.ts'
import { BoundedCache } from './cache.ts'
import type { Claims, Column } from './columns.ts'
import type { Row } from './csv.ts'
import { currencyNamed } from './currency-names.ts'
import type { DateReader } from './dates.ts'
import { type Moment, planWay, type WayWarning } from './deal-moves.ts'
import type { Finding } from './findings.ts'
import type { FixedValues } from './fixed-values.ts'
import type { AmountReader } from './numbers.ts'
import { type StageReader, sayUnknownStage } from './stages.ts'

export const DEAL_FIELDS = [
  'id',
  'title',
  'pipeline',
  'stage',
  'status',
  'manager',
  'company',
  'contact',
  'email',
  'phone',
  'amount',
  'cost',
  'currency',
  'created',
  'closed',
  'expected',
  'source',
  'product',
  'lostReason',
  'tags',
  'note',
  'stageChanged',
  'wonAt',
  'lostAt',
  'externalId',
  'externalSystem',
] as const

export type DealFieldName = (typeof DEAL_FIELDS)[number]

export const DEAL_DATES: readonly DealFieldName[] = [
  'created',
  'closed',
  'expected',
  'stageChanged',
  'wonAt',
  'lostAt',
]
export const DEAL_AMOUNTS: readonly DealFieldName[] = ['amount', 'cost']

/** A column that fills a field of the user's own. */
export interface CustomColumn {
  /** Row id of the field. */
  readonly id: number
  readonly column: Column
  /** Undefined for a text that is no value of the field's type. */
  read(text: string): FieldValue | undefined
}

export interface DealRowContext {
  readonly claims: Claims
  readonly dates: ReadonlyMap<number, DateReader>
  readonly amounts: ReadonlyMap<number, AmountReader>
  /** What is the same in every row. */
  readonly fixed: FixedValues
  readonly stages: StageReader
  readonly custom: readonly CustomColumn[]
  readonly system: string
  /** Base currency. */
  readonly currency: string
  readonly zone: Zone
  /** Country of phones that name none. */
  readonly region: string
  /** The moment of the import. */
  readonly now: number
  /** Row id of the manager of this name; asked only for rows that are otherwise good. */
  manager(name: string): number
}

type Get = (cells: readonly string[]) => string

/** Turns the rows of a file into planned deals. Pure but for `manager`, which may make one. */
export class DealRows {
  readonly warnings: Finding[] = []
  readonly #get: Readonly<Record<DealFieldName, Get>>
  readonly #key: readonly Column[]
  readonly #hasStage: boolean
  readonly #stageIsStatus: boolean
  readonly #currencies = new BoundedCache<string | null>()
  readonly #readCurrency = (text: string) => currencyNamed(text, this.context.currency) ?? null
  #problems: Finding[] = []
  #line = 0
  #cells: readonly string[] = []

  constructor(private readonly context: DealRowContext) {
    const { fields, fixed, key } = context.claims
    const entries = DEAL_FIELDS.map(
      (field) => [field, getter(fields.get(field) ?? [], fixed.get(field))] as const,
    )
    this.#get = Object.fromEntries(entries) as Record<DealFieldName, Get>
    this.#key = key
    const has = (field: DealFieldName) => fields.has(field) || fixed.has(field)
    this.#hasStage = has('stage')
    this.#stageIsStatus = !has('stage') && has('status')
  }

  /** The deal of a row, or what is wrong with it. */
  read({ line, cells, problem }: Row): PlannedDeal | readonly Finding[] {
    this.#problems = []
    this.#line = line
    this.#cells = cells
    if (problem !== undefined) return [{ line, column: '', value: '', say: problem }]
    const externalId = this.#externalId()
    const place = this.#place()
    const money = this.#money()
    const expected = this.#date('expected')
    const created = this.#date('created')
    const changed = this.#date('stageChanged')
    const closed = this.#closed(place?.outcome)
    const entered = place === undefined ? [] : this.#entered(place.pipeline, place.marks)
    const fields = this.#customFields()
    if (this.#problems.length > 0 || place === undefined) return this.#problems
    const first = this.context.stages.ordered(place.pipeline)[0]
    if (first === undefined)
      return [this.#finding('pipeline', (w) => w.import.noStages({ pipeline: place.pipeline.name }))]
    const { zone, now, claims, system } = this.context
    const isOpen = place.outcome === 'open'
    const lostReason = text(this.#get.lostReason(cells))
    const way = planWay(
      {
        first: first.id,
        open: place.open,
        outcome: place.outcome,
        end: place.end,
        endIsStage: place.endIsStage,
        lostReason,
        created,
        changed,
        closed: isOpen ? null : (closed ?? marked(place)),
        entered,
        now,
      },
      zone,
    )
    for (const warning of way.warnings) this.#warn(warning, created, closed)
    const company = text(this.#get.company(cells))
    const contact = this.#contact()
    const product = text(this.#get.product(cells))
    const title = text(this.#get.title(cells))
    const manager = text(this.#get.manager(cells))
    const expectedDay = expected ?? (isOpen ? closed : null)
    const values: DealValues = {
      title: title ?? madeUpTitle([company ?? contact?.name ?? null, product], externalId),
      stage: first.id,
      manager: manager === null ? null : this.context.manager(manager),
      company: null,
      contacts: [],
      amount: money.amount,
      cost: money.cost,
      currency: money.currency ?? this.context.currency,
      source: text(this.#get.source(cells)),
      product,
      expected: expectedDay === null ? null : zone.dateOf(expectedDay.at),
      tags: tagsOf(this.#get.tags(cells)),
      fields,
      note: text(this.#get.note(cells)),
      externalSystem: text(this.#get.externalSystem(cells)) ?? system,
      externalId,
    }
    return {
      line,
      creation: { ...way.creation, amountSynthetic: money.amount !== null, actor: null, values },
      changes: way.changes,
      titleGiven: title !== null,
      stageGiven: this.#hasStage || this.#stageIsStatus || claims.entered.length > 0 || !isOpen,
      currencyGiven: money.currency !== null,
      company,
      contact,
    }
  }

  #externalId(): string {
    const cells = this.#cells
    if (this.#key.length > 0) {
      const parts = this.#key.map(({ index }) => (cells[index] ?? '').trim())
      if (parts.some((part) => part !== '')) return parts.join(' | ')
      const [column] = this.#key
      this.#problems.push({
        line: this.#line,
        column: column?.header ?? '',
        value: '',
        say: (w) => w.import.noId,
      })
      return ''
    }
    const id = this.#get.externalId(cells) || this.#get.id(cells)
    if (id === '') this.#problem('id', (w) => w.import.noId)
    return id
  }

  /** Where the row says the deal is; undefined, with a problem, where it cannot be told. */
  #place(): Place | undefined {
    const { stages } = this.context
    const cells = this.#cells
    const pipelineText = this.#get.pipeline(cells)
    const pipeline = stages.pipelineOf(pipelineText)
    if (pipeline === undefined) {
      this.#problem('pipeline', (w) => w.import.noPipeline({ text: pipelineText }))
      return undefined
    }
    const place: Place = { pipeline, outcome: 'open', open: null, end: null, endIsStage: false, marks: {} }
    const statusText = this.#get.status(cells)
    if (statusText !== '' || this.#stageIsStatus) {
      const status = stages.status(pipeline, statusText)
      if (status === undefined) this.#problem('status', sayUnknownStage(statusText, pipeline))
      else if (status === 'open') place.open = null
      else if (status.kind === 'open') place.open = this.#stageIsStatus ? status.stage.id : null
      else {
        place.outcome = status.kind
        place.end = status.stage.id
        place.endIsStage = this.#stageIsStatus
      }
    }
    if (!this.#hasStage) return place
    const stageText = this.#get.stage(cells)
    const stage = stages.meaning(pipeline, stageText)
    if (stage === undefined) {
      if (stageText !== '' || place.outcome === 'open')
        this.#problem('stage', sayUnknownStage(stageText, pipeline))
    } else if (stage.kind === 'open') place.open = stage.stage.id
    else if (place.outcome === 'open') {
      place.outcome = stage.kind
      place.end = stage.stage.id
      place.endIsStage = true
    } else if (place.outcome !== stage.kind) {
      const value = statusText
      this.#problem('stage', (w) => w.import.stageAgainstStatus({ stage: stageText, status: value }))
    }
    return place
  }

  #money(): { amount: number | null; cost: number | null; currency: string | null } {
    const named = this.#get.currency(this.#cells)
    const currency = named === '' ? null : this.#currencies.get(named, this.#readCurrency)
    if (named !== '' && currency === null)
      this.#problem('currency', (w) => w.import.noCurrency({ text: named }))
    const amount = this.#amount('amount', currency)
    const cost = this.#amount('cost', currency ?? amount?.currency ?? null)
    return {
      amount: amount?.minor ?? null,
      cost: cost?.minor ?? null,
      currency: currency ?? amount?.currency ?? cost?.currency ?? null,
    }
  }

  #amount(field: DealFieldName, currency: string | null): { minor: number; currency?: string } | null {
    const fixed = this.context.fixed.amounts.get(field)
    if (fixed !== undefined) return fixed
    for (const { index } of this.context.claims.fields.get(field) ?? []) {
      const read = this.context.amounts.get(index)?.read(this.#cells[index] ?? '', currency ?? undefined)
      if (read === undefined || read === 'empty') continue
      if ('problem' in read) {
        this.#problem(field, read.problem)
        return null
      }
      if (currency !== null && read.currency !== undefined && read.currency !== currency) {
        const named = read.currency
        this.#problem(field, (w) => w.import.twoCurrencies({ a: named, b: currency }))
        return null
      }
      return read
    }
    return null
  }

  #closed(outcome: Place['outcome'] | undefined): Moment | null {
    const own = outcome === 'won' ? this.#date('wonAt') : outcome === 'lost' ? this.#date('lostAt') : null
    return own ?? this.#date('closed')
  }

  #date(field: DealFieldName): Moment | null {
    const fixed = this.context.fixed.dates.get(field)
    if (fixed !== undefined) return fixed
    const columns = this.context.claims.fields.get(field)
    if (columns === undefined) return null
    for (const { index } of columns) {
      const moment = this.#moment(index)
      if (moment !== null) return moment
    }
    return null
  }

  #moment(index: number): Moment | null {
    const read = this.context.dates.get(index)?.read(this.#cells[index] ?? '')
    if (read === undefined || read === 'empty') return null
    if (!('problem' in read)) return read
    const column = this.context.claims.columns.find((known) => known.index === index)?.header ?? ''
    this.#problems.push({ line: this.#line, column, value: this.#cells[index] ?? '', say: read.problem })
    return null
  }

  #entered(pipeline: Pipeline, marks: Place['marks']): { stage: number; moment: Moment }[] {
    const found: { stage: number; moment: Moment }[] = []
    for (const { stage: name, column } of this.context.claims.entered) {
      const moment = this.#moment(column.index)
      if (moment === null) continue
      const meaning = this.context.stages.meaning(pipeline, name)
      if (meaning === undefined) this.#problems.push(this.#at(column, sayUnknownStage(name, pipeline)))
      else if (meaning.kind === 'open') found.push({ stage: meaning.stage.id, moment })
      else marks[meaning.kind] = moment
    }
    return found
  }

  #customFields(): Readonly<Record<string, FieldValue>> {
    if (this.context.custom.length === 0) return NO_FIELDS
    const fields: Record<string, FieldValue> = {}
    for (const { id, column, read } of this.context.custom) {
      const cell = (this.#cells[column.index] ?? '').trim()
      if (cell === '') continue
      const value = read(cell)
      if (value === undefined)
        this.#problems.push(
          this.#at(column, (w) => w.import.noFieldValue({ text: cell, field: column.header })),
        )
      else fields[id] = value
    }
    return fields
  }

  #contact(): PlannedContact | null {
    const { fields } = this.context.claims
    const all = (field: DealFieldName) =>
      (fields.get(field) ?? []).map(({ index }) => this.#cells[index] ?? '').filter((cell) => cell !== '')
    const emails = all('email').flatMap(parseEmails)
    const phones = all('phone').flatMap((cell) => parsePhones(cell, this.context.region))
    const name = this.#get.contact(this.#cells) || emails[0]?.raw || phones[0]?.raw
    return name ? { name, emails, phones } : null
  }

  #warn(warning: WayWarning, created: Moment | null, closed: Moment | null): void {
    const { zone } = this.context
    const day = (moment: Moment | null) => (moment === null ? '' : zone.dateOf(moment.at))
    const column = warning === 'moveBeforeCreation' ? 'created' : 'closed'
    const dates = { created: day(created), closed: day(closed) }
    this.warnings.push(this.#finding(column, (w) => w.import[warning](dates)))
  }

  #problem(field: DealFieldName, say: Say): void {
    this.#problems.push(this.#finding(field, say))
  }

  #finding(field: DealFieldName, say: Say): Finding {
    const column = this.context.claims.fields.get(field)?.[0]
    return column === undefined
      ? { line: this.#line, column: '', value: this.context.claims.fixed.get(field) ?? '', say }
      : this.#at(column, say)
  }

  #at({ index, header }: Column, say: Say): Finding {
    return { line: this.#line, column: header, value: this.#cells[index] ?? '', say }
  }
}

interface Place {
  pipeline: Pipeline
  outcome: 'open' | 'won' | 'lost'
  open: number | null
  end: number | null
  endIsStage: boolean
  /** Moments of the outcomes, from columns that say when a stage was entered. */
  marks: { won?: Moment; lost?: Moment }
}

function marked({ outcome, marks }: Place): Moment | null {
  return outcome === 'open' ? null : (marks[outcome] ?? null)
}

const NO_FIELDS = {}
const NO_TAGS: readonly string[] = []

function getter(columns: readonly Column[], fixed: string | undefined): Get {
  if (fixed !== undefined) return () => fixed
  const [only] = columns
  if (only === undefined) return () => ''
  if (columns.length === 1) return (cells) => (cells[only.index] ?? '').trim()
  return (cells) => {
    for (const { index } of columns) {
      const cell = (cells[index] ?? '').trim()
      if (cell !== '') return cell
    }
    return ''
  }
}

function text(cell: string): string | null {
  return cell === '' ? null : cell
}

function madeUpTitle(parts: readonly (string | null)[], externalId: string): string {
  return parts.filter((part) => part !== null).join(' · ') || externalId
}

function tagsOf(cell: string): readonly string[] {
  if (cell === '') return NO_TAGS
  const tags = cell.split(/[,;]/).map((tag) => tag.trim())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}
