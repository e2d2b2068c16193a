import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { openTable } from '../../src/transfer/csv.ts'
import { realPath, realTest } from './real.ts'

/** As one sees on looking into the files; all others have commas, or a single column. */
const NOT_COMMAS: Readonly<Record<string, readonly string[]>> = {
  ';': [
    'es-pipeline-excel/Deals.csv',
    'es-pipeline-excel/Owners.csv',
    'ru-accredited-companies/ru_utf8_semicolon.csv',
    'ru-worldskills/client_b_import.cp1251.csv',
    'ru-worldskills/client_import.utf8bom.csv',
    'ru-worldskills/clientservice_s_import.utf8bom.csv',
    'ru-worldskills/service_b_import.cp1251.csv',
    'ru-worldskills/service_b_import.utf8.csv',
    'ru-worldskills/serviceclient_b_import.utf8bom.csv',
    'ru-worldskills/tags.cp1251.csv',
    'torture/csvkit/sniff_limit.csv',
    'torture/data.table/1680-fread-header-encoding.csv',
    'torture/frictionless/accent.csv',
    'torture/frictionless/delimiter.csv',
    'torture/frictionless/issue-1105-timezone.csv',
    'torture/frictionless/issue-811.csv',
    'torture/frictionless/table-with-accents.csv',
    'torture/messytables-horror/weird_head_padding.csv',
    'torture/univocity/examples/european.csv',
  ],
  '\t': [
    'ru-accredited-companies/ru_utf8_tab.csv',
    'ru-worldskills/agents_k_import.cp1251.tsv',
    'ru-worldskills/agents_k_import.utf8.tsv',
    'torture/clevercsv/milk.csv',
    'torture/csvkit/dummy.tsv',
    'torture/messytables-horror/example.tsv',
    'torture/papaparse/docs/resources/files/malformed.tsv',
    'torture/univocity/examples/bean_test.tsv',
    'torture/univocity/examples/example.tsv',
    'torture/univocity/examples/master_detail.tsv',
  ],
  '|': ['torture/data.table/issue_773_fread.txt', 'torture/frictionless/dialect.csv'],
}

/** Prose. */
const NO_TABLE = 'salesforce-dataloader/license.txt'

/** Empty, not of text, in Chinese of an unnamed encoding, or UTF-32 with the mark of UTF-16. */
const NOT_READ = [
  'lead-scoring/Leads_is_really_xlsx.csv',
  'salesforce-dataloader/testfiles/csvtext_BOM_UTF32BE.csv',
  'salesforce-dataloader/testfiles/csvtext_BOM_UTF32LE.csv',
  'torture/csv-test-data/csv/all-empty.csv',
  'torture/csv-test-data/csv/bad-header-no-header.csv',
  'torture/csvkit/empty.csv',
  'torture/csvkit/null_byte.csv',
  'torture/data.table/issue_3400_fread.txt',
  'torture/frictionless/empty.csv',
  'torture/messytables-horror/characters.csv',
]

realTest('the delimiter of every text file of the public data', async () => {
  const expected = new Map(
    Object.entries(NOT_COMMAS).flatMap(([sign, files]) => files.map((file) => [file, sign])),
  )
  const files = textFiles()
  const wrong: string[] = []
  const notRead: string[] = []
  for (const file of files) {
    const table = await openTable(realPath(file)).catch((error: unknown) => {
      if (error instanceof UserError) return undefined
      throw error
    })
    if (table?.kind !== 'text') notRead.push(file)
    else if (table.delimiter !== (expected.get(file) ?? ',')) wrong.push(`${file}: ${table.delimiter}`)
  }
  expect([wrong, notRead]).toEqual([[], NOT_READ])
  expect(files.length).toBeGreaterThan(300)
})

function textFiles(): string[] {
  const root = realPath('.')
  const all = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = all.map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
  return paths.filter((path) => /\.(csv|tsv|txt)$/.test(path) && path !== NO_TABLE).sort()
}
