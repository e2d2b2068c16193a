import { foldKey } from '../../domain/names/name.ts'
import { isOfDeals, type Metric } from '../../domain/plan/plan.ts'
import { periodTitle } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import { formatCount } from '../../render/numbers.ts'
import { dealsAt } from '../../store/deals/deals.ts'
import { wonFigures } from '../../store/facts/plan-facts.ts'
import { Labels } from '../../store/labels.ts'
import { findManager, survivorOf } from '../../store/naming/naming.ts'
import type { Store } from '../../store/store.ts'
import type { Answer } from '../command.ts'
import { dealsDocument } from '../deals/shown.ts'
import { isEveryone, isNone } from '../filters.ts'
import type { ReportRequest } from '../reports/request.ts'
import type { PlanAsked } from './asked.ts'

/**
 * `MANAGER:fact`, or `all:fact`: the won deals that a fact is made of. Throws UsageError for another cell, and for what
 * is not made of deals.
 */
export function explainPlan(
  store: Store,
  { period, horizon }: ReportRequest,
  asked: PlanAsked,
  metrics: readonly Metric[],
  cell: string,
): Answer {
  const [, name = cell, column] = /^(.*?)(?::\s*([^:]*))?$/s.exec(cell.trim()) ?? []
  if (column !== undefined && !FACT.has(foldKey(column)))
    throw new UsageError((w) => w.planReport.badExplain({ text: cell }))
  const metric = metrics.find(isOfDeals)
  if (metric === undefined) throw new UsageError((w) => w.planReport.notOfDeals)
  const who = whoseCell(store, name)
  const ids: number[] = []
  wonFigures(store, { ...asked, windows: [asked.period] }, ({ id, manager }) => {
    const isAsked = asked.managers === null || asked.managers.has(manager)
    if (isAsked && (who === 'all' || manager === who)) ids.push(id)
  })
  const labels = new Labels(store)
  const records = dealsAt(store, labels, ids, horizon)
  return {
    json: records,
    document: (words) => {
      const whose =
        who === 'all' ? words.plans.team : who === null ? words.planReport.nobody : labels.manager(who)
      const n = formatCount(records.length, words.lang)
      return {
        ...dealsDocument(records, labels.fields('deal'), words),
        heading: [[periodTitle(period, words), words.planReport.explained({ whose, n })].join(' · ')],
      }
    },
  }
}

const FACT = new Set('fact факт won выиграно виграно'.split(' '))

function whoseCell(store: Store, name: string): number | null | 'all' {
  if (name === '' || foldKey(name) === 'team' || foldKey(name) === 'команда' || isEveryone(store, name))
    return 'all'
  if (isNone(name)) return null
  return survivorOf(store.managers, findManager(store, name))
}
