import type { CommandSpec, OptionSpec } from '../command.ts'

const AT: OptionSpec = { flags: '--at <when>', help: (w) => w.touch.at }
export const NEXT: OptionSpec = { flags: '--next <text>', help: (w) => w.touch.nextFlag }
const WAYS: readonly OptionSpec[] = [
  { flags: '--in', help: (w) => w.touch.in },
  { flags: '--out', help: (w) => w.touch.out },
]
const DURATION: OptionSpec = { flags: '--duration <minutes>', help: (w) => w.touch.duration }
const OUTCOME: OptionSpec = { flags: '--outcome <outcome>', help: (w) => w.touch.outcome }
const MANAGER: OptionSpec = { flags: '--manager <manager>', help: (w) => w.touch.manager }
const MEET_OWN: ReadonlyMap<OptionSpec, OptionSpec> = new Map([
  [AT, { ...AT, help: (w) => w.touch.meetAt }],
  [MANAGER, { ...MANAGER, help: (w) => w.touch.meetManager }],
])
const COMMON: readonly OptionSpec[] = [
  { flags: '--deal <deal>', help: (w) => w.touch.deal },
  MANAGER,
  AT,
  NEXT,
  { flags: '--new', help: (w) => w.touch.new },
]

/** What is done with people, written down in seconds. */
export const touchCommands: readonly CommandSpec[] = [
  {
    name: 'add',
    args: '[text...]',
    summary: (w) => w.quick.add,
    options: [
      { flags: '--name <person>', help: (w) => w.quick.name },
      { flags: '--contact <contact>', help: (w) => w.quick.contact },
      { flags: '--new', help: (w) => w.quick.new },
      { flags: '--phone <phone>', help: (w) => w.people.phone, repeat: true },
      { flags: '--email <email>', help: (w) => w.people.email, repeat: true },
      { flags: '--company <company>', help: (w) => w.dealOptions.company },
      { flags: '--title <title>', help: (w) => w.quick.title },
      { flags: '--amount <amount>', help: (w) => w.dealOptions.amount },
      { flags: '--currency <code>', help: (w) => w.dealOptions.currency },
      { flags: '--decimal <sign>', help: (w) => w.dealOptions.decimal },
      { flags: '--source <text>', help: (w) => w.dealOptions.source },
      { flags: '--product <text>', help: (w) => w.dealOptions.product },
      { flags: '--stage <stage>', help: (w) => w.dealOptions.stage },
      { flags: '--pipeline <pipeline>', help: (w) => w.dealOptions.pipeline },
      { flags: '--manager <manager>', help: (w) => w.dealOptions.manager },
      NEXT,
    ],
    examples: [
      'voronka add "Anna Fox, Daisy LLC, +1 415 555-01-23, wants 3 windows, $1200, call back tomorrow 10:00"',
    ],
    load: async () => (await import('../quick/add.ts')).quickAdd,
  },
  {
    name: 'call',
    args: '[who] [text...]',
    summary: (w) => w.touch.call,
    options: [...WAYS, OUTCOME, DURATION, ...COMMON],
    examples: [
      'voronka call c1 "agreed on the price" --next "send the contract fri 10"',
      'voronka call c1 --outcome no-answer --next "tomorrow call again"',
    ],
    load: async () => (await import('../touches/touch.ts')).call,
  },
  {
    name: 'meet',
    args: '[who] [text...]',
    summary: (w) => w.touch.meet,
    options: [
      { ...OUTCOME, help: (w) => w.touch.meetOutcome },
      DURATION,
      { flags: '--place <text>', help: (w) => w.touch.place },
      ...COMMON.map((option) => MEET_OWN.get(option) ?? option),
    ],
    examples: ['voronka meet c1 --at "tomorrow 15:30" --place "their office"'],
    load: async () => (await import('../touches/touch.ts')).meet,
  },
  {
    name: 'mail',
    args: '[who] [text...]',
    summary: (w) => w.touch.mail,
    options: [...WAYS, OUTCOME, ...COMMON],
    examples: ['voronka mail c1 "sent the offer" --next "ask about it in 3 days"'],
    load: async () => (await import('../touches/touch.ts')).mail,
  },
  {
    name: 'message',
    args: '[who] [text...]',
    summary: (w) => w.touch.message,
    options: [...WAYS, OUTCOME, ...COMMON],
    examples: ['voronka message c1 --in "wants it in white"'],
    load: async () => (await import('../touches/touch.ts')).message,
  },
  {
    name: 'note',
    args: '[who] [text...]',
    summary: (w) => w.touch.note,
    options: COMMON,
    examples: ['voronka note c1 "prefers calls after lunch"'],
    load: async () => (await import('../touches/touch.ts')).note,
  },
  {
    name: 'done',
    args: '[task] [text...]',
    summary: (w) => w.touch.doneCommand,
    options: [AT, NEXT],
    examples: ['voronka done t1 "they will pay on Friday" --next "check the payment fri"'],
    load: async () => (await import('../tasks/done.ts')).done,
  },
]
