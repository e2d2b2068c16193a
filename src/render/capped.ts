/** The first `most` rows of each kind; one more is not worth a line that says so. */
export function capped<T>(rows: readonly T[], kindOf: (row: T) => string, most: number): T[] {
  const all = new Map<string, number>()
  for (const row of rows) all.set(kindOf(row), (all.get(kindOf(row)) ?? 0) + 1)
  const counts = new Map<string, number>()
  return rows.filter((row) => {
    const kind = kindOf(row)
    const n = (counts.get(kind) ?? 0) + 1
    counts.set(kind, n)
    return n <= most || (n === most + 1 && all.get(kind) === n)
  })
}
