import type { Outcome } from '../domain/deal.ts'
import { PRESUMED } from '../domain/history.ts'
import { furthestPosition, type Stage } from '../domain/pipeline.ts'
import { medianOf, ratio, wilson } from '../domain/statistics/statistics.ts'
import type { Against } from './against.ts'
import { checkCohort } from './funnel-check.ts'
import { type Alike, AlikeDeals } from './funnel-likeness.ts'
import { entered, type FunnelDeal, hasPasses, type Mode } from './funnel-rules.ts'
import type { ReportHead } from './head.ts'
import { soundRows, worstLoss } from './loss-stages.ts'

/** One row: an open stage, or Won at the end. Money in minor units; shares as fractions; null where undefined. */
export interface FunnelStage {
  stage: string
  kind: 'open' | 'won'
  entered: number
  lostHere: number | null
  openHere: number | null
  /** Of `lostHere`: nothing tells their stage of loss, and they are counted where they began. */
  lossStageUnknown: number | null
  /** Of `openHere`: nothing tells where they were at T, and they are counted where they began. */
  openStageUnknown: number | null
  /** Share of those entered that went on to the next row, with its 95 % interval. Absent from Won. */
  toNext: number | null
  toNextLow: number | null
  toNextHigh: number | null
  ofFirst: number | null
  ofAll: number | null
  amount: number
  medianDays: number | null
  /** Its share holds wherever the deals were whose stage, of loss or at T, is not known. */
  sound: boolean
}

export interface FunnelTotals {
  deals: number
  won: number
  lost: number
  open: number | null
  amount: number
  wonAmount: number
  winRate: number | null
  winRateLow: number | null
  winRateHigh: number | null
  conversion: number | null
  conversionLow: number | null
  conversionHigh: number | null
  openShare: number | null
  /** Deals of which a stage or a moment was inferred. */
  syntheticShare: number | null
  /** Deals of which a moment was: of the creation, a move or the outcome. */
  presumedDatesShare: number | null
  /** Lost deals of which nothing tells at which stage they were lost; null where entries are counted. */
  lossStageUnknown: number | null
  /** Open deals of which nothing tells at which stage they were at T; null where entries are counted. */
  openStageUnknown: number | null
}

export interface FunnelGroup extends FunnelBody {
  /** null is "(none)". */
  key: string | null
}

export interface FunnelReport extends FunnelBody {
  head: ReportHead
  mode: Mode
  pipeline: string
  attribution: 'owner' | 'actor'
  by: string | null
  overlap: boolean
  /** Stages younger than the period: deals went past them before they were there. `on` is a local day. */
  added: readonly { stage: string; on: string }[]
  /** Open deals in stages that are in use no more, which have no row. */
  retired: readonly { stage: string; deals: number }[]
  /** Groups can be held against one another: each deal in one of them, none of them younger than the others. */
  ranked: boolean
  groups: FunnelGroup[] | null
  compare: { period: ReportHead['period']; asOf: string; body: FunnelBody } | null
  /** Where it is held against a reference. */
  against?: Against
}

export interface FunnelBody {
  stages: FunnelStage[]
  totals: FunnelTotals
  /** Where most deals were lost, as far as that is known; in `cohort`. */
  worstLoss: { stage: string; n: number } | null
}

const DAY = 86_400_000

const STAGE_UNKNOWN = PRESUMED.lossStage | PRESUMED.openStage

/**
 * Counts deals into the rows of a funnel. Definitions, k counted from the first open stage in the order that held at T:
 * - cohort: a deal entered k if its furthest stage is k or later, or it is won. Skipped stages count as passed, a step
 *   back takes nothing away, a lost deal counts for all it had reached.
 * - strict: it visited every stage up to k; Won: every stage, and won.
 * - visited: it visited k, whatever else; Won: won.
 * - bitrix24: its current stage is k or later, or it is won; a lost deal counts nowhere.
 * - snapshot: it is open and in k now; Won and Lost: closed in the period.
 * - events: it moved into k in the period (`addEntry`).
 */
export class FunnelCounter {
  readonly #n: number
  readonly #entered: number[]
  readonly #next: number[]
  readonly #amount: number[]
  readonly #lostHere: number[]
  readonly #openHere: number[]
  readonly #lostSomewhere: number[]
  readonly #openSomewhere: number[]
  readonly #stays: number[][]
  readonly #places: ReadonlyMap<number, number>
  readonly #alike = new AlikeDeals()
  #deals = 0
  #won = 0
  #lost = 0
  #open = 0
  #synthetic = 0
  #presumedDates = 0
  #lossStageUnknown = 0
  #openStageUnknown = 0
  #total = 0
  #wonAmount = 0

  constructor(
    readonly mode: Mode,
    /** The open stages in order. */
    readonly ordered: readonly Stage[],
    readonly won: string,
    /** Rows are credited to who moved the deal there: a group's rows need not follow from one another. */
    readonly credited = false,
  ) {
    this.#n = ordered.length
    const zeros = () => new Array<number>(this.#n + 1).fill(0)
    this.#entered = zeros()
    this.#next = zeros()
    this.#amount = zeros()
    this.#lostHere = zeros()
    this.#openHere = zeros()
    this.#lostSomewhere = zeros()
    this.#openSomewhere = zeros()
    this.#stays = ordered.map(() => [])
    this.#places = new Map(ordered.map((stage, k) => [stage.id, k]))
  }

  /** Adds a deal of the population. Deals alike are counted together: a million have a few hundred histories. */
  add(deal: FunnelDeal): void {
    // Where there is one stage, a deal is and was lost nowhere else.
    const isSure = this.#n === 1 && (deal.presumed & STAGE_UNKNOWN) !== 0
    this.#alike.add(isSure ? { ...deal, presumed: deal.presumed & ~STAGE_UNKNOWN } : deal)
  }

  /** Adds the deals that were added to another, whose body was not asked for yet. */
  addAll(other: FunnelCounter): void {
    this.#alike.addAll(other.#alike)
  }

  /** Adds an entry into row k, or into Lost: a deal that moved there in the period, or by this manager. */
  addEntry(k: number | 'lost', amount: number, wentOn = false): void {
    if (k === 'lost') this.#lost += 1
    else this.#enter(k, 1, amount, wentOn)
  }

  /** Adds a deal to the totals alone; without its outcome where that is told by entries, or is another's doing. */
  addToTotals(deal: Pick<FunnelDeal, 'amount' | 'presumed'> & { outcome: Outcome | null }): void {
    const synthetics = deal.presumed & PRESUMED.any
    const presumedDates = (deal.presumed & PRESUMED.date) / PRESUMED.date
    // Field by field: a copy of the deal would be the dearest thing in a report of a million.
    const { outcome, amount, presumed } = deal
    this.#addTotals({ outcome, amount, presumed, deals: 1, synthetics, presumedDates })
  }

  /** Says that a deal added by entries has stopped at row k: there it counts as lost or as open. */
  addStop(k: number, outcome: 'lost' | 'open', presumed: number): void {
    this.#stop(k, { outcome, presumed, deals: 1 })
  }

  /** Adds the time, in ms, that one deal spent in an open stage which it has left: in the stays that count here. */
  addStay(stage: number, total: number): void {
    const place = this.#places.get(stage)
    if (place !== undefined) this.#stays[place]?.push(total)
  }

  body(): FunnelBody {
    for (const alike of this.#alike.taken()) this.#addAlike(alike)
    const rows = [...this.ordered.map(({ name }) => name), this.won].map((name, k) => this.#row(k, name))
    const sound = soundRows(rows)
    const stages = rows.map((row, k) => ({ ...row, sound: sound[k] ?? true }))
    const body = { stages, totals: this.#totals(), worstLoss: worstLoss(rows) }
    if (this.mode === 'cohort' && !this.credited) checkCohort(body)
    return body
  }

  #addAlike(alike: Alike): void {
    this.#addTotals(alike)
    let next = false
    const nested = hasPasses(this.mode)
    for (let k = this.#n; k >= 0; k--) {
      const here: boolean = (next && nested) || entered(this.mode, this.ordered, alike, k)
      if (here) this.#enter(k, alike.deals, alike.amount, next)
      next = here
    }
    if (this.mode === 'cohort' && alike.outcome !== 'won')
      this.#stop(furthestPosition(this.ordered, alike.visited), alike)
  }

  #enter(k: number, deals: number, amount: number, wentOn: boolean): void {
    if (wentOn) this.#next[k] = (this.#next[k] ?? 0) + deals
    this.#entered[k] = (this.#entered[k] ?? 0) + deals
    this.#amount[k] = (this.#amount[k] ?? 0) + amount
  }

  #stop(k: number, { outcome, presumed, deals }: Pick<Alike, 'outcome' | 'presumed' | 'deals'>): void {
    const here = outcome === 'lost' ? this.#lostHere : this.#openHere
    here[k] = (here[k] ?? 0) + deals
    if ((presumed & PRESUMED.lossStage) !== 0) this.#lostSomewhere[k] = (this.#lostSomewhere[k] ?? 0) + deals
    if ((presumed & PRESUMED.openStage) !== 0) this.#openSomewhere[k] = (this.#openSomewhere[k] ?? 0) + deals
  }

  #addTotals(alike: Omit<Alike, 'stage' | 'visited' | 'outcome'> & { outcome: Outcome | null }): void {
    const { outcome, deals, amount } = alike
    this.#deals += deals
    this.#total += amount
    this.#synthetic += alike.synthetics
    this.#presumedDates += alike.presumedDates
    if ((alike.presumed & PRESUMED.lossStage) !== 0) this.#lossStageUnknown += deals
    if (outcome === 'won') {
      this.#won += deals
      this.#wonAmount += amount
    } else if (outcome === 'open') {
      this.#open += deals
      if ((alike.presumed & PRESUMED.openStage) !== 0) this.#openStageUnknown += deals
    } else if (outcome === 'lost') this.#lost += deals
  }

  #row(k: number, name: string): Omit<FunnelStage, 'sound'> {
    const { mode } = this
    const won = k === this.#n
    const here = this.#entered[k] ?? 0
    const first = this.#entered[0] ?? 0
    const next = won ? null : this.#advanced(k)
    const flows = hasPasses(mode)
    const interval = flows && next !== null ? wilson(next, here) : null
    const stays = this.#stays[k]
    const median = stays === undefined ? null : medianOf(stays)
    return {
      stage: name,
      kind: won ? 'won' : 'open',
      entered: here,
      lostHere: mode === 'cohort' && !won ? (this.#lostHere[k] ?? 0) : null,
      openHere: mode === 'cohort' && !won ? (this.#openHere[k] ?? 0) : null,
      lossStageUnknown: mode === 'cohort' && !won ? (this.#lostSomewhere[k] ?? 0) : null,
      openStageUnknown: mode === 'cohort' && !won ? (this.#openSomewhere[k] ?? 0) : null,
      toNext: next !== null && (flows || mode === 'events') ? ratio(next, here) : null,
      toNextLow: interval?.low ?? null,
      toNextHigh: interval?.high ?? null,
      ofFirst: mode === 'snapshot' || mode === 'events' ? null : ratio(here, first),
      ofAll: mode === 'events' ? null : ratio(here, this.#deals),
      amount: this.#amount[k] ?? 0,
      medianDays: median === null ? null : median / DAY,
    }
  }

  /** Of those who entered k, how many went on, whoever moved them on; of events, how many moved into the next. */
  #advanced(k: number): number {
    return (this.mode === 'events' ? this.#entered[k + 1] : this.#next[k]) ?? 0
  }

  #totals(): FunnelTotals {
    const events = this.mode === 'events'
    const won = events ? (this.#entered[this.#n] ?? 0) : this.#won
    const deals = this.#deals
    const winRate = events ? null : wilson(won, won + this.#lost)
    const conversion = events ? null : wilson(won, deals)
    return {
      deals,
      won,
      lost: this.#lost,
      open: events ? null : this.#open,
      amount: this.#total,
      wonAmount: events ? (this.#amount[this.#n] ?? 0) : this.#wonAmount,
      winRate: events ? null : ratio(won, won + this.#lost),
      winRateLow: winRate?.low ?? null,
      winRateHigh: winRate?.high ?? null,
      conversion: events ? null : ratio(won, deals),
      conversionLow: conversion?.low ?? null,
      conversionHigh: conversion?.high ?? null,
      openShare: events ? null : ratio(this.#open, deals),
      syntheticShare: ratio(this.#synthetic, deals),
      presumedDatesShare: ratio(this.#presumedDates, deals),
      lossStageUnknown: events ? null : this.#lossStageUnknown,
      openStageUnknown: events ? null : this.#openStageUnknown,
    }
  }
}
