/** A word as it can be typed again in a shell. */
export function quoted(word: string): string {
  return `"${word.replace(/(["\\$`])/g, '\\$1')}"`
}
