import { expect, test } from 'vitest'
import { windowsWorkspace } from '../support/windows.ts'
import { trial } from './world.ts'

const DEALS = `id,title,stage,manager,amount,created,closed
A1,Roof,Won,Anna,100,2026-01-05,2026-01-15
A2,Door,Won,Anna,300,2025-12-20,2026-01-09
A3,Wall,Lost,Anna,200,2026-01-06,2026-01-20
A4,Gate,Offer,Anna,50,2026-01-25,
A5,Tower,Won,Anne,500,2026-01-01,2026-01-31
B1,Shed,Lost,Boris,100,2026-01-02,2026-01-10
B2,Fence,Won,Boris,40,2026-01-10,2026-02-03
N1,Lamp,Lead,,10,2026-01-30,
`
const TOUCHES = `id,kind,direction,outcome,date,contact,manager
1,call,out,answered,2026-01-07 10:00,Smith,Anna
2,call,out,no-answer,2026-01-08 10:00,Smith,Anne
3,call,in,missed,2026-01-08 11:00,Smith,Anna
4,meeting,,,2026-01-09 10:00,Smith,Anna
5,call,in,answered,2026-01-10 12:00,Jones,Boris
6,call,out,answered,2026-02-10 10:00,Smith,Anna
`

const small = trial({ now: '2026-03-01' })

async function team(...argv: string[]) {
  const ran = await small.run(['team', '2026-01', ...argv, '--format', 'json'], { now: '2026-03-02' })
  expect([ran.exit, ran.err]).toEqual([0, ''])
  return JSON.parse(ran.out)
}

test('figures known by hand: as of the end of January, later changes left out', async () => {
  await small.run(['init', '--stages', 'Lead,Offer', '--timezone', 'UTC', '--currency', 'USD'])
  expect(await small.run(['import', 'deals', '-'], { stdin: DEALS })).toMatchObject({ exit: 0 })
  expect(await small.run(['import', 'activities', '-'], { stdin: TOUCHES })).toMatchObject({ exit: 0 })
  for (const line of [
    'manager merge Anna Anne --yes',
    'manager edit Anna --department North',
    'manager edit Boris --department South',
    'deal edit A1 --manager Boris --amount 999',
    'deal move B1 Lead',
  ])
    expect(await small.run(line.split(' '), { now: '2026-03-02' })).toMatchObject({ exit: 0 })
  const { groups, total } = await team('--as-of', '2026-01-31')
  // Anna: 3 of 4 closed won; 100, 300 and 500; in 10, 20 and 30 days; 900 of 900 + 200. Anne’s are hers.
  // Boris: the fence is open yet, the shed lost yet, the roof not his yet.
  expect(groups.map(brief)).toEqual([
    {
      ...{ key: 'Anna', deals: 5, won: 3, lost: 1, open: 1, winRate: 0.75, low: 0.3006, high: 0.9544 },
      ...{ wonAmount: 900, averageWon: 300, medianWon: 300, cycleMedian: 20, calls: 2, meetings: 1 },
      ...{ planShare: null, bonus: null, winRateByAmount: 0.8182, openAmount: 50, callsIn: 0, callsOut: 2 },
      // Smith was called and met, and bought nothing.
      ...{ contracts: 0, differs: null, revenueShare: 1 },
      // Created in January: roof, wall, gate, tower; the tower and the roof won, the gate offered.
      stages: ['Lead 3/4, lost 1, open 0', 'Offer 2/3, lost 0, open 1'],
    },
    {
      ...{ key: 'Boris', deals: 2, won: 0, lost: 1, open: 1, winRate: 0, low: 0, high: 0.7935 },
      ...{ wonAmount: 0, averageWon: null, medianWon: null, cycleMedian: null, calls: 1, meetings: 0 },
      ...{ planShare: null, bonus: null, winRateByAmount: 0, openAmount: 40, callsIn: 1, callsOut: 0 },
      ...{ contracts: 0, differs: null, revenueShare: 0 },
      stages: ['Lead 0/2, lost 1, open 1', 'Offer 0/0, lost 0, open 0'],
    },
    {
      ...{ key: '(none)', deals: 1, won: 0, lost: 0, open: 1, winRate: null, low: null, high: null },
      ...{ wonAmount: 0, averageWon: null, medianWon: null, cycleMedian: null, calls: 0, meetings: 0 },
      ...{ planShare: null, bonus: null, winRateByAmount: null, openAmount: 10, callsIn: 0, callsOut: 0 },
      ...{ contracts: 0, differs: null, revenueShare: 0 },
      stages: ['Lead 0/1, lost 0, open 1', 'Offer 0/0, lost 0, open 0'],
    },
  ])
  expect(brief({ key: 'Total', ...total })).toEqual({
    ...{ key: 'Total', deals: 8, won: 3, lost: 2, open: 3, winRate: 0.6, low: 0.2307, high: 0.8824 },
    ...{ wonAmount: 900, averageWon: 300, medianWon: 300, cycleMedian: 20, calls: 3, meetings: 1 },
    ...{ planShare: null, bonus: null, winRateByAmount: 0.75, openAmount: 100, callsIn: 1, callsOut: 2 },
    contracts: 0,
    stages: ['Lead 3/7, lost 2, open 2', 'Offer 2/3, lost 0, open 1'],
  })
})

test('today’s owner, amount and outcome count today; departments are groups of managers', async () => {
  const pick = ({ key, won, lost, open, wonAmount }: Group) => [key, won, lost, open, wonAmount]
  expect((await team()).groups.map(pick)).toEqual([
    ['Boris', 1, 0, 1, 999],
    ['Anna', 2, 1, 1, 800],
    ['(none)', 0, 0, 1, 0],
  ])
  expect((await team('--by', 'department', '--as-of', '2026-01-31')).groups.map(pick)).toEqual([
    ['North', 3, 1, 1, 900],
    ['South', 0, 1, 1, 0],
    ['(none)', 0, 0, 1, 0],
  ])
  expect((await team('--manager', 'Anna', '--manager', 'Boris')).groups.map(pick)).toEqual([
    ['Boris', 1, 0, 1, 999],
    ['Anna', 2, 1, 1, 800],
  ])
})

test('of what was known then, calls and meetings too', async () => {
  const { groups } = await team('--known-at', '2026-03-01')
  expect(
    groups.map(({ key, calls, meetings, contracts, wonAmount }: Group) => [
      key,
      ...[calls, meetings, contracts, wonAmount],
    ]),
  ).toEqual([
    ['Anna', 2, 1, 0, 900],
    ['Boris', 1, 0, 0, 0],
    ['(none)', 0, 0, 0, 0],
  ])
})

test('the deals behind a figure are those it counts', async () => {
  const behind = async (cell: string, ...argv: string[]) => {
    const { out } = await small.run(['team', '2026-01', ...argv, '-e', cell, '--format', 'json'], {
      now: '2026-03-02',
    })
    return JSON.parse(out)
      .map(({ externalId }: { externalId: string }) => externalId)
      .toSorted()
  }
  const then = ['--as-of', '2026-01-31']
  expect(await behind('Anna:won', ...then)).toEqual(['A1', 'A2', 'A5'])
  expect(await behind('anna', ...then)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5'])
  expect(await behind('Boris:open', ...then)).toEqual(['B2'])
  expect(await behind('без менеджера:open', ...then)).toEqual(['N1'])
  expect(await behind('all:отказов', ...then)).toEqual(['A3', 'B1'])
  expect(await behind('North:won', ...then, '--by', 'department')).toEqual(['A1', 'A2', 'A5'])
  expect(await behind('Anna:won')).toEqual(['A2', 'A5'])
  expect(await small.run(['team', '-e', 'Anna:gone', '--lang', 'en'])).toEqual({
    exit: 2,
    out: '',
    err: '--explain takes MANAGER:won, lost, open or deals, not "Anna:gone"\n',
  })
  const stages = JSON.parse((await small.run(['team', '--format', 'json'])).out).groups[0].stages
  const refused = await small.run(['team', '-e', `Anna:${stages[0].stage.toLowerCase()}`, '--lang', 'en'])
  expect([refused.exit, refused.err.split('\n').at(-2)]).toEqual([
    2,
    `  voronka weakest --manager Anna -e ${stages[0].stage}:entered`,
  ])
})

test('one manager for scripts: beside the team, with months and inquiries', async () => {
  const { groups, team: everyone, place, funnel, months, response } = await team('--manager', 'Anna')
  expect(groups.map(({ key, won }: Group) => [key, won])).toEqual([['Anna', 2]])
  expect([place, everyone.managers, everyone.won, everyone.average, everyone.median.won]).toEqual([
    2,
    2,
    3,
    {
      ...{ won: 1.5, lost: 0.5, open: 1, winRate: 0.75, winRateByAmount: 0.8999, wonAmount: 899.5 },
      ...{ averageWon: 599.67, cycleMedian: 20, calls: 1.5, meetings: 0.5, contracts: 0 },
    },
    1.5,
  ])
  expect(funnel).toEqual([
    { stage: 'Lead', entered: 3, amount: 750 },
    { stage: 'Offer', entered: 2, amount: 550 },
    { stage: 'Won', entered: 1, amount: 500 },
  ])
  expect(months.at(-1)).toEqual({
    ...{ label: '2026-01', won: 2, lost: 1, winRate: 0.6667, low: 0.2077, high: 0.9385, wonAmount: 800 },
  })
  expect([months.length, response.own]).toEqual([
    12,
    {
      ...{ inquiries: 4, answered: 4, unanswered: 0, medianHours: 791, p90Hours: 791 },
      ...{ late: 1, timed: 1, lateShare: 1, lateLow: 0.2065, lateHigh: 1, differs: null },
    },
  ])
})

interface Group extends Record<string, unknown> {
  key: string
  stages: { stage: string; n: number; toNext: number | null; lostHere: number; openHere: number }[]
}

/** A group with its stages in a line each. */
function brief({ stages, ...rest }: Group) {
  return {
    ...rest,
    stages: stages.map(
      ({ stage, n, toNext, lostHere, openHere }) =>
        `${stage} ${Math.round((toNext ?? 0) * n)}/${n}, lost ${lostHere}, open ${openHere}`,
    ),
  }
}

const windows = trial({ now: '2026-10-14', terminal: 80 })
windowsWorkspace(windows.path('trial.db'))

async function screen(lang: string, ...argv: string[]) {
  const ran = await windows.run(['team', 'Q3', ...argv, '--lang', lang])
  expect([ran.exit, ran.err]).toEqual([0, ''])
  const text = ran.out.replaceAll('\u00a0', ' ')
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
  return `\n${text}`
}

test('the screen in Russian', async () => {
  expect(await screen('ru')).toMatchInlineSnapshot(`
    "
    Команда · воронка «Окна» · июль–сентябрь 2026
    на 14.10.2026, Москва · закрыто 80

    Никого нельзя уверенно отличить от остальных: различия в пределах случайного или
      могут исчезнуть, когда закроются сделки в деле.

                                                          выручка, ср. чек,    цикл,
    Менеджер       выигр. отказов в деле из закр. разброс    тыс ₽    тыс ₽     дней
    Анна Белова        14      20      0     41 %   26–58    2 022      144       20
    Борис Ким           5      24      7     17 %    8–35      705      141       20
    Олег Сидоренко      2      14     12     13 %    3–36      294      147       20
    Вера Лис            1       0     18   1 из 1              145      145       20
    без менеджера       0       0      4                         0
    Итого              22      58     41     28 %   19–38    3 166      144       20

    Выиграно и отказы — закрытые за период, в деле — на 14.10.2026. Цикл — медиана
      дней до выигрыша.

    Этапы: созданные за период, 120, ещё в деле 29 %; → доля прошедших дальше

    Менеджер          Заявка    Замер  Предложение  Договор
    Анна Белова      38 →87%  33 →85%      28 →64%  18 →89%
    Борис Ким        30 →67%  20 →65%      13 →54%   7 →5/7
    Олег Сидоренко   29 →66%  19 →53%      10 →50%   5 →3/5
    Вера Лис         19 →53%  10 →50%       5 →2/5   2 →1/2
    без менеджера     4 →2/4   2 →1/2       1 →0/1   0   →–
    Итого           120 →70%  84 →68%      57 →56%  32 →78%

    Выручка: 3 166 000 ₽

    Менеджер        тыс ₽                                 от всей
    Анна Белова     2 022 ██████████████████████████████     64 %
    Борис Ким         705 ██████████▌                        22 %
    Олег Сидоренко    294 ████▍                               9 %
    Вера Лис          145 ██▏                                 5 %
    Итого           3 166                                   100 %

    Чьи сделки: voronka team Q3 -e "Анна Белова:won"
    "
  `)
})

test('the screen in English, beside another period', async () => {
  expect(await screen('en', '--compare', 'previous', '--no-chart')).toMatchInlineSnapshot(`
    "
    The team · “Окна” · July–September 2026
    as of 14 Oct 2026, Moscow · closed: 80

    Nobody can be told from the rest: differences are within chance, or open deals
      could undo them.

    Manager        won lost open of closed range revenue, ₽K average, ₽K cycle, days
    Анна Белова     14   20    0       41% 26–58       2,022         144          20
    Борис Ким        5   24    7       17%  8–35         705         141          20
    Олег Сидоренко   2   14   12       13%  3–36         294         147          20
    Вера Лис         1    0   18    1 of 1               145         145          20
    no manager       0    0    4                           0
    Total           22   58   41       28% 19–38       3,166         144          20

    Won and lost: closed in the period; open: on 14 Oct 2026. Cycle: the median of
      days to a win.

    Stages: deals created in the period, 120, still open 29%; → share that went on

    Manager           Заявка    Замер  Предложение  Договор
    Анна Белова      38 →87%  33 →85%      28 →64%  18 →89%
    Борис Ким        30 →67%  20 →65%      13 →54%   7 →5/7
    Олег Сидоренко   29 →66%  19 →53%      10 →50%   5 →3/5
    Вера Лис         19 →53%  10 →50%       5 →2/5   2 →1/2
    no manager        4 →2/4   2 →1/2       1 →0/1   0   →–
    Total           120 →70%  84 →68%      57 →56%  32 →78%

    Which deals: voronka team Q3 -e "Анна Белова:won"

    beside it: April–June 2026, as of 14 Jul 2026

                                   of closed  of closed
    Manager        won was now   ±       was        now points   ₽K was   now      ±
    Анна Белова          0  14 +14                  41%               0 2,022 +2,022
    Борис Ким            2   5  +3       20%        17%     −3 ≈    180   705   +525
    Олег Сидоренко       0   2  +2                  13%               0   294   +294
    Вера Лис             0   1  +1               1 of 1               0   145   +145
    no manager           0   0   0                                    0     0      0
    Total                2  22 +20       20%        28%     +8 ≈    180 3,166 +2,986

    ≈ not distinguishable: within chance.
    Under 10 deals: “3 of 5” instead of a percentage.
    "
  `)
})

test('one manager beside the team, in Russian', async () => {
  expect(await screen('ru', '--manager', 'Анна')).toMatchInlineSnapshot(`
    "
    Анна Белова · воронка «Окна» · июль–сентябрь 2026
    на 14.10.2026, Москва · менеджер: Анна Белова

                                 свои  разброс    в среднем    медиана
    выиграно                       14                   5,5        3,5
    отказов                        20                    15         17
    в деле                          0                   9,3        9,5
    выиграно из закрытых         41 %    26–58         28 %       29 %
    то же по сумме               46 %                  33 %       34 %
    выручка               2 022 000 ₽             791 500 ₽  499 500 ₽
    средняя сделка          144 429 ₽             143 909 ₽  144 714 ₽
    цикл, дней (медиана)           20                    20         20
    обращения                      38                    30         30
    из них ждут ответа              0

    Место по выручке: 1 из 4.
    «В среднем» — на одного из 4 менеджеров; доли, средняя сделка и цикл — по всем
      вместе, цикл всюду — медиана. Медиана: у половины меньше.
    Выиграно и отказы — закрытые за период, в деле — на 14.10.2026. Цикл — медиана
      дней до выигрыша.

    Своя воронка: сделки, созданные за период, 38

    Этап         дошли               дальше  разброс    у остальных  тыс ₽
    Заявка          38 ████████████    87 %    73–94           63 %  4 952
    Замер           33 ██████████▍     85 %    69–93           57 %  4 467
    Предложение     28 ████████▉       64 %    46–79           50 %  3 932
    Договор         18 █████▋          89 %    67–97           64 %  2 652
    Выиграно        16 █████                                         2 310

    Закрыто по месяцам

    Месяц    выигр.  отказов  из закр.  разброс  тыс ₽
    2026-07       2        5    2 из 7             288 ██████▋
    2026-08       6        9      40 %    20–64    864 ███████████████████▉
    2026-09       6        6      50 %    25–75    870 ████████████████████

    Анна Белова: от остальных уверенно не отличить, различия в пределах случайного
      или могут исчезнуть, когда закроются сделки в деле.

    Чьи сделки: voronka team Q3 --manager Анна -e "Анна Белова:won"
    "
  `)
})

test('one manager in Ukrainian, beside last year', async () => {
  expect(await screen('uk', '--manager', 'Вера', '--compare', 'previous')).toMatchInlineSnapshot(`
    "
    Вера Лис · воронка «Окна» · липень–вересень 2026
    на 14.10.2026, Москва · менеджер: Вера Лис

                                  свої  розкид    у середньому    медіана
    виграно                          1                     5,5        3,5
    відмов                           0                      15         17
    у роботі                        18                     9,3        9,5
    виграно із закритих          1 з 1                    28 %       29 %
    те саме за сумою                                      33 %       34 %
    виручка                  145 000 ₽               791 500 ₽  499 500 ₽
    середня угода            145 000 ₽               143 909 ₽  144 714 ₽
    цикл, днів (медіана)            20                      20         20
    звернення                       19                      30         30
    з них чекають відповіді          9

    Місце за виручкою: 4 з 4.
    «У середньому» — на одного з 4 менеджерів; частки, середня угода й цикл — за
      всіма разом, цикл усюди — медіана. Медіана: у половини менше.
    Виграно й відмови — закриті за період, у роботі — на 14.10.2026. Цикл — медіана
      днів до виграшу.

    Своя воронка: угоди, створені за період, 19

    Етап         дійшли                далі  розкид    в інших  тис. ₽
    Заявка           19 ████████████   53 %   32–73       74 %   2 108
    Замер            10 ██████▍        50 %   24–76       71 %   1 235
    Предложение       5 ███▏          2 з 5               59 %     700
    Договор           2 █▎            1 з 2               80 %     316
    Выиграно          1 ▋                                          145

    Закрито за місяцями

    Місяць   виграно  відмов  із закр.  розкид  тис. ₽
    2026-09        1       0     1 з 1             145 ████████████████████

    Вера Лис: від інших упевнено не відрізнити, відмінності в межах випадкового або
      можуть зникнути, коли закриються угоди в роботі.

    Чиї угоди: voronka team Q3 --manager Вера -e "Вера Лис:won"

    поруч: квітень–червень 2026, на 14.07.2026 — тоді порожньо, порівняти ні з чим
    "
  `)
})

test('the share of the plan says of which days the plan is, and every table has the same revenue', async () => {
  const planned = trial({ now: '2026-11-12' })
  await planned.run(['demo', '--db', planned.path('trial.db'), '--lang', 'ru', '--now', '2026-11-12'])
  const { out } = await planned.run(['team', '2026-10-15..2026-11-30', '--lang', 'ru'], { terminal: 80 })
  const lines = out.replaceAll('\u00a0', ' ').split('\n')
  const at = lines.findIndex((line) => line.startsWith('К плану'))
  expect(lines.slice(at, at + 2)).toMatchInlineSnapshot(`
    [
      "К плану: выручка — к плану на ноябрь 2026 и к доле плана на октябрь 2026 по",
      "  рабочим дням.",
    ]
  `)
  const amounts = lines.flatMap((line) => /^Итого .*?(\d+ \d{3}(?:,\d)?)/.exec(line)?.[1] ?? [])
  expect(new Set(amounts).size).toBe(1)
})

test('a stage that is plainly below the others’ has the price that the weakest link has', async () => {
  const made = trial({ now: '2026-10-14' })
  await made.run(['demo', '--db', made.path('trial.db'), '--lang', 'ru'])
  const told = async (...argv: string[]) => JSON.parse((await made.run([...argv, '--format', 'json'])).out)
  const { groups } = await told('team', 'all')
  const links = await told('weakest', 'all', '--by', 'manager')
  const below = groups.flatMap(
    ({ key, stages }: { key: string; stages: { stage: string; cost: number }[] }) =>
      stages.flatMap(({ stage, cost }) => (cost === null ? [] : [[key, stage, cost]])),
  )
  const priced = links.groups.flatMap(
    ({ key, weakest }: { key: string; weakest: { stage: string; cost: number } | null }) =>
      weakest === null ? [] : [[key, weakest.stage, weakest.cost]],
  )
  expect(priced).toEqual([['Вера Лис', 'Замер', expect.any(Number)]])
  expect(below).toEqual(expect.arrayContaining(priced))
})

test('beside another period the differences are those of the amounts as they are shown', async () => {
  const made = trial({ now: '2026-03-01' })
  const deals = `id,title,stage,manager,amount,created,closed
A1,Roof,Won,Anna,426500,2026-02-05,2026-02-15
B1,Shed,Won,Boris,291200,2026-02-02,2026-02-10
B2,Wall,Won,Boris,388400,2026-01-02,2026-01-10
`
  await made.run(['init', '--stages', 'Lead', '--timezone', 'UTC', '--currency', 'USD'])
  await made.run(['import', 'deals', '-'], { stdin: deals })
  const { out } = await made.run(['team', '2026-02', '--compare', 'previous', '--no-chart'], { terminal: 80 })
  expect(
    out.split('\n').filter((line) => /^(Manager|Anna|Boris|Total).*[±+−]/.test(line)),
  ).toMatchInlineSnapshot(`
    [
      "Manager  won was  now   ±  of closed was  of closed now  $K was  now     ±",
      "Anna           0    1  +1                        1 of 1       0  427  +427",
      "Boris          1    1   0         1 of 1         1 of 1     388  291   −97",
      "Total          1    2  +1         1 of 1         2 of 2     388  718  +330",
    ]
  `)
})

test('nobody has a row where nobody has anything but a missed call', async () => {
  const made = trial({ now: '2026-03-01' })
  const deals = 'id,title,stage,manager,amount,created,closed\nA1,Roof,Won,Anna,100,2026-02-05,2026-02-15\n'
  const calls = 'id,kind,direction,outcome,date,contact\n1,call,in,missed,2026-02-08 11:00,Smith\n'
  await made.run(['init', '--stages', 'Lead', '--timezone', 'UTC', '--currency', 'USD'])
  await made.run(['import', 'deals', '-'], { stdin: deals })
  expect((await made.run(['import', 'activities', '-'], { stdin: calls })).exit).toBe(0)
  const groups = async () => {
    const { out } = await made.run(['team', '2026-02', '--format', 'json'])
    return JSON.parse(out).groups.map(({ key }: { key: string | null }) => key)
  }
  expect(await groups()).toEqual(['Anna'])
  expect((await made.run(['deal', 'add', 'Shed'], { now: '2026-02-20' })).exit).toBe(0)
  expect(await groups()).toEqual(['Anna', '(none)'])
})

test('of days on which nothing came about there is one sentence, of days without wins no column of noughts', async () => {
  const { run } = trial({ now: '2026-03-01', terminal: 80, env: { VORONKA_LANG: 'en' } })
  const deals =
    'id,title,stage,manager,amount,created,closed\nA1,Roof,Won,Anna,100,2026-01-05,2026-01-15\nA2,Shed,Lost,Anna,50,2026-01-06,2026-02-10\nA3,Barn,Lead,Boris,50,2026-01-06,\n'
  await run(['init', '--stages', 'Lead', '--timezone', 'UTC', '--currency', 'USD'])
  await run(['import', 'deals', '-'], { stdin: deals })
  const lines = async (days: string) => (await run(['team', days])).out.split('\n').slice(3, -1)
  expect(await lines('2026-02-20..2026-02-25')).toEqual([
    'No deals in 20–25 February 2026; the latest are of 5–11 January 2026:',
    '  voronka team 2026-W02',
  ])
  expect((await lines('2026-02')).slice(0, 8)).toMatchInlineSnapshot(`
    [
      "Nobody can be told from the rest: differences are within chance, or open deals",
      "  could undo them.",
      "",
      "Manager  won  lost  open  of closed",
      "Anna       0     1     0     0 of 1",
      "Boris      0     0     1",
      "Total      0     1     1     0 of 1",
      "",
    ]
  `)
})

test('a manager of whom nothing is known yet, nor of anybody else', async () => {
  const { run } = trial({ now: '2026-10-14', terminal: 80, env: { VORONKA_LANG: 'en' } })
  await run(['init', '--stages', 'New', '--currency', 'USD', '--timezone', 'UTC'])
  await run(['manager', 'add', 'Anna'])
  const { exit, out } = await run(['team', '--manager', 'Anna'])
  expect([exit, out.split('\n').slice(3)]).toEqual([
    0,
    ['No deals in 17 July – 14 October 2026. There were no such deals by this date.', ''],
  ])
  expect((await run(['forecast', '--by', 'manager'])).out).not.toContain('manager  ')
})
