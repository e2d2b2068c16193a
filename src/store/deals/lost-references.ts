import { KIND } from '../../domain/deal.ts'
import type { Database } from '../database.ts'

/**
 * Rows in force that name what is not there, as a person can look them up. Truth tables name label rows without foreign
 * keys: an undone import may have taken those with it. One pass over a table tells whether there is `any`; only then
 * `each` kind of reference is looked into.
 */
export function lostReferences(db: Database): string[] {
  const texts = (sql: string) => db.prepare(sql).pluck().all() as string[]
  return REFERENCES.flatMap(({ any, each }) => (texts(any).length === 0 ? [] : each.flatMap(texts)))
}

const APART = [
  ['contact', 'contacts'],
  ['company', 'companies'],
]
  .map(
    ([entity, table]) =>
      `select 'apart ' || id from apart where entity = '${entity}'
        and not (one_id in (select id from ${table}) and other_id in (select id from ${table}))`,
  )
  .join(' union all ')

/** Records merged into one another in a circle live on in nobody, and whoever looked for the one would look for ever. */
const CIRCLES = ['managers', 'companies', 'contacts']
  .map(
    (table) => `select '${table} ' || start from (
      with recursive way(start, at) as (
        select id, merged_into from ${table} where merged_into is not null
        union select way.start, t.merged_into from way join ${table} t on t.id = way.at
          where t.merged_into is not null)
      select distinct start from way where start not in (
        select way.start from way join ${table} t on t.id = way.at where t.merged_into is null))`,
  )
  .join(' union all ')

/** Deals that are named by what is done about them; the other names are foreign keys. */
const ABOUT_DEALS = ['activities', 'tasks']
  .map(
    (table) => `select '${table} ' || id from ${table}
      where deal_id is not null and deal_id not in (select id from deals where retracted = 0)`,
  )
  .join(' union all ')

/** People of deals stand in lists. */
const CONTACTS = [
  ['deals', 'id', 'contacts', 'true'],
  ['history', 'deal_id', 'value', `kind = ${KIND.contacts}`],
].map(
  ([table, deal, list, condition]) => `select 'd' || t.${deal} from ${table} t, json_each(t.${list}) j
    where t.retracted = 0 and ${condition} and t.${list} <> '[]' and j.value not in (select id from contacts)`,
)

/** Funnels to compare with name stages in lists. */
const REFERENCE_STAGES = `select 'reference ' || r.name from reference_funnels r, json_each(r.stages) j
  where j.value not in (select id from stages where pipeline_id = r.pipeline_id)`

const REFERENCES = [
  named('deals', 'id', [
    ['stage_id', 'stages'],
    ['manager_id', 'managers'],
    ['actor_id', 'managers'],
    ['company_id', 'companies'],
  ]),
  named('history', 'deal_id', [
    [valueOfKind(KIND.stage), 'stages'],
    [valueOfKind(KIND.manager), 'managers'],
    [valueOfKind(KIND.company), 'companies'],
    ['actor_id', 'managers'],
    ['deal_id', 'deals'],
  ]),
  ...CONTACTS.map((lost) => ({ any: `${lost} limit 1`, each: [lost] })),
  { any: APART, each: [APART] },
  { any: REFERENCE_STAGES, each: [REFERENCE_STAGES] },
  { any: CIRCLES, each: [CIRCLES] },
  { any: ABOUT_DEALS, each: [ABOUT_DEALS] },
]

function valueOfKind(kind: number): string {
  return `(case kind when ${kind} then value end)`
}

function named(table: string, deal: string, references: readonly (readonly [string, string])[]) {
  // Nothing at all is "not in" an empty table.
  const lost = references.map(
    ([what, there]) => `(${what} is not null and ${what} not in (select id from ${there}))`,
  )
  const rows = `select 'd' || ${deal} from ${table} where retracted = 0`
  return {
    any: `${rows} and (${lost.join(' or ')}) limit 1`,
    each: lost.map((condition) => `${rows} and ${condition}`),
  }
}
