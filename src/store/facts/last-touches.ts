import type { TodayItem } from '../../reports/today.ts'
import type { Store } from '../store.ts'

/** One of the last contacts with whom an item is about. */
export interface LastTouch {
  kind: string
  direction: string | null
  outcome: string | null
  at: number
  text: string | null
}

const MOST = 3

/** The last few, the latest first, as of T. */
export function lastTouches(
  { db }: Store,
  { contact, deal, company, phone }: TodayItem,
  now: number,
): LastTouch[] {
  const by =
    contact !== null
      ? 'contact_id = @contact'
      : deal !== null
        ? 'deal_id = @deal'
        : company !== null
          ? 'company_id = @company'
          : 'phone = @phone and contact_id is null'
  return db
    .prepare(
      `select kind, direction, outcome, at, text from activities
        where ${by} and at <= @now and outcome is not 'planned' order by at desc, id desc limit ${MOST}`,
    )
    .all({ contact, deal, company, phone, now }) as LastTouch[]
}
