import type { Generated } from 'kysely'

/** The tables of rules as Kysely sees them; see `rule-tables.ts`. */
export interface RuleSchema {
  rules: {
    id: Generated<number>
    name: string
    stage_id: number
    trigger: string
    days: number | null
    action: string
    state: Generated<string>
    since_at: number
    text: Generated<string>
    manager_id: number | null
    due: string | null
    due_field_id: number | null
    lang: string
    priority: Generated<string>
    field: string | null
    field_id: number | null
    pipeline_id: number | null
    with_amount: Generated<number>
    output: string | null
    target: string | null
    allowed: Generated<number>
  }
  rule_firings: {
    id: Generated<number>
    rule_id: number
    deal_id: number
    nth: number
    event_at: number
    precision: number
    fired_at: number
    state: string
    task_id: number | null
    opened_id: number | null
    problem: string | null
  }
  rule_waits: { rule_id: number; deal_id: number; nth: number; event_at: number; precision: number }
  rule_outbox: {
    id: Generated<number>
    firing_id: number
    rule_id: number
    deal_id: number
    nth: number
    output: string
    target: string | null
    text: string
    state: Generated<string>
    made_at: number
    started_at: number | null
    ended_at: number | null
    problem: string | null
  }
}
