import { medianOf, ratio } from '../../domain/statistics/statistics.ts'
import { addDays, addMonths, type IsoDate } from '../../domain/time/date.ts'
import { bucketOf, isBounded, periodOf, splitPeriod } from '../../domain/time/period.ts'
import { responseBody } from '../../reports/response.ts'
import { countedIn, type TeamGroup, type TeamReport } from '../../reports/team.ts'
import { monthOf, type PersonalReport, type TeamMonth, typicalOf } from '../../reports/team-personal.ts'
import { eachFact } from '../../store/facts/funnel-facts.ts'
import { eachJourney, type Journey } from '../../store/facts/journeys.ts'
import type { Store } from '../../store/store.ts'
import { funnelReport } from '../funnel/report.ts'
import { earlier, factsQuery } from './request.ts'
import { responseOf } from './response.ts'
import { amountsOf, type TeamRequest, touchQuery, wantedKeys } from './team-report.ts'

/** The one manager that is asked for by name; undefined where nobody is, or several are. */
export function personAsked({ filter, grouping, by }: TeamRequest): string | undefined {
  const keys = new Set(filter.managers.map((id) => grouping.label(id)))
  const [only] = keys
  return by === 'manager' && keys.size === 1 && typeof only === 'string' ? only : undefined
}

/** One manager beside the team; `request` names them, `everyone` does not, `team` is the report of the latter. */
export function personalReport(
  store: Store,
  request: TeamRequest,
  everyone: TeamRequest,
  team: TeamReport,
  own: TeamGroup,
): PersonalReport {
  const { grouping: _, ...ungrouped } = request
  const place = team.groups.filter(({ key, wonAmount }) => key !== null && wonAmount > own.wonAmount).length
  return {
    own,
    team: team.total,
    place: own.wonAmount > 0 ? place + 1 : null,
    typical: typicalOf(team.groups, team.total),
    funnel: funnelReport(store, { ...ungrouped, grouping: undefined }, 'cohort'),
    months: monthsOf(store, request),
    response: responseBeside(store, everyone, own.key),
  }
}

/** Who turned to them, and how soon they were answered: as in `response`. */
function responseBeside(store: Store, everyone: TeamRequest, key: string | null): PersonalReport['response'] {
  const { groups, total } = responseOf(store, { request: everyone, query: touchQuery(store, everyone) })
  const people = groups.filter((group) => group.key !== null)
  const own = people.find((group) => group.key === key)
  return {
    own: own ?? responseBody([], 0),
    total,
    average: ratio(total.inquiries, people.length),
    median: medianOf(people.map(({ inquiries }) => inquiries)),
  }
}

/** The report of one person as one of many: they alone, with how they differ from everyone else. */
export function aloneIn(team: TeamReport, own: TeamGroup): TeamReport {
  const { key: _, differs: __, revenueShare: ___, ...total } = own
  return { ...team, groups: [own], total, counted: countedIn({ total, created: team.created }) }
}

const MONTHS = 12

/** The twelve months up to the last of the period that has begun at T, each with what was closed in it. */
function monthsOf(store: Store, request: TeamRequest): TeamMonth[] {
  const { weekStart } = store.settings
  const { period, asOf } = request
  const last = isBounded(period) ? earlier(addDays(period.until, -1), asOf) : asOf
  const months = lastMonths(last, weekStart)
  const amount = amountsOf(store, request)
  const sums = new Map(months.map(({ label }) => [label, { won: 0, lost: 0, wonAmount: 0 }]))
  const window = periodOf(months[0]?.from ?? last, addDays(last, 1))
  const query = factsQuery(store, { ...request, period: window, grouping: undefined }, 'current')
  const month = (at: number) => bucketOf(store.zone.dateOf(at), 'month', weekStart)
  const look = (deal: Pick<Journey, 'outcome' | 'closedAt' | 'amount' | 'currency'>) => {
    if (deal.closedAt === null || deal.outcome === 'open') return
    const sum = sums.get(month(deal.closedAt))
    if (sum === undefined) return
    sum[deal.outcome] += 1
    if (deal.outcome === 'won') sum.wonAmount += amount(deal, deal.closedAt) ?? 0
  }
  const wanted = wantedKeys(request)
  if (wanted === undefined) eachFact(store, query, { deal: look })
  else
    eachJourney(store, query, (journey) => {
      if (wanted.has(request.grouping.label(journey.steps.at(-1)?.actor ?? null))) look(journey)
    })
  return [...sums].map(([label, { won, lost, wonAmount }]) => monthOf(label, won, lost, wonAmount))
}

function lastMonths(day: IsoDate, weekStart: number) {
  const first = `${addMonths(day, 1 - MONTHS).slice(0, 8)}01`
  return splitPeriod(periodOf(first, addDays(day, 1)), 'month', weekStart)
}
