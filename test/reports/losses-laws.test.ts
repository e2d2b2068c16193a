import fc from 'fast-check'
import { expect, test } from 'vitest'
import { losses } from '../../src/cli/reports/losses.ts'
import type { Store } from '../../src/store/store.ts'
import { askReport } from '../support/asking.ts'
import {
  asked,
  type FlowQuestion,
  flowQuestion,
  keysOf,
  lossesSlowly,
  optionsOf,
  periodText,
  wonSlowly,
} from '../support/flow-reference.ts'
import { emptyWorkspace, enter, type Story, story } from '../support/story.ts'

interface Row {
  reason: string
  stage: string
  manager: string
  deals: number
  amount: number
}

interface Part {
  key: string
  deals: number
  amount: number
  closed: number
}

function entered({ timezone, acts }: Story): Store {
  const store = emptyWorkspace(timezone)
  enter(store, acts)
  return store
}

async function ask(store: Store, one: FlowQuestion, more = {}) {
  const options = { ...optionsOf(one), ...more }
  return (await askReport(losses, store, periodText(one), options)).json()
}

/** Both spellings of a reason are one, whichever it is shown in. */
function counted(rows: readonly Row[]): Map<string, [number, number]> {
  return new Map(
    rows.map(({ reason, stage, manager, deals, amount }) => [
      [reason.toLowerCase(), stage, manager].join('|'),
      [deals, Math.round(amount * 100)],
    ]),
  )
}

test('every row is what counting deal by deal gives; groups have their losses and how many they closed', async () => {
  await fc.assert(
    fc.asyncProperty(story, flowQuestion, async (told, one) => {
      const json = await ask(entered(told), one)
      const all = asked(told, one)
      expect(counted(json.rows)).toEqual(lossesSlowly(all, all.deals))
      expect(json.total.closed).toBe(json.total.deals + wonSlowly(all, all.deals))
      const { by } = one
      if (by === null || by === 'month') return
      for (const { key, deals, amount, closed } of json.groups as Part[]) {
        const own = all.deals.filter((deal) => keysOf(deal, by).includes(key))
        const rows = [...lossesSlowly(all, own).values()]
        const sum = (of: 0 | 1) => rows.reduce((n, row) => n + row[of], 0)
        expect([deals, Math.round(amount * 100), closed]).toEqual([
          sum(0),
          sum(1),
          sum(0) + wonSlowly(all, own),
        ])
      }
    }),
    { numRuns: 50 },
  )
})

test('rows, reasons, stages and months add up; a reason, a stage and all open into as many deals', async () => {
  await fc.assert(
    fc.asyncProperty(story, flowQuestion, async (told, one) => {
      const store = entered(told)
      const json = await ask(store, { ...one, by: 'month' })
      const sums = (parts: readonly Pick<Part, 'deals' | 'amount'>[]) => [
        parts.reduce((n, { deals }) => n + deals, 0),
        parts.reduce((n, { amount }) => n + Math.round(amount * 100), 0),
      ]
      const total = [json.total.deals, Math.round(json.total.amount * 100)]
      for (const parts of [json.rows, json.reasons, json.stages, json.groups])
        expect(sums(parts)).toEqual(total)
      for (const { key, deals } of json.reasons as Part[])
        expect((await ask(store, one, { explain: key })).length).toBe(deals)
      for (const { key, deals } of json.stages as Part[])
        if (key !== '(none)') expect((await ask(store, one, { explain: key })).length).toBe(deals)
      expect((await ask(store, one, { explain: 'lost' })).length).toBe(json.total.deals)
      const [first] = json.reasons as Part[]
      if (first === undefined) return
      const only = await ask(store, one, { reason: [first.key] })
      expect(sums(only.rows)).toEqual([first.deals, Math.round(first.amount * 100)])
    }),
    { numRuns: 25 },
  )
})
