import type { CommandSpec } from '../command.ts'
import { FILTER_OPTIONS } from './filters.ts'

/** Getting data out, keeping it safe, and a workspace to try things on. */
export const safetyCommands: readonly CommandSpec[] = [
  {
    name: 'export',
    args: '<what>',
    summary: (w) => w.safety.export,
    options: [
      { flags: '--for <program>', help: (w) => w.safety.exportFor },
      { flags: '--period <period>', help: (w) => w.filters.created },
      ...FILTER_OPTIONS,
    ],
    formats: ['csv', 'json', 'ndjson', 'xlsx'],
    folders: true,
    examples: [
      'voronka export deals --output deals.csv',
      'voronka export deals --status won --format xlsx --output won.xlsx',
      'voronka export all --output copy.json',
      'voronka export all --output copy/',
    ],
    load: async () => (await import('../workspace/export.ts')).exportRecords,
  },
  {
    name: 'import all',
    args: '<file>',
    summary: (w) => w.safety.importAll,
    examples: ['voronka import all copy.json --db new.db'],
    load: async () => (await import('../import/all.ts')).importAll,
  },
  {
    name: 'demo',
    summary: (w) => w.safety.demo,
    examples: ['voronka demo', 'voronka demo --db demo.db --lang uk'],
    load: async () => (await import('../workspace/demo.ts')).demo,
  },
  {
    name: 'backup',
    args: '[file]',
    summary: (w) => w.safety.backup,
    examples: ['voronka backup', 'voronka backup copy.db'],
    load: async () => (await import('../workspace/backup.ts')).backup,
  },
  {
    name: 'restore',
    args: '<file>',
    summary: (w) => w.safety.restore,
    examples: ['voronka restore crm-2026-10-14.db --yes'],
    load: async () => (await import('../workspace/restore.ts')).restore,
  },
  {
    name: 'doctor',
    summary: (w) => w.safety.doctor,
    options: [{ flags: '--fix', help: (w) => w.safety.doctorFix }],
    examples: ['voronka doctor'],
    load: async () => (await import('../workspace/doctor.ts')).doctor,
  },
]
