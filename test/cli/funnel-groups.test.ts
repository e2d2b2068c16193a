import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { realPath, realTest } from '../transfer/real.ts'
import { type RunOptions, trial } from './world.ts'

/** A workspace of the rows of a deals file. */
async function of(rows: readonly string[], options: RunOptions = {}) {
  const { run, path } = trial({ now: '2026-10-14', terminal: 80, ...options })
  writeFileSync(path('deals.csv'), `${rows.join('\n')}\n`)
  const init = [
    'init',
    '--pipeline',
    'Sales',
    '--stages',
    'New,Offer',
    '--timezone',
    'UTC',
    '--currency',
    'EUR',
  ]
  expect(await run(init)).toMatchObject({ exit: 0 })
  expect(await run(['import', 'deals', path('deals.csv'), '--yes'])).toMatchObject({ exit: 0 })
  return async (...argv: string[]) => {
    const ran = await run(['funnel', ...argv])
    expect([ran.exit, argv.includes('-e') ? '' : ran.err]).toEqual([0, ''])
    return ran.out
  }
}

const REASONS = [
  'id,title,stage,created,closed,lost reason,source',
  ...[
    ['Lost', 'Too  dear', 'Web'],
    ['Lost', 'too dear', 'web'],
    ['Lost', 'too dear', 'web'],
    ['Lost', 'Ещё думают', 'Web'],
    ['Lost', 'еще думают', 'Web'],
    ['Won', '', 'web'],
    ['Offer', '', 'web'],
  ].map(
    ([stage, reason, source], i) =>
      `${i},Deal ${i},${stage},2026-09-0${i + 1},${stage === 'Offer' ? '' : '2026-09-20'},${reason},${source}`,
  ),
]

test('reasons that differ in case, ё or blanks are one, as most write it; the rest is named for what it is', async () => {
  const funnel = await of(REASONS)
  expect(`\n${await funnel('2026-09', '--by', 'reason')}`).toMatchInlineSnapshot(`
    "
    Funnel “Sales” by reason of loss · September 2026 · deals created in the period
    as of 14 Oct 2026, UTC · all managers · deals: 7 · open 1 of 7 ·
      presumed dates: 14%

    Reason of loss              New   Offer  won  open  of closed  range  €
    too dear                3 →0/3?  0   →–    0     0     0 of 3         0
    Ещё думают              2 →0/2?  0   →–    0     0     0 of 2         0
    not lost, or no reason  2  →2/2  2 →1/2    1     1     1 of 1         0
    Total                   7 →2/7?  2 →1/2    1     1     1 of 6         0

    Won 1 + lost 5 + open 1 = 7.
    Of those closed, won: 1 of 6.
    Still open: 1 of 7, so shares of those closed can still change.
    ? The data do not say at which stage 5 of 5 lost deals were lost: they count
      where they began. Stage dates tell: import deals with --entered, or import
      history.
    → share that went on. Under 10 deals: “3 of 5” instead of a percentage.
    Presumed date: not in the file, taken from the nearest date that is.
    "
  `)
  const counts = async (cell: string) =>
    JSON.parse(await funnel('2026-09', '--by', 'reason', '-e', cell, '--format', 'json')).length
  expect(await counts('New@too dear')).toBe(3)
  expect(await counts('New@Ещё думают')).toBe(2)
  expect(await counts('New@(none)')).toBe(2)
})

test('every figure of a group opens into as many deals, where names differ by case alone', async () => {
  const funnel = await of(REASONS)
  const report = JSON.parse(await funnel('2026-09', '--by', 'source', '--format', 'json'))
  const opened = []
  for (const { key, stages } of report.groups)
    for (const { stage, entered } of stages) {
      const cell = `${stage}@${key}`
      const deals = JSON.parse(await funnel('2026-09', '--by', 'source', '-e', cell, '--format', 'json'))
      opened.push([cell, entered, deals.length])
    }
  expect(opened).toEqual([
    ['New@web', 4, 4],
    ['Offer@web', 2, 2],
    ['Won@web', 1, 1],
    ['New@Web', 3, 3],
    ['Offer@Web', 0, 0],
    ['Won@Web', 0, 0],
  ])
})

test('a name that fits several groups but none to the letter is refused', async () => {
  const { run, path } = trial({ now: '2026-10-14' })
  writeFileSync(path('deals.csv'), `${REASONS.join('\n')}\n`)
  await run(['init', '--pipeline', 'Sales', '--stages', 'New,Offer', '--timezone', 'UTC'])
  await run(['import', 'deals', path('deals.csv'), '--yes'])
  const { exit, err } = await run(['funnel', '2026-09', '--by', 'source', '-e', 'New@WEB'])
  expect([exit, err]).toEqual([2, '"WEB" may be web, Web: write more of the name\n'])
})

test('as of a day when only later stages are known: said, and marked', async () => {
  const funnel = await of([
    'id,title,stage,created,closed',
    ...Array.from({ length: 12 }, (_, i) => `${i},Deal ${i},${i < 4 ? 'Lost' : 'Won'},2026-09-01,2026-09-20`),
  ])
  expect(`\n${await funnel('2026-09', '--as-of', '2026-09-10')}`).toMatchInlineSnapshot(`
    "
    Funnel “Sales” · September 2026 · deals created in the period
    as of 10 Sep 2026, UTC · all managers · deals: 12

    Stage  entered               to next  range  of all  lost  open  €
    New         12 ████████████      0%?      ?    100%     0   12?  0
    Offer        0                                   0%     0    0?  0
    Won          0                                   0%              0

    Won 0 + lost 0 + open 12 = 12.
    Still open: 100%, so “of all” can still rise.
    ? At which stage 12 of 12 open deals were on this day is not known: the file has
      only a later stage. They count where they began.
    "
  `)
})

realTest('no seller is above the rest for having no open deals', async () => {
  const { run } = trial({ now: '2018-01-01' })
  const file = realPath('maven-crm/sales_pipeline.csv')
  const stages = [
    '--stages',
    'Prospecting,Engaging',
    '--entered',
    'Engaging=engage_date',
    '--timezone',
    'UTC',
  ]
  expect(await run(['init', '--from', file, ...stages])).toMatchObject({ exit: 0 })
  const { out } = await run(['funnel', '2017-Q2', '--by', 'manager', '--lang', 'en'])
  const lines = out.split('\n')
  expect([
    lines.find((line) => line.startsWith('Darcel')),
    lines.filter((line) => /[▲▼]/.test(line)),
  ]).toEqual(['Darcel Schlecht       164 →100%    164 →66%    108     0        66%  58–73    363', []])
})

test('who had a deal in another pipeline only has no row of what managers did in this one', async () => {
  const { run } = trial({ now: '2026-10-14' })
  for (const line of [
    'init --pipeline Sales --stages New,Offer --timezone UTC --currency EUR',
    'pipeline add Cold --stages Call,Talk',
    'manager add Anna',
    'manager add Boris',
    'me Anna',
    'deal add Roof --pipeline Cold --at 2026-10-01',
    'deal move d1 Talk --at 2026-10-02',
    'me Boris',
    'deal move d1 New --pipeline Sales --at 2026-10-05',
  ])
    expect(await run(line.split(' '))).toMatchObject({ exit: 0 })
  const { out } = await run('funnel 2026-10 --by manager --attribution actor --format json'.split(' '))
  expect(JSON.parse(out).groups.map(({ key }: { key: string }) => key)).toEqual(['Boris'])
})
