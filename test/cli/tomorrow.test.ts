import { beforeAll, expect, test } from 'vitest'
import { type Trial, trial } from './world.ts'

let room: Trial
beforeAll(async () => {
  room = trial({ now: '2026-10-14T12:00' })
  const lines: [string, ...string[]][] = [
    ['2026-08-01', 'init', '--stages', 'Заявка,Замер', '--timezone', 'UTC', '--lang', 'ru'],
    ['2026-08-01', 'manager', 'add', 'Анна'],
    ['2026-08-01', 'contact', 'add', 'Пётр Лис'],
    ['2026-09-01', 'deal', 'add', 'Балкон', '--contact', 'c1'],
    ['2026-09-20', 'call', 'd1', 'ждёт'],
    ['2026-10-01', 'deal', 'add', 'Дверь', '--contact', 'c1'],
    ['2026-10-14T10:00', 'call', 'd2', 'про дверь'],
    ['2026-10-14T10:00', 'task', 'add', 'сегодняшнее', '--about', 'd2', '--due', '2026-10-14'],
    ['2026-10-14T10:00', 'task', 'add', 'смета', '--about', 'd2', '--due', '2026-10-15'],
    ['2026-10-14T10:00', 'meet', 'd2', '--at', '2026-10-15 11:00'],
  ]
  for (const [now, ...line] of lines) {
    const ran = await room.run(line, { now })
    if (ran.exit !== 0) throw new Error(`${line.join(' ')}: ${ran.err}`)
  }
})

test('the agenda of tomorrow: tasks and meetings of that day alone', async () => {
  const { out } = await room.run(['завтра'], { terminal: 80 })
  expect(out.split('\n')).toMatchInlineSnapshot(`
    [
      "Чт, 15 октября · завтра 2",
      "",
      "когда         кто       что              сумма  команда",
      "завтра        Пётр Лис  смета                   done t2",
      "завтра 11:00  Пётр Лис  встреча · Дверь         done a3",
      "",
      "В деле: Заявка 2",
      "Дальше: voronka next — по очереди · done t2 · done a3 · add — новая заявка",
      "",
    ]
  `)
  for (const line of ['что на завтра', 'today завтра', 'tomorrow', 'що на завтра', 'сегодня завтра'])
    expect([line, (await room.run(line.split(' '), { terminal: 80 })).out]).toEqual([line, out])
  const english = await room.run(['tomorrow', '--lang', 'en'], { terminal: 80, now: '2026-10-20T09:00' })
  expect(english.out.split('\n').slice(0, 3)).toMatchInlineSnapshot(`
    [
      "Wed, 21 October · tomorrow 0",
      "",
      "Nothing is planned for tomorrow.",
    ]
  `)
})

test('a period may follow a list', async () => {
  const same = async (a: string, b: string) => {
    const ran = await room.run(a.split(' '))
    expect(ran).toEqual(await room.run(b.split(' ')))
    return ran.out.split('\n').length
  }
  expect(await same('task list завтра', 'task list --period завтра')).toBe(3)
  expect(await same('activity list сегодня', 'activity list --period сегодня')).toBe(3)
  expect(await same('activity list сьогодні --limit 1', 'activity list --period сьогодні --limit 1')).toBe(3)
})

test('a silent deal whose person was talked with today about another says so', async () => {
  const said = async (lang: string) =>
    (await room.run(['today', '--lang', lang], { terminal: 80 })).out
      .split('\n')
      .filter((line) => /d1|Балкон/.test(line))
  expect([await said('ru'), await said('uk'), await said('en')]).toMatchInlineSnapshot(`
    [
      [
        "без связи 24 дн  Пётр Лис  говорили сегодня · Заявка · Балкон         call c1",
      ],
      [
        "без зв’язку 24 дн  Пётр Лис  говорили сьогодні · Заявка · Балкон        call c1",
      ],
      [
        "silent 24 d     Пётр Лис  talked today · Заявка · Балкон          call c1",
      ],
    ]
  `)
})
