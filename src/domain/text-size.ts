/** Characters of a text, as in a cell of a spreadsheet: nobody writes longer ones by hand. */
export const MOST_CHARACTERS = 32_767
/** Notes may be longer. */
export const MOST_IN_NOTE = 1_000_000
