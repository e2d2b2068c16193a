import { parseTypedId } from '../../domain/names/name.ts'
import { UserError } from '../../errors.ts'
import { OnlyClosed } from '../../store/deals/naming.ts'
import { Ambiguous } from '../../store/naming/naming.ts'

/**
 * How many of the first words, `most` at most, are together the name of something there is: the most that are, else 1.
 * What is quoted, an id, a phone, an e-mail and `.` stand for themselves.
 */
export function leadingName(words: readonly string[], most: number, find: (text: string) => unknown): number {
  const [first = ''] = words
  if (/[\s@]|^\+?[\d()-]{5,}$/.test(first) || first === '.' || parseTypedId(first) !== undefined) return 1
  for (let count = Math.min(words.length, most); count > 1; count--)
    if (isThere(words.slice(0, count).join(' '), find)) return count
  return 1
}

function isThere(text: string, find: (text: string) => unknown): boolean {
  try {
    find(text)
    return true
  } catch (error) {
    if (error instanceof Ambiguous || error instanceof OnlyClosed) return true
    if (error instanceof UserError) return false
    throw error
  }
}
