import { copyFileSync, rmSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { writeCsv } from './csv.ts'
import { compare, time } from './measure.ts'
import { type Bench, peakMemory, same } from './parts.ts'
import { FILLED, IMPORT_DAY, importSql } from './peer-import.ts'
import { emptyWorkspace } from './workspace.ts'

/** Import of the whole file into an empty workspace, against the shell filling the same tables; and again. */
export function benchImport(bench: Bench): void {
  const csv = bench.made('deals.csv', (path) => writeCsv(path, bench.deals))
  const empty = bench.made('empty.db', (path) => {
    const store = emptyWorkspace(path)
    store.db.raw.pragma('wal_checkpoint(truncate)')
    store.close()
  })
  const ours = bench.path('imported.db')
  const theirs = bench.path('imported-by-hand.db')
  const anew = () => {
    for (const path of [ours, theirs]) {
      for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
      copyFileSync(empty, path)
    }
  }
  const load = bench.voronka(['import', 'deals', csv, '--db', ours, '--now', IMPORT_DAY])
  const peer = bench.sqlite(theirs, importSql(csv, secondaryIndexes(empty)))
  anew()
  const peak = peakMemory(load, bench.folder)
  time(peer)
  for (const table of FILLED) same(`import, ${table}`, fingerprint(ours, table), fingerprint(theirs, table))
  bench.note(
    compare('import / the same by hand', load, [peer], { runs: Math.min(3, bench.runs), before: anew }),
  )
  bench.say(`${''.padEnd(4)}peak memory ${peak.toFixed(0)} MiB`)
  anew()
  const first = time(load)
  const again = time(load)
  bench.note({
    name: 'import of the same file again / the first time',
    wall: again.wall / first.wall,
    cpu: again.cpu / first.cpu,
    seconds: again.wall,
    runs: 1,
  })
}

function secondaryIndexes(path: string): { name: string; sql: string }[] {
  const database = new BetterSqlite3(path, { readonly: true })
  const rows = database
    .prepare(
      `select name, sql from sqlite_schema where type = 'index' and sql is not null
      and tbl_name in ('history', 'deal_state', 'visits', 'deal_contacts') order by rowid`,
    )
    .all() as { name: string; sql: string }[]
  database.close()
  return rows
}

/** How many rows, and a sum over every column: of numbers by their rest, of texts by their length. */
function fingerprint(path: string, table: string): unknown {
  const database = new BetterSqlite3(path, { readonly: true })
  const columns = database.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]
  const sums = columns.map(
    (name) =>
      `sum(case typeof("${name}") when 'null' then -1 when 'text' then length("${name}") else "${name}" % 999983 end) as "${name}"`,
  )
  const row: unknown = database.prepare(`select count(*) as rows, ${sums.join(', ')} from ${table}`).get()
  database.close()
  return row
}
