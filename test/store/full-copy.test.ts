import { expect, test } from 'vitest'
import { COPY_TABLES } from '../../src/store/copy/copy-tables.ts'
import { Store } from '../../src/store/store.ts'

/** Made anew from what the copy holds, or about how it came about here. */
const LEFT_OUT = [
  ...['backups', 'changes', 'contact_keys', 'deal_contacts', 'deal_state', 'operations', 'visits'],
  ...['contacted', 'customers', 'inquiries', 'stage_stays', 'stale', 'won_stays'],
  ...['remnants', 'rule_outbox', 'rule_waits'],
]
const COLUMNS_LEFT_OUT = ['allowed', 'folded', 'op', 'retracted', 'superseded_by']

test('a full copy holds every column of every table of records', () => {
  const { db } = Store.inMemory()
  const tables = db
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'search%' order by name",
    )
    .pluck()
    .all() as string[]
  const columns = (table: string) =>
    (db.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]).filter(
      (name) => !COLUMNS_LEFT_OUT.includes(name),
    )
  expect(
    Object.fromEntries(COPY_TABLES.map(({ name, columns: held }) => [name, Object.keys(held).sort()])),
  ).toEqual(
    Object.fromEntries(
      tables.filter((name) => !LEFT_OUT.includes(name)).map((name) => [name, columns(name).sort()]),
    ),
  )
})
