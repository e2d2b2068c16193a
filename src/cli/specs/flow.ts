import type { CommandSpec, OptionSpec } from '../command.ts'
import { REPORT_OPTIONS } from './report-options.ts'

/** A stage, a reason or a step has no one who made it. */
const FLOW_OPTIONS: readonly OptionSpec[] = REPORT_OPTIONS.filter(
  ({ flags }) => !/^--attribution /.test(flags),
)

/** How long deals take, why they are lost, who comes back, how people become customers. */
export const flowCommands: readonly CommandSpec[] = [
  {
    name: 'durations',
    args: '[period...]',
    summary: (w) => w.durations.summary,
    options: [{ flags: '-e, --explain <cell>', help: (w) => w.durations.explain }, ...FLOW_OPTIONS],
    examples: [
      'voronka durations this-year',
      'voronka durations last-quarter --by manager',
      'voronka durations this-year -e cycle',
    ],
    load: async () => (await import('../reports/durations.ts')).durations,
  },
  {
    name: 'losses',
    args: '[period...]',
    summary: (w) => w.losses.summary,
    options: [
      { flags: '--reason <text>', help: (w) => w.losses.reason, repeat: true },
      { flags: '--stage <name>', help: (w) => w.losses.stage, repeat: true },
      { flags: '-e, --explain <cell>', help: (w) => w.losses.explain },
      ...FLOW_OPTIONS.filter(({ flags }) => !/^--(stage|status) /.test(flags)),
    ],
    examples: [
      'voronka losses last-quarter',
      'voronka losses this-year --by manager',
      'voronka losses this-month --compare previous',
      'voronka losses this-year -e lost --format csv',
    ],
    load: async () => (await import('../reports/losses.ts')).losses,
  },
  {
    name: 'retention',
    args: '[period...]',
    summary: (w) => w.retention.summary,
    options: [
      { flags: '--period <period>', help: (w) => w.retention.period },
      { flags: '--by <period>', help: (w) => w.retention.by },
      { flags: '--of <whose>', help: (w) => w.retention.of },
      { flags: '-e, --explain <cell>', help: (w) => w.retention.explain },
      ...FLOW_OPTIONS.filter(({ flags }) => !/^--(period|by|stage|status|currency) /.test(flags)),
    ],
    examples: [
      'voronka retention',
      'voronka retention --by quarter --of first',
      'voronka retention this-year --compare last-year',
    ],
    load: async () => (await import('../reports/retention.ts')).retention,
  },
  {
    name: 'lifecycle',
    args: '[period...]',
    summary: (w) => w.lifeFunnel.summary,
    options: [
      { flags: '--period <period>', help: (w) => w.lifeFunnel.period },
      { flags: '--by <group>', help: (w) => w.lifeFunnel.by },
      { flags: '-e, --explain <cell>', help: (w) => w.lifeFunnel.explain },
      { flags: '--manager <manager>', help: (w) => w.lifeFunnel.manager, repeat: true },
      { flags: '--source <name>', help: (w) => w.lifeFunnel.source, repeat: true },
      ...FLOW_OPTIONS.filter(({ flags }) => /^--(compare|as-of|known-at|chart|no-chart)\b/.test(flags)),
    ],
    examples: [
      'voronka lifecycle this-year',
      'voronka lifecycle this-year --by source',
      'voronka lifecycle this-year -e customer',
    ],
    load: async () => (await import('../reports/lifecycle.ts')).lifecycle,
  },
]
