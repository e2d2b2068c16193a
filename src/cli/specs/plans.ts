import type { CommandSpec } from '../command.ts'
import { LIST_OPTIONS } from '../listing.ts'

/** Plans, and the days on which they are worked at. */
export const planCommands: readonly CommandSpec[] = [
  {
    name: 'plan set',
    args: '<metric> <amount>',
    summary: (w) => w.plans.set,
    options: [
      { flags: '--manager <manager>', help: (w) => w.plans.forManager },
      { flags: '--department <name>', help: (w) => w.plans.forDepartment },
      { flags: '--period <period>', help: (w) => w.plans.forPeriod },
      { flags: '--currency <code>', help: (w) => w.plans.currency },
    ],
    examples: [
      'voronka plan set revenue 120000 --manager Anna --period 2026-10',
      'voronka plan set calls 400',
    ],
    load: async () => (await import('../plan.ts')).planSet,
  },
  {
    name: 'plan list',
    summary: (w) => w.plans.list,
    options: [
      { flags: '--manager <manager>', help: (w) => w.plans.onlyManager },
      { flags: '--period <period>', help: (w) => w.plans.onlyPeriod },
      { flags: '--all', help: (w) => w.plans.all },
      ...LIST_OPTIONS,
    ],
    examples: ['voronka plan list --period this-year'],
    load: async () => (await import('../plan.ts')).planList,
  },
  {
    name: 'plan rm',
    args: '<plan>',
    summary: (w) => w.plans.rm,
    examples: ['voronka plan rm p1 --dry-run'],
    load: async () => (await import('../plan.ts')).planRm,
  },
  {
    name: 'holiday add',
    args: '<period> [name...]',
    summary: (w) => w.calendar.add,
    options: [{ flags: '--working', help: (w) => w.calendar.working }],
    examples: ['voronka holiday add 2026-12-31 "New Year’s Eve"', 'voronka holiday add 2026-12-26 --working'],
    load: async () => (await import('../holiday.ts')).holidayAdd,
  },
  {
    name: 'holiday list',
    args: '[period...]',
    summary: (w) => w.calendar.list,
    options: [{ flags: '--period <period>', help: (w) => w.calendar.period }, ...LIST_OPTIONS],
    examples: ['voronka holiday list this-year'],
    load: async () => (await import('../holiday.ts')).holidayList,
  },
  {
    name: 'holiday rm',
    args: '<period>',
    summary: (w) => w.calendar.rm,
    examples: ['voronka holiday rm 2026-12-31 --dry-run'],
    load: async () => (await import('../holiday.ts')).holidayRm,
  },
]
