import { fitsWanted, type Wanted } from '../domain/names/search-words.ts'
import type { Database } from './database.ts'
import { pendingSearch } from './kept/search-index.ts'
import { partners } from './kept/search-partners.ts'
import { type Searched, searchedTexts, wordsOfText, wordsOfTexts } from './kept/search-text.ts'
import { bookSurvivor } from './naming/naming-people.ts'
import type { Store } from './store.ts'
import { FOUND_KINDS, type FoundKind, matching, placeOf } from './tables/search-tables.ts'

/** A record that was found. */
export interface Hit {
  kind: FoundKind
  id: number
  /** The text of its own that says most of what was looked for; null where only its people say it. */
  best: Searched | null
}

export interface Hits {
  /** The best first, at most so many as were asked for. */
  hits: Hit[]
  /** All that there are, or `MOST_COUNTED` where there are as many or more. */
  count: number
}

/** Of more records of a kind than these the latest are looked at, of those that have the words whole if there are so many. */
export const MOST_COUNTED = 10_000

/** Of more people or deals than these the latest are ordered by how well they fit. */
const RANKED = 500

/**
 * Records that have every word wanted, by kind. Of deals the words may be shared between the deal and its people and
 * company ("иванова балкон"); of tasks and activities too, if at least one is their own. Records whose words are not
 * kept yet (see `catchUpSearch`) are read one by one.
 */
export function searchAll(
  store: Store,
  wanted: readonly Wanted[],
  kinds: readonly FoundKind[],
  limit: number,
): Map<FoundKind, Hits> {
  const pending = pendingSearch(store)
  const people = partners(store, wanted, kinds)
  return new Map(
    FOUND_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => {
      const found = new Set(people.get(kind))
      for (const id of candidates(store.db, wanted, kind, pending.get(kind) ?? [])) found.add(id)
      return [kind, ranked(store.db, kind, [...found], wanted, limit)] as const
    }),
  )
}

function candidates(
  db: Database,
  wanted: readonly Wanted[],
  kind: FoundKind,
  pending: readonly number[],
): number[] {
  const rows = keptRows(db, wanted, kind)
  const unread = new Set(pending)
  const kept = rows.map((row) => placeOf(row).id).filter((id) => !unread.has(id))
  return [...fittingRecords(db, kind, pending, wanted), ...kept]
}

/**
 * The beginnings of words are looked up at the cost of all that have them; words themselves, of the latest only: those
 * come first, and are enough where they are many.
 */
function keptRows(db: Database, wanted: readonly Wanted[], kind: FoundKind): number[] {
  const latest = db
    .prepare('select rowid from search where search match ? order by rowid desc limit ?')
    .pluck()
  const whole = latest.all(matching(wanted, kind, true), MOST_COUNTED) as number[]
  if (whole.length >= MOST_COUNTED) return whole
  return latest.all(matching(wanted, kind), MOST_COUNTED) as number[]
}

function* fittingRecords(
  db: Database,
  kind: FoundKind,
  ids: readonly number[],
  wanted: readonly Wanted[],
): Generator<number> {
  for (let at = 0; at < ids.length; at += 1000)
    for (const [id, texts] of searchedTexts(db, kind, ids.slice(at, at + 1000))) {
      const words = wordsOfTexts(texts)
      if (wanted.every((one) => fitsWanted(words, one))) yield id
    }
}

/** Those in whose name a word stands whole first, then those named by its beginning, then the others; else as given. */
function ranked(
  db: Database,
  kind: FoundKind,
  ids: readonly number[],
  wanted: readonly Wanted[],
  limit: number,
): Hits {
  const ordered = orderOf(db, kind, ids)
  const byTime = kind === 'task' || kind === 'activity'
  const looked = ordered.slice(0, byTime ? limit : Math.max(limit, RANKED))
  const texts = searchedTexts(db, kind, looked)
  const scored = looked.map((id) => ({ id, ...bestOf(texts.get(id) ?? [], wanted) }))
  if (!byTime) {
    const closed = kind === 'deal' ? closedDeals(db, looked) : new Set<number>()
    scored.sort((a, b) => Number(closed.has(a.id)) - Number(closed.has(b.id)) || b.score - a.score)
  }
  return {
    hits: scored.slice(0, limit).map(({ id, best }) => ({ kind, id, best })),
    count: ordered.length,
  }
}

/** Ids in the order in which they are shown unless a better fit goes before; each once, under what it was merged into. */
function orderOf(db: Database, kind: FoundKind, ids: readonly number[]): number[] {
  const ordered = (sql: string) => db.prepare(sql).pluck().all(JSON.stringify(ids)) as number[]
  const these = '(select value from json_each(?))'
  switch (kind) {
    case 'contact':
    case 'company': {
      const table = kind === 'contact' ? 'contacts' : 'companies'
      const found = ordered(`select id from ${table} where id in ${these} order by created_at desc, id desc`)
      return [...new Set(found.map((id) => bookSurvivor(db, table, id) ?? id))]
    }
    case 'deal':
      return ordered(`select deal_id from deal_state where removed = 0 and deal_id in ${these}
        order by outcome <> 0, coalesce(closed_at, stage_at) desc, deal_id desc`)
    case 'task':
      return ordered(`select id from tasks where id in ${these}
        order by state = 'done', coalesce(done_at, due_at) desc nulls last, id desc`)
    case 'activity':
      return ordered(`select id from activities where id in ${these} order by at desc, id desc`)
  }
}

function closedDeals(db: Database, ids: readonly number[]): Set<number> {
  const sql =
    'select deal_id from deal_state where outcome <> 0 and deal_id in (select value from json_each(?))'
  return new Set(db.prepare(sql).pluck().all(JSON.stringify(ids)) as number[])
}

function bestOf(
  texts: readonly Searched[],
  wanted: readonly Wanted[],
): { best: Searched | null; score: number } {
  let best: Searched | null = null
  let most = 0
  let score = 0
  for (const text of texts) {
    const words = wordsOfText(text)
    const fits = wanted.filter((one) => fitsWanted(words, one))
    if (fits.length <= most) continue
    most = fits.length
    best = text
    const whole = fits.filter(({ text: typed }) => words.includes(typed)).length
    const naming = text.field === 'name' || text.field === 'title' || text.field === 'phone'
    score = fits.length * 4 + (naming ? 2 : 0) + (whole > 0 ? 1 : 0)
  }
  return { best, score }
}
