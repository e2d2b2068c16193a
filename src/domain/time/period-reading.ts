import { foldWords, monthOfWord, quarterOfWord, unitOfWord } from './calendar-words.ts'
import {
  addDays,
  addMonths,
  addUnits,
  DAYS_IN_WEEK,
  fieldsOf,
  firstOf,
  type IsoDate,
  isoOf,
  isRealDay,
  mondayOfIsoWeek,
  type Unit,
} from './date.ts'

/** Half-open: `until` is the first day that no longer belongs. */
export interface Span {
  from: IsoDate
  until: IsoDate
}

export interface PeriodContext {
  today: IsoDate
  /** The day a week begins on, Monday 1 … Sunday 7. Weeks with a number are ISO weeks whatever this is. */
  weekStart: number
}

/** What the right end of a range lends to a left end that leaves it out: "1–15 September 2026". */
interface Lent {
  year: number
  /** Only where the right end is a single day. */
  month: number | undefined
}

/** The last year whose following day still has a four-digit year. */
const LAST_YEAR = 9998

/** More of a unit longer than a day than this may leave the years that dates can hold. */
export const MOST_UNITS = 1000
const MOST_DAYS = 99_999

const THIS = words(`this current этот эта это эту этого этой этом текущий текущая текущую текущего текущей
  текущем цей ця це цю цього цієї цьому поточний поточна поточну поточного поточному поточної`)
const LAST = words(`last previous prev past прошлый прошлая прошлую прошлого прошлой прошлом предыдущий
  предыдущая предыдущую предыдущего предыдущем предыдущей минулий минула минулу минулого минулому минулої
  попередній попередня попередню попереднього попередньому`)
const NEXT = words(`next следующий следующая следующую следующего следующем следующей наступний наступна
  наступну наступного наступному`)
const LATEST = words('last past previous последние последних прошлые останні останніх минулі')
const DAYS_FROM_TODAY: ReadonlyMap<string, number> = new Map([
  ...pairs('today сегодня сьогодні', 0),
  ...pairs('yesterday вчера вчора учора', -1),
  ...pairs('позавчера позавчора', -2),
  ...pairs('tomorrow завтра', 1),
])
const TO_DATE = new Map<string, Unit>([
  ['mtd', 'month'],
  ['qtd', 'quarter'],
  ['ytd', 'year'],
])
const WEEK_NUMBER_WORDS = words('w week неделя неделе тиждень тижні')
const QUARTER_WORDS = words('q кв quarter квартал квартале кварталі')
/** Either "of the second quarter" or "two quarters": clear only beside a year. */
const QUARTER_GENITIVES = words('квартала кварталу')

const LEADING = /^(?:(?:за|в|во|на|у|in|for|on|over|the)\s+)+/
const YEAR_WORD = /(\d{4})\s*(?:г|год|года|году|годы|р|рік|року|році|роки|year)\.?$/
const RANGES = [
  /^(.+?)\s*\.{2,3}\s*(.+)$/,
  /^(.+?)\s*[\u2012-\u2015]\s*(.+)$/,
  /^(.+?)\s+-\s+(.+)$/,
  /^(?:from|с|со|з|із|від)\s+(.+?)\s+(?:to|till|по|до)\s+(.+)$/,
]

/** The days that a text means; undefined where it means none. A range that runs backwards is `reversed`. */
export function readSpan(text: string, context: PeriodContext): Span | 'reversed' | undefined {
  const folded = foldWords(text).replaceAll('_', ' ')
  const single = readSingle(folded, context)
  if (single !== undefined) return single
  for (const [left, right] of splits(folded)) {
    const range = readRange(left, right, context)
    if (range !== undefined) return range
  }
  return undefined
}

function splits(text: string): [string, string][] {
  const marked = RANGES.map((range) => range.exec(text)).filter((match) => match !== null)
  const hyphened = [...text.matchAll(/-/g)].map(({ index }) => [text.slice(0, index), text.slice(index + 1)])
  return [...marked.map((match) => match.slice(1)), ...hyphened].map(([left = '', right = '']) => [
    left.trim(),
    right.trim(),
  ])
}

function readRange(left: string, right: string, context: PeriodContext): Span | 'reversed' | undefined {
  const end = readSingle(right, context)
  if (end === undefined) return undefined
  const { year, month: monthOfEnd } = fieldsOf(end.from)
  const month = end.until === addDays(end.from, 1) ? monthOfEnd : undefined
  for (const lent of [year, year - 1]) {
    const begin = readSingle(left, context, { year: lent, month })
    if (begin === undefined) return undefined
    if (begin.from < end.until && begin.until <= end.until) return { from: begin.from, until: end.until }
  }
  return 'reversed'
}

/** `за неделю`, `на неделю`: the one that it is. */
const FOR_THE = /^(на|за|for the|for this|over the) (?:(?:эту|этот|цей|this) )?(\S+)$/
/** `за 3 месяца`: the latest. */
const FOR_SO_MANY = /^(?:за|for|over)(?: the)? (\d{1,5}) (\S+)$/

function readSingle(text: string, context: PeriodContext, lent?: Lent): Span | undefined {
  const [, lead, which = ''] = FOR_THE.exec(text) ?? []
  const forWhich = unitOfWord(which)
  if (forWhich !== undefined && (forWhich !== 'day' || lead === 'за'))
    return unitSpan(forWhich, 0, 1, context)
  const [, count = '', units = ''] = FOR_SO_MANY.exec(text) ?? []
  const ofMany = unitOfWord(units)
  if (ofMany !== undefined) return latest(Number(count), ofMany, context)
  const plain = text.replace(LEADING, '').replace(YEAR_WORD, '$1')
  const spaced = plain.replace(/[\s-]+/g, ' ')
  return (
    readNumbers(plain, context, lent) ?? readRelative(spaced, context) ?? readNamed(spaced, context, lent)
  )
}

/** `2026-09-14`, `14.09.2026`, `14.09`, `2026-09`, `09.2026`, `2026`. */
function readNumbers(text: string, context: PeriodContext, lent?: Lent): Span | undefined {
  const ymd = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (ymd !== null) return daySpan(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]))
  const dmy = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?$/.exec(text)
  if (dmy !== null) {
    const [day, month] = [Number(dmy[1]), Number(dmy[2])]
    return daySpan(yearOr(dmy[3], month, day, context, lent), month, day)
  }
  const ym = /^(\d{4})[-./](\d{1,2})$/.exec(text)
  if (ym !== null) return monthsSpan(Number(ym[1]), Number(ym[2]), 1)
  const my = /^(\d{1,2})[-./](\d{4})$/.exec(text)
  if (my !== null) return monthsSpan(Number(my[2]), Number(my[1]), 1)
  return /^\d{4}$/.test(text) ? monthsSpan(Number(text), 1, 12) : undefined
}

/** Words that count from today. */
function readRelative(text: string, context: PeriodContext): Span | undefined {
  const { today } = context
  const days = DAYS_FROM_TODAY.get(text)
  if (days !== undefined) return { from: addDays(today, days), until: addDays(today, days + 1) }
  if (text === 'торік') return unitSpan('year', -1, 1, context)
  const toDate = /^(?:с начала|з початку|від початку) (\S+)$|^(\S+) to date$/.exec(text)
  const dated = TO_DATE.get(text) ?? (toDate === null ? undefined : unitOfWord(toDate[1] ?? toDate[2] ?? ''))
  if (dated !== undefined) return { from: firstOf(dated, today, context.weekStart), until: addDays(today, 1) }

  const [which = '', second = '', third, ...rest] = text.split(' ')
  if (third === undefined) {
    const unit = unitOfWord(second)
    const offset = THIS.has(which) ? 0 : LAST.has(which) ? -1 : NEXT.has(which) ? 1 : undefined
    return unit === undefined || offset === undefined ? undefined : unitSpan(unit, offset, 1, context)
  }
  const unit = unitOfWord(third)
  if (rest.length > 0 || unit === undefined || !LATEST.has(which) || !/^\d{1,5}$/.test(second))
    return undefined
  return latest(Number(second), unit, context)
}

/** Days up to and with today; of the longer units, whole past ones. */
function latest(count: number, unit: Unit, context: PeriodContext): Span | undefined {
  if (count < 1 || count > (unit === 'day' ? MOST_DAYS : MOST_UNITS)) return undefined
  return unit === 'day' ? unitSpan('day', 1 - count, count, context) : unitSpan(unit, -count, count, context)
}

/** `sep 2026`, `14 сентября`, `Q3`, `2026-Q3`, `III квартал 2026`, `2026-W38`, `неделя 38`. */
function readNamed(text: string, context: PeriodContext, lent?: Lent): Span | undefined {
  const tokens = text.match(/\d+|[^\d\s.,]+/g)?.filter((token) => token !== 'я' && token !== 'й') ?? []
  const yearAt = tokens.findIndex((token) => /^\d{4}$/.test(token))
  const [year] = yearAt < 0 ? [undefined] : tokens.splice(yearAt, 1)
  const [first = '', second = ''] = tokens
  if (tokens.length > 2) return undefined
  if (tokens.length === 1) return readName(first, year, context, lent)
  return readPair(first, second, year, context, lent) ?? readPair(second, first, year, context, lent)
}

function readName(
  name: string,
  year: string | undefined,
  context: PeriodContext,
  lent?: Lent,
): Span | undefined {
  const month = monthOfWord(name)
  if (month !== undefined) return monthsSpan(yearOr(year, month, 1, context, lent), month, 1)
  if (lent?.month === undefined || year !== undefined || !/^\d{1,2}$/.test(name)) return undefined
  return daySpan(lent.year, lent.month, Number(name))
}

function readPair(
  name: string,
  number: string,
  year: string | undefined,
  context: PeriodContext,
  lent?: Lent,
): Span | undefined {
  const month = monthOfWord(name)
  if (month !== undefined && /^\d{1,2}$/.test(number)) {
    return daySpan(yearOr(year, month, Number(number), context, lent), month, Number(number))
  }
  const quarter = quarterOfWord(number)
  if (
    quarter !== undefined &&
    (QUARTER_WORDS.has(name) || (QUARTER_GENITIVES.has(name) && year !== undefined))
  ) {
    const first = quarter * 3 - 2
    return monthsSpan(yearOr(year, first, 1, context, lent), first, 3)
  }
  if (!WEEK_NUMBER_WORDS.has(name) || !/^\d{1,2}$/.test(number)) return undefined
  return isoWeekSpan(Number(number), year, context, lent)
}

function isoWeekSpan(
  week: number,
  year: string | undefined,
  context: PeriodContext,
  lent?: Lent,
): Span | undefined {
  const thisYear = lent?.year ?? fieldsOf(context.today).year
  let monday = mondayOfIsoWeek(year === undefined ? thisYear : Number(year), week)
  if (year === undefined && lent === undefined && (monday === undefined || monday > context.today)) {
    monday = mondayOfIsoWeek(thisYear - 1, week)
  }
  return monday === undefined ? undefined : { from: monday, until: addDays(monday, DAYS_IN_WEEK) }
}

/** `count` units in a row, the first of them `offset` units from today's. */
function unitSpan(unit: Unit, offset: number, count: number, context: PeriodContext): Span {
  const first = firstOf(unit, context.today, context.weekStart)
  return { from: addUnits(first, unit, offset), until: addUnits(first, unit, offset + count) }
}

/** The year written, else the one lent, else the latest in which that day has begun. */
function yearOr(
  written: string | undefined,
  month: number,
  day: number,
  context: PeriodContext,
  lent?: Lent,
): number {
  if (written !== undefined) return Number(written)
  if (lent !== undefined) return lent.year
  const { year } = fieldsOf(context.today)
  return isoOf(year, month, day) <= context.today ? year : year - 1
}

function daySpan(year: number, month: number, day: number): Span | undefined {
  if (year > LAST_YEAR || !isRealDay(year, month, day)) return undefined
  const from = isoOf(year, month, day)
  return { from, until: addDays(from, 1) }
}

function monthsSpan(year: number, month: number, count: number): Span | undefined {
  if (year > LAST_YEAR || !isRealDay(year, month, 1)) return undefined
  const from = isoOf(year, month, 1)
  return { from, until: addMonths(from, count) }
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}

function pairs(list: string, value: number): [string, number][] {
  return list.split(' ').map((word) => [word, value])
}
