import { Command, Option } from 'commander'
import { foldKey } from '../domain/name.ts'
import type { Words } from '../words/words.ts'
import type { CommandSpec, Typed } from './command.ts'
import type { GlobalOptions } from './context.ts'

/** The command line as understood: what to run and with what. */
export interface Invocation {
  spec: CommandSpec
  typed: Typed
  global: GlobalOptions
}

export interface ProgramOutput {
  out(text: string): void
  columns: number | undefined
}

/**
 * Builds commander's tree from the table of commands. `chosen` gets the invocation when one is parsed; commander's
 * own errors are thrown as CommanderError (see `explainUsage`), and help goes to `output.out`.
 */
export function buildProgram(
  specs: readonly CommandSpec[],
  words: Words,
  output: ProgramOutput,
  chosen: (invocation: Invocation) => void,
): Command {
  const root = new Command('voronka')
  configure(root, words, output)
  root.description(words.cli.tagline)
  addGlobalOptions(root, words)
  const groups = new Map<string, Command>()
  for (const spec of specs) {
    const [first = '', second] = spec.name.split(' ')
    const parent = second === undefined ? root : group(root, groups, first, words)
    const command = parent.command(second ?? first).description(spec.summary(words))
    describe(command, spec, words)
    command.action((...received: unknown[]) => {
      chosen({
        spec,
        typed: { args: flatten(received.slice(0, -2)), options: command.opts() },
        global: root.opts<GlobalOptions>(),
      })
    })
  }
  return root
}

function describe(command: Command, spec: CommandSpec, words: Words): void {
  if (spec.args) command.arguments(spec.args)
  for (const { flags, help, repeat, hidden } of spec.options ?? []) {
    const option = new Option(flags, help(words))
    if (hidden) option.hideHelp()
    if (repeat)
      option.argParser((value: string, before: unknown) => [...(Array.isArray(before) ? before : []), value])
    command.addOption(option)
  }
  const examples = spec.examples ?? []
  if (examples.length > 0)
    command.addHelpText('after', `\n${words.cli.examples}\n${examples.map((line) => `  ${line}`).join('\n')}`)
}

function group(root: Command, groups: Map<string, Command>, name: string, words: Words): Command {
  const known = groups.get(name)
  if (known !== undefined) return known
  // Made by `root.command`, or it would not inherit how errors and help are treated.
  const made = root.command(name).description(words.cli.commandGroup({ name }))
  groups.set(name, made)
  return made
}

function addGlobalOptions(root: Command, { cli }: Words): void {
  root
    .option('--db <file>', cli.db)
    .option('--format <format>', cli.format)
    .option('--output <file>', cli.output)
    .option('--lang <lang>', cli.lang)
    .option('--now <when>', cli.now)
    .option('--color <when>', cli.color)
    .option('--quiet', cli.quiet)
    .option('--yes', cli.yes)
    .option('--no-input', cli.noInput)
    .option('--dry-run', cli.dryRun)
}

/** Before any `.command()`: subcommands copy these settings when they are made. */
function configure(root: Command, { cli }: Words, output: ProgramOutput): void {
  const titles: Record<string, string> = {
    'Usage:': cli.usage,
    'Arguments:': cli.arguments,
    'Options:': cli.options,
    'Global Options:': cli.globalOptions,
    'Commands:': cli.commands,
  }
  root
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.out(text),
      writeErr: () => {},
      getOutHelpWidth: () => output.columns ?? 80,
      getErrHelpWidth: () => output.columns ?? 80,
    })
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      showGlobalOptions: false,
      subcommandTerm: (command) =>
        [
          command.name(),
          ...command.registeredArguments.map((arg) => (arg.required ? `<${arg.name()}>` : `[${arg.name()}]`)),
        ].join(' '),
      optionDescription: (option) => option.description,
      commandUsage: (command) =>
        [
          commandPath(command),
          command.commands.length > 0 ? `<${cli.commandWord}>` : '',
          command.usage().replace('[options]', `[${cli.optionsWord}]`).replace('[command]', ''),
        ]
          .filter((part) => part !== '')
          .join(' ')
          .trim(),
    })
    .helpOption('-h, --help', cli.helpOption)
    .helpCommand('help [command]', cli.helpCommand)
}

/** `voronka deal add`, as typed. */
export function commandPath(command: Command): string {
  return command.parent === null ? command.name() : `${commandPath(command.parent)} ${command.name()}`
}

function flatten(args: readonly unknown[]): string[] {
  return args.flatMap((arg) =>
    Array.isArray(arg) ? arg.map(String) : arg === undefined ? [] : [String(arg)],
  )
}

/** The near names of a mistyped command. */
export function commandNames(specs: readonly CommandSpec[]): string[] {
  return [...new Set(specs.flatMap((spec) => [spec.name, spec.name.split(' ')[0] ?? '']))].map(foldKey)
}
