import type { BookKind } from '../../domain/records/planned-record.ts'
import type { Database } from '../database.ts'
import { CONTACT_KEY } from '../people/contact-keys.ts'
import { knownElsewhere } from '../people/known-ids.ts'
import type { BookFinding } from './book-repeats.ts'
import { STAGED_KEY } from './book-staging.ts'

/**
 * How a staged row found its record: by its own id, by being named before without one, as the same person under another
 * id who is to be updated, or only filled up, or by the id with which nothing but links of others came so far.
 */
export const HOW = { id: 1, named: 2, update: 3, fill: 4, linked: 5 } as const

export interface MatchOptions {
  /** What to do with a row whose record is there already. */
  existing: 'update' | 'skip' | 'fail'
  /** What to do with a row whose person is there under another id. */
  duplicates: 'keep' | 'skip' | 'update' | 'fill'
  /** The file is this program's own export. */
  own: boolean
}

export interface MatchedRecords {
  /** Rows that have a record and go on to it. */
  count: number
  skipped: number
  problems: BookFinding[]
}

/** Fills `temp.matched` and, with those kept apart for all that seem the same, `temp.doubles`. */
export function matchRecords(db: Database, kind: BookKind, options: MatchOptions): MatchedRecords {
  byId(db, kind, options)
  const problems = options.existing === 'fail' ? refuseMatched(db, kind) : []
  let skipped = options.existing === 'skip' ? setAside(db, 'matched') : 0
  db.raw.exec(LINKED(kind))
  if (options.own) db.raw.exec(movedRecords(kind))
  for (const sql of kind === 'contacts' ? namedContacts(options.own) : [NAMED_COMPANIES]) db.raw.exec(sql)
  const { duplicates } = options
  for (const sql of kind === 'contacts' ? SAME_CONTACTS : [SAME_COMPANIES]) db.raw.exec(sql)
  if (duplicates === 'skip') skipped += setAside(db, 'doubles')
  if (duplicates === 'update' || duplicates === 'fill')
    db.raw.exec(`insert into temp.matched(n, record, how) select n, record, ${HOW[duplicates]} from temp.doubles;
      delete from temp.doubles`)
  return { count: count(db, 'matched'), skipped, problems }
}

/** System and id, whether of the record's own system or of another that knows it too; in this program's own exports, without an external id, the typed one of the same creation. */
function byId(db: Database, kind: BookKind, { own, duplicates }: MatchOptions): void {
  const said = own ? 'true' : `r.said ->> 'linked' is null`
  db.raw.exec(`
    insert or ignore into temp.matched(n, record, how) select s.n, r.id, ${HOW.id} from temp.staged s
      cross join ${kind} r on r.external_system is s.system and r.external_id = s.id
      where s.id is not null and ${said};
    with known as materialized (select key, min(id) as id from ${knownElsewhere(kind)} group by key)
    insert or ignore into ${duplicates === 'skip' ? 'temp.doubles(n, record)' : 'temp.matched(n, record, how)'}
      select s.n, known.id ${duplicates === 'skip' ? '' : `, ${duplicates === 'update' ? HOW.update : HOW.fill}`}
      from temp.staged s cross join known on known.key = s.system || ' ' || s.id where ${OPEN};
    insert or ignore into temp.matched(n, record, how) select s.n, r.id, ${HOW.id} from temp.staged s
      cross join ${kind} r on r.id = s.own and r.external_id is null and r.created_at = s.at
        and r.created_precision = s.precision
      where s.id is null and s.own is not null;`)
}

/**
 * Of this program's own exports, whose number is another's here: they got a new one, and are known again by their name
 * and the moment they were made, one by one. A file without that moment has the number and the name, else all by which
 * people are known.
 */
function movedRecords(kind: BookKind): string {
  const pairs = (by: string) => `
    insert or ignore into temp.matched(n, record, how) select s.n, r.id, ${HOW.id} from
      (select *, row_number() over (partition by folded, at, precision order by n) as k
        from temp.staged s where s.id is null and s.own is not null and ${OPEN}) s
      cross join (select *, row_number() over (partition by folded, created_at, created_precision order by id) as k
        from ${kind} r where ${UNNAMED}) r on r.folded = s.folded and ${by};`
  const sameMoment = 'r.k = s.k and r.created_at = s.at and r.created_precision = s.precision'
  const sameKeys = `s.at is null and r.k = s.k and r.emails = coalesce(s.said -> 'emails', '[]')
    and r.phones = coalesce(s.said -> 'phones', '[]')`
  return [sameMoment, 's.at is null and r.id = s.own', ...(kind === 'contacts' ? [sameKeys] : [])]
    .map(pairs)
    .join('')
}

/** Those that are known by their id from links alone: whatever is to be done with records that are there, these are not yet. */
const LINKED = (kind: BookKind) => `insert or ignore into temp.matched(n, record, how)
  select s.n, r.id, ${HOW.linked} from temp.staged s
    cross join ${kind} r on r.external_system is s.system and r.external_id = s.id
    where s.id is not null and r.said ->> 'linked';`

const OPEN = `s.n not in (select n from temp.matched)`
const UNNAMED = `r.external_id is null and r.merged_into is null and r.id not in (select record from temp.matched)`

/** From the keys to their rows: the other way round every row would look through all of them. */
const sameKey = (staged: number, known: number) =>
  `temp.staged_keys k cross join temp.staged s on s.n = k.n
  cross join contact_keys known on k.kind = ${staged} and known.kind = ${known} and known.key = k.key`
const SAME_EMAIL = sameKey(STAGED_KEY.email, CONTACT_KEY.email)
const SAME_PHONE = sameKey(STAGED_KEY.phone, CONTACT_KEY.phone)

/** Colleagues share a phone: two people who each have an e-mail are the same only by their names. */
const ONE_PERSON = `(r.folded = s.folded or r.emails = '[]' or s.said -> 'emails' is null)`

/** Neither side has anything else to be known by. */
const BARE = `s.n not in (select n from temp.staged_keys) and r.phones = '[]' and r.emails = '[]'`

/** Those whom an import named, as the contact of a deal for instance: whoever is the same gives them an id. */
function namedContacts(own: boolean): string[] {
  const adopt = (from: string, where: string) =>
    `insert or ignore into temp.matched(n, record, how) select min(s.n), r.id, ${HOW.named} from ${from}
      where r.said is not null and ${UNNAMED} and ${OPEN} and ${where} group by r.id`
  const join = 'cross join contacts r on r.id = known.contact_id'
  return [
    ...(own ? [adopt('temp.staged s cross join contacts r on r.id = s.own', 'r.folded = s.folded')] : []),
    adopt(`${SAME_EMAIL} ${join}`, 'true'),
    adopt(`${SAME_PHONE} ${join}`, ONE_PERSON),
    adopt('temp.staged s cross join contacts r on r.folded = s.folded', BARE_RECORD),
  ]
}

const BARE_RECORD = `r.phones = '[]' and r.emails = '[]'`

/** Names of companies are unique but where ids tell them apart. */
const NAMED_COMPANIES = `insert or ignore into temp.matched(n, record, how)
  select min(s.n), r.id, ${HOW.named} from temp.staged s cross join companies r on r.folded = s.folded
  where ${UNNAMED} and ${OPEN} group by r.id`

/** Not what this very file has found already. */
const OTHER = `r.id not in (select record from temp.matched)`
const doubles = (from: string, where: string) =>
  `insert or ignore into temp.doubles(n, record) select s.n, min(coalesce(r.merged_into, r.id)) from ${from}
    where ${OPEN} and s.n not in (select n from temp.doubles) and ${OTHER} and ${where} group by s.n`

const SAME_CONTACTS = [
  doubles(`${SAME_EMAIL} cross join contacts r on r.id = known.contact_id`, 'true'),
  doubles(`${SAME_PHONE} cross join contacts r on r.id = known.contact_id`, ONE_PERSON),
  doubles('temp.staged s cross join contacts r on r.folded = s.folded', BARE),
]
const SAME_COMPANIES = doubles('temp.staged s cross join companies r on r.folded = s.folded', 'true')

function refuseMatched(db: Database, kind: BookKind): BookFinding[] {
  const rows = db
    .prepare(
      `select s.line, s.id, r.id as record, r.name from temp.matched m cross join temp.staged s on s.n = m.n
      cross join ${kind} r on r.id = m.record order by m.n`,
    )
    .all() as { line: number; id: string | null; record: number; name: string }[]
  if (rows.length > 0) setAside(db, 'matched')
  const letter = kind === 'contacts' ? 'c' : 'o'
  return rows.map(({ line, id, record, name }) => ({
    line,
    value: id ?? '',
    say: (w) => w.book.existsAlready({ id: `${letter}${record}`, name }),
  }))
}

/** Takes the rows out of what is still to be done. Returns how many. */
function setAside(db: Database, table: 'matched' | 'doubles'): number {
  const rows = count(db, table)
  db.raw.exec(`delete from temp.staged where n in (select n from temp.${table}); delete from temp.${table}`)
  return rows
}

function count(db: Database, table: string): number {
  return Number(db.prepare(`select count(*) from temp.${table}`).pluck().get())
}
