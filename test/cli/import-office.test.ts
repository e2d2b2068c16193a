import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bytesIn } from '../transfer/samples.ts'
import { type Trial, trial } from './world.ts'

async function workspace(): Promise<Trial> {
  const made = trial({ now: '2026-11-20' })
  await made.run(['init', '--stages', 'Новая', '--currency', 'RUB', '--timezone', 'Europe/Moscow'])
  return made
}

const SHEET = `Клиент;Телефон;Сумма;Статус;Дата обращения
ООО «Вектор»;8 (495) 111-22-33 доб. 12, 8 903 555-66-77;120 000 ?;Новая;01.10.2026
Вектор, второй заказ;8 903 555 66 77;40 000 ?;Новая;02.10.2026
Смирнов А.;—;;Новая;03.10.2026
ИТОГО;;160 000 ?;;
`

const load = (room: Trial, text: string, ...more: string[]) => {
  writeFileSync(room.path('sheet.csv'), bytesIn('windows-1251', text))
  return room.run(['import', 'deals', room.path('sheet.csv'), '--key', 'Клиент', '--lang', 'ru', ...more])
}

test('a table that an office program saved: lost signs of a currency, a total, one person by a second phone', async () => {
  const room = await workspace()
  expect(await load(room, SHEET)).toMatchInlineSnapshot(`
    {
      "err": "sheet.csv: кодировка windows-1251, разделитель «;», даты dmy, система file
    sheet.csv:5: Последняя строка — не запись: «ИТОГО 160 000 ?» не берётся.
    sheet.csv:2: Сумма: «120 000 ?»: Вместо знака валюты стоит «?»: в этой кодировке его нет. Взято без него; назвать валюту: --set currency=КОД (и ещё в 1 строке)
    ",
      "exit": 0,
      "out": "Импорт sheet.csv: 3 строки

             строк
    создано      3

    Новых контактов: 2
    Сумм без валюты: 2; взята валюта RUB
    Контакты, которые зовутся как компании (строк: 1; ООО «Вектор»). Если в колонке компании — отмените и загрузите с --map "company=Клиент"

    Посмотреть, что вышло: voronka funnel all
    Отменить импорт: voronka undo 2
    Сохранить эти параметры для следующего файла — добавьте: --save-profile ИМЯ
    ",
    }
  `)
  const contacts = JSON.parse((await room.run(['contact', 'list', '--format', 'json'])).out)
  expect(contacts.map(({ name, phones }: { name: string; phones: string[] }) => [name, phones])).toEqual([
    ['ООО «Вектор»', ['+74951112233', '+79035556677']],
    ['Смирнов А.', []],
  ])
  const shown = (await room.run(['contact', 'show', 'c1', '--lang', 'ru'])).out
  expect(
    shown
      .replaceAll('\u00a0', ' ')
      .split('\n')
      .filter((line) => /доб|d\d/.test(line)),
  ).toEqual([
    'телефон  +74951112233 доб. 12, +79035556677',
    'd2  Вектор, второй заказ  Новая   40 000 ₽',
    'd1  ООО «Вектор»          Новая  120 000 ₽',
  ])
  const again = JSON.parse((await load(room, SHEET, '--format', 'json')).out)
  expect([again.unchanged, again.operation]).toEqual([3, null])
})

test('rows put aside come with the command that imports them, and say nothing of who is gone', async () => {
  const room = await workspace()
  const broken = SHEET.replace('Новая;02.10', 'Ждём;02.10')
  const refused = await load(room, broken, '--save-profile', 'заявки')
  expect(refused.exit).toBe(65)
  expect(refused.out).toBe(
    'Импорт sheet.csv: 3 строки\n\n             строк\nне записано      2\nс ошибками       1\n',
  )
  expect(refused.err.split('\n').at(-2)).toBe('Набор параметров «заявки» тоже не сохранён')
  const rejects = room.path('bad.csv')
  const { out } = await load(room, broken, '--rejects', rejects, '--save-profile', 'заявки')
  const command = out.split('\n').find((line) => line.startsWith('Когда исправите их'))
  expect(command).toBe(
    `Когда исправите их: voronka import deals ${rejects} --profile заявки --date-order dmy`,
  )
  writeFileSync(rejects, readFileSync(rejects, 'utf8').replace('Ждём', 'Новая'))
  const mended = await room.run(['import', 'deals', rejects, '--profile', 'заявки', '--lang', 'ru'])
  expect([mended.exit, mended.out.includes('Больше нет в файле')]).toEqual([0, false])
  expect((await room.run(['deal', 'list', '--format', 'csv'])).out.trim().split('\n')).toHaveLength(4)
})
