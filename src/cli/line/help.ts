import type { Command } from 'commander'
import { nearest } from '../../domain/names/name.ts'
import { UsageError } from '../../errors.ts'
import type { Topic } from '../../words/topic.ts'
import type { Words } from '../../words/words.ts'
import { otherWords } from './aliases.ts'
import { wordTable } from './help-words.ts'

/** What `voronka help WORDS` shows: a command's help (of the whole program without words) or a topic's text. */
export function helpOn(root: Command, typed: readonly string[], words: Words): Command | Topic {
  const name = typed.join(' ')
  const [, topic] = Object.entries(words.topics).find(([known]) => known === name) ?? []
  if (topic !== undefined && name === 'words')
    return { ...topic, text: `${topic.text}\n\n${wordTable(root, words)}` }
  return commandOf(root, typed) ?? topic ?? refuse(root, typed, words)
}

/** Names of values as a language has them: `<file>`, `[stage]`, `--manager <name>`. */
export function inWords(text: string, { help }: Words): string {
  return text.replace(/<[^>]*>|\[[^\]]*\]/g, (value) =>
    value.replace(/[a-z]+/gi, (name) => help.placeholders[name] ?? name),
  )
}

/** An example with the names in it as people of the language have them. */
export function exampleIn(line: string, { cli }: Words): string {
  // The command itself stays: `today` is one, and a day.
  return line.replace(/"[^"]*"|(?<=[\s=])(?<!^voronka )[^\s"=]+/g, (word) => {
    const [name = ''] = word.replaceAll('"', '').split('=')
    return word.replace(name, cli.inExamples[name] ?? name)
  })
}

/** Beyond these columns an example goes on in the next line, as a shell reads it: with a backslash, before an option. */
const EXAMPLE_WIDTH = 78

export function exampleLines(line: string): string {
  const [first = '', ...options] = line.split(/ (?=--)/)
  const lines = [`  ${first}`]
  for (const option of options) {
    const last = lines.at(-1) ?? ''
    if (`${last} ${option}`.length <= EXAMPLE_WIDTH) lines[lines.length - 1] = `${last} ${option}`
    else lines.push(`    ${option}`)
  }
  return lines.join(' \\\n')
}

function commandOf(root: Command, typed: readonly string[]): Command | undefined {
  return typed.reduce<Command | undefined>(
    (command, word) => command?.commands.find((child) => child.name() === word),
    root,
  )
}

function refuse(root: Command, typed: readonly string[], words: Words): never {
  const text = typed.join(' ')
  const commands = root.commands.flatMap((command) => [
    command.name(),
    ...command.commands.map((child) => `${command.name()} ${child.name()}`),
  ])
  const topics = Object.keys(words.topics)
  const others = [
    ...topics.flatMap((topic) => otherWords('topic', topic)),
    ...root.commands.flatMap((command) => otherWords('command', command.name())),
  ]
  const near = nearest(text, [...commands, ...topics, ...others], 1)[0] ?? null
  throw new UsageError((w) =>
    w.commandLine.noHelp({ text, near: near && `voronka help ${near}`, topics: topics.join(', ') }),
  )
}
