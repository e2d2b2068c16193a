import type { Due, Lasts, OpenDeal } from '../domain/day.ts'
import { fullDays } from '../domain/time/work-hours.ts'
import { DAY, type Instant, type Zone } from '../domain/time/zone.ts'

/** What the workspace says of when something is to be done about a deal. Days. */
export interface Patience {
  silentAfter: number
  invoiceAfter: number
}

export interface StageOfDay {
  name: string
  /** Days a deal may stay: set for the stage, else what nine of ten won deals took; null for no norm. */
  norm: number | null
  invoice: boolean
}

/** What is to be noticed about an open deal at T. */
export interface DealFlags {
  deal: OpenDeal
  stage: string
  /** Full days in its stage; its norm. */
  days: number
  norm: number | null
  stuck: boolean
  /** Since when nobody was in touch: the last contact, or the creation where there was none since. */
  silentSince: Instant
  silent: boolean
  lastContact: Instant | null
  /** The invoice is out, and nobody has asked about it. */
  invoice: boolean
  /** It is a new lead, and nobody has reached them yet or has said when. */
  unanswered: boolean
  /** Of such a lead, the last of the attempts that nobody answered. */
  lastAttempt: Instant | null
}

/** What flags are made from, all at T. */
export interface FlagFacts {
  now: Instant
  zone: Zone
  patience: Patience
  stages: ReadonlyMap<number, StageOfDay>
  lasts: ReadonlyMap<number, Lasts>
  /** Open tasks and planned meetings. */
  dues: readonly Due[]
}

/**
 * The deals of which it must be known who they are with, and when somebody was in touch. About the others nothing can be
 * noticed: they are younger than a silence that is long, no new leads, without an invoice and within the norm.
 */
export function toLookInto(
  deals: readonly OpenDeal[],
  { now, zone, patience, stages }: Omit<FlagFacts, 'lasts' | 'dues'>,
): OpenDeal[] {
  const wall = (at: Instant) => at + zone.offsetAt(at)
  // Of a moment that its wall clock shows no later than this so many full days are over.
  const before = (days: number) => wall(now) - days * DAY
  const old = before(patience.silentAfter)
  const long = new Map<number, number>()
  for (const [id, { norm, invoice }] of stages)
    if (invoice) long.set(id, Number.POSITIVE_INFINITY)
    else if (norm !== null) long.set(id, before(Math.floor(norm) + 1))
  return deals.filter(
    ({ isNew, createdAt, stageAt, stage }) =>
      isNew || wall(createdAt) <= old || wall(stageAt) <= (long.get(stage) ?? Number.NEGATIVE_INFINITY),
  )
}

/**
 * Stuck: more full days in its stage than the norm. Silent: no contact for so many full days, counted from the last
 * contact or the creation, whichever is later, and nothing planned for today or later. Invoice: so many full days in a
 * stage with an invoice without a contact since it came there, and nothing planned since or for later. Unanswered: a new
 * lead that nobody has reached since it came, and that came of no talk with them, however often they tried, and nothing with a day is planned. Planned is
 * what names the deal, or one of its people and no deal.
 */
export function flagsOf(deals: readonly OpenDeal[], facts: FlagFacts): DealFlags[] {
  const { now, zone, patience, stages, lasts } = facts
  const plans = new Plans(facts.dues)
  const today = zone.startOfDay(zone.dateOf(now))
  const isDated = ({ at }: Due) => at !== null
  const isToCome = ({ at }: Due) => at !== null && at >= today
  return deals.map((deal) => {
    const stage = stages.get(deal.stage)
    const { contact, attempt, reached, since } = lasts.get(deal.id) ?? { ...NO_LASTS, since: deal.createdAt }
    const days = fullDays(deal.stageAt, now, zone)
    const norm = stage?.norm ?? null
    const silentSince = Math.max(contact ?? deal.createdAt, deal.createdAt)
    const { stageAt } = deal
    return {
      deal,
      stage: stage?.name ?? '',
      days,
      norm,
      stuck: norm !== null && days > norm,
      silentSince,
      silent: fullDays(silentSince, now, zone) >= patience.silentAfter && !plans.has(deal, isToCome),
      lastContact: contact,
      invoice:
        stage?.invoice === true &&
        days >= patience.invoiceAfter &&
        (contact ?? 0) <= stageAt &&
        !plans.has(deal, ({ at, createdAt }) => createdAt >= stageAt || (at ?? 0) >= stageAt),
      unanswered: deal.isNew && (reached === null || reached < since) && !plans.has(deal, isDated),
      lastAttempt: attempt === null || attempt < since ? null : attempt,
    }
  })
}

const NO_LASTS = { contact: null, attempt: null, reached: null }

/** Days of a stay of so many ms. */
export function daysOf(ms: number): number {
  return ms / DAY
}

/** What is planned about a deal. */
class Plans {
  readonly #ofDeals = new Map<number, Due[]>()
  readonly #ofPeople = new Map<number, Due[]>()

  constructor(dues: readonly Due[]) {
    const add = (map: Map<number, Due[]>, key: number, due: Due) => {
      const list = map.get(key)
      if (list === undefined) map.set(key, [due])
      else list.push(due)
    }
    for (const due of dues)
      if (due.deal !== null) add(this.#ofDeals, due.deal, due)
      else if (due.contact !== null) add(this.#ofPeople, due.contact, due)
  }

  has({ id, contacts }: OpenDeal, such: (due: Due) => boolean): boolean {
    return (
      this.#ofDeals.get(id)?.some(such) === true ||
      contacts.some((one) => this.#ofPeople.get(one)?.some(such) === true)
    )
  }
}
