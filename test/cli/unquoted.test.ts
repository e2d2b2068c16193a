import { expect, test } from 'vitest'
import { answering } from './asking.ts'
import { trial } from './world.ts'

/** Names, reasons and sums of several words, as they are typed in haste: without quotes. */

test('names of several words, reasons and sums need no quotes', async () => {
  const home = trial({ env: { VORONKA_LANG: 'ru' } })
  const said = async (line: string) => (await home.run(line.split(' '))).err.trimEnd()
  await home.run(['init', '--stages', 'Заявка,КП отправлено', '--currency', 'RUB', '--timezone', 'UTC'])
  await home.run(['contact', 'add', 'тётя Люся'])
  await home.run(['deal', 'add', 'остекление офиса', '--contact', 'Люся'])
  await home.run(['deal', 'add', 'лоджия'])
  await home.run(['task', 'add', 'отправить КП', '--due', 'пн', '--about', 'Люся'])
  await home.run(['task', 'add', 'КП', '--due', 'вт'])
  expect([
    await said('deal move остекление офиса КП отправлено'),
    await said('deal move остекление офиса КП --dry-run'),
    await said('task move отправить кп на пт'),
    await said('task move t1 t2 на чт'),
    await said('done отправить кп всё дошло'),
    await said('lost остекление офиса не берёт дверь'),
    await said('deal move d1 Заявка'),
    await said('lost люся'),
    await said('lost люся не берёт дверь'),
    await said('lost тётя люся дорого'),
    await said('won люся'),
    await said('deal edit лоджия --amount 78т'),
    await said('deal edit лоджия --amount 55тр'),
    await home
      .run(['deal', 'edit', 'лоджия', '--amount', 'сорок пять тысяч'])
      .then(({ err }) => err.trimEnd()),
    await said('won лоджия 240к --dry-run'),
    await said('won лоджия сто двадцать тысяч'),
    await said('won лоджия и ещё'),
    await said('счёт лоджия'),
    await said('stage edit КП отправлено --счёт'),
    await said('счёт остекление офиса'),
    await said('invoice d2'),
  ]).toMatchInlineSnapshot(`
    [
      "d1 остекление офиса: Заявка → КП отправлено",
      "d1 остекление офиса уже на этапе «КП отправлено», с ср 14.10.2026 12:00
    Пробный запуск: ничего не изменено",
      "t1 отправить КП: пн 19.10.2026 → пт 16.10.2026",
      "Перенесено на чт 15.10.2026: 2 (t1, t2)",
      "Готово t1 отправить КП · c1 тётя Люся · d1 остекление офиса · «всё дошло»",
      "d1 остекление офиса: КП отправлено → Отказ (не берёт дверь)",
      "Снова в деле d1 остекление офиса: Отказ → Заявка",
      "d1 остекление офиса: Заявка → Отказ
    Причина не записана. Записать: voronka lost d1 ПРИЧИНА",
      "d1 остекление офиса, Отказ: не берёт дверь",
      "d1 остекление офиса, Отказ: дорого",
      "d1 остекление офиса (Отказ) уже закрыта. Вернуть в работу: voronka deal move d1 ЭТАП",
      "Изменена d2 лоджия: сумма – → 78 000 ₽",
      "Изменена d2 лоджия: сумма 78 000 ₽ → 55 000 ₽",
      "Изменена d2 лоджия: сумма 55 000 ₽ → 45 000 ₽",
      "d2 лоджия: Заявка → Выиграно
    Изменена d2 лоджия: сумма 45 000 ₽ → 240 000 ₽
    Пробный запуск: ничего не изменено",
      "d2 лоджия: Заявка → Выиграно
    Изменена d2 лоджия: сумма 45 000 ₽ → 120 000 ₽",
      "Непонятная сумма «и ещё»: пишите, например, 1200.50 или 1 200,50 RUB.",
      "Нет этапа «счёт» в воронке «Продажи». Есть: Заявка, КП отправлено, Выиграно, Отказ. Все: voronka stage list. Добавить: voronka stage add "счёт"",
      "Изменён этап «КП отправлено»: счёт нет → да",
      "Снова в деле d1 остекление офиса: Отказ → КП отправлено",
      "Снова в деле d2 лоджия: Выиграно → КП отправлено",
    ]
  `)
})

test('whom and what was said may stand in one pair of quotes', async () => {
  const home = trial({ env: { VORONKA_LANG: 'ru' } })
  const said = async (...argv: string[]) => (await home.run(argv)).err.trimEnd()
  await home.run(['init', '--stages', 'Заявка', '--currency', 'RUB', '--timezone', 'UTC'])
  await home.run(['contact', 'add', 'Света Громова', '--phone', '+7 916 123-45-67'])
  await home.run(['contact', 'add', 'Анна Ковалёва'])
  expect([
    await said('call', 'Света просит перезвонить завтра в 12'),
    await said('call', 'Света Громова: просит скидку'),
    await said('call', 'недозвон Света'),
    await said('call', '8 916 123-45-67 просит скидку'),
    await said('message', 'от Света, согласна'),
    await said('note', 'Анна любит тёмное'),
    await said('note', 'Вася любит тёмное'),
    await said('call', 'Света'),
    await said('call', 'свете не дозвонился'),
    await said('call', 'Света Клининг'),
    await said('call', 'Света Клининг', '--new', '--dry-run'),
    await said('call', 'Вася просит скидку'),
    await said('call', 'Анна', 'Иванова', 'просит', 'скидку'),
    await said('call', 'Света', 'Громова:', 'просит', 'скидку'),
  ]).toMatchInlineSnapshot(`
    [
      "Записано a1: звонок · c1 Света Громова · ответили · «просит перезвонить завтра в 12»
    Дальше t1: чт 15.10.2026 12:00 — перезвонить",
      "Записано a2: звонок · c1 Света Громова · ответили · «просит скидку»",
      "Записано a3: звонок · c1 Света Громова · недозвон",
      "Записано a4: звонок · c1 Света Громова · ответили · «просит скидку»",
      "Записано a5: входящее сообщение · c1 Света Громова · «согласна»",
      "Записано a6: заметка · c2 Анна Ковалёва · «любит тёмное»",
      "voronka note: не хватает <текст>. Смотрите: voronka note --help",
      "Записано a7: звонок · c1 Света Громова · ответили",
      "Нет ни контакта, ни компании, ни сделки «свете». Может быть, это c1 Света Громова? Тогда назовите так. Если кто-то новый:
      voronka call "свете не дозвонился" --new",
      "Нет ни контакта, ни компании, ни сделки «Света Клининг». Есть: Анна Ковалёва, Света Громова. Сразу завести контакт:
      voronka call "Света Клининг" --new",
      "Записано a8: звонок · c3 Света Клининг · ответили
    Новый контакт c3 Света Клининг
    Пробный запуск: ничего не изменено",
      "Нет ни контакта, ни компании, ни сделки «Вася просит скидку». Есть: Анна Ковалёва, Света Громова. Сразу завести контакт:
      voronka call "Вася просит скидку" --new",
      "Нет ни контакта, ни компании, ни сделки «Анна Иванова». Есть: Анна Ковалёва, Света Громова. Сразу завести контакт:
      voronka call Анна Иванова просит скидку --new",
      "Записано a8: звонок · c1 Света Громова · ответили · «просит скидку»",
    ]
  `)
})

test('of a name in quotes with what was said a person at a terminal is asked whether to make the contact', async () => {
  const home = trial({ env: { VORONKA_LANG: 'ru' } })
  await home.run(['init', '--stages', 'Заявка', '--currency', 'RUB', '--timezone', 'UTC'])
  const ask = answering(true)
  const { err } = await home.run(['call', 'Вася Пупкин просит скидку'], { ask, terminal: 80 })
  expect(err).toMatchInlineSnapshot(`
    "Записано a1: звонок · c1 Вася Пупкин · ответили · «просит скидку»
    Новый контакт c1 Вася Пупкин
    "
  `)
})
