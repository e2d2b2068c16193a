import { isOfPeople } from '../../domain/none.ts'
import { stagesAt } from '../../domain/pipeline.ts'
import type { ReferenceShare } from '../../domain/reference.ts'
import { goneOn } from '../../domain/statistics/two-shares.ts'
import { UsageError, UserError } from '../../errors.ts'
import { weakestDocument } from '../../render/reports/weakest.ts'
import { type AgainstRow, type Average, heldAgainst } from '../../reports/against.ts'
import type { FunnelBody, FunnelGroup, FunnelReport } from '../../reports/funnel.ts'
import { causesOf, DIMENSIONS, type StageTally } from '../../reports/stage-causes.ts'
import { type StageApart, type StageCounts, stagesApart } from '../../reports/stages-apart.ts'
import type { Cost } from '../../reports/team.ts'
import {
  type Link,
  linkOf,
  linksOf,
  type Measure,
  type WeakestReport,
  weakestJson,
} from '../../reports/weakest.ts'
import { groupingOf } from '../../store/facts/groups.ts'
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
      return explanation(store, request, funnelReport(store, request, 'cohort', { watch }), watch)
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
  return funnelReport(store, request, 'cohort', { untimed: true })
}

/**
 * What the stages are held against: a reference; the deals of another period; the team, which is the managers that are
 * not asked for, or, of groups each of which has the others beside it, nobody else.
 */
type Beside =
  | { named: Named }
  | { kind: 'period'; request: ReportRequest }
  | { kind: 'team'; request: ReportRequest | null }

/** As asked for; else the rest of the team where managers are named or compared and there is one, else the previous period. */
function beside(store: Store, request: ReportRequest, typed: Typed): Beside {
  const { grouping, filter } = request
  const [text, period] = [optional(typed, 'against'), optional(typed, 'compare')]
  if (text !== undefined && period !== undefined) throw new UsageError((w) => w.references.notBoth)
  const standing = text === undefined ? undefined : standingNamed(text)
  if (text !== undefined && (standing === undefined || standing === 'template'))
    return { named: referenceNamed(store, request, text) }
  const isTeam = grouping !== undefined || filter.managers.length > 0
  if (standing === 'team' || (standing === undefined && period === undefined && isTeam)) {
    // One manager among others is beside everyone else, as in the team report.
    const isAmong =
      grouping !== undefined && (grouping.by !== 'manager' || namedIn(store, request).size !== 1)
    if (isAmong) return { kind: 'team', request: null }
    const rest = restOf(store, request)
    if (rest !== null) return { kind: 'team', request: rest }
    if (standing !== undefined) throw new UserError((w) => w.weakest.nobodyElse)
  }
  return { kind: 'period', request: shiftReport(request, store, standing ?? period ?? 'previous') }
}

/** The managers asked for, those that became another as that one. */
function namedIn({ managers }: Store, { filter }: ReportRequest): Set<number | null> {
  return new Set(filter.managers.map((id) => (id === null ? null : survivorOf(managers, id))))
}

/** The same of each manager but those named; null where there is none. Deals of nobody are no one's rest. */
function restOf(store: Store, request: ReportRequest): ReportRequest | null {
  const { managers } = store
  const named = namedIn(store, request)
  const rest = managers.map(({ id }) => id).filter((id) => !named.has(survivorOf(managers, id)))
  if (named.size === 0) throw new UsageError((w) => w.weakest.whoseTeam)
  if (rest.length === 0) return null
  return {
    ...request,
    filter: { ...request.filter, managers: rest },
    grouping: groupingOf(store, 'manager'),
  }
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
    const { of, groups } = groupsBeside(store, request, funnel, measure)
    return { ...made, measure: of, whole: null, groups }
  }
  const { of, share, average, theirs, ...told } = wholeBeside(store, request, funnel, measure)
  const worth = averageWon(funnel) ?? average
  const ageless = of.kind !== 'period'
  const rows = heldAgainst(funnel, share, { ageless, average: worth, ...told })
  const whole: Link = linkOf({ ...bodyOf(funnel), average: worth, rows })
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
  /** Beside the team: which stages are told from it. */
  apart?: StageApart[]
  /** Whose deals stand beside ours; null where there are none. */
  theirs: ReportRequest | null
}

function wholeBeside(
  store: Store,
  request: ReportRequest,
  funnel: FunnelReport,
  measure: Beside,
): WholeBeside {
  if ('named' in measure) {
    const { named } = measure
    const share = sharesOf(named, request, 'cohort')
    const of: Measure = { kind: 'reference', of: named.head }
    return { of, share, average: averageOf(named, request), theirs: null }
  }
  const theirs = measure.request ?? request
  const body = counted(store, theirs)
  const of = measureOf(measure.kind, theirs, body.totals.deals)
  const average = theirAverage(body)
  if (measure.kind === 'team') {
    const [apart = []] = stagesApart(
      [funnel, ...(body.groups ?? [])].map(({ stages }) => stages.slice(0, -1)),
    )
    return { of, share: apart.map(({ others }) => shareOfRow(others)), average, apart, theirs }
  }
  const names = stagesAt(theirs.pipeline, theirs.horizon.t).map(({ id }) => id)
  const stages = stagesAt(request.pipeline, request.horizon.t)
  // Of stages that the other moment had in the same order.
  const share = stages.map(({ id }, k) => {
    const at = names.indexOf(id)
    const [row, next] = [body.stages[at], stages[k + 1]?.id]
    return at < 0 || row === undefined || names[at + 1] !== next ? null : shareOfRow(row)
  })
  return { of, share, average, theirs }
}

/** What each group's stages cost beside those of all the other groups together; null where nothing. */
export function costsBesideTeam(store: Store, request: ReportRequest): Map<string | null, (Cost | null)[]> {
  const { groups } = groupsBeside(store, request, counted(store, request), { kind: 'team', request: null })
  const costOf = ({ differenceAmount: amount }: AgainstRow, average: Average | null) =>
    amount !== null && amount < 0 && average !== null
      ? { amount: Math.round(-amount), won: average.deals }
      : null
  return new Map(groups.map(({ key, rows, average }) => [key, rows.map((row) => costOf(row, average))]))
}

function measureOf(kind: 'period' | 'team', { head }: ReportRequest, deals: number): Measure {
  return kind === 'team' ? { kind, deals } : { kind, period: head.period, asOf: head.asOf, deals }
}

function theirAverage(body: FunnelBody): Average | null {
  const average = averageWon(body)
  return average === null ? null : { ...average, of: 'reference' }
}

function shareOfRow(row: StageCounts): ReferenceShare | null {
  const { toNext, entered, sound } = row
  return toNext === null || !sound ? null : { rate: toNext, k: goneOn(row), n: entered }
}

type GroupLink = Link & { key: string | null }

/** Each group beside the others together, beside itself in the other period, or beside the reference. */
function groupsBeside(
  store: Store,
  request: ReportRequest,
  funnel: FunnelReport,
  measure: Beside,
): { of: Measure; groups: GroupLink[] } {
  const groups = (funnel.groups ?? []).filter(({ key }) => !isOfPeople(funnel.by) || key !== null)
  const held = (
    part: FunnelGroup,
    share: (ReferenceShare | null)[],
    ageless: boolean,
    apart?: StageApart[],
  ) => {
    const average = averageWon(part) ?? averageWon(funnel)
    const rows = heldAgainst(part, share, { ageless, average, ...(apart && { apart }) })
    return { ...bodyOf(part), key: part.key, average, rows }
  }
  if ('named' in measure) {
    const share = sharesOf(measure.named, request, 'cohort')
    const of: Measure = { kind: 'reference', of: measure.named.head }
    return { of, groups: linksOf(groups.map((part) => held(part, share, true))) }
  }
  if (measure.kind === 'period') {
    const then = counted(store, measure.request)
    const bodies = new Map((then.groups ?? []).map((group) => [group.key, group]))
    const share = (key: string | null) =>
      funnel.stages.slice(0, -1).map(({ stage }, k) => {
        const row = bodies.get(key)?.stages[k]
        return row === undefined || row.stage !== stage ? null : shareOfRow(row)
      })
    const of = measureOf('period', measure.request, then.totals.deals)
    return { of, groups: linksOf(groups.map((part) => held(part, share(part.key), false))) }
  }
  const peers = measure.request === null ? [] : (counted(store, measure.request).groups ?? [])
  const all = [...groups, ...peers]
  const apart = stagesApart(all.map(({ stages }) => stages.slice(0, -1)))
  const of = measureOf(
    'team',
    request,
    all.reduce((sum, { totals }) => sum + totals.deals, 0),
  )
  const linked = groups.map((part, at) => {
    const told = apart[at] ?? []
    const share = told.map(({ others }) => shareOfRow(others))
    return linkOf(held(part, share, true, told))
  })
  return { of, groups: linked }
}
