import { jsonOf } from '../domain/json.ts'
import { bandLines } from './bands.ts'
import { chartLines } from './chart.ts'
import { renderCsv, renderTsv } from './data.ts'
import type { Block, Document } from './document.ts'
import { shownLines, spansOf } from './lines.ts'
import { renderMarkdown } from './markdown.ts'
import { sanitize } from './sanitize.ts'
import { type Paint, paintFor, type Style } from './style.ts'
import { tableLines } from './table.ts'

export type DocumentFormat = 'table' | 'csv' | 'tsv' | 'md'

/**
 * One document as text that ends in a line feed (or is empty): `table` for people at a terminal or in a mail,
 * `md` for a page, `csv` and `tsv` for programs (raw values, rates as fractions).
 */
export function renderDocument(doc: Document, format: DocumentFormat, style: Style): string {
  switch (format) {
    case 'csv':
      return renderCsv(doc)
    case 'tsv':
      return renderTsv(doc)
    case 'md':
      return renderMarkdown(doc, style)
    case 'table':
      return renderScreen(doc, style)
  }
}

/** A value as JSON, by two blanks, with a line feed at its end. */
export function renderJson(value: unknown): string {
  return jsonOf(value, 2, '\n')
}

/** Heading and blocks, an empty line between any two of them. */
function renderScreen(doc: Document, style: Style): string {
  const paint = paintFor(style.color)
  const heading = doc.heading.flatMap((line, index) => shownLines(line, style.width, paint, index === 0))
  const parts = [
    { lines: heading, after: '\n\n' },
    // A title stands close to what it is the title of, a command to the sentence that leads to it.
    ...doc.blocks.map((block, at) => ({
      lines: blockLines(block, style, paint),
      after: block.type === 'heading' || isClose(doc.blocks[at + 1], block) ? '\n' : '\n\n',
    })),
  ].filter(({ lines }) => lines.length > 0)
  return parts
    .map(({ lines, after }, at) => `${lines.join('\n')}${at === parts.length - 1 ? '\n' : after}`)
    .join('')
}

function isClose(block: Block | undefined, before: Block): boolean {
  return block?.type === 'command' ? leadsOn(before) : block?.type === 'lines' && block.close === true
}

/** Its last sentence ends in a colon. */
function leadsOn(block: Block): boolean {
  const last = block.type === 'lines' ? spansOf(block.lines.at(-1) ?? '').at(-1) : undefined
  return last?.text.endsWith(':') === true
}

function blockLines(block: Block, style: Style, paint: Paint): string[] {
  switch (block.type) {
    case 'heading':
      return [
        ...shownLines(block.line, style.width, paint, true),
        ...(block.under === undefined
          ? []
          : shownLines([{ text: block.under, tone: 'dim' }], style.width, paint)),
      ]
    case 'lines':
      return block.lines.flatMap((line) => shownLines(line, style.width, paint))
    case 'table':
      return tableLines(block, style, paint)
    case 'chart':
      return chartLines(block, style, paint)
    case 'bands':
      return bandLines(block, style, paint)
    case 'command':
      return [`  ${paint.tone('act', sanitize(block.command, ' '))}`]
  }
}
