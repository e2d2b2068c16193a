import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandLines, smallWorkspace } from '../support/commands.ts'
import { copiesAnew, lastOperation, stateOf } from '../support/state.ts'
import { trial } from './world.ts'

test('undoing one by one what was done one by one leads back through the same states', async () => {
  await fc.assert(
    fc.asyncProperty(commandLines(12), async (lines) => {
      const workspace = trial()
      const path = workspace.path('trial.db')
      await smallWorkspace(workspace)
      const seen = async () => ({ state: stateOf(path), copy: (await workspace.run(['export', 'all'])).out })
      const states: Awaited<ReturnType<typeof seen>>[] = []
      for (const { line, now } of lines) {
        const [before, operation] = [await seen(), lastOperation(path)]
        const { exit, err } = await workspace.run(line, { now })
        expect(exit, err).toBeOneOf([0, 1, 2])
        if (lastOperation(path) > operation) states.push(before)
        else expect(await seen()).toEqual(before)
      }
      for (const before of states.reverse()) {
        expect(await workspace.run(['undo', '--quiet'])).toEqual({ exit: 0, out: '', err: '' })
        expect(await seen()).toEqual(before)
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
