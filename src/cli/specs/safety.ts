import type { CommandSpec } from '../command.ts'

/** Getting data out, keeping it safe, and a workspace to try things on. */
export const safetyCommands: readonly CommandSpec[] = [
  {
    name: 'export',
    args: '<what>',
    summary: (w) => w.safety.export,
    options: [{ flags: '--for <program>', help: (w) => w.safety.exportFor }],
    formats: ['csv', 'json', 'ndjson'],
    examples: ['voronka export deals --output deals.csv', 'voronka export all --output copy.json'],
    load: async () => (await import('../export.ts')).exportRecords,
  },
]
