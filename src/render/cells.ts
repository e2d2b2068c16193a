import { parseIsoDate } from '../domain/time/date.ts'
import { formatDay } from '../domain/time/period.ts'
import type { Lang } from '../words/words.ts'
import type { Cell, Column, Row, Table, Tone, Value } from './document.ts'
import {
  formatCount,
  formatDays,
  formatDecimal,
  formatInterval,
  formatMoney,
  formatRange,
  formatRate,
  type MoneyScale,
  moneyScale,
  moneyUnit,
  roundShares,
  roundTo,
  roundToSum,
  scaleAddingUp,
} from './numbers.ts'

/** A column as people read it: every cell already text, one per row; a bar stays a share until its width is known. */
export interface WrittenColumn {
  readonly column: Column
  readonly title: string
  readonly cells: readonly WrittenCell[]
}

export interface WrittenCell {
  readonly text: string
  readonly tone?: Tone
  /** A line of its own beneath it. */
  readonly under?: string
  readonly wrap?: number | true
  /** For a bar: the share to draw. */
  readonly share?: number
  readonly whisker?: number
}

/** Writes the columns that people see; `clean` makes every text safe for where it goes. */
export function writeTable(table: Table, lang: Lang, clean: (text: string) => string): WrittenColumn[] {
  const written: WrittenColumn[] = []
  table.columns.forEach((column, index) => {
    if (column.dataOnly) return
    const cells = table.rows.map((row) => cellOf(row.cells[index] ?? null))
    const scale = scaleOf(column, cells, table.rows)
    const write = writerOf(column, scale, lang)
    const shown = addedUp(cells, table.rows, column, scale)
    written.push({
      column,
      title: clean(titleOf(column, scale, lang)),
      cells: cells.map((cell, at) => writeCell(cell, shown[at] ?? null, column, write, clean)),
    })
  })
  return written
}

/** The full form of a cell that may be a bare value. */
export function cellOf(cell: Cell | Value): Cell {
  return typeof cell === 'object' && cell !== null && 'value' in cell ? cell : { value: cell }
}

export function alignOf(column: Column): 'left' | 'right' {
  if (column.align) return column.align
  return ['count', 'money', 'rate', 'interval', 'days'].includes(column.kind) ? 'right' : 'left'
}

function writeCell(
  cell: Cell,
  value: Value,
  column: Column,
  write: (value: Value) => string,
  clean: (text: string) => string,
): WrittenCell {
  const isBar = column.kind === 'bar' && cell.text === undefined && typeof value === 'number'
  return {
    text: isBar ? '' : clean(cell.text ?? write(value)),
    ...(cell.tone && { tone: cell.tone }),
    ...(isBar && { share: value, ...(cell.whisker !== undefined && { whisker: cell.whisker }) }),
    ...(cell.under !== undefined && { under: clean(cell.under) }),
    ...(cell.wrap !== undefined && { wrap: cell.wrap }),
  }
}

/** A scaled column names its unit: `млн ₽`, or `Сумма, млн ₽` under a title of its own. */
function titleOf(column: Column, scale: MoneyScale | undefined, lang: Lang): string {
  if (column.scale !== 'auto' || scale === undefined) return column.title
  const unit = moneyUnit(scale, column.currency, lang)
  return [column.title, unit].filter((part) => part !== '').join(', ')
}

/** One scale, and so the same decimals, for all cells of a money column. */
function scaleOf(column: Column, cells: readonly Cell[], rows: readonly Row[]): MoneyScale | undefined {
  if (column.kind !== 'money' && column.of !== 'money') return undefined
  if (column.scale !== undefined && column.scale !== 'auto') return column.scale
  const amounts = amountsOf(cells)
  if (column.scale === 'auto') {
    const scale = moneyScale(amounts)
    const parts = sumOf(cells, rows)
    return parts === undefined
      ? scale
      : scaleAddingUp(
          scale,
          parts.map(({ value }) => value),
        )
  }
  return { power: 0, digits: amounts.every((amount) => Number.isInteger(roundTo(amount, 2))) ? 0 : 2 }
}

function amountsOf(cells: readonly Cell[]): number[] {
  return cells
    .flatMap(({ value }) => (typeof value === 'object' && value !== null ? value : [value]))
    .filter(isNumber)
}

function isNumber(value: Value): value is number {
  return typeof value === 'number'
}

/** How values of the column are written. */
function writerOf(column: Column, scale: MoneyScale | undefined, lang: Lang): (value: Value) => string {
  const number = numberWriter(
    column.kind === 'interval' ? (column.of ?? 'rate') : column.kind,
    column,
    scale,
    lang,
  )
  return (value) => {
    if (value === null) return ''
    if (typeof value === 'string')
      return column.kind === 'date' && parseIsoDate(value) ? formatDay(value, lang) : value
    if (typeof value === 'number') return (column.signed && value > 0 ? '+' : '') + number(value)
    const [low, high] = value
    if ((column.of ?? 'rate') === 'rate') return formatInterval(low, high, lang, column.digits)
    return formatRange(number(low), number(high))
  }
}

function numberWriter(
  kind: Column['kind'],
  column: Column,
  scale: MoneyScale | undefined,
  lang: Lang,
): (n: number) => string {
  const { digits } = column
  switch (kind) {
    case 'rate':
      return (n) => formatRate(n, lang, digits)
    case 'days':
      return (n) => (digits === undefined ? formatDays(n, lang) : formatDecimal(n, digits, lang))
    case 'money': {
      const decimals = digits ?? scale?.digits ?? 0
      if (column.scale === undefined && column.kind === 'money')
        return (n) => formatMoney(n, column.currency, lang, decimals)
      return (n) => formatDecimal(n / 10 ** (scale?.power ?? 0), decimals, lang)
    }
    case 'count':
      return (n) => formatCount(n, lang)
    default:
      return (n) => (digits === undefined ? plainNumber(n) : formatDecimal(n, digits, lang))
  }
}

/** A number as data: four decimals at most, a dot, no grouping, no exponent, no binary dust. */
export function plainNumber(n: number): string {
  return Math.abs(n) < 1e21 ? String(roundTo(n, 4)) : BigInt(Math.round(n)).toString()
}

/**
 * The values to write. Under one total that is the sum of the other rows, the parts are rounded so that the
 * figures seen still add up; otherwise, and where equal shares would differ, each is rounded for itself. Exact where nothing
 * is rounded.
 */
function addedUp(
  cells: readonly Cell[],
  rows: readonly Row[],
  column: Column,
  scale: MoneyScale | undefined,
): readonly Value[] {
  const values = cells.map((cell) => cell.value)
  const decimals = decimalsShown(column, scale)
  const parts = decimals === undefined ? undefined : sumOf(cells, rows)
  if (decimals === undefined || parts === undefined) return values
  const round = column.kind === 'rate' ? roundShares : roundToSum
  const rounded = round(
    parts.map((part) => part.value),
    decimals,
  )
  parts.forEach((part, index) => {
    values[part.index] = rounded[index] ?? part.value
  })
  return values
}

/** The figures of the other rows, where one is their sum. */
function sumOf(cells: readonly Cell[], rows: readonly Row[]): { value: number; index: number }[] | undefined {
  const totals = rows.flatMap((row, index) => (row.total ? [index] : []))
  const [at] = totals
  if (at === undefined || totals.length > 1) return undefined
  const total = cells[at]?.value ?? null
  const parts = cells.flatMap(({ value }, index) =>
    index !== at && isNumber(value) ? [{ value, index }] : [],
  )
  const sum = parts.reduce((all, part) => all + part.value, 0)
  if (!isNumber(total) || Math.abs(sum - total) > 1e-9 * Math.max(1, Math.abs(sum))) return undefined
  return parts
}

/** Decimals, counted in the raw value, after which the column rounds; undefined where it does not add up. */
function decimalsShown(column: Column, scale: MoneyScale | undefined): number | undefined {
  if (column.kind === 'money') return (column.digits ?? scale?.digits ?? 0) - (scale?.power ?? 0)
  if (column.kind === 'rate') return (column.digits ?? 0) + 2
  return undefined
}
