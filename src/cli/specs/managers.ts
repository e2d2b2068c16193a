import type { CommandSpec } from '../command.ts'
import { LIST_OPTIONS } from '../listing.ts'

const ABOUT = [
  { flags: '--email <address>', help: (w) => w.managers.email },
  { flags: '--alias <person>', help: (w) => w.managers.alias, repeat: true },
  { flags: '--department <name>', help: (w) => w.managers.department },
] as const satisfies CommandSpec['options']

export const managerCommands: readonly CommandSpec[] = [
  {
    name: 'manager add',
    args: '<person>',
    summary: (w) => w.managers.add,
    options: ABOUT,
    examples: ['voronka manager add "Anna Belova" --email anna@example.com --department Sales'],
    load: async () => (await import('../people/manager.ts')).managerAdd,
  },
  {
    name: 'manager list',
    summary: (w) => w.managers.list,
    options: [{ flags: '--department <name>', help: (w) => w.managers.department }, ...LIST_OPTIONS],
    examples: ['voronka manager list'],
    load: async () => (await import('../people/manager.ts')).managerList,
  },
  {
    name: 'manager show',
    args: '<manager>',
    summary: (w) => w.managers.show,
    examples: ['voronka manager show m1'],
    load: async () => (await import('../people/manager.ts')).managerShow,
  },
  {
    name: 'manager edit',
    args: '<manager>',
    summary: (w) => w.managers.edit,
    options: [
      { flags: '--name <person>', help: (w) => w.records.newName },
      ...ABOUT,
      { flags: '--inactive', help: (w) => w.managers.inactive },
      { flags: '--active', help: (w) => w.managers.activeAgain },
    ],
    examples: ['voronka manager edit m1 --department "Key accounts"'],
    load: async () => (await import('../people/manager.ts')).managerEdit,
  },
  {
    name: 'manager rm',
    args: '<manager>',
    summary: (w) => w.managers.rm,
    examples: ['voronka manager rm m1 --dry-run'],
    load: async () => (await import('../people/manager.ts')).managerRm,
  },
  {
    name: 'manager merge',
    args: '<manager> <other>',
    summary: (w) => w.managers.merge,
    examples: ['voronka manager merge m1 m2 --dry-run'],
    load: async () => (await import('../people/manager.ts')).managerMerge,
  },
  {
    name: 'me',
    args: '[manager]',
    summary: (w) => w.managers.me,
    options: [
      { flags: '--take', help: (w) => w.managers.take },
      { flags: '--none', help: (w) => w.managers.none },
    ],
    examples: ['voronka me m1', 'voronka me m1 --take'],
    load: async () => (await import('../people/manager.ts')).me,
  },
]
