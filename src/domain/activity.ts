/** What was done: the words by which an activity is stored, and shown in JSON. */
export const ACTIVITY_KINDS = ['call', 'meeting', 'email', 'message', 'note'] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/** How it ended, beside any words of the user's own; a meeting that is still to be is `planned`. */
export const ACTIVITY_OUTCOMES = ['answered', 'no-answer', 'missed', 'planned'] as const

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
