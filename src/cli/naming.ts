import { foldName, parseTypedId } from '../domain/names/name.ts'
import { farFromName } from '../domain/names/name-cases.ts'
import { UserError } from '../errors.ts'
import { Ambiguous, candidateText, NotThere, SHOWN } from '../store/naming/naming.ts'
import type { Words } from '../words/words.ts'
import type { Context } from './context.ts'
import { quoted } from './line/quoted.ts'

/**
 * The id that a finder of `store/naming/naming.ts` finds; where several records fit and a person sits at the terminal, the
 * one they choose: `await chosen(context, () => findContact(store, text))`. Else the finder's own UserError.
 */
export async function chosen(
  context: Context,
  find: () => number,
  /** What tells a candidate from the others where there is room for it: said in place of its hint. */
  about?: (id: number) => string,
): Promise<number> {
  try {
    return find()
  } catch (error) {
    if (!(error instanceof Ambiguous) || !context.interactive) throw error
    const ask = await context.ask()
    const choices = error.candidates.slice(0, SHOWN).map((one, i) => ({
      name: `${i + 1}. ${candidateText(about === undefined ? one : { ...one, hint: about(one.id) })}`,
      value: one.id,
    }))
    return ask.select(context.words.naming.which({ text: error.text }), choices)
  }
}

/**
 * The refusal of a command that writes and names what is not there, with the command that would make it. Not where
 * the record itself was to be changed, nor for an id.
 */
export function withMaking(error: unknown, command: string, { writes }: Context): unknown {
  if (!(error instanceof NotThere) || !writes) return error
  const { kind, text, near } = error
  // A slip in a name that is there would make a second one of it.
  const isSlip = (name: string) => farFromName(foldName(text), foldName(name)) !== undefined
  if (kind === 'manager' && near.some(isSlip)) return error
  if (
    kind === 'deal' ||
    kind === 'task' ||
    kind === 'activity' ||
    kind === 'plan' ||
    command.startsWith(`${kind} `)
  )
    return error
  const name = text.trim()
  const called = kind === 'contact' ? keyFlag(name) : undefined
  if (called === undefined && (parseTypedId(name) !== undefined || !/\p{L}/u.test(name))) return error
  const make = (w: Words) =>
    `voronka ${kind} add ${called === undefined ? quoted(name) : `${w.naming.name} ${called} ${quoted(name)}`}`
  return new UserError((w) => w.naming.makeIt({ refusal: error.say(w), make: make(w) }))
}

/** The flag of a person's key, where the text is one and so no name. */
function keyFlag(text: string): string | undefined {
  if (text.includes('@')) return '--email'
  return /^[+\d][\d\s()-]{5,}$/.test(text) ? '--phone' : undefined
}
