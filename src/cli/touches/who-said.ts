import type { ActivityKind } from '../../domain/activity.ts'
import { isSurnameBehind, personAt } from '../../domain/names/name-words.ts'
import { parsePhones } from '../../domain/names/phone.ts'
import { readTouchWords } from '../../domain/touch-words.ts'
import { AmbiguousWhom, findWhom, NobodyThere, wordsOfName } from '../../store/naming/whom-naming.ts'
import { phoneRegion } from '../../store/people/contact-keys.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'

const WITH = /^(?:с|со|к|ко|от|з|із|зі|до|від|with|to|from)$/iu
const FROM = /^(?:от|від|from)$/iu
const NAME_ENDS = /(?<=\p{L})[,;:]$/u
const DIGITS = /^\+?\(?\d[\d()./-]*$/

/**
 * The words of a touch, whom it is with in one word in front: a name or a phone of several words that are together one
 * (`Анна Иванова`, `8 916 123 45 67`), behind what says how it went (`пропущенный Анна`).
 */
export function withWho(store: Store, kind: ActivityKind, typed: readonly string[]): string[] {
  const args = typed.length > 1 && WITH.test(typed[0] ?? '') ? typed.slice(1) : typed
  const [first = '', ...rest] = args
  const isHow = rest.length > 0 && !first.includes(' ') && saysHow(first, kind)
  if (isHow) {
    const [who = '', ...words] = withWho(store, kind, rest)
    return [who, `${first.replace(/[,;:]$/, '')},`, ...words]
  }
  const count = args.length > 1 ? (wordsOfPhone(store, args) ?? wordsOfPerson(store, args)) : 1
  const who = args.slice(0, count).join(' ')
  return [args.length > 1 ? who.replace(NAME_ENDS, '') : who, ...args.slice(count)]
}

/**
 * `"Света просит перезвонить"`, whom and what was said in one pair of quotes, as the words they are. What is somebody's
 * name as it stands, may be the longer name of somebody new, or begins with nobody, is left as typed; of a name that
 * nobody has yet a person can be asked.
 */
export function outOfQuotes(
  store: Store,
  kind: ActivityKind,
  [said = '', ...text]: readonly string[],
  mayBeNew: boolean,
): readonly string[] {
  const words = said.trim().split(/ +/)
  if (words.length < 2 || isSomebody(store, said)) return [said, ...text]
  const [who = '', ...rest] = withWho(store, kind, words)
  const isLonger =
    /^\p{Lu}/u.test(rest[0] ?? '') && !/[,;:]$/.test(words[words.length - rest.length - 1] ?? '')
  if (rest.length === 0 || isLonger) return [said, ...text]
  const isNamed = isSomebody(store, who) || (mayBeNew && personAt(who.split(' '), 'start') > 0)
  return isNamed ? [...words, ...text] : [said, ...text]
}

/** Whether one or several records fit, perhaps in another case. */
function isSomebody(store: Store, text: string): boolean {
  try {
    findWhom(store, text)
    return true
  } catch (error) {
    if (error instanceof NobodyThere) return error.key !== null || error.alike.length > 0
    if (error instanceof AmbiguousWhom) return true
    throw error
  }
}

/** How many of the first words are together a name: one that there is, or one with a surname that nobody has. */
function wordsOfPerson(store: Store, words: readonly string[]): number {
  const end = words.findIndex((word) => NAME_ENDS.test(word))
  const named = end < 0 ? words : words.slice(0, end + 1).map((word) => word.replace(NAME_ENDS, ''))
  const count = wordsOfName(store, named)
  return count === 1 && isSurnameBehind(named[0] ?? '', named[1] ?? '') ? 2 : count
}

/** `от Петра: согласен`: it came from them. */
export function cameFrom({ args, options }: Typed, kind: ActivityKind): Typed['options'] {
  const isFrom = args.length > 1 && FROM.test(args[0] ?? '') && !['meeting', 'note'].includes(kind)
  return isFrom && options['out'] === undefined ? { ...options, in: true } : options
}

function saysHow(word: string, kind: ActivityKind): boolean {
  const { direction, outcome, rest } = readTouchWords(word, kind)
  return rest === '' && (direction !== null || outcome !== null)
}

/** How many of the first words are together one number; undefined where the first alone is, or none are. */
function wordsOfPhone(store: Store, words: readonly string[]): number | undefined {
  const end = words.findIndex((word) => !DIGITS.test(word))
  for (let count = end < 0 ? words.length : end; count > 1; count--) {
    const [phone, other] = parsePhones(words.slice(0, count).join(' '), phoneRegion(store))
    if (other === undefined && (phone?.e164 ?? null) !== null) return count
  }
  return undefined
}
