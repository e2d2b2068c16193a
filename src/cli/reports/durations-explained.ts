import { stagesAt } from '../../domain/pipeline.ts'
import { UsageError } from '../../errors.ts'
import { formatCount } from '../../render/numbers.ts'
import type { DurationsReport } from '../../reports/durations.ts'
import type { Store } from '../../store/store.ts'
import type { Answer } from '../command.ts'
import { Spellings } from '../spellings.ts'
import { cellNamed, dealsBehind, groupOf } from './cell.ts'
import type { ReportRequest } from './request.ts'

const COLUMNS = ['n', 'open', 'overNorm'] as const
type Column = (typeof COLUMNS)[number]
/** The id of a stage, or what is of all of them. */
type Row = number | 'cycle' | 'loss'

/** A figure of the report whose deals are wanted, and those found. */
export class DurationWatch {
  readonly found = new Set<number>()

  constructor(
    readonly row: Row,
    readonly column: Column,
    /** As people read it. */
    readonly name: string,
    /** Days. */
    readonly norm: number | null,
    /** The key of the group in the report, null is "(none)"; undefined is the whole. */
    readonly group: string | null | undefined,
    /** Of reasons, all spellings are one. */
    readonly spellings: Spellings | undefined,
  ) {}

  see(row: Row, column: Column, group: string | null, id: number): void {
    if (row === this.row && column === this.column && this.#isOf(group)) this.found.add(id)
  }

  #isOf(group: string | null): boolean {
    if (this.group === undefined || this.group === group) return true
    return this.spellings !== undefined && this.spellings.keyOf(this.group) === this.spellings.keyOf(group)
  }

  isOver(stage: number, days: number): boolean {
    return stage === this.row && this.norm !== null && days > this.norm
  }
}

/** `STAGE:n|open|overNorm`, `cycle` or `loss`, with `@GROUP`. Throws UsageError for what is not there. */
export function parseDurationCell(
  text: string,
  { pipeline, horizon, grouping }: ReportRequest,
  report: DurationsReport,
): DurationWatch {
  const stages = stagesAt(pipeline, horizon.t)
  const rows = [
    ...stages.map(({ name }) => ({ name, kind: 'open' })),
    { name: 'cycle', kind: 'cycle' },
    { name: 'loss', kind: 'loss' },
  ]
  const cell = cellNamed(text, rows, COLUMNS, grouping !== undefined)
  const named = cell === undefined ? undefined : rows[cell.row]
  const stage = cell === undefined ? undefined : stages[cell.row]
  const column = cell?.column ?? 'n'
  if (cell === undefined || named === undefined || (stage === undefined && column !== 'n')) {
    const known = rows.map(({ name }) => name).join(', ')
    throw new UsageError((w) => w.durations.badExplain({ text, rows: known }))
  }
  const group = cell.group === undefined ? undefined : groupOf(report, cell.group)
  const row = stage?.id ?? (named.kind === 'cycle' ? 'cycle' : 'loss')
  const spellings = grouping?.by === 'reason' ? new Spellings() : undefined
  return new DurationWatch(row, column, named.name, report.stages[cell.row]?.norm ?? null, group, spellings)
}

export function durationsExplained(
  store: Store,
  request: ReportRequest,
  { found, row, column, name, group }: DurationWatch,
): Answer {
  return dealsBehind(store, request, found, {
    title: (words) => words.durations.title({ pipeline: request.pipeline.name }),
    group,
    figure: (n, { durations, lang }) => {
      const count = formatCount(n, lang)
      if (typeof row === 'string') return durations.explainedSpan({ row, n: count })
      return durations.explained({ stage: name, column, n: count })
    },
  })
}
