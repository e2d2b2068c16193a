import type { Mode } from '../../reports/funnel-rules.ts'

/** What each mode asks the store for. */
export const ASKS = {
  cohort: 'created',
  strict: 'created',
  visited: 'created',
  bitrix24: 'created',
  snapshot: 'current',
  events: 'entries',
} as const satisfies Record<Mode, string>
