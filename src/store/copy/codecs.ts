import { isCurrency } from '../../domain/currency.ts'
import { FIELD_KIND, fieldOfKind, KIND } from '../../domain/deal.ts'
import { MOST_MINOR } from '../../domain/money.ts'
import { parseIsoDate } from '../../domain/time/date.ts'
import { nameOf, PRECISIONS } from '../rows.ts'
import type { Cell } from '../tables/cells.ts'

/** How a cell stands in the copy: `write` from the file's cell, `read` back to it; undefined for what cannot be. */
export interface Codec {
  write(cell: Cell): unknown
  read(value: unknown): Cell | undefined
  /** Null in the copy means something to it; to others it is no value. */
  readsNull?: true
}

/** A cell that stands as it is, where it is such a value. */
function asIs(fits: (value: unknown) => value is string | number): Codec {
  return { write: (cell) => cell, read: (value) => (fits(value) ? value : undefined) }
}

/** No file of text could hold a zero byte. */
const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0')
/** Such as are written digit by digit. */
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && /^-?[\d.]+$/.test(String(value)) && Math.abs(value) <= Number.MAX_SAFE_INTEGER
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)
const isMinor = (value: unknown): value is number => isWhole(value) && Math.abs(value) <= MOST_MINOR
const isId = (value: unknown): value is number => isWhole(value) && value > 0

export const text = asIs(isText)
export const number = asIs(isNumber)
export const whole = asIs(isWhole)
/** Money in minor units. */
export const minor = asIs(isMinor)
export const id = asIs(isId)
export const currency = asIs((value): value is string => isText(value) && isCurrency(value))
export const oneOf = (list: readonly string[]) =>
  asIs((one): one is string => isText(one) && list.includes(one))
export const day = asIs((value): value is string => isText(value) && parseIsoDate(value) !== undefined)
/** A decimal above nought, as text. */
export const rate = asIs(
  (value): value is string => isText(value) && /^\d{1,15}(\.\d{1,15})?$/.test(value) && Number(value) > 0,
)
/** JSON of an object that stands as a text in the copy too. */
export const jsonText = asIs((value): value is string => isText(value) && isObject(parsed(value)))

export const flag: Codec = {
  write: (cell) => cell === 1,
  read: (value) => (typeof value === 'boolean' ? Number(value) : undefined),
}

/** JSON inside a column. */
function json(fits: (value: unknown) => boolean): Codec {
  return {
    write: (cell): unknown => JSON.parse(String(cell)),
    read: (value) => (fits(value) ? JSON.stringify(value) : undefined),
  }
}

const isList = (value: unknown, of: (item: unknown) => boolean) => Array.isArray(value) && value.every(of)
const isTexts = (value: unknown) => isList(value, isText)
const isIds = (value: unknown) => isList(value, isId)
const isFields = (value: unknown) =>
  isObject(value) &&
  Object.entries(value).every(([key, one]) => /^[1-9]\d*$/.test(key) && (isText(one) || isNumber(one)))

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const texts = json(isTexts)
export const ids = json(isIds)
/** Values of the user's own fields by their ids. */
export const fields = json(isFields)
export const phones = json((value) =>
  isList(
    value,
    (one) => isObject(one) && isText(one['raw']) && (one['e164'] === null || isText(one['e164'])),
  ),
)
export const emails = json((value) =>
  isList(value, (one) => isObject(one) && isText(one['raw']) && isText(one['email'])),
)

/** What a bonus pays, from where on. */
export const bonusTiers = json((value) =>
  isList(
    value,
    (one) =>
      isObject(one) &&
      isText(one['from']) &&
      /^\d{1,16}(\.\d{1,4})?$/.test(one['from']) &&
      isObject(one['pay']) &&
      (one['pay']['kind'] === 'percent'
        ? isText(one['pay']['percent']) && /^\d{1,4}(\.\d{1,4})?$/.test(one['pay']['percent'])
        : (one['pay']['kind'] === 'amount' || one['pay']['kind'] === 'each') &&
          isMinor(one['pay']['amount'])),
  ),
)

const LONG_AGO = Number.MIN_SAFE_INTEGER
/** The years 0001 to 9999 in any zone. */
const EARLIEST = Date.parse('0001-01-02T00:00:00Z')
const LATEST = Date.parse('9999-12-30T00:00:00Z')

function isMoment(at: unknown): at is number {
  return isWhole(at) && at >= EARLIEST && at <= LATEST
}

/** ISO 8601 in UTC, to the millisecond; null is the beginning of time. */
export const moment: Codec = {
  write: (cell) => (cell === LONG_AGO ? null : new Date(Number(cell)).toISOString()),
  read: (value) => (value === null ? LONG_AGO : maybeMoment.read(value)),
  readsNull: true,
}

/** A moment that need not be known. */
export const maybeMoment: Codec = {
  write: moment.write,
  read: (value) => {
    const at = isText(value) ? Date.parse(value) : Number.NaN
    return isMoment(at) ? at : undefined
  },
}

export function named<T extends string>(list: readonly T[]): Codec {
  return {
    write: (cell) => nameOf(list, Number(cell)),
    read: (value) => {
      const code = typeof value === 'string' ? (list as readonly string[]).indexOf(value) : -1
      return code < 0 ? undefined : code
    },
  }
}

/** A built-in field by its name, a custom one as `field:7`. */
export const historyKind: Codec = {
  write: (cell) => fieldOfKind(Number(cell)) ?? `field:${Number(cell) - FIELD_KIND}`,
  read: (value) => {
    if (typeof value !== 'string') return undefined
    const [, field] = /^field:(\d{1,9})$/.exec(value) ?? []
    if (field !== undefined) return FIELD_KIND + Number(field)
    return Object.entries(KIND).find(([name]) => name === value)?.[1]
  },
}

/** Of a history row: what it may be its kind says. */
export const value = asIs((one): one is string | number => isText(one) || isNumber(one))

/** Whether a history row of this kind may have this value. */
export function fitsKind(kind: Cell, value: Cell): boolean {
  const field = fieldOfKind(Number(kind))
  switch (field) {
    case 'stage':
      return isId(value)
    case 'removed':
      return value === 0 || value === 1
    case 'currency':
      return currency.read(value) !== undefined
    case 'created':
      return isText(value) && isCreation(parsed(value))
    case 'manager':
    case 'company':
      return value === null || isId(value)
    case 'amount':
    case 'cost':
      return value === null || isMinor(value)
    case 'expected':
      return value === null || day.read(value) !== undefined
    case 'contacts':
      return value === null || (isText(value) && isIds(parsed(value)))
    case 'tags':
      return value === null || (isText(value) && isTexts(parsed(value)))
    case undefined:
      return value === null || isText(value) || isNumber(value)
    default:
      return value === null || isText(value)
  }
}

/** Undefined for what is no JSON. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** How a deal began, as a later import told it. */
function isCreation(value: unknown): boolean {
  if (!isObject(value) || !isObject(value['values'])) return false
  const { values, at, precision, actor } = value
  const { synthetic, stageSynthetic, stageSeen, amountSynthetic } = value
  const orNull = (one: unknown, fits: (one: unknown) => boolean) => one === null || fits(one)
  const { title, stage, contacts, tags, fields: own, currency: code, expected, ...rest } = values
  const { manager, company, amount, cost, source, product, note, externalSystem, externalId } = rest
  return (
    isMoment(at) &&
    PRECISIONS.some((known) => known === precision) &&
    [synthetic, stageSynthetic, stageSeen, amountSynthetic].every((one) => typeof one === 'boolean') &&
    isText(title) &&
    isId(stage) &&
    isIds(contacts) &&
    isTexts(tags) &&
    isFields(own) &&
    currency.read(code) !== undefined &&
    orNull(expected, (one) => day.read(one) !== undefined) &&
    [actor, manager, company].every((one) => orNull(one, isId)) &&
    [amount, cost].every((one) => orNull(one, isMinor)) &&
    [source, product, note, externalSystem, externalId].every((one) => orNull(one, isText))
  )
}
