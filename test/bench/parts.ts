import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Ratio, type Run, time } from './measure.ts'

/** What the parts of the benchmark share: where the data lies, how to start either side. */
export class Bench {
  readonly ratios: Ratio[] = []

  constructor(
    readonly folder: string,
    readonly deals: number,
    readonly runs: number,
    readonly say: (line: string) => void,
  ) {}

  path(name: string): string {
    return join(this.folder, name)
  }

  voronka(args: readonly string[], options: Omit<Partial<Run>, 'file' | 'args'> = {}): Run {
    const env = { XDG_CACHE_HOME: this.path('cache') }
    return { file: process.execPath, args: ['bin/voronka.js', ...args], env, ...options }
  }

  sqlite(database: string, sql: string, options: { flags?: readonly string[]; into?: string } = {}): Run {
    const { flags = [], ...rest } = options
    return { file: 'sqlite3', args: [...flags, database], input: sql, ...rest }
  }

  /** The start of Node that a peer in C does without. */
  readonly nothing: Run = { file: process.execPath, args: ['-e', '0'] }

  /** Makes a file of the data once. */
  made(name: string, make: (path: string) => void): string {
    const path = this.path(name)
    if (!existsSync(path)) {
      this.say(`making ${name}`)
      make(path)
    }
    return path
  }

  note(ratio: Ratio): void {
    this.ratios.push(ratio)
    this.say(line(ratio))
  }
}

function line({ name, wall, cpu, seconds, runs }: Ratio): string {
  const figure = (x: number) => (Number.isNaN(x) ? '–' : x.toFixed(2)).padStart(7)
  return `${name.padEnd(62)} ${figure(wall)} ${figure(cpu)} ${seconds.toFixed(2).padStart(8)} s ${String(runs).padStart(3)}`
}

/** Throws unless both sides found the same; nothing is timed that is not the same work. */
export function same(what: string, ours: unknown, theirs: unknown): void {
  const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)]
  if (a !== b)
    throw new Error(`${what}: the figures differ\n ours   ${a.slice(0, 2000)}\n theirs ${b.slice(0, 2000)}`)
}

/** The largest memory of a Node process in MiB, as it says itself at its end. */
export function peakMemory(run: Run, folder: string): number {
  const said = join(folder, 'peak.txt')
  const hook = new URL(`data:text/javascript,${encodeURIComponent(PEAK)}`).href
  time({ ...run, args: ['--import', hook, ...run.args], env: { ...run.env, BENCH_PEAK: said } })
  const peak = Number(readFileSync(said, 'utf8')) / 1024
  rmSync(said)
  return peak
}

const PEAK = `import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS)))`
