import { expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { type Trial, trial } from './world.ts'

interface Shown {
  manager: string
  text: string
  due: string
  state: string
}

async function shown(room: Trial, ...argv: string[]): Promise<Shown[]> {
  return JSON.parse((await room.run([...argv, '--format', 'json'])).out)
}

async function office(): Promise<Trial> {
  const room = trial({ now: '2026-10-14' })
  const run = async (...argv: string[]) => {
    const { exit, err } = await room.run(argv)
    expect([exit, exit === 0 ? '' : err]).toEqual([0, ''])
  }
  await run('init', '--stages', 'New,Offer', '--currency', 'UAH')
  for (const name of ['Анна', 'Борис', 'Вера']) await run('manager', 'add', name)
  await run('contact', 'add', 'Клиент', '--manager', 'Анна')
  await run('contact', 'add', 'Другой', '--manager', 'Анна')
  await run('company', 'add', 'Ромашка', '--manager', 'Анна')
  for (const [title, amount] of [
    ['a', '10'],
    ['b', '70'],
    ['c', '30'],
    ['d', '20'],
    ['e', '5'],
  ] as const)
    await run(
      'deal',
      'add',
      title,
      '--amount',
      amount,
      '--manager',
      'Анна',
      ...(title === 'c' ? ['--contact', 'c1'] : []),
    )
  await run('deal', 'move', 'd5', 'won')
  const tasks = 'id,text,due,manager,deal,contact\n1,раз,2026-10-20,Анна,3,\n2,два,2026-10-21,Анна,,\n'
  await room.run(['import', 'tasks', '-'], { stdin: tasks })
  return room
}

const managers = async (room: Trial) =>
  (await shown(room, 'deal', 'list', '--sort', 'id')).map(({ manager }) => manager)

test('open work is shared evenly, what belongs together stays together', async () => {
  const room = await office()
  const before = await managers(room)
  const argv = ['handover', 'Анна', '--to', 'Борис,Вера', '--until', '2026-10-24']
  expect((await room.run([...argv, '--dry-run'])).exit).toBe(0)
  expect(await managers(room)).toEqual(before)
  const { exit, out, err } = await room.run(argv)
  expect([exit, out, err.split('\n')]).toEqual([
    0,
    '',
    [
      'Анна: handed over 4 deals, 2 tasks, 2 contacts, 1 company until 24 Oct 2026, of which a task reminds. Back again: voronka handover back m1',
      '  Борис: 2 deals, 1 task, 1 contact, 1 company, deals of ₴80',
      '  Вера: 2 deals, 1 task, 1 contact, deals of ₴50',
      '',
    ],
  ])
  expect(await managers(room)).toEqual(['Борис', 'Борис', 'Вера', 'Вера', 'Анна'])
  const contacts = await shown(room, 'contact', 'list')
  expect(contacts.map(({ manager }) => manager)).toEqual(['Вера', 'Борис'])
  const [, , reminder] = await shown(room, 'task', 'list', '--sort', 'id')
  expect([reminder?.text, reminder?.due, reminder?.state]).toEqual([
    'Анна is back: voronka handover back m1',
    '2026-10-24',
    'open',
  ])
  const { history } = JSON.parse((await room.run(['deal', 'show', 'd1', '--format', 'json'])).out)
  expect(history.map((row: { kind: string; value: string }) => [row.kind, row.value])).toEqual([
    ['stage', 'New'],
    ['manager', 'Борис'],
  ])
  expect((await room.run(['doctor'])).exit).toBe(0)
})

test('what is still with whom it was given to comes back; new work and closed deals stay', async () => {
  const room = await office()
  await room.run(['handover', 'Анна', '--to', 'Борис', '--to', 'Вера', '--until', '2026-10-24'])
  await room.run(['deal', 'move', 'd1', 'won'])
  await room.run(['deal', 'edit', 'd2', '--manager', 'Вера'])
  await room.run(['deal', 'add', 'new', '--manager', 'Борис'])
  expect(await shown(room, 'handover', 'list')).toEqual([
    {
      from: 'Анна',
      to: 'Борис',
      at: '2026-10-14T12:00:00+00:00',
      until: '2026-10-24',
      back: null,
      given: { deals: 2, tasks: 1, meetings: 0, contacts: 1, companies: 1 },
      still: { deals: 0, tasks: 1, meetings: 0, contacts: 1, companies: 1 },
    },
    {
      from: 'Анна',
      to: 'Вера',
      at: '2026-10-14T12:00:00+00:00',
      until: '2026-10-24',
      back: null,
      given: { deals: 2, tasks: 1, meetings: 0, contacts: 1, companies: 0 },
      still: { deals: 2, tasks: 1, meetings: 0, contacts: 1, companies: 0 },
    },
  ])
  expect(await room.run(['handover', 'back', 'Анна', '--lang', 'ru'])).toEqual({
    exit: 0,
    out: '',
    err: 'Анна: возвращено: 2 сделки, 2 задачи, 2 контакта, 1 компания\n',
  })
  expect(await managers(room)).toEqual(['Борис', 'Вера', 'Анна', 'Анна', 'Анна', 'Борис'])
  const [, , reminder] = await shown(room, 'task', 'list', '--sort', 'id')
  expect(reminder?.state).toBe('done')
  expect((await room.run(['handover', 'back', 'Анна'])).err).toBe(
    'Nothing of Анна is handed over. See: voronka handover list\n',
  )
  await room.run(['undo'])
  expect(await managers(room)).toEqual(['Борис', 'Вера', 'Вера', 'Вера', 'Анна', 'Борис'])
})

test('bare, it asks a person whose work goes to whom, and is refused where nobody is there', async () => {
  const room = await office()
  const one = person(['m1', 'm3'])
  const asked = await room.run(['handover', '--lang', 'ru'], { terminal: 80, ask: one.ask })
  expect([asked.exit, asked.err.split('\n')[0]?.startsWith('Анна: ')]).toEqual([0, true])
  expect(one.heard).toEqual([
    'Чью работу передать? [m1 Анна | m2 Борис | m3 Вера] ⏎ m1',
    'Кому? [m2 Борис | m3 Вера] ⏎ m3',
  ])
  await room.run(['undo'])
  expect((await room.run(['handover', '--lang', 'ru'])).err).toBe(
    'voronka handover: не хватает <менеджер>. Смотрите: voronka handover --help\n',
  )
  expect((await room.run(['handover', 'Анна', '--lang', 'ru'])).err).toBe(
    'Скажите, кому передать: voronka handover m1 --to ИМЯ,ИМЯ\n',
  )
})

test('a full copy keeps handovers, and undo takes one back whole', async () => {
  const room = await office()
  const before = (await room.run(['export', 'all'])).out
  await room.run(['handover', 'Анна', '--to', 'Борис,Вера'])
  const copy = (await room.run(['export', 'all'])).out
  const other = trial({ now: '2026-10-15' })
  await other.run(['init', '--stages', 'A,B', '--currency', 'UAH'])
  await other.run(['import', 'all', '-'], { stdin: copy })
  expect((await other.run(['export', 'all'])).out).toBe(copy)
  await room.run(['undo'])
  expect((await room.run(['export', 'all'])).out).toBe(before)
})

test.each([
  [['Анна'], 2, 'Say who gets the work: voronka handover m1 --to NAME,NAME'],
  [['Анна', '--to', 'Анна'], 1, 'Анна cannot hand work over to themselves'],
  [['Анна', '--to', 'Борис,m2'], 1, 'Борис is named twice in --to'],
  [['Анна', '--to', 'Борис', '--until', '2026-10-14'], 2, '--until 14 Oct 2026 is not after today'],
  [['Вера', '--to', 'Борис'], 1, 'Вера has no open work to hand over'],
])('refused: %j', async (args, exit, sentence) => {
  const room = await office()
  expect(await room.run(['handover', ...args])).toEqual({ exit, out: '', err: `${sentence}\n` })
})

test('whoever leaves is said to leave work behind, and gets none', async () => {
  const room = await office()
  const { err } = await room.run(['manager', 'edit', 'Анна', '--inactive'])
  expect(err.split('\n')[1]).toBe(
    'Анна leaves open deals (4) and tasks (2). To share them: voronka handover m1 --to NAME,NAME',
  )
  expect((await room.run(['handover', 'Борис', '--to', 'Анна'])).err).toBe(
    'Анна does not work here any more. Name another, or: voronka manager edit m1 --active\n',
  )
})

test('a department is named where a manager is: in lists and reports', async () => {
  const room = await office()
  await room.run(['manager', 'edit', 'Анна', '--department', 'Отдел продаж'])
  await room.run(['manager', 'edit', 'Вера', '--department', 'отдел продаж'])
  await room.run(['deal', 'add', 'v', '--manager', 'Вера'])
  await room.run(['deal', 'add', 'b', '--manager', 'Борис'])
  const department = ['--manager', 'отдел продаж']
  const deals = await shown(room, 'deal', 'list', '--sort', 'id', ...department)
  expect(deals.map(({ manager }) => manager)).toEqual([...Array(5).fill('Анна'), 'Вера'])
  expect(await shown(room, 'contact', 'list', ...department)).toHaveLength(2)
  expect(await shown(room, 'company', 'list', ...department)).toHaveLength(1)
  expect(await shown(room, 'task', 'list', ...department)).toHaveLength(2)
  const funnel = JSON.parse((await room.run(['funnel', 'this-month', ...department, '--format', 'json'])).out)
  expect(funnel.totals.deals).toBe(6)
})

test('the list fits a screen: how much of it is still where it was given', async () => {
  const room = await office()
  await room.run(['handover', 'Анна', '--to', 'Борис,Вера', '--until', '2026-10-24'])
  await room.run(['deal', 'move', 'd1', 'won'])
  const { out } = await room.run(['handover', 'list', '--lang', 'ru'], { terminal: 80 })
  expect(out.split('\n').map((line) => line.trimEnd())).toEqual([
    'чьё   кому   с           до          сделки  задачи  контакты',
    'Анна  Борис  14.10.2026  24.10.2026  1 из 2  1 из 1    1 из 1',
    'Анна  Вера   14.10.2026  24.10.2026  2 из 2  1 из 1    1 из 1',
    '',
  ])
})

test('whoever gets the work may be named without the flag', async () => {
  const room = await office()
  const { exit, err } = await room.run(['handover', 'Анна', 'Борис', 'Вера', '--dry-run'])
  const same = await room.run(['handover', 'Анна', '--to', 'Борис,Вера', '--dry-run'])
  expect([exit, err]).toEqual([0, same.err])
})

test('what rules make of a deal that was handed over is for who took it', async () => {
  const room = trial({ now: '2026-10-14' })
  const run = async (now: string, ...argv: string[]) => {
    const { exit, err } = await room.run(argv, { now })
    expect([exit, exit === 0 ? '' : err]).toEqual([0, ''])
    return err
  }
  await run('2026-10-14', 'init', '--stages', 'New,Offer')
  for (const name of ['Anna', 'Boris', 'Vera']) await run('2026-10-14', 'manager', 'add', name)
  const rule = ['rule', 'add', '--stay', 'New', '--days', '2', '--task']
  await run('2026-10-14', ...rule, 'Theirs')
  await run('2026-10-14', ...rule, 'Hers', '--manager', 'Anna')
  await run('2026-10-14', 'deal', 'add', 'Door', '--manager', 'Anna')
  await run('2026-10-14', 'deal', 'add', 'Gate', '--manager', 'Vera')
  const said = await run('2026-10-17', 'handover', 'Anna', '--to', 'Boris')
  const { out } = await room.run(['task', 'list', '--format', 'json'])
  const tasks = (JSON.parse(out) as { text: string; deal: string; manager: string }[])
    .map(({ text, deal, manager }) => `${text} ${deal} ${manager}`)
    .sort()
  expect(tasks).toEqual(['Hers d1 Boris', 'Hers d2 Boris', 'Theirs d1 Boris', 'Theirs d2 Vera'])
  expect(said).toMatchInlineSnapshot(`
    "Anna: handed over 1 deal. Back again: voronka handover back m1
      Boris: 1 deal
    Rule "New · Theirs": task t1 "Theirs", due Fri 16 Oct 2026, Boris
    Rule "New · Theirs": task t2 "Theirs", due Fri 16 Oct 2026, Vera
    Rule "New · Hers": task t3 "Hers", due Fri 16 Oct 2026, Boris
    Rule "New · Hers": task t4 "Hers", due Fri 16 Oct 2026, Boris
    "
  `)
  await run('2026-10-18', 'handover', 'back', 'Anna')
  await run('2026-10-18', 'deal', 'add', 'Roof', '--manager', 'Anna')
  await run('2026-10-21', 'rule', 'run')
  const later = await room.run(['task', 'list', '--format', 'json'])
  expect(
    (JSON.parse(later.out) as { deal: string; manager: string }[])
      .filter(({ deal }) => deal === 'd3')
      .map(({ manager }) => manager),
  ).toEqual(['Anna', 'Anna'])
})
