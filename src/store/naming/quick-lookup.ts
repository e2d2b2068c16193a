import { withoutApostrophes, wordsOf } from '../../domain/names/matching.ts'
import { foldCompany, foldName } from '../../domain/names/name.ts'
import { isDativeOf, isFormOf } from '../../domain/names/name-cases.ts'
import type { Store } from '../store.ts'
import { bookSurvivors, contactsByKey } from './naming-people.ts'

/** Contacts in force that have any of these phones or e-mails. */
export function contactsWithKeys(store: Store, keys: readonly string[]): number[] {
  const ids = keys.flatMap((key) => contactsByKey(store, key))
  return bookSurvivors(store.db, 'contacts', ids)
}

/** Contacts in force of exactly this name; where there are none, those in whose name all of these words stand. */
export function contactsNamed(store: Store, name: string): number[] {
  const folded = foldName(name)
  const found = idsNamed(store, 'contacts', folded)
  if (found.length > 0 || wordsOf(folded).length === 0) return found
  const there = idsWithWords(store, 'folded', folded)
  return there.length > 0
    ? there
    : idsWithWords(store, "replace(folded, '''', '')", withoutApostrophes(folded))
}

function idsWithWords(store: Store, column: string, folded: string): number[] {
  const words = wordsOf(folded)
  const rows = store.db
    .prepare(
      `select id, ${column} as name from contacts
      where ${words.map(() => `instr(${column}, ?) > 0`).join(' and ')} order by id`,
    )
    .all(...words) as { id: number; name: string }[]
  const fit = rows.filter(({ name }) => {
    const there = wordsOf(name)
    return words.every((word) => there.includes(word))
  })
  return bookSurvivors(
    store.db,
    'contacts',
    fit.map(({ id }) => id),
  )
}

/** Contacts in force in whose name every one of these words stands, in any case: `Марченка`. */
export function contactsInForm(store: Store, said: string): number[] {
  const exact = contactsNamed(store, said)
  if (exact.length > 0) return exact
  const words = wordsOf(foldName(said))
  if (words.length === 0) return []
  const stems = words.map((word) => word.slice(0, Math.max(2, word.length - 3)))
  const rows = store.db
    .prepare(
      `select id, folded from contacts where ${stems.map(() => 'instr(folded, ?) > 0').join(' and ')} order by id`,
    )
    .all(...stems) as { id: number; folded: string }[]
  const fit = rows.filter(({ folded }) => {
    const there = wordsOf(folded)
    return words.every((word) => there.some((own) => isFormOf(word, own)))
  })
  return bookSurvivors(
    store.db,
    'contacts',
    fit.map(({ id }) => id),
  )
}

/** The one manager at work in whose name every word stands in the dative, or in any form of it. */
export function managerInForm({ managers }: Store, said: string, isAnyForm: boolean): number | undefined {
  const fits = isAnyForm ? isFormOf : isDativeOf
  const found = managers.filter(
    ({ active, mergedInto, name }) =>
      active &&
      mergedInto === null &&
      said.split(/\s+/).every((word) => name.split(/\s+/).some((own) => fits(word, own))),
  )
  return found.length === 1 ? found[0]?.id : undefined
}

/** The one manager at work in whose name, or as one of whose other names, these words stand as they are. */
export function managerCalled({ managers }: Store, said: string): number | undefined {
  const words = wordsOf(foldName(said))
  const found = managers.filter(
    ({ active, mergedInto, name, aliases }) =>
      active &&
      mergedInto === null &&
      [name, ...aliases].some((one) => {
        const own = wordsOf(foldName(one))
        return words.length > 0 && words.every((word) => own.includes(word))
      }),
  )
  return found.length === 1 ? found[0]?.id : undefined
}

/** The company of exactly this name, its legal form aside; there is one at most. */
export function companyNamed(store: Store, name: string): number | undefined {
  return idsNamed(store, 'companies', foldCompany(name))[0]
}

function idsNamed(store: Store, table: 'contacts' | 'companies', folded: string): number[] {
  const ids = store.db.prepare(`select id from ${table} where folded = ?`).pluck().all(folded) as number[]
  return bookSurvivors(store.db, table, ids)
}

/** Deals of exactly this title, the open ones first. */
export function dealsTitled({ db }: Store, title: string): number[] {
  return db
    .prepare('select deal_id from deal_state where folded = ? and removed = 0 order by outcome, deal_id')
    .pluck()
    .all(foldName(title)) as number[]
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
