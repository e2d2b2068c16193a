import type { ExportedField, Named } from '../../domain/records/exported.ts'
import { Fault } from '../../errors.ts'
import type { Store } from '../store.ts'

/** Enough for the contacts that neighbouring deals share; an export of any size stays within it. */
const MOST_NAMES = 100_000

type MergedRow = Named & { merged_into: number | null }

/** Names of what records point to by row id. Who was merged goes by the name of who they became. */
export class ExportNames {
  readonly #pipelines: ReadonlyMap<number, string>
  readonly #managers: ReadonlyMap<number, Named>
  readonly #companies = new Map<number, Named>()
  readonly #contacts = new Map<number, Named>()
  #fields: ReadonlyMap<number, ExportedField> | undefined

  constructor(private readonly store: Store) {
    this.#pipelines = new Map(store.pipelines.map(({ id, name }) => [id, name]))
    const managers = new Map(store.managers.map((manager) => [manager.id, manager]))
    this.#managers = new Map(
      store.managers.map((manager) => {
        let heir = manager
        while (heir.mergedInto !== null)
          heir = managers.get(heir.mergedInto) ?? fault('managers', heir.mergedInto)
        return [manager.id, { id: heir.id, name: heir.name }]
      }),
    )
  }

  pipeline(id: number): string {
    return this.#pipelines.get(id) ?? fault('pipelines', id)
  }

  manager(id: number): Named {
    return this.#managers.get(id) ?? fault('managers', id)
  }

  managerName(id: number | null): string | null {
    return id === null ? null : this.manager(id).name
  }

  company(id: number | null): Named | null {
    return id === null ? null : this.#look(this.#companies, 'companies', id)
  }

  companies(ids: readonly number[]): Named[] {
    return ids.map((id) => this.#look(this.#companies, 'companies', id))
  }

  contacts(ids: readonly number[]): Named[] {
    return ids.map((id) => this.#look(this.#contacts, 'contacts', id))
  }

  field(id: number): ExportedField {
    const { db } = this.store
    this.#fields ??= new Map(
      db.all(db.query.selectFrom('fields').select(['id', 'name', 'type'])).map((field) => [field.id, field]),
    )
    return this.#fields.get(id) ?? fault('fields', id)
  }

  #look(known: Map<number, Named>, table: 'companies' | 'contacts', id: number): Named {
    const found = known.get(id)
    if (found !== undefined) return found
    if (known.size >= MOST_NAMES) known.clear()
    const statement = this.store.db.prepare(`select id, name, merged_into from ${table} where id = ?`)
    let row = statement.get(id) as MergedRow | undefined
    while (row !== undefined && row.merged_into !== null)
      row = statement.get(row.merged_into) as MergedRow | undefined
    if (row === undefined) return fault(table, id)
    const named = { id: row.id, name: row.name }
    known.set(id, named)
    return named
  }
}

function fault(table: string, id: number): never {
  throw new Fault(`no row ${id} in ${table}`)
}
