import type { FieldValue, Outcome } from '../domain/deal.ts'
import { type CustomField, type FieldContext, parseFieldValue } from '../domain/field.ts'
import { fitting, offered } from '../domain/names/matching.ts'
import { foldKey } from '../domain/names/name.ts'
import type { IsoDate } from '../domain/time/date.ts'
import { type Say, UsageError, UserError } from '../errors.ts'
import { readFields } from '../store/fields.ts'
import {
  companiesMergedInto,
  type DealFilter,
  EVERY_DEAL,
  type FieldFilter,
  knownTexts,
} from '../store/filters.ts'
import {
  findManager,
  findPipeline,
  findStage,
  idsOfManager,
  pickOne,
  survivorOf,
} from '../store/naming/naming.ts'
import { findCompany } from '../store/naming/naming-people.ts'
import type { Store } from '../store/store.ts'
import type { TextKind } from '../words/filters.ts'
import { LANGS, wordsFor } from '../words/words.ts'
import type { Typed } from './command.ts'
import type { Context } from './context.ts'
import { readAmountRange } from './deals/amount-filter.ts'
import { meant } from './line/aliases.ts'
import { optional, several } from './typed.ts'

/**
 * Reads the shared filters (`FILTER_OPTIONS`) of a command line. `pipeline` is where a report looks when
 * `--pipeline` is not given; it decides which stages `--stage` may name. `day` is that whose rates amounts are
 * compared by, today unless given. Throws UserError for names that are not there or mean several, UsageError for
 * what is no status, no range, no NAME=VALUE.
 */
export function parseFilters(
  context: Context,
  store: Store,
  typed: Typed,
  pipeline: number | null = null,
  day?: IsoDate,
): DealFilter {
  const named = optional(typed, 'pipeline')
  const within = named === undefined ? pipeline : findPipeline(store, named)
  const at = context.now(store.zone)
  const scope = within === null ? { at } : { at, pipeline: within }
  const texts = (option: 'source' | 'product' | 'tag') => {
    const wanted = several(typed, option)
    const known = wanted.length === 0 ? [] : knownTexts(store.db, option === 'tag' ? 'tags' : option)
    return distinct(wanted.flatMap((text) => textsMeant(option, text, known)))
  }
  return {
    ...EVERY_DEAL,
    pipeline: within,
    managers: managersAmong(store, several(typed, 'manager')),
    stages: distinct(several(typed, 'stage').map((text) => findStage(store, text, scope))),
    outcomes: distinct(several(typed, 'status').map(parseStatus)),
    sources: texts('source'),
    products: texts('product'),
    tags: texts('tag'),
    companies: distinct(several(typed, 'company').flatMap((text) => companiesMeant(store, text))),
    amounts: several(typed, 'amount').map((text) =>
      isNone(text) ? null : readAmountRange(store, text, day ?? store.zone.dateOf(at)),
    ),
    fields: parseFieldFilters(store, several(typed, 'field'), fieldContext(context, store)),
  }
}

/** What custom fields need to be read from text. */
export function fieldContext(context: Context, store: Store): FieldContext {
  const { zone, settings } = store
  return { currency: settings.currency, when: { now: context.now(zone), zone, lang: context.lang } }
}

/** NAME=VALUE of a deal's own field. Throws UsageError without the sign, UserError for a field or value that is none. */
export function parseFieldAssignment(
  fields: readonly CustomField[],
  text: string,
): { field: CustomField; value: string } {
  const at = text.indexOf('=')
  if (at < 1) throw new UsageError((w) => w.filters.badField({ text }))
  const name = text.slice(0, at).trim()
  const names = fields.map((field) => field.name)
  const found = fitting(
    fields.map((field) => ({ item: field, names: [foldKey(field.name)] })),
    foldKey(name),
    'label',
  )
  const candidates = found.map((field) => ({ id: field.id, key: field.name, name: field.name, hint: null }))
  const id = pickOne('field', name, candidates, () => offered(name, names))
  const field = fields.find((one) => one.id === id)
  if (field === undefined) throw new UserError((w) => w.filters.badField({ text }))
  return { field, value: text.slice(at + 1).trim() }
}

/** The sentence for a value that a field cannot hold. */
export function sayBadValue(field: CustomField, text: string): Say {
  return ({ filters }) => {
    const takes = filters.fieldTakes
    const accepts = field.type === 'choice' ? takes.choice(field.choices) : takes[field.type]
    return filters.badFieldValue({ field: field.name, text, accepts })
  }
}

/** `(none)` in any of the languages, with or without its brackets. */
export function isNone(text: string): boolean {
  const bare = (word: string) => foldKey(word).replace(/^\(|\)$/g, '')
  return LANGS.some((lang) => bare(wordsFor(lang).common.none) === bare(text))
}

function parseFieldFilters(
  store: Store,
  assignments: readonly string[],
  context: FieldContext,
): FieldFilter[] {
  const fields = assignments.length === 0 ? [] : readFields(store.db, 'deal')
  const byField = new Map<number, (FieldValue | null)[]>()
  for (const assignment of assignments) {
    const { field, value } = parseFieldAssignment(fields, assignment)
    const values = valuesMeant(store, field, value, context)
    byField.set(field.id, [...(byField.get(field.id) ?? []), ...values])
  }
  return [...byField]
    .sort(([a], [b]) => a - b)
    .map(([field, values]) => ({ field, values: distinct(values) }))
}

/** A text may be stored in several spellings; other values have one. */
function valuesMeant(
  store: Store,
  field: CustomField,
  text: string,
  context: FieldContext,
): (FieldValue | null)[] {
  if (field.type === 'text')
    return textsMeant({ field: field.name }, text, knownTexts(store.db, { field: field.id }))
  if (isNone(text) && field.type !== 'yesno') return [null]
  const value = parseFieldValue(field, text, context)
  if (value === undefined) throw new UserError(sayBadValue(field, text))
  return [value]
}

/** Whom `--manager` names, each once; nobody in particular where everyone is meant. */
export function managersAmong(store: Store, texts: readonly string[]): (number | null)[] {
  if (texts.some((text) => isEveryone(store, text))) return []
  return distinct(texts.flatMap((text) => managersMeant(store, text)))
}

/** `all`, where neither a manager nor a department is called so. */
export function isEveryone({ managers }: Store, text: string): boolean {
  if (meant('everyone', text, ['all']) === undefined) return false
  const wanted = foldKey(text)
  return !managers.some(
    ({ folded, department }) => folded === wanted || (department !== null && foldKey(department) === wanted),
  )
}

/** Row ids of the manager, or of all of a department, and of those who were merged into them; null for `(none)`. */
function managersMeant(store: Store, text: string): (number | null)[] {
  if (isNone(text)) return [null]
  const department = departmentMeant(store, text)
  if (department.length > 0) return department
  const id =
    foldKey(text) === 'me' && store.settings.me !== null ? store.settings.me : findManager(store, text)
  return idsOfManager(store.managers, id)
}

/** Whoever is in the department of this very name, if no manager is called so. */
export function departmentMeant({ managers }: Store, text: string): number[] {
  const wanted = foldKey(text)
  if (managers.some(({ folded }) => folded === wanted)) return []
  const among = managers.filter(({ department }) => department !== null && foldKey(department) === wanted)
  const ids = new Set(among.map(({ id }) => id))
  return managers.map(({ id }) => id).filter((id) => ids.has(survivorOf(managers, id)))
}

function companiesMeant(store: Store, text: string): (number | null)[] {
  return isNone(text) ? [null] : companiesMergedInto(store.db, findCompany(store, text))
}

/** Every stored spelling of the one text that is meant. */
function textsMeant(kind: TextKind, text: string, known: readonly string[]): (string | null)[] {
  const spellings = new Map<string, string[]>()
  for (const one of known) spellings.set(foldKey(one), [...(spellings.get(foldKey(one)) ?? []), one])
  const fits = fitting(
    [...spellings.keys()].map((key) => ({ item: key, names: [key] })),
    foldKey(text),
    'label',
  )
  const [only, second] = fits
  if (only !== undefined && second === undefined) return spellings.get(only) ?? []
  if (only === undefined && isNone(text)) return [null]
  const shown = (keys: Iterable<string>) => [...keys].flatMap((key) => spellings.get(key)?.[0] ?? [])
  if (only !== undefined)
    throw new UserError((w) => w.filters.ambiguous({ text, names: shown(fits).slice(0, 9) }))
  const near = offered(text, shown(spellings.keys()))
  throw new UserError((w) => w.filters.unknown({ kind, text, known: near }))
}

function parseStatus(text: string): Outcome {
  const found = meant('status', text, OUTCOMES)
  if (found === undefined) throw new UsageError((w) => w.filters.badStatus({ text }))
  return found
}

const OUTCOMES: readonly Outcome[] = ['open', 'won', 'lost']

/** Each value once, in one order however they were typed; "none" last. */
function distinct<T extends string | number | null>(values: readonly T[]): T[] {
  const place = (a: T, b: T) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return a < b ? -1 : a > b ? 1 : 0
  }
  return [...new Set(values)].sort(place)
}
