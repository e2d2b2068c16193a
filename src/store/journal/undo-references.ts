import { FIELD_KIND, KIND } from '../../domain/deal.ts'
import { bookTable } from '../naming/naming-people.ts'
import type { LabelTable } from '../tables/schema.ts'

/** Label rows that the operation @op inserted. */
function inserted(table: LabelTable): string {
  return `(select row_id, row_until from changes where op = @op and table_name = '${table}' and before is null)`
}

function among(table: LabelTable, id: string): string {
  return `exists(select 1 from ${inserted(table)} mine where ${id} between mine.row_id and mine.row_until)`
}

/** Deals in force that name such rows. The first condition spares the scan where the operation inserted none. */
function deals(table: LabelTable, id: string, list?: 'contacts' | 'fields'): string {
  const each = list === undefined ? '' : `, json_each(d.${list}) one`
  return `select d.op from deals d${each} where exists(select 1 from ${inserted(table)})
    and d.op <> @op and d.retracted = 0 and ${among(table, id)}`
}

function history(table: LabelTable, id: string, kind: string, list = ''): string {
  return `select h.op from history h${list} where exists(select 1 from ${inserted(table)})
    and h.op <> @op and h.retracted = 0 and h.kind ${kind} and h.value is not null and ${among(table, id)}`
}

/** Beginnings told anew hold every value that the deal had. */
function told(table: LabelTable, field: 'manager' | 'company' | 'stage'): string {
  return history(table, `h.value ->> '$.values.${field}'`, `= ${KIND.created}`)
}

function toldEach(field: 'contacts' | 'fields'): string {
  return `, json_each(case h.kind when ${KIND.created} then h.value end, '$.values.${field}') one`
}

/** Later operations in force that wrote label rows which now name such rows. */
function labels(table: LabelTable, by: LabelTable, id: string, list = ''): string {
  return `select later.op from ${by} t${list} join changes later on later.table_name = '${by}'
      and t.id between later.row_id and later.row_until and later.op > @op
    where exists(select 1 from ${inserted(table)}) and ${among(table, id)}
      and later.op in (select id from operations where id < @current and retracted_at is null and undoes is null)`
}

/**
 * Later operations in force that wrote activities or tasks which now name deals that the operation made. A task that a
 * rule made, and nobody worked on, goes with its deal.
 */
function aboutDeals(by: 'activities' | 'tasks'): string {
  const byRule =
    by === 'activities'
      ? ''
      : `and not (t.state = 'open' and t.postponed = 0
          and exists(select 1 from rule_firings f where f.task_id = t.id))`
  return `select later.op from ${by} t join deals d on d.id = t.deal_id and d.op = @op
      join changes later on later.table_name = '${by}'
        and t.id between later.row_id and later.row_until and later.op > @op
    where t.deal_id between @from and @until ${byRule}
      and later.op in (select id from operations where id < @current and retracted_at is null and undoes is null)`
}

const HANDED_TABLES = [
  ['contact', 'contacts'],
  ['company', 'companies'],
  ['task', 'tasks'],
  ['activity', 'activities'],
] as const satisfies readonly (readonly [string, LabelTable])[]

const FIELDS_OF_ROW = ', json_each(t.fields) one'

/**
 * SQL of the operations that built on label rows which @op inserted (and @current would take away): parts of a union,
 * each begun by `union all`. Wherever a table holds an id of a label row, it must be here.
 */
export const USERS_OF_INSERTED_LABELS = [
  deals('managers', 'd.manager_id'),
  deals('managers', 'd.actor_id'),
  deals('companies', 'd.company_id'),
  deals('stages', 'd.stage_id'),
  deals('contacts', 'one.value', 'contacts'),
  deals('fields', 'cast(one.key as integer)', 'fields'),
  history('managers', 'h.value', `= ${KIND.manager}`),
  history('managers', 'h.actor_id', '> 0'),
  history('companies', 'h.value', `= ${KIND.company}`),
  history('stages', 'h.value', `= ${KIND.stage}`),
  history('contacts', 'one.value', `= ${KIND.contacts}`, ', json_each(h.value) one'),
  told('managers', 'manager'),
  told('companies', 'company'),
  told('stages', 'stage'),
  history('contacts', 'one.value', `= ${KIND.created}`, toldEach('contacts')),
  history('fields', 'cast(one.key as integer)', `= ${KIND.created}`, toldEach('fields')),
  history('fields', `h.kind - ${FIELD_KIND}`, `> ${FIELD_KIND}`),
  labels('managers', 'contacts', 't.manager_id'),
  labels('managers', 'companies', 't.manager_id'),
  labels('managers', 'settings', "case t.key when 'me' then cast(t.value as integer) end"),
  labels('pipelines', 'settings', "case t.key when 'pipeline' then cast(t.value as integer) end"),
  labels('companies', 'contacts', 't.company_id'),
  ...(['activities', 'tasks'] as const).flatMap((by) => [
    labels('managers', by, 't.manager_id'),
    labels('contacts', by, 't.contact_id'),
    labels('companies', by, 't.company_id'),
    aboutDeals(by),
  ]),
  labels('managers', 'plans', 't.manager_id'),
  labels('managers', 'bonuses', 't.manager_id'),
  labels('managers', 'rules', 't.manager_id'),
  labels('stages', 'rules', 't.stage_id'),
  labels('stages', 'reference_funnels', 'one.value', ', json_each(t.stages) one'),
  labels('pipelines', 'reference_funnels', 't.pipeline_id'),
  labels('pipelines', 'rules', 't.pipeline_id'),
  labels('fields', 'rules', 't.field_id'),
  labels('fields', 'rules', 't.due_field_id'),
  labels('rules', 'rule_firings', 't.rule_id'),
  labels(
    'fields',
    'stages',
    'cast(substr(one.value, 7) as integer)',
    ", json_each(t.criteria) one on one.value like 'field:%'",
  ),
  labels('managers', 'handovers', 't.manager_id'),
  labels('tasks', 'handovers', 't.task_id'),
  labels('managers', 'handover_items', 't.manager_id'),
  labels('contacts', 'contacts', 't.referred_by'),
  labels('contacts', 'lifecycle', 't.contact_id'),
  labels('managers', 'lifecycle', 't.manager_id'),
  labels('contacts', 'wants', 't.contact_id'),
  labels('managers', 'wants', 't.manager_id'),
  labels('tasks', 'wants', 't.task_id'),
  labels('contacts', 'reactivations', 't.contact_id'),
  labels('companies', 'reactivations', 't.company_id'),
  labels('tasks', 'reactivations', 't.task_id'),
  ...HANDED_TABLES.map(([entity, table]) =>
    labels(table, 'handover_items', `case t.entity when '${entity}' then t.record_id end`),
  ),
  ...(['contact', 'company'] as const).flatMap((entity) =>
    ['one_id', 'other_id'].map((id) =>
      labels(bookTable(entity), 'apart', `case t.entity when '${entity}' then t.${id} end`),
    ),
  ),
  labels('fields', 'contacts', 'cast(one.key as integer)', FIELDS_OF_ROW),
  labels('fields', 'companies', 'cast(one.key as integer)', FIELDS_OF_ROW),
]
  .map((part) => `union all ${part}`)
  .join('\n')
