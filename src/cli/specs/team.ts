import type { CommandSpec } from '../command.ts'
import { LIST_OPTIONS } from '../listing.ts'

/** Who does whose work. */
export const teamCommands: readonly CommandSpec[] = [
  {
    name: 'handover',
    args: '[manager] [names...]',
    summary: (w) => w.handover.command,
    options: [
      { flags: '--to <names>', help: (w) => w.handover.to, repeat: true },
      { flags: '--until <date>', help: (w) => w.handover.until },
    ],
    examples: ['voronka handover m1 --to m2,m3 --until 2026-12-24 --dry-run'],
    load: async () => (await import('../people/handover.ts')).handover,
  },
  {
    name: 'handover list',
    summary: (w) => w.handover.list,
    options: LIST_OPTIONS,
    examples: ['voronka handover list'],
    load: async () => (await import('../people/handover.ts')).handoverList,
  },
  {
    name: 'handover back',
    args: '<manager>',
    summary: (w) => w.handover.back,
    examples: ['voronka handover back m1'],
    load: async () => (await import('../people/handover.ts')).handoverBack,
  },
]
