import fc from 'fast-check'
import { expect, test } from 'vitest'
import { durations } from '../../src/cli/reports/durations.ts'
import { askReport } from '../support/asking.ts'
import {
  asked,
  durationsSlowly,
  type FlowQuestion,
  flowQuestion,
  keysOf,
  optionsOf,
  periodText,
} from '../support/flow-reference.ts'
import { emptyWorkspace, enter, type Story, story } from '../support/story.ts'

type Body = ReturnType<typeof durationsSlowly>

/** Only what the reference has; days to four decimals. */
function figures({ deals, stages, cycle, timeToLoss, velocity }: Body): Body {
  const round = (x: number | null) => (x === null ? null : Math.round(x * 1e4) / 1e4)
  const { opportunities, won, lost, averageWon, averageDays, perDay } = velocity
  const span = ({ n, median, mean, presumed }: Body['cycle']) => ({
    ...{ n, presumed, median: round(median), mean: round(mean) },
  })
  return {
    deals,
    stages: stages.map(({ n, median, p75, p90, mean, open, openMedian }) => ({
      ...{ n, open, openMedian, mean: round(mean) },
      ...{ median: round(median), p75: round(p75), p90: round(p90) },
    })),
    cycle: span(cycle),
    timeToLoss: span(timeToLoss),
    velocity: { opportunities, won, lost, averageWon, averageDays: round(averageDays), perDay },
  }
}

/** Cents as the JSON has them: dollars of whole cents. */
function inDollars(body: Body): Body {
  const money = (x: number | null) => (x === null ? null : Math.round(x) / 100)
  const { averageWon, perDay } = body.velocity
  return { ...body, velocity: { ...body.velocity, averageWon: money(averageWon), perDay: money(perDay) } }
}

function slowly(told: Story, one: FlowQuestion, key: string | null = null): Body {
  const all = asked(told, one)
  const { by } = one
  const deals = all.deals.filter(
    (deal) => key === null || by === null || by === 'month' || keysOf(deal, by).includes(key),
  )
  const [from, until] = [all.zone.startOfDay(one.from), all.zone.startOfDay(one.until)]
  return inDollars(durationsSlowly(all, deals, from, until))
}

async function ask(told: Story, one: FlowQuestion) {
  const store = emptyWorkspace(told.timezone)
  enter(store, told.acts)
  return {
    store,
    json: (await askReport(durations, store, periodText(one), optionsOf(one))).json(),
  }
}

test('every figure is what counting deal by deal gives, of the whole and of each group', async () => {
  await fc.assert(
    fc.asyncProperty(story, flowQuestion, async (told, one) => {
      const { json } = await ask(told, one)
      expect(figures(json)).toEqual(figures(slowly(told, one)))
      for (const group of json.groups ?? [])
        expect([group.key, figures(group)]).toEqual([group.key, figures(slowly(told, one, group.key))])
    }),
    { numRuns: 60 },
  )
})

test('groups that cannot overlap add up, months too; a figure opens into as many deals', async () => {
  const grouping = fc.constantFrom('manager' as const, 'month' as const)
  await fc.assert(
    fc.asyncProperty(story, flowQuestion, grouping, async (told, one, by) => {
      const { json, store } = await ask(told, { ...one, by })
      const sum = (of: (body: Body) => number) =>
        (json.groups as Body[]).reduce((all, group) => all + of(group), 0)
      const parts: ((body: Body) => number)[] = [
        (body) => body.deals,
        (body) => body.cycle.n,
        (body) => body.timeToLoss.n,
        ...[0, 1, 2, 3].flatMap((k) => [
          (body: Body) => body.stages[k]?.n ?? 0,
          (body: Body) => body.stages[k]?.open ?? 0,
        ]),
        ...(by === 'manager' ? [(body: Body) => body.velocity.opportunities] : []),
      ]
      expect(parts.map(sum)).toEqual(parts.map((of) => of(json)))
      const opened = async (explain: string) =>
        (await askReport(durations, store, periodText(one), { ...optionsOf(one), explain })).json().length
      expect([
        await opened('Offer'),
        await opened('Offer:open'),
        await opened('cycle'),
        await opened('loss:n'),
      ]).toEqual([json.stages[2].n, json.stages[2].open, json.cycle.n, json.timeToLoss.n])
    }),
    { numRuns: 25 },
  )
})

test('a month as a group is that month as a period', async () => {
  await fc.assert(
    fc.asyncProperty(story, flowQuestion, async (told, one) => {
      const whole = { ...one, from: '2026-01-01', until: '2026-05-01', by: 'month' as const }
      const { json } = await ask(told, whole)
      for (const [from, until] of [
        ['2026-02-01', '2026-03-01'],
        ['2026-03-01', '2026-04-01'],
      ] as const) {
        if (from > one.asOf) continue
        const group = json.groups.find(({ key }: { key: string }) => key === from.slice(0, 7))
        expect(figures(group)).toEqual(figures(slowly(told, { ...one, from, until })))
      }
    }),
    { numRuns: 25 },
  )
})
