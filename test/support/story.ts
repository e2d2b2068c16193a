import fc from 'fast-check'
import { type DealValues, KIND, type Precision } from '../../src/domain/deal.ts'
import { Zone } from '../../src/domain/time/zone.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import { createManager } from '../../src/store/people/managers.ts'
import { setRate } from '../../src/store/rates.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { Store } from '../../src/store/store.ts'
import { NOTHING } from './values.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 0, 1)
const DAYS = 120
export const MANAGERS = ['Anna', 'Boris'] as const
export const RATES = [
  { on: '2025-01-01', currency: 'EUR', rate: '1.1' },
  { on: '2026-02-01', currency: 'EUR', rate: '1.25' },
  { on: '2026-03-10', currency: 'EUR', rate: '0.9' },
]
/** Two pipelines: four open stages, then won and lost; two open stages, then won and lost. */
export const STAGES = [
  ['New', 'Call', 'Offer', 'Deal', 'Won', 'Lost'],
  ['Repeat', 'Bill', 'Paid', 'Gone'],
] as const

/** Something that happened to a deal: first its creation. `stage` counts through both pipelines. */
export interface Act {
  deal: number
  /** As it is in effect, ms UTC. */
  at: number
  precision: Precision
  /** When it was entered, and when it was taken back; ms UTC. */
  recorded: number
  undone: number | null
  /** Row id of who did it; null for the manager that the deal had. */
  actor: number | null
  what:
    | {
        kind: 'create'
        values: Pick<DealValues, 'stage' | 'manager' | 'amount' | 'currency' | 'tags' | 'product'>
      }
    | { kind: 'stage' | 'manager' | 'amount' | 'removed'; value: number | null }
    | { kind: 'tags'; value: readonly string[] }
    | { kind: 'product'; value: string | null }
  synthetic: boolean
}

export interface Story {
  timezone: string
  /** In the order in which they were entered. */
  acts: readonly Act[]
}

/** A moment of the first months of 2026; often at the edges of a day somewhere. */
const moment = fc
  .tuple(
    fc.integer({ min: 0, max: DAYS - 1 }),
    fc.constantFrom(0, 4 * 60, 12 * 60, 21 * 60 + 30, 22 * 60, 23 * 60 + 30),
  )
  .map(([day, minute]) => START + day * DAY + minute * 60_000)
const manager = fc.constantFrom(null, 1, 2)
const amount = fc.option(fc.integer({ min: 0, max: 100_000 }), { freq: 5 })
const tags = fc.subarray(['red', 'big'])
const product = fc.constantFrom(null, 'door', 'window')
const stage = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 6 }), weight: 6 },
  { arbitrary: fc.integer({ min: 7, max: 10 }), weight: 1 },
)
const values = fc.record({
  stage: fc.constantFrom(1, 1, 1, 1, 2, 3, 7),
  manager,
  amount,
  currency: fc.constantFrom('USD', 'EUR'),
  tags,
  product,
})
const change = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('stage' as const), value: stage }), weight: 8 },
  { arbitrary: fc.record({ kind: fc.constant('manager' as const), value: manager }), weight: 1 },
  { arbitrary: fc.record({ kind: fc.constant('amount' as const), value: amount }), weight: 1 },
  { arbitrary: fc.record({ kind: fc.constant('tags' as const), value: tags }), weight: 1 },
  { arbitrary: fc.record({ kind: fc.constant('product' as const), value: product }), weight: 1 },
  {
    arbitrary: fc.record({ kind: fc.constant('removed' as const), value: fc.constantFrom(1, 0) }),
    weight: 1,
  },
)
const entry = {
  at: moment,
  precision: fc.constantFrom<Precision>('moment', 'day'),
  late: fc.oneof(
    { arbitrary: fc.constant(0), weight: 4 },
    { arbitrary: fc.integer({ min: 1, max: 60 }), weight: 1 },
  ),
  undoneAfter: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 7 }),
  synthetic: fc.constantFrom(false, false, false, true),
  actor: manager,
}
const life = fc.record({
  birth: fc.record({ ...entry, values }),
  changes: fc.array(fc.record({ ...entry, what: change }), { maxLength: 7 }),
})

/** Lives of a few deals: skips, steps back, reopenings, moves to the other pipeline, entries late and taken back. */
export const story: fc.Arbitrary<Story> = fc
  .tuple(
    fc.constantFrom('UTC', 'Europe/Kyiv', 'America/New_York', 'Asia/Kathmandu'),
    fc.array(life, { minLength: 1, maxLength: 9 }),
  )
  .map(([timezone, lives]) => ({
    timezone,
    acts: lives
      .flatMap(({ birth, changes }, deal) => actsOf(deal, birth, changes, new Zone(timezone)))
      .map((act, index) => ({ act, index }))
      .sort((a, b) => a.act.recorded - b.act.recorded || a.index - b.index)
      .map(({ act }) => act),
  }))

interface Entry {
  at: number
  precision: Precision
  late: number
  undoneAfter: number | null
  synthetic: boolean
  actor: number | null
}

function actsOf(
  deal: number,
  birth: Entry & { values: Extract<Act['what'], { kind: 'create' }>['values'] },
  changes: readonly (Entry & { what: Exclude<Act['what'], { kind: 'create' }> })[],
  zone: Zone,
): Act[] {
  const inEffect = ({ at, precision }: Entry) => (precision === 'day' ? zone.startOfDay(zone.dateOf(at)) : at)
  const born = inEffect(birth)
  const first: Act = {
    deal,
    at: born,
    precision: birth.precision,
    recorded: birth.at + birth.late * DAY,
    undone: null,
    actor: birth.actor,
    what: { kind: 'create', values: birth.values },
    synthetic: birth.synthetic,
  }
  return [
    first,
    ...changes.map((entry): Act => {
      const recorded = Math.max(first.recorded, entry.at + entry.late * DAY)
      return {
        deal,
        at: Math.max(born, inEffect(entry)),
        precision: entry.precision,
        recorded,
        undone: entry.undoneAfter === null ? null : recorded + entry.undoneAfter * DAY,
        actor: entry.actor,
        what: entry.what,
        synthetic: entry.synthetic,
      }
    }),
  ]
}

/** A workspace in which nothing has happened yet. */
export function emptyWorkspace(timezone: string): Store {
  const store = Store.inMemory()
  store.write({ command: 'init', now: Date.UTC(2025, 0, 1) }, (operation) => {
    writeSetting(store.db, operation, 'timezone', timezone)
    const [sales = 0] = STAGES.map((names, i) =>
      createPipeline(operation, {
        name: ['Sales', 'Repeat'][i] ?? '',
        stages: names.slice(0, -2),
        won: names.at(-2) ?? '',
        lost: names.at(-1) ?? '',
      }),
    )
    writeSetting(store.db, operation, 'pipeline', sales)
    store.forget()
    for (const name of MANAGERS) createManager(store, operation, name)
    for (const rate of RATES) setRate(store, operation, rate)
  })
  return store
}

/** Enters acts and takes back what is taken back, each at its time. `known` says which deal has which row. */
export function enter(store: Store, acts: readonly Act[], known = new Map<number, number>()): void {
  const operations = new Map<Act, number | null>()
  const steps = acts.flatMap((act) => [
    { at: act.recorded, act, undo: false },
    ...(act.undone === null ? [] : [{ at: act.undone, act, undo: true }]),
  ])
  for (const { at, act, undo } of steps.sort((a, b) => a.at - b.at || Number(a.undo) - Number(b.undo))) {
    if (undo) store.undo({ command: 'undo', now: at }, operations.get(act) ?? 0)
    else operations.set(act, enterOne(store, act, known))
  }
}

/** Why it was lost, in a spelling of the day; only a move to Lost has a reason. */
export function reasonOf({ what, at }: Act): string | null {
  if (what.kind !== 'stage' || what.value !== 6) return null
  return [null, 'too dear', 'Too  Dear', 'silent'][Math.floor(at / DAY) % 4] ?? null
}

function enterOne(store: Store, act: Act, known: Map<number, number>) {
  const { deal, at, precision, recorded, actor, what, synthetic } = act
  return store.write({ command: what.kind, now: recorded }, (operation) => {
    if (what.kind === 'create')
      known.set(
        deal,
        operation.createDeal({
          at,
          precision,
          synthetic,
          actor,
          values: { ...NOTHING, ...what.values, title: `deal ${deal}` },
        }),
      )
    else
      operation.change(known.get(deal) ?? 0, {
        kind: KIND[what.kind],
        value: what.kind === 'tags' ? JSON.stringify(what.value) : what.value,
        reason: reasonOf(act),
        at,
        precision,
        actor,
        synthetic,
      })
  }).operation
}
