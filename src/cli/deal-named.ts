import { Fault } from '../errors.ts'
import { findDeal } from '../store/deal-naming.ts'
import { type DealStory, dealStory } from '../store/deals.ts'
import { Labels } from '../store/labels.ts'
import type { Store } from '../store/store.ts'
import type { Typed } from './command.ts'
import type { Context } from './context.ts'
import { chosen } from './naming.ts'

/** The deal that the first word names. */
export function namedDeal(context: Context, store: Store, typed: Typed): Promise<number> {
  return chosen(context, () => findDeal(store, typed.args[0] ?? ''))
}

/** A deal as `deal show` prints it; inside a transaction, as it was just written. */
export function storyOf(store: Store, deal: number): DealStory {
  const story = dealStory(store, new Labels(store), deal)
  if (story === undefined) throw new Fault(`deal ${deal} is gone`)
  return story
}
