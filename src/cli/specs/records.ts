import type { CommandSpec, OptionSpec } from '../command.ts'
import { LIST_OPTIONS } from '../listing.ts'

const OF_MANAGER: OptionSpec = {
  flags: '--manager <manager>',
  help: (w) => w.activities.onlyManager,
  repeat: true,
}
const OTHERS: readonly OptionSpec[] = [
  { flags: '--contact <contact>', help: (w) => w.activities.onlyContact },
  { flags: '--company <company>', help: (w) => w.activities.onlyCompany },
  { flags: '--deal <deal>', help: (w) => w.activities.onlyDeal },
]
const ABOUT: readonly OptionSpec[] = [OF_MANAGER, ...OTHERS]

const TASK_VALUES: readonly OptionSpec[] = [
  { flags: '--due <when>', help: (w) => w.tasks.dueFlag },
  { flags: '--about <who>', help: (w) => w.tasks.about },
  { flags: '--deal <deal>', help: (w) => w.tasks.deal },
  { flags: '--manager <manager>', help: (w) => w.tasks.managerFlag },
  { flags: '--priority <priority>', help: (w) => w.tasks.priorityFlag },
  { flags: '--repeat <how>', help: (w) => w.tasks.repeat },
  { flags: '--new', help: (w) => w.touch.new },
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
    load: async () => (await import('../touches/activity.ts')).activityList,
  },
  {
    name: 'activity show',
    args: '<activity>',
    summary: (w) => w.activities.show,
    examples: ['voronka activity show a1'],
    load: async () => (await import('../touches/activity.ts')).activityShow,
  },
  {
    name: 'activity rm',
    args: '<activity>',
    summary: (w) => w.activities.rm,
    examples: ['voronka activity rm a1 --dry-run'],
    load: async () => (await import('../touches/activity.ts')).activityRm,
  },
  {
    name: 'task list',
    summary: (w) => w.tasks.list,
    options: [
      { flags: '--state <state>', help: (w) => w.tasks.state, repeat: true },
      { flags: '--overdue', help: (w) => w.tasks.overdue },
      ...ABOUT,
      { flags: '--period <period>', help: (w) => w.tasks.period },
      ...LIST_OPTIONS,
    ],
    examples: ['voronka task list --state open --manager Anna --limit 20'],
    load: async () => (await import('../tasks/task.ts')).taskList,
  },
  {
    name: 'task show',
    args: '<task>',
    summary: (w) => w.tasks.show,
    examples: ['voronka task show t1'],
    load: async () => (await import('../tasks/task.ts')).taskShow,
  },
  {
    name: 'task add',
    args: '[text...]',
    summary: (w) => w.tasks.add,
    options: TASK_VALUES,
    examples: [
      'voronka task add "send the offer fri 10" --about c1',
      'voronka task add "weekly report" --repeat "weekly fri" --due "fri 16:00"',
    ],
    load: async () => (await import('../tasks/add.ts')).taskAdd,
  },
  {
    name: 'task edit',
    args: '[task]',
    summary: (w) => w.tasks.edit,
    options: [{ flags: '--text <text>', help: (w) => w.tasks.textFlag }, ...TASK_VALUES],
    examples: ['voronka task edit t1 --priority high'],
    load: async () => (await import('../tasks/edit.ts')).taskEdit,
  },
  {
    name: 'task move',
    args: '[task...]',
    summary: (w) => w.tasks.move,
    options: [
      { flags: '--to <when>', help: (w) => w.tasks.to },
      { flags: '--overdue', help: (w) => w.tasks.overdue },
      { ...OF_MANAGER, help: (w) => w.tasks.moveManager },
      ...OTHERS,
      { flags: '--period <period>', help: (w) => w.tasks.period },
      { flags: '--all', help: (w) => w.tasks.ofAll },
    ],
    examples: [
      'voronka task move t1 --to "in 3 days"',
      'voronka task move t1 +2d',
      'voronka task move --manager Anna --to mon',
      'voronka task move t1 --manager Anna',
    ],
    load: async () => (await import('../tasks/move.ts')).taskMove,
  },
  {
    name: 'task load',
    args: '[period...]',
    summary: (w) => w.tasks.load,
    options: [
      { flags: '--manager <manager>', help: (w) => w.activities.onlyManager, repeat: true },
      ...LIST_OPTIONS,
    ],
    examples: ['voronka task load this-week'],
    load: async () => (await import('../tasks/load.ts')).taskLoad,
  },
  {
    name: 'task rm',
    args: '<task>',
    summary: (w) => w.tasks.rm,
    examples: ['voronka task rm t1 --dry-run'],
    load: async () => (await import('../tasks/task.ts')).taskRm,
  },
]
