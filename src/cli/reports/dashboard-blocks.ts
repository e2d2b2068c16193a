import { UsageError, UserError } from '../../errors.ts'
import type { Answer, CommandSpec, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { commandLines } from '../line/command-lines.ts'
import { LineParser } from '../line/line-parser.ts'
import { flagOf } from '../line/quoted.ts'
import { retype } from '../line/retype.ts'
import { withSavedFilter } from '../line/saved-filter.ts'

/** What a block may be: commands that only read, and that tell of many records. */
const SHOWN: ReadonlySet<string> = new Set([
  ...'funnel conversion durations team activity losses weakest forecast plan stuck response'.split(' '),
  ...'reactivation retention lifecycle today'.split(' '),
  ...['deal list', 'task list', 'task load', 'activity list', 'want list'],
])

/** Options that a block need not know: it has days of its own, or nothing that another period could stand beside. */
export const OF_PERIOD = 'period'
export const OF_COMPARING = 'compare'
const NEED_NOT_KNOW: ReadonlySet<string> = new Set([OF_PERIOD, OF_COMPARING])

/** What became of a block; `whole` is the command that shows all of it. */
export type Told = { text: string; answer: Answer; whole: string } | { text: string; refusal: UserError }

/** Reads blocks and runs them, each command loaded once. */
export class Blocks {
  readonly #parser: LineParser

  /** `isEndless` is whether a text is a period beside which none can stand. */
  constructor(
    private readonly context: Context,
    private readonly isEndless: (text: string) => boolean,
    commands: readonly CommandSpec[],
  ) {
    this.#parser = new LineParser(commands, context.words)
  }

  /** What a block says, `common` options being those of all blocks that have none of their own. */
  async tell(text: string, common: Typed['options']): Promise<Told> {
    try {
      const { spec, typed } = await this.#read(text, common)
      const command = await this.#parser.commandOf(spec)
      const line = this.context.lineOf(text)
      const answer = await command(line, withSavedFilter(line, spec, typed))
      return { text, answer, whole: retype(this.context, spec.name, typed, {}) }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return { text, refusal: error }
    }
  }

  /** Whether the period that stands beside all blocks can stand beside this one. */
  #isBeside({ args, options }: Typed): boolean {
    const own = String(options[OF_PERIOD] ?? args.join(' '))
    return BESIDE.every((option) => options[option] === undefined) && !this.isEndless(own)
  }

  async #read(text: string, common: Typed['options']): Promise<{ spec: CommandSpec; typed: Typed }> {
    const [line, second] = commandLines(text)
    if (line?.isOpen === true) throw new UsageError((w) => w.batch.openQuote)
    if (line === undefined || second !== undefined) throw new UsageError((w) => w.dashboard.noCommand)
    const { spec, typed } = await this.#parser.parse(line.words)
    if (!SHOWN.has(spec.name) || typed.options['makeTasks'] === true)
      throw new UsageError((w) => w.dashboard.notShown({ known: [...SHOWN].join(', ') }))
    const { [OF_COMPARING]: _, ...alone } = common
    return { spec, typed: withCommon(spec, typed, this.#isBeside(typed) ? common : alone) }
  }
}

/** Options of blocks that stand beside something else already. */
const BESIDE = ['against', 'reconcile', 'explain']

/** The block cannot tell of what the whole is asked of: that is no failure of either. */
export class LeftOut extends UserError {}

/**
 * The options of the whole dashboard where a block has none of its own. Throws LeftOut for a filter or a day that
 * the command does not take: it would tell of other deals than its neighbours.
 */
function withCommon(spec: CommandSpec, typed: Typed, common: Typed['options']): Typed {
  const taken = new Set((spec.options ?? []).map(({ flags }) => /--[a-z-]+/.exec(flags)?.[0]))
  const options: Record<string, unknown> = { ...typed.options }
  for (const [key, value] of Object.entries(common)) {
    if (options[key] !== undefined || (key === OF_PERIOD && typed.args.length > 0)) continue
    if (taken.has(flagOf(key))) options[key] = value
    else if (!NEED_NOT_KNOW.has(key))
      throw new LeftOut((w) => w.dashboard.notTaken({ option: flagOf(key), command: spec.name }))
  }
  return { args: typed.args, options }
}
