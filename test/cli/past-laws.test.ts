import { copyFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { addDays } from '../../src/domain/time/date.ts'
import { Store } from '../../src/store/store.ts'
import { backdated, dated, enter, type Later, later, people, undated, workOf } from '../support/later-work.ts'
import { DAY, NEXT, workspaceOf } from '../support/past-day.ts'
import { APART, answers, contents, lines, moved, PAST, READ } from '../support/past-reports.ts'
import { trial } from './world.ts'

const demo = trial({ now: DAY })
beforeAll(async () => {
  expect((await demo.run(['demo', '--db', demo.path('demo.db'), '--quiet'])).exit).toBe(0)
})

test('every report of a past day can also be asked for as it was known then', () => {
  const without = PAST.filter(
    ({ options = [] }) => !options.some(({ flags }) => flags.startsWith('--known-at ')),
  )
  expect(without.map(({ name }) => name)).toEqual([])
})

test('every report as of a day is the same, to the byte, whatever is done afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(workOf(later(dated, true), later(undated, false)), async (all) => {
      const made = await workspaceOf(demo)
      const then = await answers(made, lines('--as-of'), NEXT)
      const done = await enter(made, all, ({ after }) => addDays(DAY, after))
      expect(done).toBeGreaterThan(3)
      expect(await moved(made, then, addDays(DAY, 90))).toEqual([])
    }),
    { numRuns: 2, endOnFailure: true },
  )
}, 400_000)

test('people and companies merged or removed since change no report as of a day but those that say so', async () => {
  await fc.assert(
    fc.asyncProperty(workOf(later(people, false)), async (all) => {
      const made = await workspaceOf(demo)
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
      const made = await workspaceOf(demo)
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
      const made = await workspaceOf(demo)
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
