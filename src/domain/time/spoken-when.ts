import { monthOfWord, unitOfWord, weekdayOfWord } from './calendar-words.ts'
import {
  addDays,
  addMonths,
  addUnits,
  DAYS_IN_WEEK,
  dayNumber,
  fieldsOf,
  firstOf,
  firstOfMonth,
  firstOfWeek,
  type IsoDate,
  isoOf,
  isRealDay,
  weekday,
} from './date.ts'
import { countOf } from './number-words.ts'
import { clockPlainlySaid } from './spoken-clock.ts'
import { countSaid } from './spoken-number.ts'

/** Days and hours as people say them: a third way beside dates and spans. All texts are folded by `foldWords`. */

export type Side = 'past' | 'future' | undefined

const COUNTED = /(^| )(через|in|за) (\D.*)$/
const COUNTED_AGO = /^(?=\D)(.+) (?=\S+ (?:назад|тому|ago)$)/
const UNIT = '(?:минут|час|д(?:ень|ня|ней)|недел|месяц|хвилин|годин|дн|тиж|місяц)\\p{L}*'
/** `минут через двадцать`, `через минут двадцать`: about so many. */
const UNIT_FIRST = new RegExp(`(^| )(?:(${UNIT}) через|через (${UNIT})) (?=\\S)(.+)$`, 'u')
const HALF_YEAR = /(?:полгода|пів ?року|half a year)/
const HOUR_AND_HALF =
  /(?:полтора часа|півтори години|an hour and a half|1[.,]5 (?:часа|години|hours)|one and a half hours)/
/** `через 2-3 дня` is after two. */
const SOONER = /((?:^| )(?:через|in|за) )(\d{1,2})[-–]\d{1,2}(?= \S)/
const OR = '(?:[-–]| or | или | або | чи )'
/** `через тиждень-два`, `in a week or two` is after one. */
const SOONER_UNIT = new RegExp(
  `((?:^| )(?:через|чз|за|in) (?:an? )?)(\\p{L}{3,})${OR}(?:два|две|дві|two|друг(?:ой|ую|ий|у))(?= |$)`,
  'u',
)
/** `через два-три дні` is after two. */
const SOONER_COUNT = new RegExp(
  `((?:^| )(?:через|чз|за|in) )(\\d{1,2}|\\p{L}+)${OR}(?:\\d{1,2}|\\p{L}+)(?= \\S)`,
  'u',
)
const AFTER_WEEKEND = /(^| )(?:після|после|after(?: the)?) (?:вихідних|выходных|weekend)(?= |$)/
const HALF_DAY = /(?:полдня|пів ?дня|half a day)/
/** The same words in the forms that dates and spans are read from: `чз пару дней` is `через 2 дней`. */
export function plainlySaid(text: string): string {
  const whole = soonerOf(text)
    .replace(/(^| )чз (?=\S)/, '$1через ')
    .replace(HALF_YEAR, '6 months')
    .replace(HALF_DAY, '4 hours')
    .replace(HOUR_AND_HALF, '90 min')
    .replace(UNIT_FIRST, unitBehind)
    .replace(COUNTED, inFigures)
    .replace(COUNTED_AGO, (said, count: string) => {
      const words = count.split(' ')
      const found = countSaid([...words, ''])
      return found?.count === words.length && Number.isInteger(found.value) ? `${found.value} ` : said
    })
  return clockPlainlySaid(whole)
}

function unitBehind(
  whole: string,
  before: string,
  first: string | undefined,
  second: string | undefined,
  rest: string,
): string {
  const words = rest.split(' ')
  const count = /^\d{1,3}$/.test(words[0] ?? '') ? 1 : countSaid(words)?.count
  if (count === undefined) return whole
  return `${before}через ${[...words.slice(0, count), first ?? second, ...words.slice(count)].join(' ')}`
}

/** `через двадцать минут` is `через 20 минут`; of hours also a half. */
function inFigures(whole: string, before: string, way: string, rest: string): string {
  const words = rest.split(' ')
  const said = countSaid(words)
  const unit = words[said?.count ?? 0]
  if (said === undefined || unit === undefined) return whole
  const behind = words.slice(said.count).join(' ')
  if (Number.isInteger(said.value)) return `${before}${way} ${said.value} ${behind}`
  const isHours = /^(?:час|годин|hour)/.test(unit)
  return isHours ? `${before}${way} ${said.value * 60} min${behind.slice(unit.length)}` : whole
}

/** Of two spans that are said the sooner; after a weekend is Monday. */
function soonerOf(text: string): string {
  return text
    .replace(AFTER_WEEKEND, '$1next week')
    .replace(SOONER, '$1$2')
    .replace(SOONER_UNIT, '$1$2')
    .replace(SOONER_COUNT, (whole, way: string, count: string) =>
      /\d/.test(count) || countOf(count) !== undefined ? `${way}${count}` : whole,
    )
}

const PART = [
  '(?:с утра|рано утром|утро|утром)',
  '(?:до|после|в|к|ближе к) обед[ау]?',
  'днем',
  '(?:во? )?второй половине дня',
  '(?:в )?первой половине дня',
  '(?:ближе к )?вечер(?:ом|у)?|вечір',
  '(?:к|до) (?:вечеру|вечера|утру|утра)',
  '(?:з |рано )?[ву]?ранці',
  'з ?ранку|ранком',
  '(?:до|після|в) обід[уі]?',
  'по ?обіді',
  'вдень',
  '[ву]?вечері|увечорі|ввечорі|вечором',
  'надвечір',
  '(?:до|під) (?:вечора|вечір|ранку|ранок)',
  '(?:in the |this )?(?:morning|afternoon|evening)',
  '(?:before|after|at) lunch',
].join('|')
const PART_ALONE = new RegExp(`^(?:${PART})$`)
const PART_LAST = new RegExp(`^(.*?)[ ,]+(${PART})$`)
const PART_FIRST = new RegExp(`^(${PART})[ ,]+(.+)$`)
const MORNING = /утр|ранк|ранці|morning/

/**
 * A part of the day said beside a day or alone: `утром`, `после обеда`. It names no hour; `rest` is the day, '' where
 * none was said.
 */
export function partOfDay(text: string): { part: string; rest: string } | undefined {
  if (PART_ALONE.test(text)) return { part: text, rest: '' }
  const last = PART_LAST.exec(text)
  if (last !== null) return { part: last[2] ?? '', rest: last[1] ?? '' }
  const first = PART_FIRST.exec(text)
  return first === null ? undefined : { part: first[1] ?? '', rest: first[2] ?? '' }
}

/** The day of a part of the day said alone: today, but a morning that is over is tomorrow's. */
export function dayOfPart(part: string, today: IsoDate, isMorningOver: boolean, side: Side): IsoDate {
  return side === 'future' && isMorningOver && MORNING.test(part) ? addDays(today, 1) : today
}

const LITTLE = new Set(['в', 'во', 'на', 'у', 'к', 'ко', 'до', 'on', 'in', 'by', 'the', 'по', 'of'])
const NEXT = /^(?:следующ(?:ий|ая|ую|ей|ее|его|ем|ему)|след\.?|next|наступн(?:ий|а|у|ої|ій|ого|ому))$/
const THAT = /^(?:той|ту)$/
const THIS = /^(?:этот|эту|этой|это|this|цей|цю|цього|цьому|цій)$/
const LAST = /^(?:прошл(?:ый|ая|ую|ой|ое|ого|ом)|last|минул(?:ий|а|у|ої|ого|ому))$/
const WEEKEND = /^(?:выходны(?:е|х|м)|weekend|вихідн(?:і|их))$/
const BEGINNING = /^(?:начал[оеау]|beginning|start|почат(?:ок|ку))$/
const MIDDLE = /^(?:середин[аеуы]|middle|mid|середині)$/
const ENDING = /^(?:конц[еуа]|конец|end|кін(?:ець|ці|ця))$/
const DAY_OF_MONTH = /^(\d{1,2})-?(?:го|е|му|ого|ому|ше|ге|тє|те|ме|st|nd|rd|th)$/
const IN_MONTH = /^(?:в|во|у|in) [^\d\s]{4,}$/

/** `25-го`, `на следующей неделе во вторник`, `в начале ноября`, `в выходные`; undefined for anything else. */
export function readSpokenDay(text: string, today: IsoDate, side: Side): IsoDate | undefined {
  const words = text.split(' ').filter((word) => !LITTLE.has(word))
  return (
    readOfWeek(words, today, side) ??
    readDayOfMonth(words, today, side) ??
    readPlace(words, today, side) ??
    (IN_MONTH.test(text) ? readMonth(words, 1, today, side) : undefined)
  )
}

/** A day of this, the next, the last week or one counted from this; a week alone is its Monday. */
function readOfWeek(words: readonly string[], today: IsoDate, side: Side): IsoDate | undefined {
  const day = words.map((word) => weekdayOfWord(word)).find((found) => found !== undefined)
  const rest = words.filter((word) => weekdayOfWord(word) === undefined)
  if (words.length - rest.length > 1) return undefined
  if (rest.length === 1 && WEEKEND.test(rest[0] ?? '') && day === undefined) return saturday(today, side)
  const weeks = weeksAhead(rest, day !== undefined, side)
  if (weeks === undefined) return readNextUnit(rest, today)
  const monday = addDays(firstOfWeek(today), weeks * DAYS_IN_WEEK)
  if (day === undefined && weeks === 0) return undefined
  return addDays(monday, (day ?? 1) - 1)
}

function weeksAhead(rest: readonly string[], hasDay: boolean, side: Side): number | undefined {
  const count = hasDay ? counted(rest) : undefined
  if (count !== undefined) return count
  const [way = '', ...unit] = rest
  const isWeek = unit.length === 1 && unitOfWord(unit[0] ?? '') === 'week'
  if (!isWeek && !(unit.length === 0 && hasDay)) return undefined
  if (NEXT.test(way) || (isWeek && THAT.test(way) && side === 'future')) return 1
  if (THIS.test(way)) return 0
  return LAST.test(way) ? -1 : undefined
}

/** `через 2 недели` beside a weekday. */
function counted(rest: readonly string[]): number | undefined {
  const [, count = '1', unit = ''] = /^(?:через|за) (?:(\d{1,3}) )?(\S+)$/.exec(rest.join(' ')) ?? []
  return unitOfWord(unit) === 'week' ? Number(count) : undefined
}

/** `в следующем месяце` is its first day. */
function readNextUnit(
  [way = '', word = '', ...more]: readonly string[],
  today: IsoDate,
): IsoDate | undefined {
  const unit = more.length === 0 ? unitOfWord(word) : undefined
  if (unit === undefined || unit === 'day' || !NEXT.test(way)) return undefined
  return addUnits(firstOf(unit, today, 1), unit, 1)
}

/** The Saturday that is nearest on that side. */
function saturday(today: IsoDate, side: Side): IsoDate {
  const ahead = (SATURDAY - weekday(today) + DAYS_IN_WEEK) % DAYS_IN_WEEK
  return addDays(today, side === 'past' && ahead > 0 ? ahead - DAYS_IN_WEEK : ahead)
}

const SATURDAY = 6
const FRIDAY = 5

/** The month that has such a day, nearest on that side; today counts. */
function readDayOfMonth(words: readonly string[], today: IsoDate, side: Side): IsoDate | undefined {
  const [first = '', noun] = words
  const isNoun = noun !== undefined && /^числ(?:о|а|у)$/.test(noun)
  const said = DAY_OF_MONTH.exec(first)?.[1] ?? (isNoun ? /^\d{1,2}$/.exec(first)?.[0] : undefined)
  if (said === undefined || words.length > (isNoun ? 2 : 1)) return undefined
  const ofMonth = (ahead: number) => {
    const { year, month } = fieldsOf(addMonths(firstOfMonth(today), ahead))
    return isRealDay(year, month, Number(said)) ? [isoOf(year, month, Number(said))] : []
  }
  return nearest([-2, -1, 0, 1, 2].flatMap(ofMonth), today, side)
}

/** `в начале ноября`, `в середине месяца`, `в конце недели`: the first day, the middle, the last (of work). */
function readPlace([place = '', ...of]: readonly string[], today: IsoDate, side: Side): IsoDate | undefined {
  const isNext = NEXT.test(of[0] ?? '')
  const unit = unitOfWord(of[isNext ? 1 : 0] ?? '')
  if (of.length > (isNext ? 2 : 1)) return undefined
  const first = (ahead: number) => addUnits(firstOf(unit ?? 'month', today, 1), unit ?? 'month', ahead)
  if (unit === undefined) {
    if (isNext || of.length === 0) return undefined
    if (BEGINNING.test(place)) return readMonth(of, 1, today, side)
    if (MIDDLE.test(place)) return readMonth(of, 15, today, side)
    return ENDING.test(place) ? readMonth(of, 'last', today, side) : undefined
  }
  if (unit !== 'week' && unit !== 'month') return undefined
  const at = (begins: IsoDate) => {
    if (BEGINNING.test(place)) return begins
    if (MIDDLE.test(place)) return addDays(begins, unit === 'week' ? 2 : 14)
    if (!ENDING.test(place)) return undefined
    return unit === 'week' ? addDays(begins, FRIDAY - 1) : addDays(addMonths(begins, 1), -1)
  }
  const found = at(first(isNext ? 1 : 0))
  return found !== undefined && found < today && side === 'future' ? at(first(1)) : found
}

/** A day of a month called by its name, of the nearest year on that side; the month that is running says no day. */
function readMonth(
  words: readonly string[],
  day: number | 'last',
  today: IsoDate,
  side: Side,
): IsoDate | undefined {
  const month = words.length === 1 ? monthOfWord(words[0] ?? '') : undefined
  const { year, month: running } = fieldsOf(today)
  if (month === undefined || (month === running && day === 1)) return undefined
  const ofYear = (ahead: number) => {
    const first = isoOf(year + ahead, month, 1)
    return day === 'last' ? addDays(addMonths(first, 1), -1) : addDays(first, day - 1)
  }
  return nearest([-1, 0, 1].map(ofYear), today, side)
}

function nearest(days: readonly IsoDate[], today: IsoDate, side: Side): IsoDate | undefined {
  const distance = (day: IsoDate) => Math.abs(dayNumber(day) - dayNumber(today))
  return days
    .filter((day) => (side === 'past' ? day <= today : side !== 'future' || day >= today))
    .sort((a, b) => distance(a) - distance(b))[0]
}
