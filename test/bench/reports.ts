import { MANAGERS, REPORT_DAY, STAGES, WON } from './deals.ts'
import { compare, type Run, time } from './measure.ts'
import { type Bench, same } from './parts.ts'
import { cohortSql, eventsSql, type Span, snapshotSql } from './peer-funnel.ts'
import { fillWorkspace } from './workspace.ts'

const QUARTER = { name: '2026-Q2', from: Date.UTC(2026, 3, 1), until: Date.UTC(2026, 6, 1) }
const DAY = 86_400_000

/** Funnels of a workspace with whole histories against hand-written SQL on the same file, and as of past days. */
export function benchReports(bench: Bench): void {
  const file = bench.made('workspace.db', (path) => fillWorkspace(path, bench.deals))
  const funnel = (...words: string[]) =>
    bench.voronka(['funnel', ...words, '--db', file, '--now', REPORT_DAY, '--format', 'json'])
  const against = (
    name: string,
    ours: Run,
    sql: string,
    check: (ours: Funnel, theirs: string[][]) => void,
  ) => {
    const theirs = bench.sqlite(file, sql)
    check(JSON.parse(time(ours).out), cells(time(theirs).out))
    bench.note(compare(name, ours, [theirs, bench.nothing], { runs: bench.runs }))
  }
  for (const [period, span] of [
    [QUARTER.name, QUARTER],
    ['all', undefined],
  ] as const) {
    against(`funnel ${period} / SQL`, funnel(period), cohortSql(span, false), sameCohort)
    against(
      `funnel ${period} --by manager / SQL`,
      funnel(period, '--by', 'manager'),
      cohortSql(span, true),
      sameCohort,
    )
  }
  const events = funnel(QUARTER.name, '--mode', 'events')
  against(`funnel ${QUARTER.name} --mode events / SQL`, events, eventsSql(QUARTER), sameRows)
  const snapshot = funnel(QUARTER.name, '--mode', 'snapshot')
  against(`funnel ${QUARTER.name} --mode snapshot / SQL`, snapshot, snapshotSql(QUARTER), sameSnapshot)
  for (const [period, day] of [
    ['all', '2025-06-30'],
    ['all', '2026-11-30'],
    ['2025-Q2', '2025-06-30'],
    ['2025-Q2', '2025-07-31'],
  ] as const) {
    const past = funnel(period, '--as-of', day)
    const sql = asOfSql(day, period === 'all' ? undefined : SECOND_QUARTER_2025)
    sameEntered(JSON.parse(time(past).out), cells(time(bench.sqlite(file, sql)).out))
    bench.note(
      compare(`funnel ${period} --as-of ${day} / as of today`, past, [funnel(period)], { runs: bench.runs }),
    )
  }
}

const SECOND_QUARTER_2025: Span = { from: Date.UTC(2025, 3, 1), until: Date.UTC(2025, 6, 1) }

interface FunnelRow {
  entered: number
  lostHere: number
  openHere: number
  amount: number
  medianDays: number | null
}

interface Funnel {
  stages: FunnelRow[]
  groups?: { key: string; stages: FunnelRow[] }[]
}

function cells(text: string): string[][] {
  return text
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => row.split('|'))
}

/** Every count, sum and median, of the whole and of every manager. */
function sameCohort(ours: Funnel, theirs: string[][]): void {
  const bodies = new Map([[0, ours.stages]])
  for (const { key, stages } of ours.groups ?? []) bodies.set(MANAGERS.indexOf(key) + 1, stages)
  const expected = [...bodies].flatMap(([m, rows]) =>
    rows.flatMap(({ entered, lostHere, openHere, amount, medianDays }, k) => [
      [m, k, entered, lostHere ?? 0, openHere ?? 0, Math.round(amount * 100)],
      ...(medianDays === null ? [] : [[m, k + 1, medianDays]]),
    ]),
  )
  const found = theirs
    .map((row) => row.map(Number))
    .map((row) => (row.length > 3 ? row : [row[0] ?? 0, row[1] ?? 0, days(row[2] ?? 0)]))
  // Time spent in Won or Lost by deals that were opened again is no row of a funnel.
  same('funnel', ordered(expected), ordered(found.filter((row) => row.length > 3 || (row[1] ?? 0) < WON)))
}

/** Who is in each row, and their amount. */
function sameRows(ours: Funnel, theirs: string[][]): void {
  const expected = ours.stages.map(({ entered, amount }, k) => [k + 1, entered, Math.round(amount * 100)])
  const found = theirs.map((row) => row.map(Number)).filter(([stage = 0]) => stage <= WON)
  same('funnel', ordered(expected), ordered(found))
}

/** The same, and how long they had stood in each stage. */
function sameSnapshot(ours: Funnel, theirs: string[][]): void {
  sameRows(
    ours,
    theirs.filter((row) => row.length === 3),
  )
  const medians = theirs.flatMap(([label, , stage, ms]) =>
    label === 'median' && Number(stage) < WON ? [[Number(stage), days(Number(ms))]] : [],
  )
  const expected = ours.stages.flatMap(({ medianDays }, k) =>
    medianDays === null ? [] : [[k + 1, medianDays]],
  )
  same('medians', ordered(expected), ordered(medians))
}

/** As JSON carries them. */
function days(ms: number): number {
  return Math.round((ms / DAY) * 1e4) / 1e4
}

/**
 * What a past day looked like, by hand from the stays as they were: of the deals made by then, how many had entered
 * each row, and how many of them were won.
 */
function asOfSql(day: string, span: Span | undefined): string {
  const t = Date.parse(day) + DAY
  const within = span === undefined ? '' : `and d.created_at >= ${span.from} and d.created_at < ${span.until}`
  return `create temp table furthest as
    select d.id, max(case when v.stage_id <= ${STAGES.length} then v.stage_id - 1 else 0 end) as k,
      max(v.stage_id = ${WON} and (v.left_at is null or v.left_at >= ${t})) as won
    from deals d cross join visits v on v.deal_id = d.id
    where v.entered_at < ${t} and d.created_at < ${t} ${within} group by d.id;
  select r.value + 1, count(*) filter (where won or k >= r.value) from furthest,
    json_each('${JSON.stringify([...STAGES, 'Won'].map((_, k) => k))}') r group by r.value;`
}

function sameEntered(ours: Funnel, theirs: string[][]): void {
  const expected = ours.stages.map(({ entered }, k) => [k + 1, entered])
  same(
    'funnel',
    expected,
    theirs.map((row) => row.map(Number)),
  )
}

function ordered(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return [...rows].sort(
    (a, b) => a.length - b.length || (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0),
  )
}
