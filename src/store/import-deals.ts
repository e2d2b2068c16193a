import type { Database } from './database.ts'
import { createStaged } from './import-create.ts'
import { type MadePeople, settlePeople } from './import-people.ts'
import { type StagedProblem, settleRepeats } from './import-repeats.ts'
import { GIVEN, type Staging } from './import-staging.ts'
import { type UpdateCounts, updateStaged } from './import-update.ts'
import type { Operation } from './operation.ts'
import type { Store } from './store.ts'

export interface ApplyOptions {
  /** What to do with a row whose deal is there already. */
  existing: 'update' | 'skip' | 'fail'
  /** Lines that share an id are products of one deal. */
  linesAreProducts: boolean
}

export interface Applied extends UpdateCounts, MadePeople {
  created: number
  unchanged: number
  skipped: number
  merged: number
  problems: StagedProblem[]
  /** Deals of the same systems and pipelines that the file does not name. */
  gone: number
}

const NO_UPDATES: UpdateCounts = { updated: 0, kept: 0, advanced: 0, movedBack: 0, won: 0, lost: 0 }

/**
 * Brings the workspace to what the staged rows say: new deals are made, those that are there changed where they differ
 * from what was said before, all by comparing sets. Rows that cannot be taken come back as problems.
 */
export function applyDeals(
  store: Store,
  operation: Operation,
  staging: Staging,
  { existing, linesAreProducts }: ApplyOptions,
): Applied {
  const { db } = store
  staging.flush()
  const repeats = settleRepeats(staging, linesAreProducts)
  const { problems } = repeats
  const matched = match(db)
  if (existing === 'fail' && matched > 0) problems.push(...refuseMatched(db))
  if (staging.stageless > 0) problems.push(...refuseStageless(db))
  const gone = countGone(staging)
  const skip = existing === 'skip'
  if (skip) setAside(db)
  const people = settlePeople(db, operation)
  const counts = matched > 0 && existing === 'update' ? updateStaged(store, operation) : NO_UPDATES
  const created = createStaged(db, operation)
  return {
    ...counts,
    ...people,
    created,
    unchanged: existing === 'update' ? matched - counts.updated : 0,
    skipped: skip ? matched : 0,
    merged: repeats.merged,
    problems,
    gone,
  }
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

function countGone({ db, scopes }: Staging): number {
  let gone = 0
  for (const scope of scopes) {
    const all = `select count(*) from deal_state e where e.external_system = @system and e.pipeline_id = @pipeline
      and e.removed = 0`
    const held = Number(db.prepare(all).pluck().get(scope))
    if (held === 0) continue
    const named = `select count(*) from temp.matched m cross join deal_state e on e.deal_id = m.deal
      where e.external_system = @system and e.pipeline_id = @pipeline and e.removed = 0`
    gone += held - Number(db.prepare(named).pluck().get(scope))
  }
  return gone
}
