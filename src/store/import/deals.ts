import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import type { Store } from '../store.ts'
import { type Gone, ImportChanges } from './changes.ts'
import { createStaged } from './create.ts'
import { refuseOtherClients } from './other-client.ts'
import { dropUnnamed, type MadePeople, settlePeople, type Unclear } from './people.ts'
import { type Presumed, presumedOf, setUndatedAside } from './presumed.ts'
import { type StagedProblem, settleRepeats } from './repeats.ts'
import { GIVEN, type Staging } from './staging.ts'
import { NO_UPDATES, type UpdateCounts, updateStaged } from './update.ts'

export interface ApplyOptions {
  /** What to do with a row whose deal is there already. */
  existing: 'update' | 'skip' | 'fail'
  /** Rows are known by columns that somebody chose, whose values clients may share. */
  weakKey: boolean
  /** Lines that share an id are products of one deal. */
  linesAreProducts: boolean
  /** New deals without any date, which begin at this moment: taken so, unless the user said it, or passed over. */
  undated: { readonly at: number; readonly how: 'presumed' | 'said' | 'skip' }
}

export interface Applied extends UpdateCounts, Omit<MadePeople, 'unclear'> {
  /** Rows of which only the name of a contact is known, which several have: the deal has none of them. */
  unclear: readonly UnclearRow[]
  created: number
  unchanged: number
  skipped: number
  merged: number
  problems: StagedProblem[]
  /** Deals of the same systems and pipelines that the file does not name. */
  gone: Gone
  changes: ImportChanges
  presumed: Presumed
}

/**
 * Brings the workspace to what the staged rows say: new deals are made, those that are there changed where they differ
 * from what was said before, all by comparing sets. Rows that cannot be taken come back as problems.
 */
export function applyDeals(
  store: Store,
  operation: Operation,
  staging: Staging,
  { existing, weakKey, linesAreProducts, undated }: ApplyOptions,
): Applied {
  const { db } = store
  staging.flush()
  const repeats = settleRepeats(staging, linesAreProducts)
  const { problems } = repeats
  let matched = match(db)
  const gone = findGone(staging)
  if (weakKey && existing === 'update' && matched > 0) {
    const others = refuseOtherClients(db)
    problems.push(...others)
    matched -= others.length
  }
  if (existing === 'fail' && matched > 0) problems.push(...refuseMatched(db))
  if (staging.stageless > 0) problems.push(...refuseStageless(db))
  const left = undated.how === 'skip' ? setUndatedAside(db, undated.at) : 0
  const skip = existing === 'skip'
  if (skip) setAside(db)
  if (problems.length > 0 || left > 0 || (skip && matched > 0)) dropUnnamed(db)
  const { unclear, ...people } = settlePeople(db, operation)
  const { counts, changes } =
    matched > 0 && existing === 'update'
      ? updateStaged(store, operation)
      : { counts: NO_UPDATES, changes: new ImportChanges() }
  const created = createStaged(db, operation)
  return {
    ...counts,
    ...people,
    unclear: unclearRows(db, unclear),
    created,
    unchanged: existing === 'update' ? matched - counts.updated : 0,
    skipped: (skip ? matched : 0) + left,
    merged: repeats.merged,
    problems,
    gone,
    changes,
    presumed: presumedOf(db, undated.how === 'presumed' ? undated.at : null, GIVEN.currency),
  }
}

export interface UnclearRow {
  line: number
  name: string
  /** Row ids of the contacts of that name. */
  contacts: readonly number[]
}

/** The rows of such people; where a deal has one of that name already, that will be who is meant. */
function unclearRows(db: Database, people: readonly Unclear[]): UnclearRow[] {
  if (people.length === 0) return []
  const byNumber = new Map(people.map((person) => [person.n, person]))
  const rows = db
    .prepare(
      `select p.value as n, s.line, m.deal from temp.staged s
      cross join json_each(iif(s.contacts is null, '[' || s.contact || ']', s.contacts)) p
      left join temp.matched m on m.n = s.deal_id
      where p.value in (select value from json_each(?)) order by p.value, s.line`,
    )
    .all(JSON.stringify([...byNumber.keys()])) as { n: number; line: number; deal: number | null }[]
  const held = db.prepare(`select 1 from deal_contacts where deal_id = ?
    and contact_id in (select value from json_each(?))`)
  return rows.flatMap(({ n, line, deal }) => {
    const person = byNumber.get(n)
    if (person === undefined) return []
    const { name, contacts } = person
    const isHeld = deal !== null && held.get(deal, JSON.stringify(contacts)) !== undefined
    return isHeld ? [] : [{ line, name, contacts }]
  })
}

/** Finds the deals that are there by system and id. Returns how many. */
function match(db: Database): number {
  db.raw.exec(`insert into temp.matched(n, deal) select s.deal_id, e.deal_id from temp.staged s
    cross join deal_state e on e.external_system = s.external_system and e.external_id = s.external_id
    where exists(select 1 from deal_state) order by s.deal_id`)
  return Number(db.prepare('select count(*) from temp.matched').pluck().get())
}

function refuseMatched(db: Database): StagedProblem[] {
  const rows = db
    .prepare(
      `select s.line, s.external_id as id, m.deal from temp.matched m
      cross join temp.staged s on s.deal_id = m.n order by m.n`,
    )
    .all() as { line: number; id: string; deal: number }[]
  return rows.map(({ line, id, deal }) => ({ line, externalId: id, why: { kind: 'exists', deal } }))
}

/** A deal that is not there yet needs a stage. */
function refuseStageless(db: Database): StagedProblem[] {
  const where = `from temp.staged s where not (s.given & ${GIVEN.stage})
    and not exists(select 1 from temp.matched m where m.n = s.deal_id)`
  const rows = db.prepare(`select s.line, s.external_id as id ${where} order by s.deal_id`).all() as {
    line: number
    id: string
  }[]
  if (rows.length === 0) return []
  db.raw.exec(`delete from temp.staged where deal_id in (select s.deal_id ${where})`)
  return rows.map(({ line, id }) => ({ line, externalId: id, why: { kind: 'noStage' } }))
}

/** Takes the rows whose deals are there out of what is still to be done. */
function setAside(db: Database): void {
  db.raw.exec(`delete from temp.staged where deal_id in (select n from temp.matched);
    delete from temp.matched`)
}

function findGone({ db, scopes }: Staging): Gone {
  return scopes.flatMap((scope) => {
    const gone = `select e.deal_id from deal_state e where e.external_system = @system and e.pipeline_id = @pipeline
      and e.removed = 0 and e.deal_id not in (select deal from temp.matched) order by e.deal_id`
    return db.prepare(gone).pluck().all(scope) as number[]
  })
}
