import { REPORT_DAY, STAGES } from './deals.ts'
import { DURATIONS, duck, fillDuck, isDuckThere } from './duck.ts'
import { compare, type Run, time } from './measure.ts'
import { type Bench, same } from './parts.ts'
import { cohortSql, type Span } from './peer-funnel.ts'
import {
  durationsSql,
  forecastSql,
  lifecycleSql,
  lossesSql,
  matureSql,
  planSql,
  reconcileSql,
  retentionSql,
  teamSql,
  weakestSql,
} from './peer-sales.ts'
import {
  againstFacts,
  againstTold,
  conversionFacts,
  durationsFacts,
  durationsTold,
  type Facts,
  forecastFacts,
  lifecycleFacts,
  lifecycleTold,
  lossesFacts,
  planFacts,
  reconcileFacts,
  reconcileTold,
  retentionFacts,
  sorted,
  type Told,
  teamFacts,
  teamTold,
  weakestFacts,
  weakestTold,
} from './sales-facts.ts'
import { fillWorkspace } from './workspace.ts'

const QUARTER: Span = { from: Date.UTC(2026, 3, 1), until: Date.UTC(2026, 6, 1) }
const BEFORE: Span = { from: Date.UTC(2026, 0, 1), until: QUARTER.from }
/** As old as those of the quarter are on the day of the reports, the deals of the quarter before were then. */
const AS_OLD = Date.UTC(2026, 9, 2)
const YEAR: Span = { from: BEFORE.from, until: Date.UTC(2027, 0, 1) }
const MONTH: Span = { from: Date.UTC(2026, 11, 1), until: YEAR.until }

/** The month to come: its plan holds the forecast. */
const NEXT: Span = { from: YEAR.until, until: Date.UTC(2027, 1, 1) }
/** Of a third of the open deals, about 10,000 of a full workspace. */
const THIRD = ['Website', 'Ads']

const BOUND = 1.5

/** A report, its peer, and what both must tell alike. */
interface Case {
  words: readonly string[]
  /** What is asked of the peer, where ours says what, and what ours tells. */
  of: (answer: string) => { sql: string; facts: Facts }
  /** The same of a row of the peer; an empty one tells nothing. */
  told: Told
}

const CASES: readonly Case[] = [
  ...['2026-Q2', 'all'].flatMap((period) => {
    const span = period === 'all' ? undefined : QUARTER
    return [
      report(['durations', period], () => durationsSql(span), durationsFacts, durationsTold),
      report(['losses', period], () => lossesSql(span), lossesFacts),
      report(['team', period], () => teamSql(span), teamFacts, teamTold),
    ]
  }),
  report(
    ['weakest', '2026-Q2'],
    ({ weakest, candidate }) =>
      weakestSql(QUARTER, BEFORE, AS_OLD, STAGES.indexOf((weakest ?? candidate)?.stage ?? '')),
    weakestFacts,
    weakestTold,
  ),
  report(['conversion', 'all', '--mature'], ({ mature }) => matureSql(mature.since), conversionFacts),
  report(
    ['funnel', '2026-Q2', '--against', 'template'],
    () => cohortSql(QUARTER, false),
    againstFacts,
    againstTold,
  ),
  report(['retention', '2026'], () => retentionSql(YEAR), retentionFacts),
  report(['lifecycle', 'all'], lifecycleSql, lifecycleFacts, lifecycleTold),
  report(['forecast', '2027-01'], () => forecastSql(), forecastFacts),
  report(
    ['forecast', '2027-01', ...THIRD.flatMap((source) => ['--source', source])],
    () => forecastSql(THIRD),
    forecastFacts,
  ),
  report(['plan', '2026-12'], () => planSql(MONTH), planFacts),
  report(
    ['plan', '2027-01'],
    () => planSql(NEXT) + forecastSql(),
    planFacts,
    ([what = '', ...row]) => (what === 'plan' ? [what, ...row.map((cell) => cell || 0)] : []),
  ),
  report(['funnel', '2026-Q2', '--reconcile'], () => reconcileSql(QUARTER), reconcileFacts, reconcileTold),
]

function report<Json>(
  words: readonly string[],
  sql: (json: Json) => string,
  facts: (json: Json) => Facts,
  told: Told = (row) => row,
): Case {
  return {
    words,
    of: (answer) => {
      const json: Json = JSON.parse(answer)
      return { sql: sql(json), facts: facts(json) }
    },
    told,
  }
}

/**
 * What the head of sales decides from, on a workspace with whole histories, against what it may take: so many times
 * hand-written SQL for the same facts, and one start of the program. Within 1 is within the bound; of a small workspace
 * it is the start that is measured.
 */
export function benchSales(bench: Bench): void {
  const file = bench.made('workspace.db', (path) => fillWorkspace(path, bench.deals))
  const few = bench.made('few.db', (path) => fillWorkspace(path, 300))
  const run = (words: readonly string[], db = file): Run =>
    bench.voronka([...words, '--db', db, '--now', REPORT_DAY, '--format', 'json'])
  const start = run(['funnel', '2026-Q2'], few)
  const options = { runs: bench.runs, weights: [BOUND, 1] }
  for (const { words, of, told } of CASES) {
    const name = words.join(' ')
    const { sql, facts } = of(time(run(words)).out)
    const peer = bench.sqlite(file, sql)
    const rows = time(peer).out.trimEnd().split('\n')
    same(name, sorted(facts), sorted(rows.map((row) => told(row.split('|')))))
    bench.note(compare(`${name} / (${BOUND} × SQL + a start)`, run(words), [peer, start], options))
  }
  againstDuck(bench, file, run(['durations', 'all']), start)
  const board: { blocks: { block: string }[] } = JSON.parse(time(run(['dashboard'])).out)
  const blocks = board.blocks.map(({ block }) => run(block.split(' ')))
  const slowest = blocks.map((block) => ({ block, ...time(block) })).sort((a, b) => b.cpu - a.cpu)[0]?.block
  if (slowest === undefined) return
  const name = `dashboard of ${blocks.length} / ${slowest.args[1]}, its slowest block`
  bench.note(compare(name, run(['dashboard']), [slowest], { runs: bench.runs }))
}

/** Medians of the whole history against a store by columns, on one thread and on two; what its Python starts is left out. */
function againstDuck(bench: Bench, file: string, ours: Run, start: Run): void {
  const name = `${ours.args[1]} ${ours.args[2]} / (${BOUND} × DuckDB + a start)`
  if (!isDuckThere()) {
    bench.say(`${name}: skipped, no Python has it; VORONKA_DUCKDB may name one`)
    return
  }
  const database = bench.made('sales.duckdb', (path) => fillDuck(bench, file, path))
  const facts = sorted(durationsFacts(JSON.parse(time(ours).out)))
  for (const threads of [1, 2]) {
    const peer = duck(database, threads, DURATIONS)
    const rows = time(peer).out.trimEnd().split('\n')
    same(name, facts, sorted(rows.map((row) => durationsTold(row.split('|')))))
    const options = { runs: bench.runs, weights: [BOUND, -BOUND, 1] }
    const said = `${name}, ${threads === 1 ? 'a thread' : 'two threads'}`
    bench.note(compare(said, ours, [peer, duck(database, threads, ''), start], options))
  }
}
