import type { DealValues } from '../../domain/deal.ts'
import { formatMoney } from '../../domain/money.ts'
import type { Rule, RuleEvent } from '../../domain/rule.ts'
import { fillTemplate } from '../../domain/template.ts'
import { formatDay } from '../../domain/time/period.ts'
import { shownValue } from '../fields.ts'
import type { Labels } from '../labels.ts'
import { survivorOf } from '../naming/naming.ts'
import { bookSurvivor } from '../naming/naming-people.ts'
import { type Company, getCompany } from '../people/companies.ts'
import { type Contact, getContact } from '../people/contacts.ts'
import type { Store } from '../store.ts'

/** A deal as it was at an event, and those whom a rule may speak of. */
export interface Subject {
  event: RuleEvent
  values: DealValues
  manager: number | null
  contact: number | null
  company: number | null
}

/** Something stands in braces that is no more: a field of the user's own. */
export class PlaceGone extends Error {}

/** The rule's template filled in. Throws `PlaceGone`. What a deal or a person does not have leaves nothing in its place. */
export function filled(store: Store, labels: Labels, rule: Rule, subject: Subject): string {
  const places = new Places(store, labels, rule, subject)
  return fillTemplate(rule.text, (place) => places.value(place))
}

class Places {
  #contact: Contact | null | undefined
  #company: Company | null | undefined

  constructor(
    private readonly store: Store,
    private readonly labels: Labels,
    private readonly rule: Rule,
    private readonly subject: Subject,
  ) {}

  value(place: string): string {
    const dot = place.indexOf('.')
    const [of, name] = [place.slice(0, dot), place.slice(dot + 1)]
    switch (of) {
      case 'deal':
        return this.#deal(name)
      case 'contact':
        return this.#person(name)
      case 'company':
        return this.#firm(name)
      case 'manager':
        return this.#manager(name)
      case 'event':
        return formatDay(this.store.zone.dateOf(this.subject.event.at), this.rule.lang)
      default:
        throw new PlaceGone(place)
    }
  }

  #deal(name: string): string {
    const { store, labels, rule, subject } = this
    const { values, event } = subject
    const money = (minor: number | null) =>
      minor === null ? '' : formatMoney(minor, values.currency, rule.lang)
    if (name.startsWith('#')) return this.#ownField(Number(name.slice(1)))
    const stage = store.stage(values.stage)
    switch (name) {
      case 'id':
        return `d${event.deal}`
      case 'title':
      case 'currency':
        return values[name]
      case 'amount':
      case 'cost':
        return money(values[name])
      case 'stage':
        return stage.name
      case 'pipeline':
        return store.pipeline(stage.pipeline).name
      case 'manager':
        return subject.manager === null ? '' : labels.manager(subject.manager)
      case 'company':
        return subject.company === null ? '' : labels.company(subject.company)
      case 'contact':
        return subject.contact === null ? '' : labels.contact(subject.contact)
      case 'source':
      case 'product':
        return values[name] ?? ''
      case 'expected':
        return values.expected === null ? '' : formatDay(values.expected, rule.lang)
      default:
        throw new PlaceGone(name)
    }
  }

  #ownField(id: number): string {
    const field = this.labels.fields('deal').find((one) => one.id === id)
    if (field === undefined) throw new PlaceGone(`#${id}`)
    const value = this.subject.values.fields[id]
    if (value === undefined) return ''
    const { currency } = this.store.settings
    if (field.type === 'money') return formatMoney(Number(value), currency, this.rule.lang)
    if (field.type === 'date') return formatDay(String(value), this.rule.lang)
    if (field.type === 'yesno') return value === 1 ? '+' : '-'
    return String(shownValue(value, field.type, currency))
  }

  #person(name: string): string {
    const { contact: id } = this.subject
    this.#contact ??= id === null ? null : getContact(this.store.db, id)
    const contact = this.#contact
    if (contact === null) return ''
    switch (name) {
      case 'name':
        return contact.name
      case 'phone':
        return contact.phones[0]?.raw ?? ''
      case 'email':
        return contact.emails[0]?.email ?? ''
      case 'position':
        return contact.position ?? ''
      case 'company':
        return contact.company === null ? '' : this.labels.company(contact.company)
      default:
        throw new PlaceGone(name)
    }
  }

  #firm(name: string): string {
    const { company: id } = this.subject
    this.#company ??= id === null ? null : getCompany(this.store.db, id)
    const company = this.#company
    if (company === null) return ''
    if (name === 'name' || name === 'phone' || name === 'email' || name === 'website')
      return company[name] ?? ''
    throw new PlaceGone(name)
  }

  #manager(name: string): string {
    const { store, subject } = this
    const { managers } = store
    const alive = subject.manager === null ? null : survivorOf(managers, subject.manager)
    const manager = managers.find(({ id }) => id === alive)
    if (manager === undefined) return ''
    if (name === 'name' || name === 'email') return manager[name] ?? ''
    throw new PlaceGone(name)
  }
}

/** The first of a deal's people, as who they are by now; its company likewise. */
export function peopleOf({ db }: Store, values: DealValues): Pick<Subject, 'contact' | 'company'> {
  const [first] = values.contacts
  const alive = (table: 'contacts' | 'companies', id: number | null | undefined) =>
    id === null || id === undefined ? null : (bookSurvivor(db, table, id) ?? null)
  return { contact: alive('contacts', first), company: alive('companies', values.company) }
}
