import type { Fates } from './fate.ts'

export const MESSYTABLES_HORROR: Fates = {
  '211.csv': [
    'windows-1252 , 96 × 2132',
    'warned of line 77: Read as windows-1252, but that is no more than a guess: look at the letters, and name the right encoding with --encoding.',
  ],
  'begrotingsanalyse-2011.csv': ['utf-8 , 7 × 41', '31 aside from line 2: 20 cells where the header has 7.'],
  'characters.csv': [
    'refused: no encoding that can be guessed makes words of the letters from line 1 on; name it with --encoding: utf-8, utf-16le, utf-16be, utf-32le, utf-32be, windows-1251, ibm866, koi8-r, koi8-u, x-mac-cyrillic, windows-1252, iso-8859-5, windows-1250, iso-8859-2, windows-1253, iso-8859-7, windows-1254, windows-1255, windows-1256, windows-1257, gb18030, big5, shift_jis, euc-jp, euc-kr.',
  ],
  'complex.csv': ['utf-8 , 4 × 3'],
  'example.tsv': ['utf-8 tab 17 × 140'],
  'excel_pasting.csv': [
    'utf-8 , 9 × 13',
    'warned of line 21: The last 3 lines are no records and left out, from “…” on.',
    'noted: The header is on line 4; the lines above it are left out',
  ],
  'long.csv': ['utf-8 , 1 × 3999'],
  'mixedGLB.csv': ['utf-8 , 19 × 133', 'noted: The header is on line 4; the lines above it are left out'],
  'null.csv': ['utf-8 , 4 × 9'],
  'simple.csv': ['utf-8 , 3 × 6'],
  'skip_initials.csv': ['utf-8 , 2 × 2'],
  'small.csv': ['utf-8 , 1 × 0'],
  'spanish_chars.csv': ['windows-1252 , 8 × 115'],
  'sparse_with_column_errors.csv': [
    'windows-1252 , 3 × 2200',
    '12 aside from line 312: 4 cells where the header has 3.',
  ],
  'utf-16le_encoded.csv': ['utf-16le , 19 × 327'],
  'utf8bom.csv': ['utf-8 , 2 × 0'],
  'weird_head_padding.csv': [
    'utf-8 ; 1 × 82',
    '7 aside from line 7: 2 cells where the header has 1.',
    '51 aside from line 12: 11 cells where the header has 1.',
  ],
}
