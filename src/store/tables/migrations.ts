import { DASHBOARD_TABLES } from '../dashboards.ts'
import { REFERENCE_TABLES } from '../references.ts'
import { FILTER_TABLES } from '../saved-filters.ts'
import { BONUS_TABLES } from './bonus-tables.ts'
import { BOOK_TABLES } from './book-tables.ts'
import { CALENDAR_TABLES } from './calendar-tables.ts'
import { DAY_TABLES } from './day-tables.ts'
import { PEOPLE_TABLES } from './people-tables.ts'
import { RECORD_TABLES } from './record-tables.ts'
import { RULE_TABLES } from './rule-tables.ts'
import { SEARCH_TABLES } from './search-tables.ts'

/**
 * The file format, append only: a released entry never changes. Each runs in one transaction with
 * its record (`user_version`).
 *
 * Two layers. `deals` (how each began) and `history` (what changed) are the truth and are only ever added to;
 * undo marks rows `retracted`, and so does an import that learns what was presumed until then, or an undo of a part of
 * an import (`superseded_by` is that operation). `deal_state`, `visits`, `deal_contacts`, `contact_keys` and `search` are copies made from
 * them so that reports need not fold histories; `voronka doctor` proves that they agree, which is why `deal_state`
 * needs no foreign keys: they would cost a large import two look-ups a row. `backups` are files that hold
 * copies of the workspace. The other tables are labels: rows edited in place, every edit kept in `changes` with the row before and after.
 * Moments are ms UTC, precision 0 = moment, 1 = local day; money is minor units; flags are 0/1.
 */
export const MIGRATIONS: readonly string[] = [
  `
create table settings(id integer primary key autoincrement, key text not null unique, value text not null) strict;

create table operations(
  id integer primary key,
  at integer not null,
  command text not null,
  summary text not null default '{}',
  undoes integer references operations(id),
  retracted_at integer,
  retracted_by integer references operations(id),
  deals_from integer, deals_until integer,
  history_from integer, history_until integer,
  earliest_at integer
) strict;
create index operations_at on operations(at);

create table changes(
  op integer not null references operations(id),
  seq integer not null,
  table_name text not null,
  row_id integer not null,
  row_until integer not null,
  before text,
  after text,
  primary key(op, seq)
) strict, without rowid;
create index changes_row on changes(table_name, row_id, row_until, op);

create table managers(
  id integer primary key autoincrement,
  name text not null,
  folded text not null,
  email text,
  department text,
  aliases text not null default '[]',
  active integer not null default 1,
  merged_into integer references managers(id)
) strict;

create table pipelines(
  id integer primary key autoincrement,
  name text not null,
  folded text not null,
  aliases text not null default '[]'
) strict;

create table stages(
  id integer primary key autoincrement,
  pipeline_id integer not null references pipelines(id),
  kind integer not null check(kind in (0, 1, 2)),
  bit integer not null,
  name text not null,
  folded text not null,
  aliases text not null default '[]',
  probability real,
  norm_days real,
  invoice integer not null default 0,
  criteria text not null default '[]',
  strict integer not null default 0,
  unique(pipeline_id, bit)
) strict;

create table pipeline_versions(
  id integer primary key autoincrement,
  pipeline_id integer not null references pipelines(id),
  from_at integer not null,
  stages text not null,
  unique(pipeline_id, from_at)
) strict;

create table fields(
  id integer primary key autoincrement,
  entity text not null check(entity in ('deal', 'contact', 'company')),
  name text not null,
  folded text not null,
  type text not null check(type in ('text', 'number', 'money', 'date', 'choice', 'yesno')),
  choices text not null default '[]',
  unique(entity, folded)
) strict;

create table fx_rates(
  id integer primary key autoincrement,
  on_date text not null,
  currency text not null,
  rate text not null,
  unique(currency, on_date)
) strict;

create table profiles(
  id integer primary key autoincrement,
  name text not null unique,
  settings text not null
) strict;

${BOOK_TABLES}

${RECORD_TABLES}

${CALENDAR_TABLES}

${BONUS_TABLES}

${RULE_TABLES}
${PEOPLE_TABLES}

create table deals(
  id integer primary key,
  op integer not null,
  recorded_at integer,
  retracted integer not null default 0,
  superseded_by integer,
  origin integer not null,
  actor_id integer,
  created_at integer not null,
  created_precision integer not null,
  synthetic integer not null default 0,
  stage_synthetic integer not null default 0,
  stage_seen integer not null default 0,
  amount_synthetic integer not null default 0,
  title text not null,
  stage_id integer not null,
  manager_id integer,
  company_id integer,
  amount integer,
  cost integer,
  currency text not null,
  source text,
  product text,
  expected_on text,
  contacts text not null default '[]',
  tags text not null default '[]',
  fields text not null default '{}',
  note text,
  external_system text,
  external_id text
) strict;
create index deals_superseded on deals(superseded_by) where superseded_by is not null;

create table history(
  id integer primary key,
  deal_id integer not null,
  op integer not null,
  recorded_at integer,
  retracted integer not null default 0,
  superseded_by integer,
  kind integer not null,
  value any,
  reason text,
  at integer not null,
  precision integer not null,
  actor_id integer,
  origin integer not null,
  synthetic integer not null
) strict;
create index history_deal on history(deal_id, at, id);
create index history_superseded on history(superseded_by) where superseded_by is not null;

create table deal_state(
  deal_id integer primary key,
  pipeline_id integer not null,
  stage_id integer not null,
  outcome integer not null,
  removed integer not null default 0,
  visited integer not null,
  created_at integer not null,
  stage_at integer not null,
  closed_at integer,
  span integer,
  last_at integer not null,
  presumed integer not null,
  edited integer not null,
  manager_id integer,
  company_id integer,
  amount integer,
  cost integer,
  currency text not null,
  source text,
  product text,
  expected_on text,
  lost_reason text,
  title text not null,
  folded text not null,
  tags text not null,
  fields text not null,
  external_system text,
  external_id text
) strict;
create unique index deal_state_external on deal_state(external_system, external_id) where external_id is not null;
create index deal_state_cohort on deal_state(pipeline_id, created_at, manager_id, visited, outcome, stage_id, currency, amount, last_at, presumed, removed);
create index deal_state_closed on deal_state(pipeline_id, closed_at, outcome, manager_id, currency, amount) where closed_at is not null;
create index deal_state_open on deal_state(pipeline_id, stage_id, manager_id, currency, amount, created_at, last_at, stage_at, removed) where outcome = 0;
create index deal_state_span on deal_state(pipeline_id, outcome, span, presumed, currency, amount) where removed = 0;
create index deal_state_last on deal_state(last_at);
create index deal_state_folded on deal_state(folded);
create index deal_state_company on deal_state(company_id) where company_id is not null;

create table visits(
  deal_id integer not null,
  seq integer not null,
  stage_id integer not null,
  entered_at integer not null,
  left_at integer,
  precision integer not null,
  actor_id integer,
  synthetic integer not null,
  total integer,
  primary key(deal_id, seq)
) strict, without rowid;
create index visits_stage on visits(stage_id, entered_at, deal_id, actor_id);
create index visits_total on visits(stage_id, total) where total is not null;

create table deal_contacts(
  deal_id integer not null,
  contact_id integer not null references contacts(id),
  primary key(deal_id, contact_id)
) strict, without rowid;
create index deal_contacts_contact on deal_contacts(contact_id);

${DAY_TABLES}
${SEARCH_TABLES}

${FILTER_TABLES}
${REFERENCE_TABLES}
${DASHBOARD_TABLES}
`,
]
