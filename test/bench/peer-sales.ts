import { LOST, STAGES, WON } from './deals.ts'
import { cohortSql, FURTHEST, medians, PRAGMAS, type Span } from './peer-funnel.ts'

/**
 * The facts of what the head of sales decides from, as somebody would ask for them by hand who knows the tables and
 * wants them fast: copies alone, deals alike counted once, medians out of sorted temporary tables, nothing of days
 * without an hour, presumed moments or days gone by. The first cell of a row says what it is.
 */

function within(column: string, span: Span | undefined): string {
  return span === undefined ? '' : `and ${column} >= ${span.from} and ${column} < ${span.until}`
}

const OURS = 'pipeline_id = 1 and removed = 0'

/** Of deals created in it. */
function created(span: Span | undefined): string {
  return `${OURS} ${within('created_at', span)}`
}

/** Of deals closed in it. By the index of closings each of all time would be sought for. */
function closed(span: Span | undefined): string {
  return span === undefined ? '+pipeline_id = 1 and removed = 0' : `${OURS} ${within('closed_at', span)}`
}

/** Stages with their percentiles, norms and open deals; cycles; what velocity is made of. */
export function durationsSql(span: Span | undefined): string {
  const rank = (share: number) =>
    `(select t from stays where rowid = first + cast((n * ${share} + 99) / 100 as int) - 1)`
  const norms = STAGES.map((_, k) => {
    const of = `from won_stays where stage_id = ${k + 1}`
    return `select ${k + 1} as st, (select total ${of} order by total desc limit 1 offset (select count(*) / 10 ${of})) as norm`
  })
  return `${PRAGMAS}
create temp table norms as ${norms.join(' union all ')};
create temp table stays as
  select v.stage_id as st, v.total as t from deal_state s cross join visits v on v.deal_id = s.deal_id
  where ${created(span)} and v.total is not null and v.stage_id < ${WON} order by 1, 2;
create temp table places as select st, min(stays.rowid) as first, count(*) as n, sum(t) as sum,
  sum(t > norm) as over from stays join norms using (st) group by 1;
select 'stage', st, n, (select avg(t) from stays where rowid in (first + (n - 1) / 2, first + n / 2)),
  ${rank(75)}, ${rank(90)}, sum * 1.0 / n, over from places;
select 'open', stage_id, count(*) from deal_state where ${created(span)} and outcome = 0 group by 2;
select 'deals', count(*) from deal_state where ${created(span)};
create temp table ends as select outcome as o, closed_at - created_at as t, amount
  from deal_state where outcome <> 0 and ${closed(span)} order by 1, 2;
create temp table ends_at as select o, min(rowid) as first, count(*) as n, sum(t) as sum, avg(amount) as amount
  from ends group by 1;
select 'end', o, n, (select avg(t) from ends where rowid in (first + (n - 1) / 2, first + n / 2)), sum * 1.0 / n from ends_at;
select 'amount', amount from ends_at where o = 1;
select 'worked', ${
    span === undefined
      ? `count(*) from deal_state where ${OURS}`
      : `(select count(*) from deal_state where outcome = 0 and pipeline_id = 1 and created_at < ${span.until})
  + (select count(*) from deal_state where ${OURS} and closed_at >= ${span.from} and created_at < ${span.until})`
  };`
}

/** Deals and amounts by reason, stage and manager, and how many were won. */
export function lossesSql(span: Span | undefined): string {
  return `${PRAGMAS}
create temp table lost as select lost_reason as r, manager_id as m, amount,
    (select v.stage_id from visits v where v.deal_id = s.deal_id and v.stage_id <> ${LOST} order by v.seq desc limit 1) as st
  from deal_state s where outcome = 2 and ${closed(span)};
select 'lost', coalesce(r, '(none)'), st, m, count(*), sum(amount) from lost group by 2, 3, 4;
select 'won', count(*) from deal_state where outcome = 1 and ${closed(span)};`
}

/** Of each manager: won, lost, open, medians of amount and cycle, and the funnel of deals created. */
export function teamSql(span: Span | undefined): string {
  const wins = (column: string) => `create temp table won_${column} as
  select m, 0 as st, ${column} as t from won order by 1, 3;
${medians(`won_${column}`, 'm', `'${column}', `)}
create temp table all_${column} as select 0 as st, t from won_${column} order by 2;
${medians(`all_${column}`, '0', `'${column}', `)}`
  return `${PRAGMAS}
create temp table won as select manager_id as m, amount, closed_at - created_at as span
  from deal_state where outcome = 1 and ${closed(span)};
select 'won', m, count(*), sum(amount) from won group by 2;
${wins('amount')}
${wins('span')}
select 'lost', manager_id, count(*), sum(amount) from deal_state where outcome = 2 and ${closed(span)} group by 2;
select 'open', manager_id, count(*), sum(amount) from deal_state where outcome = 0 and pipeline_id = 1 group by 2;
${furthestSql('created', 'manager_id', created(span))}`
}

/** How far the deals got, alike ones together: `label|group|row|entered|lost there|open there`. */
function furthestSql(label: string, group: string, which: string): string {
  const rows = JSON.stringify([...STAGES, 'Won'].map((_, k) => k))
  return `create temp table alike_${label} as
  select ${group} as g, outcome as o, visited & ${2 ** STAGES.length - 1} as visited, count(*) as n
  from deal_state where ${which} group by 1, 2, 3;
create temp table ${label} as select g, o, n, case when o = 1 then ${STAGES.length}${STAGES.map((_, k) => k)
    .reverse()
    .map((k) => (k === 0 ? ' else 0' : ` when visited >= ${2 ** k} then ${k}`))
    .join('')} end as k from alike_${label};
select '${label}', g, r.value, sum(n) filter (where k >= r.value), coalesce(sum(n) filter (where k = r.value and o = 2), 0),
  coalesce(sum(n) filter (where k = r.value and o = 0), 0) from ${label}, json_each('${rows}') r group by 2, 3;`
}

/** The funnel of the deals created in one period, and that of another as its deals stood at a moment. */
export function weakestSql(span: Span, before: Span, t: number, stage: number | null): string {
  const rows = JSON.stringify([...STAGES, 'Won'].map((_, k) => k))
  const reasons = `select 'reason', coalesce(lost_reason, '(none)'), count(*) from deal_state
    where ${created(span)} and outcome = 2 and visited & ${2 ** STAGES.length - 1} >= ${2 ** (stage ?? 0)}
      and visited & ${2 ** STAGES.length - 1} < ${2 ** ((stage ?? 0) + 1)} group by 2;`
  return `${PRAGMAS}
${furthestSql('created', '0', created(span))}
create temp table then_at as
  select d.deal_id, max(case when v.stage_id < ${WON} then v.stage_id - 1 else 0 end) as k,
    max(v.stage_id = ${WON} and (v.left_at is null or v.left_at >= ${t})) as won
  from deal_state d cross join visits v on v.deal_id = d.deal_id
  where v.entered_at < ${t} and pipeline_id = 1 and removed = 0 ${within('d.created_at', before)} group by 1;
select 'then', 0, r.value, count(*) filter (where won or k >= r.value) from then_at, json_each('${rows}') r group by 3;
${stage === null ? '' : reasons}`
}

/** Funnels by month of creation; how many deals were closed at which age, by day of creation and outcome. */
export function matureSql(since: string): string {
  const day = (column: string) => `${column} / 86400000`
  const months = `strftime('%Y-%m', d * 86400, 'unixepoch')`
  return `${PRAGMAS}
create temp table lives as select ${day('created_at')} as d, outcome as o, ${day('closed_at')} as c, visited & ${
    2 ** STAGES.length - 1
  } as visited, count(*) as n from deal_state where ${OURS} group by 1, 2, 3, 4;
create temp table ages as select d, c - d as age, o, sum(n) as n from lives group by 1, 2, 3;
select 'closed', sum(n), sum(n) filter (where o = 1) from ages where o > 0 and d + age >= ${Date.parse(since) / 86_400_000};
create temp table months as select ${months} as month, o, visited, sum(n) as n from lives group by 1, 2, 3;
select 'month', month, sum(n), coalesce(sum(n) filter (where o = 1), 0), coalesce(sum(n) filter (where o = 0), 0)
  from months group by 2;
select 'steps', month, r.value, sum(n) filter (where o = 1 or visited >= 1 << r.value)
  from months, json_each('${JSON.stringify(STAGES.map((_, k) => k))}') r group by 2, 3;`
}

/** The funnel with its medians, and how many Bitrix24 would see in each row, looking at where a deal is now. */
export function reconcileSql(span: Span): string {
  const rows = JSON.stringify([...STAGES, 'Won'].map((_, k) => k))
  return `${cohortSql(span, false)}
create temp table sides as select outcome as o, stage_id as st, ${FURTHEST} as k, count(*) as n
  from deal_state where ${created(span)} group by 1, 2, 3;
select 'both', r.value, sum(n) filter (where k >= r.value),
  sum(n) filter (where o = 1 or o = 0 and st > r.value), coalesce(sum(n) filter (where o = 2 and k >= r.value), 0)
  from sides, json_each('${rows}') r group by 2;`
}

/** Who bought in each month of a span and in which months after it; companies, for every deal has one. */
export function retentionSql({ from, until }: Span): string {
  return `${PRAGMAS}
create temp table buys as select company_id as c, cast(strftime('%Y', closed_at / 1000, 'unixepoch') as int) * 12
    + cast(strftime('%m', closed_at / 1000, 'unixepoch') as int) - 1 as m, min(closed_at) as at, count(*) as n
  from deal_state where +outcome = 1 and removed = 0 group by 1, 2;
create temp table months as select c, m, m = min(m) over (partition by c) as new from buys order by 1, 2;
create index temp.months_c on months(c, m);
select 'month', m, count(*), sum(new) from months where m >= ${monthOf(from)} and m < ${monthOf(until)} group by 2;
select 'again', a.m, b.m, count(*) from months a cross join months b on b.c = a.c and b.m > a.m
  where a.m >= ${monthOf(from)} and a.m < ${monthOf(until)} group by 2, 3;`
}

export function monthOf(at: number): number {
  const date = new Date(at)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** Of all contacts: who bought, and how long after they were made. */
export function lifecycleSql(): string {
  return `${PRAGMAS}
create temp table firsts as select dc.contact_id as c, min(s.closed_at) as at
  from deal_state s cross join deal_contacts dc on dc.deal_id = s.deal_id
  where +s.outcome = 1 and s.removed = 0 group by 1;
create temp table spans as select f.at - c.created_at as t from firsts f join contacts c on c.id = f.c
  where c.merged_into is null order by 1;
select 'contacts', count(*) from contacts where merged_into is null;
select 'customers', count(*), (select avg(t) from spans, (select count(*) as n from spans)
  where spans.rowid in ((n + 1) / 2, n / 2 + 1)) from spans;`
}

/** Plans of a month beside what was won in it. */
export function planSql({ from, until }: Span): string {
  return `${PRAGMAS}
select 'plan', p.manager_id, p.amount, (select sum(amount) from deal_state where pipeline_id = 1 and outcome = 1
    and closed_at >= ${from} and closed_at < ${until} and manager_id = p.manager_id and removed = 0)
  from plans p where metric = 'revenue' and from_on = '${new Date(from).toISOString().slice(0, 10)}';`
}

/**
 * What a forecast is learnt from: days spent in each stage and where deals went then, by the month they left; deals made
 * a day; what wins of each product brought; the deals open (of these sources, else all), with their stage, age and amount. No run of it.
 */
export function forecastSql(sources: readonly string[] = []): string {
  const ours = sources.length === 0 ? '' : `and source in (${sources.map((one) => `'${one}'`).join(', ')})`
  const day = (column: string) => `${column} / 86400000`
  return `${PRAGMAS}
create temp table moves as
  select v.stage_id as st, ${day('v.left_at')} - ${day('v.entered_at')} as age, ${day('v.left_at')} / 30 as month,
    n.stage_id as next, count(*) as n
  from visits v join visits n on n.deal_id = v.deal_id and n.seq = v.seq + 1 where v.stage_id < ${WON} group by 1, 2, 3, 4;
create temp table made as select ${day('created_at')} as d, count(*) as n from deal_state where ${OURS} group by 1;
create temp table worths as select product, manager_id, ${day('closed_at')} / 30 as month, count(*) as n,
    sum(amount) as a, sum(1.0 * amount * amount) as aa
  from deal_state not indexed where outcome = 1 and ${OURS} group by 1, 2, 3;
create temp table standing as select deal_id, stage_id, ${day('stage_at')} as since, amount, product, manager_id, expected_on
  from deal_state where outcome = 0 and pipeline_id = 1 and removed = 0 ${ours};
select 'learnt', (select sum(n) from worths), (select sum(n) from moves where next = ${LOST}), (select count(*) from standing);`
}
