import { lookUp } from '../../domain/look-up.ts'
import type { Words } from '../../words/words.ts'
import { cellOf } from '../cells.ts'
import type { BandsBlock, Cell, Column, Kind, TableBlock, Tone, Value } from '../document.ts'

/** A column of a report's table, and what stands in it; `at` is the row, the total's behind all others. */
export interface Part<Of> {
  column: Column
  cell(of: Of, at: number): Cell | Value
}

/** In their order; false is one that this report does not have. */
export type Parts<Of> = readonly (Part<Of> | false)[]

/** A row each, and beneath them the total, where there is one. */
export function tableOf<Of>(
  parts: Parts<Of>,
  rows: readonly Of[],
  total?: Of,
  toneOf: (row: Of) => Tone | undefined = () => undefined,
): TableBlock {
  const had = parts.filter((part) => part !== false)
  const cells = (row: Of, at: number) => had.map(({ cell }) => cell(row, at))
  return {
    type: 'table',
    columns: had.map(({ column }) => column),
    rows: [
      ...rows.map((row, at) => {
        const tone = toneOf(row)
        return { cells: cells(row, at), ...(tone && { tone }) }
      }),
      ...(total === undefined ? [] : [{ cells: cells(total, rows.length), total: true }]),
    ],
  }
}

/** The sum of several rows; of one alone it would say the same again. */
export function totalOf<Of>(rows: readonly unknown[], total: Of): Of | undefined {
  return rows.length < 2 ? undefined : total
}

/** Without columns that have nothing to say in any row. */
export function toldParts<Of>(
  parts: Parts<Of>,
  rows: readonly Of[],
  isTold: (cell: Cell, column: Column) => boolean = ({ value }) => value !== null,
): Part<Of>[] {
  return parts
    .filter((part) => part !== false)
    .filter(
      ({ column, cell }) =>
        column.kind === 'bar' || rows.some((row, at) => isTold(cellOf(cell(row, at)), column)),
    )
}

/** The column of the groups' names, headed by what they are. */
export function groupColumn(by: string, words: Words): Column {
  const title = lookUp(words.groups.group, by) ?? by
  return { key: 'group', title, kind: groupKind(by), shrink: true, min: 10 }
}

/** Days are written as days are; other groups have names. */
export function groupKind(by: string): Kind {
  return by === 'day' ? 'date' : 'text'
}

/** What people read of a group's key; null is that of none. */
export function groupName(key: string | null, by: string, words: Words): string {
  return key ?? lookUp(words.groups.without, by) ?? words.common.none
}

/** What the signs of a forecast's bands mean. */
export function bandsLegend({ forecast, planReport }: Words, target: string): BandsBlock['legend'] {
  return { sure: forecast.columns['already'] ?? '', range: planReport.interval, mean: forecast.mean, target }
}
