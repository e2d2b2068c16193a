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

test('JSON, and files on a terminal, hold nothing that a terminal obeys', async () => {
  const { run } = trial()
  const name = 'A\u009b31m\u202eB\u2066\u007fC'
  await run(['init', '--stages', 'New'])
  await run(['import', 'deals', '-'], { stdin: `id,title,stage\n1,${name},New\n` })
  const armed = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/
  for (const line of ['deal list --format json', 'export deals --format ndjson', 'export all']) {
    const { out } = await run(line.split(' '))
    expect([line, armed.test(out), out.includes('A\\u009b31m\\u202eB\\u2066\\u007fC')]).toEqual([
      line,
      false,
      true,
    ])
  }
  const listed = JSON.parse((await run(['deal', 'list', '--format', 'json'])).out)
  expect(listed[0].title).toBe(name)
  for (const line of ['deal list --format csv', 'export deals']) {
    expect([line, (await run(line.split(' '))).out.includes(name)]).toEqual([line, true])
    const { out } = await run(line.split(' '), { terminal: 80 })
    expect([line, out.includes('A31mBC'), armed.test(out)]).toEqual([line, true, false])
  }
})

test('a clock that nobody has is refused', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'A,B'])
  for (const now of ['0001-01-01', '1979-12-31', '2100-01-01'])
    expect(await run(['funnel', 'all', '--now', now])).toEqual({
      exit: 2,
      out: '',
      err: `Cannot read the date “${now}”: write 2026-10-14, 14.10 15:30, yesterday 15:30, fri 10 or in 3 days.\n`,
    })
})

test('an empty name, as an empty variable of a script leaves it, is none', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'A,B'])
  const lines = [
    [['funnel', 'all', '--db', ''], '--db'],
    [['funnel', 'all', '--db', ' '], '--db'],
    [['funnel', 'all', '--now', ''], '--now'],
    [['import', 'deals', ''], '<file>'],
    [['restore', '', '--yes'], '<file>'],
    [['backup', ''], '[file]'],
  ] as const
  for (const [line, what] of lines)
    expect(await run(line)).toEqual({ exit: 2, out: '', err: `${what} needs a value\n` })
})

test('a name of nothing but signs is nobody’s', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'A,B'])
  for (const name of ['', '!!!', '🙂', '\u200b'])
    for (const line of [
      ['done', name],
      ['task', 'move', name, '--to', 'tomorrow'],
    ])
      expect([line, (await run(line)).exit]).toEqual([line, 1])
})

test('a text longer than a cell of a spreadsheet is refused, a note longer than a million characters', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'A,B'])
  await run(['contact', 'add', 'Anna'])
  const long = 'x'.repeat(32_768)
  const refused = {
    exit: 2,
    out: '',
    err: 'A text of 32768 characters, where 32767 are the most: shorten it\n',
  }
  for (const line of ['deal add', 'contact add', 'task add', 'deal add X --source'])
    expect([line, await run([...line.split(' '), long])]).toEqual([line, refused])
  expect((await run(['deal', 'add', long.slice(1)])).exit).toBe(0)
  expect((await run(['note', 'Anna', long])).exit).toBe(0)
  expect((await run(['note', 'Anna', 'x'.repeat(1_000_001)])).exit).toBe(2)
})

test('an operation is named by its number alone', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'A,B'])
  await run(['deal', 'add', 'X'])
  for (const text of ['0x2', '2.0', '1e0', ' 2', '-1', ''])
    expect(await run(['undo', text])).toEqual({
      exit: 2,
      out: '',
      err: `"${text}" is no operation number. See the list: voronka journal\n`,
    })
})

test('a workspace is the file that its name says', async () => {
  const { run, path } = trial()
  await run(['init', '--stages', 'A,B', '--db', `${path('own.db')} `])
  expect((await run(['deal', 'add', 'X', '--db', path('own.db')])).exit).toBe(0)
})
