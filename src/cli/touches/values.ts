import {
  ACTIVITY_OUTCOMES,
  type ActivityKind,
  type Direction,
  HELD,
  NOT_HELD,
  PLANNED,
} from '../../domain/activity.ts'
import { echoWhen, ofMoment, parseWhen } from '../../domain/time/when.ts'
import { readTouchWords } from '../../domain/touch-words.ts'
import { UsageError, UserError } from '../../errors.ts'
import { findDeal } from '../../store/deals/naming.ts'
import type { Store } from '../../store/store.ts'
import type { At } from '../at.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { isNone } from '../filters.ts'
import { meant } from '../line/aliases.ts'
import { chosen } from '../naming.ts'
import { findManagerOrMe } from '../people/person-values.ts'
import { parseName } from '../texts.ts'
import { flag, optional } from '../typed.ts'

export interface HowItWent {
  /** Whose initiative it was: ours where nothing is said. A meeting and a note have none. */
  direction: Direction | null
  outcome: string | null
  /** What was said, without the words that say how it went. */
  text: string
}

/**
 * `--in`, `--out` and `--outcome`, or the first words of the text, which are none of it then. A call was answered where
 * nothing is said; an inbound one without an answer was missed by us, and a missed one can only have been inbound.
 */
export function readHow(typed: Typed, kind: ActivityKind, words = ''): HowItWent {
  const [isIn, isOut] = [flag(typed, 'in'), flag(typed, 'out')]
  if (isIn && isOut) throw new UsageError((w) => w.touch.inAndOut)
  const option = optional(typed, 'outcome')
  const flagged =
    option === undefined ? null : (meant('outcome', option, ACTIVITY_OUTCOMES) ?? parseName(option))
  if (kind === 'meeting' || kind === 'note') return { direction: null, outcome: flagged, text: words }
  const given = isIn ? 'in' : isOut ? 'out' : null
  const read = readTouchWords(words, kind)
  // Words that contradict a flag are what was said.
  const contradicts =
    (given !== null && read.direction !== null && given !== read.direction) ||
    (flagged !== null && read.outcome !== null && flagged !== read.outcome)
  const { direction: to, outcome, rest } = contradicts ? { ...NOTHING, rest: words } : read
  return { ...howItWent(kind, given ?? to, flagged ?? outcome), text: rest }
}

const NOTHING = { direction: null, outcome: null }

function howItWent(
  kind: ActivityKind,
  direction: Direction | null,
  outcome: string | null,
): Pick<HowItWent, 'direction' | 'outcome'> {
  if (kind !== 'call') return { direction: direction ?? 'out', outcome }
  if (outcome === 'missed' && direction === 'out') throw new UsageError((w) => w.touch.missedOut)
  if (outcome === 'missed' || direction === 'in')
    return { direction: 'in', outcome: outcome === 'no-answer' ? 'missed' : (outcome ?? 'answered') }
  return { direction: 'out', outcome: outcome ?? 'answered' }
}

/** Seconds of `--duration`, minutes as `5`, `1:30` or `2,5`. */
export function readDuration(typed: Typed): number | null {
  const text = optional(typed, 'duration')
  if (text === undefined) return null
  const [, minutes, seconds, fraction] =
    /^\s*(\d{1,4})(?::([0-5]\d)|[.,](\d))?\s*(?:m|min|мин|хв)?\.?\s*$/i.exec(text) ?? []
  if (minutes === undefined) throw new UsageError((w) => w.touch.badDuration({ text }))
  return Number(minutes) * 60 + Number(seconds ?? 0) + Number(fraction ?? 0) * 6
}

/** Who did it: `--manager`, else me. */
export async function readManager(context: Context, store: Store, typed: Typed): Promise<number | null> {
  const text = optional(typed, 'manager')
  if (text === undefined) return store.settings.me
  return isNone(text) ? null : chosen(context, () => findManagerOrMe(store, text))
}

/** The deal of `--deal`: null for `none`, undefined where it was not given. */
export async function readDeal(
  context: Context,
  store: Store,
  typed: Typed,
): Promise<number | null | undefined> {
  const text = optional(typed, 'deal')
  if (text === undefined) return undefined
  return isNone(text) ? null : chosen(context, () => findDeal(store, text))
}

/**
 * When it was: `--at`, else now. What is still to come can only be a meeting; a day or an hour that may be either, such
 * as `fri 10`, is for a meeting the coming one and for anything else the last. Throws UserError for what is to come.
 */
export function readMoment(context: Context, store: Store, typed: Typed, kind: ActivityKind): At {
  const { zone } = store
  const now = context.now(zone)
  const text = optional(typed, 'at')
  if (text === undefined) return { when: ofMoment(now, zone), typed: false }
  const how = { now, zone, lang: context.lang }
  const when = parseWhen(text, kind === 'meeting' ? how : { ...how, prefer: 'past' })
  if (when.at > now && kind !== 'meeting')
    throw new UserError((w) => w.touch.inFuture({ when: echoWhen(when, w.lang) }))
  return { when, typed: true }
}

/** A meeting is planned where it is still to come, one that fell through too, and held else. */
export function meetingOutcome(given: string | null, at: At, now: number): string {
  const isAhead = at.when.at > now
  return given === null || (given === NOT_HELD && isAhead) ? (isAhead ? PLANNED : HELD) : given
}
