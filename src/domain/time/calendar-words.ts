import type { Unit } from './date.ts'

/** The words of the calendar as people write them in three languages; all of them folded by `foldWords`. */

const MONTHS = [
  'january январь января январе січень січня січні',
  'february февраль февраля феврале лютий лютого лютому',
  'march март марта марте березень березня березні',
  'april апрель апреля апреле квітень квітня квітні',
  'may май мая мае травень травня травні',
  'june июнь июня июне червень червня червні',
  'july июль июля июле липень липня липні',
  'august август августа августе серпень серпня серпні',
  'september сентябрь сентября сентябре вересень вересня вересні',
  'october октябрь октября октябре жовтень жовтня жовтні',
  'november ноябрь ноября ноябре листопад листопада листопаді',
  'december декабрь декабря декабре грудень грудня грудні',
].map((line) => line.split(' '))

const WEEKDAYS = table([
  'mon monday пн пон понедельник понедельника понедельнику понеділок понеділка понеділку',
  'tue tues tuesday вт вто вторник вторника вторнику вівторок вівторка вівторку',
  'wed wednesday ср сре среда среду среды среде сер середа середу середи середі',
  'thu thur thurs thursday чт чет четверг четверга четвергу чтв четвер четверга',
  'fri friday пт пят пятница пятницу пятницы пятнице пятниця пятницю пятниці',
  'sat saturday сб суб суббота субботу субботы субботе субота суботу суботи суботі',
  'sun sunday вс вск воскресенье воскресенья воскресенью нд нед неділя неділю неділі',
])

const UNITS: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ['day', 'day days день дня дней дні днів дн'],
      ['week', 'week weeks неделя неделю недели неделе недель тиждень тижня тижні тижнів нед тиж'],
      ['month', 'month months месяц месяца месяце месяцев мес місяць місяця місяці місяців міс'],
      [
        'quarter',
        'quarter quarters квартал квартала квартале кварталов квартали кварталу кварталі кварталів кв',
      ],
      ['year', 'year years год года году лет рік року роки років році'],
    ] as const
  ).flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit] as const)),
)

const QUARTERS = table([
  '1 i і 1й перший первый',
  '2 ii іі 2й второй другий',
  '3 iii ііі 3й третий третій',
  '4 iv іv 4й четвертый четвертий',
])

/**
 * Lower case, ё as е, apostrophes dropped, runs of blanks as one space. Hyphens stay: dates have them.
 */
export function foldWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/['`´ʼ‘’]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** 1 to 12 for a month's name in any of its forms, or its first three letters or more; dots are ignored. */
export function monthOfWord(word: string): number | undefined {
  const stem = word.replace(/\.$/, '')
  if (stem.length < 3) return undefined
  const index = MONTHS.findIndex((names) => names.some((name) => name.startsWith(stem)))
  return index < 0 ? undefined : index + 1
}

/** A weekday in front of something else, which is to be the date of it: `вторник, 24-го`. */
export function weekdayFirst(text: string): { day: number; rest: string } | undefined {
  const [, word = '', rest = ''] = /^([^\s,]+),? (.+)$/.exec(text) ?? []
  const day = weekdayOfWord(word)
  return day === undefined ? undefined : { day, rest }
}

/** Monday 1 … Sunday 7. */
export function weekdayOfWord(word: string): number | undefined {
  return WEEKDAYS.get(word.replace(/\.$/, ''))
}

/** A unit in any of its forms, dots ignored: `недели`, `міс.` */
export function unitOfWord(word: string): Unit | undefined {
  return UNITS.get(word.replace(/\.$/, ''))
}

/** 1 to 4 for `3`, `III`, `третий`, Cyrillic і included. */
export function quarterOfWord(word: string): number | undefined {
  return QUARTERS.get(word.replace('-', ''))
}

function table(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(lines.flatMap((line, index) => line.split(' ').map((word) => [word, index + 1] as const)))
}
