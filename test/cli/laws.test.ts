import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandLines, smallWorkspace } from '../support/commands.ts'
import { copiesAnew, lastOperation, type State, stateOf } from '../support/state.ts'
import { trial } from './world.ts'

test('undoing one by one what was done one by one leads back through the same states', async () => {
  await fc.assert(
    fc.asyncProperty(commandLines(12), async (lines) => {
      const workspace = trial()
      const path = workspace.path('trial.db')
      await smallWorkspace(workspace)
      const states: State[] = []
      for (const { line, now } of lines) {
        const [state, operation] = [stateOf(path), lastOperation(path)]
        const { exit, err } = await workspace.run(line, { now })
        expect(exit, err).toBeOneOf([0, 1, 2])
        if (lastOperation(path) > operation) states.push(state)
        else expect(stateOf(path)).toEqual(state)
      }
      for (const state of states.reverse()) {
        expect(await workspace.run(['undo', '--quiet'])).toEqual({ exit: 0, out: '', err: '' })
        expect(stateOf(path)).toEqual(state)
      }
    }),
    { numRuns: 10 },
  )
})

test('the copies are always what the rows in force fold to, and a trial run leaves no trace', async () => {
  await fc.assert(
    fc.asyncProperty(commandLines(15, true), async (lines) => {
      const workspace = trial()
      const path = workspace.path('trial.db')
      await smallWorkspace(workspace)
      for (const { line, now } of lines) {
        const state = stateOf(path)
        const tried = await workspace.run([...line, '--dry-run'], { now })
        expect(stateOf(path)).toEqual(state)
        const done = await workspace.run(line, { now })
        expect(done.exit).toBe(tried.exit)
        const { kept, anew } = copiesAnew(path)
        expect(kept).toEqual(anew)
      }
    }),
    { numRuns: 8 },
  )
})
