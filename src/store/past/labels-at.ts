import { parseJson } from '../rows.ts'
import type { Store } from '../store.ts'
import type { LabelTable } from '../tables/schema.ts'

export type Cells = Readonly<Record<string, string | number | null>>

/** How a table of labels differed at T from now, by what operations in force did to it later. */
export interface LabelsAt {
  /** Rows that were changed or removed since, as they were. */
  before: ReadonlyMap<number, Cells>
  /** Whether the row was written down after T. */
  isLater(id: number): boolean
}

const SAME: LabelsAt = { before: new Map(), isLater: () => false }

/** What came in a full copy was there before it. */
export function labelsAt({ db }: Store, table: LabelTable, now: number): LabelsAt {
  const later = db
    .prepare(
      `select id from operations where at > ? and retracted_at is null and undoes is null
        and summary ->> '$.copy' is null`,
    )
    .pluck()
    .all(now) as number[]
  if (later.length === 0) return SAME
  const before = new Map<number, Cells>()
  const made: [from: number, until: number][] = []
  const changes = db
    .prepare(
      `select row_id as "from", row_until as "until", before from json_each(?) o
        cross join changes c on c.op = o.value where c.table_name = ? order by c.op, c.seq`,
    )
    .all(JSON.stringify(later), table) as { from: number; until: number; before: string | null }[]
  for (const change of changes) {
    if (change.before === null) made.push([change.from, change.until])
    else if (!before.has(change.from)) before.set(change.from, parseJson<Cells>(change.before))
  }
  const isLater = (id: number) => made.some(([from, until]) => id >= from && id <= until)
  // What was made after T and changed again was not there.
  for (const id of before.keys()) if (isLater(id)) before.delete(id)
  return { before, isLater }
}
