import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { WON } from './deals.ts'
import { type Run, time } from './measure.ts'
import type { Bench } from './parts.ts'

/** A Python that has DuckDB; another one is named by `VORONKA_DUCKDB`. */
const PYTHON = process.env['VORONKA_DUCKDB'] || 'python3'

/** Runs what it reads, statement by statement, and prints rows as the `sqlite3` shell does. */
const SHELL = `import sys, duckdb
c = duckdb.connect(sys.argv[1], config={'threads': int(sys.argv[2])})
for sql in sys.stdin.read().split(';'):
    if sql.strip():
        for row in c.execute(sql).fetchall(): print(*row, sep='|')`

export function isDuckThere(): boolean {
  return spawnSync(PYTHON, ['-c', 'import duckdb']).status === 0
}

export function duck(database: string, threads: number, sql: string): Run {
  return { file: PYTHON, args: ['-c', SHELL, database, String(threads)], input: sql }
}

const COPIED = {
  visits: 'deal_id, stage_id, total',
  won_stays: 'stage_id, total',
  deal_state: 'deal_id, pipeline_id, stage_id, removed, outcome, created_at, closed_at, amount',
}

/** Tables of a workspace as DuckDB itself would hold them. */
export function fillDuck(bench: Bench, workspace: string, path: string): void {
  const csv = bench.path('duck.csv')
  for (const [table, columns] of Object.entries(COPIED)) {
    const flags = ['-csv', '-header']
    time(bench.sqlite(workspace, `select ${columns} from ${table};`, { flags, into: csv }))
    time(duck(path, 2, `create table ${table} as select * from read_csv('${csv}', header = true)`))
  }
  rmSync(csv)
}

/** The facts of durations of the whole history, as `durationsSql` asks SQLite for them. */
export const DURATIONS = `
select 'stage', v.stage_id, count(*), median(total), quantile_disc(total, 0.75), quantile_disc(total, 0.9), avg(total),
    count(*) filter (total > norm)
  from deal_state join visits v using (deal_id)
  join (select stage_id, quantile_disc(total, 0.9) as norm from won_stays group by 1) n on n.stage_id = v.stage_id
  where pipeline_id = 1 and removed = 0 and total is not null and v.stage_id < ${WON} group by 2;
select 'open', stage_id, count(*) from deal_state where pipeline_id = 1 and removed = 0 and outcome = 0 group by 2;
select 'deals', count(*) from deal_state where pipeline_id = 1 and removed = 0;
select 'end', outcome, count(*), median(closed_at - created_at), avg(closed_at - created_at)
  from deal_state where pipeline_id = 1 and removed = 0 and outcome <> 0 group by 2;
select 'amount', avg(amount) from deal_state where pipeline_id = 1 and removed = 0 and outcome = 1;
select 'worked', count(*) from deal_state where pipeline_id = 1 and removed = 0`
