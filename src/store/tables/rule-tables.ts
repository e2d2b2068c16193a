/**
 * Part of the first migration: rules on the stages of deals. `rules` and `rule_firings` are labels; `rule_waits` is a
 * copy; `rule_outbox` is neither: what was sent stays sent, whatever is undone.
 *
 * A firing is the answer to one event: the nth visit of a deal that a rule counts (`nth` rather than a moment, so that
 * a visit dated anew is still the same). `skipped`: nothing was to be done, and nothing will be. What a rule names may
 * be gone, of which the firing then says so: hence no foreign keys. `rule_waits` holds every event without a firing,
 * whenever it comes, so that what is due is found by its moment.
 *
 * A text in `rule_outbox` is sent only while its firing is there: it goes with an operation that is taken back.
 */
export const RULE_TABLES = `create table rules(
  id integer primary key autoincrement,
  name text not null,
  stage_id integer not null,
  trigger text not null check(trigger in ('enter', 'leave', 'stay')),
  days integer check((trigger = 'stay') = (days is not null)),
  action text not null check(action in ('task', 'field', 'deal', 'message')),
  state text not null default 'on' check(state in ('on', 'off', 'removed')),
  since_at integer not null,
  text text not null default '',
  manager_id integer,
  due text,
  due_field_id integer,
  lang text not null,
  priority text not null default 'normal',
  field text,
  field_id integer,
  pipeline_id integer,
  with_amount integer not null default 0,
  output text check(output in ('print', 'folder', 'command')),
  target text,
  allowed integer not null default 0
) strict;

create table rule_firings(
  id integer primary key autoincrement,
  rule_id integer not null references rules(id),
  deal_id integer not null,
  nth integer not null,
  event_at integer not null,
  precision integer not null,
  fired_at integer not null,
  state text not null check(state in ('done', 'failed', 'skipped')),
  task_id integer,
  opened_id integer,
  problem text
) strict;
create unique index rule_firings_event on rule_firings(rule_id, deal_id, nth);
create index rule_firings_deal on rule_firings(deal_id);
create index rule_firings_task on rule_firings(task_id) where task_id is not null;
create index rule_firings_failed on rule_firings(rule_id, id) where state = 'failed';

create table rule_waits(
  rule_id integer not null references rules(id) on delete cascade,
  deal_id integer not null,
  nth integer not null,
  event_at integer not null,
  precision integer not null,
  primary key(rule_id, deal_id, nth)
) strict, without rowid;
create index rule_waits_due on rule_waits(event_at);
create index rule_waits_deal on rule_waits(deal_id);

create table rule_outbox(
  id integer primary key autoincrement,
  firing_id integer not null,
  rule_id integer not null,
  deal_id integer not null,
  nth integer not null,
  output text not null check(output in ('print', 'folder', 'command')),
  target text,
  text text not null,
  state text not null default 'pending' check(state in ('pending', 'started', 'done', 'failed')),
  made_at integer not null,
  started_at integer,
  ended_at integer,
  problem text
) strict;
create index rule_outbox_open on rule_outbox(id) where state in ('pending', 'started');
create index rule_outbox_event on rule_outbox(rule_id, deal_id, nth);
create index rule_outbox_firing on rule_outbox(firing_id);`
