import type * as Library from 'libphonenumber-js/min'

export interface Phone {
  /** `+380671234567`; null where no number could be made out. */
  e164: string | null
  /** The part of the cell that was read. */
  raw: string
}

export interface Email {
  /** Lower case, for matching. */
  email: string
  raw: string
}

/** Fewer digits than this are an extension or the tail of a neighbour, not a number of their own. */
const FEWEST_DIGITS = 5

const SEPARATORS = /[;|\n\r]+|(?<=\d)\s+(?=\+)|(?<!\s)\s+(?:or|или|або)\s+/
/** These separate numbers too, but also stand within one: 202/429-0400. */
const WEAK_SEPARATORS = /[,/]+/
const EXTENSION = /(?:доб|дод|вн|ext|x|#)\D{0,5}\d{1,6}/i
const AFTER = /\d[^\p{L}\d#(]*(\(?(?:\p{L}|#).*)$/su
/** From the beginning of a word alone, or a long one without any would be read from each of its letters to its end. */
const EMAIL = /(?<![^\s;,<>"()[\]:|/])[^\s;,<>"()[\]:|/]+@[^\s;,<>"()[\]:|/@]+/gu

/** Shapes that need no look into the world's numbering plans: Russia and Kazakhstan, Ukraine, Belarus. */
const NEAR_AT_HAND = /^\+(?:7[3-9]\d{9}|380[3-9]\d{8}|375[1-4]\d{8})$/

/**
 * The phones of a cell, however many and however written. `region` (`UA`, `RU`, …) is the country of numbers
 * that name none. A number counts when its length is possible there, not only when it is in use.
 */
export function parsePhones(text: string, region: string): Phone[] {
  return text.split(SEPARATORS).flatMap((part) => {
    const raw = part.trim()
    if (raw === '') return []
    const list = WEAK_SEPARATORS.test(raw) ? parseList(raw, region) : []
    if (list.length > 0 && list.every(({ e164 }) => e164 !== null)) return list
    const e164 = parsePhone(raw, region)
    return e164 === null && list.length > 0 ? list : [{ e164, raw }]
  })
}

/** The number as it is dialled anywhere, with the extension or the words that were written after it; else as written. */
export function shownPhone({ e164, raw }: Phone): string {
  const [, after] = AFTER.exec(raw) ?? []
  return e164 === null ? raw : `${e164} ${after ?? EXTENSION.exec(raw)?.[0] ?? ''}`.trim()
}

/** The e-mail addresses in a cell, labels and brackets about them left out. */
export function parseEmails(text: string): Email[] {
  return [...text.matchAll(EMAIL)].map(([found]) => {
    const raw = found.replace(/^['.]+|['.]+$/g, '')
    return { email: raw.normalize('NFC').toLowerCase(), raw }
  })
}

function parseList(text: string, region: string): Phone[] {
  const phones: Phone[] = []
  for (const part of text.split(WEAK_SEPARATORS)) {
    const raw = part.trim()
    if (raw === '') continue
    const before = phones.at(-1)
    if (before !== undefined && countDigits(raw) < FEWEST_DIGITS) before.raw = `${before.raw}, ${raw}`
    else phones.push({ e164: parsePhone(raw, region), raw })
  }
  return phones
}

function parsePhone(raw: string, region: string): string | null {
  const number = raw.replace(/^[^\d+(]+/, '').replace(EXTENSION, '')
  if (/\d\D*\p{L}\D*\d/u.test(number)) return null
  const digits = number.replace(/\D/g, '')
  const dialled = /^\(?\+/.test(number) ? `+${digits}` : digits.replace(/^00/, '+')
  const known = dialled.startsWith('+') ? dialled : withCountry(dialled, region)
  if (NEAR_AT_HAND.test(known)) return known
  return lookUp(known, region, /^\d{11,15}$/.test(number.trim()))
}

/** Adds the country to the ways numbers are dialled at home in Ukraine, Belarus, Russia and Kazakhstan. */
function withCountry(digits: string, region: string): string {
  if (/^80\d{9}$/.test(digits)) return region === 'BY' ? `+375${digits.slice(2)}` : `+3${digits}`
  if (/^[78][3-9]\d{9}$/.test(digits)) return `+7${digits.slice(1)}`
  if (/^(?:380|375)\d{9}$/.test(digits)) return `+${digits}`
  if (region === 'UA' && /^0\d{9}$/.test(digits)) return `+38${digits}`
  if ((region === 'RU' || region === 'KZ') && /^[3-9]\d{9}$/.test(digits)) return `+7${digits}`
  return digits
}

/** As a number of the region, else, where nothing but digits was written, as one that lost its plus. */
function lookUp(number: string, region: string, digitsAlone: boolean): string | null {
  // Loaded here, for its tables cost more to start up than the rest of a short command.
  const library: typeof Library = require('libphonenumber-js/min')
  const country = library.isSupportedCountry(region) ? region : undefined
  const national = library.parsePhoneNumberFromString(number, country)
  if (national?.isPossible()) return national.number
  const international = digitsAlone ? library.parsePhoneNumberFromString(`+${number}`) : undefined
  return international?.isValid() ? international.number : null
}

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length
}
