import { type Email, type Phone, parseEmails, parsePhones } from '../names/phone.ts'

/** A phone or an e-mail within a text. */
export interface FoundKey {
  at: number
  length: number
  piece: { kind: 'phone'; text: string; phone: Phone } | { kind: 'email'; text: string; email: Email }
}

const DIALLED =
  /(?:\+|(?<!\d|\d[.,]))\(?\d[\d\s()./-]{5,}\d(?:\s*(?:доб|дод|вн|ext)[.:]?\s*\d{1,6}(?!\d))?/giu
const EXTENSION = /\s*(?:доб|дод|вн|ext)[.:]?\s*\d{1,6}$/iu
const KEY_LABEL =
  /(?:^|[\s,(])(?:(?<!\d\s*)т|тел(?:ефон)?|сот|моб(?:ильный|ільний)?|номер|ph(?:one)?|tel|mob(?:ile)?|e-?mail|mail|почта|пошта|whatsapp|wa|ватсап|вотсап|telegram|tg|тг|телеграм|viber|вайбер)[.:]*\s*$/iu
/** Numbers of these countries are of one length each: where so many digits stand, the number is whole. */
const WHOLE = /^\+(?:7\d{10}|380\d{9}|375\d{9}|1\d{10})$/

/** The first e-mail, else the first phone of a text. */
export function keyIn(text: string, region: string): FoundKey | undefined {
  const [email] = parseEmails(text)
  if (email !== undefined)
    return {
      at: text.indexOf(email.raw),
      length: email.raw.length,
      piece: { kind: 'email', text: email.raw, email },
    }
  for (const { 0: run, index } of text.matchAll(DIALLED)) {
    const found = phoneIn(
      run,
      bare(text.replace(KEY_LABEL, '')) === bare(run) || isLabelled(text, index, run),
      region,
    )
    if (found !== undefined) {
      const { phone, from, until } = found
      return { at: index + from, length: until - from, piece: { kind: 'phone', text: phone.raw, phone } }
    }
  }
  return undefined
}

/** The text before a key without the word for what it is: `тел.` */
export function withoutLabel(before: string): string {
  return before.replace(KEY_LABEL, '')
}

/** A text without the signs and brackets about it. */
export function bare(text: string): string {
  return text.replace(/^[\s,;:()<>\u2013\u2014-]+|[\s,;:(<\u2013\u2014-]+$/g, '')
}

/** `тел. 123-45-67` and nothing else. */
function isLabelled(text: string, at: number, run: string): boolean {
  return bare(withoutLabel(text.slice(0, at))) === '' && bare(text.slice(at + run.length)) === ''
}

/** A number of 15 digits in parts of one, and no more to look at in a long row of figures. */
const MOST_PARTS = 15

/**
 * The number within a run of digits: from its first part on, it ends where a whole national number is complete, so that
 * `067-222-33-45 2` leaves the 2; where the length tells nothing, it is as long as can be.
 */
function phoneIn(
  run: string,
  isAlone: boolean,
  region: string,
): { phone: Phone; from: number; until: number } | undefined {
  const number = run.replace(EXTENSION, '')
  const parts = [...number.matchAll(/\S+/g)].map(({ 0: part, index }) => ({
    from: index,
    until: index + part.length,
  }))
  const whole = phoneOf(run, isAlone, region)
  for (const [at, { from }] of parts.entries()) {
    const read = parts.slice(at, at + MOST_PARTS).flatMap(({ until }) => {
      const end = until === number.length ? run.length : until
      const phone = phoneOf(run.slice(from, end), false, region)
      return phone === undefined ? [] : [{ phone, from, until: end }]
    })
    const found = read.find(({ phone }) => WHOLE.test(phone.e164 ?? '')) ?? read.at(-1)
    if (found !== undefined) return found
  }
  return whole === undefined ? undefined : { phone: whole, from: 0, until: run.length }
}

/** `25000-30000`: between two sums. */
const SUMS = /^\s*\d{2,4}00-\d{2,4}00\s*$/

/** A number of ten digits or with a plus; a shorter one with hyphens only where it is the whole piece. */
function phoneOf(found: string, isAlone: boolean, region: string): Phone | undefined {
  const digits = found.replace(EXTENSION, '').replace(/\D/g, '').length
  if (digits > 15 || /^\s*\d{4}-\d\d-\d\d/.test(found) || SUMS.test(found)) return undefined
  const isSure = found.startsWith('+') || digits >= 10
  if (!isSure && !(isAlone && /\d-\d/.test(found) && digits >= 6)) return undefined
  const [phone] = parsePhones(found, region)
  return phone === undefined || (phone.e164 === null && !isAlone) ? undefined : phone
}
