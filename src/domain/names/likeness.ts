import { contradicts, type NameLikeness } from './name-likeness.ts'

/**
 * How likely two records are one person or company, by weighing evidence (Fellegi and Sunter, A Theory for Record
 * Linkage, 1969). Points are decibans: ten make the odds ten times better, ten the other way ten times worse; they
 * add up, and `score` = odds / (1 + odds) of the sum. A point value is 10·log₁₀ of how many times as often a pair of
 * one person shows the evidence as a pair of two who came to be compared.
 *
 * - Two records that have something in common are one in ten times: −10 to begin with.
 * - An e-mail of one's own is had by two people once in 300 times (25), a phone, which families have, once in 100
 *   (20). With each further name on it a key says less; of a role (info@) it says little.
 * - A second shared key comes with the first as often as not: half its points.
 * - Both have an e-mail, or a phone, and not the same one: that is common, and still more so of two (−3).
 * - The same name is worth 15 less ten times the log of how many would have it: those who do, or as many as the
 *   words of the name, each as frequent as it is here, would bring together by chance. A given name alone: 8.
 * - A tax number is of one company, and of its branches (25); two numbers are two companies, but for a slip (−25).
 * - Names that contradict each other weigh against whatever else is the same, and then company and birthday, which
 *   colleagues and twins have in common, say nothing.
 */
export const POINTS = {
  start: -10,
  contact: {
    email: 25,
    phone: 20,
    website: 0,
    tax: 0,
    roleEmail: 5,
    crowded: 3,
    name: 15,
    oneWord: 8,
    typo: 10,
    part: 6,
    kin: -16,
    other: -20,
    company: 7,
    birthday: 15,
    otherCompany: -4,
    otherBirthday: -20,
    otherEmail: -3,
    otherPhone: -3,
    otherWebsite: 0,
    otherTax: 0,
    externalId: 12,
    shortExternalId: 3,
  },
  company: {
    email: 18,
    phone: 14,
    website: 18,
    tax: 25,
    roleEmail: 18,
    crowded: 3,
    name: 20,
    oneWord: 20,
    typo: 12,
    part: 5,
    kin: -12,
    other: -16,
    company: 0,
    birthday: 0,
    otherCompany: 0,
    otherBirthday: 0,
    otherEmail: -1,
    otherPhone: -2,
    otherWebsite: -8,
    otherTax: -25,
    externalId: 12,
    shortExternalId: 3,
  },
} as const

export type BookOf = 'contact' | 'company'
export type KeyKind = 'email' | 'phone' | 'website' | 'tax'

/** What speaks for or against a pair being one; `value` is what is the same, `names` how many different names have it. */
export interface Evidence {
  kind:
    | KeyKind
    | NameLikeness
    | 'externalId'
    | 'company'
    | 'birthday'
    | 'otherCompany'
    | 'otherBirthday'
    | 'otherEmail'
    | 'otherPhone'
    | 'otherWebsite'
    | 'otherTax'
  value?: string
  names?: number
  points: number
}

/** A phone, e-mail, site or tax number that two records share, and how many different names it has in all. */
export interface SharedKey {
  kind: KeyKind
  value: string
  names: number
}

export interface PairFacts {
  of: BookOf
  likeness: NameLikeness
  /** How many words the shorter name has. */
  words: number
  /** How many others would have the name: see `POINTS`. */
  common: number
  shared: readonly SharedKey[]
  /** Kinds of keys that both have, and none of them is the same. */
  differing: readonly KeyKind[]
  /** An external id that is the same in two systems. */
  externalId: string | null
  /** The same, another, or null where one has none. */
  company: boolean | null
  birthday: boolean | null
}

export interface Likeness {
  /** 0…1 */
  score: number
  /** The weightiest first. */
  evidence: readonly Evidence[]
}

/** See `POINTS`. */
export function likenessOf(pair: PairFacts): Likeness {
  const evidence = [...keyEvidence(pair), nameEvidence(pair), ...otherEvidence(pair)].filter(
    ({ points, kind }) => points !== 0 || kind === 'same',
  )
  const sum = evidence.reduce<number>((total, { points }) => total + points, POINTS.start)
  return {
    score: 1 / (1 + 10 ** (-sum / 10)),
    evidence: [...evidence].sort((a, b) => b.points - a.points),
  }
}

function keyEvidence({ of, shared, likeness }: PairFacts): Evidence[] {
  // People of one household share both: with names that contradict, a second key is no news.
  const more = contradicts(likeness) ? 0.1 : 0.5
  return shared
    .map((key) => ({ ...key, points: keyPoints(of, key) }))
    .sort((a, b) => b.points - a.points)
    .map(({ kind, value, names, points }, n) => ({
      kind,
      value,
      ...(names > 2 ? { names } : {}),
      points: n === 0 ? points : Math.round(points * more),
    }))
}

/** Shared by two names at most a key is its holder's own; each further one divides what it says. */
function keyPoints(of: BookOf, { kind, value, names }: SharedKey): number {
  const table = POINTS[of]
  const own = kind === 'email' && isRole(value) ? table.roleEmail : table[kind]
  return names <= 2 ? own : Math.min(own, Math.max(table.crowded, Math.round(own / (names - 1))))
}

function nameEvidence({ of, likeness, words, common }: PairFacts): Evidence {
  const table = POINTS[of]
  const rarity = (base: number) => Math.max(0, Math.round(base - 10 * Math.log10(Math.max(1, common))))
  switch (likeness) {
    case 'same':
    case 'order':
    case 'letters':
      return { kind: likeness, points: rarity(words > 1 ? table.name : table.oneWord) }
    case 'typo':
      return { kind: likeness, points: rarity(table.typo) }
    case 'part':
    case 'kin':
    case 'other':
      return { kind: likeness, points: table[likeness] }
    case 'unknown':
      return { kind: likeness, points: 0 }
  }
}

function otherEvidence(pair: PairFacts): Evidence[] {
  const { of, likeness, externalId, company, birthday, differing } = pair
  const table = POINTS[of]
  const two = contradicts(likeness)
  const found: Evidence[] = []
  if (externalId !== null)
    found.push({
      kind: 'externalId',
      value: externalId,
      points: externalId.length >= LONG_ID ? table.externalId : table.shortExternalId,
    })
  if (company === true && !two) found.push({ kind: 'company', points: table.company })
  if (company === false) found.push({ kind: 'otherCompany', points: table.otherCompany })
  if (birthday === true && !two) found.push({ kind: 'birthday', points: table.birthday })
  if (birthday === false) found.push({ kind: 'otherBirthday', points: table.otherBirthday })
  const others = {
    email: 'otherEmail',
    phone: 'otherPhone',
    website: 'otherWebsite',
    tax: 'otherTax',
  } as const
  for (const key of differing) found.push({ kind: others[key], points: table[others[key]] })
  return found
}

/** Shorter ids are counted up by every system, and meet by chance. */
const LONG_ID = 7

const ROLES = new Set(
  `info office sales mail admin support hello hi contact contacts order orders shop zakaz buh accounting
  reception secretary hr marketing post pochta kontakt team service noreply no-reply`.split(/\s+/),
)

/** info@, sales@: whoever sits there. */
function isRole(email: string): boolean {
  return ROLES.has(email.slice(0, email.indexOf('@')))
}

/** From here a pair may be merged unasked: one in twenty would be wrong, and an undo away. */
export const SURE = 0.95
/** From here it is more likely than not. */
export const LIKELY = 0.5
