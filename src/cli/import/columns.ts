import type { Claims, ColumnUse } from '../../transfer/columns.ts'
import type { Words } from '../../words/words.ts'
import type { Answer } from '../command.ts'
import type { ImportSource } from './source.ts'

/** What every column of the file is taken for, with a value from it; nothing is imported. */
export async function explainColumns(
  { table, name }: ImportSource,
  entity: string,
  { system, columns }: Claims,
): Promise<Answer> {
  const examples = new Map<number, string>()
  let rows = 0
  for await (const batch of table.batches()) {
    for (const { cells } of batch)
      for (const { index } of columns)
        if (!examples.has(index) && (cells[index] ?? '') !== '') examples.set(index, cells[index] ?? '')
    rows += batch.length
    if (examples.size === columns.length || rows > MOST) break
  }
  const shown = columns.map(({ header, index, use, what, by }) => ({
    column: header,
    use,
    what: use === 'ignored' || use === 'unclaimed' ? null : what,
    by,
    why: use === 'ignored' || use === 'unclaimed' ? what : null,
    example: examples.get(index) ?? '',
  }))
  return {
    json: { schema: 'voronka.columns/1', entity, file: name, system, columns: shown },
    document: (w) => ({
      heading: [w.import.columnsOf({ file: name, system })],
      blocks: [
        {
          type: 'table',
          columns: [
            { key: 'column', title: w.import.columnTitle, kind: 'text' },
            { key: 'use', title: w.import.useTitle, kind: 'text' },
            { key: 'by', title: w.import.byTitle, kind: 'text' },
            { key: 'example', title: w.import.exampleTitle, kind: 'text', shrink: true },
          ],
          rows: columns.map(({ header, use, what, by, index }) => ({
            cells: [
              header,
              w.import.uses[use](use === 'field' || use === 'outdone' ? fieldSaid(what, w) : what),
              because(w, { use, what, by }, system),
              examples.get(index) ?? '',
            ],
          })),
        },
      ],
    }),
  }
}

/** In the language of the user, with the key that `--map` takes where it is another word. */
function fieldSaid(field: string, { mapping }: Words): string {
  const name = mapping.fields[field]
  return name === undefined || name === field ? field : `${name} (${field})`
}

/** Why a column is taken for that, or for nothing. */
function because(w: Words, { use, what, by }: Pick<ColumnUse, 'use' | 'what' | 'by'>, system: string | null) {
  const reasons: Readonly<Record<string, unknown>> = w.import.by
  const reason = use === 'ignored' || use === 'unclaimed' ? reasons[what] : undefined
  if (typeof reason === 'string') return reason
  return by === 'system' ? w.import.by.system(system ?? '') : w.import.by[by]
}

/** Rows that are searched for examples. */
const MOST = 5000
