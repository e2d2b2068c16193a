import { addDays, addMonths } from '../../domain/time/date.ts'
import { isBounded, parsePeriod } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import { meant } from '../line/aliases.ts'
import { earlier, type ReportRequest } from './request.ts'

/**
 * The same at another T, for a report of how things stand: `previous` is a month earlier, `last-year` a year, a period
 * its last day, or T's own where that is still to come. Throws UsageError for what is no period, and for all time.
 */
export function atAnotherMoment(request: ReportRequest, store: Store, text: string): ReportRequest {
  const asOf = dayMeant(request, store, text)
  return {
    ...request,
    asOf,
    horizon: { ...request.horizon, t: store.zone.endOfDay(asOf) },
    head: { ...request.head, asOf },
  }
}

function dayMeant({ asOf }: ReportRequest, { settings }: Store, text: string): string {
  const meaning = meant('compared', text, ['previous', 'last-year'] as const)
  if (meaning === 'previous') return addMonths(asOf, -1)
  if (meaning === 'last-year') return addMonths(asOf, -12)
  const period = parsePeriod(text, { today: asOf, weekStart: settings.weekStart })
  if (!isBounded(period)) throw new UsageError((w) => w.reports.compareAll)
  return earlier(asOf, addDays(period.until, -1))
}
