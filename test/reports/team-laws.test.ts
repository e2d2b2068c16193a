import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { team } from '../../src/cli/reports/team.ts'
import { askReport } from '../support/asking.ts'
import {
  asked,
  durationsSlowly,
  type FlowQuestion,
  flowQuestion,
  optionsOf,
  periodText,
} from '../support/flow-reference.ts'
import { closedAt, countSlowly, type Deal } from '../support/reference.ts'
import { emptyWorkspace, enter, MANAGERS, type Story, story } from '../support/story.ts'

interface Stage {
  stage: string
  entered: number
  toNext: number | null
  n: number
  lostHere: number
  openHere: number
}
interface Body {
  deals: number
  won: number
  lost: number
  open: number
  winRate: number | null
  winRateByAmount: number | null
  wonAmount: number
  openAmount: number
  averageWon: number | null
  medianWon: number | null
  cycleMedian: number | null
  stages: Stage[]
}
type Group = Body & { key: string; differs: string | null; revenueShare: number | null }

const KIND = ['', 'open', 'open', 'open', 'open', 'won', 'lost']
const question: fc.Arbitrary<FlowQuestion & { byActor: boolean }> = fc
  .tuple(flowQuestion, fc.constantFrom(false, false, true))
  .map(([flow, byActor]) => ({ ...flow, by: 'manager', manager: null, byActor }))

async function ask(told: Story, { byActor, ...flow }: FlowQuestion & { byActor: boolean }) {
  const store = emptyWorkspace(told.timezone)
  enter(store, told.acts)
  const options = { ...optionsOf(flow), ...(byActor && { attribution: 'actor' }) }
  const report = await askReport(team, store, periodText(flow), options)
  return report.json() as { groups: Group[]; total: Body }
}

const round = (value: number | null, digits = 4) =>
  value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits

/** What the definitions say of these deals, one after another. */
function slowly(told: Story, flow: FlowQuestion, deals: Deal[]) {
  const of = asked(told, flow)
  const { within, worth } = of
  const now = deals.filter((deal) => KIND[deal.stage] === 'open' || within(closedAt(deal)))
  const kind = (wanted: string) => now.filter((deal) => KIND[deal.stage] === wanted)
  const sum = (some: Deal[]) => some.reduce((all, deal) => all + (worth(deal) ?? 0), 0)
  const won = kind('won')
  const lost = kind('lost')
  const amounts = won.flatMap((deal) => worth(deal) ?? []).sort((a, b) => a - b)
  const half = amounts.length / 2
  const closed = won.length + lost.length
  const [gained, missed] = [sum(won), sum(lost)]
  const median =
    amounts.length === 0 ? null : ((amounts[Math.ceil(half) - 1] ?? 0) + (amounts[Math.floor(half)] ?? 0)) / 2
  const cents = (value: number | null) => (value === null ? null : Math.round(value) / 100)
  return {
    deals: now.length,
    won: won.length,
    lost: lost.length,
    open: kind('open').length,
    winRate: closed === 0 ? null : round(won.length / closed),
    winRateByAmount: gained + missed === 0 ? null : round(gained / (gained + missed)),
    wonAmount: cents(gained),
    openAmount: cents(sum(kind('open'))),
    averageWon: amounts.length === 0 ? null : cents(gained / amounts.length),
    medianWon: cents(median),
    cycleMedian: round(durationsSlowly(of, deals, 0, 0).cycle.median),
  }
}

function figures(body: Body) {
  const { deals, won, lost, open, winRate, winRateByAmount } = body
  const { wonAmount, openAmount, averageWon, medianWon, cycleMedian } = body
  return {
    ...{ deals, won, lost, open, winRate, winRateByAmount },
    ...{ wonAmount, openAmount, averageWon, medianWon, cycleMedian },
  }
}

const passes = ({ stages }: Body) =>
  stages.map(({ entered, toNext, lostHere, openHere }) => [
    entered,
    toNext === null ? null : Math.round(toNext * entered),
    lostHere,
    openHere,
  ])

describe('on any workspace, at any time', () => {
  test('each manager has what the definitions say: at T, of what was known then, whoever it is credited to', async () => {
    await fc.assert(
      fc.asyncProperty(story, question, async (told, flow) => {
        const { groups, total } = await ask(told, flow)
        const { deals } = asked(told, flow)
        const keyOf = ({ manager, moves }: Deal) => (flow.byActor ? moves.at(-1)?.actor : manager) ?? '(none)'
        expect(figures(total)).toEqual(slowly(told, flow, deals))
        for (const group of groups)
          expect([group.key, figures(group)]).toEqual([
            group.key,
            slowly(
              told,
              flow,
              deals.filter((deal) => keyOf(deal) === group.key),
            ),
          ])
        const missing = deals.filter((deal) => !groups.some(({ key }) => key === keyOf(deal)))
        expect(slowly(told, flow, missing).deals).toBe(0)
        expect(groups.map(({ key }) => key)).toEqual(expect.arrayContaining([...MANAGERS]))
        const cohort = countSlowly(told, { ...flow, mode: 'cohort', by: 'manager' })
        for (const group of groups) {
          const of = cohort.groups.get(group.key)
          const rows = [0, 1, 2, 3].map((k) => [
            of?.entered[k] ?? 0,
            of?.next[k] ?? null,
            of?.lostHere[k] ?? 0,
            of?.openHere[k] ?? 0,
          ])
          expect(passes(group)).toEqual(rows)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('managers and nobody add up to the total; who brought most stands first', async () => {
    await fc.assert(
      fc.asyncProperty(story, question, async (told, flow) => {
        const { groups, total } = await ask(told, flow)
        const over = (pick: (body: Body) => number) =>
          round(
            groups.reduce((sum, group) => sum + pick(group), 0),
            2,
          )
        for (const key of ['deals', 'won', 'lost', 'open', 'wonAmount', 'openAmount'] as const)
          expect([key, over((body) => body[key])]).toEqual([key, total[key]])
        expect(total.stages.map((_, k) => over(({ stages }) => stages[k]?.entered ?? 0))).toEqual(
          total.stages.map(({ n }) => n),
        )
        const named = groups.filter(({ key }) => key !== '(none)').map(({ wonAmount }) => wonAmount)
        expect(named).toEqual(named.toSorted((a, b) => b - a))
        expect(groups.findIndex(({ key }) => key === '(none)')).toBeOneOf([-1, groups.length - 1])
      }),
      { numRuns: 40 },
    )
  })
})
