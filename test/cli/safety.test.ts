import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { expect, test } from 'vitest'
import { Store } from '../../src/store/store.ts'
import { fillSample } from '../store/sample.ts'
import { answering } from './asking.ts'
import { trial } from './world.ts'

function sample() {
  const room = trial()
  const store = Store.open(room.path('trial.db'), { create: true })
  fillSample(store)
  store.close()
  return room
}

const SOUND = 'Deals 3, history rows 14, contacts 2, companies 1, operations 3'

/** Spoils the file as no command would. */
function spoil(path: string, sql: string): void {
  const store = Store.open(path)
  store.db.raw.pragma('foreign_keys = off')
  store.db.raw.exec(sql)
  store.close()
}

test('a sound file is said to be sound, with what it holds', async () => {
  const room = sample()
  const path = room.path('trial.db')
  expect(await room.run(['doctor'])).toEqual({ exit: 0, err: '', out: `${path} is sound\n${SOUND}\n` })
  const { out } = await room.run(['doctor', '--format', 'json'])
  expect(JSON.parse(out)).toEqual({
    schema: 'voronka.doctor/1',
    file: path,
    sound: true,
    findings: [],
    counts: { deals: 3, history: 14, contacts: 2, companies: 1, operations: 3 },
    fixed: false,
  })
})

const MENDED = [
  ['copies', "update deal_state set amount = 1, title = 'x' where deal_id = 1", 'd1'],
  ['copies', 'update visits set left_at = left_at + 1 where deal_id = 3 and seq = 0', 'd3'],
  ['copies', 'delete from deal_contacts', 'd1'],
  ['copies', 'update history set value = 3 where id = 1', 'd1'],
  [
    'orphans',
    'insert into visits(deal_id, seq, stage_id, entered_at, precision, synthetic) values (9, 0, 1, 0, 0, 0)',
    'd9',
  ],
  ['folded', "update contacts set folded = 'x' where id = 2", 'contacts 2'],
  ['contactKeys', 'delete from contact_keys where contact_id = 2', 'c2'],
] as const

test.each(MENDED)('%s: found, and mended from the truth: %s', async (check, sql, first) => {
  const room = sample()
  spoil(room.path('trial.db'), sql)
  const found = JSON.parse((await room.run(['doctor', '--format', 'json'])).out)
  // A folded name is part of its row, and so not what the journal says either.
  const findings = found.findings.filter((one: { check: string }) => one.check !== 'journal')
  expect(findings.map((one: { check: string; first: string }) => [one.check, one.first])).toEqual([
    [check, first],
  ])
  expect(await room.run(['doctor', '--fix'])).toEqual({
    exit: 0,
    err: 'The copies were made anew from the history\n',
    out: `${room.path('trial.db')} is sound\n${SOUND}\n`,
  })
})

test.each([
  ['foreignKeys', 'update managers set merged_into = 77 where id = 2', 'managers 2'],
  ['references', 'update deals set manager_id = 77 where id = 1', 'd1'],
  ['pipelines', 'delete from stages where kind = 2', 'Вікна'],
  [
    'settings',
    "update settings set value = 'Europe/Atlantis' where key = 'timezone'",
    'timezone Europe/Atlantis',
  ],
  ['operations', 'update deals set op = 77 where id = 3', 'deals 3'],
  ['retracted', 'update history set retracted = 1 where id = 2', 'history 2'],
  ['journal', "update companies set website = 'y'", 'companies 1'],
])('%s: found and said in a sentence, exit 10', async (check, sql, first) => {
  const room = sample()
  spoil(room.path('trial.db'), sql)
  const ran = await room.run(['doctor', '--format', 'json'])
  expect(ran.exit).toBe(10)
  const found: { check: string; first: string }[] = JSON.parse(ran.out).findings
  expect(found.filter((one) => one.check === check).map((one) => one.first)).toEqual([first])
})

test('an unsound file is told about sentence by sentence', async () => {
  const room = sample()
  const path = room.path('trial.db')
  spoil(path, 'update deal_state set amount = 1; delete from contact_keys')
  expect(await room.run(['doctor'])).toEqual({
    exit: 10,
    err: '',
    out: `${path} is not sound: 2 findings
${SOUND}

3 deals are shown other than their history says, the first: d1
2 contacts have wrong keys of phones or e-mails, the first: c1

Copies are made anew by voronka doctor --fix; an earlier file is brought back by voronka restore FILE
`,
  })
})

test('nothing is written into a file that was moved, replaced or removed at a question', async () => {
  for (const lose of ['moved', 'replaced', 'removed']) {
    const { run, path } = trial()
    const file = path('trial.db')
    await run(['init', '--stages', 'A,B'])
    let asked = 0
    const text = async () => {
      if (asked++ > 0) return ''
      copyFileSync(file, path('other.db'))
      if (lose === 'moved') renameSync(file, path('moved.db'))
      else if (lose === 'replaced') renameSync(path('other.db'), file)
      else unlinkSync(file)
      return 'call back'
    }
    const ask = { ...answering(), text, confirm: async () => true }
    expect([lose, await run(['task', 'add'], { terminal: 400, ask })]).toEqual([
      lose,
      {
        exit: 75,
        out: '',
        err: `${file} was moved, replaced or removed while it was open. Nothing was written: do it again\n`,
      },
    ])
  }
})

test('a backup is dated, never overwrites, and is a workspace of its own', async () => {
  const room = sample()
  const first = room.path('trial-2026-10-14.db')
  expect(await room.run(['backup'])).toEqual({ exit: 0, out: '', err: `Copied to ${first}\n` })
  expect(await room.run(['backup'])).toEqual({
    exit: 0,
    out: '',
    err: `Copied to ${room.path('trial-2026-10-14-2.db')}\n`,
  })
  expect(await room.run(['backup', first])).toEqual({
    exit: 1,
    out: '',
    err: `${first} exists already and is not overwritten. Name another file: voronka backup FILE\n`,
  })
  const nowhere = room.path('no/such.db')
  expect(await room.run(['backup', nowhere])).toEqual({
    exit: 73,
    out: '',
    err: `${nowhere} could not be written (there is no such folder). Nothing was left there\n`,
  })
  expect(statSync(first).mode & 0o777).toBe(0o600)
  expect(await room.run(['doctor', '--db', first])).toEqual({
    exit: 0,
    err: '',
    out: `${first} is sound\n${SOUND}\n`,
  })
})

test('a backup is restored, and what it replaced is kept', async () => {
  const room = sample()
  const backup = room.path('b.db')
  await room.run(['backup', backup])
  const before = await room.run(['export', 'history'])
  await room.run(['undo'])
  const path = room.path('trial.db')
  expect(await room.run(['restore', backup])).toEqual({
    exit: 1,
    out: '',
    err: `This replaces ${path} (it is kept beside). To go on: voronka restore ${backup} --yes\n`,
  })
  expect(await room.run(['restore', backup, '--yes', '--dry-run'])).toEqual({
    exit: 0,
    out: '',
    err: `A trial run: nothing was changed\n${SOUND}\n`,
  })
  const aside = room.path('trial-replaced-2026-10-14.db')
  expect(await room.run(['restore', backup, '--yes'])).toEqual({
    exit: 0,
    out: '',
    err: `${path} is now what ${backup} was\n${SOUND}\nThe replaced file is kept: ${aside}\n`,
  })
  expect(await room.run(['export', 'history'])).toEqual(before)
  expect((await room.run(['doctor', '--db', aside, '--format', 'json'])).exit).toBe(0)
  expect(readdirSync(room.folder).filter((name) => /copying|part/.test(name))).toEqual([])
})

test('restore takes the place of a damaged file and of none, and takes no unsound one', async () => {
  const room = sample()
  const backup = room.path('b.db')
  await room.run(['backup', backup])
  const path = room.path('trial.db')
  writeFileSync(path, 'not a database at all'.repeat(1000))
  expect(await room.run(['restore', backup, '--yes'])).toMatchObject({ exit: 0, out: '' })
  expect((await room.run(['doctor'])).exit).toBe(0)
  writeFileSync(room.path('empty.db'), '')
  expect(await room.run(['restore', backup, '--yes', '--db', room.path('empty.db')])).toMatchObject({
    exit: 0,
  })
  expect((await room.run(['doctor', '--db', room.path('empty.db')])).exit).toBe(0)
  expect(await room.run(['restore', backup, '--db', room.path('new/x.db')])).toMatchObject({
    exit: 0,
    out: '',
  })
  expect((await room.run(['doctor', '--db', room.path('new/x.db')])).exit).toBe(0)

  spoil(backup, 'delete from visits')
  expect(await room.run(['restore', backup, '--yes'])).toEqual({
    exit: 1,
    out: '',
    err: `${backup} is not sound (findings: 1), nothing was replaced. See them: voronka doctor --db ${backup}\n`,
  })
  expect(await room.run(['restore', path, '--yes'])).toMatchObject({ exit: 1 })
  expect(await room.run(['restore', room.path('none.db'), '--yes'])).toMatchObject({ exit: 66 })
  expect((await room.run(['doctor'])).exit).toBe(0)
  expect(existsSync(room.path('trial.db.restoring'))).toBe(false)
})

test('what a killed process left of a copy is taken away after a day; what one may be writing now stays', async () => {
  const room = sample()
  const left = room.path('.voronka-copying-left')
  const now = room.path('.voronka-copying-now')
  const part = room.path('b.db.part')
  for (const folder of [left, now]) {
    mkdirSync(folder)
    writeFileSync(`${folder}/copy.db`, 'half')
  }
  writeFileSync(part, 'of somebody else')
  const longAgo = Date.UTC(2020, 0, 1) / 1000
  utimesSync(left, longAgo, longAgo)
  expect((await room.run(['backup', room.path('b.db')])).exit).toBe(0)
  expect([left, now, part].map((path) => existsSync(path))).toEqual([false, true, true])
})

test('a folder that takes no copy to restore from is no fault of the program', async () => {
  const room = sample()
  // Room for the workspace in it, and none for a longer name.
  const folder = room.path(`${'d'.repeat(200)}/`.repeat(30)).slice(0, 4080)
  expect(await room.run(['restore', room.path('trial.db'), '--db', `${folder}/x.db`])).toEqual({
    exit: 73,
    out: '',
    err: `${folder}/x.db could not be written (the name is too long). Nothing was left there\n`,
  })
})

test.each([
  ['settings', 'settings', ['deal', 'list']],
  ['tasks', 'tasks', ['today']],
  ['visits', 'visits, deal_state', ['funnel']],
  ['managers', 'managers', ['manager', 'add', 'Boris']],
])(
  'a file that lacks %s is no fault of the program, and a backup brings it back',
  async (_, gone, command) => {
    const room = sample()
    const path = room.path('trial.db')
    await room.run(['backup', room.path('b.db')])
    const tables = gone.split(', ')
    spoil(path, tables.map((table) => `drop table ${table}`).join(';'))
    expect(await room.run(command)).toEqual({
      exit: 78,
      out: '',
      err: `${path} lacks parts of itself (${[...tables].reverse().join(', ')}): another program changed it. Bring back the latest backup: voronka restore FILE\n`,
    })
    expect((await room.run(['doctor'])).exit).toBe(tables.includes('settings') ? 78 : 10)
    expect((await room.run(['restore', room.path('b.db'), '--yes'])).exit).toBe(0)
    expect((await room.run(['doctor'])).out).toBe(`${path} is sound\n${SOUND}\n`)
  },
)

test('a column or an index taken out is found too', async () => {
  const room = sample()
  const path = room.path('trial.db')
  spoil(path, 'drop index tasks_open; alter table fx_rates rename column rate to r')
  expect((await room.run(['doctor'])).out.split('\n')).toContain(
    'The file is damaged in 2 places: fx_rates.rate',
  )
})
