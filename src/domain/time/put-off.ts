import { foldWords } from './calendar-words.ts'
import { type Moment, ofMoment, readWhen, type When, type WhenContext } from './when.ts'

const BY = /^(?:(?:еще |ще )?на|by|for(?: another)?|\+) ?(?=\S)/
/** Two at night is not what is meant by so many hours; `на 15 часов` is three in the afternoon. */
const CLOCK_LIKE = /^(?:[7-9]|1\d|2[0-3]) (?:час|годин|ч$)/
const SHORT: Readonly<Record<string, string>> = {
  m: 'min',
  м: 'мин',
  d: 'days',
  д: 'дней',
  w: 'weeks',
  н: 'нед',
}

/** By how much something is put off, as `через` counts it: of `на 2 часа`, `+30m`, `на полдня`; undefined for a moment. */
export function readPutOff(text: string, context: WhenContext): string | undefined {
  const folded = foldWords(text)
  const by = folded
    .replace(BY, '')
    .replace(/^(\d+) ?(\p{L}+)\.?$/u, (_, count: string, unit: string) => `${count} ${SHORT[unit] ?? unit}`)
    .replace(/^(\d+) год$/, context.lang === 'uk' ? '$1 години' : '$1 год')
  if ((by === folded && !BARE.test(by)) || CLOCK_LIKE.test(by)) return undefined
  return readWhen(`через ${by}`, context) === undefined ? undefined : by
}

/** Said in answer to how long. */
const BARE =
  /^(?:полтора )?(?:час|полчаса|полдня|день|неделю|месяц|годину|пів ?години|пів ?дня|тиждень|місяць|an? (?:hour|day|week|month)|half an hour|\d{1,3} (?:час|годин|мин|хв|дн|день|недел|тиж|hour|min|day|week)\p{L}*)а?$/u

/** What it is counted from: its own time, or now where that is over or where there is none. */
export type PutOffFrom = 'own' | 'over' | 'untimed'

/**
 * The moment so much later than the one it had; hours need one to be counted from: undefined for those of a day to come
 * that has no hour. A day that is over, or none, is today.
 */
export function putOff(
  by: string,
  due: Moment | null,
  context: WhenContext,
): { when: When; from: PutOffFrom } | undefined {
  const { now, zone } = context
  const isTimed = due?.precision === 'moment'
  const isAhead = due !== null && (isTimed ? due.at > now : zone.dateOf(due.at) > zone.dateOf(now))
  const from = isAhead && isTimed ? 'own' : isTimed ? 'over' : 'untimed'
  const when = readWhen(`через ${by}`, { ...context, now: isAhead ? due.at : now })
  if (when === undefined || (when.time !== null && isAhead && !isTimed)) return undefined
  if (when.time !== null) return { when, from }
  return { when: isTimed ? atTimeOf(due, when, context) : when, from: 'own' }
}

/** That day, at the time of day that there was before. */
export function atTimeOf(due: Moment | null, to: When, { zone }: Pick<WhenContext, 'zone'>): When {
  if (to.precision === 'moment' || due === null || due.precision === 'day') return to
  const [hour = 0, minute = 0] = zone.clockOf(due.at).split(':').map(Number)
  return ofMoment(zone.instantOf(to.date, { hour, minute }), zone)
}
