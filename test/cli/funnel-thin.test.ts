import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { trial } from './world.ts'

/** A file that says what deals are now, when they began and when they were closed, and hardly more. */
async function workspace(csv: string, ...options: string[]) {
  const { run, path } = trial({ now: '2026-04-01', terminal: 80, env: { VORONKA_LANG: 'en' } })
  const stages = ['--pipeline', 'Sales', '--stages', 'New,Offer,Contract']
  await run(['init', ...stages, '--currency', 'EUR', '--timezone', 'UTC'])
  writeFileSync(path('deals.csv'), csv)
  const ran = await run(['import', 'deals', path('deals.csv'), ...options])
  expect(ran.exit).toBe(0)
  return async (...argv: string[]) => {
    const shown = await run(argv)
    const text = shown.out === '' ? shown.err : shown.out
    expect([shown.exit, shown.out === '' ? '' : shown.err]).toEqual([0, ''])
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
    return text.replaceAll('\u00a0', ' ')
  }
}

type Kind = { n: number; stage: string; status?: string; offer?: string; closed?: string; manager?: string }

function file(...kinds: Kind[]): string {
  const lines = kinds.flatMap(({ n, stage, status = '', offer = '', closed = '', manager = 'Anna' }, kind) =>
    Array.from({ length: n }, (_, i) =>
      [`${kind}-${i}`, stage, status, '2026-01-05', offer, '', closed, manager].join(','),
    ),
  )
  return `${['ID,Stage,Status,Created,Offered,Signed,Closed,Manager', ...lines].join('\n')}\n`
}

const ONLY_NOW = file(
  { n: 40, stage: 'Won', closed: '2026-02-01' },
  { n: 30, stage: 'Lost', closed: '2026-02-02', manager: 'Boris' },
  { n: 30, stage: 'Lost', closed: '2026-02-03' },
  { n: 20, stage: 'Offer' },
)
const NO_STATUS = ['--ignore', 'Status', '--ignore', 'Offered', '--ignore', 'Signed']

describe('losses of which the file does not say the stage', () => {
  test('make a reference of which that is said: when it is saved, shown and held against', async () => {
    const show = await workspace(ONLY_NOW, ...NO_STATUS)
    const saved = await show('reference', 'save', 'January', '--period', '2026-01')
    const note = '? The data did not say the stage of 60 deals'
    const screens = [
      saved,
      await show('reference', 'show', 'January'),
      await show('funnel', '2026-01', '--against', 'January'),
      await show('weakest', '2026-01', '--against', 'January'),
    ]
    for (const screen of screens) expect(screen).toContain(note)
    const { stageUnknown } = JSON.parse(await show('reference', 'show', 'January', '--format', 'json'))
    expect(stageUnknown).toBe(60)
  })

  test('are said to be so: no verdict, no interval', async () => {
    const show = await workspace(ONLY_NOW, ...NO_STATUS)
    expect(await show('funnel', '2026-01')).toMatchInlineSnapshot(`
      "Funnel “Sales” · January 2026 · deals created in the period
      as of 1 Apr 2026, UTC · all managers · deals: 120 · presumed dates: 17%

      Stage     entered               to next  range  of all  lost  open  €
      New           120 ████████████     50%?      ?    100%   60?     0  0
      Offer          60 ██████           67%?      ?     50%    0?    20  0
      Contract       40 ████            100%?      ?     33%    0?     0  0
      Won            40 ████                             33%              0

      Won 40 + lost 60 + open 20 = 120.
      Of those closed, won: 40 of 100 (40%, range 31–50).
      Still open: 17%, so “of all” can still rise.
      ? The data do not say at which stage 60 of 60 lost deals were lost: they count
        where they began. Stage dates tell: import deals with --entered, or import
        history.
      Presumed date: not in the file, taken from the nearest date that is.
      "
    `)
    expect(await show('funnel', '2026-01', '--by', 'manager')).toMatchInlineSnapshot(`
      "Funnel “Sales” by manager · January 2026 · deals created in the period
      as of 1 Apr 2026, UTC · deals: 120 · open 17% · presumed dates: 17%

      Manager        New     Offer   Contract  won    open  of closed  range  €
      Anna      90 →67%?  60 →67%?  40 →100%?   40 ▲    20        57%  45–68  0
      Boris     30  →0%?   0    →–   0     →–    0 ▼     0         0%   0–11  0
      Total    120 →50%?  60 →67%?  40 →100%?   40      20        40%  31–50  0

      Won of those closed: Anna, 40 of 70 (57%, range 45–68); Boris, 0 of 30 (0%,
        range 0–11).
      The difference is plain: higher for Anna.

      Won 40 + lost 60 + open 20 = 120.
      Of those closed, won: 40 of 100 (40%, range 31–50).
      Still open: 17%, so shares of those closed can still change.
      ? The data do not say at which stage 60 of 60 lost deals were lost: they count
        where they began. Stage dates tell: import deals with --entered, or import
        history.
      → share that went on. Under 10 deals: “3 of 5” instead of a percentage.
      Presumed date: not in the file, taken from the nearest date that is.
      "
    `)
    expect(await show('funnel', '2026-01', '--lang', 'ru')).toMatchInlineSnapshot(`
      "Воронка «Sales» · январь 2026 · сделки, созданные за период
      на 01.04.2026, UTC · все менеджеры · сделок 120 · предположенных дат 17 %

      Этап      дошли               дальше  разброс  от всех  отказов  в деле  €
      New         120 ████████████   50 %?        ?    100 %      60?       0  0
      Offer        60 ██████         67 %?        ?     50 %       0?      20  0
      Contract     40 ████          100 %?        ?     33 %       0?       0  0
      Won          40 ████                              33 %                   0

      Выиграно 40 + отказов 60 + в деле 20 = 120.
      Среди закрытых выиграно 40 из 100 (40 %, разброс 31–50).
      Ещё в деле 17 %: доля «от всех» ещё может вырасти.
      ? Этап отказа неизвестен у 60 из 60 сделок: в данных его нет, отказ засчитан
        там, где сделка началась. Его покажут даты этапов: import deals с --entered
        или import history.
      Предположенная дата: в файле не указана и взята из соседней.
      "
    `)
    expect(await show('funnel', '2026-01', '--lang', 'uk')).toMatchInlineSnapshot(`
      "Воронка «Sales» · січень 2026 · угоди, створені за період
      на 01.04.2026, UTC · усі менеджери · угод 120 · припущених дат 17 %

      Етап      дійшли                 далі  розкид  від усіх  відмов  у роботі  €
      New          120 ████████████   50 %?       ?     100 %     60?         0  0
      Offer         60 ██████         67 %?       ?      50 %      0?        20  0
      Contract      40 ████          100 %?       ?      33 %      0?         0  0
      Won           40 ████                              33 %                    0

      Виграно 40 + відмов 60 + у роботі 20 = 120.
      Серед закритих виграно 40 з 100 (40 %, розкид 31–50).
      Ще в роботі 17 %: частка «від усіх» ще може зрости.
      ? Етап відмови невідомий у 60 з 60 угод: у даних його немає, відмову зараховано
        там, де угода почалася. Його покажуть дати етапів: import deals з --entered
        або import history.
      Припущена дата: у файлі не вказана і взята із сусідньої.
      "
    `)
  })

  test('in figures', async () => {
    const show = await workspace(ONLY_NOW, ...NO_STATUS)
    const { stages, totals } = JSON.parse(await show('funnel', '2026-01', '--format', 'json'))
    const counts = stages.map(({ entered, lostHere, lossStageUnknown }: Record<string, number>) => [
      entered,
      lostHere,
      lossStageUnknown,
    ])
    expect(counts).toEqual([
      [120, 60, 60],
      [60, 0, 0],
      [40, 0, 0],
      [40, null, undefined],
    ])
    const { syntheticShare, presumedDatesShare, lossStageUnknown } = totals
    expect({ syntheticShare, presumedDatesShare, lossStageUnknown }).toEqual({
      syntheticShare: 1,
      presumedDatesShare: 0.1667,
      lossStageUnknown: 60,
    })
  })

  test('beside another period', async () => {
    const show = await workspace(ONLY_NOW, ...NO_STATUS)
    expect(await show('funnel', '2026-01', '--compare', '2026-01')).toMatchInlineSnapshot(`
      "Funnel “Sales” · January 2026 · deals created in the period
      as of 1 Apr 2026, UTC · all managers · deals: 120 · presumed dates: 17%

      beside it: January 2026, as of 1 Apr 2026 · deals: 120
      Both at the same age: as they stood 60 days after their end.

      Stage     entered was  now  change  to next was    now  € was  now
      New               120  120       0         50%?   50%?      0    0
      Offer              60   60       0         67%?   67%?      0    0
      Contract           40   40       0        100%?  100%?      0    0
      Won                40   40       0                          0    0

      Won of all created: was 40 of 120 (33%, range 26–42), now 40 of 120 (33%, range
        26–42): 0 points, within chance.
      Won of those closed: was 40 of 100 (40%, range 31–50), now 40 of 100 (40%, range
        31–50): 0 points, within chance.
      ? The data do not say at which stage 120 of 120 lost deals were lost: they count
        where they began. Stage dates tell: import deals with --entered, or import
        history.
      "
    `)
  })
})

describe('losses of which the file says the stage', () => {
  test('in a column of its own, the first stage too', async () => {
    const csv = file(
      { n: 40, stage: 'Contract', status: 'Won', closed: '2026-02-01' },
      { n: 50, stage: 'New', status: 'Lost', closed: '2026-02-02' },
      { n: 30, stage: 'Offer', status: 'Lost', closed: '2026-02-02' },
    )
    const show = await workspace(csv, '--ignore', 'Offered', '--ignore', 'Signed')
    expect(await show('funnel', '2026-01')).toMatchInlineSnapshot(`
      "Funnel “Sales” · January 2026 · deals created in the period
      as of 1 Apr 2026, UTC · all managers · deals: 120 · presumed dates: 58%

      Stage     entered               to next   range  of all  lost  open  €
      New           120 ████████████      58%   49–67    100%    50     0  0
      Offer          70 ███████           57%   45–68     58%    30     0  0
      Contract       40 ████             100%  91–100     33%     0     0  0
      Won            40 ████                              33%              0

      Won 40 + lost 80 + open 0 = 120.
      Of those closed, won: 40 of 120 (33%, range 26–42).
      Most are lost at “New”, 50. Which ones: voronka funnel 2026-01 -e New:lost
      “Offer” 57%: of 70, 40 went on. With this many deals the true share may be
        anything from 45 to 68%.
      Presumed date: not in the file, taken from the nearest date that is.
      "
    `)
  })

  test('by the dates of all stages: one without dates was lost at the first', async () => {
    const csv = file(
      { n: 40, stage: 'Won', offer: '2026-01-20', closed: '2026-02-01' },
      { n: 50, stage: 'Lost', closed: '2026-02-02' },
      { n: 30, stage: 'Lost', offer: '2026-01-20', closed: '2026-02-02' },
    )
    const lost = async (...options: string[]) => {
      const show = await workspace(csv, '--ignore', 'Status', '--entered', 'Offer=Offered', ...options)
      const { stages } = JSON.parse(await show('funnel', '2026-01', '--format', 'json'))
      return stages.map((row: Record<string, number>) => [row['lostHere'], row['lossStageUnknown']])
    }
    const of = (unknown: number) => [
      [50, unknown],
      [30, 0],
      [0, 0],
      [null, undefined],
    ]
    expect(await lost('--entered', 'Contract=Signed')).toEqual(of(0))
    expect(await lost('--ignore', 'Signed')).toEqual(of(50))
  })

  test('by an earlier file, in which they were open', async () => {
    const { run, path } = trial({ now: '2026-04-01' })
    await run(['init', '--pipeline', 'Sales', '--stages', 'New,Offer', '--currency', 'EUR'])
    for (const [name, stage] of [
      ['first', 'New'],
      ['newer', 'Lost'],
    ]) {
      writeFileSync(path(`${name}.csv`), `ID,Stage,Created\n1,${stage},2026-01-05\n`)
      expect((await run(['import', 'deals', path(`${name}.csv`)])).exit).toBe(0)
    }
    const { totals } = JSON.parse((await run(['funnel', '2026-01', '--format', 'json'])).out)
    expect([totals.lost, totals.lossStageUnknown]).toEqual([1, 0])
  })

  test('of all but a few: the verdict stands where those few cannot change it', async () => {
    const kinds = [
      { n: 40, stage: 'Offer', status: 'Lost', closed: '2026-02-02' },
      { n: 30, stage: 'Contract', status: 'Won', closed: '2026-02-02' },
    ]
    const last = (show: (...argv: string[]) => Promise<string>) =>
      show('funnel', '2026-01').then((text) => text.trimEnd().split('\n').slice(-6))
    const few = await workspace(
      file(...kinds, { n: 2, stage: '', status: 'Lost' }),
      ...['--ignore', 'Offered', '--ignore', 'Signed', '--stage', '=Lost'],
    )
    expect(await last(few)).toMatchInlineSnapshot(`
      [
        "  where they began. Stage dates tell: import deals with --entered, or import",
        "  history.",
        "Most are lost at “Offer”, 40. Which ones: voronka funnel 2026-01 -e Offer:lost",
        "“Offer” 43%: of 70, 30 went on. With this many deals the true share may be",
        "  anything from 32 to 55%.",
        "Presumed date: not in the file, taken from the nearest date that is.",
      ]
    `)
  })
})

test('where there is one stage, a deal was lost at no other', async () => {
  const { run, path } = trial({ now: '2026-04-01', terminal: 80, env: { VORONKA_LANG: 'en' } })
  await run(['init', '--pipeline', 'Sales', '--stages', 'New', '--currency', 'EUR', '--timezone', 'UTC'])
  writeFileSync(
    path('deals.csv'),
    file({ n: 12, stage: 'Lost', closed: '2026-02-02' }, { n: 3, stage: 'New' }),
  )
  await run(['import', 'deals', path('deals.csv'), ...NO_STATUS])
  const json = async (...argv: string[]) => JSON.parse((await run([...argv, '--format', 'json'])).out)
  const { stages, totals } = await json('funnel', '2026-01')
  expect([totals.lossStageUnknown, stages[0].lossStageUnknown, stages[0].lostHere]).toEqual([0, 0, 12])
  const { rows } = await json('losses', '2026-02')
  expect(rows.map(({ stage }: { stage: string }) => stage)).toEqual(['New'])
  // Which of two it was is not known.
  await run(['stage', 'add', 'Offer', '--after', 'New'])
  expect((await json('losses', '2026-02')).rows[0].stage).toBe('(none)')
})
