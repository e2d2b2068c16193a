import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Pipeline, stagesAt } from '../../src/domain/pipeline.ts'
import { UserError } from '../../src/errors.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import { addStage, retireStage, updateStage } from '../../src/store/deals/stages.ts'
import { Store } from '../../src/store/store.ts'

const DAY = 86_400_000

/** One change of the stages: how long after the last one, what, and of which stage. */
const step = fc.record({
  days: fc.integer({ min: 0, max: 2 }),
  what: fc.constantFrom('add', 'move', 'retire'),
  which: fc.nat(),
  where: fc.nat(),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function workspace(): Store {
  const store = Store.inMemory()
  store.write({ command: 'init', now: 0 }, (operation) =>
    createPipeline(operation, { name: 'Sales', stages: ['A', 'B', 'C'], won: 'Won', lost: 'Lost' }),
  )
  return store
}

function only(store: Store): Pipeline {
  const [pipeline] = store.pipelines
  if (pipeline === undefined) throw new Error('no pipeline')
  return pipeline
}

const namesAt = (store: Store, t: number) => stagesAt(only(store), t).map(({ name }) => name)

/** Makes the change, unless it is one that is refused. */
function apply(store: Store, { what, which, where }: Step, now: number): void {
  const stages = stagesAt(only(store), Number.POSITIVE_INFINITY)
  const one = stages[which % stages.length]
  const other = stages[where % stages.length]
  if (one === undefined || other === undefined) throw new Error('no stage')
  try {
    store.write({ command: what, now }, (operation) => {
      const place = where % 3 === 0 ? 'first' : other.id
      if (what === 'add') addStage(store, operation, only(store), `S${which}`, { place })
      else if (what === 'move') updateStage(store, operation, one.id, { place })
      else retireStage(store, operation, one.id)
    })
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
}

test('no change of the stages is seen at an earlier moment; undone, none is seen at all', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const store = workspace()
      const dump = () => store.db.prepare('select id, stages, from_at from pipeline_versions').all()
      const before = dump()
      let now = DAY
      for (const one of steps) {
        now += one.days * DAY
        const moments = Array.from({ length: Math.floor(now / DAY) + 1 }, (_, day) => day * DAY)
        const seen = moments.map((t) => namesAt(store, t))
        apply(store, one, now)
        expect(moments.map((t) => namesAt(store, t))).toEqual(seen)
        const froms = only(store).versions.map(({ from }) => from)
        expect(new Set(froms).size).toBe(froms.length)
      }
      const operations = store.db.prepare('select count(*) from operations').pluck().get() as number
      for (let undone = 1; undone < operations; undone++) store.undo({ command: 'undo', now })
      expect(dump()).toEqual(before)
      store.close()
    }),
    { numRuns: 60 },
  )
})
