import { expect, test } from 'vitest'
import { trial } from './world.ts'

test('a name may look like an id: the id comes first, and the name is found where no such id is', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'New'])
  const stdin =
    'id,title,stage,manager,company\n1,A,New,Anna,Acme\n2,B,New,m1,o1\n3,C,New,m9,O9\n4,D,New,.,.\n'
  expect((await run(['import', 'deals', '-'], { stdin })).exit).toBe(0)
  const manager = async (text: string) => {
    const { exit, out } = await run(['manager', 'show', text, '--format', 'json'])
    return exit === 0 ? [JSON.parse(out).id, JSON.parse(out).name] : exit
  }
  expect([await manager('m1'), await manager('m2'), await manager('m9'), await manager('m4')]).toEqual([
    ['m1', 'Anna'],
    ['m2', 'm1'],
    ['m3', 'm9'],
    ['m4', '.'],
  ])
  const owned = async (text: string) =>
    JSON.parse((await run(['deal', 'list', '--manager', text, '--format', 'json'])).out).map(
      ({ title }: { title: string }) => title,
    )
  expect([await owned('m1'), await owned('m2'), await owned('m9')]).toEqual([['A'], ['B'], ['C']])
  const company = async (text: string) =>
    JSON.parse((await run(['company', 'show', text, '--format', 'json'])).out).name
  expect([await company('o1'), await company('o2'), await company('o9')]).toEqual(['Acme', 'o1', 'O9'])
})

test('a single dot is no name to give by hand: it is the record last touched', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'New'])
  for (const kind of ['manager', 'company', 'contact'])
    expect(await run([kind, 'add', '.'])).toEqual({
      exit: 2,
      out: '',
      err: 'A single dot is no name: it stands for the record last touched\n',
    })
})

test('an apostrophe may be left out of a name, whatever is named by it', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'New'])
  await run(['contact', 'add', "В'ячеслав Гнатюк"])
  await run(['company', 'add', "ТОВ Комп'ютер"])
  await run(['deal', 'add', 'Вікна', '--contact', 'c1'])
  await run(['deal', 'add', "Сім'я"])
  const id = async (...words: string[]) =>
    JSON.parse((await run([...words, '--format', 'json'])).out).id as string
  expect([
    await id('contact', 'show', 'вячеслав'),
    await id('company', 'show', 'компютер'),
    await id('deal', 'show', 'вячеслав'),
    await id('deal', 'show', 'сімя'),
  ]).toEqual(['c1', 'o1', 'd1', 'd2'])
})

test('a deal named with a slip or in another case: whose deal is near; a stage: the near one before a new one', async () => {
  const { run } = trial({ env: { VORONKA_LANG: 'ru' } })
  await run(['init', '--pipeline', 'Окна', '--stages', 'Заявка,Замер,Договор'])
  await run(['add', 'Анна Иванова, окна', '--yes'])
  await run(['add', 'Игорь Петрович, двери', '--yes'])
  await run(['add', 'Петр Сомов, балкон', '--yes'])
  const said = async (...line: string[]) => (await run(line)).err.trimEnd()
  expect([
    await said('won', 'Ивнова'),
    await said('lost', 'Ивановой', 'дорого'),
    await said('deal', 'move', 'Ивнов', 'Замер'),
    await said('deal', 'move', 'Иванова', 'договр'),
    await said('deal', 'move', 'Иванова', 'на', 'замер'),
    await said('deal', 'move', 'Пётр', 'в', 'договор'),
    await said('двинь', 'Пётр'),
  ]).toMatchInlineSnapshot(`
    [
      "Нет сделки «Ивнова». Есть: d1 окна (Анна Иванова). Все: voronka deal list",
      "Нет сделки «Ивановой». Есть: d1 окна (Анна Иванова). Все: voronka deal list",
      "Нет сделки «Ивнов». Есть: d1 окна (Анна Иванова). Все: voronka deal list",
      "Этапа «договр» нет, но есть «Договор»: voronka deal move d1 Договор. Все этапы: voronka stage list. Добавить новый: voronka stage add договр",
      "d1 окна: Заявка → Замер",
      "d3 балкон: Заявка → Договор",
      "voronka deal move: не хватает <этап>. Смотрите: voronka deal move --help",
    ]
  `)
})
