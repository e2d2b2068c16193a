import { majorOf } from '../../domain/money.ts'
import { formatDay, periodTitle } from '../../domain/period.ts'
import { DAY, type Zone } from '../../domain/zone.ts'
import type { ReactivationReport } from '../../reports/reactivation.ts'
import type { Block, Document, TableBlock } from '../document.ts'
import { formatMoney } from '../numbers.ts'
import { headLines, type ReportView, withCommand } from './head.ts'

/** A screen has room for so many. */
const SHOWN = 20

/** Who used to buy and does not: the most at stake first; then what was won back. */
export function reactivationDocument(
  report: ReactivationReport,
  names: ReadonlyMap<string, string>,
  labels: { manager(id: number): string },
  zone: Zone,
  view: ReportView,
): Document {
  const { words } = view
  const { head, rows, atStake, wonBack } = report
  const { reactivation: said, lang } = words
  const heading = headLines([said.title], head, view, [said.customers(rows.length)])
  const full = table(report, names, labels, zone, view)
  const screen = { ...full, rows: full.rows.slice(0, SHOWN) }
  const money = (minor: number) => formatMoney(majorOf(minor, head.currency), head.currency, lang, 0)
  const without = rows.filter(({ task }) => task === null).length
  const blocks: Block[] =
    rows.length === 0
      ? [{ type: 'lines', lines: [said.nobody] }]
      : [
          screen,
          {
            type: 'lines',
            lines: [
              ...(rows.length > SHOWN ? [said.more(rows.length - SHOWN)] : []),
              said.atStake({ amount: money(atStake) }),
              ...(without > 0
                ? withCommand(said.toDo({ n: without }), `${view.again({ makeTasks: '' })} --make-tasks`)
                : []),
            ],
          },
        ]
  if (wonBack.tasks > 0)
    blocks.push({
      type: 'lines',
      lines: [
        said.wonBack({ ...wonBack, amount: money(wonBack.amount), period: periodTitle(head.period, words) }),
      ],
    })
  return { heading, blocks, data: full }
}

function table(
  { head, rows }: ReactivationReport,
  names: ReadonlyMap<string, string>,
  labels: { manager(id: number): string },
  zone: Zone,
  { words }: ReportView,
): TableBlock {
  const { reactivation: said, records, lang } = words
  const round = (gap: number | null) => (gap === null ? null : Math.round((gap / DAY) * 10) / 10)
  return {
    type: 'table',
    columns: [
      { key: 'id', title: records.id, kind: 'id' },
      { key: 'contact', title: said.who, kind: 'text', shrink: true },
      { key: 'manager', title: records.manager, kind: 'text', shrink: true },
      { key: 'wins', title: said.wins, kind: 'count' },
      { key: 'lastWin', title: said.last, kind: 'date' },
      { key: 'medianGapDays', title: said.usually, kind: 'days' },
      { key: 'daysSince', title: said.since, kind: 'days' },
      { key: 'atStake', title: said.stake, kind: 'money', currency: head.currency, digits: 0 },
      { key: 'task', title: said.taskTitle, kind: 'id', dataOnly: rows.every(({ task }) => task === null) },
    ],
    rows: rows.map((row) => ({
      cells: [
        row.customer,
        names.get(row.customer) ?? row.customer,
        row.manager === null ? null : labels.manager(row.manager),
        row.wins,
        { value: zone.dateOf(row.lastWinAt), text: formatDay(zone.dateOf(row.lastWinAt), lang) },
        round(row.medianGap),
        row.daysSince,
        row.atStake === null ? null : majorOf(row.atStake, head.currency),
        row.task === null ? null : `t${row.task}`,
      ],
    })),
  }
}
