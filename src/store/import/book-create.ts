import type { BookKind } from '../../domain/records/planned-record.ts'
import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import { withoutIndexes } from '../tables/indexes.ts'
import { giveIds, journalFresh } from './fresh-ids.ts'

/** Columns that are filled from what the row says, by its JSON key. */
const FILLED = {
  contacts: {
    position: text('position'),
    phones: list('phones'),
    emails: list('emails'),
    company_id: 'c.id',
    source: text('source'),
    note: text('note'),
    birthday: text('birthday'),
    tags: list('tags'),
  },
  companies: {
    phone: text('phone'),
    email: text('email'),
    website: text('website'),
    note: text('note'),
  },
} as const

/** Makes the records that are not there yet. Returns how many. */
export function createRecords(db: Database, operation: Operation, kind: BookKind): number {
  const rows = 'select n, own from temp.staged where n not in (select n from temp.matched)'
  const count = giveIds(db, kind, rows)
  if (count === 0) return 0
  withoutIndexes(db, [kind], count, () => db.raw.exec(insert(kind, operation)))
  journalFresh(db, operation, kind)
  return count
}

function insert(kind: BookKind, operation: Operation): string {
  const columns = Object.entries(FILLED[kind])
  const company = kind === 'contacts' ? 'left join temp.staged_companies c on c.n = s.company' : ''
  return `insert into ${kind}(id, name, folded, manager_id, fields, external_system, external_id, created_at,
      created_precision, said, ${columns.map(([name]) => name).join(', ')})
    select f.id, s.name, s.folded, s.manager, coalesce(s.said -> 'fields', '{}'), s.system, s.id,
      coalesce(s.at, ${operation.at}), coalesce(s.precision, 0), case when s.id is not null then s.said end,
      ${columns.map(([, value]) => value).join(', ')}
    from temp.fresh f cross join temp.staged s on s.n = f.n ${company} order by f.id`
}

function text(key: string): string {
  return `s.said ->> '${key}'`
}

function list(key: string): string {
  return `coalesce(s.said -> '${key}', '[]')`
}
