import { isCurrency } from '../domain/currency.ts'
import { foldCompany, foldKey, foldName } from '../domain/names/name.ts'
import { Fault, UserError } from '../errors.ts'
import type { Database } from './database.ts'
import { differingCopies, rebuildCopies } from './deals/copies.ts'
import { lostReferences } from './deals/lost-references.ts'
import { remnants } from './erasing/remnants.ts'
import { scrubFile } from './erasing/scrubbing.ts'
import { differingImages } from './journal/images.ts'
import { differingSearch, rebuildSearch } from './kept/search-index.ts'
import { differingKept, rebuildKept } from './kept/upkeep.ts'
import { missingParts } from './open.ts'
import { renewWaitsOf, wrongWaits } from './rules/events.ts'
import { readRules } from './rules/rules.ts'
import type { Store } from './store.ts'

/** What may be wrong with a file. `file` and `foreignKeys` are SQLite's own findings. */
export const CHECKS = [
  'file',
  'foreignKeys',
  'references',
  'pipelines',
  'settings',
  'operations',
  'retracted',
  'journal',
  'copies',
  'orphans',
  'folded',
  'contactKeys',
  'day',
  'search',
  'ruleWaits',
  'remnants',
] as const

export type Check = (typeof CHECKS)[number]

export interface Finding {
  check: Check
  count: number
  /** The first of them, as a person can look it up. */
  first: string
}

export interface Diagnosis {
  findings: Finding[]
  /** Null where the file cannot be counted. */
  counts: Counts | null
}

export interface Counts {
  deals: number
  history: number
  contacts: number
  companies: number
  operations: number
}

/** How far an examination is: at the file itself, or so many of all deals. */
export type OnProgress = (at: { deals: number; of: number } | 'file') => void

/** Examines a workspace: SQLite's own checks, then every invariant of the format. Reads only; memory stays flat. */
export function examine(store: Store, onProgress: OnProgress = () => {}): Diagnosis {
  const { db } = store
  onProgress('file')
  const broken = [...fileDamage(db)]
  // On a damaged file every further answer would be guesswork.
  if (broken.length > 0) return { findings: [finding('file', broken)], counts: null }
  return {
    findings: invariants(store, onProgress).filter(({ count }) => count > 0),
    counts: {
      deals: count(db, 'deals where retracted = 0'),
      history: count(db, 'history where retracted = 0'),
      contacts: count(db, 'contacts'),
      companies: count(db, 'companies'),
      operations: count(db, 'operations'),
    },
  }
}

/** Makes all copies anew from the truth, in one transaction of its own: nothing is written that the truth does not say. */
export function mend(store: Store): void {
  const { db } = store
  db.raw.exec('begin immediate')
  try {
    rebuildCopies(db, store.projection)
    for (const { table, fold } of FOLDED)
      for (const { id, name } of misfolded(db, table, fold))
        db.prepare(`update ${table} set folded = ? where id = ?`).run(fold(name), id)
    db.raw.exec(`delete from contact_keys; insert into contact_keys ${WANTED_KEYS}`)
    rebuildKept(store)
    rebuildSearch(store)
    renewWaitsOf(store, readRules(db))
    db.raw.exec('commit')
  } catch (error) {
    if (db.raw.inTransaction) db.raw.exec('rollback')
    throw error
  }
  if (remnants(store).length > 0) scrubFile(store)
}

/** What of the records themselves does not agree: without all of it, no history can be folded into copies. */
export function disagreements(store: Store): Finding[] {
  const { db } = store
  return [
    finding('foreignKeys', texts(db, 'select "table" || \' \' || rowid from pragma_foreign_key_check')),
    finding('references', lostReferences(db)),
    finding('pipelines', pipelineFaults(store)),
    finding('settings', settingFaults(store)),
  ].filter(({ count }) => count > 0)
}

function invariants(store: Store, onProgress: OnProgress): Finding[] {
  const { db } = store
  const found = disagreements(store)
  // Without its stages, or the days of its zone, no history can be folded.
  const foldable = !found.some(({ check }) => check === 'references' || check === 'settings')
  return [
    ...found,
    finding('operations', texts(db, OUT_OF_RANGE)),
    finding('retracted', texts(db, HALF_RETRACTED)),
    finding('journal', differingImages(db)),
    finding('copies', foldable ? typed('d', differing(store, onProgress)) : []),
    finding('orphans', texts(db, ORPHANS)),
    finding(
      'folded',
      FOLDED.flatMap(({ table, fold }) => [...misfolded(db, table, fold)].map(({ id }) => `${table} ${id}`)),
    ),
    finding('contactKeys', texts(db, WRONG_KEYS)),
    finding('day', foldable ? differingKept(store) : []),
    finding('search', differingSearch(store)),
    finding('ruleWaits', foldable ? wrongWaits(store, readRules(db)) : []),
    finding('remnants', typed('c', remnants(store))),
  ]
}

function differing({ db, projection }: Store, onProgress: OnProgress): Generator<number> {
  const of = Number(db.prepare('select max(id) from deals').pluck().get())
  return differingCopies(db, projection, (deals) => onProgress({ deals, of }))
}

function finding(check: Check, found: Iterable<string>): Finding {
  let count = 0
  let first = ''
  for (const text of found) {
    if (count === 0) first = text
    count += 1
  }
  return { check, count, first }
}

function* fileDamage(db: Database): Generator<string> {
  try {
    for (const text of db.prepare('pragma integrity_check(100)').pluck().iterate() as Iterable<string>)
      if (text !== 'ok') yield text
  } catch (error) {
    if (!(error instanceof Error)) throw error
    yield error.message
  }
  yield* missingParts(db.raw)
}

function texts(db: Database, sql: string): string[] {
  return db.prepare(sql).pluck().all() as string[]
}

function* typed(letter: string, ids: Iterable<number>): Generator<string> {
  for (const id of ids) yield `${letter}${id}`
}

function count(db: Database, from: string): number {
  return Number(db.prepare(`select count(*) from ${from}`).pluck().get())
}

const OUT_OF_RANGE = ['deals', 'history']
  .map(
    (table) => `select '${table} ' || t.id from ${table} t left join operations o on o.id = t.op
      where o.id is null or t.id < coalesce(o.${table}_from, 0) or t.id > coalesce(o.${table}_until, -1)`,
  )
  .join(' union all ')

/** A row is retracted with its operation, or superseded by one in force, never alone; and what took an operation back names it. */
const HALF_RETRACTED = `
  select 'deals ' || t.id from deals t join operations o on o.id = t.op
    where t.retracted <> (o.retracted_at is not null or t.superseded_by is not null)
  union all
  select 'deals ' || t.id from deals t join operations o on o.id = t.superseded_by where o.retracted_at is not null
  union all
  select 'history ' || t.id from history t join operations o on o.id = t.op
    where t.retracted <> (o.retracted_at is not null or t.superseded_by is not null)
  union all
  select 'history ' || t.id from history t join operations o on o.id = t.superseded_by where o.retracted_at is not null
  union all
  select 'operation ' || o.id from operations o left join operations u on u.id = o.retracted_by
    where (o.retracted_at is null) <> (o.retracted_by is null)
      or (o.retracted_by is not null and u.undoes is not o.id)`

const ORPHANS = ['deal_state', 'visits', 'deal_contacts']
  .map(
    (table) => `select 'd' || deal_id from (select deal_id from ${table} group by deal_id) shown
      where not exists(select 1 from deals where id = shown.deal_id and retracted = 0)`,
  )
  .join(' union ')

const WANTED_KEYS = `select 1 as kind, p.value ->> 'e164' as key, c.id as contact_id
    from contacts c, json_each(c.phones) p where p.value ->> 'e164' is not null
  union select 2, e.value ->> 'email', c.id from contacts c, json_each(c.emails) e`

const WRONG_KEYS = `select 'c' || contact_id from (
    select * from (${WANTED_KEYS}) except select kind, key, contact_id from contact_keys)
  union select 'c' || contact_id from (
    select kind, key, contact_id from contact_keys except select * from (${WANTED_KEYS}))`

const FOLDED: readonly { table: string; fold: (name: string) => string }[] = [
  { table: 'managers', fold: foldKey },
  { table: 'pipelines', fold: foldKey },
  { table: 'stages', fold: foldKey },
  { table: 'fields', fold: foldKey },
  { table: 'companies', fold: foldCompany },
  { table: 'contacts', fold: foldName },
]

function misfolded(
  db: Database,
  table: string,
  fold: (name: string) => string,
): { id: number; name: string }[] {
  const rows = db.prepare(`select id, name, folded from ${table}`).iterate() as Iterable<{
    id: number
    name: string
    folded: string
  }>
  const wrong: { id: number; name: string }[] = []
  for (const { id, name, folded } of rows) if (fold(name) !== folded) wrong.push({ id, name })
  return wrong
}

/** Every pipeline has one stage for won, one for lost, and versions that order open stages of its own. */
function pipelineFaults({ pipelines }: Store): string[] {
  return pipelines
    .filter(({ stages, versions }) => {
      const open = new Set(stages.filter(({ kind }) => kind === 'open').map(({ id }) => id))
      const one = (kind: string) => stages.filter((stage) => stage.kind === kind).length === 1
      return (
        !one('won') ||
        !one('lost') ||
        versions.length === 0 ||
        versions.some(
          ({ stages: order }) => new Set(order).size < order.length || order.some((id) => !open.has(id)),
        )
      )
    })
    .map(({ name }) => name)
}

function settingFaults(store: Store): string[] {
  const { settings, pipelines, managers } = store
  const faults: string[] = []
  if (!isCurrency(settings.currency)) faults.push(`currency ${settings.currency}`)
  try {
    store.zone
  } catch (error) {
    if (!(error instanceof UserError) && !(error instanceof Fault)) throw error
    faults.push(`timezone ${settings.timezone}`)
  }
  if (settings.pipeline !== null && !pipelines.some(({ id }) => id === settings.pipeline))
    faults.push(`pipeline ${settings.pipeline}`)
  if (![1, 2, 3, 4, 5, 6, 7].includes(settings.weekStart)) faults.push(`weekStart ${settings.weekStart}`)
  if (settings.me !== null && !managers.some(({ id }) => id === settings.me)) faults.push(`me ${settings.me}`)
  return faults
}
