import { bar, whiskered } from './bars.ts'
import { type WrittenCell, writeTable } from './cells.ts'
import type { Row, Table } from './document.ts'
import { fitColumns, type Plan, type PlannedColumn } from './fit.ts'
import { layOut } from './layout.ts'
import { sanitize } from './sanitize.ts'
import type { Paint, Style } from './style.ts'
import { displayWidth, truncate, wrapText } from './width.ts'

/** The lines of a table without rules: dim headings, columns aligned by what the terminal shows. */
export function tableLines(table: Table, style: Style, paint: Paint): string[] {
  const written = writeTable(table, style.lang, (text) => sanitize(text))
  const lines: string[] = []
  const plans = fitColumns(written, style.width)
  plans.forEach((plan, index) => {
    if (index > 0) lines.push('')
    appendPlan(lines, plan, table, { style, paint, isLast: index === plans.length - 1 })
  })
  return lines
}

function appendPlan(
  lines: string[],
  plan: Plan,
  table: Table,
  { style, paint, isLast }: { style: Style; paint: Paint; isLast: boolean },
): void {
  const titles = plan.columns.map(titleLines)
  const layout = layOut(
    plan.columns,
    titles.map((texts) => texts.map(displayWidth)),
  )
  const next = titles.map(() => 0)
  for (const slots of layout.head) {
    let line = ''
    for (const { blanks, column } of slots) {
      const at = next[column] ?? 0
      next[column] = at + 1
      line += blanks + (titles[column]?.[at] ?? '')
    }
    if (line !== '') lines.push(paint.tone('dim', line))
  }
  table.rows.forEach((row, at) => {
    const texts = plan.columns.map((column) => cellLines(column.written.cells[at], column, style))
    const height = Math.max(1, ...texts.map(({ length }) => length))
    for (let nth = 0; nth < height; nth++) {
      let line = ''
      let owed = ''
      for (const { blanks, column: index } of layout.row) {
        const column = plan.columns[index]
        const cell = column?.written.cells[at]
        if (!column || !cell) continue
        const text = texts[index]?.[nth] ?? ''
        const [before, after] = margins(text, column)
        owed += blanks + before
        if (text === '') {
          owed += after
          continue
        }
        const isUnder = cell.under !== undefined && nth === (texts[index]?.length ?? 0) - 1
        const toned = paint.tone(isUnder ? 'dim' : (cell.tone ?? row.tone), text)
        line += owed + (row.total ? paint.strong(toned) : toned)
        owed = after
      }
      lines.push(line)
    }
    if (row.beneath !== undefined && isLast) lines.push(...beneath(row.beneath, plan, style))
  })
}

/** Under the second column and on, to the edge of the screen. */
function beneath({ text, most }: NonNullable<Row['beneath']>, plan: Plan, style: Style): string[] {
  const [lead, second] = plan.columns
  const indent = lead === undefined || second === undefined ? 0 : lead.width + second.gap
  const clean = sanitize(text)
  const lines = style.width === null ? [clean] : broken(clean, Math.max(1, style.width - indent), most)
  return lines.map((line) => ' '.repeat(indent) + line)
}

/** One line, but for a text that is broken rather than cut, and for what stands beneath. */
function cellLines(cell: WrittenCell | undefined, column: PlannedColumn, style: Style): string[] {
  if (cell === undefined) return []
  const wrap = cell.wrap ?? column.written.column.wrap
  const lines = wrap ? broken(cell.text, column.width, wrap) : [shown(cell, column, style)]
  return cell.under === undefined ? lines : [...lines, truncate(cell.under, column.width)]
}

/** The last of the lines that there may be ends in an ellipsis where that is not all. */
function broken(text: string, width: number, most: number | true): string[] {
  const lines = wrapText(text, width)
  if (most === true || lines.length <= most) return lines
  return [...lines.slice(0, most - 1), truncate(lines.slice(most - 1).join(' '), width)]
}

function titleLines({ written, width }: PlannedColumn): string[] {
  if (written.title === '') return []
  const { title, column } = written
  const words = column.cut === undefined ? title : cutWords(title, width)
  // A line without a width (marks with no letter to stand on) has no place among the stand-ins.
  return wrapText(words, width)
    .map((line) => truncate(line, width))
    .filter((line) => displayWidth(line) > 0)
}

/** A word that is too long ends in an ellipsis, not in the next line. */
function cutWords(title: string, width: number): string {
  return title
    .split(' ')
    .map((word) => truncate(word, width))
    .join(' ')
}

function shown(cell: WrittenCell, column: PlannedColumn, style: Style): string {
  const { share, whisker } = cell
  if (share !== undefined)
    return whisker === undefined
      ? bar(share, column.width, style.unicode)
      : whiskered(share, whisker, column.width, style.unicode)
  return truncate(cell.text, column.width)
}

/** The blanks on both sides of a text in its column. */
function margins(text: string, { width, align }: PlannedColumn): [string, string] {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'right' ? [blanks, ''] : ['', blanks]
}
