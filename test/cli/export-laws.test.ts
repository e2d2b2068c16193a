import { copyFileSync, rmSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsAfterAnyCommands, smallWorkspace } from '../support/commands.ts'
import { dayLines, dayWorkspace, inFolder } from '../support/day-commands.ts'
import { strangeWorkspace } from '../support/strange-workspace.ts'
import { type Trial, textOf, trial } from './world.ts'

/** In the order in which an empty workspace takes them: what is pointed to, first. */
const WHATS = ['companies', 'contacts', 'history', 'deals', 'activities', 'tasks', 'plans'] as const

/** Every form that comes back. */
const WAYS = [
  ['x.csv'],
  ['x.csv', '--for', 'excel', '--lang', 'uk'],
  ['x.csv', '--for', 'excel', '--lang', 'en'],
  ['x.xlsx'],
  ['x.json'],
  ['x.ndjson', '--format', 'ndjson'],
] as const
type Way = (typeof WAYS)[number]
const EXCEL = [WAYS[1], WAYS[3]] as const

const SET_UP = ['settings', 'pipelines', 'stages', 'pipelineVersions', 'fields']

/** What is compared after every trip. */
interface Known {
  made: Trial
  /** The full copy, a record a line. */
  copy: string[]
  exports: Record<string, string>
  /** A workspace with the same settings, pipelines and fields, and nothing else. */
  empty: Trial
}

async function known(made: Trial): Promise<Known> {
  const copy = await copyOf(made)
  return { made, copy, exports: await exportsOf(made), empty: await emptyLike(copy) }
}

async function emptyLike(lines: readonly string[]): Promise<Trial> {
  const other = trial()
  const copy = JSON.parse(lines.join('\n'))
  const kept = Object.entries(copy).map(([name, rows]) => {
    if (!Array.isArray(rows)) return [name, rows]
    return [name, SET_UP.includes(name) ? rows.filter(({ key }) => key !== 'me') : []]
  })
  const ran = await other.run(['import', 'all', '-'], { stdin: JSON.stringify(Object.fromEntries(kept)) })
  if (ran.exit !== 0) throw new Error(ran.err)
  return other
}

/** What the workspace exports, as CSV and as JSON. */
async function exportsOf({ run }: Trial): Promise<Record<string, string>> {
  const all: Record<string, string> = {}
  for (const what of WHATS)
    for (const format of ['csv', 'ndjson'])
      all[`${what} ${format}`] = (await run(['export', what, '--format', format])).out
  return all
}

/** Out and in again: nothing changes; into an empty workspace: the same exports, byte for byte. */
async function checkTrip({ made, copy, exports, empty }: Known, [name, ...flags]: Way): Promise<void> {
  const other = trial()
  copyFileSync(empty.path('trial.db'), other.path('trial.db'))
  for (const what of WHATS) {
    const file = made.path(`${what}-${name}`)
    expect(await made.run(['export', what, ...flags, '--output', file])).toEqual(NOTHING_SAID)
    // Without a row, JSON has no keys to tell what it is of.
    if (textOf(file) === '[]\n' || textOf(file) === '') continue
    const again = await made.run(['import', what, file, '--format', 'json'])
    expect([what, again.exit, again.err]).toEqual([what, 0, again.err])
    expect(JSON.parse(again.out)).toMatchObject({ created: 0, updated: 0, operation: null })
    const taken = await other.run(['import', what, file, '--format', 'json'])
    expect([what, taken.exit, taken.out]).toEqual([what, 0, taken.out])
  }
  expect(unlike(copy, await copyOf(made))).toEqual([])
  expect(await exportsOf(other)).toEqual(exports)
  rmSync(other.folder, { recursive: true })
}

async function copyOf({ run }: Trial): Promise<string[]> {
  return (await run(['export', 'all'])).out.split('\n')
}

/** Lines that stand in one of the two alone. */
function unlike(before: readonly string[], after: readonly string[]): string[] {
  const [old, now] = [new Set(before), new Set(after)]
  return [...before.filter((line) => !now.has(line)), ...after.filter((line) => !old.has(line))]
}

const NOTHING_SAID = { exit: 0, out: '', err: '' }

async function checkTrips(made: Trial, ways: readonly Way[]): Promise<void> {
  const all = await known(made)
  for (const way of ways) await checkTrip(all, way)
}

test.each([
  ['en', WAYS],
  ['ru', EXCEL],
  ['uk', EXCEL],
] as const)(
  'the demo workspace in %s goes out and comes back',
  async (lang, ways) => {
    const made = trial()
    await made.run(['--lang', lang, 'demo', '--db', made.path('trial.db')])
    await checkTrips(made, ways)
  },
  120_000,
)

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
    'a\r\nb\rc',
    'lost \ufffd letter',
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
  await checkTrips(made, WAYS)
})

const TOUCHES = [
  {
    id: 'd1',
    externalSystem: null,
    externalId: null,
    kind: 'call',
    at: '2026-10-01T10:00:00.001Z',
    text: ' x ',
  },
  { id: 'a7', externalSystem: null, externalId: 'no system', kind: 'note', at: '2026-10-01', text: '\r=x' },
]

test('names that other files have another way to mean, and small units', async () => {
  const made = trial({ now: '2026-11-02' })
  await smallWorkspace(made)
  const lines = [
    ...['id', 'field:id', '*x', '@x', '__proto__', "'@y"].map((name) => ['field', 'add', name]),
    ['field', 'add', 'Long', '--type', 'number'],
    ['manager', 'add', 'Anna [1]'],
    [
      'deal',
      'edit',
      'd1',
      '--contact',
      'Olha',
      '--manager',
      'Anna [1]',
      '--field',
      'id=1',
      '--field',
      'field:id=2',
    ],
    [
      'deal',
      'edit',
      'd1',
      '--field',
      '*x=3',
      '--field',
      '@x=4',
      '--field',
      '__proto__=5',
      '--field',
      "'@y=6",
    ],
    ['deal', 'edit', 'd1', '--title', 'Another', '--field', 'Long=0.30000000000000004'],
    ['deal', 'add', 'Gate', '--at', '2026-10-25T10:00:00.001+02:00'],
    ['deal', 'edit', 'Gate', '--title', 'Fence'],
    ['contact', 'add', 'Mark', '--manager', 'Anna [1]'],
  ]
  for (const line of lines) expect([line, (await made.run([...line, '--quiet'])).err]).toEqual([line, ''])
  const plan =
    'manager,from,until,metric,amount,currency\nAnna [1],2026-10-01,2026-10-31,revenue,12.050,KWD\n'
  for (const [what, stdin] of [
    ['activities', JSON.stringify(TOUCHES)],
    ['plans', plan],
  ] as const)
    expect(await made.run(['import', what, '-', '--decimal', '.', '--quiet'], { stdin })).toMatchObject({
      exit: 0,
    })
  await checkTrips(made, WAYS)
})

test('how far people have come, who sent them and what they wait for', async () => {
  const made = trial({ now: '2026-11-02' })
  await smallWorkspace(made)
  const lines = [
    'contact add Mark --referred-by Olha --lifecycle lead',
    'contact edit Ivan --referred-by Mark --lifecycle mql --at 2026-10-25T03:30+02:00',
    'contact edit Ivan --lifecycle sql --at 2026-10-25',
    'contact edit Olha --lifecycle sql --at 2026-10-01',
    'contact edit Olha --lifecycle lead',
    'contact add Olha --lifecycle mql',
    'want add Ivan =door;',
    'want add Ivan Glass',
    'want add Mark glass',
    'want arrived Glass --make-tasks',
    'want add Mark Oak',
    'deal move d1 won',
  ]
  for (const line of lines)
    expect([line, (await made.run([...line.split(' '), '--quiet'])).err]).toEqual([line, ''])
  await checkTrips(made, WAYS)
})

test('whatever was typed goes out in any form and comes back', async () => {
  let n = 0
  await holdsAfterAnyCommands((made) => checkTrips(made, [WAYS[n++ % WAYS.length] ?? WAYS[0]]), {
    numRuns: 12,
  })
}, 100_000)

test('whatever a day brought goes out in any form and comes back', async () => {
  await fc.assert(
    fc.asyncProperty(dayLines(10), fc.constantFrom(...WAYS), async (lines, way) => {
      const made = trial()
      await dayWorkspace(made)
      for (const { line, now } of lines) await made.run(inFolder(made, line), { now })
      await checkTrips(made, [way])
    }),
    { numRuns: Number(process.env['DAY_RUNS'] ?? 4), interruptAfterTimeLimit: 60_000 },
  )
})

const RUNS = Number(process.env['VORONKA_TRIPS'] ?? 40)

test('whatever is in a workspace goes out in any form and comes back', {
  timeout: 60_000 + 2000 * RUNS,
}, async () => {
  await fc.assert(
    fc.asyncProperty(strangeWorkspace, fc.constantFrom(...WAYS), async (copy, way) => {
      const made = trial()
      const stdin = JSON.stringify({ schema: 'voronka.copy/1', ...copy })
      expect(await made.run(['import', 'all', '-', '--quiet'], { stdin })).toEqual(NOTHING_SAID)
      const whole = (await made.run(['export', 'all'])).out
      const other = ['--db', made.path('other.db')]
      await made.run(['import', 'all', '-', ...other], { stdin: whole })
      expect((await made.run(['export', 'all', ...other])).out).toBe(whole)
      try {
        await checkTrips(made, [way])
      } finally {
        rmSync(made.folder, { recursive: true })
      }
    }),
    // What is lost is said; a smaller workspace that loses it would take long to find.
    { numRuns: RUNS, endOnFailure: true },
  )
})

test('the same workspace is the same bytes', async () => {
  const made = trial()
  await smallWorkspace(made)
  for (const name of ['a', 'b'])
    await made.run(['export', 'history', '--format', 'xlsx', '--output', made.path(name)])
  expect(textOf(made.path('a'))).toBe(textOf(made.path('b')))
})
