import type { Fates } from './fate.ts'

export const NODE_CSV: Fates = {
  'issues-cjs/lib/265.tubs.csv': ['utf-8 , 11 × 135'],
  'issues-cjs/lib/303.csv': ['utf-8 , 3 × 25000'],
  'issues-cjs/lib/327.cws.buf.csv': ['utf-8 , 2 × 1'],
  'issues-cjs/lib/327.cws.csv': ['windows-1252 , 2 × 1'],
  'issues-cjs/lib/327.stringifier.csv': ['windows-1252 , 2 × 1'],
  'issues-cjs/lib/399.csv': ['utf-8 , 1 × 0'],
  'issues-esm/lib/365-utf16le-bom-windows.csv': ['utf-16le , 3 × 1'],
  'issues-esm/lib/365-utf8-bom-windows.csv': ['utf-8 , 3 × 1'],
  'issues-esm/lib/411.csv': ['utf-8 , 5 × 3'],
}
