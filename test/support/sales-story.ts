import { KIND } from '../../src/domain/deal.ts'
import { Random } from '../../src/domain/statistics/random.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import { createManager } from '../../src/store/people/managers.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { Store } from '../../src/store/store.ts'

const DAY = 86_400_000
const STAGES = ['Lead', 'Offer', 'Contract']

/** Something that happened to a deal: a move to a stage of the pipeline by its index, or a change of its amount. */
interface Event {
  day: number
  stage?: number
  amount?: number
}

export interface StoryDeal {
  day: number
  manager: number
  product: string | null
  amount: number | null
  /** Of the amount it is not known since when it holds. */
  presumed: boolean
  expected: string | null
  events: Event[]
}

/** Deals of a firm, drawn from a seed, over so many days since 2026-01-01; the last stages are won and lost. */
export function salesStory(seed: number, days: number, perDay = 0.5): StoryDeal[] {
  const random = new Random(seed)
  const deals: StoryDeal[] = []
  for (let day = 0; day < days; day++) {
    if (random.next() >= perDay) continue
    const events: Event[] = []
    let at = day
    let stage = 0
    while (at < days) {
      at += 1 + random.below(12)
      const next = random.next()
      if (next < 0.3) {
        events.push({ day: at, stage: 4 })
        break
      }
      if (next < 0.4) {
        events.push({ day: at, amount: 100 + random.below(900) })
        continue
      }
      stage = Math.min(3, stage + 1)
      events.push({ day: at, stage })
      if (stage === 3) break
    }
    const isPresumed = random.next() < 0.2
    deals.push({
      day,
      manager: random.below(3),
      product: random.of(['door', 'window', null]),
      amount: random.next() < 0.8 ? 100 + random.below(900) : null,
      presumed: isPresumed,
      expected: random.next() < 0.5 ? new Date(dayAt(day + 20)).toISOString().slice(0, 10) : null,
      events,
    })
  }
  return deals
}

function dayAt(day: number): number {
  return Date.UTC(2026, 0, 1 + day, 12)
}

/** Writes what happened before a day into a new workspace. */
export function writeStory(
  path: string,
  deals: readonly StoryDeal[],
  before = Number.POSITIVE_INFINITY,
): void {
  const store = Store.open(path, { create: true })
  const now = Date.UTC(2025, 11, 1)
  const managers = store.write({ command: 'init', now }, (operation) => {
    writeSetting(store.db, operation, 'timezone', 'UTC')
    writeSetting(store.db, operation, 'currency', 'USD')
    const names = { name: 'Sales', stages: STAGES, won: 'Won', lost: 'Lost' }
    writeSetting(store.db, operation, 'pipeline', createPipeline(operation, names))
    store.forget()
    return ['Anna', 'Boris', 'Clara'].map((name) => createManager(store, operation, name))
  }).result
  const stages = store.pipelines[0]?.stages.map(({ id }) => id) ?? []
  store.write({ command: 'fill', now: dayAt(0) + 1000 * DAY }, (operation) => {
    for (const [index, deal] of deals.entries()) {
      if (deal.day >= before) continue
      const id = operation.createDeal({
        at: dayAt(deal.day),
        precision: 'moment',
        actor: null,
        synthetic: false,
        amountSynthetic: deal.presumed,
        values: {
          title: `Deal ${index}`,
          stage: stages[0] ?? 0,
          manager: managers[deal.manager] ?? null,
          company: null,
          contacts: [],
          amount: deal.amount === null ? null : deal.amount * 100,
          cost: null,
          currency: 'USD',
          source: null,
          product: deal.product,
          expected: deal.expected,
          tags: [],
          fields: {},
          note: null,
          externalSystem: null,
          externalId: null,
        },
      })
      for (const { day, stage, amount } of deal.events) {
        if (day >= before) continue
        operation.change(id, {
          kind: stage === undefined ? KIND.amount : KIND.stage,
          value: stage === undefined ? (amount ?? 0) * 100 : (stages[stage] ?? 0),
          at: dayAt(day),
          precision: 'moment',
          actor: null,
        })
      }
    }
  })
  store.close()
}
