import type { PlannedTouch, TouchKind } from '../../domain/records/planned-touch.ts'
import { BatchInsert } from '../batch-insert.ts'
import type { Database } from '../database.ts'
import type { TouchLinks } from './touch-links.ts'

const STAGED = ['n', 'line', 'system', 'id', 'own', 'manager', 'contact', 'company', 'deal', 'said'] as const
const TABLES = ['staged', 'matched', 'fresh']

/**
 * The activities or tasks of a file in temporary tables, so that they can be compared with what is there in sets. `n`
 * is the number of a row in the file; `said` is what it says, as JSON by column.
 */
export class TouchStaging {
  readonly #rows: BatchInsert
  #count = 0

  constructor(
    readonly db: Database,
    readonly kind: TouchKind,
    private readonly links: TouchLinks,
  ) {
    drop(db)
    // `at` and `precision` stay blank: what is to be compared is all in `said`.
    db.raw.exec(`
      create temp table staged(n integer primary key, ${STAGED.slice(1).join(', ')}, at, precision);
      create temp table matched(n integer primary key, record integer not null unique);
      create temp table fresh(n integer primary key, id integer not null unique);
    `)
    this.#rows = new BatchInsert(db, 'temp.staged', STAGED)
  }

  add(row: PlannedTouch): void {
    const { line, externalSystem, externalId, ownId, manager, said } = row
    const { contact, company, deal } = this.links.of(row)
    const cells = [line, externalSystem, externalId, ownId, manager, contact, company, deal]
    this.#rows.add([++this.#count], cells, [JSON.stringify(said)])
  }

  flush(): void {
    this.#rows.flush()
    this.db.raw.exec('create index temp.staged_external on staged(id, system)')
  }

  close(): void {
    drop(this.db)
  }
}

function drop(db: Database): void {
  for (const table of TABLES) db.raw.exec(`drop table if exists temp.${table}`)
}
