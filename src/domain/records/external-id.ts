import { foldName } from '../names/name.ts'
export const SALESFORCE = 'salesforce'
const LONG_ID = /^[A-Za-z0-9]{15}[A-Z0-5]{3}$/
const SUFFIXES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'

/**
 * The id as it is kept, so that one record has one id however its system writes it. Reports of Salesforce write ids of
 * 15 characters, of which case matters; its other exports add 3 that say which of them are capitals: the 15 are kept.
 * Ids of other systems, and what merely looks so, stay as they are.
 */
export function canonicalId(system: string | null, id: string): string {
  if (system !== SALESFORCE || !LONG_ID.test(id)) return id
  const short = id.slice(0, 15)
  return id.slice(15) === caseSuffix(short) ? short : id
}

/** A character for each five of the id: which of them are capitals, as bits, the first the lowest. */
function caseSuffix(id: string): string {
  return [0, 5, 10]
    .map((from) => {
      const bits = [0, 1, 2, 3, 4].map((at) => (/[A-Z]/.test(id[from + at] ?? '') ? 1 << at : 0))
      return SUFFIXES[bits.reduce((a, b) => a | b, 0)]
    })
    .join('')
}

/** Whether an id made of key columns says no more than these names, and perhaps a phone. */
export function repeatsNames(id: string, names: readonly (string | null)[]): boolean {
  const known = new Set(names.flatMap((name) => (name === null ? [] : [foldName(name)])))
  const parts = id.split(' | ').filter((part) => part !== '')
  const repeated = parts.filter((part) => known.has(foldName(part)))
  return repeated.length > 0 && parts.every((part) => repeated.includes(part) || PHONE.test(part))
}

const PHONE = /^\+\d{10,15}$/
