import { readdirSync, readFileSync } from 'node:fs'
import { type IPty, spawn } from '@lydell/node-pty'
import { Screen } from './screen.ts'
import type { Spawned } from './spawned.ts'

/** Once the text has been shown, the keys are typed. */
export type Step = readonly [shown: string, ...keys: string[]]

/** The program at a terminal of 80 columns and so many rows: the screen before the keys of each step, and the last one. */
export async function atTerminal(home: Spawned, argv: readonly string[], steps: readonly Step[], rows = 50) {
  const terminal = new Terminal(home, home.path('bin/voronka'), argv, rows)
  const screens: string[] = []
  for (const [shown, ...keys] of steps) {
    if (!(await terminal.shows(shown))) break
    screens.push(terminal.text)
    for (const key of keys.slice(0, -1)) await terminal.type(key)
    terminal.press(keys.at(-1) ?? '')
  }
  return { exit: await terminal.ended, screens, last: terminal.text }
}

const PAUSE_MS = 5
/** So many looks in turn at which all is quiet, and nothing is on its way. */
const QUIET_LOOKS = 6
/** A key that changes nothing on the screen is waited for so many looks. */
const UNANSWERED_LOOKS = 60
const MOST_MS = 100_000

/**
 * A program at a terminal. What is waited for is what it does – what it shows, and that it sleeps until the next key –,
 * never so much time: on a busy machine all takes longer.
 */
export class Terminal {
  readonly ended: Promise<number>
  readonly #pty: IPty
  readonly #screen = new Screen(80)
  /** What was shown since the last key. */
  #shown = ''
  #isOver = false

  constructor(
    home: Spawned,
    program: string,
    argv: readonly string[],
    rows: number,
    env: NodeJS.ProcessEnv = {},
  ) {
    this.#pty = spawn(program, [...argv], {
      cols: 80,
      rows,
      cwd: home.folder,
      env: { ...home.env, ...env } as Record<string, string>,
    })
    this.#pty.onData((text) => {
      this.#screen.write(text)
      this.#shown += text
    })
    this.ended = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode }) => {
        this.#isOver = true
        resolve(exitCode)
      })
    })
  }

  get text(): string {
    return this.#screen.text
  }

  press(keys: string): void {
    this.#shown = ''
    this.#pty.write(keys)
  }

  /** Presses, and waits until all that comes of it has been shown. */
  async type(keys: string): Promise<void> {
    this.press(keys)
    await this.#quiet()
  }

  /** Whether the text is shown after the last key, before the program ends; then it is ready for the next. */
  async shows(text: string): Promise<boolean> {
    const until = performance.now() + MOST_MS
    while (!this.#shown.includes(text)) {
      if (this.#isOver) return false
      if (performance.now() > until) throw new Error(`"${text}" is not shown:\n${this.kill()}`)
      await pause(PAUSE_MS)
    }
    await this.#quiet()
    return true
  }

  /** As a window is closed, or a connection is lost. */
  close(): void {
    // Not among what the library says it has.
    ;(this.#pty as unknown as { destroy(): void }).destroy()
  }

  kill(): string {
    this.#pty.kill()
    return this.text
  }

  async #quiet(): Promise<void> {
    let looks = 0
    for (let seen = ''; looks < (seen === '' ? UNANSWERED_LOOKS : QUIET_LOOKS) && !this.#isOver; looks++) {
      await pause(PAUSE_MS)
      if (seen !== this.#shown || !isAsleep(this.#pty.pid)) looks = 0
      seen = this.#shown
    }
  }
}

/** Whether a process has begun no other, and each of its threads waits for something. Elsewhere than on Linux: always. */
function isAsleep(pid: number): boolean {
  const tasks = `/proc/${pid}/task`
  try {
    return readdirSync(tasks).every((task) => {
      const state = readFileSync(`${tasks}/${task}/stat`, 'utf8').split(') ').at(-1)?.[0]
      return state === 'S' && readFileSync(`${tasks}/${task}/children`, 'utf8') === ''
    })
  } catch {
    return true
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
