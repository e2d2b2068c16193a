import { lookUp } from '../../domain/look-up.ts'
import type { Words } from '../../words/words.ts'
import type { Cell, Column, TableBlock, Value } from '../document.ts'

/** A column of a report's table, and what stands in it. */
export interface Part<Of> {
  column: Column
  cell(of: Of): Cell | Value
}

/** A row each; beneath several of them the total, where there is one. */
export function tableOf<Of>(parts: readonly Part<Of>[], rows: readonly Of[], total?: Of): TableBlock {
  return {
    type: 'table',
    columns: parts.map(({ column }) => column),
    rows: [
      ...rows.map((row) => ({ cells: parts.map(({ cell }) => cell(row)) })),
      ...(total === undefined || rows.length < 2
        ? []
        : [{ cells: parts.map(({ cell }) => cell(total)), total: true }]),
    ],
  }
}

/** The column of the groups' names, headed by what they are. */
export function groupColumn(by: string, words: Words): Column {
  return { key: 'group', title: lookUp(words.groups.group, by) ?? by, kind: 'text', shrink: true, min: 10 }
}

/** What people read of a group's key; null is that of none. */
export function groupName(key: string | null, by: string, words: Words): string {
  return key ?? lookUp(words.groups.without, by) ?? words.common.none
}
