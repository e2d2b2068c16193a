import { expect, test } from 'vitest'
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
