import { formatDays, formatRate } from '../render/numbers.ts'
import type { Words } from '../words/words.ts'
import type { ListColumn } from './listing.ts'

/** What an edit changed, by the columns of its list: `e-mail – → anna@example.com · department Sales → VIP`. */
export function changedColumns<T>(
  before: T,
  after: T,
  columns: readonly ListColumn<T>[],
): (words: Words) => string {
  const changed = columns.filter(({ value }) => value(before) !== value(after))
  return (words) =>
    sayChanges(
      changed.map((column) => [
        column.key === 'name' ? words.records.name : column.title(words),
        said(before, column, words),
        said(after, column, words),
      ]),
      words,
    )
}

/** Each as `name old → new`; nothing, and a text of nothing, is a dash; of a long text its beginning. */
export function sayChanges(
  changes: readonly (readonly [name: string, from: string, to: string])[],
  { deals }: Words,
): string {
  const shown = (text: string) => {
    const line = text.replace(/\s+/g, ' ').trim()
    return line === '' ? deals.cleared : line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line
  }
  return changes.map(([name, from, to]) => `${name} ${shown(from)} → ${shown(to)}`).join(' · ')
}

/** Characters of one value: more would hide the others. */
const MOST_SHOWN = 60

function said<T>(record: T, { value, text, kind }: ListColumn<T>, words: Words): string {
  if (text !== undefined) return text(record, words)
  const plain = value(record)
  if (plain === null) return ''
  if (typeof plain !== 'number') return String(plain)
  if (kind === 'rate') return formatRate(plain, words.lang)
  return kind === 'days' ? formatDays(plain, words.lang) : String(plain)
}
