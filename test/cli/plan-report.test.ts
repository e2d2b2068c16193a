import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { jsonOf } from './asking.ts'
import { type Trial, trial } from './world.ts'

/** Wins by manager and day, thousands of roubles; in each of six months before, Anna wins 4 × 100 and Boris 2 × 50. */
const OCTOBER = [
  ['Анна Белова', 200, '2026-10-02'],
  ['Анна Белова', 320, '2026-10-14'],
  ['Борис Ким', 290, '2026-10-09'],
  ['', 30, '2026-10-07'],
  ['Анна Белова', 77, '2026-10-15'],
] as const

function deals(): string {
  const before = [4, 5, 6, 7, 8, 9].flatMap((month) => [
    ...Array.from({ length: 4 }, (_, i) => ['Анна Белова', 100, `2026-0${month}-${10 + i}`] as const),
    ...Array.from({ length: 2 }, (_, i) => ['Борис Ким', 50, `2026-0${month}-${20 + i}`] as const),
  ])
  const rows = [...before, ...OCTOBER].map(
    ([manager, amount, closed], i) =>
      `${i + 1},Окна ${i + 1},Won,${manager},${amount * 1000},${amount * 600},2026-03-01,${closed}`,
  )
  return `id,title,stage,manager,amount,cost,created,closed\n${rows.join('\n')}\n`
}

async function firm(): Promise<Trial> {
  const made = trial({ now: '2026-10-14', env: { VORONKA_LANG: 'ru' } })
  const run = async (line: string, options = {}) => {
    const { exit, err } = await made.run(
      [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
      options,
    )
    expect(exit, err).toBe(0)
  }
  await run('init --stages New --won Won --timezone Europe/Moscow --currency RUB', { now: '2026-03-01' })
  await run('manager add "Анна Белова" --department Юг', { now: '2026-03-01' })
  await run('manager add "Борис Ким" --department Юг', { now: '2026-03-01' })
  await run('manager add "Вера Лис" --department Север', { now: '2026-03-01' })
  await run('import deals - --lang en', { stdin: deals(), now: '2026-11-30' })
  await run('plan set revenue 1100000 --manager Анна --period 2026-10', { now: '2026-09-30' })
  await run('plan set revenue 700000 --manager Борис --period 2026-10', { now: '2026-09-30' })
  await run('plan set revenue 300000 --manager Вера --period 2026-10', { now: '2026-09-30' })
  await run('bonus add "40%: 2%; 100%: 3%" --from 2026-01-01', { now: '2026-02-01' })
  await run('bonus add 10000 --met 100 --manager Анна --from 2026-01-01', { now: '2026-02-01' })
  return made
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('a month under way', () => {
  let made: Trial
  beforeAll(async () => {
    made = await firm()
  })
  const shown = async (...words: string[]) => {
    const { out, err } = await made.run(['plan', '2026-10', ...words], { terminal: 80 })
    return plain(out || err)
  }

  test('the team, in Russian, at 80 columns', async () => {
    expect(await shown()).toMatchInlineSnapshot(`
      "План и факт · октябрь 2026 · выручка, тыс ₽ · план от 30.09.2026
      на 14.10.2026, Москва · прошло 10 из 22 рабочих дней, 45 % (↓)
      41 сделка изменена задним числом позже этой даты (во всей базе)

                                                                                бонус,
      Менеджер       план факт          ↓      график к 31-му вероятно шанс      тыс ₽
      Анна          1 100  520 47 % ████▊         +20     582  520–668 <5 %      10→12
      Борис           700  290 41 % ████▏         −28     290  290–290 <5 %        6→6
      Вера            300    0  0 %              −136                                0
      без менеджера         30                             30    30–30
      Команда       2 100  840 40 % ████         −115     902  840–988 <5 %      16→17

      До плана осталось 1 260 000 ₽ за 12 рабочих дней: по 105 000 ₽ в день.
      Шанс выполнить план: <5 %, почти наверняка нет.

      График: факт минус план на сегодня по рабочим дням. Вероятно: от–до в 8 случаях
        из 10. Прогноз — по статистике сделок, как в отчёте forecast. Бонус:
        заработано → ожидается к концу.
      "
    `)
  })

  test('the team, in English, and its departments', async () => {
    expect(await shown('--by', 'department', '--lang', 'en')).toMatchInlineSnapshot(`
      "Plan and fact · October 2026 · revenue, ₽K · plan of 30 Sep 2026
      as of 14 Oct 2026, Moscow · 10 of 22 working days gone, 45% (↓)
      41 deals of the workspace were changed with a back date after this day

      Department  plan fact         ↓      vs today by 31 Oct  likely chance bonus, ₽K
      Юг         1,800  810 45% ████▌            −8       872 810–958    <5%     16→17
      Север        300    0  0%                −136                                  0
      (none)             30                                30   30–30
      Team       2,100  840 40% ████           −115       902 840–988    <5%     16→17

      Left to the plan: ₽1,260,000 in 12 working days, ₽105,000 a day.
      Chance of meeting the plan: <5%, almost surely no.

      Versus today: fact less the plan so far (working days). Likely: from – to, 8
        times in 10. The forecast is that of the statistics of deals, as the forecast
        report has it. Bonus: earned so far → expected by the end.
      "
    `)
  })

  test('oneself: sentences, and how the bonus comes about', async () => {
    expect(await shown('--manager', 'Анна')).toMatchInlineSnapshot(`
      "План и факт · октябрь 2026
      на 14.10.2026, Москва · менеджер: Анна Белова · прошло 10 из 22 рабочих дней
      41 сделка изменена задним числом позже этой даты (во всей базе)

      Выручка: 520 000 ₽ из 1 100 000 ₽, 47 %.
      По графику на сегодня — 500 000 ₽: опережение 20 000 ₽.
      До плана осталось 580 000 ₽ за 12 рабочих дней: по 48 300 ₽ в день.
      К 31.10.2026 выйдет около 582 000 ₽; 8 раз из 10 — от 520 000 ₽ до 668 000 ₽.
      Шанс выполнить план: <5 %, почти наверняка нет.
      Бонус: заработано 10 400 ₽, к 31.10.2026 ожидается около 11 700 ₽.
        план выполнен на 47 %: 2 % от 520 000 ₽ = 10 400 ₽
        10 000 ₽, если план (выручка) выполнен на 100 %: сейчас 47 %, 0 ₽
      "
    `)
    expect(await shown('--manager', 'Вера', '--lang', 'uk')).toMatchInlineSnapshot(`
      "План і факт · жовтень 2026
      на 14.10.2026, Москва · менеджер: Вера Лис · минуло 10 з 22 робочих днів
      41 угоду змінено заднім числом після цієї дати (у всій базі)

      Виручка: 0 ₽ з 300 000 ₽, 0 %.
      За графіком на сьогодні — 136 000 ₽: відставання 136 000 ₽.
      До плану лишилося 300 000 ₽ за 12 робочих днів: по 25 000 ₽ на день.
      Бонус: зароблено 0 ₽.
        виручка: від 40 % плану — 2 %, від 100 % плану — 3 %: зараз 0 %, 0 ₽
      "
    `)
  })

  test('a month that is over, beside the one before', async () => {
    const { out } = await made.run(['plan', '2026-09', '--compare', 'previous', '--now', '2026-10-14'])
    expect(plain(out)).toMatchInlineSnapshot(`
      "План и факт · сентябрь 2026 · выручка, тыс ₽
      на 14.10.2026, Москва · период закончился
      41 сделка изменена задним числом позже этой даты (во всей базе)

      Менеджер  факт  бонус, тыс ₽
      Анна       400             0
      Борис      100             0
      Команда    500             0

      На сентябрь 2026 план не задан (выручка). Задать:
        voronka plan set revenue 1000000 --period 2026-09 --now 2026-10-14

      рядом: август 2026, на 14.09.2026

      Менеджер     выручка, тыс ₽ было  стало  ±
      Анна Белова                  400    400  0
      Борис Ким                    100    100  0
      Команда                      500    500  0
      "
    `)
  })

  test('figures for scripts: worked by hand', async () => {
    const { rows } = (await jsonOf(made, 'plan', '2026-10')) as { rows: Record<string, unknown>[] }
    const [anna, boris, vera, nobody, team] = rows.map(
      ({ plans: _, bonuses: __, forecast: ___, low: ____, high: _____, ...row }) => row,
    )
    // Ten of 22 working days: 1,100,000 × 10/22 = 500,000. 47 % is above 40 %: 2 % of 520,000.
    expect(anna).toMatchObject({
      kind: 'manager',
      manager: 'Анна Белова',
      metric: 'revenue',
      plan: 1_100_000,
      fact: 520_000,
      share: 0.4727,
      toDate: 500_000,
      gap: 20_000,
      bonus: 10_400,
    })
    expect(boris).toMatchObject({
      fact: 290_000,
      share: 0.4143,
      toDate: 318_181.82,
      gap: -28_181.82,
      bonus: 5800,
    })
    expect(vera).toMatchObject({ fact: 0, share: 0, toDate: 136_363.64, bonus: 0 })
    expect(nobody).toMatchObject({ kind: 'nobody', manager: null, plan: null, fact: 30_000, bonus: null })
    expect(team).toMatchObject({
      kind: 'team',
      manager: null,
      plan: 2_100_000,
      fact: 840_000,
      share: 0.4,
      bonus: 16_200,
    })
  })

  test('of one pipeline: what it narrows and what not; tasks on time are told from all that were done', async () => {
    expect(await shown('--metric', 'won,tasks', '--pipeline', 'Продажи')).toMatchInlineSnapshot(`
      "План и факт · октябрь 2026
      на 14.10.2026, Москва · прошло 10 из 22 рабочих дней
      41 сделка изменена задним числом позже этой даты (во всей базе)

      выигранные сделки

      Менеджер       факт  к 31-му  вероятно
      Анна              2        3       2–3
      Борис             1        1       1–1
      без менеджера     1        1       1–1
      Команда           4        5       4–5

      На октябрь 2026 план не задан (выигранные сделки). Задать:
        voronka plan set won 100 --period 2026-10

      задачи в срок

      Менеджер  факт
      Команда      0

      На октябрь 2026 план не задан (задачи в срок). Задать:
        voronka plan set tasks 100 --period 2026-10

      Задачи в срок — сделанные не позже срока; activity считает все сделанные.
      --pipeline отбирает только сделки; звонки, встречи, письма и задачи — все.
      Вероятно: от–до в 8 случаях из 10. Прогноз — по статистике сделок, как в отчёте
        forecast. Прогноз — при темпе этого месяца и шести предыдущих.
      "
    `)
    expect(await shown('--metric', 'won', '--pipeline', 'Продажи')).not.toContain('--pipeline отбирает')
  })

  test('what deals will bring is what the forecast by managers says, of all of them too', async () => {
    const { rows } = (await jsonOf(made, 'plan', '2026-10')) as { rows: Record<string, unknown>[] }
    const { groups, total } = (await jsonOf(made, 'forecast', '2026-10', '--by', 'manager')) as {
      groups: { key: string; total: Record<string, number> }[]
      total: Record<string, number>
    }
    const ofForecast = ({ statistics, p10, p90 }: Record<string, unknown>) => ({ statistics, p10, p90 })
    const ofPlan = ({ forecast, low, high }: Record<string, unknown>) => ({
      statistics: forecast,
      p10: low,
      p90: high,
    })
    const own = rows.filter(({ kind, forecast }) => kind !== 'team' && forecast !== null)
    expect(new Map(own.map((row) => [row['manager'], ofPlan(row)]))).toEqual(
      new Map(groups.map(({ key, total: own }) => [key === '(none)' ? null : key, ofForecast(own)])),
    )
    expect(ofPlan(rows.at(-1) ?? {})).toEqual(ofForecast(total))
  })

  test('rows add up, of managers, departments, weeks and months', async () => {
    for (const by of ['manager', 'department', 'week', 'month'])
      for (const period of ['2026-10', '2026-Q4', '2026-W42', '2026-09']) {
        const { rows } = (await jsonOf(made, 'plan', period, '--by', by, '--metric', 'revenue,won')) as {
          rows: {
            metric: string
            kind: string
            fact: number
            forecast: number | null
            bonus: number | null
          }[]
        }
        for (const metric of ['revenue', 'won']) {
          const mine = rows.filter((row) => row.metric === metric)
          const [total] = mine.splice(-1)
          const sum = (of: 'fact' | 'forecast' | 'bonus') =>
            mine.reduce((all, row) => all + (row[of] ?? 0), 0)
          expect(sum('fact')).toBeCloseTo(total?.fact ?? 0, 2)
          expect(sum('forecast')).toBeCloseTo(total?.forecast ?? 0, 1)
          if (by === 'manager' || by === 'department') expect(sum('bonus')).toBeCloseTo(total?.bonus ?? 0, 2)
        }
      }
  })

  test('a week has its share of the plan, and a quarter the sum of its months’ bonuses', async () => {
    const { rows } = (await jsonOf(made, 'plan', '2026-W42', '--manager', 'Анна')) as {
      rows: { plan: number; fact: number; bonus: number | null; plans: object[] }[]
    }
    expect(rows[0]).toMatchObject({
      plan: (1_100_000 * 5) / 22,
      fact: 320_000,
      bonus: null,
      plans: [{ id: 'p1', setLate: null, isShare: true, later: [] }],
    })
    const quarter = (await jsonOf(made, 'plan', '2026-Q4', '--manager', 'Анна', '--now', '2027-02-01')) as {
      rows: { bonus: number; bonuses: { period: string; bonus: number }[] }[]
    }
    // All of October is 597,000: 54 % of its plan.
    expect(quarter.rows[0]?.bonus).toBe(11_940)
    expect(quarter.rows[0]?.bonuses.map(({ period, bonus }) => [period, bonus])).toEqual([
      ['2026-10', 11_940],
      ['2026-10', 0],
    ])
  })

  test('the team’s report tells the same share and bonus, by manager and by department', async () => {
    for (const by of ['manager', 'department']) {
      const of = async (...asked: string[]) => (await jsonOf(made, ...asked, '2026-10', '--by', by)) as never
      const { rows } = (await of('plan')) as {
        rows: { kind: string; manager: string | null; department?: string; share: number; bonus: number }[]
      }
      const { groups, total } = (await of('team')) as {
        groups: { key: string | null; planShare: number; bonus: number }[]
        total: { planShare: number; bonus: number }
      }
      const told = new Map(groups.map(({ key, planShare, bonus }) => [key, [planShare, bonus]]))
      for (const { kind, manager, department, share, bonus } of rows)
        expect(
          kind === 'team'
            ? [total.planShare, total.bonus]
            : (told.get(department ?? manager) ?? [null, null]),
        ).toEqual([share, bonus])
    }
  })

  test('margin is what the cost leaves', async () => {
    const { rows } = (await jsonOf(made, 'plan', '2026-10', '--metric', 'margin')) as {
      rows: { fact: number }[]
    }
    expect(rows.map(({ fact }) => fact)).toEqual([208_000, 116_000, 12_000, 336_000])
  })

  test('the deals behind a fact', async () => {
    const ids = async (cell: string) =>
      ((await jsonOf(made, 'plan', '2026-10', '-e', cell)) as { externalId: string }[]).map(
        (one) => one.externalId,
      )
    expect(await ids('Анна:факт')).toEqual(['38', '37'])
    expect(await ids('all:fact')).toEqual(['40', '39', '38', '37'])
    expect(await ids('(none)')).toEqual(['40'])
    expect((await made.run(['plan', '-e', 'Анна:план', '--lang', 'en'])).err).toBe(
      'Cannot open “Анна:план”: write MANAGER:fact or all:fact\n',
    )
  })

  test('of a quarter with plans of its months it is said how to see them', async () => {
    const { out } = await made.run(['plan', '2026-Q4'], { terminal: 80 })
    expect(plain(out)).toMatchInlineSnapshot(`
      "План и факт · октябрь–декабрь 2026 · выручка, тыс ₽
      на 14.10.2026, Москва · прошло 10 из 66 рабочих дней
      41 сделка изменена задним числом позже этой даты (во всей базе)

      Менеджер       факт  к 31.12.2026   вероятно  бонус, тыс ₽
      Анна            520           615    541–685         10→12
      Борис           290           290    290–290           6→6
      без менеджера    30            30      30–30
      Команда         840           935  861–1 005         16→17

      План на октябрь 2026: 2 100 000 ₽; сделано 840 000 ₽ (40 %), шанс <5 %.

      На октябрь–декабрь 2026 целиком план не задан (выручка), по частям есть:
        voronka plan 2026-Q4 --by month

      Вероятно: от–до в 8 случаях из 10. Прогноз — по статистике сделок, как в отчёте
        forecast. Бонус: заработано → ожидается к концу.
      "
    `)
  })

  test('where nothing is planned it is said how to plan', async () => {
    const { out } = await made.run(['plan', '2027-01', '--metric', 'calls', '--lang', 'en'])
    expect(out).toMatchInlineSnapshot(`
      "Plan and fact · January 2027 · calls
      as of 14 Oct 2026, Moscow · yet to begin, working days: 21
      41 deals of the workspace were changed with a back date after this day

      Manager  fact
      Team        0

      Nothing is planned for January 2027 (calls). Set a plan:
        voronka plan set calls 100 --period 2027-01

      The forecast goes on at the pace of this month and the six before it.
      "
    `)
  })
})

test('calls made and taken, meetings held, e-mails sent, tasks done in time', async () => {
  const { run } = trial({ now: '2026-10-14 12:00' })
  await run(['init', '--stages', 'New'], { now: '2026-01-01' })
  await run(['manager', 'add', 'Anna'], { now: '2026-01-01' })
  await run(['me', 'Anna'], { now: '2026-01-01' })
  await run(['contact', 'add', 'Peter'], { now: '2026-01-01' })
  const days = ['2026-10-05 10:00', '2026-10-06 11:00']
  for (const at of days) {
    await run(['call', 'Peter', 'offer', '--at', at])
    await run(['call', 'Peter', '--in', '--outcome', 'answered', '--at', at])
    await run(['call', 'Peter', '--in', '--outcome', 'missed', '--at', at])
    await run(['call', 'Peter', '--outcome', 'no-answer', '--at', at])
    await run(['meet', 'Peter', '--at', at])
    await run(['mail', 'Peter', 'offer', '--at', at])
    await run(['mail', 'Peter', 'reply', '--in', '--at', at])
  }
  await run(['task', 'add', 'in time', '--due', '2026-10-14', '--about', 'Peter'])
  await run(['task', 'add', 'too late', '--due', '2026-10-09', '--about', 'Peter'], { now: '2026-10-08' })
  await run(['task', 'add', 'whenever', '--about', 'Peter'])
  for (const task of ['t1', 't2', 't3']) await run(['done', task])
  const facts = async (...flags: string[]) => {
    const metrics = ['--metric', 'calls,meetings,emails', '--metric', 'tasks']
    const { out } = await run(['plan', '2026-10', ...metrics, '--format', 'json', ...flags])
    const { rows } = JSON.parse(out) as { rows: { kind: string; metric: string; fact: number }[] }
    return rows.filter(({ kind }) => kind === 'team').map(({ metric, fact }) => [metric, fact])
  }
  const all = [
    ['calls', 6],
    ['meetings', 2],
    ['emails', 2],
    ['tasks', 1],
  ]
  expect(await facts()).toEqual(all)
  expect(await facts('--as-of', '2026-10-05')).toEqual([
    ['calls', 3],
    ['meetings', 1],
    ['emails', 1],
    ['tasks', 0],
  ])
  // All of it was written down on the 14th.
  expect(await facts('--known-at', '2026-10-13')).toEqual(all.map(([metric]) => [metric, 0]))
})

test('a plan set or changed later changes no earlier report, nor does a bonus', async () => {
  const set = fc.record({
    day: fc.integer({ min: 1, max: 27 }),
    amount: fc.integer({ min: 0, max: 500 }),
    who: fc.constantFrom('Anna', 'Boris', null),
    bonus: fc.constantFrom('3%', '80%: 2%; 100%: 4%', null, null),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(set, { minLength: 2, maxLength: 6 }), async (sets) => {
      const { run } = trial()
      await run(['init', '--stages', 'New', '--won', 'Won'], { now: '2026-09-01' })
      for (const name of ['Anna', 'Boris']) {
        await run(['manager', 'add', name], { now: '2026-09-01' })
        await run(['deal', 'add', 'Window', '--amount', '100', '--manager', name], { now: '2026-09-02' })
      }
      await run(['won', 'd1', '--at', '2026-10-03'], { now: '2026-10-03' })
      const seen: { asked: string[]; out: string }[] = []
      for (const { day, amount, who, bonus } of [...sets].sort((a, b) => a.day - b.day)) {
        const now = `2026-10-${String(day).padStart(2, '0')}`
        for (const before of seen) expect((await run(before.asked, { now })).out).toBe(before.out)
        const whose = who === null ? [] : ['--manager', who]
        await run(['plan', 'set', 'revenue', String(amount), ...whose, '--period', '2026-10'], { now })
        if (bonus !== null) await run(['bonus', 'add', bonus, ...whose, '--from', '2026-10-01'], { now })
        if (seen.some(({ asked }) => asked.includes(now))) continue
        for (const flag of ['--as-of', '--known-at']) {
          const asked = [
            'plan',
            '2026-10',
            flag,
            `2026-10-${String(day - 1).padStart(2, '0')}`,
            '--format',
            'json',
          ]
          if (day > 1) seen.push({ asked, out: (await run(asked, { now })).out })
        }
      }
    }),
    { numRuns: 8, endOnFailure: true },
  )
})

test('a version named when the month had begun is said, and what came after it', async () => {
  const { run } = trial({ now: '2026-10-20' })
  await run(['init', '--stages', 'New', '--currency', 'USD'], { now: '2026-09-01' })
  await run(['plan', 'set', 'revenue', '1000', '--period', '2026-10'], { now: '2026-10-05' })
  await run(['plan', 'set', 'revenue', '1500', '--period', '2026-10'], { now: '2026-10-12' })
  const { out } = await run(['plan'])
  expect(out).toMatchInlineSnapshot(`
    "Plan and fact · October 2026 · revenue, $ · plan of 5 Oct 2026
    as of 20 Oct 2026, UTC · 14 of 22 working days gone, 64% (↓)

    Manager   plan  fact           ↓     vs today
    Team     1,000     0  0%                 −636

    Left to the plan: $1,000 in 8 working days, $125 a day.

    Set when the period had begun already: the team, revenue, 5 Oct 2026.
    Changed since, which does not hold for this period: the team, revenue, $1,500 on 12 Oct 2026 (p2).
    Versus today: fact less the plan so far (working days). The forecast is that of the statistics of deals, as the forecast report has it.
    "
  `)
})

test('plan asks for what can be planned, of days with an end, in rows it knows', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'New'])
  expect([
    await run(['plan', '--metric', 'smiles']),
    await run(['plan', 'all']),
    await run(['plan', '--by', 'source']),
  ]).toEqual([
    {
      exit: 2,
      out: '',
      err: '"smiles" cannot be planned. There are: revenue, margin, won, calls, meetings, emails, tasks\n',
    },
    {
      exit: 2,
      out: '',
      err: 'A plan is for days with a beginning and an end: 2026-10, Q4 2026, 2026-10-01..2026-10-15\n',
    },
    { exit: 2, out: '', err: 'plan --by takes manager, department, week, month, quarter, not “source”\n' },
  ])
})

describe('months that have plans of their own', () => {
  let made: Trial
  beforeAll(async () => {
    made = await firm()
    const planned = ['plan', 'set', 'revenue', '1000000', '--period', '2026-09']
    expect((await made.run(planned, { now: '2026-08-30' })).exit).toBe(0)
  })

  test('a month under way beside the one before: what was done by its day, of its whole plan', async () => {
    const { out } = await made.run(['plan', '2026-10', '--compare', 'previous'])
    // By 14 September Anna had won 4 × 100,000 and Boris nothing: 40 % of the plan of all September.
    expect(plain(out).split('\n').slice(-7)).toMatchInlineSnapshot(`
      [
        "Менеджер       выручка, тыс ₽ было  стало     ±  % плана было  стало",
        "Анна Белова                    400    520  +120                 47 %",
        "Борис Ким                        0    290  +290                 41 %",
        "Вера Лис                         0      0     0                  0 %",
        "без менеджера                    0     30   +30",
        "Команда                        400    840  +440          40 %   40 %",
        "",
      ]
    `)
  })

  test('a month that is over leaves nothing to chance', async () => {
    const { out } = await made.run(['plan', '2026-09..2026-10', '--by', 'month'], { terminal: 80 })
    expect(plain(out)).toMatchInlineSnapshot(`
      "План и факт · сентябрь–октябрь 2026 · выручка, тыс ₽ · план от 30.09.2026
      на 14.10.2026, Москва · прошло 32 из 44 рабочих дней
      41 сделка изменена задним числом позже этой даты (во всей базе)

      Месяц    план  факт                 график к концу    вероятно шанс бонус, тыс ₽
      2026-09 1 000   500 50 % █████        −500     500              0 %          0→0
      2026-10 2 100   840 40 % ████         −115     902     840–988 <5 %        16→17
      Итого         1 340                          1 402 1 340–1 488             16→17

      План на сентябрь–октябрь 2026: 3 100 000 ₽; сделано 1 340 000 ₽ (43 %), шанс
        <5 %.

      График: факт минус план на сегодня по рабочим дням. Вероятно: от–до в 8 случаях
        из 10. Прогноз — по статистике сделок, как в отчёте forecast. Бонус:
        заработано → ожидается к концу.
      "
    `)
  })
})
