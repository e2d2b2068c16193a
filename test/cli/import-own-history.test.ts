import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Trial, textOf, trial } from './world.ts'

async function workspace(): Promise<Trial> {
  const made = trial({ now: '2026-03-01' })
  const stages = 'New,Qualified,Proposal'
  await made.run(['init', '--pipeline', 'Sales', '--stages', stages, '--timezone', 'Europe/Kyiv'])
  return made
}

/** Deals whose past has something of everything. */
async function living(): Promise<Trial> {
  const made = await workspace()
  const { run, path } = made
  const ok = async (...argv: string[]) => expect(await run(argv)).toMatchObject({ exit: 0 })
  await ok('manager', 'add', 'Anna')
  await ok('company', 'add', 'Acme')
  await ok('contact', 'add', 'Ivan', '--email', 'ivan@acme.test')
  await ok(
    'deal',
    'add',
    'Door, "red"',
    '--id',
    'A1',
    '--amount',
    '100.50',
    '--manager',
    'Anna',
    '--company',
    'Acme',
    '--contact',
    'Ivan',
    '--at',
    '2026-01-05 10:15',
    '--tag',
    'vip',
  )
  await ok('deal', 'move', 'A1', 'Proposal', '--at', '2026-01-08')
  await ok('deal', 'move', 'A1', 'Qualified', '--at', '2026-01-08')
  await ok('deal', 'edit', 'A1', '--amount', '200', '--title', 'Door', '--at', '2026-01-09 09:00')
  await ok('deal', 'move', 'A1', 'lost', '--reason', 'price', '--at', '2026-01-20')
  writeFileSync(path('deals.csv'), 'id,created,stage,closed,amount\nB1,2026-01-05,Won,2026-02-10,150\n')
  await ok('import', 'deals', path('deals.csv'))
  writeFileSync(
    path('log.csv'),
    'deal,stage,date,user\nB1,New,2026-01-02,Boris\nB1,Qualified,2026-01-07,Anna\n',
  )
  await ok('import', 'history', path('log.csv'))
  return made
}

async function exported({ run, path }: Trial, what: string): Promise<string> {
  const file = path(`${what}.csv`)
  expect(await run(['export', what, '--output', file])).toMatchObject({ exit: 0 })
  return textOf(file)
}

test('where it was exported, it changes nothing', async () => {
  const made = await living()
  await exported(made, 'history')
  const ran = await made.run(['import', 'history', made.path('history.csv'), '--format', 'json'])
  const { rows, unchanged, operation, warnings } = JSON.parse(ran.out)
  expect([ran.exit, unchanged, operation, warnings]).toEqual([0, rows, null, []])
})

test('what was altered in it by hand is not taken, and not passed over in silence', async () => {
  const made = await living()
  const lines = (await exported(made, 'history')).split('\n')
  const file = made.path('altered.csv')
  const altered = async (from: string, to: string) => {
    const at = lines.findIndex((line) => line.includes(from))
    writeFileSync(file, lines.with(at, lines[at]?.replace(from, to) ?? '').join('\n'))
    const ran = await made.run(['import', 'history', file, '--format', 'json'])
    const { operation, problems, warnings } = JSON.parse(ran.out)
    return [ran.exit, operation, ...[...problems, ...warnings].map((one) => `${one.line - at} ${one.column}`)]
  }
  expect(await altered('price', 'timing')).toEqual([0, null, '1 reason'])
  expect(await altered(',moment,', ',minute,')).toEqual([65, null, '1 precision'])
  expect(await altered(',user,', ',robot,')).toEqual([65, null, '1 origin'])
  expect(await altered(',user,', ',import,')).toEqual([0, null, '1 origin'])
  expect(await altered('Door, ""red""', 'Gate')).toEqual([0, null, '1 kind'])
})

test('in an empty workspace it makes the deals whole, and gives the same export again', async () => {
  const made = await living()
  const before = await exported(made, 'history')
  const other = await workspace()
  writeFileSync(other.path('in.csv'), before)
  const ran = await other.run(['import', 'history', other.path('in.csv'), '--format', 'json'])
  expect(ran.exit).toBe(0)
  expect(await exported(other, 'history')).toBe(before)
  expect(await exported(other, 'deals')).toBe(await exported(made, 'deals'))
  expect(await other.run(['doctor'])).toMatchObject({ exit: 0 })
})

test('after the export of the deals, too', async () => {
  const made = await workspace()
  writeFileSync(
    made.path('log.csv'),
    'deal,stage,date,user,amount\nB1,New,2026-01-02,Boris,10\nB1,Qualified,2026-01-07 10:00,Anna,20\nB1,Won,2026-01-09,,20\nB2,Qualified,2026-01-07,Anna,5\n',
  )
  await made.run(['import', 'history', made.path('log.csv')])
  const before = await exported(made, 'history')
  await exported(made, 'deals')
  const other = await workspace()
  for (const what of ['deals', 'history']) {
    const ran = await other.run(['import', what, made.path(`${what}.csv`)])
    expect([what, ran.exit, ran.err.split('\n').slice(1)]).toEqual([what, 0, ['']])
  }
  expect(await exported(other, 'history')).toBe(before)
  expect(await other.run(['doctor'])).toMatchObject({ exit: 0 })
  await other.run(['undo'])
  expect(await other.run(['doctor'])).toMatchObject({ exit: 0 })
})
