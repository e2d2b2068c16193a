import { isoOf, isoOfDay } from '../domain/time/date.ts'
import type { Moment } from '../domain/time/when.ts'
import { DAY, HOUR, MINUTE, SECOND, type Zone } from '../domain/time/zone.ts'
import type { Say } from '../errors.ts'
import { BoundedCache, detached } from './cache.ts'
import {
  type DateOrder,
  inOrder,
  isNoDate,
  readDateText,
  type Serial,
  type WrittenDate,
} from './date-text.ts'
import { clockTime, plainDate, plainTime } from './plain-date.ts'

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
  private readonly texts = new DateTexts()

  constructor(readonly header: string) {}

  see(text: string, line: number): void {
    if (text === '' || isNoDate(text)) return
    const plain = plainDate(text)
    if (plain !== undefined) {
      this.dates++
      this.certain ??= text.charAt(4) === '-' ? 'ymd' : 'dmy'
      if (text.length > 10) this.seeTime(plainTime(text))
      return
    }
    const written = this.texts.read(text)
    if (written === undefined) return
    if ('serial' in written) this.serials++
    else this.weigh(written, text, line)
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
  read(text: string): Moment | 'empty' | { readonly problem: Say }
}

/** Reads the cells of one column. A value without an offset is in the zone; a day is its first moment there. */
export function dateReader(form: DateForm, zone: Zone): DateReader {
  const texts = new DateTexts()
  return {
    read(text) {
      if (text === '') return 'empty'
      const iso = plainDate(text)
      if (iso === undefined) return isNoDate(text) ? 'empty' : readClosely(text, texts.read(text), form, zone)
      const time = text.length > 10 ? plainTime(text) : undefined
      return momentOf(iso, time, undefined, form, zone)
    },
  }
}

function readClosely(
  text: string,
  written: WrittenDate | Serial | undefined,
  form: DateForm,
  zone: Zone,
): Moment | { problem: Say } {
  const problem: Say = (w) => w.reading.unreadableDate(text)
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
): Moment {
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

function ofSerial(serial: number, form: DateForm, zone: Zone): Moment {
  const whole = Math.floor(serial)
  const time = Math.min(Math.round(((serial - whole) * DAY) / SECOND) * SECOND, DAY - SECOND)
  return momentOf(isoOfDay(whole - SERIAL_OF_1970), time === 0 ? undefined : time, undefined, form, zone)
}

/** Reads the unusual ways of writing dates; the days are remembered apart from the times, which seldom repeat. */
class DateTexts {
  private readonly known = new BoundedCache<WrittenDate | Serial | undefined>()

  read(text: string): WrittenDate | Serial | undefined {
    const gap = text.lastIndexOf(' ')
    const time = gap > 5 ? clockTime(text, gap + 1) : undefined
    if (time === undefined) return this.known.get(text, readDateText)
    const day = this.known.get(text.slice(0, gap), readDateText)
    return day === undefined || 'serial' in day || day.time !== undefined ? undefined : { ...day, time }
  }
}
