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
    "Отменено: операция 14 — d1 Балкон, 3 окна: Замер → Выиграно
    Сделать заново: voronka won d1
    "
  `)
  await say('2026-10-15', 'done', 't2')
  await say('2026-10-15', 'contact', 'edit', 'c2', '--note', 'не звонить утром')
  await say('2026-10-15', 'contact', 'rm', 'c2', '--dry-run')
  expect((await made.run(['journal', '--limit', '12'], { terminal: 80 })).out).toMatchInlineSnapshot(`
    "           чт 15.10.2026
    17  12:00  контакт c2 «Пётр Лис»: заметка – → не звонить утром
    16  12:00  выполнена задача t2 Анна Иванова «Перезвонить Анне: балкон»
    15  12:00  отменено: d1 Балкон, 3 окна: Замер → Выиграно
    14  12:00  d1 Балкон, 3 окна: Замер → Выиграно · отменено операцией 15

             ср 14.10.2026
    13 12:00 d1 Балкон, 3 окна: сумма 120 000 ₽ → 130 000 ₽
    12 12:00 звонок a5 Анна Иванова «договорились о цене»; новая задача t4 Анна
             Иванова «отправить договор»

             вт 13.10.2026
    11 00:00 входящий звонок a1 Анна Иванова «Спрашивала про окна на балкон»; звонок
             a2 Анна Иванова; встреча a3 Пётр Лис «Замер двери, просит скидку» и ещё
             4

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
    17  12:00  contact c2 “Пётр Лис”: note – → не звонить утром
    16  12:00  task done: t2 Анна Иванова “Перезвонить Анне: балкон”
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
    2  12:00  новый контакт c1 «Анна Иванова»
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

test('every kind of edit says what was and what is', async () => {
  const made = trial({ env: { VORONKA_LANG: 'ru' }, now: '2026-11-16 10:00' })
  const lines = [
    ['init', '--stages', 'Заявка,Замер', '--currency', 'RUB', '--timezone', 'Europe/Moscow'],
    ['manager', 'add', 'Борис Ким'],
    ['add', 'Анна Иванова +79160000001 окна 120000, перезвонить завтра в 10'],
    ['task', 'move', 't1', '--to', 'пт 12:00'],
    ['task', 'edit', 't1', '--text', 'отправить КП', '--manager', 'Борис'],
    ['deal', 'edit', 'd1', '--amount', '150000', '--expected', '2026-12-01'],
    ['deal', 'move', 'd1', 'Замер'],
    ['contact', 'edit', 'c1', '--name', 'Анна Лис', '--phone', '+79160000002', '--lifecycle', 'sql'],
    ['manager', 'edit', 'm1', '--name', 'Борис Кимов', '--department', 'Опт', '--inactive'],
    ['stage', 'edit', 'Замер', '--name', 'Замеры', '--norm', '5', '--probability', '50%'],
    ['config', 'set', 'silent-after', '7'],
    ['config', 'set', 'work-hours', '10:00-19:00'],
    ['config', 'set', 'work-hours', '10:00-20:00'],
    ['fx', 'add', '2026-11-01', 'EUR', '98'],
    ['fx', 'add', '2026-11-01', 'EUR', '99'],
    ['plan', 'set', 'revenue', '100000'],
    ['contact', 'add', 'Дубль'],
    ['contact', 'merge', 'c1', 'c2'],
    ['reference', 'save', 'Лето', '--period', '2026-11'],
    ['call', 'c1', 'обсудили'],
    ['activity', 'rm', 'a1'],
    ['task', 'rm', 't1'],
    ['undo'],
  ]
  for (const line of lines) expect([line, (await made.run(line)).exit]).toEqual([line, 0])
  expect((await made.run(['journal', '--limit', '40'], { terminal: 80 })).out).toMatchInlineSnapshot(`
    "         пн 16.11.2026
    23 10:00 отменено: удалена задача t1 Анна Лис «отправить КП»
    22 10:00 удалена задача t1 Анна Лис «отправить КП» · отменено операцией 23
    21 10:00 убрано из записей — звонок a1 Анна Лис «обсудили»
    20 10:00 звонок a1 Анна Лис «обсудили»
    19 10:00 новый эталон «Лето»
    18 10:00 контакт c1 «Анна Лис»: заметка – → Слито: c2 Дубль; контакт c2 «Дубль»:
             слит с Анна Лис
    17 10:00 новый контакт c2 «Дубль»
    16 10:00 новый план p1 «выручка, команда, 2026-11: 100 000 ₽»
    15 10:00 курс «EUR 01.11.2026»: 98 → 99
    14 10:00 новый курс «EUR 01.11.2026: 98»
    13 10:00 настройка work-hours: 10:00-19:00 → 10:00-20:00
    12 10:00 настройка work-hours: – → 10:00-19:00
    11 10:00 настройка silent-after: – → 7
    10 10:00 этап «Замеры»: название Замер → Замеры, вероятность – → 50 %, норма,
             дней – → 5
     9 10:00 менеджер m1 «Борис Кимов»: имя Борис Ким → Борис Кимов, отдел – → Опт,
             работает да → нет
     8 10:00 контакт c1 «Анна Лис»: имя Анна Иванова → Анна Лис, телефон
             +79160000001 → +79160000002; путь клиента Анна Лис «SQL»
     7 10:00 d1 окна: Заявка → Замеры
     6 10:00 d1 окна: сумма 120 000 ₽ → 150 000 ₽; d1 окна: ждём – → вт 01.12.2026
     5 10:00 задача t1 Анна Лис «отправить КП»: текст перезвонить → отправить КП,
             менеджер – → Борис Кимов
     4 10:00 задача t1 Анна Лис «перезвонить»: срок вт 17.11.2026 10:00 → пт
             20.11.2026 12:00
     3 10:00 новая сделка d1 окна (Заявка); новый контакт c1 «Анна Иванова»; новая
             задача t1 Анна Лис «перезвонить»
     2 10:00 новый менеджер m1 «Борис Ким»
     1 10:00 создана база: воронка, этапы, настройки
    "
  `)
  expect((await made.run(['journal', '--lang', 'uk'], { terminal: 80 })).out).toMatchInlineSnapshot(`
    "         пн 16.11.2026
    23 10:00 скасовано: вилучено завдання t1 Анна Лис «отправить КП»
    22 10:00 вилучено завдання t1 Анна Лис «отправить КП» · скасовано операцією 23
    21 10:00 прибрано із записів — дзвінок a1 Анна Лис «обсудили»
    20 10:00 дзвінок a1 Анна Лис «обсудили»
    19 10:00 новий еталон «Лето»
    18 10:00 контакт c1 «Анна Лис»: нотатка – → Слито: c2 Дубль; контакт c2 «Дубль»:
             об’єднано з Анна Лис
    17 10:00 новий контакт c2 «Дубль»
    16 10:00 новий план p1 «виручка, команда, 2026-11: 100 000 ₽»
    15 10:00 курс «EUR 01.11.2026»: 98 → 99
    14 10:00 новий курс «EUR 01.11.2026: 98»
    13 10:00 налаштування work-hours: 10:00-19:00 → 10:00-20:00
    12 10:00 налаштування work-hours: – → 10:00-19:00
    11 10:00 налаштування silent-after: – → 7
    10 10:00 етап «Замеры»: назва Замер → Замеры, імовірність – → 50 %, норма, днів
             – → 5
     9 10:00 менеджер m1 «Борис Кимов»: ім’я Борис Ким → Борис Кимов, відділ – →
             Опт, працює так → ні
     8 10:00 контакт c1 «Анна Лис»: ім’я Анна Иванова → Анна Лис, телефон
             +79160000001 → +79160000002; шлях клієнта Анна Лис «SQL»
     7 10:00 d1 окна: Заявка → Замеры
     6 10:00 d1 окна: сума 120 000 ₽ → 150 000 ₽; d1 окна: чекаємо – → вт 01.12.2026
     5 10:00 завдання t1 Анна Лис «отправить КП»: текст перезвонить → отправить КП,
             менеджер – → Борис Кимов
     4 10:00 завдання t1 Анна Лис «перезвонить»: термін вт 17.11.2026 10:00 → пт
             20.11.2026 12:00
    "
  `)
})

test('what was undone before is not the state that an operation found', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'Новая,Замер', '--lang', 'ru'])
  await run(['deal', 'add', 'Балкон'])
  await run(['lost', 'd1'])
  await run(['undo'])
  await run(['lost', 'd1', 'дорого'])
  const told = async () =>
    (await run(['journal', '--limit', '4', '--format', 'csv'])).out
      .split('\n')
      .map((line) => line.split(',').slice(3).join(','))
  expect(await told()).toMatchInlineSnapshot(`
    [
      "state,what",
      ","d1 Балкон: Новая → Отказ, дорого"",
      "отмена операции 3,отменено: d1 Балкон: Новая → Отказ",
      "отменено операцией 4,d1 Балкон: Новая → Отказ",
      ",новая сделка d1 Балкон (Новая)",
      "",
    ]
  `)
  expect((await run(['undo'])).err).toMatchInlineSnapshot(`
    "Отменено: операция 5 — d1 Балкон: Новая → Отказ, дорого
    Сделать заново: voronka lost d1 дорого
    "
  `)
  // One that was undone only later is what the next found.
  await run(['deal', 'move', 'd1', 'Замер'])
  await run(['won', 'd1'])
  await run(['undo'])
  await run(['undo'])
  expect((await told()).slice(1, 5)).toMatchInlineSnapshot(`
    [
      "отмена операции 7,отменено: d1 Балкон: Новая → Замер",
      "отмена операции 8,отменено: d1 Балкон: Замер → Выиграно",
      "отменено операцией 9,d1 Балкон: Замер → Выиграно",
      "отменено операцией 10,d1 Балкон: Новая → Замер",
    ]
  `)
})

test('an undo says how to do it again, a second one in a row that it took back more, one of an undo what it undid', async () => {
  const texts = await Promise.all(
    ['en', 'ru', 'uk'].map(async (lang) => {
      const home = trial()
      for (const line of [
        ['init', '--stages', 'A'],
        ['manager', 'add', 'Anna'],
        ['contact', 'add', 'Olga'],
      ])
        await home.run([...line])
      const said = async (...line: string[]) => (await home.run([...line, '--lang', lang])).err
      return [await said('undo'), await said('undo'), await said('undo', '4')].join('')
    }),
  )
  expect(texts.join('')).toMatchInlineSnapshot(`
    "Undone: operation 3 – new contact c1 “Olga”
    To do it again: voronka contact add Olga
    Undone too: operation 2 – new manager m1 “Anna”
    To do it again: voronka manager add Anna
    Operation 4 is itself an undo, of operation 3. To do that again: voronka contact add Olga
    Отменено: операция 3 — новый контакт c1 «Olga»
    Сделать заново: voronka contact add Olga
    Отменено ещё и это: операция 2 — новый менеджер m1 «Anna»
    Сделать заново: voronka manager add Anna
    Операция 4 сама отменила операцию 3. Сделать ту заново: voronka contact add Olga
    Скасовано: операція 3 — новий контакт c1 «Olga»
    Зробити знову: voronka contact add Olga
    Скасовано ще й це: операція 2 — новий менеджер m1 «Anna»
    Зробити знову: voronka manager add Anna
    Операція 4 сама скасувала операцію 3. Зробити ту знову: voronka contact add Olga
    "
  `)
})
