import { NOT_DONE, UNANSWERED } from '../../domain/activity.ts'
import type { TodayItem } from '../../reports/today.ts'
import type { Store } from '../store.ts'

/**
 * When somebody last talked, by T, with the people of an item's deal since what the item counts from; null where nobody
 * did, and of what is no deal.
 */
export function spokenSince({ db }: Store, item: TodayItem, now: number): number | null {
  if (item.of.what !== 'deal' || item.since === null) return null
  const not = [...NOT_DONE, ...UNANSWERED].map((outcome) => `'${outcome}'`).join(', ')
  return db
    .prepare(
      `select max(a.at) from json_each(?) p cross join activities a on a.contact_id = p.value
        where a.at > ? and a.at <= ? and a.kind in ('call', 'meeting') and coalesce(a.outcome, '') not in (${not})`,
    )
    .pluck()
    .get(JSON.stringify(item.of.flags.deal.contacts), sinceOf(item), now) as number | null
}

/** A stuck deal is told how long it is silent, beside how long it has been where it is. */
function sinceOf({ of, since }: TodayItem): number {
  return of.what === 'deal' && of.flags.silent ? of.flags.silentSince : (since ?? 0)
}
