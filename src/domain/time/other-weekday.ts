import { foldWords, weekdayFirst, weekdayOfWord } from './calendar-words.ts'
import { weekday } from './date.ts'
import type { When } from './when.ts'

const BEFORE = /^(?:(?:в|во|на|у|on|by|до|к|ко) )+/
/** No hour, as `10.12` may be, and no other word for a day. */
const DATE = /^(?:(?:2[4-9]|3\d)\.\d{1,2}|\d{1,2}\.\d{1,2}\.\d+|\d{1,2}(?:-?\p{L}{1,3}| \p{L}{3,}))$/u

/** `ср 24.11` of a Tuesday, `24 ноября, среда`: the date beside which another weekday stands than is its own. */
function otherWeekday(text: string, read: (text: string) => When | undefined): When | undefined {
  const plain = foldWords(text).replace(BEFORE, '')
  const [, before = '', last = ''] = /^(.+?),? (\S+)$/.exec(plain) ?? []
  const { day, rest } = weekdayFirst(plain) ?? { day: weekdayOfWord(last), rest: before }
  const date = day !== undefined && DATE.test(rest) ? read(rest) : undefined
  return date === undefined || date.time !== null || weekday(date.date) === day ? undefined : date
}

/** A weekday and the date beside it, which is of another: each may be the slip. */
export interface OtherWeekday {
  /** As they stand in the text. */
  said: string
  date: When
}

/** The first such of a text, wherever it stands. */
export function otherWeekdayIn(
  text: string,
  read: (text: string) => When | undefined,
): OtherWeekday | undefined {
  const words = text.split(/\s+/)
  const at = words.findIndex((word) => weekdayOfWord(foldWords(word).replace(/[,.]$/, '')) !== undefined)
  if (at < 0) return undefined
  const spans = [
    [at, at + 2],
    [at, at + 3],
    [at - 1, at + 1],
    [at - 2, at + 1],
  ]
  for (const [from = 0, until] of spans) {
    const said = words
      .slice(Math.max(0, from), until)
      .join(' ')
      .replace(/[,.;:]+$/, '')
    const date = otherWeekday(said, read)
    if (date !== undefined) return { said, date }
  }
  return undefined
}
