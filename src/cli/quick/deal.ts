import { type DealValues, NOTHING_KNOWN } from '../../domain/deal.ts'
import { ofMoment } from '../../domain/time/when.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { newStage } from '../deals/deal.ts'
import { readPatch } from '../deals/values.ts'
import type { Understood } from './understood.ts'

/** The deal but for whose it is. */
export async function dealValues(
  context: Context,
  store: Store,
  { options }: Typed,
  { amount, manager, note, source, title }: Understood,
): Promise<DealValues> {
  const at = { when: ofMoment(context.now(store.zone), store.zone), typed: false }
  const keep = ['currency', 'decimal', 'manager', 'product', 'stage', 'pipeline']
  const kept = Object.entries(options).filter(([name]) => keep.includes(name))
  const typed: Typed = {
    args: [],
    options: {
      ...Object.fromEntries(kept),
      ...(amount !== undefined && { amount }),
      ...(source !== undefined && { source }),
      ...(manager !== undefined && options['manager'] === undefined && { manager: `m${manager}` }),
      ...(note !== null && { note }),
    },
  }
  const { currency } = store.settings
  const patch = await readPatch(context, store, typed)
  const { fields: _, ...deal } = patch({ amount: null, currency, tags: [], contacts: [] })
  const stage = await newStage(context, store, typed, at)
  return { ...NOTHING_KNOWN, stage, manager: store.settings.me, currency, ...deal, title }
}
