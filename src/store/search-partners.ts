import { fitsWanted, type Wanted } from '../domain/search-words.ts'
import { type FoundKind, matching, placeOf, rowOf } from './search-tables.ts'
import { searchedTexts, wordsOfTexts } from './search-text.ts'
import type { Store } from './store.ts'

/** People whose records are looked through; of a name that more have, those added last. */
const PEOPLE = 1000
/** Records of theirs that are looked at. */
const RECORDS = 2000

/** Which of the words wanted (a bit each) a person or company has. */
type Masks = ReadonlyMap<number, number>

/**
 * Deals, tasks and activities that have the words wanted only together with their people and company: their ids, those
 * to be shown first at the end.
 */
export function partners(store: Store, wanted: readonly Wanted[]): Map<FoundKind, number[]> {
  const found = new Map<FoundKind, number[]>()
  if (wanted.length > MOST_WORDS) return found
  const contacts = masksOf(store, wanted, 'contact')
  const companies = masksOf(store, wanted, 'company')
  if (contacts.size + companies.size === 0) return found
  for (const kind of ['deal', ...(wanted.length > 1 ? (['task', 'activity'] as const) : [])] as const) {
    const records = recordsOf(store, kind, contacts, companies)
    const texts = searchedTexts(store.db, kind, [...records.keys()])
    const fit = [...records].filter(([id, mask]) => {
      const words = wordsOfTexts(texts.get(id) ?? [])
      const own = wanted.map((one, i) => (fitsWanted(words, one) ? 1 << i : 0)).reduce((a, b) => a | b, 0)
      return (mask | own) === (1 << wanted.length) - 1 && (kind === 'deal' || own !== 0)
    })
    found.set(kind, fit.map(([id]) => id).reverse())
  }
  return found
}

function masksOf({ db }: Store, wanted: readonly Wanted[], kind: 'contact' | 'company'): Masks {
  const masks = new Map<number, number>()
  const people = db
    .prepare(
      'select rowid from search where search match ? and rowid between ? and ? order by rowid desc limit ?',
    )
    .pluck()
  const last = rowOf(kind, 0) + 2 ** 40 - 1
  for (const [i, one] of wanted.entries())
    for (const row of people.all(matching([one]), rowOf(kind, 0), last, PEOPLE) as number[]) {
      const { id } = placeOf(row)
      masks.set(id, (masks.get(id) ?? 0) | (1 << i))
    }
  return masks
}

/** As many as a mask has bits for. */
const MOST_WORDS = 30

/** The records of these people with the words that their people have, the open and latest first. */
function recordsOf(
  { db }: Store,
  kind: 'deal' | 'task' | 'activity',
  contacts: Masks,
  companies: Masks,
): Map<number, number> {
  const ids = {
    contacts: JSON.stringify([...contacts.keys()]),
    companies: JSON.stringify([...companies.keys()]),
  }
  const rows = db.prepare(RECORDS_OF[kind]).raw().all(ids) as [number, number | null, number | null][]
  const records = new Map<number, number>()
  for (const [id, contact, company] of rows) {
    const mask = (contacts.get(contact ?? 0) ?? 0) | (companies.get(company ?? 0) ?? 0)
    records.set(id, (records.get(id) ?? 0) | mask)
  }
  return records
}

const OF_PEOPLE = `contact_id in (select value from json_each(@contacts))`
const OF_COMPANIES = `company_id in (select value from json_each(@companies))`

const RECORDS_OF = {
  deal: `select id, contact_id, company_id from (
      select s.deal_id as id, c.contact_id, s.company_id, s.outcome, s.last_at
        from deal_contacts c join deal_state s on s.deal_id = c.deal_id where c.${OF_PEOPLE} and s.removed = 0
      union select deal_id, null, company_id, outcome, last_at
        from deal_state where ${OF_COMPANIES} and removed = 0)
    order by outcome <> 0, last_at desc limit ${RECORDS}`,
  task: `select id, contact_id, company_id from tasks where ${OF_PEOPLE}
    union select id, contact_id, company_id from tasks where ${OF_COMPANIES} order by id desc limit ${RECORDS}`,
  activity: `select id, contact_id, company_id from activities where ${OF_PEOPLE}
    union select id, contact_id, company_id from activities where ${OF_COMPANIES} order by id desc limit ${RECORDS}`,
}
