import { isoOf, isRealDay } from '../domain/time/date.ts'
import { HOUR, MINUTE, SECOND } from '../domain/time/zone.ts'

const HYPHEN = 45
const DOT = 46
const COLON = 58
const SPACE = 32
const CAPITAL_T = 84

/**
 * The day of `YYYY-MM-DD` or `DD.MM.YYYY`, alone or with ` HH:MM` or ` HH:MM:SS`: by far the most usual ways, read
 * without a regular expression. Undefined for all else, which is then looked at closely.
 */
export function plainDate(text: string): string | undefined {
  if (text.length !== 10 && plainTime(text) === undefined) return undefined
  if (text.charCodeAt(4) === HYPHEN && text.charCodeAt(7) === HYPHEN) {
    const year = number(text, 0, 2) * 100 + number(text, 2, 4)
    return isRealDay(year, number(text, 5, 7), number(text, 8, 10)) ? text.slice(0, 10) : undefined
  }
  if (text.charCodeAt(2) === DOT && text.charCodeAt(5) === DOT) {
    const [day, month] = [number(text, 0, 2), number(text, 3, 5)]
    const year = number(text, 6, 8) * 100 + number(text, 8, 10)
    return isRealDay(year, month, day) ? isoOf(year, month, day) : undefined
  }
  return undefined
}

/** Milliseconds of ` HH:MM[:SS]` after a date of ten characters. */
export function plainTime(text: string): number | undefined {
  if (text.length !== 16 && text.length !== 19) return undefined
  const gap = text.charCodeAt(10)
  return gap === SPACE || gap === CAPITAL_T ? clockTime(text, 11) : undefined
}

/** Two digits; NaN, which fails every comparison, where they are not digits. */
function number(text: string, from: number, to: number): number {
  const tens = text.charCodeAt(from) - 48
  const units = text.charCodeAt(to - 1) - 48
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN
}

/** Milliseconds of `H:MM`, `HH:MM` or `HH:MM:SS` from there to the end. */
export function clockTime(text: string, from: number): number | undefined {
  const colon = text.charCodeAt(from + 1) === COLON ? from + 1 : from + 2
  const left = text.length - colon
  if (text.charCodeAt(colon) !== COLON || (left !== 3 && left !== 6)) return undefined
  if (left === 6 && text.charCodeAt(colon + 3) !== COLON) return undefined
  const hour = colon === from + 1 ? text.charCodeAt(from) - 48 : number(text, from, colon)
  const minute = number(text, colon + 1, colon + 3)
  const second = left === 6 ? number(text, colon + 4, colon + 6) : 0
  const real = hour >= 0 && hour < 24 && minute < 60 && second < 60
  return real ? hour * HOUR + minute * MINUTE + second * SECOND : undefined
}
