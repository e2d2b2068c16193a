import type { CustomField } from '../../domain/field.ts'
import { lookUp } from '../../domain/look-up.ts'
import { repeatsNames } from '../../domain/records/external-id.ts'
import type { Block, Cell, Column, Document, Kind, Row, Table, Value } from '../../render/document.ts'
import { formatMoney } from '../../render/numbers.ts'
import type { DealRecord, DealStory } from '../../store/deals/deals.ts'
import type { DealEvent, NamedChange } from '../../store/deals/history.ts'
import type { ShownValue } from '../../store/fields.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import { sayMoment } from '../at.ts'
import { type CardLine, card } from '../finding/card.ts'
import { tableDocument } from '../listing.ts'

/** Deals as every list of them looks, `--explain` of a report too; where there are none, `none`. Files get all that JSON has. */
export function dealsDocument(
  records: readonly DealRecord[],
  own: readonly CustomField[],
  words: Words,
  none = '',
): Document {
  const { records: heads } = words
  const manyPipelines = new Set(records.map((deal) => deal.pipeline)).size > 1
  const columns: Column[] = [
    { key: 'id', title: heads.id, kind: 'id' },
    { key: 'title', title: heads.deal, kind: 'text', shrink: true, min: 14 },
    ...(manyPipelines
      ? [{ key: 'pipeline', title: heads.pipeline, kind: 'text', shrink: true } as const]
      : []),
    { key: 'stage', title: heads.stage, kind: 'text', shrink: true, min: 10 },
    { key: 'manager', title: heads.manager, kind: 'text', shrink: true, min: 10 },
    { key: 'amount', title: heads.amount, kind: 'money' },
    { key: 'createdAt', title: words.deals.created, kind: 'date' },
  ]
  const rows = records.map(
    (deal): Row => ({
      cells: [
        deal.id,
        deal.title,
        ...(manyPipelines ? [deal.pipeline] : []),
        deal.status === 'won' ? { value: deal.stage, tone: 'good' } : deal.stage,
        deal.manager,
        amountCell(deal, words),
        deal.createdAt.slice(0, 10),
      ],
    }),
  )
  const { heading, blocks } = tableDocument({ columns, rows }, rows.length === 0 ? none : undefined)
  return { heading, blocks, data: dataOf(records, own) }
}

function amountCell({ amount, currency }: DealRecord, words: Words): Cell {
  if (amount === null) return { value: null }
  return { value: amount, text: formatMoney(amount, currency, words.lang) }
}

/** The keys of a record in their order, then the user's own fields by their names. */
const KEYS = [
  'id',
  'externalId',
  'externalSystem',
  'title',
  'pipeline',
  'stage',
  'status',
  'manager',
  'company',
  'contacts',
  'amount',
  'currency',
  'createdAt',
  'closedAt',
  'expectedClose',
  'source',
  'product',
  'lostReason',
  'tags',
] as const satisfies readonly (keyof DealRecord)[]

const FACT_KINDS: Readonly<Record<string, Kind>> = {
  amount: 'money',
  createdAt: 'date',
  closedAt: 'date',
  expectedClose: 'date',
}

function dataOf(records: readonly DealRecord[], own: readonly CustomField[]): Table {
  const column = (key: string): Column => ({ key, title: key, kind: lookUp(FACT_KINDS, key) ?? 'text' })
  return {
    columns: [...KEYS, ...own.map(({ name }) => ownHeader(name))].map(column),
    rows: records.map((deal) => ({
      cells: [
        ...KEYS.map((key) => plain(deal[key])),
        ...own.map(({ name }) => plain(lookUp(deal.fields, name) ?? null)),
      ],
    })),
  }
}

/** A field of the user's own must not pass for one of ours. */
function ownHeader(name: string): string {
  return KEYS.some((key) => key.toLowerCase() === name.toLowerCase()) ? `field:${name}` : name
}

function plain(value: ShownValue | readonly string[] | null): Value {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  return typeof value === 'boolean' ? String(value) : value.join('; ')
}

/** One deal: its facts, then its history as a diary. */
export function dealCard(deal: DealStory, extra: DealExtra, store: Store, words: Words): Document {
  const { records: heads, deals } = words
  const money = (amount: number | null) =>
    amount === null ? null : formatMoney(amount, deal.currency, words.lang)
  const where = store.pipelines.length > 1 ? `${deal.stage} · ${deal.pipeline}` : deal.stage
  const lines: CardLine[] = [
    [heads.stage, where],
    ['', aheadText(extra, words)],
    [deals.lostReason, deal.lostReason],
    [heads.amount, money(deal.amount)],
    [deals.fields.cost, money(extra.cost)],
    [heads.manager, deal.manager],
    [heads.contacts, deal.contacts.join(', ')],
    [heads.company, deal.company],
    [deals.fields.product, deal.product],
    [heads.source, deal.source],
    [heads.tags, deal.tags.join(', ')],
    ...Object.entries(deal.fields).map(([name, value]): CardLine => [name, fieldText(value, words)]),
    [heads.note, extra.note],
    [deals.created, sayMoment(deal.createdAt, store, words)],
    [deals.expectedClose, deal.expectedClose === null ? null : sayMoment(deal.expectedClose, store, words)],
    [deals.closed, deal.closedAt === null ? null : sayMoment(deal.closedAt, store, words)],
    [heads.externalId, externalText(deal)],
  ]
  return {
    ...card(`${deal.id} ${deal.title}`, lines, ...diary(deal, store, words)),
    data: dataOf([deal], ownOf(deal)),
  }
}

function externalText({ externalId, externalSystem, title, contacts, company }: DealStory): string | null {
  if (externalId === null || repeatsNames(externalId, [title, company, ...contacts])) return null
  return `${externalId} (${externalSystem ?? ''})`
}

/** What a deal's card says beside its record. */
export interface DealExtra {
  cost: number | null
  note: string | null
  /** Where reports of today find it, if that is not where it will be; `stage` is null where it is still to begin. */
  ahead: { stage: string | null } | null
}

function aheadText({ ahead }: DealExtra, { deals }: Words): string | null {
  if (ahead === null) return null
  return ahead.stage === null ? deals.yetToBegin : deals.datedAhead({ stage: ahead.stage })
}

function ownOf(deal: DealStory): CustomField[] {
  return Object.keys(deal.fields).map((name) => ({ id: 0, name, type: 'text', choices: [] }))
}

function diary(deal: DealStory, store: Store, words: Words): Block[] {
  const text = (key: string): Column => ({ key, title: '', kind: 'text' })
  return [
    { type: 'lines', lines: [words.deals.history] },
    {
      type: 'table',
      columns: [text('at'), text('event'), text('actor')],
      rows: deal.history.map((event, index) => ({
        cells: [sayMoment(event.at, store, words), eventText(event, index === 0, deal, words), event.actor],
        ...(event.synthetic && { tone: 'dim' }),
      })),
    },
  ]
}

export function eventText(event: DealEvent, first: boolean, deal: DealStory, words: Words): string {
  const { deals } = words
  const presumed = event.synthetic ? ` (${deals.presumed})` : ''
  const { kind, value } = event
  if (first) return `${deals.created}: ${fieldText(value, words)}${presumed}`
  if (kind === 'stage') {
    return `→ ${fieldText(value, words)}${event.reason === undefined ? '' : `: ${event.reason}`}${presumed}`
  }
  if (kind === 'removed') return value === true ? deals.wasRemoved : deals.broughtBack
  return `${fieldName(kind, words)}: ${valueText(kind, value, deal.currency, words)}${presumed}`
}

function valueText(kind: string, value: DealEvent['value'], currency: string, words: Words): string {
  const isMoney = (kind === 'amount' || kind === 'cost') && typeof value === 'number'
  return isMoney ? formatMoney(value, currency, words.lang) : fieldText(value, words)
}

/** An edited field as its name, what it was and what it is. */
export function changeTexts(change: NamedChange, store: Store, words: Words): [string, string, string] {
  const { kind, currencies } = change
  const text = (value: DealEvent['value'], currency: string) =>
    kind === 'expected' && typeof value === 'string'
      ? sayMoment(value, store, words)
      : valueText(kind, value, currency, words)
  return [fieldName(kind, words), text(change.from, currencies[0]), text(change.to, currencies[1])]
}

/** The name of a built-in field in the reader's language; a user's own is as they named it. */
export function fieldName(kind: string, { deals }: Words): string {
  return lookUp(deals.fields, kind) ?? kind
}

function fieldText(value: ShownValue | readonly string[] | null, { records, deals }: Words): string {
  if (value === null || value === '') return deals.cleared
  if (typeof value === 'boolean') return value ? records.yes : records.no
  if (typeof value === 'object') return value.length === 0 ? deals.cleared : value.join(', ')
  return String(value)
}
