import { contactsInForm } from '../../store/naming/quick-lookup.ts'
import { getContact } from '../../store/people/contacts.ts'
import type { Store } from '../../store/store.ts'
import type { Context } from '../context.ts'
import { mayAsk } from '../touches/asked.ts'

/** A contact, as people call them. */
export interface Named {
  id: number
  /** `c5` */
  key: string
  name: string
}

/** The one contact of whose name a word of the text is, in any case: `подзвонити Савченку`; undefined for none and for several. */
export function namedInText(store: Store, text: string): Named | undefined {
  const words = text.match(/\p{Lu}[\p{L}'’ʼ-]{2,}/gu) ?? []
  const ids = words.map((word) => contactsInForm(store, word)).filter(({ length }) => length > 0)
  const [first = []] = ids
  const [only, another] = first.filter((id) => ids.every((some) => some.includes(id)))
  if (only === undefined || another !== undefined) return undefined
  return { id: only, key: `c${only}`, name: getContact(store.db, only).name }
}

/** Whether a task is about whom its text names, asked where somebody is there; undefined where nobody is. */
export async function askIsAbout(context: Context, named: Named | undefined): Promise<boolean | undefined> {
  if (named === undefined || !mayAsk(context)) return undefined
  return (await context.ask()).confirm(context.words.tasks.ask.isAbout(named), true)
}
