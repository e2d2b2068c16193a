import fc from 'fast-check'
import { expect } from 'vitest'
import { addDays } from '../../src/domain/time/date.ts'
import type { Trial } from '../cli/world.ts'
import { DAY } from './past-day.ts'

/** Something done on a later day; `at` is the day to which it is dated, where it can be. */
export interface Later {
  after: number
  words: readonly string[]
  /** Takes a date. */
  dated: boolean
}

const deal = fc.integer({ min: 1, max: 300 }).map((n) => `d${n}`)
const contact = fc.integer({ min: 1, max: 200 }).map((n) => `c${n}`)
const company = fc.integer({ min: 1, max: 20 }).map((n) => `o${n}`)
const task = fc.integer({ min: 1, max: 60 }).map((n) => `t${n}`)
const activity = fc.integer({ min: 1, max: 900 }).map((n) => `a${n}`)
const manager = fc.constantFrom('m1', 'm2', 'm3')
const words = (...parts: (string | fc.Arbitrary<string>)[]) =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
const money = fc.integer({ min: 1, max: 90_000 }).map(String)
const stage = fc.constantFrom('Inquiry', 'Measuring', 'Proposal', 'Contract', 'won', 'lost')

export const dated: fc.Arbitrary<string[]> = fc.oneof(
  words('deal', 'move', deal, stage),
  words('deal', 'move', deal, 'lost', '--reason', 'too dear'),
  words('deal', 'add', 'Terrace', '--amount', money, '--manager', manager, '--product', 'doors'),
  words('call', contact, '--out', '--outcome', fc.constantFrom('answered', 'no-answer')),
  words('call', contact, '--in', '--outcome', fc.constantFrom('answered', 'missed')),
  words('mail', contact, fc.constantFrom('--in', '--out'), '--manager', manager),
  words('meet', contact, '--manager', manager),
)
export const undated: fc.Arbitrary<string[]> = fc.oneof(
  words('deal', 'edit', deal, '--manager', manager),
  words('deal', 'edit', deal, '--amount', money),
  words('deal', 'edit', deal, '--product', 'doors', '--source', 'fair', '--tag', 'late'),
  words('deal', 'edit', deal, '--expected', '2026-12-20', '--cost', money),
  words('deal', 'rm', deal),
  words('task', 'add', 'write', '--contact', contact, '--due', '2026-12-01'),
  words(
    'done',
    fc.integer({ min: 1, max: 20 }).map((n) => `t${n}`),
  ),
  words('plan', 'set', 'revenue', money, '--manager', manager, '--period', '2026-10'),
  words('plan', 'set', 'calls', money, '--period', '2026-Q3'),
  words('bonus', 'add', fc.constantFrom('5%', '80%: 2%; 100%: 3%', '500 each'), '--manager', manager),
  words('bonus', 'edit', fc.constantFrom('b1', 'b2'), fc.constantFrom('4%', '90%: 50; 110%: 400')),
  words('bonus', 'edit', 'b1', '--from', fc.constantFrom('2026-07-01', '2026-10-01')),
  words('bonus', 'rm', fc.constantFrom('b1', 'b2')),
  words('stage', 'add', 'Payment', '--after', 'Contract'),
  words('contact', 'edit', contact, '--source', 'fair', '--manager', manager),
  words('handover', manager, '--to', manager),
  words('undo'),
  words('import', 'deals', '@deals-moved.csv', '--system', 'crm'),
  words('deal', 'move', deal, 'Proposal'),
  words('company', 'edit', company, '--manager', manager),
  words('task', 'move', task, '--to', '2026-12-20'),
  words('task', 'edit', task, '--manager', manager, '--priority', 'high'),
  words('task', 'rm', task),
  words('want', 'add', contact, 'Oak door'),
  words('want', 'arrived', 'Oak door', '--make-tasks'),
  words('reactivation', '--make-tasks'),
  words('rule', 'run'),
  words('reference', 'save', 'Ours', '--period', '2026-Q3'),
)
/** What changes a past day for whoever asks of it without --known-at. */
export const backdated: fc.Arbitrary<string[]> = fc.oneof(
  words('undo', fc.integer({ min: 3, max: 13 }).map(String)),
  words('import', 'activities', '@calls-later.csv', '--system', 'pbx'),
  words('contact', 'rm', contact),
  words('contact', 'merge', contact, contact),
  words('company', 'merge', company, company),
  words('import', 'deals', '@deals-later.csv', '--system', 'crm'),
  words('activity', 'rm', activity),
  words('done', activity),
  words('fx', 'add', '2026-10-01', 'EUR', fc.constantFrom('1.1', '1.2')),
  words('holiday', 'add', '2026-10-07'),
  words('contact', 'edit', contact, '--lifecycle', fc.constantFrom('mql', 'sql'), '--at', '2026-10-05'),
)

export const later = (what: fc.Arbitrary<string[]>, isDated: boolean): fc.Arbitrary<Later> =>
  fc.tuple(what, fc.integer({ min: 1, max: 80 })).map(([said, after]) => ({
    words: said,
    after,
    dated: isDated,
  }))
export const workOf = (...kinds: fc.Arbitrary<Later>[]) =>
  fc
    .array(fc.oneof(...kinds), { minLength: 25, maxLength: 50 })
    .map((all) => [...all].sort((a, b) => a.after - b.after))

/** Enters work day by day; `dayOf` dates what takes a date. */
export async function enter(
  made: Trial,
  all: readonly Later[],
  dayOf: (one: Later) => string,
): Promise<number> {
  let done = 0
  for (const one of all) {
    // What was there before is not to be taken back.
    if (one.words[0] === 'undo' && one.words.length === 1 && done === 0) continue
    const at = one.dated ? ['--at', dayOf(one)] : []
    const said = one.words.map((word) => (word.startsWith('@') ? made.path(word.slice(1)) : word))
    const argv = [...said, ...at, '--yes', '--quiet']
    const { exit, err } = await made.run(argv, { now: addDays(DAY, one.after) })
    const isRefused = exit === 1 || exit === 2
    expect({ argv, exit: isRefused ? 0 : exit, err: isRefused ? '' : err }).toEqual({
      argv,
      exit: 0,
      err: '',
    })
    if (exit === 0) done += one.words[0] === 'undo' ? -1 : 1
  }
  return done
}

/** What makes another of the people and companies whom a past day knew: reports that know them apart say so. */
export const people: fc.Arbitrary<string[]> = fc.oneof(
  words('contact', 'merge', contact, contact),
  words('company', 'merge', company, company),
  words('contact', 'rm', contact),
  words('company', 'rm', company),
  words('contact', 'edit', contact, '--lifecycle', fc.constantFrom('mql', 'sql'), '--at', '2026-10-05'),
)
