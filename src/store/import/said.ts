import { FIELD_KIND, type FieldValue, KIND } from '../../domain/deal.ts'
import { parseJson } from '../rows.ts'
import type { Cell } from '../tables/cells.ts'

/** A history row as far as it says what a field became. */
export interface SaidRow {
  kind: number
  value: Cell
  reason: string | null
  at: number
  id: number
  origin: number
}

/** What the system said of a field: the last in the order it was said, and the last in the order it happened. */
export class Said {
  readonly #values = new Map<number, Set<Cell>>()

  constructor(creation: ReadonlyMap<number, Cell> | undefined, rows: readonly SaidRow[]) {
    const latest = new Map<number, SaidRow>()
    const last = new Map<number, SaidRow>()
    for (const row of rows) {
      latest.set(row.kind, row)
      const known = last.get(row.kind)
      if (known === undefined || row.id > known.id) last.set(row.kind, row)
    }
    for (const [kind, value] of creation ?? []) if (!last.has(kind)) this.#values.set(kind, new Set([value]))
    for (const [kind, row] of last)
      this.#values.set(kind, new Set([row.value, latest.get(kind)?.value ?? null]))
  }

  /** Undefined where the system never spoke of it. */
  of(kind: number): ReadonlySet<Cell> | undefined {
    return this.#values.get(kind)
  }
}

/** The first value of each field, by its kind, of a row of `deals`. */
export function creationValues(row: Record<string, Cell>): Map<number, Cell> {
  const value = (column: string) => row[column] ?? null
  const values = new Map<number, Cell>([
    [KIND.stage, value('stage_id')],
    [KIND.manager, value('manager_id')],
    [KIND.amount, value('amount')],
    [KIND.currency, value('currency')],
    [KIND.cost, value('cost')],
    [KIND.source, value('source')],
    [KIND.product, value('product')],
    [KIND.company, value('company_id')],
    [KIND.expected, value('expected_on')],
    [KIND.title, value('title')],
    [KIND.contacts, value('contacts')],
    [KIND.tags, value('tags')],
    [KIND.note, value('note')],
  ])
  for (const [id, field] of Object.entries(parseJson<Record<string, FieldValue>>(String(value('fields')))))
    values.set(FIELD_KIND + Number(id), field)
  return values
}
