import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { jsonOf } from './asking.ts'
import { type Trial, trial } from './world.ts'

const week = (amount: number, count = 12) =>
  ['ID,Title,Stage,Amount', ...Array.from({ length: count }, (_, i) => `${i},Deal ${i},New,${amount}`)].join(
    '\n',
  )

async function workspace(): Promise<Trial> {
  const room = trial()
  await room.run(['init', '--stages', 'New'])
  await room.run(['config', 'set', 'import-backup', '10'])
  return room
}

const load = (room: Trial, file: string, ...more: string[]) => {
  writeFileSync(room.path('deals.csv'), file)
  return room.run(['import', 'deals', room.path('deals.csv'), ...more])
}

const copies = (room: Trial) =>
  readdirSync(room.folder)
    .filter((name) => name.includes('before-import'))
    .sort()

test('a large import is preceded by a copy of the workspace, which restore brings back', async () => {
  const room = await workspace()
  await load(room, week(1))
  expect(copies(room)).toEqual([])
  const before = (await room.run(['export', 'all'])).out
  const { out } = await load(room, week(2))
  const copy = room.path('trial-before-import-2026-10-14.db')
  expect(out.replace(copy, 'COPY')).toMatchInlineSnapshot(`
    "Import of deals.csv: 12 rows

             rows
    updated    12

    Fields changed: amount 12
    The workspace as it was before is kept: COPY (voronka restore brings it back)

    To look at it: voronka funnel all
    To take it back: voronka undo 4
    "
  `)
  expect(copies(room)).toEqual(['trial-before-import-2026-10-14.db'])
  await room.run(['restore', copy, '--yes'])
  expect((await room.run(['export', 'all'])).out).toBe(before)
})

test('no copy before what changes little, changes nothing, is refused or is only tried', async () => {
  const room = await workspace()
  await load(room, week(1))
  await load(room, week(1))
  await load(room, week(2, 9))
  await load(room, week(3), '--dry-run')
  await load(room, `${week(3)}\n77,Broken,Nowhere,1`)
  expect(copies(room)).toEqual([])
  await room.run(['config', 'set', 'import-backup', 'off'])
  expect(
    await jsonOf(room, 'import', 'deals', room.path('deals.csv'), '--create-stages', 'Nowhere'),
  ).toMatchObject({
    created: 1,
    updated: 12,
  })
  expect(copies(room)).toEqual([])
})

test('the latest five copies are kept, and nothing that the program did not make is taken away', async () => {
  const room = await workspace()
  const own = [
    'trial-before-import-my.db',
    'trial-before-import-2026-10-14.txt',
    'other-before-import-2026-10-14.db',
  ]
  for (const name of own) writeFileSync(room.path(name), '')
  // What merely has such a name is no copy, and does not hinder.
  mkdirSync(room.path('trial-before-import-2000-01-01.db'))
  own.push('trial-before-import-2000-01-01.db')
  for (let n = 0; n < 8; n++) expect((await load(room, week(n))).exit).toBe(0)
  const made = copies(room).filter((name) => !own.includes(name))
  expect(copies(room)).toEqual([...own, ...made].sort())
  const amounts = await Promise.all(
    made.map((name) => jsonOf(room, 'deal', 'show', 'd1', '--db', room.path(name))),
  )
  expect(amounts.map((deal) => (deal as { amount: number }).amount).sort()).toEqual([2, 3, 4, 5, 6])
})

test('where the copy cannot be made nothing is imported, and the way out is named', async () => {
  const room = trial()
  const db = room.path(`${'x'.repeat(240)}.db`)
  await room.run(['init', '--db', db, '--stages', 'New'])
  await room.run(['config', 'set', 'import-backup', '10', '--db', db])
  await load(room, week(1), '--db', db)
  const before = (await room.run(['export', 'all', '--db', db])).out
  // A file may have such a name, one with a date after it may not.
  const refused = await load(room, week(2), '--db', db)
  expect(refused.exit).toBe(73)
  expect(refused.err.replaceAll(room.folder, '').replaceAll('x'.repeat(240), 'x…')).toMatchInlineSnapshot(`
    "Nothing was imported, for the workspace could not be copied first. /x…-before-import-2026-10-14.db could not be written (the name is too long). Nothing was left there. To import without a copy: voronka config set import-backup off
    "
  `)
  expect((await room.run(['export', 'all', '--db', db])).out).toBe(before)
  await room.run(['config', 'set', 'import-backup', 'off', '--db', db])
  expect((await load(room, week(2), '--db', db)).exit).toBe(0)
})

test('the setting is a number of rows or off, and can be taken away', async () => {
  const room = trial()
  await room.run(['init', '--stages', 'New'])
  const get = async () => (await room.run(['config', 'get', 'import-backup'])).out
  expect(await get()).toBe('1000\n')
  for (const bad of ['0', '-1', '1.5', 'many'])
    expect(await room.run(['config', 'set', 'import-backup', bad])).toEqual({
      exit: 2,
      out: '',
      err: `"${bad}" is no number of rows: write one above zero, like 1000, or off\n`,
    })
  await room.run(['config', 'set', 'import-backup', 'OFF'])
  expect(await get()).toBe('off\n')
  await room.run(['config', 'set', 'import-backup', ''])
  expect(await get()).toBe('1000\n')
})
