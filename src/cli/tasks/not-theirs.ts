import { wordsOf } from '../../domain/names/matching.ts'
import { foldCompany, foldName, parseTypedId } from '../../domain/names/name.ts'
import { UserError } from '../../errors.ts'
import { Labels } from '../../store/labels.ts'
import { NotThere } from '../../store/naming/naming.ts'
import { companyNamed, contactsInForm, dealsTitled } from '../../store/naming/quick-lookup.ts'
import { findToDos, type ToDo } from '../../store/naming/task-naming.ts'
import type { Store } from '../../store/store.ts'
import { aboutTouch, partiesOf } from '../../store/touches/about.ts'
import type { Context } from '../context.ts'
import { quoted } from '../line/quoted.ts'
import { mayAsk } from '../touches/asked.ts'

/** What is behind a task on the line, which may be a result or the name of whom another such task is with. */
interface Named {
  /** As typed for the task. */
  who: string
  words: readonly string[]
}

/**
 * `done замер гульнара` where the only `замер` is with somebody else: asked, else refused, for what is closed then is
 * not hers. Throws UserError.
 */
export async function sureItIsTheirs(
  context: Context,
  store: Store,
  one: ToDo,
  { who, words }: Named,
): Promise<void> {
  if (words.length === 0 || parseTypedId(who) !== undefined || who === '.') return
  const other = otherNamed(store, one, words.join(' ').split(/[\s,;:.!?]+/))
  if (other === undefined) return
  const id = `${one.what === 'task' ? 't' : 'a'}${one.id}`
  const result = words.join(' ')
  const { name, hint } = one
  const p = {
    name: other,
    who,
    task: [id, name, hint].filter((part) => part).join(' '),
    result,
    command: `voronka done ${id} ${quoted(result)}`,
  }
  if (mayAsk(context)) {
    const ask = await context.ask()
    if (await ask.confirm(context.words.tasks.ask.isTheirsAfterAll(p), false)) return
  }
  throw new UserError((w) => w.tasks.notTheirs(p))
}

const MOST_OF_NAME = 2

/** The name that the first words are, of somebody or something that the task is not with. */
function otherNamed(
  store: Store,
  { what, id }: Pick<ToDo, 'what' | 'id'>,
  words: readonly string[],
): string | undefined {
  const about = aboutTouch(store, what === 'task' ? 'tasks' : 'activities', id)
  const ofDeal = about.deal === null ? undefined : partiesOf(store, about.deal)
  const labels = new Labels(store)
  for (let count = Math.min(MOST_OF_NAME, words.length); count > 0; count--) {
    const said = words.slice(0, count).join(' ')
    if (wordsOf(foldName(said)).some((word) => word.length < 3)) continue
    const people = contactsInForm(store, said)
    const [person] = people
    if (person !== undefined)
      return people.some((one) => one === about.contact || one === ofDeal?.contact)
        ? undefined
        : people.length === 1
          ? labels.contact(person)
          : said
    const company = foldCompany(said) === '' ? undefined : companyNamed(store, said)
    if (company !== undefined)
      return company === about.company || company === ofDeal?.company ? undefined : labels.company(company)
  }
  const deals = dealsTitled(store, words.join(' '))
  const [first] = deals
  return first === undefined || about.deal === null || deals.includes(about.deal)
    ? undefined
    : labels.deal(first)
}

/** As `findToDos`; of somebody known with whom nothing is to be done, that is said. */
export function findTheirToDos(store: Store, text: string): ToDo[] {
  try {
    return findToDos(store, text)
  } catch (error) {
    const [person, another] = error instanceof NotThere ? contactsInForm(store, text) : []
    if (person === undefined || another !== undefined) throw error
    const name = new Labels(store).contact(person)
    throw new UserError((w) => w.tasks.nothingWith({ id: `c${person}`, name }))
  }
}
