import { FIELD_KIND, fieldOfKind, KIND } from '../domain/deal.ts'
import { nameOf } from './rows.ts'

export type Cell = string | number | null

/** How a cell stands in the copy: `write` from the file's cell, `read` back to it; undefined for what cannot be. */
export interface Codec {
  write(cell: Cell): unknown
  read(value: unknown): Cell | undefined
  /** Null in the copy means something to it; to others it is no value. */
  readsNull?: true
}

export const plain: Codec = {
  write: (cell) => cell,
  read: (value) =>
    typeof value === 'string' || typeof value === 'number' || value === null ? value : undefined,
}

export const flag: Codec = {
  write: (cell) => cell === 1,
  read: (value) => (typeof value === 'boolean' ? Number(value) : undefined),
}

/** JSON inside a column: lists and fields. */
export const json: Codec = {
  write: (cell): unknown => JSON.parse(String(cell)),
  read: (value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : undefined),
}

const LONG_AGO = Number.MIN_SAFE_INTEGER

/** ISO 8601 in UTC, to the millisecond; null is the beginning of time. */
export const moment: Codec = {
  write: (cell) => (cell === LONG_AGO ? null : new Date(Number(cell)).toISOString()),
  read: (value) => {
    if (value === null) return LONG_AGO
    const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
    return Number.isNaN(at) ? undefined : at
  },
  readsNull: true,
}

/** A moment that need not be known. */
export const maybeMoment: Codec = { write: moment.write, read: moment.read }

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
    const [, field] = /^field:(\d+)$/.exec(value) ?? []
    if (field !== undefined) return FIELD_KIND + Number(field)
    return Object.entries(KIND).find(([name]) => name === value)?.[1]
  },
}
