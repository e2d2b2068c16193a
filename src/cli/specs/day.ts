import type { CommandSpec, OptionSpec } from '../command.ts'
import { FILTER_OPTIONS } from './filters.ts'

/** Whose day it is. */
const WHOSE: readonly OptionSpec[] = [
  { flags: '--manager <manager>', help: (w) => w.today.ofManager, repeat: true },
  { flags: '--all', help: (w) => w.today.ofAll },
]

export const dayCommands: readonly CommandSpec[] = [
  {
    name: 'today',
    args: '[manager...]',
    summary: (w) => w.today.summary,
    options: WHOSE,
    examples: ['voronka today', 'voronka today --all', 'voronka today --manager "Boris Kim" --format json'],
    load: async () => (await import('../day/today.ts')).today,
  },
  {
    name: 'next',
    args: '[manager...]',
    summary: (w) => w.today.nextSummary,
    options: WHOSE,
    examples: ['voronka next', 'voronka next --all'],
    load: async () => (await import('../day/next.ts')).next,
  },
  {
    name: 'stuck',
    args: '[period...]',
    summary: (w) => w.stuck.summary,
    options: [
      { flags: '--period <period>', help: (w) => w.stuck.period },
      { flags: '--by <group>', help: (w) => w.stuck.by },
      { flags: '--compare <period>', help: (w) => w.stuck.compare },
      { flags: '--as-of <date>', help: (w) => w.reports.asOf },
      { flags: '--known-at <date>', help: (w) => w.reports.knownAt },
      ...FILTER_OPTIONS,
    ],
    examples: [
      'voronka stuck',
      'voronka stuck --by manager',
      'voronka stuck --compare previous',
      'voronka stuck --manager "Boris Kim"',
    ],
    load: async () => (await import('../reports/stuck.ts')).stuck,
  },
]
