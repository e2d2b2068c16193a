import { plural, type Translated } from './translated.ts'

interface Strangers {
  calls: number
  numbers: number
  /** The first of them, `+380… (12)`. */
  first: string
  more: number
}

const en = {
  import:
    'import calls, meetings, e-mails, messages and notes: what a CRM exports, or the log of a telephone exchange',
  list: 'calls, meetings, e-mails, messages and notes, the newest first',
  show: 'one of them',
  rm: 'remove an activity that was written by mistake',
  kindOption: 'what a text means: --kind "Lunch=meeting", "Task=skip" leaves its rows out; may be repeated',
  onlyKind: 'only these: call, meeting, email, message or note',
  onlyManager: 'only those of this manager',
  onlyContact: 'only those with this contact',
  onlyCompany: 'only those with this company',
  onlyDeal: 'only those about this deal',
  period: 'only those of this period',
  noKind: (p: { known: string }) =>
    `Nothing says what it was. Fill the kind in, or say what a blank one means: --kind "=call" (${p.known}, skip)`,
  unknownKind: (p: { text: string; known: string }) =>
    `"${p.text}" is no kind of activity. Say what it is: --kind "${p.text}=meeting" (${p.known}, skip)`,
  badKind: (p: { text: string; known: string }) =>
    `--kind takes TEXT=KIND with one of ${p.known}, not "${p.text}"`,
  badOnlyKind: (p: { text: string; known: string }) => `--kind takes one of ${p.known}, not "${p.text}"`,
  noKindColumn: (p: { known: string }) =>
    `No column says what the activities are. Say it of all: --set kind=call (${p.known}), or name the column: --map kind=HEADER`,
  noAtColumn: 'No column says when it was. Name it: --map at=HEADER',
  unknownDirection: (p: { text: string }) =>
    `"${p.text}" is neither in nor out. Correct it, or --ignore the column`,
  noDirection:
    'Neither side is an extension, so it is not known who called whom. Say it of all rows: --set direction=in|out',
  unreadableDuration: (p: { text: string }) => `"${p.text}" is no duration: seconds, 1:15 or 00:01:15`,
  strangeEnd: 'The end is before the start, or more than a day after it: no duration is taken',
  existsAlready: (p: { id: string }) =>
    `It is there already (${p.id}). Update it: --on-existing update, or pass over it: --on-existing skip`,
  strangers: (p: Strangers) =>
    `${p.calls} ${p.calls === 1 ? 'row' : 'rows'} with numbers that nobody here has (${p.numbers}): ${p.first}${p.more > 0 ? ` and ${p.more} more` : ''}`,
  whoseNumber: (p: { number: string }) =>
    `Whose number ${p.number} is, nobody has said. If a colleague has it: voronka manager merge NAME ${p.number}`,
  internal: (p: { count: number }) => `Calls between colleagues, passed over: ${p.count}`,
  tasksApart: (p: { count: number }) =>
    `Tasks in the same file, passed over: ${p.count} (they come by voronka import tasks)`,
  notTasks: (p: { count: number }) =>
    `Calls, meetings and the like in the same file, passed over: ${p.count} (they come by voronka import activities)`,
  lost: (p: { count: number }) =>
    `Contacts, companies or deals that are not here, named by rows that are now without them: ${p.count}. Import those first, then this file again`,
  none: () => 'No activities: voronka import activities FILE',
  removed: (p: { id: string; what: string }) => `Removed ${p.id} ${p.what}`,
  at: 'when',
  kind: 'what',
  direction: 'direction',
  outcome: 'outcome',
  duration: 'duration',
  who: 'with',
  text: 'text',
  place: 'place',
  kinds: { call: 'call', meeting: 'meeting', email: 'e-mail', message: 'message', note: 'note' } as Readonly<
    Record<string, string>
  >,
  directions: { in: 'in', out: 'out' } as Readonly<Record<string, string>>,
  outcomes: {
    answered: 'answered',
    'no-answer': 'no answer',
    missed: 'missed',
    planned: 'planned',
    held: 'held',
    'not-held': 'not held',
  } as Readonly<Record<string, string>>,
}

export type ActivitiesWords = typeof en

const ru: ActivitiesWords = {
  import: 'загрузить звонки, встречи, письма, сообщения и заметки: из CRM или из журнала телефонной станции',
  list: 'звонки, встречи, письма, сообщения и заметки, сначала новые',
  show: 'одно из них',
  rm: 'удалить записанное по ошибке',
  kindOption:
    'что значит текст: --kind "Обед=meeting"; "Задача=skip" — не брать такие строки; можно несколько раз',
  onlyKind: 'только такие: call, meeting, email, message или note',
  onlyManager: 'только этого менеджера',
  onlyContact: 'только с этим контактом',
  onlyCompany: 'только с этой компанией',
  onlyDeal: 'только по этой сделке',
  period: 'только за этот период',
  noKind: (p) =>
    `Не сказано, что это было. Заполните вид или скажите, что значит пустой: --kind "=call" (${p.known}, skip)`,
  unknownKind: (p) =>
    `«${p.text}» — неизвестный вид действия. Скажите, что это: --kind "${p.text}=meeting" (${p.known}, skip)`,
  badKind: (p) => `--kind принимает ТЕКСТ=ВИД, где вид — один из ${p.known}, а не «${p.text}»`,
  badOnlyKind: (p) => `--kind принимает одно из ${p.known}, а не «${p.text}»`,
  noKindColumn: (p) =>
    `Ни одна колонка не говорит, что это за действия. Скажите для всех: --set kind=call (${p.known}) или назовите колонку: --map kind=КОЛОНКА`,
  noAtColumn: 'Ни одна колонка не говорит, когда это было. Назовите её: --map at=КОЛОНКА',
  unknownDirection: (p) =>
    `«${p.text}» — это не входящий и не исходящий. Исправьте или пропустите колонку: --ignore`,
  noDirection:
    'Ни одна из сторон не внутренний номер: неясно, кто кому звонил. Скажите для всех строк: --set direction=in|out',
  unreadableDuration: (p) => `«${p.text}» — не длительность: нужны секунды, 1:15 или 00:01:15`,
  strangeEnd: 'Конец раньше начала или позже его больше чем на сутки: длительность не взята',
  existsAlready: (p) =>
    `Такая запись уже есть (${p.id}). Обновить её: --on-existing update, пропустить: --on-existing skip`,
  strangers: (p) =>
    `${p.calls} ${plural(p.calls, 'строка', 'строки', 'строк')} с номерами, которых ни у кого нет (${p.numbers}): ${p.first}${p.more > 0 ? ` и ещё ${p.more}` : ''}`,
  whoseNumber: (p) =>
    `Чей номер ${p.number}, не сказано. Если у сотрудника уже есть запись: voronka manager merge ИМЯ ${p.number}`,
  internal: (p) => `Звонки между сотрудниками, пропущены: ${p.count}`,
  tasksApart: (p) => `Задачи в том же файле, пропущены: ${p.count} (их загружает voronka import tasks)`,
  notTasks: (p) =>
    `Звонки, встречи и подобное в том же файле, пропущены: ${p.count} (их загружает voronka import activities)`,
  lost: (p) =>
    `Строк, которые называют контакт, компанию или сделку, которых здесь нет: ${p.count}; взяты без них. Загрузите сначала их, потом этот файл ещё раз`,
  none: () => 'Действий нет: voronka import activities ФАЙЛ',
  removed: (p) => `Удалено: ${p.id} ${p.what}`,
  at: 'когда',
  kind: 'что',
  direction: 'направление',
  outcome: 'итог',
  duration: 'длилось',
  who: 'с кем',
  text: 'текст',
  place: 'место',
  kinds: { call: 'звонок', meeting: 'встреча', email: 'письмо', message: 'сообщение', note: 'заметка' },
  directions: { in: 'вх.', out: 'исх.' },
  outcomes: {
    answered: 'отвечен',
    'no-answer': 'недозвон',
    missed: 'пропущен',
    planned: 'назначена',
    held: 'состоялась',
    'not-held': 'не состоялась',
  },
}

const uk: ActivitiesWords = {
  import:
    'завантажити дзвінки, зустрічі, листи, повідомлення й нотатки: з CRM або з журналу телефонної станції',
  list: 'дзвінки, зустрічі, листи, повідомлення й нотатки, спершу нові',
  show: 'одне з них',
  rm: 'вилучити записане помилково',
  kindOption:
    'що означає текст: --kind "Обід=meeting"; "Завдання=skip" — не брати такі рядки; можна кілька разів',
  onlyKind: 'лише такі: call, meeting, email, message або note',
  onlyManager: 'лише цього менеджера',
  onlyContact: 'лише з цим контактом',
  onlyCompany: 'лише з цією компанією',
  onlyDeal: 'лише за цією угодою',
  period: 'лише за цей період',
  noKind: (p) =>
    `Не сказано, що це було. Заповніть вид або скажіть, що означає порожній: --kind "=call" (${p.known}, skip)`,
  unknownKind: (p) =>
    `«${p.text}» — невідомий вид дії. Скажіть, що це: --kind "${p.text}=meeting" (${p.known}, skip)`,
  badKind: (p) => `--kind приймає ТЕКСТ=ВИД, де вид — один із ${p.known}, а не «${p.text}»`,
  badOnlyKind: (p) => `--kind приймає одне з ${p.known}, а не «${p.text}»`,
  noKindColumn: (p) =>
    `Жодна колонка не каже, що це за дії. Скажіть для всіх: --set kind=call (${p.known}) або назвіть колонку: --map kind=КОЛОНКА`,
  noAtColumn: 'Жодна колонка не каже, коли це було. Назвіть її: --map at=КОЛОНКА',
  unknownDirection: (p) =>
    `«${p.text}» — це не вхідний і не вихідний. Виправте або пропустіть колонку: --ignore`,
  noDirection:
    'Жодна зі сторін не є внутрішнім номером: неясно, хто кому дзвонив. Скажіть для всіх рядків: --set direction=in|out',
  unreadableDuration: (p) => `«${p.text}» — не тривалість: потрібні секунди, 1:15 або 00:01:15`,
  strangeEnd: 'Кінець раніше за початок або пізніше за нього більш ніж на добу: тривалість не взято',
  existsAlready: (p) =>
    `Такий запис уже є (${p.id}). Оновити його: --on-existing update, пропустити: --on-existing skip`,
  strangers: (p) =>
    `${p.calls} ${plural(p.calls, 'рядок', 'рядки', 'рядків')} з номерами, яких ні в кого немає (${p.numbers}): ${p.first}${p.more > 0 ? ` і ще ${p.more}` : ''}`,
  whoseNumber: (p) =>
    `Чий номер ${p.number}, не сказано. Якщо співробітника вже записано: voronka manager merge ІМ’Я ${p.number}`,
  internal: (p) => `Дзвінки між співробітниками, пропущені: ${p.count}`,
  tasksApart: (p) =>
    `Завдання в тому самому файлі, пропущені: ${p.count} (їх завантажує voronka import tasks)`,
  notTasks: (p) =>
    `Дзвінки, зустрічі й подібне в тому самому файлі, пропущені: ${p.count} (їх завантажує voronka import activities)`,
  lost: (p) =>
    `Рядків, що називають контакт, компанію чи угоду, яких тут немає: ${p.count}; взято без них. Завантажте спершу їх, потім цей файл іще раз`,
  none: () => 'Дій немає: voronka import activities ФАЙЛ',
  removed: (p) => `Вилучено: ${p.id} ${p.what}`,
  at: 'коли',
  kind: 'що',
  direction: 'напрямок',
  outcome: 'підсумок',
  duration: 'тривало',
  who: 'з ким',
  text: 'текст',
  place: 'місце',
  kinds: { call: 'дзвінок', meeting: 'зустріч', email: 'лист', message: 'повідомлення', note: 'нотатка' },
  directions: { in: 'вх.', out: 'вих.' },
  outcomes: {
    answered: 'прийнято',
    'no-answer': 'недодзвін',
    missed: 'пропущено',
    planned: 'призначено',
    held: 'відбулася',
    'not-held': 'не відбулася',
  },
}

export const activitiesWords: Translated<ActivitiesWords> = { en, ru, uk }
