import { daysSince } from '../../domain/dormant.ts'
import { fullDays } from '../../domain/time/work-hours.ts'
import { DAY, type Instant, type Zone } from '../../domain/time/zone.ts'
import { isBareTouch } from '../../domain/touch-words.ts'
import type { ItemJson, TodayItem, TodayKind } from '../../reports/today.ts'
import type { Words } from '../../words/words.ts'
import type { Cell, Tone } from '../document.ts'

/** An item with its names, as scripts see them. */
export interface TodayRow {
  item: TodayItem
  readonly json: ItemJson
  /** How its deal ended, where it has. */
  readonly closedAs?: string | undefined
  /** When somebody last talked with the people of its deal about something else; null where nobody did since. */
  readonly spokeAt?: Instant | null
  /** The title of the deal that it is about, or the only open one of whom it is with; null where there is none. */
  readonly ofDeal?: string | null
  /** The number to call, as people read it. */
  readonly phone: string | null
}

/** What cells are written with. */
export interface Seen {
  words: Words
  now: Instant
  zone: Zone
}

/** Kinds of which somebody is hardly called today. */
const NOT_CALLED: ReadonlySet<TodayKind> = new Set(['stuck', 'tomorrow'])

/** Who it is; where there is no room for a column of numbers, the number to call beneath, once for rows in a row. */
export function whoCell(
  { item, json, phone }: TodayRow,
  before: TodayRow | undefined,
  isWide: boolean,
): Cell {
  const name = json.contact ?? json.company
  if (name === null || phone === null || name === phone || isWide || NOT_CALLED.has(item.kind))
    return { value: name ?? phone ?? '' }
  return before?.phone === phone ? { value: name } : { value: name, under: phone }
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

export function whatOf(
  { item, json, closedAs, spokeAt = null, ofDeal = null }: TodayRow,
  { words, now, zone }: Seen,
): string {
  const { today: w } = words
  const { of } = item
  const join = (...parts: readonly (string | null)[]) =>
    parts.filter((part) => part !== null && part !== '').join(' · ')
  // A text that says of itself what it is about needs no more.
  const about = () => (isBareTouch(json.text ?? '') ? titleBeside(ofDeal, json) : null)
  if (of.what === 'due')
    return of.due.what === 'task'
      ? join(json.text, about(), closedAs ?? null)
      : join(w.planned[of.due.what] ?? null, json.place, json.text, about(), closedAs ?? null)
  if (of.what === 'waiting') {
    const { count, what, text } = of.waiting
    return join(count > 1 ? w.times(count) : null, text ?? w.waits[what] ?? what)
  }
  if (of.what === 'customer') {
    const { wins, medianGap } = of.customer
    const rhythm = w.wins({ wins, gap: medianGap === null ? null : Math.round(medianGap / DAY) })
    return join(json.contact === null ? null : json.company, rhythm)
  }
  const { flags } = of
  const title = titleBeside(json.text, json)
  if (item.kind === 'invoice') return join(title, w.unpaid)
  const spoke = spokeAt === null ? null : w.spoke({ days: daysSince(spokeAt, now, zone) })
  const silence = fullDays(flags.silentSince, now, zone)
  if (item.kind === 'stuck') {
    const norm = flags.norm === null ? null : Math.round(flags.norm)
    return join(
      w.inStage({ stage: flags.stage, norm }),
      flags.silent ? w.silent({ days: silence }) : null,
      flags.silent ? spoke : null,
      title,
    )
  }
  if (item.kind === 'silent') return join(spoke, flags.stage, title)
  const { lastAttempt } = flags
  const n = json.attempts ?? 0
  return join(
    spoke,
    lastAttempt === null || n === 0
      ? null
      : w.attempts({ n, when: agoOf(lastAttempt, { words, now, zone }) }),
    title,
  )
}

/** The title of a deal without the name that stands beside it. */
function titleBeside(title: string | null, { contact, company }: ItemJson): string | null {
  const name = contact ?? company
  if (title === null || name === null || !title.endsWith(name)) return title
  return title.slice(0, -name.length).replace(/[\s,·–—-]+$/u, '')
}
