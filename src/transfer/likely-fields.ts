import { foldName } from '../domain/names/name.ts'
import { ACTIVITY_DATES } from './activity-rows.ts'
import { BOOK_DATES } from './book-rows.ts'
import type { ColumnKind, ColumnLook } from './column-look.ts'
import { DEAL_AMOUNTS, DEAL_DATES } from './deal-fields.ts'
import type { Entity } from './headers/vocabulary.ts'
import { commonHeaders } from './headers.ts'
import { HISTORY_DATES } from './history-rows.ts'
import { PLAN_DATES } from './plan-rows.ts'
import { TASK_DATES } from './task-rows.ts'

/** What the values of a field have to look like; fields that are not named take any but these. */
const KINDS: ReadonlyMap<string, ColumnKind> = new Map([
  ...[DEAL_DATES, HISTORY_DATES, BOOK_DATES, ACTIVITY_DATES, TASK_DATES, PLAN_DATES]
    .flat()
    .map((field) => [field, 'date'] as const),
  ...DEAL_AMOUNTS.map((field) => [field, 'number'] as const),
  ['email', 'email'],
  ['phone', 'phone'],
])

/** Fields that are of one kind as often as of another. */
const EITHER: Readonly<Record<string, readonly ColumnKind[]>> = {
  period: ['date', 'number', 'few', 'text'],
  caller: ['phone', 'number', 'few', 'text'],
  callee: ['phone', 'number', 'few', 'text'],
}

/** `Сумма, грн`: what it is in; the amounts may be texts such as `42000 грн`. */
const IN_CURRENCY = /[\s,(]+(?:грн|руб|р|₴|₽|uah|rub|usd|eur|\$|€)\.?\)?$/iu

const NAME_PARTS = ['firstName', 'lastName']
const PLACE = /адрес|address|^город|^місто|^city|улиц|вулиц|street|район|област/iu

/** Below this, two headers have nothing to do with each other. */
const ALIKE = 0.55

export interface LikelyFields {
  /** By the likeness of its header to the usual ones, where its values do not speak against it; the likeliest first. */
  readonly byHeader: readonly string[]
  /** By its values alone. */
  readonly byValues: readonly string[]
}

/** The fields that a column most likely is. `taken` are those that have a column already. */
export function likelyFields(
  entity: Entity,
  header: string,
  look: ColumnLook,
  fields: readonly string[],
  taken: ReadonlySet<string>,
): LikelyFields {
  const free = fields.filter((field) => !taken.has(field) || field === 'phone' || field === 'email')
  const known = commonHeaders(entity)
  if (isCode(look) && free.includes('id')) return { byHeader: ['id'], byValues: [] }
  const name = header.replace(IN_CURRENCY, '')
  const isMoney = (field: string) => name !== header && DEAL_AMOUNTS.some((amount) => amount === field)
  const alike = likeFirst(
    name,
    free.filter((field) => fits(field, look.kind) || isMoney(field)),
    (field) => known.get(field) ?? [],
  )
  // A part of the name has its column already, or the header says where they live.
  const isNamedOtherwise = (field: string) =>
    field === 'name' &&
    entity === 'contacts' &&
    (NAME_PARTS.some((part) => taken.has(part)) || PLACE.test(header))
  return {
    byHeader: alike,
    byValues: byValues(entity, look, free).filter(
      (field) => !alike.includes(field) && !isNamedOtherwise(field),
    ),
  }
}

/** Those that are alike enough in one of their words, the likest first. */
export function likeFirst<T>(
  word: string,
  things: readonly T[],
  wordsOf: (thing: T) => readonly string[],
): T[] {
  return things
    .map((thing) => ({ thing, like: Math.max(0, ...wordsOf(thing).map((known) => likeness(word, known))) }))
    .filter(({ like }) => like >= ALIKE)
    .sort((a, b) => b.like - a.like)
    .map(({ thing }) => thing)
}

function fits(field: string, kind: ColumnKind): boolean {
  if (kind === 'empty') return true
  const either = EITHER[field]
  if (either !== undefined) return either.includes(kind)
  const wanted = KINDS.get(field)
  return wanted === undefined ? !['date', 'email', 'phone'].includes(kind) : wanted === kind
}

/** Numbers and signs without a blank, another in every row. */
function isCode({ kind, isUnique, filled, samples }: ColumnLook): boolean {
  return (
    isUnique &&
    filled > 1 &&
    CODE_KINDS.has(kind) &&
    samples.every((text) => /^(?=.*\d)[\p{L}\d_./#-]{1,40}$/u.test(text))
  )
}

const CODE_KINDS: ReadonlySet<ColumnKind> = new Set(['text', 'number'])

function byValues(entity: Entity, { kind }: ColumnLook, free: readonly string[]): readonly string[] {
  if (kind === 'empty') return []
  const texts = TEXTS[entity]?.[kind]
  const likely = texts ?? free.filter((field) => KINDS.get(field) === kind && field !== 'cost')
  return likely.filter((field) => free.includes(field))
}

/** What columns of such values are most often, where nothing is that yet. */
const TEXTS: Readonly<Partial<Record<Entity, Partial<Record<ColumnKind, readonly string[]>>>>> = {
  deals: { text: ['title'], few: ['stage'] },
  history: { text: ['stage', 'deal'], few: ['stage', 'deal'], number: ['deal', 'amount'] },
  contacts: { text: ['name'] },
  companies: { text: ['name'] },
  activities: { text: ['text', 'contact'], few: ['kind', 'manager'], date: ['at'], number: ['duration'] },
  tasks: { text: ['text', 'contact'], few: ['manager'], date: ['due', 'created'], number: [] },
  holidays: { text: ['name'], few: ['working'], date: ['date'] },
  plans: { text: ['manager'], few: ['manager', 'metric'], date: ['period'], number: ['amount'] },
}

/** From 0 to 1: how much of two headers or names is the same words, in whatever form of theirs. */
function likeness(a: string, b: string): number {
  const wordsA = tellingWords(a)
  const wordsB = tellingWords(b)
  const length = (words: readonly string[]) => words.reduce((sum, word) => sum + word.length, 0)
  const bothA = wordsA.filter((word) => wordsB.some((other) => isForm(word, other)))
  const bothB = wordsB.filter((word) => wordsA.some((other) => isForm(word, other)))
  return length([...bothA, ...bothB]) / Math.max(1, length(wordsA) + length(wordsB))
}

/** Words that say nothing where there are others. */
const EMPTY_WORDS = new Set([
  'дата',
  'время',
  'час',
  'date',
  'time',
  'of',
  'on',
  'at',
  'the',
  'в',
  'у',
  'и',
  'і',
  '№',
])

function tellingWords(text: string): readonly string[] {
  const words = foldName(text)
    .split(/[^\p{L}\p{N}№]+/u)
    .filter((word) => word !== '')
  const telling = words.filter((word) => !EMPTY_WORDS.has(word))
  return telling.length > 0 ? telling : words
}

/** Two forms of one word begin alike; short words are the same. */
function isForm(a: string, b: string): boolean {
  if (a === b) return true
  const start = Math.max(4, Math.ceil(Math.max(a.length, b.length) * 0.6))
  return a.slice(0, start) === b.slice(0, start) && a.length >= start && b.length >= start
}
