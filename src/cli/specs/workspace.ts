import type { CommandSpec } from '../command.ts'
import { STAGES_OPTIONS } from '../deals/new-pipeline.ts'
import { FIRST_IMPORT_OPTIONS } from './import.ts'

export const workspaceCommands: readonly CommandSpec[] = [
  {
    name: 'init',
    summary: (w) => w.workspace.init,
    options: [
      { flags: '--pipeline <name>', help: (w) => w.workspace.initPipeline },
      ...STAGES_OPTIONS,
      { flags: '--currency <code>', help: (w) => w.workspace.initCurrency },
      { flags: '--timezone <zone>', help: (w) => w.workspace.initTimezone },
      { flags: '--week-start <day>', help: (w) => w.workspace.initWeekStart },
      { flags: '--from <file>', help: (w) => w.workspace.initFrom },
      ...FIRST_IMPORT_OPTIONS,
    ],
    examples: [
      'voronka init --template inquiry --currency EUR --timezone Europe/Kyiv',
      'voronka init --pipeline Sales --stages "New,Qualified,Proposal,Negotiation" --currency USD',
      'voronka init --from deals.csv --stages "Inquiry,Measuring,Contract"',
    ],
    load: async () => (await import('../workspace/init.ts')).init,
  },
  {
    name: 'undo',
    args: '[operation]',
    summary: (w) => w.workspace.undo,
    options: [
      { flags: '--keep-edited', help: (w) => w.batches.keepEdited },
      { flags: '--kept <file>', help: (w) => w.batches.keptFile },
    ],
    examples: ['voronka undo', 'voronka undo 2 --keep-edited --kept kept.csv'],
    load: async () => (await import('../workspace/undo.ts')).undo,
  },
]
