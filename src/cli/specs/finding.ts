import type { CommandSpec } from '../command.ts'

/** Finding what was written, and seeing it whole. */
export const findingCommands: readonly CommandSpec[] = [
  {
    name: 'search',
    args: '<text...>',
    summary: (w) => w.search.search,
    options: [
      { flags: '--kind <kind>', help: (w) => w.search.onlyKind, repeat: true },
      { flags: '--limit <n>', help: (w) => w.search.limit },
    ],
    examples: ['voronka search Anna', 'voronka search balcony --kind deal', 'voronka search "123-45-67"'],
    load: async () => (await import('../search.ts')).search,
  },
  {
    name: 'show',
    args: '<what...>',
    summary: (w) => w.show.show,
    options: [{ flags: '--all', help: (w) => w.show.all }],
    examples: ['voronka show c1', 'voronka show d1 --all'],
    load: async () => (await import('../show.ts')).show,
  },
  {
    name: 'completion',
    args: '<shell>',
    summary: (w) => w.completion.completion,
    examples: ['voronka completion bash', 'voronka completion zsh', 'voronka completion fish'],
    load: async () => (await import('../completion.ts')).completion,
  },
  {
    name: 'batch',
    args: '[file]',
    summary: (w) => w.batch.batch,
    options: [{ flags: '--keep-going', help: (w) => w.batch.keepGoing }],
    examples: ['voronka batch morning.txt', 'voronka batch - --keep-going --format json'],
    load: async () => (await import('../batch.ts')).batchOf((await import('../commands.ts')).COMMANDS),
  },
]
