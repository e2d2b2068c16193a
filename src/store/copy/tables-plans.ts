import { BONUS_UNITS } from '../../domain/plan/bonus.ts'
import { METRICS } from '../../domain/plan/plan.ts'
import { bonusTiers, currency, day, flag, id, minor, moment, oneOf, text } from './codecs.ts'
import type { CopyTable } from './copy-table.ts'

/** Plans, the working calendar and rules of bonuses in a full copy. */
export const PLAN_COPIES: readonly CopyTable[] = [
  {
    name: 'plans',
    label: true,
    records: true,
    columns: {
      id,
      manager_id: id,
      department: text,
      from_on: day,
      until_on: day,
      metric: oneOf(METRICS),
      amount: minor,
      currency,
      known_at: moment,
    },
  },
  {
    name: 'bonuses',
    label: true,
    records: true,
    columns: {
      id,
      rule: id,
      name: text,
      manager_id: id,
      department: text,
      metric: oneOf(METRICS),
      per: oneOf(BONUS_UNITS),
      basis: oneOf(['share', 'amount']),
      marginal: flag,
      tiers: bonusTiers,
      currency,
      from_on: day,
      ended: flag,
      known_at: moment,
    },
  },
  { name: 'holidays', label: true, records: true, columns: { id, on_date: day, name: text, working: flag } },
]
