import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { holdsAfterAnyCommands, smallWorkspace } from '../support/commands.ts'
import { type Trial, textOf, trial } from './world.ts'

async function exported({ run, path }: Trial, what: string, ...flags: string[]): Promise<string> {
  const file = path(`${what}.csv`)
  const { exit, err } = await run(['export', what, '--output', file, ...flags])
  if (exit !== 0) throw new Error(err)
  return textOf(file)
}

/** What an import says that it did with a text that was exported. */
async function imported({ run, path }: Trial, what: string, text: string) {
  writeFileSync(path('in.csv'), text)
  const { exit, out, err } = await run(['import', what, path('in.csv'), '--format', 'json'])
  if (exit !== 0) throw new Error(`${err}\n${text}`)
  const { rows, created, updated, unchanged, operation } = JSON.parse(out)
  return { rows, created, updated, unchanged, operation }
}

const nothing = (text: { rows: number }) => ({
  rows: text.rows,
  created: 0,
  updated: 0,
  unchanged: text.rows,
  operation: null,
})

const SET_UP = ['settings', 'pipelines', 'stages', 'pipelineVersions']

/** A workspace with the settings and pipelines of another, and nothing else. */
async function emptyLike({ run }: Trial): Promise<Trial> {
  const other = trial()
  const copy = JSON.parse((await run(['export', 'all'])).out)
  const kept = Object.entries(copy).map(([name, rows]) => {
    if (!Array.isArray(rows)) return [name, rows]
    return [name, SET_UP.includes(name) ? rows.filter(({ key }) => key !== 'me') : []]
  })
  writeFileSync(other.path('copy.json'), JSON.stringify(Object.fromEntries(kept)))
  const { exit, err } = await other.run(['import', 'all', other.path('copy.json')])
  if (exit !== 0) throw new Error(err)
  return other
}

async function checkTrips(made: Trial): Promise<void> {
  const deals = await exported(made, 'deals')
  const history = await exported(made, 'history')
  for (const [what, text] of [
    ['deals', deals],
    ['history', history],
  ] as const) {
    const took = await imported(made, what, text)
    expect([what, took]).toEqual([what, nothing(took)])
  }
  const whole = await emptyLike(made)
  await imported(whole, 'history', history)
  const after = await imported(whole, 'deals', deals)
  expect(after).toEqual(nothing(after))
  expect(await exported(whole, 'history')).toBe(history)
  expect(await exported(whole, 'deals')).toBe(deals)
  const alone = await emptyLike(made)
  await imported(alone, 'deals', deals)
  expect(await exported(alone, 'deals')).toBe(deals)
  const told = await emptyLike(made)
  for (const [what, format] of [
    ['history', 'ndjson'],
    ['deals', 'json'],
  ] as const) {
    const text = await exported(made, what, '--format', format)
    if (text !== '' && text !== '[]\n') await imported(told, what, text)
  }
  expect(await exported(told, 'history')).toBe(history)
  expect(await exported(told, 'deals')).toBe(deals)
  for (const other of [whole, alone, told]) expect(await other.run(['doctor'])).toMatchObject({ exit: 0 })
}

test.each(['en', 'ru', 'uk'])('the demo workspace in %s goes and comes', async (lang) => {
  const made = trial()
  await made.run(['--lang', lang, 'demo', '--db', made.path('trial.db')])
  await checkTrips(made)
  const forExcel = await imported(
    made,
    'deals',
    await exported(made, 'deals', '--for', 'excel', '--lang', lang),
  )
  expect(forExcel).toEqual(nothing(forExcel))
})

test('what was edited here since stays and is counted; what was edited in the file is taken', async () => {
  const made = trial({ now: '2026-04-01' })
  await smallWorkspace(made)
  const lines = (await exported(made, 'deals')).split('\n')
  for (const line of ['edit d1 --amount 250 --tag vip', 'move d2 Qualified', 'edit d2 --id y-9'])
    expect(await made.run(['deal', ...line.split(' ')])).toMatchObject({ exit: 0 })
  await made.run(['contact', 'edit', 'c1', '--name', 'Ivan Lys'])
  const edited = lines.join('\n').replace('Balcony,Sales,New', 'Loggia,Sales,Proposal')
  const before = await exported(made, 'deals')
  writeFileSync(made.path('old.csv'), lines.join('\n'))
  expect(await made.run(['import', 'deals', made.path('old.csv')])).toEqual({
    exit: 0,
    out: 'Import of old.csv: 2 rows\n\n           rows\nunchanged     2\n\nEdited here since, and so left: 2\n',
    err: 'old.csv: encoding utf-8, delimiter ",", dates ymd, system voronka\n',
  })
  expect(await exported(made, 'deals')).toBe(before)
  const took = await imported(made, 'deals', edited)
  expect(took).toMatchObject({ created: 0, updated: 1, unchanged: 1 })
  expect((await exported(made, 'deals')).split('\n')[1]).toBe(
    'd1,,,Loggia,Sales,Proposal,open,,,,,,Ivan Lys,c1,250,USD,,2026-03-20,,,,,,vip,',
  )
})

test('fields of the user are made where there are none', async () => {
  const made = trial({ now: '2026-04-01' })
  await smallWorkspace(made)
  for (const line of ['add Rooms --type number', 'add LastStage', 'add Paid --type yesno'])
    await made.run(['field', ...line.split(' ')])
  const set = ['Rooms=3', 'LastStage=Mr; "X"', 'Paid=yes'].flatMap((text) => ['--field', text])
  expect(await made.run(['deal', 'edit', 'd1', ...set])).toMatchObject({ exit: 0 })
  expect((await exported(made, 'deals')).split('\n')[0]).toMatch(/,note,Rooms,field:LastStage,Paid$/)
  await checkTrips(made)
})

test('whatever was typed goes and comes', async () => {
  await holdsAfterAnyCommands(checkTrips, { numRuns: 15 })
}, 100_000)

test('an id that no workspace comes to is refused: it would take the room of those to come', async () => {
  const made = trial({ now: '2026-04-01' })
  await smallWorkspace(made)
  const [head = '', first = ''] = (await exported(made, 'deals')).split('\n')
  for (const id of ['d0', 'd1000000000', 'd9007199254740993', 'd9999999999999999999']) {
    writeFileSync(made.path('in.csv'), `${head}\n${first.replace(/^d1,/, `${id},`)}\n`)
    const { exit, err } = await made.run(['import', 'deals', made.path('in.csv')])
    expect([exit, err.split('\n')[1]]).toEqual([
      65,
      `in.csv:2: id: "${id}": The row does not say which deal it is about. Fill the id in, or take it out of the file`,
    ])
  }
})

test('whom someone became is with the deal already, on a day before the merge too', async () => {
  const made = trial()
  await smallWorkspace(made)
  await made.run(['contact', 'merge', 'c2', 'c1', '--yes'], { now: '2026-03-27' })
  expect(await made.run(['deal', 'edit', 'd1', '--contact', 'c1'], { now: '2026-03-26' })).toEqual({
    exit: 0,
    out: '',
    err: 'Nothing to change: it is so already\n',
  })
  await checkTrips(made)
})
