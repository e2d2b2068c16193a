import { medianOf, nearestRank, round4 } from '../domain/statistics.ts'
import { type Compared, compareJson, figuresJson, type ReportHead } from './head.ts'

/** One turn to us: an inbound activity or a new deal. `answeredAt` is before T, or null. */
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
}

export interface ResponseGroup extends ResponseBody {
  key: string | null
}

/** Who waits at T, of the period; `hours` until T. */
export interface Waiting extends Inquiry {
  hours: number
}

export interface ResponseReport {
  head: ReportHead
  by: string
  groups: ResponseGroup[]
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
      open = { ...item }
      inquiries.push(open)
      continue
    }
    open.answeredAt = earlier(open.answeredAt, item.answeredAt)
    open.manager ??= item.manager
  }
  return inquiries
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}

const HOUR = 3_600_000

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
  const named = [...groups.keys()].filter((key) => key !== null).sort((a, b) => a.localeCompare(b, 'en'))
  const keys: (string | null)[] = groups.has(null) ? [...named, null] : named
  const waiting = inquiries
    .filter(({ answeredAt }) => answeredAt === null)
    .map((inquiry) => ({ ...inquiry, hours: Math.max(0, t - inquiry.at) / HOUR }))
    .sort((a, b) => a.at - b.at || a.id - b.id)
  return {
    head,
    by,
    groups: keys.map((key) => ({ key, ...bodyOf(groups.get(key) ?? []) })),
    total: bodyOf(inquiries),
    waiting,
    unassigned: waiting.filter(({ manager }) => manager === null).length,
  }
}

function bodyOf(inquiries: readonly Inquiry[]): ResponseBody {
  const answered = inquiries.filter(({ answeredAt }) => answeredAt !== null)
  const hours = answered
    .filter(({ exact }) => exact)
    .map(({ at, answeredAt }) => ((answeredAt ?? at) - at) / HOUR)
    .sort((a, b) => a - b)
  return {
    inquiries: inquiries.length,
    answered: answered.length,
    unanswered: inquiries.length - answered.length,
    medianHours: medianOf(hours),
    p90Hours: hours[nearestRank(hours.length, 0.9) - 1] ?? null,
  }
}

/** The report as scripts read it: `voronka.response/1`. Names and moments of those that wait are the caller's. */
export function responseJson<T>({ report, beside }: Compared<ResponseReport>, waiting: readonly T[]) {
  const { head, by, unassigned } = report
  return {
    schema: 'voronka.response/1',
    ...head,
    by,
    ...figuresJson(report, responseBodyJson),
    unassigned,
    waiting,
    ...compareJson(beside, responseBodyJson),
  }
}

/** The figures of one of its groups as scripts read them. */
export function responseBodyJson({ inquiries, answered, unanswered, medianHours, p90Hours }: ResponseBody) {
  return { inquiries, answered, unanswered, medianHours: round4(medianHours), p90Hours: round4(p90Hours) }
}
