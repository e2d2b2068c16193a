import { beforeAll, describe, expect, test } from 'vitest'
import { goldenWorkspace } from '../support/golden.ts'
import { herdWorkspace } from '../support/herd.ts'
import { windowsWorkspace } from '../support/windows.ts'
import { trial } from './world.ts'

describe('the six deals against January as it was at its end', () => {
  const made = trial({ now: '2026-03-01' })
  goldenWorkspace(made.path('trial.db'))
  beforeAll(async () => {
    await made.run(['reference', 'save', 'Then', '--period', '2026-01', '--as-of', '2026-01-31'])
  })

  test('then 5/4/3/0/0, now 5/4/4/2/2: by hand', async () => {
    const ran = await made.run(['funnel', '2026-01', '--against', 'then', '--format', 'json'])
    const { stages, against } = JSON.parse(ran.out)
    const held = stages.map(
      ({ reference, referenceN, difference, distinguishable, differenceDeals, differenceAmount }: Held) => [
        reference,
        referenceN,
        difference,
        distinguishable,
        differenceDeals,
        differenceAmount,
      ],
    )
    // 4 of 4 went on from Qualified where 3 of 4 did: one deal more, of which 0/3 × our own 2/2 would have been won.
    expect(held).toEqual([
      [0.8, 5, 0, null, 0, 0],
      [0.75, 4, 0.25, null, 1, 0],
      [0, 3, 0.5, null, 2, 140],
      [null, null, null, null, null, null],
      [undefined, undefined, undefined, undefined, undefined, undefined],
    ])
    expect(against).toEqual({
      name: 'Then',
      kind: 'period',
      stageUnknown: 0,
      period: { from: '2026-01-01', until: '2026-02-01', label: '2026-01' },
      asOf: '2026-01-31',
      filters: {},
      deals: 5,
      savedOn: '2026-03-01',
      added: [],
      gone: [],
      averageWon: 70,
      averageWonDeals: 2,
      averageWonOf: 'own',
      differenceWon: 2,
      differenceAmount: 140,
    })
  })

  test('a stage more, a stage less: what can be compared is, and the rest is said', async () => {
    const changed = trial({ now: '2026-03-01', terminal: 80 })
    goldenWorkspace(changed.path('trial.db'))
    await changed.run(['reference', 'save', 'Then', '--period', '2026-01'])
    await changed.run(['stage', 'add', 'Demo', '--after', 'New'])
    await changed.run(['deal', 'move', 'D3', 'Proposal'])
    await changed.run(['stage', 'rm', 'Qualified'])
    const ran = await changed.run(['funnel', '2026-01', '--against', 'then'])
    expect(ran.out).toMatchInlineSnapshot(`
      "Funnel “Sales” · January 2026 · deals created in the period
      as of 1 Mar 2026, UTC · all managers · deals: 5

      beside it: reference “Then” · January 2026 · as of 1 Mar 2026 · deals: 5

      Stage        entered  to next  range  reference  points    ± deals  ± $
      New                5   4 of 5
      Demo               4   4 of 4
      Proposal           4   2 of 4               50%                0.0    0
      Negotiation        2   2 of 2              100%                0.0    0
      Won                2

      The pipeline has changed since: the reference does not know “Demo”.
      The pipeline has changed since: “Qualified” of the reference is in use no more.
      Won 2 + lost 1 + open 2 = 5.
      Of those closed, won: 2 of 3.
      Still open: 2 of 5. They may yet go on, and the shares rise.
      ±: deals more or fewer that went on than at the reference’s share, and their
        worth: deals × the reference’s share from there to won × average won deal $70
        (of 2).
      All stages: won 2, as many as by the reference.
      "
    `)
  })
})

interface Held {
  reference: number
  referenceN: number
  difference: number
  distinguishable: boolean
  differenceDeals: number
  differenceAmount: number
}

describe('100 deals against norms', () => {
  const made = trial({ now: '2026-03-01' })
  herdWorkspace(made.path('trial.db'), [
    { n: 20, created: '2026-01-10', path: ['New', 'Call', 'Offer', 'Won'], amount: 300 },
    { n: 20, created: '2026-01-10', path: ['New', 'Call', 'Offer', 'Lost'] },
    { n: 20, created: '2026-01-10', path: ['New', 'Call'] },
    { n: 40, created: '2026-01-10', path: ['New', 'Lost'] },
  ])

  test('what is open may mend a share, and money adds up: 100 × (20 % − 0.8 × 0.8 × 0.6) × 300', async () => {
    await made.run(['reference', 'save', 'Norm', '--rates', 'New=80, Call=80, Offer=60'])
    const ran = await made.run(['funnel', '2026-01', '--against', 'norm', '--format', 'json'])
    const { stages, against } = JSON.parse(ran.out)
    expect(
      stages
        .slice(0, 3)
        .map((one: Held & { toNext: number; differenceWon: number }) => [
          one.toNext,
          one.distinguishable,
          one.differenceDeals,
          one.differenceWon,
          one.differenceAmount,
        ]),
    ).toEqual([
      // 60 of 100 where 80 are meant to: 20 fewer, of which 80 % and then 60 % would have gone on.
      [0.6, true, -20, -9.6, -2880],
      // 40 of 60; with the 20 that are open all might.
      [0.6667, false, -8, -4.8, -1440],
      [0.5, false, -4, -4, -1200],
    ])
    expect([against.differenceWon, against.differenceAmount]).toEqual([-18.4, -5520])
  })
})

describe('on a screen of 80 columns', () => {
  const made = trial({ now: '2026-10-14', terminal: 80, env: { VORONKA_LANG: 'ru' } })
  windowsWorkspace(made.path('trial.db'))
  beforeAll(async () => {
    const norm = 'Заявка=85, Замер=70, Предложение=60, Договор=80'
    await made.run(['reference', 'save', 'Норма', '--rates', norm])
    await made.run(['reference', 'save', 'Весна', '--period', '2026-07..2026-08'])
  })

  async function screen(...argv: string[]) {
    const ran = await made.run(['funnel', ...argv])
    expect(ran.exit).toBe(0)
    const text = (ran.out + ran.err).replaceAll('\u00a0', ' ')
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
    return `\n${text}`
  }

  test('typed shares', async () => {
    expect(await screen('Q3', '--against', 'Норма')).toMatchInlineSnapshot(`
      "
      Воронка «Окна» · июль–сентябрь 2026 · сделки, созданные за период
      на 14.10.2026, Москва · все менеджеры · сделок 120 · предположенных дат 3 %

      рядом: эталон «Норма» · заданные доли · сохранён 14.10.2026

      Этап         дошли  дальше  разброс  эталон  пункты     ± сделок  ± тыс ₽
      Заявка         120    70 %    61–77    85 %     −15 ▼?     −18,0     −871
      Замер           84    68 %    57–77    70 %      −2 ≈       −1,8     −124
      Предложение     57    56 %    43–68    60 %      −4 ≈       −2,2     −253
      Договор         32    78 %    61–89    80 %      −2 ≈       −0,6      −86
      Выиграно        25

      Выиграно 25 + отказов 60 + в деле 35 = 120.
      Среди закрытых выиграно 25 из 85 (29 %, разброс 21–40).
      Ещё в деле 29 %: они ещё могут пойти дальше, и доли вырастут.
      ±: на сколько сделок больше или меньше пошло дальше, чем при доле эталона, и
        сколько это стоит: сделки × доля эталона оттуда до выигрыша × средняя
        выигранная сделка 144 000 ₽ (из 25).
      Все этапы вместе: выиграно 25, это на 9,3 меньше, чем по эталону: около
        1 340 000 ₽.
      ▼? пока ниже, но сделки в деле ещё могут это выправить.
      ≈ не различимо: в пределах случайного.
      "
    `)
  })

  test('a period, in English', async () => {
    expect(await screen('Q3', '--against', 'Весна', '--lang', 'en')).toMatchInlineSnapshot(`
      "
      Funnel “Окна” · July–September 2026 · deals created in the period
      as of 14 Oct 2026, Moscow · all managers · deals: 120 · presumed dates: 3%

      beside it: reference “Весна” · July–August 2026 · as of 14 Oct 2026 · deals: 89

      Stage        entered  to next  range  reference  points    ± deals      ± ₽
      Заявка           120      70%  61–77        70%       0 ≈     +0.4  +16,910
      Замер             84      68%  57–77        66%      +2 ≈     +1.5  +91,770
      Предложение       57      56%  43–68        56%       0 ≈      0.0   +2,749
      Договор           32      78%  61–89        78%       0 ≈      0.0   −6,261
      Выиграно          25

      Won 25 + lost 60 + open 35 = 120.
      Of those closed, won: 25 of 85 (29%, range 21–40).
      Still open: 29%. They may yet go on, and the shares rise.
      ±: deals more or fewer that went on than at the reference’s share, and their
        worth: deals × the reference’s share from there to won × average won deal
        ₽144,000 (of 25).
      All stages: won 25, 0.7 more than by the reference: about ₽105,000.
      ≈ not distinguishable: within chance.
      "
    `)
  })

  test('the template, by managers', async () => {
    expect(
      await screen('Q3', '--by', 'manager', '--against', 'template', '--mode', 'bitrix24'),
    ).toMatchInlineSnapshot(`
      "
      Воронка «Окна» по менеджерам · июль–сентябрь 2026 · как в Битрикс24
      на 14.10.2026, Москва · сделок 120 · в деле 29 % · предположенных дат 3 %

                                                                в     из
      Менеджер      Заявка    Замер Предлож…  Договор выигр. деле  закр. разброс тыс ₽
      Анна Белова 16 →100% 16 →100% 16 →100% 16 →100%     16    0   42 %   28–58 2 310
      Борис Ким    6  →6/6  6  →6/6  6  →6/6  6  →5/6      5    1   17 %    8–35   705
      Олег Сидор… 15  →80% 12  →75%  9  →5/9  5  →3/5      3   12   18 %    6–41   440
      Вера Лис    19  →53% 10  →50%  5  →2/5  2  →1/2      1   18 1 из 1           145
      без менедж…  4  →2/4  2  →1/2  1  →0/1  0    →–      0    4                    0
      Итого       60  →77% 46  →80% 37  →78% 29  →86%     25   35   29 %   21–40 3 600

      Среди закрытых выиграно больше всего: Анна Белова, 16 из 38 (42 %, разброс
        28–58); меньше всего: Борис Ким, 5 из 29 (17 %, разброс 8–35).
      По доле выигранных ни одна группа не отличима от остальных: различия в пределах
        случайного или могут исчезнуть, когда закроются сделки в деле.

      Выиграно 25 + отказов 60 + в деле 35 = 120.
      Среди закрытых выиграно 25 из 85 (29 %, разброс 21–40).
      Ещё в деле 29 %: доля среди закрытых ещё может измениться.
      → доля прошедших дальше. Меньше 10 сделок — не проценты, а «3 из 5».

      рядом: шаблон воронки

      Этап         сделок  дальше  разброс  эталон  пункты    ± сделок  ± тыс ₽
      Заявка           60    77 %    65–86    50 %     +27 ▲     +16,0     +922
      Замер            46    80 %    67–89    67 %     +13 ≈      +6,3     +547
      Предложение      37    78 %    63–89    75 %      +3 ≈      +1,3     +144
      Договор          29    86 %    69–95    80 %      +6 ≈      +1,8     +259
      Выиграно         25

      Выиграно 25 + отказов 60 + в деле 35 = 120.
      Среди закрытых выиграно 25 из 85 (29 %, разброс 21–40).
      Ещё в деле 29 %: они ещё могут пойти дальше, и доли вырастут.
      ±: на сколько сделок больше или меньше пошло дальше, чем при доле эталона, и
        сколько это стоит: сделки × доля эталона оттуда до выигрыша × средняя
        выигранная сделка 144 000 ₽ (из 25).
      Все этапы вместе: выиграно 25, это на 13,0 больше, чем по эталону: около
        1 870 000 ₽.
      ▲▼ разница видна уверенно.
      ≈ не различимо: в пределах случайного.
      "
    `)
  })

  test('as a file', async () => {
    expect(
      (await made.run(['funnel', 'Q3', '--against', 'Норма', '--format', 'csv'])).out,
    ).toMatchInlineSnapshot(`
      "period,asOf,group,stage,kind,entered,lostHere,openHere,lossStageUnknown,toNext,toNextLow,toNextHigh,ofFirst,ofAll,amount,medianDays,deals,won,lost,open,totalAmount,wonAmount,winRate,winRateLow,winRateHigh,conversion,conversionLow,conversionHigh,openShare,syntheticShare,presumedDatesShare,totalLossStageUnknown,reference,referenceN,difference,distinguishable,differenceDeals,differenceWon,differenceAmount
      2026-Q3,2026-10-14,,Заявка,open,120,22,14,0,0.7,0.6128,0.7747,1,1,14378000,1,120,25,60,35,14378000,3600000,0.2941,0.2079,0.3982,0.2083,0.1453,0.2895,0.2917,0.025,0.025,0,0.85,,-0.15,false,-18,-6.048,-870912
      2026-Q3,2026-10-14,,Замер,open,84,18,9,0,0.6786,0.5728,0.7687,0.7,0.7,10886000,4,120,25,60,35,14378000,3600000,0.2941,0.2079,0.3982,0.2083,0.1453,0.2895,0.2917,0.025,0.025,0,0.7,,-0.0214,false,-1.8,-0.864,-124416
      2026-Q3,2026-10-14,,Предложение,open,57,17,8,0,0.5614,0.4328,0.6823,0.475,0.475,7997000,9,120,25,60,35,14378000,3600000,0.2941,0.2079,0.3982,0.2083,0.1453,0.2895,0.2917,0.025,0.025,0,0.6,,-0.0386,false,-2.2,-1.76,-253440
      2026-Q3,2026-10-14,,Договор,open,32,3,4,0,0.7813,0.6125,0.8898,0.2667,0.2667,4797000,6,120,25,60,35,14378000,3600000,0.2941,0.2079,0.3982,0.2083,0.1453,0.2895,0.2917,0.025,0.025,0,0.8,,-0.0188,false,-0.6,-0.6,-86400
      2026-Q3,2026-10-14,,Выиграно,won,25,,,,,,,0.2083,0.2083,3600000,,120,25,60,35,14378000,3600000,0.2941,0.2079,0.3982,0.2083,0.1453,0.2895,0.2917,0.025,0.025,0,,,,,,,
      "
    `)
  })
})
