import { expect, test } from 'vitest'
import { windowsWorkspace } from '../support/windows.ts'
import { trial } from './world.ts'

const { run, path } = trial({ now: '2026-10-14', terminal: 80, env: { VORONKA_LANG: 'ru' } })
windowsWorkspace(path('trial.db'))

test('the deals behind a figure, as a list of deals shows them', async () => {
  const ran = await run(['funnel', 'Q3', '-e', 'Договор:отказов'])
  expect(`\n${ran.out.replaceAll('\u00a0', ' ')}`).toMatchInlineSnapshot(`
    "
    Воронка «Окна» · июль–сентябрь 2026 · «Договор», отказов: 3

    id   сделка   этап   менеджер         сумма  создана
    d37  Окна 72  Отказ  Анна Белова  171 000 ₽  11.09.2026
    d38  Окна 25  Отказ  Анна Белова  171 000 ₽  26.07.2026
    d67  Окна 6   Отказ  Борис Ким    171 000 ₽  07.07.2026
    "
  `)
})

test('words of the three languages, a beginning of a stage, an outcome, a group', async () => {
  const count = async (cell: string) => {
    const ran = await run(['funnel', 'Q3', '--by', 'manager', '-e', cell, '--format', 'json'])
    expect([ran.exit, ran.err]).toEqual([0, ''])
    return JSON.parse(ran.out).length
  }
  expect(await count('зам')).toBe(84)
  expect(await count('Замер:у роботі')).toBe(9)
  expect(await count('Замер:в деле@без менеджера')).toBe(await count('Замер:open@(none)'))
  expect(await count('Предложение:дальше')).toBe(32)
  expect(await count('lost')).toBe(60)
  expect(await count('Выиграно@анна белова')).toBe(16)
  expect(await count('Выиграно@бел')).toBe(16)
  expect(await count('Выиграно@белова а')).toBe(16)
})

test('what there is not is refused, with what there is', async () => {
  const refused = async (...argv: string[]) => {
    const { exit, err } = await run(['funnel', 'Q3', ...argv])
    return [exit, err]
  }
  expect(await refused('-e', 'Замеры:lost')).toEqual([
    2,
    '--explain принимает ЭТАП:entered, lost, open или next, а не «Замеры:lost».\nЭтапы: Заявка, Замер, Предложение, Договор, Выиграно, Отказ\n',
  ])
  expect(await refused('-e', 'Замер:lost@Анна Белова')).toEqual([
    2,
    'Группа после @ — это группа из --by:\nvoronka funnel --by manager -e Договор:lost@Анна\n',
  ])
  expect(await refused('--by', 'manager', '-e', 'Замер:lost@Ким Анна')).toEqual([
    2,
    'Здесь нет группы «Ким Анна». Есть: Анна Белова, Борис Ким, Олег Сидоренко, Вера\nЛис, (нет)\n',
  ])
  expect(await refused('--mode', 'events', '-e', 'Замер:next')).toEqual([
    2,
    'В режиме events дальше идут не те же сделки, что пришли на этап. Кто пришёл:\nvoronka funnel --mode events -e ЭТАП:entered.\n',
  ])
})
