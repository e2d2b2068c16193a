import { HOUR, MINUTE } from './zone.ts'

/** Hours as they stand beside a day. All texts are folded by `foldWords`. */

/** An hour of twelve by the part of the day that was said with it; one of 24 stays. */
export function hourOf(hour: number, part: string | undefined): number {
  if (part === undefined || hour > 12) return hour
  if (/^(?:pm|дня|вечера|вечора)$/.test(part)) return hour === 12 ? 12 : hour + 12
  return hour === 12 && /^(?:am|ноч.)$/.test(part) ? 0 : hour
}

/** Said of a time without anything else: `--to вечер`. */
const NAMED = /^(?:(?:на|к|під) )?(вечер|вечір|утро|ранок|обед|обід|noon)$/
const HOURS: readonly (readonly [RegExp, number])[] = [
  [/после обеда|после обед|після обід|по обіді|второй половине|afternoon|after lunch|днем|вдень/, 15],
  [/первой половине|до обеда|до обід|before lunch/, 11],
  [/обед|обід|lunch|noon/, 13],
  [/вечер|вечор|вечір|вечері|evening/, 18],
]

/** The hour that is meant where a part of the day has to be one: morning 10, lunch 13, afternoon 15, evening 18. */
export function hourOfPart(part: string): number {
  return HOURS.find(([words]) => words.test(part))?.[1] ?? 10
}

/** `вечер` as `вечером`; any other text as it is. */
export function namedPart(text: string): string {
  const [, name] = NAMED.exec(text) ?? []
  if (name === undefined) return text
  if (/^(?:вечер|вечір)$/.test(name)) return 'вечером'
  return /^(?:утро|ранок)$/.test(name) ? 'утром' : 'в обед'
}

/** What a clock can show. */
export function isWallTime(hour: number, minute: number, second: number): boolean {
  return hour < 24 && minute < 60 && second < 60
}

/** `+03:00` in milliseconds. */
export function offsetOf(text: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)/.exec(text) ?? []
  const ahead = Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE
  return sign === '-' ? -ahead : ahead
}

export const HOUR_WORD =
  /^(?:h|hrs?|hours?|ч|час|часа|часов|часик|часика|часок|годинку|годиночку|година|годину|години|годин)\.?$/
export const MINUTE_WORD =
  /^(?:mins?|minutes?|мин|минуту|минуты|минут|минутку|минуток|хвилинку|хвилинок|хв|хвилину|хвилини|хвилин)\.?$/
