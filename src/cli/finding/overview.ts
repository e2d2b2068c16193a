import { formatDay, formatMoment } from '../../domain/time/period.ts'
import type { Block, Cell, Document, Line, Row } from '../../render/document.ts'
import { formatMoney } from '../../render/numbers.ts'
import type { DealStory } from '../../store/deals/deals.ts'
import type { DealInView } from '../../store/overview.ts'
import { type CompanyRecord, type ContactRecord, phonesShown } from '../../store/people/book.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import { sayMoment } from '../at.ts'
import { eventText } from '../deals/shown.ts'
import type { TaskJson } from '../tasks/task.ts'
import type { ActivityJson } from '../touches/activity.ts'
import { whatItIs } from '../touches/said.ts'
import { fieldTexts, notesText } from './notes.ts'

type Subject =
  | ({ kind: 'contact' } & ContactRecord)
  | ({ kind: 'company' } & CompanyRecord)
  | ({ kind: 'deal' } & DealStory & {
        note: string | null
        stageSince: string | null
        daysInStage: number | null
      })

/** A contact, a company or a deal, and what stands around it, whole. */
export interface Overview {
  subject: Subject
  /** Whom a contact sent to us: `c5 Anna`. */
  referred: string[]
  people: ContactRecord[]
  companies: CompanyRecord[]
  deals: DealInView[]
  tasks: TaskJson[]
  activities: ActivityJson[]
}

interface How {
  now: number
  /** Nothing is cut. */
  all: boolean
}

/** Lines of each part on a screen of 24; `--all` has them all. */
const SHOWN = { people: 5, deals: 6, closed: 3, tasks: 5, done: 2, activities: 7, history: 6 } as const

/** Talks that are told whole, and lines of a note, a talk or a task that are enough on a screen. */
const WHOLE_TALKS = 2
const MOST_LINES = 8

type Part = keyof typeof SHOWN
type Others = (one: { manager: string | null }) => string | null

/** One screen before a call: who it is, what is open and promised, what was said last. */
export function overviewDocument(overview: Overview, store: Store, words: Words, how: How): Document {
  const { subject, people, deals, tasks, activities } = overview
  const { show } = words
  const today = store.zone.dateOf(how.now)
  const left: [Part, number][] = []
  const most = how.all ? true : MOST_LINES
  // Who does it all need not be said on every line.
  const managers = new Set([...deals, ...tasks, ...activities].flatMap(({ manager }) => manager ?? []))
  const others: Others = ({ manager }) => (managers.size < 2 || manager === subject.manager ? null : manager)
  const part = <T>(
    name: Part,
    title: string,
    records: readonly T[],
    row: (record: T, index: number) => Row,
  ): Block[] => {
    const shown = how.all ? records : records.slice(0, SHOWN[name])
    if (shown.length < records.length) left.push([name, records.length - shown.length])
    return shown.length === 0 ? [] : [sectionOf(name, title, shown.map(row), most)]
  }
  const isAhead = ({ outcome, at }: ActivityJson) =>
    outcome === 'planned' && Date.parse(at) >= Date.parse(today)
  // As texts, a day stands before its hours, and what has no day behind all of them.
  const promised = [
    ...activities.filter(isAhead).map((one) => ({ at: one.at, row: meetingRow(one, others, words) })),
    ...tasks
      .filter(({ state }) => state === 'open')
      .map((one) => ({ at: one.due ?? '~', row: taskRow(one, { today, now: how.now }, others, words) })),
  ]
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
    .map(({ row }) => row)
  const blocks = [
    ...part('people', show.people, people, (one) => personRow(one, store)),
    ...part('deals', show.open, deals.filter(isOpen), (one) => ({
      ...dealRow(one, others, words),
      ...beneath(notesText(one, words), most),
    })),
    ...part('tasks', show.promised, promised, (row) => row),
    ...part(
      'activities',
      show.talks,
      activities.filter((one) => !isAhead(one)),
      (one, index) => talkRow(one, others, words, index < WHOLE_TALKS || how.all ? most : undefined),
    ),
    ...(subject.kind === 'deal'
      ? part('history', show.moves, movesOf(subject, store, words), (row) => row)
      : []),
    ...part(
      'closed',
      show.closed,
      deals.filter((one) => !isOpen(one)),
      (one) => dealRow(one, others, words),
    ),
    ...part(
      'done',
      show.done,
      tasks.filter(({ state }) => state !== 'open'),
      (one) => taskRow(one, { today, now: how.now }, others, words),
    ),
  ]
  const more = left.length === 0 ? [] : [moreLine(left, subject.id, words)]
  return { heading: headingOf(overview, store, words), blocks: [...blocks, ...more, nextBlock(subject)] }
}

function isOpen({ status }: DealInView): boolean {
  return status === 'open'
}

function sectionOf(part: Part, title: string, rows: readonly Row[], most: number | true): Block {
  const text = { title: '', kind: 'text', shrink: true } as const
  const dated = part === 'activities'
  const told = part === 'tasks' ? { wrap: most, min: 12 } : { shrink: true, min: 12 }
  return {
    type: 'table',
    columns: [
      { key: 'id', title: '', kind: 'id' },
      { key: 'first', title, kind: 'text', ...(!dated && told) },
      { key: 'second', ...text, min: 12 },
      { key: 'third', ...text, min: dated ? 24 : 6 },
    ],
    rows,
  }
}

function headingOf({ subject, referred, companies }: Overview, store: Store, words: Words): Line[] {
  const title = subject.kind === 'deal' ? subject.title : subject.name
  return [
    `${title} · ${subject.id}`,
    ...[
      ...(subject.kind === 'contact' ? contactLines(subject, companies[0], referred, store, words) : []),
      ...(subject.kind === 'company' ? companyLines(subject, words) : []),
      ...(subject.kind === 'deal' ? dealLines(subject, store, words) : []),
      fieldTexts(subject.fields, words).join(' · '),
      subject.note ?? '',
    ].filter((line) => line !== ''),
  ]
}

function contactLines(
  one: ContactRecord,
  company: CompanyRecord | undefined,
  referred: readonly string[],
  store: Store,
  { records, lifecycle, lang }: Words,
): string[] {
  const at = company === undefined ? null : `${company.name} ${company.id}`
  return [
    joined(phonesShown(store, one).join(', '), one.emails.join(', ')),
    joined(one.position, at, one.manager && `${records.manager}: ${one.manager}`),
    joined(
      one.source && `${records.source}: ${one.source}`,
      one.referredBy && `${lifecycle.referredTitle}: ${one.referredBy}`,
      one.tags.join(', '),
      one.birthday && `${records.birthday}: ${formatDay(one.birthday, lang)}`,
    ),
    referred.length === 0 ? '' : `${lifecycle.referredThem}: ${referred.join(', ')}`,
  ]
}

function companyLines(one: CompanyRecord, { records }: Words): string[] {
  return [
    joined(one.phone, one.email, one.website),
    joined(one.manager && `${records.manager}: ${one.manager}`),
  ]
}

function dealLines(deal: Subject & { kind: 'deal' }, store: Store, words: Words): string[] {
  const { records, deals } = words
  const stage = store.pipelines.length > 1 ? `${deal.pipeline}: ${deal.stage}` : deal.stage
  const said = (at: string | null, label: string) => at && `${label}: ${sayMoment(at, store, words)}`
  return [
    joined(
      deal.daysInStage === null ? stage : `${stage}, ${words.show.days(deal.daysInStage)}`,
      moneyText(deal, words),
      deal.lostReason && `${deals.lostReason}: ${deal.lostReason}`,
      said(deal.closedAt, deals.closed),
    ),
    joined(deal.company, deal.manager && `${records.manager}: ${deal.manager}`, deal.product),
    joined(
      said(deal.expectedClose, deals.expectedClose),
      deal.source && `${records.source}: ${deal.source}`,
      deal.tags.join(', '),
    ),
  ]
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ')
}

function personRow(one: ContactRecord, store: Store): Row {
  return { cells: [id(one.id), one.name, phonesShown(store, one)[0] ?? one.emails[0] ?? null, one.position] }
}

function dealRow(deal: DealInView, others: Others, words: Words): Row {
  const where =
    deal.daysInStage === null
      ? joined(
          deal.stage,
          deal.lostReason,
          deal.closedAt && formatMoment(deal.closedAt.slice(0, 10), words.lang),
        )
      : `${deal.stage}, ${words.show.days(deal.daysInStage)}`
  const closed = deal.status === 'open' ? {} : { tone: 'dim' as const }
  return { cells: [id(deal.id), deal.title, joined(where, moneyText(deal, words)), others(deal)], ...closed }
}

function taskRow(
  task: TaskJson,
  { today, now }: { today: string; now: number },
  others: Others,
  words: Words,
): Row {
  const { due, doneAt } = task
  const isLate = doneAt === null && due !== null && (due.length > 10 ? Date.parse(due) < now : due < today)
  const at = doneAt ?? due
  const when = at === null ? words.show.noDue : formatMoment(at, words.lang)
  const late = isLate && task.state === 'open'
  const text = late ? `${when}, ${words.show.late}` : when
  if (task.state !== 'open')
    return { cells: [id(task.id), task.text, task.result ?? when, others(task)], tone: 'dim' }
  return { cells: [id(task.id), task.text, late ? { value: text, tone: 'bad' } : text, others(task)] }
}

function meetingRow(one: ActivityJson, others: Others, words: Words): Row {
  return {
    cells: [
      id(one.id),
      joined(whatItIs(one, words), one.text, one.place),
      formatMoment(one.at, words.lang),
      others(one),
    ],
  }
}

function beneath(text: string, most: number | true): Pick<Row, 'beneath'> {
  return text === '' ? {} : { beneath: { text, most } }
}

function talkRow(one: ActivityJson, others: Others, words: Words, wrap: number | true | undefined): Row {
  const outcome = one.outcome === null ? null : (words.touch.outcomes[one.outcome] ?? one.outcome)
  const what = outcome === null ? whatItIs(one, words) : `${whatItIs(one, words)}, ${outcome}`
  const value = joined(one.text, others(one))
  const said = wrap === undefined ? value : { value, wrap }
  return { cells: [id(one.id), formatMoment(one.at, words.lang), what, said] }
}

/** The latest first; the creation is its last line. */
function movesOf(deal: DealStory, store: Store, words: Words): Row[] {
  return deal.history
    .map(
      (event, index): Row => ({
        cells: [
          null,
          eventText(event, index === 0, deal, words),
          sayMoment(event.at, store, words),
          event.actor,
        ],
        ...(event.synthetic && { tone: 'dim' as const }),
      }),
    )
    .reverse()
}

function moneyText(
  { amount, currency }: { amount: number | null; currency: string },
  { lang }: Words,
): string | null {
  return amount === null ? null : formatMoney(amount, currency, lang)
}

function id(text: string): Cell {
  return { value: text, tone: 'act' }
}

function moreLine(left: readonly [Part, number][], subject: string, words: Words): Block {
  const parts = left.map(([part, count]) => words.show.more[part](count)).join(', ')
  return { type: 'lines', lines: [words.show.moreLine({ parts, command: `voronka show ${subject} --all` })] }
}

/** What is likely done next, as it is typed. */
function nextBlock({ kind, id: subject }: Subject): Block {
  const next = kind === 'company' ? `voronka contact add --company ${subject}` : `voronka call ${subject}`
  return { type: 'command', command: next }
}
