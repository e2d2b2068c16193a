import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { jsonOf } from './asking.ts'
import { type RunOptions, trial } from './world.ts'

const DEALS = `id,title,stage,created,manager
1,x,A,2026-10-01,Ольга
2,y,A,2026-10-01,Пётр
3,z,A,2026-10-02,Б. Ким
4,u,A,2026-10-02,Ирина
`

/** Two Irinas, and one each of the others. */
async function workspace(options: RunOptions = {}) {
  const made = trial({ env: { VORONKA_LANG: 'ru' }, ...options })
  await made.run(['init', '--stages', 'A,B', '--timezone', 'Europe/Kyiv', '--currency', 'UAH'])
  for (const name of ['Ольга Белова', 'Борис Ким', 'Ирина Лис', 'Ирина Мороз'])
    await made.run(['manager', 'add', name])
  writeFileSync(made.path('deals.csv'), DEALS)
  const managers = async () =>
    ((await jsonOf(made, 'manager', 'list')) as { id: string; name: string; aliases: string[] }[]).map(
      ({ id, name, aliases }) => [id, name, ...aliases].join(' '),
    )
  return { ...made, managers, file: made.path('deals.csv') }
}

test('off a terminal a name that may be short for one here is told of, with what joins the two', async () => {
  const { run, managers, file } = await workspace()
  const { exit, out } = await run(['import', 'deals', file])
  expect([exit, out.split('\n').slice(5, 9)]).toEqual([
    0,
    [
      'Новые менеджеры (4): Ольга, Пётр, Б. Ким, Ирина',
      'Менеджера по имени «Ольга» не было, заведён новый; если это Ольга Белова: voronka manager merge m1 m5',
      'Менеджера по имени «Б. Ким» не было, заведён новый; если это Борис Ким: voronka manager merge m2 m7',
      '',
    ],
  ])
  for (const line of ['manager merge m1 m5', 'manager merge m2 m7'])
    expect((await run(line.split(' '))).exit).toBe(0)
  expect(await managers()).toEqual([
    'm1 Ольга Белова Ольга',
    'm2 Борис Ким Б. Ким',
    'm3 Ирина Лис',
    'm4 Ирина Мороз',
    'm6 Пётр Пётр',
    'm8 Ирина Ирина',
  ])
  // Joined once, they are known to the next file.
  const again = await run(['import', 'deals', file])
  expect(again.out).not.toMatch(/Нов/)
})

test('--manager says who a name is, for the next files too; who is nobody here is refused', async () => {
  const { run, managers, file } = await workspace()
  const { exit, out } = await run(
    ['import', 'deals', file, '--manager', 'Ольга=Белова'].concat([
      '--manager',
      'Б. Ким=m2',
      '--manager',
      'Ирина=m3',
    ]),
  )
  expect([exit, out.split('\n').find((line) => line.startsWith('Нов'))]).toEqual([
    0,
    'Новые менеджеры (1): Пётр',
  ])
  expect(await managers()).toEqual([
    'm1 Ольга Белова Ольга',
    'm2 Борис Ким Б. Ким',
    'm3 Ирина Лис Ирина',
    'm4 Ирина Мороз',
    'm5 Пётр Пётр',
  ])
  expect((await run(['import', 'deals', file, '--manager', 'Ольга'])).exit).toBe(2)
  expect((await run(['import', 'deals', file, '--manager', 'Зоя=Зинаида'])).exit).toBe(1)
})

test('at a terminal it is asked, and another person stays another', async () => {
  const { run, managers, file } = await workspace({ terminal: 100 })
  const { ask, heard } = person(['Ольга Белова', 'другой человек, новый менеджер', 'Ирина Мороз', false])
  const { exit, err } = await run(['import', 'deals', file], { ask })
  expect([exit, heard]).toMatchInlineSnapshot(`
    [
      0,
      [
        "«Ольга» — менеджер в файле, здесь такого имени нет: кто это? [Ольга Белова | другой человек, новый менеджер] ⏎ Ольга Белова",
        "«Б. Ким» — менеджер в файле, здесь такого имени нет: кто это? [Борис Ким | другой человек, новый менеджер] ⏎ другой человек, новый менеджер",
        "«Ирина» — менеджер в файле, здесь такого имени нет: кто это? [Ирина Лис | Ирина Мороз | другой человек, новый менеджер] ⏎ Ирина Мороз",
        "Сохранить ответы под именем — для следующих таких файлов? ⏎ false",
      ],
    ]
  `)
  expect(err.split('\n').find((line) => line.startsWith('voronka import'))).toBe(
    `voronka import deals ${file} --manager "Ольга=Ольга Белова" --manager "Ирина=Ирина Мороз"`,
  )
  expect(await managers()).toEqual([
    'm1 Ольга Белова Ольга',
    'm2 Борис Ким',
    'm3 Ирина Лис',
    'm4 Ирина Мороз Ирина',
    'm5 Пётр Пётр',
    'm6 Б. Ким Б. Ким',
  ])
})
