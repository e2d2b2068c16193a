import { copyFileSync, rmSync } from 'node:fs'
import { fillBusyWorkspace } from './day-workspace.ts'
import { compare, time } from './measure.ts'
import { type Bench, same } from './parts.ts'

/** The morning after the last of the data. */
const MORNING = '2027-01-01 09:00'

/**
 * The working day on a workspace of as many contacts as deals and ten times as many activities: `busy.db`, for whatever
 * is done by hand in a large file. The yardstick is the start of Node; of writing, the same in an empty workspace.
 */
export function benchDay(bench: Bench): void {
  const file = bench.made('busy.db', (path) => fillBusyWorkspace(path, bench.deals / 10))
  const options = { runs: 2 * bench.runs + 1, times: 3 }
  for (const words of [['today'], ['today', '--all'], ['stuck']]) {
    const run = bench.voronka([...words, '--format', 'json', '--db', file, '--now', MORNING])
    same(words.join(' '), JSON.parse(time(run).out).schema, `voronka.${words[0]}/1`)
    bench.note(compare(`${words.join(' ')} / node -e 0`, run, [bench.nothing], options))
  }
  benchCall(bench, file)
}

function benchCall(bench: Bench, file: string): void {
  const few = bench.made('busy-few.db', (path) => fillBusyWorkspace(path, 10))
  const [large, small] = [bench.path('call-large.db'), bench.path('call-small.db')]
  const anew = () => {
    for (const path of [large, small])
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
    copyFileSync(file, large)
    copyFileSync(few, small)
  }
  anew()
  const call = (db: string) =>
    bench.voronka(['call', 'c2', 'talked', '--db', db, '--now', MORNING, '--quiet'])
  bench.note(
    compare('call in the large workspace / in an empty one', call(large), [call(small)], {
      runs: 2 * bench.runs + 1,
    }),
  )
}
