import { majorOfMean } from '../domain/money.ts'
import { NONE } from '../domain/none.ts'
import { Quantiles, type Ranked } from '../domain/statistics/quantiles.ts'
import { ratio, round4, wilson } from '../domain/statistics/statistics.ts'
import { DAY, inDays } from '../domain/time/zone.ts'
import type { ReportHead } from './head.ts'

/** How long deals stay in a stage. Days of 24 h, or calendar days where an end is known by its day; null of none. */
export interface DurationsStage {
  stage: string
  /** Deals that have left it for good; each with all its stays there. */
  n: number
  median: number | null
  /** The least number of days that so many of a hundred did not exceed (nearest rank). */
  p75: number | null
  p90: number | null
  mean: number | null
  /** Of n, those that took longer than the norm; null without one. */
  leftOverNorm: number | null
  /** Deals in it at T, and the median of the full days that they have stood. */
  open: number
  openMedian: number | null
  /** Days a deal may stay: set for the stage, else what nine of ten won deals took. */
  norm: number | null
  /** Of those open, who stand longer than the norm. */
  overNorm: number | null
}

/** From the creation of a deal to its end, days. */
export interface DurationsSpan {
  /** Deals whose both moments are known. */
  n: number
  median: number | null
  mean: number | null
  /** Deals beside them of which a moment is only presumed. */
  presumed: number
}

/** Money in minor units. */
export interface Velocity {
  opportunities: number
  won: number
  lost: number
  winRate: number | null
  winRateLow: number | null
  winRateHigh: number | null
  averageWon: number | null
  averageDays: number | null
  perDay: number | null
  /** Of all won in the period whose amount is known. */
  wonAmount: number
}

export interface DurationsBody {
  /** Deals created in the period, and the share of them with presumed dates. */
  deals: number
  presumedDatesShare: number | null
  stages: DurationsStage[]
  cycle: DurationsSpan
  timeToLoss: DurationsSpan
  velocity: Velocity
}

export interface DurationsReport extends DurationsBody {
  head: ReportHead
  pipeline: string
  by: string | null
  overlap: boolean
  groups: (DurationsBody & { key: string | null })[] | null
}

/** Deals of one outcome: `spans` in ms, `amount` of those `priced` in minor units of the report's currency. */
interface Ends {
  deals: number
  spans: Ranked
  amount: number
  priced: number
}

/** A stage of the report: its norm in days. */
export interface NormedStage {
  id: number
  name: string
  norm: number | null
}

/**
 * Counts how long deals take.
 * - A stage: of deals created in the period, the days each spent there in all its stays, if it has left and no end is
 *   presumed; those that are in it at T are counted apart, by the full days since they came.
 * - Cycle: from the creation to the win, of deals won in the period; time to loss likewise.
 * - Velocity: opportunities (deals that were in work in the period) × win rate of those closed in it × mean amount of
 *   those won whose amount is known / mean days of the cycle: money a day. Source: Close, "Sales velocity".
 *   By hand: 10 deals, won 2 of 4 closed, 300 on average, in 15 days: 10 × 0.5 × 300 / 15 = 100 a day.
 */
export class DurationsCounter {
  readonly #stays = new Map<number, Quantiles>()
  readonly #ranked = new Map<number, Ranked>()
  readonly #open = new Map<number, Quantiles>()
  readonly #spans = { won: new Quantiles(), lost: new Quantiles() }
  readonly #rankedSpans: { won?: Ranked; lost?: Ranked } = {}
  readonly #closed = { won: 0, lost: 0 }
  #deals = 0
  #presumed = 0
  #worked = 0
  #amount = 0
  #priced = 0

  addCreated(deals: number, presumedDates: number): void {
    this.#deals += deals
    this.#presumed += presumedDates
  }

  /** ms */
  addStay(stage: number, total: number): void {
    ofStage(this.#stays, stage).add(total)
  }

  /** All stays in a stage, ms, in place of adding each. */
  takeStays(stage: number, stays: Ranked): void {
    this.#ranked.set(stage, stays)
  }

  addOpen(stage: number, fullDays: number): void {
    ofStage(this.#open, stage).add(fullDays)
  }

  /** `span` in ms, null where a moment is presumed; `amount` of a won deal in minor units of the report's currency. */
  addClosed(outcome: 'won' | 'lost', span: number | null, amount: number | null): void {
    this.#closed[outcome] += 1
    if (span !== null) this.#spans[outcome].add(span)
    if (outcome === 'lost' || amount === null) return
    this.#amount += amount
    this.#priced += 1
  }

  /** All that ended so, in place of adding each. */
  takeEnds(outcome: 'won' | 'lost', { deals, spans, amount, priced }: Ends): void {
    this.#closed[outcome] = deals
    this.#rankedSpans[outcome] = spans
    if (outcome === 'lost') return
    this.#amount = amount
    this.#priced = priced
  }

  addWorked(deals: number): void {
    this.#worked += deals
  }

  body(stages: readonly NormedStage[]): DurationsBody {
    return {
      deals: this.#deals,
      presumedDatesShare: ratio(this.#presumed, this.#deals),
      stages: stages.map((stage) => this.#stage(stage)),
      cycle: this.#span('won'),
      timeToLoss: this.#span('lost'),
      velocity: this.#velocity(),
    }
  }

  #stage({ id, name, norm }: NormedStage): DurationsStage {
    const stays = this.#ranked.get(id) ?? ofStage(this.#stays, id)
    const open = ofStage(this.#open, id)
    return {
      stage: name,
      n: stays.n,
      median: inDays(stays.median()),
      p75: inDays(stays.rank(0.75)),
      p90: inDays(stays.rank(0.9)),
      mean: inDays(stays.mean()),
      leftOverNorm: norm === null ? null : stays.above(Math.round(norm * DAY)),
      open: open.n,
      openMedian: open.median(),
      norm,
      overNorm: norm === null ? null : open.above(norm),
    }
  }

  #span(outcome: 'won' | 'lost'): DurationsSpan {
    const spans = this.#spansOf(outcome)
    return {
      n: spans.n,
      median: inDays(spans.median()),
      mean: inDays(spans.mean()),
      presumed: this.#closed[outcome] - spans.n,
    }
  }

  #spansOf(outcome: 'won' | 'lost'): Ranked {
    return this.#rankedSpans[outcome] ?? this.#spans[outcome]
  }

  #velocity(): Velocity {
    const { won, lost } = this.#closed
    const winRate = ratio(won, won + lost)
    const interval = wilson(won, won + lost)
    const averageWon = ratio(this.#amount, this.#priced)
    const averageDays = inDays(this.#spansOf('won').mean())
    const isKnown = winRate !== null && averageWon !== null && averageDays !== null && averageDays > 0
    return {
      opportunities: this.#worked,
      won,
      lost,
      winRate,
      winRateLow: interval?.low ?? null,
      winRateHigh: interval?.high ?? null,
      averageWon,
      averageDays,
      perDay: isKnown ? (this.#worked * winRate * averageWon) / averageDays : null,
      wonAmount: this.#amount,
    }
  }
}

function ofStage(map: Map<number, Quantiles>, stage: number): Quantiles {
  const known = map.get(stage)
  if (known !== undefined) return known
  const made = new Quantiles()
  map.set(stage, made)
  return made
}

/** The report as scripts read it: `voronka.durations/1`. */
export function durationsJson(report: DurationsReport, beside: DurationsReport | null) {
  const { head, pipeline, by, overlap, groups } = report
  const { currency } = head
  return {
    schema: 'voronka.durations/1',
    pipeline,
    ...head,
    by,
    ...bodyJson(report, currency),
    ...(groups !== null && {
      overlap,
      groups: groups.map(({ key, ...body }) => ({ key: key ?? NONE, ...bodyJson(body, currency) })),
    }),
    ...(beside !== null && {
      compare: {
        period: beside.head.period,
        asOf: beside.head.asOf,
        ...bodyJson(beside, currency),
      },
    }),
  }
}

function bodyJson(body: DurationsBody, currency: string) {
  const { deals, presumedDatesShare, stages, cycle, timeToLoss, velocity } = body
  const money = (minor: number | null) => majorOfMean(minor, currency)
  return {
    deals,
    presumedDatesShare: round4(presumedDatesShare),
    stages: stages.map((row) => ({
      ...row,
      median: round4(row.median),
      p75: round4(row.p75),
      p90: round4(row.p90),
      mean: round4(row.mean),
      norm: round4(row.norm),
    })),
    cycle: spanJson(cycle),
    timeToLoss: spanJson(timeToLoss),
    velocity: {
      ...velocity,
      winRate: round4(velocity.winRate),
      winRateLow: round4(velocity.winRateLow),
      winRateHigh: round4(velocity.winRateHigh),
      averageWon: money(velocity.averageWon),
      averageDays: round4(velocity.averageDays),
      perDay: money(velocity.perDay),
      wonAmount: money(velocity.wonAmount),
    },
  }
}

function spanJson(span: DurationsSpan): DurationsSpan {
  return { ...span, median: round4(span.median), mean: round4(span.mean) }
}
