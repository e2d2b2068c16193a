import { copyFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { addDays } from '../../src/domain/time/date.ts'
import { Store } from '../../src/store/store.ts'
import { type Trial, trial } from './world.ts'

/** The day of which the reports are; the demo's last day. */
const DAY = '2026-10-14'
/** The day on which they are made first: on its own day the reports that count hours count up to the moment. */
const NEXT = '2026-10-15'

/** Every command that can tell of a past day, plain and in its other shapes. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  funnel: [
    '--mode events',
    '--mode snapshot --by manager',
    '--mode bitrix24',
    '--by product --compare previous',
    '--by company',
  ],
  conversion: ['--by quarter', '--mature --by month'],
  durations: ['--by manager', '--compare previous'],
  activity: ['--by week', '--product balcony --compare previous'],
  response: ['--by hour', '--source website --compare previous'],
  stuck: ['--by manager'],
  losses: ['--by manager --compare previous', '--by week'],
  retention: ['--by quarter', '--by month --manager Anna'],
  lifecycle: ['--by source', '--by month --compare previous'],
  reactivation: ['--by manager'],
  weakest: ['--compare last-year', '--against template'],
  forecast: ['--by month', '--by manager', '--backtest', '--backtest --by week'],
  plan: ['--by manager'],
  dashboard: ['--manager Anna'],
  team: ['--by department', '--attribution actor', '--manager Anna --compare previous'],
}
/** Those that know one customer from another. */
const APART = ['activity', 'response', 'stuck', 'team', 'retention', 'lifecycle', 'reactivation', 'dashboard']
const PERIODS = ['2026-Q3', 'this-month', '2026']
const PAST = COMMANDS.filter(
  ({ name, options = [] }) =>
    !name.includes(' ') && options.some(({ flags }) => flags.startsWith('--as-of ')),
)

/** The plain shape over every period, the others over one each. */
function lines(flag: '--as-of' | '--known-at'): string[] {
  return PAST.flatMap(({ name }) => {
    const periods = name === 'dashboard' ? ['this-month'] : PERIODS
    const plain = periods.map((period) => `${name} ${period}`)
    const shaped = (SHAPES[name] ?? []).map((shape, i) => `${name} ${periods[i % periods.length]} ${shape}`)
    return [...plain, ...shaped].flatMap((line) =>
      ['json', 'table'].map((format) => `${line} ${flag} ${DAY} --format ${format}`),
    )
  })
}

test('every report of a past day can also be asked for as it was known then', () => {
  const without = PAST.filter(
    ({ options = [] }) => !options.some(({ flags }) => flags.startsWith('--known-at ')),
  )
  expect(without.map(({ name }) => name)).toEqual([])
})

const demo = trial({ now: DAY })
beforeAll(async () => {
  expect((await demo.run(['demo', '--db', demo.path('demo.db'), '--quiet'])).exit).toBe(0)
})

const CALLS = `id,type,date,client,direction,result,duration
7001,call,2026-10-02 10:00,Alice Ward,incoming,missed,
7002,call,2026-10-03 11:00,Alice Cole,outgoing,answered,60
7003,call,2026-10-12 09:00,Somebody New,incoming,answered,45
`
const FILES = {
  'calls.csv': CALLS,
  'calls-later.csv': `${CALLS.replace('incoming,missed', 'incoming,answered')}7004,call,2026-10-13 12:00,Alice Ward,outgoing,answered,30\n`,
  'deals.csv': `id,title,stage,amount,created
901,Gate,Proposal,5000,2026-09-20
902,Roof,won,7000,2026-09-01
`,
  'deals-moved.csv': `id,title,stage,amount,created
901,Gate,won,5500,2026-09-20
902,Roof,lost,7000,2026-09-01
`,
  'deals-later.csv': `id,title,stage,amount,created
901,Gate,won,5500,2026-09-20
902,Roof,lost,7000,2026-09-01
903,Porch,Inquiry,300,2026-10-10
`,
}

/** The demo, on whose last day files were imported and a rule was made. */
async function workspace(): Promise<Trial> {
  const made = trial()
  copyFileSync(demo.path('demo.db'), made.path('trial.db'))
  for (const [name, text] of Object.entries(FILES)) writeFileSync(made.path(name), text)
  for (const words of [
    ['import', 'activities', made.path('calls.csv'), '--system', 'pbx'],
    ['import', 'deals', made.path('deals.csv'), '--system', 'crm'],
    ['rule', 'add', 'Send', '--enter', 'Proposal', '--task', 'Send the proposal'],
    ['call', 'c3', '--out', '--at', '2026-10-13', '--outcome', 'answered'],
    ['deal', 'move', 'd270', 'won'],
    ['contact', 'edit', 'c4', '--manager', 'm2', '--lifecycle', 'mql'],
    ['plan', 'set', 'revenue', '90000', '--period', '2026-10'],
    ['bonus', 'add', '3%', '--of', 'revenue', '--from', '2026-10-01'],
    ['bonus', 'add', '80%: 100; 100%: 300', '--of', 'revenue', '--manager', 'm1', '--from', '2026-10-01'],
    ['want', 'add', 'c5', 'Oak door'],
  ]) {
    const { exit, err } = await made.run([...words, '--yes', '--quiet'], { now: DAY })
    expect({ words, exit, err: exit === 0 ? '' : err }).toEqual({ words, exit: 0, err: '' })
  }
  return made
}

async function answers(made: Trial, asked: readonly string[], now: string): Promise<Record<string, string>> {
  const said: Record<string, string> = {}
  for (const line of asked) {
    const { exit, out, err } = await made.run(line.split(/\s+/), { now })
    said[line] = `${exit}\n${out}${exit === 0 ? '' : err}`
  }
  return said
}

/** Of every report that is not what it was: the first lines that differ. */
async function moved(made: Trial, then: Readonly<Record<string, string>>, now: string) {
  const after = await answers(made, Object.keys(then), now)
  return Object.entries(then).flatMap(([line, text]) => {
    const [was, is] = [text.split('\n'), after[line]?.split('\n') ?? []]
    const at = was.findIndex((one, i) => one !== is[i])
    return at < 0 && was.length === is.length ? [] : [{ line, was: was[at], is: is[at] }]
  })
}

/** Something done on a later day; `at` is the day to which it is dated, where it can be. */
interface Later {
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

const dated: fc.Arbitrary<string[]> = fc.oneof(
  words('deal', 'move', deal, stage),
  words('deal', 'move', deal, 'lost', '--reason', 'too dear'),
  words('deal', 'add', 'Terrace', '--amount', money, '--manager', manager, '--product', 'doors'),
  words('call', contact, '--out', '--outcome', fc.constantFrom('answered', 'no-answer')),
  words('call', contact, '--in', '--outcome', fc.constantFrom('answered', 'missed')),
  words('mail', contact, fc.constantFrom('--in', '--out'), '--manager', manager),
  words('meet', contact, '--manager', manager),
)
const undated: fc.Arbitrary<string[]> = fc.oneof(
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
const backdated: fc.Arbitrary<string[]> = fc.oneof(
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

const later = (what: fc.Arbitrary<string[]>, isDated: boolean): fc.Arbitrary<Later> =>
  fc.tuple(what, fc.integer({ min: 1, max: 80 })).map(([said, after]) => ({
    words: said,
    after,
    dated: isDated,
  }))
const workOf = (...kinds: fc.Arbitrary<Later>[]) =>
  fc
    .array(fc.oneof(...kinds), { minLength: 25, maxLength: 50 })
    .map((all) => [...all].sort((a, b) => a.after - b.after))

/** Enters work day by day; `dayOf` dates what takes a date. */
async function enter(made: Trial, all: readonly Later[], dayOf: (one: Later) => string): Promise<number> {
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

/** Tables in which a report reads what was done, of what is copied the deals that are not removed. */
const READ = Object.entries({
  ...Object.fromEntries(
    'activities tasks contacts companies reactivations lifecycle wants plans bonuses holidays deal_contacts won_stays customers inquiries contacted'
      .split(' ')
      .map((name) => [name, `select * from ${name}`]),
  ),
  deal_state: 'select * from deal_state where removed = 0',
  visits: 'select * from visits',
  deals: 'select * from deals where retracted = 0',
  history: 'select * from history where retracted = 0',
})

/** What the tables say; `edited` is for screens alone. */
function contents(path: string, knownAt: number | null): Record<string, unknown> {
  const store = Store.open(path, { readOnly: true })
  try {
    store.readAsKnown(knownAt)
    const kept = 'select deal_id from deal_state where removed = 0'
    return Object.fromEntries(
      READ.map(([name, sql]) => {
        const ofDeals = ['visits', 'deal_contacts', 'won_stays'].includes(name)
        const rows = store.db.prepare(ofDeals ? `${sql} where deal_id in (${kept})` : sql).all() as object[]
        return [name, rows.map((row) => JSON.stringify({ ...row, edited: 0, superseded_by: null })).sort()]
      }),
    )
  } finally {
    store.close()
  }
}

test('every report as of a day is the same, to the byte, whatever is done afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(workOf(later(dated, true), later(undated, false)), async (all) => {
      const made = await workspace()
      const then = await answers(made, lines('--as-of'), NEXT)
      const done = await enter(made, all, ({ after }) => addDays(DAY, after))
      expect(done).toBeGreaterThan(3)
      expect(await moved(made, then, addDays(DAY, 90))).toEqual([])
    }),
    { numRuns: 2, endOnFailure: true },
  )
}, 400_000)

/** What makes another of the people and companies whom a past day knew: reports that know them apart say so. */
const people: fc.Arbitrary<string[]> = fc.oneof(
  words('contact', 'merge', contact, contact),
  words('company', 'merge', company, company),
  words('contact', 'rm', contact),
  words('company', 'rm', company),
  words('contact', 'edit', contact, '--lifecycle', fc.constantFrom('mql', 'sql'), '--at', '2026-10-05'),
)

test('people and companies merged or removed since change no report as of a day but those that say so', async () => {
  await fc.assert(
    fc.asyncProperty(workOf(later(people, false)), async (all) => {
      const made = await workspace()
      const then = await answers(made, lines('--as-of'), NEXT)
      expect(await enter(made, all, ({ after }) => addDays(DAY, after))).toBeGreaterThan(3)
      const differing = await moved(made, then, addDays(DAY, 90))
      const after = await answers(
        made,
        differing.map(({ line }) => line),
        addDays(DAY, 90),
      )
      const isSaid = (text = '') => /compan(y was|ies were) merged, removed|"lateRecords": [1-9]/.test(text)
      const knows = (line: string) =>
        APART.some((name) => line.startsWith(name)) || line.includes('--by company')
      expect(differing.filter(({ line }) => !isSaid(after[line]) || !knows(line))).toEqual([])
    }),
    { numRuns: 2, endOnFailure: true },
  )
}, 400_000)

const anything = workOf(later(dated, true), later(undated, false), later(backdated, false))
const before = ({ after }: Later) => addDays(DAY, (after % 40) - 39)

test('every report as known at a day is the same, to the byte, whatever is dated into it afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (all) => {
      const made = await workspace()
      const then = await answers(made, lines('--known-at'), NEXT)
      const done = await enter(made, all, before)
      expect(done).toBeGreaterThan(3)
      expect(await moved(made, then, addDays(DAY, 90))).toEqual([])
    }),
    { numRuns: 2, endOnFailure: true },
  )
}, 400_000)

test('what is read as it was known at a day is the workspace of that day, table by table', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (all) => {
      const made = await workspace()
      const [now, then] = [made.path('trial.db'), made.path('then.db')]
      copyFileSync(now, then)
      expect(await enter(made, all, before)).toBeGreaterThan(3)
      const store = Store.open(now, { readOnly: true })
      const knownAt = store.zone.endOfDay(DAY)
      store.close()
      const [was, is] = [contents(then, null), contents(now, knownAt)]
      for (const [name] of READ) expect({ name, rows: is[name] }).toEqual({ name, rows: was[name] })
    }),
    { numRuns: 8, endOnFailure: true },
  )
}, 400_000)
