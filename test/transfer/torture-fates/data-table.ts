import type { Fates } from './fate.ts'

export const DATA_TABLE: Fates = {
  '1680-fread-header-encoding.csv': ['windows-1252 ; 3 × 4'],
  '530_fread.txt': [
    'utf-8 , 4 × 49',
    'warned of line 2: From here on 49 rows have fewer cells than the header; the missing ones are taken as blank.',
  ],
  '536_fread_fill_1.txt': [
    'utf-8 , 3 × 22',
    'warned of line 6: From here on 5 rows have fewer cells than the header; the missing ones are taken as blank.',
  ],
  '536_fread_fill_2.txt': [
    'utf-8 , 3 × 22',
    'warned of line 6: From here on 5 rows have fewer cells than the header; the missing ones are taken as blank.',
  ],
  '536_fread_fill_3_extreme.txt': [
    'utf-8 , 3 × 3',
    'warned of line 18: From here on 2 rows have fewer cells than the header; the missing ones are taken as blank.',
  ],
  '536_fread_fill_4.txt': [
    'utf-8 , 3 × 22',
    'warned of line 7: From here on 5 rows have fewer cells than the header; the missing ones are taken as blank.',
  ],
  'allchar.csv.gz': ['refused: the file is compressed; unpack it first.'],
  'bad.txt.bz2': ['refused: the file is compressed; unpack it first.'],
  'doublequote_newline.csv': ['utf-8 , 2 × 36'],
  'fread_blank.txt': ['utf-8 , 3 × 8'],
  'fread_blank2.txt': ['utf-8 , 3 × 5'],
  'fread_blank3.txt': ['utf-8 , 3 × 5'],
  'gb18030.txt': [
    'ibm866 , 3 × 0',
    'warned of line 1: Read as ibm866, but that is no more than a guess: look at the letters, and name the right encoding with --encoding.',
  ],
  'issue_1087_utf8_bom.csv': ['utf-8 , 3 × 1'],
  'issue_1462_fread_quotes.txt.gz': ['refused: the file is compressed; unpack it first.'],
  'issue_2051.csv.gz': ['refused: the file is compressed; unpack it first.'],
  'issue_3400_fread.txt': [
    'refused: line 5 has a zero byte, so this is no text, or a damaged one; save it as CSV UTF-8.',
  ],
  'issue_563_fread.txt': ['utf-8 , 2 × 4'],
  'issue_773_fread.txt': [
    'utf-8 | 3 × 27',
    'warned of line 23: From here on 6 rows have fewer cells than the header; the missing ones are taken as blank.',
  ],
  'issue_785_fread.txt.gz': ['refused: the file is compressed; unpack it first.'],
  'noquote.csv.gz': ['refused: the file is compressed; unpack it first.'],
  'quoted_multiline.csv.bz2': ['refused: the file is compressed; unpack it first.'],
  'quoted_no_header.csv': ['utf-8 , 6 × 5'],
  'russellCRCRLF.csv': ['windows-1252 , 4 × 19'],
  'russellCRLF.csv': ['windows-1252 , 4 × 19'],
  'russellCRLF.tar': ['refused: this is an archive; unpack it and import the file in it.'],
  'russellCRLF.zip': ['refused: this is a zip archive and no workbook; unpack it and import the file in it.'],
  'unescaped.csv': [
    'utf-8 , 3 × 2',
    '1 aside from line 3: A quote within a cell in quotes: where the cell ends is a guess. Double the quote ("") or take the outer ones away.',
  ],
  'utf16be.txt': ['utf-16be , 2 × 1'],
  'utf16le.txt': ['utf-16le , 2 × 1'],
  'winallquoted.csv.bz2': ['refused: the file is compressed; unpack it first.'],
}
