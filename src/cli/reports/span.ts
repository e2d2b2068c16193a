import { boundsOf, parsePeriod } from '../../domain/time/period.ts'
import type { Store } from '../../store/store.ts'
import type { Context } from '../context.ts'

/** The moments of a period as typed, ms UTC, half-open: all of them without one. Throws UsageError. */
export function spanTyped(
  context: Context,
  store: Store,
  text: string | undefined,
): { from: number | null; until: number | null } {
  if (text === undefined) return { from: null, until: null }
  const { zone, settings } = store
  const today = zone.dateOf(context.now(zone))
  return boundsOf(parsePeriod(text, { today, weekStart: settings.weekStart }), zone)
}
