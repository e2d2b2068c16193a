import { ourDeed } from '../../domain/our-deed.ts'
import { TO_DO } from '../../domain/quick/entry.ts'
import { contactsInForm, managerCalled, managerInForm } from '../../store/naming/quick-lookup.ts'
import { getManager } from '../../store/people/managers.ts'
import type { Store } from '../../store/store.ts'
import type { Context } from '../context.ts'
import { mayAsk } from '../touches/asked.ts'

/** A task that begins with whose it is. */
export interface Whose {
  /** Row id. */
  manager: number
  name: string
  /** What is to be done, without whose it is. */
  text: string
  /** It can hardly be for them rather than theirs. */
  isSure: boolean
}

const ME = /^(?:мені|мне|me(?: to)?)\s+(?=\S)/iu
const MOST_OF_NAME = 2

const FOR = '(?:для|for|менеджер|manager)'
const NAME = `(\\p{L}[\\p{L}'’ʼ-]*(?:\\s\\p{Lu}[\\p{L}'’ʼ-]*)?)`
/** `Лесі: …`, `для Лесі: …` */
const FIRST = new RegExp(`^(${FOR}\\s)?${NAME}:\\s+(.+)$`, 'iu')
/** `…, Леся`, `…, для Лесі`, `… менеджер Леся` */
const LAST = new RegExp(`^(.+?)(?:,\\s*(${FOR}:?\\s)?|\\s(менеджер:?\\s|manager:?\\s))${NAME}$`, 'iu')

/** `Лесі: …`, `для Лесі: …`, `…, Леся`: a comma, a colon or a word parts whose it is from what is to be done, and when. */
export function labelledTask(store: Store, text: string): Whose | undefined {
  const sure = (name: string, isFor: boolean, what: string): Whose | undefined => {
    const manager =
      managerCalled(store, name) ?? managerInForm(store, name, isFor) ?? managerInForm(store, name, false)
    if (manager === undefined) return undefined
    return { manager, name: getManager(store, manager).name, text: what, isSure: true }
  }
  const [, lead, first = '', rest = ''] = FIRST.exec(text) ?? []
  const [, before = '', late, label, last = ''] = LAST.exec(text) ?? []
  return (
    sure(first, lead !== undefined, rest) ??
    sure(last, (late ?? label) !== undefined, before) ??
    promisedTask(store, text.split(' '), 1)
  )
}

/** `Леся передзвонить Савчуку`: what one of us is said to do, whom no contact is called as; named by one of the first words. */
export function promisedTask(store: Store, words: readonly string[], most = words.length): Whose | undefined {
  for (const [at, name] of words.slice(0, most).entries()) {
    const text = /^\p{Lu}/u.test(name) ? ourDeed(words.slice(at + 1).join(' ')) : undefined
    const manager = text === undefined ? undefined : managerCalled(store, name)
    if (text === undefined || manager === undefined || contactsInForm(store, name).length > 0) continue
    return { manager, name: getManager(store, manager).name, text, isSure: true }
  }
  return undefined
}

/** `Лесі передзвонити Савчуку`, `Anna to call back`: the manager who is named first, and what is theirs to do. */
export function whoseTask(store: Store, text: string): Whose | undefined {
  const words = text.split(' ')
  for (let count = Math.min(MOST_OF_NAME, words.length - 1); count > 0; count--) {
    const called = words.slice(0, count).join(' ')
    const isTo = /^to$/i.test(words[count] ?? '')
    const rest = words.slice(isTo ? count + 1 : count)
    const manager = managerNamed(store, words.slice(0, count), isTo)
    const what = rest.join(' ')
    if (manager === undefined || !(/^\p{Lu}/u.test(called) || TO_DO.test(what))) continue
    const isSure = rest.length > 1 && contactsInForm(store, called).length === 0
    return { manager, name: getManager(store, manager).name, text: what, isSure }
  }
  return undefined
}

/** The first word says that it is for them; a surname beside it may stay as it is: `Лесі Бойко`. */
function managerNamed(
  store: Store,
  [first = '', ...more]: readonly string[],
  isTo: boolean,
): number | undefined {
  const manager = managerInForm(store, first, isTo)
  return more.length === 0 || manager === managerInForm(store, [first, ...more].join(' '), true)
    ? manager
    : undefined
}

/** A text without `мені`, which says no more than that the task is mine. */
export function withoutMe(text: string): string {
  return text.replace(ME, '')
}

/** Whether it is theirs, asked where it is not sure; undefined where nobody can be asked. */
export async function askIsTheirs(context: Context, { isSure, name }: Whose): Promise<boolean | undefined> {
  if (isSure) return true
  if (!mayAsk(context)) return undefined
  return (await context.ask()).confirm(context.words.tasks.ask.isTheirs({ name }), true)
}
