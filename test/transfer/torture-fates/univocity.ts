import type { Fates } from './fate.ts'

export const UNIVOCITY: Fates = {
  'csv/essential-dos.csv': [
    'utf-8 , 5 × 14',
    'warned of line 7: A comment, not a row; the line is passed over.',
    'warned of line 10: This row has fewer cells than the header; the missing ones are taken as blank.',
    'noted: The header is on line 4; the lines above it are left out',
  ],
  'csv/essential-mac.csv': [
    'utf-8 , 5 × 14',
    'warned of line 7: A comment, not a row; the line is passed over.',
    'warned of line 10: This row has fewer cells than the header; the missing ones are taken as blank.',
    'noted: The header is on line 4; the lines above it are left out',
  ],
  'csv/essential.csv': [
    'utf-8 , 5 × 14',
    'warned of line 7: A comment, not a row; the line is passed over.',
    'warned of line 10: This row has fewer cells than the header; the missing ones are taken as blank.',
    'noted: The header is on line 4; the lines above it are left out',
  ],
  'csv/iterating_test.csv': [
    'utf-8 , 3 × 5',
    '1 aside from line 6: 6 cells where the header has 3.',
    'warned of line 4: From here on 2 rows have fewer cells than the header; the missing ones are taken as blank.',
  ],
  'csv/test.csv': ['utf-8 , 2 × 0'],
  'examples/bean_test.csv': ['utf-8 , 5 × 2'],
  'examples/bean_test.tsv': ['utf-8 tab 5 × 2'],
  'examples/escape.csv': ['utf-8 , 1 × 1', 'noted: Quotes within cells are written \\" here and read as "'],
  'examples/european.csv': ['utf-8 ; 5 × 5', 'noted: Quotes within cells are written \\" here and read as "'],
  'examples/example.csv': [
    'utf-8 , 5 × 5',
    'warned of line 10: A comment, not a row; the line is passed over.',
    'noted: The header is on line 6; the lines above it are left out',
  ],
  'examples/example.tsv': [
    'utf-8 tab 5 × 5',
    'warned of line 9: A comment, not a row; the line is passed over.',
    'noted: The header is on line 5; the lines above it are left out',
  ],
  'examples/master_detail.csv': [
    'utf-8 , 2 × 6',
    'warned of line 11: The last line is no record and left out: “…”.',
  ],
  'examples/master_detail.tsv': [
    'utf-8 tab 2 × 6',
    'warned of line 11: The last line is no record and left out: “…”.',
  ],
  'examples/multi_schema.csv': ['utf-8 , 3 × 4', '3 aside from line 2: 5 cells where the header has 3.'],
  'issues/github_1/input.csv': ['utf-8 , 3 × 2', '2 aside from line 2: 4 cells where the header has 3.'],
  'issues/github_177/input.csv': ['utf-8 , 32 × 2'],
  'issues/github_7/input.csv': [
    'utf-8 , 3 × 1',
    'noted: The header is on line 2; the lines above it are left out',
  ],
  'issues/ticket_3/input.csv': ['utf-8 , 2 × 2'],
}
