import { NOT_DONE, UNANSWERED } from '../../domain/activity.ts'
import type { TodayItem } from '../../reports/today.ts'
import type { Store } from '../store.ts'

/** When somebody last talked, by T, with the people of an item's deal since what the item counts from; of deals alone. */
export function spokenSince({ db }: Store, items: readonly TodayItem[], now: number): Map<TodayItem, number> {
  const not = [...NOT_DONE, ...UNANSWERED].map((outcome) => `'${outcome}'`).join(', ')
  const last = db
    .prepare(
      `select max(a.at) from json_each(?) p cross join activities a on a.contact_id = p.value
        where a.at > ? and a.at <= ? and a.kind in ('call', 'meeting') and coalesce(a.outcome, '') not in (${not})`,
    )
    .pluck()
  const found = new Map<TodayItem, number>()
  for (const item of items) {
    if (item.of.what !== 'deal' || item.since === null) continue
    const { deal } = item.of.flags
    const at = last.get(JSON.stringify(deal.contacts), sinceOf(item), now)
    if (typeof at === 'number') found.set(item, at)
  }
  return found
}

/** A stuck deal is told how long it is silent, beside how long it has been where it is. */
function sinceOf({ of, since }: TodayItem): number {
  return of.what === 'deal' && of.flags.silent ? of.flags.silentSince : (since ?? 0)
}
