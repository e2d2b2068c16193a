import type { FieldValue } from './deal.ts'
import { type DecimalSign, parseAmount } from './money.ts'
import { foldKey } from './names/name.ts'
import { parseWhen, type WhenContext } from './time/when.ts'

export type FieldType = 'text' | 'number' | 'money' | 'date' | 'choice' | 'yesno'

/** A field of the user's own. */
export interface CustomField {
  id: number
  name: string
  type: FieldType
  /** What a choice may be; empty for the other types. */
  choices: readonly string[]
}

export interface FieldContext {
  /** Of amounts. */
  currency: string
  /** Settles `1,250` of an amount. */
  decimal?: DecimalSign
  when: WhenContext
}

const YES = new Set('yes y true 1 да есть так є +'.split(' '))
const NO = new Set('no n false 0 нет ні немає -'.split(' '))

/**
 * A field's value as typed: money in minor units of the context's currency, dates as `YYYY-MM-DD`, yes/no as 1/0.
 * Undefined for what is no value of this type; throws UsageError for an unreadable date.
 */
export function parseFieldValue(
  field: CustomField,
  text: string,
  context: FieldContext,
): FieldValue | undefined {
  const trimmed = text.trim()
  switch (field.type) {
    case 'text':
      return trimmed === '' ? undefined : trimmed
    case 'number':
      return parseNumber(trimmed)
    case 'money': {
      const read = parseAmount(trimmed, context)
      return 'problem' in read || (read.currency ?? context.currency) !== context.currency
        ? undefined
        : read.minor
    }
    case 'date':
      return parseWhen(trimmed, context.when).date
    case 'choice':
      return field.choices.find((choice) => foldKey(choice) === foldKey(trimmed))
    case 'yesno': {
      const word = foldKey(trimmed)
      return YES.has(word) ? 1 : NO.has(word) ? 0 : undefined
    }
  }
}

/** Signs of a number that is worth a look: its form is sought in a time that grows with their square. */
const MOST_SIGNS = 40

/** `1 200,5` and `1200.5`; one sign, and no grouping but by blanks. What cannot be kept digit by digit is none. */
function parseNumber(text: string): number | undefined {
  const plain = text
    .replace(/[\s'’]/g, '')
    .replace(',', '.')
    .replace(/^\u2212/, '-')
  if (plain.length > MOST_SIGNS) return undefined
  const [, whole = '', fraction = '0'] = /^[-+]?0*(\d+?)(?:\.(\d+?)0*)?$/.exec(plain) ?? []
  const digits = fraction === '0' ? whole : `${whole}.${fraction}`
  const number = Number(plain)
  const isExact = String(Math.abs(number)) === digits && Math.abs(number) <= Number.MAX_SAFE_INTEGER
  return digits !== '' && isExact ? number : undefined
}
