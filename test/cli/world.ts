import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandSpec } from '../../src/cli/command.ts'
import { COMMANDS } from '../../src/cli/commands.ts'
import { run } from '../../src/cli/run.ts'
import type { Ask, World } from '../../src/world.ts'
import { freshFolder } from '../support/folders.ts'

export interface Ran {
  exit: number
  out: string
  err: string
}

export interface Trial {
  /** A folder of its own, taken away after the tests of the file. */
  folder: string
  path(name: string): string
  /** Runs one command line (words as a shell would split them) on the trial's workspace. */
  run(argv: readonly string[], options?: RunOptions): Promise<Ran>
}

export interface RunOptions {
  env?: Record<string, string>
  /** The clock, as `VORONKA_NOW` takes it. */
  now?: string
  stdin?: string | Uint8Array
  /** Columns of the terminal that stdout and stderr are; none by default. */
  terminal?: number
  ask?: Ask
  /** The zone of the machine; UTC by default. */
  zone?: string
  /** The clock of the machine, ms UTC. */
  clock?: number
  /** How commands of rules are run; they cannot be by default. */
  execute?: World['execute']
  /** A table of commands other than the real one. */
  commands?: readonly CommandSpec[]
}

/** A workspace file's surroundings in a fresh folder: in-process commands with everything they print. */
export function trial(defaults: RunOptions = {}): Trial {
  const folder = freshFolder()
  const path = (name: string) => join(folder, name)
  return {
    folder,
    path,
    run: async (argv, options = {}) => {
      const merged = { ...defaults, ...options }
      let out = ''
      let err = ''
      const columns = merged.terminal
      const sink = (take: (text: string) => void) => ({
        write: take,
        drain: async () => true,
        isTTY: columns !== undefined,
        columns,
      })
      const world: World = {
        env: {
          VORONKA_DB: path('trial.db'),
          VORONKA_NOW: merged.now ?? '2026-10-14',
          NO_COLOR: '1',
          LANG: 'C',
          ...merged.env,
        },
        out: sink((text) => {
          out += text
        }),
        err: sink((text) => {
          err += text
        }),
        stdin: {
          isTTY: columns !== undefined,
          bytes: async function* () {
            yield typeof merged.stdin === 'string'
              ? Buffer.from(merged.stdin)
              : (merged.stdin ?? new Uint8Array())
          },
        },
        clock: () => merged.clock ?? Date.UTC(2026, 9, 14, 9, 0, 0),
        systemZone: () => merged.zone ?? 'UTC',
        homeFolder: () => folder,
        tempFolder: () => folder,
        ask: async () => {
          if (merged.ask === undefined) throw new Error('nobody to ask in this test')
          return merged.ask
        },
        ...(merged.execute !== undefined && { execute: merged.execute }),
      }
      const exit = await run(argv, world, merged.commands ?? COMMANDS)
      return { exit, out, err }
    },
  }
}

/** The text of a file of the trial. */
export function textOf(path: string): string {
  return readFileSync(path, 'utf8')
}
