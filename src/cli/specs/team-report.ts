import type { CommandSpec } from '../command.ts'
import { REPORT_OPTIONS } from './report-options.ts'

/** Who works how well. */
export const teamReportCommands: readonly CommandSpec[] = [
  {
    name: 'team',
    args: '[period...]',
    summary: (w) => w.team.summary,
    options: [
      { flags: '--by <group>', help: (w) => w.team.by },
      { flags: '-e, --explain <cell>', help: (w) => w.team.explain },
      ...REPORT_OPTIONS.filter(({ flags }) => !flags.startsWith('--by ')),
    ],
    examples: [
      'voronka team last-month',
      'voronka team this-quarter --compare previous',
      'voronka team --manager m1',
    ],
    load: async () => (await import('../reports/team.ts')).team,
  },
]
