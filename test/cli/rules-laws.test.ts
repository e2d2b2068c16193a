import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandLines, smallWorkspace } from '../support/commands.ts'
import { RULES as KINDS } from '../support/day-commands.ts'
import { type Trial, trial } from './world.ts'

/** A move of one of the deals, so many hours after the one before. */
interface Step {
  deal: string
  stage: string
  hours: number
}

/** The clocks change in the days after it. */
const START = Date.UTC(2026, 2, 20, 9)
const END = '2026-06-01T12:00:00Z'
const step = fc.record({
  deal: fc.constantFrom('A', 'B'),
  stage: fc.constantFrom('New', 'Offer', 'Bill', 'Won', 'Lost'),
  hours: fc.integer({ min: 1, max: 100 }),
})

const RULES = [
  ['Offer it', '--enter', 'Offer', '--task', 'Offer {deal.title}, {deal.source}', '--due', 'in 2 days 09:30'],
  ['Ask', '--stay', 'Offer', '--days', '2', '--task', 'Ask about {deal.title}', '--due', 'monday'],
  ['Note', '--leave', 'Offer', '--set', 'source=left for {deal.stage} on {event.date}'],
  ['Again', '--enter', 'Won', '--open', 'Repeat', '--title', '{deal.title} again'],
  ['Call', '--enter', 'Call', '--pipeline', 'Repeat', '--task', 'Call: {deal.title}'],
  ['Letter', '--enter', 'Bill', '--message', 'Bill of {deal.title}: {deal.source}'],
]

async function office(): Promise<Trial> {
  const made = trial({ now: new Date(START - 1000).toISOString() })
  const lines = [
    ['init', '--stages', 'New,Offer,Bill', '--timezone', 'Europe/Kyiv'],
    ['pipeline', 'add', 'Repeat', '--stages', 'Call,Visit'],
    ...RULES.map((rule) => ['rule', 'add', ...rule]),
  ]
  for (const line of lines) await done(made, line)
  return made
}

async function done(made: Trial, line: readonly string[], at?: number): Promise<void> {
  const { exit, err } = await made.run(line, at === undefined ? {} : { now: new Date(at).toISOString() })
  expect({ line, exit, err: exit === 0 ? '' : err }).toEqual({ line, exit: 0, err: '' })
}

/** The moments of the steps, each deal begun an hour before all of them. */
function timed(steps: readonly Step[]): { deal: string; stage: string; at: number }[] {
  const begun = ['A', 'B'].map((deal) => ({ deal, stage: 'New', at: START }))
  const hours = (n: number) => steps.slice(0, n + 1).reduce((sum, one) => sum + one.hours, 0)
  return [...begun, ...steps.map(({ deal, stage }, n) => ({ deal, stage, at: START + hours(n) * 3_600_000 }))]
}

async function byHand(steps: readonly Step[], again: boolean): Promise<Trial> {
  const made = await office()
  const stages = new Map<string, string>()
  for (const [n, { deal, stage, at }] of timed(steps).entries()) {
    const line =
      n < 2
        ? ['deal', 'add', deal, '--id', deal]
        : ['deal', 'move', `ext:${deal}`, stage, '--pipeline', 'Sales']
    await done(made, line, at)
    const isMove = stages.get(deal) !== stage
    stages.set(deal, stage)
    if (!again || !isMove) continue
    await done(made, ['undo'], at)
    await done(made, line, at)
  }
  return made
}

async function byImport(steps: readonly Step[]): Promise<Trial> {
  const made = await office()
  const rows = timed(steps).map(
    ({ deal, stage, at }) => `${deal},${deal},${stage},${new Date(at).toISOString()}`,
  )
  writeFileSync(made.path('log.csv'), ['deal,title,stage,at', ...rows, ''].join('\n'))
  const { exit, out } = await made.run(['import', 'history', made.path('log.csv')], { now: END })
  expect({ exit, out: exit === 0 ? '' : out }).toEqual({ exit: 0, out: '' })
  return made
}

/** What rules have left, by titles: numbers are given in the order of writing. */
async function left(made: Trial): Promise<unknown> {
  await made.run(['rule', 'run'], { now: END })
  const read = async (...line: string[]) =>
    JSON.parse((await made.run([...line, '--format', 'json'], { now: END })).out) as Record<string, string>[]
  const deals = await read('deal', 'list', '--limit', '1000')
  const titles = new Map(deals.map(({ id, title }) => [id, title]))
  const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort()
  return {
    tasks: sorted(
      (await read('task', 'list')).map(({ text, due, deal = '' }) => ({ text, due, deal: titles.get(deal) })),
    ),
    deals: sorted(
      deals.map(({ title, pipeline, stage, source, createdAt }) => ({
        title,
        pipeline,
        stage,
        source,
        createdAt,
      })),
    ),
    texts: sorted(
      (await read('rule', 'outbox'))
        .filter(({ state }) => state === 'done')
        .map(({ rule, deal = '', text }) => ({ rule, deal: titles.get(deal), text })),
    ),
    sound: (await made.run(['doctor'], { now: END })).exit,
  }
}

test('the same moves leave the same by hand, by import, and taken back and made again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const hand = await left(await byHand(steps, false))
      expect(hand).toMatchObject({ sound: 0 })
      expect(await left(await byImport(steps))).toEqual(hand)
      expect(await left(await byHand(steps, true))).toEqual(hand)
    }),
    { numRuns: 6, interruptAfterTimeLimit: 60_000 },
  )
})

test('no template makes of a value more than a line of text', async () => {
  const made = await office()
  await done(made, [
    'rule',
    'add',
    'Head',
    '--enter',
    'Visit',
    '--message',
    'A: {deal.title}\nB: {deal.source}\nC',
  ])
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (text) => {
      const title = `x${text.toWellFormed().replaceAll('\0', '')}`
      await made.run([
        'deal',
        'add',
        title,
        '--source',
        '{deal.title} {',
        '--pipeline',
        'Repeat',
        '--stage',
        'Visit',
      ])
      const { out } = await made.run(['rule', 'outbox', 'Head', '--limit', '1', '--format', 'json'])
      const [{ text: sent = '' } = {}] = JSON.parse(out) as { text?: string }[]
      const [first = '', ...rest] = sent.split('\n')
      expect(rest).toEqual(['B: {deal.title} {', 'C'])
      expect(first.startsWith('A: x')).toBe(true)
      expect(/[\p{Cc}\p{Zl}\p{Zp}]/u.test(first)).toBe(false)
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('whatever is typed under rules, and taken back, the workspace is sound', async () => {
  await fc.assert(
    fc.asyncProperty(commandLines(14, true), async (lines) => {
      const made = trial()
      await smallWorkspace(made)
      for (const rule of KINDS) await done(made, ['rule', 'add', ...rule], Date.UTC(2026, 2, 21))
      for (const { line, now } of lines) {
        const { exit, err } = await made.run(line, { now })
        expect({ line, err: exit === 70 ? err : '' }).toEqual({ line, err: '' })
      }
      expect(await made.run(['doctor'], { now: '2026-04-03' })).toMatchObject({ exit: 0 })
      expect((await made.run(['rule', 'run'], { now: '2026-05-03' })).exit).toBe(0)
      expect(await made.run(['doctor'], { now: '2026-05-03' })).toMatchObject({ exit: 0 })
    }),
    { numRuns: 15, interruptAfterTimeLimit: 60_000 },
  )
}, 90_000)
