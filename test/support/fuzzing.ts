import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { expect } from 'vitest'
import { examine } from '../../src/store/doctor.ts'
import { Store } from '../../src/store/store.ts'
import { type Ran, type RunOptions, type Trial, trial } from '../cli/world.ts'
import { processorTime } from './processor.ts'
import { type Imported, KINDS } from './strange-tables.ts'

/**
 * In all, over all files of fuzz tests. For a long night: VORONKA_FUZZ=100000 npx vitest run test/fuzz --maxWorkers=1; the same again: VORONKA_FUZZ_SEED,
 * as a failure prints it.
 */
const RUNS = Number(process.env['VORONKA_FUZZ'] ?? (process.env['CI'] === undefined ? 500 : 2000))
const SEED = Number(process.env['VORONKA_FUZZ_SEED'] ?? 20261014)

/** A fault of the program (70) is not among them. */
const DOCUMENTED = [0, 1, 2, 65, 66, 73, 74, 75, 77, 78, 130]
const SLOW_MS = 5000
/** A minute without a word: nothing but a loop that waits for nobody. */
const HUNG_MS = 60_000

/** Milliseconds that a test of so many runs may take. */
export const TIMEOUT = 120_000 + RUNS * 1000

/** Tries inputs, so many of all; gives how many. Whatever never ends is ended, and said. */
export async function fuzz<T>(
  share: number,
  inputs: fc.Arbitrary<T>,
  check: (input: T) => Promise<void>,
): Promise<number> {
  const numRuns = Math.ceil(RUNS * share)
  const watch = new Watch()
  try {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        watch.tick()
        const before = processorTime()
        await check(input)
        expect(processorTime() - before).toBeLessThan(SLOW_MS)
      }),
      { numRuns, seed: SEED, timeout: HUNG_MS },
    )
  } finally {
    await watch.end()
  }
  return numRuns
}

const WATCHING = `
  const { workerData: { beats, most, seed } } = require('node:worker_threads')
  let seen = -1, since = Date.now()
  setInterval(() => {
    if (beats[0] !== seen) { seen = beats[0]; since = Date.now() }
    else if (Date.now() - since > most) {
      require('node:fs').writeSync(2, 'Input ' + seen + ' of seed ' + seed + ' never ends: it is left in the folder voronka-test-*\\n')
      process.kill(process.pid, 'SIGKILL')
    }
  }, 1000)`

/** Watches from a thread of its own, which a loop in this one does not stop. */
class Watch {
  readonly #beats = new Int32Array(new SharedArrayBuffer(4))
  readonly #worker = new Worker(WATCHING, {
    eval: true,
    workerData: { beats: this.#beats, most: 2 * HUNG_MS, seed: SEED },
  })

  tick(): void {
    Atomics.add(this.#beats, 0, 1)
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}

/** What a workspace holds. */
interface Look {
  /** Of the file. */
  readonly bytes: Buffer
  /** Every row of every table. */
  readonly all: string
  /** Of them those in force, without the journal. */
  readonly inForce: string
}

const JOURNAL = ['operations', 'changes']
const CARRYING_OPERATIONS = ['deals', 'history']

/** Looks into a workspace, which must be sound. One that is byte by byte what is `known` needs no second look. */
export function look(path: string, ...known: readonly Look[]): Look {
  const bytes = readFileSync(path)
  const same = existsSync(`${path}-wal`) ? undefined : known.find((one) => one.bytes.equals(bytes))
  if (same !== undefined) return same
  const store = Store.open(path)
  try {
    expect(examine(store).findings).toEqual([])
    const tables = store.db
      .prepare(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'search%' order by name",
      )
      .pluck()
      .all() as string[]
    const all = createHash('sha1')
    const inForce = createHash('sha1')
    for (const table of tables) {
      const columns = store.db.prepare('select count(*) from pragma_table_info(?)').pluck().get(table)
      const order = columns === 1 ? '1' : '1, 2'
      const rows = (where: string) =>
        JSON.stringify(store.db.prepare(`select * from ${table} ${where} order by ${order}`).raw().all())
      const every = rows('')
      all.update(table).update(every)
      if (!JOURNAL.includes(table))
        inForce
          .update(table)
          .update(CARRYING_OPERATIONS.includes(table) ? rows('where retracted = 0') : every)
    }
    return { bytes, all: all.digest('base64'), inForce: inForce.digest('base64') }
  } finally {
    store.close()
  }
}

const SET_UP = [
  'init --stages New,Offer',
  'field add Rooms --type number',
  'manager add Anna',
  'company add Acme --phone +12025550100',
  'contact add Olga --email olga@example.com --company Acme',
  'deal add Kept --amount 100 --manager Anna --company Acme --contact Olga --id 1 --field Rooms=2',
  'deal move d1 Offer',
  'deal add Sold --amount 7 --tag a --id 2',
  'won d2',
  'deal add Gone --manager Anna',
  'lost d3 price',
]
const FILES: readonly (readonly [Imported, string])[] = [
  [
    'activities',
    'id,kind,at,duration,manager,contact,deal,text\n1,call,2026-02-01 10:00,60,Anna,Olga,Kept,x\n2,note,2026-02-02,,,,,y\n',
  ],
  ['tasks', 'id,text,due,manager,state\n1,Call,2026-03-01,Anna,\n2,Send,2026-03-02,,done\n'],
  [
    'plans',
    'manager,from,until,metric,amount\nAnna,2026-01-01,2026-01-31,revenue,100\n,2026-01-01,2026-01-31,calls,5\n',
  ],
]

/** A small workspace that every input finds as it was, so that one can be tried again by itself. */
export class Arena {
  readonly input: string
  readonly begun: Look

  private constructor(
    private readonly room: Trial,
    /** What its exports say, by kind, and the full copy. */
    readonly own: Readonly<Record<Imported | 'all', string>>,
  ) {
    this.input = room.path('input.csv')
    copyFileSync(room.path('trial.db'), room.path('begun.db'))
    this.begun = look(this.workspace)
  }

  static async make(): Promise<Arena> {
    const room = trial()
    for (const line of SET_UP) await must(room.run(line.split(' ')))
    for (const [kind, stdin] of FILES) await must(room.run(['import', kind, '-'], { stdin }))
    const own: Partial<Record<Imported | 'all', string>> = {}
    for (const what of [...KINDS, 'all'] as const) own[what] = (await must(room.run(['export', what]))).out
    return new Arena(room, own as Record<Imported | 'all', string>)
  }

  get workspace(): string {
    return this.room.path('trial.db')
  }

  path(name: string): string {
    return this.room.path(name)
  }

  /** The workspace as it was, and an input beside it. */
  begin(bytes: Uint8Array): void {
    for (const name of readdirSync(this.room.folder))
      if (name !== 'begun.db') rmSync(this.room.path(name), { recursive: true })
    copyFileSync(this.room.path('begun.db'), this.workspace)
    writeFileSync(this.input, bytes)
  }

  /** Runs a command line, which must end in a documented way and say why where it does not do what it was told. */
  async run(argv: readonly string[], options?: RunOptions): Promise<Ran> {
    const ran = await this.room.run(argv, options)
    if (!DOCUMENTED.includes(ran.exit)) throw new Error(`${argv.join(' ')}: exit ${ran.exit}: ${ran.err}`)
    if (ran.exit !== 0) expect(ran.err).not.toBe('')
    expectReadable(ran.err)
    return ran
  }

  /** Nothing is left lying about but what was asked for. */
  expectTidy(...asked: readonly string[]): void {
    const usual = ['begun.db', 'input.csv', 'trial.db', 'trial.db-shm', 'trial.db-wal', ...asked]
    expect(readdirSync(this.room.folder).filter((name) => !usual.includes(name))).toEqual([])
  }

  has(name: string): boolean {
    return existsSync(this.room.path(name))
  }
}

async function must(running: Promise<Ran>): Promise<Ran> {
  const ran = await running
  if (ran.exit !== 0) throw new Error(ran.err)
  return ran
}

/** Nothing that a terminal would obey. */
function expectReadable(text: string): void {
  expect(text.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g)).toBeNull()
}
