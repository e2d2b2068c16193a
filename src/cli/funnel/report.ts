import type { Outcome } from '../../domain/deal.ts'
import { PRESUMED } from '../../domain/history.ts'
import { addedStages, outcomeStage, type Stage, stagesAt } from '../../domain/pipeline.ts'
import { boundsOf } from '../../domain/time/period.ts'
import { type FunnelBody, FunnelCounter, type FunnelGroup, type FunnelReport } from '../../reports/funnel.ts'
import { addStays, credits } from '../../reports/funnel-credits.ts'
import { type FunnelDeal, type Mode, stands } from '../../reports/funnel-rules.ts'
import { inOrder } from '../../reports/groups.ts'
import { type EntryGrouping, eachEntry } from '../../store/facts/entry-facts.ts'
import { eachFact, type FactsQuery } from '../../store/facts/funnel-facts.ts'
import { managerName } from '../../store/facts/groups.ts'
import { eachJourney } from '../../store/facts/journeys.ts'
import { Seen } from '../../store/facts/seen.ts'
import type { Store } from '../../store/store.ts'
import type { CellWatch } from '../reports/explain.ts'
import { factsQuery, type ReportRequest, shiftReport } from '../reports/request.ts'
import { Spellings } from '../spellings.ts'
import { ASKS } from './asks.ts'
import { enter, placesOf } from './entries.ts'
import { heldByRetired } from './retired.ts'

interface Counted {
  body: FunnelBody
  groups: FunnelGroup[] | null
  overlap: boolean
}

interface FunnelExtras {
  /** The period beside it. */
  compare?: string | undefined
  /** Notes which deals stand in that cell. */
  watch?: CellWatch | undefined
  /** Leaves out how long deals stayed, which is the greater part of the work. */
  untimed?: boolean
}

/** Asks the store for facts and counts them. */
export function funnelReport(
  store: Store,
  request: ReportRequest,
  mode: Mode,
  { compare, watch, untimed = false }: FunnelExtras = {},
): FunnelReport {
  const { body, groups, overlap } = new Count(store, request, mode, watch, untimed).run()
  const { pipeline, period, horizon } = request
  const shifted = compare === undefined ? undefined : shiftReport(request, store, compare)
  return {
    head: request.head,
    mode,
    pipeline: request.pipeline.name,
    attribution: request.attribution,
    by: request.grouping?.by ?? null,
    ...body,
    overlap,
    added:
      mode === 'cohort' || mode === 'bitrix24'
        ? addedStages(pipeline, boundsOf(period, store.zone).from, horizon.t).map(({ stage, from }) => ({
            stage: stage.name,
            on: store.zone.dateOf(from),
          }))
        : [],
    retired: heldByRetired(store, factsQuery(store, request, ASKS[mode]), mode),
    ranked: !overlap && isRanked(request, mode),
    groups,
    compare:
      shifted === undefined
        ? null
        : {
            period: shifted.head.period,
            asOf: shifted.asOf,
            body: new Count(store, { ...shifted, grouping: undefined }, mode).run().body,
          },
  }
}

/** Months of creation differ in age before they differ in anything else; a reason of loss is the outcome itself. */
function isRanked({ grouping }: ReportRequest, mode: Mode): boolean {
  if (grouping?.by === 'reason') return false
  return grouping !== undefined && !grouping.time && mode !== 'events' && mode !== 'snapshot'
}

/** One count of one funnel. */
class Count {
  readonly #ordered: readonly Stage[]
  readonly #won: Stage
  readonly #query: FactsQuery
  readonly #whole: FunnelCounter
  readonly #groups = new Map<string | null, FunnelCounter>()
  readonly #credited: boolean
  readonly #spellings: Spellings | undefined

  constructor(
    readonly store: Store,
    readonly request: ReportRequest,
    readonly mode: Mode,
    readonly watch?: CellWatch | undefined,
    readonly untimed = false,
  ) {
    const { pipeline, horizon } = request
    this.#ordered = stagesAt(pipeline, horizon.t)
    this.#won = outcomeStage(pipeline, 'won')
    this.#credited = request.attribution === 'actor' && mode !== 'events'
    this.#spellings = request.grouping?.by === 'reason' ? new Spellings() : undefined
    this.#query = factsQuery(store, request, ASKS[mode])
    this.#whole = this.#counter()
  }

  run(): Counted {
    if (this.mode === 'events') this.#countEntries()
    else if (this.#credited) this.#countJourneys()
    else this.#countDeals()
    const { grouping } = this.request
    return {
      body: this.#whole.body(),
      groups: grouping === undefined ? null : this.#bodies(grouping.time),
      overlap: this.#overlap(),
    }
  }

  #counter(): FunnelCounter {
    return new FunnelCounter(this.mode, this.#ordered, this.#won.name, this.#credited)
  }

  #group(given: string | null): FunnelCounter {
    const key = this.#spellings?.keyOf(given) ?? given
    const known = this.#groups.get(key)
    if (known !== undefined) return known
    const made = this.#counter()
    this.#groups.set(key, made)
    return made
  }

  #overlap(): boolean {
    const { grouping, attribution } = this.request
    if (grouping === undefined) return false
    return grouping.overlap || attribution === 'actor' || (this.mode === 'events' && grouping.time)
  }

  /** Groups with most deals first, moments in their order; "(none)" last. */
  #bodies(time: boolean): FunnelGroup[] {
    const named = [...this.#groups].map(([key, counter]) => ({
      key: this.#spellings?.shown(key) ?? key,
      ...counter.body(),
    }))
    return named.sort(inOrder((a, b) => (time ? 0 : b.totals.deals - a.totals.deals)))
  }

  /** In the report's currency: a won deal at the rate of its day, any other at T's. */
  #amount(fact: {
    amount: number | null
    currency: string
    outcome: Outcome
    closedAt: number | null
  }): number {
    const { rates, currency, asOf } = this.request
    if (fact.amount === null) return 0
    if (fact.currency === currency) return fact.amount
    const day =
      fact.outcome === 'won' && fact.closedAt !== null ? this.store.zone.dateOf(fact.closedAt) : asOf
    return rates.convert(fact.amount, fact.currency, currency, day)
  }

  #countDeals(): void {
    const { grouping } = this.request
    const once = grouping?.overlap ? new Set<number>() : undefined
    const deal: FunnelDeal = { stage: 0, outcome: 'open', visited: 0, amount: 0, presumed: 0 }
    eachFact(this.store, this.#query, {
      deal: (fact) => {
        deal.stage = fact.stage
        deal.outcome = fact.outcome
        deal.visited = fact.visited
        deal.amount = this.#amount(fact)
        deal.presumed = fact.presumed
        if (once === undefined || !once.has(fact.id)) this.#whole.add(deal)
        once?.add(fact.id)
        this.#spellings?.add(fact.group, fact.id)
        if (grouping !== undefined) this.#group(fact.group).add(deal)
        this.#look(fact.id, fact.group, deal)
      },
      ...(!this.untimed && {
        stay: (group: string | null, stage: number, total: number) => {
          if (once === undefined) this.#whole.addStay(stage, total)
          if (grouping !== undefined) this.#group(group).addStay(stage, total)
        },
      }),
    })
    if (once !== undefined && !this.untimed)
      eachFact(
        this.store,
        { ...this.#query, grouping: undefined },
        { stay: (_, stage, total) => this.#whole.addStay(stage, total) },
      )
  }

  #look(id: number, group: string | null, deal: FunnelDeal): void {
    const { watch } = this
    if (watch === undefined || !this.#isWatched(watch, group)) return
    if (stands(this.mode, this.#ordered, deal, watch.k, watch.column)) watch.found.add(id)
  }

  #isWatched(watch: CellWatch, group: string | null): boolean {
    const { group: wanted } = watch
    if (this.#spellings === undefined || wanted === undefined) return watch.wants(group)
    return this.#spellings.keyOf(wanted) === this.#spellings.keyOf(group)
  }

  /**
   * What managers did, whoever has the deals: each row, stay and outcome of a deal is credited to the one whose move it
   * was, and the deal itself to everyone who moved it here: who had it in another pipeline only has no row.
   */
  #countJourneys(): void {
    const name = managerName(this.store)
    const wanted = this.#wantedActors(name)
    const places = new Set(this.#ordered.map(({ id }) => id))
    eachJourney(this.store, { ...this.#query, grouping: undefined }, (journey) => {
      const { stage, outcome, visited, presumed } = journey
      const deal = { stage, outcome, visited, presumed, amount: this.#amount(journey) }
      const isWanted = (key: string | null) => wanted === undefined || wanted.has(key)
      const last = journey.steps.at(-1)
      const closer = deal.outcome === 'open' ? undefined : name(last?.actor ?? null)
      const movers = new Set(
        journey.steps
          .filter((step) => step === last || places.has(step.stage))
          .map(({ actor }) => name(actor)),
      )
      for (const credit of credits(this.mode, this.#ordered, deal, journey.steps)) {
        const key = name(credit.actor)
        if (!isWanted(key)) continue
        movers.add(key)
        for (const counter of this.#countersOf(key)) {
          counter.addEntry(credit.k, deal.amount, credit.wentOn)
          if (credit.stop !== null) counter.addStop(credit.k, credit.stop, deal.presumed)
        }
        if (this.watch?.k === credit.k) this.#look(journey.id, key, deal)
      }
      if (this.watch?.k === 'lost' && closer !== undefined && isWanted(closer))
        this.#look(journey.id, closer, deal)
      const told = (counter: FunnelCounter, isTheirs: boolean) =>
        counter.addToTotals(
          isTheirs ? deal : { ...deal, outcome: null, presumed: deal.presumed & ~PRESUMED.lossStage },
        )
      const theirs = [...movers].filter(isWanted)
      // The whole holds the population of the mode.
      if (wanted === undefined) told(this.#whole, true)
      else if (theirs.length > 0) told(this.#whole, closer === undefined || isWanted(closer))
      if (this.request.grouping !== undefined)
        for (const key of theirs) told(this.#group(key), closer === undefined || key === closer)
      addStays(journey, this.store.projection.dayOf, (actor) => {
        const key = name(actor)
        return movers.has(key) && isWanted(key) ? this.#countersOf(key) : []
      })
    })
  }

  #countersOf(key: string | null): FunnelCounter[] {
    return this.request.grouping === undefined ? [this.#whole] : [this.#whole, this.#group(key)]
  }

  #wantedActors(name: (id: number | null) => string | null): Set<string | null> | undefined {
    const { attribution, filter } = this.request
    return attribution === 'actor' && filter.managers.length > 0
      ? new Set(filter.managers.map(name))
      : undefined
  }

  #countEntries(): void {
    const { grouping, attribution } = this.request
    const name = managerName(this.store)
    const entryGrouping: EntryGrouping =
      attribution === 'actor'
        ? { by: 'actor', label: name }
        : grouping?.time
          ? { by: grouping.by === 'hour' ? 'hour' : 'time', label: grouping.label }
          : { by: 'deal', grouping }
    const places = placesOf(this.request.pipeline, this.#ordered, this.#won)
    const wanted = this.#wantedActors(name)
    const { stages } = this.request.pipeline
    const bit = new Map(stages.map((stage, i) => [stage.id, i]))
    const entries = new Seen()
    const deals = new Seen()
    const overlap = this.#overlap()
    eachEntry(this.store, this.#query, entryGrouping, (fact) => {
      if (wanted !== undefined && !wanted.has(fact.group)) return
      const k = places.get(fact.stage)
      const amount = this.#amount(fact)
      const isFirst = deals.add(null, fact.id, 0)
      if (entries.add(null, fact.id, bit.get(fact.stage) ?? 0))
        enter(this.#whole, k, amount, isFirst ? fact : undefined)
      this.#spellings?.add(fact.group, fact.id)
      if (grouping !== undefined) {
        const isNew = overlap ? fact.isFirst : isFirst
        enter(this.#group(fact.group), k, amount, isNew ? fact : undefined)
      }
      const { watch } = this
      if (watch?.k === k && watch?.column === 'entered' && this.#isWatched(watch, fact.group))
        watch.found.add(fact.id)
    })
  }
}
