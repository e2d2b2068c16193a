import { foldKey } from '../../domain/names/name.ts'
import { UsageError, UserError } from '../../errors.ts'
import {
  readSavedFilters,
  removeSavedFilter,
  type SavedFilter,
  saveFilter,
} from '../../store/saved-filters.ts'
import type { Store } from '../../store/store.ts'
import type { CommandSpec, Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { parseFilters } from '../filters.ts'
import { card } from '../finding/card.ts'
import { type ListColumn, listing } from '../listing.ts'
import { parseName } from '../texts.ts'
import { optional } from '../typed.ts'
import { change } from '../writing.ts'
import { flagOf, shellWord } from './quoted.ts'

const COLUMNS: readonly ListColumn<SavedFilter>[] = [
  { key: 'name', title: (w) => w.records.name, kind: 'text', value: (one) => one.name },
  { key: 'options', title: (w) => w.savedFilters.options, kind: 'text', value: flagsOf, shrink: true },
]

export const filterSave: Run = (context, typed) => {
  const name = parseName(typed.args[0])
  const options = Object.entries(typed.options).filter(([key]) => key !== 'filter')
  if (options.length === 0) throw new UsageError((w) => w.savedFilters.nothing)
  // What cannot be read now could not be later.
  parseFilters(context, context.open('write'), typed)
  return change(context, (operation, store) => {
    const json = saveFilter(store, operation, { name, options: Object.fromEntries(options) })
    return { json, says: (w) => w.savedFilters.saved({ name, options: flagsOf(json) }) }
  })
}

export const filterList: Run = (context, typed) =>
  listing(typed, readSavedFilters(context.open('read').db), COLUMNS, (w) => w.savedFilters.none)

export const filterShow: Run = (context, { args }) => {
  const json = named(context.open('read'), args[0] ?? '')
  return {
    json,
    document: () =>
      card(
        json.name,
        Object.entries(json.options).map(([key, value]) => [flagOf(key), textOf(value)]),
      ),
  }
}

export const filterRm: Run = (context, { args }) =>
  change(context, (operation, store) => {
    const json = named(store, args[0] ?? '')
    removeSavedFilter(operation, json.id)
    return { json, says: (w) => w.savedFilters.removed(json) }
  })

/**
 * A command line with the options of the filter that `--filter` names; what is typed beside them goes first. Throws
 * UserError for a filter that is not there, or that has an option which the command does not take.
 */
export function withSavedFilter(context: Context, spec: CommandSpec, typed: Typed): Typed {
  const name = optional(typed, 'filter')
  if (name === undefined || spec.name.startsWith('filter ')) return typed
  const { filter: _, ...options } = typed.options
  const saved = named(context.open('read'), name)
  const taken = new Set((spec.options ?? []).map(({ flags }) => /--[a-z-]+/.exec(flags)?.[0]))
  const strange = Object.keys(saved.options).find((key) => !taken.has(flagOf(key)))
  if (strange !== undefined)
    throw new UserError((w) =>
      w.savedFilters.notTaken({ name: saved.name, option: flagOf(strange), command: spec.name }),
    )
  return { args: typed.args, options: { ...saved.options, ...options } }
}

function named({ db }: Store, text: string): SavedFilter {
  const all = readSavedFilters(db)
  const found = all.find(({ name }) => foldKey(name) === foldKey(text))
  if (found === undefined)
    throw new UserError((w) =>
      w.savedFilters.unknown({ text, known: all.map(({ name }) => name).join(', ') }),
    )
  return found
}

/** As it would be typed. */
function flagsOf({ options }: SavedFilter): string {
  return Object.entries(options)
    .flatMap(([key, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => `${flagOf(key)} ${shellWord(String(one))}`),
    )
    .join(' ')
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value)
}
