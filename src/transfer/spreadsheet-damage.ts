/** A number of many digits as spreadsheets show and save it: `1.23457E+12`, whose other digits are gone. */
export function isRounded(cell: string): boolean {
  return cell.length >= 5 && ROUNDED.test(cell)
}

const ROUNDED = /^\d(?:[.,]\d+)?E\+\d{2,3}$/i

/** What formulas show in place of a value they could not find. */
const NOTHING = ['#N/A', '#Н/Д']

/** And where they are broken: English, Russian, Ukrainian. */
const BROKEN = [
  ...['#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#SPILL!', '#CALC!', '#ERROR!'],
  ...['#ССЫЛКА!', '#ЗНАЧ!', '#ДЕЛ/0!', '#ИМЯ?', '#ПУСТО!', '#ЧИСЛО!', '#ПЕРЕНОС!', '#ВЫЧИСЛ!'],
  ...['#ПОСИЛАННЯ!', '#ДІЛ/0!', "#ІМ'Я?", '#ІМ’Я?'],
]

/** A column too narrow for its numbers, printed or copied. */
const NARROW = /^#{4,}$/

/** Whether the cell is what spreadsheets show in place of a value. */
export function isSheetError(cell: string): boolean {
  const text = cell.trim().toUpperCase()
  return isSheetNothing(text) || BROKEN.includes(text) || NARROW.test(text)
}

/** Whether it is what they show where a value was looked for and not found. */
export function isSheetNothing(cell: string): boolean {
  return NOTHING.includes(cell.trim().toUpperCase())
}
