/** Part of the first migration: the days that are not what their weekday says, labels all. */
export const CALENDAR_TABLES = `create table holidays(
  id integer primary key autoincrement,
  on_date text not null unique,
  name text not null default '',
  working integer not null default 0 check(working in (0, 1))
) strict;`
