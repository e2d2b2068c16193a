import { fitsWhole, fitsWords, withoutApostrophes, wordsOf } from '../../domain/names/matching.ts'
import type { Database } from '../database.ts'

export interface NamedRow {
  id: number
  folded: string
}

/** The rows of a select, with a condition it may go on from, whose folded name is the text; in the order of their ids. */
export function rowsCalled<Row extends NamedRow>(db: Database, select: string, folded: string): Row[] {
  return folded === '' ? [] : (db.prepare(`${select} and folded = ? order by 1`).all(folded) as Row[])
}

/** Those of whose words the text is made; where there are none, whose words it begins, each another one. Apostrophes may be left out of it. */
export function rowsShortened<Row extends NamedRow>(db: Database, select: string, folded: string): Row[] {
  const holding = (column: string, text: string) => {
    const words = wordsOf(text)
    if (words.length === 0) return []
    const condition = words.map(() => `instr(${column}, ?) > 0`).join(' and ')
    const rows = db.prepare(`${select} and ${condition} order by 1`).all(...words) as Row[]
    const whole = rows.filter((row) => fitsWhole(row.folded, folded))
    return whole.length > 0 ? whole : rows.filter((row) => fitsWords(row.folded, folded))
  }
  const found = holding('folded', folded)
  return found.length > 0 ? found : holding("replace(folded, '''', '')", withoutApostrophes(folded))
}
