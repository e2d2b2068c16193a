import { parseAmount } from '../domain/money.ts'
import { detached } from './cache.ts'
import { isNoDate, readDateText } from './date-text.ts'
import type { Row } from './table.ts'

/** What the values of a column are by the look of them; `few`: texts that repeat, as sources and regions do. */
export type ColumnKind = 'empty' | 'date' | 'email' | 'phone' | 'number' | 'few' | 'text'

export interface ColumnLook {
  readonly kind: ColumnKind
  /** The first values that are not blank, as written. */
  readonly samples: readonly string[]
  /** Rows in which it is not blank. */
  readonly filled: number
  /** Rows that say what another one said before; `filled` without them are the different values. */
  readonly repeats: number
  /** No row is blank and none repeats another, as far as was looked. */
  readonly isUnique: boolean
}

/** Values of one column that are looked at closely. */
const CLOSELY = 200
/** Values of one column that are remembered to be compared. */
const MOST_KEPT = 200_000
const SAMPLES = 3
/** Of the values, so many have to be of the kind. */
const MOST = 0.9

/** Gathers what the columns of a file look like, whatever their headers say. */
export class ColumnLooks {
  readonly #columns: readonly Gathered[]
  #rows = 0

  constructor(headers: readonly string[]) {
    this.#columns = headers.map(() => new Gathered())
  }

  get rows(): number {
    return this.#rows
  }

  see({ cells }: Row): void {
    this.#rows++
    this.#columns.forEach((column, i) => {
      column.see(cells[i]?.trim() ?? '')
    })
  }

  of(index: number): ColumnLook {
    return (this.#columns[index] ?? new Gathered()).look(this.#rows)
  }
}

class Gathered {
  readonly #values = new Set<string>()
  readonly #samples: string[] = []
  readonly #kinds = { date: 0, email: 0, phone: 0, number: 0 }
  #filled = 0
  #repeats = 0

  see(text: string): void {
    if (text === '') return
    this.#filled++
    if (this.#samples.length < SAMPLES) this.#samples.push(detached(text))
    if (this.#filled <= CLOSELY) this.#weigh(text)
    const value = told(text)
    if (this.#values.has(value)) this.#repeats++
    else if (this.#values.size < MOST_KEPT) this.#values.add(detached(value))
  }

  look(rows: number): ColumnLook {
    return {
      kind: this.#kind(),
      samples: this.#samples,
      filled: this.#filled,
      repeats: this.#repeats,
      isUnique: this.#filled === rows && rows > 0 && this.#repeats === 0,
    }
  }

  #weigh(text: string): void {
    if (isDate(text)) this.#kinds.date++
    else if (EMAIL.test(text)) this.#kinds.email++
    else if (PHONE.test(text) && text.replace(/\D/g, '').length >= 10) this.#kinds.phone++
    else if (isNumber(text)) this.#kinds.number++
  }

  #kind(): ColumnKind {
    if (this.#filled === 0) return 'empty'
    const seen = Math.min(this.#filled, CLOSELY)
    for (const kind of ['date', 'email', 'phone', 'number'] as const)
      if (this.#kinds[kind] >= seen * MOST) return kind
    const different = this.#filled - this.#repeats
    return different <= 20 && different * 2 <= this.#filled ? 'few' : 'text'
  }
}

/** What tells one value from another: of a phone its last digits, in whatever notation. */
function told(text: string): string {
  if (!PHONE.test(text) || isDate(text)) return text
  const digits = text.replace(/\D/g, '')
  return digits.length >= 10 && digits.length <= 13 ? `+${digits.slice(-10)}` : text
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const PHONE = /^\+?[\d\s().-]{10,}$/

/** A bare number may be the day of a spreadsheet; by itself it is taken for a number. */
function isDate(text: string): boolean {
  const read = isNoDate(text) ? undefined : readDateText(text)
  return read !== undefined && !('serial' in read)
}

function isNumber(text: string): boolean {
  return ([',', '.'] as const).some((decimal) => 'minor' in parseAmount(text, { currency: 'USD', decimal }))
}
