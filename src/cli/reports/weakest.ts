import { stagesAt } from '../../domain/pipeline.ts'
import type { ReferenceShare } from '../../domain/reference.ts'
import { goneOn, outcomesAt } from '../../domain/statistics/two-shares.ts'
import { UsageError, UserError } from '../../errors.ts'
import { weakestDocument } from '../../render/reports/weakest.ts'
import { type AgainstRow, type Average, heldAgainst } from '../../reports/against.ts'
import type { FunnelBody, FunnelReport, FunnelStage } from '../../reports/funnel.ts'
import { causesOf, DIMENSIONS, type StageTally } from '../../reports/stage-causes.ts'
import { type Link, linksOf, type Measure, type WeakestReport, weakestJson } from '../../reports/weakest.ts'
import { survivorOf } from '../../store/naming/naming.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Run, Typed } from '../command.ts'
import {
  averageOf,
  averageWon,
  type Named,
  referenceNamed,
  sharesOf,
  standingNamed,
} from '../funnel/against.ts'
import { funnelReport } from '../funnel/report.ts'
import { spelt, tallyOf } from '../funnel/stage-tally.ts'
import { Spellings } from '../spellings.ts'
import { optional } from '../typed.ts'
import { groupOf } from './cell.ts'
import { explanation, parseCell } from './explain.ts'
import { parseReport, type ReportRequest, shiftReport } from './request.ts'
import { lookBeyond, reportView } from './view.ts'

export const weakest: Run = (context, typed): Answer => {
  const store = context.open('read')
  return store.read(() => {
    const request = parseReport(context, store, typed)
    const { grouping } = request
    if (grouping !== undefined && (grouping.overlap || grouping.time || grouping.by === 'reason'))
      throw new UsageError((w) => w.weakest.badGroups({ by: grouping.by }))
    const cell = optional(typed, 'explain')
    const funnel = counted(store, request)
    if (cell !== undefined) {
      const watch = parseCell(cell, request, (text) => groupOf(funnel, text))
      return explanation(store, request, funnelReport(store, request, 'cohort', undefined, watch), watch)
    }
    const report = weakestReport(store, request, funnel, beside(store, request, typed))
    const beyond = lookBeyond(store, request, typed, funnel.totals.deals, 'created')
    const view = reportView(context, 'weakest', typed, request, beyond)
    return {
      json: weakestJson(report),
      document: (words) => weakestDocument(report, view(words)),
      messages: beyond.messages,
    }
  })
}

function counted(store: Store, request: ReportRequest): FunnelReport {
  return funnelReport(store, request, 'cohort', undefined, undefined, true)
}

/** What the stages are held against: a reference, or the deals that another request is of. */
type Beside =
  | { named: Named }
  | { kind: 'period' | 'team'; request: ReportRequest }
  | { kind: 'team'; request: null }

/** As asked for; else the rest of the team where managers are named or compared, else the previous period. */
function beside(store: Store, request: ReportRequest, typed: Typed): Beside {
  const [text, period] = [optional(typed, 'against'), optional(typed, 'compare')]
  if (text !== undefined && period !== undefined) throw new UsageError((w) => w.references.notBoth)
  const standing = text === undefined ? undefined : standingNamed(text)
  if (text !== undefined && (standing === undefined || standing === 'template'))
    return { named: referenceNamed(store, request, text) }
  const isTeam = request.grouping !== undefined || request.filter.managers.length > 0
  if (standing === 'team' || (standing === undefined && period === undefined && isTeam))
    return request.grouping === undefined
      ? { kind: 'team', request: restOf(store, request) }
      : { kind: 'team', request: null }
  return { kind: 'period', request: shiftReport(request, store, standing ?? period ?? 'previous') }
}

/** The same of all managers but those named. Deals of nobody are no one's rest. */
function restOf(store: Store, request: ReportRequest): ReportRequest {
  const { managers } = store
  const named = new Set(request.filter.managers.map((id) => (id === null ? null : survivorOf(managers, id))))
  const rest = managers.map(({ id }) => id).filter((id) => !named.has(survivorOf(managers, id)))
  if (named.size === 0) throw new UsageError((w) => w.weakest.whoseTeam)
  if (rest.length === 0) throw new UserError((w) => w.weakest.nobodyElse)
  return { ...request, filter: { ...request.filter, managers: rest } }
}

function weakestReport(
  store: Store,
  request: ReportRequest,
  funnel: FunnelReport,
  measure: Beside,
): WeakestReport {
  const { head, pipeline, by } = funnel
  const made = { head, pipeline, by, causes: [], reasons: [] }
  if (funnel.groups !== null) {
    const { of, linked } = groupsBeside(store, request, funnel, measure)
    return { ...made, measure: of, whole: null, groups: linksOf(linked) }
  }
  const { of, share, average, theirs } = wholeBeside(store, request, measure)
  const worth = averageWon(funnel) ?? average
  const ageless = of.kind !== 'period'
  const held = {
    ...bodyOf(funnel),
    average: worth,
    rows: heldAgainst(funnel, share, { ageless, average: worth }),
  }
  const [whole] = linksOf([held]) as [Link]
  const { weakest } = whole
  if (weakest === null) return { ...made, measure: of, whole, groups: null }
  const stage = stagesAt(request.pipeline, request.horizon.t)[weakest.k]?.id ?? 0
  // Times are held against times of other deals, which a reference does not have.
  const spellings = new Spellings()
  const own = tallyOf(store, request, stage, weakest.certain && theirs !== null, spellings)
  const beside = theirs === null || !weakest.certain ? null : tallyOf(store, theirs, stage, true, spellings)
  const tally = spelt(own, spellings)
  const dimensions = of.kind === 'team' ? DIMENSIONS.filter((by) => by !== 'manager') : DIMENSIONS
  return {
    ...made,
    measure: of,
    whole,
    groups: null,
    reasons: reasonsOf(tally),
    causes: weakest.certain
      ? causesOf(tally, beside === null ? null : spelt(beside, spellings), dimensions)
      : [],
  }
}

function bodyOf({ stages, totals }: FunnelBody): Pick<FunnelBody, 'stages' | 'totals'> {
  return { stages, totals }
}

function reasonsOf({ reasons }: StageTally): { reason: string | null; deals: number }[] {
  return [...reasons]
    .map(([reason, deals]) => ({ reason, deals }))
    .sort((a, b) => b.deals - a.deals || (String(a.reason) < String(b.reason) ? -1 : 1))
}

interface WholeBeside {
  of: Measure
  share: (ReferenceShare | null)[]
  average: Average | null
  /** Whose deals stand beside ours; null where there are none. */
  theirs: ReportRequest | null
}

function wholeBeside(store: Store, request: ReportRequest, measure: Beside): WholeBeside {
  if ('named' in measure) {
    const { named } = measure
    const share = sharesOf(named, request, 'cohort')
    return {
      of: { kind: 'reference', of: named.head },
      share,
      average: averageOf(named, request),
      theirs: null,
    }
  }
  const theirs = measure.request ?? request
  const body = counted(store, { ...theirs, grouping: undefined })
  const names = stagesAt(theirs.pipeline, theirs.horizon.t).map(({ id }) => id)
  const stages = stagesAt(request.pipeline, request.horizon.t)
  // Of stages that the other moment had in the same order.
  const share = stages.map(({ id }, k) => {
    const at = names.indexOf(id)
    const [row, next] = [body.stages[at], stages[k + 1]?.id]
    if (at < 0 || row === undefined || names[at + 1] !== next) return null
    return measure.kind === 'team' ? restShare([body], at) : shareOfRow(row)
  })
  return { of: measureOf(measure.kind, theirs, body), share, average: theirAverage(body), theirs }
}

function measureOf(kind: 'period' | 'team', { head }: ReportRequest, { totals }: FunnelBody): Measure {
  return kind === 'team'
    ? { kind, deals: totals.deals }
    : { kind, period: head.period, asOf: head.asOf, deals: totals.deals }
}

function theirAverage(body: FunnelBody): Average | null {
  const average = averageWon(body)
  return average === null ? null : { ...average, of: 'reference' }
}

function shareOfRow(row: FunnelStage): ReferenceShare | null {
  const { toNext, entered, sound } = row
  return toNext === null || !sound ? null : { rate: toNext, k: goneOn(row), n: entered }
}

/** Each group beside the others together, beside itself in the other period, or beside the reference. */
function groupsBeside(store: Store, request: ReportRequest, funnel: FunnelReport, measure: Beside) {
  const isOfPeople = funnel.by === 'manager' || funnel.by === 'department'
  const groups = (funnel.groups ?? []).filter(({ key }) => !isOfPeople || key !== null)
  const held = (
    part: FunnelBody & { key: string | null },
    share: (ReferenceShare | null)[],
    ageless: boolean,
  ) => {
    const average = averageWon(part) ?? averageWon(funnel)
    const rows: AgainstRow[] = heldAgainst(part, share, { ageless, average })
    return { ...bodyOf(part), key: part.key, average, rows }
  }
  if ('named' in measure) {
    const share = sharesOf(measure.named, request, 'cohort')
    const of: Measure = { kind: 'reference', of: measure.named.head }
    return { of, linked: groups.map((part) => held(part, share, true)) }
  }
  if (measure.request !== null) {
    const then = counted(store, measure.request)
    const bodies = new Map((then.groups ?? []).map((group) => [group.key, group]))
    const share = (key: string | null) =>
      funnel.stages.slice(0, -1).map(({ stage }, k) => {
        const row = bodies.get(key)?.stages[k]
        return row === undefined || row.stage !== stage ? null : shareOfRow(row)
      })
    const of = measureOf('period', measure.request, then)
    return { of, linked: groups.map((part) => held(part, share(part.key), false)) }
  }
  const others = (part: FunnelBody) =>
    part.stages.slice(0, -1).map((_, k) =>
      restShare(
        groups.filter((one) => one !== part),
        k,
      ),
    )
  const of: Measure = { kind: 'team', deals: groups.reduce((sum, { totals }) => sum + totals.deals, 0) }
  return { of, linked: groups.map((part) => held(part, others(part), true)) }
}

function restShare(others: readonly FunnelBody[], k: number): ReferenceShare | null {
  const rows = others.flatMap(({ stages }) => stages[k] ?? [])
  if (rows.some(({ sound }) => !sound)) return null
  const sum = (of: (row: FunnelStage) => number) => rows.reduce((all, row) => all + of(row), 0)
  const [n, won] = [sum(({ entered }) => entered), sum(goneOn)]
  const rest = { won, lost: sum((row) => outcomesAt(row).lost), open: sum((row) => outcomesAt(row).open) }
  return n === 0 ? null : { rate: won / n, k: won, n, rest }
}
