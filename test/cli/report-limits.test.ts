import { expect, test } from 'vitest'
import { trial } from './world.ts'

const room = trial()
const asked = async (line: string | readonly string[], options = {}) => {
  const { exit, err } = await room.run(typeof line === 'string' ? line.split(' ') : line, options)
  return [exit, err.trim()]
}

test('what would never end is refused, and what would do is said', async () => {
  await room.run(['init', '--stages', 'New,Offer', '--currency', 'USD', '--timezone', 'UTC'])
  await room.run(['deal', 'add', 'Sold', '--amount', '100', '--at', '1980-01-01'], { now: '2026-10-01' })
  await room.run(['won', 'd1', '--at', '1980-01-02'])
  for (const [line, exit, said] of [
    ['plan 1926..2026 --by month', 2, 'plan takes no more than 60 periods; choose a longer --by'],
    ['plan 2000..2026 --by quarter', 2, 'plan takes no more than 60 periods; choose a longer --by'],
    [
      'retention 1900..2026 --by week',
      2,
      'retention takes no more than 2000 periods; choose a longer --by or fewer days',
    ],
  ] as const)
    expect([line, ...(await asked(line))]).toEqual([line, exit, said])
  const { exit, out } = await room.run(['plan', '2100'])
  expect([exit, out.trim().split('\n').at(-1)]).toEqual([
    0,
    'There is no forecast: it looks no further than 36 months ahead.',
  ])
  const plan = JSON.parse((await room.run(['plan', '2000..2100', '--format', 'json'])).out)
  expect(
    plan.rows.map(({ forecast, low, high, pMeet }: Record<string, unknown>) => [forecast, low, high, pMeet]),
  ).toEqual(plan.rows.map(() => [null, null, null, null]))
})

test('one date with a slip in it does not make a line of points for each day since', async () => {
  const slip = trial()
  await slip.run(['init', '--stages', 'New,Offer', '--currency', 'USD', '--timezone', 'UTC'])
  await slip.run(['deal', 'add', 'Old', '--at', '0026-10-01'])
  await slip.run(['deal', 'add', 'New'])
  const most = 'conversion takes no more than 5000 periods; choose a longer --by or fewer days\n'
  for (const by of ['day', 'month'])
    expect(await slip.run(['conversion', 'all', '--by', by])).toEqual({ exit: 2, out: '', err: most })
  expect((await slip.run(['conversion', '2026', '--by', 'day'])).exit).toBe(0)
})

test('figures past what whole numbers can tell apart are no fault', async () => {
  const big = trial()
  await big.run(['init', '--stages', 'New,Offer', '--currency', 'USD', '--timezone', 'UTC'])
  const rows = Array.from({ length: 200 }, (_, id) => `${id},Won,49999999999999.99,2026-09-01,2026-09-02`)
  await big.run(['import', 'deals', '-'], {
    stdin: ['id,stage,amount,created,closed', ...rows, ''].join('\n'),
  })
  const saved = await big.run(['reference', 'save', 'R', '--period', '2026-09'])
  expect([saved.exit, saved.err]).toEqual([0, expect.stringContaining('R')])
  for (const line of ['funnel --against R', 'team', 'plan', 'forecast', 'weakest'])
    expect([line, (await big.run(line.split(' '))).exit]).toEqual([line, 0])
})
