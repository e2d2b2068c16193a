import { parseEmails } from '../domain/names/phone.ts'
import { MOST_CHARACTERS } from '../domain/text-size.ts'
import { UsageError } from '../errors.ts'
import type { Typed } from './command.ts'
import { optional } from './typed.ts'

/**
 * A name as it will be kept: blanks made one, none at the ends. Throws UsageError where nothing is left, or a dot, or
 * more than a cell of a spreadsheet holds.
 */
export function parseName(text: string | undefined): string {
  return parseText(text, MOST_CHARACTERS)
}

/** As `parseName`, of a text that may be so long. */
export function parseText(text: string | undefined, most: number): string {
  const name = (text ?? '')
    .normalize('NFC')
    .replace(/[\s\p{Cc}\u200b-\u200f\u2060\ufeff]+/gu, ' ')
    .trim()
  if (name === '') throw new UsageError((w) => w.records.emptyName)
  if (name === '.') throw new UsageError((w) => w.records.dotName)
  if (name.length > most) throw new UsageError((w) => w.records.longText({ length: name.length, most }))
  return name
}

/** The number of an operation as `journal` prints it. */
export function parseOperation(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new UsageError((w) => w.workspace.badOperation({ text }))
  return Number(text)
}

/** A flag's text; null where it was given empty, to take the value away; undefined where it was not given. */
export function clearable(typed: Typed, name: string): string | null | undefined {
  const text = optional(typed, name)
  if (text === undefined) return undefined
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}

/** The one e-mail address of a text. Throws UsageError where there is none. */
export function parseEmail(text: string): string {
  const [found] = parseEmails(text)
  if (found === undefined) throw new UsageError((w) => w.records.badEmail({ text }))
  return found.raw
}

/** The given keys only: what was not typed must not stand as undefined in a patch. */
export function present<T extends object>(patch: { [K in keyof T]?: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as T
}

/** A text cut to so many characters. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
