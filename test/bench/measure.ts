import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'

/** A process to time. Its answer is read from stdout, or goes to a file where it is long. */
export interface Run {
  file: string
  args: readonly string[]
  input?: string
  /** Where stdout goes, instead of being returned. */
  into?: string
  env?: Readonly<Record<string, string>>
}

export interface Timed {
  out: string
  /** Seconds: from start to exit, and of the processor (user and system; to 10 ms, NaN off Linux). */
  wall: number
  cpu: number
}

/** Runs it to its end; throws where it fails. */
export function time(run: Run): Timed {
  const into = run.into === undefined ? undefined : openSync(run.into, 'w')
  const before = childrenCpu()
  const start = process.hrtime.bigint()
  const { status, stdout, stderr, error } = spawnSync(run.file, run.args, {
    env: { ...plainEnvironment(), ...run.env },
    stdio: ['pipe', into ?? 'pipe', 'pipe'],
    input: run.input ?? '',
    maxBuffer: 2 ** 30,
  })
  const wall = Number(process.hrtime.bigint() - start) / 1e9
  const cpu = childrenCpu() - before
  if (into !== undefined) closeSync(into)
  const complaint = String(stderr ?? '')
  if (status !== 0)
    throw new Error(`${run.file} ${run.args.join(' ')}: ${error?.message ?? `exit ${status}\n${complaint}`}`)
  return { out: String(stdout ?? ''), wall, cpu }
}

/** A store of certificates that Node must read triples its start and hides what is measured. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...rest } = process.env
  return { ...rest, LANG: 'C', VORONKA_NOW: '', NO_COLOR: '1' }
}

/** Seconds of the processor that finished children took: fields 16 and 17, in ticks of 10 ms. */
function childrenCpu(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch {
    return Number.NaN
  }
}

export interface Ratio {
  name: string
  /** Medians of the ratios of paired runs. */
  wall: number
  cpu: number
  /** Median seconds of ours. */
  seconds: number
  runs: number
}

/**
 * Ours and the yardstick in turn, so that a machine whose speed drifts slows both; the yardstick may be several
 * processes one after another, each counted so many times as it has `weights`. `times` starts make one run where a
 * single one is too short to be told.
 */
export function compare(
  name: string,
  ours: Run,
  yardstick: readonly Run[],
  {
    runs = 5,
    times = 1,
    before = () => {},
    weights = [],
  }: {
    runs?: number
    times?: number
    before?: (() => void) | undefined
    weights?: readonly number[]
  } = {},
): Ratio {
  const walls: number[] = []
  const cpus: number[] = []
  const seconds: number[] = []
  const all = (list: readonly Run[], weigh: readonly number[] = []) => {
    const sum = { wall: 0, cpu: 0 }
    for (const [at, run] of list.entries()) {
      const cpu = childrenCpu()
      let wall = 0
      for (let i = 0; i < times; i++) {
        before()
        wall += time(run).wall
      }
      const weight = weigh[at] ?? 1
      sum.wall += weight * wall
      sum.cpu += weight * (childrenCpu() - cpu)
    }
    return sum
  }
  all([ours])
  for (let i = 0; i < runs; i++) {
    const a = all([ours])
    const b = all(yardstick, weights)
    walls.push(a.wall / b.wall)
    cpus.push(a.cpu / b.cpu)
    seconds.push(a.wall / times)
  }
  return { name, wall: middle(walls), cpu: middle(cpus), seconds: middle(seconds), runs }
}

export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
