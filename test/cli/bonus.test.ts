import { expect, test } from 'vitest'
import { jsonOf } from './asking.ts'
import { trial } from './world.ts'

test('rules are said, said anew for what begins later, ended, and taken back', async () => {
  const made = trial({ now: '2026-10-14' })
  const { run } = made
  await run(['init', '--stages', 'New', '--currency', 'USD'], { now: '2026-09-01' })
  await run(['manager', 'add', 'Anna', '--department', 'South'], { now: '2026-09-01' })
  const said = async (...words: string[]) => (await run(['bonus', ...words])).err
  expect(await said('add', '3%', '--manager', 'Anna', '--from', '2026-09-01')).toBe(
    'b1: 3% of revenue, Anna, from 1 Sep 2026\n',
  )
  expect(await said('add', '10000', '--met', '100', '--of', 'calls', '--per', 'quarter')).toBe(
    'b2: $10,000 if the plan of calls is met at 100%, by quarter, everyone, from 1 Oct 2026\n',
  )
  expect(await said('add', '80%: 2%, 100%: 3.5%', '--marginal', '--department', 'South')).toBe(
    'b3: revenue: from 80% of the plan 2%, from 100% of the plan 3.5% (of the part within the tier), South, from 1 Oct 2026\n',
  )
  expect(await said('add', '5', 'each', '--of', 'meetings', '--name', 'Visits')).toBe(
    'b4: Visits, $5 for each meeting, everyone, from 1 Oct 2026\n',
  )
  const later = await run(['bonus', 'edit', 'b1', '4%'], { now: '2026-10-15' })
  expect(later.err).toBe(
    'b1: 4% of revenue, Anna. It holds from 1 Nov 2026; what began before keeps its rule\n',
  )
  expect((await run(['bonus', 'rm', 'b4'], { now: '2026-10-15' })).err).toBe(
    'b4 is not paid from 1 Nov 2026 on; what began before keeps it\n',
  )
  expect((await run(['bonus', 'list', '--format', 'csv'])).out).toBe(`\
id,manager,department,metric,terms,per,from,knownAt
b1,Anna,,revenue,0: 4%,month,2026-09-01,2026-10-15T12:00:00+00:00
b2,,,calls,100: 10000,quarter,2026-10-01,2026-10-14T12:00:00+00:00
b3,,South,revenue,80: 2%; 100: 3.5%,month,2026-10-01,2026-10-14T12:00:00+00:00
`)
  const rates = async (...flags: string[]) => {
    const { rows } = (await jsonOf(made, 'plan', ...flags)) as {
      rows: { kind: string; bonuses: { rule: string }[] }[]
    }
    return rows
      .filter(({ kind }) => kind === 'manager')
      .flatMap(({ bonuses }) => bonuses.map(({ rule }) => rule))
  }
  await run(['plan', 'set', 'revenue', '100', '--manager', 'Anna', '--period', '2026-10'])
  expect(await rates('2026-10', '--metric', 'revenue')).toEqual(['b1', 'b3'])
  await run(['undo', '7'], { now: '2026-10-16' })
  expect((await run(['bonus', 'list', '--all', '--format', 'csv'])).out.match(/^b\d/gm)).toEqual([
    'b1',
    'b2',
    'b3',
    'b4',
    'b4',
  ])
})

test('what cannot be read, and what nobody could pay', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'New'])
  const refused = async (...words: string[]) => {
    const { exit, err } = await run(['bonus', ...words])
    return [exit, err.trim()]
  }
  expect(await refused('add', 'much')).toEqual([
    2,
    'Cannot read the bonus “much”: write 3%, 10000, "500 each", or tiers: "80%: 2%; 100%: 3%"',
  ])
  expect(await refused('add', '10000')).toEqual([
    2,
    'An amount is paid for something: for the plan met, --met 100%, or in tiers, "20: 5000; 30: 9000"',
  ])
  expect(await refused('add', '3%', '--of', 'calls')).toEqual([
    2,
    'A percentage is of money. Of a count, so much is paid for each: "500 each"',
  ])
  expect(await refused('add', '80%: 2%', '--met', '90')).toEqual([
    2,
    'Tiers say themselves from where on they are paid: leave --met out',
  ])
  expect(await refused('rm', 'b7')).toEqual([1, 'No bonus rule “b7”. All of them: voronka bonus list'])
  await run(['bonus', 'add', '3%'])
  expect(await refused('edit', 'b1')).toEqual([
    2,
    'Nothing to change. Say what is paid, or name a flag: voronka bonus edit b1 4%',
  ])
})

test('rules come back from a full copy, and reports of before it are the same', async () => {
  const [made, into] = [trial({ now: '2026-11-20' }), trial({ now: '2026-11-20' })]
  await made.run(['init', '--stages', 'New', '--won', 'Won'], { now: '2026-09-01' })
  await made.run(['manager', 'add', 'Anna'], { now: '2026-09-01' })
  await made.run(['plan', 'set', 'revenue', '100', '--manager', 'Anna', '--period', '2026-10'], {
    now: '2026-09-20',
  })
  await made.run(['bonus', 'add', '50%: 2%; 100%: 10', '--from', '2026-10-01'], { now: '2026-09-20' })
  await made.run(['bonus', 'edit', 'b1', '9%'], { now: '2026-10-20' })
  await made.run(['holiday', 'add', '2026-10-12'], { now: '2026-10-01' })
  await made.run(['deal', 'add', 'Window', '--amount', '60', '--manager', 'Anna'], { now: '2026-10-01' })
  await made.run(['won', 'd1'], { now: '2026-10-05' })
  await made.run(['export', 'all', '--output', made.path('all.json')])
  expect((await into.run(['import', 'all', made.path('all.json')])).exit).toBe(0)
  for (const flags of [[], ['--as-of', '2026-10-10'], ['--known-at', '2026-10-10']]) {
    const asked = ['plan', '2026-10', ...flags, '--format', 'json']
    const { out } = await made.run(asked)
    expect((await into.run(asked)).out).toBe(out)
    expect(JSON.parse(out).rows[0]).toMatchObject({ plan: 100, fact: 60, bonus: 1.2 })
  }
  expect((await into.run(['bonus', 'list', '--all'])).out).toBe(
    (await made.run(['bonus', 'list', '--all'])).out,
  )
})
