import type { Change, Creation, DealState } from '../../domain/history.ts'
import { BatchInsert } from '../batch-insert.ts'
import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import { codeOf, ORIGINS, PRECISIONS, STATE_COLUMNS, stateCells, VISIT_COLUMNS, visitCells } from '../rows.ts'

const DEAL = [
  'id',
  'op',
  'origin',
  'actor_id',
  'created_at',
  'created_precision',
  'synthetic',
  'stage_synthetic',
  'amount_synthetic',
  'title',
  'stage_id',
  'manager_id',
  'amount',
  'currency',
  'external_system',
  'external_id',
] as const

const CHANGE = [
  'deal_id',
  'op',
  'kind',
  'value',
  'reason',
  'at',
  'precision',
  'actor_id',
  'origin',
  'synthetic',
] as const

/** Adds new deals with their histories and copies, many at a time. They are there after `flush`. */
export class StoryWriter {
  readonly #deals: BatchInsert
  readonly #changes: BatchInsert
  readonly #states: BatchInsert
  readonly #visits: BatchInsert
  readonly #origin: number
  #id: number

  constructor(
    db: Database,
    private readonly operation: Operation,
  ) {
    this.#deals = new BatchInsert(db, 'deals', DEAL)
    this.#changes = new BatchInsert(db, 'history', CHANGE)
    this.#states = new BatchInsert(db, 'deal_state', STATE_COLUMNS)
    this.#visits = new BatchInsert(db, 'visits', VISIT_COLUMNS)
    this.#origin = codeOf(ORIGINS, operation.origin)
    this.#id = Number(db.prepare('select coalesce(max(id), 0) from deals').pluck().get())
  }

  /** `state` is what the fold makes of the rest; a new deal has neither company nor contacts. */
  add(creation: Creation, changes: readonly Change[], state: DealState, folded: string): void {
    const id = ++this.#id
    const { values } = creation
    this.#deals.add([
      id,
      this.operation.id,
      this.#origin,
      creation.actor,
      creation.at,
      codeOf(PRECISIONS, creation.precision),
      creation.synthetic ? 1 : 0,
      creation.stageSynthetic ? 1 : 0,
      creation.amountSynthetic ? 1 : 0,
      values.title,
      values.stage,
      values.manager,
      values.amount,
      values.currency,
      values.externalSystem,
      values.externalId,
    ])
    for (const { kind, value, reason, at, precision, actor, synthetic } of changes)
      this.#changes.add([
        id,
        this.operation.id,
        kind,
        value,
        reason,
        at,
        codeOf(PRECISIONS, precision),
        actor,
        this.#origin,
        synthetic ? 1 : 0,
      ])
    this.#states.add(stateCells(id, state, false, folded))
    for (const [seq, visit] of state.visits.entries()) this.#visits.add(visitCells(id, seq, visit))
  }

  flush(): void {
    for (const insert of [this.#deals, this.#changes, this.#states, this.#visits]) insert.flush()
    this.operation.addedInBulk()
  }
}
