import { weekdayOfWord } from '../domain/calendar-words.ts'
import { isCurrency } from '../domain/currency.ts'
import { UsageError } from '../errors.ts'

/** An ISO 4217 code in capitals. */
export function parseCurrency(text: string): string {
  const code = text.trim().toUpperCase()
  if (!isCurrency(code)) throw new UsageError((w) => w.workspace.noCurrency({ text }))
  return code
}

/** 1 (Monday) … 7, of a number or a weekday's name in any of the three languages. */
export function parseWeekday(text: string): number {
  const word = text.trim().toLowerCase()
  const day = /^[1-7]$/.test(word) ? Number(word) : weekdayOfWord(word)
  if (day === undefined) throw new UsageError((w) => w.workspace.noWeekday({ text }))
  return day
}
