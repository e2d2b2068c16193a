import type { CommandSpec, OptionSpec } from '../command.ts'
import { LIST_OPTIONS } from '../listing.ts'

const IN_PIPELINE: OptionSpec = { flags: '--pipeline <name>', help: (w) => w.rules.options.pipeline }
const OF_TASK: readonly OptionSpec[] = [
  { flags: '--due <when>', help: (w) => w.rules.options.due },
  { flags: '--due-field <field>', help: (w) => w.rules.options.dueField },
  { flags: '--manager <manager>', help: (w) => w.rules.options.manager },
  { flags: '--priority <priority>', help: (w) => w.rules.options.priority },
]
const OF_MESSAGE: readonly OptionSpec[] = [
  { flags: '--folder <folder>', help: (w) => w.rules.options.folder },
  { flags: '--command <word>', help: (w) => w.rules.options.command, repeat: true },
  { flags: '--print', help: (w) => w.rules.options.print },
]

/** What happens by itself when a deal comes to a stage, leaves it or stays. */
export const ruleCommands: readonly CommandSpec[] = [
  {
    name: 'rule add',
    args: '[name]',
    summary: (w) => w.rules.add,
    options: [
      { flags: '--enter <stage>', help: (w) => w.rules.options.enter },
      { flags: '--leave <stage>', help: (w) => w.rules.options.leave },
      { flags: '--stay <stage>', help: (w) => w.rules.options.stay },
      { flags: '--days <days>', help: (w) => w.rules.options.days },
      IN_PIPELINE,
      { flags: '--task <text>', help: (w) => w.rules.options.task },
      ...OF_TASK,
      { flags: '--set <field=value>', help: (w) => w.rules.options.set },
      { flags: '--open <pipeline>', help: (w) => w.rules.options.open },
      { flags: '--title <text>', help: (w) => w.rules.options.title },
      { flags: '--with-amount', help: (w) => w.rules.options.withAmount },
      { flags: '--message <text>', help: (w) => w.rules.options.message },
      ...OF_MESSAGE,
      { flags: '--since <when>', help: (w) => w.rules.options.since },
    ],
    examples: [
      'voronka rule add "Send it" --enter Proposal --task "Send the proposal to {contact.name}" --due "tomorrow 10:00"',
      'voronka rule add --stay Proposal --days 3 --message "Three days without a word: {deal.title}" --print',
    ],
    load: async () => (await import('../rules/rule.ts')).ruleAdd,
  },
  {
    name: 'rule list',
    summary: (w) => w.rules.list,
    options: LIST_OPTIONS,
    examples: ['voronka rule list'],
    load: async () => (await import('../rules/rule.ts')).ruleList,
  },
  {
    name: 'rule show',
    args: '<rule>',
    summary: (w) => w.rules.show,
    examples: ['voronka rule show "Send it"'],
    load: async () => (await import('../rules/rule.ts')).ruleShow,
  },
  {
    name: 'rule edit',
    args: '<rule>',
    summary: (w) => w.rules.edit,
    options: [
      { flags: '--name <name>', help: (w) => w.rules.options.name },
      { flags: '--on', help: (w) => w.rules.options.on },
      { flags: '--off', help: (w) => w.rules.options.off },
      { flags: '--text <text>', help: (w) => w.rules.options.text },
      ...OF_TASK,
      { flags: '--set <field=value>', help: (w) => w.rules.options.set },
      ...OF_MESSAGE,
      { flags: '--allow-command', help: (w) => w.rules.options.allow },
    ],
    examples: ['voronka rule edit "Send it" --due "in 2 days"', 'voronka rule edit r1 --off'],
    load: async () => (await import('../rules/rule.ts')).ruleEdit,
  },
  {
    name: 'rule rm',
    args: '<rule>',
    summary: (w) => w.rules.rm,
    examples: ['voronka rule rm r1 --dry-run'],
    load: async () => (await import('../rules/rule.ts')).ruleRm,
  },
  {
    name: 'rule test',
    args: '[rule]',
    summary: (w) => w.rules.test,
    options: [
      { flags: '--deal <deal>', help: (w) => w.rules.options.deal },
      { flags: '--period <period>', help: (w) => w.rules.options.period },
    ],
    examples: ['voronka rule test --period last-month'],
    load: async () => (await import('../rules/run.ts')).ruleTest,
  },
  {
    name: 'rule run',
    summary: (w) => w.rules.run,
    options: [{ flags: '--failed', help: (w) => w.rules.options.failed }],
    examples: ['voronka rule run'],
    load: async () => (await import('../rules/run.ts')).ruleRun,
  },
  {
    name: 'rule outbox',
    args: '[rule]',
    summary: (w) => w.rules.outbox,
    options: LIST_OPTIONS,
    examples: ['voronka rule outbox'],
    load: async () => (await import('../rules/run.ts')).ruleOutbox,
  },
  {
    name: 'rule retry',
    args: '[what]',
    summary: (w) => w.rules.retry,
    examples: ['voronka rule retry'],
    load: async () => (await import('../rules/run.ts')).ruleRetry,
  },
  {
    name: 'rule preset',
    args: '[verb] [set]',
    summary: (w) => w.rules.presets,
    options: [
      { flags: '--stage <stage>', help: (w) => w.rules.options.stage },
      IN_PIPELINE,
      { flags: '--field <field>', help: (w) => w.rules.options.field },
      ...LIST_OPTIONS,
    ],
    examples: ['voronka rule preset list', 'voronka rule preset add proposal'],
    load: async () => (await import('../rules/presets.ts')).rulePreset,
  },
]
