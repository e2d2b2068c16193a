import { KIND } from '../../domain/deal.ts'
import { foldKey, renamed } from '../../domain/names/name.ts'
import { Fault, UserError } from '../../errors.ts'
import type { Database } from '../database.ts'
import { survivorOf } from '../naming/naming.ts'
import type { Operation } from '../operation.ts'
import { parseJson } from '../rows.ts'
import { writeSetting } from '../settings.ts'
import type { Store } from '../store.ts'
import { touchesOf } from '../touches/touches.ts'

export interface Manager {
  id: number
  name: string
  folded: string
  email: string | null
  department: string | null
  /** Names as they occur in imported files. */
  aliases: readonly string[]
  active: boolean
  /** Merged managers stay as rows that point to who they became. */
  mergedInto: number | null
}

export function readManagers(db: Database): Manager[] {
  return db.all(db.query.selectFrom('managers').selectAll().orderBy('id')).map((row) => ({
    id: row.id,
    name: row.name,
    folded: row.folded,
    email: row.email,
    department: row.department,
    aliases: parseJson<string[]>(row.aliases),
    active: row.active === 1,
    mergedInto: row.merged_into,
  }))
}

/** What a person may say of a manager. Undefined leaves as it is, null takes away. */
export interface ManagerPatch {
  name?: string
  email?: string | null
  department?: string | null
  /** Added to those there are. */
  aliases?: readonly string[]
  active?: boolean
}

/** Adds a manager; returns the row id. Throws UserError where the name or an alias is somebody's already. */
export function createManager(
  store: Store,
  operation: Operation,
  name: string,
  patch: ManagerPatch = {},
): number {
  for (const text of [name, ...(patch.aliases ?? [])]) checkFree(store, text, null)
  const id = operation.insert('managers', {
    name,
    folded: foldKey(name),
    email: patch.email ?? null,
    department: patch.department ?? null,
    aliases: JSON.stringify(patch.aliases ?? []),
  })
  store.forget()
  return id
}

/**
 * Changes a manager's labels: today's names stand in past reports too, and files may
 * go on saying the old one. Throws UserError as `createManager` does.
 */
export function updateManager(store: Store, operation: Operation, id: number, patch: ManagerPatch): void {
  const manager = getManager(store, id)
  for (const text of [...(patch.name === undefined ? [] : [patch.name]), ...(patch.aliases ?? [])])
    checkFree(store, text, id)
  const before = patch.name === undefined ? manager.aliases : renamed(manager, patch.name)
  operation.update('managers', id, {
    name: patch.name,
    folded: patch.name === undefined ? undefined : foldKey(patch.name),
    email: patch.email,
    department: patch.department,
    aliases: JSON.stringify(together(before, patch.aliases ?? [])),
    active: patch.active === undefined ? undefined : Number(patch.active),
  })
  store.forget()
}

/**
 * Joins two managers. Deals and history keep the manager that was written, for those are facts; the merged row
 * points to the survivor, whose name every read shows for it, and whose aliases now hold the other's names, so that
 * files which still say them find the survivor. Undo restores both rows and with them every report.
 */
export function mergeManagers(store: Store, operation: Operation, into: number, from: number): void {
  const [kept, gone] = [getManager(store, into), getManager(store, from)]
  if (into === from) throw new UserError((w) => w.managers.mergedItself({ name: kept.name }))
  const names = [gone.name, ...gone.aliases].filter((name) => foldKey(name) !== kept.folded)
  operation.update('managers', into, {
    aliases: JSON.stringify(together(kept.aliases, names)),
    email: kept.email ?? gone.email,
    department: kept.department ?? gone.department,
  })
  operation.update('managers', from, { merged_into: into, active: 0 })
  if (store.settings.me === from) writeSetting(store.db, operation, 'me', into)
  for (const table of ['contacts', 'companies'] as const) {
    const { query } = store.db
    for (const { id } of store.db.all(query.selectFrom(table).select('id').where('manager_id', '=', from)))
      operation.update(table, id, { manager_id: into })
  }
  store.forget()
}

/** Removes a manager whom nothing names, with those who were merged into them. Throws UserError where deals or history do. */
export function removeManager(store: Store, operation: Operation, id: number): void {
  const { name } = getManager(store, id)
  const deals = dealsNaming(store.db, id)
  if (deals > 0) throw new UserError((w) => w.managers.hasRecords({ name, deals }))
  const { activities, tasks } = touchesOf(store.db, 'manager_id', id)
  const plans = Number(
    store.db
      .prepare(
        `select (select count(*) from plans where manager_id = @id)
          + (select count(distinct rule) from bonuses where manager_id = @id)`,
      )
      .pluck()
      .get({ id }),
  )
  if (activities + tasks + plans > 0)
    throw new UserError((w) => w.managers.hasTouches({ name, activities, tasks, plans }))
  const handovers = store.db
    .prepare(
      'select exists(select 1 from handovers where manager_id = @id) or exists(select 1 from handover_items where manager_id = @id)',
    )
    .pluck()
    .get({ id })
  if (handovers === 1) throw new UserError((w) => w.handover.names({ name }))
  for (const table of ['lifecycle', 'wants'] as const)
    for (const row of store.db.prepare(`select id from ${table} where manager_id = ?`).pluck().all(id))
      operation.update(table, Number(row), { manager_id: null })
  for (const merged of store.managers.filter((manager) => manager.mergedInto === id))
    removeManager(store, operation, merged.id)
  for (const table of ['contacts', 'companies'] as const) {
    const { query } = store.db
    for (const row of store.db.all(query.selectFrom(table).select('id').where('manager_id', '=', id)))
      operation.update(table, row.id, { manager_id: null })
  }
  if (store.settings.me === id) writeSetting(store.db, operation, 'me', null)
  operation.remove('managers', id)
  store.forget()
}

export function getManager(store: Store, id: number): Manager {
  const found = store.managers.find((manager) => manager.id === id)
  if (found === undefined) throw new Fault(`manager ${id} is not there`)
  return found
}

/** Open deals of each manager by row id, those of merged managers at the survivor. */
export function openDeals(store: Store): Map<number, number> {
  const rows = store.db
    .prepare(
      `select manager_id, count(*) from deal_state
      where outcome = 0 and removed = 0 and manager_id is not null group by manager_id`,
    )
    .raw()
    .all() as [number, number][]
  const counts = new Map<number, number>()
  for (const [id, count] of rows) {
    const owner = survivorOf(store.managers, id)
    counts.set(owner, (counts.get(owner) ?? 0) + count)
  }
  return counts
}

/** Deals in which the manager stands anywhere, as owner or actor, now or before, retracted or not. */
function dealsNaming(db: Database, id: number): number {
  const statement = db.prepare(
    `select count(*) from (
      select id from deals where manager_id = @id or actor_id = @id
      union select deal_id from history where actor_id = @id or (kind = ${KIND.manager} and value = @id)
    )`,
  )
  return Number(statement.pluck().get({ id }))
}

function checkFree(store: Store, text: string, own: number | null): void {
  const key = foldKey(text)
  const taken = store.managers.find(
    (manager) =>
      survivorOf(store.managers, manager.id) !== own &&
      [manager.folded, ...manager.aliases.map(foldKey)].includes(key),
  )
  if (taken === undefined) return
  const { id, name } = getManager(store, survivorOf(store.managers, taken.id))
  throw new UserError((w) => w.managers.nameTaken({ name: text, by: `m${id} ${name}` }))
}

function together(known: readonly string[], more: readonly string[]): string[] {
  const keys = new Set(known.map(foldKey))
  return [...known, ...more.filter((name) => !keys.has(foldKey(name)) && keys.add(foldKey(name)))]
}
