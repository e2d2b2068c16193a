import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { commandLines } from '../../src/cli/line/command-lines.ts'
import { PlainLines } from '../../src/cli/line/plain-line.ts'
import { buildProgram, type Invocation } from '../../src/cli/line/program.ts'
import { wordsFor } from '../../src/words/words.ts'

const WORDS = wordsFor('en')
const PLAIN = new PlainLines(COMMANDS)

/** As commander reads it; undefined where it refuses, or shows help. What is not given it says of two options only. */
function inTree(words: readonly string[]): Invocation | undefined {
  let found: Invocation | undefined
  const output = { out: () => {}, columns: undefined }
  const program = buildProgram(COMMANDS, WORDS, output, (invocation) => {
    found = invocation
  })
  try {
    program.parse([...words], { from: 'user' })
  } catch {
    return undefined
  }
  const { input, pager, ...global } = found?.global ?? {}
  return (
    found && {
      ...found,
      global: { ...global, ...(input === false && { input }), ...(pager === false && { pager }) },
    }
  )
}

const EXAMPLES = COMMANDS.flatMap(({ examples = [] }) =>
  examples.flatMap((example) => commandLines(example).map(({ words }) => words)),
)

describe('a line that is read without the tree of commands', () => {
  it('is understood as the tree understands it, or not at all', () => {
    expect(EXAMPLES.length).toBeGreaterThan(150)
    for (const words of EXAMPLES) {
      const plain = PLAIN.invocation(words)
      if (plain !== undefined) expect([words, plain]).toEqual([words, inTree(words)])
    }
  })

  it('has the options of every command wherever they stand', () => {
    for (const words of EXAMPLES) {
      const line = [
        '--db',
        'a.db',
        ...words.slice(0, 2),
        '--quiet',
        '--no-input',
        ...words.slice(2),
        '--dry-run',
      ]
      const plain = PLAIN.invocation(line)
      if (plain !== undefined) expect([line, plain]).toEqual([line, inTree(line)])
    }
  })

  it('is nearly every line there is', () => {
    const plain = EXAMPLES.filter((words) => PLAIN.invocation(words) !== undefined)
    expect(plain.length / EXAMPLES.length).toBeGreaterThan(0.9)
  })

  it.each([
    ['help', 'today'],
    ['handover', 'help'],
    ['today', '--help'],
    ['today', '--db'],
    ['today', '--db', '--quiet'],
    ['today', '--format=json'],
    ['call', 'Anna', '--', '--quiet'],
    ['call', 'Anna', '--next'],
    ['nothing', 'of', 'the', 'kind'],
    ['deal'],
    ['today', '-q'],
    [],
  ])('is not %s %s', (...words) => {
    expect(PLAIN.invocation(words)).toBeUndefined()
  })
})
