import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { trial } from './world.ts'

test.each(['en', 'ru', 'uk'])(
  'a year of a business in %s: sound, told where it is, with its funnel',
  async (lang) => {
    const room = trial()
    const path = room.path('demo.db')
    const ran = await room.run(['demo', '--db', path, '--lang', lang])
    expect(ran.exit).toBe(0)
    expect(ran.err.split('\n')[1]).toBe(`  export VORONKA_DB=${path}`)
    const options = ['--db', path]
    expect(ran.out).toBe((await room.run(['funnel', ...options, '--period', 'last-12-months'])).out)
    const { counts, sound } = JSON.parse((await room.run(['doctor', '--format', 'json', ...options])).out)
    expect({ sound, ...counts }).toMatchObject({ sound: true, deals: 298, companies: 6, operations: 2 })
  },
)

test('the same day gives the same bytes, and a file is never overwritten', async () => {
  const room = trial()
  const [one, two] = [room.path('one.db'), room.path('two.db')]
  await room.run(['demo', '--db', one])
  await room.run(['demo', '--db', two])
  expect(readFileSync(one).equals(readFileSync(two))).toBe(true)
  expect(await room.run(['demo', '--db', one])).toEqual({
    exit: 1,
    out: '',
    err: `${one} exists already. Name another file with --db, or use it as it is\n`,
  })
})

test('there is something to say: a strong manager, a weak stage, deals that came back', async () => {
  const room = trial()
  const path = room.path('demo.db')
  const { out } = await room.run(['demo', '--db', path, '--format', 'json'])
  const { stages, totals } = JSON.parse(out)
  const rates = stages.slice(0, -1).map((stage: { toNext: number }) => stage.toNext)
  expect(rates.indexOf(Math.min(...rates))).toBe(2)
  expect(totals.open).toBeGreaterThan(15)
  const byManager = await room.run([
    'funnel',
    'last-12-months',
    '--by',
    'manager',
    '--format',
    'json',
    '--db',
    path,
  ])
  const groups: { key: string; totals: { winRate: number } }[] = JSON.parse(byManager.out).groups
  const best = groups.toSorted((a, b) => b.totals.winRate - a.totals.winRate)
  expect([best[0]?.key, best.at(-1)?.key]).toEqual(['Anna White', 'Vera Hill'])
  const history = (await room.run(['export', 'history', '--format', 'ndjson', '--db', path])).out
  const moves = history
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ kind }: { kind: string }) => kind === 'stage')
  const reopened = moves.filter(
    ({ deal, value }, n) => moves[n - 1]?.deal === deal && moves[n - 1]?.value === 'Lost' && value !== 'Lost',
  )
  expect(reopened.length).toBeGreaterThan(1)
})

test.each(['en', 'ru', 'uk'])('a day full of things to do in %s, of kinds of every sort', async (lang) => {
  const room = trial()
  const path = room.path('demo.db')
  await room.run(['demo', '--db', path, '--lang', lang])
  const { out } = await room.run(['today', '--all', '--format', 'json', '--db', path])
  const items: { kind: string; since: string | null }[] = JSON.parse(out).items
  expect([...new Set(items.map(({ kind }) => kind))].sort()).toEqual(
    expect.arrayContaining(['missedCall', 'overdue', 'stuck', 'today', 'tomorrow']),
  )
  const done = await room.run(['export', 'activities', '--format', 'ndjson', '--db', path])
  const lines = done.out.trimEnd().split('\n')
  const moments = lines.map((line) => Date.parse(JSON.parse(line).at))
  expect(moments.length).toBeGreaterThan(1500)
  expect(Math.max(...moments)).toBeLessThan(Date.parse('2026-10-14T16:00:00Z'))
})

test('its plans, calls and tasks became known on their own days, and one undo takes all of it back', async () => {
  const room = trial()
  const path = room.path('demo.db')
  await room.run(['demo', '--db', path])
  const on = async (report: string, flag: string) => {
    const { out } = await room.run([report, flag, '2026-10-05', '--format', 'json', '--db', path])
    const { knownAt, ...rest } = JSON.parse(out)
    return rest
  }
  for (const report of ['plan', 'activity', 'response', 'lifecycle', 'stuck'])
    expect(await on(report, '--known-at')).toEqual(await on(report, '--as-of'))
  const { rows } = await on('plan', '--known-at')
  expect(rows.map(({ plan }: { plan: number }) => plan)).toContain(16000)
  await room.run(['undo', '--db', path])
  const { counts, sound } = JSON.parse((await room.run(['doctor', '--format', 'json', '--db', path])).out)
  expect({ sound, ...counts }).toMatchObject({ sound: true, deals: 0, contacts: 0 })
})
