import { type Command, CommanderError } from 'commander'
import type { Words } from '../../words/words.ts'
import type { World } from '../../world.ts'
import type { CommandSpec } from '../command.ts'
import { buildProgram, type Invocation } from './program.ts'
import type { TypedLine } from './unknown.ts'
import { explainUsage } from './usage.ts'

/** A command line as the tree of commands reads it; undefined where help was shown. Throws UsageError. */
export function readInTree(
  line: TypedLine,
  world: World,
  specs: readonly CommandSpec[],
  words: Words,
): Invocation | undefined {
  const argv = line.english
  let invocation: Invocation | undefined
  const output = { out: (text: string) => world.out.write(text), columns: world.out.columns }
  const choose = (chosen: Invocation) => {
    invocation = chosen
  }
  const program = buildProgram(specs, words, output, choose, argv)
  try {
    program.parse([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    const usage = explainUsage(error, specs, line)
    if (usage !== undefined) throw usage
    if (error.code === 'commander.help') helpOnGroup(program, argv)
  }
  return invocation
}

/** A bare `voronka`, or a bare `voronka deal`, asks what there is. */
function helpOnGroup(program: Command, argv: readonly string[]): void {
  const group = program.commands.find((command) => argv.includes(command.name()))
  ;(group ?? program).outputHelp()
}
