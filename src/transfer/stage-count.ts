import { foldKey } from '../domain/names/name.ts'
import { detached } from './cache.ts'
import type { Claims, Column } from './columns.ts'
import { isYes, outcomeOf } from './outcomes.ts'
import type { Row } from './table.ts'

/** What a file says of stages in so many rows. */
export interface SaidStage {
  /** As the file names it; '' where it names none. */
  readonly pipeline: string
  readonly stage: string
  readonly status: string
  /** Another column says that the deal is won or closed. */
  readonly isOver: boolean
  readonly rows: number
}

/** A pipeline that a file names, and its open stages in the order in which the file says them. */
export interface PipelineSaid {
  readonly pipeline: string
  readonly open: readonly string[]
}

/** Different texts beyond which a column is hardly one of stages. */
const MOST = 2000

const FIELDS = ['pipeline', 'stage', 'status', 'isWon', 'isLost', 'isClosed']

/** Counts the rows by the stage, status and pipeline that they say. */
export class StageCount {
  readonly #said = new Map<string, SaidStage & { rows: number }>()
  readonly #text: (field: string, cells: readonly string[]) => string

  constructor(private readonly claims: Claims) {
    const columns = (field: string): readonly Column[] => claims.fields.get(field) ?? []
    const of = new Map(FIELDS.map((field) => [field, columns(field)]))
    this.#text = (field, cells) =>
      claims.fixed.get(field) ??
      of
        .get(field)
        ?.map(({ index }) => cells[index]?.trim() ?? '')
        .find((cell) => cell !== '') ??
      ''
  }

  see({ cells }: Row): void {
    const [pipeline, stage, status] = ['pipeline', 'stage', 'status'].map((field) =>
      this.#text(field, cells),
    ) as [string, string, string]
    const isOver = ['isWon', 'isLost', 'isClosed'].some((field) => isYes(this.#text(field, cells)))
    const key = `${pipeline}\n${stage}\n${status}\n${isOver}`
    const known = this.#said.get(key)
    if (known !== undefined) known.rows++
    else if (this.#said.size < MOST)
      this.#said.set(detached(key), {
        pipeline: detached(pipeline),
        stage: detached(stage),
        status: detached(status),
        isOver,
        rows: 1,
      })
  }

  get said(): readonly SaidStage[] {
    return [...this.#said.values()]
  }

  /** The pipelines that the file names, that of most rows first. */
  get byPipeline(): readonly PipelineSaid[] {
    const field = this.claims.fields.has('stage') ? 'stage' : 'status'
    const found = new Map<string, { pipeline: string; rows: number; open: Set<string> }>()
    for (const { pipeline, rows, isOver, ...one } of this.said) {
      if (pipeline === '') continue
      const known = found.get(foldKey(pipeline)) ?? { pipeline, rows: 0, open: new Set() }
      found.set(foldKey(pipeline), known)
      known.rows += rows
      if (!isOver && one[field] !== '' && outcomeOf(one[field]) === undefined) known.open.add(one[field])
    }
    return [...found.values()]
      .sort((a, b) => b.rows - a.rows)
      .map(({ pipeline, open }) => ({ pipeline, open: [...open] }))
  }

  /** The names of open stages, as first spelt, in the order in which the file says them. */
  get open(): readonly string[] {
    const { entered, fields } = this.claims
    const field = fields.has('stage') ? 'stage' : 'status'
    const named = [
      ...entered.map(({ stage }) => stage),
      ...this.said.filter(({ isOver }) => !isOver).map((one) => one[field]),
    ]
    return [...new Set(named)].filter(
      (text) =>
        text !== '' && (outcomeOf(text) === undefined || (this.statusIsStage && outcomeOf(text) === 'open')),
    )
  }

  /** The status is all that tells stages, and it does: then "in progress" among them is a stage as well. */
  get statusIsStage(): boolean {
    return (
      !this.claims.fields.has('stage') &&
      this.said.some(({ status }) => status !== '' && outcomeOf(status) === undefined)
    )
  }
}
