import type { Command } from 'commander'
import { wrapText } from '../../render/width.ts'
import { ALIASES, type AliasKind } from '../../words/aliases.ts'
import type { Words } from '../../words/words.ts'
import { otherWords } from './aliases.ts'
import { SECTIONS } from './sections.ts'

/** Values of options that are words of the program, and the option that takes them. */
const VALUES = [
  ['group', '--by'],
  ['step', '--by'],
  ['status', '--status'],
  ['outcome', '--outcome'],
  ['priority', '--priority'],
  ['lifecycle', '--lifecycle'],
  ['mode', '--mode'],
  ['compared', '--compare'],
  ['everyone', '--manager'],
] as const satisfies readonly (readonly [AliasKind, string])[]

/** Which words stand for those of the program in a language; in English, in both of the others. */
export function wordTable(root: Command, { help, lang }: Words): string {
  const order = SECTIONS.flatMap(({ commands }) => commands)
  const commands = order.filter((name) => root.commands.some((command) => command.name() === name))
  const part = (title: string, kind: AliasKind, names: readonly string[], lead = '') => {
    const rows = names.flatMap((name) => {
      const others = otherWords(kind, name, lang).filter((word) => /\p{Script=Cyrillic}/u.test(word))
      return others.length === 0 ? [] : [rowOf(`${lead}${name}`, others.join(', '))]
    })
    return rows.length === 0 ? [] : [`${title}\n${rows.join('\n')}`]
  }
  const { titles } = help.wordTable
  return [
    ...part(titles.commands, 'command', commands),
    ...part(titles.verbs, 'verb', Object.keys(ALIASES.verb)),
    ...part(titles.lists, 'listed', Object.keys(ALIASES.listed)),
    ...part(titles.deeds, 'deed', Object.keys(ALIASES.deed)),
    ...part(titles.options, 'option', Object.keys(ALIASES.option), '--'),
    ...VALUES.flatMap(([kind, flag]) => part(titles.values(flag), kind, Object.keys(ALIASES[kind]))),
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
