import { fitsWanted, type Wanted } from '../../domain/names/search-words.ts'
import type { Store } from '../store.ts'
import { type FoundKind, matching, placeOf } from '../tables/search-tables.ts'
import { searchedTexts, wordsOfTexts } from './search-text.ts'

/** People, and records of theirs, that are looked through for one way to share out the words; the latest of them. */
const PEOPLE = 300
const RECORDS = 300

/** With more words each way to share them out would be one too many. */
const MOST_WORDS = 5

type Owned = 'deal' | 'task' | 'activity'

/**
 * Deals, tasks and activities that have the words wanted only together with their people and company: some of the
 * words are theirs, the others the record's own. A deal may have all of its words from its people.
 */
export function partners(
  store: Store,
  wanted: readonly Wanted[],
  kinds: readonly FoundKind[],
): Map<FoundKind, number[]> {
  const found = new Map<FoundKind, number[]>()
  for (const theirs of wanted.length > MOST_WORDS ? [wanted] : parts(wanted)) {
    const people = {
      contacts: peopleWith(store, theirs, 'contact'),
      companies: peopleWith(store, theirs, 'company'),
    }
    if (people.contacts.length + people.companies.length === 0) continue
    const own = wanted.filter((one) => !theirs.includes(one))
    for (const kind of OWNED.filter((one) => kinds.includes(one) && (one === 'deal' || own.length > 0)))
      found.set(kind, [...(found.get(kind) ?? []), ...recordsOf(store, kind, people, own)])
  }
  return found
}

const OWNED: readonly Owned[] = ['deal', 'task', 'activity']

/** Every choice of some of the words, the larger ones first: they say most precisely who is meant. */
function parts(wanted: readonly Wanted[]): Wanted[][] {
  const all = Array.from({ length: 2 ** wanted.length - 1 }, (_, mask) =>
    wanted.filter((_, at) => ((mask + 1) >> at) % 2 === 1),
  )
  return all.sort((a, b) => b.length - a.length)
}

function peopleWith({ db }: Store, wanted: readonly Wanted[], kind: 'contact' | 'company'): number[] {
  const rows = db
    .prepare('select rowid from search where search match ? order by rowid desc limit ?')
    .pluck()
    .all(matching(wanted, kind), PEOPLE) as number[]
  return rows.map((row) => placeOf(row).id)
}

function recordsOf(
  { db }: Store,
  kind: Owned,
  people: { contacts: readonly number[]; companies: readonly number[] },
  own: readonly Wanted[],
): number[] {
  const ids = db
    .prepare(RECORDS_OF[kind])
    .pluck()
    .all({
      contacts: JSON.stringify(people.contacts),
      companies: JSON.stringify(people.companies),
    }) as number[]
  if (own.length === 0) return ids
  return [...searchedTexts(db, kind, ids)].flatMap(([id, texts]) => {
    const words = wordsOfTexts(texts)
    return own.every((one) => fitsWanted(words, one)) ? [id] : []
  })
}

const THEIRS = `contact_id in (select value from json_each(@contacts))`
const OF_COMPANIES = `company_id in (select value from json_each(@companies))`

const touches = (table: string, latest: string) => `select id from ${table} where id in (
    select id from ${table} where ${THEIRS} union select id from ${table} where ${OF_COMPANIES})
  order by ${latest} limit ${RECORDS}`

const RECORDS_OF = {
  deal: `select deal_id from deal_state where removed = 0 and deal_id in (
      select deal_id from deal_contacts where ${THEIRS} union select deal_id from deal_state where ${OF_COMPANIES})
    order by outcome <> 0, last_at desc limit ${RECORDS}`,
  task: touches('tasks', "state = 'done', id desc"),
  activity: touches('activities', 'at desc'),
} as const satisfies Record<Owned, string>
