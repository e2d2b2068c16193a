import { openTable } from '../../../src/transfer/csv.ts'
import { wordsFor } from '../../../src/words/words.ts'

/**
 * What becomes of a file, as lines: encoding, delimiter, columns × rows; then how many rows are put aside, from which
 * line on and why; then what it is warned of (what is quoted of the file itself as “…”), and what is noted. Or, alone, the sentence that refuses the file.
 */
export type Fate = readonly string[]
export type Fates = Readonly<Record<string, Fate>>

export async function fateOf(path: string): Promise<Fate> {
  const words = wordsFor('en')
  try {
    const table = await openTable(path, { name: '' })
    const aside = new Map<string, { line: number; count: number }>()
    let rows = 0
    for await (const batch of table.batches())
      for (const { line, problem } of batch) {
        rows++
        if (problem === undefined) continue
        const cause = problem(words)
        const known = aside.get(cause)
        if (known === undefined) aside.set(cause, { line, count: 1 })
        else known.count++
      }
    const between = table.delimiter === null ? table.kind : table.delimiter === '\t' ? 'tab' : table.delimiter
    return [
      `${table.encoding} ${between} ${table.headers.length} × ${rows}`,
      ...[...aside].map(([cause, { line, count }]) => `${count} aside from line ${line}: ${cause}`),
      ...table.warnings.map(
        ({ line, say }) => `warned of line ${line}: ${say(words).replace(/“.*”/, '“…”')}`,
      ),
      ...table.notes.map((say) => `noted: ${say(words)}`),
    ]
  } catch (error) {
    return [`refused${error instanceof Error ? error.message : String(error)}`]
  }
}
