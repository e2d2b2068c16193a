import { expect, test } from 'vitest'
import { type Trial, trial } from './world.ts'

async function office(): Promise<Trial> {
  const room = trial({ now: '2026-10-14' })
  const run = async (...argv: string[]) => {
    const { exit, err } = await room.run(argv)
    expect([exit, exit === 0 ? '' : err]).toEqual([0, ''])
  }
  await run('init', '--stages', 'New,Offer', '--currency', 'UAH', '--timezone', 'Europe/Kyiv')
  await run('manager', 'add', 'Олег')
  await run('contact', 'add', 'Анна', '--lifecycle', 'lead', '--manager', 'Олег')
  await run('contact', 'add', 'Борис', '--referred-by', 'Анна')
  await run('contact', 'edit', 'Борис', '--lifecycle', 'mql', '--at', '2026-10-01')
  await run('контакт', 'изменить', 'Борис', '--путь', 'sql', '--когда', '2026-10-05')
  await run('deal', 'add', 'вікна', '--contact', 'Борис', '--amount', '120', '--at', '2026-10-06')
  await run('deal', 'move', 'd1', 'won', '--at', '2026-10-10 12:00')
  return room
}

const json = async (room: Trial, ...argv: string[]) =>
  JSON.parse((await room.run([...argv, '--format', 'json'])).out)
const names = async (room: Trial, ...argv: string[]) =>
  (await json(room, 'contact', 'list', ...argv)).map(({ name }: { name: string }) => name)

test('the way from a lead to a customer is kept step by step, and counts as of the day asked', async () => {
  const room = await office()
  const { lifecycle, lifecycleHistory, referredBy } = await json(room, 'contact', 'show', 'Борис')
  expect([lifecycle, lifecycleHistory, referredBy]).toEqual([
    'customer',
    [
      { stage: 'mql', at: '2026-10-01' },
      { stage: 'sql', at: '2026-10-05' },
      { stage: 'customer', at: '2026-10-10T12:00:00+03:00' },
    ],
    'Анна',
  ])
  expect([
    await names(room, '--lifecycle', 'customer'),
    await names(room, '--lifecycle', 'lead'),
    await names(room, '--lifecycle', 'клиент', '--lifecycle', 'lead'),
    await names(room, '--lifecycle', 'mql', '--now', '2026-10-03'),
  ]).toEqual([['Борис'], ['Анна'], ['Анна', 'Борис'], ['Борис']])
})

test('a stage given to a customer is written down, and that they stay one is said', async () => {
  const room = await office()
  const { err } = await room.run(['contact', 'edit', 'Борис', '--lifecycle', 'sql', '--at', '2026-10-11'])
  expect(err).toBe('c2 Борис stays a customer, having a won deal; that they were SQL is written down\n')
  expect(await room.run(['contact', 'edit', 'Борис', '--lifecycle', 'mql', '--at', '2026-10-11'])).toEqual({
    exit: 0,
    out: '',
    err: 'c2 Борис stays a customer, having a won deal; that they were MQL is written down\n',
  })
  expect((await json(room, 'contact', 'show', 'Борис')).lifecycle).toBe('customer')
})

test('who referred somebody has what those bought', async () => {
  const room = await office()
  const shown = await room.run(['show', 'Анна', '--lang', 'uk'])
  expect(shown.out.split('\n').filter((line) => /рекоменд/.test(line))).toEqual([
    'за рекомендацією прийшли: c2 Борис',
  ])
  expect((await json(room, 'contact', 'show', 'Анна')).referred).toEqual({
    people: ['c2 Борис'],
    deals: 1,
    amount: 120,
    currency: 'UAH',
  })
  const { out } = await room.run(['contact', 'show', 'Борис', '--lang', 'ru'], { terminal: 80 })
  expect(out.split('\n').map((line) => line.trimEnd())).toEqual([
    'c2 Борис',
    '',
    'от кого  Анна',
    'путь     MQL с 01.10.2026 → SQL с 05.10.2026 → клиент с 10.10.2026',
    'создано  ср 14.10.2026 12:00',
    '',
    'id  сделка  этап  сумма',
    'd1  вікна   Won   120\u00a0₴',
    '',
  ])
})

test.each([
  [['--lifecycle', 'customer'], 'Nobody is made a customer by hand: they are one from their first won deal'],
  [['--lifecycle', 'x'], '--lifecycle takes lead, mql or sql, not "x"'],
  [['--at', 'yesterday'], '--at goes with --lifecycle'],
  [['--referred-by', 'Анна'], 'Анна cannot be referred by themselves'],
])('refused: %j', async (flags, sentence) => {
  const room = await office()
  expect((await room.run(['contact', 'edit', 'Анна', ...flags])).err).toBe(`${sentence}\n`)
})

test('a merge keeps the way, who was referred and what is waited for; a full copy and undo too', async () => {
  const room = await office()
  await room.run(['want', 'add', 'Борис', 'Дубові', 'двері'])
  await room.run(['contact', 'add', 'Боря', '--referred-by', 'Борис'])
  const before = (await room.run(['export', 'all'])).out
  await room.run(['contact', 'merge', 'Анна', 'Борис'])
  const { lifecycle, waitsFor, referred } = await json(room, 'contact', 'show', 'Анна')
  expect([lifecycle, waitsFor, referred.people]).toEqual(['customer', ['Дубові двері'], ['c3 Боря']])
  expect((await room.run(['doctor'])).exit).toBe(0)
  const copy = (await room.run(['export', 'all'])).out
  const other = trial({ now: '2026-10-15' })
  await other.run(['init', '--stages', 'A,B', '--currency', 'UAH', '--timezone', 'Europe/Kyiv'])
  await other.run(['import', 'all', '-'], { stdin: copy })
  expect((await other.run(['export', 'all'])).out).toBe(copy)
  await room.run(['undo'])
  expect((await room.run(['export', 'all'])).out).toBe(before)
})

test('goods that are waited for: who is told when they arrive, once', async () => {
  const room = await office()
  const said = async (...argv: string[]) => (await room.run(argv)).err
  expect([
    await said('want', 'add', 'Борис', 'Дубові двері'),
    await said('want', 'add', 'Анна', 'дубові', 'двері'),
    await said('want', 'add', 'Борис', 'дубові двері'),
    await said('want', 'add', 'Анна', 'Ручка'),
  ]).toEqual([
    'w1: Борис waits for Дубові двері\n',
    'w2: Анна waits for дубові двері\n',
    'w1: Борис waits for Дубові двері already\n',
    'w3: Анна waits for Ручка\n',
  ])
  const first = await room.run(['want', 'arrived', 'дубові'])
  expect(first.err).toBe(
    'Дубові двері has arrived. Who waits for it: 2. A task about each: voronka want arrived "Дубові двері" --make-tasks\n',
  )
  expect(await said('want', 'arrived', 'дубові двері', '--make-tasks')).toBe(
    'Дубові двері has arrived. Tasks made: 2\n',
  )
  expect(await said('want', 'arrived', 'дубові двері', '--make-tasks')).toBe(
    'Nobody waits for "дубові двері"\n',
  )
  const tasks = await json(room, 'task', 'list', '--sort', 'id')
  expect(tasks.map(({ text, contact, manager }: Record<string, string>) => [text, contact, manager])).toEqual(
    [
      ['Дубові двері has arrived, tell them', 'Борис', null],
      ['дубові двері has arrived, tell them', 'Анна', 'Олег'],
    ],
  )
  expect((await json(room, 'want', 'list')).map(({ id }: { id: string }) => id)).toEqual(['w3'])
  expect(await said('want', 'rm', 'w3')).toBe('w3: Анна does not wait for Ручка any more\n')
  const { out } = await room.run(['ждут', 'список', '--all', '--lang', 'ru'], { terminal: 80 })
  expect(out.split('\n').map((line) => line.trimEnd())).toEqual([
    'id  контакт  товар         менеджер  с           состояние',
    'w1  Борис    Дубові двері            14.10.2026  задача t1',
    'w2  Анна     дубові двері  Олег      14.10.2026  задача t2',
    '',
  ])
  await room.run(['contact', 'erase', 'Анна', '--yes'])
  expect((await json(room, 'want', 'list', '--all')).map(({ id }: { id: string }) => id)).toEqual(['w1'])
})

test('goods are known in whatever form of the word they were asked for', async () => {
  const room = trial({ now: '2026-10-14' })
  await room.run(['init', '--stages', 'Заявка,Рахунок', '--lang', 'uk'])
  await room.run(['contact', 'add', 'Ганна'])
  const added = await room.run(['want', 'add', 'Ганна', 'дубові столи', '--lang', 'uk'])
  const arrived = await room.run(['want', 'arrived', 'стіл дубовий', '--lang', 'uk'])
  expect([added.err, arrived.err]).toEqual([
    'w1: Ганна чекає: дубові столи\n',
    'дубові столи: уже є. Чекають: 1. Поставити завдання: voronka want arrived "дубові столи" --make-tasks\n',
  ])
})

test('how far somebody has come is said beside what else was changed', async () => {
  const room = trial({ now: '2026-10-14' })
  await room.run(['init', '--stages', 'New,Offer'])
  await room.run(['contact', 'add', 'Ann'])
  const { err } = await room.run(['contact', 'edit', 'Ann', '--note', 'x', '--lifecycle', 'sql'])
  expect(err).toBe('Changed c1 Ann: note – → x\nc1 Ann: SQL\n')
})
