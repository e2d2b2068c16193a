/**
 * Part of the first migration: what is kept of people beside who they are. Labels all, journaled.
 *
 * A handover is the work of one manager shared among others since `at`, to come back on the local day `until_on` if
 * that is known; its items say who got what, until it is taken back at `back_at`. `record_id` is of the table that
 * `entity` names, without a foreign key: deals are never deleted, the others may be.
 *
 * `lifecycle` is how far a contact had come by hand since `at`: lead, MQL, SQL; a customer is who has a won deal. A want
 * is goods somebody waits for, until they arrive. A reactivation is a task made to win a customer back (`customer` as in
 * `customers`). `backups` are files that hold copies of the workspace, `remnants` people who were erased while bytes of
 * them may still be in the file; neither is a label, and neither is in a copy.
 */
export const PEOPLE_TABLES = `create table handovers(
  id integer primary key autoincrement,
  manager_id integer not null references managers(id),
  at integer not null,
  until_on text,
  back_at integer,
  task_id integer
) strict;

create table handover_items(
  id integer primary key autoincrement,
  handover_id integer not null references handovers(id),
  entity text not null check(entity in ('deal', 'contact', 'company', 'task', 'activity')),
  record_id integer not null,
  manager_id integer not null references managers(id)
) strict;
create index handover_items_handover on handover_items(handover_id);

create table lifecycle(
  id integer primary key autoincrement,
  contact_id integer not null references contacts(id),
  stage text not null check(stage in ('lead', 'mql', 'sql')),
  at integer not null,
  precision integer not null,
  manager_id integer references managers(id)
) strict;
create index lifecycle_contact on lifecycle(contact_id, at);

create table wants(
  id integer primary key autoincrement,
  contact_id integer not null references contacts(id),
  product text not null,
  manager_id integer references managers(id),
  at integer not null,
  arrived_at integer,
  task_id integer
) strict;
create index wants_contact on wants(contact_id);

create table reactivations(
  id integer primary key autoincrement,
  contact_id integer references contacts(id),
  company_id integer references companies(id),
  task_id integer not null,
  at integer not null,
  check((contact_id is null) <> (company_id is null))
) strict;
create index reactivations_contact on reactivations(contact_id) where contact_id is not null;
create index reactivations_company on reactivations(company_id) where company_id is not null;

create table backups(id integer primary key, path text not null unique) strict;

create table remnants(contact_id integer primary key) strict;`
