import { CommanderError } from 'commander'
import { Fault, UsageError } from '../errors.ts'
import type { Words } from '../words/words.ts'
import { inEnglish } from './aliases.ts'
import type { CommandSpec, Run, Typed } from './command.ts'
import { PlainLines } from './plain-line.ts'
import { buildProgram, type Invocation } from './program.ts'
import { explainUsage } from './usage.ts'

/** `--no-input` and its like: commander says that they were not given. */
const NEGATED: ReadonlySet<string> = new Set(['input', 'pager'])

/** Reads many command lines: the tree of commands is built for the first that needs it, and each command is loaded once. */
export class LineParser {
  readonly #loaded = new Map<CommandSpec, Run>()
  readonly #plain: PlainLines
  #program: ReturnType<typeof buildProgram> | undefined
  #invocation: Invocation | undefined

  constructor(
    private readonly commands: readonly CommandSpec[],
    private readonly words: Words,
  ) {
    this.#plain = new PlainLines(commands)
  }

  /** Throws UsageError for what is no command line, or has options that are those of the whole run. */
  parse(words: readonly string[]): { spec: CommandSpec; typed: Typed } {
    const plain = this.#plain.parse(words)
    if (plain !== undefined) return plain
    const english = inEnglish(words, this.commands)
    try {
      this.#tree().parse([...english], { from: 'user' })
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error
      throw (
        explainUsage(error, this.commands, { typed: words, english }) ?? new UsageError((w) => w.batch.noHelp)
      )
    }
    const found = this.#taken()
    if (found === undefined) throw new UsageError((w) => w.batch.noHelp)
    const [global] = Object.entries(found.global).flatMap(([name, value]) =>
      value === true && NEGATED.has(name) ? [] : name,
    )
    if (global !== undefined) throw new UsageError((w) => w.batch.globalOption({ option: `--${global}` }))
    return found
  }

  async commandOf(spec: CommandSpec): Promise<Run> {
    const known = this.#loaded.get(spec)
    if (known !== undefined) return known
    this.#loaded.set(spec, await spec.load())
    const loaded = this.#loaded.get(spec)
    if (loaded === undefined) throw new Fault(`${spec.name} is not loaded`)
    return loaded
  }

  #taken(): Invocation | undefined {
    const found = this.#invocation
    this.#invocation = undefined
    return found
  }

  #tree(): ReturnType<typeof buildProgram> {
    this.#program ??= buildProgram(
      this.commands,
      this.words,
      { out: () => {}, columns: undefined },
      (chosen) => {
        this.#invocation = chosen
      },
    )
    return this.#program
  }
}
