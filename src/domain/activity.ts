/** What was done: the words by which an activity is stored, and shown in JSON. */
export const ACTIVITY_KINDS = ['call', 'meeting', 'email', 'message', 'note'] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/** Whose initiative it was: the client's is `in`. */
export const DIRECTIONS = ['in', 'out'] as const
export type Direction = (typeof DIRECTIONS)[number]

/**
 * Outcomes that reports know; any other text is kept as it is. A call in that nobody took is `missed`, a call out that
 * nobody took is `no-answer`; `planned` and `held` are of meetings.
 */
export const ACTIVITY_OUTCOMES = ['answered', 'no-answer', 'missed', 'planned', 'held'] as const
