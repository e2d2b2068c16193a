/** Scripts in which one code unit is one column; everything else is counted by grapheme cluster. */
const PLAIN =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0391-\u03ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u202f-\u203b\u20a0-\u20c0\u2116\u2190-\u2193\u2212\u2500-\u259f\u25b2\u25bc\u25cf\u25cb\u23ce]*$/

/** Columns that the text takes on a terminal; the text is clean of what cannot be seen. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length
  let width = 0
  for (const cluster of clusters(text)) width += clusterWidth(cluster)
  return width
}

// Patterns of many properties stand where they are used: at the top they would be read at every start.

/**
 * What a terminal keeps in one place: a flag, a Hangul syllable, an emoji with its skin tone, a letter with its
 * marks. Written here because Intl.Segmenter costs a start more than all the rest of a table; joiners and
 * variation selectors need no care (see sanitize).
 */
function clusters(text: string): readonly string[] {
  const cluster =
    /\p{RI}{2}|[\u1100-\u115f\ua960-\ua97c][\u1160-\u11ff]+|\p{EBase}\p{EMod}?\p{M}*|[^\p{M}]\p{M}*|\p{M}+/gsu
  return text.match(cluster) ?? []
}

function clusterWidth(cluster: string): number {
  if (PLAIN.test(cluster)) return cluster.length
  if (/^[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\p{Cc}]+$/u.test(cluster)) return 0
  return (isWide(cluster) ? 2 : 1) + (cluster.slice(1).match(/\p{Mc}/gu)?.length ?? 0)
}

/** East Asian wide and fullwidth characters, and emoji: two columns each. */
function isWide(cluster: string): boolean {
  return /^(?:\p{RI}{2}|(?!\p{RI})\p{Emoji_Presentation}|[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}])/u.test(
    cluster,
  )
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
    used += clusterWidth(cluster)
    if (used > width) break
    taken += cluster
  }
  return taken
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
    if (end - from > LOOK_AHEAD * room() || displayWidth(text.slice(from, end)) > room()) {
      if (to > from) {
        ranges.push([from, to])
        from = end - token.replace(/^ +/, '').length
      }
      // So much of a word as a line may take is looked at, not the megabyte that may follow it.
      const ahead = () => text.slice(from, Math.min(end, from + LOOK_AHEAD * room()))
      for (let left = ahead(); displayWidth(left) > room(); left = ahead()) {
        const part = head(left, room()) || firstCluster(left)
        if (part.length === end - from) break
        ranges.push([from, from + part.length])
        from += part.length
      }
    }
    to = end
  }
  return to > from ? [...ranges, [from, to]] : ranges
}

/** Code units that a column may take: a letter and its marks, an emoji and its tone. */
const LOOK_AHEAD = 16

function firstCluster(text: string): string {
  return clusters(text)[0] ?? text
}
