import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { openTable } from '../../src/transfer/csv.ts'
import type { Row, Table, TableOptions } from '../../src/transfer/table.ts'

const folder = process.env['VORONKA_DATA']

/** A test on public files; skipped, and called so, where VORONKA_DATA does not point to them. */
export const realTest = folder ? test : test.skip

export function realPath(path: string): string {
  if (!folder) throw new Error('VORONKA_DATA is not set')
  const full = join(folder, path)
  if (!existsSync(full)) throw new Error(`no ${full}`)
  return full
}

export async function readReal(
  path: string,
  options: TableOptions = {},
): Promise<{ table: Table; rows: Row[] }> {
  const table = await openTable(realPath(path), options)
  return { table, rows: await allRows(table) }
}

async function allRows(table: Table): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of table.batches()) rows.push(...batch)
  return rows
}
