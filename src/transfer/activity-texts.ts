import type { ActivityKind, Direction } from '../domain/activity.ts'
import { foldKey } from '../domain/names/name.ts'

/** What systems and people call the kinds of activities; a text may say the direction with it. */
const KINDS: Readonly<Record<ActivityKind, string>> = {
  call: `call|phone call|phone|telephone|calls|cold call|call in|call out|call_in|call_out|звонок|телефонный звонок|звонки|дзвінок|телефонний дзвінок|дзвінки`,
  meeting: `meeting|meetings|event|visit|demo|appointment|lunch|meet|videocall|video call|встреча|встречи|визит|показ|замер|зустріч|зустрічі|візит|замір`,
  email: `email|e mail|mail|letter|emails|mail message|письмо|почта|письма|эл письмо|лист|пошта|листи|ел лист`,
  message: `message|messages|sms|chat|whatsapp|telegram|viber|instagram|messenger|im|сообщение|чат|смс|сообщение в чат|повідомлення`,
  note: `note|notes|comment|common|примечание|заметка|комментарий|обычное примечание|примітка|нотатка|коментар`,
}

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  in: `in|inbound|incoming|received|полученное|полученный|отримане|0|вх|входящий|входящая|входящее|входящие|вхідний|вхідна|вхідне|вхідні`,
  out: `out|outbound|outgoing|sent|отправленное|отправленный|надіслане|1|callback|исх|исходящий|исходящая|исходящее|исходящие|вихідний|вихідна|вихідне|вихідні|вих`,
}
const INTERNAL = table('internal|local|внутренний|внутренние|внутренняя|внутрішній|внутрішні')

const ANSWERED = table(
  `answered|answer|connected|completed|complete|success|successful|yes|normal clearing|принят|отвечен|отвечено|успешный|успешно|успешный звонок|разговор|состоялся|есть|прийнятий|прийнято|відповів|успішний|успішно|відбувся`,
)
const UNANSWERED = table(
  `no answer|noanswer|no_answer|unanswered|not answered|busy|failed|cancel|cancelled|canceled|missed|congestion|chanunavail|abandoned|left voicemail|voicemail|left live message|wrong number|no|нет ответа|не отвечен|не отвечено|не отвеченный|неотвеченный|неотвеченные|пропущен|пропущенный|пропущено|занят|занято|неуспешный|не дозвонились|недозвон|отказ|ошибка|без ответа|немає відповіді|не відповів|пропущений|зайнято|зайнятий|неуспішний|без відповіді`,
)
const HELD = table(
  `held|done|completed|complete|happened|состоялась|проведена|проведено|завершена|відбулася|проведена|проведено`,
)
const NOT_HELD = table(
  `not held|cancelled|canceled|no show|did not happen|did not take place|не состоялась|не проведена|не проведено|отменена|отменено|отменён|отменен|сорвалась|не відбулася|скасована|скасовано|зірвалася`,
)
const PLANNED = table(
  `planned|scheduled|open|to do|назначена|запланирована|запланировано|призначена|запланована|заплановано`,
)

const KIND_OF = byWord(KINDS)
const DIRECTION_OF = byWord(DIRECTIONS)

function table(words: string): ReadonlySet<string> {
  return new Set(words.split('|').map(foldKey))
}

function byWord<T extends string>(words: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  const entries = Object.entries<string>(words) as [T, string][]
  return new Map(
    entries.flatMap(([meaning, list]) => list.split('|').map((word) => [foldKey(word), meaning] as const)),
  )
}

const TASKS = table('task|to do|todo|deadline|follow up|задача|дедлайн|завдання')

/** Whether that kind of a thing to be done is a task, and no call or the like. */
export function isTaskKind(text: string): boolean {
  return TASKS.has(foldKey(text))
}

/** What Bitrix24 writes of calls and letters: on whose part they were. */
const FROM_CLIENT = table('звонок от клиента|письмо от клиента|дзвінок від клієнта|лист від клієнта')
const TO_CLIENT = table('звонок клиенту|письмо клиенту|дзвінок клієнту|лист клієнту')

/** `Входящий звонок` is a call in; so is `Звонок (входящий)`. Undefined for what is neither. */
export function kindOf(text: string): { kind: ActivityKind; direction: Direction | null } | undefined {
  const key = foldKey(text)
  const whole = KIND_OF.get(key)
  if (whole !== undefined)
    return {
      kind: whole,
      direction: /^call (in|out)$/.test(key) ? (key.endsWith('in') ? 'in' : 'out') : null,
    }
  const words = key.split(' ')
  const [first = ''] = words
  const whose = FROM_CLIENT.has(key) ? 'in' : TO_CLIENT.has(key) ? 'out' : undefined
  const named = KIND_OF.get(first)
  if (
    named !== undefined &&
    (whose !== undefined || key === 'встреча с клиентом' || key === 'зустріч з клієнтом')
  )
    return { kind: named, direction: whose ?? null }
  const [, what = '', way = ''] = /^(.+?)\s*\((.+)\)$/.exec(text.trim()) ?? []
  const bracketed = KIND_OF.get(foldKey(what))
  const toward = DIRECTION_OF.get(foldKey(way))
  if (bracketed !== undefined && toward !== undefined) return { kind: bracketed, direction: toward }
  const direction = DIRECTION_OF.get(first)
  const kind = direction === undefined ? undefined : KIND_OF.get(words.slice(1).join(' '))
  return kind === undefined ? undefined : { kind, direction: direction ?? null }
}

/** In a table of calls the kind may be only the way of the call, or that it was missed; undefined for other texts. */
export function callOf(text: string): { kind: 'call'; direction: Direction | null } | undefined {
  const direction = directionOf(text)
  if (direction === 'in' || direction === 'out') return { kind: 'call', direction }
  return direction === 'internal' || isAnswered(text) !== undefined
    ? { kind: 'call', direction: isAnswered(text) === false ? 'in' : null }
    : undefined
}

/** `internal` is a call between colleagues. A text may say more: `Входящий звонок`, `Outbound call`. */
export function directionOf(text: string): Direction | 'internal' | undefined {
  const key = foldKey(text)
  for (const part of [key, ...key.split(' ')]) {
    if (INTERNAL.has(part)) return 'internal'
    const found = DIRECTION_OF.get(part)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether a call was answered, by its disposition or status; undefined for other texts. */
export function isAnswered(text: string): boolean | undefined {
  const key = foldKey(text)
  if (ANSWERED.has(key)) return true
  return UNANSWERED.has(key) ? false : undefined
}

/** What a meeting's state says of it; undefined for other texts. */
export function heldOf(text: string): 'held' | 'planned' | 'not-held' | undefined {
  const key = foldKey(text)
  if (HELD.has(key)) return 'held'
  if (NOT_HELD.has(key)) return 'not-held'
  return PLANNED.has(key) ? 'planned' : undefined
}

const YES = table(
  'yes|true|1|done|завершене|completed|complete|closed|да|выполнена|выполнено|выполнен|готово|завершена|завершено|сделано|закрыта|закрыто|так|виконана|виконано|завершено|зроблено|закрито',
)
const NO = table(
  'no|false|0|open|new|not completed|pending|pending review|declined|ждет выполнения|выполняется|ждет контроля|отклонена|прийняте|виконується|чекає контролю|відкладене|відхилене|прострочене|просрочена|to do|todo|not started|in progress|deferred|waiting for input|waiting|planned|нет|новая|не выполнена|не выполнено|открыта|в работе|ждет|отложена|ні|нове|нова|не виконано|відкрите|відкрита|в роботі|відкладено',
)

/** Whether something is done; undefined for other texts. */
export function isDone(text: string): boolean | undefined {
  const key = foldKey(text)
  if (YES.has(key)) return true
  return NO.has(key) ? false : undefined
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|ч|час\p{L}*|год\p{L}*)(?!\p{L})/u, 3600],
  [/(\d+(?:[.,]\d+)?)\s*(?:m|min|mins|minutes?|мин\p{L}*|хв\p{L}*)(?!\p{L})/u, 60],
  [/(\d+(?:[.,]\d+)?)\s*(?:s|sec|secs|seconds?|сек\p{L}*|с)(?!\p{L})/u, 1],
]

/** Seconds: `75` (of `unit` seconds each), `1:15`, `00:01:15`, `1 мин 15 сек`; undefined for what is none of them. */
export function durationOf(text: string, unit = 1): number | undefined {
  const seconds = secondsOf(text, unit)
  return seconds !== undefined && seconds <= MOST_SECONDS ? seconds : undefined
}

/** Thirty years: nothing that anyone did took longer. */
const MOST_SECONDS = 1_000_000_000

function secondsOf(text: string, unit: number): number | undefined {
  const cell = text.trim().toLowerCase()
  const [, hours, minutes, seconds] = /^(?:(\d{1,4}):)?(\d{1,4}):(\d\d)(?:\.\d+)?$/.exec(cell) ?? []
  if (minutes !== undefined) return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)
  if (/^\d+(?:[.,]\d+)?$/.test(cell)) return Math.round(Number(cell.replace(',', '.')) * unit)
  const parts = UNITS.flatMap(([pattern, size]) => {
    const [, count] = pattern.exec(cell) ?? []
    return count === undefined ? [] : [Number(count.replace(',', '.')) * size]
  })
  return parts.length === 0 ? undefined : Math.round(parts.reduce((a, b) => a + b, 0))
}
