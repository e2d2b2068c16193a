/** Noon of the day after the data, UTC: what both sides take for the moment of the import. */
export const IMPORT_DAY = '2027-01-01'
const NOW = Date.UTC(2027, 0, 1, 12)

/** The tables that an import fills, and so those in which both must hold the same. */
export const FILLED = ['managers', 'companies', 'deals', 'history', 'deal_state', 'visits']

/**
 * What `voronka import deals` does with the made file, written for the `sqlite3` shell: staging by `.import`, then the
 * same rows by sets, indexes built after. Runs on an empty workspace, whose indexes it is given.
 */
export function importSql(csv: string, indexes: readonly { name: string; sql: string }[]): string {
  return `.bail on
pragma temp_store = file;
pragma synchronous = normal;
pragma cache_size = -32000;
create temp table staging(id, title, stage, manager, company, amount, created, closed, source);
.import --csv --skip 1 ${csv} staging
begin immediate;
${indexes.map(({ name }) => `drop index ${name};`).join('\n')}
insert into operations(at, command) values (${NOW}, 'import');
insert into managers(name, folded, aliases)
  select manager, lower(manager), json_array(manager) from staging group by manager order by min(rowid);
insert into companies(name, folded, created_at, created_precision, said)
  select company, lower(company), ${NOW}, 0, json_object('name', company) from staging group by company order by min(rowid);
create temp table company(name primary key, id) without rowid;
insert into company select name, id from companies;
create temp table manager(name primary key, id) without rowid;
insert into manager select name, id from managers;
create temp table made(id integer primary key, title, stage, kind, bit, manager, company, amount, source, external,
  created, at, presumed);
insert into made
  select s.rowid, s.title, st.id, st.kind, st.bit, m.id, c.id, cast(round(s.amount * 100) as integer), s.source, s.id,
    unixepoch(s.created) * 1000, unixepoch(case when s.closed = '' then s.created else s.closed end) * 1000,
    s.closed = ''
  from staging s cross join stages st on st.name = s.stage cross join manager m on m.name = s.manager
    cross join company c on c.name = s.company;
insert into deals(id, op, origin, created_at, created_precision, stage_synthetic, stage_seen, amount_synthetic, title, stage_id,
    manager_id, company_id, amount, currency, source, external_system, external_id)
  select id, 2, 1, created, 0, 1, stage = 1, 1, title, 1, manager, company, amount, 'USD', source, 'file', external from made;
insert into history(deal_id, op, kind, value, at, precision, origin, synthetic)
  select id, 2, 1, stage, at, 0, 1, presumed from made where stage > 1;
insert into deal_state(deal_id, pipeline_id, stage_id, outcome, visited, created_at, stage_at, closed_at, span, last_at,
    presumed, edited, manager_id, company_id, amount, currency, source, title, folded, tags, fields,
    external_system, external_id)
  select id, 1, stage, kind, case when kind = 0 then 1 | (1 << bit) else 1 end, created, at,
    case when kind > 0 then at end, case when kind > 0 and not presumed then at - created end, at,
    case when kind = 2 then 5 when presumed and stage > 1 then 3 else 1 end, 0, manager, company, amount, 'USD', source, title, lower(title), '[]', '{}',
    'file', external from made;
insert into visits(deal_id, seq, stage_id, entered_at, left_at, precision, actor_id, synthetic)
  select id, seq, case seq when 0 then 1 else stage end, case seq when 0 then created else at end,
    case when seq = 0 and stage > 1 then at end, 0, manager, seq = 0 or presumed
  from made cross join (select 0 as seq union all select 1) where seq = 0 or stage > 1;
${indexes.map(({ sql }) => `${sql};`).join('\n')}
commit;
pragma wal_checkpoint(truncate);
`
}
