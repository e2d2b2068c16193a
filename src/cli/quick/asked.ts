import type { DealValues } from '../../domain/deal.ts'
import { otherWeekdayIn } from '../../domain/time/other-weekday.ts'
import { formatDay } from '../../domain/time/period.ts'
import { echoWhen, readWhen, unreadable } from '../../domain/time/when.ts'
import { EXIT, UsageError, UserError } from '../../errors.ts'
import { getCompany } from '../../store/people/companies.ts'
import { getContact } from '../../store/people/contacts.ts'
import type { Store } from '../../store/store.ts'
import type { Choice } from '../../world.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { whenAhead } from '../day/next-step.ts'
import { flagOf, quoted } from '../line/quoted.ts'
import { dealValues } from './deal.ts'
import { asksOfEntry, type QuickField, Unclear } from './reading.ts'
import { sayQuick } from './said.ts'
import { type Understood, understand } from './understood.ts'

/** An entry with which everybody agrees. */
export interface Settled {
  understood: Understood
  values: DealValues
}

type Options = Typed['options']

/** The line of a quick entry; a person at a terminal is asked for it. */
export async function askEntry(context: Context, typed: Typed): Promise<Typed> {
  if (typed.args.join(' ').trim() !== '' || Object.keys(typed.options).length > 0) return typed
  if (!context.interactive) throw new UsageError((w) => w.quick.needText)
  const ask = await context.ask()
  const text = (await ask.text(context.words.quick.ask.entry)).trim()
  if (text === '') throw new UsageError((w) => w.quick.needText)
  return { ...typed, args: [text] }
}

/**
 * The entry with one day where a weekday and the date beside it are of two. Throws UsageError where nobody can say
 * which is meant.
 */
export async function withSureDay(context: Context, store: Store, typed: Typed): Promise<Typed> {
  const how = whenAhead(context, store)
  const text = typed.args.join(' ')
  const other = otherWeekdayIn(text, (day) => readWhen(day, how))
  if (other === undefined) return typed
  if (!asksOfEntry(context)) throw unreadable(text, how)
  const { said, date } = other
  const words = said.split(/\s+/)
  const weekday = [words[0], words.at(-1)].flatMap((word) => readWhen(word ?? '', how) ?? [])
  const days = [date, ...weekday.filter((day) => day.date !== date.date)]
  const { lang, words: w } = context
  const choices = days.map((day) => ({ name: echoWhen(day, lang), value: day.date }))
  const chosen = await (await context.ask()).select(w.quick.ask.whichDay(said), choices)
  return { ...typed, args: [text.replace(said, formatDay(chosen, lang))] }
}

/**
 * Understands the entry. A person at a terminal is asked what is unclear, sees how all of it was understood and says
 * whether it is right, or what is to be another; their answers are as flags. Else what is unclear is refused.
 */
export async function settleEntry(context: Context, store: Store, typed: Typed): Promise<Settled> {
  const asks = asksOfEntry(context)
  let options: Options = typed.options
  let before: Options | undefined
  for (;;)
    try {
      const now: Typed = { args: typed.args, options }
      const understood = await understand(context, store, now)
      const settled = { understood, values: await dealValues(context, store, now, understood) }
      const change = asks ? await askWhetherRight(context, store, settled) : null
      if (change === null) return settled
      before = options
      options = { ...options, ...change }
    } catch (error) {
      if (asks && error instanceof Unclear) {
        options = { ...options, ...(await askUnclear(context, error)) }
        continue
      }
      // An answer that cannot be taken: what was there holds.
      if (before === undefined || !(error instanceof UserError) || error.exit === EXIT.cancelled) throw error
      context.tell(error.say)
      options = before
      before = undefined
    }
}

/** What was unclear, as the flag that says it. */
async function askUnclear(context: Context, error: Unclear): Promise<Options> {
  const { field, choices, more } = error
  const { undated, isOptional = false } = more
  const { quick } = context.words
  const ask = await context.ask()
  if (undated !== undefined) {
    const when = (await ask.text(context.words.touch.ask.nextWhen({ text: undated }))).trim()
    return { next: `${undated} ${when || context.words.next.usually}` }
  }
  const typeIt = async () => {
    const text = (await ask.text(quick.ask.field[field])).trim()
    if (text === '' && !isOptional) throw new UserError(error.say)
    return { [field]: text }
  }
  if (choices.length === 0) {
    const said = isOptional ? quick.ask.namedByPhone : quick.ask.unclear[field]
    context.tell(said === undefined ? error.say : () => said)
    return typeIt()
  }
  const other = field === 'contact' ? quick.ask.newContact : quick.ask.other
  const offered: Choice<string | null>[] = [...choices, { name: other, value: null }]
  const chosen = await ask.select<string | null>(quick.ask.which[field], offered)
  if (chosen !== null) return { [field]: chosen }
  return field === 'contact' ? { new: true } : typeIt()
}

/** Shows the entry as it would be saved: null where it is right, else what is to be another, as flags. */
async function askWhetherRight(
  context: Context,
  store: Store,
  { understood, values }: Settled,
): Promise<Options | null> {
  const { quick } = context.words
  for (const line of sayQuick(store, understood, values, null)(context.words)) context.tell(() => line)
  const ask = await context.ask()
  const fields = fieldsOf(context, store, understood, values)
  const choices: Choice<QuickField | 'save' | 'cancel'>[] = [
    { name: quick.ask.save, value: 'save' },
    ...fields.map(({ field, said }) => ({
      name: `${quick.ask.field[field]} ${said === '' ? '–' : said}`,
      value: field,
    })),
    { name: quick.ask.cancel, value: 'cancel' },
  ]
  const chosen = await ask.select<QuickField | 'save' | 'cancel'>(quick.ask.isRight, choices, 'save')
  if (chosen === 'save') return null
  if (chosen === 'cancel') throw new UserError((w) => w.cli.cancelled, EXIT.cancelled)
  const text = (
    await ask.text(quick.ask.field[chosen], fields.find(({ field }) => field === chosen)?.said ?? '')
  ).trim()
  const value = chosen === 'phone' || chosen === 'email' ? [text] : text
  // Another name is another person.
  return chosen === 'name' ? { name: value, contact: '' } : { [chosen]: value }
}

function fieldsOf(
  { lang }: Context,
  store: Store,
  { contact, company, amount, source, next }: Understood,
  { title }: DealValues,
): { field: QuickField; said: string }[] {
  const name = contact === null ? '' : 'id' in contact ? getContact(store.db, contact.id).name : contact.name
  const firm = company === null ? '' : 'id' in company ? getCompany(store.db, company.id).name : company.name
  return [
    { field: 'name', said: name },
    { field: 'phone', said: contact?.phones[0]?.raw ?? '' },
    { field: 'email', said: contact?.emails[0]?.raw ?? '' },
    { field: 'company', said: firm },
    { field: 'title', said: title },
    { field: 'amount', said: amount ?? '' },
    { field: 'source', said: source ?? '' },
    { field: 'next', said: next === null ? '' : `${next.text} ${whenTyped(next.due, lang)}` },
  ]
}

/** A moment as it can be typed again. */
function whenTyped({ date, time }: { date: string; time: string | null }, lang: Context['lang']): string {
  return time === null ? formatDay(date, lang) : `${formatDay(date, lang)} ${time}`
}

/** A refusal with the whole command to repeat, so that nothing that was typed is lost. */
export function repeatable(typed: Typed, error: unknown): unknown {
  if (!(error instanceof UserError) || error.exit === EXIT.cancelled) return error
  const flags = Object.entries(typed.options).flatMap(([name, value]): string[] =>
    (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
      if (one === true) return [flagOf(name)]
      return typeof one === 'string' ? [flagOf(name), quoted(one)] : []
    }),
  )
  const answer = error instanceof Unclear ? answerOf(error) : []
  const command = ['voronka add', quoted(typed.args.join(' ')), ...flags, ...answer].join(' ')
  return new UserError((w) => `${error.say(w)}\n${w.quick.repeat({ command })}`, error.exit)
}

/** The flag that answers it, with the first of the choices; who it is nobody can tell for them. */
function answerOf({ field, choices, more }: Unclear): string[] {
  const said =
    (field === 'contact' ? undefined : choices[0]?.value) ??
    (more.undated === undefined ? '…' : `${more.undated} …`)
  return [flagOf(field), quoted(said)]
}
