import { monthOfWord, unitOfWord } from './calendar-words.ts'
import { DAYS, HALF_PAST_HOURS, HOURS } from './number-words.ts'

/** Hours, and days of the month, as they are said. All texts are folded by `foldWords`. */

/** Half past fifteen with a hyphen; `15-16` is a span of hours. */
const HYPHENED = /(^| )(в|о|об|at|с|з|до|к|from|to|после|після|after) (\d{1,2})-(00|15|20|30|40|45)(?= |$)/
/** `завтра 10-30`. */
const HYPHENED_LAST = /^(.*\D) (\d{1,2})-(00|[345][05])$/
const HOUR_OF_PART =
  /(^| )(утром|с утра|днем|вечером|[ву]?ранці|з ?ранку|вдень|[ву]?вечері|in the morning|in the afternoon|in the evening) (в|о|об|at) (\d{1,2}(?::\d\d)?)(?= |$)/

/** `вечером в 7` is `в 7 вечера`; an hour before noon that is said to be after dinner is left as it is. */
export function hourInPart(part: string, hour: string): string {
  if (/утр|ранк|ранці|morning/.test(part)) return `${hour} утра`
  if (/вечер|вечор|вечері|evening/.test(part)) return `${hour} вечера`
  return Number.parseInt(hour, 10) < 7 ? `${hour} дня` : hour
}

const formsOf = (form: number) => HOURS.map((forms) => forms[form]).join('|')
const MINUTES = new Map([
  ['ноль ноль', '00'],
  ['нуль нуль', '00'],
  ['пятнадцать', '15'],
  ['пятнадцять', '15'],
  ['двадцать', '20'],
  ['двадцять', '20'],
  ['тридцать', '30'],
  ['тридцять', '30'],
  ['сорок пять', '45'],
  ['сорок', '40'],
])
const ABOUT = '(?:где-то |примерно |приблизительно |ближе |десь |приблизно )?'
const SAID_HOUR = new RegExp(
  `(^| )${ABOUT}(?:(в|во) (${formsOf(0)})|(к|ко) (${formsOf(1)})|(до|после|с|около|в районе) (${formsOf(2)})|` +
    `(о|об) (${formsOf(3)})|(на|під) (${formsOf(4)})|(до|після|з|біля|близько) (${formsOf(5)}))` +
    `(?: (${[...MINUTES.keys()].join('|')}))?(?: час(?:ов|ам|а)?| годин[иіу])?(?= |$)(?! пик)( (?:утра|дня|вечера|ночи|ранку|вечора|ночі)(?= |$))?`,
  'g',
)

/** `в десять тридцать утра` as `в 10:30 утра`. */
function saidHour(whole: string, before: string, ...groups: (string | undefined)[]): string {
  const at = groups.findIndex((group, index) => index % 2 === 0 && index < 12 && group !== undefined)
  const way = groups[at] ?? ''
  const form = groups[at + 1] ?? ''
  const minutes = MINUTES.get(groups[12] ?? '')
  const part = groups[13] ?? ''
  const hour = HOURS.findIndex((forms) => forms.includes(form)) + 1
  if (hour === 0) return whole
  const preposition = /^(?:около|в районе|біля|близько|на|під)$/.test(way) ? 'в' : way
  const isOne = hour === 1 && part === ''
  const shown = isOne ? `13:${minutes ?? '00'}` : `${hour}${minutes === undefined ? '' : `:${minutes}`}`
  return `${before}${preposition} ${shown}${part}`
}

/** `часов в пять`, `часам к 5`: about then. */
const HOURS_FIRST = /(^| )(?:часов|часа|часам|часиков|годині|годин) (?=(?:в|к|на|до|после|о|до|після) )/g

const TO_HOUR = new RegExp(
  `(^| )(?:в )?без (четверти|пятнадцати|двадцати|десяти|пяти)(?: минут)? (${formsOf(0)})(?= |$)`,
)
const MINUTES_LESS: Readonly<Record<string, number>> = { четверти: 15, пятнадцати: 15, двадцати: 20 }

/** `без четверти десять` is 9:45. */
function toHour(_: string, before: string, less: string, word: string): string {
  const minutes = MINUTES_LESS[less] ?? (less === 'десяти' ? 10 : 5)
  const hour = HOURS.findIndex(([form]) => form === word) || 12
  return `${before}${hour < EARLIEST_WORK ? hour + 12 : hour}:${60 - minutes}`
}

const HALF_PAST =
  /(^| )(?:(?:о|об|в|у|at) )?(пів на |в половине |половин[аеу] |пол ?|half past |четверть |чверть на )([а-яіїєґa-z]+)(?= |$)/
const EARLIEST_WORK = 7

/** `о пів на десяту`, `в половине десятого` is 9:30, `half past nine` too; hours of the night are meant of the afternoon. */
function halfPast(whole: string, before: string, way: string, word: string): string {
  const named = HALF_PAST_HOURS.findIndex((names) => names.includes(word))
  if (named < 0) return whole
  const hour = way.startsWith('half') ? named + 1 : named === 0 ? 12 : named
  const minutes = /^ч[ев]/.test(way) ? '15' : '30'
  return `${before}${hour < EARLIEST_WORK ? hour + 12 : hour}:${minutes}`
}

const NOON = /(^| )(?:в полдень|опівдні|at noon)(?= |$)/

const CLOCK = '\\d{1,2}(?:[:.]\\d\\d)?'
const PART = '(?: (?:утра|дня|вечера|ранку|вечора))?'
const WINDOW = new RegExp(
  `(?<=^| )(?:(?:с|з|from) (${CLOCK}${PART}) (?:до|по|to|till) (${CLOCK}${PART})|` +
    `(?:между|між|between) (${CLOCK}) (?:и|і|й|та|and) (${CLOCK}${PART})|` +
    `(?:(?:в|о|об|at) |(?<=\\S )|(?=\\d+:))(${CLOCK})[-\u2013](${CLOCK}${PART}))(?= |$)`,
)
/** `2-3` may be so many of something: hours before work are meant where a day and `в` stand before them. */
const EARLIEST_BARE = 7

interface HoursBetween {
  said: string
  from: string
  minutes: number
}

/** `с 10 до 12`, `10-12`: it begins at ten; undefined where there is none. `15-20`, backwards or past midnight is none. */
function hoursBetween(figures: string): HoursBetween | undefined {
  const found = WINDOW.exec(figures)
  const [from, until] = found?.slice(1).filter((group) => group !== undefined) ?? []
  if (found === null || from === undefined || until === undefined) return undefined
  const [begins, ends] = [minutesOf(from), minutesOf(until)]
  const isHyphened = found[5] !== undefined && /^[^:]*\d$/.test(found[0])
  const isLed = /^\D/.test(found[0])
  const isFew = begins < EARLIEST_BARE * 60 && !(isLed && found.index > 0)
  const isCount = isHyphened && (isFew || (!isLed && begins >= ends))
  if (isCount || Math.max(begins, ends) > 24 * 60) return undefined
  const part = begins < ends && !from.includes(' ') ? (/ \p{L}+$/u.exec(until)?.[0] ?? '') : ''
  return {
    said: found[0],
    from: `${from}${part}`,
    minutes: ends > begins ? ends - begins : ends + 12 * 60 - begins,
  }
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(/[:. ]/).map(Number)
  return hours * 60 + (Number.isNaN(minutes) ? 0 : minutes)
}

/** `с 10 до 12`: the words of it, or undefined where there are none. */
export function windowOf(text: string): string | undefined {
  return hoursBetween(inFigures(text))?.said
}

/** How long it is from the first of two hours to the second; undefined where there are none. */
export function minutesBetween(text: string): number | undefined {
  return hoursBetween(inFigures(text))?.minutes
}

const DAY_OF_MONTH = new RegExp(
  `(?<!начале|початку)(^| )(?:(двадцать|двадцять|тридцать|тридцять) )?(${DAYS.flat().join('|')}|тридцатого|тридцятого)(?: (числа)| ([^\\d\\s]+))?(?= |$)`,
)

/** `двадцать седьмого` as `27-го`, with a month as `27 ноября`. */
function dayOfMonth(
  whole: string,
  before: string,
  tens: string | undefined,
  word: string,
  noun: string | undefined,
  behind: string | undefined,
): string {
  const unit = word.startsWith('тридцат') || word.startsWith('тридцят') ? 30 : indexOfDay(word)
  const isWhole = tens === undefined || unit < 10
  const day = (tens === undefined ? 0 : tens.startsWith('два') ? 20 : 30) + unit
  if (!isWhole || day > 31) return whole
  const isMonth = behind !== undefined && monthOfWord(behind) !== undefined
  if (isMonth) return `${before}${day} ${behind}`
  const rest = noun ?? behind
  return `${before}${day}-го${rest === undefined ? '' : ` ${rest}`}`
}

function indexOfDay(word: string): number {
  return DAYS.findIndex((forms) => forms.includes(word)) + 1
}

const CLOCK_FIRST = new RegExp(
  `^((?:(?:в|к|ко|до|после|о|об|після|at) ${CLOCK}|\\d{1,2}:\\d\\d)${PART}) (?!час|ч |годин|числ|утра|дня|вечера|ноч|ран|веч)(\\D+)$`,
)

/** `в 10.30 завтра` as `завтра в 10.30`. */
function dayFirst(whole: string, clock: string, day: string): string {
  const [first = ''] = day.split(' ')
  return monthOfWord(first) === undefined && unitOfWord(first) === undefined ? `${day} ${clock}` : whole
}

/** What every hour and every day in words has somewhere: most texts have none, and need not be looked through. */
const SPOKEN =
  /час|годин|перв|перш|втор|дв|друг|тр|чет|пят|шест|шост|сем|седьм|сьом|восем|восьм|вос|вісім|дев|десят|одинн?ад|half|пол[ уо]|пів|опівдні|noon/

/** `1-го`, `24те` before a month, which has its day as a figure. */
const ORDINAL =
  /(?<=^| )(\d{1,2})-?(?:го|ого|е|му|ому|ше|ге|тє|те|ме|st|nd|rd|th)(?= (?:of )?(\p{L}+))(?: of(?= ))?/gu

/** `после 3х`, `к 3 часам`. */
const HOUR_IN_CASE =
  /(^| )(?:(после|після|к|ко) (\d{1,2})(?:-?[хм])?(?: (?:час(?:а|ов|ам)|годин[иі]?))?|(до) (\d{1,2})-?х(?: часов)?)(?= |$)(?! \d)/g

function hourInCase(_: string, before: string, ...said: (string | undefined)[]): string {
  return `${before}${said[0] ?? said[2]} ${said[1] ?? said[3]}`
}

function inFigures(text: string): string {
  const hyphened = (
    /\d-\d/.test(text) ? text.replace(HYPHENED, '$1$2 $3:$4').replace(HYPHENED_LAST, '$1 $2:$3') : text
  )
    .replace(ORDINAL, (whole, day: string, month: string) => (monthOfWord(month) === undefined ? whole : day))
    .replace(HOUR_IN_CASE, hourInCase)
  if (!SPOKEN.test(hyphened)) return hyphened
  return hyphened
    .replace(HOURS_FIRST, '$1')
    .replace(HALF_PAST, halfPast)
    .replace(TO_HOUR, toHour)
    .replace(SAID_HOUR, saidHour)
    .replace(NOON, '$112:00')
    .replace(DAY_OF_MONTH, dayOfMonth)
}

/** Hours and days of the month in the forms that moments are read from: `к десяти` is `к 10`. */
export function clockPlainlySaid(text: string): string {
  const figures = inFigures(text)
  if (!/\d/.test(figures)) return figures
  const between = hoursBetween(figures)
  const begun = between === undefined ? figures : figures.replace(between.said, `в ${between.from}`)
  return begun
    .replace(
      HOUR_OF_PART,
      (_, before: string, part: string, at: string, hour: string) =>
        `${before}${at} ${hourInPart(part, hour)}`,
    )
    .replace(CLOCK_FIRST, dayFirst)
}
