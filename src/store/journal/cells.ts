import type { Precision } from '../../domain/deal.ts'
import { momentText } from '../deals/history.ts'
import { nameOf, PRECISIONS, parseJson } from '../rows.ts'
import type { Store } from '../store.ts'
import type { Cells } from '../tables/cells.ts'

/** What of a record was edited: a moment as ISO 8601, ids as names; null for nothing. */
export interface CellChange {
  cell: CellName
  from: string | number | null
  to: string | number | null
}

/** Columns that people edit, by what they are told as; the others follow from these, or say nothing. */
const NAMES = {
  name: 'name',
  text: 'text',
  due_at: 'due',
  at: 'at',
  outcome: 'outcome',
  duration: 'duration',
  place: 'place',
  priority: 'priority',
  recurrence: 'recurrence',
  result: 'result',
  manager_id: 'manager',
  contact_id: 'contact',
  company_id: 'company',
  deal_id: 'deal',
  referred_by: 'referredBy',
  merged_into: 'mergedInto',
  phone: 'phone',
  phones: 'phone',
  email: 'email',
  emails: 'email',
  website: 'website',
  position: 'position',
  source: 'source',
  note: 'note',
  birthday: 'birthday',
  tags: 'tags',
  department: 'department',
  active: 'active',
  probability: 'probability',
  norm_days: 'norm',
  invoice: 'invoice',
  rate: 'rate',
  aliases: 'aliases',
} as const

export type CellName = (typeof NAMES)[keyof typeof NAMES]

/** What was edited between two images of a row, in the order of the columns above. */
export function cellChanges(store: Store, before: Cells, after: Cells): CellChange[] {
  const changes = Object.entries(NAMES).flatMap(([column, cell]): CellChange[] => {
    if (!(column in after) || (before[column] ?? null) === (after[column] ?? null)) return []
    return [{ cell, from: told(store, column, before), to: told(store, column, after) }]
  })
  const merged = changes.filter(({ cell }) => cell === 'mergedInto')
  if (merged.length > 0) return merged
  // Who is called otherwise keeps the earlier name as well.
  return changes.length > 1 ? changes.filter(({ cell }) => cell !== 'aliases') : changes
}

function told(store: Store, column: string, row: Cells): string | number | null {
  const value = row[column] ?? null
  if (value === null) return null
  switch (column) {
    case 'due_at':
    case 'at': {
      const code = row[column === 'at' ? 'precision' : 'due_precision']
      const precision: Precision = nameOf(PRECISIONS, Number(code ?? 0))
      return momentText(store, Number(value), precision)
    }
    case 'manager_id':
      return labelOf(store, 'managers', value)
    case 'contact_id':
    case 'referred_by':
      return labelOf(store, 'contacts', value)
    case 'company_id':
      return labelOf(store, 'companies', value)
    case 'merged_into':
      return labelOf(store, 'phones' in row ? 'contacts' : 'website' in row ? 'companies' : 'managers', value)
    case 'deal_id':
      return `d${value}`
    case 'phones':
    case 'emails':
      return parseJson<{ raw: string }[]>(String(value))
        .map(({ raw }) => raw)
        .join(', ')
    case 'tags':
    case 'aliases':
      return parseJson<string[]>(String(value)).join(', ')
    default:
      return value
  }
}

function labelOf({ db }: Store, table: string, id: string | number): string {
  return String(db.prepare(`select name from ${table} where id = ?`).pluck().get(id) ?? '')
}
