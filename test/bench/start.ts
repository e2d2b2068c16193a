import { REPORT_DAY } from './deals.ts'
import { compare, time } from './measure.ts'
import { type Bench, same } from './parts.ts'
import { fillWorkspace } from './workspace.ts'

/** Starts, with the compiled code kept by the run before, against that of Node alone. */
export function benchStart(bench: Bench): void {
  const file = bench.made('few.db', (path) => fillWorkspace(path, 300))
  const options = { runs: 2 * bench.runs + 1, times: 8 }
  const version = bench.voronka(['--version'])
  same('--version', /^\d+\.\d+\.\d+\n$/.test(time(version).out), true)
  bench.note(compare('--version / node -e 0', version, [bench.nothing], options))
  for (const [name, words] of [
    ['funnel of 300 deals', ['--format', 'json']],
    ['funnel of 300 deals by manager, as a table', ['--by', 'manager']],
  ] as const) {
    const funnel = bench.voronka(['funnel', 'all', '--db', file, '--now', REPORT_DAY, ...words])
    bench.note(compare(`${name} / node -e 0`, funnel, [bench.nothing], options))
  }
}
