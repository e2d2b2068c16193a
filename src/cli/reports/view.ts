import { dayNumber } from '../../domain/time/date.ts'
import { bucketOf, formatDay, isBounded, type Period, parsePeriod } from '../../domain/time/period.ts'
import type { Say } from '../../errors.ts'
import type { Beyond, ReportView } from '../../render/reports/head.ts'
import {
  countCreated,
  earliestCreation,
  firstWritten,
  latestCreation,
  latestEntry,
} from '../../store/facts/latest.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { sayFilters } from '../filters-said.ts'
import { retype } from '../line/retype.ts'
import { factsQuery, type ReportRequest } from './request.ts'

/** What the screens of all reports say besides their figures. */
export function reportView(
  context: Context,
  name: string,
  typed: Typed,
  request: ReportRequest,
  beyond: Beyond,
): (words: Words) => ReportView {
  return (words) => ({
    words,
    said: saidOf(request, words),
    chart: typed.options['chart'] !== false,
    // The deals behind a figure are of one period: another is not compared with them.
    again: (flags) => retype(context, name, typed, 'explain' in flags ? { compare: '', ...flags } : flags),
    instead: (command, flags) => retype(context, command, typed, { compare: '', ...flags }),
    afresh: (command) => retype(context, command, { args: [], options: {} }, {}),
    beyond,
  })
}

/** Of reports that say nothing of other days. */
export const NOTHING_BEYOND: Beyond = { latest: null, outside: 0 }

/** What there is beyond a report, and what is said of it beside the report. */
export interface Found extends Beyond {
  messages: readonly Say[]
}

/**
 * Where a report counted nothing, what there is instead. Where neither days nor T were chosen, how many deals of other
 * days there are, if they are the most: a report of the past may not depend on what came after it.
 */
export function lookBeyond(
  store: Store,
  request: ReportRequest,
  typed: Typed,
  counted: number,
  what: 'created' | 'current' | 'entries',
): Found {
  if (counted === 0) {
    const latest = latestPeriod(store, request, what === 'entries' ? 'entries' : 'deals')
    return { latest, outside: 0, messages: latest === null ? firstSaid(store, request) : [] }
  }
  const isChosen = ['period', 'asOf', 'knownAt'].some((name) => typed.options[name] !== undefined)
  const counts =
    !isChosen && typed.args[0] === undefined && what === 'created' && request.attribution === 'owner'
  const all = counts ? countCreated(store, factsQuery(store, request, 'created')) : null
  const outside = all === null ? 0 : all - counted
  return { latest: null, outside: outside > counted ? outside : 0, messages: [] }
}

/**
 * Nothing was known at the moment asked for, or nothing had begun: since when something is, or has. It is no part of
 * the report, whose bytes stay the same whatever comes later.
 */
function firstSaid(store: Store, request: ReportRequest): Say[] {
  const { t } = request.horizon
  const { zone } = store
  const known = request.head.knownAt
  const written = known === null ? null : firstWritten(store)
  if (known !== null && written !== null && written >= zone.endOfDay(known)) {
    const first = zone.dateOf(written)
    return [
      (w) => w.reportHead.notWritten({ known: formatDay(known, w.lang), first: formatDay(first, w.lang) }),
    ]
  }
  const created = earliestCreation(store, factsQuery(store, request, 'created'))
  if (created === null || created < t) return []
  return [(w) => w.reportHead.notBegun({ first: formatDay(zone.dateOf(created), w.lang) })]
}

/** The latest week, month, quarter or year, like the one asked for, in which there is anything; null where never. */
function latestPeriod(store: Store, request: ReportRequest, what: 'deals' | 'entries'): Period | null {
  const query = factsQuery(store, request, what === 'deals' ? 'created' : 'entries')
  const at = what === 'deals' ? latestCreation(store, query) : latestEntry(store, query)
  if (at === null) return null
  const { weekStart } = store.settings
  const day = store.zone.dateOf(at)
  return parsePeriod(bucketOf(day, unitLike(request.period), weekStart), { today: day, weekStart })
}

function unitLike(period: Period): 'week' | 'month' | 'quarter' | 'year' {
  if (!isBounded(period)) return 'year'
  const days = dayNumber(period.until) - dayNumber(period.from)
  if (days <= 7) return 'week'
  if (days <= 31) return 'month'
  return days <= 92 ? 'quarter' : 'year'
}

function saidOf({ echo, grouping }: ReportRequest, words: Words): string[] {
  const said = sayFilters(echo, words)
  const byWhom = grouping?.by === 'manager' || grouping?.by === 'department'
  return echo.manager === undefined && !byWhom ? [words.reportHead.allManagers, ...said] : said
}
