import type { Generated } from 'kysely'
import type { PeopleSchema } from './schema-people.ts'
import type { PlanSchema } from './schema-plans.ts'
import type { ReportSchema } from './schema-reports.ts'
import type { RuleSchema } from './schema-rules.ts'

/** Tables as Kysely sees them; a test holds this against the file that the migrations make. */
export interface Schema extends RuleSchema, PeopleSchema, PlanSchema, ReportSchema {
  settings: { id: Generated<number>; key: string; value: string }
  operations: {
    id: Generated<number>
    at: number
    command: string
    summary: Generated<string>
    undoes: number | null
    retracted_at: number | null
    retracted_by: number | null
    deals_from: number | null
    deals_until: number | null
    history_from: number | null
    history_until: number | null
    earliest_at: number | null
  }
  changes: {
    op: number
    seq: number
    table_name: string
    row_id: number
    row_until: number
    before: string | null
    after: string | null
  }
  managers: {
    id: Generated<number>
    name: string
    folded: string
    email: string | null
    department: string | null
    aliases: Generated<string>
    active: Generated<number>
    merged_into: number | null
  }
  pipelines: {
    id: Generated<number>
    name: string
    folded: string
    aliases: Generated<string>
  }
  stages: {
    id: Generated<number>
    pipeline_id: number
    kind: number
    bit: number
    name: string
    folded: string
    aliases: Generated<string>
    probability: number | null
    norm_days: number | null
    invoice: Generated<number>
    criteria: Generated<string>
    strict: Generated<number>
  }
  pipeline_versions: { id: Generated<number>; pipeline_id: number; from_at: number; stages: string }
  fields: {
    id: Generated<number>
    entity: string
    name: string
    folded: string
    type: string
    choices: Generated<string>
  }
  fx_rates: { id: Generated<number>; on_date: string; currency: string; rate: string }
  profiles: { id: Generated<number>; name: string; settings: string }
  companies: {
    id: Generated<number>
    name: string
    folded: string
    phone: string | null
    email: string | null
    website: string | null
    note: string | null
    manager_id: number | null
    fields: Generated<string>
    external_system: string | null
    external_id: string | null
    created_at: number
    created_precision: number
    said: string | null
    merged_into: number | null
  }
  contacts: {
    id: Generated<number>
    name: string
    folded: string
    position: string | null
    phones: Generated<string>
    emails: Generated<string>
    company_id: number | null
    manager_id: number | null
    source: string | null
    note: string | null
    birthday: string | null
    tags: Generated<string>
    fields: Generated<string>
    external_system: string | null
    external_id: string | null
    created_at: number
    created_precision: number
    said: string | null
    merged_into: number | null
    /** Whoever had to be forgotten: a row without anything of them. */
    erased: Generated<number>
    referred_by: number | null
  }
  apart: { id: Generated<number>; entity: string; one_id: number; other_id: number }
  contact_keys: { kind: number; key: string; contact_id: number }
  activities: {
    id: Generated<number>
    kind: string
    direction: string | null
    outcome: string | null
    at: number
    precision: number
    duration: number | null
    manager_id: number | null
    contact_id: number | null
    company_id: number | null
    deal_id: number | null
    text: string | null
    place: string | null
    phone: string | null
    external_system: string | null
    external_id: string | null
    said: string | null
  }
  tasks: {
    id: Generated<number>
    text: string
    manager_id: number | null
    contact_id: number | null
    company_id: number | null
    deal_id: number | null
    due_at: number | null
    due_precision: number | null
    priority: Generated<string>
    state: Generated<string>
    done_at: number | null
    done_precision: number | null
    result: string | null
    recurrence: string | null
    postponed: Generated<number>
    created_at: number
    created_precision: number
    external_system: string | null
    external_id: string | null
    said: string | null
  }
  deals: {
    id: Generated<number>
    op: number
    recorded_at: number | null
    retracted: Generated<number>
    superseded_by: Generated<number | null>
    origin: number
    actor_id: number | null
    created_at: number
    created_precision: number
    synthetic: number
    stage_synthetic: number
    stage_seen: number
    amount_synthetic: number
    title: string
    stage_id: number
    manager_id: number | null
    company_id: number | null
    amount: number | null
    cost: number | null
    currency: string
    source: string | null
    product: string | null
    expected_on: string | null
    contacts: string
    tags: string
    fields: string
    note: string | null
    external_system: string | null
    external_id: string | null
  }
  history: {
    id: Generated<number>
    deal_id: number
    op: number
    recorded_at: number | null
    retracted: Generated<number>
    superseded_by: Generated<number | null>
    kind: number
    value: string | number | null
    reason: string | null
    at: number
    precision: number
    actor_id: number | null
    origin: number
    synthetic: number
  }
  deal_state: {
    deal_id: number
    pipeline_id: number
    stage_id: number
    outcome: number
    removed: number
    visited: number
    created_at: number
    stage_at: number
    closed_at: number | null
    span: number | null
    last_at: number
    /** Sum of `PRESUMED`. */
    presumed: number
    edited: number
    manager_id: number | null
    company_id: number | null
    amount: number | null
    cost: number | null
    currency: string
    source: string | null
    product: string | null
    expected_on: string | null
    lost_reason: string | null
    title: string
    folded: string
    tags: string
    fields: string
    external_system: string | null
    external_id: string | null
  }
  visits: {
    deal_id: number
    seq: number
    stage_id: number
    entered_at: number
    left_at: number | null
    precision: number
    actor_id: number | null
    synthetic: number
    total: number | null
  }
  deal_contacts: { deal_id: number; contact_id: number }
  inquiries: {
    activity_id: number
    party: string
    at: number
    answered_at: number | null
    answered_by: number | null
  }
  contacted: {
    whose: string
    made_at: number | null
    attempted_at: number | null
    reached_at: number | null
  }
  stage_stays: { stage_id: number; deals: number; total: number; won: number }
  won_stays: { deal_id: number; stage_id: number; total: number }
  customers: { customer: string; wins: number; last_win_at: number; median_gap: number | null }
  stale: { kind: string; key: string }
  search_state: { id: Generated<number>; upto: number }
}

/** Tables whose rows are edited in place and journaled. */
export type LabelTable =
  | 'settings'
  | 'managers'
  | 'pipelines'
  | 'stages'
  | 'pipeline_versions'
  | 'fields'
  | 'fx_rates'
  | 'profiles'
  | 'dashboards'
  | 'saved_filters'
  | 'reference_funnels'
  | 'companies'
  | 'contacts'
  | 'apart'
  | 'activities'
  | 'tasks'
  | 'rules'
  | 'rule_firings'
  | keyof PlanSchema
  | Exclude<keyof PeopleSchema, 'backups' | 'remnants'>
