import { EXIT, UserError } from '../../src/errors.ts'
import type { Ask, Choice, OwnWords } from '../../src/world.ts'

/** A person whose answers are those that a test gives, and what they were asked. */
export interface Person {
  readonly ask: Ask
  /** Question, the choices that it offered first, and the answer. */
  readonly heard: readonly string[]
}

/** Choices beyond these are not told. */
const MOST_HEARD = 5

/**
 * Answers in turn: a text as typed, a yes or no, a choice by its words (or how they begin). `null` is Ctrl-C. `meanwhile`
 * runs while they think.
 */
export function person(
  answers: readonly (string | boolean | null)[],
  meanwhile: () => Promise<void> = async () => {},
): Person {
  const left = [...answers]
  const heard: string[] = []
  const next = async (question: string): Promise<string | boolean> => {
    await meanwhile()
    const answer = left.shift()
    if (answer === undefined) throw new Error(`no answer to: ${question}`)
    if (answer === null) throw new UserError((w) => w.cli.cancelled, EXIT.cancelled)
    heard.push(`${question} ⏎ ${answer}`)
    return answer
  }
  const choose = async <T>(message: string, choices: readonly Choice<T>[], own?: OwnWords<T>): Promise<T> => {
    const names = choices.map(({ name }) => name)
    const more = names.length > MOST_HEARD ? ' …' : ''
    const answer = await next(`${message} [${names.slice(0, MOST_HEARD).join(' | ')}${more}]`)
    const chosen =
      choices.find(({ name }) => name === answer) ??
      choices.find(({ name }) => name.startsWith(String(answer))) ??
      own?.(String(answer))[0]
    if (chosen === undefined) throw new Error(`no such choice "${answer}" in: ${names.join(' | ')}`)
    return chosen.value
  }
  return {
    heard,
    ask: {
      text: async (message, initial) =>
        String(await next(`${message} (${initial ?? ''})`)) || (initial ?? ''),
      confirm: async (message) => (await next(message)) === true,
      select: (message, choices) => choose(message, choices),
      find: choose,
    },
  }
}
