import { usualReasons } from '../../store/filters.ts'
import type { Store } from '../../store/store.ts'
import type { Context } from '../context.ts'

/** Why a deal is lost: of the reasons given most often, or in words of one's own; '' where it is not said. */
export async function askWhyLost(context: Context, store: Store): Promise<string> {
  const ask = await context.ask()
  const words = context.words.touch.ask
  const usual = usualReasons(store.db)
  if (usual.length < LEAST) return (await ask.text(words.whyLost)).trim()
  const chosen = await ask.select<string | null>(words.whyOf, [
    ...usual.map((reason) => ({ name: reason, value: reason })),
    { name: words.whyElse, value: null },
    { name: words.whyUnsaid, value: '' },
  ])
  return chosen ?? (await ask.text(words.whyLost)).trim()
}

/** One reason is no choice. */
const LEAST = 2
