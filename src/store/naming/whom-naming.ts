import { wordsOf } from '../../domain/names/matching.ts'
import { foldCompany, foldName, parseTypedId } from '../../domain/names/name.ts'
import { parseEmails } from '../../domain/names/phone.ts'
import { UserError } from '../../errors.ts'
import type { Database } from '../database.ts'
import { findDeal } from '../deals/naming.ts'
import { withExternalId } from '../external-ids.ts'
import type { Store } from '../store.ts'
import { type AlikePerson, alikePeople } from './alike-people.ts'
import { lastTouchedWhom, type Whom } from './last-touched.ts'
import { candidateText, NotThere, SHOWN } from './naming.ts'
import { bookSurvivors, findCompany, findContact } from './naming-people.ts'
import { type NamedRow, rowsCalled, rowsShortened } from './rows-named.ts'

interface Candidate extends Whom {
  /** `c5`, `o3`, `d17` */
  key: string
  name: string
  hint: string | null
}

/** Several fit, perhaps of several kinds. */
export class AmbiguousWhom extends UserError {
  constructor(
    readonly text: string,
    readonly candidates: readonly Candidate[],
  ) {
    const found = candidates.slice(0, SHOWN).map(candidateText)
    super((w) => w.touch.several({ text, found, count: candidates.length }))
  }
}

/** Nobody and nothing fits. `key` says that the text is a phone or an e-mail and so no name. */
export class NobodyThere extends UserError {
  constructor(
    readonly text: string,
    readonly key: 'phone' | 'email' | null,
    readonly near: readonly string[],
    /** Whom the text may mean in another case, or with a slip in it. */
    readonly alike: readonly AlikePerson[] = [],
  ) {
    super((w) => w.touch.nobody({ text, near, alike: alike.map(({ key, name }) => `${key} ${name}`) }))
  }
}

/**
 * Whom a text means: an id (`c5`, `o3`, `d17`, or one of another system), `.` for the one last touched, the e-mail or
 * phone of a contact, else of a company, or a name. A deal that fits beside its own contact or company is not meant,
 * nor a company beside the one of its people who fits: the person is. Throws `AmbiguousWhom` where several fit, `NobodyThere` where none does.
 */
export function findWhom(store: Store, text: string): Whom {
  const trimmed = text.trim()
  if (trimmed === '.') return lastTouchedWhom(store.db)
  const byId = ided(store, trimmed)
  if (byId !== undefined) return byId
  const key = keyKind(trimmed)
  if (key !== null) return byKey(store, trimmed, key)
  const exact = named(store, trimmed, true)
  const found = exact.length > 0 ? exact : named(store, trimmed, false)
  const [only, second] = ofPeople(store, found)
  if (only !== undefined && second === undefined) return only
  if (only !== undefined) throw new AmbiguousWhom(trimmed, described(store, ofPeople(store, found)))
  const alike = alikePeople(store, trimmed)
  throw new NobodyThere(trimmed, null, alike.length > 0 ? [] : nearNames(store, trimmed), alike)
}

/**
 * How many of the first words are together the name of one contact or company, or a part of it, word for word: 1 where
 * only the first may be one. What is quoted stands for itself.
 */
export function wordsOfName(store: Store, words: readonly string[]): number {
  const [first = ''] = words
  if (!isNameWord(first) || parseTypedId(first) !== undefined) return 1
  let count = 1
  while (count < MOST_OF_NAME && isNameWord(words[count] ?? '')) {
    const text = words.slice(0, count + 1).join(' ')
    const isOneName =
      isWordOfName(store, 'contacts', foldName(text), foldName(words[count] ?? '')) ||
      isWordOfName(store, 'companies', foldCompany(text), foldCompany(words[count] ?? ''))
    if (!isOneName && !isInAnotherCase(store, first, text)) break
    count++
  }
  return count
}

/** `Петру Орлову`: nobody is called by the first word, and the words together are nearly somebody's name. */
function isInAnotherCase(store: Store, first: string, text: string): boolean {
  return named(store, first, false).length === 0 && alikePeople(store, text).length > 0
}

const MOST_OF_NAME = 5

function isNameWord(text: string): boolean {
  return /^["«(]?\p{L}[\p{L}\d'’ʼ.-]*["»)]?$/u.test(text)
}

function isWordOfName({ db }: Store, table: 'contacts' | 'companies', text: string, last: string): boolean {
  const select = `select id, folded from ${table} where merged_into is null`
  return rowsShortened(db, select, text).some(({ folded }) => wordsOf(folded).includes(last))
}

const FINDERS = { contact: findContact, company: findCompany, deal: findDeal } as const

/** By an id: the letter says the kind, the id of another system may be of any. */
function ided(store: Store, text: string): Whom | undefined {
  const kind = parseTypedId(text.replace(/^id:/i, ''))?.kind
  if (kind === 'contact' || kind === 'company' || kind === 'deal') {
    const id = FINDERS[kind](store, text)
    return { kind, id }
  }
  const external = text.replace(/^ext:\s*/i, '')
  const tables = { contact: 'contacts', company: 'companies', deal: 'deal_state' } as const
  const found = KINDS.filter((one) => withExternalId(store.db, tables[one], external).length > 0)
  const [first, second] = found
  if (first === undefined) return undefined
  if (second === undefined) return { kind: first, id: FINDERS[first](store, text) }
  const all = found.map((one): Whom => ({ kind: one, id: FINDERS[one](store, text) }))
  throw new AmbiguousWhom(text, described(store, all))
}

const KINDS = ['contact', 'company', 'deal'] as const

/** Whether a text is a phone or an e-mail: no name then. */
function keyKind(text: string): 'phone' | 'email' | null {
  if (parseEmails(text).length > 0) return 'email'
  return /^\+?[\d\s()./-]{5,}$/.test(text) ? 'phone' : null
}

function byKey(store: Store, text: string, key: 'phone' | 'email'): Whom {
  for (const kind of ['contact', 'company'] as const)
    try {
      return { kind, id: FINDERS[kind](store, text) }
    } catch (error) {
      if (!(error instanceof NotThere)) throw error
    }
  throw new NobodyThere(text, key, [])
}

function named(store: Store, text: string, exactly: boolean): Whom[] {
  const { db } = store
  const contacts = bookNamed(db, 'contacts', foldName(text), exactly)
  const companies = bookNamed(db, 'companies', foldCompany(text), exactly)
  return [
    ...contacts.map((id): Whom => ({ kind: 'contact', id })),
    ...companies.map((id): Whom => ({ kind: 'company', id })),
    ...dealsNamed(db, foldName(text), exactly).map((id): Whom => ({ kind: 'deal', id })),
  ]
}

function bookNamed(
  db: Database,
  table: 'contacts' | 'companies',
  folded: string,
  exactly: boolean,
): number[] {
  const select = `select id, folded from ${table} where true`
  const rows = exactly ? rowsCalled(db, select, folded) : rowsShortened(db, select, folded)
  return bookSurvivors(
    db,
    table,
    rows.map(({ id }) => id),
  )
}

interface NamedDeal extends NamedRow {
  outcome: number
}

/** Open deals; where none of them fits, closed ones. */
function dealsNamed(db: Database, folded: string, exactly: boolean): number[] {
  const select = 'select deal_id as id, folded, outcome from deal_state where removed = 0'
  const find = exactly ? rowsCalled<NamedDeal> : rowsShortened<NamedDeal>
  const rows = find(db, select, folded)
  const open = rows.filter(({ outcome }) => outcome === 0)
  return (open.length > 0 ? open : rows).map(({ id }) => id)
}

/** Deals of a contact or a company that fits too are left out, and so is the company of the one contact who fits. */
function ofPeople(store: Store, found: readonly Whom[]): Whom[] {
  const [person, another] = found.filter(({ kind }) => kind === 'contact')
  const firm =
    person === undefined || another !== undefined
      ? undefined
      : store.db.prepare('select company_id from contacts where id = ?').pluck().get(person.id)
  return withoutOwnDeals(store, found).filter(({ kind, id }) => kind !== 'company' || id !== firm)
}

function withoutOwnDeals(store: Store, found: readonly Whom[]): Whom[] {
  const people = found.filter(({ kind }) => kind === 'contact').map(({ id }) => id)
  const firms = found.filter(({ kind }) => kind === 'company').map(({ id }) => id)
  if (people.length + firms.length === 0) return [...found]
  const owned = store.db
    .prepare(
      `select 1 from deal_state s where s.deal_id = @deal and (s.company_id in (select value from json_each(@firms))
        or exists(select 1 from deal_contacts c where c.deal_id = s.deal_id
          and c.contact_id in (select value from json_each(@people))))`,
    )
    .pluck()
  const given = { firms: JSON.stringify(firms), people: JSON.stringify(people) }
  return found.filter(({ kind, id }) => kind !== 'deal' || owned.get({ deal: id, ...given }) === undefined)
}

function described(store: Store, found: readonly Whom[]): Candidate[] {
  return found.map((one) => ({ ...one, ...describe(store, one) }))
}

const LETTERS = { contact: 'c', company: 'o', deal: 'd' } as const

/** What people call it: `c5`, its name, and what tells it from its namesakes. */
function describe(store: Store, { kind, id }: Whom): { key: string; name: string; hint: string | null } {
  const statements = {
    contact: `select c.name, coalesce((select o.name from companies o where o.id = c.company_id),
        (select coalesce(p.value ->> 'e164', p.value ->> 'raw') from json_each(c.phones) p limit 1)) as hint
      from contacts c where c.id = ?`,
    company: 'select name, coalesce(email, phone, website) as hint from companies where id = ?',
    deal: 'select title as name, null as hint, stage_id as stage from deal_state where deal_id = ?',
  }
  const row = store.db.prepare(statements[kind]).get(id) as {
    name: string
    hint: string | null
    stage?: number
  }
  const hint = row.stage === undefined ? row.hint : store.stage(row.stage).name
  return { key: `${LETTERS[kind]}${id}`, name: row.name, hint }
}

function nearNames(store: Store, text: string): readonly string[] {
  try {
    findContact(store, text)
  } catch (error) {
    if (error instanceof NotThere) return error.near
    throw error
  }
  return []
}
