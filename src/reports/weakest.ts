import { majorOf } from '../domain/money.ts'
import { NONE } from '../domain/none.ts'
import { holm, round4 } from '../domain/statistics/statistics.ts'
import { goneOn } from '../domain/statistics/two-shares.ts'
import { type AgainstRow, type Average, heldJson, type ReferenceHead } from './against.ts'
import type { FunnelBody, FunnelStage } from './funnel.ts'
import type { ReportHead } from './head.ts'
import { type Cause, causeJson } from './stage-causes.ts'

/** What the stages are held against. */
export type Measure =
  | { kind: 'period'; period: ReportHead['period']; asOf: string; deals: number }
  | { kind: 'team'; deals: number }
  | { kind: 'reference'; of: ReferenceHead }

/** The stages of one funnel beside those of another, and which of them is the weakest. */
export interface Link extends Pick<FunnelBody, 'stages' | 'totals'> {
  rows: readonly AgainstRow[]
  average: Average | null
  /** The stage that costs most of those below the measure: for certain, else merely the one that looks worst. */
  weakest: { k: number; certain: boolean } | null
  /** The stage that looks worst, where none is below for certain and its open deals alone could lift it: none is named. */
  early: number | null
}

export interface WeakestReport {
  head: ReportHead
  pipeline: string
  by: string | null
  measure: Measure
  whole: Link | null
  groups: readonly (Link & { key: string | null })[] | null
  /** Of the weakest stage, where it is one for certain. */
  causes: readonly Cause[]
  /** Of the stage that is named: why deals were lost there, most first. */
  reasons: readonly { reason: string | null; deals: number }[]
}

/**
 * Which stage is the weakest: of those below the measure whose difference is distinguishable, the one that costs most
 * deals won; where none is, the one that would cost most, unless it is too early to say so (`early`).
 */
export function linkOf<Part extends Unjudged>(part: Part): Part & Link {
  const weakest = weakestOf(part.rows)
  const isEarly = weakest !== null && !weakest.certain && couldRise(part, weakest.k)
  return { ...part, weakest: isEarly ? null : weakest, early: isEarly ? weakest.k : null }
}

type Unjudged = Omit<Link, 'weakest' | 'early'>

/** Were all the deals open at the stage to go on, its share would be no less than what it is held against. */
function couldRise({ stages, rows }: Unjudged, k: number): boolean {
  const [stage, reference] = [stages[k], rows[k]?.reference ?? null]
  if (stage === undefined || reference === null) return false
  const open = stage.openHere ?? 0
  return open > 0 && goneOn(stage) + open >= reference * stage.entered
}

/** The same of several groups each beside something else: all their stages are corrected together. */
export function linksOf<Part extends Unjudged>(parts: readonly Part[]): (Part & Link)[] {
  const falls = holm(parts.flatMap(({ rows }) => rows.map(({ pValue }) => pValue)))
  let at = 0
  return parts.map((part) => {
    const rows = part.rows.map((row) => {
      const fell = falls[at++] === true
      return { ...row, distinguishable: row.pValue === null ? null : fell, mendable: row.mendable && !fell }
    })
    return linkOf({ ...part, rows })
  })
}

function weakestOf(rows: readonly AgainstRow[]): Link['weakest'] {
  const below = rows.flatMap((row, k) =>
    row.distinguishable !== null && (row.difference ?? 0) < 0 ? [{ ...row, k }] : [],
  )
  const certain = below.filter(({ distinguishable }) => distinguishable)
  const cost = ({ differenceWon, differenceDeals }: AgainstRow) => differenceWon ?? differenceDeals ?? 0
  const [worst] = (certain.length > 0 ? certain : below).sort((a, b) => cost(a) - cost(b))
  return worst === undefined ? null : { k: worst.k, certain: certain.length > 0 }
}

/** The weakest link as scripts read it: `voronka.weakest/1`. */
export function weakestJson(report: WeakestReport) {
  const { head, measure, whole, groups } = report
  const { currency } = head
  const named = (link: Link, certain: boolean) =>
    link.weakest?.certain === certain ? stageJson(link, link.weakest.k, currency) : null
  const linkJson = (link: Link) => ({
    weakest: named(link, true),
    candidate: named(link, false),
    early: link.early === null ? null : stageJson(link, link.early, currency),
    stages: link.stages.slice(0, -1).map((_, k) => stageJson(link, k, currency)),
    totals: {
      deals: link.totals.deals,
      won: link.totals.won,
      lost: link.totals.lost,
      open: link.totals.open,
    },
    averageWon: link.average === null ? null : majorOf(Math.round(link.average.amount), currency),
    averageWonDeals: link.average?.deals ?? null,
  })
  return {
    schema: 'voronka.weakest/1',
    pipeline: report.pipeline,
    ...head,
    against: measureJson(measure),
    ...(whole === null ? {} : linkJson(whole)),
    ...(groups === null
      ? {
          reasons: report.reasons.map(({ reason, deals }) => ({ reason: reason ?? NONE, deals })),
          causes: report.causes.map(causeJson),
        }
      : {
          by: report.by,
          groups: groups.map((link) => ({ key: link.key ?? NONE, ...linkJson(link) })),
        }),
  }
}

function measureJson(measure: Measure) {
  if (measure.kind !== 'reference') return measure
  return {
    ...measure.of,
    name: measure.of.name ?? 'template',
    referenceKind: measure.of.kind,
    kind: 'reference',
  }
}

function stageJson({ stages, rows }: Link, k: number, currency: string) {
  const [stage, row] = [stages[k] as FunnelStage, rows[k] as AgainstRow]
  return {
    stage: stage.stage,
    next: stages[k + 1]?.stage ?? null,
    entered: stage.entered,
    openHere: stage.openHere,
    toNext: round4(stage.toNext),
    toNextLow: round4(stage.toNextLow),
    toNextHigh: round4(stage.toNextHigh),
    ...heldJson(row, currency),
    pValue: round4(row.pValue),
    downstream: round4(row.downstream),
    missed: negated(round4(row.differenceDeals)),
    missedWon: negated(round4(row.differenceWon)),
    cost: negated(heldJson(row, currency).differenceAmount),
  }
}

/** A shortfall is told as what is missing. */
function negated(n: number | null): number | null {
  return n === null ? null : 0 - n
}
