import { foldCompany, foldName } from '../domain/name.ts'
import type { PersonPointer, PlannedTouch, Pointer } from '../domain/planned-touch.ts'
import { CONTACT_KEY } from './contact-keys.ts'
import { bookSurvivor } from './naming-people.ts'
import type { Operation } from './operation.ts'
import { OwnNames } from './own-names.ts'
import type { Store } from './store.ts'

/** So many answers are remembered; a log names the same people over and over. */
const MOST_KNOWN = 50_000

/**
 * Whom and what the rows of a file are about. Contacts are found by the id of the file's system, e-mail, phone, then
 * name; one who has a name but is not here is made, one with nothing but a number is not. Deals are never made.
 */
export class TouchLinks {
  /** Numbers that are nobody's, as written, with their rows. */
  readonly strangers = new Map<string, number>()
  /** Rows that name a contact, company or deal which is not here. */
  lost = 0
  made = 0
  /** Such names, of which a row may have several. */
  #misses = 0
  readonly #known = new Map<string, number | null>()
  readonly #own: OwnNames

  constructor(
    private readonly store: Store,
    private readonly operation: Operation,
    private readonly file: { readonly system: string; readonly own: boolean },
  ) {
    this.#own = new OwnNames(store, operation)
  }

  /** The row ids of what a row points to; null where it points to nothing, or to what is not here. */
  of(
    row: Pick<PlannedTouch, 'contact' | 'company' | 'deal'>,
  ): Record<'contact' | 'company' | 'deal', number | null> {
    const before = this.#misses
    const found = {
      contact: this.#contactOf(row.contact),
      company: this.#companyOf(row.company),
      deal: this.#dealOf(row.deal),
    }
    if (this.#misses > before) this.lost++
    return found
  }

  #contactOf(pointer: PersonPointer | null): number | null {
    if (pointer === null) return null
    const { id, own, name, phones, emails } = pointer
    const keys = [emails.map(({ email }) => email), phones.map(({ e164, raw }) => e164 ?? raw)]
    const found = this.#remembered(JSON.stringify(['c', id, own, name, keys]), () => this.#contact(pointer))
    if (found !== null) return found
    const [phone] = phones
    if (phone === undefined) this.#misses++
    else {
      const number = phone.e164 ?? phone.raw
      this.strangers.set(number, (this.strangers.get(number) ?? 0) + 1)
    }
    return null
  }

  #companyOf(pointer: Pointer | null): number | null {
    if (pointer === null) return null
    const { id, own, name } = pointer
    const found = this.#remembered(JSON.stringify(['o', id, own, name]), () => this.#company(pointer))
    if (found === null) this.#misses++
    return found
  }

  #dealOf(pointer: Pointer | null): number | null {
    if (pointer === null) return null
    const { id, own, name } = pointer
    const found = this.#remembered(JSON.stringify(['d', id, own, name]), () => this.#deal(pointer))
    if (found === null) this.#misses++
    return found
  }

  #remembered(key: string, find: () => number | null): number | null {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    if (this.#known.size >= MOST_KNOWN) this.#known.clear()
    const found = find()
    this.#known.set(key, found)
    return found
  }

  #contact({ id, own, name, phones, emails }: PersonPointer): number | null {
    const survivor = (found: number | undefined) =>
      found === undefined ? undefined : (bookSurvivor(this.store.db, 'contacts', found) ?? found)
    if (this.file.own) return name === null ? null : (survivor(this.#own.id('contacts', name, own)) ?? null)
    const known =
      this.#external('contacts', id) ??
      this.#byKey(
        CONTACT_KEY.email,
        emails.map(({ email }) => email),
      ) ??
      this.#byKey(
        CONTACT_KEY.phone,
        phones.flatMap(({ e164 }) => e164 ?? []),
      ) ??
      (name === null ? undefined : this.#named('contacts', foldName(name)))
    if (known !== undefined) return survivor(known) ?? null
    const called = name ?? emails[0]?.raw
    if (called === undefined) return null
    this.made++
    return this.operation.insert('contacts', {
      name: called,
      folded: foldName(called),
      phones: JSON.stringify(phones),
      emails: JSON.stringify(emails),
      created_at: this.operation.at,
      created_precision: 0,
      said: JSON.stringify({ name: called }),
    })
  }

  #company({ id, own, name }: Pointer): number | null {
    const { db } = this.store
    const survivor = (found: number) => bookSurvivor(db, 'companies', found) ?? found
    if (this.file.own) return name === null ? null : survivor(this.#own.id('companies', name, own))
    const known =
      this.#external('companies', id) ??
      (name === null ? undefined : this.#named('companies', foldCompany(name)))
    if (known !== undefined) return survivor(known)
    if (name === null) return null
    return this.operation.insert('companies', {
      name,
      folded: foldCompany(name),
      created_at: this.operation.at,
      created_precision: 0,
      said: JSON.stringify({ name }),
    })
  }

  /** By the system's id, the typed id where the title is the same, else as the only deal of that title. */
  #deal({ id, own, name }: Pointer): number | null {
    const { db } = this.store
    if (id !== null) {
      const found = db
        .prepare('select deal_id from deal_state where external_system = ? and external_id = ?')
        .pluck()
        .get(this.file.system, id)
      if (found !== undefined) return Number(found)
    }
    if (name === null) return null
    const folded = foldName(name)
    const same = db.prepare('select 1 from deal_state where deal_id = ? and folded = ?').get(own, folded)
    if (same !== undefined) return own
    const named = db
      .prepare('select deal_id from deal_state where folded = ? and removed = 0 limit 2')
      .pluck()
      .all(folded) as number[]
    return named.length === 1 ? (named[0] ?? null) : null
  }

  #external(table: 'contacts' | 'companies', id: string | null): number | undefined {
    if (id === null) return undefined
    const found = this.store.db
      .prepare(`select id from ${table} where external_system = ? and external_id = ?`)
      .pluck()
      .get(this.file.system, id)
    return found === undefined ? undefined : Number(found)
  }

  #byKey(kind: number, keys: readonly string[]): number | undefined {
    const find = this.store.db
      .prepare(
        `select k.contact_id from contact_keys k join contacts c on c.id = k.contact_id
        where k.kind = ? and k.key = ? order by c.merged_into is not null, c.id limit 1`,
      )
      .pluck()
    for (const key of keys) {
      const found = find.get(kind, key)
      if (found !== undefined) return Number(found)
    }
    return undefined
  }

  #named(table: 'contacts' | 'companies', folded: string): number | undefined {
    const find = `select id from ${table} where folded = ? order by merged_into is not null, id limit 1`
    const found = this.store.db.prepare(find).pluck().get(folded)
    return found === undefined ? undefined : Number(found)
  }
}
