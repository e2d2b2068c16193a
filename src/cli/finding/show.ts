import { wordsOf } from '../../domain/names/matching.ts'
import { foldName, parseTypedId } from '../../domain/names/name.ts'
import { isFormOf } from '../../domain/names/name-cases.ts'
import { UserError } from '../../errors.ts'
import { Labels } from '../../store/labels.ts'
import type { Whom } from '../../store/naming/last-touched.ts'
import { Ambiguous, findManager } from '../../store/naming/naming.ts'
import { AmbiguousWhom, findWhom, NobodyThere } from '../../store/naming/whom-naming.ts'
import { around, dealsInView } from '../../store/overview.ts'
import { companyRecord, contactRecord } from '../../store/people/book.ts'
import { getCompany } from '../../store/people/companies.ts'
import { getContact } from '../../store/people/contacts.ts'
import { referredBy } from '../../store/people/lifecycle.ts'
import type { Store } from '../../store/store.ts'
import { EVERY_TOUCH, listActivities, listTasks } from '../../store/touches/reading.ts'
import type { Answer, Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { storyOf } from '../deals/named.ts'
import { chooseWhom } from '../people/whom.ts'
import { taskJson } from '../tasks/task.ts'
import { activityJson } from '../touches/activity.ts'
import { flag } from '../typed.ts'
import { type Overview, overviewDocument } from './overview.ts'

/** Everything about one contact, company or deal on a screen; other records go to their own commands. */
export const show: Run = async (context, typed) => {
  const text = typed.args.join(' ')
  const other = await otherRecord(context, text)
  if (other !== undefined) return other
  const store = context.open('read')
  const whom = await wanted(context, store, text)
  if (!('kind' in whom)) return whom
  const now = context.now(store.zone)
  const overview = readOverview(store, whom, now)
  return {
    json: jsonOf(overview),
    document: (words) => overviewDocument(overview, store, words, { now, all: flag(typed, 'all') }),
  }
}

function readOverview(store: Store, whom: Whom, now: number): Overview {
  const labels = new Labels(store)
  const ids = around(store, whom)
  const touches = (list: readonly number[]) => ({ ...EVERY_TOUCH, ids: list })
  return {
    subject: subjectOf(store, labels, whom, now),
    referred:
      whom.kind === 'contact' ? referredBy(store, whom.id).map(({ id, name }) => `c${id} ${name}`) : [],
    people: ids.contacts.map((id) => contactRecord(store, labels, getContact(store.db, id))),
    companies: ids.companies.map((id) => companyRecord(store, labels, getCompany(store.db, id))),
    deals: dealsInView(store, labels, ids.deals, now),
    tasks: listTasks(store, touches(ids.tasks), undefined).map((one) => taskJson(one, store)),
    activities: listActivities(store, touches(ids.activities), undefined).map((one) =>
      activityJson(one, store),
    ),
  }
}

function subjectOf(store: Store, labels: Labels, { kind, id }: Whom, now: number): Overview['subject'] {
  if (kind === 'contact') return { kind, ...contactRecord(store, labels, getContact(store.db, id)) }
  if (kind === 'company') return { kind, ...companyRecord(store, labels, getCompany(store.db, id)) }
  const [seen] = dealsInView(store, labels, [id], now)
  return {
    kind,
    ...storyOf(store, id),
    note: seen?.note ?? null,
    stageSince: seen?.stageSince ?? null,
    daysInStage: seen?.daysInStage ?? null,
  }
}

/** The record itself with its own keys, then what stands around it. */
function jsonOf({ subject, referred, people, companies, deals, tasks, activities }: Overview): unknown {
  switch (subject.kind) {
    case 'contact':
      return { ...subject, referredPeople: referred, worksAt: companies[0] ?? null, deals, tasks, activities }
    case 'company':
      return { ...subject, people, deals, tasks, activities }
    case 'deal':
      return { ...subject, people, tasks, activities }
  }
}

/** Records with ids of their own that have a command to show them. */
async function otherRecord(context: Context, text: string): Promise<Answer | undefined> {
  const typed: Typed = { args: [text.trim().replace(/^id:/i, '')], options: {} }
  switch (parseTypedId(typed.args[0] ?? '')?.kind) {
    case 'task':
      return (await import('../tasks/task.ts')).taskShow(context, typed)
    case 'activity':
      return (await import('../touches/activity.ts')).activityShow(context, typed)
    case 'manager':
      return (await import('../people/manager.ts')).managerShow(context, typed)
    default:
      return undefined
  }
}

/** A name that nobody and nothing else has may be a manager's. */
async function wanted(context: Context, store: Store, text: string): Promise<Whom | Answer> {
  try {
    return findWhom(store, text)
  } catch (error) {
    if (error instanceof AmbiguousWhom && context.interactive) return chooseWhom(context, error)
    if (!(error instanceof NobodyThere)) throw error
    const [only, another] = error.alike.filter(({ name }) => isInAnotherCase(text, name))
    if (only !== undefined && another === undefined) return { kind: only.kind, id: only.id }
    if (!isManager(store, text)) throw error
    return (await import('../people/manager.ts')).managerShow(context, { args: [text], options: {} })
  }
}

/** `Ковальчука` of Ковальчук Андрій: reading, there is nothing to lose by it. */
function isInAnotherCase(text: string, name: string): boolean {
  const own = wordsOf(foldName(name))
  return wordsOf(foldName(text)).every((word) => own.some((one) => isFormOf(word, one)))
}

function isManager(store: Store, text: string): boolean {
  try {
    return findManager(store, text) > 0
  } catch (error) {
    if (error instanceof UserError) return error instanceof Ambiguous
    throw error
  }
}
