import type { Said } from '../../domain/records/planned-record.ts'
import type { Database } from '../database.ts'
import type { BookTable } from '../naming/naming-people.ts'
import type { Operation } from '../operation.ts'
import { parseJson } from '../rows.ts'

/** An id of a contact or a company, and the system whose it is. */
export interface ExternalId {
  readonly system: string
  readonly id: string
}

/**
 * What is kept on a record of what systems say of it: its own system, and others, which know the same person or company
 * under ids of their own (see `alsoKey`). `linked` until its system has said more of it than that others point to it.
 */
export type Kept = Said & { readonly linked?: true; readonly also?: Readonly<Record<string, Said>> }

/** The key of an id under `also`. */
export function alsoKey({ system, id }: { system: string | null; id: string | null }): string {
  return `${system} ${id}`
}

/** The records that further systems know, with the keys under which they do: a table of (id, key). */
export function knownElsewhere(table: BookTable): string {
  return `(select r.id, also.key from ${table} r, json_each(r.said, '$.also') also where r.said like '%"also"%')`
}

/** What of a record tells whether an id can be its. */
export interface Identified {
  readonly external_system: string | null
  readonly external_id: string | null
  readonly folded: string
  readonly said: string | null
}

/**
 * Whether the record of another id of this system: then it is not the one that is meant. What stands for an id where a
 * system's file had none (an e-mail, a phone, the name) is no other id.
 */
export function hasOtherId(
  { external_system, external_id, folded, said }: Identified,
  system: string,
): boolean {
  if (external_system === system && external_id !== null)
    return !/^[^\s@]+@|^\+\d+$/.test(external_id) && external_id !== folded
  const { also } = parseJson<Kept>(said ?? '{}')
  return Object.keys(also ?? {}).some((key) => key.startsWith(`${system} `))
}

/** In SQL, of a record `r` and a staged row `s`: false only where `hasOtherId` is true of the record's own id. */
export const MAY_BE_OF_ID = `(r.external_system is not s.system or r.external_id is null or r.external_id = r.folded
  or r.external_id like '%@%' or r.external_id glob '+[0-9]*')`

/** The contacts and companies by the ids that systems have for them. */
export class KnownIds {
  /** By table: the records that further systems know, by the keys under which they do. */
  readonly #elsewhere = new Map<BookTable, Map<string, number>>()

  constructor(
    private readonly db: Database,
    private readonly operation: Operation,
  ) {}

  record(table: BookTable, known: ExternalId): number | undefined {
    const own = this.db
      .prepare(`select id from ${table} where external_system = ? and external_id = ?`)
      .pluck()
      .get(known.system, known.id)
    return own === undefined ? this.#others(table).get(alsoKey(known)) : Number(own)
  }

  /**
   * A record that was known without an id, or to another system, is the one of this id from now on. Where the id's
   * place is taken by what stands for an id, it stays so.
   */
  learn(table: BookTable, record: number, known: ExternalId): void {
    const { db, operation } = this
    const { external_system, external_id, said } = db
      .prepare(`select external_system, external_id, said from ${table} where id = ?`)
      .get(record) as Identified
    const kept = parseJson<Kept>(said ?? '{}')
    if (external_id === null) {
      operation.update(table, record, {
        external_system: known.system,
        external_id: known.id,
        said: said === null ? undefined : JSON.stringify({ ...kept, linked: true }),
      })
    } else if (external_system !== known.system) {
      const key = alsoKey(known)
      operation.update(table, record, {
        said: JSON.stringify({ ...kept, also: { ...kept.also, [key]: {} } }),
      })
      this.#others(table).set(key, record)
    }
  }

  #others(table: BookTable): Map<string, number> {
    const known = this.#elsewhere.get(table)
    if (known !== undefined) return known
    const rows = this.db
      .prepare(`select key, id from ${knownElsewhere(table)} order by id desc`)
      .raw()
      .all()
    const others = new Map(rows as [string, number][])
    this.#elsewhere.set(table, others)
    return others
  }
}
