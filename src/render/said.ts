import { wrapText } from './width.ts'

/** Stands for a blank at which no line is broken. */
const GLUE = '\ue000'
/** A command to type, which ends its line; a sentence that begins with the name of one goes on after a sign. */
const COMMAND = /(?:^| )(voronka (?:"[^"]*"|(?!voronka |[:;,?!)] |\. )[^"«»“”])*)$/

/**
 * What is said to a person at a terminal of so many columns: its lines are broken at words, as the terminal would not.
 * A line that begins with blanks is to be typed and stays as it is, and so does a command at the end of a line: what a
 * terminal breaks by itself can be copied whole. Anywhere else nothing is broken.
 */
export function saidAt(columns: number | undefined, text: string): string {
  if (columns === undefined) return text
  return text
    .split('\n')
    .flatMap((line) => (line.startsWith(' ') ? [line] : brokenLine(line, columns)))
    .join('\n')
}

function brokenLine(line: string, columns: number): string[] {
  const command = COMMAND.exec(line)?.[1] ?? ''
  const before = line.slice(0, line.length - command.length)
  const glued = command.replaceAll(' ', GLUE)
  if (glued.length > columns) return [...wrapText(before.trimEnd(), columns), command].filter(Boolean)
  return wrapText(before + glued, columns).map((part) => part.replaceAll(GLUE, ' '))
}
