import { writeFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { type Trial, trial } from './world.ts'

/** The day of somebody who works alone and types as they speak. */

let room: Trial

beforeEach(async () => {
  room = trial({ now: '2026-10-14T10:00', env: { VORONKA_LANG: 'ru' } })
  const lines = [
    ['init', '--stages', 'Заявка,Замер', '--currency', 'RUB', '--timezone', 'Europe/Moscow'],
    ['manager', 'add', 'Ирина Швец'],
    ['manager', 'add', 'Ольга Миронова'],
    ['me', 'Ирина'],
    ['add', 'Света Громова, +7 916 123-45-67, шторы, 45 000', '--yes'],
    ['add', 'Лена Орлова, +7 917 555-44-33, тюль, 15 000, перезвонить сегодня в 16', '--yes'],
  ]
  for (const line of lines) {
    const ran = await room.run(line)
    if (ran.exit !== 0) throw new Error(ran.err)
  }
})

async function said(...argv: string[]): Promise<string> {
  const { out, err } = await room.run(argv)
  return (out + err).trimEnd()
}

test('a word for oneself is me, and nobody is called so', async () => {
  expect([
    await said('manager', 'add', 'я'),
    await said('manager', 'edit', 'Ольга', '--name', 'Я сама'),
    await said('deal', 'add', 'Карниз', '--manager', 'мне'),
    await said('me', '--none'),
    await said('deal', 'add', 'Жалюзи', '--manager', 'я'),
  ]).toMatchInlineSnapshot(`
    [
      "«я» — слово, а не имя. Ваше: voronka manager add ИМЯ, затем voronka me ИМЯ",
      "«Я сама» — слово, а не имя. Ваше: voronka manager add ИМЯ, затем voronka me ИМЯ",
      "Добавлена d3 Карниз: Заявка · Ирина Швец",
      "Теперь «я» — никто",
      "Не сказано, кто это «я»: voronka me ИМЯ",
    ]
  `)
})

test('a word for oneself in the column of managers is me, or is refused where nobody knows who that is', async () => {
  const file = room.path('d.csv')
  writeFileSync(
    file,
    'Сделка;Этап;Менеджер;Создана\nШторы в детскую;Замер;я;01.10.2026\nКарниз;Замер;Я;02.10.2026\n',
  )
  const mine = await said('import', 'deals', file, '--key', 'Сделка', '--dry-run')
  await said('me', '--none')
  expect([
    mine.split('\n')[5],
    await said('import', 'deals', file, '--key', 'Сделка'),
  ]).toMatchInlineSnapshot(`
    [
      "Менеджер «я» в файле — это вы, Ирина Швец",
      "Не сказано, кто это «я»: voronka me ИМЯ",
    ]
  `)
})

test.each([
  'Света Громова снова, тюль',
  'опять Света, тюль',
  'Света Громова ещё раз хочет шторы',
  'Света Громова, шторы, позвонить ещё раз завтра',
  'Костя Рыжов, +7 916 222-00-11, с Авито, шторы',
  'Костя Рыжов, +7 916 222-00-11, инстаграм, шторы',
  'Костя Рыжов +7 916 222-00-11 шторы из инстаграма',
  'с Авито Костя Рыжов, +7 916 222-00-11, шторы',
  'Костя Рыжов, +7 916 222-00-11, шторы из льна',
  '+7 916 222-00-11 пропущенный',
  '+7 916 222-00-11, звонила, не успела взять',
])('an inquiry: %s', async (text) => {
  expect(await said('add', text)).toMatchSnapshot()
})

test('work is handed to whoever stands in the dative, till the day behind it', async () => {
  expect([
    await said('передать', 'дела', 'Ольге', 'до', 'понедельника', '--dry-run'),
    await said('handover', 'Ольге', '--dry-run'),
    await said('handover', 'Ольга', '--dry-run'),
  ]).toMatchInlineSnapshot(`
    [
      "Ирина Швец: передано: 2 сделки, 1 задача, 2 контакта до 19.10.2026, о возврате напомнит задача. Вернуть: voronka handover back m1
      Ольга Миронова: 2 сделки, 1 задача, 2 контакта, сделки на 60 000 ₽
    Пробный запуск: ничего не изменено",
      "Ирина Швец: передано: 2 сделки, 1 задача, 2 контакта. Вернуть: voronka handover back m1
      Ольга Миронова: 2 сделки, 1 задача, 2 контакта, сделки на 60 000 ₽
    Пробный запуск: ничего не изменено",
      "Скажите, кому передать: voronka handover m2 --to ИМЯ,ИМЯ",
    ]
  `)
})

test('words that are no command say which is near', async () => {
  expect([
    await said('отчёт', 'за', 'неделю'),
    await said('оплата'),
    await said('аванс', 'Света', '5000'),
  ]).toMatchInlineSnapshot(`
    [
      "Нет команды «отчёт»: у каждого отчёта своя. Есть: воронка, конверсия, сроки, команда, действия, отказы, слабое-звено, прогноз, план, застряли, отклик, реактивация, удержание, путь, сводка, эталон, бонус. Например: voronka действия эта-неделя",
      "Нет команды «оплата»: частичные оплаты не учитываются, их можно записать заметкой: voronka заметка <кто> оплата. Когда оплачено всё: voronka выиграно <сделка>",
      "Нет команды «аванс». Может быть, voronka заметка Света "аванс 5000"? Все команды: voronka help",
    ]
  `)
})

test('a task by its person in another case, hours behind a day, days ahead', async () => {
  expect([
    await said('отложить', 'лену', 'на', 'завтра'),
    await said('встреча', 'Света', '26-го', 'с', '10'),
    (await said('задачи', 'на', 'неделю')).split('\n')[1],
  ]).toMatchInlineSnapshot(`
    [
      "t1 перезвонить: ср 14.10.2026 16:00 → чт 15.10.2026 16:00",
      "Записано a1: встреча · c1 Света Громова · d1 шторы · назначена · пн 26.10.2026 10:00",
      "t1  15.10.2026 16:00  перезвонить  открыта               Ирина Швец  Лена Орлова",
    ]
  `)
})

test('two lines of a note stay apart', async () => {
  expect(await said('note', 'Света', 'любит утром\nдубль, спросить\nпозже.\nвсё')).toMatchInlineSnapshot(
    `"Записано a1: заметка · c1 Света Громова · d1 шторы · «любит утром; дубль, спросить; позже. всё»"`,
  )
})

test('what a task is comes before what became of its deal', async () => {
  await said('won', 'Лена')
  expect((await said('today')).split('\n').find((line) => line.includes('Лена'))).toMatchInlineSnapshot(
    `"сегодня 16:00  Лена Орлова    +79175554433  перезвонить · тюль · Выиграно  15 000 ₽  done t1"`,
  )
})

test('people: an address is no name, and one phone in two notations is one', async () => {
  const file = room.path('p.csv')
  writeFileSync(
    file,
    'Имя;Тел.;Адрес;Дата обращения\nКатя Ли;+79160001122;ул. Мира, 5;01.10.2026\nКатя Л.;8 (916) 000-11-22;Лесная 4;02.10.2026\n',
  )
  const { ask, heard } = person(['не брать', 'Имя', true])
  await room.run(['import', 'contacts', file], { terminal: 200, ask })
  expect(heard.slice(0, 2)).toMatchInlineSnapshot(`
    [
      "Колонка «Адрес» (ул. Мира, 5 · Лесная 4): что это? [сохранить как своё поле | не брать | id | внешний id (externalId) | внешняя система (externalSystem) …] ⏎ не брать",
      "Колонки с id нет. По чему узнать строку в следующем файле? Где то же самое, изменится прежняя запись, где другое — добавится новая [Имя: во всех строках разное | Адрес: во всех строках разное | Дата обращения: во всех строках разное | Тел.: повторов 1] ⏎ Имя",
    ]
  `)
  expect(await said('import', 'contacts', file, '--key', 'Тел.', '--ignore', 'Адрес')).toMatchInlineSnapshot(`
    "Импорт p.csv: 2 строки

                строк
    с ошибками      2
    p.csv: кодировка utf-8, разделитель «;», даты dmy, система file
    p.csv:2: Тел.: «+79160001122»: Другие строки с этим id говорят иное (name, phones, created): 3. Оставьте одну из них или назовите более точный ключ: --key
    p.csv:3: Тел.: «+79160001122»: Другие строки с этим id говорят иное (name, phones, created): 2. Оставьте одну из них или назовите более точный ключ: --key
    Ничего не записано: строк с ошибками — 2. Исправьте их или возьмите хорошие, а эти отложите: --rejects ФАЙЛ"
  `)
})
