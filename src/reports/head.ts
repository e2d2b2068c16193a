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
}

/** A report with that of another period beside it, where one was asked for. */
export interface Compared<Report> {
  report: Report
  beside: Report | null
}
