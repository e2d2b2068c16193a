import type { Cell, Document, Value } from '../../render/document.ts'

/** A line of a card: what it is and what it says; an empty value leaves the line out. */
export type CardLine = readonly [label: string, value: Value | Cell]

/**
 * One record as a person reads it: a title and labelled lines. They are in the person's language: a card that files are
 * made of too says in `data` what stands in them.
 */
export function card(title: string, lines: readonly CardLine[], ...more: Document['blocks']): Document {
  const filled = lines.filter(([, value]) => value !== null && value !== '')
  return {
    heading: [title],
    blocks: [
      {
        type: 'table',
        columns: [
          { key: 'field', title: '', kind: 'text' },
          { key: 'value', title: '', kind: 'text' },
        ],
        rows: filled.map(([label, value]) => ({ cells: [label, value] })),
      },
      ...more,
    ],
  }
}
