import { UsageError } from '../errors.ts'

/**
 * The encodings a table can be read in; `windows-1252` stands for every Latin-1 relative. Those that are not guessed,
 * of languages that this program does not speak, are read where they are named.
 */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'windows-1251',
  'ibm866',
  'koi8-r',
  'koi8-u',
  'x-mac-cyrillic',
  'windows-1252',
  'iso-8859-5',
  'windows-1250',
  'iso-8859-2',
  'windows-1253',
  'iso-8859-7',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
] as const
export type Encoding = (typeof ENCODINGS)[number]

const ALIASES = new Map<string, Encoding>(
  Object.entries({
    utf8: 'utf-8',
    utf8bom: 'utf-8',
    utf8sig: 'utf-8',
    unicode: 'utf-16le',
    utf16: 'utf-16le',
    utf32: 'utf-32le',
    ucs2: 'utf-16le',
    cp1251: 'windows-1251',
    win1251: 'windows-1251',
    win: 'windows-1251',
    ansi: 'windows-1251',
    '1251': 'windows-1251',
    cp866: 'ibm866',
    dos: 'ibm866',
    oem: 'ibm866',
    '866': 'ibm866',
    koi8: 'koi8-r',
    mac: 'x-mac-cyrillic',
    maccyrillic: 'x-mac-cyrillic',
    cp1252: 'windows-1252',
    win1252: 'windows-1252',
    '1252': 'windows-1252',
    latin1: 'windows-1252',
    iso88591: 'windows-1252',
    iso885915: 'windows-1252',
    cp1250: 'windows-1250',
    latin2: 'iso-8859-2',
    cp1253: 'windows-1253',
    greek: 'iso-8859-7',
    cp1254: 'windows-1254',
    latin5: 'windows-1254',
    iso88599: 'windows-1254',
    cp1255: 'windows-1255',
    cp1256: 'windows-1256',
    cp1257: 'windows-1257',
    gbk: 'gb18030',
    gb2312: 'gb18030',
    cp936: 'gb18030',
    cp950: 'big5',
    sjis: 'shift_jis',
    cp932: 'shift_jis',
    cp949: 'euc-kr',
    ascii: 'utf-8',
    usascii: 'utf-8',
  } as const),
)

/** An encoding by any of its usual names: `cp1251`, `UTF-16`, `dos`. Throws UsageError with the known names. */
export function parseEncodingName(text: string): Encoding {
  const name = folded(text)
  const known = ENCODINGS.find((encoding) => folded(encoding) === name) ?? ALIASES.get(name)
  if (!known) throw new UsageError((w) => w.reading.unknownEncoding(text, ENCODINGS.join(', ')))
  return known
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** Turns bytes into text piece by piece: a character split between two pieces is not lost. */
export interface Decoder {
  decode(bytes: Uint8Array): string
  /** What was left unfinished; a broken character gives U+FFFD. */
  end(): string
}

/** A decoder that drops a byte order mark. Bytes that mean nothing become U+FFFD. */
export function makeDecoder(encoding: Encoding): Decoder {
  if (encoding === 'windows-1252') return { decode: decodeWestern, end: () => '' }
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return wideDecoder(encoding === 'utf-32le')
  const decoder = new TextDecoder(encoding)
  return { decode: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
}

/** The characters of bytes 0x80 to 0x9F; by hand, because TextDecoder reads them as Latin-1 on several Node versions. */
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

function decodeWestern(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin1.replace(/[\x80-\x9f]/g, (char) => WESTERN.charAt(char.charCodeAt(0) - 0x80))
}

const REPLACEMENT = 0xfffd

/** Halves of pairs are none: no text that is kept has them. */
const isLetter = (point: number) => point < 0xd800 || (point > 0xdfff && point <= 0x10ffff)

function wideDecoder(littleEndian: boolean): Decoder {
  let rest = new Uint8Array(0)
  let started = false
  return {
    decode(bytes) {
      const all = rest.length ? Buffer.concat([rest, bytes]) : bytes
      const whole = all.length - (all.length % 4)
      const view = new DataView(all.buffer, all.byteOffset, whole)
      let text = ''
      for (let at = 0; at < whole; at += 4) {
        const point = view.getUint32(at, littleEndian)
        if (started || point !== 0xfeff) text += String.fromCodePoint(isLetter(point) ? point : REPLACEMENT)
        started = true
      }
      rest = Uint8Array.from(all.subarray(whole))
      return text
    },
    end: () => (rest.length ? String.fromCharCode(REPLACEMENT) : ''),
  }
}
