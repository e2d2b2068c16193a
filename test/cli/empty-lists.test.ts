import { expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { trial } from './world.ts'

/** A workspace has these from its beginning. */
const NEVER_EMPTY = ['config list', 'dashboard list', 'pipeline list', 'stage list']

const LISTS = COMMANDS.map(({ name }) => name).filter(
  (name) => / (list|outbox|load)$/.test(name) && !NEVER_EMPTY.includes(name),
)

test('a list without records says so in one sentence, with the command that makes one', async () => {
  const { run } = trial({ env: { VORONKA_LANG: 'ru' } })
  await run(['init', '--template', 'calls', '--currency', 'RUB'])
  const said: Record<string, string> = {}
  for (const name of LISTS) {
    const { exit, out, err } = await run(name.split(' '), { terminal: 300 })
    expect([name, exit, err]).toEqual([name, 0, ''])
    said[name] = out
    const json = await run([...name.split(' '), '--format', 'json'])
    expect([name, json.out, json.err]).toEqual([name, '[]\n', out])
    const csv = await run([...name.split(' '), '--format', 'csv'])
    expect([name, csv.err]).toEqual([name, out])
    expect([name, csv.out]).toEqual([name, expect.stringMatching(/^[\w,]+\n$/)])
    const md = await run([...name.split(' '), '--format', 'md'])
    expect([name, md.err, md.out.split('\n').length]).toEqual([name, '', 2])
  }
  expect(said).toMatchInlineSnapshot(`
    {
      "activity list": "Действий нет: voronka import activities ФАЙЛ
    ",
      "bonus list": "Правил бонусов пока нет: voronka bonus add 3% --of выручка
    ",
      "company list": "Компаний нет: voronka company add ИМЯ
    ",
      "contact list": "Контактов нет: voronka contact add ИМЯ --phone …
    ",
      "deal list": "Сделок пока нет. Первая: voronka deal add "Балкон" --amount 120000
    ",
      "field list": "Своих полей пока нет: voronka field add ИМЯ --type choice --choices "А,Б"
    ",
      "filter list": "Сохранённых отборов нет: voronka filter save ИМЯ --manager Анна --status open
    ",
      "fx list": "Курсов пока нет: voronka fx add 2026-10-14 EUR 98.5
    ",
      "handover list": "Ничего не передано. Передать: voronka handover ИМЯ --to ИМЯ,ИМЯ
    ",
      "holiday list": "Праздников пока нет: voronka holiday add 2026-12-31 "Канун Нового года" или voronka import holidays ФАЙЛ
    ",
      "import list": "Ничего ещё не импортировано: voronka import deals ФАЙЛ
    ",
      "manager list": "Менеджеров пока нет: voronka manager add ИМЯ
    ",
      "plan list": "Планов нет: voronka plan set revenue 120000 --manager ИМЯ --period 2026-10
    ",
      "reference list": "Эталонов нет: voronka reference save ИМЯ --period 2026-Q3
    ",
      "rule list": "Правил пока нет: voronka rule add --enter ЭТАП --task ТЕКСТ или voronka rule preset list
    ",
      "rule outbox": "Правила текстов не составляли: voronka help rules
    ",
      "task list": "Задач нет: voronka task add "перезвонить" --due завтра
    ",
      "task load": "На эти дни ничего не назначено: voronka task add "перезвонить" --due завтра
    ",
      "want list": "Никто ничего не ждёт: voronka want add КТО ТОВАР
    ",
    }
  `)
})

test('where there are some, but none of those asked for, it is said how to see all', async () => {
  const { run } = trial({ env: { VORONKA_LANG: 'ru' } })
  await run(['init', '--template', 'calls', '--currency', 'RUB'])
  for (const line of [
    'manager add Анна',
    'contact add Иванов',
    'company add Клён',
    'deal add Шкаф',
    'task add позвонить',
    'call Иванов',
    'field add Регион',
    'fx add 2026-10-01 EUR 98',
    'holiday add 2026-12-31',
    'plan set revenue 1000 --period 2026-10',
  ])
    expect(await run([...line.split(' ')])).toMatchObject({ exit: 0 })
  const told: string[] = []
  for (const line of [
    'contact list --manager Анна',
    'company list --manager Анна',
    'deal list --manager Анна',
    'task list --manager Анна',
    'activity list --manager Анна',
    'manager list --department Юг',
    'field list --for contact',
    'fx list --currency USD',
    'holiday list 2027',
    'plan list --period 2027',
  ])
    told.push(`${line}: ${(await run(line.split(' '))).out.trimEnd()}`)
  expect(told).toMatchInlineSnapshot(`
    [
      "contact list --manager Анна: Таких нет. Все: voronka contact list",
      "company list --manager Анна: Таких нет. Все: voronka company list",
      "deal list --manager Анна: Таких нет. Все: voronka deal list",
      "task list --manager Анна: Таких нет. Все: voronka task list",
      "activity list --manager Анна: Таких нет. Все: voronka activity list",
      "manager list --department Юг: Таких нет. Все: voronka manager list",
      "field list --for contact: Таких нет. Все: voronka field list",
      "fx list --currency USD: Таких нет. Все: voronka fx list",
      "holiday list 2027: Таких нет. Все: voronka holiday list",
      "plan list --period 2027: Таких нет. Все: voronka plan list --all",
    ]
  `)
})
