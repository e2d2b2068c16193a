import { expect, test } from 'vitest'
import { jsonOf } from './asking.ts'
import { type Trial, trial } from './world.ts'

const DEALS = 'id,title,stage,created\n1,A,Survey,2026-03-01\n2,B,Survey,2026-03-02\n3,C,Offer,2026-03-02\n'

/** A pipeline whose middle stage was retired in February. */
async function shop(): Promise<Trial> {
  const made = trial({ now: '2026-03-10' })
  await made.run(['init', '--stages', 'New,Survey,Offer', '--now', '2026-01-01'])
  await made.run(['stage', 'rm', 'Survey', '--now', '2026-02-01'])
  return made
}

interface Row {
  stage: string
  kind: string
  openDeals: number
}

async function held(made: Trial): Promise<unknown> {
  const stages = (await jsonOf(made, 'stage', 'list')) as Row[]
  return stages.filter(({ openDeals }) => openDeals > 0).map((row) => [row.stage, row.kind, row.openDeals])
}

test('open deals that an import puts into a retired stage are kept, said and shown', async () => {
  const made = await shop()
  const { out } = await made.run(['import', 'deals', '-', '--dry-run'], { stdin: DEALS })
  expect(await held(made)).toEqual([])
  const ran = await made.run(['import', 'deals', '-'], { stdin: DEALS })
  const said = `Open deals that are now in "Survey", a retired stage without a row in reports: 2. Take it into use again: voronka stage add "Survey", or import again with --stage "Survey=STAGE"`
  for (const text of [out, ran.out])
    expect(text.split('\n').filter((line) => line.includes('retired'))).toEqual([said])
  expect(await held(made)).toEqual([
    ['Offer', 'open', 1],
    ['Survey', 'retired', 2],
  ])
  expect(await jsonOf(made, 'pipeline', 'list')).toMatchObject([{ openDeals: 3 }])
  for (const mode of ['cohort', 'strict', 'visited', 'bitrix24', 'snapshot'])
    expect([mode, await jsonOf(made, 'funnel', 'all', '--mode', mode)]).toMatchObject([
      mode,
      { retired: [{ stage: 'Survey', deals: 2 }], totals: { open: 3 } },
    ])
  const { out: screen } = await made.run(['funnel', 'all', '--mode', 'snapshot'])
  expect(screen.split('\n').filter((line) => line.includes('retired'))).toEqual([
    'Open deals in retired stages, which have no row: “Survey” 2.',
  ])
  expect('retired' in ((await jsonOf(made, 'funnel', 'all', '--mode', 'events')) as object)).toBe(false)
})

test('the same file again changes nothing and says nothing of it; the ways out are ways out', async () => {
  const made = await shop()
  const load = async (...more: string[]) =>
    JSON.parse((await made.run(['import', 'deals', '-', '--format', 'json', ...more], { stdin: DEALS })).out)
  expect(await load()).toMatchObject({ created: 3, retired: [{ stage: 'Survey', deals: 2 }] })
  const again = await load()
  expect([again.unchanged, again.operation, 'retired' in again]).toEqual([3, null, false])
  expect((await made.run(['stage', 'add', 'Survey', '--after', 'New'])).exit).toBe(0)
  expect(await held(made)).toEqual([
    ['Survey', 'open', 2],
    ['Offer', 'open', 1],
  ])
  await made.run(['undo'])
  const moved = await load('--stage', 'Survey=Offer')
  expect([moved.updated, 'retired' in moved]).toEqual([2, false])
  expect(await held(made)).toEqual([['Offer', 'open', 3]])
})

test('a history file too; a deal that is closed, or was there in its time only, is nothing to say', async () => {
  const made = await shop()
  const load = async (stdin: string) =>
    JSON.parse((await made.run(['import', 'history', '-', '--format', 'json'], { stdin })).out)
  const over =
    'deal,stage,date\nA,New,2026-01-05\nA,Survey,2026-01-06\nA,Offer,2026-03-01\nB,Survey,2026-01-05\nB,Lost,2026-01-07\n'
  expect('retired' in (await load(over))).toBe(false)
  expect(await load('deal,stage,date\nA,Survey,2026-03-02\n')).toMatchObject({
    created: 1,
    retired: [{ stage: 'Survey', deals: 1 }],
  })
})

test('a funnel of the past says what was so then, wherever the deals have gone since', async () => {
  const made = await shop()
  await made.run(['import', 'deals', '-'], { stdin: DEALS })
  const past = () => made.run(['funnel', 'all', '--mode', 'snapshot', '--as-of', '2026-03-05'])
  const before = await past()
  expect(before.out.split('\n').filter((line) => line.includes('retired'))).toEqual([
    'Open deals in retired stages, which have no row: “Survey” 2.',
  ])
  for (const deal of ['d1', 'd2'])
    expect((await made.run(['deal', 'move', deal, 'Offer', '--at', '2026-03-08'])).exit).toBe(0)
  expect(await held(made)).toEqual([['Offer', 'open', 3]])
  expect(await past()).toEqual(before)
})
