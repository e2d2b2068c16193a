import type { BookKind } from '../../domain/records/planned-record.ts'
import type { Zone } from '../../domain/time/zone.ts'
import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import { createRecords } from './book-create.ts'
import { type MatchOptions, matchRecords } from './book-match.ts'
import { type BookFinding, settleSame } from './book-repeats.ts'
import { type BookStaging, STAGED_KEY } from './book-staging.ts'
import { updateRecords } from './book-update.ts'
import type { Gone } from './changes.ts'
import { giveIds, journalFresh } from './fresh-ids.ts'
import { applyLives, rememberLives } from './lives.ts'
import { type MadeCompanies, settleCompanies } from './people.ts'

export interface BookOptions extends MatchOptions {
  system: string
  /** Some column says how far people have come, who sent them, or what they wait for. */
  life: boolean
  zone: Zone
}

export interface BookApplied {
  created: number
  updated: number
  unchanged: number
  skipped: number
  merged: number
  /** Records in which the file repeats what was changed here since: what is here stays. */
  kept: number
  /** How many records were changed in which column. */
  changed: ReadonlyMap<string, number>
  /** Records of the system that the file does not name. */
  gone: Gone
  /** Records that were made though somebody here has the same e-mail or phone, or nothing but the same name. */
  alike: number
  companies: MadeCompanies
  problems: BookFinding[]
  warnings: BookFinding[]
  /** Rows that name somebody who is not here as who sent them. */
  unknownReferrers: BookFinding[]
}

/**
 * Brings the contacts or companies to what the staged rows say, by comparing sets. Who is there already: the record of
 * the same system and id, else one that a system named before without giving it an id. Rows that cannot be taken come
 * back as problems.
 */
export function applyBook(
  db: Database,
  operation: Operation,
  staging: BookStaging,
  options: BookOptions,
): BookApplied {
  const { kind } = staging
  staging.flush()
  const repeats = settleSame(db)
  const { problems } = repeats
  const warnings = repeatedKeys(db, kind)
  const matched = matchRecords(db, kind, options)
  problems.push(...matched.problems, ...refuseNameless(db))
  const companies =
    kind === 'contacts' ? namedCompanies(db, operation, options.own) : { names: [], count: 0, nameless: 0 }
  if (options.life) rememberLives(db)
  const update = updateRecords(db, operation, kind, options.own)
  const created = createRecords(db, operation, kind)
  const lives = options.life
    ? applyLives(db, operation, options.zone, options.own)
    : { updated: [], warnings: [] }
  const updated = new Set([...update.updated, ...lives.updated]).size
  const alike = Number(
    db.prepare('select count(*) from temp.doubles d join temp.fresh f on f.n = d.n').pluck().get(),
  )
  return {
    created,
    updated,
    unchanged: matched.count - updated,
    skipped: matched.skipped,
    merged: repeats.merged,
    kept: update.kept,
    changed: update.changed,
    gone: findGone(db, kind, options.system),
    alike,
    companies,
    problems,
    warnings: [...warnings, ...pairs(db, kind, alike)],
    unknownReferrers: lives.warnings,
  }
}

/** A record that is not there yet needs a name. */
function refuseNameless(db: Database): BookFinding[] {
  const where = 'name is null and n not in (select n from temp.matched)'
  const rows = db.prepare(`select line from temp.staged where ${where} order by n`).pluck().all() as number[]
  if (rows.length > 0) db.raw.exec(`delete from temp.staged where ${where}`)
  return rows.map((line) => ({ line, value: '', say: (w) => w.book.noName }))
}

/** Companies of rows that are taken; in this program's own exports those of their typed ids. */
function namedCompanies(db: Database, operation: Operation, own: boolean): MadeCompanies {
  db.raw.exec(`delete from temp.staged_companies where n not in
    (select company from temp.staged where company is not null)`)
  if (!own) return settleCompanies(db, operation)
  db.raw.exec(`
    update temp.staged_companies set id = (select coalesce(c.merged_into, c.id) from companies c
      where c.id = staged_companies.own and c.name = staged_companies.name);
    update temp.staged_companies set id = (select min(c.id) from companies c
      where c.folded = staged_companies.folded and c.merged_into is null having count(*) = 1) where id is null;`)
  const count = giveIds(db, 'companies', 'select n, own from temp.staged_companies where id is null')
  db.raw.exec(`
    insert into companies(id, name, folded, created_at, created_precision, said)
      select f.id, s.name, s.folded, ${operation.at}, 0, json_object('name', s.name)
      from temp.fresh f join temp.staged_companies s on s.n = f.n order by f.id;
    update temp.staged_companies set id = (select f.id from temp.fresh f where f.n = staged_companies.n)
      where id is null;`)
  const names = db
    .prepare('select name from companies where id in (select id from temp.fresh) order by id limit 20')
    .pluck()
    .all() as string[]
  journalFresh(db, operation, 'companies')
  return { names, count, nameless: 0 }
}

/** So many repeated values are named, with the first of their lines; the others are counted. */
const MOST_NAMED = 5
const MOST_LINES = 4

/** One warning for all rows whose e-mail (a company's: name) another row of the file has under another id. */
function repeatedKeys(db: Database, kind: BookKind): BookFinding[] {
  const key = kind === 'contacts' ? STAGED_KEY.email : STAGED_KEY.name
  const repeated = `select k.key, count(*) as count, min(s.n) as n from temp.staged_keys k
    cross join temp.staged s on s.n = k.n where k.kind = ${key} group by k.key having count(*) > 1`
  const rows = Number(db.prepare(`select sum(count - 1) from (${repeated})`).pluck().get() ?? 0)
  if (rows === 0) return []
  const first = db.prepare(`${repeated} order by 3 limit ${MOST_NAMED}`).pluck().all() as string[]
  const lines = db
    .prepare(
      `select s.line from temp.staged_keys k cross join temp.staged s on s.n = k.n
      where k.kind = ${key} and k.key = ? order by s.n limit ${MOST_LINES}`,
    )
    .pluck()
  const named = first.map((value) => ({ value, lines: lines.all(value) as number[] }))
  const what = kind === 'contacts' ? 'repeatedEmails' : 'repeatedNames'
  return [
    {
      line: named[0]?.lines[1] ?? 0,
      value: named[0]?.value ?? '',
      say: (w) =>
        w.book[what]({
          rows,
          first: named.map(({ value, lines }) => w.book.lines({ value, lines: lines.join(', ') })).join('; '),
        }),
    },
  ]
}

const MOST_PAIRS = 20

/** Records that were made though the same person seems to be there under another id. */
function pairs(db: Database, kind: BookKind, all: number): BookFinding[] {
  const rows = db
    .prepare(
      `select s.line, s.id, d.record, r.name, f.id as made from temp.doubles d
      join temp.staged s on s.n = d.n join temp.fresh f on f.n = d.n join ${kind} r on r.id = d.record
      order by d.n limit ${MOST_PAIRS}`,
    )
    .all() as { line: number; id: string | null; record: number; name: string; made: number }[]
  const letter = kind === 'contacts' ? 'c' : 'o'
  const word = kind === 'contacts' ? 'contact' : 'company'
  const warnings = rows.map(
    ({ line, id, record, name, made }): BookFinding => ({
      line,
      value: id ?? '',
      say: (w) => w.book.pair({ known: `${letter}${record}`, name, made: `${letter}${made}`, kind: word }),
    }),
  )
  const more = all - rows.length
  const last = rows.at(-1)
  if (more > 0 && last !== undefined)
    warnings.push({ line: last.line, value: '', say: (w) => w.book.morePairs({ count: more }) })
  return warnings
}

function findGone(db: Database, kind: BookKind, system: string): Gone {
  const gone = `select r.id from ${kind} r where r.external_system = ? and r.merged_into is null
    and r.id not in (select record from temp.matched) and r.id not in (select id from temp.fresh) order by r.id`
  return db.prepare(gone).pluck().all(system) as number[]
}
