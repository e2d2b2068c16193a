/** A word as it can be typed again in a shell. */
export function quoted(word: string): string {
  return `"${word.replace(/(["\\$`])/g, '\\$1')}"`
}

/** A word of a command line, in quotes where a shell would take it apart. */
export function shellWord(word: string): string {
  return /^(?!=)[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) ? word : quoted(word)
}

/** The flag of an option by its name in the program: `--on-existing`. */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
