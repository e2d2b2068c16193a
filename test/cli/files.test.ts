import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { describe, expect, test } from 'vitest'
import { textOf, trial } from './world.ts'

const BAD = 'id,title,stage,created\n1,A,Nope,2026-01-01\n2,B,New,2026-01-01\n'

async function workspace() {
  const room = trial()
  await room.run(['init', '--stages', 'New,Offer'])
  writeFileSync(room.path('in.csv'), BAD)
  const deals = async () => JSON.parse((await room.run(['deal', 'list', '--format', 'json'])).out).length
  return { ...room, deals }
}

describe('a file that must not be written over', () => {
  test('the workspace, by whatever name', async () => {
    const { run, path, deals } = await workspace()
    linkSync(path('trial.db'), path('same'))
    for (const name of ['trial.db', 'same', 'trial.db-journal', 'trial.db-wal'])
      expect(await run(['deal', 'add', 'X', '--format', 'json', '--output', path(name)])).toEqual({
        exit: 2,
        out: '',
        err: `--output would overwrite ${path(name)}, which this command reads. Name another file\n`,
      })
    expect((await run(['import', 'deals', path('in.csv'), '--rejects', path('trial.db')])).exit).toBe(2)
    expect(await deals()).toBe(0)
  })

  test('the file that is being imported, unless its rows were put aside before', async () => {
    const { run, path, deals } = await workspace()
    expect(await run(['import', 'deals', path('in.csv'), '--rejects', path('in.csv')])).toEqual({
      exit: 2,
      out: '',
      err: `--rejects would overwrite ${path('in.csv')}, which this command reads. Name another file\n`,
    })
    expect(textOf(path('in.csv'))).toBe(BAD)
    await run(['import', 'deals', path('in.csv'), '--rejects', path('bad.csv')])
    const again = ['import', 'deals', path('bad.csv'), '--rejects', path('bad.csv')]
    expect((await run(again)).exit).toBe(65)
    expect((await run([...again, '--stage', 'Nope=Offer'])).exit).toBe(0)
    expect(await deals()).toBe(2)
  })
})

test('a file that cannot be written is found before anything is changed', async () => {
  const { run, path, deals } = await workspace()
  mkdirSync(path('folder'))
  const importing = ['import', 'deals', path('in.csv'), '--rejects']
  const adding = ['deal', 'add', 'X', '--format', 'json', '--output']
  const said = [
    await run([...importing, path('folder')]),
    await run([...importing, '']),
    await run([...importing, '-']),
    await run([...adding, path('folder')]),
    await run([...adding, '']),
  ]
  const folder = `${path('folder')} could not be written (it is a folder). Nothing was left there\n`
  expect(said.map(({ exit, err }) => [exit, err])).toEqual([
    [73, folder],
    [2, '--rejects needs a value\n'],
    [2, '--rejects needs a value\n'],
    [73, folder],
    [2, '--output needs a value\n'],
  ])
  expect(await deals()).toBe(0)
})

test("rejected rows touch nobody else's file, and a device takes them", async () => {
  const { run, path, folder } = await workspace()
  writeFileSync(path('bad.csv.part'), 'precious')
  await run(['import', 'deals', path('in.csv'), '--rejects', path('bad.csv')])
  expect(textOf(path('bad.csv.part'))).toBe('precious')
  expect((await run(['import', 'deals', path('in.csv'), '--rejects', '/dev/null'])).exit).toBe(65)
  expect(readFileSync('/dev/null').length).toBe(0)
  expect(readdirSync(folder).sort()).toEqual(['bad.csv', 'bad.csv.part', 'in.csv', 'trial.db'])
})

test('a name that no file can have', async () => {
  const { run } = await workspace()
  const long = 'x'.repeat(5000)
  expect(await run(['import', 'deals', long])).toEqual({
    exit: 66,
    out: '',
    err: `There is no file ${long}.\n`,
  })
  expect((await run(['import', 'deals', 'a\0b'])).exit).toBe(66)
})

test('a workspace that cannot be made leaves nothing, not even an empty file', async () => {
  const { run, path } = trial()
  writeFileSync(path('file'), '')
  expect(await run(['init', '--stages', 'New', '--db', path('file/x.db')])).toEqual({
    exit: 73,
    out: '',
    err: `${path('file/x.db')} could not be written (there is no such folder). Nothing was left there\n`,
  })
  expect(existsSync(path('file/x.db'))).toBe(false)
})

test('what is no file is no workspace', async () => {
  const { run } = trial()
  expect(await run(['deal', 'list', '--db', '/dev/null'])).toEqual({
    exit: 78,
    out: '',
    err: '/dev/null is not a Voronka workspace. Name the right file with --db\n',
  })
})

test('names of options that every object has are none of ours', async () => {
  const { run, path } = await workspace()
  expect((await run(['import', 'deals', path('in.csv'), '--encoding', 'constructor'])).exit).toBe(2)
  expect(await run(['import', 'deals', path('in.csv'), '--delimiter', 'constructor'])).toEqual({
    exit: 2,
    out: '',
    err: '--delimiter takes one character (or "tab"), not "constructor"\n',
  })
})

const READERS = [['import', 'deals'], ['import', 'all'], ['init', '--db', 'new.db', '--from'], ['batch']]

test.each(READERS.map((line) => [line]))(
  '%j: no device without an end, no disk that is ill',
  async (line) => {
    const { run } = await workspace()
    expect(await run([...line, '/dev/zero'])).toEqual({
      exit: 65,
      out: '',
      err: '/dev/zero: this is a device that never ends; name a file.\n',
    })
    expect(await run([...line, '/proc/self/mem'])).toEqual({
      exit: 65,
      out: '',
      err: '/proc/self/mem: it cannot be read (EIO); copy it to a sound disk first.\n',
    })
  },
)

test('a file too long to be held is refused before it is', async () => {
  const { run, path } = await workspace()
  writeFileSync(path('long'), '')
  truncateSync(path('long'), 2 ** 30)
  expect(await run(['batch', path('long')])).toEqual({
    exit: 65,
    out: '',
    err: `${path('long')} is longer than 256 MB. Split it\n`,
  })
  expect(await run(['import', 'all', path('long')])).toMatchObject({
    exit: 65,
    err: 'This is no full copy: one is written by voronka export all --output copy.json\n',
  })
  expect((await run(['doctor'])).exit).toBe(0)
})
