import { expect, test } from 'vitest'
import { trial } from './world.ts'

test('a report of what was known then keeps the rates of then', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'New', '--currency', 'USD'], { now: '2026-01-01' })
  await run(['fx', 'add', '2026-01-01', 'EUR', '1.1'], { now: '2026-01-02' })
  await run(['deal', 'add', 'Window', '--amount', '100', '--currency', 'EUR'], { now: '2026-01-03' })
  const amount = async (...flags: string[]) => {
    const { out } = await run(['funnel', '2026-01', '--format', 'json', ...flags], { now: '2026-01-20' })
    return JSON.parse(out).totals.amount
  }
  const known = ['--known-at', '2026-01-05']
  expect(await amount(...known)).toBe(110)
  await run(['fx', 'add', '2026-01-01', 'EUR', '2'], { now: '2026-01-08' })
  expect([await amount(...known), await amount()]).toEqual([110, 200])
  await run(['fx', 'rm', '2026-01-01', 'EUR'], { now: '2026-01-09' })
  expect(await amount(...known)).toBe(110)
})

test('groups by a field of your own are called as its values are written', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'New', '--currency', 'USD'])
  await run(['field', 'add', 'Vip', '--type', 'yesno'])
  await run(['field', 'add', 'Budget', '--type', 'money'])
  await run(['deal', 'add', 'A', '--field', 'Vip=yes', '--field', 'Budget=150.50'])
  await run(['deal', 'add', 'B', '--field', 'Vip=no'])
  const keys = async (by: string) => {
    const { out } = await run(['funnel', 'all', '--by', by, '--format', 'json'])
    return JSON.parse(out).groups.map((group: { key: string }) => group.key)
  }
  expect(await keys('vip')).toEqual(['no', 'yes'])
  expect(await keys('budget')).toEqual(['150.5', '(none)'])
})

test('in a full copy deals, their history and plans keep when they became known, all else counts as known from the beginning', async () => {
  const { run, path } = trial()
  const at = (day: string, ...argv: string[]) => run(argv, { now: `2026-01-${day}` })
  await at('01', 'init', '--stages', 'New,Offer', '--timezone', 'UTC')
  await at('05', 'contact', 'add', 'Anna', '--phone', '+15550001')
  await at('06', 'deal', 'add', 'Window', '--contact', 'Anna', '--amount', '100', '--at', '2026-01-02')
  await at('07', 'deal', 'move', 'd1', 'Offer', '--at', '2026-01-03')
  await at('08', 'plan', 'set', 'revenue', '500', '--period', '2026-01')
  await at('09', 'call', 'c1', '--at', '2026-01-02 12:00')
  await at('10', 'holiday', 'add', '2026-01-02', 'Feast')
  const copy = path('copy.json')
  await at('20', 'export', 'all', '--output', copy)
  expect((await at('20', 'import', 'all', copy, '--db', path('other.db'))).exit).toBe(0)
  const known = async (day: string, file: string) => {
    const json = async (...argv: string[]) =>
      JSON.parse(
        (await at('25', ...argv, '--known-at', `2026-01-${day}`, '--format', 'json', '--db', path(file))).out,
      )
    const [funnel, activity, plan] = await Promise.all([
      json('funnel', '2026-01', '--mode', 'events'),
      json('activity', '2026-01'),
      json('plan', '2026-01'),
    ])
    return {
      moves: funnel.stages.map(({ entered }: { entered: number }) => entered),
      calls: activity.total.callsOut,
      plan: plan.rows.map((row: { plan: number | null }) => row.plan),
    }
  }
  const days = ['04', '06', '07', '08', '09']
  const told = async (file: string) => Promise.all(days.map((day) => known(day, file)))
  const first = await told('trial.db')
  expect(first.map(({ calls }) => calls)).toEqual([0, 0, 0, 0, 1])
  expect(first.map(({ moves }) => moves.join())).toEqual(['0,0,0', '1,0,0', '1,1,0', '1,1,0', '1,1,0'])
  expect(first.map(({ plan }) => plan.at(-1))).toEqual([null, null, null, 500, 500])
  // The calls of the copy were always known; nothing else differs.
  expect(await told('other.db')).toEqual(first.map((one) => ({ ...one, calls: 1 })))
})
