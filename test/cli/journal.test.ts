import { expect, test } from 'vitest'
import { firm } from '../support/firm.ts'
import { trial } from './world.ts'

test('a diary by days, in words', async () => {
  const made = await firm()
  const say = async (now: string, ...argv: string[]) => (await made.run(argv, { now })).err
  await say('2026-10-14', 'call', 'Анна', 'договорились о цене', '--next', 'отправить договор завтра')
  await say('2026-10-14', 'deal', 'edit', 'd1', '--amount', '130000')
  await say('2026-10-15', 'won', 'd1')
  expect(await say('2026-10-15', 'undo')).toMatchInlineSnapshot(`
    "Отменено: операция 14 — d1 Балкон, 3 окна: Замер → Выиграно (voronka won d1)
    "
  `)
  await say('2026-10-15', 'done', 't2')
  await say('2026-10-15', 'contact', 'edit', 'c2', '--note', 'не звонить утром')
  await say('2026-10-15', 'contact', 'rm', 'c2', '--dry-run')
  expect((await made.run(['journal', '--limit', '12'], { terminal: 80 })).out).toMatchInlineSnapshot(`
    "           чт 15.10.2026
    17  12:00  изменено: контакт c2 «Пётр Лис»
    16  12:00  выполнено: задача t2 Анна Иванова «Перезвонить Анне: балкон»
    15  12:00  отменено: d1 Балкон, 3 окна: Замер → Выиграно
    14  12:00  d1 Балкон, 3 окна: Замер → Выиграно · отменено операцией 15

             ср 14.10.2026
    13 12:00 d1 Балкон, 3 окна: сумма 120 000 ₽ → 130 000 ₽
    12 12:00 звонок a5 Анна Иванова «договорились о цене»; добавлено: задача t4 Анна
             Иванова «отправить договор»

             вт 13.10.2026
    11 00:00 входящий звонок a1 Анна Иванова «Спрашивала про окна на балкон»; звонок
             a2 Анна Иванова; встреча a3 Пётр Лис «Замер двери, просит скидку» и ещё
             5

               чт 01.10.2026
    10  12:00  d3 Окно в кухню: Заявка → Отказ, дорого, ждёт скидку

              вс 20.09.2026
    9  12:00  d1 Балкон, 3 окна: Заявка → Замер

              пн 07.09.2026
    8  12:00  новая сделка d3 Окно в кухню (Заявка)

              сб 05.09.2026
    7  12:00  новая сделка d2 Входная дверь (Заявка)

              вт 01.09.2026
    6  12:00  новая сделка d1 Балкон, 3 окна (Заявка)
    "
  `)
  expect(
    (await made.run(['journal', '--limit', '3', '--lang', 'en'], { terminal: 80 })).out,
  ).toMatchInlineSnapshot(`
    "           Thu 15 Oct 2026
    17  12:00  changed: contact c2 “Пётр Лис”
    16  12:00  done: task t2 Анна Иванова “Перезвонить Анне: балкон”
    15  12:00  taken back: d1 Балкон, 3 окна: Замер → Выиграно
    "
  `)
})

test('of a period', async () => {
  const made = await firm()
  const operations = async (...argv: string[]) => {
    const { out, err } = await made.run(['журнал', ...argv, '--format', 'json'], { now: '2026-09-07' })
    return out === '[]\n'
      ? err
      : (JSON.parse(out) as { operation: number }[]).map(({ operation }) => operation)
  }
  expect(await operations('сегодня')).toEqual([8])
  expect(await operations('вчера')).toBe('В это время ничего не делали\n')
  expect(await operations('сентябрь', '2026', '--limit', '2')).toEqual([9, 8])
  expect(await operations('--period', '2026-10')).toEqual([11, 10])
})

test('the first line says what was made; nothing is padded where it is not cut', async () => {
  const made = trial({ env: { VORONKA_LANG: 'ru' } })
  await made.run(['начать', '--stages', 'Заявка,Замер'])
  await made.run(['контакт', 'добавить', 'Анна Иванова', '--note', 'просила перезвонить'])
  await made.run(['note', 'Анна', `длинная заметка ${'о балконе '.repeat(12)}`])
  await made.run(['undo'])
  expect((await made.run(['journal'])).out).toMatchInlineSnapshot(`
    "          ср 14.10.2026
    4  12:00  отменено: заметка a1 Анна Иванова «длинная заметка о балконе о балконе о балконе о балконе о балконе о балконе о балконе о балконе о балконе о балконе о балконе о балконе»
    3  12:00  заметка a1 Анна Иванова «длинная заметка о балконе о балконе о балконе о балконе о балконе о балконе о балконе о балконе о балконе о балконе о балконе о балконе» · отменено операцией 4
    2  12:00  добавлено: контакт c1 «Анна Иванова»
    1  12:00  создана база: воронка, этапы, настройки
    "
  `)
  const first = async (lang: string) =>
    (await made.run(['journal', '--lang', lang])).out.split('\n').at(-2)?.slice(10)
  expect([await first('en'), await first('uk')]).toMatchInlineSnapshot(`
    [
      "the workspace was made: its pipeline, stages and settings",
      "створено базу: воронку, етапи, налаштування",
    ]
  `)
})
