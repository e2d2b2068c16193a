import type { FieldValue } from '../../domain/deal.ts'
import type { BookOf } from '../../domain/names/likeness.ts'
import { comparedName, isSlip, signatureOf } from '../../domain/names/name-likeness.ts'
import { parseEmails, parsePhones } from '../../domain/names/phone.ts'
import { siteKey } from '../../domain/names/site.ts'
import { isTaxField, taxKey } from '../../domain/names/tax-number.ts'
import { BatchInsert } from '../batch-insert.ts'
import type { Database } from '../database.ts'
import { parseJson } from '../rows.ts'
import type { Store } from '../store.ts'
import { CONTACT_KEY, phoneRegion } from './contact-keys.ts'

/** Kinds of staged keys; those of contacts are as in `contact_keys`. */
export const DUPE_KEY = { ...CONTACT_KEY, website: 3, tax: 4 } as const

const TABLES = ['dupe_records', 'dupe_keys', 'dupe_crowded', 'dupe_blocks', 'dupe_deletions', 'dupe_pairs']

const PAGE = 2000

/** How often each word of a name occurs, in how many records. */
export interface Vocabulary {
  counts: Map<string, number>
  records: number
}

/**
 * Puts what records are known by into temporary tables, on the disk where they are many: `dupe_records` with the
 * signature of each name, `dupe_keys`, and in `dupe_crowded` how many different names a key has that more than two
 * records hold.
 */
export function stageDupes(store: Store, of: BookOf): Vocabulary {
  const { db } = store
  dropDupes(db)
  db.raw.pragma('temp_store = file')
  db.raw.pragma('temp.cache_size = -16000')
  db.raw.exec(`
    create temp table dupe_records(id integer primary key, sig text not null);
    create temp table dupe_keys(kind integer, key text, id integer, primary key(kind, key, id)) without rowid;
    create temp table dupe_crowded(kind integer, key text, names integer, primary key(kind, key)) without rowid;
    create temp table dupe_blocks(block text, id integer);
    create temp table dupe_deletions(rest text, word text);
    create temp table dupe_pairs(a integer, b integer, primary key(a, b)) without rowid;
  `)
  const vocabulary = of === 'contact' ? stageContacts(db) : stageCompanies(store)
  db.raw.exec(`
    create index temp.dupe_records_sig on dupe_records(sig);
    create index temp.dupe_keys_id on dupe_keys(id);
    create index temp.dupe_blocks_block on dupe_blocks(block, id);
    insert into temp.dupe_crowded select k.kind, k.key, max(1, count(distinct nullif(r.sig, '')))
      from temp.dupe_keys k join temp.dupe_records r on r.id = k.id group by 1, 2 having count(*) > 2;
  `)
  return vocabulary
}

export function dropDupes(db: Database): void {
  for (const table of TABLES) db.raw.exec(`drop table if exists temp.${table}`)
}

function stageContacts(db: Database): Vocabulary {
  const blocks = new BatchInsert(db, 'temp.dupe_blocks', ['block', 'id'])
  const rows =
    'select id, folded, company_id as company, birthday from (select * from contacts where erased = 0)'
  const vocabulary = stageNames<ContactRow>(db, rows, ({ id, company, birthday }, words) => {
    // Within a company and a birthday a shared word is enough to compare two people.
    for (const word of new Set(words)) {
      if (company !== null) blocks.add([`company ${company} ${word}`, id])
      if (birthday !== null) blocks.add([`birthday ${birthday} ${word}`, id])
    }
  })
  blocks.flush()
  db.raw.exec(`insert into temp.dupe_keys select k.kind, k.key, k.contact_id from contact_keys k
    cross join temp.dupe_records r on r.id = k.contact_id`)
  return vocabulary
}

interface NamedRow {
  id: number
  folded: string
}

interface ContactRow extends NamedRow {
  company: number | null
  birthday: string | null
}

interface CompanyRow extends NamedRow {
  phone: string | null
  email: string | null
  website: string | null
  fields: string
}

function stageCompanies(store: Store): Vocabulary {
  const region = phoneRegion(store)
  const keys = new BatchInsert(store.db, 'temp.dupe_keys', ['kind', 'key', 'id'])
  const rows = 'select id, folded, phone, email, website, fields from companies'
  const taxFields = taxFieldsOf(store.db)
  const vocabulary = stageNames<CompanyRow>(store.db, rows, ({ id, phone, email, website, fields }) => {
    const add = (kind: number, values: readonly string[]) => {
      for (const value of new Set(values)) keys.add([kind, value, id])
    }
    if (phone !== null)
      add(
        DUPE_KEY.phone,
        parsePhones(phone, region).flatMap(({ e164 }) => e164 ?? []),
      )
    if (email !== null)
      add(
        DUPE_KEY.email,
        parseEmails(email).map((one) => one.email),
      )
    const site = website === null ? null : siteKey(website)
    if (site !== null) add(DUPE_KEY.website, [site])
    if (taxFields.length > 0) add(DUPE_KEY.tax, taxNumbers(fields, taxFields))
  })
  keys.flush()
  return vocabulary
}

/** Row ids of the fields in which companies keep their tax numbers. */
function taxFieldsOf(db: Database): string[] {
  const fields = db.prepare("select id, name from fields where entity = 'company'").all() as {
    id: number
    name: string
  }[]
  return fields.filter(({ name }) => isTaxField(name)).map(({ id }) => String(id))
}

/** As keys: the field before the number, for numbers of two states are not to be compared. */
function taxNumbers(cell: string, taxFields: readonly string[]): string[] {
  const fields = parseJson<Record<string, FieldValue>>(cell)
  return taxFields.flatMap((field) => {
    const number = taxKey(String(fields[field] ?? ''))
    return number === null ? [] : `${field}:${number}`
  })
}

function stageNames<Row extends NamedRow>(
  db: Database,
  select: string,
  also: (row: Row, words: readonly string[]) => void,
): Vocabulary {
  const vocabulary: Vocabulary = { counts: new Map(), records: 0 }
  const { counts } = vocabulary
  const records = new BatchInsert(db, 'temp.dupe_records', ['id', 'sig'])
  const page = db.prepare(`${select} where merged_into is null and id > ? order by id limit ${PAGE}`)
  for (let after = 0; ; ) {
    const rows = page.all(after) as Row[]
    for (const row of rows) {
      const name = comparedName(row.folded)
      const words = name.words.map(({ look }) => look)
      records.add([row.id, signatureOf(name)])
      for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
      also(row, words)
    }
    vocabulary.records += rows.length
    const last = rows.at(-1)
    if (last === undefined) break
    after = last.id
  }
  records.flush()
  return vocabulary
}

/** A slip is rare: of two words a letter apart that are both more frequent, each is a word of its own. */
const RARE = 3

/** Words that are a slip apart, by each of them. Found by what they are with one letter left out. */
export function slips(db: Database, { counts }: Vocabulary): Map<string, string[]> {
  const deletions = new BatchInsert(db, 'temp.dupe_deletions', ['rest', 'word'])
  for (const word of counts.keys()) {
    if (word.length < 4 || /\d/.test(word)) continue
    deletions.add([word, word])
    for (let at = 1; at < word.length; at++)
      if (word[at] !== word[at - 1]) deletions.add([word.slice(0, at) + word.slice(at + 1), word])
  }
  deletions.flush()
  db.raw.exec('create index temp.dupe_deletions_rest on dupe_deletions(rest, word)')
  const pairs = db
    .prepare(
      `select distinct x.word, y.word from temp.dupe_deletions x
      cross join temp.dupe_deletions y on y.rest = x.rest and y.word > x.word`,
    )
    .raw()
    .all() as [string, string][]
  const found = new Map<string, string[]>()
  for (const [a, b] of pairs) {
    if (Math.min(counts.get(a) ?? 0, counts.get(b) ?? 0) > RARE || !isSlip(a, b)) continue
    found.set(a, [...(found.get(a) ?? []), b])
    found.set(b, [...(found.get(b) ?? []), a])
  }
  return found
}
