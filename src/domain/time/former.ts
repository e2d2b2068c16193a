import { splitWhen } from './split-when.ts'
import type { WhenContext } from './when.ts'

const MOVED = /(?<=^|\s)(?:с|со|з|із|зі|from) (\S+(?: \S+)?) (?=(?:на|до|to) \S)/iu

/** `на 16:00` is a moment as `16:00` is. */
const TO_CLOCK = /(?<=\s)(?:на|to) (?=\d{1,2}:\d\d(?:$|\s))/iu

/** `замер с 14:30 на 16:00`, `зі середи на п'ятницю`: without when it was to be before. */
export function withoutFormer(text: string, how: WhenContext): string {
  const [lead = '', before = ''] = MOVED.exec(text) ?? []
  const { when, text: rest } = splitWhen(before, how)
  const isWhen = (when !== null && rest === '') || /^\d{1,2}$/.test(before)
  return (lead !== '' && isWhen ? text.replace(lead, '') : text).replace(TO_CLOCK, '')
}

/** `приедет в 12`: an hour and no day, so that the day depends on how late it is. */
export function isHourAlone(text: string, how: WhenContext): boolean {
  const today = how.zone.dateOf(how.now)
  const [first, last] = [how.zone.startOfDay(today), how.zone.endOfDay(today) - 1].map(
    (now) => splitWhen(text, { ...how, now, known: new Map() }).when,
  )
  return (first?.time ?? null) !== null && first?.time === last?.time && first?.date !== last?.date
}
