import type { PlannedDays } from '../domain/plan/plan-in-force.ts'
import { Quantiles } from '../domain/statistics/quantiles.ts'
import { ratio, wilson } from '../domain/statistics/statistics.ts'
import type { Outcomes, Side } from '../domain/statistics/two-shares.ts'
import { inDays } from '../domain/time/zone.ts'
import type { FunnelCounter, FunnelStage, FunnelTotals } from './funnel.ts'
import type { FunnelDeal } from './funnel-rules.ts'
import { inOrder } from './groups.ts'
import type { ReportHead } from './head.ts'
import type { StageCounts } from './stages-apart.ts'
import { tellTeamApart } from './team-differs.ts'

/** What a manager did besides deals. */
export interface TeamDeeds {
  /** Those taken and those made, whether or not they were answered; missed ones are none. */
  calls: number
  callsIn: number
  callsOut: number
  meetings: number
  /** Clients called in the period, met since and won since. */
  contracts: number
}

/** One open stage, of the deals created in the period. */
export interface TeamStage extends StageCounts, Pick<FunnelStage, 'stage' | 'toNextLow' | 'toNextHigh'> {
  /** Held against all the others together, at this stage (`stagesApart`). */
  differs: Side
  others: StageCounts | null
  /** What being below them costs, as `weakest` prices it; null where it is not below or has no price. */
  cost: Cost | null
}

/** What is lost, minor units, at the average of so many won deals. */
export interface Cost {
  amount: number
  won: number
}

/** Money in minor units, shares as fractions, days of 24 h; null where undefined. */
export interface TeamBody extends TeamDeeds {
  /** Won and lost closed in the period, open at T; deals are their sum. */
  deals: number
  won: number
  lost: number
  open: number
  /** won / (won + lost), with its 95 % interval; by amount without one: amounts are no trials. */
  winRate: number | null
  low: number | null
  high: number | null
  winRateByAmount: number | null
  wonAmount: number
  openAmount: number
  /** Of those won whose amount is known. */
  averageWon: number | null
  medianWon: number | null
  /** Creation → win of those won in the period, the ends of which are known. */
  cycleMedian: number | null
  /** How many of those won that is of. */
  cycles: number
  planShare: number | null
  bonus: number | null
  stages: TeamStage[]
}

export interface TeamGroup extends TeamBody {
  /** null is "(none)". */
  key: string | null
  /** The win rate held against that of all the others together: of those with a name. */
  differs: Side
  others: Outcomes | null
  /** Of what all of them won. */
  revenueShare: number | null
}

export interface TeamReport {
  head: ReportHead
  pipeline: string
  attribution: 'owner' | 'actor'
  by: 'manager' | 'department'
  groups: TeamGroup[]
  total: TeamBody
  /** Of the deals created in the period: what the stages are of. */
  created: Pick<
    FunnelTotals,
    'deals' | 'lost' | 'open' | 'openShare' | 'lossStageUnknown' | 'openStageUnknown'
  >
  /** Of which days the plans are that revenue is held against. */
  planned: readonly PlannedDays[]
  /** What came about in the period: what merely was open then is none of it. */
  counted: number
}

export function countedIn({ total, created }: Pick<TeamReport, 'total' | 'created'>): number {
  return total.won + total.lost + created.deals + total.calls + total.meetings
}

const NOTHING_DONE: TeamDeeds = {
  calls: 0,
  callsIn: 0,
  callsOut: 0,
  meetings: 0,
  contracts: 0,
}

/** Adds up what a manager, a department or everyone has. Amounts in minor units of the report's currency. */
export class TeamCounter {
  #won = 0
  #lost = 0
  #open = 0
  #wonAmount = 0
  #lostAmount = 0
  #openAmount = 0
  readonly #amounts = new Quantiles()
  readonly #cycles = new Quantiles()
  readonly #funnel: FunnelCounter

  /** A funnel that counts deals created in the period, in `cohort`. */
  constructor(funnel: FunnelCounter) {
    this.#funnel = funnel
  }

  /** `cycle` in ms. What is not known is null: a deal won without an amount is in no mean of amounts. */
  addWon(amount: number | null, cycle: number | null): void {
    this.#won += 1
    this.#wonAmount += amount ?? 0
    if (amount !== null) this.#amounts.add(amount)
    if (cycle !== null) this.#cycles.add(cycle)
  }

  addOther(outcome: 'lost' | 'open', amount: number | null): void {
    if (outcome === 'lost') {
      this.#lost += 1
      this.#lostAmount += amount ?? 0
    } else {
      this.#open += 1
      this.#openAmount += amount ?? 0
    }
  }

  addCreated(deal: FunnelDeal): void {
    this.#funnel.add(deal)
  }

  /** Adds all that was added to another, whose body was not asked for yet. */
  addAll(other: TeamCounter): void {
    this.#won += other.#won
    this.#lost += other.#lost
    this.#open += other.#open
    this.#wonAmount += other.#wonAmount
    this.#lostAmount += other.#lostAmount
    this.#openAmount += other.#openAmount
    this.#amounts.addAll(other.#amounts)
    this.#cycles.addAll(other.#cycles)
    this.#funnel.addAll(other.#funnel)
  }

  /** Of the deals created in the period. */
  created(): FunnelTotals {
    return this.#funnel.body().totals
  }

  /** `stages` are those counted elsewhere, else the counter's own. */
  body(
    deeds: TeamDeeds = NOTHING_DONE,
    stages: readonly FunnelStage[] = this.#funnel.body().stages,
  ): TeamBody {
    const won = this.#won
    const closed = won + this.#lost
    const interval = wilson(won, closed)
    return {
      deals: closed + this.#open,
      won,
      lost: this.#lost,
      open: this.#open,
      winRate: ratio(won, closed),
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      winRateByAmount: ratio(this.#wonAmount, this.#wonAmount + this.#lostAmount),
      wonAmount: this.#wonAmount,
      openAmount: this.#openAmount,
      averageWon: ratio(this.#wonAmount, this.#amounts.n),
      medianWon: this.#amounts.median(),
      cycleMedian: inDays(this.#cycles.median()),
      cycles: this.#cycles.n,
      ...deeds,
      planShare: null,
      bonus: null,
      stages: stages
        .filter(({ kind }) => kind === 'open')
        .map((row) => ({ ...row, differs: null, others: null, cost: null })),
    }
  }
}

/** Groups by what they won, the greatest first; "(none)" last; each held against all the others together. */
export function teamReport(
  of: Pick<TeamReport, 'head' | 'pipeline' | 'attribution' | 'by' | 'created' | 'planned'>,
  bodies: ReadonlyMap<string | null, TeamBody>,
  total: TeamBody,
): TeamReport {
  const all = [...bodies]
  const shown = all.filter(([key, body]) => key !== null || all.length === 1 || !isIdle(body))
  const groups = shown.map(([key, body]) => ({
    key,
    ...body,
    differs: null,
    others: null,
    revenueShare: ratio(body.wonAmount, total.wonAmount),
  }))
  const counted = countedIn({ total, created: of.created })
  return { ...of, groups: tellTeamApart(groups.sort(inOrder(byRevenue))), total, counted }
}

/** Nobody's where nobody has anything: a missed call alone makes a row of noughts. */
function isIdle({ deals, won, lost, open, calls, meetings, contracts }: TeamBody): boolean {
  return deals + won + lost + open + calls + meetings + contracts === 0
}

function byRevenue(a: TeamGroup, b: TeamGroup): number {
  return b.wonAmount - a.wonAmount || b.won - a.won || b.deals - a.deals
}
