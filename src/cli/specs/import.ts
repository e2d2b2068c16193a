import type { CommandSpec, OptionSpec } from '../command.ts'
import { LIST_OPTIONS } from '../listing.ts'

const IMPORT_OPTIONS: readonly OptionSpec[] = [
  { flags: '--pipeline <name>', help: (w) => w.import.pipelineOption },
  { flags: '--map <field=header>', help: (w) => w.import.mapOption, repeat: true },
  { flags: '--set <field=value>', help: (w) => w.import.setOption, repeat: true },
  { flags: '--stage <text=stage>', help: (w) => w.import.stageOption, repeat: true },
  { flags: '--manager <text=manager>', help: (w) => w.import.managerOption, repeat: true },
  { flags: '--entered <stage=header>', help: (w) => w.import.enteredOption, repeat: true },
  { flags: '--create-stages <names>', help: (w) => w.import.createStagesOption },
  { flags: '--custom <header[=name]>', help: (w) => w.import.customOption, repeat: true },
  { flags: '--ignore <header>', help: (w) => w.import.ignoreOption, repeat: true },
  { flags: '--key <headers>', help: (w) => w.import.keyOption },
  { flags: '--system <name>', help: (w) => w.import.systemOption },
  { flags: '--on-existing <what>', help: (w) => w.import.onExistingOption },
  { flags: '--duplicates <what>', help: (w) => w.import.duplicatesOption },
  { flags: '--undated <when>', help: (w) => w.import.undatedOption },
  { flags: '--rejects <file>', help: (w) => w.import.rejectsOption },
  { flags: '--explain-columns', help: (w) => w.import.explainOption },
  { flags: '--profile <name>', help: (w) => w.import.profileOption },
  { flags: '--save-profile <name>', help: (w) => w.import.saveProfileOption },
  { flags: '--encoding <name>', help: (w) => w.import.encodingOption },
  { flags: '--delimiter <character>', help: (w) => w.import.delimiterOption },
  { flags: '--sheet <name>', help: (w) => w.sheets.option },
  { flags: '--date-order <order>', help: (w) => w.import.dateOrderOption },
  { flags: '--decimal <sign>', help: (w) => w.import.decimalOption },
]

/** Options that mean nothing of the first file of a workspace, which is taken whole or not at all. */
const NOT_FIRST = [
  '--pipeline',
  '--manager',
  '--create-stages',
  '--on-existing',
  '--duplicates',
  '--rejects',
  '--explain-columns',
  '--profile',
  '--save-profile',
]

/** What can be said of the file that a workspace is made of. */
export const FIRST_IMPORT_OPTIONS: readonly OptionSpec[] = IMPORT_OPTIONS.filter(
  ({ flags }) => !NOT_FIRST.some((only) => flags.startsWith(only)),
)

/** Options that mean nothing of what is done, to be done or planned. */
const NOT_OF_RECORDS = [
  '--pipeline',
  '--stage',
  '--entered',
  '--create-stages',
  '--custom',
  '--duplicates',
  '--undated',
]
const RECORD_OPTIONS = IMPORT_OPTIONS.filter(
  ({ flags }) => !NOT_OF_RECORDS.some((only) => flags.startsWith(only)),
)

/** Options that mean nothing where every row is a move. */
const DEALS_ONLY = ['--entered', '--custom', '--duplicates', '--undated']

/** Options that mean nothing of contacts and companies. */
const DEALS_ALONE = ['--pipeline', '--stage', '--entered', '--create-stages', '--undated']

export const importCommands: readonly CommandSpec[] = [
  {
    name: 'import list',
    summary: (w) => w.batches.list,
    options: LIST_OPTIONS,
    examples: ['voronka import list'],
    load: async () => (await import('../import/list.ts')).importList,
  },
  {
    name: 'import deals',
    args: '<file>',
    summary: (w) => w.import.deals,
    options: IMPORT_OPTIONS,
    examples: ['voronka import deals deals.csv --dry-run', 'voronka import deals deals.csv --key Title'],
    load: async () => (await import('../import/deals.ts')).importDeals,
  },
  {
    name: 'import history',
    args: '<file>',
    summary: (w) => w.import.history,
    examples: ['voronka import history log.csv --stage "Paid=won" --stage "Declined=lost"'],
    options: IMPORT_OPTIONS.filter(({ flags }) => !DEALS_ONLY.some((only) => flags.startsWith(only))),
    load: async () => (await import('../import/history.ts')).importHistory,
  },
  {
    name: 'import contacts',
    args: '<file>',
    summary: (w) => w.book.contacts,
    options: IMPORT_OPTIONS.filter(({ flags }) => !DEALS_ALONE.some((only) => flags.startsWith(only))),
    examples: [
      'voronka import contacts people.csv --dry-run',
      'voronka import contacts people.csv --key Email',
    ],
    load: async () => (await import('../import/book.ts')).importContacts,
  },
  {
    name: 'import companies',
    args: '<file>',
    summary: (w) => w.book.companies,
    options: IMPORT_OPTIONS.filter(({ flags }) => !DEALS_ALONE.some((only) => flags.startsWith(only))),
    examples: ['voronka import companies firms.csv --key Name'],
    load: async () => (await import('../import/book.ts')).importCompanies,
  },
  {
    name: 'import activities',
    args: '<file>',
    summary: (w) => w.activities.import,
    options: [
      { flags: '--kind <text=kind>', help: (w) => w.activities.kindOption, repeat: true },
      ...RECORD_OPTIONS,
    ],
    examples: [
      'voronka import activities calls.csv --dry-run',
      'voronka import activities visits.csv --set kind=meeting --key Date,Client',
    ],
    load: async () => (await import('../import/touches.ts')).importActivities,
  },
  {
    name: 'import tasks',
    args: '<file>',
    summary: (w) => w.tasks.import,
    options: RECORD_OPTIONS,
    examples: ['voronka import tasks tasks.csv --key Task,Due'],
    load: async () => (await import('../import/touches.ts')).importTasks,
  },
  {
    name: 'import plans',
    args: '<file>',
    summary: (w) => w.plans.import,
    options: RECORD_OPTIONS.filter(({ flags }) => !/^--(key|system|on-existing) /.test(flags)),
    examples: ['voronka import plans plans.csv --set metric=revenue --dry-run'],
    load: async () => (await import('../import/plans.ts')).importPlans,
  },
  {
    name: 'import holidays',
    args: '<file>',
    summary: (w) => w.calendar.import,
    options: RECORD_OPTIONS.filter(({ flags }) => !/^--(key|system|on-existing|decimal) /.test(flags)),
    examples: ['voronka import holidays holidays.csv --dry-run'],
    load: async () => (await import('../import/holidays.ts')).importHolidays,
  },
]
