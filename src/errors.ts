import type { Words } from './words/words.ts'
import { wordsFor } from './words/words.ts'

/** A sentence that can be said in each of the three languages. */
export type Say = (words: Words) => string

/** Exit codes that scripts rely on; documented in README. */
export const EXIT = {
  done: 0,
  refused: 1,
  usage: 2,
  checkNotMet: 10,
  badInput: 65,
  noInput: 66,
  cannotCreate: 73,
  cannotWrite: 74,
  fault: 70,
  busy: 75,
  noPermission: 77,
  configuration: 78,
  cancelled: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Something the user can mend: one sentence that ends in what to do next, and an exit code. */
export class UserError extends Error {
  constructor(
    readonly say: Say,
    readonly exit: ExitCode = EXIT.refused,
  ) {
    super(say(wordsFor('en')))
  }
}

/** The command line itself is wrong. */
export class UsageError extends UserError {
  constructor(say: Say) {
    super(say, EXIT.usage)
  }
}

/** An invariant of the program does not hold: never the user's doing. */
export class Fault extends Error {}

/** The sentence for a file that the system refuses to write: `error` is what it threw, or its code. */
export function notWritten(path: string, error: unknown, exit: ExitCode): UserError {
  return new UserError((w) => w.cli.cannotWrite({ path, why: whyNotWritten(error, w) }), exit)
}

export function whyNotWritten(error: unknown, { cli }: Words): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const known: Readonly<Record<string, string>> = cli.whyNotWritten
  return known[code] ?? code
}
