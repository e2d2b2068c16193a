import type { Fates } from './fate.ts'

export const CSV_TEST_DATA: Fates = {
  'README.md': [
    'utf-8 , 1 × 10',
    '1 aside from line 8: 2 cells where the header has 1.',
    '1 aside from line 13: 3 cells where the header has 1.',
  ],
  'csv/all-empty.csv': ['refused: the file is empty: no header, no rows.'],
  'csv/bad-header-less-fields.csv': [
    'utf-8 , 3 × 1',
    'warned of line 2: This row has fewer cells than the header; the missing ones are taken as blank.',
  ],
  'csv/bad-header-more-fields.csv': ['utf-8 , 3 × 1', '1 aside from line 2: 4 cells where the header has 3.'],
  'csv/bad-header-no-header.csv': ['refused: the file is empty: no header, no rows.'],
  'csv/bad-header-wrong-header.csv': ['utf-8 , 3 × 0'],
  'csv/bad-missing-quote.csv': ['utf-8 , 3 × 1', '1 aside from line 2: A quote opened here is never closed.'],
  'csv/bad-quotes-with-unescaped-quote.csv': [
    'utf-8 , 3 × 1',
    '1 aside from line 2: A quote within a cell in quotes: where the cell ends is a guess. Double the quote ("") or take the outer ones away.',
  ],
  'csv/bad-unescaped-quote.csv': ['utf-8 , 3 × 1'],
  'csv/empty-field.csv': ['utf-8 , 3 × 1'],
  'csv/empty-one-column.csv': ['utf-8 , 1 × 0'],
  'csv/header-no-rows.csv': ['utf-8 , 3 × 0'],
  'csv/header-simple.csv': ['utf-8 , 3 × 1'],
  'csv/leading-space.csv': ['utf-8 , 3 × 1'],
  'csv/one-column.csv': ['utf-8 , 1 × 1'],
  'csv/quotes-empty.csv': ['utf-8 , 3 × 1'],
  'csv/quotes-with-comma.csv': ['utf-8 , 3 × 1'],
  'csv/quotes-with-escaped-quote.csv': ['utf-8 , 3 × 1'],
  'csv/quotes-with-newline.csv': ['utf-8 , 3 × 1'],
  'csv/quotes-with-space.csv': ['utf-8 , 3 × 1'],
  'csv/simple-crlf.csv': ['utf-8 , 3 × 1'],
  'csv/simple-lf.csv': ['utf-8 , 3 × 1'],
  'csv/trailing-newline-one-field.csv': ['utf-8 , 1 × 1'],
  'csv/trailing-newline.csv': ['utf-8 , 3 × 1'],
  'csv/trailing-space.csv': ['utf-8 , 3 × 1'],
  'csv/utf8.csv': ['utf-8 , 3 × 1'],
  'json/all-empty.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/empty-field.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/empty-one-column.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/header-no-rows.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/header-simple.json': ['utf-8 json 3 × 1'],
  'json/leading-space.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/one-column.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/quotes-empty.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/quotes-with-comma.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/quotes-with-escaped-quote.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/quotes-with-newline.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/quotes-with-space.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/simple-crlf.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/simple-lf.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/trailing-newline-one-field.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/trailing-newline.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/trailing-space.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
  'json/utf8.json': [
    'refused: this is JSON, but not a list of objects; each record is one: [{"name": "Ann", …}, …].',
  ],
}
