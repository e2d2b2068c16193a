import type { OptionSpec } from '../command.ts'

/** The filters that lists and reports share; those of one kind add up, those of different kinds narrow. */
export const FILTER_OPTIONS: readonly OptionSpec[] = [
  { flags: '--manager <manager>', help: (w) => w.filters.manager, repeat: true },
  { flags: '--pipeline <name>', help: (w) => w.filters.pipeline },
  { flags: '--stage <name>', help: (w) => w.filters.stage, repeat: true },
  { flags: '--status <status>', help: (w) => w.filters.status, repeat: true },
  { flags: '--source <name>', help: (w) => w.filters.source, repeat: true },
  { flags: '--product <name>', help: (w) => w.filters.product, repeat: true },
  { flags: '--tag <tag>', help: (w) => w.filters.tag, repeat: true },
  { flags: '--company <company>', help: (w) => w.filters.company, repeat: true },
  { flags: '--amount <range>', help: (w) => w.filters.amount, repeat: true },
  { flags: '--field <name=value>', help: (w) => w.filters.field, repeat: true },
  { flags: '--filter <name>', help: (w) => w.savedFilters.use },
]
