import { outcomeStage, stagesAt } from '../../domain/pipeline.ts'
import { UsageError } from '../../errors.ts'
import { formatCount } from '../../render/numbers.ts'
import type { FunnelReport } from '../../reports/funnel.ts'
import type { Store } from '../../store/store.ts'
import type { Answer } from '../command.ts'
import { cellNamed, dealsBehind } from './cell.ts'
import type { ReportRequest } from './request.ts'

const COLUMNS = ['entered', 'lost', 'open', 'next'] as const
type CellColumn = (typeof COLUMNS)[number]

/** A cell of a funnel whose deals are wanted, and those found. */
export class CellWatch {
  readonly found = new Set<number>()

  constructor(
    /** The row, `lost` for all that are lost. */
    readonly k: number | 'lost',
    readonly column: CellColumn,
    readonly stage: string,
    /** The key of the group in the report, null is "(none)"; undefined is the whole. */
    readonly group: string | null | undefined,
  ) {}

  wants(key: string | null): boolean {
    return this.group === undefined || this.group === key
  }
}

/** `STAGE[:COLUMN][@GROUP]` of a funnel. Throws UsageError for a stage or column that is not there. */
export function parseCell(
  text: string,
  { pipeline, horizon, grouping }: ReportRequest,
  /** The key of the group that a text names. */
  groupNamed: (text: string) => string | null,
): CellWatch {
  const open = stagesAt(pipeline, horizon.t)
  const rows = [...open, outcomeStage(pipeline, 'won'), outcomeStage(pipeline, 'lost')]
  const cell = cellNamed(text, rows, COLUMNS, grouping !== undefined)
  if (cell === undefined) {
    const stages = rows.map((stage) => stage.name).join(', ')
    throw new UsageError((w) => w.reports.badExplain({ text, stages }))
  }
  const { row, column = 'entered', group } = cell
  const k = row > open.length ? 'lost' : row
  const key = group === undefined ? undefined : groupNamed(group)
  return new CellWatch(k, k === 'lost' ? 'entered' : column, rows[row]?.name ?? '', key)
}

/** The deals of the cell as they were at the report's moment. */
export function explanation(
  store: Store,
  request: ReportRequest,
  report: FunnelReport,
  { found, stage, column, group }: CellWatch,
): Answer {
  return dealsBehind(store, request, found, {
    title: (words) => words.funnel.title(report),
    group,
    figure: (n, { reports, lang }) => reports.explained({ stage, column, n: formatCount(n, lang) }),
  })
}
