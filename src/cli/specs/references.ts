import type { CommandSpec } from '../command.ts'
import { LIST_OPTIONS } from '../listing.ts'
import { REPORT_OPTIONS } from './report-options.ts'

/** Funnels that others are held against. */
export const referenceCommands: readonly CommandSpec[] = [
  {
    name: 'weakest',
    args: '[period...]',
    summary: (w) => w.weakest.summary,
    options: [
      { flags: '--against <reference>', help: (w) => w.weakest.against },
      { flags: '--by <group>', help: (w) => w.weakest.by },
      { flags: '-e, --explain <cell>', help: (w) => w.weakest.explain },
      ...REPORT_OPTIONS.filter(({ flags }) => !/^--(by|attribution|chart|no-chart)\b/.test(flags)),
    ],
    examples: [
      'voronka weakest last-quarter',
      'voronka weakest this-year --by manager',
      'voronka weakest last-month --against template',
    ],
    load: async () => (await import('../reports/weakest.ts')).weakest,
  },
  {
    name: 'reference save',
    args: '<name>',
    summary: (w) => w.references.save,
    options: [
      { flags: '--rates <shares>', help: (w) => w.references.rates },
      { flags: '--template', help: (w) => w.references.template },
      { flags: '--period <period>', help: (w) => w.references.period },
      ...REPORT_OPTIONS.filter(
        ({ flags }) => !/^--(period|by|attribution|compare|currency|chart|no-chart)\b/.test(flags),
      ),
    ],
    examples: [
      'voronka reference save "Best quarter" --period last-quarter',
      'voronka reference save Norm --rates Inquiry=70',
    ],
    load: async () => (await import('../funnel/reference.ts')).referenceSave,
  },
  {
    name: 'reference list',
    summary: (w) => w.references.list,
    options: LIST_OPTIONS,
    examples: ['voronka reference list'],
    load: async () => (await import('../funnel/reference.ts')).referenceList,
  },
  {
    name: 'reference show',
    args: '<name>',
    summary: (w) => w.references.show,
    examples: ['voronka reference show "Best quarter"'],
    load: async () => (await import('../funnel/reference.ts')).referenceShow,
  },
  {
    name: 'reference rm',
    args: '<name>',
    summary: (w) => w.references.rm,
    examples: ['voronka reference rm Norm --dry-run'],
    load: async () => (await import('../funnel/reference.ts')).referenceRm,
  },
]
