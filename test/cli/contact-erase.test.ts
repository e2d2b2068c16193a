import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { type Trial, trial } from './world.ts'

const PERSON = 'Евдокія Мартинюк-Зорецька'
const TRACES = ['Евдокія', 'Мартинюк', 'Зорецьк', '671239876', '123-98-76', 'evdokia', 'Київська 5']

async function done(room: Trial, ...argv: string[]) {
  const ran = await room.run(argv)
  expect([ran.exit, ran.exit === 0 ? '' : ran.err]).toEqual([0, ''])
  return ran.out
}

/** A person in whatever can hold one. */
async function known(): Promise<Trial> {
  const room = trial({ now: '2026-03-10' })
  const run = (...argv: string[]) => done(room, ...argv)
  await run('init', '--stages', 'New,Offer', '--timezone', 'Europe/Kyiv', '--currency', 'UAH')
  await run('manager', 'add', 'Олег')
  await run('field', 'add', 'Адреса', '--for', 'contact', '--type', 'text')
  await run('field', 'add', 'Хто', '--for', 'deal', '--type', 'text')
  await run(
    ...['contact', 'add', PERSON, '--phone', '067 123-98-76', '--email', 'Evdokia@Example.com'],
    ...[
      '--note',
      'Київська 5',
      '--field',
      'Адреса=Київська 5',
      '--tag',
      'Зорецька',
      '--birthday',
      '1980-02-03',
    ],
  )
  await run('contact', 'add', 'Інший', '--note', `сусід: ${PERSON}`)
  await run('contact', 'edit', 'c1', '--name', `${PERSON} `, '--position', 'Мартинюк')
  await run(
    ...[
      'deal',
      'add',
      `${PERSON}: балкон`,
      '--contact',
      'c1',
      '--amount',
      '100',
      '--note',
      'дзвонити Евдокії',
    ],
    ...['--tag', PERSON, '--field', `Хто=${PERSON}`, '--manager', 'Олег', '--id', 'evdokia@example.com'],
  )
  await run('deal', 'edit', 'd1', '--title', 'двері Мартинюк', '--note', '+380671239876')
  await run('deal', 'add', 'Спільна', '--contact', 'c1', '--contact', 'c2', '--amount', '50')
  await run('deal', 'move', 'd1', 'won')
  await run('deal', 'move', 'd2', 'lost', '--reason', `${PERSON} передумала`)
  const touches = `id,kind,date,contact,text,phone
1,call,2026-03-01 10:00,c1,Евдокія просила Київська 5,
2,call,2026-03-02 10:00,,хто це,+38 067 123 98 76
3,call,2026-03-03 10:00,,без номера,
`
  await room.run(['import', 'activities', '-', '--on-existing', 'update'], { stdin: touches })
  await run('contact', 'add', 'Зайва', '--phone', '+380501112233')
  await run('contact', 'merge', 'c1', 'c3')
  return room
}

function bytes(room: Trial): string {
  return ['', '-wal', '-shm']
    .map((suffix) => room.path(`trial.db${suffix}`))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path).toString('utf8'))
    .join('\n')
    .toLowerCase()
}

const found = (room: Trial) => TRACES.filter((trace) => bytes(room).includes(trace.toLowerCase()))

test('nothing of the person is left in the file, its log and its shared memory', async () => {
  const room = await known()
  expect(found(room)).toEqual(TRACES)
  expect(await room.run(['contact', 'erase', 'Мартинюк', '--yes', '--everywhere'])).toEqual({
    exit: 0,
    out: '',
    err: [
      'c1 is forgotten for good (deals: 2, activities: 2, tasks: 0 keep their numbers)',
      'This cannot be undone, nor can earlier changes of these records',
      'Also taken out of texts of others: c2, journal 6',
      'Importing a file that still names them would bring them back',
      '',
    ].join('\n'),
  })
  expect(found(room)).toEqual([])
  expect((await room.run(['doctor'])).exit).toBe(0)
})

test('wants, stages of life, referrals, rules and saved filters keep nothing of the person either', async () => {
  const room = trial({ now: '2026-03-10' })
  await done(room, 'init', '--stages', 'New,Offer', '--timezone', 'Europe/Kyiv')
  await done(room, 'contact', 'add', PERSON)
  await done(room, 'contact', 'add', 'Інший', '--referred-by', 'Мартинюк')
  await done(room, 'want', 'add', 'Мартинюк', 'двері для Мартинюк')
  await done(room, 'contact', 'edit', 'Мартинюк', '--lifecycle', 'mql')
  await done(room, 'rule', 'add', `для ${PERSON}`, '--enter', 'Offer', '--task', `Спитати: ${PERSON}`)
  await done(room, 'filter', 'save', PERSON, '--status', 'open')
  await done(room, 'reference', 'save', PERSON, '--template')
  const { err } = await room.run(['contact', 'erase', 'c1', '--yes', '--everywhere'])
  expect(err.split('\n')[2]).toBe(
    'Also taken out of texts of others: journal 6, journal 7, journal 8, reference_funnels 1, r1, saved_filters 1',
  )
  expect(found(room)).toEqual([])
  expect((await room.run(['doctor'])).exit).toBe(0)
  expect(await done(room, 'filter', 'list', '--format', 'json')).toMatch(/"name": "\(erased\) 1"/)
})

test('the journal forgets by what part of the name goods were asked for, and who sent whom', async () => {
  const room = await known()
  await done(room, 'want', 'add', 'Мартинюк', 'стіл дубовий')
  await done(room, 'want', 'add', 'Зорецька', 'шафа')
  await done(room, 'want', 'rm', 'w2')
  await done(room, 'contact', 'edit', 'Інший', '--referred-by', 'Мартинюк')
  await done(room, 'contact', 'add', 'Нова', '--referred-by', 'Зорецька')
  await done(room, 'contact', 'erase', 'c1', '--yes', '--everywhere')
  expect(found(room)).toEqual([])
  expect((await room.run(['doctor'])).exit).toBe(0)
})

test('texts of others are named, and stay unless asked; a trial changes nothing', async () => {
  const room = await known()
  const before = await done(room, 'export', 'all')
  const tried = await room.run(['contact', 'erase', 'c1', '--dry-run'])
  expect(tried).toEqual({
    exit: 0,
    out: '',
    err: [
      `c1 ${PERSON} would be forgotten for good (deals: 2, activities: 2, tasks: 0 would keep their numbers)`,
      'Still named in texts of others: c2, journal 6. To take them out there too: --everywhere',
      'A trial run: nothing was changed',
      '',
    ].join('\n'),
  })
  expect(await done(room, 'export', 'all')).toBe(before)
  await done(room, 'contact', 'erase', 'c1', '--yes')
  const { note } = JSON.parse(await done(room, 'contact', 'show', 'c2', '--format', 'json'))
  expect(note).toBe(`сусід: ${PERSON}`)
})

test('it is asked on a terminal, refused off one, and cannot be undone, nor what it touched', async () => {
  const room = await known()
  expect(await room.run(['contact', 'erase', 'c1'])).toEqual({
    exit: 1,
    out: '',
    err: `Erasing c1 ${PERSON} cannot be undone. To do it without being asked, add --yes; to see what it would do, --dry-run\n`,
  })
  const no = person([false])
  expect((await room.run(['contact', 'erase', 'c1'], { terminal: 80, ask: no.ask })).exit).toBe(130)
  expect(no.heard).toEqual([
    `Forget c1 ${PERSON} for good? This cannot be undone; the numbers of reports stay ⏎ false`,
  ])
  const yes = person([true])
  expect((await room.run(['contact', 'erase', 'c1'], { terminal: 80, ask: yes.ask })).exit).toBe(0)
  const refused = [await room.run(['undo']), await room.run(['undo', '7'])]
  expect(refused.map(({ exit, err }) => [exit, err])).toEqual([
    [1, 'Operation 16 erased a person, which cannot be undone. An earlier one: voronka undo 15\n'],
    [1, 'Operation 7 cannot be undone any more: a person whom it touched was erased (operation 16)\n'],
  ])
  expect(await room.run(['contact', 'erase', 'c1', '--yes'])).toEqual({
    exit: 0,
    out: '',
    err: 'c1 is erased already\n',
  })
})

test('the rest of an import of theirs can still be taken back', async () => {
  const room = trial({ now: '2026-03-10' })
  await done(room, 'init', '--stages', 'New,Offer')
  const people = 'id,name,phone\n1,Евдокія,+380671239876\n2,Інший,+380501112233\n'
  expect((await room.run(['import', 'contacts', '-'], { stdin: people })).exit).toBe(0)
  await done(room, 'contact', 'erase', 'c1', '--yes')
  expect((await room.run(['undo', '2'])).exit).toBe(1)
  expect((await room.run(['undo', '2', '--keep-edited'])).exit).toBe(0)
  expect(await done(room, 'contact', 'list', '--format', 'csv')).toMatch(/^id,[^\n]*\n$/)
  expect((await room.run(['doctor'])).exit).toBe(0)
  expect(await found(room)).toEqual([])
})

test('somebody of the same name keeps their own records', async () => {
  const room = await known()
  await done(room, 'contact', 'add', PERSON, '--phone', '+380509998877')
  await done(room, 'deal', 'add', `${PERSON}: вікно`, '--contact', '+380509998877')
  const show = async () => [
    await done(room, 'contact', 'show', '+380509998877', '--format', 'json'),
    await done(room, 'deal', 'show', 'd3', '--format', 'json'),
  ]
  const before = await show()
  const { out } = await room.run(['contact', 'erase', 'c1', '--yes', '--everywhere', '--format', 'json'])
  const { namesakes, elsewhere } = JSON.parse(out)
  expect([namesakes, elsewhere]).toEqual([
    ['c5'],
    [
      { record: 'c2', column: 'note' },
      { record: 'journal 6', column: 'command' },
    ],
  ])
  expect(await show()).toEqual(before)
  expect((await room.run(['doctor'])).exit).toBe(0)
})

test('copies that hold the person are named: those the program made, wherever they are', async () => {
  const room = await known()
  await done(room, 'backup', room.path('elsewhere.sqlite'))
  await done(room, 'backup')
  const { err } = await room.run(['contact', 'erase', 'c1', '--yes', '--lang', 'ru'])
  expect(err.split('\n').slice(2, -1)).toEqual([
    'Ещё упоминается в чужих текстах: c2, journal 6. Убрать и оттуда: --everywhere',
    'Копии базы, в которых человек ещё есть; удалите их сами:',
    `  ${room.path('elsewhere.sqlite')}`,
    `  ${room.path('trial-2026-03-10.db')}`,
    'Если импортировать файл, где этот человек ещё есть, он вернётся',
  ])
})

test('the erased survive a full copy as shells', async () => {
  const room = await known()
  await done(room, 'contact', 'erase', 'c1', '--yes')
  const copy = await done(room, 'export', 'all')
  const other = trial({ now: '2026-03-11' })
  await done(other, 'init', '--stages', 'A,B', '--timezone', 'Europe/Kyiv', '--currency', 'UAH')
  expect((await other.run(['import', 'all', '-'], { stdin: copy })).exit).toBe(0)
  expect(await done(other, 'export', 'all')).toBe(copy)
  expect(await done(other, 'contact', 'list', '--format', 'csv')).toBe(
    await done(room, 'contact', 'list', '--format', 'csv'),
  )
})

const REPORTS = [
  ...['cohort', 'strict', 'visited', 'events', 'snapshot', 'bitrix24'].map((mode) => [
    'funnel',
    '--mode',
    mode,
  ]),
  ...['manager', 'source', 'product', 'month', 'hour'].map((by) => ['funnel', '--by', by]),
  ['conversion', '--by', 'week'],
  ['activity', 'all'],
  ['activity', 'all', '--by', 'month'],
  ['response', 'all'],
  ['response', 'all', '--by', 'hour'],
  ['plan', 'list'],
  ['deal', 'list', '--sort', 'id'],
  ['manager', 'list'],
]

test('the numbers of every report are what they were', { timeout: 60_000 }, async () => {
  const room = trial({ now: '2026-10-14' })
  const path = room.path('trial.db')
  await done(room, 'demo', '--db', path, '--lang', 'ru')
  const numbers = async () => {
    const said: unknown[] = []
    for (const report of REPORTS) {
      const text = await done(room, ...report, '--format', 'json')
      const named = ['title', 'contacts', 'who']
      said.push(JSON.parse(text, (key, value) => (named.includes(key) ? undefined : value)))
    }
    return said
  }
  const people = JSON.parse(await done(room, 'contact', 'list', '--format', 'json'))
  const kinds = [
    'call,in,missed',
    'call,out,answered',
    'email,in,',
    'message,in,',
    'meeting,,',
    'call,out,no-answer',
  ]
  const rows = Array.from({ length: 240 }, (_, i) => {
    const phone = i % 3 === 0 ? `+1555000${i % 7}` : people[i % 40].phones[0]
    return `${i},${kinds[(i * 7) % 6]},2026-0${1 + (i % 9)}-${10 + (i % 17)} ${10 + (i % 12)}:00,${phone}`
  })
  const table = ['id,kind,direction,outcome,date,phone', ...rows].join('\n')
  expect((await room.run(['import', 'activities', '-'], { stdin: table })).exit).toBe(0)
  const before = await numbers()
  const contacts = fc.sample(fc.integer({ min: 1, max: 150 }), { numRuns: 6, seed: 7 })
  for (const id of new Set(contacts)) await done(room, 'contact', 'erase', `c${id}`, '--yes')
  expect(await numbers()).toEqual(before)
  expect((await room.run(['doctor'])).exit).toBe(0)
})
