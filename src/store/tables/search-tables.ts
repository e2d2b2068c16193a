import { searchWords, type Wanted, wordAsked } from '../../domain/names/search-words.ts'

/**
 * Part of the first migration: what `search` looks in, a copy of the words of all records (see `search-text.ts`), and
 * the last operation whose records are in it. The words are cut and folded by the program, so that the tokenizer has
 * only to split at blanks. A row's number is its kind and its id (`rowOf`); the words themselves cannot be read back.
 */
export const SEARCH_TABLES = `create virtual table search
  using fts5(words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
create table search_state(id integer primary key check(id = 1), upto integer not null) strict;
insert into search_state(id, upto) values (1, 0);`

/** What `search` finds, in the order of the numbers of their rows. Part of the file format. */
export const FOUND_KINDS = ['contact', 'company', 'deal', 'task', 'activity'] as const

export type FoundKind = (typeof FOUND_KINDS)[number]

const ROWS_OF_A_KIND = 2 ** 40

export function rowOf(kind: FoundKind, id: number): number {
  return (FOUND_KINDS.indexOf(kind) + 1) * ROWS_OF_A_KIND + id
}

export function placeOf(row: number): { kind: FoundKind; id: number } {
  const kind = FOUND_KINDS[Math.floor(row / ROWS_OF_A_KIND) - 1] ?? 'activity'
  return { kind, id: row % ROWS_OF_A_KIND }
}

/** Before every word that is kept: of whom it is, so that a search among people passes over what was said a million times. */
const MARKS: Record<FoundKind, string> = {
  contact: '\u2460',
  company: '\u2461',
  deal: '\u2462',
  task: '\u2463',
  activity: '\u2464',
}

/** Words as they are kept for a record. */
export function keptWords(kind: FoundKind, words: readonly string[]): string {
  return [...new Set(words)].map((word) => MARKS[kind] + word).join(' ')
}

/**
 * The words wanted of records of a kind in the language of FTS5. They are letters and digits alone, so nothing of it can
 * be among them. `whole`: the words themselves, not what begins with them.
 */
export function matching(wanted: readonly Wanted[], kind: FoundKind, whole = false): string {
  const part = (reading: string) => {
    const asked = wordAsked(reading)
    return `"${MARKS[kind]}${asked.letters}"${whole || asked.whole ? '' : ' *'}`
  }
  const reading = (parts: readonly string[]) => `(${parts.map(part).join(' AND ')})`
  return wanted
    .map(
      ({ text, readings }) =>
        `(${[...readings, ...(whole ? [searchWords(text)] : [])]
          .filter((starts) => starts.length > 0)
          .map(reading)
          .join(' OR ')})`,
    )
    .join(' AND ')
}
