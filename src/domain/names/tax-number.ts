import { foldKey } from './name.ts'

/** What the number is called by which the state knows a company. */
const NAMES = new Set(
  `инн|инн компании|инн/кпп|единый налоговый номер|едрпоу|єдрпоу|код едрпоу|код єдрпоу|ипн|іпн|рнокпп|инн/едрпоу|бин|иин|унп|унн|
  inn|edrpou|tax number|tax id|tax no|vat|vat id|vat no|vat number|ein|company tax number`
    .split('|')
    .map((name) => foldKey(name)),
)

/** Whether a field of the user's own is the tax number, by its name. */
export function isTaxField(name: string): boolean {
  return NAMES.has(foldKey(name))
}

const FEWEST_DIGITS = 7

/** The number without what is written between its digits and letters; null for what can be none, like `0000000000`. */
export function taxKey(text: string): string | null {
  const key = (text.split('/')[0] ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
  const digits = key.replace(/\D/g, '')
  return digits.length < FEWEST_DIGITS || /^(\d)\1*$/.test(digits) ? null : key
}
