import { formatDay, type Period, periodTitle } from '../../domain/time/period.ts'
import type { ReportHead } from '../../reports/head.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Cell, Line } from '../document.ts'
import { formatCount, formatInterval, formatRate } from '../numbers.ts'
import { displayWidth } from '../width.ts'

/** What a report's screen needs besides the report. */
export interface ReportView {
  words: Words
  /** The filters in words, e.g. `менеджер: Анна`. */
  said: readonly string[]
  chart: boolean
  /** The command that was typed, with these flags instead of its own: ready to be typed again. */
  again(flags: Readonly<Record<string, string | true>>): string
  /** Another command on the same workspace, whatever was typed. */
  afresh(command: string): string
  /** Another command of the same deals and days, nothing beside it. */
  instead(command: string, flags: Readonly<Record<string, string>>): string
  beyond: Beyond
}

/** What there is beyond a report. */
export interface Beyond {
  /** Where nothing was found: the latest period with deals; null where there is none. */
  latest: Period | null
  /** Deals of other days, where they are worth a word. */
  outside: number
}

/** Below this many deals a percentage pretends to know more than there is. */
export const FEW = 10

/** An average of fewer won deals is said to be of so few. */
export const FEW_WON = 5

const LINE = 80

/** The heading of any report: what it is of, then as of when, of which deals, of how many. */
export function headLines(
  title: readonly string[],
  head: ReportHead,
  view: ReportView,
  facts: readonly string[],
): Line[] {
  const { words } = view
  const { reportHead, lang } = words
  const asOf = reportHead.asOf({ day: formatDay(head.asOf, lang), city: cityOf(head.timezone, words) })
  const known = head.knownAt === null ? [] : [reportHead.knownAt({ day: formatDay(head.knownAt, lang) })]
  const lines: Line[] = [inParts(title), inParts([asOf, ...known, ...view.said, ...facts])]
  if (head.lateEntries > 0) lines.push(reportHead.late(head.lateEntries))
  const activities = head.lateActivities ?? 0
  if (activities > 0) lines.push(reportHead.lateActivities(activities))
  const records = head.lateRecords ?? 0
  if (records > 0) lines.push(reportHead.lateRecords(records))
  return lines
}

/** Parts of a line, which is broken between them rather than within one, where it is broken. */
function inParts(parts: readonly string[]): string {
  const line = parts.join(' · ')
  if (displayWidth(line) <= LINE) return line
  return parts
    .map((part) => (displayWidth(part) <= LINE / 2 ? part.replaceAll(' ', '\u00a0') : part))
    .join(' · ')
}

/** What a report is of, its days and which deals: those created in them are said in short where the line would break. */
export function titleParts(
  title: string,
  { period }: ReportHead,
  mode: keyof Words['funnel']['mode'],
  words: Words,
): string[] {
  const { funnel } = words
  const parts = [title, periodTitle(period, words)]
  const whole = [...parts, funnel.mode[mode]]
  const isShort = mode !== 'cohort' || displayWidth(whole.join(' · ')) <= LINE
  return isShort ? whole : [...parts, funnel.created]
}

/** The share of deals with presumed dates, where there are any. */
export function presumedSaid(share: number | null, { reportHead, lang }: Words): string[] {
  return share === null || share === 0 ? [] : [reportHead.presumed({ share: formatRate(share, lang) })]
}

/** Nothing was found: the latest period that has deals, and the command for it. */
export function nothingBlocks(head: ReportHead, { words, beyond: { latest }, again }: ReportView): Block[] {
  const { noDeals, noDealsEver, noDealsBefore } = words.reportHead
  const period = periodTitle(head.period, words)
  if (latest === null) return [{ type: 'lines', lines: [`${noDeals({ period })} ${noDealsEver}`] }]
  return [
    { type: 'lines', lines: [noDealsBefore({ period, latest: periodTitle(latest, words) })] },
    { type: 'command', command: again({ period: latest.label }) },
  ]
}

/** How many deals of other days there are, and the command that shows them. */
export function outsideBlocks({ words, beyond, again }: ReportView): Block[] {
  if (beyond.outside === 0) return []
  const said = words.reportHead.outside({ n: formatCount(beyond.outside, words.lang) })
  return [{ type: 'lines', lines: withCommand(said, again({ period: 'all' })) }]
}

/** A command is copied whole: it gets a line of its own where it would be broken. */
export function withCommand(said: string, command: string): Line[] {
  return displayWidth(said + command) <= LINE
    ? [[said, { text: command, tone: 'act' }]]
    : [said.trimEnd(), [{ text: `  ${command}`, tone: 'act' }]]
}

/** k of n as a share; of few it is written "3 of 5", dim. */
export function shareCell(k: number, n: number, rate: number | null, words: Words): Cell {
  if (rate === null || n >= FEW) return { value: rate }
  return { value: rate, text: ofSaid(k, n, words), tone: 'dim' }
}

/** The interval of a share of n; nothing is shown for few, "?" where chance is not all that may be wrong. */
export function rangeCell(low: number | null, high: number | null, n: number, isSound = true): Cell {
  if (low === null || high === null) return { value: null }
  if (!isSound) return { value: [low, high], text: '?', tone: 'dim' }
  return n >= FEW ? { value: [low, high] } : { value: [low, high], text: '' }
}

export function ofSaid(k: number, n: number, { reportHead, lang }: Words): string {
  return reportHead.of({ k: formatCount(k, lang), n: formatCount(n, lang) })
}

/** `25 из 85 (29 %, разброс 21–40)`, of few without the brackets. */
export function shareSaid(
  k: number,
  n: number,
  rate: number | null,
  low: number | null,
  high: number | null,
  words: Words,
): string {
  const of = ofSaid(k, n, words)
  if (rate === null || low === null || high === null || n < FEW) return of
  const [from = '', to = ''] = formatInterval(low, high, words.lang).split('–')
  return `${of} (${formatRate(rate, words.lang)}, ${words.reportHead.range({ low: from, high: to })})`
}

/** The zone's city as people call it. */
function cityOf(timezone: string, { reportHead }: Words): string {
  return reportHead.cities[timezone] ?? (timezone.split('/').at(-1) ?? timezone).replaceAll('_', ' ')
}
