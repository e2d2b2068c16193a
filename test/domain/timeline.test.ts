import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KIND } from '../../src/domain/deal.ts'
import type { FileEvent } from '../../src/domain/event.ts'
import { type Change, type Creation, type FoldContext, fold } from '../../src/domain/history.ts'
import { beginStory } from '../../src/domain/records/story.ts'
import { retell } from '../../src/domain/records/timeline.ts'
import type { KnownDeal, KnownRow } from '../../src/domain/records/weave.ts'
import { NOTHING } from '../support/values.ts'

const DAY = 86_400_000
const FIRST = 1
const KINDS = ['open', 'open', 'open', 'open', 'won', 'lost'] as const

const context: FoldContext = {
  stage: (id) => ({
    id,
    pipeline: 1,
    name: String(id),
    kind: KINDS[id] ?? 'open',
    bit: id,
    probability: null,
    norm: null,
    aliases: [],
    invoice: false,
    criteria: [],
    strict: false,
  }),
  dayOf: (at) => Math.floor(at / DAY),
}

const VALUES = { ...NOTHING, title: 'D1', stage: 0, externalSystem: 'file', externalId: 'D1' }

/** A deal as a workspace would keep it through several imports. */
class Kept {
  recorded: Creation | undefined
  rows: (KnownRow & { told: boolean })[] = []
  #id = 0

  take(events: readonly FileEvent[], created: { at: number; precision: 'moment' | 'day' } | null = null) {
    const deal = { events, created, first: FIRST }
    if (this.recorded === undefined) {
      const story = beginStory(deal, VALUES, context)
      this.recorded = story.creation
      this.#add(story.changes)
      return { ...story, superseded: [], told: false }
    }
    const told = retell(this.known(), deal, context)
    this.rows = this.rows.filter(({ id }) => !told.superseded.includes(id))
    if (told.creation !== null) {
      const at = Math.min(told.creation.at, this.recorded.at)
      const value = JSON.stringify(told.creation)
      this.#add([
        { kind: KIND.created, value, reason: null, at, precision: 'moment', actor: null, synthetic: false },
      ])
    }
    this.#add(told.changes)
    return { ...told, told: told.creation !== null }
  }

  known(): KnownDeal {
    const told = this.rows.find((row) => row.told)
    if (this.recorded === undefined) throw new Error('nothing kept')
    return {
      creation: told === undefined ? this.recorded : (JSON.parse(String(told.value)) as Creation),
      imported: true,
      told: told?.id ?? null,
      rows: this.#ordered().filter((row) => !row.told),
    }
  }

  state() {
    if (this.recorded === undefined) throw new Error('nothing kept')
    return fold(this.recorded, this.#ordered(), context)
  }

  #ordered() {
    return [...this.rows].sort((a, b) => a.at - b.at || a.id - b.id)
  }

  #add(changes: readonly Change[]) {
    for (const change of changes)
      this.rows.push({ ...change, id: ++this.#id, imported: true, told: change.kind === KIND.created })
  }
}

/** What the events say, folded row by row. */
function plainly(events: readonly FileEvent[]) {
  const [first, ...later] = [...events].sort((a, b) => a.at - b.at)
  if (first === undefined) throw new Error('no events')
  const { at, precision, stage, manager, amount } = first
  const flags = { synthetic: false, stageSynthetic: false, stageSeen: false, amountSynthetic: false }
  const creation = { at, precision, ...flags, actor: manager, values: { ...VALUES, stage, manager, amount } }
  const changes = later.flatMap((event) => {
    const row = (kind: number, value: number | null) =>
      value === null
        ? []
        : [
            {
              kind,
              value,
              reason: null,
              at: event.at,
              precision: event.precision,
              actor: event.manager,
              synthetic: false,
            },
          ]
    return [
      ...row(KIND.manager, event.manager),
      ...row(KIND.amount, event.amount),
      ...row(KIND.stage, event.stage),
    ]
  })
  return fold(creation, changes, context)
}

const event = (at: number, stage: number, more: Partial<FileEvent> = {}): FileEvent => ({
  line: at,
  place: at,
  stage,
  text: stage,
  at,
  precision: 'moment',
  manager: null,
  amount: null,
  currency: null,
  ...more,
})

/** The manager and the amount are given in every row or in none, as files do. */
const someEvents = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 9 }),
    fc.infiniteStream(
      fc.tuple(
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 1, max: 2 }),
      ),
    ),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([days, rows, managed, priced]) =>
    days.map((day, place) => {
      const [stage, manager, amount] = rows.next().value ?? [0, 1, 1]
      return event(day * DAY + 1000 * day, stage, {
        place,
        line: place + 2,
        manager: managed ? manager : null,
        amount: priced ? amount * 100 : null,
      })
    }),
  )

describe('however the events of a deal come', () => {
  test('at once, in any order', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const kept = new Kept()
        kept.take(events)
        expect(kept.state()).toEqual(plainly(events))
      }),
    )
  })

  test('in parts, whichever comes first, the state is what they say together', () => {
    fc.assert(
      fc.property(
        someEvents,
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 9, maxLength: 9 }),
        (events, parts) => {
          const kept = new Kept()
          for (const part of [0, 1, 2]) {
            const some = events.filter((_, index) => parts[index] === part)
            if (some.length > 0) kept.take(some)
          }
          const state = kept.state()
          expect({ ...state, lastAt: 0 }).toEqual({ ...plainly(events), lastAt: 0 })
        },
      ),
      { numRuns: 300 },
    )
  })

  test('again, nothing is added', () => {
    fc.assert(
      fc.property(someEvents, someEvents, (events, others) => {
        const kept = new Kept()
        kept.take(events)
        expect(added(kept.take(events))).toEqual(NOTHING_ADDED)
        kept.take(others)
        expect(added(kept.take(others))).toEqual(NOTHING_ADDED)
      }),
      { numRuns: 300 },
    )
  })

  test('parts again, in any order, add nothing to what they said together', () => {
    fc.assert(
      fc.property(someEvents, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (events, halves) => {
        const kept = new Kept()
        const parts = [true, false].map((half) => events.filter((_, index) => halves[index] === half))
        for (const part of parts) if (part.length > 0) kept.take(part)
        for (const part of parts) if (part.length > 0) expect(added(kept.take(part))).toEqual(NOTHING_ADDED)
      }),
      { numRuns: 300 },
    )
  })
})

const NOTHING_ADDED = { changes: [], superseded: [], told: false }

function added({ changes, superseded, told }: ReturnType<Kept['take']>) {
  return { changes, superseded, told }
}
