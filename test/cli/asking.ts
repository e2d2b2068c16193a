import type { Ask, Choice } from '../../src/world.ts'
import type { Trial } from './world.ts'

/** A person who gives these answers in turn: a text, a yes or no, the place of a choice from 0. */
export function answering(...answers: readonly (string | boolean | number)[]): Ask {
  const left = [...answers]
  const next = () => {
    const answer = left.shift()
    if (answer === undefined) throw new Error('asked more than the test answers')
    return answer
  }
  const choice = async <T>(_message: string, choices: readonly Choice<T>[]): Promise<T> => {
    const chosen = choices[Number(next())]
    if (chosen === undefined) throw new Error('there is no such choice')
    return chosen.value
  }
  return {
    text: async () => String(next()),
    confirm: async () => next() === true,
    select: choice,
    find: choice,
  }
}

/** The answer of a command under `--format json`. */
export async function jsonOf(workspace: Trial, ...argv: readonly string[]): Promise<unknown> {
  const { out, err } = await workspace.run([...argv, '--format', 'json'])
  if (out === '') throw new Error(`no answer: ${err}`)
  return JSON.parse(out)
}
