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

/** How an entry was understood, a line for each record; with their ids once they are written. */
export function sayQuick(
  store: Store,
  understood: Understood,
  values: DealValues,
  ids: QuickIds | null,
): (words: Words) => string[] {
  const { contact, company, next, referredBy } = understood
  // Read now: after a trial run there is nothing left of what was written.
  const labels = new Labels(store)
  const there =
    contact !== null && 'id' in contact ? (contact.named ?? getContact(store.db, contact.id).name) : null
  const firm = company !== null && 'id' in company ? getCompany(store.db, company.id).name : null
  const stage = store.stage(values.stage).name
  const manager = values.manager === null ? null : labels.manager(values.manager)
  const sender = referredBy === null ? null : getContact(store.db, referredBy).name
  const isMine = values.manager === store.settings.me
  return (words) => {
    const { quick } = words
    const lines: (readonly [label: string, facts: readonly (string | null)[]])[] = []
    if (contact !== null) {
      const keys = [...contact.phones.map(shownPhone), ...contact.emails.map(({ raw }) => raw)]
      const id = 'id' in contact ? contact.id : (ids?.contact ?? null)
      const name = 'id' in contact ? there : contact.name
      lines.push([
        quick.labels.contact,
        [
          named('c', id, name),
          ...keys.filter((key) => key !== name),
          'id' in contact ? quick.known.contact : quick.fresh.contact,
        ],
      ])
    }
    if (company !== null) {
      const id = 'id' in company ? company.id : (ids?.company ?? null)
      const name = 'id' in company ? firm : company.name
      lines.push([
        quick.labels.company,
        [named('o', id, name), 'id' in company ? quick.known.company : quick.fresh.company],
      ])
    }
    const amount = values.amount === null ? null : formatMoney(values.amount, values.currency, words.lang)
    lines.push([
      quick.labels.deal,
      [
        named('d', ids?.deal ?? null, values.title),
        amount ?? quick.noAmount,
        stage,
        values.source === null ? null : quick.from({ source: values.source }),
        values.product,
        values.manager === null && !isMine ? words.touch.nobodysWork : null,
      ],
    ])
    if (manager !== null && (!isMine || understood.manager !== undefined))
      lines.push([quick.labels.manager, [manager]])
    if (referredBy !== null) lines.push([quick.labels.referredBy, [named('c', referredBy, sender)]])
    if (next !== null)
      lines.push([
        quick.labels.next,
        next.isMeeting
          ? [named('a', ids?.meeting ?? null, echoWhen(next.due, words.lang)), meetingText(next.text, words)]
          : [named('t', ids?.task ?? null, echoWhen(next.due, words.lang)), next.text],
      ])
    const width = Math.max(...lines.map(([label]) => label.length))
    return lines.map(
      ([label, facts]) => `${label.padEnd(width)}  ${facts.filter((fact) => fact !== null).join(' · ')}`,
    )
  }
}

function named(letter: string, id: number | null, name: string | null): string {
  return id === null ? (name ?? '') : `${letter}${id} ${name ?? ''}`
}

function meetingText(text: string, { touch }: Words): string {
  return `${touch.what['meeting'] ?? ''} ${text}`.trim()
}
