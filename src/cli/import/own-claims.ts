import { type Claims, type ColumnUse, OWN_EXPORT } from '../../transfer/columns.ts'

/** What the columns of this program's own export are: nothing of them is left to be decided. */
export function ownClaims(
  headers: readonly string[],
  useOf: (header: string) => Omit<ColumnUse, 'header' | 'index'>,
): Claims {
  return {
    system: OWN_EXPORT,
    dateOrder: 'ymd',
    fields: new Map(),
    fixed: new Map(),
    entered: [],
    custom: [],
    key: [],
    columns: headers.map((header, index) => ({ header, index, ...useOf(header) })),
    problems: [],
    known: [],
  }
}
