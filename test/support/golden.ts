import { KIND } from '../../src/domain/deal.ts'
import { parseIsoDate } from '../../src/domain/time/date.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { Store } from '../../src/store/store.ts'
import { NOTHING } from './values.ts'

/** Six deals whose every figure is known by hand. Days of 2026 unless a year is given. */
export const GOLDEN: readonly {
  id: string
  amount: number
  moves: readonly [stage: string, day: string][]
}[] = [
  {
    id: 'D1',
    amount: 100,
    moves: [
      ['New', '2026-01-05'],
      ['Qualified', '2026-01-10'],
      ['Proposal', '2026-01-20'],
      ['Negotiation', '2026-02-02'],
      ['Won', '2026-02-10'],
    ],
  },
  {
    id: 'D2',
    amount: 50,
    moves: [
      ['New', '2026-01-08'],
      ['Proposal', '2026-01-15'],
      ['Lost', '2026-01-25'],
    ],
  },
  {
    id: 'D3',
    amount: 80,
    moves: [
      ['New', '2026-01-12'],
      ['Qualified', '2026-01-18'],
      ['Proposal', '2026-01-22'],
      ['Qualified', '2026-01-28'],
    ],
  },
  {
    id: 'D4',
    amount: 60,
    moves: [
      ['New', '2025-12-20'],
      ['Qualified', '2026-01-09'],
      ['Won', '2026-01-30'],
    ],
  },
  { id: 'D5', amount: 30, moves: [['New', '2026-01-25']] },
  {
    id: 'D6',
    amount: 40,
    moves: [
      ['New', '2026-01-14'],
      ['Lost', '2026-01-16'],
      ['Qualified', '2026-01-29'],
      ['Won', '2026-02-05'],
    ],
  },
]

/** The six deals written through the store, in the file given. */
export function goldenWorkspace(path: string): void {
  const store = Store.open(path, { create: true })
  const now = Date.UTC(2026, 2, 1, 12)
  store.write({ command: 'init', now }, (operation) => {
    writeSetting(store.db, operation, 'timezone', 'UTC')
    const stages = ['New', 'Qualified', 'Proposal', 'Negotiation']
    const pipeline = createPipeline(operation, { name: 'Sales', stages, won: 'Won', lost: 'Lost' })
    writeSetting(store.db, operation, 'pipeline', pipeline)
  })
  const ids = new Map(store.pipelines[0]?.stages.map((stage) => [stage.name, stage.id]))
  const at = (day: string) => {
    if (parseIsoDate(day) === undefined) throw new Error(day)
    return store.zone.startOfDay(day)
  }
  store.write({ command: 'fill', now }, (operation) => {
    for (const { id, amount, moves } of GOLDEN) {
      const [first, ...rest] = moves.map(([stage, day]) => ({ stage: ids.get(stage) ?? 0, at: at(day) }))
      if (first === undefined) throw new Error(id)
      const deal = operation.createDeal({
        at: first.at,
        precision: 'day',
        actor: null,
        values: {
          ...NOTHING,
          title: id,
          stage: first.stage,
          amount: amount * 100,
          externalSystem: 'file',
          externalId: id,
        },
      })
      for (const move of rest)
        operation.change(deal, {
          kind: KIND.stage,
          value: move.stage,
          at: move.at,
          precision: 'day',
          actor: null,
        })
    }
  })
  store.close()
}
