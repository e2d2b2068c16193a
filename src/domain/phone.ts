import type * as Library from 'libphonenumber-js/min'

export interface Phone {
  /** `+380671234567`; null where no number could be made out. */
  e164: string | null
  /** The part of the cell that was read, as it stood. */
  raw: string
}

export interface Email {
  /** Lower case, for matching. */
  email: string
  raw: string
}

/** Fewer digits than this are an extension or the tail of a neighbour, not a number of their own. */
const FEWEST_DIGITS = 5

const SEPARATORS = /[;,/|\n\r]+|(?<=\d)\s+(?=\+)/
const EXTENSION = /(?:доб|дод|вн|ext|x|#).*$/i
const EMAIL = /[^\s;,<>"()[\]:|/]+@[^\s;,<>"()[\]:|/@]+/gu

/** Shapes that need no look into the world's numbering plans: Russia and Kazakhstan, Ukraine, Belarus. */
const NEAR_AT_HAND = /^\+(?:7[3-9]\d{9}|380[3-9]\d{8}|375[1-4]\d{8})$/

/**
 * The phones of a cell, however many and however written. `region` (`UA`, `RU`, …) is the country of numbers
 * that name none. A number counts when its length is possible there, not only when it is in use.
 */
export function parsePhones(text: string, region: string): Phone[] {
  const phones: Phone[] = []
  for (const part of text.split(SEPARATORS)) {
    const raw = part.trim()
    if (raw === '') continue
    const before = phones.at(-1)
    if (before !== undefined && countDigits(raw) < FEWEST_DIGITS) before.raw = `${before.raw}, ${raw}`
    else phones.push({ e164: parsePhone(raw, region), raw })
  }
  return phones
}

/** The e-mail addresses in a cell, labels and brackets about them left out. */
export function parseEmails(text: string): Email[] {
  return [...text.matchAll(EMAIL)].map(([found]) => {
    const raw = found.replace(/^['.]+|['.]+$/g, '')
    return { email: raw.normalize('NFC').toLowerCase(), raw }
  })
}

function parsePhone(raw: string, region: string): string | null {
  const number = raw.replace(/^[^\d+(]+/, '').replace(EXTENSION, '')
  if (/\d\D*\p{L}\D*\d/u.test(number)) return null
  const digits = number.replace(/\D/g, '')
  const dialled = number.startsWith('+') ? `+${digits}` : digits.replace(/^00/, '+')
  const known = dialled.startsWith('+') ? dialled : withCountry(dialled, region)
  return NEAR_AT_HAND.test(known) ? known : lookUp(known, region)
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

/** As a number of the region, else as an international one that lost its plus. */
function lookUp(number: string, region: string): string | null {
  // Loaded here, for its tables cost more to start up than the rest of a short command.
  const library: typeof Library = require('libphonenumber-js/min')
  const country = library.isSupportedCountry(region) ? region : undefined
  const national = library.parsePhoneNumberFromString(number, country)
  if (national?.isPossible()) return national.number
  const international = number.startsWith('+') ? undefined : library.parsePhoneNumberFromString(`+${number}`)
  return international?.isValid() ? international.number : null
}

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length
}
