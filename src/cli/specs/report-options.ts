import type { OptionSpec } from '../command.ts'
import { FILTER_OPTIONS } from './filters.ts'

/** Options that every report takes. */
export const REPORT_OPTIONS: readonly OptionSpec[] = [
  { flags: '--period <period>', help: (w) => w.reports.period },
  { flags: '--by <group>', help: (w) => w.reports.by },
  { flags: '--attribution <whose>', help: (w) => w.reports.attribution },
  { flags: '--compare <period>', help: (w) => w.reports.compare },
  { flags: '--as-of <date>', help: (w) => w.reports.asOf },
  { flags: '--known-at <date>', help: (w) => w.reports.knownAt },
  { flags: '--currency <code>', help: (w) => w.reports.currency },
  { flags: '--chart', help: (w) => w.reports.chart },
  { flags: '--no-chart', help: (w) => w.reports.noChart },
  ...FILTER_OPTIONS,
]
