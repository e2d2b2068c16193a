import { CommanderError } from 'commander'
import { UsageError } from '../../errors.ts'
import type { Words } from '../../words/words.ts'
import type { CommandSpec, Typed } from '../command.ts'
import { inEnglish } from './aliases.ts'
import { buildProgram, type Invocation } from './program.ts'
import { flagOf } from './quoted.ts'
import { explainUsage } from './usage.ts'

/** `--no-input` and its like: commander says that they were not given. */
const NEGATED: ReadonlySet<string> = new Set(['input', 'pager'])

/** Reads many command lines with one tree of commands. */
export class LineTree {
  readonly #program: ReturnType<typeof buildProgram>
  #invocation: Invocation | undefined

  constructor(
    private readonly commands: readonly CommandSpec[],
    words: Words,
  ) {
    const output = { out: () => {}, columns: undefined }
    this.#program = buildProgram(commands, words, output, (chosen) => {
      this.#invocation = chosen
    })
  }

  /** Throws UsageError for what is no command line, or has options that are those of the whole run. */
  parse(words: readonly string[]): { spec: CommandSpec; typed: Typed } {
    const english = inEnglish(words, this.commands)
    this.#invocation = undefined
    try {
      this.#program.parse([...english], { from: 'user' })
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error
      throw (
        explainUsage(error, this.commands, { typed: words, english }) ?? new UsageError((w) => w.batch.noHelp)
      )
    }
    const found = this.#taken()
    if (found === undefined) throw new UsageError((w) => w.batch.noHelp)
    const [global] = Object.entries(found.global).flatMap(([name, value]) =>
      value === true && NEGATED.has(name) ? [] : flagOf(value === false ? `no-${name}` : name),
    )
    if (global !== undefined) throw new UsageError((w) => w.batch.globalOption({ option: global }))
    return found
  }

  #taken(): Invocation | undefined {
    return this.#invocation
  }
}
