import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Trial, textOf, trial } from './world.ts'

async function workspace(): Promise<Trial> {
  const made = trial({ now: '2026-03-01' })
  const stages = 'New,Qualified,Proposal'
  const ran = await made.run(['init', '--pipeline', 'Sales', '--stages', stages, '--timezone', 'UTC'])
  expect(ran).toMatchObject({ exit: 0 })
  return made
}

function written({ path }: Trial, text: string, name = 'moves.csv'): string {
  writeFileSync(path(name), text)
  return path(name)
}

const COUNTS = ['created', 'updated', 'unchanged', 'skipped', 'merged', 'rejected', 'operation']

async function imported(made: Trial, text: string, ...more: string[]) {
  const argv = ['import', 'history', written(made, text), ...more, '--format', 'json']
  const { exit, out } = await made.run(argv)
  const summary: Record<string, unknown> = JSON.parse(out)
  return { exit, ...Object.fromEntries(COUNTS.map((key) => [key, summary[key]])), summary }
}

/** The history of a deal: stages (or what else changed) and moments, presumed ones marked. */
async function story({ run }: Trial, deal: string, ...options: string[]): Promise<string[]> {
  const { out } = await run(['deal', 'show', deal, '--format', 'json', ...options])
  const { history }: { history: { kind: string; value: unknown; at: string; synthetic: boolean }[] } =
    JSON.parse(out)
  return history.map(
    ({ kind, value, at, synthetic }) =>
      `${kind === 'stage' ? '' : `${kind} `}${value} ${at}${synthetic ? ' ?' : ''}`,
  )
}

const SHORT = `deal,stage,date,manager,amount
D1,New,2026-01-05,Anna,100
D1,Qualified,2026-01-10,Boris,150
`
const LONGER = `${SHORT}D1,Won,2026-02-10,Boris,150
D2,New,2026-02-11,Anna,70
`

test('what an import of moves says and makes', async () => {
  const made = await workspace()
  expect(await made.run(['import', 'history', written(made, LONGER)])).toEqual({
    exit: 0,
    out: `Import of moves.csv: 4 rows

         rows
created     4

New deals: 2
New managers (2): Anna, Boris

To look at it: voronka funnel all
To take it back: voronka undo 2
`,
    err: 'moves.csv: encoding utf-8, delimiter ",", dates ymd, system file\n',
  })
  expect(await story(made, 'ext:D1')).toEqual([
    'New 2026-01-05',
    'manager Boris 2026-01-10',
    'amount 150 2026-01-10',
    'Qualified 2026-01-10',
    'Won 2026-02-10',
  ])
  expect(await made.run(['doctor'])).toMatchObject({ exit: 0 })
})

describe('again', () => {
  test('the same file changes nothing, a longer one adds what is new', async () => {
    const made = await workspace()
    expect(await imported(made, SHORT)).toMatchObject({ exit: 0, created: 2, operation: 2 })
    expect(await imported(made, SHORT)).toMatchObject({ created: 0, unchanged: 2, operation: null })
    expect(await imported(made, LONGER)).toMatchObject({ created: 2, unchanged: 2, operation: 3 })
    expect(await imported(made, LONGER)).toMatchObject({ created: 0, unchanged: 4, operation: null })
    expect(await story(made, 'ext:D1')).toEqual([
      'New 2026-01-05',
      'manager Boris 2026-01-10',
      'amount 150 2026-01-10',
      'Qualified 2026-01-10',
      'Won 2026-02-10',
    ])
  })

  test('a late entry takes its place, also before everything known, and can be taken back', async () => {
    const made = await workspace()
    await imported(made, 'deal,stage,date\nD1,Qualified,2026-01-10\nD1,Won,2026-02-10\n')
    expect(
      await imported(made, 'deal,stage,date\nD1,New,2026-01-05\nD1,Proposal,2026-01-20\n'),
    ).toMatchObject({
      created: 2,
      operation: 3,
    })
    expect(await story(made, 'ext:D1')).toEqual([
      'New 2026-01-05',
      'Qualified 2026-01-10',
      'Proposal 2026-01-20',
      'Won 2026-02-10',
    ])
    expect(await made.run(['doctor'])).toMatchObject({ exit: 0 })
    await made.run(['undo'])
    expect(await story(made, 'ext:D1')).toEqual(['Qualified 2026-01-10', 'Won 2026-02-10'])
    expect(await made.run(['doctor'])).toMatchObject({ exit: 0 })
  })

  test('what was typed here is the same event', async () => {
    const made = await workspace()
    await made.run(['deal', 'add', 'Door', '--id', 'D1', '--stage', 'New', '--at', '2026-01-05 10:00'])
    await made.run(['deal', 'move', 'D1', 'Qualified', '--at', '2026-01-10 12:30'])
    expect(
      await imported(made, 'deal,stage,date\nD1,New,2026-01-05\nD1,Qualified,2026-01-10\n'),
    ).toMatchObject({
      unchanged: 2,
      operation: null,
    })
  })
})

describe('deals imported before their histories', () => {
  const DEALS = 'id,created,stage,closed,amount\nD1,2026-01-05,Won,2026-02-10,150\n'
  const MOVES = 'deal,stage,date\nD1,New,2026-01-05\nD1,Qualified,2026-01-10\nD1,Won,2026-02-10\n'

  test('what was presumed gives way to what is known, and comes back with undo', async () => {
    const made = await workspace()
    await made.run(['import', 'deals', written(made, DEALS, 'deals.csv')])
    expect(await story(made, 'ext:D1')).toEqual(['New 2026-01-05 ?', 'Won 2026-02-10'])
    expect(await imported(made, MOVES)).toMatchObject({ created: 1, updated: 1, unchanged: 1, operation: 3 })
    expect(await story(made, 'ext:D1')).toEqual(['New 2026-01-05', 'Qualified 2026-01-10', 'Won 2026-02-10'])
    expect(await imported(made, MOVES)).toMatchObject({ unchanged: 3, operation: null })
    await made.run(['undo'])
    expect(await story(made, 'ext:D1')).toEqual(['New 2026-01-05 ?', 'Won 2026-02-10'])
  })

  test('a presumed move is superseded by the real one, later or not', async () => {
    const made = await workspace()
    const open = 'id,created,stage\nD1,2026-01-05,Qualified\n'
    await made.run(['import', 'deals', written(made, open, 'deals.csv')])
    expect(await story(made, 'ext:D1')).toEqual(['New 2026-01-05 ?', 'Qualified 2026-01-05 ?'])
    const { summary: _, ...counts } = await imported(made, MOVES)
    expect(counts).toMatchObject({ created: 1, updated: 2, operation: 3 })
    expect(await story(made, 'ext:D1')).toEqual(['New 2026-01-05', 'Qualified 2026-01-10', 'Won 2026-02-10'])
    expect(await made.run(['doctor'])).toMatchObject({ exit: 0 })
  })

  test('a report as it was known before shows what was presumed then', async () => {
    const made = await workspace()
    const open = 'id,created,stage\nD1,2026-01-05,Qualified\n'
    await made.run(['import', 'deals', written(made, open, 'deals.csv')], { now: '2026-02-01' })
    await made.run(['import', 'history', written(made, MOVES)], { now: '2026-02-20' })
    const funnel = async (...options: string[]) => {
      const { out } = await made.run(['funnel', '2026-01', '--format', 'json', ...options])
      const { stages, totals } = JSON.parse(out)
      return [...stages.map(({ entered }: { entered: number }) => entered), totals.syntheticShare]
    }
    expect(await funnel('--as-of', '2026-01-08', '--known-at', '2026-02-10')).toEqual([1, 1, 0, 0, 1])
    expect(await funnel('--as-of', '2026-01-08', '--known-at', '2026-02-25')).toEqual([1, 0, 0, 0, 0])
    expect(await funnel('--as-of', '2026-01-08')).toEqual([1, 0, 0, 0, 0])
  })
})

describe('the order of a day', () => {
  const NEWEST_FIRST = `deal,stage,date
D2,Qualified,2026-01-08
D1,Won,2026-01-06
D1,Proposal,2026-01-05
D1,Qualified,2026-01-05
D1,New,2026-01-05
D2,New,2026-01-04
`

  test('a file that runs newest first is read from the bottom up', async () => {
    const made = await workspace()
    const ran = await made.run(['import', 'history', written(made, NEWEST_FIRST)])
    expect(ran.out.split('\n').slice(4, 8)).toEqual([
      '',
      'The file runs newest first: moves of one day are taken from the bottom up',
      'New deals: 2',
      '',
    ])
    const moves = ['New 2026-01-05', 'Qualified 2026-01-05', 'Proposal 2026-01-05', 'Won 2026-01-06']
    expect(await story(made, 'ext:D1')).toEqual(moves)
    expect(await imported(made, NEWEST_FIRST)).toMatchObject({ unchanged: 6, operation: null })
  })

  test('an outcome known only by its day comes last in it', async () => {
    const made = await workspace()
    await imported(made, 'deal,stage,date\nD1,Won,2026-01-05\nD1,New,2026-01-05\nD1,Proposal,2026-01-05\n')
    expect(await story(made, 'ext:D1')).toEqual(['New 2026-01-05', 'Proposal 2026-01-05', 'Won 2026-01-05'])
  })
})

describe('rows', () => {
  test('that say the same twice are one event; a second entry into the stage is kept, and no move', async () => {
    const made = await workspace()
    const text =
      'deal,stage,date\nD1,New,2026-01-05\nD1,New,2026-01-07\nD1,New,2026-01-07\nD1,Won,2026-01-09\n'
    expect(await imported(made, text)).toMatchObject({ created: 3, merged: 1 })
    expect(await story(made, 'ext:D1')).toEqual(['New 2026-01-05', 'New 2026-01-07', 'Won 2026-01-09'])
    const { out } = await made.run(['funnel', '2026', '--format', 'json'])
    expect(JSON.parse(out).stages[0]).toMatchObject({ entered: 1, medianDays: 4 })
    expect(await imported(made, text)).toMatchObject({ unchanged: 3, merged: 1, operation: null })
  })

  test('an earlier created column is the creation, in the first stage', async () => {
    const made = await workspace()
    const text = `deal,stage,date,created
D1,New,2026-01-05,2026-01-03
D2,Qualified,2026-01-05,2026-01-03
D3,Qualified,2026-01-05,2026-01-05
`
    expect(await imported(made, text)).toMatchObject({ created: 3 })
    expect(await story(made, 'ext:D1')).toEqual(['New 2026-01-03', 'New 2026-01-05'])
    expect(await story(made, 'D2')).toEqual(['New 2026-01-03 ?', 'Qualified 2026-01-05'])
    expect(await story(made, 'D3')).toEqual(['Qualified 2026-01-05'])
    expect(await imported(made, text)).toMatchObject({ unchanged: 3, operation: null })
  })

  const BAD = `deal,stage,date,amount
D1,New,2026-01-05,100
D1,Offer,2026-01-10,100
,New,2026-01-11,5
D2,Offer,2026-01-12,5
D3,New,,5
D4,New,2026-13-40,5
D5,New,2026-01-13,5
`

  test('that cannot be taken: nothing is written', async () => {
    const made = await workspace()
    expect(await made.run(['import', 'history', written(made, BAD)])).toEqual({
      exit: 65,
      out: `Import of moves.csv: 7 rows

               rows
not written       2
with problems     5
`,
      err: `moves.csv: encoding utf-8, delimiter ",", dates ymd, system file
moves.csv:3: stage: "Offer": There is no such stage in the pipeline "Sales" (New, Qualified, Proposal). Say what it is: --stage "Offer=STAGE|won|lost|skip", or make it: --create-stages "Offer" (and in 1 more row)
moves.csv:4: deal: The row does not say which deal it is about. Fill the id in, or take it out of the file
moves.csv:6: date: The row does not say when. Fill the date in, or take the row out of the file
moves.csv:7: date: "2026-13-40": Cannot read the date "2026-13-40": write it like 2026-09-14, 14.09.2026 or 14.09.2026 15:30.
Nothing was written: 5 rows have problems. Mend them, or take the good rows and put these aside: --rejects FILE
`,
    })
    expect((await made.run(['deal', 'list', '--format', 'json'])).out).toBe('[]\n')
  })

  test('with --rejects the good ones are written and the bad ones kept to be mended', async () => {
    const made = await workspace()
    const { summary: _, ...counts } = await imported(made, BAD, '--rejects', made.path('bad.csv'))
    expect(counts).toEqual({
      exit: 65,
      created: 2,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      merged: 0,
      rejected: 5,
      operation: 2,
    })
    expect(
      textOf(made.path('bad.csv'))
        .split('\n')
        .map((line) => line.split(',').slice(0, 5).join(',')),
    ).toEqual([
      'deal,stage,date,amount,line',
      'D1,Offer,2026-01-10,100,3',
      ',New,2026-01-11,5,4',
      'D2,Offer,2026-01-12,5,5',
      'D3,New,,5,6',
      'D4,New,2026-13-40,5,7',
      '',
    ])
    const mended = await made.run(['import', 'history', made.path('bad.csv'), '--stage', 'Offer=Proposal'])
    expect(mended.exit).toBe(65)
  })

  test('of stages that are not there yet make them, in every version since their first event', async () => {
    const made = await workspace()
    await imported(made, 'deal,stage,date\nD1,New,2026-01-05\n')
    const text = 'deal,stage,date\nD1,Offer,2026-01-10\n'
    const more = ['--create-stages', 'New,Qualified,Offer,Proposal']
    expect(await imported(made, text, ...more)).toMatchObject({ created: 1, operation: 3 })
    const stages = async (asOf: string) => {
      const { out } = await made.run(['funnel', '2026', '--as-of', asOf, '--format', 'json'])
      return JSON.parse(out).stages.map(({ stage }: { stage: string }) => stage)
    }
    expect(await stages('2026-01-08')).toEqual(['New', 'Qualified', 'Proposal', 'Won'])
    expect(await stages('2026-01-10')).toEqual(['New', 'Qualified', 'Offer', 'Proposal', 'Won'])
  })

  test('dated in the future are warned about', async () => {
    const made = await workspace()
    const { summary } = await imported(made, 'deal,stage,date\nD1,New,2026-05-05\n')
    expect(summary['warnings']).toEqual([
      {
        line: 2,
        column: 'date',
        value: '2026-05-05',
        message: 'A date is in the future: it counts in reports from then on',
      },
    ])
  })

  test('without a column that says what, the file is refused', async () => {
    const made = await workspace()
    const { summary } = await imported(made, 'deal,date\nD1,2026-01-05\n')
    expect(summary['problems']).toEqual([
      {
        line: 1,
        column: '',
        value: '',
        message: 'No column says which stage was entered. Name it: --map stage=HEADER',
      },
    ])
  })
})
