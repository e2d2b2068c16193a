import { isAscii as isAsciiBytes } from 'node:buffer'
import { type Encoding, makeDecoder } from './encoding.ts'

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
 * bytes obey it, else the eight-bit encoding whose reading looks most like Russian, Ukrainian or Western words.
 * Plain ASCII is called UTF-8. The bytes may end inside a character.
 */
export function guessEncoding(head: Uint8Array): { encoding: Encoding; bom: boolean } {
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte))
  if (mark) return { encoding: mark.encoding, bom: true }
  return { encoding: wideEncoding(head) ?? (isUtf8(head) ? 'utf-8' : eightBit(head)), bom: false }
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

/** In this order: of two equal readings the more usual one wins. */
const CYRILLIC: readonly Encoding[] = ['windows-1251', 'ibm866', 'koi8-r', 'koi8-u', 'x-mac-cyrillic']

function eightBit(head: Uint8Array): Encoding {
  const sample = head.subarray(0, SAMPLE_BYTES)
  let best: Encoding = 'windows-1252'
  let bestScore = westernScore(makeDecoder(best).decode(sample))
  for (const encoding of CYRILLIC) {
    const score = cyrillicScore(makeDecoder(encoding).decode(sample))
    if (score > bestScore + 1e-9) {
      best = encoding
      bestScore = score
    }
  }
  return best
}

/** Letters by how often they occur in Russian or Ukrainian, whichever is more, in thousandths. */
const LETTERS: Readonly<Record<string, number>> = {
  о: 109,
  е: 85,
  а: 83,
  и: 74,
  н: 67,
  т: 63,
  і: 57,
  с: 55,
  р: 47,
  в: 45,
  л: 44,
  к: 35,
  м: 32,
  д: 30,
  п: 28,
  у: 30,
  я: 22,
  ы: 19,
  ь: 18,
  г: 17,
  з: 18,
  б: 16,
  ч: 14,
  й: 12,
  х: 10,
  ж: 9,
  ш: 8,
  ю: 7,
  ї: 6,
  ц: 6,
  щ: 5,
  є: 4,
  э: 3,
  ф: 4,
  ъ: 0.5,
  ё: 2,
  ґ: 0.2,
}

/** Penalties, as natural logarithms of how seldom such a thing occurs in real text. */
const RARE_LETTER = -9
const MIXED_ALPHABETS = -9
const CAPITAL_INSIDE_WORD = -5
const CAPITAL = -2
const LONE_LETTER = -2
const SYMBOL = -5
const SYMBOL_INSIDE_WORD = -9
const CONTROL = -14
const USUAL_SYMBOLS = new Set('№«»—–…“”„’‘•₴€©®°\u00a0')

/** How likely the text is as Russian or Ukrainian words: a sum of logarithms over its non-ASCII characters. */
function cyrillicScore(text: string): number {
  let score = 0
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue
    const char = text.charAt(i)
    const before = text.charAt(i - 1)
    const lower = char.toLowerCase()
    if (!isLetter(char)) score += symbolScore(char, before, text.charAt(i + 1))
    else {
      const share = LETTERS[lower]
      score += share === undefined ? RARE_LETTER : Math.log(share / 1000)
      if (isLatin(before)) score += MIXED_ALPHABETS
      if (!isLetter(before) && !isLetter(text.charAt(i + 1))) score += LONE_LETTER
      if (char !== lower)
        score += isSmall(before) ? CAPITAL_INSIDE_WORD + CAPITAL : isLetter(before) ? 0 : CAPITAL
      else if (isLetter(before) && !isSmall(before) && isCapital(text.charAt(i - 2)))
        score += CAPITAL_INSIDE_WORD
    }
  }
  return score
}

/** A Western word has its accented letters one by one among plain ones. */
function westernScore(text: string): number {
  let score = 0
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue
    const char = text.charAt(i)
    const before = text.charAt(i - 1)
    const after = text.charAt(i + 1)
    if (!isLetter(char)) score += symbolScore(char, before, after)
    else {
      score += 'éèêàáâäãåæçíîïñóôöõøúûüßœ'.includes(char.toLowerCase()) ? -3 : -6
      if (char !== char.toLowerCase()) score += isSmall(before) ? CAPITAL_INSIDE_WORD + CAPITAL : CAPITAL
      if (before > '\x7f' && isLetter(before)) score += -5
      else if (!isLatin(before) && !isLatin(after)) score += -5
    }
  }
  return score
}

function symbolScore(char: string, before: string, after: string): number {
  if (char === '\ufffd' || (char >= '\x80' && char < '\xa0')) return CONTROL
  if (USUAL_SYMBOLS.has(char)) return SYMBOL
  return isLetter(before) || isLetter(after) ? SYMBOL_INSIDE_WORD + SYMBOL : SYMBOL * 2
}

const isLatin = (char: string) => /^[a-z]$/i.test(char)
const isLetter = (char: string) => char !== '' && char.toLowerCase() !== char.toUpperCase()
const isSmall = (char: string) => isLetter(char) && char === char.toLowerCase()
const isCapital = (char: string) => isLetter(char) && char !== char.toLowerCase()
