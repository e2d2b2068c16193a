import { foldCompany, foldName } from '../domain/name.ts'
import { bookSurvivor, contactsByKey } from './naming-people.ts'
import type { Store } from './store.ts'

/** Contacts in force that have any of these phones or e-mails. */
export function contactsWithKeys(store: Store, keys: readonly string[]): number[] {
  const ids = keys.flatMap((key) => contactsByKey(store, key))
  return [...new Set(ids.flatMap((id) => bookSurvivor(store.db, 'contacts', id) ?? []))]
}

/** Contacts in force of exactly this name; of two words, in the other order too where none is in this. */
export function contactsNamed(store: Store, name: string): number[] {
  const folded = foldName(name)
  const found = idsNamed(store, 'contacts', folded)
  const [first, second, ...more] = folded.split(' ')
  if (found.length > 0 || second === undefined || more.length > 0) return found
  return idsNamed(store, 'contacts', `${second} ${first}`)
}

/** The company of exactly this name, its legal form aside; there is one at most. */
export function companyNamed(store: Store, name: string): number | undefined {
  return idsNamed(store, 'companies', foldCompany(name))[0]
}

function idsNamed(store: Store, table: 'contacts' | 'companies', folded: string): number[] {
  const ids = store.db.prepare(`select id from ${table} where folded = ?`).pluck().all(folded) as number[]
  return [...new Set(ids.flatMap((id) => bookSurvivor(store.db, table, id) ?? []))]
}

/** A source that deals or contacts have, as it is written there; undefined where none is called so. */
export function sourceNamed({ db }: Store, name: string): string | undefined {
  const known = db
    .prepare(
      `select distinct source from deal_state where source is not null
      union select distinct source from contacts where source is not null`,
    )
    .pluck()
    .all() as string[]
  return known.find((source) => foldName(source) === foldName(name))
}
