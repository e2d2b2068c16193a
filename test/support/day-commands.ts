import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Trial } from '../cli/world.ts'
import { commandLines, smallWorkspace, type TypedLine } from './commands.ts'

/** Rules of every kind, as `rule add` takes them, for the small workspace. */
export const RULES = [
  [
    'Offer it',
    '--enter',
    'Proposal',
    '--task',
    'Offer {deal.title} to {contact.name}',
    '--due',
    'tomorrow 9:30',
  ],
  ['Ask', '--stay', 'Qualified', '--days', '1', '--task', 'Ask', '--manager', 'Anna Belova'],
  ['Note', '--leave', 'New', '--set', 'source={deal.stage}'],
  ['Again', '--enter', 'Won', '--open', 'Repeat', '--with-amount'],
  ['Letter', '--enter', 'Call', '--message', '{deal.title}', '--since', '2026-03-20'],
]

const LINES = [
  ...RULES.map((rule) => ['rule', 'add', ...rule]),
  ['task', 'add', 'weekly report', '--repeat', 'weekly fri', '--due', '2026-03-27 16:00'],
  [
    'call',
    'Ivan',
    'asked the price',
    '--in',
    '--at',
    '2026-03-24 11:00',
    '--next',
    'send it 2026-03-26 10:00',
  ],
  ['want', 'add', 'Olha', 'Oak door'],
  ['contact', 'edit', 'Olha', '--manager', 'Anna Belova', '--lifecycle', 'mql', '--at', '2026-03-21'],
]

/** Files that are imported: rules answer what is in them. `%` in a line is the folder they are in. */
const FILES = {
  'deals.csv':
    'id,title,stage,created,changed,contact,amount\ni-1,Gate,Proposal,2026-03-22,2026-03-24,Ivan Kit,70\ni-2,Roof,Won,2026-03-22,2026-03-26,Petro Syz,90\n',
  'log.csv':
    'deal,stage,at\nx-1,Qualified,2026-03-23 10:00\nx-1,Proposal,2026-03-25 10:00\ni-1,New,2026-03-26 12:00\n',
  'calls.csv':
    'id,kind,direction,outcome,date,phone\n1,call,in,missed,2026-03-24 09:00,+380671234567\n2,call,out,answered,2026-03-24 12:00,+380671234567\n',
  'many.txt':
    'call Ivan "batched" --next "call fri"\ndeal move d1 Proposal\ndone t1\ntask add "batched 31.03"\ndeal move d2 won\n',
}

/** The line with its files where they are. */
export function inFolder(made: Trial, line: readonly string[]): string[] {
  return line.map((word) => word.replace(/^%/, made.folder))
}

/** The small workspace with rules, tasks, talks and wants in it. */
export async function dayWorkspace(made: Trial): Promise<void> {
  await smallWorkspace(made)
  for (const [name, text] of Object.entries(FILES)) writeFileSync(made.path(name), text)
  for (const line of LINES) {
    const { exit, err } = await made.run(line, { now: '2026-03-25' })
    if (exit !== 0) throw new Error(err)
  }
}

/** Words of which some, or none, are typed. */
function words(...parts: readonly (string | fc.Arbitrary<string[]>)[]): fc.Arbitrary<string[]> {
  const all = parts.map((part) => (typeof part === 'string' ? fc.constant([part]) : part))
  return fc.tuple(...all).map((given) => given.flat())
}
const one = (...values: string[]) => fc.constantFrom(...values).map((value) => [value])
const flag = (name: string, ...values: string[]) =>
  fc.constantFrom<string[]>([], ...values.map((value) => [`--${name}`, value]))
const mark = (name: string) => fc.constantFrom<string[]>([], [`--${name}`])

const who = one('Ivan', 'Olha', 'c1', 'c2', 'c3', 'd1', 'd2', 'o1', '+380 44 000 00 01')
const task = one('t1', 't2', 't3', 't4', 't5')
const manager = one('m1', 'm2', 'm3')
const at = flag('at', 'yesterday', '2026-03-29 03:30', '2026-03-26', '2026-04-05 10:00')
const next = flag('next', 'call back tomorrow 10:00', 'send it fri', 'thirty one 31.03')
const by = flag('manager', 'm1', 'm2')
const touched = [at, next, by, flag('deal', 'd1', 'none')]

const LINE = fc.oneof(
  words(
    'call',
    who,
    one('spoke', 'price {deal.title}'),
    mark('in'),
    flag('outcome', 'missed', 'no-answer'),
    ...touched,
  ),
  words('meet', who, one('at theirs'), flag('outcome', 'planned', 'not-held'), ...touched),
  words('mail', who, one('the offer'), mark('in'), ...touched),
  words('note', who, one('likes white'), at),
  words('done', one('t1', 't2', 't3', 't4', 'a2', 'a3'), one('fine'), at, next),
  words(
    'task',
    'add',
    one('think', 'call fri 10'),
    flag('about', 'c1', 'o1', 'd2'),
    by,
    flag('repeat', 'daily', 'month-end', 'monthly 31'),
    flag('due', 'tomorrow', '2026-03-29 03:30'),
  ),
  words(
    'task',
    'edit',
    task,
    flag('priority', 'high'),
    flag('due', 'none', 'mon'),
    flag('repeat', 'none', 'weekdays'),
    flag('about', 'c2'),
  ),
  words('task', 'move', task, '--to', one('in 3 days', 'mon 9')),
  words('task', 'move', '--overdue', '--to', one('tomorrow')),
  words('task', 'rm', task),
  words('activity', 'rm', one('a1', 'a2', 'a3')),
  words('handover', manager, '--to', one('m1', 'm2', 'm1,m2', 'm3'), flag('until', '2026-04-20')),
  words('handover', 'back', manager),
  words('contact', 'edit', one('c1', 'c2', 'c3'), flag('lifecycle', 'lead', 'sql'), at),
  words('contact', 'edit', one('c1', 'c2'), flag('referred-by', 'c1', 'c2'), flag('source', 'fair')),
  words('want', 'add', one('c1', 'c2'), one('Oak door', 'Glass'), by),
  words('want', 'arrived', one('Oak', 'Glass'), mark('make-tasks')),
  words('want', 'rm', one('w1', 'w2')),
  words('rule', 'rm', one('r1', 'r3')),
  words('rule', 'edit', one('r1', 'r2', 'r4'), one('--off', '--on')),
  words('rule', 'run'),
  words(
    'stage',
    'edit',
    one('New', 'Qualified'),
    '--require',
    one('amount', 'Agreed'),
    '--new-field',
    mark('strict'),
  ),
  words('stage', 'edit', one('Proposal'), mark('invoice'), flag('norm', '1')),
  words('reactivation', '--make-tasks', flag('managers', 'm1,m2')),
  words(
    'add',
    one(
      'Petro Syz, 067 111 22 33, wants 3 windows, $1200, call back tomorrow 10:00',
      'Ivan Kit, 067 123 45 67, wants a door',
    ),
  ),
  words('import', 'deals', one('%/deals.csv')),
  words('import', 'history', one('%/log.csv')),
  words('import', 'activities', one('%/calls.csv')),
  words('batch', one('%/many.txt'), mark('keep-going')),
  words('contact', 'merge', one('c1', 'c2', 'c3'), one('c1', 'c2', 'c3')),
  words('manager', 'merge', manager, manager),
  words('filter', 'save', one('mine'), '--stage', one('New', 'Proposal')),
  words('config', 'set', 'silent-after', one('1', '3')),
)

/** Command lines of a working day over `dayWorkspace`, those of `commandLines` among them. */
export function dayLines(most: number): fc.Arbitrary<TypedLine[]> {
  const now = fc.constantFrom('2026-03-27 10:00', '2026-03-29 12:00', '2026-04-02', '2026-04-02 23:59')
  const day = fc.record({ line: LINE, now }).map((typed) => [typed])
  return fc
    .array(fc.oneof({ weight: 3, arbitrary: day }, { weight: 1, arbitrary: commandLines(1) }), {
      minLength: 1,
      maxLength: most,
      size: 'max',
    })
    .map((lines) => lines.flat())
}
