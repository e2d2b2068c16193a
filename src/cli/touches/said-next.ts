import { neededOf } from '../../domain/needed.ts'
import { callNotBefore } from '../../domain/not-before.ts'
import { isMeetingOrVisit, TO_DO } from '../../domain/quick/entry.ts'
import { deadlineOf } from '../../domain/task.ts'
import { isHourAlone, withoutFormer } from '../../domain/time/former.ts'
import { splitWhen } from '../../domain/time/split-when.ts'
import type { WhenContext } from '../../domain/time/when.ts'
import { DAY } from '../../domain/time/zone.ts'
import { isOver, isTheirCall } from '../../domain/touch-words.ts'
import { managerInForm } from '../../store/naming/quick-lookup.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { type NextStep, readNext, step, stepText, whenAhead } from '../day/next-step.ts'
import { promisedTask } from '../tasks/whose.ts'

/** `во вторник, 24-го`: no parts. */
const OF_DAY =
  '(?!(?<=(?:понедел|вторн|сред|четверг|пятниц|суббот|воскрес|понеділ|вівтор|серед|четвер|ятниц|субот|неділ|day|\\s[пвсчн][нтрбсд])\\p{L}{0,4},) ?\\d)'
/** Between the parts of what was said: a comma, a full stop that ends a word and no abbreviation. */
export const BREAK = new RegExp(
  `\\s*(?:[;\\n]|(?<=[\\p{L}]{4}|[%)»"!?])[.!?](?=\\s)|,(?!\\d)${OF_DAY}|(?<!\\d),${OF_DAY})\\s*`,
  'iu',
)

/** The text beside `--next`, or what of it comes next; `ofDay` is what a day or an hour alone is for. */
export async function readWithNext(
  context: Context,
  store: Store,
  typed: Typed,
  text: string,
  ofDay?: string,
): Promise<{ text: string; next: NextStep | null }> {
  const next = await readNext(context, store, typed)
  return next === null ? partNext(context, store, text, ofDay) : { text, next }
}

/**
 * `занято, перезвонить завтра`: what was said, and what is to be done next where one part of it says that with its day.
 * Such a part is taken out of the text; where it stands among other words, `просит перезвонить завтра`, the text stays.
 */
function partNext(
  context: Context,
  store: Store,
  text: string,
  ofDay: string | undefined,
): { text: string; next: NextStep | null } {
  const how = whenAhead(context, store)
  const parts = text.split(BREAK)
  const steps = parts.map((part) => stepSaid(context, part, how, ofDay))
  const [only, second] = steps.flatMap((one, at) => (one === undefined ? [] : [{ at, next: one }]))
  if (second !== undefined) return { text, next: null }
  if (only !== undefined) {
    const part = parts[only.at] ?? ''
    return { text: THAT.test(part) ? text : withoutPart(text, part), next: only.next }
  }
  const [within, other] = parts.flatMap((part) => stepWithin(context, store, part, how) ?? [])
  return { text, next: within === undefined || other !== undefined ? null : within }
}

function withoutPart(text: string, part: string): string {
  const at = text.indexOf(part)
  const [before, after] = [text.slice(0, at), text.slice(at + part.length)]
  return after === '' ? before.replace(/[\s,;.:–—-]+$/u, '') : `${before}${after.replace(/^[\s,;.!?]+/u, '')}`
}

const AGAIN =
  /^(?:(?:(?:по|с)пробую )?(?:ещ[её] раз|снова|ще раз|знову)|(?:по|с)пробую|again|once more|will try(?: again)?)$/iu

/** `ещё раз`: what was tried is to be tried again. */
export function isAgain(text: string): boolean {
  return AGAIN.test(text)
}

function stepSaid(context: Context, part: string, how: WhenContext, ofDay?: string): NextStep | undefined {
  const said = withoutFormer(part.replace(THAT, ''), how)
  const { when, ...split } = splitWhen(said, how)
  const isToDo = [part, split.text].some(
    (text) =>
      TO_DO.test(text) || isTheirCall(text) || (isMeetingOrVisit(text) && !isOver(text)) || AGAIN.test(text),
  )
  const isDay = ofDay !== undefined && split.text === ''
  if (!(isToDo || isDay) || when === null || deadlineOf(when, how.zone) <= how.now) return undefined
  const next = step(stepText(context, isDay ? { ...split, text: ofDay } : split), when)
  return { ...next, isHourAlone: isHourAlone(said, how) }
}

const THAT = /^(?:що|что|that) /iu

/** What they do or promise themselves, and what is not to be done. */
const THEIRS =
  /(?:^|\s)(?:не|сам[аи]?|обеща\p{L}*|обіця\p{L}*|должн\p{L}*|мусить|мають|not|will|promised to)$/iu
/** `перезвонит` is what somebody else does. */
const THIRD_PERSON = /^\p{L}+(?:[ияе]т|[ую]т)(?:ся)?(?=\s|$)/iu

/** `просит перезвонить завтра в 11`: from the word on that says what is to be done, or what they promise to. */
function stepWithin(context: Context, store: Store, part: string, how: WhenContext): NextStep | undefined {
  const words = part.split(/\s+/)
  const ours = stepOfOurs(context, store, words, how)
  if (ours !== undefined) return ours
  for (let at = 1; at < words.length; at++) {
    const rest = words.slice(at).join(' ')
    if (isTheirCall(rest))
      return isOfUs(store, words[at - 1] ?? '') ? undefined : stepSaid(context, rest, how)
    if (!TO_DO.test(rest) && !isMeetingOrVisit(rest)) continue
    if (THIRD_PERSON.test(rest) || THEIRS.test(words.slice(0, at).join(' '))) return undefined
    return stepSaid(context, rest, how)
  }
  return undefined
}

/** `Леся передзвонить у середу`, with its day. */
function stepOfOurs(
  context: Context,
  store: Store,
  words: readonly string[],
  how: WhenContext,
): NextStep | undefined {
  const { manager, name: whose, text: deed } = promisedTask(store, words) ?? {}
  if (manager === undefined || whose === undefined || deed === undefined) return undefined
  const { when, ...split } = splitWhen(withoutFormer(deed, how), how)
  if (when === null || deadlineOf(when, how.zone) <= how.now) return undefined
  return { ...step(stepText(context, split), when), manager, whose }
}

/** `Леся передзвонить`: of us somebody, or nobody. */
function isOfUs(store: Store, word: string): boolean {
  return /^(?:не|not|ми|мы|we|я|i)$/iu.test(word) || managerInForm(store, word, true) !== undefined
}

/** Days further off than this are spoken of, not agreed on. */
const FURTHEST = 60

/** A day ahead that is named though nothing is said to be done then. */
export interface DayNamed {
  /** The part of the text that names it. */
  said: string
  next: NextStep
  /** Whether it says what is to be done. */
  isDeed: boolean
}

/** `договорились на пятницу в 10`: the only day ahead of what was said, on which perhaps something is to be done. */
export function dayNamed(
  context: Context,
  store: Store,
  text: string,
  isNote: boolean,
): DayNamed | undefined {
  const how = whenAhead(context, store)
  const latest = how.now + FURTHEST * DAY
  const days = text
    .split(BREAK)
    .map(neededOf)
    .flatMap((said) => {
      const meant = callNotBefore(said) ?? withoutFormer(said, how)
      const { when, ...split } = splitWhen(meant, how)
      const isAhead = when !== null && deadlineOf(when, how.zone) > how.now && when.at < latest
      const isNot = /^(?:не|not)\s/iu.test(meant) || isOver(split.text)
      const { text: what, isDeed } = deedIn(split.text)
      // A note of what is so in the morning is no plan for the next.
      const isDay =
        isAhead &&
        !isNot &&
        !(isNote && split.part !== null) &&
        (when.time !== null || (isDeed && split.part !== null) || when.date !== how.zone.dateOf(how.now))
      if (!isDay) return []
      const next = step(stepText(context, { ...split, text: what }), when)
      return [{ said, isDeed, next: { ...next, isHourAlone: isHourAlone(said, how) } }]
    })
  const [only, second] = days.length > 1 ? days.filter(({ isDeed }) => isDeed) : days
  return second === undefined ? only : undefined
}

/** `думает до пятницы`, `договорились на пятницу`: nothing that one could do oneself. */
const THINKING =
  /^(?:(?:(?:по|об)?дума\p{L}*|реша(?:ет|ют)|реш[аи]т|решить|вирішу\p{L}+|(?:is |are )?thinking)(?: (?:над|об|про|about|it|over)(?=\s|$).*)?|жд[уеё]\p{L}*|чека\p{L}*|договорил\p{L}*|услови\p{L}*|домови\p{L}*|посмотр(?:ит|ят)|подив(?:иться|ляться)|ответ(?:ит|ят)|відпові(?:сть|дять)|waiting|agreed)$/iu

/** `обещала выслать`: of what was said, what is to be done. */
function deedIn(text: string): { text: string; isDeed: boolean } {
  const words = text.split(/\s+/)
  const at = words.findIndex((_, from) => TO_DO.test(words.slice(from).join(' ')))
  const isDeed = at >= 0 && !THIRD_PERSON.test(words[at] ?? '')
  if (isDeed) return { text: words.slice(at).join(' '), isDeed }
  return { text: THINKING.test(text) ? '' : text, isDeed }
}
