import fc from 'fast-check'
import { foldKey } from '../../src/domain/names/name.ts'

const ODD = [
  ...[
    '"',
    '""',
    ',',
    ';',
    '; ',
    'a; b',
    '"a"; b',
    "'",
    "'=x",
    "''",
    '\\',
    '\\n',
    '|',
    '\t',
    'a\tb',
    ' ',
    ' a ',
    '\u00a0',
    '\u00a0a',
  ],
  ...[
    'a\nb',
    'a\r\nb',
    'a\rb',
    '\n',
    '\r',
    '\r\n',
    'a\n',
    '\n\na',
    '\u2028',
    '\u0085',
    '\v',
    '\f',
    '\u001b[2J',
    '\u007f',
  ],
  ...[
    '=1+1',
    '+1',
    '-1',
    '-',
    '@x',
    '\t=x',
    '\r=x',
    '=cmd|x!A1',
    '+двері',
    '-5,00',
    '+380 67 123-45-67',
    '(067) 123',
    '−5',
  ],
  ...[
    '😀',
    '👨‍👩‍👧',
    'e\u0301',
    'й',
    'и\u0306',
    '\u202eabc',
    '\u2067א\u2069',
    '\ufeff',
    '\ufeffa',
    '\u200b',
    '\ufffd',
    '\uffff',
    'ﬁ',
    'İ',
    'ß',
  ],
  ...[
    '007',
    '1E5',
    '1e400',
    '0.10',
    '1,5',
    '1 200',
    '9007199254740993',
    'true',
    'false',
    'null',
    'NaN',
    'Infinity',
  ],
  ...[
    '2026-01-05',
    '05.01.2026',
    '46023',
    '1/2',
    '10:30',
    '2026-01-05T10:00:00Z',
    '--05-17',
    'd1',
    'c1',
    'o2',
    'm1',
  ],
  ...[
    '#REF!',
    '#N/A',
    '########',
    '#Н/Д',
    '_x0041_',
    '_x000D_',
    '_x005F_',
    '<b>&amp;</b>',
    '&lt;',
    ']]>',
    '<!--',
    '{"a":1}',
    '[1]',
  ],
  ...[
    'id',
    'name',
    'title',
    'fields',
    'field:id',
    'stage',
    'won',
    'lost',
    'Won',
    'Lost',
    'Программа',
    'Итого',
    'total',
    'kind',
    'created',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'sep=;',
    'Балкон, «2 двері»',
    'Анна',
    'анна',
    'АННА',
    '.',
    'all',
    'none',
    '-',
  ],
  ...['x'.repeat(300), 'я'.repeat(5000)],
]

/** As SQLite can hold it: well formed. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ODD) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }) },
)
/** Any text at all but the empty one. */
export const strange: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 3, arbitrary: piece },
    { weight: 1, arbitrary: fc.array(piece, { minLength: 2, maxLength: 3 }).map((all) => all.join('')) },
  )
  .map((text) => text.toWellFormed().replaceAll('\0', '') || '0')

export const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2 })

/** A name as every command and import leaves it: one line, no blanks at its ends. */
export const name = strange
  .map((text) =>
    text
      .normalize('NFC')
      .replace(/[\s\p{Cc}\u200b-\u200f\u2060\ufeff]+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '' && text !== '.')

/** Names of which no two are one. */
export const names = (min: number, max: number) =>
  fc.uniqueArray(
    name.filter((text) => foldKey(text) !== ''),
    { minLength: min, maxLength: max, selector: foldKey },
  )
