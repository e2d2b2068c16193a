import { isoOfDay } from '../../domain/time/date.ts'

/** What a number in a cell counts, by the cell's format. `elapsed` goes past 24 hours. */
export type NumberKind = 'number' | 'date' | 'time' | 'elapsed'

/**
 * A formula whose value was never saved: files made by programs that do not compute. Reads as an error, for a blank
 * would pass for a value that is not there.
 */
export const UNCOMPUTED = '#CALC!'

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/** NaN for what is a number only to JavaScript: blanks, `0x10`. */
function numberOf(raw: string): number {
  return DECIMAL.test(raw.trim()) ? Number(raw) : Number.NaN
}

/** Excel keeps that many digits of a number, and shows no more. */
const DIGITS = 15

/**
 * A number as plain decimal text: `1E+12` → `1000000000000`, `0.30000000000000004` → `0.3`. Whole numbers that the file
 * writes with all their digits stay as they are, however long: they are ids and phones.
 */
export function numberText(raw: string): string {
  if (/^-?\d+$/.test(raw) || (raw.length <= DIGITS && /^-?\d+\.\d*[1-9]$/.test(raw))) return raw
  const number = numberOf(raw)
  return Number.isFinite(number) ? withoutExponent(String(Number(number.toPrecision(DIGITS)))) : raw.trim()
}

function withoutExponent(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? []
  if (exponent === undefined) return text
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0')
}

/** Of 1970-01-01, where days are counted from the end of 1899, and from the beginning of 1904. */
const SERIAL_OF_1970 = { 1900: 25_569, 1904: 24_107 }
/** 9999-12-31. */
const LAST_SERIAL = 2_958_466
const DAY_SECONDS = 86_400
/** 1900 is taken for a leap year: its 29 February, which never was, has a number too. */
const NO_DAY = 60

/**
 * A day number as ISO text, as a clock on the wall shows it: `2026-03-01`, `2026-03-01 15:30:00`, and `15:30` of a time
 * without a day. Nought in a cell for dates is what a formula gives of a blank cell: `0`, which is no date.
 */
export function serialText(raw: string, kind: NumberKind, epoch: 1900 | 1904): string {
  const serial = numberOf(raw)
  if (!(serial >= 0 && serial < LAST_SERIAL)) return numberText(raw)
  const seconds = Math.round(serial * DAY_SECONDS)
  const day = Math.floor(seconds / DAY_SECONDS)
  if (kind === 'elapsed') return clock(seconds)
  if (day === 0) return kind === 'date' && seconds === 0 ? '0' : clock(seconds)
  const iso = epoch === 1900 ? isoOf1900(day) : isoOfDay(day - SERIAL_OF_1970[1904])
  const time = seconds - day * DAY_SECONDS
  return time === 0 ? iso : `${iso} ${clock(time, true)}`
}

/** The day that never was stays as Excel shows it, for the reader of dates to say that there is none. */
function isoOf1900(day: number): string {
  if (day === NO_DAY) return '1900-02-29'
  return isoOfDay(day - SERIAL_OF_1970[1900] + (day < NO_DAY ? 1 : 0))
}

function clock(seconds: number, withSeconds = seconds % 60 !== 0): string {
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
  const minutes = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}`
  return withSeconds ? `${minutes}:${two(seconds % 60)}` : minutes
}

/** `2026-03-01T00:00:00Z` → `2026-03-01`, and `2026-03-01T15:30:00.000` → `2026-03-01 15:30:00`. */
export function isoText(text: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d*)?Z?)?$/.exec(text.trim()) ?? []
  if (day === undefined) return text.trim()
  if (time === undefined || /^00:00(:00)?$/.test(time)) return day
  return `${day} ${time.length === 5 ? `${time}:00` : time}`
}

/** As a person would copy it: line ends are one character, blanks about it are none, nor are zero bytes. */
export function plainText(text: string): string {
  return text.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim()
}

/** Formats that a workbook need not spell out, by their number. */
const BUILT_IN: ReadonlyMap<number, NumberKind> = new Map([
  ...[14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)].map((id) => [id, 'date'] as const),
  ...[18, 19, 20, 21, 45, 47].map((id) => [id, 'time'] as const),
  [46, 'elapsed'] as const,
])

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

/** What the numbers are that a format shows: `dd.mm.yyyy` dates, `[h]:mm` hours, `# ##0,00 "руб."` numbers. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return BUILT_IN.get(id) ?? 'number'
  if (/\[(h+|m+|s+)\]/i.test(code)) return 'elapsed'
  const letters = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').split(';')[0] ?? ''
  if (/general/i.test(letters)) return 'number'
  if (/[yd]/i.test(letters)) return 'date'
  if (/[hs]/i.test(letters)) return 'time'
  return /m/i.test(letters) ? 'date' : 'number'
}

/** Rows and columns that a sheet can have. */
export const MOST_ROWS = 1_048_576
export const MOST_COLUMNS = 16_384

/** A column as spreadsheets call it, counted from 0: 27 → `AB`. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`
}
