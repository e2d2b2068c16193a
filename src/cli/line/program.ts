import { Command, type Help, Option } from 'commander'
import { wrapText } from '../../render/width.ts'
import type { Words } from '../../words/words.ts'
import { type CommandSpec, type Typed, takesAllWords } from '../command.ts'
import type { GlobalOptions } from '../context.ts'
import { otherWords } from './aliases.ts'
import { exampleIn, exampleLines, helpOn, inWords } from './help.ts'
import { SECTIONS } from './sections.ts'

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
 * own errors are thrown as CommanderError (see `explainUsage`), and help goes to `output.out`. Of commands that the words
 * do not name nothing but their arguments is told: that takes longer than all else a start does here.
 */
export function buildProgram(
  specs: readonly CommandSpec[],
  words: Words,
  output: ProgramOutput,
  chosen: (invocation: Invocation) => void,
  typed?: readonly string[],
): Command {
  const root = new Command('voronka')
  configure(root, words, output)
  root.description(words.cli.tagline)
  addGlobalOptions(root, words)
  const groups = new Map<string, Command>()
  const grouped = new Set(specs.flatMap(({ name }) => (name.includes(' ') ? [name.split(' ')[0] ?? ''] : [])))
  for (const spec of specs) {
    const [first = '', second] = spec.name.split(' ')
    const group = second !== undefined || grouped.has(first) ? groupOf(root, groups, first, words) : root
    const command = second === undefined && group !== root ? group : group.command(second ?? first)
    command.description(spec.summary(words))
    if (spec.args) command.arguments(spec.args)
    if (typed === undefined || spec.name.split(' ').every((word) => typed.includes(word)))
      describe(command, spec, words)
    command.action((...received: unknown[]) => {
      chosen({
        spec,
        typed: { args: argsOf(spec, command, received), options: optionsOf(command, group) },
        global: root.opts<GlobalOptions>(),
      })
    })
  }
  addHelp(root, words, output)
  return root
}

/**
 * A first word may be a command and have others under it: `handover NAME`, `handover list`. Commander gives the first
 * whatever options it knows, though they stand behind the second: they are the second's, or nobody's.
 */
function optionsOf(command: Command, group: Command): Typed['options'] {
  if (command === group || group.parent === null) return command.opts()
  const own = new Map(command.options.map((option) => [option.attributeName(), option]))
  const given = Object.entries(group.opts()).filter(([name]) => group.getOptionValueSource(name) === 'cli')
  const [stranger] = given.filter(([name]) => !own.has(name))
  if (stranger !== undefined) {
    const flag = group.options.find((option) => option.attributeName() === stranger[0])?.long ?? stranger[0]
    command.error(`error: unknown option '${flag}'`, { code: 'commander.unknownOption' })
  }
  const asOwn = given.map(([name, value]) => [name, oneOrSeveral(value, own.get(name))])
  return { ...Object.fromEntries(asOwn), ...command.opts() }
}

/** What the first word takes several times, the second may take but once, and the other way round. */
function oneOrSeveral(value: unknown, option: Option | undefined): unknown {
  const isRepeated = option?.parseArg !== undefined
  if (Array.isArray(value)) return isRepeated ? value : value.at(-1)
  return isRepeated ? [value] : value
}

function describe(command: Command, spec: CommandSpec, words: Words): void {
  if (takesAllWords(spec)) command.allowExcessArguments(true)
  for (const { flags, help, repeat, hidden } of spec.options ?? []) {
    const option = new Option(flags, help(words))
    if (hidden) option.hideHelp()
    if (repeat)
      option.argParser((value: string, before: unknown) => [...(Array.isArray(before) ? before : []), value])
    command.addOption(option)
  }
  const examples = (spec.examples ?? []).map((line) => `${exampleLines(exampleIn(line, words))}\n`).join('')
  if (examples !== '') command.addHelpText('after', `\n${words.cli.examples}\n${examples}`)
  command.addHelpText('after', `${examples === '' ? '\n' : ''}${words.help.everywhere}`)
}

/** Made by `root.command`, or it would not inherit how errors and help are treated. */
function groupOf(root: Command, groups: Map<string, Command>, name: string, words: Words): Command {
  const known = groups.get(name)
  if (known !== undefined) return known
  const titles: Readonly<Record<string, string>> = words.help.groups
  const made = root.command(name)
  made.description(titles[name] ?? name)
  groups.set(name, made)
  return made
}

/** `help COMMAND`, `help TOPIC`, and the list of commands by parts instead of one long one. */
function addHelp(root: Command, words: Words, output: ProgramOutput): void {
  root
    .command('help')
    .argument('[words...]')
    .description(words.cli.helpCommand)
    .action((typed: string[]) => {
      const found = helpOn(root, typed, words)
      if (found instanceof Command) found.outputHelp()
      else output.out(`${found.about}\n\n${found.text}\n`)
    })
  for (const command of root.commands) {
    const section = SECTIONS.find(({ commands }) => commands.includes(command.name()))
    command.helpGroup(words.help[section?.title ?? 'workspace'])
    const [, topic] = Object.entries(words.topics).find(([name]) => name === command.name()) ?? []
    if (topic !== undefined) command.addHelpText('after', `\n${topic.text}`)
    if (command.commands.length > 0)
      command.summary(`${command.description()}: ${command.commands.map((child) => child.name()).join(', ')}`)
  }
  const topics = Object.entries(words.topics)
  const width = Math.max(...topics.map(([name]) => name.length))
  const lines = topics.map(([name, { about }]) => {
    const head = `  voronka help ${name.padEnd(width)}  `
    return head + wrapText(about, helpWidth(output) - head.length).join(`\n${' '.repeat(head.length)}`)
  })
  root.addHelpText('after', `\n${words.help.topics}\n${lines.join('\n')}`)
}

/** Options of every command. */
export function addGlobalOptions(root: Command, { cli }: Words): void {
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
    .option('--no-pager', cli.noPager)
    .option('--dry-run', cli.dryRun)
    // Answered before anything is loaded, by `bin/voronka.js`.
    .option('-V, --version', cli.versionOption)
}

function helpWidth({ columns = 80 }: ProgramOutput): number {
  return Math.min(columns, 100)
}

/** Before any `.command()`: subcommands copy these settings when they are made. */
function configure(root: Command, words: Words, output: ProgramOutput): void {
  root
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.out(text),
      writeErr: () => {},
      getOutHelpWidth: () => helpWidth(output),
      getErrHelpWidth: () => 80,
    })
    .configureHelp(helpIn(words))
    .helpOption('-h, --help', words.cli.helpOption)
    // Groups have `help` of commander's kind; the root has its own, which knows topics too.
    .helpCommand('help [command]', words.cli.helpCommand)
    .helpCommand(false)
}

/** Commander's help in the words of a language: it has none but English of its own. */
function helpIn(words: Words): Partial<Help> {
  const { cli } = words
  const titles: Record<string, string> = {
    'Usage:': cli.usage,
    'Arguments:': cli.arguments,
    'Options:': cli.options,
    'Commands:': cli.commands,
  }
  return {
    styleTitle: (title) => titles[title] ?? title,
    // Commands of their own section first, sections and commands in the order of the table.
    groupItems: (_all, visible, groupOfItem) => {
      const groups = new Map(SECTIONS.map(({ title }) => [words.help[title], [] as typeof visible]))
      for (const item of visible)
        groups.set(groupOfItem(item), [...(groups.get(groupOfItem(item)) ?? []), item])
      const order = new Map(SECTIONS.flatMap(({ commands }) => commands).map((name, at) => [name, at]))
      const placeOf = (item: (typeof visible)[number]) =>
        'registeredArguments' in item && item.parent?.parent === null
          ? (order.get(item.name()) ?? order.size)
          : 0
      return new Map(
        [...groups]
          .filter(([, items]) => items.length > 0)
          .map(([title, items]) => [title, items.sort((a, b) => placeOf(a) - placeOf(b))]),
      )
    },
    subcommandTerm: (command) => termOf(command, words),
    subcommandDescription: (command) => command.summary() || command.description(),
    optionTerm: (option) => inWords(option.flags, words),
    optionDescription: (option) => option.description,
    commandUsage: (command) =>
      [
        commandPath(command),
        // What takes words of its own does something without a command too.
        ...(command.commands.length > 0 && command.registeredArguments.length === 0
          ? [`<${cli.commandWord}>`]
          : argumentsOf(command, words)),
        `[${cli.optionsWord}]`,
      ].join(' '),
  }
}

/** A command with its word in the language beside it; in the list of all there is no room for its arguments too. */
function termOf(command: Command, words: Words): string {
  const isFirst = command.parent?.parent === null
  const [own] =
    words.lang === 'en' ? [] : otherWords(isFirst ? 'command' : 'verb', command.name(), words.lang)
  const name = own === undefined ? command.name() : `${command.name()}, ${own}`
  return [name, ...(isFirst && words.lang !== 'en' ? [] : argumentsOf(command, words))].join(' ')
}

function argumentsOf(command: Command, words: Words): string[] {
  return command.registeredArguments.map((arg) => {
    const name = `${arg.name()}${arg.variadic ? '...' : ''}`
    return inWords(arg.required ? `<${name}>` : `[${name}]`, words)
  })
}

/** `voronka deal add`, as typed. */
function commandPath(command: Command): string {
  return command.parent === null ? command.name() : `${commandPath(command.parent)} ${command.name()}`
}

/** A name of several words needs no quotes where nothing but the name can be meant. */
function argsOf(spec: CommandSpec, command: Command, received: readonly unknown[]): string[] {
  if (takesAllWords(spec) && command.args.length > 1) return [command.args.join(' ')]
  return flatten(received.slice(0, -2))
}

function flatten(args: readonly unknown[]): string[] {
  return args.flatMap((arg) =>
    Array.isArray(arg) ? arg.map(String) : arg === undefined ? [] : [String(arg)],
  )
}
