import { isoOf, isoOfDay, isRealDay } from '../domain/date.ts'
import { DAY, HOUR, type Instant, MINUTE, SECOND, type Zone } from '../domain/zone.ts'
import type { Say } from '../errors.ts'
import { BoundedCache, detached } from './cache.ts'
import { type DateOrder, inOrder, isNoDate, readDateText, type WrittenDate } from './date-text.ts'

export interface ReadDate {
  readonly at: Instant
  readonly precision: 'moment' | 'day'
}

/** What a column of dates turned out to be. */
export interface DateForm {
  /** Missing where no value of the column depends on it. */
  readonly order?: DateOrder
  /** The whole column is spreadsheet day numbers. */
  readonly serials: boolean
  /** Every value says 00:00:00, so that the time means nothing and the day is all that is known. */
  readonly midnights: boolean
}

interface Sighting {
  readonly line: number
  readonly text: string
}

export type DateVerdict =
  | {
      readonly kind: 'decided'
      readonly form: DateForm /** The header that decided. */
      readonly like?: string
    }
  | { readonly kind: 'ambiguous'; readonly sample: Sighting; readonly orders: readonly DateOrder[] }
  | { readonly kind: 'conflict'; readonly samples: readonly [Sighting, Sighting] }

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd']

/** Gathers, over all values of one column, in which orders its dates can be read. */
export class DateEvidence {
  private readonly against = new Map<DateOrder, Sighting>()
  private readonly separators = new Set<string>()
  private sample: Sighting | undefined
  private certain: DateOrder | undefined
  private serials = 0
  private dates = 0
  private timed = 0
  private midnights = 0
  private readonly known = new BoundedCache<WrittenDate | 'serial' | undefined>()

  constructor(readonly header: string) {}

  see(text: string, line: number): void {
    if (text === '' || isNoDate(text)) return
    const plain = plainDate(text)
    if (plain !== undefined) {
      this.dates++
      this.certain ??= text.charCodeAt(4) === HYPHEN ? 'ymd' : 'dmy'
      if (text.length > 10) this.seeTime(plainTime(text))
      return
    }
    const written = this.known.get(text, seen)
    if (written === 'serial') this.serials++
    else if (written !== undefined) this.weigh(written, text, line)
  }

  /** The verdict from this column alone, or by the order that the user or the recognised system gives. */
  verdict(given?: DateOrder): DateVerdict {
    const serials = this.serials > 0 && this.dates === 0
    const midnights = this.timed > 0 && this.midnights === this.dates
    const decided = (order: DateOrder | undefined): DateVerdict => ({
      kind: 'decided',
      form: order === undefined ? { serials, midnights } : { order, serials, midnights },
    })
    if (this.sample === undefined) return decided(this.certain ?? given)
    if (given !== undefined) return decided(given)
    const possible = ORDERS.filter((order) => !this.against.has(order))
    // A year of two digits in front is the last thing to think of.
    const likely = possible.length > 1 ? possible.filter((order) => order !== 'ymd') : possible
    if (likely.length === 1) return decided(likely[0])
    if (likely.length > 1) return { kind: 'ambiguous', sample: this.sample, orders: likely }
    const dmy = this.against.get('dmy') ?? this.sample
    return { kind: 'conflict', samples: [this.against.get('mdy') ?? this.sample, dmy] }
  }

  /** Whether dates that need an order are written here with the same signs as there. */
  looksLike(other: DateEvidence): boolean {
    return [...this.separators].every((separator) => other.separators.has(separator))
  }

  private weigh(written: WrittenDate, text: string, line: number): void {
    this.dates++
    if (written.time !== undefined) this.seeTime(written.time)
    if (written.separator === '') {
      this.certain ??= written.orders[0]
      return
    }
    if (this.sample === undefined) this.sample = { line, text: detached(text) }
    if (!this.separators.has(written.separator)) this.separators.add(detached(written.separator))
    for (const order of ORDERS)
      if (!written.orders.includes(order) && !this.against.has(order))
        this.against.set(order, { line, text: detached(text) })
  }

  private seeTime(time: number | undefined): void {
    this.timed++
    if (time === 0) this.midnights++
  }
}

/**
 * The verdicts on all date columns of a file. A column that cannot decide for itself takes the order which another
 * one of the same file, written with the same signs, has proved; `like` then names that one.
 */
export function decideDates(columns: readonly DateEvidence[], given?: DateOrder): DateVerdict[] {
  const alone = columns.map((column) => column.verdict(given))
  return alone.map((verdict, i) => {
    if (verdict.kind !== 'ambiguous') return verdict
    const column = columns[i]
    const proofs = columns.flatMap((other, k) => {
      const proved = alone[k]
      if (column === undefined || proved?.kind !== 'decided' || !column.looksLike(other)) return []
      const { order } = proved.form
      return order !== undefined && verdict.orders.includes(order) ? [{ order, like: other.header }] : []
    })
    const first = proofs[0]
    if (column === undefined || first === undefined || proofs.some(({ order }) => order !== first.order))
      return verdict
    const decided = column.verdict(first.order)
    return decided.kind === 'decided' ? { ...decided, like: first.like } : verdict
  })
}

/** The sentence for a column that refuses to be read. */
export function sayDateVerdict(header: string, verdict: DateVerdict): Say | undefined {
  if (verdict.kind === 'ambiguous') {
    const { sample, orders } = verdict
    return (w) => w.reading.ambiguousDate(sample.text, header, sample.line, orders.join(` ${w.common.or} `))
  }
  if (verdict.kind === 'conflict') {
    const [a, b] = verdict.samples
    return (w) => w.reading.datesDisagree(header, a.text, a.line, b.text, b.line)
  }
  return undefined
}

export interface DateReader {
  /** 'empty' for a blank cell and the words programs write for "no date". */
  read(text: string): ReadDate | 'empty' | { readonly problem: Say }
}

/** Reads the cells of one column. A value without an offset is in the zone; a day is its first moment there. */
export function dateReader(form: DateForm, zone: Zone): DateReader {
  const known = new BoundedCache<ReadDate | 'empty' | { problem: Say }>()
  const slow = (text: string) => readSlowly(text, form, zone)
  return {
    read(text) {
      if (text === '') return 'empty'
      const iso = plainDate(text)
      if (iso === undefined) return known.get(text, slow)
      const time = text.length > 10 ? plainTime(text) : undefined
      return momentOf(iso, time, undefined, form, zone)
    },
  }
}

function readSlowly(text: string, form: DateForm, zone: Zone): ReadDate | 'empty' | { problem: Say } {
  if (isNoDate(text)) return 'empty'
  const problem: Say = (w) => w.reading.unreadableDate(text)
  const written = readDateText(text)
  if (written === undefined) return { problem }
  if ('serial' in written) return form.serials ? ofSerial(written.serial, form, zone) : { problem }
  const order = written.separator === '' ? written.orders[0] : (form.order ?? written.orders[0])
  if (order === undefined || !written.orders.includes(order)) {
    return { problem: (w) => w.reading.dateOutOfOrder(text, order ?? '') }
  }
  const { year, month, day } = inOrder(written.parts, order)
  return momentOf(isoOf(year, month, day), written.time, written.offset, form, zone)
}

/** `time` is milliseconds since midnight, `offset` minutes east of UTC. */
function momentOf(
  iso: string,
  time: number | undefined,
  offset: number | undefined,
  form: DateForm,
  zone: Zone,
): ReadDate {
  if (time === undefined || form.midnights) return { at: zone.startOfDay(iso), precision: 'day' }
  if (offset !== undefined)
    return { at: Date.parse(`${iso}T00:00:00Z`) + time - offset * MINUTE, precision: 'moment' }
  const wall = {
    hour: Math.floor(time / HOUR),
    minute: Math.floor(time / MINUTE) % 60,
    second: Math.floor(time / SECOND) % 60,
    ms: time % SECOND,
  }
  return { at: zone.instantOf(iso, wall), precision: 'moment' }
}

/** Spreadsheets count days from 1899-12-30; this is 1970-01-01. */
const SERIAL_OF_1970 = 25_569

function ofSerial(serial: number, form: DateForm, zone: Zone): ReadDate {
  const whole = Math.floor(serial)
  const time = Math.min(Math.round(((serial - whole) * DAY) / SECOND) * SECOND, DAY - SECOND)
  return momentOf(isoOfDay(whole - SERIAL_OF_1970), time === 0 ? undefined : time, undefined, form, zone)
}

const HYPHEN = 45
const DOT = 46
const COLON = 58

/**
 * The day of `YYYY-MM-DD` or `DD.MM.YYYY`, alone or with ` HH:MM` or ` HH:MM:SS`: by far the most usual ways, read
 * without a regular expression. Undefined for all else, which is then looked at closely.
 */
function plainDate(text: string): string | undefined {
  if (text.length !== 10 && plainTime(text) === undefined) return undefined
  if (text.charCodeAt(4) === HYPHEN && text.charCodeAt(7) === HYPHEN) {
    const year = number(text, 0, 2) * 100 + number(text, 2, 4)
    return isRealDay(year, number(text, 5, 7), number(text, 8, 10)) ? text.slice(0, 10) : undefined
  }
  if (text.charCodeAt(2) === DOT && text.charCodeAt(5) === DOT) {
    const [day, month] = [number(text, 0, 2), number(text, 3, 5)]
    const year = number(text, 6, 8) * 100 + number(text, 8, 10)
    return isRealDay(year, month, day) ? isoOf(year, month, day) : undefined
  }
  return undefined
}

/** Milliseconds of ` HH:MM[:SS]` after a date of ten characters. */
function plainTime(text: string): number | undefined {
  if (text.length !== 16 && text.length !== 19) return undefined
  const gap = text.charCodeAt(10)
  if ((gap !== 32 && gap !== 84) || text.charCodeAt(13) !== COLON) return undefined
  if (text.length === 19 && text.charCodeAt(16) !== COLON) return undefined
  const [hour, minute] = [number(text, 11, 13), number(text, 14, 16)]
  const second = text.length === 19 ? number(text, 17, 19) : 0
  const real = hour < 24 && minute < 60 && second < 60
  return real ? hour * HOUR + minute * MINUTE + second * SECOND : undefined
}

/** Two digits; NaN, which fails every comparison, where they are not digits. */
function number(text: string, from: number, to: number): number {
  const tens = text.charCodeAt(from) - 48
  const units = text.charCodeAt(to - 1) - 48
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN
}

function seen(text: string): WrittenDate | 'serial' | undefined {
  const written = readDateText(text)
  return written !== undefined && 'serial' in written ? 'serial' : written
}
