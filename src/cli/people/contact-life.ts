import { LIFECYCLE, LIFECYCLE_BY_HAND, type Lifecycle, type LifecycleByHand } from '../../domain/lifecycle.ts'
import { majorOf } from '../../domain/money.ts'
import { Rates } from '../../domain/rates.ts'
import { formatDay } from '../../domain/time/period.ts'
import type { When } from '../../domain/time/when.ts'
import { UsageError } from '../../errors.ts'
import { formatMoney } from '../../render/numbers.ts'
import { momentText } from '../../store/deals/history.ts'
import { lifecycleOf, lifecycles, referralsOf } from '../../store/people/lifecycle.ts'
import { readWants } from '../../store/people/wants.ts'
import { readRates } from '../../store/rates.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import { parseAt } from '../at.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import type { CardLine } from '../finding/card.ts'
import { meant } from '../line/aliases.ts'
import { optional, several } from '../typed.ts'

/** `--lifecycle` and `--at` of `contact add` and `edit`; undefined where neither was given. */
export function readLifecycle(
  context: Context,
  store: Store,
  typed: Typed,
): { stage: LifecycleByHand; when: When } | undefined {
  const text = optional(typed, 'lifecycle')
  if (text === undefined) {
    if (optional(typed, 'at') !== undefined) throw new UsageError((w) => w.lifecycle.atAlone)
    return undefined
  }
  const stage = meant('lifecycle', text, LIFECYCLE)
  if (stage === 'customer') throw new UsageError((w) => w.lifecycle.noCustomer)
  const byHand = LIFECYCLE_BY_HAND.find((one) => one === stage)
  if (byHand === undefined) throw new UsageError((w) => w.lifecycle.badStage({ text }))
  return { stage: byHand, when: parseAt(context, store, typed).when }
}

/** `--lifecycle` of `contact list`: who is that now. */
export function keepsLifecycle(
  context: Context,
  store: Store,
  typed: Typed,
): (contact: { id: number }) => boolean {
  const wanted = several(typed, 'lifecycle').map((text) => {
    const stage = meant('lifecycle', text, LIFECYCLE)
    if (stage === undefined) throw new UsageError((w) => w.lifecycle.badFilter({ text }))
    return stage
  })
  if (wanted.length === 0) return () => true
  const known = lifecycles(store, context.now(store.zone))
  return ({ id }) => wanted.includes(known.get(id) ?? 'lead')
}

/** What `contact show` says beside the record itself. */
export interface Life {
  lifecycle: Lifecycle
  lifecycleHistory: { stage: Lifecycle; at: string }[]
  referred: { people: string[]; deals: number; amount: number; currency: string }
  waitsFor: string[]
}

/** As of now: what is dated later has not happened yet. */
export function lifeOf(context: Context, store: Store, contact: number): Life {
  const now = context.now(store.zone)
  const { currency } = store.settings
  const steps = lifecycleOf(store, contact).filter(({ at }) => at <= now)
  const { people, deals, amount } = referralsOf(store, contact, new Rates(currency, readRates(store)))
  return {
    lifecycle: steps.at(-1)?.stage ?? 'lead',
    lifecycleHistory: steps.map(({ stage, at, precision }) => ({
      stage,
      at: momentText(store, at, precision),
    })),
    referred: {
      people: people.map(({ id, name }) => `c${id} ${name}`),
      deals,
      amount: majorOf(amount, currency),
      currency,
    },
    waitsFor: readWants(store.db)
      .filter((want) => want.contact === contact && want.task === null)
      .map(({ product }) => product),
  }
}

export function lifeLines(
  store: Store,
  { lifecycleHistory, referred, waitsFor }: Life,
  words: Words,
): CardLine[] {
  const { lifecycle: said, lang } = words
  const day = (at: string) => formatDay(at.length > 10 ? store.zone.dateOf(Date.parse(at)) : at, lang)
  const { people, deals, amount, currency } = referred
  return [
    [
      said.title,
      lifecycleHistory
        .map(({ stage, at }) => said.since({ name: said.names[stage] ?? stage, day: day(at) }))
        .join(' → '),
    ],
    [
      said.referralsTitle,
      people.length === 0
        ? null
        : said.referrals({ people: people.length, deals, amount: formatMoney(amount, currency, lang, 0) }),
    ],
    [said.waitsTitle, waitsFor.join(', ')],
  ]
}
