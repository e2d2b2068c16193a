import { bandLines } from './bands.ts'
import { alignOf, writeTable } from './cells.ts'
import { chartLines } from './chart.ts'
import type { Block, Document, Line, Table } from './document.ts'
import { spansOf } from './lines.ts'
import { sanitize } from './sanitize.ts'
import type { Style } from './style.ts'
import { paintFor } from './style.ts'

/** GitHub's Markdown: the title bold, every line a paragraph, pipe tables with the figures of the screen. */
export function renderMarkdown(doc: Document, style: Style): string {
  const heading = doc.heading.map((line, index) => {
    const text = inline(line)
    return index === 0 && text !== '' ? `**${text}**` : text
  })
  const paragraphs = [...heading, ...doc.blocks.flatMap((block) => blockOf(block, style))]
  return `${paragraphs.filter((text) => text !== '').join('\n\n')}\n`
}

function blockOf(block: Block, style: Style): string[] {
  switch (block.type) {
    case 'heading':
      return [`### ${inline(block.line)}`, ...(block.under === undefined ? [] : [inline(block.under)])]
    case 'lines':
      return block.lines.map(inline)
    case 'table':
      return [pipeTable(block, style)]
    case 'chart': {
      const title = block.title === undefined ? [] : [inline(block.title)]
      const { title: _, ...untitled } = block
      return [
        ...title,
        fenced(chartLines(untitled, { ...style, color: 0, width: 80 }, paintFor(0)).join('\n'), ''),
      ]
    }
    case 'bands':
      return [fenced(bandLines(block, { ...style, color: 0, width: 80 }, paintFor(0)).join('\n'), '')]
    case 'command':
      return [fenced(sanitize(block.command, ' '), 'sh')]
  }
}

function pipeTable(table: Table, style: Style): string {
  const columns = writeTable(table, style.lang, (text) => escapeText(sanitize(text, ' '))).filter(
    ({ column }) => column.kind !== 'bar' && !column.screenOnly,
  )
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = columns.map(({ column }) => (alignOf(column) === 'right' ? '--:' : ':--'))
  const rows = table.rows.map(({ total }, at) =>
    row(
      columns.map(({ cells }) => {
        const text = cells[at]?.text ?? ''
        return total && text !== '' ? `**${text}**` : text
      }),
    ),
  )
  return [row(columns.map(({ title }) => title)), row(rule), ...rows].join('\n')
}

/** One line of text; what can be typed stands in backquotes. */
function inline(line: Line): string {
  const text = spansOf(line)
    .map((span) => {
      const clean = sanitize(span.text, ' ')
      return span.tone === 'act' ? code(clean) : escapeText(clean)
    })
    .join('')
    .trim()
  return text.replace(/^(#{1,6} |[-+>]|\d+(?=[.)] ))/, (start) =>
    /\d/.test(start) ? `${start}\\` : `\\${start}`,
  )
}

/** Backslashes what Markdown would take for its own signs. */
function escapeText(text: string): string {
  return text.replace(/[\\`*[\]<|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, '\\$&')
}

/** Backquotes, one more than the longest run inside. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${text} ${fence}` : fence + text + fence
}

function fenced(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return `${fence}${language}\n${text}\n${fence}`
}
