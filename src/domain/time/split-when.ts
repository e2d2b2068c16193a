import { foldWords } from './calendar-words.ts'
import { otherWeekdayIn } from './other-weekday.ts'
import { clockPlainlySaid, hourInPart, windowOf } from './spoken-clock.ts'
import { partOfDay } from './spoken-when.ts'
import { readWhen, type When, type WhenContext } from './when.ts'

/** A text taken apart: what is to be done, and when where it says so. */
export interface SplitWhen {
  /** Without the words of the date; may be empty. */
  text: string
  /** `утром`, `после обеда`: a part of the day that names no hour; null where none was said. */
  part: string | null
  when: When | null
  /** What looks like a date or a time at an end of the text and cannot be read as one; null where nothing does. */
  unreadable: string | null
  /** The day stood between other words: `позвонить в пятницу Иванову`. */
  isInside?: true
}

/** The longest way to write a moment: `на следующей неделе во вторник после обеда`. */
const MOST_WORDS = 8
/** `32.13`, `25:00`, `2026-13-01`: meant as a date or a time, whatever they are. */
const LIKE_DATE = /^(?:\d{1,2}[.:]\d{1,2}(?:[.:]\d{2,4})?|\d{4}-\d{1,2}-\d{1,2})$/
const EDGE = /^[\s,;:\u2013\u2014-]+|[\s,;:\u2013\u2014-]+$/g

/**
 * Parts a text from the moment at its beginning or its end: `перезвонить в пт 10`, `завтра: send the offer`. A day at
 * one end and a time at the other are one moment. Where no day stands at an end, the only one inside is taken.
 */
export function splitWhen(text: string, context: WhenContext): SplitWhen {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  const other = otherWeekdayIn(words.join(' '), (said) => readOnce(said, context))
  if (other !== undefined) return { text: words.join(' '), part: null, when: null, unreadable: other.said }
  const first = edge(words, context, 'start')
  const last = edge(words, context, 'end')
  const mid = first === undefined || last === undefined ? inside(words, context) : undefined
  if (first === undefined && last === undefined) {
    if (mid !== undefined)
      return { text: without(words, mid), part: mid.part, when: mid.when, unreadable: null, isInside: true }
    const odd = [words[0], words.at(-1)].find((word) => LIKE_DATE.test(bare(word)))
    return { text: words.join(' '), part: null, when: null, unreadable: odd ?? null }
  }
  if (first?.count === words.length) return { text: '', part: first.part, when: first.when, unreadable: null }
  const from = first?.count ?? 0
  const until = Math.max(from, words.length - (last?.count ?? 0))
  const rest = words.slice(from, until).join(' ').replace(EDGE, '')
  const ended = mid === undefined ? undefined : withInside(words, mid, first, last, context)
  if (ended !== undefined) return ended
  if (first === undefined || last === undefined)
    return {
      text: rest,
      part: first?.part ?? last?.part ?? null,
      when: first?.when ?? last?.when ?? null,
      unreadable: null,
    }
  const both = together(first, last, context)
  return both === undefined
    ? { text: rest, part: null, when: null, unreadable: `${first.said} … ${last.said}` }
    : {
        text: rest,
        part: partBeside(both, first, last),
        when: both,
        unreadable: null,
      }
}

interface Edge {
  said: string
  when: When
  /** Words that it takes. */
  count: number
  part: string | null
  /** Nothing but a part of the day was said. */
  isPart: boolean
}

/** The longest moment at that end. */
function edge(words: readonly string[], context: WhenContext, end: 'start' | 'end'): Edge | undefined {
  for (let count = Math.min(words.length, MOST_WORDS); count > 0; count--) {
    const said = bare((end === 'start' ? words.slice(0, count) : words.slice(-count)).join(' '))
    const when = readOnce(said, context)
    if (when === undefined) continue
    const folded = foldWords(said)
    if (when.time !== null) return { said, when, count, part: windowOf(folded) ?? null, isPart: false }
    const found = partOfDay(folded)
    return { said, when, count, part: found?.part ?? null, isPart: found?.rest === '' }
  }
  return undefined
}

/** A moment between other words: so many of them from `at` on. */
interface Inside extends Edge {
  at: number
}

/** What a day inside a text begins with. */
const LEAD =
  /^(?:в|во|на|у|к|ко|до|по|о|об|через|чз|за|on|at|by|till|until|in|сегодня|завтра|послезавтра|сьогодні|післязавтра|today|tomorrow|пн|вт|ср|чт|пт|сб|вс|нд)$/iu
/** `27.11`, `27 ноября`. */
const DATE = /^(?:\d\d\.\d\d(?:\.\d{2,4})?(?=\s|$)|\d{1,2} \p{L}{3,})/u
/** An hour or a measure rather than a moment: `в 2 магазина`, `на 1.5 метра`. */
const NUMBER_ALONE = /^(?:\p{L}+ )?\d{1,2}(?:[.,]\d)?$/u
/** Behind these, a day is what is spoken of. */
const SPOKEN_OF =
  /^(?:ли|что|чтобы|если|или|не|чи|що|якщо|або|насчет|насчёт|про|с|со|з|від|от|about|whether|if|or|not|from)$|[,;:!?]$|(?<!тис|тыс|млн|грн|руб|шт)\.$/iu
const WHETHER = /^(?:ли|чи)$/iu
/** A longer text is a story, which tells of many days. */
const MOST_INSIDE = 40

/** The only moment inside a text, ends left aside; undefined for none and for several. */
function inside(words: readonly string[], context: WhenContext): Inside | undefined {
  if (words.length > MOST_INSIDE) return undefined
  const found: Inside[] = []
  for (let at = 1; at < words.length - 1; at++) {
    const isDate = DATE.test(words.slice(at, at + 2).join(' '))
    if (!(isDate || LEAD.test(words[at] ?? '')) || SPOKEN_OF.test(words[at - 1] ?? '')) continue
    const most = Math.min(words.length - 1 - at, MOST_WORDS)
    const one = edge(words.slice(at, at + most), context, 'start')
    if (one === undefined || isNumber(one.said) || WHETHER.test(words[at + one.count] ?? '')) continue
    found.push({ ...one, at })
    at += one.count - 1
  }
  return found.length === 1 ? found[0] : undefined
}

function isNumber(said: string): boolean {
  return NUMBER_ALONE.test(clockPlainlySaid(foldWords(said)))
}

function without(words: readonly string[], { at, count }: Inside): string {
  return words.toSpliced(at, count).join(' ').replace(EDGE, '')
}

/** `позвонить в пятницу Иванову в 15:00`: the day inside and the time at an end are one moment. */
function withInside(
  words: readonly string[],
  mid: Inside,
  first: Edge | undefined,
  last: Edge | undefined,
  context: WhenContext,
): SplitWhen | undefined {
  const end = first ?? last
  if (end === undefined || (first !== undefined && last !== undefined)) return undefined
  const isClock = end.when.precision === 'moment' || end.isPart
  const when = isClock ? together(mid, end, context) : undefined
  const isApart = first === undefined ? mid.at + mid.count <= words.length - end.count : mid.at >= end.count
  if (when === undefined || !isApart) return undefined
  const rest = words.toSpliced(mid.at, mid.count)
  const text = (first === undefined ? rest.slice(0, -end.count) : rest.slice(end.count)).join(' ')
  const part = partBeside(when, mid, end)
  return { text: text.replace(EDGE, ''), part, when, unreadable: null, isInside: true }
}

/** A part of the day beside a day, or the hours between which it is to be. */
function partBeside(when: When, one: Edge, other: Edge): string | null {
  if (when.time === null) return one.part ?? other.part
  const [first, second] = [one, other].map((edge) => (edge.when.time === null ? null : edge.part))
  return first ?? second ?? null
}

/** So many parts are remembered: many lines say the same few days. */
const MOST_KNOWN = 10_000

function readOnce(said: string, context: WhenContext): When | undefined {
  const { known } = context
  if (known === undefined) return readWhen(said, context)
  if (known.has(said)) return known.get(said)
  if (known.size >= MOST_KNOWN) known.clear()
  const when = readWhen(said, context)
  known.set(said, when)
  return when
}

/** A day and a time of day that stand apart; undefined for two days. */
function together(first: Edge, last: Edge, context: WhenContext): When | undefined {
  if (first.isPart !== last.isPart) return besidePart(first, last, context)
  const [day, clock] = first.when.precision === 'day' ? [first, last] : [last, first]
  if (day.when.precision !== 'day' || clock.when.precision !== 'moment') return undefined
  return readWhen(`${day.said} ${clock.said}`, context)
}

/** A part of the day at one end: it tells which seven is meant, and leaves a day as it is. */
function besidePart(first: Edge, last: Edge, context: WhenContext): When {
  const [part, other] = first.isPart ? [first, last] : [last, first]
  if (other.when.time === null) return other.when
  return readWhen(hourInPart(foldWords(part.said), other.said), context) ?? other.when
}

function bare(said: string | undefined): string {
  return (said ?? '').replace(EDGE, '')
}
