/** What was done: the words by which an activity is stored, and shown in JSON. */
export const ACTIVITY_KINDS = ['call', 'meeting', 'email', 'message', 'note'] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/** What is still to be, mostly a meeting: nothing was done yet. */
export const PLANNED = 'planned'
/** A meeting that took place. */
export const HELD = 'held'
/** A meeting that was to be and did not take place. */
export const NOT_HELD = 'not-held'
/** What did not happen: it counts nowhere as done, and is no contact. */
export const NOT_DONE: readonly string[] = [PLANNED, NOT_HELD]
/** How it ended, beside any words of the user's own. */
export const ACTIVITY_OUTCOMES = ['answered', 'no-answer', 'missed', PLANNED, HELD, NOT_HELD] as const
/** Of a call: they were not there, or we were not. */
export const UNANSWERED: readonly string[] = ['no-answer', 'missed']

/** Whose initiative it was: the client's is `in`. */
export const DIRECTIONS = ['in', 'out'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** What of activities and tasks is counted. */
export const ACTIVITY_METRICS = [
  'callsIn',
  'callsOut',
  'noAnswer',
  'missed',
  'meetings',
  'emailsIn',
  'emailsOut',
  'messages',
  'notes',
  'tasksAdded',
  'tasksDone',
  'tasksOverdue',
  'tasksPostponed',
] as const
export type ActivityMetric = (typeof ACTIVITY_METRICS)[number]

const MEETING =
  /^(?:встреча|встречу|встретиться|встретимся|встречаемся|зустріч|зустрітис[яь]|зустрінемос[яь]|зустрічаємос[яь]|meeting(?=$|[,:]|\s+(?:with|at|in|on|about)\s)|meet)(?:[\s,:–—-]+|$)/iu

/** What is left of `встреча с директором`, `meet at their office`; null where the first word says no meeting. */
export function restOfMeeting(text: string): string | null {
  return MEETING.test(text) ? text.replace(MEETING, '') : null
}
