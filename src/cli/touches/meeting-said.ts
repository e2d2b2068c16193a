import { NOT_HELD } from '../../domain/activity.ts'
import { TO_DO } from '../../domain/quick/entry.ts'
import { foldWords } from '../../domain/time/calendar-words.ts'
import { splitWhen } from '../../domain/time/split-when.ts'
import { minutesBetween } from '../../domain/time/spoken-clock.ts'
import type { WhenContext } from '../../domain/time/when.ts'
import { isOver, readTouchWords } from '../../domain/touch-words.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { refuseOtherWeekday, whenAhead } from '../day/next-step.ts'
import { meant } from '../line/aliases.ts'
import { optional } from '../typed.ts'

const CALLED = [
  '(?:на )?(?:замер|осмотр|показ|при[её]мк[аиу]|подписани[ея]|презентаци[яюи]|демонстраци[яюи])',
  '(?:на )?(?:замір|огляд|приймання|підписання|презентаці[яюї]|демонстраці[яюї])',
  "(?:в|у) (?:них|нас|него|нее|неё|нього|неї|офисе|офісі)|на объекте|на об['’ʼ]єкті|demo|site visit",
  '(?:перенес|договор|назнач|перен[іо]с|домов|признач)\\p{L}*|перен[её]с',
].join('|')
/** What a meeting is called before it is, and that it was put off: with a day behind it, it is to come. */
const TO_COME = new RegExp(`^(?:${CALLED})(?=[\\s,:]|$)`, 'iu')

/**
 * What the text of a meeting says besides, as if flags had said it: when it is, at its beginning (`завтра в 15 у них`) or
 * behind what it is to be (`замер в чт 11:30`); or that it did not take place, and at its end for when it was put off
 * (`не пришли, перенесли на чт 12`). Flags that were given win. Throws UsageError for a weekday beside another's date.
 */
export function withMeetingSaid(context: Context, store: Store, typed: Typed): Typed {
  const [who = '', ...words] = typed.args
  const whole = words.join(' ')
  const options = { ...typed.options }
  const { outcome, rest } = readTouchWords(whole, 'meeting')
  const isOff = outcome === NOT_HELD && options['outcome'] === undefined
  if (isOff) options['outcome'] = outcome
  const how = whenAhead(context, store)
  if (options['at'] === undefined) refuseOtherWeekday(whole, how)
  const { said, behind } = planAndRest(isOff ? rest : whole, how)
  const { when, text, part } = splitWhen(said, how)
  const isPlace = said.endsWith(text) || (said.startsWith(text) && TO_COME.test(text) && !isOver(text))
  const isOfStep = !said.endsWith(text) && TO_DO.test(text.split(PART).at(-1) ?? '')
  const isDated = options['at'] === undefined && when !== null && (isOff || isPlace) && !isOfStep
  const minutes = minutesBetween(foldWords(isDated ? said : (optional(typed, 'at') ?? '')))
  if (isDated) options['at'] = when.time === null ? when.date : `${when.date} ${when.time}`
  if (minutes !== undefined && (!isDated || part !== null)) options['duration'] ??= String(minutes)
  const left = [isDated ? text : said, behind].filter((words) => words !== '').join(', ')
  return { options, args: left === '' ? [who] : [who, left] }
}

const PART = /[,;]\s+/u

/** `замер в чт в 18:30, Ленина 5-12`: what is said behind what it is to be and when, is of the place, and no hours. */
function planAndRest(text: string, how: WhenContext): { said: string; behind: string } {
  const [first = '', ...others] = text.split(PART)
  const isPlan = TO_COME.test(first) && !isOver(first) && splitWhen(hoursLast(first), how).when !== null
  return isPlan && others.length > 0
    ? { said: hoursLast(first), behind: others.join(', ') }
    : { said: hoursLast(text), behind: '' }
}

/** `26-го с 10`: it begins then. */
const SINCE = / (?:с|со|з|із|від|from) (?=\d{1,2}(?::\d\d)?(?: час\p{L}+| утра| дня| годин\p{L}*)?$)/iu

/** `замер 12-13`: at the end of what a meeting is to be, hours are of today. */
function hoursLast(said: string): string {
  const text = said.replace(SINCE, ' в ')
  return TO_COME.test(text) ? text.replace(/ (?=\d{1,2}(?::\d\d)?[-–]\d{1,2}(?::\d\d)?$)/u, ' в ') : text
}

/** `встреча Анна перенесли замер на пт`: nothing but that it will be at another time. */
export const MOVED =
  /^(?:перен[еёіо]с\p{L}*|moved|put off|rescheduled?)(?: (?:the )?(?:замер|встречу|осмотр|показ|визит|замір|зустріч|огляд|візит|visit|meeting))?(?:$|,\s*)/iu

/** What is still to come may be called off; that nobody came is said of what was to be. */
export const CALLED_OFF = /отмен|скас|відмін|cancel|called off/iu

/** `--outcome not-held`, in whatever language. */
export function isNotHeld(typed: Typed): boolean {
  return meant('outcome', optional(typed, 'outcome') ?? '', [NOT_HELD]) !== undefined
}
