/**
 * Whether quotes within cells are written `\"` here: somewhere a cell in quotes has one with text after it, where a
 * quote that ends its cell would have a delimiter.
 */
export function writesBackslashes(sample: string, delimiter = ','): boolean {
  const found = sample.matchAll(/(?:^|[,;\t|])[ ]?"[^"]*[^"\\]\\" *([^\s,;|"])/gm)
  for (const [, next] of found) if (next !== delimiter) return true
  return false
}

/** Whether an odd number of backslashes stands before the quote: it does not end the cell that begins at `from`. */
export function isEscaped(text: string, from: number, quote: number): boolean {
  let at = quote
  while (at > from && text.charAt(at - 1) === '\\') at--
  return (quote - at) % 2 === 1
}

/** Quotes and backslashes as they are meant where both are written with a backslash before them. */
export function withoutBackslashes(cell: string): string {
  return cell.replace(/\\([\\"])|""/g, (_, char = '"') => char)
}

/** A quote after the first one that opens a word, as names have within other texts. */
const OPENS_NAME = /^"[^"]*[\s(:=-]"[^\s"]/

/** `"ООО "Ромашка""` → `ООО "Ромашка"`: the outer quotes are those of the cell. */
export function withoutOuterQuotes(cell: string): string {
  return OPENS_NAME.test(cell) && cell.endsWith('"') ? cell.slice(1, -1) : cell
}

/** Whether a cell with stray quotes may end elsewhere: a delimiter stands between two of them, or one has no partner. */
export function isDisputed(cell: string, delimiter: string): boolean {
  const parts = cell.split('"')
  if (parts.length % 2 === 0 || parts.some((part) => part.includes(delimiter))) return true
  return OPENS_NAME.test(cell) && !cell.endsWith('"')
}
