import { type Outlook, settled } from '../../domain/forecast/outlook.ts'
import { isOfDeals, type Metric } from '../../domain/plan/plan.ts'
import type { PlanInForce } from '../../domain/plan/plan-in-force.ts'
import { outlookOf, together } from '../../domain/plan/run-rate.ts'
import { addDays } from '../../domain/time/date.ts'
import { periodOf } from '../../domain/time/period.ts'
import { doneFigures, type Figures, wonFigures } from '../../store/facts/plan-facts.ts'
import type { Store } from '../../store/store.ts'
import type { Outlooks } from '../forecast/outlook.ts'
import { earlier } from '../reports/request.ts'
import type { PlanAsked } from './asked.ts'
import { bonusesOf } from './bonuses.ts'
import type { Member } from './member.ts'
import { Plans, sumOfPlans } from './owners.ts'
import type { Pace } from './pace.ts'

export interface MetricFigures {
  readonly metric: Metric
  /** By row id, survivors; null is nobody's. */
  readonly members: ReadonlyMap<number | null, Member>
  /** By name as managers have it today; null is those of none. */
  readonly departments: ReadonlyMap<string | null, Member>
  readonly team: Member
  /** The plan of all is the sum of the managers’ plans. */
  readonly isSummed: boolean
  /** Won deals without a cost, which are no part of a margin. */
  readonly withoutCost: number
}

/** Plan, fact, outlook and bonus of a metric for the period. */
export function planFigures(store: Store, asked: PlanAsked, metric: Metric): MetricFigures {
  const { facts, withoutCost } = factsOf(store, asked, metric)
  const coming = new Coming(asked, metric)
  const plans = new Plans(store, asked, metric)
  const isAsked = (id: number | null) => asked.managers === null || asked.managers.has(id)
  // In an order of their own: facts come in that of the deals, those that moved since T last.
  const ids = [...new Set([...facts.keys(), ...coming.ids(), ...plans.managers()])]
    .filter(isAsked)
    .sort((a, b) => (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER))
  const parts = new Map(ids.map((id) => [id, { fact: facts.get(id) ?? 0, plan: plans.ofManager(id) }]))
  const bonus = bonusesOf(store, asked, metric, ({ from, until }) => {
    if (from !== asked.period.from || until !== asked.period.until)
      return planFigures(store, { ...asked, period: periodOf(from, until), bonuses: [] }, metric).members
    return new Map(
      [...parts].map(([id, part]) => [id, { ...part, outlook: coming.outlook([id], part.fact) }]),
    )
  })
  const departmentOf = (id: number | null) => store.managers.find((one) => one.id === id)?.department ?? null
  const sumOf = (some: readonly (number | null)[], plan: PlanInForce | undefined): Member => {
    const list = some.flatMap((id) => parts.get(id) ?? [])
    const fact = list.reduce((sum, one) => sum + one.fact, 0)
    return {
      fact,
      plan: plan ?? sumOfPlans(list.flatMap((one) => one.plan ?? [])),
      outlook: coming.outlook(some, fact),
      bonus: some.flatMap((id) => bonus.get(id) ?? []),
    }
  }
  const isEveryone = asked.managers === null
  const ofTeam = isEveryone ? plans.ofTeam() : undefined
  const departments = [...new Set([...ids.map(departmentOf), ...(isEveryone ? plans.departments() : [])])]
  return {
    metric,
    members: new Map(ids.map((id) => [id, sumOf([id], parts.get(id)?.plan)])),
    departments: new Map(
      departments.map((name) => {
        const own = isEveryone && name !== null ? plans.ofDepartment(name) : undefined
        return [
          name,
          sumOf(
            ids.filter((id) => departmentOf(id) === name),
            own,
          ),
        ]
      }),
    ),
    team: sumOf(ids, ofTeam),
    isSummed: ofTeam === undefined && [...parts.values()].some(({ plan }) => plan !== undefined),
    withoutCost: [...withoutCost].reduce((sum, [id, n]) => sum + (isAsked(id) ? n : 0), 0),
  }
}

/** What of the metric is there, by manager, and how many won deals have no cost. */
function factsOf(store: Store, asked: PlanAsked, metric: Metric) {
  const query = { ...asked, windows: [asked.period] }
  if (!isOfDeals(metric))
    return {
      facts: firstOf(doneFigures(store, query, metric)),
      withoutCost: new Map<number | null, number>(),
    }
  const won = wonFigures(store, query)
  return {
    facts: firstOf(won[metric]),
    withoutCost: firstOf(metric === 'margin' ? won.withoutCost : new Map()),
  }
}

function firstOf(figures: Figures): Map<number | null, number> {
  return new Map([...figures].map(([id, [n = 0]]) => [id, n]))
}

/** What the period may come to. */
class Coming {
  readonly #left: number
  readonly #isOver: boolean
  readonly #outlooks: Outlooks | null = null

  constructor(
    private readonly asked: PlanAsked,
    private readonly metric: Metric,
  ) {
    const { period, asOf, calendar, ahead } = asked
    const today = addDays(asOf, 1)
    this.#isOver = today >= period.until
    this.#left =
      calendar.workingDays(period.from, period.until) -
      calendar.workingDays(period.from, earlier(today, period.until))
    if (ahead !== null && !this.#isOver && isOfDeals(metric)) this.#outlooks = ahead.outlooks(period, metric)
  }

  /** Whoever anything is to come of. */
  ids(): readonly (number | null)[] {
    if (this.#outlooks !== null) return this.#outlooks.managers
    return this.#isOver ? [] : (this.#pace()?.ids ?? [])
  }

  /** Of these managers together, of whom this is there already; null where nothing is known to go by. */
  outlook(ids: readonly (number | null)[], fact: number): Outlook | null {
    if (this.asked.ahead === null) return null
    if (this.#isOver) return settled(fact)
    const outlooks = this.#outlooks
    if (outlooks !== null) {
      const known = ids.filter((id) => outlooks.managers.includes(id))
      return known.length === 0 ? null : outlooks.of(known)
    }
    const parts = ids.flatMap((id) => this.#pace()?.coming(id, this.#left) ?? [])
    return parts.length === 0 ? null : outlookOf(fact, together(parts))
  }

  #pace(): Pace | null {
    const { metric, asked } = this
    return isOfDeals(metric) ? null : (asked.ahead?.paces.of(metric) ?? null)
  }
}
