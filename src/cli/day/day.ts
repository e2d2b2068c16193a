import type { Lasts, OpenDeal } from '../../domain/day.ts'
import { Rates } from '../../domain/rates.ts'
import { UserError } from '../../errors.ts'
import { type DealFlags, daysOf, flagsOf, type StageOfDay, toLookInto } from '../../reports/deal-flags.ts'
import { type TodayItem, todayItems } from '../../reports/today.ts'
import { DealsAt } from '../../store/facts/open-deals.ts'
import { usualStay } from '../../store/facts/usual-stays.ts'
import { EVERY_DEAL } from '../../store/filters.ts'
import { survivorOf } from '../../store/naming/naming.ts'
import { newlyDormant } from '../../store/past/customers-at.ts'
import { lastsAt } from '../../store/past/lasts-at.ts'
import { duesAt } from '../../store/past/tasks-at.ts'
import { waitingAt } from '../../store/past/waiting-at.ts'
import { readRates } from '../../store/rates.ts'
import type { Store } from '../../store/store.ts'

/** Whose day it is: row ids of a manager and those merged into them; null for everyone's. */
export type Whose = ReadonlySet<number | null> | null

export interface Day {
  now: number
  items: readonly TodayItem[]
  /** The open deals of those whose day it is. */
  deals: readonly OpenDeal[]
}

/** Everything that is to be done at T, and the deals in work. */
export function dayAt(store: Store, now: number, whose: Whose): Day {
  const at = new DealsAt(store, { t: now + 1 })
  const all = at.open(
    whose === null ? EVERY_DEAL : { ...EVERY_DEAL, managers: [...ownersOf(store, whose), null] },
  )
  const deals = whose === null ? all : all.filter(({ manager }) => whose.has(manager))
  // Among nobody's deals there may be leads that anyone may take.
  const seen = all.filter(
    ({ manager, isNew }) => whose?.has(manager) !== false || (manager === null && isNew),
  )
  const dues = duesAt(store, now)
  const items = todayItems({
    now,
    zone: store.zone,
    dues,
    waiting: waitingAt(at),
    flags: flagsAt(at, seen, dues),
    dormant: newlyDormant(at),
    managers: whose,
    isTeam: store.managers.some(({ active, mergedInto }) => active && mergedInto === null),
  })
  return { now, items, deals }
}

/** Those whose deals are theirs: the managers themselves, and those merged into them. */
function ownersOf({ managers }: Store, whose: ReadonlySet<number | null>): number[] {
  return managers.flatMap(({ id }) => (whose.has(survivorOf(managers, id)) ? [id] : []))
}

/** What is to be noticed about these open deals at T. */
export function flagsAt(
  at: DealsAt,
  deals: readonly OpenDeal[],
  dues = duesAt(at.store, at.now),
): DealFlags[] {
  const { store, now } = at
  const { silentAfter, invoiceAfter } = store.settings
  const facts = {
    ...{ now, zone: store.zone, stages: stagesOf(at, deals) },
    patience: { silentAfter, invoiceAfter },
  }
  const looked = toLookInto(deals, facts)
  at.fillContacts(looked)
  const lasts: Map<number, Lasts> = lastsAt(store, looked, now)
  return flagsOf(deals, { ...facts, lasts, dues })
}

function stagesOf(at: DealsAt, deals: readonly OpenDeal[]): Map<number, StageOfDay> {
  const ids = [...new Set(deals.map(({ stage }) => stage))]
  return new Map(
    ids.map((id) => {
      const { name, norm, invoice } = at.store.stage(id)
      const usual = norm === null ? usualStay(at, id) : null
      return [id, { name, invoice, norm: norm ?? (usual === null ? null : daysOf(usual)) }]
    }),
  )
}

/** Deals in work of one stage, and their worth in the base currency, minor units; null where a rate is missing. */
export interface InWork {
  pipeline: number
  stage: number
  deals: number
  amount: number | null
}

export function inWork(store: Store, { deals, now }: Day): InWork[] {
  const { currency } = store.settings
  const on = store.zone.dateOf(now)
  let rates: Rates | undefined
  const worth = ({ amount, currency: own }: OpenDeal) => {
    if (amount === null || own === currency) return amount ?? 0
    rates ??= new Rates(currency, readRates(store))
    try {
      return rates.convert(amount, own, currency, on)
    } catch (error) {
      if (error instanceof UserError) return null
      throw error
    }
  }
  const found = new Map<number, InWork>()
  for (const deal of deals) {
    const { stage, pipeline } = deal
    const sum: InWork = found.get(stage) ?? { pipeline, stage, deals: 0, amount: 0 }
    const more = worth(deal)
    sum.deals += 1
    sum.amount = sum.amount === null || more === null ? null : sum.amount + more
    found.set(stage, sum)
  }
  return store.pipelines.flatMap(({ stages }) => stages.flatMap(({ id }) => found.get(id) ?? []))
}
