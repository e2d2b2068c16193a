import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchAdding, benchBatch, benchDay, benchSearch, benchShow } from './day.ts'
import { benchExport } from './export.ts'
import { benchImport } from './import.ts'
import { Bench } from './parts.ts'
import { benchPeople } from './people.ts'
import { benchReports } from './reports.ts'
import { benchSales } from './sales.ts'
import { benchStart } from './start.ts'

const PARTS = {
  start: benchStart,
  import: benchImport,
  people: benchPeople,
  reports: benchReports,
  sales: benchSales,
  export: benchExport,
  day: benchDay,
  search: benchSearch,
  show: benchShow,
  batch: benchBatch,
  adding: benchAdding,
}
/** These have no other program to compare with. */
const ALONE = ['start', 'people', 'day', 'search', 'show', 'batch', 'adding']
const SIZES = { small: 20_000, full: 1_000_000 }

const USAGE = `npm run bench -- [--size small|full] [--only ${Object.keys(PARTS).join('|')}] [--runs N] [--data FOLDER]
Ratios of ours to a yardstick that did the same work, checked to give the same figures: medians of paired runs.
For people the yardstick is the same with fewer of them: twice as many are to take twice as long, and no more memory.
The day, search, show, batch and adding have a tenth of the deals, as many contacts and ten times as many activities.
Medians of the whole history are held against DuckDB too where python3, or the Python VORONKA_DUCKDB names, has it.
The data are made anew from a fixed seed, or kept in FOLDER from one time to the next (full: 3 GB, some minutes).
`

function main(): void {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: 'small' },
      only: { type: 'string', multiple: true },
      runs: { type: 'string', default: '5' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const deals = Object.entries(SIZES).find(([name]) => name === values.size)?.[1]
  const parts = Object.entries(PARTS).filter(([name]) => values.only?.includes(name) ?? true)
  if (values.help || deals === undefined || parts.length === 0) {
    process.stdout.write(USAGE)
    return
  }
  const folder = values.data ?? mkdtempSync(join(tmpdir(), 'voronka-bench-'))
  mkdirSync(folder, { recursive: true })
  const say = (text: string) => process.stdout.write(`${text}\n`)
  const bench = new Bench(folder, deals, Number(values.runs), say)
  const peer = spawnSync('sqlite3', ['--version'], { encoding: 'utf8' })
  try {
    say(
      `${deals} deals; Node ${process.versions.node}; sqlite3 ${peer.stdout?.split(' ')[0] ?? 'is not there'}`,
    )
    say(`${'ratio, ours / yardstick'.padEnd(62)}    wall     cpu       ours  runs`)
    for (const [name, part] of parts)
      if (!ALONE.includes(name) && peer.error !== undefined)
        say(`${name}: skipped, there is no sqlite3 to compare with`)
      else part(bench)
  } finally {
    if (values.data === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

main()
