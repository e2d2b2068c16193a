import { type FirmAndPerson, firmAndPerson } from '../domain/names/firm-and-person.ts'
import { foldCompany, isCompanyName } from '../domain/names/name.ts'
import { type Email, parseEmails } from '../domain/names/phone.ts'
import type { PlannedContact, PlannedLink } from '../domain/records/planned-deal.ts'
import { detached } from './cache.ts'
import type { DealFieldName } from './deal-fields.ts'
import { pairLinks, severalLinks, writesLists } from './links.ts'
import { isNumberAlone, phonesOf } from './person-cells.ts'
import type { RowCells } from './row-cells.ts'

/** A name with the e-mail that tells namesakes apart: `Olga Stone (stone@example.com)`. */
const NAME_AND_EMAIL = /^(.+?)\s*\(([^()\s]+@[^()\s]+)\)$/
/** So many names are kept to be said. */
const MOST_NAMES = 3
const NO_CONTACTS: readonly PlannedContact[] = []

/** Reads which company and which people the rows of a file of deals are linked to. */
export class DealLinks {
  /** Names of contacts that are a company's, where the file has no column of companies, and their rows. */
  readonly likeCompanies = { names: new Set<string>(), count: 0 }
  readonly #hasCompanies: boolean

  constructor(
    private readonly cells: RowCells<DealFieldName>,
    private readonly fileSystem: string | null,
    /** Country of phones that name none. */
    private readonly region: string,
  ) {
    this.#hasCompanies = cells.has('company') || cells.has('companyId')
  }

  /** The one that is said to be the primary one, else the first: a deal has one company. */
  company(system: string): PlannedLink | null {
    const together = this.#together()
    if (together !== undefined) {
      const field = this.cells.text('contact') === '' ? 'company' : 'contact'
      this.cells.warn(field, (w) => w.import.takenApart)
      return { id: null, name: together.company }
    }
    const links = this.#linked('company', 'companyId', system)
    const primary = this.cells.text('primaryCompany')
    if (primary !== '') {
      const named = links.find(({ name }) => name === primary)
      const [only, ...more] = links
      if (named !== undefined) return named
      return { id: more.length === 0 && only?.name == null ? (only?.id ?? null) : null, name: primary }
    }
    const [first, ...others] = links
    if (first === undefined) return null
    if (others.length > 0)
      this.cells.warn('company', (w) => w.import.firstLinked(severalLinks(first, others)))
    return first
  }

  /** The row's e-mails and phones are of the first, who has them for a name where there is no other, or a number for one. */
  contacts(system: string): readonly PlannedContact[] {
    const { cells } = this
    const together = this.#together()
    const links =
      together === undefined
        ? this.#linked('contact', 'contactId', system)
        : [{ id: null, name: together.person }]
    const emails = cells.all('email').flatMap(parseEmails)
    const [linked, ...others] = links
    const isNumber = linked?.id === null && isNumberAlone(linked.name ?? '', this.region)
    const first = isNumber ? undefined : linked
    const phones = phonesOf([...(isNumber ? [linked.name ?? ''] : []), ...cells.phones('phone')], this.region)
    const name = first?.name ?? emails[0]?.raw ?? phones[0]?.raw ?? null
    if (first === undefined && name === null) return NO_CONTACTS
    if (!this.#hasCompanies && first?.name != null && isCompanyName(first.name)) this.#likeCompany(first.name)
    const main = { id: first?.id ?? null, name, emails, phones }
    if (others.length === 0 && !NAME_AND_EMAIL.test(name ?? '')) return [main]
    return [main, ...others.map((link) => ({ ...link, emails: [], phones: [] }))].map(withOwnEmail)
  }

  /** A firm and its person in one cell, beside which nothing else says who either is. */
  #together(): FirmAndPerson | undefined {
    const { cells } = this
    if (writesLists(this.fileSystem) || cells.text('contactId') + cells.text('companyId') !== '')
      return undefined
    const [contact, company] = [cells.text('contact'), cells.text('company')]
    const both = firmAndPerson(contact === '' ? company : contact)
    const isOther = contact !== '' && company !== ''
    return both && isOther && foldCompany(company) !== foldCompany(both.company) ? undefined : both
  }

  #likeCompany(name: string): void {
    const { names } = this.likeCompanies
    this.likeCompanies.count++
    if (names.size < MOST_NAMES) names.add(detached(name))
  }

  #linked(field: 'company' | 'contact', idField: 'companyId' | 'contactId', system: string) {
    const { cells, fileSystem } = this
    const cell = { names: cells.text(field), ids: cells.text(idField) }
    const { links, uneven } = pairLinks(cell, { system, fileSystem })
    if (uneven !== undefined) cells.warn(field, (w) => w.import.unevenLinks(uneven))
    return links
  }
}

function withOwnEmail(contact: PlannedContact): PlannedContact {
  const [, name, address] = NAME_AND_EMAIL.exec(contact.name ?? '') ?? []
  if (name === undefined || address === undefined) return contact
  const own: readonly Email[] = parseEmails(address)
  const known = new Set(contact.emails.map(({ email }) => email))
  return { ...contact, name, emails: [...contact.emails, ...own.filter(({ email }) => !known.has(email))] }
}
