import { expect, test } from 'vitest'
import { goldenWorkspace } from '../support/golden.ts'
import { windowsWorkspace } from '../support/windows.ts'
import { realPath, realTest } from '../transfer/real.ts'
import { trial } from './world.ts'

const six = trial({ now: '2026-03-01' })
goldenWorkspace(six.path('trial.db'))

async function golden(...argv: string[]) {
  const ran = await six.run(['durations', '2026-01', ...argv, '--format', 'json'])
  expect([ran.exit, ran.err]).toEqual([0, ''])
  return JSON.parse(ran.out)
}

test('the six deals whose stays are known by hand', async () => {
  const { stages, cycle, timeToLoss, velocity, deals } = await golden()
  const row = (stage: string, n: number, [median, p75, p90, mean]: number[]) => ({
    stage,
    n,
    median,
    p75,
    p90,
    mean,
  })
  const open = (count: number, openMedian: number | null = null) => ({
    ...{ leftOverNorm: null, open: count, openMedian, norm: null, overNorm: null },
  })
  expect(stages).toEqual([
    { ...row('New', 4, [5.5, 6, 7, 5]), ...open(1, 35) },
    { ...row('Qualified', 2, [8.5, 10, 10, 8.5]), ...open(1, 32) },
    { ...row('Proposal', 3, [10, 13, 13, 9.6667]), ...open(0) },
    { ...row('Negotiation', 1, [8, 8, 8, 8]), ...open(0) },
  ])
  expect([deals, cycle, timeToLoss]).toEqual([
    5,
    { n: 1, median: 41, mean: 41, presumed: 0 },
    { n: 1, median: 17, mean: 17, presumed: 0 },
  ])
  // All six were in work in January: 6 × 1/2 × 60 / 41.
  expect(velocity).toEqual({
    ...{ opportunities: 6, won: 1, lost: 1, winRate: 0.5, winRateLow: 0.0945, winRateHigh: 0.9055 },
    ...{ averageWon: 60, averageDays: 41, perDay: 4.39, wonAmount: 60 },
  })
})

test('with a norm, who took longer and who stands longer', async () => {
  const { run, path } = trial({ now: '2026-03-01' })
  goldenWorkspace(path('trial.db'))
  expect((await run(['stage', 'edit', 'New', '--norm', '5'])).exit).toBe(0)
  const { out } = await run(['durations', '2026-01', '--format', 'json'])
  const [first] = JSON.parse(out).stages
  expect(first).toEqual({
    ...{ stage: 'New', n: 4, median: 5.5, p75: 6, p90: 7, mean: 5, leftOverNorm: 2 },
    ...{ open: 1, openMedian: 35, norm: 5, overNorm: 1 },
  })
  const opened = await run(['durations', '2026-01', '-e', 'New:overNorm', '--format', 'json'])
  expect(JSON.parse(opened.out).map(({ title }: { title: string }) => title)).toEqual(['D5'])
  const csv = await run(['сроки', '2026-01', '--чьи', 'New:дольше', '--format', 'csv'])
  expect(csv.out.split('\n').length).toBe(3)
})

test('what is no figure of the report is refused with what there is', async () => {
  const said = async (...argv: string[]) => await six.run(['durations', '2026-01', '-e', ...argv])
  const rows = 'New, Qualified, Proposal, Negotiation, cycle, loss'
  const refused = (text: string) => ({
    exit: 2,
    out: '',
    err: `--explain takes STAGE:n, open or overNorm, cycle or loss, not "${text}". There are: ${rows}\n`,
  })
  expect(await said('Offer')).toEqual(refused('Offer'))
  expect(await said('cycle:open')).toEqual(refused('cycle:open'))
  expect((await said('New@Anna')).exit).toBe(2)
})

const windows = trial({ now: '2026-10-14', terminal: 80 })
windowsWorkspace(windows.path('trial.db'))

async function screen(lang: string, ...argv: string[]) {
  const ran = await windows.run(['durations', ...argv, '--lang', lang])
  expect([ran.exit, ran.err]).toEqual([0, ''])
  return `\n${ran.out.replaceAll('\u00a0', ' ')}`
}

test('the screen in Russian', async () => {
  expect(await screen('ru', 'Q3')).toMatchInlineSnapshot(`
    "
    Дней на этапах «Окна» · июль–сентябрь 2026
    на 14.10.2026, Москва · все менеджеры · создано сделок 120 ·
      предположенных дат 3 %

    Этап         ушли  медиана               75 %  90 %  в деле  стоят  норма дольше
    Заявка        103        1 █▍               1     1      14     69      1     14
    Замер          75        4 █████▍           4     4       9     66      4      9
    Предложение    49        9 ████████████     9     9       8     66      9      8
    Договор        28        6 ████████         6     6       4     42      6      4

    Дни — у созданных за период сделок, которые ушли с этапа: половина — не дольше
      медианы, 90 из 100 — не дольше «90 %». Полоса — медиана, засечка — 90 %.
    «стоят» — медиана дней, что сделки в деле уже стоят на этапе.
    Где норма не задана, она — сколько стояли 9 из 10 выигранных.
    Ещё в деле 35 из 120: кто уйдёт с этапа позже, тот срок ещё увеличит.
    Дольше нормы стоят 35, больше всего — «Заявка». Какие:
      voronka durations Q3 -e Заявка:overNorm

    Закрытые за период, дней от создания  сделок  медиана  среднее
    Выиграно                                  21       20     20,0
    Отказ                                     57        5      6,5

    В эти дни не вошли 2 закрытые сделки: дата создания или конца только
      предположена.
    Скорость продаж: 126 (были в работе) × выиграно 22 из 80 (28 %, разброс 19–38) ×
      в среднем 144 000 ₽ / в среднем 20 дн до выигрыша = 249 000 ₽ в день, если бы
      всё это закрылось за один цикл.
    На деле за 92 дня выигрывали по 34 400 ₽ в день. Скорость — не прогноз: её
      сравнивают со скоростью другого периода, --compare previous.
    "
  `)
})

test('the screen in English, beside the quarter before', async () => {
  expect(await screen('en', '2026-Q3', '--compare', 'previous', '--no-chart')).toMatchInlineSnapshot(`
    "
    Days in the stages of “Окна” · July–September 2026
    as of 14 Oct 2026, Moscow · all managers · deals created: 120 ·
      presumed dates: 3%

    Stage        left  median  75%  90%  open  so far  norm  over
    Заявка        103       1    1    1    14      69     1    14
    Замер          75       4    4    4     9      66     4     9
    Предложение    49       9    9    9     8      66     9     8
    Договор        28       6    6    6     4      42     6     4

    Days of deals created in the period that have left the stage: half took no more
      than the median, 90 of 100 no more than “90%”.
    “so far”: the median of the days that open deals have stood in it.
    Where no norm is set, it is what 9 of 10 won deals took.
    Still open: 35 of 120. Those that leave later will make the days longer.
    Longer than the norm stand 35, most of them at “Заявка”. Which ones:
      voronka durations 2026-Q3 -e Заявка:overNorm

    Closed in the period, days since creation  deals  median  mean
    Won                                           21      20  20.0
    Lost                                          57       5   6.5

    2 closed deals are left out of these days: the date of creation or of the end is
      only presumed.
    Velocity: 126 deals that were in work × won 22 of 80 (28%, range 19–38) ×
      ₽144,000 on average / 20 days to win on average = ₽249,000 a day, were all of
      them to close within one cycle.
    What was really won: ₽34,400 a day (days: 92). Velocity is no forecast: it is
      held against that of another period, --compare previous.

    beside it: April–June 2026, as of 14 Jul 2026

                             was       now                    change
    Заявка, median             1         1                         0
    Замер, median              4         4                         0
    Предложение, median        9         9                         0
    Договор, median            6         6                         0
    to win, median            17        20                        +3
    to win, mean              17        20                        +3
    to loss, median          9.5         5                      −4.5
    won of closed            20%       28%  +8 points, within chance
    velocity, a day      ₽16,941  ₽249,323                 +₽232,382
    "
  `)
})

test('by manager', async () => {
  expect(await screen('ru', 'Q3', '--by', 'manager')).toMatchInlineSnapshot(`
    "
    Дней на этапах «Окна» по менеджерам · июль–сентябрь 2026
    на 14.10.2026, Москва · создано сделок 120 · предположенных дат 3 %

                                                         до       до         в день,
    Менеджер       Заявка Замер Предложение Договор  выигр.   отказа дольше    тыс ₽
    Анна Белова         1     4           9       6      20      9,5      0      113
    Борис Ким           1     4           9       6      20        5      1       44
    Олег Сидоренко      1     4           9       6      20        3     12       27
    Вера Лис            1     4           9       6      20              18      138
    без менеджера       1     4                                           4
    Итого               1     4           9       6      20        5     35      249

    В клетке — медиана дней; бледно — меньше 10 сделок. «в день» — скорость продаж,
      денег в день.
    Ещё в деле 35 из 120: кто уйдёт с этапа позже, тот срок ещё увеличит.
    В эти дни не вошли 2 закрытые сделки: дата создания или конца только
      предположена.
    Скорость продаж: 126 (были в работе) × выиграно 22 из 80 (28 %, разброс 19–38) ×
      в среднем 144 000 ₽ / в среднем 20 дн до выигрыша = 249 000 ₽ в день, если бы
      всё это закрылось за один цикл.
    На деле за 92 дня выигрывали по 34 400 ₽ в день. Скорость — не прогноз: её
      сравнивают со скоростью другого периода, --compare previous.
    "
  `)
})

test('the same facts as a file', async () => {
  const { out } = await six.run(['durations', '2026-01', '--format', 'csv'])
  expect(out).toMatchInlineSnapshot(`
    "row,stage,n,median,mean,p75,p90,leftOverNorm,open,openMedian,norm,overNorm,opportunities,winRate,averageWon,averageDays,perDay
    stage,New,4,5.5,5,6,7,,1,35,,,,,,,
    stage,Qualified,2,8.5,8.5,10,10,,1,32,,,,,,,
    stage,Proposal,3,10,9.6667,13,13,,0,,,,,,,,
    stage,Negotiation,1,8,8,8,8,,0,,,,,,,,
    cycle,,1,41,41,,,,,,,,,,,,
    timeToLoss,,1,17,17,,,,,,,,,,,,
    velocity,,,,,,,,,,,,6,0.5,60,41,4.39
    "
  `)
})

test('nothing was made or closed: the latest that there is', async () => {
  expect(await screen('ru', '2025')).toMatchInlineSnapshot(`
    "
    Дней на этапах «Окна» · 2025 год
    на 14.10.2026, Москва · все менеджеры · создано сделок 0

    За 2025 год сделок нет; последние — за 2026 год:
      voronka durations 2026
    "
  `)
})

realTest('days to a win and to a loss, as counted by hand from the file of 8,800 deals', async () => {
  const { run } = trial({ now: '2018-01-01' })
  await run(['init', '--pipeline', 'Sales', '--stages', 'Prospecting,Engaging', '--timezone', 'UTC'])
  const file = realPath('maven-crm/sales_pipeline.csv')
  const read = ['import', 'deals', file, '--map', 'created=engage_date', '--map', 'closed=close_date']
  const imported = await run([...read, '--format', 'json'])
  expect([imported.exit, JSON.parse(imported.out).created]).toEqual([0, 8800])
  const { cycle, timeToLoss } = JSON.parse((await run(['durations', 'all', '--format', 'json'])).out)
  expect([cycle, timeToLoss]).toEqual([
    { n: 4238, median: 57, mean: 51.782, presumed: 0 },
    { n: 2473, median: 14, mean: 41.4792, presumed: 0 },
  ])
})

realTest(
  'days from submission to approval, as counted by hand from an event log',
  async () => {
    const { run } = trial({ now: '2012-03-14' })
    const stages = 'A_SUBMITTED,A_PARTLYSUBMITTED,A_PREACCEPTED,A_ACCEPTED,A_FINALIZED'
    await run(['init', '--pipeline', 'Loans', '--stages', stages, '--timezone', 'UTC'])
    const outcomes = ['A_APPROVED=won', 'A_DECLINED=lost', 'A_CANCELLED=lost']
    const later = ['A_REGISTERED=skip', 'A_ACTIVATED=skip']
    const rules = [...outcomes, ...later].flatMap((rule) => ['--stage', rule])
    const ran = await run(['import', 'history', realPath('bpi2012/bpi2012_A_events.csv'), ...rules])
    expect(ran.exit).toBe(0)
    const { cycle } = JSON.parse((await run(['durations', 'all', '--format', 'json'])).out)
    expect(cycle).toEqual({ n: 2246, median: 14.4366, mean: 16.6589, presumed: 0 })
  },
  60_000,
)
