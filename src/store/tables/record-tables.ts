/**
 * Part of the first migration: what is done, to be done and planned. Labels all, like contacts: rows edited in place,
 * every edit in `changes`. `said` is what the external system said last, as JSON by column. The deal is no foreign
 * key, for deals are never deleted.
 *
 * `activities.at` is when it began, `duration` seconds, `phone` the other side's number where nobody here has it.
 * A plan (`amount` in minor units where it has a currency, else a count) is of a manager, a department or, with neither,
 * the whole team, for the local days from `from_on` until before `until_on`. It holds since `known_at`: a change of plan
 * is a further row, so that a plan known then can be told from one known now.
 */
export const RECORD_TABLES = `create table activities(
  id integer primary key autoincrement,
  kind text not null check(kind in ('call', 'meeting', 'email', 'message', 'note')),
  direction text check(direction in ('in', 'out')),
  outcome text,
  at integer not null,
  precision integer not null,
  duration integer,
  manager_id integer references managers(id),
  contact_id integer references contacts(id),
  company_id integer references companies(id),
  deal_id integer,
  text text, place text, phone text,
  external_system text, external_id text,
  said text
) strict;
create index activities_manager on activities(manager_id, at, kind, direction, outcome);
create index activities_contact on activities(contact_id, at) where contact_id is not null;
create index activities_company on activities(company_id) where company_id is not null;
create index activities_deal on activities(deal_id, at) where deal_id is not null;
create index activities_phone on activities(phone) where phone is not null and contact_id is null;
create index activities_planned on activities(at) where outcome = 'planned';
create unique index activities_external on activities(external_system, external_id) where external_id is not null;

create table tasks(
  id integer primary key autoincrement,
  text text not null,
  manager_id integer references managers(id),
  contact_id integer references contacts(id),
  company_id integer references companies(id),
  deal_id integer,
  due_at integer,
  due_precision integer,
  priority text not null default 'normal' check(priority in ('high', 'normal', 'low')),
  state text not null default 'open' check(state in ('open', 'done')),
  done_at integer,
  done_precision integer,
  result text,
  recurrence text,
  postponed integer not null default 0,
  created_at integer not null,
  created_precision integer not null,
  external_system text, external_id text,
  said text
) strict;
create index tasks_open on tasks(due_at, manager_id) where state = 'open';
create index tasks_done on tasks(done_at) where state = 'done';
create index tasks_manager on tasks(manager_id, due_at);
create index tasks_contact on tasks(contact_id) where contact_id is not null;
create index tasks_company on tasks(company_id) where company_id is not null;
create index tasks_deal on tasks(deal_id) where deal_id is not null;
create unique index tasks_external on tasks(external_system, external_id) where external_id is not null;

create table plans(
  id integer primary key autoincrement,
  manager_id integer references managers(id),
  department text,
  from_on text not null,
  until_on text not null check(until_on > from_on),
  metric text not null,
  amount integer not null,
  currency text,
  known_at integer not null,
  check(manager_id is null or department is null)
) strict;
create unique index plans_version on plans(metric, from_on, until_on, coalesce(manager_id, 0), coalesce(department, ''), known_at);
create index plans_manager on plans(manager_id) where manager_id is not null;`
