import { spawn } from '@lydell/node-pty'
import { Screen } from './screen.ts'
import type { Spawned } from './spawned.ts'

/** Once the text has been shown, the keys are typed. */
export type Step = readonly [shown: string, ...keys: string[]]

/** The program at a terminal of 80 columns and so many rows: the screen before the keys of each step, and the last one. */
export async function atTerminal(home: Spawned, argv: readonly string[], steps: readonly Step[], rows = 50) {
  const terminal = spawn(home.path('bin/voronka'), [...argv], {
    cols: 80,
    rows,
    cwd: home.folder,
    env: home.env as Record<string, string>,
  })
  const screen = new Screen(80)
  const screens: string[] = []
  let since = ''
  let typing = Promise.resolve()
  const left = [...steps]
  terminal.onData((text) => {
    screen.write(text)
    since += text
    const [step] = left
    if (step === undefined || !since.includes(step[0])) return
    const [, ...keys] = step
    left.shift()
    since = ''
    typing = typing.then(async () => {
      // A prompt listens a moment after it is drawn.
      await pause(120)
      screens.push(screen.text)
      for (const key of keys) {
        terminal.write(key)
        await pause(60)
      }
    })
  })
  const exit = await new Promise<number>((resolve) => {
    terminal.onExit(({ exitCode }) => resolve(exitCode))
  })
  await typing
  return { exit, screens, last: screen.text }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
