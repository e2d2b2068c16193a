import type { CommanderError } from 'commander'
import { nearest } from '../../domain/names/name.ts'
import { type Say, UsageError } from '../../errors.ts'
import type { CommandSpec } from '../command.ts'
import { otherWords } from './aliases.ts'
import { inWords } from './help.ts'
import { asTyped, sayUnknown, type TypedLine, turnedRound } from './unknown.ts'

/** Commander's error in our own words; undefined where it was no error (help and version were shown). */
export function explainUsage(
  error: CommanderError,
  specs: readonly CommandSpec[],
  line: TypedLine,
): UsageError | undefined {
  if (error.exitCode === 0 || error.code === 'commander.help') return undefined
  const [, quoted = ''] = /'([^']*)'/.exec(error.message) ?? []
  const command = typedCommand(specs, line.english)
  return new UsageError(sentence(error, quoted, command, specs, line))
}

function sentence(
  error: CommanderError,
  quoted: string,
  command: CommandSpec | undefined,
  specs: readonly CommandSpec[],
  typed: TypedLine,
): Say {
  const line = `voronka${command === undefined ? '' : ` ${command.name}`}`
  switch (error.code) {
    case 'commander.unknownCommand':
      return sayUnknown(quoted, typed, specs)
    case 'commander.unknownOption': {
      const own = (command?.options ?? []).flatMap((option) => /--[a-z-]+/.exec(option.flags)?.[0] ?? [])
      const flags = [...own, ...GLOBAL_FLAGS]
      const others = flags.flatMap((one) => otherWords('option', one.slice(2)).map((word) => `--${word}`))
      const text = asTyped(quoted, typed)
      const near = nearest(text.split('=')[0] ?? text, [...flags, ...others], 1)[0] ?? null
      return (w) => w.commandLine.unknownOption({ text, command: line, near })
    }
    case 'commander.missingArgument':
      return (w) => w.commandLine.missingArgument({ name: inWords(`<${quoted}>`, w), command: line })
    case 'commander.missingMandatoryOptionValue':
      return (w) => w.commandLine.missingOption({ flags: inWords(quoted, w), command: line })
    case 'commander.optionMissingArgument': {
      const means = command?.options?.find(({ flags }) => flags === quoted)?.help
      return (w) => w.commandLine.missingValue({ flags: inWords(quoted, w), means: means?.(w) ?? null })
    }
    default:
      return turnedRound(typed, specs) ?? ((w) => w.commandLine.excessArguments({ command: line }))
  }
}

const GLOBAL_FLAGS = [
  '--db',
  '--format',
  '--output',
  '--lang',
  '--now',
  '--color',
  '--quiet',
  '--yes',
  '--no-input',
  '--no-pager',
  '--dry-run',
]

/** The command that the first bare words name. */
function typedCommand(specs: readonly CommandSpec[], argv: readonly string[]): CommandSpec | undefined {
  const bare = argv.filter((word) => !word.startsWith('-'))
  for (const [i, word] of bare.entries()) {
    const pair = `${word} ${bare[i + 1] ?? ''}`
    const found = specs.find((spec) => spec.name === pair) ?? specs.find((spec) => spec.name === word)
    if (found !== undefined) return found
  }
  return undefined
}
