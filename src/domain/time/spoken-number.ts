import { foldWords } from './calendar-words.ts'
import { CARDINALS, countOf } from './number-words.ts'

/** Numbers and sums as they are said in Russian and Ukrainian. */

const THOUSAND = /^(?:тысяч[аиу]?|тыщ[аиу]?|тыс|тисяч[аіу]?|тис)\.?$/
const MILLION = /^(?:миллион(?:а|ов)?|млн|лям(?:а|ов)?|мільйон(?:а|и|ів)?)\.?$/
const AND_A_HALF = /^(?:полтора|полторы|полутора|півтора|півтори)$/
const MONEY = /^(?:руб\p{L}*|р|грн|гривень|гривні|[₽₴])\.?$/u

/** The value of words such as `двадцать семь`, `сорок`, and how many of them it takes; undefined where there is none. */
export function spokenNumber(words: readonly string[]): { value: number; count: number } | undefined {
  let value = 0
  let room = 1000
  let count = 0
  for (const word of words) {
    const part = CARDINALS.get(foldWords(word))
    if (part === undefined || part >= room) break
    value += part
    count++
    room = part >= 100 && part !== 150 ? 100 : part >= 20 && part < 100 ? 10 : 1
  }
  return count === 0 ? undefined : { value, count }
}

const ENGLISH_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ENGLISH = [
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(
    ' ',
  ),
  ...'sixteen seventeen eighteen nineteen'.split(' '),
]

/** `twenty`, `forty five`, `forty-five`. */
function englishNumber([first = '', second = '']: readonly string[]): Count | undefined {
  const [tens = '', ...hyphened] = first.split('-')
  const small = ENGLISH.indexOf(first)
  if (small > 0) return { value: small, count: 1 }
  const ten = (ENGLISH_TENS.indexOf(tens) + 2) * 10
  if (ten < 20) return undefined
  const unit = ENGLISH.indexOf(hyphened[0] ?? second)
  const hasUnit = unit > 0 && unit < 10
  if (hyphened.length > 0) return hasUnit ? { value: ten + unit, count: 1 } : undefined
  return hasUnit ? { value: ten + unit, count: 2 } : { value: ten, count: 1 }
}

interface Count {
  value: number
  /** Words that it takes. */
  count: number
}

/** How many of something the first words say in any of the languages: `двадцать пять`, `три с половиной`, `a couple of`. */
export function countSaid(words: readonly string[]): Count | undefined {
  const couple = /^(?:a )?couple of(?= )/.exec(words.join(' '))?.[0]
  if (couple !== undefined) return { value: 2, count: couple.split(' ').length }
  const said = /^\d/.test(words[0] ?? '') ? undefined : (group(words) ?? englishNumber(words))
  const pair = countOf(words[0] ?? '')
  return said ?? (pair === undefined ? undefined : { value: pair, count: 1 })
}

/** `сто двадцать`, `полторы`, `две с половиной`, `40`, `пол` before what they count. */
function group(words: readonly string[]): { value: number; count: number; isWord: boolean } | undefined {
  const [first = ''] = words
  const folded = foldWords(first)
  if (AND_A_HALF.test(folded)) return { value: 1.5, count: 1, isWord: true }
  if (/^(?:пол|пів)$/.test(folded)) return { value: 0.5, count: 1, isWord: true }
  const said = spokenNumber(words)
  if (said !== undefined) {
    const half = words.slice(said.count, said.count + 2).map(foldWords)
    const isHalf = /^(?:с половиной|з половиною)$/.test(half.join(' '))
    return { value: said.value + (isHalf ? 0.5 : 0), count: said.count + (isHalf ? 2 : 0), isWord: true }
  }
  return /^\d{1,3}(?:[.,]\d{1,2})?$/.test(first)
    ? { value: Number(first.replace(',', '.')), count: 1, isWord: false }
    : undefined
}

const SCALES = [
  { word: MILLION, size: 1_000_000 },
  { word: THOUSAND, size: 1000 },
] as const
/** `тысяч` before a number: about so many of them. */
const TURNED = /(?:ч|щ|ов|ів)$/

/** `тыщ на 300`, `миллиона на полтора`. */
const FOR = /^(?:на|в)$/iu

/** One of them, without a number. */
const ONE = /^(?:тысяч[ау]|тыщ[ау]|миллион|тисяч[ау]|мільйон)$/

interface Sum {
  /** In whole units; undefined for what is said in figures alone, and is none. */
  value: number | undefined
  /** Words that it takes. */
  count: number
}

/** A sum that begins with the first of the words. */
function sumAt(words: readonly string[]): Sum | undefined {
  const sum = { value: 0, count: 0 }
  let isSpoken = false
  for (const { word, size } of SCALES) {
    const rest = words.slice(sum.count)
    const many = group(rest)
    const scale = foldWords(rest[many?.count ?? 0] ?? '')
    if (!word.test(scale)) continue
    if (many === undefined && (TURNED.test(scale) || FOR.test(rest[1] ?? '')))
      return sum.count === 0 ? turned(rest, size) : undefined
    isSpoken ||= sum.count > 0 || many?.isWord !== false || scale.startsWith('тыщ')
    sum.value += (many?.value ?? 1) * size
    sum.count += (many?.count ?? 0) + 1
  }
  if (sum.count === 0) return undefined
  const tail = group(words.slice(sum.count))
  if (tail !== undefined && endsAt(words, sum.count + tail.count)) {
    // `миллион двести` is a million and two hundred thousand.
    sum.value += tail.value * (sum.value % 1_000_000 === 0 ? 1000 : 1)
    sum.count += tail.count
    isSpoken = true
  }
  const isSum = isSpoken && (sum.count > 1 || (ONE.test(foldWords(words[0] ?? '')) && endsAt(words, 1)))
  return { value: isSum ? sum.value : undefined, count: sum.count }
}

function turned(words: readonly string[], size: number): Sum | undefined {
  const from = FOR.test(words[1] ?? '') ? 2 : 1
  const behind = group(words.slice(from))
  return behind && { value: behind.value * size, count: behind.count + from }
}

function endsAt(words: readonly string[], at: number): boolean {
  const next = words[at]
  return next === undefined || MONEY.test(foldWords(next))
}

const HALF_OF = /(?<!\p{L})(пол|пів)(?=миллион|мільйон|млн|тысяч|тыщ|тисяч)/giu

/** `сто двадцать тысяч` as `120 тыс`, wherever it stands in a text; what is said in figures stays. */
export function sumsInFigures(text: string): string {
  const words = text.replace(HALF_OF, '$1 ').split(/\s+/)
  const told: string[] = []
  let isChanged = false
  for (let at = 0; at < words.length; ) {
    const { value, count } = sumAt(words.slice(at)) ?? { count: 1 }
    told.push(...(value === undefined ? words.slice(at, at + count) : [figures(value)]))
    at += count
    isChanged ||= value !== undefined
  }
  return isChanged ? told.join(' ') : text
}

function figures(value: number): string {
  if (value % 10_000 === 0 && value >= 1_000_000) return `${value / 1_000_000} млн`.replace('.', ',')
  return value % 1000 === 0 ? `${value / 1000} тыс` : `${value}`
}
