/** Rows among which the header is looked for: reports have titles above it. */
export const FIRST_ROWS = 20

/** The names of the columns; nameless ones at the end are none. */
export function namedColumns(cells: readonly string[]): string[] {
  const names = cells.map(cleanHeader)
  while (names.length > 1 && names[names.length - 1] === '') names.pop()
  return names
}

/** ` Бюджет * ` → `Бюджет`: marks, asterisks of required columns, no-break spaces and line ends inside. */
function cleanHeader(header: string): string {
  return header
    .replace(/[\ufeff\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[*\s]+|[*\s]+$/g, '')
}
