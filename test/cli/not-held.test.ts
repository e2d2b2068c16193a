import { expect, test } from 'vitest'
import { type Trial, trial } from './world.ts'

async function office(): Promise<Trial> {
  const room = trial({ now: '2026-10-14T12:00' })
  await room.run(['init', '--stages', 'Заявка,Счёт', '--lang', 'ru', '--timezone', 'Europe/Kyiv'])
  await room.run(['manager', 'add', 'Анна'])
  await room.run(['me', 'Анна'])
  await room.run(['contact', 'add', 'Иванов'])
  await room.run(['deal', 'add', 'окна', '--contact', 'c1', '--at', '2026-09-01 09:00'])
  await room.run(['plan', 'set', 'meetings', '4', '--period', '2026-10'])
  return room
}

const jsonOf = async (room: Trial, ...line: string[]) =>
  JSON.parse((await room.run([...line, '--format', 'json'])).out)

/** What counts meetings: `activity`, `team`, `plan`, and the deals that nobody spoke of for long. */
async function counted(room: Trial) {
  const [{ meetings, planned, notHeld }] = (await jsonOf(room, 'activity', '2026-10')).groups
  const [team] = (await jsonOf(room, 'team', '2026-10')).groups
  const [{ fact }] = (await jsonOf(room, 'plan', '2026-10')).rows
  const { rows } = await jsonOf(room, 'stuck')
  const silent = rows.map(({ deal }: { deal: string }) => deal)
  return { meetings, planned, notHeld, team: team.meetings, plan: fact, silent }
}

test('a meeting that was not held is a meeting of no report and no contact', async () => {
  const room = await office()
  await room.run(['meet', 'Иванов', '--at', '2026-10-13 15:00'], { now: '2026-10-12T12:00' })
  const none = { meetings: 0, planned: 0, notHeld: 1, team: 0, plan: 0, silent: ['d1'] }
  expect(await counted(room)).toEqual({ ...none, planned: 1, notHeld: 0 })
  await room.run(['meet', 'Иванов', 'не пришли'])
  expect(await counted(room)).toEqual(none)
  await room.run(['undo'])
  await room.run(['meet', 'a1'])
  expect(await counted(room)).toEqual({
    ...{ meetings: 1, planned: 0, notHeld: 0, team: 1, plan: 1, silent: [] },
  })
})

test('it is seen on the screens, and opened', async () => {
  const room = await office()
  await room.run(['meet', 'Иванов', 'отменили, уехал', '--at', '2026-10-13 15:00'])
  const screen = async (...line: string[]) => (await room.run(line, { terminal: 80 })).out
  expect(await screen('activity', '2026-10', '-e', 'итого:notHeld')).toMatchInlineSnapshot(`
    "Что сделано, по менеджерам · октябрь 2026 · встреч не состоялось: 1

    id  когда             что      итог           менеджер  с кем   текст  длилось
    a1  13.10.2026 15:00  встреча  не состоялась  Анна      Иванов  уехал
    "
  `)
  expect(await screen('activity', 'list')).toMatchInlineSnapshot(`
    "id  когда             что      итог           менеджер  с кем   текст  длилось
    a1  13.10.2026 15:00  встреча  не состоялась  Анна      Иванов  уехал
    "
  `)
  expect(await screen('show', 'd1')).toMatchInlineSnapshot(`
    "окна · d1
    Заявка, 43 дня
    менеджер: Анна

        Люди
    c1  Иванов

        Разговоры
    a1  13.10.2026 15:00  встреча, не состоялась  уехал

       Как шло
       создана: Заявка  вт 01.09.2026 09:00  Анна

      voronka call d1
    "
  `)
})

test('in a file it is known by its words, and comes back as it went', async () => {
  const room = await office()
  const file = `id,kind,date,contact,outcome
1,meeting,2026-10-01 10:00,Иванов,Not Held
2,meeting,2026-10-02 10:00,Иванов,не состоялась
3,meeting,2026-10-03 10:00,Иванов,Скасовано
4,meeting,2026-10-04 10:00,Иванов,held
`
  expect((await room.run(['import', 'activities', '-'], { stdin: file })).exit).toBe(0)
  const outcomes = (await jsonOf(room, 'activity', 'list')).map(({ outcome }: { outcome: string }) => outcome)
  expect(outcomes).toEqual(['held', 'not-held', 'not-held', 'not-held'])
  const { out } = await room.run(['export', 'activities'])
  const other = await office()
  await other.run(['import', 'activities', '-'], { stdin: out })
  expect((await other.run(['export', 'activities'])).out).toBe(out)
})
