import { beforeAll, expect, test } from 'vitest'
import { firm } from '../support/firm.ts'
import type { Trial } from './world.ts'

let small: Trial
beforeAll(async () => {
  small = await firm()
})

const screen = async (...words: string[]) => {
  const { exit, out, err } = await small.run(['search', ...words], { terminal: 80 })
  return { exit, err, out: out.split('\n') }
}

test('a screen', async () => {
  expect(await screen('окон')).toMatchInlineSnapshot(`
    {
      "err": "",
      "exit": 0,
      "out": [
        "    Сделки",
        "d1  Балкон, 3 окна  Замер · 120 000 ₽  Анна Иванова, ООО «Ромашка»",
        "d3  Окно в кухню    Отказ              Анна Иванова",
        "",
        "    Разговоры и заметки",
        "a1  Спрашивала про окна на балкон  01.09.2026 10:00 · звонок  Анна Иванова",
        "",
      ],
    }
  `)
  expect(await screen('иванова')).toMatchInlineSnapshot(`
    {
      "err": "",
      "exit": 0,
      "out": [
        "    Люди",
        "c1  Анна Иванова  ООО «Ромашка» · +79161234567",
        "",
        "    Сделки",
        "d1  Балкон, 3 окна  Замер · 120 000 ₽  Анна Иванова, ООО «Ромашка»",
        "d3  Окно в кухню    Отказ              Анна Иванова",
        "",
      ],
    }
  `)
  expect(await screen('скидка')).toMatchInlineSnapshot(`
    {
      "err": "",
      "exit": 0,
      "out": [
        "    Сделки",
        "d3  Окно в кухню  Отказ  отказ: дорого, ждёт скидку",
        "",
        "    Разговоры и заметки",
        "a3  Замер двери, просит скидку  12.10.2026 11:00 · встреча  Пётр Лис",
        "",
      ],
    }
  `)
  expect(await screen('123 45 67')).toMatchInlineSnapshot(`
    {
      "err": "",
      "exit": 0,
      "out": [
        "    Люди",
        "c1  Анна Иванова  ООО «Ромашка» · +79161234567",
        "",
        "    Сделки",
        "d1  Балкон, 3 окна  Замер · 120 000 ₽  Анна Иванова, ООО «Ромашка»",
        "d3  Окно в кухню    Отказ              Анна Иванова",
        "",
      ],
    }
  `)
})

test('words shared between a record and its people', async () => {
  expect(await screen('анна', 'балконы')).toMatchInlineSnapshot(`
    {
      "err": "",
      "exit": 0,
      "out": [
        "    Сделки",
        "d1  Балкон, 3 окна  Замер · 120 000 ₽  Анна Иванова, ООО «Ромашка»",
        "",
        "    Задачи",
        "t2  Перезвонить Анне: балкон  12.10.2026  Анна Иванова",
        "",
        "    Разговоры и заметки",
        "a1  Спрашивала про окна на балкон  01.09.2026 10:00 · звонок  Анна Иванова",
        "",
      ],
    }
  `)
})

test('JSON', async () => {
  const { out } = await small.run(['search', 'скидку', '--format', 'json'])
  expect(JSON.parse(out)).toMatchInlineSnapshot(`
    [
      {
        "at": "2026-09-07T12:00:00+00:00",
        "id": "d3",
        "kind": "deal",
        "snippet": "дорого, ждёт скидку",
        "title": "Окно в кухню",
        "where": "lostReason",
      },
      {
        "at": "2026-10-12T11:00:00+00:00",
        "id": "a3",
        "kind": "activity",
        "snippet": "Замер двери, просит скидку",
        "title": "Замер двери, просит скидку",
        "where": "text",
      },
    ]
  `)
})

test('only some kinds, and the first of them', async () => {
  expect(await screen('иванова', '--kind', 'сделки', '--limit', '1')).toMatchInlineSnapshot(`
    {
      "err": "Есть ещё: voronka search иванова --kind сделки --limit 2
    ",
      "exit": 0,
      "out": [
        "    Сделки · 1 из 2",
        "d1  Балкон, 3 окна   Замер · 120 000 ₽  Анна Иванова, ООО «Ромашка»",
        "",
      ],
    }
  `)
})

test('nothing to find, nothing found', async () => {
  expect(await small.run(['search', '"*"'])).toEqual({
    exit: 2,
    out: '',
    err: 'В «"*"» нет ни одного слова для поиска. Введите слова или их начала: voronka search анна балкон\n',
  })
  expect(await small.run(['search', 'AND', 'NEAR(', '--format', 'json'])).toEqual({
    exit: 0,
    out: '[]\n',
    err: 'Ничего не найдено: AND NEAR(\n',
  })
})

test('whatever happens to a deal, by hand or taken back, it is found by the words it has', async () => {
  const trial = await firm()
  const finds = async (text: string) =>
    (await trial.run(['search', text, '--kind', 'deal'])).out.includes('d1 ')
  const words = ['балкон', 'сквозняк', 'терраса']
  const after = async (...command: string[]) => {
    const { exit, err } = await trial.run(command)
    expect([exit, exit === 0 ? '' : err]).toEqual([0, ''])
    const found = await Promise.all(words.map(finds))
    return words.filter((_, i) => found[i])
  }
  expect(await after('deal', 'move', 'd1', 'Договор')).toEqual(['балкон'])
  expect(await after('lost', 'd1', '--reason', 'сквозняк')).toEqual(['балкон', 'сквозняк'])
  expect(await after('deal', 'edit', 'd1', '--amount', '5')).toEqual(['балкон', 'сквозняк'])
  expect(await after('deal', 'move', 'd1', 'Замер')).toEqual(['балкон'])
  expect(await after('undo')).toEqual(['балкон', 'сквозняк'])
  expect(await after('deal', 'edit', 'd1', '--title', 'Терраса', '--amount', '7')).toEqual([
    'сквозняк',
    'терраса',
  ])
  expect(await after('undo')).toEqual(['балкон', 'сквозняк'])
})
