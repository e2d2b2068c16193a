import { beforeEach, expect, test } from 'vitest'
import { answering, jsonOf } from './asking.ts'
import { type Trial, trial } from './world.ts'

let workspace: Trial

beforeEach(async () => {
  workspace = trial()
  await workspace.run(['init', '--pipeline', 'Sales', '--stages', 'New,Proposal'])
  await workspace.run(['manager', 'add', 'Анна Белова', '--email', 'Anna@x.ua', '--department', 'Окна'])
})

const anna = {
  id: 'm1',
  name: 'Анна Белова',
  email: 'Anna@x.ua',
  department: 'Окна',
  aliases: [],
  active: true,
  openDeals: 0,
}

test('a manager added is said, shown and listed', async () => {
  const added = await workspace.run(['manager', 'add', 'Борис Ким', '--alias', 'B. Kim', '--lang', 'ru'])
  expect(added).toEqual({ exit: 0, out: '', err: 'Добавлен m2 Борис Ким\n' })
  expect((await workspace.run(['manager', 'list'])).out).toBe(
    [
      'id  name         e-mail     department  also called  open deals',
      'm1  Анна Белова  Anna@x.ua  Окна                              0',
      'm2  Борис Ким                           B. Kim                0',
      '',
    ].join('\n'),
  )
  expect(
    (await workspace.run(['manager', 'list', '--format', 'csv', '--sort', '-name', '--limit', '1'])).out,
  ).toBe('id,name,email,department,aliases,active,openDeals\nm2,Борис Ким,,,B. Kim,yes,0\n')
  expect(await jsonOf(workspace, 'manager', 'show', 'белова')).toEqual(anna)
})

test('a name of several words needs no quotes where nothing else can be meant', async () => {
  const added = await workspace.run([
    'менеджер',
    'додати',
    'Оксана',
    'Бондар',
    '--псевдонім',
    'Ксеня',
    '--lang',
    'uk',
  ])
  expect(added.err).toBe('Додано m2 Оксана Бондар\n')
  expect(await jsonOf(workspace, 'manager', 'show', 'Бондар', 'Оксана')).toMatchObject({ aliases: ['Ксеня'] })
  const { err } = await workspace.run(['batch', '-'], { stdin: 'manager add Ольга Мороз\n' })
  expect(err).toMatch(/m3 Ольга Мороз/)
})

test('all, in any language, is everyone in a filter', async () => {
  await workspace.run(['manager', 'add', 'Борис Ким'])
  await workspace.run(['me', 'Борис'])
  await workspace.run(['contact', 'add', 'Пётр', '--manager', 'Анна'])
  await workspace.run(['deal', 'add', 'Балкон', '--contact', 'Пётр', '--manager', 'Анна'])
  await workspace.run(['task', 'add', 'акт', '--manager', 'Анна', '--due', '14.10'])
  for (const all of ['all', 'все', 'всі'])
    for (const list of ['deal list', 'task list', 'contact list'])
      expect(await jsonOf(workspace, ...list.split(' '), '--manager', all)).toHaveLength(1)
  const today = async (...argv: string[]) => (await workspace.run(['today', '--format', 'json', ...argv])).out
  expect(await today('--manager', 'усі')).toBe(await today('--all'))
  expect(await today('--all')).not.toBe(await today())
  await workspace.run(['manager', 'edit', 'Анна', '--department', 'Все'])
  await workspace.run(['deal', 'add', 'Окно'])
  expect(await jsonOf(workspace, 'deal', 'list', '--manager', 'все')).toHaveLength(1)
})

test.each(['m1', 'М1', 'анна', 'БЕЛОВА АННА', 'anna@X.UA', '.'])('a manager is named by %s', async (text) => {
  expect(await jsonOf(workspace, 'manager', 'show', text)).toEqual(anna)
})

test('a name that fits nobody is refused with those there are, a taken one with its owner', async () => {
  expect(await workspace.run(['manager', 'show', 'Аня'])).toEqual({
    exit: 1,
    out: '',
    err: 'There is no manager "Аня". There is: Анна Белова. All of them: voronka manager list\n',
  })
  expect(await workspace.run(['manager', 'add', 'анна  БЕЛОВА'])).toEqual({
    exit: 1,
    out: '',
    err: '"анна БЕЛОВА" is m1 Анна Белова already. Change that one: voronka manager edit, or give another name\n',
  })
})

test('several that fit are listed, and chosen from at a terminal', async () => {
  await workspace.run(['manager', 'add', 'Анна Лис'])
  expect(await workspace.run(['manager', 'show', 'анна', '--lang', 'ru'])).toEqual({
    exit: 1,
    out: '',
    err: '«анна» — это двое: m1 Анна Белова (Окна), m2 Анна Лис. Назовите точнее\n',
  })
  const chosen = await workspace.run(['manager', 'show', 'анна', '--format', 'json'], {
    terminal: 80,
    ask: answering(1),
  })
  expect(JSON.parse(chosen.out)).toEqual({
    ...anna,
    id: 'm2',
    name: 'Анна Лис',
    email: null,
    department: null,
  })
})

test('what is edited, and what an empty value takes away', async () => {
  expect((await workspace.run(['manager', 'edit', 'm1', '--name', 'Анна Лис', '--email', ''])).err).toBe(
    'Changed m1 Анна Лис: name Анна Белова → Анна Лис · e-mail Anna@x.ua → – · also called – → Анна Белова\n',
  )
  expect(await jsonOf(workspace, 'manager', 'show', 'm1')).toEqual({
    ...anna,
    name: 'Анна Лис',
    email: null,
    aliases: ['Анна Белова'],
  })
  expect((await workspace.run(['manager', 'edit', 'm1', '--name', 'Анна Лис'])).err).toBe(
    'Nothing to change: it is so already\n',
  )
  expect(await workspace.run(['manager', 'edit', 'm1'])).toEqual({
    exit: 2,
    out: '',
    err: 'Say what to change. See: voronka manager edit --help\n',
  })
})

test('a merged manager is the survivor under each of their names, until it is undone', async () => {
  await workspace.run(['manager', 'add', 'Белова А.', '--alias', 'abelova'])
  await workspace.run(['me', 'abelova'])
  expect((await workspace.run(['manager', 'merge', 'm1', 'm2'])).err).toBe(
    'Белова А. is m1 Анна Белова from now on, in every report. To take it back: voronka undo 5\n',
  )
  const merged = { ...anna, aliases: ['Белова А.', 'abelova'] }
  for (const text of ['m2', 'abelova', 'Белова А'])
    expect(await jsonOf(workspace, 'manager', 'show', text)).toEqual(merged)
  expect(await jsonOf(workspace, 'manager', 'list')).toEqual([merged])
  expect((await workspace.run(['me'])).out).toBe('m1 Анна Белова\n')
  await workspace.run(['undo'])
  expect(await jsonOf(workspace, 'manager', 'show', 'm1')).toEqual(anna)
  expect((await workspace.run(['me'])).out).toBe('m2 Белова А.\n')
})

test('a trial run says what it would do and does nothing', async () => {
  expect(await workspace.run(['manager', 'rm', 'm1', '--dry-run'])).toEqual({
    exit: 0,
    out: '',
    err: 'Removed m1 Анна Белова\nA trial run: nothing was changed\n',
  })
  expect(await jsonOf(workspace, 'manager', 'list')).toEqual([anna])
})

test('a manager goes together with those merged into them', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'New'])
  for (const name of ['Anna', 'Boris']) await run(['manager', 'add', name])
  await run(['manager', 'merge', 'm1', 'm2', '--yes'])
  expect((await run(['manager', 'rm', 'm1', '--yes'])).exit).toBe(0)
  expect((await run(['manager', 'list', '--format', 'csv'])).out.split('\n').length).toBe(2)
  expect((await run(['undo'])).exit).toBe(0)
  expect((await run(['doctor'])).exit).toBe(0)
})

test('what nobody has is told of when it is first known who types, and taken', async () => {
  await workspace.run(['contact', 'add', 'Лев Тихий'])
  await workspace.run(['deal', 'add', 'Балкон', '--contact', 'Лев'])
  await workspace.run(['task', 'add', 'замер', '--about', 'Лев', '--due', 'завтра'])
  const counted =
    'Без менеджера: 1 сделка, 1 задача, 1 контакт. Взять себе: voronka me "Анна Белова" --take\n'
  expect((await workspace.run(['me', 'Анна', '--lang', 'ru', '--dry-run'])).err).toBe(
    `Вы — Анна Белова\n${counted}Пробный запуск: ничего не изменено\n`,
  )
  expect((await workspace.run(['config', 'set', 'me', 'Анна', '--lang', 'ru'])).err).toBe(
    `Теперь me: Анна Белова\n${counted}`,
  )
  expect((await workspace.run(['me', 'Анна', '--take', '--lang', 'ru'])).err).toBe(
    'Вы — Анна Белова\nБыло без менеджера: 1 сделка, 1 задача, 1 контакт. Теперь менеджер — Анна Белова\n',
  )
  for (const [what, id] of [
    ['deal', 'd1'],
    ['task', 't1'],
    ['contact', 'c1'],
  ] as const)
    expect(await jsonOf(workspace, what, 'show', id)).toMatchObject({ manager: 'Анна Белова' })
  await workspace.run(['undo'])
  expect(await jsonOf(workspace, 'deal', 'show', 'd1')).toMatchObject({ manager: null })
})
