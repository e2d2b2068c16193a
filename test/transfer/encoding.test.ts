import { expect, test } from 'vitest'
import { ENCODINGS, type Encoding, makeDecoder, parseEncodingName } from '../../src/transfer/encoding.ts'
import { guessEncoding } from '../../src/transfer/guess.ts'
import { bytesIn, canHold, random, sampleRow } from './samples.ts'

const PIECE = 'Иван;Київ;Ёлка;«Новая»\r\n'

test.each(ENCODINGS)('%s read in pieces of any length gives the text back', (encoding) => {
  const text =
    encoding === 'windows-1252'
      ? 'Café;Müller;50 €;œuvre\r\n'
      : encoding.startsWith('utf')
        ? `${PIECE}😀`
        : 'Иван;Казань'
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
    expect(guessEncoding(bytes)).toEqual({ encoding, bom: true })
    const decoder = makeDecoder(encoding)
    expect(decoder.decode(bytes) + decoder.end()).toBe(PIECE)
  }
})

test('plain ASCII, and UTF-8 cut inside a letter, are UTF-8', () => {
  expect(guessEncoding(Buffer.from('id,name\n1,Anna\n'))).toEqual({ encoding: 'utf-8', bom: false })
  expect(guessEncoding(Buffer.from('Жук').subarray(0, 5))).toEqual({ encoding: 'utf-8', bom: false })
  expect(guessEncoding(new Uint8Array(0))).toEqual({ encoding: 'utf-8', bom: false })
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

function mistakes(rows: number, trials: number): { wrong: string[]; tried: number } {
  const next = random(7)
  const wrong: string[] = []
  let tried = 0
  for (const encoding of [...EIGHT_BIT, 'utf-16le', 'utf-16be'] as const)
    for (const language of LANGUAGES)
      for (let i = 0; i < trials; i++) {
        if ((language === 'west') !== (encoding === 'windows-1252') && !encoding.startsWith('utf')) continue
        const text = Array.from({ length: rows }, () => sampleRow(language, next)).join('')
        if (!canHold(encoding, text)) continue
        tried++
        const bytes = bytesIn(encoding, text)
        const guess = guessEncoding(bytes).encoding
        // Two encodings may give the same text: then either answer is right.
        if (makeDecoder(guess).decode(bytes) !== text) wrong.push(`${encoding} as ${guess}: ${text}`)
      }
  return { wrong, tried }
}

test('one row is enough in 99 % of cases', () => {
  const { wrong, tried } = mistakes(1, 300)
  expect(wrong.slice(0, Math.max(0, wrong.length - Math.floor(tried / 100)))).toEqual([])
  expect(tried).toBeGreaterThan(2000)
})

test('five rows are always enough', () => {
  expect(mistakes(5, 200).wrong).toEqual([])
})

test('encodings by their usual names', () => {
  expect(
    ['cp1251', 'Win-1251', 'UTF8', 'utf-16', 'DOS', 'cp866', 'latin1', 'KOI8-U'].map(parseEncodingName),
  ).toEqual([
    'windows-1251',
    'windows-1251',
    'utf-8',
    'utf-16le',
    'ibm866',
    'ibm866',
    'windows-1252',
    'koi8-u',
  ])
  expect(() => parseEncodingName('cp1250')).toThrow(
    'Unknown encoding "cp1250". Known: utf-8, utf-16le, utf-16be, utf-32le, utf-32be, windows-1251, ibm866, koi8-r, koi8-u, x-mac-cyrillic, windows-1252.',
  )
})
