import { describe, expect, test } from 'vitest'
import { type Herd, herdWorkspace } from '../support/herd.ts'
import { trial } from './world.ts'

/** 100 deals in the autumn before, of which 80 went on from Call; 100 since, of which 50 did. */
const HERDS: readonly Herd[] = [
  {
    n: 40,
    created: '2025-11-10',
    path: ['New', 'Call', 'Offer', 'Won'],
    manager: 'Anna',
    source: 'site',
    amount: 300,
  },
  { n: 40, created: '2025-11-10', path: ['New', 'Call', 'Offer', 'Lost'], manager: 'Boris', source: 'shop' },
  {
    n: 20,
    created: '2025-11-10',
    path: ['New', 'Call', 'Lost'],
    manager: 'Boris',
    source: 'shop',
    reason: 'silent',
  },
  {
    n: 25,
    created: '2026-01-10',
    path: ['New', 'Call', 'Offer', 'Won'],
    manager: 'Anna',
    source: 'site',
    amount: 300,
    days: 3,
  },
  {
    n: 25,
    created: '2026-01-10',
    path: ['New', 'Call', 'Offer', 'Lost'],
    manager: 'Anna',
    source: 'shop',
    days: 3,
  },
  // A reason is one however it is spelt.
  ...[
    { n: 25, reason: 'dear' },
    { n: 15, reason: 'Dear ' },
  ].map((part) => ({
    ...part,
    created: '2026-01-10',
    path: ['New', 'Call', 'Lost'],
    manager: 'Boris',
    source: 'shop',
    days: 3,
  })),
  {
    n: 10,
    created: '2026-01-10',
    path: ['New', 'Call', 'Lost'],
    manager: 'Boris',
    source: 'site',
    reason: 'silent',
    days: 3,
  },
]

function room(lang = 'en') {
  const made = trial({ now: '2026-03-31', terminal: 80, env: { VORONKA_LANG: lang } })
  herdWorkspace(made.path('trial.db'), HERDS)
  return made
}

const made = room()
const QUARTER = '2026-Q1'

async function json(...argv: string[]) {
  const { exit, out, err } = await made.run(['weakest', ...argv, '--format', 'json'])
  expect([exit, exit === 0 ? '' : err]).toEqual([0, ''])
  return JSON.parse(out)
}

async function screen(...argv: string[]): Promise<string> {
  const ran = await made.run(['weakest', ...argv])
  expect(ran.exit).toBe(0)
  const text = (ran.out + ran.err).replaceAll('\u00a0', ' ')
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
  return `\n${text}`
}

describe('the weakest link', () => {
  test('by hand: 50 of 100 beside 80 of 100, at 300 each', async () => {
    const { against, weakest, candidate, averageWon, averageWonDeals } = await json(QUARTER)
    expect(against).toEqual({
      kind: 'period',
      period: { from: '2025-10-01', until: '2026-01-01', label: '2025-Q4' },
      asOf: '2025-12-31',
      deals: 100,
    })
    // 100 × (0.8 − 0.5) = 30 missed, of which 40/80 would have been won: 15, at 300 each 4500.
    expect(weakest).toEqual({
      stage: 'Call',
      next: 'Offer',
      entered: 100,
      openHere: 0,
      toNext: 0.5,
      toNextLow: 0.4038,
      toNextHigh: 0.5962,
      reference: 0.8,
      referenceN: 100,
      difference: -0.3,
      distinguishable: true,
      mendable: false,
      differenceDeals: -30,
      differenceWon: -15,
      differenceAmount: -4500,
      pValue: 0,
      downstream: 0.5,
      missed: 30,
      missedWon: 15,
      cost: 4500,
    })
    expect([candidate, averageWon, averageWonDeals]).toEqual([null, 300, 25])
  })

  test('what differs there is tested, the dearest stage is named, the costs add up', async () => {
    const { causes, reasons, stages } = await json(QUARTER)
    expect(reasons).toEqual([
      { reason: 'dear', deals: 40 },
      { reason: 'silent', deals: 10 },
    ])
    expect(causes).toMatchInlineSnapshot(`
      [
        {
          "beside": "reference",
          "by": null,
          "distinguishable": true,
          "key": null,
          "kind": "stay",
          "ours": {
            "k": 100,
            "n": 100,
            "value": 3,
          },
          "pValue": 0,
          "theirs": {
            "k": 100,
            "n": 100,
            "value": 1,
          },
          "worse": true,
        },
        {
          "beside": "reference",
          "by": null,
          "distinguishable": true,
          "key": null,
          "kind": "response",
          "ours": {
            "k": 100,
            "n": 100,
            "value": 72,
          },
          "pValue": 0,
          "theirs": {
            "k": 100,
            "n": 100,
            "value": 24,
          },
          "worse": true,
        },
        {
          "beside": "reference",
          "by": "manager",
          "distinguishable": true,
          "key": "Boris",
          "kind": "rate",
          "ours": {
            "k": 0,
            "n": 50,
            "value": 0,
          },
          "pValue": 0,
          "theirs": {
            "k": 40,
            "n": 60,
            "value": 0.6667,
          },
          "worse": true,
        },
        {
          "beside": "reference",
          "by": null,
          "distinguishable": true,
          "key": "dear",
          "kind": "reason",
          "ours": {
            "k": 40,
            "n": 100,
            "value": 0.4,
          },
          "pValue": 0,
          "theirs": {
            "k": 0,
            "n": 100,
            "value": 0,
          },
          "worse": true,
        },
        {
          "beside": "reference",
          "by": "source",
          "distinguishable": true,
          "key": "site",
          "kind": "rate",
          "ours": {
            "k": 25,
            "n": 35,
            "value": 0.7143,
          },
          "pValue": 0.0003,
          "theirs": {
            "k": 40,
            "n": 40,
            "value": 1,
          },
          "worse": true,
        },
        {
          "beside": "reference",
          "by": "source",
          "distinguishable": true,
          "key": "shop",
          "kind": "rate",
          "ours": {
            "k": 25,
            "n": 65,
            "value": 0.3846,
          },
          "pValue": 0.0017,
          "theirs": {
            "k": 40,
            "n": 60,
            "value": 0.6667,
          },
          "worse": true,
        },
        {
          "beside": "reference",
          "by": null,
          "distinguishable": false,
          "key": "silent",
          "kind": "reason",
          "ours": {
            "k": 10,
            "n": 100,
            "value": 0.1,
          },
          "pValue": 0.0482,
          "theirs": {
            "k": 20,
            "n": 100,
            "value": 0.2,
          },
          "worse": false,
        },
        {
          "beside": "reference",
          "by": "manager",
          "distinguishable": false,
          "key": "Anna",
          "kind": "mix",
          "ours": {
            "k": 50,
            "n": 100,
            "value": 0.5,
          },
          "pValue": 0.1563,
          "theirs": {
            "k": 40,
            "n": 100,
            "value": 0.4,
          },
          "worse": false,
        },
        {
          "beside": "reference",
          "by": "manager",
          "distinguishable": false,
          "key": "Boris",
          "kind": "mix",
          "ours": {
            "k": 50,
            "n": 100,
            "value": 0.5,
          },
          "pValue": 0.1563,
          "theirs": {
            "k": 60,
            "n": 100,
            "value": 0.6,
          },
          "worse": false,
        },
        {
          "beside": "reference",
          "by": "source",
          "distinguishable": false,
          "key": "shop",
          "kind": "mix",
          "ours": {
            "k": 65,
            "n": 100,
            "value": 0.65,
          },
          "pValue": 0.4663,
          "theirs": {
            "k": 60,
            "n": 100,
            "value": 0.6,
          },
          "worse": true,
        },
        {
          "beside": "reference",
          "by": "source",
          "distinguishable": false,
          "key": "site",
          "kind": "mix",
          "ours": {
            "k": 35,
            "n": 100,
            "value": 0.35,
          },
          "pValue": 0.4663,
          "theirs": {
            "k": 40,
            "n": 100,
            "value": 0.4,
          },
          "worse": false,
        },
        {
          "beside": "reference",
          "by": "manager",
          "distinguishable": false,
          "key": "Anna",
          "kind": "rate",
          "ours": {
            "k": 50,
            "n": 50,
            "value": 1,
          },
          "pValue": 1,
          "theirs": {
            "k": 40,
            "n": 40,
            "value": 1,
          },
          "worse": false,
        },
      ]
    `)
    // Won 25 where 100 × 1 × 0.8 × 0.5 = 40 were meant.
    expect(stages.reduce((sum: number, { missedWon }: { missedWon: number }) => sum + missedWon, 0)).toBe(15)
  })

  test('on a screen: beside the period before', async () => {
    expect(await screen(QUARTER)).toMatchInlineSnapshot(`
      "
      Weakest link of “Sales” · January–March 2026 · deals created in the period
      as of 31 Mar 2026, UTC · all managers · deals: 100
      200 deals of the workspace were changed with a back date after this day

      beside it: October–December 2025, as of 31 Dec 2025 · deals: 100

      The weakest link is “Call”: below what it was then, for certain.
      50 of 100 went on from it (50%), was 80 of 100 (80%).
      Price: 30 deals missed × 50% of which would be won × $300 on average (won: 25) ≈
        $4,500
      Lost there: dear 40, silent 10.
      What differs there, for certain:
      · days at the stage (median): 3; was 1
      · hours to the first answer (median): 72 (answered: 100 of 100); was 24
        (answered: 100 of 100)
      · manager Boris, went on: 0 of 50 (0%); was 40 of 60 (67%)
      · lost for “dear”: 40 of 100 (40%); was 0 of 100 (0%)
      · source site, went on: 25 of 35 (71%); was 40 of 40 (100%)
      · source shop, went on: 25 of 65 (38%); was 40 of 60 (67%)

      Stage  entered  to next   range   was  points    ± deals     ± $
      New        100     100%  96–100  100%       0 ≈
      Call       100      50%   40–60   80%     −30 ▼    −30.0  −4,500
      Offer       50      50%   37–63   50%       0 ≈
      Won         25

      Both as they stood at the end of their last day.
      ▲▼ the difference is plain.
      ≈ not distinguishable: within chance.
      Whose: voronka weakest 2026-Q1 -e Call:lost
      "
    `)
    expect(await screen(QUARTER, '--lang', 'ru')).toMatchInlineSnapshot(`
      "
      Слабое звено воронки «Sales» · январь–март 2026 · сделки, созданные за период
      на 31.03.2026, UTC · все менеджеры · сделок 100
      200 сделок изменено задним числом позже этой даты (во всей базе)

      рядом: октябрь–декабрь 2025, на 31.12.2025 · сделок 100

      Слабое звено — «Call»: уверенно ниже, чем в прежнем периоде.
      Дальше с него прошли 50 из 100 (50 %), было 80 из 100 (80 %).
      Цена: 30 сделок недобора × 50 % из них выиграли бы × 300 $ в среднем (выигранных
        25) ≈ 4 500 $
      Отказы на нём: dear 40, silent 10.
      Что там наверняка иначе:
      · дней на этапе (медиана): 3; было 1
      · часов до первого ответа (медиана): 72 (ответили: 100 из 100); было 24
        (ответили: 100 из 100)
      · менеджер Boris, прошли дальше: 0 из 50 (0 %); было 40 из 60 (67 %)
      · отказ «dear»: 40 из 100 (40 %); было 0 из 100 (0 %)
      · источник site, прошли дальше: 25 из 35 (71 %); было 40 из 40 (100 %)
      · источник shop, прошли дальше: 25 из 65 (38 %); было 40 из 60 (67 %)

      Этап   дошли  дальше  разброс   было  пункты    ± сделок     ± $
      New      100   100 %   96–100  100 %       0 ≈
      Call     100    50 %    40–60   80 %     −30 ▼     −30,0  −4 500
      Offer     50    50 %    37–63   50 %       0 ≈
      Won       25

      Оба периода — на конец своего последнего дня.
      ▲▼ разница видна уверенно.
      ≈ не различимо: в пределах случайного.
      Чьи: voronka weakest 2026-Q1 -e Call:lost
      "
    `)
    expect(await screen(QUARTER, '--lang', 'uk')).toMatchInlineSnapshot(`
      "
      Слабка ланка воронки «Sales» · січень–березень 2026 · угоди, створені за період
      на 31.03.2026, UTC · усі менеджери · угод 100
      200 угод змінено заднім числом після цієї дати (у всій базі)

      поруч: жовтень–грудень 2025, на 31.12.2025 · угод 100

      Слабка ланка — «Call»: упевнено нижче, ніж у колишньому періоді.
      Далі з нього пройшли 50 з 100 (50 %), було 80 з 100 (80 %).
      Ціна: 30 угод недобору × 50 % з них виграли б × 300 $ у середньому (виграних 25)
        ≈ 4 500 $
      Відмови на ньому: dear 40, silent 10.
      Що там напевно інакше:
      · днів на етапі (медіана): 3; було 1
      · годин до першої відповіді (медіана): 72 (відповіли: 100 з 100); було 24
        (відповіли: 100 з 100)
      · менеджер Boris, пройшли далі: 0 з 50 (0 %); було 40 з 60 (67 %)
      · відмова «dear»: 40 з 100 (40 %); було 0 з 100 (0 %)
      · джерело site, пройшли далі: 25 з 35 (71 %); було 40 з 40 (100 %)
      · джерело shop, пройшли далі: 25 з 65 (38 %); було 40 з 60 (67 %)

      Етап   дійшли   далі  розкид   було  пункти    ± угод     ± $
      New       100  100 %  96–100  100 %       0 ≈
      Call      100   50 %   40–60   80 %     −30 ▼   −30,0  −4 500
      Offer      50   50 %   37–63   50 %       0 ≈
      Won        25

      Обидва періоди — на кінець свого останнього дня.
      ▲▼ різницю видно впевнено.
      ≈ не розрізнити: у межах випадкового.
      Чиї: voronka weakest 2026-Q1 -e Call:lost
      "
    `)
  })

  test('of one manager: beside the rest of the team', async () => {
    expect(await screen(QUARTER, '--manager', 'Boris', '--lang', 'ru')).toMatchInlineSnapshot(`
      "
      Слабое звено воронки «Sales» · январь–март 2026 · сделки, созданные за период
      на 31.03.2026, UTC · менеджер: Boris · сделок 50
      200 сделок изменено задним числом позже этой даты (во всей базе)

      рядом: остальная команда · сделок 50

      Слабое звено — «Call»: уверенно ниже, чем у остальной команды.
      Дальше с него прошли 0 из 50 (0 %), у остальных 50 из 50 (100 %).
      Цена: 50 сделок недобора × 50 % из них выиграли бы × 300 $ в среднем (выигранных
        25, у остальных) ≈ 7 500 $
      Отказы на нём: dear 40, silent 10.
      Что там наверняка иначе:
      · отказ «dear»: 40 из 50 (80 %); у остальных 0 из 50 (0 %)
      · источник shop, прошли дальше: 0 из 40 (0 %); у остальных 25 из 25 (100 %)
      · источник site, прошли дальше: 0 из 10 (0 %); у остальных 25 из 25 (100 %)
      · отказ «silent»: 10 из 50 (20 %); у остальных 0 из 50 (0 %)

      Этап   дошли  дальше  разброс  у других  пункты    ± сделок     ± $
      New       50   100 %   93–100     100 %       0 ≈
      Call      50     0 %      0–7     100 %    −100 ▼     −50,0  −7 500
      Offer      0                       50 %
      Won        0

      ▲▼ разница видна уверенно.
      ≈ не различимо: в пределах случайного.
      Чьи: voronka weakest 2026-Q1 --manager Boris -e Call:lost
      "
    `)
    expect((await json(QUARTER, '--manager', 'Boris')).weakest).toMatchObject({
      ...{ stage: 'Call', entered: 50, toNext: 0, reference: 1, referenceN: 50, cost: 7500 },
    })
  })

  test('of each manager, and of a source', async () => {
    expect(await screen(QUARTER, '--by', 'manager')).toMatchInlineSnapshot(`
      "
      Weakest links of “Sales” by manager · January–March 2026 · created in the period
      as of 31 Mar 2026, UTC · deals: 100
      200 deals of the workspace were changed with a back date after this day

      beside each: all the others together

      Plain: Boris, “Call”: 0 of 50 (0%, range 0–7) went on, others 100%; it costs
        $7,500.

      Manager  Weakest link  entered  to next  others  points       ± $
      Boris    Call               50       0%    100%    −100 ▼  −7,500
      Anna     –

      ▲▼ the difference is plain.
      What differs there: voronka weakest 2026-Q1 --manager Boris
      "
    `)
    // The team report finds the same.
    const found = async (lang: string) =>
      (await made.run(['team', QUARTER, '--lang', lang])).out.split('\n\n')[1]
    expect([await found('en'), await found('ru')]).toMatchInlineSnapshot(`
      [
        "▲ Anna, plainly above the colleagues: won 25 of 50 (50%, range 37–63) of those
        closed; all the others together, 0 of 50 (0%, range 0–7).
      ▲ Anna, stage “Call”, plainly above the colleagues: 50 of 50 (100%, range
        93–100) went on; of all the others together, 0 of 50 (0%, range 0–7).
      ▼ Boris, plainly below the colleagues: won 0 of 50 (0%, range 0–7) of those
        closed; all the others together, 25 of 50 (50%, range 37–63).
      ▼ Boris, stage “Call”, plainly below the colleagues: 0 of 50 (0%, range 0–7)
        went on; of all the others together, 50 of 50 (100%, range 93–100). In this
        period it costs $7,500.
      How that is reckoned: voronka weakest 2026-Q1 --manager Boris
      Other differences are within chance.",
        "▲ Anna, уверенно выше коллег: среди закрытых выиграно 25 из 50 (50 %, разброс
        37–63); у всех остальных вместе — 0 из 50 (0 %, разброс 0–7).
      ▲ Anna, этап «Call», уверенно выше коллег: дальше прошли 50 из 50 (100 %,
        разброс 93–100); у всех остальных вместе — 0 из 50 (0 %, разброс 0–7).
      ▼ Boris, уверенно ниже коллег: среди закрытых выиграно 0 из 50 (0 %, разброс
        0–7); у всех остальных вместе — 25 из 50 (50 %, разброс 37–63).
      ▼ Boris, этап «Call», уверенно ниже коллег: дальше прошли 0 из 50 (0 %, разброс
        0–7); у всех остальных вместе — 50 из 50 (100 %, разброс 93–100). За этот
        период обходится в 7 500 $.
      Как это посчитано: voronka weakest 2026-Q1 --manager Boris
      Прочие различия — в пределах случайного.",
      ]
    `)
    const { groups } = await json(QUARTER, '--by', 'source', '--compare', 'previous')
    expect(
      groups.map((one: { key: string; weakest: { stage: string; reference: number } | null }) => [
        one.key,
        one.weakest?.stage,
        one.weakest?.reference,
      ]),
    ).toEqual([
      ['shop', 'Call', 0.6667],
      ['site', 'Call', 1],
    ])
  })

  test('beside norms, what is within chance is only named as what looks worst', async () => {
    await made.run(['reference', 'save', 'Norm', '--rates', 'New=100, Call=57'])
    expect(await screen(QUARTER, '--against', 'norm', '--lang', 'ru')).toMatchInlineSnapshot(`
      "
      Слабое звено воронки «Sales» · январь–март 2026 · сделки, созданные за период
      на 31.03.2026, UTC · все менеджеры · сделок 100
      200 сделок изменено задним числом позже этой даты (во всей базе)

      рядом: эталон «Norm» · заданные доли · сохранён 31.03.2026

      Рядом с эталоном ни один этап не отличим: различия в пределах случайного.
      Может быть случайностью, но хуже всех выглядит «Call»:
      Дальше с него прошли 50 из 100 (50 %), в эталоне 57 %.
      Отказы на нём: dear 40, silent 10.

      Этап   дошли  дальше  разброс  эталон  пункты
      New      100   100 %   96–100   100 %       0 ≈
      Call     100    50 %    40–60    57 %      −7 ≈
      Offer     50    50 %    37–63
      Won       25

      Цена, если это не случайность: 7 сделок недобора × 50 % из них выиграли бы ×
        300 $ в среднем (выигранных 25) ≈ 1 050 $
      ≈ не различимо: в пределах случайного.
      Чьи: voronka weakest 2026-Q1 --against norm -e Call:lost
      "
    `)
    const { weakest, candidate, causes } = await json(QUARTER, '--against', 'norm')
    expect([weakest, candidate.stage, causes]).toEqual([null, 'Call', []])
  })

  test('the deals behind a figure', async () => {
    const deals = await json(QUARTER, '-e', 'Call:lost')
    expect(deals.length).toBe(50)
    expect(await json(QUARTER, '--by', 'manager', '-e', 'Call:lost@Boris')).toEqual(deals)
  })

  test('nothing to stand beside, nothing below, and what cannot be asked', async () => {
    const said = async (...argv: string[]) => {
      const { exit, out, err } = await made.run(['weakest', ...argv])
      return `${exit} ${out.split('\n').slice(3, -1).join('\n')}${err}`
    }
    expect([
      await said('2025-Q4'),
      await said(QUARTER, '--against', 'last-year'),
      await said('2025-Q4', '--compare', '2026-Q1'),
      await said(QUARTER, '--by', 'month'),
      await said(QUARTER, '--against', 'team'),
      await said('all'),
      await said('2020'),
      await said(QUARTER, '--manager', 'Anna', '--manager', 'Boris'),
      await said(QUARTER, '--against', 'norm', '--compare', 'previous'),
    ]).toMatchInlineSnapshot(`
      [
        "0 
      beside it: July–September 2025, as of 29 Dec 2025 · deals: 0

      There were no deals then: nothing to stand beside. A norm does: --against
        template

      Stage  entered  to next   range
      New        100     100%  96–100
      Call       100      80%   71–87
      Offer       80      50%   39–61
      Won         40",
        "0 
      beside it: January–March 2025, as of 31 Mar 2025 · deals: 0

      There were no deals then: nothing to stand beside. A norm does: --against
        template

      Stage  entered  to next   range
      New        100     100%  96–100
      Call       100      50%   40–60
      Offer       50      50%   37–63
      Won         25",
        "0 
      beside it: January–March 2026, as of 29 Jun 2026 · deals: 100

      No stage is below: each has as large a share going on, or a larger one.

      Stage  entered  to next   range   was  points    ± deals     ± $
      New        100     100%  96–100  100%       0 ≈
      Call       100      80%   71–87   50%     +30 ▲    +30.0  +4,500
      Offer       80      50%   39–61   50%       0 ≈
      Won         40

      Both at the same age: as they stood 90 days after their end.
      ▲▼ the difference is plain.
      ≈ not distinguishable: within chance.",
        "2 Weakest links are not found by "month": group by manager, department, source,
      product, company or a field
      ",
        "2 Beside the team stands one manager, or each of them: add --manager NAME or --by
      manager
      ",
        "2 All time has nothing to be compared with. Name a period:
      voronka funnel this-month --compare previous
      ",
        "0 
      No deals in 2020; the latest are of 2026:
        voronka weakest 2026",
        "0 
      beside it: October–December 2025, as of 31 Dec 2025 · deals: 100

      The weakest link is “Call”: below what it was then, for certain.
      50 of 100 went on from it (50%), was 80 of 100 (80%).
      Price: 30 deals missed × 50% of which would be won × $300 on average (won: 25) ≈
        $4,500
      Lost there: dear 40, silent 10.
      What differs there, for certain:
      · days at the stage (median): 3; was 1
      · hours to the first answer (median): 72 (answered: 100 of 100); was 24
        (answered: 100 of 100)
      · manager Boris, went on: 0 of 50 (0%); was 40 of 60 (67%)
      · lost for “dear”: 40 of 100 (40%); was 0 of 100 (0%)
      · source site, went on: 25 of 35 (71%); was 40 of 40 (100%)
      · source shop, went on: 25 of 65 (38%); was 40 of 60 (67%)

      Stage  entered  to next   range   was  points    ± deals     ± $
      New        100     100%  96–100  100%       0 ≈
      Call       100      50%   40–60   80%     −30 ▼    −30.0  −4,500
      Offer       50      50%   37–63   50%       0 ≈
      Won         25

      Both as they stood at the end of their last day.
      ▲▼ the difference is plain.
      ≈ not distinguishable: within chance.
      Whose: voronka weakest 2026-Q1 --manager Anna --manager Boris -e Call:lost",
        "2 Either --against or --compare: a funnel has one thing beside it
      ",
      ]
    `)
  })
})

test('one who is alone is beside their own past, and an average of few wins is said to be', async () => {
  const alone = trial({ now: '2026-03-31', terminal: 80, env: { VORONKA_LANG: 'en' } })
  herdWorkspace(alone.path('trial.db'), [
    { n: 20, created: '2025-11-10', path: ['New', 'Call', 'Won'], manager: 'Anna', amount: 300 },
    { n: 3, created: '2026-01-10', path: ['New', 'Call', 'Won'], manager: 'Anna', amount: 300 },
    { n: 30, created: '2026-01-10', path: ['New', 'Call', 'Lost'], manager: 'Anna' },
  ])
  const { exit, out } = await alone.run(['weakest', QUARTER, '--manager', 'Anna'])
  expect(exit).toBe(0)
  expect(out.split('\n').slice(3, 10)).toMatchInlineSnapshot(`
    [
      "",
      "beside it: October–December 2025, as of 31 Dec 2025 · deals: 20",
      "",
      "The weakest link is “Call”: below what it was then, for certain.",
      "3 of 33 went on from it (9%), was 20 of 20 (100%).",
      "Price: 30 deals missed × $300 on average (won: 3) ≈ $9,000",
      "The average is of only 3 won deals: take the price as a rough one.",
    ]
  `)
  const asked = await alone.run(['weakest', QUARTER, '--manager', 'Anna', '--against', 'team'])
  expect([asked.exit, asked.err.startsWith('There is no other manager')]).toEqual([1, true])
})

describe('a stage whose open deals alone could lift it', () => {
  const early = trial({ now: '2026-03-31', terminal: 80 })
  const herd = (n: number, created: string, ...path: string[]): Herd => ({
    n,
    created,
    path,
    manager: 'Anna',
    amount: 100,
  })
  herdWorkspace(early.path('trial.db'), [
    herd(6, '2025-11-10', 'New', 'Call', 'Won'),
    herd(10, '2025-11-10', 'New', 'Call', 'Lost'),
    herd(3, '2026-02-10', 'New', 'Call', 'Won'),
    herd(10, '2026-02-10', 'New', 'Call'),
  ])
  const weakest = (...argv: string[]) => early.run(['weakest', QUARTER, ...argv])

  test('is not named and not priced, and all say how many are still open there', async () => {
    const told = JSON.parse((await weakest('--format', 'json')).out)
    expect([told.weakest, told.candidate]).toEqual([null, null])
    expect(told.early).toMatchObject({
      stage: 'Call',
      entered: 13,
      openHere: 10,
      toNext: 0.2308,
      reference: 0.375,
    })
    for (const [lang, said] of [
      ['en', /Too early to judge “Call”.*\n.*10 of 13 are still open there\./],
      ['ru', /О «Call» рано судить.*\n.*10 из 13 ещё в деле\./],
      ['uk', /Про «Call» рано судити.*\n.*10 з 13 ще в роботі\./],
    ] as const) {
      const { out } = await weakest('--lang', lang)
      const text = out.replaceAll('\u00a0', ' ')
      expect(text).toMatch(said)
      expect(text).toMatch(/\n *Call +13 +23 ?% +8–50 +10 /)
      expect(text).not.toMatch(/Price|Цена|Ціна|looks worst|Хуже всех|Найгірш/)
    }
  })

  test('is named where even all of them going on would leave it below', async () => {
    const below = trial({ now: '2026-03-31', terminal: 80 })
    herdWorkspace(below.path('trial.db'), [
      herd(7, '2025-11-10', 'New', 'Call', 'Won'),
      herd(5, '2025-11-10', 'New', 'Call', 'Lost'),
      herd(5, '2026-02-10', 'New', 'Call', 'Won'),
      herd(6, '2026-02-10', 'New', 'Call', 'Lost'),
      herd(1, '2026-02-10', 'New', 'Call'),
    ])
    const { out } = await below.run(['weakest', QUARTER, '--format', 'json'])
    const { candidate, early } = JSON.parse(out)
    expect([early, candidate?.stage, candidate?.openHere]).toEqual([null, 'Call', 1])
    const screen = await below.run(['weakest', QUARTER, '--lang', 'ru'])
    const text = screen.out.replaceAll('\u00a0', ' ')
    expect(text).toMatch(/Может быть случайностью, но хуже всех выглядит «Call»/)
    // What may be chance is priced beneath the figures.
    expect(text.indexOf('Цена, если это не случайность')).toBeGreaterThan(text.indexOf('± сделок'))
  })
})
