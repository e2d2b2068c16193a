import { copyFileSync, rmSync } from 'node:fs'
import { writeContacts } from './contacts.ts'
import { REPORT_DAY } from './deals.ts'
import { type Run, type Timed, time } from './measure.ts'
import { type Bench, peakMemory, same } from './parts.ts'
import { emptyWorkspace } from './workspace.ts'

/** The most contacts that a workspace is meant to hold. */
const MOST = 200_000

interface Size {
  count: number
  import: Measured
  other: Measured
  dupes: Measured
}

interface Measured extends Timed {
  /** MiB. */
  peak: number
}

/** Contacts with their likenesses found, by how many there are: the work is to grow with them, the memory not. */
export function benchPeople(bench: Bench): void {
  const most = Math.min(MOST, bench.deals)
  const sizes = [most / 4, most / 2, most].map((count) => measured(bench, count))
  const [quarter, half, whole] = sizes
  if (quarter === undefined || half === undefined || whole === undefined) return
  for (const [what, of] of [
    ['import contacts', (size: Size) => size.import],
    ['the same people of another system', (size: Size) => size.other],
    ['dupes', (size: Size) => size.dupes],
  ] as const) {
    for (const part of [half, quarter])
      bench.note({
        name: `${what}, ${whole.count} / ${part.count}`,
        wall: of(whole).wall / of(part).wall,
        cpu: of(whole).cpu / of(part).cpu,
        seconds: of(whole).wall,
        runs: 1,
      })
    const peaks = sizes.map((size) => of(size).peak.toFixed(0)).join(', ')
    bench.say(`${''.padEnd(4)}peak memory ${peaks} MiB`)
  }
}

function measured(bench: Bench, count: number): Size {
  const file = bench.path(`contacts-${count}.csv`)
  const other = bench.path(`contacts-${count}-other.csv`)
  writeContacts(file, count)
  // Two of ten or so are in the workspace already, under an id of the other system.
  writeContacts(other, count, { first: 1 + Math.round(count * 0.8), system: 'B' })
  const empty = bench.path('no-people.db')
  const ours = bench.path('people.db')
  fresh(empty)
  const store = emptyWorkspace(empty)
  store.db.raw.pragma('wal_checkpoint(truncate)')
  store.close()
  const end = ['--db', ours, '--now', REPORT_DAY, '--format', 'json']
  const run = (...args: string[]) => bench.voronka([...args, ...end])
  const first = twice(bench, run('import', 'contacts', file, '--system', 'A'), () => replace(ours, empty))
  const { rows, created } = JSON.parse(first.out)
  same('contacts', [rows, created], [count, count])
  const dupes = twice(bench, run('dupes', 'contact', '--limit', '5'), () => {})
  const one = bench.path('one-system.db')
  replace(one, ours)
  const again = run('import', 'contacts', other, '--system', 'B', '--duplicates', 'fill')
  const alike = twice(bench, again, () => replace(ours, one))
  return { count, import: first, other: alike, dupes }
}

function twice(bench: Bench, run: Run, before: () => void): Measured {
  before()
  const peak = peakMemory(run, bench.folder)
  before()
  return { ...time(run), peak }
}

function replace(path: string, by: string): void {
  fresh(path)
  copyFileSync(by, path)
}

function fresh(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
}
