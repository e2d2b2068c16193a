import type { Command } from 'commander'
import { wrapText } from '../../render/width.ts'
import { ALIASES, type AliasKind } from '../../words/aliases.ts'
import type { Words } from '../../words/words.ts'
import { otherWords } from './aliases.ts'
import { SECTIONS } from './sections.ts'

/** Values of options that are words of the program, and the option that takes them. */
const VALUES = [
  ['--by', 'group', 'step'],
  ['--status', 'status'],
  ['--outcome', 'outcome'],
  ['--priority', 'priority'],
  ['--lifecycle', 'lifecycle'],
  ['--mode', 'mode'],
  ['--compare', 'compared'],
  ['--manager', 'everyone'],
] as const satisfies readonly (readonly [flag: string, ...AliasKind[]])[]

/** Which words stand for those of the program in a language; in English, in both of the others. */
export function wordTable(root: Command, { help, lang }: Words): string {
  const order = SECTIONS.flatMap(({ commands }) => commands)
  const commands = order.filter((name) => root.commands.some((command) => command.name() === name))
  const rowsOf = (kind: AliasKind, names: readonly string[] = Object.keys(ALIASES[kind]), lead = '') =>
    names.flatMap((name) => {
      const others = otherWords(kind, name, lang).filter((word) => /\p{Script=Cyrillic}/u.test(word))
      return others.length === 0 ? [] : [rowOf(`${lead}${name}`, others.join(', '))]
    })
  const part = (title: string, rows: readonly string[]) =>
    rows.length === 0 ? [] : [`${title}\n${rows.join('\n')}`]
  const { titles } = help.wordTable
  return [
    ...part(titles.commands, rowsOf('command', commands)),
    ...part(titles.verbs, rowsOf('verb')),
    ...part(titles.lists, rowsOf('listed')),
    ...part(titles.deeds, [...rowsOf('deed'), ...rowsOf('movedTo', undefined, 'deal move … ')]),
    ...part(titles.options, rowsOf('option', undefined, '--')),
    ...VALUES.flatMap(([flag, ...kinds]) =>
      part(
        titles.values(flag),
        kinds.flatMap((kind) => rowsOf(kind)),
      ),
    ),
  ].join('\n\n')
}

const FIRST_COLUMN = 16

function rowOf(name: string, others: string): string {
  const lines = wrapText(others, 78 - FIRST_COLUMN)
  const [first = '', ...rest] = name.length < FIRST_COLUMN ? lines : ['', ...lines]
  return [
    `  ${name.padEnd(FIRST_COLUMN)}${first}`,
    ...rest.map((line) => ' '.repeat(FIRST_COLUMN + 2) + line),
  ]
    .map((line) => line.trimEnd())
    .join('\n')
}
