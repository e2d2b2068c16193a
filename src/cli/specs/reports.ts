import type { CommandSpec, OptionSpec } from '../command.ts'
import { REPORT_OPTIONS } from './report-options.ts'

/** Reports on what was done have no actor beside the manager, and no money. */
const TOUCH_OPTIONS: readonly OptionSpec[] = [
  { flags: '--by <group>', help: (w) => w.touchReports.by },
  ...REPORT_OPTIONS.filter(({ flags }) => !/^--(by|attribution|currency|chart|no-chart)\b/.test(flags)),
]

export const reportCommands: readonly CommandSpec[] = [
  {
    name: 'funnel',
    args: '[period...]',
    summary: (w) => w.reports.funnel,
    options: [
      { flags: '--mode <mode>', help: (w) => w.reports.mode },
      { flags: '--against <reference>', help: (w) => w.references.against },
      { flags: '--reconcile', help: (w) => w.reconcile.option },
      { flags: '-e, --explain <cell>', help: (w) => w.reports.explain },
      ...REPORT_OPTIONS,
    ],
    examples: [
      'voronka funnel 2026-Q3',
      'voronka funnel this-month --by manager',
      'voronka funnel this-year --by product',
      'voronka funnel Q3 --mode events',
      'voronka funnel last-month --against template',
      'voronka funnel last-quarter --reconcile',
    ],
    load: async () => (await import('../funnel/funnel.ts')).funnel,
  },
  {
    name: 'conversion',
    args: '[period...]',
    summary: (w) => w.conversion.summary,
    options: [
      { flags: '--by <period>', help: (w) => w.conversion.by },
      { flags: '--mature', help: (w) => w.conversion.mature },
      { flags: '-e, --explain <cell>', help: (w) => w.conversion.explain },
      ...REPORT_OPTIONS.filter(({ flags }) => !/^--(by|attribution) /.test(flags)),
    ],
    examples: [
      'voronka conversion this-year',
      'voronka conversion last-8-weeks --by week',
      'voronka conversion last-6-months --mature',
      'voronka conversion this-quarter --compare previous',
      'voronka conversion last-month -e all:won',
    ],
    load: async () => (await import('../reports/conversion.ts')).conversion,
  },
  {
    name: 'activity',
    args: '[period...]',
    summary: (w) => w.touchReports.activity,
    options: [{ flags: '-e, --explain <cell>', help: (w) => w.touchExplained.activity }, ...TOUCH_OPTIONS],
    examples: [
      'voronka activity last-month --compare previous',
      'voronka activity this-month --by day',
      'voronka activity last-month -e all:meetings',
    ],
    load: async () => (await import('../reports/activity-report.ts')).activityRun,
  },
  {
    name: 'response',
    args: '[period...]',
    summary: (w) => w.touchReports.response,
    options: [{ flags: '-e, --explain <cell>', help: (w) => w.touchExplained.response }, ...TOUCH_OPTIONS],
    examples: [
      'voronka response last-month',
      'voronka response this-month --by hour',
      'voronka response last-month -e all:unanswered',
    ],
    load: async () => (await import('../reports/response.ts')).response,
  },
  {
    name: 'reactivation',
    args: '[period...]',
    summary: (w) => w.reactivation.command,
    options: [
      { flags: '--make-tasks', help: (w) => w.reactivation.makeTasks },
      { flags: '--managers <names>', help: (w) => w.reactivation.managers, repeat: true },
      { flags: '--due <when>', help: (w) => w.reactivation.due },
      { flags: '--by <group>', help: (w) => w.reactivation.by },
      ...REPORT_OPTIONS.filter(({ flags }) =>
        /^--(period|compare|as-of|known-at|currency|manager)\b/.test(flags),
      ),
    ],
    examples: [
      'voronka reactivation',
      'voronka reactivation --by manager',
      'voronka reactivation this-month --compare previous',
      'voronka reactivation --make-tasks --managers m1,m2 --dry-run',
    ],
    load: async () => (await import('../reports/reactivation.ts')).reactivation,
  },
]
