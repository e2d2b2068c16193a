import type { CommandSpec, OptionSpec } from '../command.ts'
import { LIST_OPTIONS } from '../listing.ts'
import { REPORT_OPTIONS } from './report-options.ts'

/** What is one for several reports: whose deals, as of when, beside which other days. */
const COMMON: readonly OptionSpec[] = REPORT_OPTIONS.filter(
  ({ flags }) => !/^--(by|attribution|chart|no-chart|filter)\b/.test(flags),
)

/** Several of them share one table of commands, loaded when it is asked for. */
const commands = async () => (await import('../commands.ts')).COMMANDS

export const dashboardCommands: readonly CommandSpec[] = [
  {
    name: 'dashboard',
    args: '[name...]',
    summary: (w) => w.dashboard.dashboard,
    options: COMMON,
    formats: ['table', 'json', 'md', 'xlsx'],
    examples: [
      'voronka dashboard',
      'voronka dashboard last-month --manager Anna',
      'voronka dashboard this-month --compare previous',
    ],
    load: async () => (await import('../reports/dashboard.ts')).dashboardOf(await commands()),
  },
  {
    name: 'dashboard save',
    args: '<name> [block...]',
    summary: (w) => w.dashboard.save,
    examples: ['voronka dashboard save monday funnel durations today'],
    load: async () => (await import('../reports/dashboard.ts')).dashboardSaveOf(await commands()),
  },
  {
    name: 'dashboard list',
    summary: (w) => w.dashboard.list,
    options: LIST_OPTIONS,
    examples: ['voronka dashboard list'],
    load: async () => (await import('../reports/dashboard.ts')).dashboardList,
  },
  {
    name: 'dashboard show',
    args: '<name>',
    summary: (w) => w.dashboard.show,
    examples: ['voronka dashboard show main'],
    load: async () => (await import('../reports/dashboard.ts')).dashboardShow,
  },
  {
    name: 'dashboard rm',
    args: '<name>',
    summary: (w) => w.dashboard.rm,
    examples: ['voronka dashboard rm monday --dry-run'],
    load: async () => (await import('../reports/dashboard.ts')).dashboardRm,
  },
]
