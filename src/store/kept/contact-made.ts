import { NOT_DONE, UNANSWERED } from '../../domain/activity.ts'
import { isWorkTime } from '../../domain/time/work-hours.ts'
import type { Store } from '../store.ts'

/**
 * What a row of activities means to those who wait for us, as conditions of SQL. A side that is not known is ours: most
 * systems that write down what their people did do not say so. What did not happen is none of it. `off_hours` is set up by `prepareHours`.
 */
export interface Meaning {
  /** A contact was made: `silent` and "last contact" count from it. Who waits for us to call back was not spoken to. */
  made: string
  /** Somebody of ours tried, or was there when the client did. */
  attempt: string
  /** An attempt at which a contact was made. */
  reached: string
  /** The client waits until a later answer. */
  waits: { call: string; text: string }
  /** The client called, and we were there. */
  taken: string
  /** What answers a call that we missed, and what answers an e-mail or a message. */
  answers: { call: string; text: string }
}

export function meaningOf(row: string): Meaning {
  const isDone = doneSql(row)
  const call = `${row}.kind = 'call' and ${isDone}`
  const written = `${row}.kind in ('email', 'message') and ${isDone}`
  const held = heldSql(row)
  const inbound = `${row}.direction is 'in'`
  const outbound = `${row}.direction is not 'in'`
  const unanswered = `coalesce(${row}.outcome, '') in (${quoted(UNANSWERED)})`
  const offHours = `off_hours(${row}.at, ${row}.precision)`
  const outside = `(${row}.outcome is null or ${row}.outcome = 'no-answer') and ${offHours}`
  const missed = `(${call} and ${inbound} and (${row}.outcome is 'missed' or (${outside})))`
  const spoken = `${call} and not ${unanswered}`
  const taken = `(${spoken} and ${inbound} and not (${row}.outcome is null and ${offHours}))`
  const ours = `(${spoken} and ${outbound}) or ${taken} or (${held})`
  const answersCall = `(${call} and ${outbound}) or ${taken}`
  const answers = `${answersCall} or (${written} and ${outbound}) or (${held})`
  return {
    made: `((${written}) or ${ours})`,
    attempt: `(${answers})`,
    reached: `((${written} and ${outbound}) or ${ours})`,
    waits: { call: missed, text: `(${written} and ${inbound})` },
    taken,
    answers: { call: `(${answersCall})`, text: `(${answers})` },
  }
}

/** Of a row of activities: it happened; neither is it only planned nor did it fall through. */
export function doneSql(row: string): string {
  return `coalesce(${row}.outcome, '') not in (${quoted(NOT_DONE)})`
}

/** Of a row of activities: a meeting that was held. */
export function heldSql(row: string): string {
  return `${row}.kind = 'meeting' and ${doneSql(row)}`
}

function quoted(texts: readonly string[]): string {
  return texts.map((one) => `'${one}'`).join(', ')
}

/** Longer than any day lasts, ms. */
export const LONGEST_DAY = 26 * 3_600_000

/**
 * Of a row of activities and a deal that somebody entered by hand: it was on the day of the deal's creation, and before
 * it. What was said to its people then is what it came of: nobody waits for an answer.
 */
export function bornOfSql(row: string, createdAt: string): string {
  return `${row}.at >= ${createdAt} - ${LONGEST_DAY} and ${row}.at < ${createdAt} and same_day(${row}.at, ${createdAt})`
}

/**
 * Makes the functions of SQL that say whether a moment is outside working hours, which a day alone never is, and whether
 * two are of one local day.
 */
export function prepareHours({ db, settings, zone }: Store): void {
  const { workHours, workDays } = settings
  const hours = { ...workHours, days: workDays }
  db.raw.function('off_hours', (at: unknown, precision: unknown) =>
    precision === 0 && !isWorkTime(Number(at), hours, zone) ? 1 : 0,
  )
  db.raw.function('same_day', (one: unknown, other: unknown) =>
    zone.dateOf(Number(one)) === zone.dateOf(Number(other)) ? 1 : 0,
  )
}
