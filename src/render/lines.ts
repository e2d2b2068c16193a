import type { Line, Span, Tone } from './document.ts'
import { sanitize } from './sanitize.ts'
import type { Paint } from './style.ts'
import { wrapRanges } from './width.ts'

/** The parts of a line, each with its tone. */
export function spansOf(line: Line): { text: string; tone?: Tone }[] {
  const spans: readonly Span[] = isSpans(line) ? line : [line]
  return spans.map((span) => (typeof span === 'string' ? { text: span } : span))
}

function isSpans(line: Line): line is readonly Span[] {
  return Array.isArray(line)
}

/**
 * A line as a terminal shows it: clean, broken at blanks where it is too long (the rest indented two
 * further), coloured span by span. A command on a line of its own is left to the terminal to break: it is copied whole.
 */
export function shownLines(line: Line, width: number | null, paint: Paint, strong = false): string[] {
  const spans = spansOf(line).map((span) => ({ ...span, text: sanitize(span.text) }))
  const whole = spans.map((span) => span.text).join('')
  const indent = whole.length - whole.trimStart().length + 2
  const isCommand = spans.every(({ tone }) => tone === 'act')
  const ranges = width === null || isCommand ? [[0, whole.length] as const] : wrapRanges(whole, width, indent)
  return ranges.map(([from, to], index) => {
    let shown = index === 0 ? '' : ' '.repeat(indent)
    let start = 0
    for (const { text, tone } of spans) {
      const part = text.slice(Math.max(0, from - start), Math.max(0, to - start))
      const toned = paint.tone(tone, part)
      if (part !== '') shown += strong ? paint.strong(toned) : toned
      start += text.length
    }
    return shown
  })
}
