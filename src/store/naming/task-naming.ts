import { PLANNED, restOfMeeting } from '../../domain/activity.ts'
import { fitting, wordsOf } from '../../domain/names/matching.ts'
import { foldName } from '../../domain/names/name.ts'
import { farFromName, isFormOf } from '../../domain/names/name-cases.ts'
import type { Store } from '../store.ts'
import { findTouch } from '../touches/naming.ts'
import { NotThere, pickOne } from './naming.ts'

/** Offered at once: more nobody looks through. */
const MOST_OFFERED = 200

/** Open tasks of a manager, of everybody for null, those due first. */
export function openTasks(store: Store, manager: number | null): number[] {
  return store.db
    .prepare(
      `select id from tasks where state = 'open' and (@manager is null or manager_id = @manager or manager_id is null)
      order by due_at is null, due_at, id limit ${MOST_OFFERED}`,
    )
    .pluck()
    .all({ manager }) as number[]
}

/**
 * A task by its ids or `.`, as `findTouch`, else the open one whose text or contact is that, or has words that begin so.
 * Throws UserError where there is none, `Ambiguous` where there are several.
 */
export function findTask(store: Store, text: string): number {
  try {
    return findTouch(store, 'tasks', text)
  } catch (refusal) {
    const open = orRefuse(refusal, () => namedSo(text, openWithNames(store)))
    return pickOne('task', text, open, () => [])
  }
}

/** Something that is to be done: a task, or a meeting that is planned. */
export interface ToDo extends Omit<OpenTask, 'contact' | 'company' | 'deal'> {
  what: 'task' | 'meeting'
}

/**
 * What a text names of all that is to be done: by its ids or `.` a task, else those tasks and planned meetings whose text
 * or contact is that, or has words that begin so; behind `встреча` meetings alone. Throws UserError where there is none.
 */
export function findToDos(store: Store, text: string): ToDo[] {
  try {
    const id = findTouch(store, 'tasks', text)
    return [{ what: 'task', id, key: `t${id}`, name: '', hint: null }]
  } catch (refusal) {
    return orRefuse(refusal, () => {
      const meetings = plannedWithNames(store).map((one) => ({ ...one, what: 'meeting' as const }))
      const tasks = openWithNames(store).map((one) => ({ ...one, what: 'task' as const }))
      const found = namedSo(text, [...tasks, ...meetings])
      const whose = restOfMeeting(text)
      if (found.length > 0 || whose === null) return found
      return whose === '' ? meetings : namedSo(whose, meetings)
    })
  }
}

/** What is found where nothing has such an id; where that is nothing, it stays at the refusal. */
function orRefuse<Item>(refusal: unknown, find: () => Item[]): Item[] {
  const found = refusal instanceof NotThere ? find() : []
  if (found.length === 0) throw refusal
  return found
}

/** Those whose text, contact or both are that, or have words that begin so. */
function namedSo<Item extends OpenTask>(text: string, all: readonly Item[]): Item[] {
  const folded = foldName(text)
  if (!/\p{L}{2}/u.test(folded)) return []
  const named = all.map((item) => {
    const [name, contact] = [foldName(item.name), item.contact ?? '']
    return { item, names: [name, contact, `${name} ${contact}`] }
  })
  const found = fitting(named, folded, 'person')
  if (found.length > 0) return found
  const called = all.filter(({ contact }) => isInCase(folded, contact ?? ''))
  return called.length > 0 ? called : all.filter((item) => isOfWhom(wordsOf(folded), item))
}

/** `набрать ромашку`: every word is one of the task's or of whom it is with, in any case, and one of them of whom. */
function isOfWhom(words: readonly string[], { name, contact, company, deal }: OpenTask): boolean {
  const whom = [contact, company, deal].flatMap((one) => wordsOf(one ?? ''))
  const own = wordsOf(foldName(name))
  const ofWhom = (word: string) => word.length > 2 && whom.some((one) => isFormOf(word, one))
  return words.some(ofWhom) && words.every((word) => ofWhom(word) || own.some((one) => one.startsWith(word)))
}

/** `лену`: the contact in another case, with no slip. */
function isInCase(text: string, contact: string): boolean {
  const words = wordsOf(text)
  const far = contact === '' ? undefined : farFromName(text, contact)
  return far !== undefined && far <= words.length && words.every((word) => word.length > 2)
}

const WHOM = 'coalesce(c.name, o.name) as hint, c.folded as contact, o.folded as company, d.folded as deal'

function withWhom(of: 'a' | 't'): string {
  return `left join contacts c on c.id = ${of}.contact_id left join companies o on o.id = ${of}.company_id
    left join deal_state d on d.deal_id = ${of}.deal_id`
}

function plannedWithNames(store: Store): OpenTask[] {
  return store.db
    .prepare(
      `select a.id, 'a' || a.id as key, coalesce(a.text, '') as name, ${WHOM}
      from activities a ${withWhom('a')}
      where a.kind = 'meeting' and a.outcome = '${PLANNED}' order by a.at, a.id`,
    )
    .all() as OpenTask[]
}

interface OpenTask {
  id: number
  key: string
  name: string
  hint: string | null
  /** Folded, as the company and the title of the deal. */
  contact: string | null
  company: string | null
  deal: string | null
}

function openWithNames(store: Store): OpenTask[] {
  return store.db
    .prepare(
      `select t.id, 't' || t.id as key, t.text as name, ${WHOM}
      from tasks t ${withWhom('t')}
      where t.state = 'open' order by t.due_at is null, t.due_at, t.id`,
    )
    .all() as OpenTask[]
}
