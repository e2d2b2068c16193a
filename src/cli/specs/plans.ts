import type { CommandSpec, OptionSpec } from '../command.ts'
import { LIST_OPTIONS } from '../listing.ts'
import { REPORT_OPTIONS } from './report-options.ts'

const BONUS_OPTIONS: readonly OptionSpec[] = [
  { flags: '--of <metric>', help: (w) => w.bonus.of },
  { flags: '--met <share>', help: (w) => w.bonus.met },
  { flags: '--marginal', help: (w) => w.bonus.marginal },
  { flags: '--per <period>', help: (w) => w.bonus.per },
  { flags: '--manager <manager>', help: (w) => w.bonus.forManager },
  { flags: '--department <name>', help: (w) => w.bonus.forDepartment },
  { flags: '--from <date>', help: (w) => w.bonus.from },
  { flags: '--currency <code>', help: (w) => w.bonus.currency },
  { flags: '--name <name>', help: (w) => w.bonus.name },
]

/** Plans, and the days on which they are worked at. */
export const planCommands: readonly CommandSpec[] = [
  {
    name: 'plan',
    args: '[period...]',
    summary: (w) => w.planReport.summary,
    options: [
      { flags: '--metric <metric>', help: (w) => w.planReport.metric, repeat: true },
      { flags: '--by <group>', help: (w) => w.planReport.by },
      { flags: '-e, --explain <cell>', help: (w) => w.planReport.explain },
      { flags: '--period <period>', help: (w) => w.planReport.period },
      { flags: '--manager <manager>', help: (w) => w.planReport.manager, repeat: true },
      { flags: '--pipeline <name>', help: (w) => w.planReport.pipeline },
      ...REPORT_OPTIONS.filter(({ flags }) => /^--(compare|as-of|known-at|currency)\b/.test(flags)),
    ],
    examples: [
      'voronka plan',
      'voronka plan last-month --manager Anna',
      'voronka plan this-year --by quarter --metric revenue',
    ],
    load: async () => (await import('../plan/report.ts')).planReport,
  },
  {
    name: 'plan set',
    args: '<metric> [amount...]',
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
    load: async () => (await import('../plan/plan.ts')).planSet,
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
    load: async () => (await import('../plan/plan.ts')).planList,
  },
  {
    name: 'plan rm',
    args: '<plan>',
    summary: (w) => w.plans.rm,
    examples: ['voronka plan rm p1 --dry-run'],
    load: async () => (await import('../plan/plan.ts')).planRm,
  },
  {
    name: 'holiday add',
    args: '<period> [name...]',
    summary: (w) => w.calendar.add,
    options: [{ flags: '--working', help: (w) => w.calendar.working }],
    examples: ['voronka holiday add 2026-12-31 "New Year’s Eve"', 'voronka holiday add 2026-12-26 --working'],
    load: async () => (await import('../plan/holiday.ts')).holidayAdd,
  },
  {
    name: 'holiday list',
    args: '[period...]',
    summary: (w) => w.calendar.list,
    options: [{ flags: '--period <period>', help: (w) => w.calendar.period }, ...LIST_OPTIONS],
    examples: ['voronka holiday list this-year'],
    load: async () => (await import('../plan/holiday.ts')).holidayList,
  },
  {
    name: 'holiday rm',
    args: '<period>',
    summary: (w) => w.calendar.rm,
    examples: ['voronka holiday rm 2026-12-31 --dry-run'],
    load: async () => (await import('../plan/holiday.ts')).holidayRm,
  },
  {
    name: 'bonus add',
    args: '<bonus...>',
    summary: (w) => w.bonus.add,
    options: BONUS_OPTIONS,
    examples: [
      'voronka bonus add 3% --of revenue --manager Anna',
      'voronka bonus add 10000 --of calls --met 100%',
      'voronka bonus add "80%: 2%; 100%: 3%" --marginal',
    ],
    load: async () => (await import('../plan/bonus.ts')).bonusAdd,
  },
  {
    name: 'bonus list',
    summary: (w) => w.bonus.list,
    options: [{ flags: '--all', help: (w) => w.bonus.all }, ...LIST_OPTIONS],
    examples: ['voronka bonus list'],
    load: async () => (await import('../plan/bonus.ts')).bonusList,
  },
  {
    name: 'bonus edit',
    args: '<rule> [bonus...]',
    summary: (w) => w.bonus.edit,
    options: [...BONUS_OPTIONS, { flags: '--whole', help: (w) => w.bonus.whole }],
    examples: ['voronka bonus edit b1 4%'],
    load: async () => (await import('../plan/bonus.ts')).bonusEdit,
  },
  {
    name: 'bonus rm',
    args: '<rule>',
    summary: (w) => w.bonus.rm,
    examples: ['voronka bonus rm b1 --dry-run'],
    load: async () => (await import('../plan/bonus.ts')).bonusRm,
  },
]
