import { Fault } from '../../errors.ts'
import type { Words } from '../../words/words.ts'
import type { CommandSpec, Run, Typed } from '../command.ts'
import type { LineTree } from './line-tree.ts'
import { PlainLines } from './plain-line.ts'

/** Reads many command lines: the tree of commands is built for the first that needs it, and each command is loaded once. */
export class LineParser {
  readonly #loaded = new Map<CommandSpec, Run>()
  readonly #plain: PlainLines
  #tree: LineTree | undefined

  constructor(
    private readonly commands: readonly CommandSpec[],
    private readonly words: Words,
  ) {
    this.#plain = new PlainLines(commands)
  }

  /** Throws UsageError for what is no command line, or has options that are those of the whole run. */
  async parse(words: readonly string[]): Promise<{ spec: CommandSpec; typed: Typed }> {
    return this.#plain.parse(words) ?? (await this.#whole()).parse(words)
  }

  async commandOf(spec: CommandSpec): Promise<Run> {
    const known = this.#loaded.get(spec)
    if (known !== undefined) return known
    this.#loaded.set(spec, await spec.load())
    const loaded = this.#loaded.get(spec)
    if (loaded === undefined) throw new Fault(`${spec.name} is not loaded`)
    return loaded
  }

  async #whole(): Promise<LineTree> {
    if (this.#tree === undefined) {
      const { LineTree } = await import('./line-tree.ts')
      this.#tree = new LineTree(this.commands, this.words)
    }
    return this.#tree
  }
}
