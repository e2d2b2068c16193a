import { formatMoney } from '../../domain/money.ts'
import { formatDay } from '../../domain/time/period.ts'
import { Fault } from '../../errors.ts'
import { type DealStory, dealStory } from '../../store/deals/deals.ts'
import { findDeal, OnlyClosed } from '../../store/deals/naming.ts'
import { stateAt } from '../../store/deals/writing.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { chosen } from '../naming.ts'
import { leadingName } from '../touches/leading-name.ts'

/** The deal that the first word names. */
export function namedDeal(context: Context, store: Store, typed: Typed): Promise<number> {
  return chosen(
    context,
    () => findDeal(store, typed.args[0] ?? ''),
    (deal) => telling(context, store, deal),
  )
}

/** As `namedDeal`, or else the only deal of whoever is named, where it was lost: to say why afterwards. */
export async function namedLost(context: Context, store: Store, typed: Typed): Promise<number> {
  try {
    return await namedDeal(context, store, typed)
  } catch (error) {
    const [only, second] = error instanceof OnlyClosed ? error.closed : []
    if (only === undefined || second !== undefined || !isLost(store, only.id)) throw error
    return only.id
  }
}

function isLost(store: Store, deal: number): boolean {
  return store.stage(stateAt(store, deal, Number.MAX_SAFE_INTEGER).values.stage).kind === 'lost'
}

/** The words with the name of a deal in the first of them: `остекление офиса КП`; the last `rest` words are none of it. */
export function withDealName(store: Store, words: readonly string[], rest: number): string[] {
  const count = leadingName(words, words.length - rest, (text) => findDeal(store, text))
  return [words.slice(0, count).join(' '), ...words.slice(count)]
}

/** Namesakes are told apart by their stage, client, amount, manager and day of creation. */
function telling(context: Context, store: Store, deal: number): string {
  const { stage, company, contacts, manager, createdAt } = storyOf(store, deal)
  const { amount, currency } = stateAt(store, deal, Number.MAX_SAFE_INTEGER).values
  const client = company ?? contacts[0] ?? null
  const sum = amount === null ? null : formatMoney(amount, currency, context.lang)
  const facts = [stage, client, sum, manager, formatDay(createdAt.slice(0, 10), context.lang)]
  return facts.filter((fact) => fact !== null).join(' · ')
}

/** A deal as `deal show` prints it; inside a transaction, as it was just written. */
export function storyOf(store: Store, deal: number): DealStory {
  const story = dealStory(store, new Labels(store), deal)
  if (story === undefined) throw new Fault(`deal ${deal} is gone`)
  return story
}
