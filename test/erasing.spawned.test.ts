import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { Store } from '../src/store/store.ts'
import { type Spawned, spawned } from './support/spawned.ts'

const BIN = resolve('bin/voronka.js')
const PEOPLE = ['Zerubbabel', 'Melchizedek']

function workspace(): Spawned {
  const room = spawned()
  const lines = ['init --stages New', ...PEOPLE.map((name) => `contact add ${name}`)]
  for (const name of PEOPLE) for (let n = 0; n < 40; n++) lines.push(`note ${name} "what ${name} said ${n}"`)
  expect(room.shell(lines.slice(0, 3).map(typed).join(' && ')).exit).toBe(0)
  const notes = lines.slice(3).join('\n')
  expect(room.shell(`echo '${notes}' | voronka --db w.db batch -`).exit).toBe(0)
  return room
}

const typed = (line: string) => `voronka --db w.db ${line}`

function erase(room: Spawned, contact: string) {
  const child = spawn(process.execPath, [BIN, '--db', 'w.db', 'contact', 'erase', contact, '--yes'], {
    cwd: room.folder,
    env: room.env,
    stdio: 'ignore',
  })
  const ended = new Promise<number | null>((done) => child.on('close', done))
  return { child, ended }
}

function traces(room: Spawned): string[] {
  const files = ['w.db', 'w.db-wal'].map((name) => room.path(name)).filter((path) => existsSync(path))
  const bytes = files.map((path) => readFileSync(path).toString('latin1').toLowerCase()).join('\n')
  return PEOPLE.filter((name) => bytes.includes(name.toLowerCase()))
}

test('an erasing that was killed before the file was clean is told of until it is', async () => {
  const room = workspace()
  const reader = Store.open(room.path('w.db'))
  const watcher = Store.open(room.path('w.db'))
  // Whoever reads meanwhile holds the log: it cannot be emptied.
  reader.db.raw.exec('begin')
  reader.db.prepare('select count(*) from contacts').get()
  const { child, ended } = erase(room, 'c1')
  const due = () => watcher.db.prepare('select count(*) from remnants').pluck().get()
  while (due() === 0) await new Promise((next) => setTimeout(next, 5))
  child.kill('SIGKILL')
  await ended
  reader.close()
  watcher.close()
  expect(traces(room)).toEqual(PEOPLE)
  const told =
    'Bytes of the erased c1 may still be in the file: another program had it open, or the erasing was cut short. Close what has it open and run: voronka contact erase c1\n'
  expect(room.shell(typed('manager add Anna'))).toEqual({ exit: 0, out: '', err: `Added m1 Anna\n${told}` })
  expect(room.shell(typed('doctor')).exit).toBe(10)
  expect(room.shell(typed('contact erase c1'))).toEqual({ exit: 0, out: '', err: 'c1 is erased already\n' })
  expect(traces(room)).toEqual(['Melchizedek'])
  expect(room.shell(typed('doctor')).exit).toBe(0)
  expect(room.shell(typed('manager add Boris')).err).toBe('Added m2 Boris\n')
}, 60_000)

test('two erasings at once leave nothing of either, or say so', async () => {
  const room = workspace()
  const both = ['c1', 'c2'].map((contact) => erase(room, contact).ended)
  expect(await Promise.all(both)).toEqual([0, 0])
  expect(room.shell(typed('doctor --fix')).exit).toBe(0)
  expect(traces(room)).toEqual([])
  expect(room.shell(typed('contact list --format csv')).out.split('\n').length).toBe(2)
}, 60_000)
