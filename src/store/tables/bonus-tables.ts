/**
 * Part of the first migration: rules of bonuses, labels all. A row is a version of a rule (`rule` is the id of its
 * first), which holds since `known_at`; one that ended it has `ended`. `tiers` is JSON as `domain/plan/bonus.ts` has it, its
 * amounts minor units of `currency`.
 */
export const BONUS_TABLES = `create table bonuses(
  id integer primary key autoincrement,
  rule integer not null,
  name text not null default '',
  manager_id integer references managers(id),
  department text,
  metric text not null,
  per text not null check(per in ('month', 'quarter', 'year')),
  basis text not null check(basis in ('share', 'amount')),
  marginal integer not null default 0,
  tiers text not null,
  currency text,
  from_on text not null,
  ended integer not null default 0,
  known_at integer not null,
  check(manager_id is null or department is null)
) strict;
create index bonuses_manager on bonuses(manager_id) where manager_id is not null;`
