import { beforeAll, expect, test } from 'vitest'
import { trial } from './world.ts'

/** What scripts read is the same in every language: keys, words of groups without a value, dates, numbers. */
const room = trial()

beforeAll(async () => {
  await room.run(['demo', '--db', room.path('trial.db')])
  const ids = Array.from({ length: 24 }, (_, n) => n)
  const deals = ids.map(
    (n) => `${n},x${n},${n % 3 === 0 ? 'lost' : 'won'},2026-09-0${(n % 9) + 1},2026-09-20`,
  )
  await room.run(['import', 'deals', '-'], {
    stdin: `id,title,stage,created,closed\n${deals.join('\n')}\n`,
  })
  await room.run(['call', '+15550001', '--at', '2026-10-13 10:00', '--manager', 'none', '--new'])
  await room.run(['deal', 'add', 'nobody', '--manager', 'none', '--at', '2026-08-01'])
}, 30_000)

test.each([
  'activity all',
  'conversion all',
  'deal list',
  'durations all --by manager',
  'durations all --by product',
  'forecast --by manager',
  'forecast --backtest',
  'funnel all --by manager',
  'funnel all --by source',
  'funnel all --by tag',
  'funnel Q3 --by manager --compare previous',
  'lifecycle all --by source',
  'lifecycle all --by manager',
  'losses all',
  'losses all --by product',
  'losses all --by manager',
  'plan',
  'reactivation',
  'reactivation --by manager',
  'response all',
  'response all --by department',
  'retention all',
  'stuck',
  'stuck --by manager',
  'stuck --by manager --compare previous',
  'task list',
  'task load',
  'team all',
  'team all --by department',
  'today --all',
  'weakest 2026-09 --compare previous --by manager',
])('%s', async (line) => {
  for (const format of ['csv', 'json']) {
    const [english, ...others] = await Promise.all(
      ['en', 'ru', 'uk'].map(async (lang) => {
        const { exit, out } = await room.run([...line.split(' '), '--format', format, '--lang', lang])
        return { exit, out }
      }),
    )
    expect(english?.exit).toBe(0)
    for (const other of others) expect(other).toEqual(english)
  }
})
