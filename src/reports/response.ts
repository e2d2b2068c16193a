import { isOfPeople } from '../domain/none.ts'
import { TESTABLE } from '../domain/statistics/one-share.ts'
import { Quantiles } from '../domain/statistics/quantiles.ts'
import { ratio, round4, wilson } from '../domain/statistics/statistics.ts'
import { distinguished, heldApart, type Outcomes, type Side } from '../domain/statistics/two-shares.ts'
import { inOrder } from './groups.ts'
import { type Compared, compareJson, figuresJson, type ReportHead } from './head.ts'

/** One turn to us: an inbound activity or a new deal. `answeredAt` is before T, or null; of a deal that came of a call of ours, that call. */
export interface InquiryItem {
  party: string
  at: number
  answeredAt: number | null
  /** Its moment is known, and not only its day. */
  exact: boolean
  manager: number | null
  kind: 'call' | 'email' | 'message' | 'deal' | 'meeting' | 'note'
  /** Of the activity, or of the deal. */
  id: number
}

/** What one party turned to us with until it was first answered; dated by the first, and of whoever that was for. */
export type Inquiry = InquiryItem

export interface ResponseBody {
  inquiries: number
  answered: number
  unanswered: number
  /** Of those answered whose moment is known; null of none. The 90th percentile is the nearest rank. */
  medianHours: number | null
  p90Hours: number | null
  /** Of those of which it is known (`lateness`), the ones answered late or waiting too long; with its 95 % interval. */
  late: number
  timed: number
  lateShare: number | null
  lateLow: number | null
  lateHigh: number | null
  /** Waiting, and not too long yet. */
  undecided: number
}

export interface ResponseGroup extends ResponseBody {
  key: string | null
  /** The share answered in time held against that of all the others together: below is later than they are. */
  differs: Side
  /** How likely chance alone makes that difference, uncorrected; null where it was not tested. */
  p: number | null
  /** All the others together: of people, those with a name. */
  others: Outcomes
}

/** Who waits at T, of the period; `hours` until T. */
export interface Waiting extends Inquiry {
  hours: number
}

export interface ResponseReport {
  head: ReportHead
  by: string
  /** An answer later than so many minutes is late. */
  lateMinutes: number
  /** Those who are late most often first; times in their order. */
  groups: ResponseGroup[]
  /** The key of the group with the largest share of late answers of those with at least ten; undefined where none is later. */
  slowest: string | null | undefined
  total: ResponseBody
  /** The longest first. */
  waiting: Waiting[]
  /** Of those that wait, nobody's. */
  unassigned: number
}

/**
 * Items of one party up to the first answer are one inquiry: `items` come party by party, each in the order of time.
 * The answer is the earliest that any of them got.
 */
export function inquiriesOf(items: readonly InquiryItem[]): Inquiry[] {
  const inquiries: Inquiry[] = []
  let open: Inquiry | undefined
  for (const item of items) {
    const isPart = open?.party === item.party && (open.answeredAt === null || item.at <= open.answeredAt)
    if (open === undefined || !isPart) {
      const { at, answeredAt } = item
      open = { ...item, answeredAt: answeredAt === null ? null : Math.max(at, answeredAt) }
      inquiries.push(open)
      continue
    }
    // What was said before a client turned to us answers nothing.
    if ((item.answeredAt ?? 0) >= open.at) open.answeredAt = earlier(open.answeredAt, item.answeredAt)
    open.manager ??= item.manager
  }
  return inquiries
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}

const HOUR = 3_600_000

/** An answer later than this is late. */
const LATE_MINUTES = 15

export type Lateness = 'inTime' | 'late' | 'undecided' | null

/** Whether it took too long, or has by `now` (ms UTC); undecided while it may yet be in time, null where moments are days. */
export function lateness({ at, answeredAt, exact }: Inquiry, now: number): Lateness {
  if (!exact) return null
  const isLate = (answeredAt ?? now) - at > LATE_MINUTES * 60_000
  return isLate ? 'late' : answeredAt === null ? 'undecided' : 'inTime'
}

const OF_TIME: ReadonlySet<string> = new Set(['hour', 'day', 'week', 'month', 'quarter', 'year'])

/** `keyOf` is the group of an inquiry, null for "(none)"; `t` is until when those that wait have waited, ms UTC. */
export function responseReport(
  head: ReportHead,
  by: string,
  inquiries: readonly Inquiry[],
  keyOf: (inquiry: Inquiry) => string | null,
  t: number,
): ResponseReport {
  const groups = new Map<string | null, Inquiry[]>()
  for (const inquiry of inquiries) {
    const key = keyOf(inquiry)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [inquiry])
    else known.push(inquiry)
  }
  const waiting = inquiries
    .filter(({ answeredAt }) => answeredAt === null)
    .map((inquiry) => ({ ...inquiry, hours: Math.max(0, t - inquiry.at) / HOUR }))
    .sort((a, b) => a.at - b.at || a.id - b.id)
  const total = responseBody(inquiries, t)
  const bodies = [...groups].map(([key, own]) => ({ key, ...responseBody(own, t) }))
  return {
    head,
    by,
    lateMinutes: LATE_MINUTES,
    ...toldApart(bodies.sort(inOrder<KeyedBody>(OF_TIME.has(by) ? () => 0 : byLateness)), isOfPeople(by)),
    total,
    waiting,
    unassigned: waiting.filter(({ manager }) => manager === null).length,
  }
}

type KeyedBody = ResponseBody & { key: string | null }

function byLateness(a: ResponseBody, b: ResponseBody): number {
  return (b.lateShare ?? -1) - (a.lateShare ?? -1) || b.timed - a.timed
}

/**
 * As win rates are told apart in `team`: all groups are one family of tests, of lateness alone. Of people, what is
 * nobody's is beside nobody.
 */
function toldApart(
  groups: readonly KeyedBody[],
  ofPeople: boolean,
): Pick<ResponseReport, 'groups' | 'slowest'> {
  const held = heldApart(groups.map((group) => (ofPeople && group.key === null ? null : answersOf(group))))
  const sides = distinguished(held)
  const told = held.flatMap(({ others, p }, at) => {
    const group = groups[at]
    return group === undefined ? [] : [{ ...group, differs: sides[at] ?? null, others, p }]
  })
  const later = told
    .filter(({ key, late, timed, others }) => {
      const isHeld = !ofPeople || key !== null
      return isHeld && timed >= TESTABLE && late * (others.won + others.lost) > others.lost * timed
    })
    .sort((a, b) => Number(b.differs === 'below') - Number(a.differs === 'below') || byLateness(a, b))
  return { groups: told, slowest: later[0]?.key }
}

function answersOf({ timed, late, undecided }: ResponseBody) {
  return { won: timed - late, lost: late, open: undecided }
}

/** `t` is until when those that wait have waited, ms UTC. */
export function responseBody(inquiries: readonly Inquiry[], t: number): ResponseBody {
  const hours = new Quantiles()
  const counts = { late: 0, inTime: 0, undecided: 0 }
  let answered = 0
  for (const inquiry of inquiries) {
    const { at, answeredAt, exact } = inquiry
    if (answeredAt !== null) {
      answered += 1
      if (exact) hours.add((answeredAt - at) / HOUR)
    }
    const how = lateness(inquiry, t)
    if (how !== null) counts[how] += 1
  }
  const { late, inTime, undecided } = counts
  const timed = late + inTime
  const interval = wilson(late, timed)
  return {
    inquiries: inquiries.length,
    answered,
    unanswered: inquiries.length - answered,
    medianHours: hours.median(),
    p90Hours: hours.rank(0.9),
    late,
    timed,
    lateShare: ratio(late, timed),
    lateLow: interval?.low ?? null,
    lateHigh: interval?.high ?? null,
    undecided,
  }
}

/** The report as scripts read it: `voronka.response/1`. Names and moments of those that wait are the caller's. */
export function responseJson<T>(
  { report, beside }: Compared<ResponseReport>,
  waiting: readonly T[],
  beyond: readonly string[],
) {
  const { head, by, lateMinutes, unassigned } = report
  return {
    schema: 'voronka.response/1',
    ...head,
    by,
    lateMinutes,
    ...figuresJson(report, responseBodyJson),
    unassigned,
    waiting,
    beyond,
    ...compareJson(beside, responseBodyJson),
  }
}

/** The figures of one of its groups, or of the whole, as scripts read them. */
export function responseBodyJson(body: ResponseBody & { differs?: Side }) {
  const { inquiries, answered, unanswered, late, timed, differs } = body
  return {
    ...{ inquiries, answered, unanswered },
    medianHours: round4(body.medianHours),
    p90Hours: round4(body.p90Hours),
    ...{ late, timed },
    lateShare: round4(body.lateShare),
    lateLow: round4(body.lateLow),
    lateHigh: round4(body.lateHigh),
    ...(differs !== undefined && { differs }),
  }
}
