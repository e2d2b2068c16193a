import { copyFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { addDays } from '../../src/domain/date.ts'
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
  ],
  conversion: ['--by quarter', '--mature --by month'],
  durations: ['--by manager', '--compare previous'],
  activity: ['--by week'],
  response: ['--by hour'],
  team: ['--by department', '--attribution actor', '--manager Anna --compare previous'],
}
const PERIODS = ['2026-Q3', 'this-month', '2026']
const PAST = COMMANDS.filter(
  ({ name, options = [] }) =>
    !name.includes(' ') && options.some(({ flags }) => flags.startsWith('--as-of ')),
)

function lines(flag: '--as-of' | '--known-at'): string[] {
  return PAST.filter(({ options = [] }) => options.some(({ flags }) => flags.startsWith(`${flag} `))).flatMap(
    ({ name }) =>
      ['', ...(SHAPES[name] ?? [])].flatMap((shape) =>
        (name === 'dashboard' ? ['this-month'] : PERIODS).flatMap((period) =>
          ['json', 'table'].map((format) => `${name} ${period} ${shape} ${flag} ${DAY} --format ${format}`),
        ),
      ),
  )
}

const demo = trial({ now: DAY })
beforeAll(async () => {
  expect((await demo.run(['demo', '--db', demo.path('demo.db'), '--quiet'])).exit).toBe(0)
})

function workspace(): Trial {
  const made = trial()
  copyFileSync(demo.path('demo.db'), made.path('trial.db'))
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
  words('stage', 'add', 'Payment', '--after', 'Contract'),
  words('contact', 'edit', contact, '--source', 'fair', '--manager', manager),
  words('handover', manager, '--to', manager),
  words('undo'),
)

const later = (what: fc.Arbitrary<string[]>, isDated: boolean): fc.Arbitrary<Later> =>
  fc.tuple(what, fc.integer({ min: 1, max: 80 })).map(([said, after]) => ({
    words: said,
    after,
    dated: isDated,
  }))
const work = fc
  .array(fc.oneof(later(dated, true), later(undated, false)), { minLength: 15, maxLength: 40 })
  .map((all) => [...all].sort((a, b) => a.after - b.after))

/** Enters work day by day; `dayOf` dates what takes a date. */
async function enter(made: Trial, all: readonly Later[], dayOf: (one: Later) => string): Promise<number> {
  let done = 0
  for (const one of all) {
    // What was there before is not to be taken back.
    if (one.words[0] === 'undo' && done === 0) continue
    const at = one.dated ? ['--at', dayOf(one)] : []
    const argv = [...one.words, ...at, '--yes', '--quiet']
    const { exit, err } = await made.run(argv, { now: addDays(DAY, one.after) })
    expect({ argv, exit: exit <= 2 ? 0 : exit, err: exit <= 2 ? '' : err }).toEqual({
      argv,
      exit: 0,
      err: '',
    })
    if (exit === 0) done += one.words[0] === 'undo' ? -1 : 1
  }
  return done
}

test('every report as of a day is the same, to the byte, whatever is done afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(work, async (all) => {
      const made = workspace()
      const then = await answers(made, lines('--as-of'), NEXT)
      const done = await enter(made, all, ({ after }) => addDays(DAY, after))
      expect(done).toBeGreaterThan(3)
      expect(await moved(made, then, addDays(DAY, 90))).toEqual([])
    }),
    { numRuns: 3, endOnFailure: true },
  )
}, 400_000)

test('every report as known at a day is the same, to the byte, whatever is dated into it afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(work, async (all) => {
      const made = workspace()
      const then = await answers(made, lines('--known-at'), NEXT)
      const done = await enter(made, all, ({ after }) => addDays(DAY, (after % 40) - 39))
      expect(done).toBeGreaterThan(3)
      expect(await moved(made, then, addDays(DAY, 90))).toEqual([])
    }),
    { numRuns: 3, endOnFailure: true },
  )
}, 400_000)
