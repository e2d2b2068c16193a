import type { DealValues } from '../../domain/deal.ts'
import { formatMoney } from '../../domain/money.ts'
import { shownPhone } from '../../domain/names/phone.ts'
import { echoWhen } from '../../domain/time/when.ts'
import { Labels } from '../../store/labels.ts'
import { getCompany } from '../../store/people/companies.ts'
import { getContact } from '../../store/people/contacts.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import type { Understood } from './understood.ts'

/** Row ids of what was made of the entry. */
export interface QuickIds {
  contact: number | null
  company: number | null
  deal: number
  task: number | null
  meeting: number | null
}

/** A line of what was understood: its label, and the facts that there are. */
type Line = readonly [label: string, facts: readonly (string | null)[]]

/** How an entry was understood, a line for each record; with their ids once they are written. */
export function sayQuick(
  store: Store,
  understood: Understood,
  values: DealValues,
  ids: QuickIds | null,
): (words: Words) => string[] {
  // Read now: after a trial run there is nothing left of what was written.
  const names = namesOf(store, understood, values)
  const isMine = values.manager === store.settings.me
  return (words) => {
    const { labels } = words.quick
    const { referredBy } = understood
    const isOwnerSaid = names.manager !== null && (!isMine || understood.manager !== undefined)
    const nobodys = values.manager === null && !isMine ? words.touch.nobodysWork : null
    return inColumns([
      ...contactLine(understood, names, ids, words),
      ...companyLine(understood, names, ids, words),
      [labels.deal, [...dealFacts(values, names, ids, words), nobodys]],
      ...(isOwnerSaid ? [[labels.manager, [names.manager]] as const] : []),
      ...(referredBy === null ? [] : [[labels.referredBy, [named('c', referredBy, names.sender)]] as const]),
      ...nextLine(understood, ids, words),
    ])
  }
}

interface Names {
  /** Of the contact and the company that were there already. */
  contact: string | null
  company: string | null
  stage: string
  manager: string | null
  sender: string | null
}

function namesOf(store: Store, { contact, company, referredBy }: Understood, values: DealValues): Names {
  const { db } = store
  return {
    contact: contact !== null && 'id' in contact ? (contact.named ?? getContact(db, contact.id).name) : null,
    company: company !== null && 'id' in company ? getCompany(db, company.id).name : null,
    stage: store.stage(values.stage).name,
    manager: values.manager === null ? null : new Labels(store).manager(values.manager),
    sender: referredBy === null ? null : getContact(db, referredBy).name,
  }
}

function contactLine({ contact }: Understood, names: Names, ids: QuickIds | null, { quick }: Words): Line[] {
  if (contact === null) return []
  const keys = [...contact.phones.map(shownPhone), ...contact.emails.map(({ raw }) => raw)]
  const isThere = 'id' in contact
  const id = isThere ? contact.id : (ids?.contact ?? null)
  const name = isThere ? names.contact : contact.name
  const others = keys.filter((key) => key !== name)
  return [
    [quick.labels.contact, [named('c', id, name), ...others, (isThere ? quick.known : quick.fresh).contact]],
  ]
}

function companyLine({ company }: Understood, names: Names, ids: QuickIds | null, { quick }: Words): Line[] {
  if (company === null) return []
  const isThere = 'id' in company
  const id = isThere ? company.id : (ids?.company ?? null)
  const name = isThere ? names.company : company.name
  return [[quick.labels.company, [named('o', id, name), (isThere ? quick.known : quick.fresh).company]]]
}

function dealFacts(
  values: DealValues,
  { stage }: Names,
  ids: QuickIds | null,
  { quick, lang }: Words,
): Line[1] {
  const { title, amount, currency, source, product } = values
  return [
    named('d', ids?.deal ?? null, title),
    amount === null ? quick.noAmount : formatMoney(amount, currency, lang),
    stage,
    source === null ? null : quick.from({ source }),
    product,
  ]
}

function nextLine({ next }: Understood, ids: QuickIds | null, words: Words): Line[] {
  if (next === null) return []
  const when = echoWhen(next.due, words.lang)
  const facts = next.isMeeting
    ? [named('a', ids?.meeting ?? null, when), meetingText(next.text, words)]
    : [named('t', ids?.task ?? null, when), next.text]
  return [[words.quick.labels.next, facts]]
}

function inColumns(lines: readonly Line[]): string[] {
  const width = Math.max(...lines.map(([label]) => label.length))
  return lines.map(
    ([label, facts]) => `${label.padEnd(width)}  ${facts.filter((fact) => fact !== null).join(' · ')}`,
  )
}

function named(letter: string, id: number | null, name: string | null): string {
  return id === null ? (name ?? '') : `${letter}${id} ${name ?? ''}`
}

function meetingText(text: string, { touch }: Words): string {
  return `${touch.what['meeting'] ?? ''} ${text}`.trim()
}
