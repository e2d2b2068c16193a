import { expect, test } from 'vitest'
import { windowsWorkspace } from '../support/windows.ts'
import { trial } from './world.ts'

const { run, path } = trial({ now: '2026-10-14', terminal: 80, env: { VORONKA_LANG: 'ru' } })
windowsWorkspace(path('trial.db'))

async function screen(...argv: string[]) {
  const ran = await run(argv)
  expect([ran.exit, ran.err]).toEqual([0, ''])
  return `\n${ran.out.replaceAll('\u00a0', ' ')}`
}

async function refused(...argv: string[]) {
  const { exit, out, err } = await run(argv)
  return [exit, out, err]
}

test('conversion month by month beside the quarter before', async () => {
  expect(await screen('conversion', '2026-Q3', '--compare', 'previous')).toMatchInlineSnapshot(`
    "
    Конверсия «Окна» по месяцам · июль–сентябрь 2026
    на 14.10.2026, Москва · все менеджеры · сделок 120 · предположенных дат 3 %

                                      от          Заявка         Предложение Договор
    Месяц   создано выигр. в деле   всех разброс       → Замер →           →       →
    2026-07      44      8     14   18 %   10–32    70 %    61 %        58 %    73 %
    2026-08      45     10     12   22 %   13–36    69 %    71 %        55 %    83 %
    2026-09      31      7      9   23 %   11–40    71 %    73 %        56 %  7 из 9
    Итого       120     25     35   21 %   15–29    70 %    68 %        56 %    78 %

    Выиграно от всех созданных
    25 % ┤
         │        ●       ●
    20 % ┤
         │●
    15 % ┤
         │○
    10 % ┤
         │
     5 % ┤
         │
     0 % ┤
         └┬───────────────┬
          2026-07      2026-09
      ● июль–сентябрь 2026: ещё может вырасти   ○ апрель–июнь 2026: ещё может
        вырасти

    Ещё в деле 29 %: доля «от всех» ещё может вырасти.

    рядом: апрель–июнь 2026, на 14.07.2026 · сделок 16
    Оба периода в одном возрасте: через 14 дней после своего конца.

    Месяц   рядом   создано было стало выигр. было стало от всех было стало пункты
    2026-07 2026-04           16    44           2     8         13 %  18 %     +5 ≈
    2026-08 2026-05            0    45           0    10               22 %
    2026-09 2026-06            0    31           0     7               23 %
    Итого                     16   120           2    25         13 %  21 %     +8 ≈

    ≈ не различимо: в пределах случайного.
    "
  `)
})

test('the same in English, without the drawing', async () => {
  expect(
    await screen('conversion', '2026-Q3', '--compare', 'previous', '--no-chart', '--lang', 'en'),
  ).toMatchInlineSnapshot(`
    "
    Conversion of “Окна” by month · July–September 2026
    as of 14 Oct 2026, Moscow · all managers · deals: 120 · presumed dates: 3%

    Month    created  won open of all range Заявка → Замер → Предложение → Договор →
    2026-07       44    8   14    18% 10–32      70%     61%           58%       73%
    2026-08       45   10   12    22% 13–36      69%     71%           55%       83%
    2026-09       31    7    9    23% 11–40      71%     73%           56%    7 of 9
    Total        120   25   35    21% 15–29      70%     68%           56%       78%

    Still open: 29%, so “of all” can still rise.

    beside it: April–June 2026, as of 14 Jul 2026 · deals: 16
    Both at the same age: as they stood 14 days after their end.

    Month    beside   created was  now  won was  now  of all was  now  points
    2026-07  2026-04           16   44        2    8         13%  18%      +5 ≈
    2026-08  2026-05            0   45        0   10              22%
    2026-09  2026-06            0   31        0    7              23%
    Total                      16  120        2   25         13%  21%      +8 ≈

    ≈ not distinguishable: within chance.
    "
  `)
})

test('an unfinished month is held beside the same days: T is moved alike', async () => {
  const { out } = await run([
    'conversion',
    '2026-09',
    '--as-of',
    '2026-09-10',
    '--compare',
    'previous',
    '--by',
    'week',
    '--format',
    'json',
  ])
  const { points, compare } = JSON.parse(out)
  const labels = (list: { label: string; created: number }[]) =>
    list.map(({ label, created }) => [label, created])
  expect([compare.period.label, compare.asOf, labels(points), labels(compare.points)]).toMatchInlineSnapshot(`
    [
      "2026-08-01..2026-08-10",
      "2026-08-10",
      [
        [
          "2026-W36",
          8,
        ],
        [
          "2026-W37",
          6,
        ],
      ],
      [
        [
          "2026-W31",
          3,
        ],
        [
          "2026-W32",
          11,
        ],
        [
          "2026-W33",
          1,
        ],
      ],
    ]
  `)
  const byHand = JSON.parse(
    (
      await run([
        'conversion',
        '2026-08-01..2026-08-10',
        '--as-of',
        '2026-08-10',
        '--by',
        'week',
        '--format',
        'json',
      ])
    ).out,
  )
  const { period, asOf, points: then, total } = compare
  type Told = Record<string, unknown>
  const plain = ({ change: _, differs: __, ...point }: Told) => point
  expect([period, asOf, then.map(plain), plain(total)]).toEqual([
    byHand.period,
    byHand.asOf,
    byHand.points,
    byHand.total,
  ])
})

test('as csv: the points of both periods', async () => {
  expect(
    await screen('conversion', '2026-Q3', '--by', 'quarter', '--compare', 'previous', '--format', 'csv'),
  ).toMatchInlineSnapshot(`
    "
    period,asOf,label,created,won,open,conversion,low,high,from,to,rate,rateLow,rateHigh,n
    2026-Q3,2026-10-14,2026-Q3,120,25,35,0.2083,0.1453,0.2895,Заявка,Замер,0.7,0.6128,0.7747,120
    2026-Q3,2026-10-14,2026-Q3,120,25,35,0.2083,0.1453,0.2895,Замер,Предложение,0.6786,0.5728,0.7687,84
    2026-Q3,2026-10-14,2026-Q3,120,25,35,0.2083,0.1453,0.2895,Предложение,Договор,0.5614,0.4328,0.6823,57
    2026-Q3,2026-10-14,2026-Q3,120,25,35,0.2083,0.1453,0.2895,Договор,Выиграно,0.7813,0.6125,0.8898,32
    2026-Q2,2026-07-14,2026-Q2,16,2,6,0.125,0.035,0.3602,Заявка,Замер,0.75,0.505,0.8982,16
    2026-Q2,2026-07-14,2026-Q2,16,2,6,0.125,0.035,0.3602,Замер,Предложение,0.6667,0.3906,0.8619,12
    2026-Q2,2026-07-14,2026-Q2,16,2,6,0.125,0.035,0.3602,Предложение,Договор,0.625,0.3057,0.8632,8
    2026-Q2,2026-07-14,2026-Q2,16,2,6,0.125,0.035,0.3602,Договор,Выиграно,0.4,0.1176,0.7693,5
    "
  `)
})

test('what has nothing to be compared with is refused in a sentence', async () => {
  expect(await refused('conversion', '2026-Q3', '--compare', 'previous', '--mature')).toMatchInlineSnapshot(`
    [
      2,
      "",
      "--compare видит оба периода в одном возрасте, --mature говорит, что станет с
    одним: уберите что-нибудь одно
    ",
    ]
  `)
  expect(await refused('conversion', 'all', '--compare', 'previous')).toMatchInlineSnapshot(`
    [
      2,
      "",
      "Всё время сравнить не с чем. Назовите период:
    voronka funnel this-month --compare previous
    ",
    ]
  `)
  expect(
    await refused('conversion', '2026-Q3', '--compare', 'previous', '-e', '2026-07'),
  ).toMatchInlineSnapshot(`
    [
      2,
      "",
      "--explain показывает, что за цифрой одного периода: уберите --compare или
    назовите тот период
    ",
    ]
  `)
  expect(await refused('stuck', '--compare', 'all')).toMatchInlineSnapshot(`
    [
      2,
      "",
      "Всё время сравнить не с чем. Назовите период:
    voronka funnel this-month --compare previous
    ",
    ]
  `)
  expect(await refused('reactivation', '--compare', 'previous', '--make-tasks')).toMatchInlineSnapshot(`
    [
      2,
      "",
      "--make-tasks ставит задачи тем, кто молчит сегодня: уберите --compare
    ",
    ]
  `)
})

test('how things stand beside a month earlier: all open deals, whenever created', async () => {
  const out = await screen('stuck', '--compare', 'previous')
  expect(out.slice(out.indexOf('рядом'))).toMatchInlineSnapshot(`
    "рядом: на 14.09.2026

                     было  стало     разница
    застряла           34     41          +7
    без связи          34     41          +7
    в деле             51     41         −10
    застряли, доля   67 %  100 %  +33 пункта
    без связи, доля  67 %  100 %  +33 пункта
    "
  `)
  const json = async (...argv: string[]) =>
    JSON.parse((await run(['stuck', ...argv, '--format', 'json'])).out)
  const { compare } = await json('--compare', '2026-08')
  const { open, rows, asOf } = await json('--as-of', '2026-08-31')
  expect([compare.asOf, compare.open, compare.rows]).toEqual([asOf, open, rows])
})

test('deals created in a quarter beside those of the one before, by manager: chance is told of', async () => {
  expect(await screen('stuck', '2026-Q3', '--by', 'manager', '--compare', 'previous')).toMatchInlineSnapshot(`
    "
    Застрявшие и без связи · воронка «Окна» · созданные: июль–сентябрь 2026
    на 14.10.2026, Москва · все менеджеры · застряли 35, без связи 35 из 35 в деле

    менеджер        застряла  без связи  в деле
    Вера Лис              18         18      18
    Олег Сидоренко        12         12      12
    Борис Ким              1          1       1
    без менеджера          4          4       4
    Итого                 35         35      35

    застряла: на этапе дольше нормы или дольше, чем 9 из 10 выигранных.
    без связи: 14 дней никто не связывался, и ничего не назначено.

    рядом: апрель–июнь 2026, на 14.07.2026

                       было  стало  разница
    застряла              0     35      +35
    без связи             6     35      +29
    в деле                6     35      +29
    застряли, доля   0 из 6  100 %
    без связи, доля  6 из 6  100 %
    "
  `)
  expect(
    await screen('stuck', '2026-Q3', '--by', 'manager', '--compare', 'previous', '--format', 'csv'),
  ).toMatchInlineSnapshot(`
    "
    period,asOf,manager,stuck,silent,open
    2026-Q3,2026-10-14,Вера Лис,18,18,18
    2026-Q3,2026-10-14,Олег Сидоренко,12,12,12
    2026-Q3,2026-10-14,Борис Ким,1,1,1
    2026-Q3,2026-10-14,(none),4,4,4
    2026-Q2,2026-07-14,Борис Ким,0,6,6
    "
  `)
})

test('who stopped buying beside another moment', async () => {
  expect(await screen('reactivation', 'this-month', '--compare', 'previous')).toMatchInlineSnapshot(`
    "
    Давно не покупают
    на 14.10.2026, Москва · все менеджеры · клиентов: 0

    Таких нет: все покупают в своём обычном ритме, или с ними уже идёт сделка.

    рядом: 1–14 сентября 2026, на 14.09.2026 — тогда пусто, сравнить не с чем
    "
  `)
  const { compare } = JSON.parse(
    (await run(['reactivation', 'this-month', '--compare', 'previous', '--format', 'json'])).out,
  )
  expect(compare).toMatchInlineSnapshot(`
    {
      "asOf": "2026-09-14",
      "period": {
        "from": "2026-09-01",
        "label": "2026-09-01..2026-09-14",
        "until": "2026-09-15",
      },
      "rows": [],
      "total": {
        "atStake": 0,
        "customers": 0,
      },
      "wonBack": {
        "amount": 0,
        "customers": 0,
        "deals": 0,
        "tasks": 0,
      },
    }
  `)
})

test('the deals of a point, by its label or as a period is typed; and of a step', async () => {
  expect(await screen('конверсия', '2026-Q3', '--чьи', 'сентябрь:выиграно')).toMatchInlineSnapshot(`
    "
    Конверсия «Окна» по месяцам · июль–сентябрь 2026 · 2026-09 · выиграно: 7

    id   сделка   этап      менеджер            сумма  создана
    d10  Окна 81  Выиграно  Анна Белова     144 000 ₽  20.09.2026
    d69  Окна 80  Выиграно  Олег Сидоренко  146 000 ₽  19.09.2026
    d3   Окна 74  Выиграно  Анна Белова     144 000 ₽  13.09.2026
    d12  Окна 71  Выиграно  Анна Белова     144 000 ₽  10.09.2026
    d71  Окна 70  Выиграно  Олег Сидоренко  148 000 ₽  09.09.2026
    d5   Окна 64  Выиграно  Анна Белова     144 000 ₽  03.09.2026
    d39  Окна 62  Выиграно  Борис Ким       141 000 ₽  01.09.2026
    "
  `)
  expect(await screen('conversion', '2026-Q3', '-e', 'Договор:lost@2026-09')).toMatchInlineSnapshot(`
    "
    Воронка «Окна» · июль–сентябрь 2026 · 2026-09 · «Договор», отказов: 1

    id   сделка   этап   менеджер         сумма  создана
    d37  Окна 72  Отказ  Анна Белова  171 000 ₽  11.09.2026
    "
  `)
  expect(await refused('conversion', '2026-Q3', '-e', 'Договор:lost@2026-05')).toMatchInlineSnapshot(`
    [
      2,
      "",
      "--explain принимает ТОЧКА:created, won, open или ЭТАП:next@ТОЧКА, а не
    «Договор:lost@2026-05». Точки: 2026-07, 2026-08, 2026-09. Этапы: Заявка, Замер,
    Предложение, Договор
    ",
    ]
  `)
})

test.each([
  'funnel',
  'conversion',
  'durations',
  'team',
  'activity',
  'losses',
  'forecast',
  'plan',
  'stuck',
  'response',
  'reactivation',
  'retention',
  'lifecycle',
])('%s beside days without anything: a line, no table of noughts', async (report) => {
  const without = (await screen(report, '2026-Q3')).split('\n')
  const beside = await screen(report, '2026-Q3', '--compare', '2020')
  expect(beside.match(/было +стало|разница/)).toBeNull()
  const [line = ''] = beside.split('\n').filter((one) => one.startsWith('рядом: '))
  expect(line).toMatch(/^рядом: (2020 год, )?на \d\d\.\d\d\.\d{4} — тогда пусто, сравнить не с чем$/)
  // What the report says of its own days it says all the same.
  const own = without.filter((one) => /^\S.* \d/.test(one))
  expect(beside.split('\n').filter((one) => own.includes(one))).toEqual(own)
})

test('a weakest stage without anything to be held against has no columns for it', async () => {
  const shown = await screen('weakest', '2026-Q3', '--compare', '2020')
  expect(shown).toContain('Тогда сделок не было, сравнить не с чем.')
  expect(shown).not.toContain('пункты')
})
