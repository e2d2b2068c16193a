import { weekdayOfWord } from '../../domain/time/calendar-words.ts'
import { pad2 } from '../../domain/time/date.ts'
import { UsageError } from '../../errors.ts'
import type { Settings } from '../../store/settings.ts'

/** `09:00-18:00`, `9-18`, `22:00–6:00`: kept as minutes since midnight. Throws UsageError. */
export function parseWorkHours(text: string): string {
  const [, h1, m1 = '0', h2, m2 = '0'] =
    /^(\d{1,2})(?:[:.](\d\d))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d\d))?$/.exec(text.trim()) ?? []
  const [from, until] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)]
  const fits = [from, until].every((minutes) => minutes <= 24 * 60) && Number(m1) < 60 && Number(m2) < 60
  if (!fits || from === until || from === 24 * 60) throw new UsageError((w) => w.setup.badHours({ text }))
  return `${from}-${until}`
}

export function workHoursText({ from, until }: Settings['workHours']): string {
  const clock = (minutes: number) => `${pad2(Math.floor(minutes / 60))}:${pad2(minutes % 60)}`
  return `${clock(from)}-${clock(until)}`
}

/** `mon-fri`, `пн-сб`, `1,2,4`: kept as numbers, 1 = Monday. Throws UsageError. */
export function parseWorkDays(text: string): string {
  const bad = () => new UsageError((w) => w.setup.badDays({ text }))
  const dayOf = (word: string) => {
    const day = /^[1-7]$/.test(word) ? Number(word) : weekdayOfWord(word)
    if (day === undefined) throw bad()
    return day
  }
  const days = new Set<number>()
  for (const part of text.toLowerCase().split(/[\s,;]+/)) {
    const [first = '', last = first, more] = part.split(/[-–—]/)
    if (more !== undefined) throw bad()
    const until = dayOf(last)
    for (let day = dayOf(first); ; day = (day % 7) + 1) {
      days.add(day)
      if (day === until) break
    }
  }
  return [...days].sort((a, b) => a - b).join(',')
}

/** Above zero; a part of a day, or of a gap, too. Throws UsageError. */
export function parseAmountOfDays(text: string): string {
  const number = Number(text.replace(',', '.'))
  if (!/^\d{1,4}([.,]\d{1,3})?$/.test(text) || number <= 0)
    throw new UsageError((w) => w.setup.badNumber({ text }))
  return String(number)
}
