import type { DealValues } from '../../domain/deal.ts'
import { ofMoment } from '../../domain/time/when.ts'
import { readTouchWords } from '../../domain/touch-words.ts'
import { type Say, UserError } from '../../errors.ts'
import { addDeal } from '../../store/deals/writing.ts'
import { Labels } from '../../store/labels.ts'
import type { Operation } from '../../store/operation.ts'
import { companyRecord, contactRecord } from '../../store/people/book.ts'
import { createCompany, getCompany } from '../../store/people/companies.ts'
import { createContact, distinct, getContact, updateContact } from '../../store/people/contacts.ts'
import type { Store } from '../../store/store.ts'
import { record } from '../../store/touches/recording.ts'
import type { Answer, Run } from '../command.ts'
import type { Context } from '../context.ts'
import { notesOnLoad } from '../day/load-said.ts'
import { nextShown, toldNext } from '../day/next-said.ts'
import { storyOf } from '../deals/named.ts'
import { shellWord } from '../line/quoted.ts'
import { change } from '../writing.ts'
import { askEntry, repeatable, settleEntry, withSureDay } from './asked.ts'
import { namesakeSaid } from './person.ts'
import { asksOfEntry } from './reading.ts'
import { type QuickIds, sayQuick } from './said.ts'
import type { Understood } from './understood.ts'

/** `add "Анна Иванова, +7 900 123-45-67, хочет 3 окна, 120 000"`: contact, company, deal and task in one operation. */
export const quickAdd: Run = async (context, given) => {
  const store = context.open('write')
  const entry = await askEntry(context, given)
  refuseMissed(entry.args.join(' '))
  const { understood, values } = await withSureDay(context, store, entry)
    .then((typed) => settleEntry(context, store, typed))
    .catch((error: unknown) => {
      throw repeatable(entry, error)
    })
  return saved(context, store, understood, values)
}

/** `+7 916 … пропущенный`, `8 916 …, звонил, не успела взять` */
const MISSED_BEHIND =
  /^(.*?\d{2}|[^,]{1,40}?)[\s,]+(?:звонил[аи]?,? ?|дзвони(?:в|ла|ли),? ?|called,? ?)?(?:пропущенный(?: звонок)?|пропущений(?: дзвінок)?|(?:я )?пропустил[аи]?|(?:я )?пропустив|(?:я )?не (?:успел[аи]?|встиг(?:ла)?) (?:взять|ответить|поднять|взяти|відповісти)(?: трубку| слухавку)?|missed(?: call)?|(?:i )?missed it)[.!]?$/iu

/** `пропущенный звонок 8 916 …` is a call, and no inquiry yet. */
function refuseMissed(text: string): void {
  const { outcome, rest: behind } = readTouchWords(text, 'call')
  const [, before = ''] = MISSED_BEHIND.exec(text) ?? []
  const rest = outcome === 'missed' ? behind : before
  if (rest === '') return
  const who = rest.split(/[\s,;]+/).map(shellWord)
  const command = ['voronka call', ...who, '--outcome missed --new'].join(' ')
  throw new UserError((w) => w.quick.missed({ command }))
}

function saved(context: Context, store: Store, understood: Understood, values: DealValues): Answer {
  return change(context, (operation) => {
    const { next } = understood
    const company = companyOf(store, operation, understood, values.manager)
    const contact = contactOf(store, operation, understood, { company, values })
    const when = ofMoment(operation.at, store.zone)
    const deal = addDeal(
      store,
      operation,
      { ...values, company, contacts: contact === null ? [] : [contact] },
      { when, actor: store.settings.me },
    )
    const about = { contact, company, deal, manager: values.manager }
    const done = record(store, operation, { ...(next !== null && { next: { ...about, ...next } }) })
    const follows = toldNext(context, store, done, next)
    const labels = new Labels(store)
    const json = {
      contact: contact === null ? null : contactRecord(store, labels, getContact(store.db, contact)),
      company: company === null ? null : companyRecord(store, labels, getCompany(store.db, company)),
      deal: storyOf(store, deal),
      next: nextShown(store, done),
    }
    const ids = { contact, company, deal, task: done.task, meeting: done.meeting }
    const lines = sayQuick(store, understood, values, ids)
    const made = idsMade(understood, ids).join(', ')
    const load = next === null ? [] : notesOnLoad(store, [{ manager: values.manager, due: next.due }])
    return {
      json, // Who was shown all of it a moment ago needs no more than the numbers.
      says: (w) => (asksOfEntry(context) ? w.quick.saved({ ids: made }) : lines(w).join('\n')),
      notes: [
        ...namesakeNotes(store, understood, contact),
        ...understood.notes,
        ...follows.beside,
        ...load,
      ] satisfies Say[],
    }
  })
}

function idsMade({ contact, company }: Understood, ids: QuickIds): string[] {
  const all: readonly (readonly [letter: string, id: number | null])[] = [
    ['c', contact === null || 'id' in contact ? null : ids.contact],
    ['o', company === null || 'id' in company ? null : ids.company],
    ['d', ids.deal],
    ['t', ids.task],
    ['a', ids.meeting],
  ]
  return all.flatMap(([letter, id]) => (id === null ? [] : [`${letter}${id}`]))
}

function companyOf(
  store: Store,
  operation: Operation,
  { contact, company }: Understood,
  manager: number | null,
): number | null {
  if (company !== null)
    return 'id' in company ? company.id : createCompany(store, operation, { ...company, manager })
  return contact !== null && 'id' in contact ? getContact(store.db, contact.id).company : null
}

function namesakeNotes(store: Store, { contact }: Understood, made: number | null): Say[] {
  const namesake = contact !== null && 'name' in contact ? contact.namesake : undefined
  return namesake === undefined || made === null ? [] : [namesakeSaid(store, namesake, made)]
}

/** The contact made, or the one there is with what the entry adds to it. */
function contactOf(
  store: Store,
  operation: Operation,
  { contact, source, referredBy }: Understood,
  { company, values }: { company: number | null; values: DealValues },
): number | null {
  if (contact === null) return null
  if ('name' in contact) {
    const { namesake: _, ...person } = contact
    return createContact(store, operation, {
      ...person,
      company,
      manager: values.manager,
      source: source ?? null,
      referredBy,
    })
  }
  const before = getContact(store.db, contact.id)
  updateContact(store, operation, contact.id, {
    phones: distinct([...before.phones, ...contact.phones], ({ e164, raw }) => e164 ?? raw),
    emails: distinct([...before.emails, ...contact.emails], ({ email }) => email),
    company: before.company ?? company,
    ...(contact.id !== referredBy && { referredBy: before.referredBy ?? referredBy }),
    ...(contact.named !== undefined && { name: contact.named }),
  })
  return contact.id
}
