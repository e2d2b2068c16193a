import { appendFileSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bytesIn } from '../transfer/samples.ts'
import { type Trial, trial } from './world.ts'

async function workspace(): Promise<Trial> {
  const made = trial({ now: '2026-11-20' })
  await made.run(['init', '--stages', 'New,Offer'])
  return made
}

/** The import of what was put aside, as it was printed. */
function mending(out: string): string[] {
  const [, command = ''] = /^Once they are mended: voronka (.*)$/m.exec(out) ?? []
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}

const titles = async ({ run }: Trial) =>
  JSON.parse((await run(['deal', 'list', '--sort', 'id', '--format', 'json'])).out).map(
    ({ title, createdAt }: { title: string; createdAt: string }) => `${title} ${createdAt.slice(0, 10)}`,
  )

test('rows put aside are imported as printed, whatever the encoding and the dates of their file', async () => {
  const room = await workspace()
  const [file, rejects] = [room.path('e.csv'), room.path('bad.csv')]
  const text = 'ID;Deal;Stage;Created on\n1;Окно;New;13/02/2026\n2;Привет;Zip;03/04/2026\n'
  writeFileSync(file, bytesIn('windows-1251', text))
  const ran = await room.run(['import', 'deals', file, '--encoding', 'cp1251', '--rejects', rejects])
  expect(mending(ran.out)).toEqual(`import deals ${rejects} --date-order dmy --encoding utf-8`.split(' '))
  writeFileSync(rejects, readFileSync(rejects, 'utf8').replace('Zip', 'Offer'))
  expect((await room.run(mending(ran.out))).exit).toBe(0)
  expect(await titles(room)).toEqual(['Окно 2026-02-13', 'Привет 2026-04-03'])
})

test('nothing of a row that is put aside is lost, and unmended it is refused again', async () => {
  const room = await workspace()
  const rejects = room.path('bad.csv')
  const long =
    'ID,Deal,Stage,Created on,Note\n1,A,New,2026-01-01,n1\n2,B,New,2026-01-01,call, then send offer\n'
  await room.run(['import', 'deals', '-', '--rejects', rejects], { stdin: long })
  expect(readFileSync(rejects, 'utf8').split('\n')[1]).toBe(
    '2,B,New,2026-01-01,call,3,6 cells where the header has 5.,then send offer',
  )
  expect((await room.run(['import', 'deals', rejects])).exit).toBe(65)
  const json =
    '[{"id":3,"title":"C","stage":"New","created":"2026-01-01","note":{"a":1},"amount":12345678901234567890}]'
  await room.run(['import', 'deals', '-', '--rejects', rejects], { stdin: json })
  expect(readFileSync(rejects, 'utf8').split('\n')[1]).toBe(
    '3,C,New,2026-01-01,"{""a"":1}",12345678901234567890,1,"""note"" holds an object or a list in a list; a value is a text, a number, true, false or a list of those."',
  )
})

test('a list of JSON that breaks off between two objects is not whole', async () => {
  const room = await workspace()
  const stdin = '[{"id":1,"title":"A","stage":"New","created":"2026-01-01"},\n'
  const { exit, err } = await room.run(['import', 'deals', '-'], { stdin })
  expect([exit, err]).toEqual([
    65,
    '-: the JSON object or list that begins on line 1 is never closed: the file is not whole.\n',
  ])
  const open = await room.run(['import', 'deals', '-'], { stdin: stdin.replace(',\n', ']') })
  expect(open.exit).toBe(0)
})

test('a file that grows while it is read is not taken', async () => {
  const room = await workspace()
  const file = room.path('g.csv')
  writeFileSync(
    file,
    `ID,Deal,Stage,Created on\n${Array.from({ length: 9000 }, (_, i) => `${i},D,New,2026-01-01\n`).join('')}`,
  )
  const running = room.run(['import', 'deals', file])
  let grows = true
  running.finally(() => {
    grows = false
  })
  for (let i = 0; grows; i++) {
    appendFileSync(file, `z${i},Z,New,2026-01-01\n`)
    await new Promise((next) => setImmediate(next))
  }
  const { exit, err } = await running
  expect([exit, err.split('\n').at(-2)]).toEqual([
    65,
    'g.csv changed while it was being read: nothing was imported. Import it again when nobody writes to it',
  ])
  expect(await titles(room)).toEqual([])
})

test('places where no file can be are said, not stumbled over', async () => {
  const room = await workspace()
  writeFileSync(room.path('s.csv'), 'ID,Deal,Stage,Created on\n1,A,New,2026-01-01\n')
  symlinkSync(room.path('l2'), room.path('l1'))
  symlinkSync(room.path('l1'), room.path('l2'))
  for (const path of ['s.csv/x', 'l1', 'n'.repeat(300)])
    expect([path, (await room.run(['export', 'deals', '--output', room.path(path)])).exit]).toEqual([
      path,
      73,
    ])
})

test('a full copy whose deals name people that it lacks is refused', async () => {
  const room = await workspace()
  await room.run(['contact', 'add', 'Ann'])
  await room.run(['deal', 'add', 'A', '--contact', 'Ann'])
  const copy = JSON.parse((await room.run(['export', 'all'])).out)
  writeFileSync(room.path('copy.json'), JSON.stringify({ ...copy, contacts: [] }))
  const { exit, err } = await room.run(['import', 'all', room.path('copy.json'), '--db', room.path('n.db')])
  expect([exit, err]).toEqual([65, expect.stringContaining('references: d1')])
})
