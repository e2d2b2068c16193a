import { foldCompany, foldName } from '../../domain/names/name.ts'
import type { Operation } from '../operation.ts'
import type { Store } from '../store.ts'

const FOLDS = { companies: foldCompany, contacts: foldName } as const

/** Who the companies and contacts of an export of this program are here; those that are not are made. */
export class OwnNames {
  readonly #known = new Map<string, number>()
  /** Records that stand for one of the export already, and so for no other of the same name. */
  readonly #taken = new Set<string>()

  constructor(
    private readonly store: Store,
    private readonly operation: Operation,
  ) {}

  /** The record of that id (0 and null: none) where it has that name, else the only one of that name, else a new one. */
  id(table: keyof typeof FOLDS, name: string, id: number | null): number {
    const key = `${table} ${id} ${name}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const found = this.#find(table, name, id) ?? this.#make(table, name, id)
    this.#known.set(key, found)
    this.#taken.add(`${table} ${found}`)
    return found
  }

  #find(table: keyof typeof FOLDS, name: string, id: number | null): number | undefined {
    const { db } = this.store
    const same = db.prepare(`select id from ${table} where id = ? and name = ?`).pluck().get(id, name)
    if (same !== undefined) return Number(same)
    const named = db.prepare(`select id from ${table} where folded = ? and merged_into is null`).pluck()
    const ids = (named.all(FOLDS[table](name)) as number[]).filter(
      (one) => !this.#taken.has(`${table} ${one}`),
    )
    return ids.length === 1 ? ids[0] : undefined
  }

  #make(table: keyof typeof FOLDS, name: string, id: number | null): number {
    const taken = this.store.db.prepare(`select 1 from ${table} where id = ?`).get(id) !== undefined
    return this.operation.insert(table, {
      ...(id === null || id === 0 || taken ? {} : { id }),
      name,
      folded: FOLDS[table](name),
      created_at: this.operation.at,
      created_precision: 0,
    })
  }
}
