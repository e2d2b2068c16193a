import { closedSince, type Learnt, learn, months, weekOf } from '../../domain/statistics/learning.ts'
import type { Lifetimes } from '../../domain/statistics/lifetimes.ts'
import { dayNumber, isoOfDay, type Unit } from '../../domain/time/date.ts'
import type { BoundedPeriod } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import { type Basis, ENOUGH_FILTERED, type Maturity, maturityOf } from '../../reports/maturity.ts'
import { readLifetimes } from '../../store/facts/lifetimes.ts'
import { EVERY_DEAL } from '../../store/filters.ts'
import type { Store } from '../../store/store.ts'
import type { ReportRequest } from './request.ts'

/**
 * What the deals of each part will come to. Learnt from those of the filters, or from the whole pipeline where too few
 * of them are closed. Throws UsageError where deals are picked by what became of them: such say nothing of all.
 */
export function matured(
  store: Store,
  { pipeline, horizon, filter, asOf }: ReportRequest,
  parts: readonly BoundedPeriod[],
  unit: Unit,
): Maturity {
  if (filter.stages.length > 0 || filter.outcomes.length > 0) throw new UsageError((w) => w.conversion.picked)
  const today = dayNumber(asOf)
  const batchOf = unit === 'day' || unit === 'week' ? weekOf : months()
  const lives = readLifetimes(store, { pipeline, horizon, filter })
  const own = learn(lives, today, batchOf)
  const isEnough = own !== null && own.outcomes >= ENOUGH_FILTERED
  if (isEnough || isWhole(filter)) return maturityOf(lives, parts, own, basisOf('filtered', own, lives))
  const everyone = readLifetimes(store, { pipeline, horizon, filter: EVERY_DEAL })
  const all = learn(everyone, today, batchOf)
  return maturityOf(lives, parts, all, basisOf('pipeline', all, everyone))
}

function isWhole(filter: ReportRequest['filter']): boolean {
  return Object.values(filter).every((wanted) => !Array.isArray(wanted) || wanted.length === 0)
}

function basisOf(from: Basis['from'], learnt: Learnt | null, lives: Lifetimes): Basis {
  const since = learnt?.since ?? Number.NEGATIVE_INFINITY
  return {
    from,
    ...closedSince(lives, since),
    since: Number.isFinite(since) ? isoOfDay(since) : null,
    seenDays: learnt?.incidence.seen ?? null,
  }
}
