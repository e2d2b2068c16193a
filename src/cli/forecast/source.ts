import { OLDEST } from '../../domain/forecast/ages.ts'
import { ARRIVAL_DAYS } from '../../domain/forecast/arrivals.ts'
import { Chain, ELSEWHERE, type States, statesOf, UNSEEN } from '../../domain/forecast/chain.ts'
import { DayEnds } from '../../domain/forecast/day-ends.ts'
import { Learner } from '../../domain/forecast/learner.ts'
import { Openings } from '../../domain/forecast/openings.ts'
import type { Window } from '../../domain/forecast/outcome-model.ts'
import { MONTHS } from '../../domain/forecast/periods.ts'
import type { ForecastMetric, ForecastSource, StandingDeal } from '../../domain/forecast/source.ts'
import { WonDeals } from '../../domain/forecast/won-deals.ts'
import type { DealState } from '../../domain/history.ts'
import { stagesUntil } from '../../domain/pipeline.ts'
import { dayNumber, type IsoDate, isoOfDay } from '../../domain/time/date.ts'
import { DAY } from '../../domain/time/zone.ts'
import { UserError } from '../../errors.ts'
import { beginnings, eachWay, everyDeal, unsettledDeals, type Way } from '../../store/facts/deal-ways.ts'
import {
  type Asked,
  dealsTold,
  eachCreated,
  eachWon,
  openDealsAt,
  valuesAt,
} from '../../store/facts/deal-worths.ts'
import type { FactsQuery } from '../../store/facts/funnel-facts.ts'
import type { Grouping } from '../../store/facts/groups.ts'
import type { Store } from '../../store/store.ts'
import type { ReportRequest } from '../reports/request.ts'
import { guessesOf, pastOf, templateOf } from './past.ts'

/** Reads it: `grouping` by which deals are told apart, `periods` past ones that are to be looked at again. */
export function forecastSource(
  store: Store,
  request: ReportRequest,
  metric: ForecastMetric,
  grouping: Grouping | undefined,
  periods: readonly Window[],
): ForecastSource {
  return new Reading(store, request, metric, grouping).read(periods)
}

class Reading {
  readonly #query: FactsQuery
  readonly #asked: Asked
  readonly #others: { id: number; state: DealState }[]
  readonly #products = new Map<string | null, number>([[null, 0]])
  readonly #groups = new Map<string | null, number>()
  readonly #now: number
  readonly #states: States
  readonly #stateOf: ReadonlyMap<number, number>

  constructor(
    readonly store: Store,
    readonly request: ReportRequest,
    readonly metric: ForecastMetric,
    readonly grouping: Grouping | undefined,
  ) {
    const { pipeline, horizon, filter, asOf } = request
    this.#query = everyDeal(pipeline, horizon)
    this.#asked = { filter, grouping }
    this.#others = unsettledDeals(store, this.#query)
    this.#now = dayNumber(asOf) + 1
    const stages = stagesUntil(pipeline, horizon.t)
    const open = stages.filter(({ kind }) => kind === 'open')
    this.#states = statesOf(open.length)
    this.#stateOf = new Map(
      stages.map(({ id, kind }) => {
        if (kind !== 'open') return [id, kind === 'won' ? this.#states.won : this.#states.lost]
        return [id, open.findIndex((stage) => stage.id === id) + 1]
      }),
    )
    if (grouping === undefined) this.#groups.set(null, 0)
  }

  read(periods: readonly Window[]): ForecastSource {
    const { store, request } = this
    const begun = beginnings(store, this.#query, this.#others)
    const since = begun.closed === null ? null : this.#day(begun.closed)
    const past = pastOf(
      this.#now,
      begun.created === null ? this.#now : this.#day(begun.created),
      since,
      periods,
    )
    const chain = new Chain(this.#states, past)
    const openings = new Openings(this.#states, periods, this.#now)
    const standing = this.#walk(chain, openings)
    const won = this.#won(
      periods.length > 0 ? Number.NEGATIVE_INFINITY : dayNumber(request.period.from ?? request.asOf),
    )
    const open = this.#open(standing)
    const shares = this.#shares()
    // Chance is drawn product by product and group by group: their order may not depend on that of the rows.
    const [products, groups] = [sorted(this.#products), sorted(this.#groups)]
    won.renumber(products, groups)
    for (const deal of open) {
      deal.product = products[deal.product] ?? 0
      deal.group = groups[deal.group] ?? -1
    }
    const { size } = this.#groups
    const template = templateOf(request.pipeline, request.horizon.t)
    return {
      metric: this.metric,
      now: this.#now,
      learner: new Learner(chain, MONTHS, guessesOf(this.#stateOf, template, this.#states.open)),
      since,
      won,
      open,
      openings,
      products: () => this.#products.size,
      groups: [...this.#groups.keys()],
      shares: Array.from({ length: size }, (_, group) => shares[groups.indexOf(group)] ?? 0),
      template,
      valuedAt: (period) => this.#valuedAt(openings, period),
    }
  }

  /** Adds every deal to the chain; of those open at the end, where they stand. */
  #walk(chain: Chain, openings: Openings): Map<number, { state: number; age: number }> {
    const ends = new DayEnds()
    const standing = new Map<number, { state: number; age: number }>()
    const open = this.#states.open
    eachWay(this.store, this.#query, this.#others, (way) => {
      const isBorn = this.#follow(way, ends)
      chain.add(ends.days, ends.states, ends.count, isBorn)
      if (openings.periods.length > 0) openings.add(way.id, ends.days, ends.states, ends.stages, ends.count)
      const state = ends.states[ends.count - 1] ?? ELSEWHERE
      if (state >= 0 && state < open)
        standing.set(way.id, {
          state,
          age: Math.min(OLDEST, this.#now - 1 - (ends.days[ends.count - 1] ?? 0)),
        })
    })
    return standing
  }

  /**
   * The deal's way by days. Where it was at its creation may be no more than presumed, and so may a stage that it is
   * said to have been in since: such a stage is unseen. Returns whether it is known when the deal was created.
   */
  #follow(way: Way, ends: DayEnds): boolean {
    ends.clear()
    const born = this.#day(way.at[0] ?? 0)
    let seen = way.synthetic[0] === false
    for (let i = 0; i < way.count; i++) {
      const stage = way.stages[i] ?? 0
      const synthetic = way.synthetic[i] ?? false
      const day = i === 0 ? born : this.#day(way.at[i] ?? 0)
      const state = this.#stateOf.get(stage) ?? ELSEWHERE
      if (i > 0 && (day > born ? synthetic : !synthetic)) seen = true
      const isUnseen = synthetic && day <= born && state > UNSEEN && state < this.#states.open
      ends.come(day, isUnseen ? UNSEEN : state, stage)
    }
    return !way.datePresumed || seen
  }

  /** Of wins before `strictFrom` it is learnt only what deals are worth: one without an exchange rate is left out. */
  #won(strictFrom: number): WonDeals {
    const won = new WonDeals()
    eachWon(this.store, this.#query, this.#asked, this.#others, (deal) => {
      const value = this.#value(deal.amount, deal.cost)
      const closed = this.#day(deal.closedAt)
      const own = this.#inCurrency(value, deal.currency, isoOfDay(closed), closed < strictFrom)
      const group = deal.matches ? this.#group(deal.group) : -1
      won.add(this.#day(deal.createdAt), closed, own, this.#product(deal.product), group)
    })
    return won
  }

  #open(standing: ReadonlyMap<number, { state: number; age: number }>): StandingDeal[] {
    const deals = openDealsAt(this.store, this.#query, this.#asked, this.#others)
    const known = valuesAt(
      this.store,
      deals.map(({ id }) => id),
      this.request.horizon.t,
    )
    return deals.flatMap((deal) => {
      const at = standing.get(deal.id)
      if (at === undefined) return []
      const isKnown = known.get(deal.id)?.amount != null
      const value = this.metric === 'won' || isKnown ? this.#value(deal.amount, deal.cost) : Number.NaN
      return [
        {
          id: deal.id,
          place: at.state * (OLDEST + 1) + at.age,
          value: this.#inCurrency(value, deal.currency, this.request.asOf),
          product: this.#product(deal.product),
          group: deal.matches ? this.#group(deal.group) : -1,
          stage: deal.stage,
          created: this.#day(deal.createdAt),
          expected: deal.expected === null ? null : dayNumber(deal.expected),
        },
      ]
    })
  }

  #valuedAt(openings: Openings, period: number): StandingDeal[] {
    // Chance is drawn deal by deal: their order may not depend on which of them have moved since.
    const of = (openings.of[period] ?? []).toSorted((a, b) => a.deal - b.deal)
    const ids = of.map(({ deal }) => deal)
    const from = openings.periods[period]?.from ?? this.#now
    const told = dealsTold(this.store, this.#query, this.#asked, this.#others, ids)
    const then = valuesAt(this.store, ids, this.store.zone.startOfDay(isoOfDay(from)))
    return of.map(({ deal, state, age, stage, created }) => {
      const [now, known] = [told.get(deal), then.get(deal)]
      const value = this.#value(known?.amount ?? null, now?.cost ?? null)
      return {
        id: deal,
        place: state * (OLDEST + 1) + age,
        value: this.#inCurrency(value, known?.currency ?? this.request.currency, isoOfDay(from - 1)),
        product: this.#product(now?.product ?? null),
        group: now?.matches === true ? this.#group(now.group) : -1,
        stage,
        created,
        expected: known?.expected == null ? null : dayNumber(known.expected),
      }
    })
  }

  /** Of the deals created lately, the share of each group in all. */
  #shares(): number[] {
    const counts: number[] = []
    let all = 0
    const { zone } = this.store
    const since = zone.startOfDay(isoOfDay(this.#now - ARRIVAL_DAYS))
    eachCreated(this.store, this.#query, this.#asked, this.#others, since, (group, isAsked) => {
      all++
      if (!isAsked) return
      const index = this.#group(group)
      counts[index] = (counts[index] ?? 0) + 1
    })
    return Array.from({ length: this.#groups.size }, (_, group) =>
      all === 0 ? 1 / this.#groups.size : (counts[group] ?? 0) / all,
    )
  }

  #value(amount: number | null, cost: number | null): number {
    if (this.metric === 'won') return 1
    if (amount === null) return Number.NaN
    if (this.metric === 'revenue') return amount
    return cost === null ? Number.NaN : amount - cost
  }

  #inCurrency(value: number, from: string, on: IsoDate, isLenient = false): number {
    const { rates, currency } = this.request
    if (this.metric === 'won' || Number.isNaN(value) || from === currency) return value
    try {
      return rates.convert(value, from, currency, on)
    } catch (error) {
      if (isLenient && error instanceof UserError) return Number.NaN
      throw error
    }
  }

  #product(name: string | null): number {
    const known = this.#products.get(name)
    if (known !== undefined) return known
    this.#products.set(name, this.#products.size)
    return this.#products.size - 1
  }

  #group(key: string | null): number {
    const known = this.#groups.get(key)
    if (known !== undefined) return known
    this.#groups.set(key, this.#groups.size)
    return this.#groups.size - 1
  }

  #day(at: number): number {
    return Math.floor((at + this.store.zone.offsetAt(at)) / DAY)
  }
}

/** Renumbers what was found by its name, null first; gives the new number of each. */
function sorted(found: Map<string | null, number>): number[] {
  const numbers: number[] = []
  const names = [...found].sort(([a], [b]) => (a === null ? -1 : b === null ? 1 : a < b ? -1 : 1))
  found.clear()
  for (const [index, [name, was]] of names.entries()) {
    found.set(name, index)
    numbers[was] = index
  }
  return numbers
}
