import CliTable from 'cli-table3'
import type { PlannedColumn } from './fit.ts'

/** Where every heading line and every cell of a row stands: text with a run of stand-ins per place. */
export interface Layout {
  readonly head: readonly Slot[][]
  readonly row: readonly Slot[]
}

/** A place to fill, after the blanks that lead to it. */
interface Slot {
  readonly blanks: string
  readonly column: number
}

/** The first of the private characters that stand in for columns; data never holds one (see sanitize). */
const STAND_IN = 0xe000
const RUN = /( *)([\ue000-\uf8ff])\2*/g

const NO_BORDER = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'],
  ].map((name) => [name, '']),
)

/**
 * Lets cli-table3 lay out one heading and one row of stand-ins, whose width it cannot get wrong. The real texts
 * are put in their places afterwards: so no emoji, colour or no-break space moves a column, nothing is cut by
 * its rules, and a long table costs no more per row than a short one.
 */
export function layOut(
  columns: readonly PlannedColumn[],
  headWidths: readonly (readonly number[])[],
): Layout {
  const table = new CliTable({
    chars: NO_BORDER,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: columns.map((column) => column.gap + column.width),
  })
  table.push(
    columns.map((column, index) => ({
      content: lines(index, column, headWidths[index] ?? []),
      hAlign: column.align,
      vAlign: 'bottom' as const,
    })),
    columns.map((column, index) => ({ content: lines(index, column, [column.width]), hAlign: column.align })),
  )
  const drawn = table.toString().split('\n').map(slotsOf)
  return { head: drawn.slice(0, -1), row: drawn.at(-1) ?? [] }
}

function lines(index: number, column: PlannedColumn, widths: readonly number[]): string {
  const lead = column.align === 'left' ? ' '.repeat(column.gap) : ''
  return widths.map((width) => lead + String.fromCharCode(STAND_IN + index).repeat(width)).join('\n')
}

function slotsOf(line: string): Slot[] {
  // Blanks at the end would be looked through from each of them on.
  return [...line.trimEnd().matchAll(RUN)].map(([, blanks = '', first = '']) => {
    return { blanks, column: first.charCodeAt(0) - STAND_IN }
  })
}
