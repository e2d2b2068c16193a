import { CLEVERCSV } from './clevercsv.ts'
import { CSV_TEST_DATA } from './csv-test-data.ts'
import { CSVKIT } from './csvkit.ts'
import { DATA_TABLE } from './data-table.ts'
import type { Fates } from './fate.ts'
import { FRICTIONLESS } from './frictionless.ts'
import { MESSYTABLES_HORROR } from './messytables-horror.ts'
import { NODE_CSV } from './node-csv.ts'
import { PAPAPARSE } from './papaparse.ts'
import { CSV_SPECTRUM } from './spectrum.ts'
import { UNIVOCITY } from './univocity.ts'

/** The fates of all files, by the folder that they stand in. */
export const COLLECTIONS: Readonly<Record<string, Fates>> = {
  clevercsv: CLEVERCSV,
  'csv-spectrum': CSV_SPECTRUM,
  'csv-test-data': CSV_TEST_DATA,
  csvkit: CSVKIT,
  'data.table': DATA_TABLE,
  frictionless: FRICTIONLESS,
  'messytables-horror': MESSYTABLES_HORROR,
  'node-csv': NODE_CSV,
  papaparse: PAPAPARSE,
  univocity: UNIVOCITY,
}
