import { foldCompany, foldName } from '../../domain/names/name.ts'
import type { PersonPointer, PlannedTouch, Pointer } from '../../domain/records/planned-touch.ts'
import { type BookTable, bookSurvivor } from '../naming/naming-people.ts'
import type { Operation } from '../operation.ts'
import { CONTACT_KEY } from '../people/contact-keys.ts'
import { hasOtherId, type Identified, KnownIds } from '../people/known-ids.ts'
import type { Store } from '../store.ts'
import { OwnNames } from './own-names.ts'

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
  /** By a name or a key: up to which record nobody can be one whose id is still to be known. */
  readonly #passed = new Map<string, number>()
  readonly #own: OwnNames
  readonly #ids: KnownIds

  constructor(
    private readonly store: Store,
    private readonly operation: Operation,
    private readonly file: { readonly system: string; readonly own: boolean },
  ) {
    this.#own = new OwnNames(store, operation)
    this.#ids = new KnownIds(store.db, operation)
  }

  /** The row ids of what a row points to; null where it points to nothing, or to what is not here. */
  of(
    row: Pick<PlannedTouch, 'contact' | 'company' | 'deal'>,
  ): Record<'contact' | 'company' | 'deal', number | null> {
    const before = this.#misses
    const client = row.company === null && row.contact !== null && this.#isCompany(row.contact)
    const found = {
      contact: client ? null : this.#contactOf(row.contact),
      company: this.#companyOf(client ? row.contact : row.company),
      deal: this.#dealOf(row.deal),
    }
    // What a system relates an activity to is a deal or a company.
    const other = found.deal === null && found.company === null && row.deal !== null && !this.file.own
    const company = other ? this.#byId('companies', row.deal.id) : undefined
    if (company !== undefined) {
      this.#misses--
      found.company = bookSurvivor(this.store.db, 'companies', company) ?? company
    }
    if (this.#misses > before) this.lost++
    return found
  }

  /** A client is called by a name alone, whether a person or a company. */
  #isCompany({ id, name, phones, emails }: PersonPointer): boolean {
    if (this.file.own || name === null || id !== null || phones.length + emails.length > 0) return false
    const company = this.#remembered(JSON.stringify(['client', name]), () =>
      this.#named('contacts', foldName(name), null) === undefined
        ? (this.#named('companies', foldCompany(name), null) ?? null)
        : null,
    )
    return company !== null
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
    const known = this.#byId('contacts', id) ?? this.#sameContact({ id, name, phones, emails })
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
      ...this.#identity(id, called),
    })
  }

  #company({ id, own, name }: Pointer): number | null {
    const { db } = this.store
    const survivor = (found: number) => bookSurvivor(db, 'companies', found) ?? found
    if (this.file.own) return name === null ? null : survivor(this.#own.id('companies', name, own))
    const known =
      this.#byId('companies', id) ??
      (name === null
        ? undefined
        : this.#takenUp('companies', id, this.#named('companies', foldCompany(name), id)))
    if (known !== undefined) return survivor(known)
    if (name === null) return null
    return this.operation.insert('companies', {
      name,
      folded: foldCompany(name),
      created_at: this.operation.at,
      created_precision: 0,
      ...this.#identity(id, name),
    })
  }

  #sameContact({ id, name, phones, emails }: Omit<PersonPointer, 'own'>): number | undefined {
    const byEmail = () =>
      this.#byKey(
        CONTACT_KEY.email,
        emails.map(({ email }) => email),
        id,
      )
    const byPhone = () =>
      this.#byKey(
        CONTACT_KEY.phone,
        phones.flatMap(({ e164 }) => e164 ?? []),
        id,
      )
    const byName = () => (name === null ? undefined : this.#named('contacts', foldName(name), id))
    return this.#takenUp('contacts', id, byEmail() ?? byPhone() ?? byName())
  }

  #identity(id: string | null, name: string) {
    if (id === null) return { said: JSON.stringify({ name }) }
    return {
      external_system: this.file.system,
      external_id: id,
      said: JSON.stringify({ name, linked: true }),
    }
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
    return this.#remembered(JSON.stringify(['titled', folded, id === null]), () => {
      const named = db
        .prepare(
          `select deal_id from deal_state where folded = ? and removed = 0
            and (? is null or external_system is not ?) limit 2`,
        )
        .pluck()
        .all(folded, id, this.file.system) as number[]
      return named.length === 1 ? (named[0] ?? null) : null
    })
  }

  #byId(table: BookTable, id: string | null): number | undefined {
    return id === null ? undefined : this.#ids.record(table, { system: this.file.system, id })
  }

  /** The record answers to the id from now on. */
  #takenUp(table: BookTable, id: string | null, record: number | undefined): number | undefined {
    if (id !== null && record !== undefined) this.#ids.learn(table, record, { system: this.file.system, id })
    return record
  }

  #byKey(kind: number, keys: readonly string[], id: string | null): number | undefined {
    const among = `select k.contact_id as record, r.external_system, r.external_id, r.folded, r.said
      from contact_keys k cross join contacts r on r.id = k.contact_id
      where k.kind = ${kind} and k.key = ? and k.contact_id > ?`
    for (const key of keys) {
      const found = this.#first(among, key, id)
      if (found !== undefined) return found
    }
    return undefined
  }

  /** With an id, by its name alone only who has none yet, in any system. */
  #named(table: BookTable, folded: string, id: string | null): number | undefined {
    const among = `select r.id as record, r.external_system, r.external_id, r.folded, r.said
      from ${table} r where r.folded = ? and r.id > ?`
    const { system } = this.file
    return this.#first(among, folded, id, (row) => row.external_id !== null && row.external_system !== system)
  }

  /**
   * Not those of another id of the system, where the row says one; who was merged away comes last. Whoever has such an
   * id keeps it, and new records have higher numbers: nobody is looked at twice, however many share a name.
   * `isOther` says who else is not meant, for good as well.
   */
  #first(
    among: string,
    key: string,
    id: string | null,
    isOther: (row: Identified) => boolean = () => false,
  ): number | undefined {
    const { system } = this.file
    for (const merged of ['is null', 'is not null']) {
      const find = this.store.db.prepare(`${among} and r.merged_into ${merged} order by record`)
      const place = JSON.stringify([among, merged, key])
      const passed = id === null ? 0 : (this.#passed.get(place) ?? 0)
      const rows = find.iterate(key, passed) as IterableIterator<Identified & { record: number }>
      for (const row of rows) {
        if (id === null || !(isOther(row) || hasOtherId(row, system))) return row.record
        this.#pass(place, row.record)
      }
      // Nobody is merged away meanwhile.
      if (id !== null && merged === 'is not null') this.#pass(place, Number.MAX_SAFE_INTEGER)
    }
    return undefined
  }

  #pass(place: string, record: number): void {
    if (this.#passed.size >= MOST_KNOWN) this.#passed.clear()
    this.#passed.set(place, record)
  }
}
