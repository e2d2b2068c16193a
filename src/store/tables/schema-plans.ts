import type { Generated } from 'kysely'

/** Plans, the working calendar and bonuses as Kysely sees them; labels all. */
export interface PlanSchema {
  plans: {
    id: Generated<number>
    manager_id: number | null
    department: string | null
    from_on: string
    until_on: string
    metric: string
    amount: number
    currency: string | null
    known_at: number
  }
  holidays: { id: Generated<number>; on_date: string; name: Generated<string>; working: Generated<number> }
  bonuses: {
    id: Generated<number>
    rule: number
    name: Generated<string>
    manager_id: number | null
    department: string | null
    metric: string
    per: string
    basis: string
    marginal: Generated<number>
    tiers: string
    currency: string | null
    from_on: string
    ended: Generated<number>
    known_at: number
  }
}
