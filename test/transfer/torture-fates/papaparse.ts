import type { Fates } from './fate.ts'

export const PAPAPARSE: Fates = {
  'docs/resources/files/malformed.tsv': [
    'utf-8 tab 8 × 9',
    '1 aside from line 3: 9 cells where the header has 8.',
    '1 aside from line 9: A quote opened here is never closed.',
    'warned of line 6: This row has fewer cells than the header; the missing ones are taken as blank.',
  ],
  'docs/resources/files/normal.csv': ['utf-8 , 9 × 1135'],
  'tests/long-sample.csv': ['utf-8 , 7 × 7'],
  'tests/sample-header.csv': ['utf-8 , 2 × 2'],
  'tests/sample.csv': ['utf-8 , 3 × 1'],
  'tests/utf-8-bom-sample.csv': ['utf-8 , 3 × 1'],
  'tests/verylong-sample.csv': [
    'utf-8 , 3 × 2000',
    'warned of line 500: From here on 4 rows have fewer cells than the header; the missing ones are taken as blank.',
  ],
}
