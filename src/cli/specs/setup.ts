import type { CommandSpec, OptionSpec } from '../command.ts'
import { LIST_OPTIONS } from '../listing.ts'

const CHOICES: OptionSpec = { flags: '--choices <names>', help: (w) => w.fields.choices }
const FOR: OptionSpec = { flags: '--for <kind>', help: (w) => w.fields.for }

export const setupCommands: readonly CommandSpec[] = [
  {
    name: 'field add',
    args: '<name>',
    summary: (w) => w.fields.add,
    options: [{ flags: '--type <type>', help: (w) => w.fields.type }, CHOICES, FOR],
    examples: ['voronka field add Region --type choice --choices "North,South"'],
    load: async () => (await import('../workspace/field.ts')).fieldAdd,
  },
  {
    name: 'field list',
    summary: (w) => w.fields.list,
    options: [FOR, ...LIST_OPTIONS],
    examples: ['voronka field list'],
    load: async () => (await import('../workspace/field.ts')).fieldList,
  },
  {
    name: 'field edit',
    args: '<field>',
    summary: (w) => w.fields.edit,
    options: [{ flags: '--name <name>', help: (w) => w.records.newName }, CHOICES, FOR],
    examples: ['voronka field edit Region --choices "North,South,West"'],
    load: async () => (await import('../workspace/field.ts')).fieldEdit,
  },
  {
    name: 'field rm',
    args: '<field>',
    summary: (w) => w.fields.rm,
    options: [FOR],
    examples: ['voronka field rm Region'],
    load: async () => (await import('../workspace/field.ts')).fieldRm,
  },
  {
    name: 'fx add',
    args: '<date> <currency> <rate>',
    summary: (w) => w.setup.fxAdd,
    examples: ['voronka fx add 2026-10-14 EUR 1.08'],
    load: async () => (await import('../workspace/fx.ts')).fxAdd,
  },
  {
    name: 'fx list',
    summary: (w) => w.setup.fxList,
    options: [{ flags: '--currency <code>', help: (w) => w.setup.onlyCurrency }, ...LIST_OPTIONS],
    examples: ['voronka fx list --currency EUR'],
    load: async () => (await import('../workspace/fx.ts')).fxList,
  },
  {
    name: 'fx rm',
    args: '<date> <currency>',
    summary: (w) => w.setup.fxRm,
    examples: ['voronka fx rm 2026-10-14 EUR'],
    load: async () => (await import('../workspace/fx.ts')).fxRm,
  },
  {
    name: 'config list',
    summary: (w) => w.setup.configList,
    examples: ['voronka config list'],
    load: async () => (await import('../workspace/config.ts')).configList,
  },
  {
    name: 'config get',
    args: '<setting>',
    summary: (w) => w.setup.configGet,
    examples: ['voronka config get timezone'],
    load: async () => (await import('../workspace/config.ts')).configGet,
  },
  {
    name: 'config set',
    args: '<setting> <value>',
    summary: (w) => w.setup.configSet,
    examples: ['voronka config set week-start sunday'],
    load: async () => (await import('../workspace/config.ts')).configSet,
  },
  {
    name: 'journal',
    summary: (w) => w.setup.journal,
    args: '[period...]',
    options: [
      { flags: '--period <period>', help: (w) => w.setup.journalPeriod },
      { flags: '--limit <n>', help: (w) => w.records.limit },
    ],
    examples: ['voronka journal today', 'voronka journal --limit 5'],
    load: async () => (await import('../workspace/journal.ts')).journal,
  },
]
