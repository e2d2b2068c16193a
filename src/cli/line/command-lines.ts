/** A line of a batch: its number in the file and its words. */
export interface CommandLine {
  line: number
  /** As written, without the comment. */
  text: string
  words: string[]
  /** A quote that is never closed. */
  isOpen: boolean
}

/**
 * Command lines as one would type them: words in quotes of either kind, `\` before a character that means itself, `#`
 * at the start of a word for the rest of the line, a `voronka` in front or none. Empty lines are none.
 */
export function commandLines(text: string): CommandLine[] {
  return text.split(/\r\n|[\n\r]/).flatMap((line, at): CommandLine[] => {
    const { words, isOpen } = shellWords(line)
    const [first] = words
    const own = first === 'voronka' ? words.slice(1) : words
    return own.length === 0 && !isOpen ? [] : [{ line: at + 1, text: line.trim(), words: own, isOpen }]
  })
}

/** A blank, a quote, an escape, or a run of anything else; typographic quotes are letters, as in a shell. */
const PIECE = /(\s+)|"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)|(["'])|([^\s"'\\]+)|(\\)/gsu

/** Nothing in the line stands for anything but itself. */
const PLAIN = /^[^"'\\#]*$/

function shellWords(line: string): { words: string[]; isOpen: boolean } {
  if (PLAIN.test(line)) return { words: line.split(/\s+/u).filter((word) => word !== ''), isOpen: false }
  const words: string[] = []
  let word: string | undefined
  for (const [piece, blank, double, single, escaped, open] of line.matchAll(PIECE)) {
    if (blank !== undefined) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if (open !== undefined) return { words, isOpen: true }
    else if (word === undefined && piece.startsWith('#')) return { words, isOpen: false }
    else word = (word ?? '') + (double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? piece)
  }
  return { words: word === undefined ? words : [...words, word], isOpen: false }
}
