import { foldWords } from './calendar-words.ts'
import { hourInPart, partOfDay } from './spoken-when.ts'
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
}

/** The longest way to write a moment: `на следующей неделе во вторник после обеда`. */
const MOST_WORDS = 8
/** `32.13`, `25:00`, `2026-13-01`: meant as a date or a time, whatever they are. */
const LIKE_DATE = /^(?:\d{1,2}[.:]\d{1,2}(?:[.:]\d{2,4})?|\d{4}-\d{1,2}-\d{1,2})$/
const EDGE = /^[\s,;:\u2013\u2014-]+|[\s,;:\u2013\u2014-]+$/g

/**
 * Parts a text from the moment at its beginning or its end: `перезвонить в пт 10`, `завтра: send the offer`. A day at
 * one end and a time at the other are one moment.
 */
export function splitWhen(text: string, context: WhenContext): SplitWhen {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  const first = edge(words, context, 'start')
  const last = edge(words, context, 'end')
  if (first === undefined && last === undefined) {
    const odd = [words[0], words.at(-1)].find((word) => LIKE_DATE.test(bare(word)))
    return { text: words.join(' '), part: null, when: null, unreadable: odd ?? null }
  }
  if (first?.count === words.length) return { text: '', part: first.part, when: first.when, unreadable: null }
  const from = first?.count ?? 0
  const until = Math.max(from, words.length - (last?.count ?? 0))
  const rest = words.slice(from, until).join(' ').replace(EDGE, '')
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
        part: both.time === null ? (first.part ?? last.part) : null,
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
    const when = readWhen(said, context)
    if (when === undefined) continue
    const found = when.time === null ? partOfDay(foldWords(said)) : undefined
    return { said, when, count, part: found?.part ?? null, isPart: found?.rest === '' }
  }
  return undefined
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
