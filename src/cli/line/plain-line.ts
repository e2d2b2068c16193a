import { type CommandSpec, type Typed, takesAllWords } from '../command.ts'
import type { GlobalOptions } from '../context.ts'
import type { Invocation } from './program.ts'

interface Shape {
  spec: CommandSpec
  /** By flag (`--next`): its key, whether a value follows, whether it may be repeated. */
  flags: ReadonlyMap<string, { key: string; valued: boolean; repeat: boolean }>
  least: number
  most: number
}

/** Options of every command: their keys, and what those set that no value follows. */
const GLOBALS: ReadonlyMap<string, { key: keyof GlobalOptions; sets?: boolean }> = new Map([
  ['--db', { key: 'db' }],
  ['--format', { key: 'format' }],
  ['--output', { key: 'output' }],
  ['--lang', { key: 'lang' }],
  ['--now', { key: 'now' }],
  ['--color', { key: 'color' }],
  ['--quiet', { key: 'quiet', sets: true }],
  ['--yes', { key: 'yes', sets: true }],
  ['--no-input', { key: 'input', sets: false }],
  ['--no-pager', { key: 'pager', sets: false }],
  ['--dry-run', { key: 'dryRun', sets: true }],
])

/**
 * Command lines without anything out of the ordinary, read from the specs alone: thirty times as fast as the tree of
 * commands. What is not plain (short options, `--`, a missing value…) is not read: undefined, and the tree says why.
 */
export class PlainLines {
  readonly #shapes = new Map<string, Shape>()
  readonly #names: ReadonlyMap<string, CommandSpec>

  constructor(commands: readonly CommandSpec[]) {
    this.#names = new Map(commands.map((spec) => [spec.name, spec]))
  }

  /** With the options of every command, which may stand anywhere. */
  invocation(words: readonly string[]): Invocation | undefined {
    const global: Partial<Record<keyof GlobalOptions, string | boolean>> = {}
    const own: string[] = []
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? ''
      const option = GLOBALS.get(word)
      if (option === undefined) own.push(word)
      else if (option.sets !== undefined) global[option.key] = option.sets
      else {
        const value = words[++at]
        if (value === undefined || value.startsWith('-')) return undefined
        global[option.key] = value
      }
    }
    const found = this.parse(own)
    return found && { ...found, global: global as GlobalOptions }
  }

  parse(words: readonly string[]): { spec: CommandSpec; typed: Typed } | undefined {
    const [first = '', second = ''] = words
    const spec = this.#names.get(`${first} ${second}`) ?? this.#names.get(first)
    // Behind a command that has others under it, `help` is one.
    if (spec === undefined || second === 'help') return undefined
    const { flags, least, most } = this.#shapeOf(spec)
    const args: string[] = []
    const options: Record<string, unknown> = {}
    for (let at = spec.name.includes(' ') ? 2 : 1; at < words.length; at++) {
      const word = words[at] ?? ''
      if (!word.startsWith('-') || word === '-') {
        args.push(word)
        continue
      }
      const flag = flags.get(word)
      const value = words[at + 1]
      if (flag === undefined || (flag.valued && (value === undefined || value.startsWith('-'))))
        return undefined
      if (!flag.valued) options[flag.key] = true
      else if (!flag.repeat) options[flag.key] = value
      else options[flag.key] = [...((options[flag.key] as string[] | undefined) ?? []), value]
      if (flag.valued) at++
    }
    if (args.length > 1 && takesAllWords(spec)) return { spec, typed: { args: [args.join(' ')], options } }
    return args.length < least || args.length > most ? undefined : { spec, typed: { args, options } }
  }

  #shapeOf(spec: CommandSpec): Shape {
    const known = this.#shapes.get(spec.name)
    if (known !== undefined) return known
    const args = spec.args?.split(' ') ?? []
    const flags = (spec.options ?? []).flatMap((option) => {
      const [, flag = '', value = ''] = /^(--[a-z][a-z-]*)(?: (<[^>]+>))?$/.exec(option.flags) ?? []
      const key = flag.slice(2).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
      // `--no-x` sets another key, and has a default.
      if (flag === '' || flag.startsWith('--no-')) return []
      return [[flag, { key, valued: value !== '', repeat: option.repeat === true }] as const]
    })
    const shape = {
      spec,
      flags: new Map(flags),
      least: args.filter((arg) => arg.startsWith('<')).length,
      most: args.some((arg) => arg.includes('...')) ? Number.POSITIVE_INFINITY : args.length,
    }
    this.#shapes.set(spec.name, shape)
    return shape
  }
}
