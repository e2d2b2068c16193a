import { majorOf } from '../domain/money.ts'
import { NONE } from '../domain/none.ts'
import type { Zone } from '../domain/time/zone.ts'
import type { DealFlags } from './deal-flags.ts'
import type { ReportHead } from './head.ts'

/** A deal that is stuck or silent, or both. Days in its stage are full ones; the norm may have parts of a day. */
export interface StuckRow {
  deal: string
  title: string
  stage: string
  manager: string | null
  days: number
  norm: number | null
  stuck: boolean
  silent: boolean
  /** ISO 8601; null where there was none. */
  lastContact: string | null
  /** Major units. */
  amount: number | null
  currency: string
}

export interface StuckGroup {
  key: string | null
  stuck: number
  silent: number
  /** Deals in work. */
  open: number
}

export interface StuckReport {
  head: ReportHead
  pipeline: string
  rows: StuckRow[]
  /** Deals in work that were looked at, and how many of them have each flag. */
  open: number
  stuck: number
  silent: number
  groups: StuckGroup[] | null
}

/** The deals that have a flag, the longest in their stage first; with `byManager`, how many each manager has. */
export function stuckReport(
  flags: readonly DealFlags[],
  {
    head,
    pipeline,
    byManager,
    nameOf,
    zone,
  }: {
    head: ReportHead
    pipeline: string
    byManager: boolean
    nameOf: (manager: number) => string
    zone: Zone
  },
): StuckReport {
  const rows = flags
    .filter(({ stuck, silent }) => stuck || silent)
    .sort((a, b) => b.days - a.days || a.deal.id - b.deal.id)
    .map(({ deal, stage, days, norm, stuck, silent, lastContact }) => ({
      deal: `d${deal.id}`,
      title: deal.title,
      stage,
      manager: deal.manager === null ? null : nameOf(deal.manager),
      days,
      norm: norm === null ? null : Math.round(norm * 100) / 100,
      stuck,
      silent,
      lastContact: lastContact === null ? null : zone.isoString(lastContact),
      amount: deal.amount === null ? null : majorOf(deal.amount, deal.currency),
      currency: deal.currency,
    }))
  return {
    head,
    pipeline,
    rows,
    open: flags.length,
    stuck: flags.filter(({ stuck }) => stuck).length,
    silent: flags.filter(({ silent }) => silent).length,
    groups: byManager ? groupsOf(flags, nameOf) : null,
  }
}

/** The most flags first; deals without a manager stand last. */
function groupsOf(flags: readonly DealFlags[], nameOf: (manager: number) => string): StuckGroup[] {
  const groups = new Map<number | null, StuckGroup>()
  for (const { deal, stuck, silent } of flags) {
    const { manager } = deal
    const group = groups.get(manager) ?? {
      key: manager === null ? null : nameOf(manager),
      ...{ stuck: 0, silent: 0, open: 0 },
    }
    group.open += 1
    if (stuck) group.stuck += 1
    if (silent) group.silent += 1
    groups.set(manager, group)
  }
  return [...groups]
    .sort(
      ([a, one], [b, other]) =>
        Number(a === null) - Number(b === null) ||
        other.stuck + other.silent - one.stuck - one.silent ||
        (a ?? 0) - (b ?? 0),
    )
    .map(([, group]) => group)
}

/** `voronka.stuck/1`; `beside` is the same at another moment. */
export function stuckJson(report: StuckReport, beside: StuckReport | null) {
  const { head, pipeline } = report
  const figures = ({ open, rows, groups }: StuckReport) => ({
    open,
    rows,
    ...(groups !== null && { groups: groups.map((group) => ({ ...group, key: group.key ?? NONE })) }),
  })
  return {
    schema: 'voronka.stuck/1',
    pipeline,
    ...head,
    ...figures(report),
    ...(beside !== null && {
      compare: { period: beside.head.period, asOf: beside.head.asOf, ...figures(beside) },
    }),
  }
}
