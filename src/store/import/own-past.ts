import { type DealValues, FIELD_KIND, KIND } from '../../domain/deal.ts'
import { type Creation, type DealState, fold } from '../../domain/history.ts'
import { changeOf, creationOf, type DealRow, type HistoryRow, parseJson } from '../rows.ts'
import type { Store } from '../store.ts'
import type { Cell } from '../tables/cells.ts'

type Table = 'managers' | 'companies' | 'contacts'

/** Values of a deal by the kind of history row that would set them. */
export type Said = ReadonlyMap<number, Cell>

/** Beside the kinds of history rows. */
export const LOST_REASON = -1

export function cellsOf(values: DealValues, lostReason: string | null): Map<number, Cell> {
  const cells = new Map<number, Cell>([
    [KIND.title, values.title || null],
    [KIND.stage, values.stage],
    [KIND.manager, values.manager],
    [KIND.company, values.company],
    [KIND.contacts, listCell(values.contacts)],
    [KIND.amount, values.amount],
    [KIND.cost, values.cost],
    [KIND.currency, values.currency],
    [KIND.source, values.source],
    [KIND.product, values.product],
    [KIND.expected, values.expected],
    [KIND.tags, listCell(values.tags)],
    [KIND.note, values.note],
    [KIND.externalId, values.externalId],
    [KIND.externalSystem, values.externalSystem],
    [LOST_REASON, lostReason],
  ])
  for (const [id, value] of Object.entries(values.fields)) cells.set(FIELD_KIND + Number(id), value)
  return cells
}

function listCell(list: readonly unknown[]): string | null {
  return list.length === 0 ? null : JSON.stringify(list)
}

/** What deals were, as exports of then told them. */
export class OwnPast {
  readonly #survivors = new Map<string, number>()

  constructor(private readonly store: Store) {}

  of(deal: number): DealPast {
    const { db } = this.store
    const row = db.prepare('select * from deals where id = ?').get(deal) as DealRow
    const rows = db
      .prepare('select * from history where deal_id = ? order by at, id')
      .all(deal) as HistoryRow[]
    return new DealPast(row, rows, this, (creation, changes) =>
      fold(creation, changes.map(changeOf), this.store.projection),
    )
  }

  /** A record merged away is the one it became. */
  survivor(table: Table, id: number): number {
    const key = `${table} ${id}`
    const known = this.#survivors.get(key)
    if (known !== undefined) return known
    const into = this.store.db.prepare(`select merged_into from ${table} where id = ?`).pluck().get(id)
    const found = typeof into === 'number' ? this.survivor(table, into) : id
    this.#survivors.set(key, found)
    return found
  }
}

class DealPast {
  #now: DealState | undefined

  constructor(
    private readonly deal: DealRow,
    private readonly rows: readonly HistoryRow[],
    private readonly past: OwnPast,
    private readonly fold: (creation: Creation, rows: readonly HistoryRow[]) => DealState,
  ) {}

  now(): Said {
    return this.#cells(this.#state())
  }

  get removed(): boolean {
    return this.#state().removed
  }

  /** The moment of the latest move in force, else of the beginning. */
  latestMove(): number {
    return this.#state().visits.at(-1)?.enteredAt ?? this.deal.created_at
  }

  had(kind: number, value: Cell): boolean {
    const first = kind === KIND.externalId ? this.deal.external_id : null
    return first === value || this.rows.some((row) => row.kind === kind && row.value === value)
  }

  /** Companies and contacts that it ever pointed to, as `table id`, and those that they were merged into. */
  held(): Set<string> {
    const held = new Set<string>()
    const hold = (table: Table, id: number | null) => {
      if (id !== null) held.add(`${table} ${id}`).add(`${table} ${this.past.survivor(table, id)}`)
    }
    const states = [creationOf(this.deal).values, this.#state().values]
    for (const { company, contacts } of states) {
      hold('companies', company)
      for (const id of contacts) hold('contacts', id)
    }
    for (const { kind, value } of this.rows) {
      if (kind === KIND.company && value !== null) hold('companies', Number(value))
      if (kind === KIND.contacts)
        for (const id of parseJson<number[]>(String(value ?? '[]'))) hold('contacts', id)
    }
    return held
  }

  /** What it was when it was most like this; of equally like moments the latest. */
  likest(said: Said): Said {
    const operations = [...new Set([this.deal.op, ...this.rows.map(({ op }) => op)])].sort((a, b) => a - b)
    let best = this.now()
    let least = differences(best, said)
    for (const op of operations.reverse()) {
      const known = this.rows.filter((row) => row.op <= op && wasInForce(row, op))
      const cells = this.#cells(this.fold(creationOf(this.deal), known))
      const count = differences(cells, said)
      if (count >= least) continue
      best = cells
      least = count
    }
    return best
  }

  #state(): DealState {
    this.#now ??= this.fold(
      creationOf(this.deal),
      this.rows.filter(({ retracted }) => retracted === 0),
    )
    return this.#now
  }

  #cells({ values, lostReason }: DealState): Map<number, Cell> {
    const { manager, company, contacts } = values
    const survivor = (table: Table, id: number | null) => (id === null ? null : this.past.survivor(table, id))
    return cellsOf(
      {
        ...values,
        manager: survivor('managers', manager),
        company: survivor('companies', company),
        contacts: contacts.map((id) => this.past.survivor('contacts', id)),
      },
      lostReason,
    )
  }
}

/** Rows that were taken back were never so; those that better ones superseded were until then. */
function wasInForce({ retracted, superseded_by: by }: HistoryRow, op: number): boolean {
  return retracted === 0 || (by !== null && by > op)
}

function differences(a: Said, b: Said): number {
  const kinds = new Set([...a.keys(), ...b.keys()])
  return [...kinds].filter((kind) => (a.get(kind) ?? null) !== (b.get(kind) ?? null)).length
}
