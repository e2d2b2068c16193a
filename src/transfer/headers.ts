import type { DecimalSign } from '../domain/money.ts'
import { foldName } from '../domain/names/name.ts'
import type { DateOrder } from './date-text.ts'
import { google, outlook } from './headers/address-books.ts'
import { amocrm } from './headers/amocrm.ts'
import { bitrix24 } from './headers/bitrix24.ts'
import { english } from './headers/english.ts'
import { hubspot } from './headers/hubspot.ts'
import { oneC } from './headers/one-c.ts'
import { pipedrive } from './headers/pipedrive.ts'
import { russian } from './headers/russian.ts'
import { salesforce } from './headers/salesforce.ts'
import { asterisk, binotel, mango, mikopbx, ringostat, threeCx, zadarma } from './headers/telephony.ts'
import { ukrainian } from './headers/ukrainian.ts'
import type {
  Entity,
  EntityHeaders,
  FieldHeaders,
  IgnoreReason,
  SystemHeaders,
} from './headers/vocabulary.ts'
import { eventLog, voronka } from './headers/voronka.ts'
import { zoho } from './headers/zoho.ts'

/** Where two fit, the one with the longer list of matching marks is meant; of equal ones the first. */
const SYSTEMS: readonly SystemHeaders[] = [
  voronka,
  pipedrive,
  bitrix24,
  amocrm,
  zoho,
  hubspot,
  salesforce,
  oneC,
  google,
  outlook,
  eventLog,
  ringostat,
  asterisk,
  mango,
  zadarma,
  binotel,
  mikopbx,
  threeCx,
]

/** Fields that several columns may fill together. */
const SHARED = new Set(['email', 'phone', 'note', 'caller', 'callee'])

/**
 * What is known of a column. Claimed: by the recognised system's own header or by a common word. Ignored, because the
 * system is recognised: derived from other columns, technical, nowhere to be kept, or a second source of a field that
 * has a better one. Unclaimed: unknown, nameless, or a field that another column has taken.
 */
export type RecognisedColumn = { readonly header: string; readonly index: number } & (
  | { readonly field: string; readonly reason: 'system' | 'common' }
  | {
      readonly field: 'entered'
      readonly reason: 'entered'
      readonly stage: string
      readonly pipeline?: string
    }
  | { readonly field: null; readonly reason: IgnoreReason | 'second' | 'unknown' | 'nameless' | 'taken' }
)

export interface RecognisedHeaders {
  /** The system whose export this is, as `externalSystem` keeps it; null for a file of nobody in particular. */
  readonly system: string | null
  /** The order of dates that leave it open, where the system has one. */
  readonly dateOrder?: DateOrder
  readonly decimal?: DecimalSign
  readonly columns: readonly RecognisedColumn[]
}

/** Whether an import may pass over the column without a word from the user. */
export function isIgnored({ field, reason }: RecognisedColumn): boolean {
  return (
    field === null &&
    (reason === 'derived' || reason === 'technical' || reason === 'noPlace' || reason === 'second')
  )
}

/** The usual headers of the fields of an entity, in three languages. */
export function commonHeaders(entity: Entity): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>()
  for (const words of [english, russian, ukrainian])
    for (const [field, headers] of Object.entries(words[entity]))
      all.set(field, [...(all.get(field) ?? []), ...headers])
  return all
}

/** Finds the system that wrote the file and the field behind each of its headers. Unknown headers stay unclaimed. */
export function recogniseHeaders(entity: Entity, headers: readonly string[]): RecognisedHeaders {
  const present = new Set(headers.flatMap(keysOf))
  const system = recognisedSystem(entity, headers, present)
  const known = system?.entities[entity]
  const columns: RecognisedColumn[] = headers.map((header, index) => ({
    header,
    index,
    field: null,
    reason: header === '' ? 'nameless' : 'unknown',
  }))
  if (known) claim(columns, tableOf(known.fields), 'system')
  if (known) pass(columns, known)
  // In this program's own exports any other column is a field of the user's own, whatever it is called.
  const common = system === voronka && known ? [] : [english, russian, ukrainian]
  for (const words of common) claim(columns, tableOf(words[entity]), 'common')
  if (entity === 'deals') nameIsOfContact(columns)
  return {
    system: system === undefined || system === eventLog ? null : system.system,
    ...(system?.dateOrder && { dateOrder: system.dateOrder }),
    ...(system?.decimal && { decimal: system.decimal }),
    columns,
  }
}

/** The stages of the pipelines with which a system begins, each in their order. */
export function usualStages(system: string | null): readonly (readonly string[])[] {
  return SYSTEMS.find((known) => known.system === system)?.usualStages ?? []
}

function recognisedSystem(
  entity: Entity,
  headers: readonly string[],
  present: ReadonlySet<string>,
): SystemHeaders | undefined {
  let best: SystemHeaders | undefined
  let bestScore = 0
  for (const system of SYSTEMS) {
    const known = system.entities[entity]
    const fits = known?.marks.filter((mark) => mark.every((header) => present.has(foldHeader(header)))) ?? []
    if (known === undefined || fits.length === 0) continue
    const { spelling } = system
    if (spelling !== undefined && !headers.some((header) => spelling.test(header))) continue
    const score = Math.max(...fits.map((mark) => mark.length)) + shareKnown(known, present)
    if (score > bestScore) {
      best = system
      bestScore = score
    }
  }
  return best
}

/** How many of the headers the system has names for, as a number from 0 to 2: an export of it has few others. */
function shareKnown(known: EntityHeaders, present: ReadonlySet<string>): number {
  const table = new Set(
    [...tableOf(known.fields).keys()].concat(...ignoredKeys(known).map(({ keys }) => keys)),
  )
  const hits = [...present].filter((key) => table.has(key)).length
  return (2 * hits) / Math.max(1, present.size)
}

/** What the forms of sites call who asks. */
const NAMES = new Set(['name', 'fullname', 'yourname', 'имя', 'вашеимя', 'фио', 'імя', 'вашеімя', 'піб'])

/** Beside a title, and with a phone or an e-mail, a name is the person's and not the deal's. */
function nameIsOfContact(columns: RecognisedColumn[]): void {
  const has = (field: string) => columns.some((column) => column.field === field)
  if (has('contact') || !(has('phone') || has('email'))) return
  const found = columns.find(
    ({ header, reason }) => (reason === 'taken' || reason === 'unknown') && NAMES.has(foldHeader(header)),
  )
  if (found === undefined) return
  const { header, index } = found
  columns[index] = { header, index, field: 'contact', reason: 'common' }
}

interface Place {
  readonly field: string
  /** Smaller is preferred. */
  readonly rank: number
}

/** Folded header → field. */
function tableOf(fields: FieldHeaders): Map<string, Place> {
  const table = new Map<string, Place>()
  for (const [field, headers] of Object.entries(fields))
    headers.forEach((header, rank) => {
      const key = foldPattern(header)
      if (!table.has(key)) table.set(key, { field, rank })
    })
  return table
}

/** Gives every field that is still free its best column; the columns that come too late stay without one. */
function claim(
  columns: RecognisedColumn[],
  table: ReadonlyMap<string, Place>,
  by: 'system' | 'common',
): void {
  const taken = new Set(columns.flatMap(({ field }) => (field === null ? [] : [field])))
  const found = columns.flatMap((column) => {
    const place = column.reason === 'unknown' ? placeOf(column.header, table) : undefined
    return place ? [{ ...place, header: column.header, index: column.index }] : []
  })
  found.sort((a, b) => a.rank - b.rank || a.index - b.index)
  for (const { field, header, index } of found) {
    const free = SHARED.has(field) || !taken.has(field)
    taken.add(field)
    if (free) columns[index] = { header, index, field, reason: by }
    else columns[index] = { header, index, field: null, reason: by === 'system' ? 'second' : 'taken' }
  }
}

function placeOf(header: string, table: ReadonlyMap<string, Place>): Place | undefined {
  for (const key of keysOf(header)) {
    const place = table.get(key) ?? starred(key, table)
    if (place) return place
  }
  return undefined
}

function starred(key: string, table: ReadonlyMap<string, Place>): Place | undefined {
  for (const [pattern, place] of table) if (matches(key, pattern)) return place
  return undefined
}

/** Marks what the system is known to add, and the moments at which a stage was entered. */
function pass(columns: RecognisedColumn[], known: EntityHeaders): void {
  const ignored = ignoredKeys(known)
  columns.forEach(({ header, index, reason }) => {
    if (reason !== 'unknown') return
    const entered = /^Date entered ["“](.+?)(?: \(([^()]+)\))?["”](?: \(([^()]+)\))?$/i.exec(header)
    if (entered?.[1] !== undefined) {
      const pipeline = entered[2] ?? entered[3]
      const stage = { header, index, field: 'entered', reason: 'entered', stage: entered[1] } as const
      columns[index] = pipeline === undefined ? stage : { ...stage, pipeline }
      return
    }
    const why = ignored.find(({ keys }) =>
      keysOf(header).some((key) => keys.some((known) => matches(key, known))),
    )
    if (why) columns[index] = { header, index, field: null, reason: why.reason }
  })
}

function ignoredKeys(known: EntityHeaders): { reason: IgnoreReason; keys: string[] }[] {
  const { derived = [], technical = [], noPlace = [] } = known.ignored ?? {}
  return [
    { reason: 'derived', keys: derived.map(foldPattern) },
    { reason: 'technical', keys: technical.map(foldPattern) },
    { reason: 'noPlace', keys: noPlace.map(foldPattern) },
  ]
}

function matches(key: string, pattern: string): boolean {
  return pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern
}

/** How a header may be looked up: as it is, with its numbers as `#`, and without what the last brackets add. */
function keysOf(header: string): string[] {
  const whole = foldHeader(header)
  const bare = foldHeader(header.replace(/\s*\((?:контакт|сделка|contact|deal|lead)\)\s*$/i, ''))
  return [...new Set([whole, whole.replace(/\d+/g, '#'), bare, bare.replace(/\d+/g, '#')])].filter(
    (key) => key !== '',
  )
}

/** A header as headers are compared: letters and digits alone, lower case, ё as е; `E-mail *` and `e_mail` are one. */
export function foldHeader(header: string): string {
  return foldName(header).replace(/[^\p{L}\p{N}]/gu, '')
}

/** The same for an entry of the vocabulary, whose `#` and last `*` stand for what may vary. */
function foldPattern(header: string): string {
  return foldName(header).replace(/[^\p{L}\p{N}#*]/gu, '')
}
