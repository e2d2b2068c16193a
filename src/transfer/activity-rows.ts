import { ACTIVITY_KINDS, type ActivityKind, type Direction } from '../domain/activity.ts'
import { foldKey } from '../domain/names/name.ts'
import type { PlannedTouch } from '../domain/records/planned-touch.ts'
import { DAY } from '../domain/time/zone.ts'
import {
  callOf,
  directionOf,
  durationOf,
  heldOf,
  isAnswered,
  isDone,
  isTaskKind,
  kindOf,
} from './activity-texts.ts'
import { type ReadCall, readCall } from './call-sides.ts'
import type { Claims } from './columns.ts'
import type { Finding } from './findings.ts'
import { INTERNAL, LEFT_OUT, OTHERWISE, type PassedOver } from './passed-over.ts'
import { SKIP } from './stages.ts'
import type { Row } from './table.ts'
import { TOUCH_FIELDS, TouchCells, type TouchRowContext } from './touch-cells.ts'

const OWN_FIELDS = [
  'kind',
  'direction',
  'outcome',
  'at',
  'time',
  'deadline',
  'end',
  'duration',
  'minutes',
  'hours',
  'billsec',
  'answered',
  'place',
  'done',
  'caller',
  'callee',
  'extension',
] as const
type OwnField = (typeof OWN_FIELDS)[number]

export const ACTIVITY_FIELDS = [...OWN_FIELDS, ...TOUCH_FIELDS] as const
export const ACTIVITY_DATES = ['at', 'deadline', 'end', 'answered'] as const

/** A file with one of these is of calls, one with one of those of meetings, where nothing says it row by row. */
const OF_CALLS = ['caller', 'callee', 'extension', 'direction', 'billsec'] as const
const OF_MEETINGS = ['end', 'place'] as const

/** The kind of activities that a whole file is of, by its columns; undefined where nothing says it. */
function kindOfColumns({ fields }: Claims): ActivityKind | undefined {
  const has = (names: readonly string[]) => names.some((name) => fields.has(name))
  if (has(OF_CALLS)) return 'call'
  // What is ticked off may be anything.
  if (has(OF_MEETINGS)) return fields.has('done') ? undefined : 'meeting'
  return fields.has('minutes') ? 'call' : undefined
}

/** The same, but undefined too where each row says it. */
export function kindOfFile(claims: Claims): ActivityKind | undefined {
  return claims.fields.has('kind') ? undefined : kindOfColumns(claims)
}

/** What a text of the column of kinds is; in a file of calls it may say only how they went. */
export function kindSaid(claims: Claims, text: string): ReturnType<typeof kindOf> {
  return kindOf(text) ?? (kindOfColumns(claims) === 'call' ? callOf(text) : undefined)
}

/** The log of a telephone exchange: who called whom, not who did what about whom. */
export function isCallLog({ fields }: Claims): boolean {
  return (fields.has('caller') && fields.has('callee')) || fields.has('extension')
}

export interface ActivityRowContext extends TouchRowContext {
  /** What `--kind` says: folded text → kind, or that its rows are left out. */
  readonly kinds: ReadonlyMap<string, ActivityKind | typeof SKIP>
}

/** Columns of durations, the surest first: what a number in them counts, in seconds. `1:30` is hours in `hours` alone. */
const UNITS = [
  ['billsec', 1],
  ['duration', 1],
  ['minutes', 60],
  ['hours', 3600],
] as const

type Said = Record<string, string | number>

/** Turns the rows of a file into activities. Pure but for `manager`, which may make one. */
export class ActivityRows {
  readonly #touch: TouchCells<OwnField>
  readonly #kind: ActivityKind | undefined
  readonly #isLog: boolean
  readonly #isOfCalls: boolean

  constructor(private readonly context: ActivityRowContext) {
    this.#touch = new TouchCells(context, OWN_FIELDS)
    this.#kind = kindOfFile(context.claims)
    this.#isLog = isCallLog(context.claims)
    this.#isOfCalls = kindOfColumns(context.claims) === 'call'
  }

  get warnings(): readonly Finding[] {
    return this.#touch.cells.warnings
  }

  /** The activity of a row, what is wrong with it, or that it is passed over. */
  read(row: Row): PlannedTouch | readonly Finding[] | PassedOver {
    const { cells, isOwn } = this.#touch
    cells.turn(row)
    if (row.problem !== undefined) return cells.problems
    if (!isOwn && this.#isTask()) return OTHERWISE
    const said: Said = {}
    const kind = this.#readKind(said)
    if (kind === SKIP) return LEFT_OUT
    const call = this.#isLog && !isOwn ? this.#readLog(said) : undefined
    if (call === INTERNAL) return INTERNAL
    if (call === undefined) this.#readDirection(said)
    this.#readMoment(said)
    if (kind !== undefined) this.#readOutcome(kind, said)
    this.#touch.sayText(said)
    const place = cells.text('place')
    if (place !== '') said['place'] = place
    const phone = call?.client ?? this.#touch.phone()
    if (phone !== '') said['phone'] = this.#touch.number(phone)
    const about = this.#touch.about(said, phone)
    const identity = this.#touch.identity(() => this.#ownKey(said))
    if (identity === undefined || cells.problems.length > 0) return cells.problems
    const manager = this.#touch.manager(said, cells.text('manager') || (call?.colleague ?? ''))
    return { line: row.line, ...identity, ...about, manager, said }
  }

  #isTask(): boolean {
    const text = this.#touch.cells.text('kind')
    return !this.context.kinds.has(foldKey(text)) && isTaskKind(text)
  }

  #readKind(said: Said): ActivityKind | typeof SKIP | undefined {
    const { cells } = this.#touch
    const text = cells.text('kind')
    const given = this.context.kinds.get(foldKey(text))
    if (given === SKIP) return SKIP
    const read = given === undefined ? kindSaid(this.context.claims, text) : { kind: given, direction: null }
    const kind = text === '' ? (given ?? this.#kind) : read?.kind
    if (kind === undefined) {
      const known = ACTIVITY_KINDS.join(', ')
      cells.problem('kind', (w) =>
        text === '' ? w.activities.noKind({ known }) : w.activities.unknownKind({ text, known }),
      )
      return undefined
    }
    said['kind'] = kind
    if (read?.direction != null) said['direction'] = read.direction
    return kind
  }

  #readDirection(said: Said): void {
    const { cells } = this.#touch
    const text = cells.text('direction')
    const read = text === '' ? undefined : directionOf(text)
    if (read === 'in' || read === 'out') said['direction'] = read
    else if (text !== '') cells.problem('direction', (w) => w.activities.unknownDirection({ text }))
  }

  #readLog(said: Said): ReadCall | typeof INTERNAL | undefined {
    const { cells } = this.#touch
    const phone = cells.text('phone')
    const text = cells.text('direction') || cells.text('kind')
    const direction = directionOf(text) ?? (said['direction'] as Direction | undefined)
    const [caller, callee] = [cells.text('caller') || phone, cells.text('callee') || phone]
    const call = readCall({ caller, callee, extension: cells.text('extension'), direction })
    if (call === undefined) cells.problem('direction', (w) => w.activities.noDirection)
    else if (call !== INTERNAL) said['direction'] = call.direction
    return call
  }

  #readMoment(said: Said): void {
    const { cells } = this.#touch
    const known = cells.problems.length
    // What is only planned may have nothing but the day by which it is to be done.
    const moment = this.#touch.moment('at', 'time') ?? this.#touch.moment('deadline')
    if (moment === null) {
      if (cells.problems.length === known) cells.problem('at', (w) => w.import.noMoment)
      return
    }
    said['at'] = moment.at
    said['precision'] = moment.precision
    const duration = this.#duration(moment.at)
    if (duration !== undefined) said['duration'] = duration
  }

  /** Talk counts, not ringing: the time that is billed comes first. */
  #duration(start: number): number | undefined {
    const { cells } = this.#touch
    for (const [field, unit] of UNITS) {
      const text = cells.text(field)
      if (text === '') continue
      const isClock = field === 'hours' && /^\d+:\d\d$/.test(text)
      const seconds = durationOf(isClock ? `${text}:00` : text, unit)
      if (seconds === undefined) cells.problem(field, (w) => w.activities.unreadableDuration({ text }))
      return seconds
    }
    const answered = this.#touch.moment('answered')
    if (answered === null && cells.has('answered')) return 0
    const end = this.#touch.moment('end')
    if (end === null) return undefined
    if (answered !== null) return Math.max(0, Math.round((end.at - answered.at) / 1000))
    if (end.at >= start && end.at - start < DAY) return Math.round((end.at - start) / 1000)
    cells.warn('end', (w) => w.activities.strangeEnd)
    return undefined
  }

  #readOutcome(kind: ActivityKind, said: Said): void {
    const { cells, isOwn } = this.#touch
    const text = cells.text('outcome') || this.#outcomeOfKind()
    const outcome = isOwn ? text : this.#outcome(kind, text, said)
    if (outcome !== '') said['outcome'] = outcome
  }

  /** `Пропущенный` in the column of kinds. */
  #outcomeOfKind(): string {
    const text = this.#isOfCalls ? this.#touch.cells.text('kind') : ''
    return isAnswered(text) === undefined ? '' : text
  }

  #outcome(kind: ActivityKind, text: string, said: Said): string {
    const done = isDone(this.#touch.cells.text('done'))
    if (kind === 'meeting')
      return heldOf(text) ?? (text || (done === undefined ? '' : done ? 'held' : 'planned'))
    if (kind !== 'call') return text
    if (text === '' && done === false) return 'planned'
    const seconds = said['duration']
    const answered = isAnswered(text) ?? (text === '' ? this.#byDuration(seconds) : undefined)
    if (answered === undefined) return text
    // Nobody talks for no time at all: queues answer for those who do not.
    if (answered && !(this.#isLog && seconds === 0)) return 'answered'
    return said['direction'] === 'in' ? 'missed' : 'no-answer'
  }

  /** A log knows calls without talk; elsewhere no duration says nothing. */
  #byDuration(seconds: string | number | undefined): boolean | undefined {
    if (typeof seconds !== 'number') return undefined
    return seconds > 0 ? true : this.#isLog ? false : undefined
  }

  /** The exchange's own key; of a recognised system's files, all that tells one activity from another. */
  #ownKey(said: Said): string {
    const { cells, context } = this.#touch
    const at = said['at']
    if (typeof at !== 'number') return ''
    const moment = new Date(at).toISOString()
    if (this.#isLog)
      return [
        moment,
        ...(['caller', 'callee', 'extension', 'phone'] as const).map((field) => cells.text(field)),
      ]
        .filter((part) => part !== '')
        .join(' ')
    if (context.claims.system === null) return ''
    const parts = [said['kind'], cells.text('manager'), said['contact'], said['phone'], said['text']]
    return [moment, ...parts.map((part) => part ?? '')].join(' | ')
  }
}
