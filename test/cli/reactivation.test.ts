import fc from 'fast-check'
import { expect, test } from 'vitest'
import { livesAt } from '../../src/store/facts/lifecycle-facts.ts'
import { DealsAt } from '../../src/store/facts/open-deals.ts'
import { winsAt } from '../../src/store/facts/win-facts.ts'
import { EVERY_DEAL } from '../../src/store/filters.ts'
import { CustomersAt } from '../../src/store/past/customers-at.ts'
import { BEGIN, doings, workspaceOf } from '../support/touched.ts'
import { type Trial, trial } from './world.ts'

const DAY = 86_400_000

test('customers at any T are what counting their wins one by one gives', () => {
  fc.assert(
    fc.property(doings, fc.integer({ min: 0, max: 110 }), (all, day) => {
      const t = BEGIN + day * DAY
      const store = workspaceOf(all)
      const customers = new CustomersAt(new DealsAt(store, { t }))
      const wanted = new Map<string, number[]>()
      const buyerOf = ({ contact, company }: { contact: number | null; company: number | null }) =>
        company !== null ? `o${company}` : contact !== null ? `c${contact}` : null
      for (const sale of all.sales) {
        const buyer = buyerOf(sale)
        if (buyer !== null && sale.won !== null && sale.won < t)
          wanted.set(buyer, [...(wanted.get(buyer) ?? []), sale.won])
      }
      const median = (gaps: number[]) => {
        const sorted = gaps.sort((a, b) => a - b)
        const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
        return Math.round((low + high) / 2)
      }
      const counted = [...wanted].map(([customer, moments]) => {
        const wins = moments.sort((a, b) => a - b)
        const gaps = wins.slice(1).map((at, i) => at - (wins[i] ?? 0))
        return {
          customer,
          wins: wins.length,
          lastWinAt: wins.at(-1),
          medianGap: wins.length < 3 ? null : median(gaps),
          open: all.sales.some(
            ({ at, contact, company, won }) =>
              [`c${contact}`, `o${company}`].includes(customer) && at < t && (won === null || won >= t),
          ),
        }
      })
      const found = customers.all().map((one) => ({ ...one, open: customers.hasOpenDeal(one.customer) }))
      const byName = (a: { customer: string }, b: { customer: string }) => (a.customer < b.customer ? -1 : 1)
      expect(found.sort(byName)).toEqual(counted.sort(byName))
      store.close()
    }),
    { numRuns: 80 },
  )
})

test('who bought is the same in retention, among those who may sleep, and, of people alone, on the way from a lead', () => {
  fc.assert(
    fc.property(doings, fc.integer({ min: 0, max: 110 }), (all, day) => {
      const t = BEGIN + day * DAY
      const store = workspaceOf(all)
      const kept = new CustomersAt(new DealsAt(store, { t })).all()
      const { byCustomer } = winsAt(store, { t }, EVERY_DEAL)
      const counted = [...byCustomer].map(([customer, wins]) => [customer, wins.length]).sort()
      expect(kept.map(({ customer, wins }) => [customer, wins]).sort()).toEqual(counted)
      const lives = livesAt(store, { from: null, until: null, t }).filter(({ customer }) => customer !== null)
      const people = all.sales.flatMap(({ contact, won }) => (won !== null && won < t ? (contact ?? []) : []))
      expect(lives.map(({ id }) => id)).toEqual([...new Set(people)].sort())
      store.close()
    }),
    { numRuns: 60 },
  )
})

test('a company sleeps as one, whoever of it bought; whom its last deal was with is called', async () => {
  const room = await shop()
  const sell = async (day: string, ...of: string[]) => {
    await room.run(['deal', 'add', 'x', ...of, '--amount', '500', '--at', day])
    await room.run(['deal', 'move', '.', 'won', '--at', day])
  }
  await room.run(['company', 'add', 'Ромашка'])
  for (const name of ['Зоя', 'Ян']) await room.run(['contact', 'add', name, '--company', 'Ромашка'])
  await sell('2026-01-10', '--contact', 'Зоя', '--company', 'Ромашка')
  await sell('2026-02-10', '--contact', 'Ян', '--company', 'Ромашка')
  await sell('2026-03-10', '--company', 'Ромашка')
  const [first] = (await sleeping(room)).rows.filter(({ id }: { id: string }) => id === 'o1')
  expect(first).toMatchObject({ contact: 'Ян', company: 'Ромашка', id: 'o1', wins: 3, lastWin: '2026-03-10' })
  const { out } = await room.run(['reactivation', '--lang', 'ru'], { terminal: 80 })
  expect(out).toMatchInlineSnapshot(`
    "Давно не покупают
    на 14.10.2026, Киев · все менеджеры · клиентов: 3

    id  кто           менеджер  покупок  последняя   обычно дн  прошло дн  на кону
    c2  Редкий        Анна            1  10.01.2026                   277    700 ₴
    o1  Ромашка · Ян                  3  10.03.2026         30        218    500 ₴
    c1  Частый        Анна            4  05.07.2026         10        101    100 ₴

    На кону, по одной обычной покупке каждого: 1 300 ₴.
    Клиент — компания сделки, а где её нет — контакт.
    Без задачи: 3. Поставить: voronka reactivation --make-tasks
    "
  `)
  await room.run(['reactivation', '--make-tasks'])
  const tasks = JSON.parse((await room.run(['task', 'list', '--company', 'Ромашка', '--format', 'json'])).out)
  expect(tasks).toMatchObject([{ contact: 'Ян', company: 'Ромашка' }])
  await room.run(['deal', 'add', 'x', '--contact', 'Зоя', '--company', 'Ромашка', '--amount', '500'])
  await room.run(['deal', 'move', '.', 'won', '--at', '2026-10-15 10:00', '--now', '2026-10-15 10:00'])
  expect((await sleeping(room, '--now', '2026-10-20')).wonBack).toMatchObject({
    customers: 1,
    deals: 1,
    amount: 500,
  })
  expect((await room.run(['doctor'])).exit).toBe(0)
})

test('who bought for a company since does not sleep; who only bought for it is no customer of their own', async () => {
  const room = await shop()
  await room.run(['company', 'add', 'Ромашка'])
  await room.run(['deal', 'add', 'x', '--contact', 'Редкий', '--company', 'Ромашка', '--at', '2026-10-01'])
  await room.run(['deal', 'move', '.', 'won', '--at', '2026-10-02'])
  expect((await sleeping(room)).rows.map(({ id }: { id: string }) => id)).toEqual(['c1'])
})

async function shop(): Promise<Trial> {
  const room = trial({ now: '2026-10-14' })
  const run = async (...argv: string[]) => {
    const { exit, err } = await room.run(argv)
    expect([exit, exit === 0 ? '' : err]).toEqual([0, ''])
  }
  await run('init', '--stages', 'New,Offer', '--currency', 'UAH', '--lang', 'ru', '--timezone', 'Europe/Kyiv')
  for (const name of ['Анна', 'Борис']) await run('manager', 'add', name)
  for (const name of ['Частый', 'Редкий', 'Свежий', 'В работе'])
    await run('contact', 'add', name, '--manager', 'Анна')
  const sell = async (contact: string, day: string, amount: string) => {
    await run('deal', 'add', 'x', '--contact', contact, '--amount', amount, '--at', day)
    await run('deal', 'move', '.', 'won', '--at', day)
  }
  for (const day of ['2026-06-01', '2026-06-11', '2026-06-21', '2026-07-05']) await sell('Частый', day, '100')
  await sell('Редкий', '2026-01-10', '700')
  await sell('Свежий', '2026-09-01', '50')
  await sell('В работе', '2026-01-15', '50')
  await run('deal', 'add', 'y', '--contact', 'В работе')
  return room
}

const sleeping = async (room: Trial, ...argv: string[]) =>
  JSON.parse((await room.run(['reactivation', ...argv, '--format', 'json'])).out)

test('who sleeps by their own rhythm, what is at stake: the data and the screen', async () => {
  const room = await shop()
  const { rows, total, schema } = await sleeping(room)
  expect([schema, rows, total]).toEqual([
    'voronka.reactivation/1',
    [
      {
        contact: 'Редкий',
        id: 'c2',
        company: null,
        manager: 'Анна',
        wins: 1,
        lastWin: '2026-01-10',
        medianGapDays: null,
        daysSince: 277,
        atStake: 700,
        task: null,
      },
      {
        contact: 'Частый',
        id: 'c1',
        company: null,
        manager: 'Анна',
        wins: 4,
        lastWin: '2026-07-05',
        medianGapDays: 10,
        daysSince: 101,
        atStake: 100,
        task: null,
      },
    ],
    { customers: 2, atStake: 800 },
  ])
  const { out } = await room.run(['reactivation', '--lang', 'ru'], { terminal: 80 })
  expect(out.split('\n').map((line) => line.trimEnd())).toEqual([
    'Давно не покупают',
    'на 14.10.2026, Киев · все менеджеры · клиентов: 2',
    '',
    'id  кто     менеджер  покупок  последняя   обычно дн  прошло дн  на кону',
    'c2  Редкий  Анна            1  10.01.2026                   277    700\u00a0₴',
    'c1  Частый  Анна            4  05.07.2026         10        101    100\u00a0₴',
    '',
    'На кону, по одной обычной покупке каждого: 800\u00a0₴.',
    'Клиент — компания сделки, а где её нет — контакт.',
    'Без задачи: 2. Поставить: voronka reactivation --make-tasks',
    '',
  ])
})

test('as of a past day they are as they were then', async () => {
  const room = await shop()
  const ids = async (day: string) =>
    (await sleeping(room, '--as-of', day)).rows.map(({ id }: { id: string }) => id)
  expect([
    await ids('2026-07-09'),
    await ids('2026-07-15'),
    await ids('2026-07-20'),
    await ids('2026-08-01'),
  ]).toEqual([[], ['c2', 'c4'], ['c2', 'c4'], ['c2', 'c1', 'c4']])
})

test('tasks are shared, made once, again only after they bought and slept again; what was won back is counted', async () => {
  const room = await shop()
  const make = ['reactivation', '--make-tasks', '--managers', 'Анна,Борис']
  expect((await room.run([...make, '--dry-run'])).err).toBe(
    'Поставлено задач: 2, срок 16.10.2026\nПробный запуск: ничего не изменено\n',
  )
  expect((await room.run(make)).err).toBe('Поставлено задач: 2, срок 16.10.2026\n')
  const tasks = JSON.parse((await room.run(['task', 'list', '--sort', 'id', '--format', 'json'])).out)
  expect(
    tasks.map(({ text, manager, contact, due }: Record<string, string>) => [text, manager, contact, due]),
  ).toEqual([
    ['Вернуть клиента: 1 покупка, последняя 10.01.2026', 'Анна', 'Редкий', '2026-10-16'],
    ['Вернуть клиента: 4 покупки, последняя 05.07.2026', 'Борис', 'Частый', '2026-10-16'],
  ])
  const none = 'Новых задач нет: у всех, кто давно не покупает, задача уже есть\n'
  expect((await room.run(make)).err).toBe(none)
  await room.run(['done', 't2'], { now: '2026-10-15' })
  expect((await room.run(make, { now: '2026-10-15' })).err).toBe(none)
  const buys = { now: '2026-10-20 12:00' }
  await room.run(['deal', 'add', 'again', '--contact', 'c1', '--amount', '130'], buys)
  await room.run(['deal', 'move', '.', 'won'], buys)
  const { out } = await room.run(['reactivation', '--format', 'json'], { now: '2026-10-21' })
  expect(JSON.parse(out).wonBack).toEqual({ tasks: 2, customers: 1, deals: 1, amount: 130 })
  expect((await room.run(make, { now: '2027-06-01' })).err).toMatch(/^Поставлено задач: 2,/)
  await room.run(['undo'])
  expect((await room.run(['doctor'])).exit).toBe(0)
})

test('a manager sees the tasks of their own; where nobody sleeps it says so', async () => {
  const room = await shop()
  await room.run(['reactivation', '--make-tasks', '--managers', 'Анна,Борис'])
  const made = async (...argv: string[]) =>
    JSON.parse((await room.run(['reactivation', ...argv, '--format', 'json'])).out).wonBack.tasks
  expect([await made(), await made('--manager', 'Анна')]).toEqual([2, 1])
  const early = await room.run(['reactivation', '--make-tasks'], { now: '2026-01-20' })
  expect(early.err).toBe('Новых задач нет: возвращать некого\n')
})

test('flags that only tasks need are refused without them', async () => {
  const room = await shop()
  expect((await room.run(['reactivation', '--managers', 'Анна'])).err).toBe(
    '--managers и --due нужны вместе с --make-tasks\n',
  )
})

test('by manager: who sleeps, what is at stake, and what came back', async () => {
  const room = await shop()
  await room.run(['reactivation', '--make-tasks', '--managers', 'Борис'])
  const screen = await room.run(['реактивация', '--по', 'менеджерам', '--lang', 'ru'], { terminal: 80 })
  expect(screen.out).toMatchInlineSnapshot(`
    "Давно не покупают
    на 14.10.2026, Киев · все менеджеры · клиентов: 2

    менеджер  клиентов  на кону  без задачи  поставлено задач  вернулись  купили на
    Анна             2    800 ₴           0                 0          0        0 ₴
    Борис            0      0 ₴           0                 2          0        0 ₴
    Итого            2    800 ₴           0                 2          0        0 ₴

    Поставленные задачи и кто вернулся: 17 июля – 14 октября 2026.
    "
  `)
  expect((await sleeping(room, '--by', 'manager')).groups).toMatchInlineSnapshot(`
    [
      {
        "atStake": 800,
        "customers": 2,
        "key": "Анна",
        "withoutTask": 0,
        "wonBack": {
          "amount": 0,
          "customers": 0,
          "deals": 0,
          "tasks": 0,
        },
      },
      {
        "atStake": 0,
        "customers": 0,
        "key": "Борис",
        "withoutTask": 0,
        "wonBack": {
          "amount": 0,
          "customers": 0,
          "deals": 0,
          "tasks": 2,
        },
      },
    ]
  `)
  expect((await room.run(['reactivation', '--by', 'source', '--lang', 'ru'])).err).toBe(
    'reactivation --by принимает manager, а не «source»\n',
  )
})

test('a refused --by leaves no tasks behind', async () => {
  const room = await shop()
  const refused = await room.run(['reactivation', '--make-tasks', '--managers', 'Борис', '--by', 'source'])
  expect([refused.exit, refused.out]).toEqual([2, ''])
  expect((await sleeping(room)).wonBack.tasks).toBe(0)
})

test('beyond what a screen has room for, the command that has them all', async () => {
  const { run } = trial({ now: '2026-10-14', terminal: 80, env: { VORONKA_LANG: 'en' } })
  const rows = Array.from(
    { length: 22 },
    (_, n) => `D${n},Roof,Won,Anna,Client ${n},100,2025-01-05,2025-01-15`,
  )
  await run(['init', '--stages', 'Lead', '--timezone', 'UTC', '--currency', 'USD'])
  const stdin = `id,title,stage,manager,contact,amount,created,closed\n${rows.join('\n')}\n`
  expect((await run(['import', 'deals', '-'], { stdin })).exit).toBe(0)
  const { out } = await run(['reactivation', '--manager', 'Anna'])
  expect(out.split('\n')).toContain('and 2 more: voronka reactivation --manager Anna --format csv')
})
