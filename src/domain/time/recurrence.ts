import { foldWords, unitOfWord, weekdayOfWord } from './calendar-words.ts'
import {
  addDays,
  addUnits,
  DAYS_IN_WEEK,
  fieldsOf,
  type IsoDate,
  isoOf,
  isRealDay,
  parseIsoDate,
  weekday,
} from './date.ts'

/** How often a task comes again. */
export type Rhythm =
  | { unit: 'day'; every: number }
  /** Monday to Friday. */
  | { unit: 'workday' }
  /** On these weekdays (Monday 1 … Sunday 7, ascending) of every n-th week. */
  | { unit: 'week'; every: number; days: readonly number[] }
  /** On this day of every n-th month; in a shorter month its last day. */
  | { unit: 'month'; every: number; day: number }
  | { unit: 'month-end' }

/** When an occurrence was to be by its rhythm, where it was moved to another time. */
export interface Scheduled {
  date: IsoDate
  /** `HH:MM`; null where only the day is known. */
  time: string | null
}

export interface Recurrence {
  rhythm: Rhythm
  from: Scheduled | null
}

const WEEKDAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const MOST_EVERY = 999

/** As it is kept: `daily`, `every 3 days`, `weekdays`, `weekly mon,thu`, `every 2 months 31`, `month-end`. */
export function canonicalRecurrence({ rhythm, from }: Recurrence): string {
  if (from === null) return rhythmText(rhythm)
  return `${rhythmText(rhythm)} from ${from.date}${from.time === null ? '' : ` ${from.time}`}`
}

function rhythmText(rhythm: Rhythm): string {
  switch (rhythm.unit) {
    case 'day':
      return rhythm.every === 1 ? 'daily' : `every ${rhythm.every} days`
    case 'workday':
      return 'weekdays'
    case 'week':
      return `${rhythm.every === 1 ? 'weekly' : `every ${rhythm.every} weeks`} ${rhythm.days
        .map((day) => WEEKDAY_NAMES[day - 1])
        .join(',')}`
    case 'month':
      return `${rhythm.every === 1 ? 'monthly' : `every ${rhythm.every} months`} ${rhythm.day}`
    case 'month-end':
      return 'month-end'
  }
}

/**
 * Reads a rhythm in the words of any of the three languages, the canonical ones among them; undefined for what is none.
 * `anchor` is the day of the first occurrence: a week or a month without a day of its own takes it from there.
 */
export function parseRecurrence(text: string, anchor: IsoDate): Recurrence | undefined {
  const [, plain = '', date = '', time] =
    /^(.*?)(?: from (\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?)?$/.exec(foldWords(text)) ?? []
  const rhythm = parseRhythm(plain.replace(/,/g, ' , ').replace(/\s+/g, ' ').trim(), anchor)
  if (rhythm === undefined) return undefined
  const from = parseIsoDate(date)
  return { rhythm, from: from === undefined ? null : { date: from, time: time ?? null } }
}

const MONTH_END =
  /^(?:month[- ]end|(?:every )?(?:end of(?: the| every)?|(?:on the )?last day of(?: the| every)?) month|(?:каждый )?(?:в )?(?:конец|конце) (?:каждого )?месяца|(?:в )?последний день (?:каждого )?месяца|(?:у |в )?(?:кінець|кінці) (?:кожного )?місяця|наприкінці (?:кожного )?місяця|(?:в |у )?останній день (?:кожного )?місяця)$/
const WORKDAYS =
  /^(?:(?:every |on )?(?:weekdays?|workdays?|working days?)|(?:по |в )?(?:будням|будни|рабочим дням|рабочие дни)|каждый (?:будний|рабочий) день|(?:по |у |в )?(?:буднях|будні|робочих днях|робочі дні)|щобудня|кож(?:ен|ний|ного) (?:будній|робочий|буднього|робочого) д(?:ень|ня))$/

/** Words for a rhythm of one, and what they count. */
const SINGLE: readonly (readonly [RegExp, 'day' | 'week' | 'month', number])[] = [
  [/^(?:daily|ежедневно|щодня|щоденно)/u, 'day', 1],
  [/^(?:weekly|еженедельно|щотижня|щотижнево)/u, 'week', 1],
  [/^(?:biweekly|fortnightly)/u, 'week', 2],
  [/^(?:monthly|ежемесячно|щомісяця|щомісячно)/u, 'month', 1],
  [/^(?:quarterly|ежеквартально|щокварталу|щоквартально)/u, 'month', 3],
  [/^(?:yearly|annually|ежегодно|щороку|щорічно)/u, 'month', 12],
  [/^(?:через день|every other day)/u, 'day', 2],
]
const EVERY =
  /^(?:every|each|once (?:a|in|every)|раз (?:в|на|у)|кажд(?:ый|ую|ое|ые)|кож(?:ен|ний|ну|не|ні|ного|ної|ній))\s+(?:(\d{1,3}|other|втор(?:ой|ую)|друг(?:ий|у|ого)) )?(\p{L}+)\.?(?:\s+(.*))?$/u

function parseRhythm(text: string, anchor: IsoDate): Rhythm | undefined {
  if (text === '') return undefined
  if (MONTH_END.test(text)) return { unit: 'month-end' }
  if (WORKDAYS.test(text)) return { unit: 'workday' }
  for (const [pattern, unit, every] of SINGLE) {
    const [found] = pattern.exec(text) ?? []
    if (found !== undefined) return rhythmOf(unit, every, text.slice(found.length), anchor)
  }
  const [, count, unitText = '', rest = ''] = EVERY.exec(text) ?? []
  const unit = unitOfWord(unitText)
  // "нед" is a week, yet "неділю" is a Sunday: a word that is both counts as the unit, for it follows "every".
  if (unit !== undefined) {
    const every = count === undefined ? 1 : /\d/.test(count) ? Number(count) : 2
    const months = { month: 1, quarter: 3, year: 12 } as const
    if (unit === 'day' || unit === 'week') return rhythmOf(unit, every, rest, anchor)
    return rhythmOf('month', every * months[unit], rest, anchor)
  }
  const numbered = dayOfMonth(text.replace(/^(?:every|кажд\p{L}+|кожн\p{L}+)\s+/u, ''))
  if (numbered !== undefined && /числ/u.test(text)) return { unit: 'month', every: 1, day: numbered }
  const days = weekdaysIn(text)
  return days.length === 0 ? undefined : { unit: 'week', every: 1, days }
}

/** The rest of the words may name weekdays, or the day of the month. */
function rhythmOf(
  unit: 'day' | 'week' | 'month',
  every: number,
  rest: string,
  anchor: IsoDate,
): Rhythm | undefined {
  const words = rest.trim()
  if (every < 1 || every > MOST_EVERY) return undefined
  if (unit === 'day') return words === '' ? { unit, every } : undefined
  if (unit === 'week') {
    const days = words === '' ? [weekday(anchor)] : weekdaysIn(words)
    return days.length === 0 ? undefined : { unit, every, days }
  }
  const day = words === '' ? fieldsOf(anchor).day : dayOfMonth(words)
  return day === undefined ? undefined : { unit, every, day }
}

/** `15`, `on the 15th`, `15 числа`, `15-го`. */
function dayOfMonth(text: string): number | undefined {
  const [, digits] =
    /^(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th|-?го|-?е)?(?: (?:числа|число))?$/u.exec(text) ?? []
  const day = Number(digits)
  return day >= 1 && day <= 31 ? day : undefined
}

const BETWEEN = /^(?:,|and|и|й|і|та|on|по|в|у|во|every|each|кажд\p{L}+|кож\p{L}+)$/u

/** Ascending, each once; none where any word is no weekday. */
function weekdaysIn(text: string): number[] {
  const words = text.split(' ').filter((word) => word !== '' && !BETWEEN.test(word))
  const days = words.map(weekdayIn)
  if (days.some((day) => day === undefined)) return []
  return [...new Set(days.filter((day) => day !== undefined))].sort((a, b) => a - b)
}

/** Beyond the forms that dates have: `mondays`, `по понедельникам`, `у вівторках`, `щочетверга`. */
const STEMS = [
  /^понед/,
  /^(?:вторн|вівтор)/,
  /^(?:сред|серед)/,
  /^четвер/,
  /^пятниц/,
  /^(?:суббот|субот)/,
  /^(?:воскрес|неділ)/,
]

function weekdayIn(word: string): number | undefined {
  const plain = word.replace(/^що/, '').replace(/^(\w+day)s$/, '$1')
  const found = weekdayOfWord(plain)
  if (found !== undefined) return found
  const at = STEMS.findIndex((stem) => stem.test(plain))
  return at < 0 ? undefined : at + 1
}

/** The first day of the rhythm after this one. */
export function nextDay(rhythm: Rhythm, after: IsoDate): IsoDate {
  switch (rhythm.unit) {
    case 'day':
      return addDays(after, rhythm.every)
    case 'workday': {
      const day = weekday(after)
      return addDays(after, day >= 5 ? 8 - day : 1)
    }
    case 'week':
      return nextInWeek(rhythm, after)
    case 'month':
      return nextInMonth(rhythm, after)
    case 'month-end': {
      const end = endOfMonth(after)
      return end > after ? end : endOfMonth(addDays(after, 1))
    }
  }
}

function nextInWeek({ every, days }: { every: number; days: readonly number[] }, after: IsoDate): IsoDate {
  const today = weekday(after)
  const later = days.find((day) => day > today)
  if (later !== undefined) return addDays(after, later - today)
  return addDays(after, every * DAYS_IN_WEEK + (days[0] ?? today) - today)
}

function nextInMonth({ every, day }: { every: number; day: number }, after: IsoDate): IsoDate {
  const here = clamped(after, day)
  if (here > after) return here
  const { year, month } = fieldsOf(after)
  return clamped(addUnits(isoOf(year, month, 1), 'month', every), day)
}

/** The day of that month, or its last. */
function clamped(within: IsoDate, day: number): IsoDate {
  const { year, month } = fieldsOf(within)
  return isRealDay(year, month, day) ? isoOf(year, month, day) : endOfMonth(within)
}

function endOfMonth(within: IsoDate): IsoDate {
  const { year, month } = fieldsOf(within)
  return addDays(addUnits(isoOf(year, month, 1), 'month', 1), -1)
}

/** The first day of the rhythm that is this one or after it. */
export function firstDay(rhythm: Rhythm, from: IsoDate): IsoDate {
  if (rhythm.unit === 'day') return from
  return nextDay('every' in rhythm ? { ...rhythm, every: 1 } : rhythm, addDays(from, -1))
}

/**
 * When the next occurrence is: the first day of the rhythm after the one that was due and after the day on which it was
 * done, so that missed ones are not made up for.
 */
export function nextOccurrence(rhythm: Rhythm, due: IsoDate, done: IsoDate): IsoDate {
  let next = nextDay(rhythm, due)
  while (next <= done) next = nextDay(rhythm, next)
  return next
}
