import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import { aboutWhom, type Known } from '../../store/touches/about.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import type { Party } from '../people/whom.ts'
import { readDeal } from './values.ts'

/** Whom and what it is about, as far as that is certain; of several open deals a person at a terminal chooses. */
export async function knownOf(
  context: Context,
  store: Store,
  typed: Typed,
  party: Party | undefined,
): Promise<Known> {
  const known =
    party !== undefined && 'whom' in party
      ? aboutWhom(store, party.whom)
      : { contact: null, company: null, deal: null, openDeals: [] }
  const said = await readDeal(context, store, typed)
  const deal = said === undefined && known.openDeals.length > 0 ? await askDeal(context, store, known) : said
  return deal === undefined ? known : { ...known, deal, openDeals: [] }
}

/** Which of several open deals it is about: null for none of them, undefined where nobody can be asked. */
async function askDeal(
  context: Context,
  store: Store,
  { openDeals }: Known,
): Promise<number | null | undefined> {
  if (!context.interactive || context.global.yes === true) return undefined
  const ask = await context.ask()
  const { touch } = context.words
  const labels = new Labels(store)
  const choices = openDeals.map((id) => ({
    name: `d${id} ${labels.deal(id)}`,
    value: id as number | null,
  }))
  return ask.select(touch.ask.deal, [...choices, { name: touch.ask.noDeal, value: null }])
}
