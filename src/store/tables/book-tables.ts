/**
 * Part of the first migration: people and companies, labels all. `merged_into` is who a record became; `erased` a person
 * who had to be forgotten, of whom nothing but the row is left. `contact_keys` is a copy of phones and e-mails, kept by
 * triggers. `apart` are records that somebody said are two, though they look like one.
 */
export const BOOK_TABLES = `create table companies(
  id integer primary key autoincrement,
  name text not null,
  folded text not null,
  phone text, email text, website text, note text,
  manager_id integer references managers(id),
  fields text not null default '{}',
  external_system text, external_id text,
  created_at integer not null,
  created_precision integer not null,
  said text,
  merged_into integer references companies(id)
) strict;
create index companies_folded on companies(folded);
create index companies_merged on companies(merged_into) where merged_into is not null;
create unique index companies_external on companies(external_system, external_id) where external_id is not null;

create table contacts(
  id integer primary key autoincrement,
  name text not null,
  folded text not null,
  position text,
  phones text not null default '[]',
  emails text not null default '[]',
  company_id integer references companies(id),
  manager_id integer references managers(id),
  source text, note text, birthday text,
  tags text not null default '[]',
  fields text not null default '{}',
  external_system text, external_id text,
  created_at integer not null,
  created_precision integer not null,
  said text,
  merged_into integer references contacts(id),
  erased integer not null default 0,
  referred_by integer references contacts(id)
) strict;
create index contacts_folded on contacts(folded);
create index contacts_company on contacts(company_id) where company_id is not null;
create index contacts_merged on contacts(merged_into) where merged_into is not null;
create index contacts_referred on contacts(referred_by) where referred_by is not null;
create unique index contacts_external on contacts(external_system, external_id) where external_id is not null;

create table contact_keys(
  kind integer not null,
  key text not null,
  contact_id integer not null references contacts(id) on delete cascade,
  primary key(kind, key, contact_id)
) strict, without rowid;
create index contact_keys_contact on contact_keys(contact_id);
create trigger contact_keys_of_new after insert on contacts when new.phones <> '[]' or new.emails <> '[]' begin
  insert or ignore into contact_keys select 1, p.value ->> 'e164', new.id from json_each(new.phones) p
    where p.value ->> 'e164' is not null;
  insert or ignore into contact_keys select 2, e.value ->> 'email', new.id from json_each(new.emails) e;
end;
create trigger contact_keys_of_changed after update of phones, emails on contacts begin
  delete from contact_keys where contact_id = new.id;
  insert or ignore into contact_keys select 1, p.value ->> 'e164', new.id from json_each(new.phones) p
    where p.value ->> 'e164' is not null;
  insert or ignore into contact_keys select 2, e.value ->> 'email', new.id from json_each(new.emails) e;
end;

create table apart(
  id integer primary key autoincrement,
  entity text not null check(entity in ('contact', 'company')),
  one_id integer not null,
  other_id integer not null check(other_id > one_id),
  unique(entity, one_id, other_id)
) strict;`
