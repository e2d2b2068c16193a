import type { TouchKind } from '../../domain/records/planned-touch.ts'
import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import { withoutIndexes } from '../tables/indexes.ts'
import { TOUCH_COLUMNS, TOUCH_LINKS } from '../touches/columns.ts'
import { type BookFinding, settleSame } from './book-repeats.ts'
import { giveIds, journalFresh } from './fresh-ids.ts'
import type { TouchStaging } from './touch-staging.ts'
import { updateTouches } from './touches-update.ts'

export interface TouchOptions {
  /** What to do with a row whose record is there already. */
  readonly existing: 'update' | 'skip' | 'fail'
  /** The file is this program's own export. */
  readonly own: boolean
  /** Lines of one id are legs of one call: the answered one counts, of equal ones the longest. */
  readonly legs: boolean
}

export interface TouchesApplied {
  created: number
  updated: number
  unchanged: number
  skipped: number
  merged: number
  /** Records in which the file repeats what was changed here since: what is here stays. */
  kept: number
  problems: BookFinding[]
}

/**
 * In this program's own exports: the record of that number is the same one where it began at the same second (files for
 * Excel have no more); it may have got another number here, and is known by what it says then.
 */
const SAME: Readonly<Record<TouchKind, readonly [when: string, what: string]>> = {
  activities: ['at', 'kind'],
  tasks: ['created_at', 'text'],
}

/**
 * Brings the activities or tasks to what the staged rows say, by comparing sets: the record of a row is that of the same
 * system and id. Rows that cannot be taken come back as problems.
 */
export function applyTouches(
  db: Database,
  operation: Operation,
  staging: TouchStaging,
  options: TouchOptions,
): TouchesApplied {
  const { kind } = staging
  staging.flush()
  const legs = options.legs ? dropLegs(db) : 0
  const repeats = settleSame(db)
  match(db, kind, options.own)
  const problems = options.existing === 'fail' ? refuseMatched(db, kind) : []
  const skipped = options.existing === 'skip' ? setAside(db) : 0
  const matched = Number(db.prepare('select count(*) from temp.matched').pluck().get())
  const { updated, kept } = updateTouches(db, operation, kind, options.own)
  return {
    created: create(db, operation, kind),
    updated,
    unchanged: matched - updated,
    skipped,
    merged: legs + repeats.merged,
    kept,
    problems: [...repeats.problems, ...problems],
  }
}

function dropLegs(db: Database): number {
  return db
    .prepare(
      `delete from temp.staged where id is not null and n not in (
        select n from (select n, row_number() over (partition by id, system
          order by said ->> 'outcome' is not 'answered', coalesce(said ->> 'duration', 0) desc, n) as place
          from temp.staged where id is not null) where place = 1)`,
    )
    .run().changes
}

function match(db: Database, kind: TouchKind, own: boolean): void {
  db.raw.exec(`insert or ignore into temp.matched(n, record) select s.n, r.id from temp.staged s
    cross join ${kind} r on r.external_system is s.system and r.external_id = s.id where s.id is not null`)
  if (!own) return
  const [when, what] = SAME[kind]
  const second = `r.${when} / 1000 = (s.said ->> '${when}') / 1000`
  const open = 's.id is null and s.n not in (select n from temp.matched)'
  const free = 'r.external_id is null and r.id not in (select record from temp.matched)'
  const row = (from: string, key: string) =>
    `(select *, row_number() over (partition by ${key} order by 1) as nth from ${from})`
  const said = `said ->> '${when}', said ->> '${what}', said ->> 'text'`
  db.raw.exec(`
    insert or ignore into temp.matched(n, record) select s.n, r.id from temp.staged s
      cross join ${kind} r on r.id = s.own and r.external_id is null and ${second}
      where s.id is null and s.own is not null;
    insert or ignore into temp.matched(n, record) select s.n, r.id
      from ${row(`temp.staged s where ${open}`, said)} s
      cross join ${row(`${kind} r where ${free}`, `${when}, ${what}, text`)} r
        on r.nth = s.nth and ${second} and r.${what} = s.said ->> '${what}' and r.text is s.said ->> 'text';`)
}

function create(db: Database, operation: Operation, kind: TouchKind): number {
  const rows = 'select n, own from temp.staged where n not in (select n from temp.matched)'
  const count = giveIds(db, kind, rows)
  if (count === 0) return 0
  const columns = Object.entries(TOUCH_COLUMNS[kind])
  const filled = columns.map(
    ([name, otherwise]) =>
      `coalesce(s.said ->> '${name}', ${otherwise.replace('@now', String(operation.at))})`,
  )
  const links = Object.values(TOUCH_LINKS)
  withoutIndexes(db, [kind], count, () =>
    db.raw.exec(`insert into ${kind}(id, ${links.join(', ')}, external_system, external_id, said,
        ${columns.map(([name]) => name).join(', ')})
      select f.id, ${Object.keys(TOUCH_LINKS)
        .map((name) => `s.${name}`)
        .join(', ')}, s.system, s.id, case when s.id is not null then s.said end, ${filled.join(', ')}
      from temp.fresh f cross join temp.staged s on s.n = f.n order by f.id`),
  )
  journalFresh(db, operation, kind)
  return count
}

function refuseMatched(db: Database, kind: TouchKind): BookFinding[] {
  const rows = db
    .prepare(
      `select s.line, s.id, m.record from temp.matched m cross join temp.staged s on s.n = m.n order by m.n`,
    )
    .all() as { line: number; id: string | null; record: number }[]
  setAside(db)
  const letter = kind === 'activities' ? 'a' : 't'
  return rows.map(({ line, id, record }) => ({
    line,
    value: id ?? '',
    say: (w) => w.activities.existsAlready({ id: `${letter}${record}` }),
  }))
}

/** Takes the rows whose record is there out of what is still to be done. Returns how many. */
function setAside(db: Database): number {
  const rows = Number(db.prepare('select count(*) from temp.matched').pluck().get())
  db.raw.exec('delete from temp.staged where n in (select n from temp.matched); delete from temp.matched')
  return rows
}
