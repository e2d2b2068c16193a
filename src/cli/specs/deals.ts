import type { CommandSpec, OptionSpec } from '../command.ts'
import { LIST_OPTIONS } from '../listing.ts'
import { FILTER_OPTIONS } from './filters.ts'
import { NEXT } from './touch.ts'

const AT: OptionSpec = { flags: '--at <when>', help: (w) => w.dealOptions.at }

const FIELD: OptionSpec = { flags: '--field <name=value>', help: (w) => w.dealOptions.field, repeat: true }

const VALUES: readonly OptionSpec[] = [
  { flags: '--amount <amount>', help: (w) => w.dealOptions.amount },
  { flags: '--currency <code>', help: (w) => w.dealOptions.currency },
  { flags: '--decimal <sign>', help: (w) => w.dealOptions.decimal },
  { flags: '--stage <stage>', help: (w) => w.dealOptions.stage },
  { flags: '--pipeline <pipeline>', help: (w) => w.dealOptions.pipeline },
  { flags: '--manager <manager>', help: (w) => w.dealOptions.manager },
  { flags: '--contact <who>', help: (w) => w.dealOptions.contact, repeat: true },
  { flags: '--company <company>', help: (w) => w.dealOptions.company },
  { flags: '--source <text>', help: (w) => w.dealOptions.source },
  { flags: '--product <text>', help: (w) => w.dealOptions.product },
  { flags: '--expected <date>', help: (w) => w.dealOptions.expected },
  { flags: '--cost <amount>', help: (w) => w.dealOptions.cost },
  { flags: '--tag <tag>', help: (w) => w.dealOptions.tag, repeat: true },
  FIELD,
  { flags: '--note <text>', help: (w) => w.dealOptions.note },
  { flags: '--id <id>', help: (w) => w.dealOptions.externalId },
  AT,
]

/** What a new deal has where nothing is said; an edit changes nothing unasked. */
const BEGUN_WITH = ['currency', 'stage', 'pipeline', 'manager'] as const

const NEW_VALUES = VALUES.map((option): OptionSpec => {
  const flag = BEGUN_WITH.find((name) => option.flags.startsWith(`--${name} `))
  if (flag === undefined) return option
  return { ...option, help: ({ dealOptions: w }) => `${w[flag]} ${w.byDefault[flag]}` }
})

export const dealCommands: readonly CommandSpec[] = [
  {
    name: 'deal add',
    args: '[title]',
    summary: (w) => w.dealOptions.add,
    options: NEW_VALUES,
    examples: ['voronka deal add "Balcony" --amount 1200 --source Site'],
    load: async () => (await import('../deals/deal.ts')).dealAdd,
  },
  {
    name: 'deal list',
    summary: (w) => w.dealOptions.list,
    options: [
      ...LIST_OPTIONS,
      { flags: '--period <period>', help: (w) => w.filters.created },
      ...FILTER_OPTIONS,
    ],
    examples: ['voronka deal list --status open --sort -amount'],
    load: async () => (await import('../deals/list.ts')).dealList,
  },
  {
    name: 'deal show',
    args: '<deal>',
    summary: (w) => w.dealOptions.show,
    examples: ['voronka deal show d1'],
    load: async () => (await import('../deals/deal.ts')).dealShow,
  },
  {
    name: 'deal edit',
    args: '<deal>',
    summary: (w) => w.dealOptions.edit,
    options: [
      { flags: '--title <title>', help: (w) => w.dealOptions.title },
      ...VALUES,
      { flags: '--untag <tag>', help: (w) => w.dealOptions.untag, repeat: true },
      { flags: '--drop-contact <who>', help: (w) => w.dealOptions.dropContact, repeat: true },
      { flags: '--with-tasks', help: (w) => w.dealOptions.withTasks },
    ],
    examples: ['voronka deal edit d1 --amount 1500 --tag urgent'],
    load: async () => (await import('../deals/deal.ts')).dealEdit,
  },
  {
    name: 'deal rm',
    args: '<deal>',
    summary: (w) => w.dealOptions.rm,
    examples: ['voronka deal rm d1'],
    load: async () => (await import('../deals/deal.ts')).dealRm,
  },
  {
    name: 'deal move',
    args: '<deal> [stage...]',
    summary: (w) => w.dealOptions.move,
    options: [
      AT,
      { flags: '--reason <text>', help: (w) => w.dealOptions.reason },
      { flags: '--pipeline <pipeline>', help: (w) => w.dealOptions.toPipeline },
      FIELD,
      NEXT,
    ],
    examples: ['voronka deal move d1 Proposal'],
    load: async () => (await import('../deals/move.ts')).dealMove,
  },
  {
    name: 'won',
    args: '[deal...]',
    summary: (w) => w.dealOptions.won,
    options: [AT, { flags: '--amount <amount>', help: (w) => w.dealOptions.amount }, FIELD, NEXT],
    examples: ['voronka won d1', 'voronka won d1 --amount 1150'],
    load: async () => (await import('../deals/move.ts')).won,
  },
  {
    name: 'lost',
    args: '[deal] [reason...]',
    summary: (w) => w.dealOptions.lost,
    options: [AT, { flags: '--reason <text>', help: (w) => w.dealOptions.reason }, NEXT],
    examples: ['voronka lost d1 "too expensive" --next "in 3 months ask again"'],
    load: async () => (await import('../deals/move.ts')).lost,
  },
]
