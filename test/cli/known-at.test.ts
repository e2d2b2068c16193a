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
