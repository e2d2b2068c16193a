/**
 * Part of the first migration: what the working day is read from, kept ready on write. Copies all, made from activities
 * and from the copies of deals; `voronka doctor` proves that they agree.
 *
 * `inquiries`: each time a client turned to us, an activity each. `party` is who: `c5` a contact, else `d17` a deal,
 * else `o3` a company, else the phone number, else `a9`, the activity itself. `answered_at` is when it was answered, by
 * which activity; null while it waits (see `inquiries.ts`, where it is defined). An inbound call that was taken is
 * answered by itself. So at T those wait that have `at <= T` and `answered_at` null or above T.
 *
 * `contacted`: the last contact made, the last attempt at one, and the last that was both. `whose` are the activities: `d17` those that name the
 * deal, `c5` those that name the person and no deal, `o3` those that name the company and neither.
 *
 * `won_stays`: ms that deals won by now spent in a stage in all, where that is known.
 *
 * `stage_stays`: of each stage, how many deals have left it for good and their ms in all; how many of those won now had
 * been there. Triggers count; where a load drops them, `recountStageStays` does.
 *
 * `customers`: `o3` the company (the survivor of merged ones) of deals that are won now, `c5` a contact of those without a
 * company; how many, the last of them, and from three on the median of the spans between one and the next, ms.
 *
 * `stale` is filled by triggers while an operation runs, and empty after it: what the operation took out of the tables,
 * so that the rows made from it are made anew.
 */
export const DAY_TABLES = `create table inquiries(
  activity_id integer primary key,
  party text not null,
  at integer not null,
  answered_at integer,
  answered_by integer
) strict;
create index inquiries_waiting on inquiries(answered_at, at);

create table contacted(
  whose text primary key,
  made_at integer,
  attempted_at integer,
  reached_at integer
) strict, without rowid;

create table won_stays(
  deal_id integer not null,
  stage_id integer not null,
  total integer not null,
  primary key(deal_id, stage_id)
) strict, without rowid;
create index won_stays_stage on won_stays(stage_id, total);

create table stage_stays(
  stage_id integer primary key,
  deals integer not null,
  total integer not null,
  won integer not null
) strict;

create table customers(
  customer text primary key,
  wins integer not null,
  last_win_at integer not null,
  median_gap integer
) strict, without rowid;
create index customers_last on customers(last_win_at);
create index customers_often on customers(median_gap) where median_gap is not null;

create table stale(
  kind text not null check(kind in ('party', 'whose', 'customer', 'hours')),
  key text not null,
  primary key(kind, key)
) strict, without rowid;

${['delete', 'update of kind, direction, outcome, at, precision, contact_id, company_id, deal_id, phone']
  .map(
    (event) => `create trigger activities_stale_on_${event.slice(0, 6)} after ${event} on activities begin
  delete from inquiries where activity_id = old.id;
  insert or ignore into stale(kind, key) values ('party', ${partySql('old')});
  insert or ignore into stale(kind, key) select 'whose', ${whoseSql('old')} where ${whoseSql('old')} is not null;
end;`,
  )
  .join('\n')}
create trigger stages_counted after insert on stages begin
  insert into stage_stays(stage_id, deals, total, won) values (new.id, 0, 0, 0);
end;
create trigger stages_uncounted after delete on stages begin
  delete from stage_stays where stage_id = old.id;
end;
create trigger visits_counted after insert on visits when new.total is not null begin
  update stage_stays set deals = deals + 1, total = total + new.total where stage_id = new.stage_id;
end;
create trigger visits_uncounted after delete on visits when old.total is not null begin
  update stage_stays set deals = deals - 1, total = total - old.total where stage_id = old.stage_id;
end;
create trigger visits_recounted after update on visits
  when old.total is not new.total or old.stage_id is not new.stage_id begin
  update stage_stays set deals = deals - 1, total = total - old.total
    where stage_id = old.stage_id and old.total is not null;
  update stage_stays set deals = deals + 1, total = total + new.total
    where stage_id = new.stage_id and new.total is not null;
end;
create trigger won_stays_counted after insert on won_stays begin
  update stage_stays set won = won + 1 where stage_id = new.stage_id;
end;
create trigger won_stays_uncounted after delete on won_stays begin
  update stage_stays set won = won - 1 where stage_id = old.stage_id;
end;
create trigger deal_state_stale after delete on deal_state when old.outcome = 1 begin
  delete from won_stays where deal_id = old.deal_id;
  insert or ignore into stale(kind, key) select 'customer', customer from customers
    where customer = 'o' || (with recursive way(id) as (
      select old.company_id union select c.merged_into from way join companies c on c.id = way.id
        where c.merged_into is not null)
      select way.id from way join companies c on c.id = way.id and c.merged_into is null);
end;
create trigger deal_contacts_stale after delete on deal_contacts
  when exists(select 1 from customers where customer = 'c' || old.contact_id) begin
  insert or ignore into stale(kind, key) values ('customer', 'c' || old.contact_id);
end;
create trigger companies_stale after update of merged_into on companies when old.merged_into is not new.merged_into begin
  insert or ignore into stale(kind, key) select 'customer', 'o' || id from companies
    where id in (old.id, old.merged_into, new.merged_into);
end;
${['insert', 'update', 'delete']
  .map((event) => {
    const row = event === 'delete' ? 'old' : 'new'
    return `create trigger settings_stale_on_${event} after ${event} on settings
  when ${row}.key in ('workHours', 'workDays', 'timezone') begin
  insert or ignore into stale(kind, key) values ('hours', '');
end;`
  })
  .join('\n')}`

/** Who turned to us, or whom we answered, of a row of activities. */
export function partySql(row: string): string {
  return `case when ${row}.contact_id is not null then 'c' || ${row}.contact_id
    when ${row}.deal_id is not null then 'd' || ${row}.deal_id
    when ${row}.company_id is not null then 'o' || ${row}.company_id
    else coalesce(${row}.phone, 'a' || ${row}.id) end`
}

/** Whose contact a row of activities is, as deals look for it; null where it names neither of the three. */
export function whoseSql(row: string): string {
  return `case when ${row}.deal_id is not null then 'd' || ${row}.deal_id
    when ${row}.contact_id is not null then 'c' || ${row}.contact_id
    when ${row}.company_id is not null then 'o' || ${row}.company_id end`
}
