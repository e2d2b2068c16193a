import { NONE } from '../domain/none.ts'

/** What every report says of itself. */
export interface ReportHead {
  period: { from: string | null; until: string | null; label: string }
  timezone: string
  asOf: string
  /** Only what was known by the end of this day; null for all that is known. */
  knownAt: string | null
  filters: Readonly<Record<string, unknown>>
  currency: string
  /** Deals with anything dated before the end of `asOf` and entered or taken back after it, where the workspace is older than that. */
  lateEntries: number
  /** The same of calls, mails, meetings, notes and tasks, in reports that count them. */
  lateActivities?: number
  /** Contacts and companies merged or removed since, in reports that know one customer from another. */
  lateRecords?: number
}

/** A report with that of another period beside it, where one was asked for. */
export interface Compared<Report> {
  report: Report
  beside: Report | null
}

/** A report that is summed up by groups, and as a whole. */
export interface Grouped<Body> {
  head: ReportHead
  groups: readonly (Body & { key: string | null })[]
  total: Body
}

/** Its figures as scripts read them; `bodyJson` makes those of a group or of the whole. */
export function figuresJson<Body>({ groups, total }: Grouped<Body>, bodyJson: (body: Body) => object) {
  return {
    groups: groups.map((group) => ({ key: group.key ?? NONE, ...bodyJson(group) })),
    total: bodyJson(total),
  }
}

/** Under `compare`, the figures of the other period; nothing where none was asked for. */
export function compareJson<Body>(beside: Grouped<Body> | null, bodyJson: (body: Body) => object) {
  if (beside === null) return {}
  const { period, asOf } = beside.head
  return { compare: { period, asOf, ...figuresJson(beside, bodyJson) } }
}
