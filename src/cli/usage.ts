import type { CommanderError } from 'commander'
import { nearest } from '../domain/name.ts'
import { type Say, UsageError } from '../errors.ts'
import { otherWords } from './aliases.ts'
import type { CommandSpec } from './command.ts'
import { inWords } from './help.ts'
import { shellWord } from './quoted.ts'

/** Commander's error in our own words; undefined where it was no error (help and version were shown). */
export function explainUsage(
  error: CommanderError,
  specs: readonly CommandSpec[],
  argv: readonly string[],
): UsageError | undefined {
  if (error.exitCode === 0 || error.code === 'commander.help') return undefined
  const [, quoted = ''] = /'([^']*)'/.exec(error.message) ?? []
  const command = typedCommand(specs, argv)
  const line = `voronka${command === undefined ? '' : ` ${command.name}`}`
  return new UsageError(sentence(error, quoted, line, command, specs, argv))
}

function sentence(
  error: CommanderError,
  quoted: string,
  line: string,
  command: CommandSpec | undefined,
  specs: readonly CommandSpec[],
  argv: readonly string[],
): Say {
  switch (error.code) {
    case 'commander.unknownCommand': {
      const [text, known] = namesNear(quoted, specs, argv)
      const near = importOf(text) ?? nearest(text, known, 1)[0] ?? null
      return (w) => w.cli.unknownCommand({ text, near: near === null ? null : `voronka ${near}` })
    }
    case 'commander.unknownOption': {
      const own = (command?.options ?? []).flatMap((option) => /--[a-z-]+/.exec(option.flags)?.[0] ?? [])
      const flags = [...own, ...GLOBAL_FLAGS]
      const others = flags.flatMap((one) => otherWords('option', one.slice(2)).map((word) => `--${word}`))
      const near = nearest(quoted.split('=')[0] ?? quoted, [...flags, ...others], 1)[0] ?? null
      return (w) => w.cli.unknownOption({ text: quoted, command: line, near })
    }
    case 'commander.missingArgument':
      return (w) => w.cli.missingArgument({ name: inWords(`<${quoted}>`, w), command: line })
    case 'commander.missingMandatoryOptionValue':
      return (w) => w.cli.missingOption({ flags: inWords(quoted, w), command: line })
    case 'commander.optionMissingArgument':
      return (w) => w.cli.missingValue({ flags: inWords(quoted, w) })
    default:
      return (w) => w.cli.excessArguments({ command: line })
  }
}

/** `import FILE` lacks what the file is of; deals are what most are. */
function importOf(text: string): string | undefined {
  const [, file] = /^import (.+\.\p{L}{3,4})$/u.exec(text) ?? []
  return file === undefined ? undefined : `import deals ${shellWord(file)}`
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

/** What was typed for a command, and the names it may have meant: those of its group where the group is clear. */
function namesNear(
  typed: string,
  specs: readonly CommandSpec[],
  argv: readonly string[],
): [typed: string, names: string[]] {
  const before = argv[argv.indexOf(typed) - 1] ?? ''
  const verbs = specs.flatMap(({ name }) =>
    name.startsWith(`${before} `) ? [name.slice(before.length + 1)] : [],
  )
  if (verbs.length > 0) {
    const known = [...verbs, ...verbs.flatMap((verb) => otherWords('verb', verb))]
    return [`${before} ${typed}`, known.map((verb) => `${before} ${verb}`)]
  }
  const firsts = [...new Set(specs.map(({ name }) => name.split(' ')[0] ?? ''))]
  const others = [...firsts, 'help'].flatMap((name) => otherWords('command', name))
  return [typed, [...firsts, ...specs.map(({ name }) => name), ...others]]
}

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
