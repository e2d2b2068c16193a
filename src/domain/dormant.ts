import { addDays, dayNumber, type IsoDate } from './time/date.ts'
import { DAY, type Instant, type Zone } from './time/zone.ts'

export interface Buyer {
  wins: number
  lastWinAt: Instant
  /** Of three wins or more: the median of the spans between one and the next, ms. */
  medianGap: number | null
}

/** A won deal. Minor units of its currency; null where nobody said. */
export interface Win {
  id: number
  at: number
  amount: number | null
  currency: string
  manager: number | null
}

export interface DormantAfter {
  /** Days since the last win, of customers of one or two. */
  dormantAfter: number
  /** Times the customer's own median gap, of three wins or more. */
  dormantFactor: number
}

/** The first local day on which a customer is dormant: calendar days since the last win exceed the limit. */
export function dormantOn(
  { lastWinAt, medianGap }: Buyer,
  { dormantAfter, dormantFactor }: DormantAfter,
  zone: Zone,
): IsoDate {
  const limit = medianGap === null ? dormantAfter : (dormantFactor * medianGap) / DAY
  return addDays(zone.dateOf(lastWinAt), Math.floor(limit) + 1)
}

/** Calendar days of the zone from a moment to now. */
export function daysSince(at: Instant, now: Instant, zone: Zone): number {
  return dayNumber(zone.dateOf(now)) - dayNumber(zone.dateOf(at))
}
