import { type Email, type Phone, parseEmails, parsePhones } from '../domain/names/phone.ts'
import type { RowCellsContext } from './row-context.ts'

/** The parts of a person's name; '' where the file has none. */
export interface NameParts {
  readonly first: string
  readonly middle: string
  readonly last: string
}

/**
 * A name in the order its language has: Фамилия Имя Отчество where the file's own headers are Cyrillic, else first,
 * middle, last. '' where there is none.
 */
export function joinName({ first, middle, last }: NameParts, lastFirst: boolean): string {
  const parts = lastFirst ? [last, first, middle] : [first, middle, last]
  return parts.filter((part) => part !== '').join(' ')
}

export function isCyrillic(header: string): boolean {
  return /\p{Script=Cyrillic}/u.test(header)
}

/** What some files write before a phone or an address. */
const LABEL =
  /^(?:(?:mobile|work|home|cell)\s+)?(?:phone|tel|mobile|fax|e-?mail|тел|телефон|моб|мобильный|мобільний|почта|пошта)\.?\s*:\s*/iu

/** `Mobile: +1 202 …` is the number. */
export function withoutLabel(cell: string): string {
  return cell.replace(LABEL, '')
}

/** Google puts several values of one kind into a cell. */
const BETWEEN = /(?<!\s)\s*:::\s*/

/** Every phone of the cells, each once; a cell without a digit is none. `region` is the country of those that name none. */
export function phonesOf(cells: readonly string[], region: string): Phone[] {
  const found = new Map<string, Phone>()
  for (const cell of cells.flatMap((listed) => listed.split(BETWEEN)))
    for (const { e164, raw: said } of parsePhones(cell, region)) {
      const raw = withoutLabel(said)
      const key = e164 ?? raw
      if (/\d/.test(raw) && !found.has(key)) found.set(key, { e164, raw: Buffer.from(raw).toString() })
    }
  return [...found.values()]
}

/** A cell that holds telephone numbers and nothing else names nobody. */
export function isNumberAlone(cell: string, region: string): boolean {
  if (cell === '' || /\p{L}/u.test(withoutLabel(cell))) return false
  const phones = parsePhones(cell, region)
  return phones.length > 0 && phones.every(({ e164 }) => e164 !== null)
}

/** Every e-mail address of the cells, each once. */
export function emailsOf(cells: readonly string[]): Email[] {
  const found = new Map<string, Email>()
  for (const cell of cells)
    for (const email of parseEmails(cell)) if (!found.has(email.email)) found.set(email.email, email)
  return [...found.values()]
}

/** Google puts everybody into a group of this name. */
const EVERYBODY = 'myContacts'

/** `a, b`, `a; b`, and Google's `* myContacts ::: Friends`. */
export function tagsOf(cell: string): string[] {
  if (cell === '') return []
  const tags = cell.split(/[,;]|:::/).map((tag) => tag.trim().replace(/^\*\s*/, ''))
  return [...new Set(tags.filter((tag) => tag !== '' && tag !== EVERYBODY))]
}

/** A part of what identifies a row: one phone is one key in whatever notation. */
export function keyPart(
  text: string,
  index: number,
  { claims, region, asWritten }: Pick<RowCellsContext, 'claims' | 'region' | 'asWritten'>,
): string {
  const isPhone = claims.fields.get('phone')?.some((column) => column.index === index) === true
  if (!isPhone || region === undefined || asWritten !== undefined) return text
  const [phone, other] = parsePhones(text, region)
  return other === undefined ? (phone?.e164 ?? text) : text
}
