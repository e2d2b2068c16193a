/** What stands between two commas, or on a line: the text of an object, or of what is none. */
export interface JsonPiece {
  /** The line it begins on, 1-based. */
  readonly line: number
  readonly text: string
  /** The text ends inside of it. */
  readonly unclosed?: true
}

const QUOTE = 0x22
const COMMA = 0x2c
const OPEN_LIST = 0x5b
const BACKSLASH = 0x5c
const CLOSE_LIST = 0x5d
const OPEN = 0x7b
const CLOSE = 0x7d
const NEWLINE = 0x0a

/** Cuts text that comes in pieces into objects: of a list `[{…}, {…}]`, or one after another (NDJSON). */
export class ObjectCutter {
  #line = 1
  #text = ''
  #startLine = 1
  #depth = 0
  #inString = false
  #escaped = false
  /** Inside of what is no object, which ends with its line. */
  #stray = false
  /** Lines on which the lists begin that are not closed. */
  readonly #lists: number[] = []

  cut(text: string, last: boolean): JsonPiece[] {
    const pieces: JsonPiece[] = []
    let start = 0
    const end = (at: number) => {
      pieces.push({ line: this.#startLine, text: this.#text + text.slice(start, at) })
      this.#text = ''
      this.#stray = false
    }
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === NEWLINE) this.#line++
      if (this.#depth > 0) {
        if (this.#step(code)) {
          end(at + 1)
          start = at + 1
        }
      } else if (this.#stray) {
        if (code === NEWLINE) {
          end(at)
          start = at + 1
        }
      } else if (isBetween(code)) {
        start = at + 1
        if (code === OPEN_LIST) this.#lists.push(this.#line)
        else if (code === CLOSE_LIST) this.#lists.pop()
      } else {
        start = at
        this.#startLine = this.#line
        if (code === OPEN) this.#depth = 1
        else this.#stray = true
      }
    }
    if (this.#depth > 0 || this.#stray) this.#text += text.slice(start)
    if (last && this.#text !== '')
      pieces.push({ line: this.#startLine, text: this.#text, ...(this.#depth > 0 && { unclosed: true }) })
    const [list] = this.#lists
    if (last && list !== undefined) pieces.push({ line: list, text: '', unclosed: true })
    return pieces
  }

  /** The line and length of the object that is not closed yet. */
  get pending(): { line: number; length: number } {
    return { line: this.#startLine, length: this.#text.length }
  }

  /** Whether the object ends with this character. */
  #step(code: number): boolean {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false
      else if (code === BACKSLASH) this.#escaped = true
      else if (code === QUOTE) this.#inString = false
      return false
    }
    if (code === QUOTE) this.#inString = true
    else if (code === OPEN || code === OPEN_LIST) this.#depth++
    else if (code === CLOSE || code === CLOSE_LIST) this.#depth--
    return this.#depth === 0
  }
}

function isBetween(code: number): boolean {
  return code <= 0x20 || code === COMMA || code === OPEN_LIST || code === CLOSE_LIST || code === 0xfeff
}
