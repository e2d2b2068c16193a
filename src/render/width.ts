import stringWidth from 'string-width'

/** Scripts in which one code unit is one column; everything else is counted by grapheme cluster. */
const PLAIN =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0391-\u03ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u202f-\u203b\u20a0-\u20c0\u2116\u2190-\u2193\u2212\u2500-\u259f\u25b2\u25bc\u25cf\u25cb\u23ce]*$/

/** Columns that the text takes on a terminal. */
export function displayWidth(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text)
}

/** Pads to a width; a text that is wider stays as it is. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'right' ? blanks + text : text + blanks
}

/** Cuts to a width between grapheme clusters, an ellipsis standing for what is missing. */
export function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  return width < 1 ? '' : `${head(text, width - 1).trimEnd()}…`
}

/** The longest beginning that fits; a cluster is never split. */
function head(text: string, width: number): string {
  if (PLAIN.test(text)) return text.slice(0, width)
  let taken = ''
  let used = 0
  for (const cluster of clusters(text)) {
    used += stringWidth(cluster)
    if (used > width) break
    taken += cluster
  }
  return taken
}

function* clusters(text: string): Iterable<string> {
  for (const { segment } of new Intl.Segmenter().segment(text)) yield segment
}

/**
 * Breaks into lines at blanks (never at a no-break space); a word longer than a line is cut, nothing but the
 * blanks at a break is lost. Lines after the first are led by `indent`.
 */
export function wrapText(text: string, width: number, indent = ''): string[] {
  return wrapRanges(text, width, indent.length).map(([from, to], index) => {
    return (index === 0 ? '' : indent) + text.slice(from, to)
  })
}

/** Where the lines of a wrapped text begin and end in it; lines after the first have `indent` columns less. */
export function wrapRanges(text: string, width: number, indent: number): [from: number, to: number][] {
  if (displayWidth(text) <= width) return [[0, text.length]]
  const ranges: [number, number][] = []
  let from = 0
  let to = 0
  const room = () => Math.max(1, width - (ranges.length === 0 ? 0 : indent))
  for (const { index, 0: token } of text.matchAll(/ *[^ ]+/g)) {
    const end = index + token.length
    if (displayWidth(text.slice(from, end)) > room()) {
      if (to > from) {
        ranges.push([from, to])
        from = end - token.trimStart().length
      }
      while (displayWidth(text.slice(from, end)) > room()) {
        const part = head(text.slice(from, end), room()) || firstCluster(text.slice(from, end))
        if (part.length === end - from) break
        ranges.push([from, from + part.length])
        from += part.length
      }
    }
    to = end
  }
  return to > from ? [...ranges, [from, to]] : ranges
}

function firstCluster(text: string): string {
  for (const cluster of clusters(text)) return cluster
  return text
}
