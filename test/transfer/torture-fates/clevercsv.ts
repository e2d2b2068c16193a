import type { Fates } from './fate.ts'

export const CLEVERCSV: Fates = {
  'airedale.csv': ['utf-8 , 8 × 54'],
  'imdb.csv': ['utf-8 , 44 × 100', '1 aside from line 66: 46 cells where the header has 44.'],
  'milk.csv': [
    'utf-8 tab 23 × 377',
    'warned of line 373: A comment, not a row; the line is passed over.',
    'warned of line 381: A comment, not a row; the line is passed over.',
  ],
}
