import { addDays, fieldsOf, weekday } from '../../domain/time/date.ts'
import type { ItemJson, TodayKind } from '../../reports/today.ts'
import type { Words } from '../../words/words.ts'
import { capped } from '../capped.ts'
import type { Block, Document, Line, Table, TableBlock } from '../document.ts'
import { firstNames } from '../first-names.ts'
import { formatMoney, formatRate } from '../numbers.ts'
import { displayWidth } from '../width.ts'
import { type Parts, tableOf } from './parts.ts'
import { type Seen, type TodayRow, whatOf, whenCell, whoCell } from './today-cells.ts'
import { workLines } from './today-work.ts'

export interface TodayView extends Seen {
  rows: readonly TodayRow[]
  /** Only what is to be done tomorrow. */
  isAhead: boolean
  /** Rows of a kind that are shown; null for all. */
  most: number | null
  /** There is room for telephone numbers. */
  isWide: boolean
  /** There are several managers. */
  isTeam: boolean
  plan: { share: number; days: number } | null
  /** Minor units of the base currency; null where a rate is missing. */
  inWork: readonly { pipeline: string; stage: string; deals: number; amount: number | null }[]
  currency: string
  pipelines: number
  /** Whose day it is; null for everybody's. */
  whose: readonly string[] | null
  /** Things that rules have to do by now and do not do before something is written. */
  rulesDue: number
}

/** The day as people read it: what is to be done, what is in work, what to type next. */
export function todayDocument(view: TodayView): Document {
  const { words } = view
  const told = oncePerDeal(view.rows)
  const shown = view.most === null ? told : capped(told, ({ item }) => item.kind, view.most)
  const blocks: Block[] = []
  const owner = ownerOf(told)
  if (shown.length > 0) blocks.push({ ...listOf(shown, view, owner === undefined), brief: MOST_IN_BRIEF })
  else blocks.push({ type: 'lines', lines: [nothingLine(view)] })
  const more = moreLines(told, shown, view)
  if (more.length > 0) blocks.push({ type: 'lines', lines: more })
  blocks.push({ type: 'lines', lines: [...workLines(view), ...rulesLine(view), nextLine(shown, words)] })
  return {
    heading: [...headLines(view, told, owner), ...(view.isAhead ? [] : planLine(view))],
    blocks,
    // All rows with all names: only where they are asked for.
    get data() {
      return facts(view.rows)
    },
  }
}

/** Things that are named beside reports. */
const MOST_IN_BRIEF = 5

function nothingLine({ words, isAhead }: TodayView): string {
  return isAhead ? words.today.nothingTomorrow : words.today.nothing
}

/** Whose all of it is: null for nobody's; undefined where it is of several, or nothing. */
function ownerOf(rows: readonly TodayRow[]): string | null | undefined {
  const [first] = rows
  return rows.every(({ item }) => item.manager === first?.item.manager) ? first?.json.manager : undefined
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

/** The day, whose it is, and how many lines of each urgency there are. */
function headLines(view: TodayView, rows: readonly TodayRow[], owner: string | null | undefined): Line[] {
  const { words, now, zone, isAhead } = view
  const { today: w, period } = words
  const date = addDays(zone.dateOf(now), isAhead ? 1 : 0)
  const { month, day } = fieldsOf(date)
  const count = (kinds: readonly TodayKind[]) => rows.filter(({ item }) => kinds.includes(item.kind)).length
  const overdue = count(['overdue'])
  const counts = [
    ...(overdue === 0 ? [] : [w.overdueCount(overdue)]),
    ...(isAhead ? [] : [w.todayCount(count(['missedCall', 'unanswered', 'unassigned', 'today', 'invoice']))]),
    w.tomorrowCount(count(['tomorrow'])),
    ...UNHURRIED.flatMap((kind) =>
      count([kind]) === 0 ? [] : [`${w.kinds[kind] ?? kind} ${count([kind])}`],
    ),
  ].join(', ')
  const title = w.day({
    weekday: w.weekdays[weekday(date) - 1] ?? '',
    day,
    month: period.monthsOfDay[month - 1] ?? '',
  })
  const whose = [title, ...whoseDay(view, rows, owner)].join(' · ')
  const whole = `${whose} · ${counts}`
  return displayWidth(whole) <= WIDTH ? [whole] : [whose, counts]
}

/** What every screen has. */
const WIDTH = 80

/** What has no day of its own. */
const UNHURRIED: readonly TodayKind[] = ['stuck', 'silent', 'reactivation']

/** What is nobody's stands in everybody's list. */
function whoseDay(
  { words, whose, isTeam }: TodayView,
  rows: readonly TodayRow[],
  owner: string | null | undefined,
): string[] {
  const { today: w, reportHead } = words
  if (!isTeam) return []
  if (whose === null) return [owner == null ? reportHead.allManagers : w.onlyOf({ who: owner })]
  const isAnyones = rows.some(({ item }) => item.manager === null)
  return [`${whose.join(', ')}${isAnyones ? ` + ${w.kinds['unassigned']}` : ''}`]
}

function planLine({ words, plan }: TodayView): Line[] {
  const share = (x: number) => formatRate(x, words.lang)
  return plan === null ? [] : [words.today.plan({ share: share(plan.share), days: share(plan.days) })]
}

function listOf(rows: readonly TodayRow[], view: TodayView, isOfSeveral: boolean): TableBlock {
  const { isWide, words } = view
  const { today: w } = words
  const isTeamList = view.isTeam && isOfSeveral && view.whose?.length !== 1
  const shortly = isWide ? (name: string) => name : firstNames(rows.flatMap(({ json }) => json.manager ?? []))
  const parts: Parts<TodayRow> = [
    { column: { key: 'when', title: w.when, kind: 'text' }, cell: (row) => whenCell(row, view) },
    {
      column: { key: 'who', title: w.who, kind: 'text', shrink: true, min: 12 },
      cell: (row, at) => whoCell(row, rows[at - 1], isWide),
    },
    isWide && {
      column: { key: 'phone', title: w.phone, kind: 'text' },
      cell: ({ json, phone }) => {
        const name = json.contact ?? json.company
        return name === null || name === phone ? '' : (phone ?? '')
      },
    },
    {
      column: {
        key: 'what',
        title: w.what,
        kind: 'text',
        shrink: true,
        ...(!isWide && { wrap: 2 }),
        min: 14,
      },
      cell: (row) => whatOf(row, view),
    },
    isTeamList && {
      column: { key: 'manager', title: words.records.manager, kind: 'text', shrink: true, min: 6 },
      cell: ({ json }) => (json.manager === null ? w.nobodys : shortly(json.manager)),
    },
    (isWide || !isTeamList) && {
      column: { key: 'amount', title: w.amount, kind: 'text', align: 'right' },
      cell: ({ json: { amount, currency } }) =>
        amount === null ? '' : formatMoney(amount, currency ?? undefined, words.lang, 0),
    },
    {
      column: { key: 'command', title: w.command, kind: 'id' },
      cell: ({ json }) => ({ value: json.command.replace(/^voronka /, ''), tone: 'act' }),
    },
  ]
  return tableOf(parts, rows)
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
