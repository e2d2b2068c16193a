import type { Database } from '../database.ts'
import { bookSurvivor } from '../naming/naming-people.ts'
import type { Operation } from '../operation.ts'
import { CONTACT_KEY } from '../people/contact-keys.ts'
import { parseJson } from '../rows.ts'
import { findByExternal, LINKED_SAID, settleLinked } from './linked.ts'

export interface MadePeople {
  /** Names of the companies that were made, the first of them, and how many in all. */
  companies: MadeCompanies
  contacts: number
  /** How many of the contacts that were made are known by their id alone. */
  namelessContacts: number
  /** People of whom there is but a name, which several contacts have. */
  unclear: readonly Unclear[]
}

export interface MadeCompanies {
  names: readonly string[]
  count: number
  /** Those known by their id alone, which they are called by until a file names them. */
  nameless: number
}

export interface Unclear {
  /** The number of the staged person. */
  n: number
  name: string
  /** Row ids of those who have the name. */
  contacts: readonly number[]
}

/** Names that are given back to be said. */
const MOST_SHOWN = 20

/** Whoever only rows name that were taken out is not to be made. Run before the staged people are settled. */
export function dropUnnamed(db: Database): void {
  db.raw.exec(`
    delete from temp.staged_people where n not in (select contact from temp.staged where contact is not null)
      and n not in (select l.value from temp.staged s cross join json_each(s.contacts) l where s.contacts is not null);
    delete from temp.staged_companies where n not in (select company from temp.staged where company is not null)
      and n not in (select company from temp.staged_people where company is not null)`)
}

/** Says who the staged companies and people are, and makes those that are not there yet. */
export function settlePeople(db: Database, operation: Operation): MadePeople {
  const companies = settleCompanies(db, operation)
  return { companies, ...settleContacts(db, operation) }
}

/**
 * By the id of the file's system; without one by the folded name, else by the name that an import once said. A company
 * merged away is the one it became.
 */
export function settleCompanies(db: Database, operation: Operation): MadeCompanies {
  settleLinked(db, operation, 'companies')
  const linked = makeCompanies(db, operation, 'external is not null', 'system, external')
  findByExternal(db, 'companies')
  db.raw.exec(`
    update temp.staged_companies set id = (select min(c.id) from companies c where c.folded = staged_companies.folded)
      where id is null;
    ${bySaidName('companies', 'staged_companies')}`)
  followMerges(db, 'companies', 'staged_companies')
  const named = makeCompanies(db, operation, 'true', 'folded')
  db.raw.exec(`update temp.staged_companies set id = (select min(c.id) from companies c
    where c.folded = staged_companies.folded and c.id >= ${named.from}) where id is null`)
  const names = db
    .prepare('select name from companies where id between ? and ? order by id limit ?')
    .pluck()
    .all(Math.min(linked.from, named.from), named.until, MOST_SHOWN) as string[]
  return { names, count: linked.count + named.count, nameless: linked.nameless }
}

/** Those that are still nobody, each key once. */
function makeCompanies(db: Database, operation: Operation, filter: string, key: string) {
  const nameless = countNameless(db, 'staged_companies')
  const range = insertRange(db, 'companies', () =>
    db.raw.exec(`insert into companies(name, folded, external_system, external_id, created_at, created_precision, said)
      select coalesce(name, external), folded, iif(external is null, null, system), external, ${operation.at}, 0,
        ${LINKED_SAID}
      from temp.staged_companies where id is null and ${filter} group by ${key} having n = min(n) order by n`),
  )
  operation.insertedRange('companies', range.from, range.until)
  return { ...range, count: range.until - range.from + 1, nameless }
}

/** How many of those that are still nobody are known by their id alone. */
function countNameless(db: Database, staged: string): number {
  return Number(
    db
      .prepare(`select count(distinct external) from temp.${staged} where id is null and name is null`)
      .pluck()
      .get(),
  )
}

/**
 * Renamed records are found by the name that an import said of them. Costs a look at every record that an import made,
 * so only where some name is not found otherwise.
 */
function bySaidName(table: 'companies' | 'contacts', staged: string, filter = 'true'): string {
  return `update temp.${staged} set id = known.id from (
      select min(c.id) as id, c.said ->> 'name' as name from ${table} c
      where c.said is not null and exists(select 1 from temp.${staged} where id is null and ${filter}) group by 2
    ) known where ${staged}.id is null and ${filter} and known.name = ${staged}.name;`
}

/** Whom `settleContacts` can tell apart, the surest first. */
const IDENTITIES = [
  { column: 'email', filter: 'email is not null' },
  { column: 'phone', filter: 'email is null and phone is not null' },
  { column: 'folded', filter: 'email is null and phone is null and folded is not null' },
] as const

/**
 * By e-mail, else phone, else the exact folded name. Those with the surest key go first, so that others may meet them;
 * a key by which somebody was not found yet is added to the contact, or the same file would find another one next time.
 */
function settleContacts(db: Database, operation: Operation): Omit<MadePeople, 'companies'> {
  let unclear: readonly Unclear[] = []
  if (db.prepare('select 1 from temp.staged_people limit 1').get() === undefined)
    return { contacts: 0, namelessContacts: 0, unclear }
  settleLinked(db, operation, 'contacts')
  const namelessContacts = countNameless(db, 'staged_people')
  let made = makePeople(db, operation, 'p.external is not null', 'p.system, p.external')
  findByExternal(db, 'contacts')
  for (const { column, filter } of IDENTITIES) {
    if (column === 'folded') unclear = settleNamesakes(db)
    const find = findPeople(column, filter)
    db.raw.exec(find)
    if (column === 'folded') db.raw.exec(bySaidName('contacts', 'staged_people', filter))
    else learnKeys(db, operation, column, filter)
    if (column !== 'folded' && stageOtherKeys(db, column, filter)) {
      // Whose key is a further one of somebody before is that person, as the same file again would find.
      const isNobodys = `not exists(select 1 from temp.other_keys o where o.key = p.${column} and o.n < p.n)`
      made += makePeople(db, operation, `${filter} and ${isNobodys}`, `p.${column}`)
      db.raw.exec(find)
    }
    made += makePeople(db, operation, filter, `p.${column}`)
    db.raw.exec(find)
  }
  followMerges(db, 'contacts', 'staged_people')
  return { contacts: made, namelessContacts, unclear }
}

/** The keys of those who are still nobody beyond the one they are told apart by; false where there are none. */
function stageOtherKeys(db: Database, column: 'email' | 'phone', filter: string): boolean {
  const [list, key] = column === 'email' ? ['emails', 'email'] : ['phones', 'e164']
  db.raw.exec('drop table if exists temp.other_keys; create temp table other_keys(n, key)')
  const { changes } = db
    .prepare(
      `insert into temp.other_keys select p.n, j.value ->> '${key}' from temp.staged_people p, json_each(p.${list}) j
      where p.id is null and ${filter} and p.${list} like '%},{%' and j.value ->> '${key}' <> p.${column}`,
    )
    .run()
  if (changes > 0) db.raw.exec('create index temp.other_keys_key on other_keys(key, n)')
  return changes > 0
}

/** Those that are still nobody, each key once. Returns how many. */
function makePeople(db: Database, operation: Operation, filter: string, key: string): number {
  const range = insertRange(db, 'contacts', () =>
    db.raw.exec(`insert into contacts(name, folded, phones, emails, company_id, external_system, external_id,
        created_at, created_precision, said)
      select coalesce(p.name, p.external), p.folded, p.phones, p.emails,
        (select c.id from temp.staged_companies c where c.n = p.company),
        iif(p.external is null, null, p.system), p.external, p.at, p.precision, ${LINKED_SAID}
      from temp.staged_people p where p.id is null and ${filter}
      group by ${key} having p.n = min(p.n) order by p.n`),
  )
  operation.insertedRange('contacts', range.from, range.until)
  return range.until - range.from + 1
}

/**
 * People of whom there is but a name, where several contacts have it: who works for the company of the row is the one,
 * if only one does; else nobody is, rather than anybody. Their folded name is taken from them, so that none is found.
 */
function settleNamesakes(db: Database): Unclear[] {
  const people = db
    .prepare(
      `select p.n, p.name, json_group_array(c.id) as ids,
        (select f.id from temp.staged_companies f where f.n = p.company) as company
      from temp.staged_people p join contacts c on c.folded = p.folded
      where p.id is null and p.email is null and p.phone is null group by p.n having count(*) > 1 order by p.n`,
    )
    .all() as { n: number; name: string; ids: string; company: number | null }[]
  const companyOf = db.prepare('select company_id from contacts where id = ?').pluck()
  const settle = db.prepare(
    'update temp.staged_people set id = @id, folded = iif(@id is null, null, folded) where n = @n',
  )
  return people.flatMap(({ n, name, ids, company }) => {
    const survivors = parseJson<number[]>(ids).map((id) => bookSurvivor(db, 'contacts', id) ?? id)
    const namesakes = [...new Set(survivors)].sort((a, b) => a - b)
    const own = namesakes.filter((id) => company !== null && companyOf.get(id) === company)
    const [only, ...others] = own.length === 1 ? own : namesakes
    const isClear = others.length === 0
    settle.run({ n, id: isClear ? (only ?? null) : null })
    return isClear ? [] : { n, name, contacts: namesakes }
  })
}

function findPeople(column: (typeof IDENTITIES)[number]['column'], filter: string): string {
  const found =
    column === 'folded'
      ? 'select min(c.id) from contacts c where c.folded = staged_people.folded'
      : `select min(k.contact_id) from contact_keys k
          where k.kind = ${CONTACT_KEY[column]} and k.key = staged_people.${column}`
  return `update temp.staged_people set id = (${found}) where id is null and ${filter}`
}

interface Unknown {
  n: number
  email: string | null
  phone: string | null
  emails: string
  phones: string
  found: number
}

/**
 * People whose key is unknown, but who are known by their phone, or by their name where that is all there is of a
 * contact: the contact learns the key.
 */
function learnKeys(db: Database, operation: Operation, column: 'email' | 'phone', filter: string): void {
  const byPhone = `select min(k.contact_id) from contact_keys k where k.kind = ${CONTACT_KEY.phone} and k.key = p.phone`
  const byName = `select min(c.id) from contacts c where c.folded = p.folded and c.emails = '[]' and c.phones = '[]'`
  const found = column === 'email' ? `coalesce((${byPhone}), (${byName}))` : `(${byName})`
  const people = db
    .prepare(
      `select * from (select p.n, p.email, p.phone, p.emails, p.phones, ${found} as found from temp.staged_people p
        where p.id is null and ${filter}) where found is not null order by n`,
    )
    .all() as Unknown[]
  const key = db.prepare('select min(contact_id) from contact_keys where kind = ? and key = ?').pluck()
  for (const person of people) {
    if (key.get(CONTACT_KEY[column], person[column]) !== null) continue
    const contact = db.prepare('select emails, phones from contacts where id = ?').get(person.found) as {
      emails: string
      phones: string
    }
    const byName = person.phone === null || key.get(CONTACT_KEY.phone, person.phone) !== person.found
    // Somebody else of the same name in this file was first.
    if (byName && (contact.emails !== '[]' || contact.phones !== '[]')) continue
    const joined = (a: string, b: string) =>
      JSON.stringify([...parseJson<unknown[]>(a), ...parseJson<unknown[]>(b)])
    operation.update('contacts', person.found, {
      emails: joined(contact.emails, person.emails),
      ...(byName ? { phones: person.phones } : {}),
    })
  }
  db.raw.exec(findPeople(column, filter))
}

/** A record merged away is the one it became. */
function followMerges(db: Database, table: 'companies' | 'contacts', staged: string): void {
  const step =
    db.prepare(`update temp.${staged} set id = (select c.merged_into from ${table} c where c.id = ${staged}.id)
    where exists(select 1 from ${table} c where c.id = ${staged}.id and c.merged_into is not null)`)
  while (step.run().changes > 0);
}

function insertRange(db: Database, table: string, insert: () => void): { from: number; until: number } {
  const highest = () => Number(db.prepare(`select coalesce(max(id), 0) from ${table}`).pluck().get())
  const before = highest()
  insert()
  // Ids of rows taken back are not given again: the first new one need not follow the highest there was.
  const first = db.prepare(`select min(id) from ${table} where id > ?`).pluck().get(before) as number | null
  return { from: first ?? before + 1, until: highest() }
}
