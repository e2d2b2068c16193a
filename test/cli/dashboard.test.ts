import { readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { inBrief } from '../../src/render/brief.ts'
import { windowsWorkspace } from '../support/windows.ts'
import { trial } from './world.ts'

const { run, path } = trial({ now: '2026-10-14', terminal: 80, env: { VORONKA_LANG: 'ru' } })
windowsWorkspace(path('trial.db'))

async function said(...argv: string[]) {
  const { exit, out, err } = await run(argv)
  return `\n${exit}\n${out}${err}`.replaceAll('\u00a0', ' ')
}

test('blocks are command lines, tried before they are kept', async () => {
  expect(await said('dashboard', 'save', 'понедельник')).toMatchInlineSnapshot(`
    "
    2
    Скажите, что показывать:
    voronka dashboard save понедельник "funnel last-week" "plan" "today"
    "
  `)
  expect(await said('dashboard', 'save', 'понедельник', 'funnel Q3', 'фанел')).toMatchInlineSnapshot(`
    "
    1
    Ничего не сохранено, блок «фанел»: Нет команды «фанел». Все команды:
    voronka help
    "
  `)
  expect(await said('dashboard', 'save', 'понедельник', 'undo 1')).toMatchInlineSnapshot(`
    "
    1
    Ничего не сохранено, блок «undo 1»: В сводке бывают отчёты и списки: funnel,
    conversion, durations, team, activity, losses, weakest, forecast, plan, stuck,
    response, reactivation, retention, lifecycle, today, deal list, task list, task
    load, activity list, want list
    "
  `)
  expect(await said('dashboard', 'save', 'понедельник', 'reactivation --make-tasks')).toMatchInlineSnapshot(`
    "
    1
    Ничего не сохранено, блок «reactivation --make-tasks»: В сводке бывают отчёты и
    списки: funnel, conversion, durations, team, activity, losses, weakest,
    forecast, plan, stuck, response, reactivation, retention, lifecycle, today, deal
    list, task list, task load, activity list, want list
    "
  `)
  expect(await said('dashboard', 'save', 'понедельник', 'funnel Q3 --stage "Новая')).toMatchInlineSnapshot(`
    "
    1
    Ничего не сохранено, блок «funnel Q3 --stage "Новая»: Кавычка не закрыта
    "
  `)
  expect(await said('dashboard', 'save', 'понедельник', 'funnel --lang en')).toMatchInlineSnapshot(`
    "
    1
    Ничего не сохранено, блок «funnel --lang en»: --lang — для всего сразу: укажите
    у voronka batch или voronka dashboard, а не в строке
    "
  `)
  expect(
    await said(
      ...['сводка', 'save', 'понедельник', 'voronka воронка Q3', 'funnel Q3 --by product', 'stuck', 'today'],
    ),
  ).toMatchInlineSnapshot(`
    "
    0
    Сохранена сводка понедельник, 4 блока. Посмотреть: voronka dashboard понедельник
    "
  `)
  expect(await said('dashboard', 'list')).toMatchInlineSnapshot(`
    "
    0
    имя          блоки
    главная      plan · team · weakest · losses · response · today
    понедельник  воронка Q3 · funnel Q3 --by product · stuck · today
    "
  `)
  expect(await said('dashboard', 'show', 'ПОНЕДЕЛЬНИК')).toMatchInlineSnapshot(`
    "
    0
    понедельник

    1  воронка Q3
    2  funnel Q3 --by product
    3  stuck
    4  today
    "
  `)
})

test('one screen: of each report its title, its table and its first sentence', async () => {
  expect(await said('dashboard', 'понедельник')).toMatchInlineSnapshot(`
    "
    0
    Сводка «понедельник»
    на 14.10.2026, Москва · все менеджеры

    Воронка «Окна» · июль–сентябрь 2026 · сделки, созданные за период
    сделок 120 · предположенных дат 3 %
    Этап         дошли              дальше разброс от всех отказов в деле млн ₽ дней
    Заявка         120 ████████████   70 %   61–77   100 %      22     14  14,4    1
    Замер           84 ████████▍      68 %   57–77    70 %      18      9  10,9    4
    Предложение     57 █████▊         56 %   43–68    48 %      17      8   8,0    9
    Договор         32 ███▎           78 %   61–89    27 %       3      4   4,8    6
    Выиграно        25 ██▌                            21 %                  3,6
    Выиграно 25 + отказов 60 + в деле 35 = 120.

    Воронка «Окна» по продуктам · июль–сентябрь 2026 · сделки, созданные за период
    сделок 120 · в деле 29 % · предположенных дат 3 %
                                                               в    из
    Продукт        Заявка   Замер Предложен… Договор выигр. деле закр. разброс тыс ₽
    без продукта 120 →70% 84 →68%    57 →56% 32 →78%     25   35  29 %   21–40 3 600
    Итого        120 →70% 84 →68%    57 →56% 32 →78%     25   35  29 %   21–40 3 600
    Выиграно 25 + отказов 60 + в деле 35 = 120.

    Застрявшие и без связи · воронка «Окна» · застряли 41, без связи 41 из 41 в деле
    сделка  название  этап         менеджер  дней  норма ▲ ○  последняя связь
    d121    Окна -80  Заявка       Борис      185      1 ▲ ○  не было
    d122    Окна -79  Замер        Борис      183      4 ▲ ○  не было
    d125    Окна -76  Заявка       Борис      181      1 ▲ ○  не было
    d126    Окна -75  Замер        Борис      179      4 ▲ ○  не было
    d123    Окна -78  Предложение  Борис      178      9 ▲ ○  не было
    d124    Окна -77  Договор      Борис      168      6 ▲ ○  не было
    d110    Окна 1    Замер        Вера       103      4 ▲ ○  не было
    d101    Окна 4    Заявка       Вера       101      1 ▲ ○  не было
    d117    Окна 8    Заявка                   97      1 ▲ ○  не было
    d92     Окна 7    Предложение  Олег        93      9 ▲ ○  не было
    ▲ застряла: на этапе дольше нормы или дольше, чем 9 из 10 выигранных.
    и ещё 31: voronka stuck

    Ср, 14 октября · все менеджеры · на сегодня 16, завтра 0, застряли 25
    когда         кто  что      менеджер  команда
    заявка 27 дн       Окна 78  Вера      call d103
    заявка 37 дн       Окна 68  Вера      call d105
    заявка 38 дн       Окна 67  Олег      call d80
    заявка 47 дн       Окна 58  Вера      call d107
    заявка 54 дн       Окна 51  Вера      call d100
    Ещё 4 — без ответа: voronka today --format csv
    и ещё 17: voronka today
    "
  `)
})

test('what is asked of the whole goes for every block, and no block tells of other deals', async () => {
  expect(
    await said('dashboard', 'понедельник', '--manager', 'Анна', '--source', 'Сайт'),
  ).toMatchInlineSnapshot(`
    "
    0
    Сводка «понедельник»
    на 14.10.2026, Москва · менеджер: Анна Белова · источник: сайт

    Воронка «Окна» · июль–сентябрь 2026 · сделки, созданные за период · сделок 13
    Этап         дошли              дальше разброс от всех отказов в деле тыс ₽ дней
    Заявка          13 ████████████   92 %   67–99   100 %       1      0 1 736    1
    Замер           12 ███████████▏   83 %   55–95    92 %       2      0 1 639    4
    Предложение     10 █████████▎     70 %   40–89    77 %       3      0 1 425    9
    Договор          7 ██████▌      6 из 7            54 %       1      0 1 041    6
    Выиграно         6 █████▌                         46 %                  870
    Выиграно 6 + отказов 7 + в деле 0 = 13.

    Воронка «Окна» по продуктам · июль–сентябрь 2026 · сделки, созданные за период
    сделок 13
                                                               в    из
    Продукт       Заявка   Замер Предложение Договор выигр. деле закр. разброс тыс ₽
    без продукта 13 →92% 12 →83%     10 →70%  7 →6/7      6    0  46 %   23–71   870
    Итого        13 →92% 12 →83%     10 →70%  7 →6/7      6    0  46 %   23–71   870
    Выиграно 6 + отказов 7 + в деле 0 = 13.

    Застрявшие и без связи · воронка «Окна» · застряли 0, без связи 0 из 0 в деле
    Ничего не застряло, никто не забыт.

    today: пропущено, today не знает --source и показал бы не те сделки, что
      остальные
    "
  `)
  expect(await said('dashboard', 'понедельник', '--as-of', '2026-09-30')).toMatchInlineSnapshot(`
    "
    0
    Сводка «понедельник»
    на 30.09.2026, Москва · все менеджеры
    136 сделок изменено задним числом позже этой даты (во всей базе)

    Воронка «Окна» · июль–сентябрь 2026 · сделки, созданные за период
    сделок 120 · предположенных дат 3 %
    Этап         дошли              дальше разброс от всех отказов в деле млн ₽ дней
    Заявка         120 ████████████   70 %   61–77   100 %      22     14  14,4    1
    Замер           84 ████████▍      68 %   57–77    70 %      18      9  10,9    4
    Предложение     57 █████▊         53 %   40–65    48 %      16     11   8,0    9
    Договор         30 ███            73 %   56–86    25 %       2      6   4,5    6
    Выиграно        22 ██▎                            18 %                  3,2
    Выиграно 22 + отказов 58 + в деле 40 = 120.

    Воронка «Окна» по продуктам · июль–сентябрь 2026 · сделки, созданные за период
    сделок 120 · в деле 33 % · предположенных дат 3 %
                                                               в    из
    Продукт        Заявка   Замер Предложен… Договор выигр. деле закр. разброс тыс ₽
    без продукта 120 →70% 84 →68%    57 →53% 30 →73%     22   40  28 %   19–38 3 166
    Итого        120 →70% 84 →68%    57 →53% 30 →73%     22   40  28 %   19–38 3 166
    Выиграно 22 + отказов 58 + в деле 40 = 120.

    Застрявшие и без связи · воронка «Окна» · застряли 39, без связи 40 из 46 в деле
    сделка  название  этап         менеджер  дней  норма ▲ ○  последняя связь
    d121    Окна -80  Заявка       Борис      171      1 ▲ ○  не было
    d122    Окна -79  Замер        Борис      169      4 ▲ ○  не было
    d125    Окна -76  Заявка       Борис      167      1 ▲ ○  не было
    d126    Окна -75  Замер        Борис      165      4 ▲ ○  не было
    d123    Окна -78  Предложение  Борис      164      9 ▲ ○  не было
    d124    Окна -77  Договор      Борис      154      6 ▲ ○  не было
    d110    Окна 1    Замер        Вера        89      4 ▲ ○  не было
    d101    Окна 4    Заявка       Вера        87      1 ▲ ○  не было
    d117    Окна 8    Заявка                   83      1 ▲ ○  не было
    d92     Окна 7    Предложение  Олег        79      9 ▲ ○  не было
    ▲ застряла: на этапе дольше нормы или дольше, чем 9 из 10 выигранных.
    и ещё 32: voronka stuck --as-of 2026-09-30

    today: пропущено, today не знает --as-of и показал бы не те сделки, что
      остальные
    "
  `)
})

test('as data: each block is the report itself', async () => {
  const { out } = await run(['dashboard', 'понедельник', '--format', 'json'])
  const { blocks, ...head } = JSON.parse(out)
  const reports = [['funnel', 'Q3'], ['funnel', 'Q3', '--by', 'product'], ['stuck'], ['today']]
  const alone = await Promise.all(
    reports.map(async (argv) => JSON.parse((await run([...argv, '--format', 'json'])).out)),
  )
  expect(head).toEqual({
    schema: 'voronka.dashboard/1',
    name: 'понедельник',
    timezone: 'Europe/Moscow',
    asOf: '2026-10-14',
    knownAt: null,
    filters: {},
  })
  expect(blocks.map(({ report }: { report: unknown }) => report)).toEqual(alone)
})

test('as a workbook: a sheet of each block, the facts that it has by itself', async () => {
  const file = path('monday.xlsx')
  expect((await run(['dashboard', 'понедельник', '--output', file])).exit).toBe(0)
  const { sheets } = await readXlsx(readFileSync(file))
  expect(sheets.map(({ name }) => name)).toEqual(['воронка Q3', 'funnel Q3 --by product', 'stuck', 'today'])
  const csv = await run(['funnel', 'Q3', '--format', 'csv'])
  const head = csv.out.split('\n')[0]
  expect([sheets[0]?.rows[0]?.join(','), sheets[0]?.rows.length]).toEqual([
    head,
    csv.out.split('\n').length - 1,
  ])
  expect((await run(['dashboard', '--manager', 'Анна', '--output', file])).exit).toBe(0)
  expect((await run(['dashboard', '--format', 'csv', '--lang', 'uk'])).err).toBe(
    'Формату «csv» тут немає. Є: table, json, md, xlsx\n',
  )
})

test('a name that is none, a period in its place, one that is taken away', async () => {
  expect(await said('dashboard', 'вторник')).toMatchInlineSnapshot(`
    "
    1
    Нет сводки «вторник». Есть: главная, понедельник
    "
  `)
  await run(['dashboard', 'save', 'main', 'funnel'])
  const { out } = await run(['dashboard', '2026-09', '--format', 'json'])
  expect(JSON.parse(out).blocks[0].report.period.label).toBe('2026-09')
  expect(await said('dashboard', 'rm', 'main')).toMatchInlineSnapshot(`
    "
    0
    Удалена сводка main
    "
  `)
  expect(await said('dashboard', 'rm', 'main')).toMatchInlineSnapshot(`
    "
    1
    Сводка главная есть всегда; вместо неё можно сохранить свою:
    voronka dashboard save главная …
    "
  `)
  expect(await said('undo')).toMatchInlineSnapshot(`
    "
    0
    Отменено: операция 5 — удалена сводка «main»
    Сделать заново: voronka dashboard rm main
    "
  `)
  expect(await said('dashboard', 'list')).toMatchInlineSnapshot(`
    "
    0
    имя          блоки
    главная      funnel
    понедельник  воронка Q3 · funnel Q3 --by product · stuck · today
    "
  `)
})

test('the one there always is goes by its name in any of the languages', async () => {
  const named = trial({ now: '2026-10-14', terminal: 80 })
  windowsWorkspace(named.path('trial.db'))
  const title = async (lang: string, ...argv: string[]) =>
    (await named.run(['dashboard', ...argv, '--lang', lang])).out.split('\n')[0]
  expect([
    await title('ru', 'main'),
    await title('uk', 'главная'),
    await title('en', 'ГОЛОВНЕ', '--manager', 'Анна'),
    await title('ru', 'show', 'главная'),
  ]).toEqual(['Сводка «главная»', 'Зведення «головне»', 'Dashboard “main”', 'главная'])
  const { out } = await named.run(['dashboard', 'главная', '--lang', 'ru', '--format', 'json'])
  expect(JSON.parse(out).name).toBe('main')
})

test('another period beside every block that has one, in a few rows', async () => {
  await run(['dashboard', 'save', 'рядом', 'losses 2026-09', 'funnel 2026-09 --against template', 'today'])
  expect(await said('dashboard', 'рядом', '--compare', 'previous')).toMatchInlineSnapshot(`
    "
    0
    Сводка «рядом»
    на 14.10.2026, Москва · все менеджеры

    Отказы «Окна» · сентябрь 2026 · отказов за период 18
    Причина             отказов            доля  разброс  тыс ₽  чаще на этапе
    причина не указана       18 ████████  100 %   82–100  2 013  Предложение, 7

    рядом: август 2026, на 14.09.2026

    Причина             отказов было  стало  разница  доля было  стало  пункты
    причина не указана            23     18       −5      100 %  100 %       0 ≈
    Итого                         23     18       −5      100 %  100 %

    ≈ не различимо: в пределах случайного.
    Ни у одной причины доля не выросла (рядом: август 2026).

    Воронка «Окна» · сентябрь 2026 · сделки, созданные за период · сделок 31
    Этап         дошли  дальше  разброс  эталон  пункты    ± сделок  ± тыс ₽
    Заявка          31    71 %    53–84    50 %     +21 ≈      +6,5     +376
    Замер           22    73 %    52–87    67 %      +6 ≈      +1,3     +116
    Предложение     16    56 %    33–77    75 %     −19 ≈      −3,0     −347
    Договор          9  7 из 9             80 %                −0,2      −29
    Выиграно         7
    рядом: шаблон воронки

    Ср, 14 октября · все менеджеры · на сегодня 16, завтра 0, застряли 25
    когда         кто  что      менеджер  команда
    заявка 27 дн       Окна 78  Вера      call d103
    заявка 37 дн       Окна 68  Вера      call d105
    заявка 38 дн       Окна 67  Олег      call d80
    заявка 47 дн       Окна 58  Вера      call d107
    заявка 54 дн       Окна 51  Вера      call d100
    Ещё 4 — без ответа: voronka today --format csv
    и ещё 17: voronka today
    "
  `)
  expect(await said('dashboard', 'рядом', '--compare', 'никогда')).toMatchInlineSnapshot(`
    "
    2
    Неизвестный период «никогда». Можно так: 2026-09, 2026-Q3,
    2026-09-01..2026-09-15, прошлый-месяц, последние-30-дней.
    "
  `)
  const { out } = await run(['dashboard', 'рядом', '--compare', 'previous', '--format', 'json'])
  expect(
    JSON.parse(out).blocks.map(
      ({ report }: { report: { compare?: { period: { label: string } } } }) => report.compare?.period.label,
    ),
  ).toEqual(['2026-08', undefined, undefined])
  await run(['dashboard', 'save', 'всё', 'losses all', 'losses'])
  const all = await run(['dashboard', 'всё', '--compare', 'previous', '--format', 'json'])
  expect([
    all.exit,
    ...JSON.parse(all.out).blocks.map(({ report }: { report: object }) => 'compare' in report),
  ]).toEqual([0, false, true])
})

test('in Markdown a block has one heading', async () => {
  await run(['dashboard', 'save', 'стук', 'stuck'])
  const { out } = await run(['dashboard', 'стук', '--format', 'md'])
  expect(out.replaceAll('\u00a0', ' ').split('\n').slice(0, 8)).toMatchInlineSnapshot(`
    [
      "**Сводка «стук»**",
      "",
      "на 14.10.2026, Москва · все менеджеры",
      "",
      "### Застрявшие и без связи · воронка «Окна» · застряли 41, без связи 41 из 41 в деле",
      "",
      "| сделка | название | этап | менеджер | дней | норма | ▲ | ○ | последняя связь |",
      "| :-- | :-- | :-- | :-- | --: | --: | :-- | :-- | :-- |",
    ]
  `)
})

test('a weakest stage first says what it is held against', async () => {
  await run(['dashboard', 'save', 'звено', 'weakest 2026-09'])
  const shown = (await said('dashboard', 'звено')).split('\n').map((line) => line.trim())
  expect(shown[shown.findIndex((line) => line.startsWith('Слабое звено')) + 2]).toMatch(/^рядом: /)
})

test('what was won is rounded alike in every table', async () => {
  const made = trial({ now: '2026-10-14', env: { VORONKA_LANG: 'ru' } })
  await made.run(['init', '--stages', 'Заявка', '--currency', 'RUB', '--timezone', 'UTC'])
  for (const [name, amount] of [
    ['Анна', '399300'],
    ['Борис', '246200'],
    ['Олег', '666000'],
    ['Мария', '161000'],
  ] as const) {
    await made.run(['manager', 'add', name])
    await made.run(['deal', 'add', 'x', '--manager', name, '--amount', amount, '--at', '2026-10-02'])
    await made.run(['won', '.', '--at', '2026-10-03'])
  }
  for (const report of ['plan', 'forecast --by manager', 'team this-month']) {
    const { out } = await made.run(report.split(' '))
    const rows = out.replaceAll('\u00a0', ' ').split('\n')
    for (const won of ['Анна .*399,3', 'Борис .*246,2', '(Итого|Команда) .*1 472,5'])
      expect([report, rows.filter((row) => new RegExp(`^${won}\\b`).test(row)).length > 0]).toEqual([
        report,
        true,
      ])
  }
})

test('a dashboard goes by no name of a command: it could not be opened', async () => {
  for (const name of ['help', 'plan', 'save']) {
    const { exit, err } = await run(['dashboard', 'save', name, 'plan'])
    expect([exit, err]).toEqual([2, `«${name}» — команда: назовите сводку иначе, например моя-${name}\n`])
  }
})

test('what a column is of is told beneath the table even in short', () => {
  const table = { type: 'table', columns: [], rows: [] } as const
  const { blocks } = inBrief(
    { heading: ['Title'], blocks: [table, { type: 'lines', lines: ['one', 'two'], brief: ['two'] }] },
    new Set(),
  )
  expect(blocks.slice(1, 3)).toEqual([table, { type: 'lines', lines: ['two'], close: true }])
})

test('in short a title and its facts share a line, and a table has the rows there is room for, or none', () => {
  const rows = [1, 2, 3, 4].map((n) => ({ cells: [n] }))
  const board = (brief: number) =>
    inBrief(
      {
        heading: ['Losses', 'today · lost: 4'],
        blocks: [{ type: 'table', columns: [{ key: 'n', title: 'n', kind: 'count' }], rows, brief }],
      },
      new Set(['today']),
    )
  expect(board(2).blocks[0]).toEqual({ type: 'heading', line: 'Losses · lost: 4' })
  expect([board(2).left, board(3).left, board(0)]).toEqual([
    2,
    0,
    { blocks: [{ type: 'heading', line: 'Losses · lost: 4' }], left: 0 },
  ])
})
