import { majorOf } from '../../domain/money.ts'
import { goneOn } from '../../domain/statistics/two-shares.ts'
import type { AgainstRow } from '../../reports/against.ts'
import type { FunnelStage } from '../../reports/funnel.ts'
import type { Link, WeakestReport } from '../../reports/weakest.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Line } from '../document.ts'
import { formatEstimate, formatRate, moneyScale, moneyUnit } from '../numbers.ts'
import { nextCell } from './funnel-whole.ts'
import { type ReportView, shareSaid, withCommand } from './head.ts'
import { isCertain, markCell, markNotes, pointsCell } from './held-table.ts'
import { groupColumn, groupName, type Parts, tableOf } from './parts.ts'

type GroupLink = Link & { key: string | null }

interface Named {
  group: GroupLink
  row: FunnelStage | undefined
  held: AgainstRow | undefined
}

/** One row a group: its weakest stage beside the same of the others; the dearest first. */
export function linkTable(report: WeakestReport, groups: readonly GroupLink[], view: ReportView): Block[] {
  const { words } = view
  const named = groups
    .map((group): Named => {
      const k = group.weakest?.k ?? -1
      return { group, row: group.stages[k], held: group.rows[k] }
    })
    .sort((a, b) => certainty(b) - certainty(a) || loss(a) - loss(b))
  const marked = named.flatMap(({ held }) => held ?? [])
  const first = named.find(({ group }) => group.weakest?.certain && group.key !== null)
  const more =
    report.by === 'manager' && first !== undefined
      ? withCommand(words.weakest.more, view.again({ manager: first.group.key ?? '', by: '' }))
      : []
  return [
    { type: 'lines', lines: verdict(report, named, words), finding: true },
    tableOf(partsOf(report, named, words), named),
    { type: 'lines', lines: [...markNotes(marked, words), ...more] },
  ]
}

/** Whose weakest stage is told apart, and what it costs; which of the others costs the most. */
function verdict(report: WeakestReport, named: readonly Named[], words: Words): Line[] {
  const { weakest, lang } = words
  const { currency } = report.head
  const cost = ({ held }: Named) => {
    const amount = held?.differenceAmount ?? 0
    return amount < 0 ? formatEstimate(majorOf(Math.round(-amount), currency), currency, lang) : null
  }
  const sure = named.flatMap((one): Line[] => {
    const { group, row, held } = one
    if (group.weakest?.certain !== true || row?.toNext == null || held?.reference == null) return []
    const share = shareSaid(goneOn(row), row.entered, row.toNext, row.toNextLow, row.toNextHigh, words)
    return [
      weakest.sure({
        name: groupName(group.key, report.by ?? '', words),
        stage: row.stage,
        share,
        beside: weakest.column[report.measure.kind],
        than: formatRate(held.reference, lang),
        cost: cost(one),
      }),
    ]
  })
  const dearest = named.find((one) => certainty(one) === 1 && cost(one) !== null)
  const price = dearest && cost(dearest)
  return [
    ...(sure.length > 0 ? sure : [weakest.noneSure]),
    ...(dearest?.row === undefined || price == null
      ? []
      : [
          weakest.dearest({
            name: groupName(dearest.group.key, report.by ?? '', words),
            stage: dearest.row.stage,
            cost: price,
          }),
        ]),
  ]
}

function certainty({ group }: Named): number {
  return group.weakest === null ? 0 : group.weakest.certain ? 2 : 1
}

function loss({ held }: Named): number {
  return held?.differenceAmount ?? held?.differenceWon ?? 0
}

function partsOf({ by, head, measure }: WeakestReport, named: readonly Named[], words: Words): Parts<Named> {
  const { weakest, funnel, references, lang } = words
  const worth = ({ held }: Named) =>
    held?.differenceAmount == null || !isCertain(held)
      ? null
      : majorOf(Math.round(held.differenceAmount), head.currency)
  const scale = moneyScale(named.map((one) => worth(one) ?? 0))
  return [
    { column: groupColumn(by ?? '', words), cell: ({ group }) => groupName(group.key, by ?? '', words) },
    {
      column: { key: 'stage', title: weakest.link, kind: 'text', shrink: true, min: 10 },
      cell: ({ row, group }) => ({
        value: row?.stage ?? null,
        ...(row === undefined && { text: '–' }),
        ...(group.weakest?.certain === true ? {} : { tone: 'dim' as const }),
      }),
    },
    {
      column: { key: 'entered', title: funnel.entered.cohort, kind: 'count' },
      cell: ({ row }) => row?.entered ?? null,
    },
    {
      column: { key: 'toNext', title: funnel.toNext, kind: 'rate' },
      cell: ({ row }) => (row === undefined ? null : nextCell(row, words)),
    },
    {
      column: { key: 'reference', title: weakest.column[measure.kind], kind: 'rate' },
      cell: ({ held }) => held?.reference ?? null,
    },
    {
      column: { key: 'difference', title: references.points, kind: 'rate' },
      cell: ({ row, held }) =>
        row === undefined || held === undefined ? null : pointsCell({ row, held }, words),
    },
    {
      column: { key: 'mark', title: '', kind: 'text', gap: 1 },
      cell: ({ held }) => (held === undefined ? null : markCell(held)),
    },
    named.some((one) => worth(one) !== null) && {
      column: {
        key: 'differenceAmount',
        title: `± ${moneyUnit(scale, head.currency, lang)}`,
        kind: 'money',
        scale,
        currency: head.currency,
        signed: true,
      },
      cell: worth,
    },
  ]
}
