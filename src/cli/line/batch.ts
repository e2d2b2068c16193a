import { readFileSync, statSync } from 'node:fs'
import { EXIT, type Say, UsageError, UserError } from '../../errors.ts'
import type { Block, Document } from '../../render/document.ts'
import type { Operation } from '../../store/operation.ts'
import { refuseEndless } from '../../transfer/endless.ts'
import type { Answer, CommandSpec, Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { withMaking } from '../naming.ts'
import { firedTold } from '../rules/told.ts'
import { flag } from '../typed.ts'
import { type CommandLine, commandLines } from './command-lines.ts'
import { LineParser } from './line-parser.ts'

/** What became of one line. */
interface Done {
  line: number
  command: string
  /** What the command itself would print with `--format json`; null where it failed. */
  result: unknown
  error: string | null
}

/** Ends a batch whose line failed: everything is taken back. */
class Failed extends Error {}

/**
 * Runs command lines of a file in one process as one operation: all or nothing, one entry of the journal, taken back by
 * one `undo`, as an import is. `--keep-going` leaves out the lines that fail. Exit 65 where a line failed.
 */
export function batchOf(commands: readonly CommandSpec[]): Run {
  return async (context, typed) => {
    const lines = commandLines(await readCommands(context, typed))
    const store = context.open('write')
    const keepGoing = flag(typed, 'keepGoing')
    const batch = new Batch(context, new LineParser(commands, context.words), keepGoing)
    const request = {
      command: context.commandLine,
      now: context.now(store.zone),
      dryRun: context.dryRun,
      summary: { lines: lines.length },
      written: (operation: Operation) => batch.rulesFired(firedTold(store, operation)),
    }
    try {
      const { operation } = await store.batch(request, keepGoing, () => batch.run(lines))
      return batch.answer(operation)
    } catch (error) {
      if (error instanceof Failed) return batch.answer(null)
      throw error
    }
  }
}

class Batch {
  readonly #done: Done[] = []
  readonly #says: Say[] = []
  readonly #documents: NonNullable<Answer['document']>[] = []
  #failed = 0
  #fired: readonly Say[] = []

  constructor(
    private readonly context: Context,
    private readonly parser: LineParser,
    private readonly keepGoing: boolean,
  ) {}

  async run(lines: readonly CommandLine[]): Promise<void> {
    for (const line of lines)
      try {
        await this.#runLine(line)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        this.#fail(line, error)
        if (!this.keepGoing) throw new Failed()
      }
  }

  /** Rules answer the batch as a whole. */
  rulesFired(says: readonly Say[]): void {
    this.#fired = says
  }

  answer(operation: number | null): Answer {
    const { keepGoing } = this
    const [failed, written] = [this.#failed, this.#done.length - this.#failed]
    const stopped = failed > 0 && !keepGoing
    const ended: Say = stopped
      ? (w) => w.batch.nothingWritten
      : this.context.dryRun
        ? (w) => w.cli.dryRunDone
        : (w) => w.batch.done({ written, failed, operation })
    return {
      json: this.#done,
      ...(this.#documents.length > 0 && !stopped && { document: joined(this.#documents) }),
      messages: [...(stopped ? this.#says.slice(-1) : [...this.#says, ...this.#fired]), ended],
      exit: failed > 0 ? EXIT.badInput : EXIT.done,
    }
  }

  async #runLine({ line, text, words, isOpen }: CommandLine): Promise<void> {
    if (isOpen) throw new UsageError((w) => w.batch.openQuote)
    const { spec, typed } = await this.parser.parse(words)
    if (LEFT_OUT.has(spec.name) || LEFT_OUT.has(spec.name.split(' ')[0] ?? ''))
      throw new UserError((w) => w.store.notInBatch)
    const context = this.context.lineOf(text.replace(/^voronka\s+/, ''))
    const answer = await this.#answerOf(spec, typed, context)
    this.#done.push({ line, command: text, result: answer.json ?? null, error: null })
    this.#says.push(...(answer.messages ?? []))
    if (answer.document !== undefined) this.#documents.push(answer.document)
  }

  async #answerOf(spec: CommandSpec, typed: Typed, context: Context): Promise<Answer> {
    try {
      const command = await this.parser.commandOf(spec)
      if (typed.options['filter'] === undefined) return await command(context, typed)
      const { withSavedFilter } = await import('./saved-filter.ts')
      return await command(context, withSavedFilter(context, spec, typed))
    } catch (error) {
      throw withMaking(error, spec.name, context)
    }
  }

  #fail({ line, text }: CommandLine, { say }: UserError): void {
    const { words } = this.context
    this.#failed += 1
    this.#done.push({ line, command: text, result: null, error: say(words) })
    const problem: Say = (w) => w.batch.line({ line, problem: say(w) })
    if (this.context.quiet) this.context.complain(problem)
    else this.#says.push(problem)
  }
}

/** They write files, read standard input, cannot be taken back or are transactions of their own. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'contact erase',
  ...'batch init demo import export backup restore undo doctor completion help'.split(' '),
])

/** What the lines that only read have to show, one after another. */
function joined(documents: readonly NonNullable<Answer['document']>[]): NonNullable<Answer['document']> {
  return (words): Document => ({
    heading: [],
    blocks: documents.flatMap((document): Block[] => {
      const { heading, blocks } = document(words)
      return [...(heading.length === 0 ? [] : [{ type: 'lines', lines: heading } as const]), ...blocks]
    }),
  })
}

async function readCommands(context: Context, { args: [file = '-'] }: Typed): Promise<string> {
  const bytes = file === '-' ? await collected(context.world.stdin.bytes()) : readNamed(file)
  const text = new TextDecoder('utf-8').decode(bytes)
  if (text.includes('\uFFFD') || text.includes('\0'))
    throw new UserError((w) => w.batch.notText({ file }), EXIT.badInput)
  return text
}

async function collected(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Lines are held in memory, all of them. */
const MOST_MB = 256

function readNamed(file: string): Uint8Array {
  try {
    refuseEndless(file)
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_MB * 2 ** 20)
      throw new UserError((w) => w.batch.tooLong({ file, most: MOST_MB }), EXIT.badInput)
    // Not by promises, which bring the reading of lines with them: 4 ms of a start.
    return readFileSync(file)
  } catch (error) {
    if (error instanceof UserError) throw error
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EACCES') throw new UserError((w) => w.reading.noPermission(file), EXIT.noPermission)
    if (code === 'EISDIR') throw new UserError((w) => w.batch.folder({ file }), EXIT.badInput)
    if (code === 'EIO')
      throw new UserError((w) => w.reading.refused(file, w.reading.unreadable(code)), EXIT.badInput)
    throw new UserError((w) => w.reading.noSuchFile(file), EXIT.noInput)
  }
}
