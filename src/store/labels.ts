import type { CustomField } from '../domain/field.ts'
import { type FieldEntity, readFields } from './fields.ts'
import { survivorOf } from './naming/naming.ts'
import { bookSurvivor } from './naming/naming-people.ts'
import type { Store } from './store.ts'

/** Today's names of what rows point to, each looked up once; a merged record goes by the name of its survivor. */
export class Labels {
  readonly #names = { companies: new Map<number, string>(), contacts: new Map<number, string>() }
  readonly #managers = new Map<number, string>()
  readonly #people = new Map<number, number>()
  readonly #fields = new Map<FieldEntity, CustomField[]>()

  constructor(private readonly store: Store) {}

  manager(id: number): string {
    if (this.#managers.size === 0) {
      const { managers } = this.store
      const names = new Map(managers.map((manager) => [manager.id, manager.name]))
      for (const manager of managers)
        this.#managers.set(manager.id, names.get(survivorOf(managers, manager.id)) ?? manager.name)
    }
    return this.#managers.get(id) ?? `m${id}`
  }

  company(id: number): string {
    return this.#book('companies', id) ?? `o${id}`
  }

  contact(id: number): string {
    return this.#book('contacts', id) ?? `c${id}`
  }

  /** Of a deal made in this same operation too, which has no copy yet. */
  deal(id: number): string {
    const { db } = this.store
    const title = (table: string, key: string) =>
      db.prepare(`select title from ${table} where ${key} = ?`).pluck().get(id) as string | undefined
    return title('deal_state', 'deal_id') ?? title('deals', 'id') ?? `d${id}`
  }

  /** The people of a deal, each once however often they were merged, in the order in which they were added here. */
  contacts(ids: readonly number[]): string[] {
    if (ids.length === 0) return []
    return [...new Set(ids.map((id) => this.#person(id)))].sort((a, b) => a - b).map((id) => this.contact(id))
  }

  #person(id: number): number {
    const known = this.#people.get(id)
    if (known !== undefined) return known
    const survivor = bookSurvivor(this.store.db, 'contacts', id) ?? id
    this.#people.set(id, survivor)
    return survivor
  }

  fields(entity: FieldEntity): CustomField[] {
    const known = this.#fields.get(entity)
    if (known !== undefined) return known
    const read = readFields(this.store.db, entity)
    this.#fields.set(entity, read)
    return read
  }

  #book(table: 'companies' | 'contacts', id: number): string | undefined {
    const known = this.#names[table].get(id)
    if (known !== undefined) return known
    const { db } = this.store
    const survivor = bookSurvivor(db, table, id)
    const name = db.prepare(`select name from ${table} where id = ?`).pluck().get(survivor)
    if (typeof name !== 'string') return undefined
    this.#names[table].set(id, name)
    return name
  }
}
