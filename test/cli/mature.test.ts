import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { windowsWorkspace } from '../support/windows.ts'
import { type Trial, trial } from './world.ts'

interface Point {
  label: string
  created: number
  won: number
  open: number
  conversion: number | null
  eventual: number | null
  eventualLow: number | null
  eventualHigh: number | null
  leftOpen: number | null
}

interface Report {
  mature: { from: string; outcomes: number; won: number; since: string | null; seenDays: number | null }
  points: Point[]
  total: Point
}

const windows = trial({ now: '2026-10-14', terminal: 80, env: { VORONKA_LANG: 'ru' } })
windowsWorkspace(windows.path('trial.db'))

async function shown({ run }: Trial, ...argv: string[]): Promise<string> {
  const ran = await run(['conversion', ...argv])
  expect([ran.exit, ran.err]).toEqual([0, ''])
  return ran.out
}

async function json(of: Trial, ...argv: string[]): Promise<Report> {
  return JSON.parse(await shown(of, ...argv, '--mature', '--format', 'json'))
}

test('what months will come to, beside what they are so far', async () => {
  const demo = trial({ now: '2026-10-14', terminal: 80, env: { VORONKA_LANG: 'ru' } })
  await demo.run(['demo', '--db', demo.path('trial.db')])
  const screen = await shown(demo, '2026-04..2026-10', '--mature')
  expect(`\n${screen.replaceAll('\u00a0', ' ')}`).toMatchInlineSnapshot(`
    "
    Конверсия «Окна» по месяцам · апрель–октябрь 2026
    на 14.10.2026, Москва · все менеджеры · сделок 189

    Месяц    создано  выигр.  в деле  пока  разброс  будет  разброс
    2026-04       15       5       0  33 %    15–58   33 %
    2026-05       24       8       0  33 %    18–53   33 %
    2026-06       25      10       0  40 %    23–59   40 %
    2026-07       27       9       3  33 %    19–52   36 %    33–44
    2026-08       40       8       8  20 %    10–35   25 %    20–35
    2026-09       33       4      19  12 %     5–27   35 %    21–48
    2026-10       25       0      19   0 %     0–13   28 %    12–44
    Итого        189      44      49  23 %    18–30   32 %    28–38

    Выиграно от всех созданных
    40 % ┤            ╭───●
         │●───────●───╯           ▲               ▲
    30 % ┤                                                ▲
         │                                ▲
    20 % ┤                                ○
         │
    10 % ┤                                        ○
         │
     0 % ┤                                                ○
         └┬───────────────────────┬───────────────────────┬
          2026-04              2026-07                 2026-10
      ● устоялось   ○ пока   ▲ когда доведут тех, кто в деле

    Когда доведут тех, кто ещё в деле, будет около 32 % (28–38); пока 23 %.
    Судим по 249 закрытым сделкам (выиграно 80): за сколько дней и чем кончилось.
    "
  `)
})

test('deals that nobody closes stay open', async () => {
  const english = await shown(windows, '2026-07..2026-09', '--mature', '--lang', 'en', '--no-chart')
  expect(`\n${english.replaceAll('\u00a0', ' ')}`).toMatchInlineSnapshot(`
    "
    Conversion of “Окна” by month · July–September 2026
    as of 14 Oct 2026, Moscow · all managers · deals: 120 · presumed dates: 3%

    Month    created  won  open  so far  range  will be  range
    2026-07       44    8    14     18%  10–32      19%  18–25
    2026-08       45   10    12     22%  13–36      23%  22–29
    2026-09       31    7     9     23%  11–40      24%  23–32
    Total        120   25    35     21%  15–29      22%  21–27

    Once those still open are closed, about 22% (21–27) will be won; so far 21%.
    Judged by 95 deals closed (won: 27): after how many days, and how.
    Some 28% will be neither won nor lost even after 196 days, counted as not won.
    "
  `)
})

test('as csv and json: the figures of the screen', async () => {
  const csv = await shown(windows, '2026-09', '--mature', '--format', 'csv')
  expect(`\n${csv}`).toMatchInlineSnapshot(`
    "
    label,created,won,open,conversion,low,high,eventual,eventualLow,eventualHigh,leftOpen,from,to,rate,rateLow,rateHigh,n
    2026-09,31,7,9,0.2258,0.114,0.3981,0.2352,0.2258,0.3226,0.2789,Заявка,Замер,0.7097,0.5341,0.839,31
    2026-09,31,7,9,0.2258,0.114,0.3981,0.2352,0.2258,0.3226,0.2789,Замер,Предложение,0.7273,0.5185,0.8685,22
    2026-09,31,7,9,0.2258,0.114,0.3981,0.2352,0.2258,0.3226,0.2789,Предложение,Договор,0.5625,0.3318,0.769,16
    2026-09,31,7,9,0.2258,0.114,0.3981,0.2352,0.2258,0.3226,0.2789,Договор,Выиграно,0.7778,0.4526,0.9368,9
    "
  `)
  const { mature, points } = await json(windows, '2026-09')
  const { eventual, eventualLow, eventualHigh } = points[0] ?? {}
  expect([mature, eventual, eventualLow, eventualHigh]).toMatchInlineSnapshot(`
    [
      {
        "from": "filtered",
        "least": 20,
        "outcomes": 95,
        "seenDays": 98,
        "since": null,
        "won": 27,
      },
      0.2352,
      0.2258,
      0.3226,
    ]
  `)
})

test('deals picked by what became of them say nothing of all', async () => {
  for (const picked of [
    ['--stage', 'Замер'],
    ['--status', 'open'],
  ])
    expect(await windows.run(['conversion', '2026-09', '--mature', ...picked])).toEqual({
      exit: 2,
      out: '',
      err: '--mature считают по всем созданным сделкам: уберите --stage и --status, они\nотбирают по тому, что со сделкой стало\n',
    })
})

test('where few deals of a choice are closed, the whole pipeline is learnt from, and it is said', async () => {
  const { mature } = await json(windows, '2026-09', '--manager', 'Вера Лис')
  expect([mature.from, mature.outcomes]).toEqual(['pipeline', 95])
  const screen = await shown(windows, '2026-09', '--manager', 'Вера Лис', '--mature', '--no-chart')
  expect(`\n${screen.replaceAll('\u00a0', ' ')}`).toMatchInlineSnapshot(`
    "
    Конверсия «Окна» по месяцам · сентябрь 2026
    на 14.10.2026, Москва · менеджер: Вера Лис · сделок 4

    Месяц    создано  выигр.  в деле    пока  разброс   будет  разброс
    2026-09        4       0       4  0 из 4           0 из 4
    Итого          4       0       4  0 из 4           0 из 4

    Когда доведут тех, кто ещё в деле, будет около 0 из 4: от 0 до 1.
    По выбранным закрыто слишком мало сделок: судим по всей воронке.
    Судим по 95 закрытым сделкам (выиграно 27): за сколько дней и чем кончилось.
    Меньше 10 сделок — не проценты, а «3 из 5».
    "
  `)
  expect((await json(windows, '2026-09')).mature.from).toBe('filtered')
})

/** A workspace of these deals. */
async function workspace(rows: readonly string[]): Promise<Trial> {
  const made = trial({ now: '2026-10-14' })
  await made.run(['init', '--pipeline', 'Sales', '--stages', 'New,Talk', '--timezone', 'UTC'])
  writeFileSync(made.path('deals.csv'), `${['id,created,stage,closed', ...rows].join('\n')}\n`)
  const ran = await made.run(['import', 'deals', made.path('deals.csv')])
  expect(ran.exit).toBe(0)
  return made
}

test('nothing to learn from: finished months are what they are, of the others nothing is said', async () => {
  const empty = await workspace([])
  expect((await json(empty, '2026-09')).points).toEqual([
    expect.objectContaining({ created: 0, conversion: null, eventual: null, eventualLow: null }),
  ])
  const open = await workspace(['1,2026-09-01,New,', '2,2026-10-02,Talk,'])
  const { points, total, mature } = await json(open, '2026-09..2026-10')
  expect(points.map(({ eventual }) => eventual)).toEqual([null, null])
  expect([total.eventual, mature.outcomes, mature.seenDays]).toEqual([null, 0, null])
  const few = await workspace([
    '1,2026-09-01,Won,2026-09-04',
    '2,2026-09-02,Lost,2026-09-09',
    '3,2026-10-02,New,',
  ])
  const of = await json(few, '2026-09..2026-10')
  expect(
    of.points.map(({ eventual, eventualLow, eventualHigh }) => [eventual, eventualLow, eventualHigh]),
  ).toEqual([
    [0.5, 0.5, 0.5],
    [null, null, null],
  ])
  expect(of.total.eventual).toBe(null)
  const screen = await shown(few, '2026-09..2026-10', '--mature', '--no-chart', '--lang', 'en')
  expect(`\n${screen}`).toMatchInlineSnapshot(`
    "
    Conversion of “Sales” by month · September–October 2026
    as of 14 Oct 2026, UTC · all managers · deals: 3

    Month    created  won  open  so far  range  will be  range
    2026-09        2    1     0  1 of 2          1 of 2
    2026-10        1    0     1  0 of 1
    Total          3    1     1  1 of 3

    Only 2 deals are closed on a known day: what becomes of the open ones cannot be told before there are 20.
    Under 10 deals: “3 of 5” instead of a percentage.
    "
  `)
  const over = await shown(few, '2026-09', '--mature', '--no-chart', '--lang', 'en')
  expect(`\n${over}`).toMatchInlineSnapshot(`
    "
    Conversion of “Sales” by month · September 2026
    as of 14 Oct 2026, UTC · all managers · deals: 2

    Month    created  won  open  so far  range  will be  range
    2026-09        2    1     0  1 of 2          1 of 2
    Total          2    1     0  1 of 2          1 of 2

    All these deals are closed: the shares are what they are.
    Under 10 deals: “3 of 5” instead of a percentage.
    "
  `)
})

test('deals closed on no known day are not learnt from', async () => {
  const undated = Array.from(
    { length: 40 },
    (_, i) => `${i},2026-0${1 + (i % 8)}-01,${i % 2 ? 'Won' : 'Lost'},`,
  )
  const { mature } = await json(await workspace([...undated, '99,2026-10-02,New,']), '2026')
  expect([mature.outcomes, mature.seenDays]).toEqual([0, null])
})

/** Deals of a year: every third is won on the 5th to the 34th day, the others lost on the 3rd to the 62nd. */
const YEAR = Array.from({ length: 700 }, (_, i) => {
  const created = Date.UTC(2025, 10, 1) + Math.floor((i * 347) / 700) * 86_400_000
  const isWon = (i * 7) % 3 === 0
  const age = isWon ? 5 + ((i * 11) % 30) : 3 + ((i * 13) % 60)
  return { id: i, created, isWon, closed: created + age * 86_400_000 }
})
const day = (at: number) => new Date(at).toISOString().slice(0, 10)

function rowsAsOf(t: number): string[] {
  return YEAR.filter(({ created }) => created < t).map(({ id, created, isWon, closed }) =>
    closed < t
      ? `${id},${day(created)},${isWon ? 'Won' : 'Lost'},${day(closed)}`
      : `${id},${day(created)},New,`,
  )
}

test('the estimate of a past day is that of a workspace that knows no more, and comes true', async () => {
  const later = await workspace(rowsAsOf(Date.UTC(2026, 9, 15)))
  const then = await workspace(rowsAsOf(Date.UTC(2026, 5, 16)))
  const argv = ['2025-11..2026-06', '--as-of', '2026-06-15']
  const told = await json(later, ...argv)
  expect(told).toEqual(await json(then, ...argv))
  expect((await json(later, ...argv, '--known-at', '2026-10-14')).points).toEqual(told.points)
  for (const point of told.points) {
    const made = YEAR.filter(
      ({ created }) => day(created).startsWith(point.label) && day(created) <= '2026-06-15',
    )
    const share = made.filter(({ isWon }) => isWon).length / made.length
    expect(point.created).toBe(made.length)
    if (point.open === 0)
      expect([point.eventual, point.eventualLow]).toEqual([point.conversion, point.conversion])
    else {
      expect(point.eventualLow).toBeLessThanOrEqual(share + 1e-4)
      expect(point.eventualHigh).toBeGreaterThanOrEqual(share - 1e-4)
    }
  }
  expect(told.points.at(-1)?.conversion).toBeLessThan(0.15)
  const sum = told.points.reduce((all, { created, eventual }) => all + created * (eventual ?? 0), 0)
  expect(sum / told.total.created).toBeCloseTo(told.total.eventual ?? 0, 3)
})

test('the estimate is that of Aalen and Johansen, made day by day from the list of deals', async () => {
  const t = Date.UTC(2026, 5, 16)
  const { points } = await json(await workspace(rowsAsOf(t)), '2025-11..2026-06', '--as-of', '2026-06-15')
  const lives = YEAR.filter(({ created }) => created < t).map(({ created, isWon, closed }) => {
    const isOpen = closed >= t
    const age = Math.round(((isOpen ? t - 86_400_000 : closed) - created) / 86_400_000)
    return { month: day(created).slice(0, 7), age, end: isOpen ? 'open' : isWon ? 'won' : 'lost' }
  })
  const chance = (from: number) => {
    let [left, won] = [1, 0]
    for (let age = from + 1; age <= 70; age++) {
      const atRisk = lives.filter((one) => one.age >= age).length
      const ended = (end: string) => lives.filter((one) => one.age === age && one.end === end).length
      if (atRisk === 0) break
      won += (left * ended('won')) / atRisk
      left *= 1 - (ended('won') + ended('lost')) / atRisk
    }
    return won
  }
  for (const { label, eventual } of points) {
    const mine = lives.filter(({ month }) => month === label)
    const wins = mine.reduce(
      (sum, { end, age }) => sum + (end === 'open' ? chance(age) : end === 'won' ? 1 : 0),
      0,
    )
    expect(Math.abs((eventual ?? 0) - wins / mine.length)).toBeLessThan(0.02)
  }
})
