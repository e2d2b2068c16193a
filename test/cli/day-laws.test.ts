import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayLines, dayWorkspace, inFolder } from '../support/day-commands.ts'
import { copiesAnew, lastOperation, stateOf } from '../support/state.ts'
import { type Trial, trial } from './world.ts'

const NOW = '2026-04-10 10:00'
const ANSWERS = [
  ['export', 'all'],
  ['today', '--format', 'json'],
  ['task', 'list', '--format', 'json'],
  ['task', 'load', '--format', 'json'],
  ['want', 'list', '--format', 'json'],
  ['rule', 'list', '--format', 'json'],
  ['handover', 'list', '--format', 'json'],
  ['filter', 'list', '--format', 'json'],
  ['stuck', '--format', 'json'],
  ['response', '--format', 'json'],
  ['activity', '--format', 'json'],
  ['reactivation', '--format', 'json'],
  ['funnel', '--format', 'json'],
  ['show', 'c1'],
  ['show', 'd1'],
  ...['Ivan', 'Olha', 'door', 'price', 'call', '067'].map((text) => ['search', text, '--format', 'json']),
]

async function answers(made: Trial): Promise<unknown> {
  const said: Record<string, string> = {}
  for (const line of ANSWERS) {
    const { exit, out } = await made.run(line, { now: NOW })
    said[line.join(' ')] = `${exit} ${out}`
  }
  return { said, state: stateOf(made.path('trial.db')) }
}

async function sound(made: Trial): Promise<void> {
  expect(await made.run(['doctor', '--quiet'], { now: NOW })).toMatchObject({ exit: 0, err: '' })
  const { kept, anew } = copiesAnew(made.path('trial.db'))
  expect(kept).toEqual(anew)
}

test('whatever a day brought, taken back one by one, leaves every answer as it was', async () => {
  await fc.assert(
    fc.asyncProperty(dayLines(Number(process.env['DAY_LINES'] ?? 10)), async (lines) => {
      const made = trial()
      const path = made.path('trial.db')
      await dayWorkspace(made)
      const states: { before: unknown; line: string[] }[] = []
      for (const { line, now } of lines) {
        const [before, operation] = [await answers(made), lastOperation(path)]
        const { exit, err } = await made.run(inFolder(made, line), { now })
        expect({ line, exit: exit < 3 || exit === 65 ? 0 : exit, err: exit === 70 ? err : '' }).toEqual({
          line,
          exit: 0,
          err: '',
        })
        if (lastOperation(path) > operation) states.push({ before, line })
        else expect({ line, after: await answers(made) }).toEqual({ line, after: before })
        await sound(made)
      }
      for (const { before, line } of states.reverse()) {
        expect({ line, ...(await made.run(['undo', '--quiet'], { now: NOW })) }).toEqual({
          line,
          exit: 0,
          out: '',
          err: '',
        })
        expect({ line, after: await answers(made) }).toEqual({ line, after: before })
        await sound(made)
      }
    }),
    { numRuns: Number(process.env['DAY_RUNS'] ?? 6), interruptAfterTimeLimit: 120_000 },
  )
}, 400_000)

test('whatever is taken back, in whatever order, leaves a workspace that is sound', async () => {
  const undo = fc.oneof(
    fc.constant(['undo']),
    fc.integer({ min: 10, max: 40 }).map((operation) => ['undo', `${operation}`]),
    fc.integer({ min: 10, max: 40 }).map((operation) => ['undo', `${operation}`, '--keep-edited']),
  )
  await fc.assert(
    fc.asyncProperty(
      dayLines(Number(process.env['DAY_LINES'] ?? 10)),
      fc.array(undo, { maxLength: 12 }),
      async (lines, undos) => {
        const made = trial()
        await dayWorkspace(made)
        const typed = lines.flatMap((one, n) => [
          one,
          ...undos.slice(n, n + 1).map((line) => ({ ...one, line })),
        ])
        for (const { line, now } of typed) {
          const { exit, err } = await made.run(inFolder(made, line), { now })
          expect({ line, err: exit === 70 ? err : '' }).toEqual({ line, err: '' })
          await sound(made)
        }
        const before = await answers(made)
        const copy = trial()
        writeFileSync(made.path('copy.json'), (await made.run(['export', 'all'], { now: NOW })).out)
        await copy.run(['init', '--stages', 'A,B'], { now: NOW })
        expect((await copy.run(['import', 'all', made.path('copy.json')], { now: NOW })).exit).toBe(0)
        await sound(copy)
        for (const line of [
          ['export', 'all'],
          ['today'],
          ['task', 'list'],
          ['want', 'list'],
          ['stuck'],
          ['search', 'Ivan'],
          ['search', 'call'],
        ])
          expect({ line, ...(await copy.run(line, { now: NOW })) }).toEqual({
            line,
            ...(await made.run(line, { now: NOW })),
          })
        expect((await made.run(['doctor', '--fix'], { now: NOW })).exit).toBe(0)
        expect(await answers(made)).toEqual(before)
      },
    ),
    { numRuns: Number(process.env['DAY_RUNS'] ?? 6), interruptAfterTimeLimit: 120_000 },
  )
}, 400_000)
