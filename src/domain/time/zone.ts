import { UserError } from '../../errors.ts'
import { dayNumber, type IsoDate, isoOfDay, pad2 } from './date.ts'

/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** A time of day on the wall clock. */
export interface WallTime {
  hour: number
  minute: number
  second?: number
  ms?: number
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** ms as days of 24 h. */
export function inDays(ms: number | null): number | null {
  return ms === null ? null : ms / DAY
}

const UTC_NAMES = new Set(['utc', 'etc/utc', 'gmt', 'etc/gmt', 'etc/uct', 'uct', 'zulu', 'etc/zulu'])
const ZONE_NAME = /^[a-z][a-z_]*(?:\/[a-z0-9_+-]+)*$/i

/** Whether a name of a zone means no zone at all. */
export function isUtc(id: string): boolean {
  return UTC_NAMES.has(id.toLowerCase())
}

/** How far the wall clock is ahead of UTC during one UTC day; a day sees one change of clocks at most. */
interface UtcDay {
  before: number
  /** The instant from which `after` holds; Infinity on a plain day. */
  change: Instant
  after: number
}

interface LocalDay {
  start: Instant
  /** No change of clocks within the day: a moment of it is its start plus the time of day. */
  plain: boolean
}

/**
 * A time zone of the IANA database. Days it has met are remembered, so that bulk conversion costs a map
 * lookup. UTC needs nothing of `Intl`; any other zone builds one formatter, about 10 ms once in a process.
 */
export class Zone {
  readonly #offsetOf: ((at: Instant) => number) | undefined
  readonly #utcDays = new Map<number, UtcDay>()
  readonly #localDays = new Map<IsoDate, LocalDay>()
  readonly #dates = new Map<number, IsoDate>()

  /**
   * `offsetOf`, where given, answers how many milliseconds the zone is ahead of UTC, in place of `Intl`
   * (see `hostOffset`). Throws UserError for a name that is no time zone.
   */
  constructor(
    readonly id: string,
    offsetOf?: (at: Instant) => number,
  ) {
    this.#offsetOf = isUtc(id) ? undefined : (offsetOf ?? intlOffset(id))
  }

  /** The first moment of a local day: midnight, or where the clocks skip midnight, the moment after. */
  startOfDay(iso: IsoDate): Instant {
    return this.#localDay(iso).start
  }

  /** The first moment that no longer belongs to the day. */
  endOfDay(iso: IsoDate): Instant {
    const { start, plain } = this.#localDay(iso)
    return plain ? start + DAY : this.#resolve((dayNumber(iso) + 1) * DAY)
  }

  dateOf(at: Instant): IsoDate {
    const day = Math.floor((at + this.offsetAt(at)) / DAY)
    const known = this.#dates.get(day)
    if (known !== undefined) return known
    const iso = isoOfDay(day)
    this.#dates.set(day, iso)
    return iso
  }

  /** `HH:MM:SS` on the wall clock. */
  timeOf(at: Instant): string {
    const local = at + this.offsetAt(at)
    const seconds = Math.floor((local - Math.floor(local / DAY) * DAY) / SECOND)
    return `${pad2(Math.floor(seconds / 3600))}:${pad2(Math.floor(seconds / 60) % 60)}:${pad2(seconds % 60)}`
  }

  /** `HH:MM` on the wall clock. */
  clockOf(at: Instant): string {
    return this.timeOf(at).slice(0, 5)
  }

  /**
   * The moment a wall clock shows this. A time the clocks skip is the moment they jump, so that a later
   * reading is never an earlier moment; a time they show twice is the earlier of the two.
   */
  instantOf(iso: IsoDate, time: WallTime): Instant {
    const sinceMidnight =
      time.hour * HOUR + time.minute * MINUTE + (time.second ?? 0) * SECOND + (time.ms ?? 0)
    const day = this.#localDay(iso)
    return day.plain ? day.start + sinceMidnight : this.#resolve(dayNumber(iso) * DAY + sinceMidnight)
  }

  /** The moment so many days on at the same time of day, read as `instantOf` does: so many `fullDays` are over then. */
  daysAfter(at: Instant, days: number): Instant {
    return this.#resolve(at + this.offsetAt(at) + days * DAY)
  }

  /** ISO 8601 with this zone's offset, milliseconds only where there are any: `2026-02-01T01:30:00+02:00`. */
  isoString(at: Instant): string {
    const ms = at - Math.floor(at / SECOND) * SECOND
    const fraction = ms === 0 ? '' : `.${String(ms).padStart(3, '0')}`
    return `${this.dateOf(at)}T${this.timeOf(at)}${fraction}${offsetText(this.offsetAt(at))}`
  }

  /** Milliseconds by which the wall clock is ahead of UTC. */
  offsetAt(at: Instant): number {
    if (this.#offsetOf === undefined) return 0
    const day = this.#utcDay(Math.floor(at / DAY), this.#offsetOf)
    return at < day.change ? day.before : day.after
  }

  #localDay(iso: IsoDate): LocalDay {
    const known = this.#localDays.get(iso)
    if (known !== undefined) return known
    const midnight = dayNumber(iso) * DAY
    const start = this.#resolve(midnight)
    const day = { start, plain: this.#resolve(midnight + DAY) - start === DAY }
    this.#localDays.set(iso, day)
    return day
  }

  /** `local` is the wall clock read as if it were UTC. */
  #resolve(local: number): Instant {
    const offsetOf = this.#offsetOf
    if (offsetOf === undefined) return local
    const before = this.offsetAt(local - DAY)
    const after = this.offsetAt(local + DAY)
    const early = local - Math.max(before, after)
    const late = local - Math.min(before, after)
    if (early + this.offsetAt(early) === local) return early
    if (late + this.offsetAt(late) === local) return late
    const { change } = this.#utcDay(Math.floor(early / DAY), offsetOf)
    return change > early && change <= late ? change : this.#utcDay(Math.floor(late / DAY), offsetOf).change
  }

  #utcDay(day: number, offsetOf: (at: Instant) => number): UtcDay {
    const known = this.#utcDays.get(day)
    if (known !== undefined) return known
    const before = this.#utcDays.get(day - 1)?.after ?? offsetOf(day * DAY)
    const after = this.#utcDays.get(day + 1)?.before ?? offsetOf((day + 1) * DAY)
    const change = before === after ? Number.POSITIVE_INFINITY : findChange(day * DAY, before, offsetOf)
    const found = { before, change, after }
    this.#utcDays.set(day, found)
    return found
  }
}

/**
 * The offset of the zone that this process itself runs in (its TZ), read from `Date`: no `Intl` and so
 * nothing to start up. For `new Zone(id, hostOffset)` where the caller knows that `id` is that zone.
 */
export function hostOffset(at: Instant): number {
  const local = new Date(at)
  // `Date.UTC` would take the years before 100 for those of the 20th century.
  const wall = new Date(0)
  wall.setUTCFullYear(local.getFullYear(), local.getMonth(), local.getDate())
  return (
    wall.setUTCHours(local.getHours(), local.getMinutes(), local.getSeconds(), local.getMilliseconds()) - at
  )
}

/** Clocks change on whole seconds, some time after the start of a UTC day and at its end at the latest. */
function findChange(start: Instant, before: number, offsetOf: (at: Instant) => number): Instant {
  let low = 0
  let high = DAY / SECOND
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetOf(start + middle * SECOND) === before) low = middle
    else high = middle
  }
  return start + high * SECOND
}

function intlOffset(id: string): (at: Instant) => number {
  const format = ZONE_NAME.test(id) ? offsetFormat(id) : undefined
  if (format === undefined) throw new UserError((w) => w.when.unknownZone(id))
  return (at) => {
    // "2/1/2026, GMT+02:00"; GMT alone for zero, and seconds for the local mean time of old dates.
    const text = format.format(at)
    const [, sign, hours, minutes, seconds] =
      /GMT(?:([+\-\u2212])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text) ?? []
    const ahead = Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE + Number(seconds ?? 0) * SECOND
    return sign === undefined || sign === '+' ? ahead : -ahead
  }
}

function offsetFormat(id: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: 'longOffset' })
  } catch {
    return undefined
  }
}

function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / MINUTE)
  return `${offset < 0 ? '-' : '+'}${pad2(Math.floor(minutes / 60))}:${pad2(minutes % 60)}`
}
