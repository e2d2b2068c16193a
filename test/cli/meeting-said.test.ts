import { expect, test } from 'vitest'
import { trial } from './world.ts'

test('a meeting in words: when it is, that it was not, and when it will be', async () => {
  const small = trial({ env: { VORONKA_LANG: 'uk' } })
  await small.run(['init', '--stages', 'Заявка,Замір', '--currency', 'UAH', '--timezone', 'Europe/Kyiv'])
  await small.run(['contact', 'add', 'Ніна Бондаренко'])
  await small.run(['contact', 'add', 'Петро Лис'])
  const said = async (now: string, text: string) =>
    (await small.run(['meet', ...text.split(' '), '--now', now])).err.split('\n')[0]
  expect([
    await said('2026-11-23 11:00', 'Бондаренко сьогодні о 13:00 в офісі'),
    await said('2026-11-23 15:00', 'Бондаренко не відбулася, захворіла, перенесли на четвер 12:00'),
    await said('2026-11-23 15:00', 'Лис завтра о 15'),
    await said('2026-11-23 15:00', 'Лис показали зразки 3 штуки'),
    await said('2026-11-23 15:00', 'Лис вчора о 10 обговорили ціну'),
    await said('2026-11-24 16:00', 'Лис не прийшов'),
    await said('2026-11-24 16:00', 'Лис скасували, більше не хоче'),
    await said('2026-11-24 16:00', 'Бондаренко скасували ціну, підпише в п’ятницю'),
    await said('2026-11-25 16:00', 'a1 скасували'),
  ]).toMatchInlineSnapshot(`
    [
      "Записано a1: зустріч · c1 Ніна Бондаренко · призначена · пн 23.11.2026 13:00 · «в офісі»",
      "Записано a1: зустріч · c1 Ніна Бондаренко · чт 26.11.2026 12:00 · «в офісі»",
      "Записано a2: зустріч · c2 Петро Лис · призначена · вт 24.11.2026 15:00",
      "Записано a3: зустріч · c2 Петро Лис · відбулася · «показали зразки 3 штуки»",
      "Записано a4: зустріч · c2 Петро Лис · відбулася · нд 22.11.2026 10:00 · «обговорили ціну»",
      "Записано a2: зустріч · c2 Петро Лис · не відбулася",
      "Записано a5: зустріч · c2 Петро Лис · не відбулася · «більше не хоче»",
      "Записано a6: зустріч · c1 Ніна Бондаренко · відбулася · «скасували ціну, підпише в п’ятницю»",
      "Записано a1: зустріч · c1 Ніна Бондаренко · не відбулася · «в офісі»",
    ]
  `)
})

test('flags win, and then the text keeps its words', async () => {
  const small = trial({ env: { VORONKA_LANG: 'ru' } })
  await small.run(['init', '--stages', 'Заявка,Замер', '--currency', 'RUB', '--timezone', 'UTC'])
  await small.run(['contact', 'add', 'Пётр Лис'])
  const said = async (...words: string[]) =>
    (await small.run(['meet', 'Лис', ...words, '--now', '2026-11-23 15:00'])).err.split('\n')[0]
  expect(await said('не пришли,', 'ждали', '--outcome', 'held')).toBe(
    'Записано a1: встреча · c1 Пётр Лис · состоялась · «не пришли, ждали»',
  )
  expect(await said('завтра', 'в', '15', '--at', '2026-11-22 10:00')).toBe(
    'Записано a2: встреча · c1 Пётр Лис · состоялась · вс 22.11.2026 10:00 · «завтра в 15»',
  )
})

test.each([
  ['замер в четверг в 11:30', 'назначена · чт 26.11.2026 11:30 · «замер»'],
  ['на замер в пятницу к десяти', 'назначена · пт 27.11.2026 10:00 · «на замер»'],
  ['перенесли на пятницу', 'назначена · пт 27.11.2026 · «перенесли»'],
  ['у них завтра в 12', 'назначена · вт 24.11.2026 12:00 · «у них»'],
  ['замер сделали до 17', 'состоялась · «замер сделали до 17»'],
  ['показали образцы', 'состоялась · «показали образцы»'],
  ['не приехал', 'не состоялась'],
])('a meeting called %s is to come where a day stands behind it', async (text, expected) => {
  const small = trial({ env: { VORONKA_LANG: 'ru' } })
  await small.run(['init', '--stages', 'Заявка,Замер', '--currency', 'RUB', '--timezone', 'UTC'])
  await small.run(['contact', 'add', 'Пётр Лис'])
  const { err } = await small.run(['meet', 'Лис', ...text.split(' '), '--now', '2026-11-23 15:00'])
  expect(err.split('\n')[0]).toBe(`Записано a1: встреча · c1 Пётр Лис · ${expected}`)
})
