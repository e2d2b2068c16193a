import { majorOf } from '../domain/money.ts'
import { NONE } from '../domain/none.ts'
import { ratio, round4, wilson } from '../domain/statistics/statistics.ts'
import { inOrder } from './groups.ts'
import type { ReportHead } from './head.ts'

/** Deals lost for one reason at one stage by one manager. Money in minor units; null is "(none)", of a stage not known. */
export interface LossRow {
  reason: string | null
  stage: string | null
  manager: string | null
  deals: number
  amount: number
}

/** The losses of one reason, stage, manager or group. */
export interface LossPart {
  key: string | null
  deals: number
  amount: number
  /** Of all losses, with its 95 % interval. */
  share: number | null
  low: number | null
  high: number | null
  /** Of a reason the stage, of anything else the reason that more of them have than any other; null of none. */
  mostly: { key: string; deals: number } | null
}

/** Of managers and groups also how many of the deals that they closed were lost. */
export interface LossGroup extends LossPart {
  /** Null where only some losses are looked at. */
  closed: number | null
  lossRate: number | null
  lossRateLow: number | null
  lossRateHigh: number | null
}

export interface LossesReport {
  head: ReportHead
  pipeline: string
  by: string | null
  overlap: boolean
  rows: LossRow[]
  /** Most deals first, "(none)" last. */
  reasons: LossPart[]
  /** In the order of the funnel. */
  stages: LossPart[]
  groups: LossGroup[] | null
  total: LossGroup
}

/** A row as it was counted, of one group. */
export interface LossCell extends LossRow {
  group: string | null
}

export interface LossFacts {
  head: ReportHead
  pipeline: string
  by: string | null
  overlap: boolean
  /** Names of stages in their order. */
  order: readonly string[]
  /** Each deal once. */
  cells: readonly LossCell[]
  /** The same by groups, where a deal may be in several; else the same cells. */
  grouped: readonly LossCell[]
  /** Deals won in the period, of all and by group; null where only some of the losses are looked at. */
  won: { all: number; byGroup: ReadonlyMap<string | null, number> } | null
  /** Groups are moments, and stand in their order. */
  isTime: boolean
}

/**
 * Sums up the deals lost in the period: closed in it, and lost at T. A share is of all losses; the loss rate is
 * lost / (won + lost) of the deals closed in the period.
 */
export function lossesReport(facts: LossFacts): LossesReport {
  const { head, pipeline, by, overlap, order, cells, grouped, won, isTime } = facts
  const all = cells.reduce((sum, { deals }) => sum + deals, 0)
  const partsOf = (some: readonly LossCell[], of: (cell: LossCell) => string | null, mostly: Mostly) =>
    [...byKey(some, of)].map(([key, own]) => partOf(key, own, all, mostly))
  const place = (name: string | null) => (name === null ? order.length + 1 : order.indexOf(name))
  const total = partOf(null, cells, all, 'reason')
  const rated = (part: LossPart, wins: number | null) => withRate(part, wins)
  const groups = partsOf(grouped, ({ group }) => group, 'reason')
  // A group that lost nothing stands too, where something was won.
  const without = [...(won?.byGroup.keys() ?? [])].filter((key) => !groups.some((group) => group.key === key))
  return {
    head,
    pipeline,
    by,
    overlap,
    rows: rowsOf(cells),
    reasons: partsOf(cells, ({ reason }) => reason, 'stage').sort(inOrder(byDeals)),
    stages: partsOf(cells, ({ stage }) => stage, 'reason').sort((a, b) => place(a.key) - place(b.key)),
    groups:
      by === null
        ? null
        : [...groups, ...without.map((key) => partOf(key, [], all, 'reason'))]
            .map((part) => rated(part, won === null ? null : (won.byGroup.get(part.key) ?? 0)))
            .sort(isTime ? inOrder() : inOrder(byDeals)),
    total: rated(total, won?.all ?? null),
  }
}

type Mostly = 'reason' | 'stage'

function byKey(cells: readonly LossCell[], of: (cell: LossCell) => string | null) {
  const found = new Map<string | null, LossCell[]>()
  for (const cell of cells) {
    const known = found.get(of(cell))
    if (known === undefined) found.set(of(cell), [cell])
    else known.push(cell)
  }
  return found
}

function partOf(key: string | null, cells: readonly LossCell[], all: number, mostly: Mostly): LossPart {
  const deals = cells.reduce((sum, cell) => sum + cell.deals, 0)
  const interval = wilson(deals, all)
  const most = [...byKey(cells, (cell) => cell[mostly])]
    .flatMap(([of, own]) =>
      of === null ? [] : [{ key: of, deals: own.reduce((n, one) => n + one.deals, 0) }],
    )
    .sort((a, b) => b.deals - a.deals || (a.key < b.key ? -1 : 1))
  return {
    key,
    deals,
    amount: cells.reduce((sum, cell) => sum + cell.amount, 0),
    share: ratio(deals, all),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    mostly: most[0] !== undefined && most[0].deals > (most[1]?.deals ?? 0) ? most[0] : null,
  }
}

function withRate(part: LossPart, won: number | null): LossGroup {
  const closed = won === null ? null : won + part.deals
  const interval = closed === null ? null : wilson(part.deals, closed)
  return {
    ...part,
    closed,
    lossRate: closed === null ? null : ratio(part.deals, closed),
    lossRateLow: interval?.low ?? null,
    lossRateHigh: interval?.high ?? null,
  }
}

/** The rows of all groups together, most deals first. */
function rowsOf(cells: readonly LossCell[]): LossRow[] {
  const rows = new Map<string, LossRow>()
  for (const { reason, stage, manager, deals, amount } of cells) {
    const key = JSON.stringify([reason, stage, manager])
    const known = rows.get(key)
    if (known === undefined) rows.set(key, { reason, stage, manager, deals, amount })
    else {
      known.deals += deals
      known.amount += amount
    }
  }
  const text = ({ reason, stage, manager }: LossRow) => JSON.stringify([reason, stage, manager])
  return [...rows.values()].sort((a, b) => b.deals - a.deals || (text(a) < text(b) ? -1 : 1))
}

function byDeals(a: LossPart, b: LossPart): number {
  return b.deals - a.deals
}

/** The report as scripts read it: `voronka.losses/1`. */
export function lossesJson(report: LossesReport, beside: LossesReport | null) {
  const { head, pipeline, by, overlap, groups } = report
  const { currency } = head
  return {
    schema: 'voronka.losses/1',
    pipeline,
    ...head,
    by,
    ...bodyJson(report, currency),
    ...(groups !== null && { overlap, groups: groups.map((group) => groupJson(group, currency)) }),
    ...(beside !== null && {
      compare: { period: beside.head.period, asOf: beside.head.asOf, ...bodyJson(beside, currency) },
    }),
  }
}

function bodyJson({ rows, reasons, stages, total }: LossesReport, currency: string) {
  const { key: _, share: _share, low: _low, high: _high, ...whole } = groupJson(total, currency)
  return {
    rows: rows.map(({ reason, stage, manager, deals, amount }) => ({
      reason: reason ?? NONE,
      stage: stage ?? NONE,
      manager: manager ?? NONE,
      deals,
      amount: majorOf(amount, currency),
    })),
    reasons: reasons.map((part) => partJson(part, currency)),
    stages: stages.map((part) => partJson(part, currency)),
    total: whole,
  }
}

function partJson({ key, amount, share, low, high, ...part }: LossPart, currency: string) {
  return {
    ...part,
    key: key ?? NONE,
    amount: majorOf(amount, currency),
    share: round4(share),
    low: round4(low),
    high: round4(high),
  }
}

function groupJson({ closed, lossRate, lossRateLow, lossRateHigh, ...part }: LossGroup, currency: string) {
  return {
    ...partJson(part, currency),
    closed,
    lossRate: round4(lossRate),
    lossRateLow: round4(lossRateLow),
    lossRateHigh: round4(lossRateHigh),
  }
}
