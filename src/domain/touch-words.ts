import { type ActivityKind, type Direction, NOT_HELD } from './activity.ts'
import { senderOf, THEY } from './touch-sender.ts'

/** What the first words of an activity's text say of it, and the text that is left. */
export interface TouchWords {
  direction: Direction | null
  /** One of `ACTIVITY_OUTCOMES`, or the words themselves. */
  outcome: string | null
  /** Without those words; may be empty. */
  rest: string
}

interface Phrase {
  pattern: RegExp
  direction?: Direction
  /** `own` stands for the words themselves. */
  outcome?: 'answered' | 'no-answer' | 'missed' | typeof NOT_HELD | 'own'
}

const CONTACT_VERBS =
  'перезвон|позвон|созвон|набра(?:ть|ти)|набери|наберу|написать|отправить|прислать|выслать|скинуть|напомн|связаться|' +
  "передзвон|подзвон|зателефон|перетелефон|набрати|надісл|відправити|вислати|скинути|написати|нагада|зв['’ʼ]?язатис[яь]|" +
  'call|write to|send|remind|get back|follow up'
/** The beginning of a word that says what is to be done; `позвонила` is past. */
export const TO_DO_NOW = `(?!\\p{L}+(?:[аеиіїоуюя](?:л[аио]?|в)(?:с[ья])?|ed)(?![\\p{L}]))(?:${CONTACT_VERBS})`

const THEY_CALL =
  '(?:(?:пере|по|со)звон(?:ит|ят)|(?:пере|по|за)?дзвон(?:ить|ять)|(?:за|пере)телефону(?:є|ють)|набер[её]т|набере|will call back|calls back)'
const THEIRS = new RegExp(
  `^(?:(?:${THEY}) )?(?:сам[аиі]? )?${THEY_CALL}(?=$|[\\s.,;:!?])|^${THEY}(?:[’']ll| will) (?:call|ring|phone)(?=\\s|$)`,
  'iu',
)

/** `вона передзвонить`, `will call back`: what somebody else is to do, and we wait for. */
export function isTheirCall(text: string): boolean {
  return THEIRS.test(text)
}

const PROMISED =
  /(?:^|\s)(?:по)?(?:обеща(?:л[аи]?|[её]т|ют)|обіця(?:в|л[аи]|є|ють)|promised to)\s+(?:\S+\s+){0,2}?(?:(?:пере|по)?звонить|набрать|(?:пере|по|за)?дзвонити|(?:за|пере)телефонувати|набрати|call|ring|phone)(?=$|[\s.,;:!?])/iu
const SAID_THAT = /^(?:\S+ )?(?:что|що|that) (?=\S)/iu
const BROKEN =
  /(?:^|\s)не (?:пере|по|за)?(?:звонил|дзвони[вл]|телефонува[вл]|набра[вл])|did(?:n['’]t| not) call/iu

/** `обещал перезвонить`, `перезвонит`: the part of what was said in which somebody promises a call; not one that was not kept. */
export function promisedCall(parts: readonly string[]): string | undefined {
  if (parts.some((part) => BROKEN.test(part))) return undefined
  return parts.find((part) => isTheirCall(part.replace(SAID_THAT, '')) || PROMISED.test(part))
}

const CALLING =
  /^(?:(?:ждём|чекаємо|waiting): (?:\S+ ){0,2}?)?(?:(?:по|пере|со)?звон|набра(?:ть|ти)|набери|набер[её]т|дозвон|(?:пере|по|за)?дзвон|(?:пере)?дзвін|зателефон|(?:call|phone|ring|calls)(?=$|[\s,.:]))/iu

/** Whether a task is no more than to wait for what somebody promised. */
export function isWaitedFor(task: string): boolean {
  return /^(?:ждём|чекаємо|waiting): /.test(task)
}

/** Whether what is to be done is a call. */
export function isCalling(text: string): boolean {
  return CALLING.test(text)
}

const IN_TOUCH = /^(?:связаться|зв['’ʼ]язатися|get in touch)(?=\s|$)/iu

/** Whether a text says no more than that somebody is to be reached: not what about. */
export function isBareTouch(text: string): boolean {
  return text === '' || IN_TOUCH.test(text) || (isCalling(text) && text.split(' ').length <= 2)
}

const SPAM =
  /(?:^|\s)(?:спам\p{L}*|реклам\p{L}*|spam|telemarket\p{L}*|ошиб\p{L}* номером|номером ошиб\p{L}*|помили\p{L}* номером|номером помили\p{L}*|не туда попал\p{L}*|не туди потрапи\p{L}*|wrong number)(?=$|[\s.,;:!?])/iu

/** Whether what was said of a caller is that it was nobody to know. */
export function isSpam(text: string): boolean {
  return SPAM.test(text)
}

const PAST = /\s\p{L}+(?:л|ла|ло|ли|лся|лась|лись|[аиуюя]в|вся|лася|лися)(?=[\s.,;:!?]|$)/iu

/** `замер сделали, 3 м`: what was done, whenever it was. */
export function isOver(text: string): boolean {
  return PAST.test(text)
}

/** `вх.`, `входящий звонок`: words that are no part of what was said, whatever follows. */
function sure(words: string): RegExp {
  return new RegExp(`^(?:${words})(?=$|[\\s.,;:!?–—-])`, 'iu')
}

/** `не ответил`, but not `не ответил на письмо`: such only where nothing follows, a comma, or what is to be done. */
function alone(words: string): RegExp {
  return new RegExp(`^(?:${words})(?=\\s*(?:$|[.,;!–—-])|\\s+(?:${TO_DO_NOW}|(?:${LATER})(?:\\s|$)))`, 'iu')
}

const LATER = 'завтра|послезавтра|через|післязавтра|tomorrow'

const ITSELF =
  '(?:\\s+(?:звонок|дзвінок|call|письмо|лист|сообщение|повідомлення|message|e-?mail)(?=$|[\\s.,;:!?]))?'
const RECEIVER = '(?: (?:трубку|слухавку|телефон))'

const THEM = '(?:його|її|їх|нього|неї|них|его|её|ее|их|клі[єе]нт\\p{L}*|клиент\\p{L}*)'
const WHOSE = `(?:(?:${THEM}|наш|від ${THEM}|от (?:него|не[её]|них)|his|her|their|the|a|an incoming) )`
/** `набирав нас`: they called. */
const THEY_CALLED = `(?:(?:${THEY} )?(?:(?:пере|по)?звони|(?:пере|по|за)?дзвони|(?:за)?телефонува|набра|набира)(?:л[аи]?|в)(?: (?:нам|нас|мне|мені|меня|мене))?|(?:${THEY} )?(?:called|rang|phoned)(?: (?:us|me))?)`
/** Only whoever is called does not hear it, or is too late. */
const WE_DID_NOT = `(?:не (?:(?:по)?чу(?:в|л[аи])|(?:у)?слыша?л[аи]?|встиг(?:л[аи])?(?: (?:взяти|підняти|відповісти))?|успел[аи]?(?: (?:взять|поднять|снять|ответить))?)${RECEIVER}?(?: (?:звонка?|звонок|дзвінка|дзвінок))?(?=\\s*(?:$|[.,;!–—-]))|(?:did(?:n['’]t| not) hear|could(?:n['’]t| not) (?:pick up|answer|get to))(?: (?:it|the (?:phone|call)))?)`

const DIRECTED: readonly Phrase[] = [
  {
    pattern: sure(`(?:вх|вход|входящ(?:ий|ая|ее)|вхідн(?:ий|а|е)|incoming|inbound)${ITSELF}`),
    direction: 'in',
  },
  {
    pattern: sure(
      'сам[аи]? (?:пере|по)?звонил[аи]?|(?:пере|по)звонил[аи]? сам[аи]?|' +
        'сам[аі]? (?:(?:пере|по)дзвони(?:в|ла|ли)|(?:за|пере)?телефонува(?:в|ла|ли))|' +
        '(?:(?:пере|по)дзвони(?:в|ла|ли)|(?:за|пере)?телефонува(?:в|ла|ли)) сам[аі]?|' +
        'сам[аиі]? набра(?:л[аи]?|в|ла|ли)|набра(?:л[аи]?|в|ла|ли) сам[аиі]?',
    ),
    direction: 'in',
  },
  { pattern: sure('от (?:него|не[её]|них)|від (?:нього|неї|них)|from (?:him|her|them)'), direction: 'in' },
  {
    pattern: sure(`(?:исх|исход|исходящ(?:ий|ая|ее)|вих|вихідн(?:ий|а|е)|outgoing|outbound)${ITSELF}`),
    direction: 'out',
  },
]

const OF_CALLS: readonly Phrase[] = [
  { pattern: sure(`(?:пропущенный|пропущений)${ITSELF}|missed call`), outcome: 'missed' },
  {
    pattern: alone(
      'пропущена?|пропущено|(?:мы |я )?пропустил[аи]?|(?:ми |я )?пропустив|(?:we |i )?missed(?: it)?',
    ),
    outcome: 'missed',
  },
  {
    pattern: sure(
      `(?:(?:я|ми|мы) )?пропусти(?:л[аи]?|в) ${WHOSE}?(?:дзвінок|виклик|звонок|вызов)(?: (?:від )?${THEM})?|(?:(?:i|we) )?missed ${WHOSE}?call|` +
        `(?:${THEY_CALLED},? (?:(?:а|але|но|and|but) )?(?:(?:я|ми|мы|i|we) )?)?${WE_DID_NOT}|` +
        `${THEY_CALLED},? (?:(?:а|але|но|and|but) )?(?:я|ми|мы|i|we) (?:не (?:взя(?:л[аи]?|в)|отве(?:тил[аи]?)|відпові(?:в|л[аи])|підня(?:в|л[аи])|поднял[аи]?)${RECEIVER}?|did(?:n['’]t| not) (?:answer|pick up))`,
    ),
    outcome: 'missed',
  },
  {
    pattern: sure(
      `недозвон|недодзвін|недо(?:д)?звони(?:лся|л[аи]сь|вся|вс[яь]|л[аи]ся)|не (?:бер[её]т|берут|взял[аи]?|бере|взяв)${RECEIVER}|did(?:n['’]t| not) pick up`,
    ),
    outcome: 'no-answer',
  },
  {
    pattern: alone(
      `(?:(?:звонил[аи]?|дзвони(?:в|л[аи])|телефонува(?:в|л[аи])|набира(?:в|л[аи]?)|набра(?:в|л[аи]?)),? (?:(?:но|але) )?)?(?:${THEY} )?(?:(?:опять|снова|знову|так и|так і|again|still) )?(?:(?:никто не ответил|ніхто не відповів|не (?:смог(?:ла|ли)?|зміг|змогла|змогли) (?:дозвониться|додзвонити(?:ся|сь))|не (?:поднял[аи]?|поднимает|снимает|підняв|підня(?:ла|ли)|піднімає|знімає)${RECEIVER}?|(?:трубку|слухавку) не (?:поднял[аи]?|поднимает|підняв|підня(?:ла|ли)|піднімає)|не на (?:связи|зв[’']язку)|не (?:ответил[аи]? на звонок|відповів на дзвінок|відповіл[аи] на дзвінок)|не (?:подходит к телефону|підходить до телефону)|(?:телефон )?(?:(?:був|был) )?(?:выключен|вимкнен(?:ий|о))|(?:выключенный|вимкнений) телефон|(?:the |his |her )?phone (?:is |was )?(?:switched |turned )?off|вне зоны(?: доступа)?|поза зоною(?: досяжності)?|нет связи|немає зв[’']язку)|(?:абонент |клиент |клієнт |телефон |трубку |слухавку |пока )?(?:временно |тимчасово )?(?:не (?:ответил[аи]?|отвечает|отвечают|бер[её]т|берут|взял[аи]?|дозвон(?:ил(?:ся|ась|ись)|ився|илася|илися)|відповіл[аи]|відповів|відповідає|бере|взяв|додзвонил(?:ася|ися|ась|ись)|додзвонив(?:ся|сь))${RECEIVER}?|нет ответа|без ответа|немає відповіді|без відповіді|занято|зайнято|недоступ(?:ен|на)|недоступн(?:ий|а)|автоответчик|автовідповідач)|(?:сбросил[аи]?|сбрасывает|скинул[аи]?|скинув|збив|збила)(?:${RECEIVER}| звонок| дзвінок)?|no answer|not answered|did(?:n['’]t| not) answer|no reply|(?:line )?busy|voicemail|(?:they |she |he )?(?:hung up|declined))`,
    ),
    outcome: 'no-answer',
  },
  {
    pattern: alone(
      `дозвон|дозвон(?:ил(?:ся|ась|ись)|ився|илася|илися)|ответил[аи]?|взял[аи]?${RECEIVER}|додзвін|додзвонився|додзвонил(?:ася|ися)|відповіл[аи]|відповів|взяв${RECEIVER}|answered|picked up`,
    ),
    outcome: 'answered',
  },
  {
    pattern: alone(
      "(?:сам[аи]? )?перезвон(?:ит|ят)(?: сам[аи]?)?|(?:сам[аи]? )?передзвон(?:ить|ять)(?: сам[аи]?)?|(?:they |she |he )?(?:will|[’']ll) call back",
    ),
    outcome: 'own',
  },
]

/** Behind `отменила`: what it was. */
const OF_IT = '(?: (?:встречу|визит|зустріч|візит|замер|осмотр|показ|замір|огляд))'

const OF_MEETINGS: readonly Phrase[] = [
  {
    pattern: alone(
      `(?:(?:встреча|замер|осмотр|показ|выезд|при[её]мка|презентация|демонстрация|подписание) )?(?:не состоял(?:ась|ся|ось)|сорвал(?:ась|ся|ось)|(?:отменили|отменила?|отменена|отменил(?:ась|ся))${OF_IT}?)|(?:клиент )?не (?:приш(?:[её]л|ла|ли)|приехал[аи]?|открыл[аи]?)|(?:(?:зустріч|замір|огляд|виїзд|приймання|презентація|демонстрація|підписання) )?(?:не відбул(?:ася|ась|ося|ось)|не відбувся|зірвал(?:ася|ась)|(?:скасува(?:ли|в|ла)|скасован[оа]|відміни(?:ли|в|ла)|відмінен[оа]|відмінил(?:ася|ась)|відмінився)${OF_IT}?)|(?:клієнт )?не (?:прийш(?:ов|ла|ли)|приїха(?:в|ла|ли)|відчини(?:в|ла|ли))|(?:(?:the )?(?:meeting|visit|demo) )?(?:did(?:n['’]t| not) (?:take place|happen|come|show up))|no[- ]show|cancell?ed|called off`,
    ),
    outcome: NOT_HELD,
  },
]

const PHRASES: Readonly<Record<ActivityKind, readonly Phrase[]>> = {
  call: [...DIRECTED, ...OF_CALLS],
  email: DIRECTED,
  message: DIRECTED,
  meeting: OF_MEETINGS,
  note: [],
}

const EDGE = /^[\s.,;:!–—-]+/u

/**
 * Takes the words of direction and outcome off the beginning of a text: `вх пропущенный`, `недозвон, завтра ещё раз`.
 * An e-mail and a message have a direction only; of a meeting it says whether it took place, of a note nothing. Words that contradict what was said
 * before them stay in the text.
 */
export function readTouchWords(text: string, kind: ActivityKind): TouchWords {
  const phrases = PHRASES[kind]
  const read: TouchWords = { direction: null, outcome: null, rest: text.trim() }
  for (;;) {
    const next = phrases.find(({ pattern }) => pattern.test(read.rest))
    const [words] = next?.pattern.exec(read.rest) ?? []
    if (next === undefined || words === undefined)
      return {
        ...read,
        direction: read.direction ?? (read.outcome === null ? senderOf(read.rest, kind) : null),
      }
    const outcome = next.outcome === 'own' ? words.toLowerCase() : (next.outcome ?? null)
    const direction = outcome === 'missed' ? 'in' : (next.direction ?? null)
    if (differ(read.direction, direction) || differ(read.outcome, outcome)) return read
    read.direction ??= direction
    read.outcome ??= outcome
    read.rest = read.rest.slice(words.length).replace(EDGE, '')
  }
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other
}

const PUT_OFF = 'перен[еёоі]с|отлож|откладыва|сдвин|подвин|відкла|посун|reschedul|postpon|put (?:it )?off'
const SAID_PUT_OFF = new RegExp(`(?:^|[\\s,])(?:${PUT_OFF}|moved? (?:it )?to)`, 'iu')
const TO_PUT_OFF = new RegExp(`^(?:(?:${PUT_OFF})\\p{L}*|move(?: it)?)\\s+(?=\\S)`, 'iu')

/** Whether a text says that something is put off: it is not done by that. */
export function isPutOff(text: string | null): boolean {
  return SAID_PUT_OFF.test(text ?? '')
}

/** What follows the words of putting off: `на завтра` of `отложить на завтра`; undefined where none stand first. */
export function putOffTill(text: string): string | undefined {
  const till = text.replace(TO_PUT_OFF, '')
  return till === text ? undefined : till
}
