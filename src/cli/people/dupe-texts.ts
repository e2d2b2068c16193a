import type { BookOf, Evidence } from '../../domain/names/likeness.ts'
import { shownPhone } from '../../domain/names/phone.ts'
import type { Database } from '../../store/database.ts'
import { countDealsOf } from '../../store/people/book.ts'
import { getCompany } from '../../store/people/companies.ts'
import { getContact } from '../../store/people/contacts.ts'
import type { Dupe } from '../../store/people/dupes.ts'
import type { Words } from '../../words/words.ts'

/** A pair of contacts or of companies. */
export interface FoundDupe extends Dupe {
  of: BookOf
}

export function scoreText(score: number): string {
  return (Math.floor(score * 100) / 100).toFixed(2)
}

/** What speaks for a pair, and what against it, in words. */
export function whyText(evidence: readonly Evidence[], { dupes: words }: Words): string {
  return evidence
    .map(({ kind, value, names }) => {
      const crowded = names === undefined ? '' : words.crowded({ names })
      return `${words.why[kind]}${value === undefined ? '' : ` ${value}`}${crowded}`
    })
    .join(', ')
}

export interface NamedRecord {
  /** As typed: `c5`, `o3`. */
  id: string
  name: string
}

export function bookRecord(db: Database, of: BookOf, id: number): NamedRecord {
  const { name } = of === 'contact' ? getContact(db, id) : getCompany(db, id)
  return { id: `${of === 'contact' ? 'c' : 'o'}${id}`, name }
}

/** A record in a line, to tell it from another: name, phones, e-mails, company, how many deals. */
export function recordLine(db: Database, of: BookOf, id: number, dealsWord: string): string {
  const { id: typed, name } = bookRecord(db, of, id)
  const known = of === 'contact' ? aboutContact(db, id) : aboutCompany(db, id)
  const deals = countDealsOf(db, of, id)
  return [`${typed} ${name}`, ...known, ...(deals === 0 ? [] : [`${dealsWord}: ${deals}`])].join(' · ')
}

function aboutContact(db: Database, id: number): string[] {
  const { phones, emails, company, position, birthday } = getContact(db, id)
  return [
    ...phones.map(shownPhone),
    ...emails.map(({ raw }) => raw),
    ...(company === null ? [] : [getCompany(db, company).name]),
    ...[position, birthday].filter((value) => value !== null),
  ]
}

function aboutCompany(db: Database, id: number): string[] {
  const { phone, email, website } = getCompany(db, id)
  return [phone, email, website].filter((value) => value !== null)
}
