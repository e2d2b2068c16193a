import { stripVTControlCharacters } from 'node:util'

/** The letters and signs most texts consist of, all of them visible: such a text is returned as it is. */
const HARMLESS =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0391-\u0482\u048a-\u052f\u2010-\u2027\u202f-\u205e\u20a0-\u20c0]*$/
const LINE_BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
/**
 * Text that is safe to show: no escape sequence, control, bidi or invisible character is left, and it is
 * one line. A tab becomes a blank; a line break becomes `newline`.
 */
export function sanitize(text: string, newline = '⏎'): string {
  if (HARMLESS.test(text)) return text
  return withoutInvisible(stripVTControlCharacters(text.replace(LINE_BREAKS, newline).replaceAll('\t', ' ')))
}

/**
 * Controls, bidi marks and overrides, joiners and other characters without width, private characters and
 * non-characters. Variation selectors, joiners and enclosing marks go too: terminals disagree on the width of
 * what they make, and a table must be straight to be read. The pattern stands here, for at the top it would be read
 * at every start.
 */
function withoutInvisible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Me}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu,
    '',
  )
}

/** Text for programs that is printed on a terminal all the same: lines and tabs stay, what a terminal obeys goes. */
export function disarm(text: string): string {
  return text.replace(OBEYED, '')
}

const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** The same for text of several lines. */
export function sanitizeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => sanitize(line))
    .join('\n')
}
