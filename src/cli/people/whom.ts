import { wordsOf } from '../../domain/names/matching.ts'
import { properName } from '../../domain/names/name-words.ts'
import { parseEmails } from '../../domain/names/phone.ts'
import { UserError } from '../../errors.ts'
import type { Whom } from '../../store/naming/last-touched.ts'
import { candidateText, SHOWN } from '../../store/naming/naming.ts'
import { AmbiguousWhom, findWhom, NobodyThere } from '../../store/naming/whom-naming.ts'
import type { ContactPatch } from '../../store/people/contacts.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { parseName } from '../texts.ts'
import { flag } from '../typed.ts'
import { parsePhoneTexts } from './person-values.ts'

/** A text of more words than this is a sentence. */
const MOST_OF_NAME = 5

/** Someone who is not here yet: made in the operation that first speaks of them. */
export type NewPerson = ContactPatch & { name: string }

/** Whom a command is about: a record there is, or a contact to make. */
export type Party = { readonly whom: Whom } | { readonly person: NewPerson }

/**
 * Whom a text names. Where nobody has that name, phone or e-mail, `--new` makes the contact, and a person at a terminal
 * is asked whether to; else it is refused with the command that would.
 */
export async function readParty(context: Context, store: Store, typed: Typed, text: string): Promise<Party> {
  try {
    return { whom: findWhom(store, text) }
  } catch (error) {
    if (error instanceof AmbiguousWhom && context.interactive)
      return { whom: await chooseWhom(context, error) }
    if (!(error instanceof NobodyThere)) throw error
    const alike = await askAlike(context, typed, error)
    return alike === undefined
      ? { person: await newPerson(context, store, typed, error) }
      : { whom: { kind: alike.kind, id: alike.id } }
  }
}

export async function chooseWhom(context: Context, { text, candidates }: AmbiguousWhom): Promise<Whom> {
  const ask = await context.ask()
  const choices = candidates.slice(0, SHOWN).map((one, i) => ({
    name: `${i + 1}. ${candidateText(one)}`,
    value: one,
  }))
  return ask.select(context.words.naming.which({ text }), choices)
}

/** Whether someone of nearly that name is meant; undefined where not, or nobody can be asked. */
async function askAlike(context: Context, typed: Typed, { text, alike }: NobodyThere) {
  const [only, second] = alike
  if (only === undefined || !context.interactive || flag(typed, 'new')) return undefined
  const ask = await context.ask()
  const words = context.words.touch.ask
  if (second === undefined) return (await ask.confirm(words.isIt(only), true)) ? only : undefined
  const choices = alike.map((one) => ({
    name: `${one.key} ${one.name}`,
    value: one as typeof only | undefined,
  }))
  return ask.select(words.whoIsIt({ text }), [...choices, { name: words.somebodyElse, value: undefined }])
}

/** `8 905 777 66 55` as every list shows it. */
function dialled(store: Store, text: string): string | undefined {
  return parsePhoneTexts(store, [text])[0]?.e164 ?? undefined
}

async function newPerson(
  context: Context,
  store: Store,
  typed: Typed,
  nobody: NobodyThere,
): Promise<NewPerson> {
  const { text, key, near } = nobody
  const alike = nobody.alike.map((one) => `${one.key} ${one.name}`)
  const person = (name: string): NewPerson => ({
    name: properName(parseName(name)),
    manager: store.settings.me,
    ...(key === 'phone' && { phones: parsePhoneTexts(store, [text]) }),
    ...(key === 'email' && { emails: parseEmails(text) }),
  })
  if (flag(typed, 'new')) return person(key === 'phone' ? (dialled(store, text) ?? text) : text)
  const isId = !/[\p{L}\d]{2}/u.test(text)
  if (isId) throw nobody
  if (!context.interactive) {
    const command = `voronka ${context.commandLine} --new`
    throw new UserError((w) => w.touch.nobodyNew({ text, near, alike, command }))
  }
  const ask = await context.ask()
  const { touch } = context.words
  if (key !== null) return person(await ask.text(touch.ask.nameOf({ text }), text))
  const isLikelyName = near.length === 0 && wordsOf(text).length <= MOST_OF_NAME
  if (!(await ask.confirm(touch.ask.make({ text, near }), isLikelyName))) throw nobody
  return person(text)
}
