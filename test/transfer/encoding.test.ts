import { expect, test } from 'vitest'
import { ENCODINGS, type Encoding, makeDecoder, parseEncodingName } from '../../src/transfer/encoding.ts'
import { guessEncoding } from '../../src/transfer/guess.ts'
import { bytesIn, canHold, random, sampleRow } from './samples.ts'

const PIECE = 'Иван;Київ;Ёлка;«Новая»\r\n'

const PIECES: Partial<Record<Encoding, string>> = {
  'windows-1252': 'Café;Müller;50 €;œuvre\r\n',
  'windows-1250': 'Łódź;Příbram;50 €\r\n',
  'iso-8859-2': 'Łódź;Příbram\r\n',
  'windows-1253': 'Αθήνα;Λάρισα;50 €\r\n',
  'iso-8859-7': 'Αθήνα;Λάρισα\r\n',
  'windows-1254': 'İstanbul;Muğla;50 €\r\n',
  'windows-1255': 'חיפה;50 €\r\n',
  'windows-1256': 'دمشق;50 €\r\n',
  'windows-1257': 'Šiauliai;Panevėžys;50 €\r\n',
  gb18030: '北京;李娜\r\n',
  big5: '台北;李娜\r\n',
  shift_jis: '東京;サクラ\r\n',
  'euc-jp': '東京;サクラ\r\n',
  'euc-kr': '서울;김철수\r\n',
}

test.each(ENCODINGS)('%s read in pieces of any length gives the text back', (encoding) => {
  const text = PIECES[encoding] ?? (encoding.startsWith('utf') ? `${PIECE}😀` : 'Иван;Казань')
  const bytes = bytesIn(encoding, text)
  for (const length of [1, 2, 3, 5, 1000]) {
    const decoder = makeDecoder(encoding)
    let read = ''
    for (let at = 0; at < bytes.length; at += length) read += decoder.decode(bytes.subarray(at, at + length))
    expect(read + decoder.end()).toBe(text)
  }
})

test('a byte order mark names the encoding and is not part of the text', () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const) {
    const bytes = bytesIn(encoding, `\ufeff${PIECE}`)
    expect(guessEncoding(bytes)).toEqual({ encoding, bom: true, trust: 'sure' })
    const decoder = makeDecoder(encoding)
    expect(decoder.decode(bytes) + decoder.end()).toBe(PIECE)
  }
})

test('plain ASCII, and UTF-8 cut inside a letter, are UTF-8', () => {
  const plain = { encoding: 'utf-8', bom: false, trust: 'sure' }
  expect(guessEncoding(Buffer.from('id,name\n1,Anna\n'))).toEqual(plain)
  expect(guessEncoding(Buffer.from('Жук').subarray(0, 5))).toEqual(plain)
  expect(guessEncoding(new Uint8Array(0))).toEqual(plain)
})

const LANGUAGES = ['ru', 'uk', 'west'] as const
const EIGHT_BIT: readonly Encoding[] = [
  'windows-1251',
  'ibm866',
  'koi8-r',
  'koi8-u',
  'x-mac-cyrillic',
  'windows-1252',
]

interface Tried {
  readonly wrong: string[]
  /** Right, and yet with a warning. */
  weak: number
  tried: number
}

function guesses(rows: number, trials: number): Tried {
  const next = random(7)
  const found: Tried = { wrong: [], weak: 0, tried: 0 }
  for (const encoding of [...EIGHT_BIT, 'utf-8', 'utf-16le', 'utf-16be'] as const)
    for (const language of LANGUAGES)
      for (let i = 0; i < trials; i++) {
        if ((language === 'west') !== (encoding === 'windows-1252') && !encoding.startsWith('utf')) continue
        const text = Array.from({ length: rows }, () => sampleRow(language, next)).join('')
        if (!canHold(encoding, text)) continue
        found.tried++
        const bytes = bytesIn(encoding, text)
        const { encoding: guess, trust } = guessEncoding(bytes)
        // Two encodings may give the same text: then either answer is right.
        if (makeDecoder(guess).decode(bytes) !== text || trust === 'none')
          found.wrong.push(`${encoding} as ${guess} (${trust}): ${text}`)
        else if (trust === 'weak') found.weak++
      }
  return found
}

test('one row is enough in 99 % of cases; the others, and few more, come with a warning', () => {
  const { wrong, weak, tried } = guesses(1, 500)
  expect(wrong.slice(0, Math.max(0, wrong.length - Math.floor(tried / 100)))).toEqual([])
  expect(wrong.filter((text) => !text.includes('(weak)')).length).toBeLessThanOrEqual(tried / 1000)
  expect(weak).toBeLessThan(tried / 20)
  expect(tried).toBeGreaterThan(5000)
})

test('five rows are always enough', () => {
  const { wrong, weak, tried } = guesses(5, 400)
  expect(wrong).toEqual([])
  expect(weak).toBeLessThan(tried / 200)
})

test.each([
  ['Latin letters and one of Cyrillic', 'windows-1251', '34;Geitost;500 г\r\n', 'weak'],
  ['Greek', 'iso-8859-7', '1;Γιώργος Παπαδόπουλος;Αθήνα\r\n', 'sure'],
  ['Serbian', 'windows-1251', '1;Љиљана Петровић;Нови Сад\r\n', 'sure'],
] as const)('%s', (_, encoding, text, trust) => {
  expect(guessEncoding(bytesIn(encoding, text))).toEqual({ encoding, bom: false, trust })
})

/** Bytes of what is not guessed: Polish, Turkish, Hebrew; Chinese in two encodings, Japanese, Korean. */
const FOREIGN: readonly (readonly [Encoding, string, 'weak' | 'none'])[] = [
  ['windows-1250', '1;Łukasz Żółć;Łódź;Świętosława Dąbrowska;Częstochowa\r\n', 'weak'],
  ['windows-1254', '1;Ayşe Yılmaz;İstanbul;Gülşen Işık;Eskişehir\r\n', 'weak'],
  ['windows-1255', '1;משה כהן;תל אביב;שרה לוי;חיפה\r\n', 'weak'],
  ['windows-1256', '1;محمد أحمد;القاهرة;فاطمة علي;دمشق\r\n', 'none'],
  ['gb18030', '1;王小明;北京科技有限公司;北京;李娜;上海贸易公司\r\n', 'none'],
  ['big5', '1;王小明;台北科技有限公司;台北;李娜;高雄貿易公司\r\n', 'none'],
  ['shift_jis', '1;山田太郎;株式会社ヤマト;東京;鈴木花子;サクラ商事\r\n', 'none'],
  ['euc-jp', '1;山田太郎;株式会社ヤマト;東京;鈴木花子;サクラ商事\r\n', 'none'],
  ['euc-kr', '1;김철수;삼성물산;서울;이영희;한국무역\r\n', 'none'],
]

test.each(FOREIGN)('%s is never taken for something else without a word', (encoding, text, trust) => {
  expect(guessEncoding(bytesIn(encoding, text)).trust).toBe(trust)
})

test('encodings by their usual names', () => {
  expect(
    ['cp1251', 'Win-1251', 'UTF8', 'utf-16', 'DOS', 'cp866', 'latin1', 'KOI8-U', 'GBK', 'cp1250'].map(
      parseEncodingName,
    ),
  ).toEqual([
    'windows-1251',
    'windows-1251',
    'utf-8',
    'utf-16le',
    'ibm866',
    'ibm866',
    'windows-1252',
    'koi8-u',
    'gb18030',
    'windows-1250',
  ])
  expect(() => parseEncodingName('cp037')).toThrow(
    `Unknown encoding "cp037". Known: ${ENCODINGS.join(', ')}.`,
  )
})
