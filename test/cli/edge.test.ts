import { expect, test } from 'vitest'
import type { CommandSpec } from '../../src/cli/command.ts'
import { Fault, UserError } from '../../src/errors.ts'
import { trial } from './world.ts'

const failing = (error: Error): CommandSpec[] => [
  {
    name: 'fail',
    summary: (w) => w.cli.cancelled,
    load: async () => () => {
      throw error
    },
  },
]

test('a fault of the program is one line, with the place of it when asked for', async () => {
  const fault = new Fault('rows do not add up')
  const { run } = trial({ commands: failing(fault) })
  expect(await run(['fail'])).toEqual({
    exit: 70,
    out: '',
    err: 'A fault of the program: rows do not add up. Please report it with the command you typed (details: VORONKA_DEBUG=1)\n',
  })
  const { err } = await run(['fail'], { env: { VORONKA_DEBUG: '1' } })
  expect(err.split('\n').slice(1)).toEqual([...(fault.stack ?? '').split('\n'), ''])
})

test('a sentence cannot speak to the terminal, whatever it quotes', async () => {
  const { run } = trial({ commands: failing(new UserError(() => 'no "\u001b[2Jgate\u202e"\nnext\u0007')) })
  expect(await run(['fail'])).toEqual({ exit: 1, out: '', err: 'no "gate"\nnext\n' })
})

test('a command whose answer could not be shown is not run', async () => {
  const { run, path } = trial({ commands: failing(new Fault('it ran')) })
  expect((await run(['fail', '--format', 'doc'])).exit).toBe(2)
  expect((await run(['fail', '--color', 'pink'])).exit).toBe(2)
  expect((await run(['fail', '--output', path('nowhere/answer.txt')])).exit).toBe(73)
})
