import { isOneself } from '../../domain/names/oneself.ts'
import { type Say, UsageError } from '../../errors.ts'
import { findManager } from '../../store/naming/naming.ts'
import { openWork } from '../../store/people/handing-over.ts'
import {
  createManager,
  getManager,
  type Manager,
  type ManagerPatch,
  mergeManagers,
  openDeals,
  removeManager,
  updateManager,
} from '../../store/people/managers.ts'
import { countOwnerless, takeOwnerless } from '../../store/people/ownerless.ts'
import { writeSetting } from '../../store/settings.ts'
import type { Store } from '../../store/store.ts'
import { changedColumns } from '../changes.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { card } from '../finding/card.ts'
import { shellWord } from '../line/quoted.ts'
import { type ListColumn, listing, noneOf, tableOf } from '../listing.ts'
import { chosen } from '../naming.ts'
import { clearable, parseEmail, parseName, present } from '../texts.ts'
import { flag, optional, several } from '../typed.ts'
import { change } from '../writing.ts'

interface ManagerJson {
  id: string
  name: string
  email: string | null
  department: string | null
  aliases: readonly string[]
  active: boolean
  openDeals: number
}

export const managerAdd: Run = (context, typed) => {
  const name = parseManager(typed.args[0])
  const patch = patchOf(typed)
  return change(context, (operation, store) => {
    const id = createManager(store, operation, name, patch)
    return { json: jsonOf(store, id), says: (w) => w.managers.added({ id: `m${id}`, name }) }
  })
}

/** A name; a word for whoever types is nobody's. */
function parseManager(text: string | undefined): string {
  const name = parseName(text)
  if (isOneself(name)) throw new UsageError((w) => w.managers.nobodysName({ text: name }))
  return name
}

export const managerList: Run = (context, typed) => {
  const store = context.open('read')
  const department = optional(typed, 'department')
  const counts = openDeals(store)
  const shown = store.managers
    .filter(({ mergedInto }) => mergedInto === null)
    .filter((manager) => department === undefined || manager.department === department)
    .map((manager) => managerJson(manager, counts))
  return listing(
    typed,
    shown,
    COLUMNS,
    noneOf(typed, 'manager list', (w) => w.managers.empty()),
  )
}

export const managerShow: Run = async (context, { args }) => {
  const store = context.open('read')
  const json = jsonOf(store, await named(context, args[0]))
  return {
    json,
    document: (words) => ({
      ...card(`${json.id} ${json.name}`, [
        [words.records.email, json.email],
        [words.records.department, json.department],
        [words.records.aliases, json.aliases.join(', ')],
        [words.records.active, json.active ? words.records.yes : words.records.no],
        [words.managers.openDeals, String(json.openDeals)],
      ]),
      data: tableOf([json], COLUMNS, words),
    }),
  }
}

export const managerEdit: Run = async (context, typed) => {
  const id = await named(context, typed.args[0], 'write')
  const name = optional(typed, 'name')
  const patch = { ...patchOf(typed), ...(name === undefined ? {} : { name: parseManager(name) }) }
  if (Object.keys(patch).length === 0)
    throw new UsageError((w) => w.records.noChange({ command: 'voronka manager edit' }))
  return change(context, (operation, store) => {
    const before = jsonOf(store, id)
    updateManager(store, operation, id, patch)
    const json = jsonOf(store, id)
    const changes = changedColumns(before, json, COLUMNS)
    const notes = patch.active === false ? leftSaid(store, id) : []
    return { json, notes, says: (w) => w.managers.changed({ ...json, changes: changes(w) }) }
  })
}

/** Whoever leaves may leave work behind. */
function leftSaid(store: Store, id: number): Say[] {
  const { deal, task } = openWork(store, id)
  const { name } = getManager(store, id)
  return deal + task === 0
    ? []
    : [(w) => w.handover.leftBehind({ id: `m${id}`, name, deals: deal, tasks: task })]
}

export const managerRm: Run = async (context, { args }) => {
  const id = await named(context, args[0], 'write')
  return change(context, (operation, store) => {
    const json = jsonOf(store, id)
    removeManager(store, operation, id)
    return { json, says: (w) => w.managers.removed(json) }
  })
}

export const managerMerge: Run = async (context, { args }) => {
  const into = await named(context, args[0], 'write')
  const from = await named(context, args[1], 'write')
  return change(context, (operation, store) => {
    const gone = getManager(store, from).name
    const deals = openDeals(store).get(from) ?? 0
    mergeManagers(store, operation, into, from)
    const json = jsonOf(store, into)
    return {
      json,
      says: (w) =>
        w.managers.merged({ kept: `${json.id} ${json.name}`, gone, deals, operation: operation.id }),
    }
  })
}

export const me: Run = async (context, typed) => {
  const [text] = typed.args
  if (text === undefined && !flag(typed, 'none')) return whoAmI(context.open('read'))
  const id = flag(typed, 'none') ? null : await named(context, text, 'write')
  const wasNobody = context.open('write').settings.me === null
  return change(context, (operation, store) => {
    writeSetting(store.db, operation, 'me', id)
    if (id === null) return { json: null, says: (w) => w.managers.meForgotten }
    const { name } = getManager(store, id)
    const taken = flag(typed, 'take') ? takeOwnerless(store, operation, id) : null
    return {
      json: () => jsonOf(store, id),
      says: (w) => w.managers.meIs({ name }),
      notes:
        taken === null
          ? notesOnOwnerless(store, name, wasNobody)
          : [(w) => w.managers.taken({ name, work: w.handover.work(taken) })],
    }
  })
}

/** Said when it is first known who types: what was written before that, and so is nobody's. */
export function notesOnOwnerless(store: Store, name: string, wasNobody: boolean): Say[] {
  if (!wasNobody) return []
  const counts = countOwnerless(store)
  if (Object.values(counts).every((count) => count === 0)) return []
  return [(w) => w.managers.ownerless({ work: w.handover.work(counts), name: shellWord(name) })]
}

function whoAmI(store: Store): ReturnType<Run> {
  const { me: id } = store.settings
  if (id === null) return { json: null, messages: [(w) => w.managers.meNobody] }
  const json = jsonOf(store, id)
  return { json, document: () => ({ heading: [`${json.id} ${json.name}`], blocks: [] }) }
}

function named(context: Context, text = '', purpose: 'read' | 'write' = 'read'): Promise<number> {
  const store = context.open(purpose)
  return chosen(context, () => findManager(store, text))
}

function patchOf(typed: Typed): ManagerPatch {
  const email = clearable(typed, 'email')
  const aliases = several(typed, 'alias').map(parseName)
  return present<ManagerPatch>({
    email: email ? parseEmail(email) : email,
    department: clearable(typed, 'department'),
    aliases: aliases.length > 0 ? aliases : undefined,
    active: flag(typed, 'inactive') ? false : flag(typed, 'active') ? true : undefined,
  })
}

function jsonOf(store: Store, id: number): ManagerJson {
  return managerJson(getManager(store, id), openDeals(store))
}

function managerJson(manager: Manager, counts: ReadonlyMap<number, number>): ManagerJson {
  const { id, name, email, department, aliases, active } = manager
  return { id: `m${id}`, name, email, department, aliases, active, openDeals: counts.get(id) ?? 0 }
}

const COLUMNS: readonly ListColumn<ManagerJson>[] = [
  { key: 'id', title: (w) => w.records.id, kind: 'id', value: ({ id }) => id },
  { key: 'name', title: (w) => w.records.name, kind: 'text', value: ({ name }) => name, shrink: true },
  { key: 'email', title: (w) => w.records.email, kind: 'text', value: ({ email }) => email, shrink: true },
  {
    key: 'department',
    title: (w) => w.records.department,
    kind: 'text',
    value: ({ department }) => department,
    shrink: true,
  },
  {
    key: 'aliases',
    title: (w) => w.records.aliases,
    kind: 'text',
    value: ({ name, aliases }) => aliases.filter((alias) => alias !== name).join(', ') || null,
    shrink: true,
  },
  {
    key: 'active',
    title: (w) => w.records.active,
    kind: 'text',
    value: ({ active }) => (active ? 'yes' : 'no'),
    text: ({ active }, { records }) => (active ? records.yes : records.no),
    dataOnly: true,
  },
  { key: 'openDeals', title: (w) => w.managers.openDeals, kind: 'count', value: (one) => one.openDeals },
]
