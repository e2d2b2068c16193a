/** What stands on a terminal after a program has written to it, lines that scrolled away included. */
export class Screen {
  #lines: string[][] = [[]]
  #row = 0
  #column = 0
  /** The beginning of a sequence whose end has not come yet. */
  #begun = ''

  constructor(private readonly columns: number) {}

  get text(): string {
    const lines = this.#lines.map((line) =>
      Array.from(line, (letter) => letter ?? ' ')
        .join('')
        .trimEnd(),
    )
    return lines.join('\n').trimEnd()
  }

  write(output: string): void {
    const whole = this.#begun + output
    this.#begun = /\u001b(\[[\d;?]*)?$/.exec(whole)?.[0] ?? ''
    const pieces = whole.slice(0, whole.length - this.#begun.length)
    // Sequences of a letter at their end, of others no trace is left on the screen; then single characters.
    for (const [piece, count, what] of pieces.matchAll(/\u001b\[([\d;?]*)([A-Za-z])|\u001b[78]|[\s\S]/gu))
      if (what !== undefined) this.#obey(what, Number(count) || 0)
      else if (!piece.startsWith('\u001b')) this.#put(piece)
  }

  #put(letter: string): void {
    if (letter === '\r') this.#column = 0
    else if (letter === '\n') this.#goTo(this.#row + 1)
    else if (letter === '\b') this.#column = Math.max(0, this.#column - 1)
    else if (letter >= ' ') {
      if (this.#column === this.columns) {
        this.#goTo(this.#row + 1)
        this.#column = 0
      }
      this.#line[this.#column++] = letter
    }
  }

  get #line(): string[] {
    const line = this.#lines[this.#row] ?? []
    this.#lines[this.#row] = line
    return line
  }

  #goTo(row: number): void {
    this.#row = Math.max(0, row)
    while (this.#lines.length <= this.#row) this.#lines.push([])
  }

  #obey(what: string, count: number): void {
    if (what === 'A') this.#goTo(this.#row - (count || 1))
    else if (what === 'B') this.#goTo(this.#row + (count || 1))
    else if (what === 'C') this.#column = Math.min(this.columns - 1, this.#column + (count || 1))
    else if (what === 'D') this.#column = Math.max(0, this.#column - (count || 1))
    else if (what === 'G') this.#column = Math.max(0, count - 1)
    else if (what === 'K') this.#erase(count)
    else if (what === 'J') {
      this.#erase(count)
      this.#lines.length = this.#row + 1
    }
  }

  #erase(how: number): void {
    if (how === 2) this.#lines[this.#row] = []
    else this.#line.length = Math.min(this.#line.length, this.#column)
  }
}
