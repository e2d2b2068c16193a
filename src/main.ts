import type * as ChildProcess from 'node:child_process'
import { closeSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import { isatty } from 'node:tty'
import { askOnTerminal } from './ask.ts'
import { COMMANDS } from './cli/commands.ts'
import { run } from './cli/run.ts'
import { EXIT } from './errors.ts'
import type { Executed, Sink, World } from './world.ts'

/** Of a terminal that does not say how wide it is (a serial line, `docker exec -t`). */
const UNSAID_COLUMNS = 80

/** A reader that has seen enough (`| head`) is no error; a full disk behind `>` is. */
function sinkOf(stream: NodeJS.WriteStream): Sink {
  let failure: string | undefined
  let isBroken = false
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isBroken = true
    if (error.code !== 'EPIPE') failure = error.code ?? error.message
    process.exitCode = error.code === 'EPIPE' ? EXIT.done : EXIT.cannotWrite
  })
  return {
    write: (text) => {
      stream.write(text)
    },
    drain: () => drained(stream, () => isBroken),
    get failure() {
      return failure
    },
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.isTTY ? stream.columns || UNSAID_COLUMNS : undefined
    },
    get rows() {
      return stream.isTTY ? stream.rows || undefined : undefined
    },
  }
}

/**
 * The loop is let round once in any case, or a broken pipe would not be heard of while there is more to write. Once it
 * is heard of, nothing of it can be seen in stdout, which Node makes whole again, and no event is to be waited for.
 */
async function drained(stream: NodeJS.WriteStream, isBroken: () => boolean): Promise<boolean> {
  await new Promise((resolve) => setImmediate(resolve))
  if (!isBroken() && stream.writableNeedDrain && !stream.destroyed)
    await new Promise<void>((resolve) => {
      for (const event of ['drain', 'error', 'close']) stream.once(event, () => resolve())
    })
  return !isBroken() && !stream.destroyed && stream.errored === null
}

/**
 * The first zone asked for becomes the zone of this process, and so of `Date`. A name that it does not know it takes
 * for a bare offset without a word, and calls it "GMT+02:00".
 */
function zoneAdopter(): (zone: string) => boolean {
  let host: string | undefined
  return (zone) => {
    if (host === undefined) process.env['TZ'] = host = zone
    return host === zone && !String(new Date(0)).includes('(GMT')
  }
}

/** The zone of this machine. TZ may name it with a colon, by the path of its file, or be empty, which is UTC. */
function hostZone(tz: string | undefined): string {
  const named = tz?.replace(/^:/, '').replace(/^\/.*\/zoneinfo\//, '')
  if (named?.startsWith('/')) delete process.env['TZ']
  else if (named !== undefined) return named || 'UTC'
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

async function heeding<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const abort = () => stop.abort()
  for (const signal of ENDS) process.once(signal, abort)
  try {
    return await work(stop.signal)
  } finally {
    for (const signal of ENDS) process.off(signal, abort)
  }
}

/** Characters kept of what a command says. */
const MOST_OUTPUT = 2000

/** In a group of its own, so that what it began is stopped with it. */
function execute(
  [command = '', ...args]: readonly string[],
  input: string,
  timeout: number,
): Promise<Executed> {
  return new Promise((resolve) => {
    const notRun = (error: NodeJS.ErrnoException) =>
      resolve({ how: 'notRun', code: error.code ?? error.message })
    const child = begun(command, args, notRun)
    if (child === undefined) return
    let output = ''
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      stopGroup(child.pid)
    }, timeout)
    const end = (executed: Executed) => {
      clearTimeout(timer)
      // What it left behind may hold them.
      child.stdin.destroy()
      child.stderr.destroy()
      resolve(isLate ? { how: 'timeout' } : executed)
    }
    child.on('error', (error) => {
      clearTimeout(timer)
      notRun(error)
    })
    // Not `close`: something that it left behind may hold its streams for ever.
    child.on('exit', (exit, signal) => {
      const ended: Executed =
        exit === null
          ? { how: 'killed', signal: String(signal) }
          : { how: 'ended', exit, output: output.trim() }
      setImmediate(() => end(ended))
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(0, MOST_OUTPUT)
    })
    // A command that does not read its input is no error.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/** Some of what cannot be run is said by the child, some is thrown at once (`ENOTDIR`, a NUL in a word). */
function begun(
  command: string,
  args: readonly string[],
  notRun: (error: NodeJS.ErrnoException) => void,
): ChildProcess.ChildProcessByStdio<Writable, null, Readable> | undefined {
  try {
    return childProcess().spawn(command, args, {
      stdio: ['pipe', 'ignore', 'pipe'],
      shell: false,
      detached: true,
      windowsHide: true,
    })
  } catch (error) {
    notRun(error as NodeJS.ErrnoException)
    return undefined
  }
}

function stopGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It is gone already, or there are no groups here.
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      return
    }
  }
}

/**
 * A terminal that goes away is the end of what is typed. Now and then its reading or writing fails instead, or readline
 * sets its mode once more, and what fails there nobody can catch.
 */
function forgive(stdin: typeof process.stdin, stderr: typeof process.stderr): void {
  const setRawMode = stdin.setRawMode.bind(stdin)
  stdin.setRawMode = (mode) => (isatty(stdin.fd) ? setRawMode(mode) : stdin)
  const emit = stdin.emit.bind(stdin)
  stdin.emit = (event: string, ...rest: unknown[]) => (event === 'error' ? emit('end') : emit(event, ...rest))
  stderr.on('error', () => {})
}

function realWorld(): World {
  const tz = process.env['TZ']
  let err: Sink | undefined
  let isAsked = false
  return {
    // Read once: each look into the real one is a call out of the engine.
    env: { ...process.env },
    out: sinkOf(process.stdout),
    // These streams are made when they are asked for: few commands do.
    get err() {
      err ??= sinkOf(process.stderr)
      return err
    },
    stdin: {
      get isTTY() {
        return process.stdin.isTTY === true
      },
      bytes: () => process.stdin,
    },
    clock: () => Date.now(),
    systemZone: () => hostZone(tz),
    adoptZone: zoneAdopter(),
    homeFolder: homedir,
    tempFolder: tmpdir,
    heeding,
    ask: (words) => {
      if (!isAsked) forgive(process.stdin, process.stderr)
      isAsked = true
      return askOnTerminal(process.stderr, words)
    },
    page,
    execute,
  }
}

/** Loaded when it is asked for: few answers are longer than the terminal, few rules run a command. */
function childProcess(): typeof ChildProcess {
  return require('node:child_process')
}

/** `less` is told, as git tells it, to end where all fits on a screen, and to leave colours and the text as they are. */
async function page(pager: string, text: string): Promise<boolean> {
  const env = { LESS: 'FRX', LESSCHARSET: 'utf-8', ...process.env }
  const shown = childProcess().spawn(pager, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env })
  // Who leaves the pager early has seen enough; Ctrl-C is the pager's.
  shown.stdin.on('error', () => {})
  const ignore = () => {}
  process.on('SIGINT', ignore)
  shown.stdin.end(text)
  const exit = await new Promise<number | null>((resolve) => {
    shown.once('error', () => resolve(127))
    shown.once('close', resolve)
  })
  process.off('SIGINT', ignore)
  return !NOT_BEGUN.has(exit)
}

/** What a shell says of a command that cannot be run, and of one that is not there. */
const NOT_BEGUN: ReadonlySet<number | null> = new Set([126, 127])

/**
 * Node gives each terminal its state back when it ends, and aborts where one of them was closed meanwhile: what is
 * closed by then it leaves alone. Returns what closes those that are gone.
 */
function lettingGo(): () => void {
  const terminals = [0, 1, 2].filter((file) => isatty(file))
  return () => {
    for (const file of terminals) if (!isatty(file)) closeSync(file)
  }
}

async function main(): Promise<void> {
  process.once('exit', lettingGo())
  let ended = false
  // A question whose input ends (Ctrl-D) leaves nothing to wait for: the process is over before the answer is.
  process.once('exit', () => {
    if (!ended) process.exitCode ||= EXIT.cancelled
  })
  const exit = await run(process.argv.slice(2), realWorld(), COMMANDS)
  ended = true
  process.exitCode ??= exit
}

void main()
