import { expect, test } from 'vitest'
import { jsonOf } from './asking.ts'
import { trial } from './world.ts'

test('what is taken back later is said in the head of a past report', async () => {
  const workspace = trial()
  const { run } = workspace
  await run(['init', '--stages', 'New,Old'], { now: '2026-01-01' })
  for (const title of ['Balcony', 'Door'])
    await run(['deal', 'add', title, '--at', '2026-01-02'], { now: '2026-01-02' })
  const report = ['funnel', '2026-01', '--as-of', '2026-01-31']
  const heads = async () => {
    const { lateEntries, totals } = (await jsonOf(workspace, ...report)) as {
      lateEntries: number
      totals: { deals: number }
    }
    return [totals.deals, lateEntries]
  }
  expect(await heads()).toEqual([2, 0])
  await run(['undo'], { now: '2026-03-01' })
  expect(await heads()).toEqual([1, 1])
})

test('a retired stage takes no deals now, but at a moment when it held', async () => {
  const { run } = trial()
  await run(['init', '--pipeline', 'Sales', '--stages', 'New,Old'], { now: '2026-01-01' })
  await run(['deal', 'add', 'Balcony'], { now: '2026-01-02' })
  await run(['stage', 'rm', 'Old', '--yes'], { now: '2026-02-01' })
  expect(await run(['deal', 'move', 'd1', 'Old'], { now: '2026-02-02' })).toEqual({
    exit: 1,
    out: '',
    err: 'Stage “Old” of “Sales” is retired. There are: New\n',
  })
  expect((await run(['deal', 'move', 'd1', 'Old', '--at', '2026-01-10'], { now: '2026-02-02' })).exit).toBe(0)
})
