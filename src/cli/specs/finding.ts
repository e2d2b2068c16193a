import type { CommandSpec } from '../command.ts'
import { LIST_OPTIONS } from '../listing.ts'
import { FILTER_OPTIONS } from './filters.ts'

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
    load: async () => (await import('../finding/search.ts')).search,
  },
  {
    name: 'show',
    args: '<what...>',
    summary: (w) => w.show.show,
    options: [{ flags: '--all', help: (w) => w.show.all }],
    examples: ['voronka show c1', 'voronka show d1 --all'],
    load: async () => (await import('../finding/show.ts')).show,
  },
  {
    name: 'filter save',
    args: '<name>',
    summary: (w) => w.savedFilters.save,
    options: [
      ...FILTER_OPTIONS.filter(({ flags }) => !flags.startsWith('--filter ')),
      { flags: '--period <period>', help: (w) => w.savedFilters.period },
    ],
    examples: ['voronka filter save hot --status open --stage Offer'],
    load: async () => (await import('../line/saved-filter.ts')).filterSave,
  },
  {
    name: 'filter list',
    summary: (w) => w.savedFilters.list,
    options: LIST_OPTIONS,
    examples: ['voronka filter list'],
    load: async () => (await import('../line/saved-filter.ts')).filterList,
  },
  {
    name: 'filter show',
    args: '<name>',
    summary: (w) => w.savedFilters.show,
    examples: ['voronka filter show hot'],
    load: async () => (await import('../line/saved-filter.ts')).filterShow,
  },
  {
    name: 'filter rm',
    args: '<name>',
    summary: (w) => w.savedFilters.rm,
    examples: ['voronka filter rm hot --dry-run'],
    load: async () => (await import('../line/saved-filter.ts')).filterRm,
  },
  {
    name: 'completion',
    args: '<shell>',
    summary: (w) => w.completion.completion,
    examples: ['voronka completion bash', 'voronka completion zsh', 'voronka completion fish'],
    load: async () => (await import('../line/completion.ts')).completion,
  },
  {
    name: 'batch',
    args: '[file]',
    summary: (w) => w.batch.batch,
    options: [{ flags: '--keep-going', help: (w) => w.batch.keepGoing }],
    examples: ['voronka batch morning.txt', 'voronka batch - --keep-going --format json'],
    load: async () => (await import('../line/batch.ts')).batchOf((await import('../commands.ts')).COMMANDS),
  },
]
