import type { ActivityKind } from '../../domain/activity.ts'
import { isOursToMake, neededOf } from '../../domain/needed.ts'
import { TO_DO } from '../../domain/quick/entry.ts'
import { deadlineOf } from '../../domain/task.ts'
import { splitWhen } from '../../domain/time/split-when.ts'
import { parseWhen } from '../../domain/time/when.ts'
import { isOver } from '../../domain/touch-words.ts'
import type { Say } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import type { About } from '../../store/touches/writing.ts'
import type { Context } from '../context.ts'
import { askWhen, type NextStep, refuseOtherWeekday, step, stepText, whenAhead } from '../day/next-step.ts'
import { quoted } from '../line/quoted.ts'
import { promisedTask, type Whose } from '../tasks/whose.ts'
import { askUndated, mayAsk } from './asked.ts'
import { BREAK } from './said-next.ts'

/** What was said of a day ahead, or of no day, and is no task. */
export interface Unplanned {
  text: string
  /** `guessed`: it is a task, of a day that nobody named. */
  day: 'named' | 'none' | 'guessed'
}

/** `після свят`, `на тижні`: a time that is no day. */
const NO_DAY =
  /(?:^|\s)(?:(?:після|после|after)(?: the)? (?:нов\p{L}+ (?:року|года)|новорічн\p{L}*|новогодн\p{L}*|різдва|рождества|великодня|пасхи|свят\p{L}*|праздник\p{L}*|відпустк\p{L}*|отпуск\p{L}*|holidays?|vacation|christmas|new year)|на (?:цьому )?тижні|цього тижня|на (?:этой )?неделе|(?:later )?this week|на днях|цими днями|найближчим часом|в ближайшее время|one of these days)(?=$|[\s.,;:!?])/iu

/** What of a text is a time that is no day; undefined where nothing is. */
export function timeWithoutDay(text: string): string | undefined {
  return NO_DAY.exec(text)?.[0]?.trim()
}

/** `передзвонити після свят`: the first part of what was said that names something to do, or a time, and no day. */
function undatedSaid(
  context: Context,
  store: Store,
  text: string,
): { part: string; ours?: Whose | undefined } | undefined {
  const how = whenAhead(context, store)
  const parts = text.split(BREAK).map((part) => {
    const ours = promisedTask(store, part.split(/\s+/))
    if (ours !== undefined) return { ours, isPaper: false, part: ours.text }
    const isPaper = isOursToMake(part)
    return { isPaper, part: isPaper ? neededOf(part) : toDoIn(part) }
  })
  return parts.find(({ part, isPaper, ours }) => {
    const { when, unreadable } = splitWhen(part, how)
    const isMeant =
      isPaper ||
      ours !== undefined ||
      TO_DO.test(part) ||
      timeWithoutDay(part) !== undefined ||
      isMeantAsDay(unreadable)
    return when === null && isMeant && !/^(?:не|not)\s/iu.test(part) && !isOver(part)
  })
}

/** Behind these, it is theirs to do, or was done, or will not be. */
const NOT_OURS =
  /(?:^|\s)(?:не|сам[аи]?|обеща\p{L}*|обіця\p{L}*|должн\p{L}*|мусить|мають|успе\p{L}*|встиг\p{L}*|смог\p{L}*|зміг|змог\p{L}*|удалось|вдалося|мо[жг]\p{L}+|хо[тч]\p{L}+|not|promised to|managed to|wants? to)$/iu
const INFINITIVE = /^\p{Script=Cyrillic}+т[ьи](?:ся|сь)?(?=\s|$)/iu

/** `муж согласен скинуть договор`: from the word on that says what is to be done by us; else the whole. */
function toDoIn(part: string): string {
  if (TO_DO.test(part)) return part
  const words = part.split(/\s+/)
  const at = words.findIndex((word, from) => {
    const isDeed = INFINITIVE.test(word) || /^(?:to|please)$/iu.test(words[from - 1] ?? '')
    return from > 0 && isDeed && TO_DO.test(words.slice(from).join(' '))
  })
  return at < 0 || NOT_OURS.test(words.slice(0, at).join(' ')) ? part : words.slice(at).join(' ')
}

/** `ср 24.11` of a Tuesday. */
function isMeantAsDay(unreadable: string | null): boolean {
  return unreadable !== null && /\p{L}/u.test(unreadable)
}

/**
 * Of what was said without its day, when it is to be: asked, else to be told of. Throws UsageError for a weekday beside a
 * date of another, where nobody can be asked.
 */
export async function readUndated(
  context: Context,
  store: Store,
  kind: ActivityKind,
  said: string,
): Promise<{ next: NextStep | null; unplanned: Unplanned | undefined }> {
  const found = undatedSaid(context, store, said)
  if (found === undefined) return { next: null, unplanned: undefined }
  const { part, ours } = found
  if (kind !== 'note' && mayAsk(context)) {
    const next = await askUndated(context, store, part)
    const theirs = ours === undefined ? {} : { manager: ours.manager, whose: ours.name }
    return { next: next && { ...next, ...theirs }, unplanned: undefined }
  }
  const text = ours === undefined ? part : `${ours.name}: ${part}`
  refuseOtherWeekday(text, whenAhead(context, store))
  return { next: null, unplanned: { text, day: 'none' } }
}

/**
 * A call that they promised is waited for on its day; where none was said it is asked for, else it is tomorrow. Of one in a
 * note, which may be an old one, it is told that it is no task.
 */
export async function readPromise(
  context: Context,
  store: Store,
  kind: ActivityKind,
  said: string,
): Promise<{ next: NextStep | null; unplanned: Unplanned | undefined }> {
  const how = whenAhead(context, store)
  const { when, ...split } = splitWhen(said, how)
  if (kind === 'note') return { next: null, unplanned: { text: said, day: when === null ? 'none' : 'named' } }
  const isAhead = when !== null && deadlineOf(when, how.zone) > how.now
  if (isAhead) return { next: step(stepText(context, split), when), unplanned: undefined }
  const text = stepText(context, { text: said, part: null })
  const { touch, next } = context.words
  if (mayAsk(context))
    return {
      next: step(text, await askWhen(context, how, touch.ask.whenPromised({ text: said }))),
      unplanned: undefined,
    }
  return { next: step(text, parseWhen(next.usually, how)), unplanned: { text: said, day: 'guessed' } }
}

/** Said of what is no task: the command that makes it one; of one whose day nobody named, how another is said. */
export function sayUnplanned(
  { text, day }: Unplanned,
  { contact, company, deal }: About,
  task: number | null,
): Say {
  if (day === 'guessed') return (w) => w.touch.dayGuessed({ id: `t${task}` })
  const whom = contact !== null ? `c${contact}` : company !== null ? `o${company}` : `d${deal}`
  const command = `voronka task add ${quoted(text)} --about ${whom}`
  return (w) => w.touch[day === 'named' ? 'dayUnplanned' : 'dayUnsaid']({ text, command })
}
