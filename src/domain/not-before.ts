const CALL = '(?:звонить|перезванивать|беспокоить|тревожить|дзвонити|передзвонювати|телефонувати|турбувати)'
const NOT = new RegExp(
  `(?:^|\\s)(?:не (${CALL}|писать|писати)|(?:not to|don['’]t|not) (?:call|ring|phone|disturb|bother|write))(?: \\p{L}{2,4})?(?: раньше| раніше)? (?:до|раньше|раніше|until|till|before) (?=\\S)`,
  'iu',
)

/** `просила не звонить до 1 декабря`, as what is to be done then: `позвонить 1 декабря`; undefined for anything else. */
export function callNotBefore(text: string): string | undefined {
  const found = NOT.exec(text)
  if (found === null) return undefined
  const day = text.slice(found.index + found[0].length)
  return `${deedOf(found[1] ?? '')} ${day}`
}

function deedOf(verb: string): string {
  if (verb === '') return 'call'
  if (/^пис/iu.test(verb)) return /ь$/u.test(verb) ? 'написать' : 'написати'
  return /ь$/u.test(verb) ? 'позвонить' : 'подзвонити'
}
