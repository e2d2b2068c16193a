import type { DecimalSign } from '../../domain/money.ts'
import { foldKey } from '../../domain/names/name.ts'
import { EXIT, UsageError, UserError } from '../../errors.ts'
import { profilesOf } from '../../store/import/profiles.ts'
import { Store } from '../../store/store.ts'
import type { ColumnOptions } from '../../transfer/columns.ts'
import type { DateOrder } from '../../transfer/date-text.ts'
import { type Encoding, parseEncodingName } from '../../transfer/encoding.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { flagOf, shellWord } from '../line/quoted.ts'
import { flag, optional, several } from '../typed.ts'

/** What an import was told, with the profile's words under those that were typed. */
export interface ImportOptions extends ColumnOptions {
  readonly file: string
  readonly pipeline: string | undefined
  readonly stage: readonly string[]
  /** TEXT=KIND, of activities. */
  readonly kind: readonly string[]
  /** TEXT=MANAGER */
  readonly manager: readonly string[]
  readonly createStages: readonly string[]
  readonly system: string | undefined
  readonly existing: 'update' | 'skip' | 'fail'
  readonly duplicates: 'keep' | 'skip' | 'update' | 'fill'
  readonly encoding: Encoding | undefined
  readonly delimiter: string | undefined
  /** Of a workbook, by its name or number. */
  readonly sheet: string | undefined
  readonly dateOrder: DateOrder | undefined
  readonly decimal: DecimalSign | undefined
  /** `skip`, or a date as typed. */
  readonly undated: string | undefined
  readonly rejects: string | undefined
  readonly explain: boolean
  readonly profile: string | undefined
  readonly saveProfile: string | undefined
  /** What a profile keeps of these options. */
  readonly kept: Kept
}

interface Kept {
  lists: Record<string, readonly string[]>
  single: Record<string, string>
}

const LISTS = ['map', 'set', 'stage', 'kind', 'manager', 'entered', 'custom', 'ignore'] as const
const SINGLE = [
  'pipeline',
  'createStages',
  'key',
  'system',
  'onExisting',
  'duplicates',
  'encoding',
  'delimiter',
  'sheet',
  'dateOrder',
  'decimal',
  'undated',
] as const

/**
 * Reads the flags of an import and the profile that they name, if there is a workspace to have profiles. Throws
 * UsageError for what cannot be meant.
 */
export function readImportOptions(typed: Typed, store?: Store): ImportOptions {
  const profile = optional(typed, 'profile')
  const kept = together(
    profile === undefined || store === undefined ? EMPTY : readProfile(store, profile),
    typed,
  )
  const list = (name: (typeof LISTS)[number]) => kept.lists[name] ?? []
  const one = (name: (typeof SINGLE)[number]) => kept.single[name]
  const encoding = one('encoding')
  return {
    file: typed.args[0] ?? '-',
    map: list('map'),
    set: list('set'),
    stage: list('stage'),
    kind: list('kind'),
    manager: list('manager'),
    entered: list('entered'),
    custom: list('custom'),
    ignore: list('ignore'),
    key: one('key'),
    pipeline: one('pipeline'),
    createStages: (one('createStages') ?? '').split(',').flatMap((name) => name.trim() || []),
    system: one('system'),
    existing: oneOf('--on-existing', one('onExisting') ?? 'update', ['update', 'skip', 'fail']),
    duplicates: oneOf('--duplicates', one('duplicates') ?? 'keep', ['keep', 'skip', 'update', 'fill']),
    encoding: encoding === undefined ? undefined : parseEncodingName(encoding),
    delimiter: parseDelimiter(one('delimiter')),
    sheet: one('sheet'),
    dateOrder: maybeOneOf('--date-order', one('dateOrder'), ['dmy', 'mdy', 'ymd']),
    decimal: maybeOneOf('--decimal', one('decimal'), [',', '.']),
    undated: one('undated'),
    rejects: optional(typed, 'rejects'),
    explain: flag(typed, 'explainColumns'),
    profile,
    saveProfile: optional(typed, 'saveProfile'),
    kept,
  }
}

/** The workspace to import into. What the columns of a file are can be asked without one. */
export function storeOf(context: Context, typed: Typed): Store {
  if (!flag(typed, 'explainColumns')) return context.open('write')
  try {
    return context.open('read')
  } catch (error) {
    const isThere = !(error instanceof UserError) || error.exit !== EXIT.noInput
    if (isThere || optional(typed, 'profile') !== undefined) throw error
    return Store.inMemory()
  }
}

/** An option as it is typed: `--map`, `amount=Sum`. */
export interface Flag {
  readonly flag: string
  readonly value: string
}

/** What a person settled: the options, and what they answered as the flags that say the same. */
export interface Settled {
  readonly options: ImportOptions
  readonly flags: readonly Flag[]
}

/** The command with more flags after it, as it could be typed. */
export function commandWith({ commandLine }: Context, flags: readonly Flag[]): string {
  return [commandLine, ...flags.flatMap(({ flag, value }) => [flag, shellWord(value)])].join(' ')
}

/** What was typed with more flags after it. */
export function withFlags(typed: Typed, flags: readonly Flag[]): Typed {
  const options: Record<string, unknown> = { ...typed.options }
  for (const { flag, value } of flags) {
    const name = flag.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    options[name] = isList(name) ? [...several({ args: [], options }, name), value] : value
  }
  return { ...typed, options }
}

/**
 * The import of rows put aside, as their file was told; what is kept as a profile is told by that. They are in UTF-8
 * and on no sheet, whatever the file was.
 */
export function sameImport(
  entity: string,
  file: string,
  { kept, saveProfile, encoding }: ImportOptions,
  orders: readonly DateOrder[],
): string {
  const lists = LISTS.flatMap((name) => (kept.lists[name] ?? []).map((value) => [name, value] as const))
  const single = SINGLE.flatMap((name) => {
    const value = OF_THE_FILE.includes(name) ? undefined : kept.single[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const told: (readonly [string, string])[] =
    saveProfile === undefined ? [...lists, ...single] : [['profile', saveProfile] as const]
  const [order, ...others] = orders
  if (kept.single.dateOrder === undefined && order !== undefined && order !== 'ymd' && others.length === 0)
    told.push(['dateOrder', order])
  if (encoding !== undefined) told.push(['encoding', 'utf-8'])
  const flags = told.map(([name, value]) => `${flagOf(name)} ${shellWord(value)}`)
  return ['voronka import', entity, shellWord(file), ...flags].join(' ')
}

const OF_THE_FILE: readonly string[] = ['encoding', 'sheet']

/** Whether an option may be given several times. */
export function isList(name: string): boolean {
  return LISTS.some((known) => known === name)
}

const EMPTY: Kept = { lists: {}, single: {} }

function readProfile(store: Store, name: string): Kept {
  const rows = profilesOf(store)
  const found =
    rows.find(([known]) => known === name) ?? rows.find(([known]) => foldKey(known) === foldKey(name))
  const known = rows.map(([one]) => one).join(', ')
  if (found === undefined) throw new UserError((w) => w.import.noProfile({ text: name, known }))
  return JSON.parse(found[1]) as Kept
}

/** What is typed for a field outdoes what the profile says of it. */
function together(profile: Kept, typed: Typed): Kept {
  const lists: Kept['lists'] = {}
  for (const name of LISTS) {
    const now = several(typed, name)
    const said = new Set(now.map((text) => leftOf(name, text)))
    const before = (profile.lists[name] ?? []).filter((text) => !said.has(leftOf(name, text)))
    if (before.length + now.length > 0) lists[name] = [...before, ...now]
  }
  const single: Kept['single'] = { ...profile.single }
  for (const name of SINGLE) {
    const value = optional(typed, name)
    if (value !== undefined) single[name] = value
  }
  return { lists, single }
}

function leftOf(name: string, text: string): string {
  const cut = name === 'stage' || name === 'kind' ? text.lastIndexOf('=') : text.indexOf('=')
  return foldKey(cut < 0 ? text : text.slice(0, cut))
}

function oneOf<T extends string>(flag: string, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === text.trim().toLowerCase())
  if (found === undefined)
    throw new UsageError((w) => w.import.noChoice({ flag, text, known: known.join(', ') }))
  return found
}

function maybeOneOf<T extends string>(
  flag: string,
  text: string | undefined,
  known: readonly T[],
): T | undefined {
  return text === undefined ? undefined : oneOf(flag, text, known)
}

function parseDelimiter(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const found = ['tab', '\\t'].includes(text.toLowerCase()) ? '\t' : text
  if (found.length !== 1) throw new UsageError((w) => w.import.badDelimiter({ text }))
  return found
}
