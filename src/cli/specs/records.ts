import type { CommandSpec, OptionSpec } from '../command.ts'
import { LIST_OPTIONS } from '../listing.ts'

const ABOUT: readonly OptionSpec[] = [
  { flags: '--manager <name>', help: (w) => w.activities.onlyManager, repeat: true },
  { flags: '--contact <name>', help: (w) => w.activities.onlyContact },
  { flags: '--company <name>', help: (w) => w.activities.onlyCompany },
  { flags: '--deal <deal>', help: (w) => w.activities.onlyDeal },
]

/** What is done, to be done and planned. */
export const recordCommands: readonly CommandSpec[] = [
  {
    name: 'activity list',
    summary: (w) => w.activities.list,
    options: [
      { flags: '--kind <kind>', help: (w) => w.activities.onlyKind, repeat: true },
      ...ABOUT,
      { flags: '--period <period>', help: (w) => w.activities.period },
      ...LIST_OPTIONS,
    ],
    examples: ['voronka activity list --kind call --period last-week --limit 20'],
    load: async () => (await import('../activity.ts')).activityList,
  },
  {
    name: 'activity show',
    args: '<activity>',
    summary: (w) => w.activities.show,
    examples: ['voronka activity show a1'],
    load: async () => (await import('../activity.ts')).activityShow,
  },
  {
    name: 'activity rm',
    args: '<activity>',
    summary: (w) => w.activities.rm,
    examples: ['voronka activity rm a1 --dry-run'],
    load: async () => (await import('../activity.ts')).activityRm,
  },
  {
    name: 'task list',
    summary: (w) => w.tasks.list,
    options: [
      { flags: '--state <state>', help: (w) => w.tasks.state, repeat: true },
      ...ABOUT,
      { flags: '--period <period>', help: (w) => w.tasks.period },
      ...LIST_OPTIONS,
    ],
    examples: ['voronka task list --state open --manager Anna --limit 20'],
    load: async () => (await import('../task.ts')).taskList,
  },
  {
    name: 'task show',
    args: '<task>',
    summary: (w) => w.tasks.show,
    examples: ['voronka task show t1'],
    load: async () => (await import('../task.ts')).taskShow,
  },
  {
    name: 'task rm',
    args: '<task>',
    summary: (w) => w.tasks.rm,
    examples: ['voronka task rm t1 --dry-run'],
    load: async () => (await import('../task.ts')).taskRm,
  },
  {
    name: 'plan set',
    args: '<metric> <amount>',
    summary: (w) => w.plans.set,
    options: [
      { flags: '--manager <name>', help: (w) => w.plans.forManager },
      { flags: '--department <name>', help: (w) => w.plans.forDepartment },
      { flags: '--period <period>', help: (w) => w.plans.forPeriod },
      { flags: '--currency <code>', help: (w) => w.plans.currency },
    ],
    examples: [
      'voronka plan set revenue 120000 --manager Anna --period 2026-10',
      'voronka plan set calls 400',
    ],
    load: async () => (await import('../plan.ts')).planSet,
  },
  {
    name: 'plan list',
    summary: (w) => w.plans.list,
    options: [
      { flags: '--manager <name>', help: (w) => w.plans.onlyManager },
      { flags: '--period <period>', help: (w) => w.plans.onlyPeriod },
      { flags: '--all', help: (w) => w.plans.all },
      ...LIST_OPTIONS,
    ],
    examples: ['voronka plan list --period this-year'],
    load: async () => (await import('../plan.ts')).planList,
  },
  {
    name: 'plan rm',
    args: '<plan>',
    summary: (w) => w.plans.rm,
    examples: ['voronka plan rm p1 --dry-run'],
    load: async () => (await import('../plan.ts')).planRm,
  },
]
