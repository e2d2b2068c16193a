import type { CustomField } from '../../domain/field.ts'
import { lookUp } from '../../domain/look-up.ts'
import type { Block, Cell } from '../../render/document.ts'
import { formatMoney } from '../../render/numbers.ts'
import type { ShownValue } from '../../store/fields.ts'
import type { CompanyRecord, ContactRecord, DealLine } from '../../store/people/book.ts'
import type { Words } from '../../words/words.ts'
import type { CardLine } from '../finding/card.ts'
import { type ListColumn, managerColumn } from '../listing.ts'

export const CONTACT_COLUMNS: readonly ListColumn<ContactRecord>[] = [
  { key: 'id', title: (w) => w.records.id, kind: 'id', value: (one) => one.id },
  { key: 'name', title: (w) => w.records.name, kind: 'text', value: (one) => one.name, shrink: true },
  { key: 'phones', title: (w) => w.records.phone, kind: 'text', value: (one) => joined(one.phones) },
  {
    key: 'emails',
    title: (w) => w.records.email,
    kind: 'text',
    value: (one) => joined(one.emails),
    shrink: true,
  },
  {
    key: 'company',
    title: (w) => w.records.company,
    kind: 'text',
    value: (one) => one.company,
    shrink: true,
  },
  managerColumn(),
  { key: 'source', title: (w) => w.records.source, kind: 'text', value: (one) => one.source, shrink: true },
  inFiles('position', 'position', (one: ContactRecord) => one.position),
  {
    key: 'referredBy',
    title: (w) => w.lifecycle.referredTitle,
    kind: 'text',
    value: (one) => one.referredBy,
    dataOnly: true,
  },
  inFiles('birthday', 'birthday', (one) => one.birthday),
  inFiles('tags', 'tags', (one) => joined(one.tags)),
  inFiles('note', 'note', (one) => one.note),
  inFiles('externalId', 'externalId', (one) => one.externalId),
  inFiles('createdAt', 'created', (one) => one.createdAt),
]

export const COMPANY_COLUMNS: readonly ListColumn<CompanyRecord>[] = [
  { key: 'id', title: (w) => w.records.id, kind: 'id', value: (one) => one.id },
  { key: 'name', title: (w) => w.records.company, kind: 'text', value: (one) => one.name, shrink: true },
  { key: 'phone', title: (w) => w.records.phone, kind: 'text', value: (one) => one.phone },
  { key: 'email', title: (w) => w.records.email, kind: 'text', value: (one) => one.email, shrink: true },
  {
    key: 'website',
    title: (w) => w.records.website,
    kind: 'text',
    value: (one) => one.website,
    shrink: true,
  },
  managerColumn(),
  inFiles('note', 'note', (one: CompanyRecord) => one.note),
  inFiles('externalId', 'externalId', (one) => one.externalId),
  inFiles('createdAt', 'created', (one) => one.createdAt),
]

function inFiles<T>(
  key: string,
  title: 'position' | 'birthday' | 'tags' | 'note' | 'externalId' | 'created',
  value: (record: T) => string | null,
): ListColumn<T> {
  const kind = title === 'created' || title === 'birthday' ? 'date' : 'text'
  return { key, title: (w) => w.records[title], kind, value, dataOnly: true }
}

/** The user's own fields as columns of files, for `--sort` too. */
export function ownColumns<T extends { fields: Readonly<Record<string, ShownValue>> }>(
  fields: readonly CustomField[],
): ListColumn<T>[] {
  return fields.map(({ name }) => ({
    key: name,
    title: () => name,
    kind: 'text',
    value: ({ fields: shown }) => {
      const value = lookUp(shown, name)
      return value === undefined ? null : String(value)
    },
    dataOnly: true,
  }))
}

function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join(', ')
}

/** Values of the user's own fields as lines of a card. */
export function fieldLines(fields: Readonly<Record<string, ShownValue>>, { records }: Words): CardLine[] {
  return Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'boolean' ? (value ? records.yes : records.no) : String(value),
  ])
}

/** The deals of a card; nothing where there are none. */
export function dealsBlock(deals: readonly DealLine[], words: Words): Block[] {
  if (deals.length === 0) return []
  const { records } = words
  return [
    {
      type: 'table',
      columns: [
        { key: 'id', title: records.id, kind: 'id' },
        { key: 'title', title: records.deal, kind: 'text', shrink: true },
        { key: 'stage', title: records.stage, kind: 'text', shrink: true },
        { key: 'amount', title: records.amount, kind: 'money' },
      ],
      rows: deals.map((deal) => ({ cells: [deal.id, deal.title, deal.stage, amountCell(deal, words)] })),
    },
  ]
}

function amountCell({ amount, currency }: DealLine, { lang }: Words): Cell {
  if (amount === null) return { value: null }
  return { value: amount, text: formatMoney(amount, currency, lang) }
}
