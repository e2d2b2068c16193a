import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activityRun } from '../../src/cli/reports/activity-report.ts'
import { conversion } from '../../src/cli/reports/conversion.ts'
import { response } from '../../src/cli/reports/response.ts'
import { addDays } from '../../src/domain/time/date.ts'
import { askReport } from '../support/asking.ts'
import { emptyWorkspace, enter, story } from '../support/story.ts'
import { doings, workspaceOf } from '../support/touched.ts'

const day = (from: string) => fc.nat(70).map((n) => addDays(from, n))
const asked = fc.record({
  from: day('2026-02-25'),
  days: fc.integer({ min: 1, max: 60 }),
  asOf: day('2026-03-05'),
})

const TOUCHES = [
  ...(['callsIn', 'callsOut', 'noAnswer', 'missed', 'meetings', 'emailsIn', 'emailsOut'] as const),
  ...(['messages', 'notes', 'planned', 'notHeld', 'won'] as const),
  ...(['tasksAdded', 'tasksDone', 'tasksOverdue', 'tasksStillOverdue'] as const),
]
type Figures = Record<string, number> & { key?: string | null }

test('a figure of what was done opens into so many activities, tasks or deals, of each group and of all', async () => {
  const by = fc.constantFrom('manager', 'month', 'hour')
  await fc.assert(
    fc.asyncProperty(doings, asked, by, fc.constantFrom(...TOUCHES), async (all, one, grouped, column) => {
      const store = workspaceOf(all)
      const period = `${one.from}..${addDays(one.from, one.days)}`
      const options = { asOf: one.asOf, by: grouped }
      const ask = async (more: object) =>
        (await askReport(activityRun, store, period, { ...options, ...more })).json()
      const { groups, total } = (await ask({})) as { groups: Figures[]; total: Figures }
      const opened = async (name: string, of: string): Promise<number> =>
        (await ask({ explain: `${name}:${of}` })).length
      expect(await opened('all', column)).toBe(total[column])
      for (const group of groups) {
        const name = group.key ?? '(none)'
        expect([name, await opened(name, column)]).toEqual([name, group[column]])
        const { callsIn = 0, callsOut = 0, missed = 0 } = group
        expect(await opened(name, 'calls')).toBe(callsIn + callsOut + missed)
        const tasks: { postponed: number }[] = await ask({ explain: `${name}:tasksPostponed` })
        expect(tasks.reduce((sum, { postponed }) => sum + postponed, 0)).toBe(group['tasksPostponed'])
      }
      store.close()
    }),
    { numRuns: 40 },
  )
})

test('a figure of answers opens into so many inquiries', async () => {
  const columns = ['inquiries', 'answered', 'unanswered'] as const
  await fc.assert(
    fc.asyncProperty(doings, asked, async (all, one) => {
      const store = workspaceOf(all)
      const period = `${one.from}..${addDays(one.from, one.days)}`
      const ask = async (more: object) =>
        (await askReport(response, store, period, { asOf: one.asOf, ...more })).json()
      const { groups, total } = (await ask({})) as { groups: Figures[]; total: Figures }
      for (const column of columns) {
        expect((await ask({ explain: `all:${column}` })).length).toBe(total[column])
        for (const group of groups)
          expect((await ask({ explain: `${group.key ?? '(none)'}:${column}` })).length).toBe(group[column])
      }
      store.close()
    }),
    { numRuns: 40 },
  )
})

interface Point {
  label: string
  created: number
  won: number
  open: number
  steps: { from: string; rate: number | null; n: number }[]
}

test('a point opens into its deals, and so do its steps', async () => {
  const by = fc.constantFrom('month', 'week', 'quarter')
  await fc.assert(
    fc.asyncProperty(story, asked, by, fc.boolean(), async (told, one, unit, known) => {
      const store = emptyWorkspace(told.timezone)
      enter(store, told.acts)
      const period = `${addDays(one.from, -60)}..${addDays(one.from, one.days)}`
      const options = { asOf: one.asOf, by: unit, ...(known && { knownAt: one.asOf }) }
      const ask = async (more: object) =>
        (await askReport(conversion, store, period, { ...options, ...more })).json()
      const { points, total } = (await ask({})) as { points: Point[]; total: Point }
      const opened = async (explain: string): Promise<number> => (await ask({ explain })).length
      for (const column of ['created', 'won', 'open'] as const)
        expect(await opened(`all:${column}`)).toBe(total[column])
      for (const { label, created, won, open, steps } of points) {
        if (created === 0) continue
        const [first] = steps
        expect([
          await opened(label),
          await opened(`${label}:won`),
          await opened(`${label}:open`),
          await opened(`${first?.from}@${label}`),
          await opened(`${first?.from}:next@${label}`),
        ]).toEqual([created, won, open, first?.n, Math.round((first?.rate ?? 0) * (first?.n ?? 0))])
      }
      store.close()
    }),
    { numRuns: 30 },
  )
})
