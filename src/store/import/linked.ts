import { foldCompany, foldName } from '../../domain/names/name.ts'
import type { Database } from '../database.ts'
import type { BookTable } from '../naming/naming-people.ts'
import type { Operation } from '../operation.ts'
import { CONTACT_KEY } from '../people/contact-keys.ts'
import { hasOtherId, type Identified, KnownIds, knownElsewhere, MAY_BE_OF_ID } from '../people/known-ids.ts'

/** The temporary tables of the companies and people whom the rows of a file name. */
const STAGED = { companies: 'staged_companies', contacts: 'staged_people' } as const

/**
 * Says who those are that have an id in the file's system: the record of that id, else one that has no other id there
 * and is the same by all that is known. Those that stay without a record have to be made.
 */
export function settleLinked(db: Database, operation: Operation, table: BookTable): void {
  const staged = STAGED[table]
  if (db.prepare(`select 1 from temp.${staged} where external is not null limit 1`).get() === undefined)
    return
  const isOpen = db.prepare(`select 1 from temp.${staged} where external is not null and id is null limit 1`)
  findById(db, table)
  for (const same of SAME[table]) {
    if (isOpen.get() === undefined) break
    takeUp(db, operation, table, same)
    findById(db, table)
  }
  nameNameless(db, operation, table)
}

/** The record whose own the id is. */
export function findByExternal(db: Database, table: BookTable): void {
  const staged = STAGED[table]
  db.raw.exec(`update temp.${staged} set id = (select r.id from ${table} r
    where r.external_system = ${staged}.system and r.external_id = ${staged}.external)
    where id is null and external is not null`)
}

/** So, or as the record of another system that has the id as well. */
function findById(db: Database, table: BookTable): void {
  const staged = STAGED[table]
  findByExternal(db, table)
  db.raw.exec(`update temp.${staged} set id = known.id
      from (select min(id) as id, key from ${knownElsewhere(table)} group by key) known
      where ${staged}.id is null and external is not null and known.key = system || ' ' || external`)
}

interface Pair extends Identified {
  n: number
  system: string
  external: string
  record: number
  bare: number
  emails: string | null
  phones: string | null
}

const PAIR = `select s.n, s.system, s.external, r.id as record, r.external_system, r.external_id, r.folded, r.said`
const OPEN = 's.id is null and s.external is not null'
const NO_KEYS = `r.phones = '[]' and r.emails = '[]'`

function sameKey(key: 'email' | 'phone', where: string): string {
  return `${PAIR}, ${NO_KEYS} as bare, s.emails, s.phones from temp.staged_people s
    cross join contact_keys k on k.kind = ${CONTACT_KEY[key]} and k.key = s.${key}
    cross join contacts r on r.id = k.contact_id
    where ${OPEN} and r.merged_into is null and ${MAY_BE_OF_ID} and ${where} order by s.n, r.id`
}

/** Queries of those that seem the same, the surest first. By a name alone only records without any id are. */
const SAME: Readonly<Record<BookTable, readonly string[]>> = {
  companies: [
    `${PAIR}, 0 as bare, null as emails, null as phones from temp.staged_companies s
      cross join companies r on r.folded = s.folded
      where ${OPEN} and r.external_id is null order by s.n, r.merged_into is not null, r.id`,
    `with r as materialized (select id, external_system, external_id, folded, said, said ->> 'name' as name
        from companies where said is not null and external_id is null)
      ${PAIR}, 0 as bare, null as emails, null as phones from temp.staged_companies s
      join r on r.name = s.name where ${OPEN} order by s.n, r.id`,
  ],
  contacts: [
    sameKey('email', 'true'),
    // Colleagues share a phone.
    sameKey('phone', `(r.folded = s.folded or r.emails = '[]' or s.email is null)`),
    `${PAIR}, ${NO_KEYS} as bare, s.emails, s.phones from temp.staged_people s
      cross join contacts r on r.folded = s.folded
      where ${OPEN} and r.merged_into is null and r.external_id is null
        and ((s.email is null and s.phone is null) or (${NO_KEYS} and r.said is not null))
      group by s.n having count(*) = 1 order by s.n`,
  ],
}

interface Taken {
  pair: Pair
  record: number
  isFirst: boolean
}

/** Each record is one of the file's: whoever comes first. */
function takeUp(db: Database, operation: Operation, table: BookTable, same: string): void {
  const ids = new KnownIds(db, operation)
  const settle = db.prepare(`update temp.${STAGED[table]} set id = ? where n = ?`)
  for (const { pair, record, isFirst } of choose(db, same)) {
    const { n, system, external, bare, emails, phones } = pair
    if (isFirst) {
      ids.learn(table, record, { system, id: external })
      if (bare === 1 && (emails !== '[]' || phones !== '[]'))
        operation.update('contacts', record, { emails, phones })
    }
    settle.run(record, n)
  }
}

/** One record for each of the file's at most. Only they are held: those who share a phone make pairs by the million. */
function choose(db: Database, same: string): Taken[] {
  const chosen: Taken[] = []
  const settled = new Map<string, number>()
  const taken = new Set<number>()
  for (const pair of db.prepare(same).iterate() as IterableIterator<Pair>) {
    const { n, system, external, record } = pair
    if (chosen.at(-1)?.pair.n === n) continue
    const key = `${system} ${external}`
    const known = settled.get(key)
    if (known === undefined && (taken.has(record) || hasOtherId(pair, system))) continue
    chosen.push({ pair, record: known ?? record, isFirst: known === undefined })
    if (known !== undefined) continue
    settled.set(key, record)
    taken.add(record)
  }
  return chosen
}

/** Records that were known by nothing but their id are called as a later file calls them. */
function nameNameless(db: Database, operation: Operation, table: BookTable): void {
  const rows = db
    .prepare(
      `select r.id, s.name, json_set(r.said, '$.name', s.name) as said from temp.${STAGED[table]} s cross join ${table} r on r.id = s.id
      where s.external is not null and s.name is not null and r.name = r.external_id and s.name <> r.name
        and r.said ->> 'linked' group by r.id having s.n = min(s.n)`,
    )
    .all() as { id: number; name: string; said: string }[]
  const fold = table === 'companies' ? foldCompany : foldName
  for (const { id, name, said } of rows) operation.update(table, id, { name, folded: fold(name), said })
}

/** What is kept of a record that is made because others point to it. */
export const LINKED_SAID = `iif(external is null, json_object('name', name), iif(name is null,
  json_object('linked', json('true')), json_object('name', name, 'linked', json('true'))))`
