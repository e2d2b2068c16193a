import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Trial, trial } from './world.ts'

/** Deals created by the month, so many of them won, lost and open: 20 a month, closed on the month's 25th. */
function file(months: Readonly<Record<string, readonly [won: number, lost: number, open: number]>>): string {
  const lines = Object.entries(months).flatMap(([month, [won, lost, open]]) => {
    const of = (stage: string, n: number, closed: string) =>
      Array.from({ length: n }, (_, i) => `${month}-${stage}-${i},${stage},${month}-05,${closed}`)
    return [...of('Won', won, `${month}-25`), ...of('Lost', lost, `${month}-25`), ...of('New', open, '')]
  })
  return `${['ID,Stage,Created,Closed', ...lines].join('\n')}\n`
}

const OLD = file({
  '2026-01': [8, 12, 0],
  '2026-02': [9, 11, 0],
  '2026-03': [6, 8, 6],
  '2026-04': [2, 3, 15],
})

async function workspace(csv: string, now = '2026-05-10'): Promise<Trial> {
  const made = trial({ now, terminal: 80, env: { VORONKA_LANG: 'en' } })
  await made.run([
    'init',
    '--pipeline',
    'Sales',
    '--stages',
    'New,Offer',
    '--currency',
    'EUR',
    '--timezone',
    'UTC',
  ])
  writeFileSync(made.path('deals.csv'), csv)
  expect((await made.run(['import', 'deals', made.path('deals.csv')])).exit).toBe(0)
  return made
}

/** What the terminal shows, no line wider than it. */
async function shown(made: Trial, ...argv: string[]): Promise<string> {
  const ran = await made.run(argv)
  expect([ran.exit, ran.err]).toEqual([0, ''])
  expect(ran.out.split('\n').filter((line) => line.length > 80)).toEqual([])
  return ran.out.replaceAll('\u00a0', ' ')
}

/** The last lines of a report. */
async function end(lines: number, made: Trial, ...argv: string[]): Promise<string[]> {
  return (await shown(made, ...argv)).trimEnd().split('\n').slice(-lines)
}

const LANGS = ['en', 'ru', 'uk'] as const

describe('what a report says of what it does not show', () => {
  test('nothing was written down by then, or nothing had begun', async () => {
    const made = await workspace(OLD)
    const said = []
    for (const lang of LANGS)
      for (const when of ['--known-at', '--as-of'])
        said.push(await made.run(['funnel', '2025', when, '2025-12-31', '--lang', lang]))
    said.push(await made.run(['conversion', '2025', '--known-at', '2025-12-31']))
    expect(said).toMatchInlineSnapshot(`
      [
        {
          "err": "Nothing was written here by 31 Dec 2025; the first deals, on 10 May 2026.
      ",
          "exit": 0,
          "out": "Funnel “Sales” · 2025 · deals created in the period
      as of 31 Dec 2025, UTC · known by 31 Dec 2025 · all managers · deals: 0

      No deals in 2025. There were no such deals by this date.
      ",
        },
        {
          "err": "The earliest such deal was created on 5 Jan 2026.
      ",
          "exit": 0,
          "out": "Funnel “Sales” · 2025 · deals created in the period
      as of 31 Dec 2025, UTC · all managers · deals: 0

      No deals in 2025. There were no such deals by this date.
      ",
        },
        {
          "err": "На 31.12.2025 здесь ничего не записано; первые сделки записаны 10.05.2026.
      ",
          "exit": 0,
          "out": "Воронка «Sales» · 2025 год · сделки, созданные за период
      на 31.12.2025, UTC · известное на 31.12.2025 · все менеджеры · сделок 0

      За 2025 год сделок нет. Таких сделок на эту дату ещё не было.
      ",
        },
        {
          "err": "Самая ранняя такая сделка создана 05.01.2026.
      ",
          "exit": 0,
          "out": "Воронка «Sales» · 2025 год · сделки, созданные за период
      на 31.12.2025, UTC · все менеджеры · сделок 0

      За 2025 год сделок нет. Таких сделок на эту дату ещё не было.
      ",
        },
        {
          "err": "На 31.12.2025 тут нічого не записано; перші угоди записано 10.05.2026.
      ",
          "exit": 0,
          "out": "Воронка «Sales» · 2025 рік · угоди, створені за період
      на 31.12.2025, UTC · відоме на 31.12.2025 · усі менеджери · угод 0

      За 2025 рік угод немає. Таких угод на цю дату ще не було.
      ",
        },
        {
          "err": "Найраніша така угода створена 05.01.2026.
      ",
          "exit": 0,
          "out": "Воронка «Sales» · 2025 рік · угоди, створені за період
      на 31.12.2025, UTC · усі менеджери · угод 0

      За 2025 рік угод немає. Таких угод на цю дату ще не було.
      ",
        },
        {
          "err": "Nothing was written here by 31 Dec 2025; the first deals, on 10 May 2026.
      ",
          "exit": 0,
          "out": "Conversion of “Sales” by month · 2025
      as of 31 Dec 2025, UTC · known by 31 Dec 2025 · all managers · deals: 0

      No deals in 2025. There were no such deals by this date.
      ",
        },
      ]
    `)
  })

  test('most deals are of other days than the last ninety', async () => {
    const made = await workspace(OLD, '2026-06-20')
    const said = []
    for (const lang of LANGS) said.push(...(await end(1, made, 'funnel', '--lang', lang)))
    said.push(...(await end(1, made, 'conversion')), ...(await end(1, made, 'funnel', '--by', 'manager')))
    said.push(
      ...(await end(1, made, 'funnel', '2026-04')),
      ...(await end(1, made, 'funnel', '--mode', 'snapshot')),
    )
    expect(said).toMatchInlineSnapshot(`
      [
        "Deals outside this period: 60. All of them: voronka funnel all",
        "Сделок вне этого периода: 60. Все: voronka funnel all",
        "Угод поза цим періодом: 60. Усі: voronka funnel all",
        "Deals outside this period: 60. All of them: voronka conversion all",
        "Deals outside this period: 60. All of them: voronka funnel all --by manager",
        "  from 3 to 30%.",
        "Of those closed, won: 8 of 19 (42%, range 23–64).",
      ]
    `)
  })

  test('a stage is younger than the period', async () => {
    const made = await workspace(OLD)
    await made.run(['stage', 'add', 'Contract'])
    expect(await shown(made, 'funnel', '2026-01')).toMatchInlineSnapshot(`
      "Funnel “Sales” · January 2026 · deals created in the period
      as of 10 May 2026, UTC · all managers · deals: 20

      Stage     entered               to next  range  of all  lost  open  €
      New            20 ████████████     40%?      ?    100%   12?     0  0
      Offer           8 ████▊         8 of 8?      ?     40%    0?     0  0
      Contract        8 ████▊         8 of 8?      ?     40%    0?     0  0
      Won             8 ████▊                            40%              0

      Won 8 + lost 12 + open 0 = 20.
      Of those closed, won: 8 of 20 (40%, range 22–61).
      ? The data do not say at which stage 12 of 12 lost deals were lost: they count
        where they began. Stage dates tell: import deals with --entered, or import
        history.
      “Contract” is in the funnel since 10 May 2026: deals that had gone further by
        then count as having passed it.
      "
    `)
    const said = []
    for (const lang of ['ru', 'uk']) said.push(...(await end(4, made, 'funnel', '2026-01', '--lang', lang)))
    expect(said).toMatchInlineSnapshot(`
      [
        "  там, где сделка началась. Его покажут даты этапов: import deals с --entered",
        "  или import history.",
        "«Contract» в воронке с 10.05.2026: сделки, которые к тому дню ушли дальше,",
        "  засчитаны как прошедшие его.",
        "  там, де угода почалася. Його покажуть дати етапів: import deals з --entered",
        "  або import history.",
        "«Contract» у воронці з 10.05.2026: угоди, які до того дня пішли далі, зараховано",
        "  як такі, що пройшли його.",
      ]
    `)
    expect(await end(1, made, 'funnel', '2026-01', '--as-of', '2026-05-09')).toMatchInlineSnapshot(`
      [
        "  history.",
      ]
    `)
  })

  test('two periods are seen at the same age', async () => {
    const made = await workspace(OLD)
    const said = []
    for (const lang of LANGS)
      for (const asOf of ['2026-02-28', '2026-03-01', '2026-03-05', '2026-02-07']) {
        const lines = (
          await shown(made, 'funnel', '2026-02', '--compare', 'previous', '--as-of', asOf, '--lang', lang)
        ).split('\n')
        said.push(lines[4])
      }
    expect(said).toMatchInlineSnapshot(`
      [
        "Both as they stood at the end of their last day.",
        "Both at the same age: as they stood 1 day after their end.",
        "Both at the same age: as they stood 5 days after their end.",
        "Both over their first 7 days only.",
        "Оба периода — на конец своего последнего дня.",
        "Оба периода в одном возрасте: через 1 день после своего конца.",
        "Оба периода в одном возрасте: через 5 дней после своего конца.",
        "Оба периода — за свои первые 7 дней.",
        "Обидва періоди — на кінець свого останнього дня.",
        "Обидва періоди в одному віці: через 1 день після свого кінця.",
        "Обидва періоди в одному віці: через 5 днів після свого кінця.",
        "Обидва періоди — за свої перші 7 днів.",
      ]
    `)
  })
})

describe('conversion', () => {
  test('months of which many deals are open stand apart from the line', async () => {
    const made = await workspace(OLD)
    expect(await shown(made, 'conversion', '2026-01..2026-04')).toMatchInlineSnapshot(`
      "Conversion of “Sales” by month · January–April 2026
      as of 10 May 2026, UTC · all managers · deals: 80

      Month    created  won  open  of all  range  New →  Offer →
      2026-01       20    8     0     40%  22–61   40%?  8 of 8?
      2026-02       20    9     0     45%  26–66   45%?  9 of 9?
      2026-03       20    6     6     30%  15–52   30%?  6 of 6?
      2026-04       20    2    15     10%   3–30    10%   2 of 2
      Total         80   25    21     31%  22–42   31%?    100%?

      Won of all created
      50% ┤
          │   ╭────●
      40% ┤●──╯
          │
      30% ┤                ○
          │
      20% ┤
          │
      10% ┤                        ○
          │
       0% ┤
          └┬───────────────────────┬
           2026-01              2026-04
        ● settled   ○ many still open: it can rise

      Still open: 26%, so “of all” can still rise.
      ? The data do not say at which stage 34 of 34 lost deals were lost: they count
        where they began. Stage dates tell: import deals with --entered, or import
        history.
      "
    `)
    const { points } = JSON.parse(await shown(made, 'conversion', '2026-04', '--format', 'json'))
    expect(points).toMatchInlineSnapshot(`
      [
        {
          "conversion": 0.1,
          "created": 20,
          "high": 0.301,
          "label": "2026-04",
          "low": 0.0279,
          "open": 15,
          "steps": [
            {
              "from": "New",
              "high": 0.301,
              "low": 0.0279,
              "n": 20,
              "rate": 0.1,
              "to": "Offer",
            },
            {
              "from": "Offer",
              "high": 1,
              "low": 0.3424,
              "n": 2,
              "rate": 1,
              "to": "Won",
            },
          ],
          "won": 2,
        },
      ]
    `)
  })
})

describe('long names at 80 columns', () => {
  test('of stages and managers, in Russian and Ukrainian', async () => {
    const made = trial({ now: '2026-05-10', terminal: 80 })
    const stages = [
      'Первичное обращение клиента',
      'Квалификация потребности',
      'Согласование коммерческого предложения',
      'Сверхдлинноеназваниеэтапабезединогопробела',
    ]
    await made.run([
      'init',
      '--pipeline',
      'Корпоративные продажи',
      '--stages',
      stages.join(','),
      '--currency',
      'UAH',
    ])
    const rows = stages.flatMap((stage, k) =>
      Array.from(
        { length: 12 },
        (_, i) => `${k}-${i},${stage},2026-0${1 + (i % 3)}-05,Константинопольский Святослав-${i % 2}`,
      ),
    )
    writeFileSync(made.path('deals.csv'), `ID,Stage,Created,Manager\n${rows.join('\n')}\n`)
    expect((await made.run(['import', 'deals', made.path('deals.csv')])).exit).toBe(0)
    for (const lang of ['ru', 'uk'])
      for (const argv of [
        ['funnel', '2026-Q1'],
        ['funnel', '2026-Q1', '--by', 'manager'],
        ['funnel', '2026-03', '--compare', 'previous'],
        ['conversion', '2026-Q1'],
      ])
        expect(await shown(made, ...argv, '--lang', lang)).toMatchSnapshot([...argv, lang].join(' '))
  })
})
