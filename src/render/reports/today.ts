import { fieldsOf, weekday } from '../../domain/date.ts'
import { daysSince } from '../../domain/dormant.ts'
import { fullDays } from '../../domain/work-hours.ts'
import { DAY, type Instant, type Zone } from '../../domain/zone.ts'
import type { ItemJson, TodayItem, TodayKind } from '../../reports/today.ts'
import type { Words } from '../../words/words.ts'
import { capped } from '../capped.ts'
import type { Block, Cell, Document, Line, Row, Table, Tone } from '../document.ts'
import { firstNames } from '../first-names.ts'
import { formatMoney, formatRate } from '../numbers.ts'
import { workLines } from './today-work.ts'

/** An item with its names, as scripts see them. */
export interface TodayRow {
  item: TodayItem
  readonly json: ItemJson
  /** How its deal ended, where it has. */
  readonly closedAs?: string | undefined
}

type Seen = Pick<TodayView, 'words' | 'now' | 'zone'>

export interface TodayView {
  words: Words
  now: Instant
  zone: Zone
  rows: readonly TodayRow[]
  /** Rows of a kind that are shown; null for all. */
  most: number | null
  /** There is room for telephone numbers. */
  isWide: boolean
  /** The list of several: whose each is stands beside it. */
  isTeamList: boolean
  plan: { share: number; days: number } | null
  /** Minor units of the base currency; null where a rate is missing. */
  inWork: readonly { pipeline: string; stage: string; deals: number; amount: number | null }[]
  currency: string
  pipelines: number
  /** Things that rules have to do by now and do not do before something is written. */
  rulesDue: number
}

/** The day as people read it: what is to be done, what is in work, what to type next. */
export function todayDocument(view: TodayView): Document {
  const { words } = view
  const told = oncePerDeal(view.rows)
  const shown = view.most === null ? told : capped(told, ({ item }) => item.kind, view.most)
  const blocks: Block[] = []
  if (shown.length > 0) blocks.push({ type: 'table', ...listOf(shown, view) })
  else blocks.push({ type: 'lines', lines: [words.today.nothing] })
  const more = moreLines(told, shown, view)
  if (more.length > 0) blocks.push({ type: 'lines', lines: more })
  blocks.push({ type: 'lines', lines: [...workLines(view), ...rulesLine(view), nextLine(shown, words)] })
  return {
    heading: [headLine(view)],
    blocks,
    // All rows with all names: only where they are asked for.
    get data() {
      return facts(view.rows)
    },
  }
}

/** What else is to be noticed about a deal stands in the line of the most urgent of it. */
function oncePerDeal(rows: readonly TodayRow[]): TodayRow[] {
  const seen = new Set<number>()
  return rows.filter(({ item }) => {
    if (item.of.what !== 'deal' || item.deal === null) return true
    const isFirst = !seen.has(item.deal)
    seen.add(item.deal)
    return isFirst
  })
}

function rulesLine({ rulesDue: n, words }: TodayView): Line[] {
  if (n === 0) return []
  return [[words.today.rulesDue({ n }), { text: 'voronka rule run', tone: 'act' as const }]]
}

const ELSEWHERE: Partial<Record<TodayKind, string>> = {
  overdue: 'task list --state open',
  today: 'task list --state open',
  tomorrow: 'task list --state open',
  stuck: 'stuck',
  silent: 'stuck',
  invoice: 'stuck',
  reactivation: 'reactivation',
}

function moreLines(all: readonly TodayRow[], shown: readonly TodayRow[], { words }: TodayView): Line[] {
  const count = (rows: readonly TodayRow[], kind: TodayKind) =>
    rows.filter(({ item }) => item.kind === kind).length
  return [...new Set(all.map(({ item }) => item.kind))].flatMap((kind) => {
    const n = count(all, kind) - count(shown, kind)
    if (n === 0) return []
    const said = words.today.more({ n, kind: words.today.kinds[kind] ?? kind })
    const command = `voronka ${ELSEWHERE[kind] ?? 'today --format csv'}`
    return [[said, { text: command, tone: 'act' as const }]]
  })
}

function headLine({ words, now, zone, rows, plan }: TodayView): Line {
  const { today: w, period, lang } = words
  const date = zone.dateOf(now)
  const { month, day } = fieldsOf(date)
  const count = (kinds: readonly TodayKind[]) => rows.filter(({ item }) => kinds.includes(item.kind)).length
  const overdue = count(['overdue'])
  const counts: Line = [
    ...(overdue === 0 ? [] : [w.overdueCount(overdue)]),
    w.todayCount(count(['missedCall', 'unanswered', 'unassigned', 'today', 'invoice'])),
    w.tomorrowCount(count(['tomorrow'])),
  ].join(', ')
  const title = w.day({
    weekday: w.weekdays[weekday(date) - 1] ?? '',
    day,
    month: period.monthsOfDay[month - 1] ?? '',
  })
  const share = (x: number) => formatRate(x, lang)
  const planned = plan === null ? [] : [w.plan({ share: share(plan.share), days: share(plan.days) })]
  return [title, counts, ...planned].join(' · ')
}

function listOf(rows: readonly TodayRow[], view: TodayView): Table {
  const { today: w } = view.words
  const shortly = view.isWide
    ? (name: string) => name
    : firstNames(rows.flatMap(({ json }) => json.manager ?? []))
  const parts = [
    { key: 'when', title: w.when, kind: 'text' as const, of: (row: TodayRow) => whenCell(row, view) },
    {
      ...{ key: 'who', title: w.who, kind: 'text' as const, shrink: true, min: 12 },
      of: ({ json }: TodayRow) => json.contact ?? json.company ?? json.phone ?? '',
    },
    ...(view.isWide
      ? [
          {
            ...{ key: 'phone', title: w.phone, kind: 'text' as const },
            of: ({ json }: TodayRow) => ((json.contact ?? json.company) === null ? '' : (json.phone ?? '')),
          },
        ]
      : []),
    {
      ...{ key: 'what', title: w.what, kind: 'text' as const, shrink: true, min: 14 },
      of: (row: TodayRow) => whatOf(row, view),
    },
    ...(view.isTeamList
      ? [
          {
            ...{
              key: 'manager',
              title: view.words.records.manager,
              kind: 'text' as const,
              shrink: true,
              min: 6,
            },
            of: ({ json }: TodayRow) => (json.manager === null ? w.nobodys : shortly(json.manager)),
          },
        ]
      : []),
    {
      ...{ key: 'amount', title: w.amount, kind: 'text' as const, align: 'right' as const },
      of: ({ json: { amount, currency } }: TodayRow) =>
        amount === null ? '' : formatMoney(amount, currency ?? undefined, view.words.lang, 0),
    },
    {
      ...{ key: 'command', title: w.command, kind: 'id' as const },
      of: ({ json }: TodayRow): Cell => ({ value: json.command.replace(/^voronka /, ''), tone: 'act' }),
    },
  ].filter(({ key }) => key !== 'amount' || view.isWide || !view.isTeamList)
  return {
    columns: parts.map(({ of: _, ...column }) => column),
    rows: rows.map((row): Row => ({ cells: parts.map(({ of }) => of(row)) })),
  }
}

function agoOf(at: Instant, { words, now, zone }: Seen): string {
  const { today: w } = words
  const days = daysSince(at, now, zone)
  if (days > 1) return w.daysAgo({ days })
  const clock = zone.clockOf(at)
  return days === 1 ? `${w.yesterday} ${clock}` : clock
}

/** When it is to be done, or since when it waits. */
export function whenCell({ item }: TodayRow, { words, now, zone }: Seen): Cell {
  const { today: w } = words
  const clock = (at: Instant) => zone.clockOf(at)
  const ago = (at: Instant) => agoOf(at, { words, now, zone })
  const cell = (text: string, tone?: Tone): Cell => ({ value: text, ...(tone !== undefined && { tone }) })
  const { of, due } = item
  if (of.what === 'due' && due !== null) {
    const time = due.isDay ? null : clock(due.at)
    if (item.kind === 'today') return cell(w.today({ time }))
    if (item.kind === 'tomorrow') return cell(w.tomorrow({ time }), 'dim')
    const days = daysSince(due.at, now, zone)
    return cell(days === 0 && time !== null ? w.overdueSince({ time }) : w.overdueDays({ days }), 'bad')
  }
  if (of.what === 'waiting') {
    const { kind, last } = of.waiting
    return cell(kind === 'call' ? w.missed({ when: ago(last) }) : w.unanswered({ when: ago(last) }), 'bad')
  }
  if (of.what === 'customer') return cell(w.dormant({ days: daysSince(of.customer.lastWinAt, now, zone) }))
  if (of.what !== 'deal') return cell('')
  const { flags } = of
  if (item.kind === 'invoice') return cell(w.invoice({ day: flags.days + 1 }), 'bad')
  if (item.kind === 'stuck') return cell(w.stuck({ days: flags.days }), 'warn')
  if (item.kind === 'silent') return cell(w.silent({ days: fullDays(flags.silentSince, now, zone) }), 'warn')
  return cell(w.lead({ when: ago(flags.deal.createdAt) }), 'bad')
}

export function whatOf({ item, json, closedAs }: TodayRow, { words, now, zone }: Seen): string {
  const { today: w } = words
  const { of } = item
  const join = (...parts: readonly (string | null)[]) =>
    parts.filter((part) => part !== null && part !== '').join(' · ')
  if (of.what === 'due')
    return of.due.what === 'task'
      ? join(closedAs ?? null, json.text)
      : join(closedAs ?? null, w.planned[of.due.what] ?? null, json.place, json.text)
  if (of.what === 'waiting') {
    const { count, what, text } = of.waiting
    return join(count > 1 ? w.times(count) : null, text ?? w.waits[what] ?? what)
  }
  if (of.what === 'customer') {
    const { wins, medianGap } = of.customer
    return w.wins({ wins, gap: medianGap === null ? null : Math.round(medianGap / DAY) })
  }
  const { flags } = of
  if (item.kind === 'invoice') return join(json.text, w.unpaid)
  const silence = fullDays(flags.silentSince, now, zone)
  if (item.kind === 'stuck') {
    const norm = flags.norm === null ? null : Math.round(flags.norm)
    return join(
      w.inStage({ stage: flags.stage, norm }),
      flags.silent ? w.silent({ days: silence }) : null,
      json.text,
    )
  }
  if (item.kind === 'silent') return join(flags.stage, json.text)
  const { lastAttempt } = flags
  const n = json.attempts ?? 0
  return join(
    lastAttempt === null || n === 0
      ? null
      : w.attempts({ n, when: agoOf(lastAttempt, { words, now, zone }) }),
    json.text,
  )
}

function nextLine(shown: readonly TodayRow[], { today: w }: Words): Line {
  const commands = [...new Set(shown.map(({ json }) => json.command.replace(/^voronka /, '')))]
  const some = commands.filter((command) => /^(done|call) /.test(command)).slice(0, 2)
  const act = (text: string) => ({ text, tone: 'act' as const })
  return [
    w.next,
    ...(shown.length === 0 ? [] : [act('voronka next'), w.oneByOne, ' · ']),
    ...some.flatMap((command) => [act(command), ' · ']),
    act('add'),
    w.addNew,
  ]
}

const KEYS: readonly (keyof ItemJson)[] = [
  ...(['kind', 'manager', 'contact', 'contactId', 'phone', 'company', 'deal', 'task'] as const),
  ...(['activity', 'text', 'place', 'due', 'since', 'amount', 'currency', 'attempts', 'command'] as const),
]

function facts(rows: readonly TodayRow[]): Table {
  return {
    columns: KEYS.map((key) => ({ key, title: key, kind: 'text' })),
    rows: rows.map(({ json }) => ({ cells: KEYS.map((key) => json[key]) })),
  }
}
