import fc from 'fast-check'
import { type Trial, trial } from '../cli/world.ts'

/** One command line and the clock under which it is typed. */
export interface TypedLine {
  line: string[]
  now: string
}

const SET_UP = [
  [
    'init',
    '--pipeline',
    'Sales',
    '--stages',
    'New,Qualified,Proposal',
    '--currency',
    'USD',
    '--timezone',
    'Europe/Kyiv',
  ],
  ['pipeline', 'add', 'Repeat', '--stages', 'Call,Visit'],
  ['manager', 'add', 'Anna Belova'],
  ['manager', 'add', 'Boris Kim'],
  ['company', 'add', 'Daisy Ltd'],
  ['contact', 'add', 'Ivan Kit', '--phone', '+380671234567', '--company', 'Daisy'],
  ['contact', 'add', 'Olha Lys', '--email', 'olha@example.com'],
  ['deal', 'add', 'Balcony', '--contact', 'Ivan', '--amount', '100', '--at', '2026-03-20'],
  ['deal', 'add', 'Door', '--id', 'x-1', '--at', '2026-03-22 10:00'],
]

/** A small workspace for the command lines of `commandLines`. */
export async function smallWorkspace(trial: Trial): Promise<void> {
  for (const line of SET_UP) {
    const { exit, err } = await trial.run(line, { now: '2026-03-25' })
    if (exit !== 0) throw new Error(err)
  }
}

/** A law of workspaces in which anything may have been typed. */
export async function holdsAfterAnyCommands(
  check: (made: Trial) => Promise<void>,
  { numRuns }: { numRuns: number },
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(commandLines(12, true), async (lines) => {
      const made = trial()
      await smallWorkspace(made)
      for (const { line, now } of lines) await made.run(line, { now })
      await check(made)
    }),
    { numRuns, interruptAfterTimeLimit: 30_000 },
  )
}

/** Days around a change of clocks in Kyiv, at which an hour is skipped. */
const day = fc.integer({ min: 20, max: 31 }).map((n) => `2026-03-${n}`)
const clock = fc.constantFrom('00:00', '03:30', '09:15', '23:59')
const moment = fc.tuple(day, clock).map(([date, time]) => `${date}T${time}`)
const now = fc.oneof({ weight: 4, arbitrary: fc.constant('2026-04-02') }, { weight: 1, arbitrary: moment })
const at = fc.oneof(day, moment, fc.constantFrom('yesterday', 'now', '1.04'))

const deal = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 3 }).map((n) => `d${n}`) },
  { weight: 1, arbitrary: fc.constantFrom('.', 'Balcony', 'Door', 'x-1', 'd99', '067 123-45-67', 'Olha') },
)
const stage = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('New', 'Qualified', 'Proposal', 'won', 'lost') },
  { weight: 1, arbitrary: fc.constantFrom('Visit', 'Demo') },
)
const pipeline = fc.constantFrom('Sales', 'Repeat')
const manager = fc.constantFrom('m1', 'm2', 'Anna', '', 'm3')
const amount = fc.constantFrom('100', '99.50', '12k', '500 EUR', '')

const contact = fc.constantFrom('c1', 'c2', 'Ivan', '+380 67 123 45 67', 'c3')
const company = fc.constantFrom('o1', 'daisy', 'o2')

/** Each flag may or may not be there. */
function flags(values: Readonly<Record<string, fc.Arbitrary<string>>>): fc.Arbitrary<string[]> {
  const options = Object.entries(values).map(([flag, value]) =>
    fc.option(value, { freq: 2 }).map((text) => (text === null ? [] : [`--${flag}`, text])),
  )
  return fc.tuple(...options).map((given) => given.flat())
}

function line(...parts: readonly (string | fc.Arbitrary<string | string[]>)[]): fc.Arbitrary<string[]> {
  const arbitraries = parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))
  return fc.tuple(...arbitraries).map((words) => words.flat())
}

const dealValues = {
  amount,
  manager,
  source: fc.constantFrom('Site', 'site', ''),
  product: fc.constantFrom('Window', ''),
  tag: fc.constantFrom('vip', 'VIP', 'new'),
  expected: fc.constantFrom('2026-05-01', ''),
  id: fc.constantFrom('x-1', 'x-2', ''),
  note: fc.constantFrom('call', ''),
  contact,
  company: fc.oneof(company, fc.constant('')),
}

const dealLine = fc.oneof(
  {
    weight: 4,
    arbitrary: line('deal', 'add', fc.constantFrom('Balcony', 'Door'), flags({ ...dealValues, stage, at })),
  },
  { weight: 6, arbitrary: line('deal', 'move', deal, stage, flags({ at })) },
  { weight: 1, arbitrary: line('deal', 'move', deal, stage, flags({ at, pipeline })) },
  {
    weight: 3,
    arbitrary: line(
      'deal',
      'edit',
      deal,
      flags({ ...dealValues, untag: dealValues.tag, 'drop-contact': contact, stage, at }),
    ),
  },
  { weight: 2, arbitrary: line('won', deal, flags({ at })) },
  { weight: 2, arbitrary: line('lost', deal, fc.constantFrom('price', 'silence', ''), flags({ at })) },
  { weight: 1, arbitrary: line('deal', 'rm', deal) },
)

const labelLine = fc.oneof(
  line('manager', 'add', fc.constantFrom('Vera Lis', 'Anna Belova')),
  line('manager', 'edit', manager, '--name', fc.constantFrom('Anna Lis', 'Vera Lis')),
  line('manager', 'merge', manager, manager),
  line('manager', 'rm', manager),
  line('me', manager),
  line(
    'contact',
    'add',
    fc.constantFrom('Ira Mak', 'Ivan Kit'),
    flags({ company, phone: fc.constant('0671234567') }),
  ),
  line('contact', 'edit', contact, flags({ name: fc.constant('Ivan Lys'), company, manager })),
  line('contact', 'merge', contact, contact),
  line('contact', 'rm', contact),
  line('company', 'add', fc.constantFrom('Rose', 'Daisy')),
  line('company', 'merge', company, company),
  line('company', 'rm', company),
  line('stage', 'add', 'Demo', flags({ after: stage })),
  line('stage', 'edit', stage, flags({ name: fc.constantFrom('Demo', 'Talk'), after: stage })),
  line('stage', 'rm', stage),
)

/**
 * Command lines as people type them over a small workspace: in no order of time, some of them refused. `undo` is
 * among them where `withUndo` says so.
 */
export function commandLines(most: number, withUndo = false): fc.Arbitrary<TypedLine[]> {
  const one = fc.oneof(
    { weight: 8, arbitrary: dealLine },
    { weight: 4, arbitrary: labelLine },
    ...(withUndo ? [{ weight: 2, arbitrary: line('undo') }] : []),
  )
  return fc.array(fc.record({ line: one, now }), {
    minLength: 1,
    maxLength: most,
    size: 'max',
  })
}
