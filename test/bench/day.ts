import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { fillBusyWorkspace } from './day-workspace.ts'
import { compare, middle, type Run, type Timed, time } from './measure.ts'
import { type Bench, same } from './parts.ts'

/** The morning after the last of the data. */
const MORNING = '2027-01-01 09:00'

/** Lines of a batch. */
const LINES = 1000

/**
 * The working day on a workspace of as many contacts as deals and ten times as many activities: `busy.db`, for whatever
 * is done by hand in a large file. The yardstick is the start of Node; of writing, the same in an empty workspace.
 */
export function benchDay(bench: Bench): void {
  const file = busy(bench)
  for (const words of [['today'], ['today', '--all'], ['stuck']]) {
    const run = bench.voronka([...words, '--format', 'json', '--db', file, '--now', MORNING])
    same(words.join(' '), JSON.parse(time(run).out).schema, `voronka.${words[0]}/1`)
    noteStart(bench, words.join(' '), run)
  }
}

/** A name, the phone of one, words that all or most records have, a word that nobody has. */
export function benchSearch(bench: Bench): void {
  const file = busy(bench)
  const last = bench.deals / 10
  const phone = `067${String(last).padStart(7, '0')}`
  for (const [text, found] of [
    [`person ${last}`, 1],
    [phone, 1],
    ['nobody', 0],
    ['person', 100],
    ['deal', 300],
    ['about deal', 200],
  ] as const) {
    const run = bench.voronka(['search', text, '--format', 'json', '--db', file, '--now', MORNING])
    // The first search reads what the file was filled with.
    same(`search ${text}`, JSON.parse(time(run).out).length, found)
    noteStart(bench, `search ${text}`, run)
  }
}

export function benchShow(bench: Bench): void {
  const file = busy(bench)
  for (const id of ['c7', 'o5', 'd42']) {
    const run = bench.voronka(['show', id, '--format', 'json', '--db', file, '--now', MORNING])
    same(`show ${id}`, JSON.parse(time(run).out).id, id)
    noteStart(bench, `show ${id}`, run)
  }
}

/**
 * A thousand lines that write, of as many contacts or deals all over the file, in one process and operation; and beside
 * the calls, what a script takes that knows the rows already and does nothing but insert them.
 */
export function benchBatch(bench: Bench): void {
  const [file, target, lines] = [busy(bench), bench.path('batch.db'), bench.path('batch.txt')]
  const count = bench.deals / 10
  const open = bench.voronka(['deal', 'list', '--status', 'open', '--limit', '5000', '--format', 'json'])
  const deals = JSON.parse(time({ ...open, args: [...open.args, '--db', file, '--now', MORNING] }).out) as {
    id: string
    stage: string
  }[]
  const each = (line: (id: number) => string) =>
    Array.from({ length: LINES }, (_, i) => line(1 + ((i * 97) % count)))
  const moves = deals
    .slice(0, LINES)
    .map(({ id, stage }) => `deal move ${id} ${stage === 'Contacted' ? 'Qualified' : 'Contacted'}`)
  const run = bench.voronka(['batch', lines, '--db', target, '--now', MORNING, '--quiet'])
  const undo = bench.voronka(['undo', '--yes', '--quiet', '--db', target, '--now', MORNING])
  replace(target, file)
  for (const [name, written] of [
    ['call', each((id) => `call c${id} talked`)],
    ['call --next', each((id) => `call c${id} talked --next "call again tomorrow 10:00"`)],
    ['task add', each((id) => `task add "call back tomorrow" --about c${id}`)],
    ['deal move', moves],
  ] as const) {
    writeFileSync(lines, `${written.join('\n')}\n`)
    const pairs = Array.from({ length: bench.runs }, () => {
      const pair = { ours: time(run), nothing: time(bench.nothing) }
      time(undo)
      return pair
    })
    noteStarts(bench, `batch of ${written.length} ${name} / node -e 0`, pairs)
  }
  const bare: Run = { file: process.execPath, args: ['-e', BARE, target, String(count)] }
  const pairs = Array.from({ length: bench.runs }, () => ({ ours: time(bare), nothing: time(bench.nothing) }))
  noteStarts(bench, `(a bare script that inserts ${LINES} calls / node -e 0)`, pairs)
}

/** Writes the calls of the batch into their table and their journal alone. */
const BARE = `
  const db = new (require('better-sqlite3'))(process.argv[1])
  for (const pragma of ['journal_mode = wal', 'synchronous = normal', 'cache_size = -32000']) db.pragma(pragma)
  const call = db.prepare("insert into activities(kind, direction, outcome, at, precision, manager_id, contact_id, text) values ('call', 'out', 'answered', ?, 0, 7, ?, 'talked') returning *")
  const change = db.prepare("insert into changes(op, seq, table_name, row_id, row_until, after) values (1, ?, 'activities', ?, ?, ?)")
  const seq = db.prepare('select max(seq) from changes where op = 1').pluck().get()
  db.transaction(() => {
    for (let i = 0; i < ${LINES}; i++) {
      const row = call.get(${Date.parse('2027-01-01T09:00:00Z')}, 1 + (i * 97) % Number(process.argv[2]))
      change.run(seq + 1 + i, row.id, row.id, JSON.stringify(row))
    }
  }).immediate()
  db.close()`

function noteStarts(bench: Bench, name: string, pairs: readonly { ours: Timed; nothing: Timed }[]): void {
  bench.note({
    name,
    wall: middle(pairs.map(({ ours, nothing }) => ours.wall / nothing.wall)),
    cpu: middle(pairs.map(({ ours, nothing }) => ours.cpu / nothing.cpu)),
    seconds: middle(pairs.map(({ ours }) => ours.wall)),
    runs: bench.runs,
  })
}

/** What one more activity costs does not grow with the file. */
export function benchAdding(bench: Bench): void {
  const few = bench.made('busy-few.db', (path) => fillBusyWorkspace(path, 10))
  const [large, small] = [bench.path('call-large.db'), bench.path('call-small.db')]
  replace(large, busy(bench))
  replace(small, few)
  const call = (db: string) =>
    bench.voronka(['call', 'c2', 'talked', '--db', db, '--now', MORNING, '--quiet'])
  bench.note(
    compare('call in the large workspace / in an empty one', call(large), [call(small)], {
      runs: 2 * bench.runs + 1,
      times: 3,
    }),
  )
}

function busy(bench: Bench): string {
  return bench.made('busy.db', (path) => fillBusyWorkspace(path, bench.deals / 10))
}

function noteStart(bench: Bench, name: string, run: Run): void {
  const options = { runs: 2 * bench.runs + 1, times: 3 }
  bench.note(compare(`${name} / node -e 0`, run, [bench.nothing], options))
}

function replace(path: string, by: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
  copyFileSync(by, path)
}
