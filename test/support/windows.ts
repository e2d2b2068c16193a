import { KIND } from '../../src/domain/deal.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import { createManager } from '../../src/store/people/managers.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { Store } from '../../src/store/store.ts'

const DAY = 86_400_000
const STAGES = ['Заявка', 'Замер', 'Предложение', 'Договор']

/** How many deals of a manager stopped in each stage, and the amounts of those won. */
const SELLERS: readonly { name: string | null; stopped: readonly number[]; won: readonly number[] }[] = [
  { name: 'Анна Белова', stopped: [5, 5, 10, 2], won: [...Array<number>(15).fill(144_000), 150_000] },
  { name: 'Борис Ким', stopped: [10, 7, 6, 2], won: Array<number>(5).fill(141_000) },
  { name: 'Олег Сидоренко', stopped: [10, 9, 5, 2], won: [146_000, 146_000, 148_000] },
  { name: 'Вера Лис', stopped: [9, 5, 3, 1], won: [145_000] },
  { name: null, stopped: [2, 1, 1, 0], won: [] },
]

/** Of those who stopped in a stage, so many are lost; the others are open. */
const LOST = [22, 18, 17, 3]
/** What a deal that stopped there is worth. */
const WORTH = [97_000, 107_000, 128_000, 171_000]
/** Days in each stage. */
const STAYS = [1, 4, 9, 6]

/**
 * A firm that sells windows: 120 deals of July to September 2026, 25 of them won, in the file given; and 16 deals of
 * the quarter before, 2 of them won, all of Борис Ким.
 */
export function windowsWorkspace(path: string): void {
  const store = Store.open(path, { create: true })
  const now = Date.UTC(2026, 5, 1)
  const { managers, stages } = store.write({ command: 'init', now }, (operation) => {
    writeSetting(store.db, operation, 'timezone', 'Europe/Moscow')
    writeSetting(store.db, operation, 'currency', 'RUB')
    const names = { name: 'Окна', stages: STAGES, won: 'Выиграно', lost: 'Отказ' }
    writeSetting(store.db, operation, 'pipeline', createPipeline(operation, names))
    store.forget()
    const sellers = SELLERS.map(({ name }) => (name === null ? null : createManager(store, operation, name)))
    return { managers: sellers, stages: store.pipelines[0]?.stages.map((stage) => stage.id) ?? [] }
  }).result
  store.write({ command: 'fill', now: Date.UTC(2026, 9, 14) }, (operation) => {
    const add = (manager: number | null, day: number, reached: number, end: string, amount: number) => {
      let at = store.zone.startOfDay('2026-07-01') + day * DAY
      const deal = operation.createDeal({
        at,
        precision: 'day',
        actor: null,
        synthetic: day === 7 || day === 19,
        values: {
          title: `Окна ${day}`,
          stage: stages[0] ?? 0,
          manager,
          company: null,
          contacts: [],
          amount: amount * 100,
          cost: null,
          currency: 'RUB',
          source: ['сайт', 'звонок', null][day % 3] ?? null,
          product: null,
          expected: null,
          tags: day % 5 === 0 ? ['срочно', 'балкон'] : day % 5 === 1 ? ['балкон'] : [],
          fields: {},
          note: null,
          externalSystem: null,
          externalId: null,
        },
      })
      const moves = [
        ...stages.slice(1, reached + 1),
        ...({ won: [stages[4] ?? 0], lost: [stages[5] ?? 0], open: [] }[end] ?? []),
      ]
      for (const [i, value] of moves.entries()) {
        at += (STAYS[i] ?? 0) * DAY
        operation.change(deal, { kind: KIND.stage, value, at, precision: 'day', actor: manager })
      }
    }
    const lost = [...LOST]
    let day = 0
    const next = () => (day++ * 37) % 84
    for (const [i, seller] of SELLERS.entries()) {
      const manager = managers[i] ?? null
      for (const amount of seller.won) add(manager, next(), 3, 'won', amount)
      for (const [k, count] of seller.stopped.entries())
        for (let n = 0; n < count; n++) {
          const isLost = (lost[k] ?? 0) > 0
          lost[k] = (lost[k] ?? 0) - 1
          add(manager, next(), k, isLost ? 'lost' : 'open', WORTH[k] ?? 0)
        }
    }
    for (let n = 0; n < 16; n++)
      add(managers[1] ?? null, -80 + n, n % 4, n > 13 ? 'won' : n > 5 ? 'lost' : 'open', 90_000)
  })
  store.close()
}
