import type { CommandSpec, OptionSpec } from '../command.ts'
import { STAGES_OPTIONS } from '../deals/new-pipeline.ts'
import { LIST_OPTIONS } from '../listing.ts'

const IN_PIPELINE: OptionSpec = { flags: '--pipeline <name>', help: (w) => w.pipelines.pipeline }
const AFTER: OptionSpec = { flags: '--after <stage>', help: (w) => w.pipelines.after }
const ABOUT_STAGE: readonly OptionSpec[] = [
  { flags: '--first', help: (w) => w.pipelines.first },
  { flags: '--probability <p>', help: (w) => w.pipelines.probability },
  { flags: '--norm <days>', help: (w) => w.pipelines.norm },
]

export const pipelineCommands: readonly CommandSpec[] = [
  {
    name: 'pipeline add',
    args: '<name>',
    summary: (w) => w.pipelines.add,
    options: [...STAGES_OPTIONS, { flags: '--default', help: (w) => w.pipelines.makeDefault }],
    examples: ['voronka pipeline add "Repeat sales" --stages "Offer,Contract"'],
    load: async () => (await import('../deals/pipeline.ts')).pipelineAdd,
  },
  {
    name: 'pipeline list',
    summary: (w) => w.pipelines.list,
    options: LIST_OPTIONS,
    examples: ['voronka pipeline list'],
    load: async () => (await import('../deals/pipeline.ts')).pipelineList,
  },
  {
    name: 'pipeline show',
    args: '<pipeline>',
    summary: (w) => w.pipelines.show,
    examples: ['voronka pipeline show .'],
    load: async () => (await import('../deals/pipeline.ts')).pipelineShow,
  },
  {
    name: 'pipeline edit',
    args: '<pipeline>',
    summary: (w) => w.pipelines.edit,
    options: [
      { flags: '--name <name>', help: (w) => w.records.newName },
      { flags: '--won <name>', help: (w) => w.pipelines.won },
      { flags: '--lost <name>', help: (w) => w.pipelines.lost },
      { flags: '--default', help: (w) => w.pipelines.makeDefault },
    ],
    examples: ['voronka pipeline edit . --won Signed'],
    load: async () => (await import('../deals/pipeline.ts')).pipelineEdit,
  },
  {
    name: 'pipeline rm',
    args: '<pipeline>',
    summary: (w) => w.pipelines.rm,
    examples: ['voronka pipeline rm "Repeat sales"'],
    load: async () => (await import('../deals/pipeline.ts')).pipelineRm,
  },
  {
    name: 'stage add',
    args: '<name>',
    summary: (w) => w.pipelines.stageAdd,
    options: [
      IN_PIPELINE,
      { ...AFTER, help: ({ pipelines }) => `${pipelines.after} ${pipelines.lastByDefault}` },
      ...ABOUT_STAGE,
    ],
    examples: ['voronka stage add Measuring --first --norm 5'],
    load: async () => (await import('../deals/stage.ts')).stageAdd,
  },
  {
    name: 'stage list',
    summary: (w) => w.pipelines.stageList,
    options: [IN_PIPELINE, { flags: '--retired', help: (w) => w.pipelines.retired }, ...LIST_OPTIONS],
    examples: ['voronka stage list'],
    load: async () => (await import('../deals/stage.ts')).stageList,
  },
  {
    name: 'stage edit',
    args: '<stage>',
    summary: (w) => w.pipelines.stageEdit,
    options: [
      { flags: '--name <name>', help: (w) => w.records.newName },
      IN_PIPELINE,
      AFTER,
      ...ABOUT_STAGE,
      { flags: '--require <field>', help: (w) => w.criteria.require, repeat: true },
      { flags: '--unrequire <field>', help: (w) => w.criteria.unrequire, repeat: true },
      { flags: '--new-field', help: (w) => w.criteria.newField },
      { flags: '--strict', help: (w) => w.criteria.strict },
      { flags: '--no-strict', help: (w) => w.criteria.noStrict },
      { flags: '--invoice', help: (w) => w.criteria.invoice },
      { flags: '--no-invoice', help: (w) => w.criteria.noInvoice },
    ],
    examples: [
      'voronka stage edit Measuring --probability 30%',
      'voronka stage edit Measuring --require amount --require "Budget agreed" --new-field',
    ],
    load: async () => (await import('../deals/stage.ts')).stageEdit,
  },
  {
    name: 'stage rm',
    args: '<stage>',
    summary: (w) => w.pipelines.stageRm,
    options: [IN_PIPELINE],
    examples: ['voronka stage rm Measuring'],
    load: async () => (await import('../deals/stage.ts')).stageRm,
  },
]
