import type { BookOf } from '../../domain/names/likeness.ts'
import type { Database } from '../database.ts'
import { bookTable } from '../naming/naming-people.ts'
import { slips, type Vocabulary } from './dupe-staging.ts'

/**
 * So many records that share something are compared with each other, all with all. Of more only those with the same
 * name are, each with the next: that keeps the work linear, and one person's many copies together all the same.
 */
const MOST_COMPARED = 20

/** Fills `dupe_pairs` with the pairs worth a look: those who share a key, an external id, a name, or nearly one. */
export function blockPairs(db: Database, of: BookOf, vocabulary: Vocabulary): void {
  const ids = `(select id, external_id from ${bookTable(of)} where external_id is not null and merged_into is null)`
  for (const select of [
    allWithAll('temp.dupe_keys', ['kind', 'key']),
    namesakesOf('temp.dupe_keys', ['kind', 'key']),
    allWithAll('temp.dupe_blocks', ['block']),
    namesakesOf('temp.dupe_blocks', ['block']),
    allWithAll('temp.dupe_records', ['sig'], "where sig <> ''"),
    allWithAll(ids, ['external_id']),
  ])
    db.raw.exec(`insert or ignore into temp.dupe_pairs ${select}`)
  misspelt(db, vocabulary)
}

/** Pairs of each group that is small enough. */
function allWithAll(source: string, columns: readonly string[], where = ''): string {
  const by = columns.join(', ')
  const on = (alias: string) => columns.map((column) => `${alias}.${column} = g.${column}`).join(' and ')
  return `select x.id, y.id from (select ${by} from ${source} ${where} group by ${by}
      having count(*) between 2 and ${MOST_COMPARED}) g
    cross join ${source} x on ${on('x')} cross join ${source} y on ${on('y')} and y.id > x.id`
}

/** In each larger group those of one name, in a chain. */
function namesakesOf(source: string, columns: readonly string[]): string {
  const by = columns.join(', ')
  const on = columns.map((column) => `s.${column} = g.${column}`).join(' and ')
  const partition = [...columns.map((column) => `s.${column}`), 'r.sig'].join(', ')
  return `select before, id from (
      select s.id, lag(s.id) over (partition by ${partition} order by s.id) as before
      from (select ${by} from ${source} group by ${by} having count(*) > ${MOST_COMPARED}) g
      cross join ${source} s on ${on} cross join temp.dupe_records r on r.id = s.id and r.sig <> ''
    ) where before is not null`
}

const PAGE = 2000

/** Pairs whose names are the same but for a slip in one word. */
function misspelt(db: Database, vocabulary: Vocabulary): void {
  const near = slips(db, vocabulary)
  if (near.size === 0) return
  const page = db.prepare(`select id, sig from temp.dupe_records where id > ? order by id limit ${PAGE}`)
  const named = db
    .prepare(`select id from temp.dupe_records where sig = ? limit ${MOST_COMPARED + 1}`)
    .pluck()
  const add = db.prepare('insert or ignore into temp.dupe_pairs values (?, ?)')
  for (let after = 0; ; ) {
    const rows = page.all(after) as { id: number; sig: string }[]
    for (const { id, sig } of rows)
      for (const other of variants(sig, near)) {
        const ids = named.all(other) as number[]
        if (ids.length <= MOST_COMPARED)
          for (const found of ids) add.run(Math.min(id, found), Math.max(id, found))
      }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

/** Signatures with a later word of two that are a slip apart: from the other side the same pair is found. */
function variants(sig: string, near: ReadonlyMap<string, readonly string[]>): string[] {
  const words = sig.split(' ')
  return words.flatMap((word, at) =>
    (near.get(word) ?? [])
      .filter((other) => other > word)
      .map((other) => words.with(at, other).sort().join(' ')),
  )
}
