import { expect } from 'vitest'
import { readReal, realTest } from './real.ts'

realTest('CRM files, plain and ruined by spreadsheets: encoding, delimiter, columns, rows', async () => {
  const read: Record<string, unknown[]> = {}
  for (const path of [
    'maven-crm/sales_pipeline.csv',
    'maven-crm/resaved-dmy-dates/sales_pipeline.csv',
    'bpi2012/bpi2012_A_events.csv',
    'zoho-crm/Potentials.csv',
    'es-pipeline-excel/Deals.csv',
    'fp20-crm-pipelines/crm_and_sales_pipelines.csv',
    'olist-funnel/olist_marketing_qualified_leads_dataset.csv',
    'ru-worldskills/client_b_import.cp1251.csv',
    'ru-worldskills/client_b_import.utf8.txt',
    'ru-worldskills/agents_k_import.cp1251.tsv',
    'ru-accredited-companies/ru_cp1251_comma.csv',
    'ru-northwind/Заказы.csv',
    'google-contacts/google_contacts.csv',
    'outlook-contacts/outlook.csv',
    'contacts-uk500/uk-500.csv',
    'salesforce-dataloader/accountData.csv',
    'torture/messytables-horror/211.csv',
    'torture/messytables-horror/utf-16le_encoded.csv',
    'torture/data.table/russellCRCRLF.csv',
  ]) {
    const { table, rows } = await readReal(path)
    read[path] = [
      table.encoding,
      table.delimiter,
      table.headers.length,
      rows.length,
      rows.filter((row) => row.problem).length,
    ]
  }
  expect(read).toEqual({
    'maven-crm/sales_pipeline.csv': ['utf-8', ',', 8, 8800, 0],
    'maven-crm/resaved-dmy-dates/sales_pipeline.csv': ['utf-8', ',', 10, 8800, 0],
    'bpi2012/bpi2012_A_events.csv': ['utf-8', ',', 7, 60_849, 0],
    'zoho-crm/Potentials.csv': ['utf-8', ',', 20, 3632, 0],
    'es-pipeline-excel/Deals.csv': ['utf-8', ';', 40, 500, 0],
    'fp20-crm-pipelines/crm_and_sales_pipelines.csv': ['utf-8', ',', 17, 3000, 0],
    'olist-funnel/olist_marketing_qualified_leads_dataset.csv': ['utf-8', ',', 4, 8000, 0],
    'ru-worldskills/client_b_import.cp1251.csv': ['windows-1251', ';', 10, 50, 0],
    'ru-worldskills/client_b_import.utf8.txt': ['utf-8', ',', 8, 50, 0],
    'ru-worldskills/agents_k_import.cp1251.tsv': ['windows-1251', '\t', 10, 100, 0],
    'ru-accredited-companies/ru_cp1251_comma.csv': ['windows-1251', ',', 10, 17, 0],
    'ru-northwind/Заказы.csv': ['utf-8', ',', 14, 830, 0],
    'google-contacts/google_contacts.csv': ['utf-8', ',', 56, 3, 0],
    'outlook-contacts/outlook.csv': ['utf-8', ',', 22, 3, 0],
    'contacts-uk500/uk-500.csv': ['utf-8', ',', 11, 500, 0],
    'salesforce-dataloader/accountData.csv': ['windows-1252', ',', 38, 423, 0],
    'torture/messytables-horror/211.csv': ['windows-1252', ',', 96, 2132, 0],
    'torture/messytables-horror/utf-16le_encoded.csv': ['utf-16le', ',', 19, 327, 0],
    'torture/data.table/russellCRCRLF.csv': ['windows-1252', ',', 4, 19, 0],
  })
})

realTest('the same people in cp1251 with semicolons and in UTF-8 with comma and space', async () => {
  const old = await readReal('ru-worldskills/client_b_import.cp1251.csv')
  const utf8 = await readReal('ru-worldskills/client_b_import.utf8.txt')
  const names = ({ rows }: typeof old) => rows.map(({ cells }) => cells.slice(0, 3).join(' ')).sort()
  expect(names(old)).toEqual(names(utf8))
})

realTest('a workbook renamed .csv reads as its twin in CSV', async () => {
  const book = await readReal('lead-scoring/Leads_is_really_xlsx.csv')
  const twin = await readReal('lead-scoring/Leads.csv')
  expect([book.table.kind, book.table.headers]).toEqual(['xlsx', twin.table.headers])
  const texts = ({ rows }: typeof twin) => rows.map(({ cells }) => cells)
  expect(texts(book)).toEqual(texts(twin))
})
