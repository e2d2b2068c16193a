import { describe, expect, test } from 'vitest'
import { goldenWorkspace } from '../support/golden.ts'
import { herdWorkspace } from '../support/herd.ts'
import { windowsWorkspace } from '../support/windows.ts'
import { type Trial, trial } from './world.ts'

interface Stage {
  ours: number
  bitrix24: number
  difference: number
  here: number
  further: number
  passedBy: number
  causes: Record<string, number>
}

async function reconciled({ run }: Trial, ...argv: string[]) {
  const { exit, out, err } = await run(['funnel', ...argv, '--reconcile', '--format', 'json'])
  expect([exit, exit === 0 ? '' : err]).toEqual([0, ''])
  const { schema, mode, reconcile } = JSON.parse(out)
  const stages: Stage[] = reconcile.stages
  return { schema, mode, stages, reconcile }
}

async function titles({ run }: Trial, ...argv: string[]): Promise<string[]> {
  const { out } = await run(['funnel', ...argv, '--reconcile', '--format', 'json'])
  return JSON.parse(out).map(({ title }: { title: string }) => title)
}

async function screen({ run }: Trial, ...argv: string[]): Promise<string> {
  const ran = await run(['funnel', ...argv, '--reconcile'])
  expect(ran.exit).toBe(0)
  const text = (ran.out + ran.err).replaceAll('\u00a0', ' ')
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
  return `\n${text}`
}

describe('the six deals, ours and as in Bitrix24', () => {
  const six = trial({ now: '2026-03-01', terminal: 80 })
  goldenWorkspace(six.path('trial.db'))

  test('5/4/4/2/2 and 4/3/2/2/2: D2 is lost, D3 has gone back', async () => {
    const { schema, mode, stages, reconcile } = await reconciled(six, '2026-01')
    expect([schema, mode]).toEqual(['voronka.funnel/1', 'cohort'])
    expect(stages.map((row) => [row.ours, row.bitrix24, row.difference, row.here, row.further])).toEqual([
      [5, 4, 1, 1, 3],
      [4, 3, 1, 1, 2],
      [4, 2, 2, 0, 2],
      [2, 2, 0, 0, 2],
      [2, 2, 0, 2, 0],
    ])
    expect(stages.map(({ causes }) => [causes['lost'], causes['back']])).toEqual([
      [1, 0],
      [1, 0],
      [1, 1],
      [0, 0],
      [0, 0],
    ])
    // D6 is won without having been at Proposal and Negotiation.
    expect(stages.map(({ passedBy }) => passedBy)).toEqual([0, 0, 1, 1, 0])
    expect([reconcile.deals, reconcile.examples]).toEqual([
      { lost: 1, reopened: 0, back: 1, retired: 0, skipped: 0 },
      [
        { cause: 'lost', deal: 'd2', title: 'D2', reached: 'Proposal', now: 'Lost' },
        { cause: 'back', deal: 'd3', title: 'D3', reached: 'Proposal', now: 'Qualified' },
      ],
    ])
  })

  test('the deals behind each difference', async () => {
    expect(await titles(six, '2026-01', '-e', 'New')).toEqual(['D2'])
    expect(await titles(six, '2026-01', '-e', 'Proposal')).toEqual(['D3', 'D2'])
    expect(await titles(six, '2026-01', '-e', 'Proposal:back')).toEqual(['D3'])
    expect(await titles(six, '2026-01', '-e', 'Proposal:отказы')).toEqual(['D2'])
    expect(await titles(six, '2026-01', '-e', 'Won')).toEqual([])
    expect(await titles(six, '2026-01', '--mode', 'strict', '-e', 'Won:skipped')).toEqual(['D6'])
  })

  test('strict: whoever skipped a stage counts in Bitrix24 and not here', async () => {
    const { stages } = await reconciled(six, '2026-01', '--mode', 'strict')
    expect(stages.map((row) => [row.ours, row.bitrix24, row.causes])).toEqual([
      [5, 4, { lost: 1, reopened: 0, back: 0, retired: 0, skipped: 0 }],
      [3, 3, { lost: 0, reopened: 0, back: 0, retired: 0, skipped: 0 }],
      [2, 2, { lost: 0, reopened: 0, back: 1, retired: 0, skipped: -1 }],
      [1, 2, { lost: 0, reopened: 0, back: 0, retired: 0, skipped: -1 }],
      [1, 2, { lost: 0, reopened: 0, back: 0, retired: 0, skipped: -1 }],
    ])
  })

  test('on a screen', async () => {
    expect(await screen(six, '2026-01')).toMatchInlineSnapshot(`
      "
      Funnel “Sales”: ours and Bitrix24’s · January 2026 · deals created in the period
      as of 1 Mar 2026, UTC · all managers · deals: 5

      Stage        at the stage  + further  = Bitrix24  + lost  + gone back  = ours
      New                     1          3           4       1                    5
      Qualified               1          2           3       1                    4
      Proposal                0          2           2       1            1       4
      Negotiation             0          2           2                            2
      Won                     2                      2                            2

      Bitrix24 looks where a deal is now: deals at the stage, and all that are further
        or won.
      Lost: Bitrix24 credits a lost deal to no stage; ours counts it as far as it had
        come.
        1 deal: d2 “D2”, had reached “Proposal”
      Gone back: open at an earlier stage than it had reached. Bitrix24 sees the stage
        of now; with us a step back takes nothing away.
        1 deal: d3 “D3”, had reached “Proposal”, now “Qualified”
      Skipped on the way, and counted as passed by both: “Proposal” 1, “Negotiation”
        1.

      All deals of a difference: voronka funnel 2026-01 --reconcile -e New:lost
      "
    `)
  })

  test('what cannot be asked', async () => {
    const said = async (...argv: string[]) => {
      const { exit, out, err } = await six.run(['funnel', '2026-01', '--reconcile', ...argv])
      return `${exit} ${out}${err}`
    }
    expect([
      await said('--mode', 'events'),
      await said('--by', 'manager'),
      await said('--compare', 'previous'),
      await said('-e', 'New:open'),
    ]).toMatchInlineSnapshot(`
      [
        "2 Bitrix24 counts deals created in the period: --reconcile goes with cohort,
      strict, visited
      ",
        "2 --reconcile goes without --by, --compare, --against and --attribution
      ",
        "2 --reconcile goes without --by, --compare, --against and --attribution
      ",
        "2 With --reconcile, --explain takes STAGE or STAGE:lost, reopened, back, retired
      or skipped, not "New:open". Stages: New, Qualified, Proposal, Negotiation, Won
      ",
      ]
    `)
  })
})

test('a deal that was closed and opened again has gone back for another reason', async () => {
  const made = trial({ now: '2026-03-01', terminal: 80, env: { VORONKA_LANG: 'ru' } })
  herdWorkspace(made.path('trial.db'), [
    { n: 2, created: '2026-01-10', path: ['New', 'Call', 'Offer', 'Lost', 'New'] },
    { n: 1, created: '2026-01-10', path: ['New', 'Call', 'Offer', 'New'] },
    { n: 1, created: '2026-01-10', path: ['New', 'Lost', 'Call'] },
    { n: 4, created: '2026-01-10', path: ['New', 'Offer', 'Won'] },
  ])
  const { stages } = await reconciled(made, '2026-01')
  expect(
    stages.map(({ ours, bitrix24, causes }) => [ours, bitrix24, causes['reopened'], causes['back']]),
  ).toEqual([
    [8, 8, 0, 0],
    [8, 5, 2, 1],
    [7, 4, 2, 1],
    [4, 4, 0, 0],
  ])
  // On the day before it was closed it had merely not gone back yet.
  const before = await reconciled(made, '2026-01', '--as-of', '2026-01-13')
  expect(before.reconcile.deals).toEqual({ lost: 2, reopened: 0, back: 1, retired: 0, skipped: 0 })
  expect(await screen(made, '2026-01')).toMatchInlineSnapshot(`
    "
    Воронка «Sales»: у нас и в Битрикс24 · январь 2026 · сделки, созданные за период
    на 01.03.2026, UTC · все менеджеры · сделок 8
    8 сделок изменено задним числом позже этой даты (во всей базе)

    Этап   на этапе  + дальше  = Битрикс24  + открыты снова  + вернулись  = у нас
    New           3         5            8                                      8
    Call          1         4            5                2            1        8
    Offer         0         4            4                2            1        7
    Won           4                      4                                      4

    Битрикс24 смотрит, где сделка сейчас: те, что на этапе, и все, что дальше или
      выиграны.
    Открыты снова: была закрыта, потом её вернули в работу на более ранний этап.
      Битрикс24 видит только нынешний этап и забывает, куда она доходила; у нас это
      засчитано.
      2 сделки: d1 «2026-01-10 New Call Offer Lost New 0» — доходила до «Offer»,
        сейчас «New»; d2 «2026-01-10 New Call Offer Lost New 1» — доходила до
        «Offer», сейчас «New»
    Вернулись: сделка в деле, но на более раннем этапе, чем доходила. Битрикс24
      видит только нынешний; у нас шаг назад ничего не отнимает.
      1 сделка: d3 «2026-01-10 New Call Offer New 0» — доходила до «Offer», сейчас
        «New»
    Перескочили этап, и там и тут он засчитан как пройденный: «Call» 4.

    Все сделки одной разницы: voronka funnel 2026-01 --reconcile -e Call:reopened
    "
  `)
})

test('120 deals on a screen of 80 columns, and as a file', async () => {
  const made = trial({ now: '2026-10-14', terminal: 80, env: { VORONKA_LANG: 'ru' } })
  windowsWorkspace(made.path('trial.db'))
  expect(await screen(made, 'Q3')).toMatchInlineSnapshot(`
    "
    Воронка «Окна»: у нас и в Битрикс24 · июль–сентябрь 2026 · созданные за период
    на 14.10.2026, Москва · все менеджеры · сделок 120

    Этап         на этапе  + дальше  = Битрикс24  + отказы  = у нас
    Заявка             14        46           60        60      120
    Замер               9        37           46        38       84
    Предложение         8        29           37        20       57
    Договор             4        25           29         3       32
    Выиграно           25                     25                 25

    Битрикс24 смотрит, где сделка сейчас: те, что на этапе, и все, что дальше или
      выиграны.
    Отказы: Битрикс24 не засчитывает отказ ни одному этапу; у нас сделка засчитана
      всюду, куда дошла.
      60 сделок: d17 «Окна 4» — дошла до «Заявка»; d26 «Окна 1» — дошла до «Замер»;
        d31 «Окна 18» — дошла до «Предложение», и ещё 57

    Все сделки одной разницы: voronka funnel Q3 --reconcile -e Заявка:lost
    "
  `)
  expect(await screen(made, 'Q3', '--mode', 'visited', '--lang', 'uk')).toMatchInlineSnapshot(`
    "
    Воронка «Окна»: у нас і в Бітрікс24 · липень–вересень 2026 ·
      створені, хто де побував
    на 14.10.2026, Москва · усі менеджери · угод 120

    Етап         на етапі  + далі  = Бітрікс24  + відмови  = у нас
    Заявка             14      46           60         60      120
    Замер               9      37           46         38       84
    Предложение         8      29           37         20       57
    Договор             4      25           29          3       32
    Выиграно           25                   25                  25

    Бітрікс24 дивиться, де угода зараз: ті, що на етапі, і всі, що далі або виграні.
    Відмови: Бітрікс24 не зараховує відмову жодному етапу; у нас угоду зараховано
      всюди, куди вона дійшла.
      60 угод: d17 «Окна 4» — дійшла до «Заявка»; d26 «Окна 1» — дійшла до «Замер»;
        d31 «Окна 18» — дійшла до «Предложение», і ще 57

    Усі угоди однієї різниці:
      voronka funnel Q3 --mode visited --reconcile -e Заявка:lost
    "
  `)
  expect((await made.run(['funnel', 'Q3', '--reconcile', '--format', 'csv'])).out).toMatchInlineSnapshot(`
    "stage,kind,ours,bitrix24,difference,here,further,lost,reopened,back,retired,skipped,passedBy
    Заявка,open,120,60,60,14,46,60,0,0,0,0,0
    Замер,open,84,46,38,9,37,38,0,0,0,0,0
    Предложение,open,57,37,20,8,29,20,0,0,0,0,0
    Договор,open,32,29,3,4,25,3,0,0,0,0,0
    Выиграно,won,25,25,0,25,0,0,0,0,0,0,0
    "
  `)
})
