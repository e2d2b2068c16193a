import { isAscii as isAsciiBytes } from 'node:buffer'
import { type Encoding, makeDecoder } from './encoding.ts'
import { alphabetLikeness, westernLikeness } from './text-likeness.ts'

export interface Guess {
  readonly encoding: Encoding
  /** It is named by a byte order mark. */
  readonly bom: boolean
  /** `weak`: another encoding may be as good; `none`: in no encoding that is guessed the text looks like words. */
  readonly trust: 'sure' | 'weak' | 'none'
}

/** Enough for any statistics; more would only cost time. */
const SAMPLE_BYTES = 65_536

const MARKS: readonly { encoding: Encoding; bytes: readonly number[] }[] = [
  { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/**
 * The encoding of a text from its first bytes: the byte order mark, else the pattern of UTF-16, else UTF-8 if the
 * bytes obey it, else the eight-bit encoding whose reading looks most like Russian, Ukrainian, Western or Greek words.
 * Plain ASCII is called UTF-8. The bytes may end inside a character.
 */
export function guessEncoding(head: Uint8Array): Guess {
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte))
  if (mark) return { encoding: mark.encoding, bom: true, trust: 'sure' }
  const told = wideEncoding(head) ?? (isUtf8(head) ? 'utf-8' : undefined)
  return { bom: false, ...(told === undefined ? eightBit(head) : { encoding: told, trust: 'sure' }) }
}

/** Whether nothing but seven-bit characters occurs: such bytes say nothing about the encoding of what follows. */
export function isAscii(bytes: Uint8Array): boolean {
  return isAsciiBytes(bytes)
}

/** UTF-16 without a mark: one byte of nearly every pair is the page of Latin, Cyrillic or punctuation. */
function wideEncoding(head: Uint8Array): Encoding | undefined {
  const pairs = Math.min(head.length, SAMPLE_BYTES) >> 1
  if (pairs < 2 || !head.subarray(0, pairs * 2).includes(0)) return undefined
  const isPage = (byte: number | undefined) => byte === 0 || byte === 4 || byte === 0x20
  let little = 0
  let big = 0
  let littleZeros = 0
  let bigZeros = 0
  for (let i = 0; i < pairs; i++) {
    const even = head[2 * i]
    const odd = head[2 * i + 1]
    if (isPage(odd)) little++
    if (isPage(even)) big++
    if (odd === 0) littleZeros++
    if (even === 0) bigZeros++
  }
  if (little >= pairs * 0.9 && littleZeros > bigZeros) return 'utf-16le'
  if (big >= pairs * 0.9 && bigZeros > littleZeros) return 'utf-16be'
  return undefined
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/**
 * Those of other alphabets than Latin; of two equal readings the first wins. Beside each how much rarer it is than the
 * usual ones, as a natural logarithm.
 */
const ALPHABETS: readonly (readonly [Encoding, number])[] = [
  ['windows-1251', 0],
  ['ibm866', -1],
  ['koi8-r', -2],
  ['koi8-u', -2],
  ['x-mac-cyrillic', -3],
  ['iso-8859-7', -6],
  ['windows-1253', -6],
]

/** Likeness below which a reading is no longer that of real words, as a mean over its non-ASCII characters. */
const DOUBTFUL = -4.15
const DOUBTFUL_WESTERN = -5.3
const NONSENSE = -5.2
/** Fewer characters may be anything. */
const ENOUGH = 12
/** One odd character among so many plain ones: signs in a Western text, most likely. */
const SPARSE = 100
/** Lead over another reading, as a natural logarithm. */
const NARROW = 4

interface Reading {
  readonly encoding: Encoding
  readonly text: string
  readonly likeness: number
}

function eightBit(head: Uint8Array): Omit<Guess, 'bom'> {
  const sample = tellingParts(head)
  const western = makeDecoder('windows-1252').decode(sample)
  const readings: Reading[] = [
    { encoding: 'windows-1252', text: western, likeness: westernLikeness(western) },
    ...ALPHABETS.map(([encoding, rarity]) => {
      const text = makeDecoder(encoding).decode(sample)
      return { encoding, text, likeness: alphabetLikeness(text) + rarity }
    }),
  ]
  const best = readings.reduce((a, b) => (b.likeness > a.likeness + 1e-9 ? b : a))
  const others = readings.filter(({ text }) => text !== best.text).map(({ likeness }) => likeness)
  const lead = best.likeness - Math.max(...others)
  const count = sample.reduce((sum, byte) => (byte < 0x80 ? sum : sum + 1), 0)
  const mean = best.likeness / count
  if (best.encoding === 'windows-1252')
    return { encoding: best.encoding, trust: mean < DOUBTFUL_WESTERN || lead < NARROW ? 'weak' : 'sure' }
  if (mean < NONSENSE && count * SPARSE < head.length) return { encoding: 'windows-1252', trust: 'weak' }
  if (mean < NONSENSE && count >= ENOUGH) return { encoding: best.encoding, trust: 'none' }
  return { encoding: best.encoding, trust: mean < DOUBTFUL || lead < NARROW ? 'weak' : 'sure' }
}

/** Bytes of plain text kept on either side of one that is not. */
const CONTEXT_BYTES = 16

/** The text without its plain stretches: what says anything may stand far down, and far between. */
function tellingParts(head: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  let from = 0
  let to = 0
  for (let at = 0; at < head.length && length < SAMPLE_BYTES; at++) {
    if ((head[at] ?? 0) < 0x80) continue
    if (at - CONTEXT_BYTES > to) {
      parts.push(head.subarray(from, to))
      length += to - from
      from = at - CONTEXT_BYTES
    }
    to = at + CONTEXT_BYTES
    if (to - from > SAMPLE_BYTES) break
  }
  return Buffer.concat([...parts, head.subarray(from, to)])
}
