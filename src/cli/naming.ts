import { Ambiguous, candidateText, SHOWN } from '../store/naming.ts'
import type { Context } from './context.ts'

/**
 * The id that a finder of `store/naming.ts` finds; where several records fit and a person sits at the terminal, the
 * one they choose: `await chosen(context, () => findContact(store, text))`. Else the finder's own UserError.
 */
export async function chosen(context: Context, find: () => number): Promise<number> {
  try {
    return find()
  } catch (error) {
    if (!(error instanceof Ambiguous) || !context.interactive) throw error
    const ask = await context.ask()
    const choices = error.candidates.slice(0, SHOWN).map((one, i) => ({
      name: `${i + 1}. ${candidateText(one)}`,
      value: one.id,
    }))
    return ask.select(context.words.naming.which({ text: error.text }), choices)
  }
}
