import { STAGES } from './deals.ts'

/** Both bounds in ms UTC, half-open; the whole history without them. */
export interface Span {
  from: number
  until: number
}

export const PRAGMAS = 'pragma temp_store = memory;\npragma cache_size = -64000;\n'
const ROWS = JSON.stringify([...STAGES, 'Won'].map((_, k) => k))

/** The furthest row of a deal: its highest bit, or Won. The stages of the made workspace stand in the order of bits. */
export const FURTHEST = `case when outcome = 1 then ${STAGES.length}${STAGES.map((_, k) => k)
  .reverse()
  .map((k) => (k === 0 ? ' else 0' : ` when visited >= ${2 ** k} then ${k}`))
  .join('')} end`

function created(span: Span | undefined): string {
  const within = span === undefined ? '' : ` and created_at >= ${span.from} and created_at < ${span.until}`
  return `pipeline_id = 1 and removed = 0${within}`
}

/**
 * A cohort funnel as somebody would write it by hand who knows the tables and wants it fast: deals alike counted once,
 * medians out of sorted temporary tables. Prints `group|row|entered|lost|open|amount` and `group|stage|median ms`; the
 * whole is group 0.
 */
export function cohortSql(span: Span | undefined, byManager: boolean): string {
  const manager = byManager ? 'manager_id' : '0'
  const whole = byManager
    ? `create temp table whole as select st, t from stays order by 1, 2;
${medians('whole', '0')}`
    : ''
  return `${PRAGMAS}create temp table alike as
  select ${manager} as m, outcome as o, ${FURTHEST} as k, count(*) as n, sum(amount) as a
  from deal_state where ${created(span)} group by 1, 2, 3;
create temp table rows as
  select m, r.value as k, sum(n) filter (where k >= r.value) as entered,
    sum(n) filter (where k = r.value and o = 2) as lost, sum(n) filter (where k = r.value and o = 0) as open,
    sum(a) filter (where k >= r.value) as amount
  from alike, json_each('${ROWS}') r group by 1, 2;
select m, k, entered, coalesce(lost, 0), coalesce(open, 0), amount from rows;
${byManager ? 'select 0, k, sum(entered), sum(coalesce(lost, 0)), sum(coalesce(open, 0)), sum(amount) from rows group by 2;' : ''}
create temp table stays as
  select s.${manager === '0' ? 'deal_id * 0' : manager} as m, v.stage_id as st, v.total as t
  from deal_state s cross join visits v on v.deal_id = s.deal_id
  where v.total is not null and s.${created(span).replaceAll(' and ', ' and s.')} order by 1, 2, 3;
${medians('stays', 'm')}
${whole}`
}

export function medians(table: string, group: string, label = ''): string {
  return `create temp table ${table}_at as
  select ${group} as m, st, min(rowid) as first, count(*) as n from ${table} group by 1, 2;
select ${label}m, st, (select avg(t) from ${table} where rowid in (first + (n - 1) / 2, first + n / 2)) from ${table}_at;`
}

/** Deals that moved into a stage in the period: `stage|deals|amount`. */
export function eventsSql({ from, until }: Span): string {
  return `${PRAGMAS}select v.stage_id, count(*), sum(s.amount) from (
    select distinct stage_id, deal_id from visits where entered_at >= ${from} and entered_at < ${until}
      and stage_id in (select id from stages where pipeline_id = 1)) v
  join deal_state s using(deal_id) where removed = 0 group by 1;`
}

/** Open deals by stage and those won in the period: `stage|deals|amount`; medians of all closed in it, too. */
export function snapshotSql({ from, until }: Span): string {
  const closed = `pipeline_id = 1 and closed_at >= ${from} and closed_at < ${until} and removed = 0`
  const open = 'pipeline_id = 1 and outcome = 0 and removed = 0'
  return `${PRAGMAS}select stage_id, count(*), sum(amount) from deal_state where ${open} group by 1;
select stage_id, count(*), sum(amount) from deal_state where ${closed} and outcome = 1 group by 1;
create temp table stays as
  select 0 as m, v.stage_id as st, v.total as t
  from (select deal_id from deal_state where ${open} union all select deal_id from deal_state where ${closed}) s
    cross join visits v on v.deal_id = s.deal_id
  where v.total is not null order by 1, 2, 3;
${medians('stays', 'm', "'median', ")}`
}
