import { KIND } from '../../src/domain/deal.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import { createManager } from '../../src/store/people/managers.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { Store } from '../../src/store/store.ts'
import { NOTHING } from './values.ts'

const DAY = 86_400_000

/** Deals alike: created on one day, a move each so many days, at last won or lost, or still open. */
export interface Herd {
  n: number
  created: string
  path: readonly string[]
  reason?: string
  amount?: number
  manager?: string
  source?: string
  product?: string
  /** Between one move and the next. */
  days?: number
}

/** A workspace of deals in herds, UTC, US dollars; the last of the names are those of Won and Lost. */
export function herdWorkspace(
  path: string,
  herds: readonly Herd[],
  stages: readonly string[] = ['New', 'Call', 'Offer'],
): void {
  const store = Store.open(path, { create: true })
  fillHerds(store, herds, stages)
  store.close()
}

/** The same in a store at hand. */
export function fillHerds(
  store: Store,
  herds: readonly Herd[],
  stages: readonly string[] = ['New', 'Call', 'Offer'],
): void {
  store.write({ command: 'init', now: Date.UTC(2025, 0, 1) }, (operation) => {
    writeSetting(store.db, operation, 'timezone', 'UTC')
    writeSetting(
      store.db,
      operation,
      'pipeline',
      createPipeline(operation, { name: 'Sales', stages, won: 'Won', lost: 'Lost' }),
    )
  })
  const names = [...new Set(herds.flatMap(({ manager }) => manager ?? []))]
  const managers = new Map<string | undefined, number>()
  store.write({ command: 'managers', now: Date.UTC(2025, 0, 1) }, (operation) => {
    for (const name of names) managers.set(name, createManager(store, operation, name))
  })
  const ids = new Map(store.pipelines[0]?.stages.map(({ name, id }) => [name, id]))
  store.write({ command: 'fill', now: Date.UTC(2026, 5, 1) }, (operation) => {
    for (const herd of herds)
      for (let i = 0; i < herd.n; i++) {
        const start = Date.parse(`${herd.created}T10:00:00Z`)
        const [first = '', ...moves] = herd.path
        const deal = operation.createDeal({
          at: start,
          precision: 'moment',
          actor: null,
          values: {
            ...NOTHING,
            title: `${herd.created} ${herd.path.join(' ')} ${i}`,
            stage: ids.get(first) ?? 0,
            amount: (herd.amount ?? 100) * 100,
            manager: managers.get(herd.manager) ?? null,
            source: herd.source ?? null,
            product: herd.product ?? null,
          },
        })
        for (const [at, stage] of moves.entries())
          operation.change(deal, {
            kind: KIND.stage,
            value: ids.get(stage) ?? 0,
            reason: stage === 'Lost' ? (herd.reason ?? null) : null,
            at: start + (at + 1) * (herd.days ?? 1) * DAY,
            precision: 'moment',
            actor: null,
          })
      }
  })
}
