import { monthOfWord } from './calendar-words.ts'
import { dayNumber, fieldsOf, type IsoDate, isoOf, isRealDay } from './date.ts'
import type { Side } from './spoken-when.ts'

/** `14.09`, `14.09.26`, `14.09.2026`, `14 сентября 2026`, `Sep 14`. */
export function readDate(text: string, today: IsoDate, prefer: Side): IsoDate | undefined {
  const dotted = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d\d)?)?$/.exec(text)
  if (dotted !== null) return dateOf(Number(dotted[1]), Number(dotted[2]), dotted[3], today, prefer)
  const named = /^(?:(\d{1,2})\s+([^\d\s]+)|([^\d\s]+)\s+(\d{1,2}))(?:,?\s+(\d{4})(?:\s*[гр]\.?)?)?$/.exec(
    text,
  )
  const month = monthOfWord(named?.[2] ?? named?.[3] ?? '')
  if (month === undefined) return undefined
  return dateOf(Number(named?.[1] ?? named?.[4]), month, named?.[5], today, prefer)
}

function dateOf(
  day: number,
  month: number,
  year: string | undefined,
  today: IsoDate,
  prefer: Side,
): IsoDate | undefined {
  if (year !== undefined) {
    const full = year.length === 2 ? 2000 + Number(year) : Number(year)
    return isRealDay(full, month, day) ? isoOf(full, month, day) : undefined
  }
  // Eight years to either side hold a 29 February, whatever the year.
  const thisYear = fieldsOf(today).year
  const candidates = Array.from({ length: 17 }, (_, index) => thisYear - 8 + index)
    .filter((candidate) => isRealDay(candidate, month, day))
    .map((candidate) => isoOf(candidate, month, day))
    .filter((date) => (prefer === 'past' ? date <= today : prefer !== 'future' || date >= today))
  const distance = (date: IsoDate) => Math.abs(dayNumber(date) - dayNumber(today))
  return candidates.sort((a, b) => distance(a) - distance(b))[0]
}
