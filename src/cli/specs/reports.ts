import type { CommandSpec } from '../command.ts'
import { REPORT_OPTIONS } from './report-options.ts'

export const reportCommands: readonly CommandSpec[] = [
  {
    name: 'funnel',
    args: '[period...]',
    summary: (w) => w.reports.funnel,
    options: [
      { flags: '--mode <mode>', help: (w) => w.reports.mode },
      { flags: '-e, --explain <cell>', help: (w) => w.reports.explain },
      ...REPORT_OPTIONS,
    ],
    examples: [
      'voronka funnel 2026-Q3',
      'voronka funnel this-month --by manager',
      'voronka funnel Q3 --mode events',
    ],
    load: async () => (await import('../funnel.ts')).funnel,
  },
  {
    name: 'conversion',
    args: '[period...]',
    summary: (w) => w.conversion.summary,
    options: [
      { flags: '--by <period>', help: (w) => w.conversion.by },
      ...REPORT_OPTIONS.filter(({ flags }) => !/^--(by|compare|attribution) /.test(flags)),
    ],
    examples: ['voronka conversion this-year', 'voronka conversion last-8-weeks --by week'],
    load: async () => (await import('../conversion.ts')).conversion,
  },
]
