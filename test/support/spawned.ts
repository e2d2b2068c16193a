import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { freshFolder } from './folders.ts'

const PROGRAM = resolve(import.meta.dirname, '../../bin/voronka.js')

export interface Spawned {
  folder: string
  path(name: string): string
  env: NodeJS.ProcessEnv
  /** A line of a shell in which `voronka` is the program, as people and scripts type it. */
  shell(line: string, env?: NodeJS.ProcessEnv): { exit: number | null; out: string; err: string }
}

/** The program as it runs outside the tests: a process of its own, in a home of its own. */
export function spawned(env: NodeJS.ProcessEnv = {}): Spawned {
  const folder = freshFolder()
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  symlinkSync(PROGRAM, join(bin, 'voronka'))
  writeFileSync(join(bin, 'node'), `#!/bin/sh\nexec "${process.execPath}" "$@"\n`)
  chmodSync(join(bin, 'node'), 0o755)
  const home: NodeJS.ProcessEnv = {
    PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`,
    HOME: folder,
    LANG: 'C',
    TZ: 'UTC',
    VORONKA_NOW: '2026-10-14',
    ...env,
  }
  return {
    folder,
    path: (name) => join(folder, name),
    env: home,
    shell: (line, more = {}) => {
      const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
        cwd: folder,
        env: { ...home, ...more },
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      })
      return { exit: status, out: stdout, err: stderr }
    },
  }
}
