import { expect, test } from 'vitest'
import { holdsAfterAnyCommands, smallWorkspace } from '../support/commands.ts'
import { type Trial, textOf, trial } from './world.ts'

const WHATS = ['companies', 'contacts', 'history', 'deals', 'activities', 'tasks'] as const
const WAYS = [
  { name: 'x.csv', flags: ['--for', 'excel', '--lang', 'uk'] },
  { name: 'x.csv', flags: ['--for', 'excel', '--lang', 'en'] },
  { name: 'x.xlsx', flags: ['--format', 'xlsx'] },
] as const

const SET_UP = ['settings', 'pipelines', 'stages', 'pipelineVersions', 'fields']

/** A workspace with the settings, pipelines and fields of another, and nothing else. */
async function emptyLike({ run }: Trial): Promise<Trial> {
  const other = trial()
  const copy = JSON.parse((await run(['export', 'all'])).out)
  const kept = Object.entries(copy).map(([name, rows]) => {
    if (!Array.isArray(rows)) return [name, rows]
    return [name, SET_UP.includes(name) ? rows.filter(({ key }) => key !== 'me') : []]
  })
  const ran = await other.run(['import', 'all', '-'], { stdin: JSON.stringify(Object.fromEntries(kept)) })
  if (ran.exit !== 0) throw new Error(ran.err)
  return other
}

async function plain({ run }: Trial, what: string): Promise<string> {
  return (await run(['export', what])).out
}

/** Out for Excel and in again: nothing changes; into an empty workspace: the same export, byte for byte. */
async function checkTrips(made: Trial): Promise<void> {
  for (const { name, flags } of WAYS) {
    const empty = await emptyLike(made)
    for (const what of WHATS) {
      const file = made.path(`${what}-${name}`)
      const out = await made.run(['export', what, ...flags, '--output', file])
      expect(out).toEqual({ exit: 0, out: '', err: '' })
      const again = await made.run(['import', what, file, '--format', 'json'])
      if (again.exit !== 0) throw new Error(again.err)
      expect(JSON.parse(again.out)).toMatchObject({ created: 0, updated: 0, operation: null })
      if (what === 'deals' || what === 'history') {
        const ran = await empty.run(['import', what, file, '--format', 'json'])
        if (ran.exit !== 0) throw new Error(ran.err)
      }
    }
    for (const what of ['history', 'deals']) expect(await plain(empty, what)).toBe(await plain(made, what))
  }
}

test.each(['en', 'ru', 'uk'])('the demo workspace in %s goes to Excel and comes back', async (lang) => {
  const made = trial()
  await made.run(['--lang', lang, 'demo', '--db', made.path('trial.db')])
  await checkTrips(made)
})

test('texts, moments and numbers that a spreadsheet would harm', async () => {
  const made = trial({ now: '2026-11-02' })
  await smallWorkspace(made)
  for (const line of ['add Rooms --type number', 'add Paid --type yesno', 'add Visit --type date'])
    await made.run(['field', ...line.split(' ')])
  const notes = [
    '=1+1',
    '+двері',
    '-',
    '@x',
    "'=x",
    '_x0041_ x',
    '2026-01-05',
    '007',
    '1E5',
    'a\nb',
    '"q"; w',
  ]
  for (const [n, note] of notes.entries()) {
    const ran = await made.run([
      ...['deal', 'add', note, '--note', note, '--id', `00${n}`, '--amount', `${n}.10`, '--source', note],
      ...['--at', n % 2 ? '2026-10-25T03:30+02:00' : '2026-10-25T03:30+03:00', '--expected', '2026-12-01'],
      ...['--field', `Rooms=${n}.3`, '--field', 'Paid=yes', '--field', 'Visit=2026-01-05'],
    ])
    expect(ran).toMatchObject({ exit: 0 })
  }
  await made.run(['deal', 'move', '001', 'Proposal', '--at', '2026-10-26T00:00'])
  await checkTrips(made)
})

test('whatever was typed goes to Excel and comes back', async () => {
  await holdsAfterAnyCommands(checkTrips, { numRuns: 8 })
}, 100_000)

test('the same workspace is the same bytes', async () => {
  const made = trial()
  await smallWorkspace(made)
  for (const name of ['a', 'b'])
    await made.run(['export', 'history', '--format', 'xlsx', '--output', made.path(name)])
  expect(textOf(made.path('a'))).toBe(textOf(made.path('b')))
})
