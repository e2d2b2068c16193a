import { statSync } from 'node:fs'
import type { World } from '../../world.ts'
import type { CommandSpec } from '../command.ts'
import { bareWords } from './aliases.ts'
import { PlainLines } from './plain-line.ts'
import type { TypedLine } from './unknown.ts'

/** `import FILE` with what the file is of, which its import is to be told; any other line as it is. */
export async function withKind(
  line: TypedLine,
  specs: readonly CommandSpec[],
  world: World,
): Promise<TypedLine> {
  const { typed, english } = line
  const [first = 0, second, ...more] = bareWords(english)
  if (english[first] !== 'import' || second === undefined || typed.length !== english.length) return line
  if (specs.some(({ name }) => name === `import ${english[second]}`)) return line
  const file = [second, ...more].map((at) => typed[at]).join(' ')
  if (!isFile(file)) return line
  const of = (words: readonly string[], kind: string) => words.toSpliced(second, 1 + more.length, kind, file)
  const { kindOf } = await import('../import/kind.ts')
  const kind = await kindOf(file, new PlainLines(specs).invocation(of(english, 'deals')), world)
  return { typed: of(typed, kind), english: of(english, kind) }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
