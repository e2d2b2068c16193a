import { KIND, type Origin } from '../../domain/deal.ts'
import { type Change, creationTold } from '../../domain/history.ts'
import type { Retelling } from '../../domain/records/timeline.ts'
import type { KnownDeal } from '../../domain/records/weave.ts'
import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import { changeOf, codeOf, creationOf, type DealRow, type HistoryRow, ORIGINS } from '../rows.ts'

const IMPORT = codeOf(ORIGINS, 'import')

/** A deal as everything in force tells it. */
export interface KnownHere extends KnownDeal {
  /** When the deal began as it was first recorded. */
  recordedAt: number
}

export function knownDeal(db: Database, id: number): KnownHere {
  const deal = db.prepare('select * from deals where id = ?').get(id) as DealRow
  const rows = db
    .prepare('select * from history where deal_id = ? and retracted = 0 order by at, id')
    .all(id) as HistoryRow[]
  return {
    creation: creationTold(creationOf(deal), rows.map(changeOf)),
    imported: deal.origin === IMPORT,
    told: rows.find(({ kind }) => kind === KIND.created)?.id ?? null,
    rows: rows
      .filter(({ kind }) => kind !== KIND.created)
      .map((row) => ({ ...changeOf(row), id: row.id, imported: row.origin === IMPORT })),
    recordedAt: deal.created_at,
  }
}

/** Adds to a deal what was learnt of its history; what was presumed is marked as superseded, and stays. */
export function keepRetelling(
  db: Database,
  operation: Operation,
  id: number,
  { recordedAt }: KnownHere,
  {
    creation,
    changes,
    superseded,
  }: Omit<Retelling, 'changes'> & { changes: readonly (Change & { origin?: Origin })[] },
  origin?: Origin,
): void {
  for (const row of superseded)
    db.prepare('update history set retracted = 1, superseded_by = ? where id = ?').run(operation.id, row)
  if (creation !== null)
    operation.change(id, {
      kind: KIND.created,
      value: JSON.stringify(creation),
      at: Math.min(creation.at, recordedAt),
      precision: creation.precision,
      actor: creation.actor,
      synthetic: creation.synthetic || creation.stageSynthetic,
      ...(origin === undefined ? {} : { origin }),
    })
  for (const change of changes) operation.change(id, change)
}
