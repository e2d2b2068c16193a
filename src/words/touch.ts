import { touchQuestions } from './touch-questions.ts'
import type { Translated } from './translated.ts'

type Table = Readonly<Record<string, string>>

interface Nobody {
  text: string
  /** Names that were perhaps meant. */
  near: readonly string[]
  /** `c3 Anna Fox`: those whose name it nearly is. They are told instead of the others. */
  alike: readonly string[]
}

interface Several {
  text: string
  /** `c5 Anna Fox (Daisy)`, the first few. */
  found: readonly string[]
  count: number
}

/** What was written: its id, and a line of facts. */
interface Written {
  id: string
  facts: string
}

/** A task and when it is due, with the weekday. */
interface Due {
  id: string
  text: string
  when: string
}

interface Left {
  tasks: readonly string[]
  ids: readonly string[]
}

const en = {
  call: 'write down a call: who, what was said, what comes next',
  meet: 'write down a meeting, or plan one',
  mail: 'write down an e-mail',
  message: 'write down a message: SMS, messenger, chat',
  note: 'write down a note on someone',
  doneCommand: 'mark a task as done, or a planned meeting as held',
  at: 'when it was, if not now: "yesterday 15:30", 14.09',
  meetAt: 'when it was, or will be: "tomorrow 15:30", "fri 10"',
  in: 'it came from them',
  out: 'it came from us (the default)',
  outcome: 'how it ended: answered, no-answer, missed, or in your own words',
  meetOutcome: 'how it ended, in your own words; not-held where it did not take place',
  duration: 'how long it took, in minutes: 5 or 1:30',
  deal: 'the deal it is about; none for no deal',
  manager: 'who did it (default: me)',
  meetManager: 'who held it, or will (default: me); a planned one is given to them',
  place: 'where',
  new: 'make the contact where there is none of that name, phone or e-mail',
  nextFlag: 'what is to be done next, and when: "send the offer fri 10"',
  nextText: 'get in touch',
  waiting: (p: { text: string }) => `waiting: ${p.text}`,
  what: {
    'call-in': 'incoming call',
    'call-out': 'call',
    call: 'call',
    'email-in': 'incoming e-mail',
    'email-out': 'e-mail',
    email: 'e-mail',
    'message-in': 'incoming message',
    'message-out': 'outgoing message',
    message: 'message',
    meeting: 'meeting',
    note: 'note',
  } as Table,
  outcomes: {
    answered: 'answered',
    'no-answer': 'no answer',
    missed: 'missed by us',
    planned: 'planned',
    held: 'held',
    'not-held': 'did not take place',
  } as Table,
  minutes: (p: { minutes: string }) => `${p.minutes} min`,
  quoted: (text: string) => `“${text}”`,
  nobodysWork: 'no manager',
  recorded: (p: Written) => `Noted ${p.id}: ${p.facts}`,
  held: (p: Written) => `The planned meeting ${p.id} took place: ${p.facts}`,
  putOff: (p: Written) => `The meeting ${p.id} is put off: ${p.facts}`,
  perhapsOurs: (p: { command: string }) => `Taken as sent by them. If you sent it: ${p.command}`,
  next: (p: Due) => `Next ${p.id}: ${p.when} – ${p.text}`,
  done: (p: { id: string; text: string; facts: string }) =>
    `Done ${p.id} ${p.text}${p.facts === '' ? '' : ` · ${p.facts}`}`,
  doneAlready: (p: { id: string; text: string; when: string | null }) =>
    `${p.id} ${p.text} is done already${p.when === null ? '' : `, since ${p.when}`}`,
  contactMade: (p: { id: string; name: string }) => `New contact ${p.id} ${p.name}`,
  severalDeals: (p: { deals: readonly string[]; count: number }) =>
    `No deal is linked, for several are open: ${p.deals.join(', ')}${p.count > p.deals.length ? '…' : ''}. Name one: --deal`,
  several: ({ text, found, count }: Several) =>
    `"${text}" fits ${count} records: ${found.join(', ')}${count > found.length ? ` and ${count - found.length} more` : ''}. Name one of them exactly`,
  nobody: ({ text, near, alike }: Nobody) =>
    `There is no contact, company or deal "${text}".${alike.length === 0 ? '' : ` Perhaps: ${alike.join(', ')}.`}${near.length === 0 ? '' : ` There ${near.length === 1 ? 'is' : 'are'}: ${near.join(', ')}.`} All of them: voronka contact list`,
  nobodyNew: ({ text, near, alike, command }: Nobody & { command: string }) =>
    `There is no contact, company or deal "${text}".${near.length === 0 ? '' : ` There ${near.length === 1 ? 'is' : 'are'}: ${near.join(', ')}.`} ${alike.length === 0 ? 'To make the contact at once' : `Perhaps it is ${alike.join(', ')}? Name that instead. If it is somebody new`}:\n  ${command}`,
  severalPlanned: (p: { ids: readonly string[] }) =>
    `Several meetings with them are planned for that day: ${p.ids.join(', ')}. Say which took place: voronka done ${p.ids[0]}`,
  stillToCome: (p: { id: string; when: string }) =>
    `${p.id} is planned for ${p.when}, which is still to come. It took place earlier: voronka done ${p.id} --at now; it will not: voronka meet ${p.id} --outcome not-held; another time: voronka task move ${p.id} --to …`,
  heldAlready: (p: { id: string; how: string; when: string; operation: number | null }) =>
    `${p.id} is marked already: ${p.how}, ${p.when}.${p.operation === null ? '' : ` Back to planned: voronka undo ${p.operation}`}`,
  notPlanned: (p: { id: string }) => `${p.id} is no planned meeting. See: voronka activity show ${p.id}`,
  inAndOut: 'It came either from them (--in) or from us (--out)',
  missedOut: 'A call that was missed is theirs: --in. Ours that nobody took: --outcome no-answer',
  inFuture: (p: { when: string }) =>
    `${p.when} is still to come. What is to be done then: --next, or voronka task add; a meeting: voronka meet`,
  badDuration: (p: { text: string }) => `--duration takes minutes like 5 or 1:30, not "${p.text}"`,
  nextUnreadable: (p: { text: string }) =>
    `Cannot read when: “${p.text}”. Write --next "call back fri 10", "tomorrow 15:30 send the offer" or "ask again in 3 months"`,
  nextWithoutDate: (p: { text: string }) =>
    `When is “${p.text}” due? The day stands first or last: --next "call back tomorrow 10:00", "fri after lunch send the offer", "on the 25th", "in 3 days"`,
  dueOver: (p: { when: string }) => `${p.when} is over: write a day or an hour that is still to come`,
  nextOfSeveral: 'What comes next is of one task: mark them as done one at a time',
  tasksLeft: ({ tasks, ids }: Left) =>
    `Still open: ${tasks.join(', ')}. No longer needed: voronka task rm ${ids[0]}; done: voronka done ${ids.join(' ')}`,
  meetingBeside: (p: { id: string; when: string }) =>
    `Another one is planned already: ${p.id}, ${p.when}. To put that off instead: voronka undo, then voronka task move ${p.id} --to …`,
  stands: (p: Due) => `That stands already: ${p.id}, ${p.when}${p.text === '' ? '' : ` – ${p.text}`}`,
  plannedStill: (p: { id: string; when: string }) =>
    `A meeting with them is still planned: ${p.id}, ${p.when}. If it was that one: voronka undo, then voronka done ${p.id}`,
  taskBeside: (p: Due) =>
    `A task with them is open already: ${p.id}, ${p.when} – ${p.text}. Done: voronka done ${p.id}; another day: voronka task move ${p.id}`,
  dayUnplanned: (p: { text: string; command: string }) =>
    `No task: “${p.text}” is only in the text. To be reminded: ${p.command}`,
  notReached: (p: { id: string; text: string }) =>
    `${p.id} ${p.text} stays open: nobody was reached. Another day: voronka task move ${p.id} tomorrow; no longer needed: voronka done ${p.id}`,
  dayGuessed: (p: { id: string }) =>
    `No day was said, so that is tomorrow. Another: voronka task move ${p.id} DAY`,
  dayUnsaid: (p: { text: string; command: string }) =>
    `No task: “${p.text}” says no day. To be reminded: ${p.command} --due DAY`,
  nothingPlanned: (p: { whom: string }) =>
    `Nobody was reached, and nothing is planned. A reminder: voronka task add "call again" --about ${p.whom} --due "tomorrow 10:00"`,
  nothingToDo: 'No open tasks. A new one: voronka task add "call back" --due tomorrow',
  ask: touchQuestions.en,
}

export type TouchWords = typeof en

const ru: TouchWords = {
  call: 'записать звонок: кто, о чём, что дальше',
  meet: 'записать встречу или назначить её',
  mail: 'записать письмо',
  message: 'записать сообщение: SMS, мессенджер, чат',
  note: 'записать заметку о ком-то',
  doneCommand: 'задача выполнена или назначенная встреча состоялась',
  at: 'когда это было, если не сейчас: "вчера 15:30", 14.09',
  meetAt: 'когда была или будет: "завтра 15:30", "пт 10"',
  in: 'от них к нам',
  out: 'от нас к ним (так по умолчанию)',
  outcome: 'чем кончилось: ответил, недозвон, пропущенный или своими словами',
  meetOutcome: 'чем кончилась, своими словами; «не состоялась», если её не было',
  duration: 'сколько длилось, в минутах: 5 или 1:30',
  deal: 'по какой сделке; none — ни по какой',
  manager: 'кто это сделал (по умолчанию: я)',
  meetManager: 'кто её провёл или проведёт (по умолчанию: я); назначенная передаётся ему',
  place: 'где',
  new: 'завести контакт, если такого имени, телефона или почты ещё нет',
  nextFlag: 'что дальше и когда: "отправить договор пт 10"',
  nextText: 'связаться',
  waiting: (p) => `ждём: ${p.text}`,
  what: {
    'call-in': 'входящий звонок',
    'call-out': 'звонок',
    call: 'звонок',
    'email-in': 'входящее письмо',
    'email-out': 'письмо',
    email: 'письмо',
    'message-in': 'входящее сообщение',
    'message-out': 'исходящее сообщение',
    message: 'сообщение',
    meeting: 'встреча',
    note: 'заметка',
  },
  outcomes: {
    answered: 'ответили',
    'no-answer': 'недозвон',
    missed: 'пропущенный',
    planned: 'назначена',
    held: 'состоялась',
    'not-held': 'не состоялась',
  },
  minutes: (p) => `${p.minutes} мин`,
  quoted: (text) => `«${text}»`,
  nobodysWork: 'без менеджера',
  recorded: (p) => `Записано ${p.id}: ${p.facts}`,
  held: (p) => `Встреча ${p.id} состоялась: ${p.facts}`,
  putOff: (p) => `Встреча ${p.id} перенесена: ${p.facts}`,
  perhapsOurs: (p) => `Понято: прислали вам. Если отправили вы: ${p.command}`,
  next: (p) => `Дальше ${p.id}: ${p.when} — ${p.text}`,
  done: (p) => `Готово ${p.id} ${p.text}${p.facts === '' ? '' : ` · ${p.facts}`}`,
  doneAlready: (p) => `${p.id} ${p.text}: уже выполнена${p.when === null ? '' : `, ${p.when}`}`,
  contactMade: (p) => `Новый контакт ${p.id} ${p.name}`,
  severalDeals: (p) =>
    `Сделка не указана, а открытых несколько: ${p.deals.join(', ')}${p.count > p.deals.length ? '…' : ''}. Назвать: --deal`,
  several: ({ text, found, count }) =>
    `«${text}» — подходит не одно (${count}): ${found.join(', ')}${count > found.length ? ` и ещё ${count - found.length}` : ''}. Назовите точнее`,
  nobody: ({ text, near, alike }) =>
    `Нет ни контакта, ни компании, ни сделки «${text}».${alike.length === 0 ? '' : ` Похоже: ${alike.join(', ')}.`}${near.length === 0 ? '' : ` Есть: ${near.join(', ')}.`} Все: voronka contact list`,
  nobodyNew: ({ text, near, alike, command }) =>
    `Нет ни контакта, ни компании, ни сделки «${text}».${near.length === 0 ? '' : ` Есть: ${near.join(', ')}.`} ${alike.length === 0 ? 'Сразу завести контакт' : `Может быть, это ${alike.join(', ')}? Тогда назовите так. Если кто-то новый`}:\n  ${command}`,
  severalPlanned: (p) =>
    `На этот день с ними назначено несколько встреч: ${p.ids.join(', ')}. Какая состоялась: voronka done ${p.ids[0]}`,
  stillToCome: (p) =>
    `Встреча ${p.id} назначена на ${p.when}, это ещё впереди. Состоялась раньше: voronka done ${p.id} --at сейчас; не состоится: voronka meet ${p.id} --outcome "не состоялась"; перенести: voronka task move ${p.id} --to …`,
  heldAlready: (p) =>
    `${p.id} уже отмечена: ${p.how}, ${p.when}.${p.operation === null ? '' : ` Вернуть: voronka undo ${p.operation}`}`,
  notPlanned: (p) => `${p.id} — не назначенная встреча. Смотрите: voronka activity show ${p.id}`,
  inAndOut: 'Либо от них (--in), либо от нас (--out)',
  missedOut: 'Пропущенный бывает только входящий: --in. Не ответили нам — --outcome недозвон',
  inFuture: (p) =>
    `${p.when} ещё не наступило. Что сделать тогда: --next или voronka task add; встреча: voronka meet`,
  badDuration: (p) => `--duration принимает минуты, например 5 или 1:30, а не «${p.text}»`,
  nextUnreadable: (p) =>
    `Непонятно когда: «${p.text}». Можно так: --next "перезвонить пт 10", "завтра 15:30 отправить договор", "спросить снова через 3 месяца"`,
  nextWithoutDate: (p) =>
    `Когда «${p.text}»? День стоит в начале или в конце: --next "перезвонить завтра 10:00", "пт после обеда выслать КП", "25-го", "через 3 дня"`,
  dueOver: (p) => `${p.when} уже позади: нужен день или час, который ещё впереди`,
  nextOfSeveral: 'Что дальше — говорится об одной задаче: отмечайте такие по одной',
  tasksLeft: ({ tasks, ids }) =>
    `Задачи остались: ${tasks.join(', ')}. Больше не нужна: voronka task rm ${ids[0]}; сделано: voronka done ${ids.join(' ')}`,
  meetingBeside: (p) =>
    `С ними уже назначена встреча: ${p.id}, ${p.when}. Если это она и есть: voronka undo, затем voronka task move ${p.id} --to …`,
  stands: (p) => `Это уже назначено: ${p.id}, ${p.when}${p.text === '' ? '' : ` — ${p.text}`}`,
  plannedStill: (p) =>
    `С ними ещё назначена встреча: ${p.id}, ${p.when}. Если это была она: voronka undo, затем voronka done ${p.id}`,
  taskBeside: (p) =>
    `С ними уже открыта задача: ${p.id}, ${p.when} — ${p.text}. Закрыть её: voronka done ${p.id}; перенести: voronka task move ${p.id}`,
  dayUnplanned: (p) => `Задачи нет: «${p.text}» — только в тексте. Напомнит: ${p.command}`,
  notReached: (p) =>
    `${p.id} ${p.text} — не закрыта: не дозвонились. Перенести: voronka task move ${p.id} завтра; больше не нужна: voronka done ${p.id}`,
  dayGuessed: (p) => `День не назван, поэтому завтра. Другой: voronka task move ${p.id} ДЕНЬ`,
  dayUnsaid: (p) => `Задачи нет: «${p.text}» — не сказано, в какой день. Напомнит: ${p.command} --due ДЕНЬ`,
  nothingPlanned: (p) =>
    `Не дозвонились, и дальше ничего не назначено. Напомнит: voronka task add "перезвонить" --about ${p.whom} --due "завтра 10:00"`,
  nothingToDo: 'Открытых задач нет. Новая: voronka task add "перезвонить" --due завтра',
  ask: touchQuestions.ru,
}

const uk: TouchWords = {
  call: 'записати дзвінок: хто, про що, що далі',
  meet: 'записати зустріч або призначити її',
  mail: 'записати лист',
  message: 'записати повідомлення: SMS, месенджер, чат',
  note: 'записати нотатку про когось',
  doneCommand: 'завдання виконано або призначена зустріч відбулася',
  at: 'коли це було, якщо не зараз: "вчора 15:30", 14.09',
  meetAt: 'коли була або буде: "завтра 15:30", "пт 10"',
  in: 'від них до нас',
  out: 'від нас до них (так типово)',
  outcome: 'чим закінчилося: відповів, недодзвін, пропущений або власними словами',
  meetOutcome: 'чим закінчилася, власними словами; «не відбулася», якщо її не було',
  duration: 'скільки тривало, у хвилинах: 5 або 1:30',
  deal: 'за якою угодою; none — за жодною',
  manager: 'хто це зробив (типово: я)',
  meetManager: 'хто її провів або проведе (типово: я); призначена передається йому',
  place: 'де',
  new: 'завести контакт, якщо такого імені, телефону чи пошти ще немає',
  nextFlag: 'що далі й коли: "надіслати договір пт 10"',
  nextText: 'зв’язатися',
  waiting: (p) => `чекаємо: ${p.text}`,
  what: {
    'call-in': 'вхідний дзвінок',
    'call-out': 'дзвінок',
    call: 'дзвінок',
    'email-in': 'вхідний лист',
    'email-out': 'лист',
    email: 'лист',
    'message-in': 'вхідне повідомлення',
    'message-out': 'вихідне повідомлення',
    message: 'повідомлення',
    meeting: 'зустріч',
    note: 'нотатка',
  },
  outcomes: {
    answered: 'відповіли',
    'no-answer': 'недодзвін',
    missed: 'пропущений',
    planned: 'призначена',
    held: 'відбулася',
    'not-held': 'не відбулася',
  },
  minutes: (p) => `${p.minutes} хв`,
  quoted: (text) => `«${text}»`,
  nobodysWork: 'без менеджера',
  recorded: (p) => `Записано ${p.id}: ${p.facts}`,
  held: (p) => `Зустріч ${p.id} відбулася: ${p.facts}`,
  putOff: (p) => `Зустріч ${p.id} перенесено: ${p.facts}`,
  perhapsOurs: (p) => `Зрозуміло так: надіслали вам. Якщо надіслали ви: ${p.command}`,
  next: (p) => `Далі ${p.id}: ${p.when} — ${p.text}`,
  done: (p) => `Готово ${p.id} ${p.text}${p.facts === '' ? '' : ` · ${p.facts}`}`,
  doneAlready: (p) => `${p.id} ${p.text}: уже виконано${p.when === null ? '' : `, ${p.when}`}`,
  contactMade: (p) => `Новий контакт ${p.id} ${p.name}`,
  severalDeals: (p) =>
    `Угоду не вказано, а відкритих кілька: ${p.deals.join(', ')}${p.count > p.deals.length ? '…' : ''}. Назвати: --deal`,
  several: ({ text, found, count }) =>
    `«${text}» — підходить не одне (${count}): ${found.join(', ')}${count > found.length ? ` і ще ${count - found.length}` : ''}. Назвіть точніше`,
  nobody: ({ text, near, alike }) =>
    `Немає ні контакту, ні компанії, ні угоди «${text}».${alike.length === 0 ? '' : ` Схоже: ${alike.join(', ')}.`}${near.length === 0 ? '' : ` Є: ${near.join(', ')}.`} Усі: voronka contact list`,
  nobodyNew: ({ text, near, alike, command }) =>
    `Немає ні контакту, ні компанії, ні угоди «${text}».${near.length === 0 ? '' : ` Є: ${near.join(', ')}.`} ${alike.length === 0 ? 'Одразу завести контакт' : `Може, це ${alike.join(', ')}? Тоді назвіть так. Якщо хтось новий`}:\n  ${command}`,
  severalPlanned: (p) =>
    `На цей день із ними призначено кілька зустрічей: ${p.ids.join(', ')}. Яка відбулася: voronka done ${p.ids[0]}`,
  stillToCome: (p) =>
    `Зустріч ${p.id} призначено на ${p.when}, це ще попереду. Відбулася раніше: voronka done ${p.id} --at зараз; не відбудеться: voronka meet ${p.id} --outcome "не відбулася"; перенести: voronka task move ${p.id} --to …`,
  heldAlready: (p) =>
    `${p.id} уже позначено: ${p.how}, ${p.when}.${p.operation === null ? '' : ` Повернути: voronka undo ${p.operation}`}`,
  notPlanned: (p) => `${p.id} — не призначена зустріч. Дивіться: voronka activity show ${p.id}`,
  inAndOut: 'Або від них (--in), або від нас (--out)',
  missedOut: 'Пропущеним буває лише вхідний: --in. Не відповіли нам — --outcome недодзвін',
  inFuture: (p) =>
    `${p.when} ще не настало. Що зробити тоді: --next або voronka task add; зустріч: voronka meet`,
  badDuration: (p) => `--duration приймає хвилини, наприклад 5 або 1:30, а не «${p.text}»`,
  nextUnreadable: (p) =>
    `Незрозуміло коли: «${p.text}». Можна так: --next "передзвонити пт 10", "завтра 15:30 надіслати договір", "спитати знову через 3 місяці"`,
  nextWithoutDate: (p) =>
    `Коли «${p.text}»? День стоїть на початку або в кінці: --next "передзвонити завтра 10:00", "пт після обіду надіслати КП", "25-го", "через 3 дні"`,
  dueOver: (p) => `${p.when} уже минуло: потрібен день або час, що ще попереду`,
  nextOfSeveral: 'Що далі — кажуть про одне завдання: позначайте такі по одному',
  tasksLeft: ({ tasks, ids }) =>
    `Завдання лишилися: ${tasks.join(', ')}. Більше не потрібне: voronka task rm ${ids[0]}; зроблено: voronka done ${ids.join(' ')}`,
  meetingBeside: (p) =>
    `З ними вже призначено зустріч: ${p.id}, ${p.when}. Якщо це вона і є: voronka undo, потім voronka task move ${p.id} --to …`,
  stands: (p) => `Це вже призначено: ${p.id}, ${p.when}${p.text === '' ? '' : ` — ${p.text}`}`,
  plannedStill: (p) =>
    `З ними ще призначено зустріч: ${p.id}, ${p.when}. Якщо це була вона: voronka undo, потім voronka done ${p.id}`,
  taskBeside: (p) =>
    `З ними вже відкрито завдання: ${p.id}, ${p.when} — ${p.text}. Закрити його: voronka done ${p.id}; перенести: voronka task move ${p.id}`,
  dayUnplanned: (p) => `Завдання немає: «${p.text}» — лише в тексті. Нагадає: ${p.command}`,
  notReached: (p) =>
    `${p.id} ${p.text} — не закрито: не додзвонилися. Перенести: voronka task move ${p.id} завтра; більше не потрібно: voronka done ${p.id}`,
  dayGuessed: (p) => `День не названо, тому завтра. Інший: voronka task move ${p.id} ДЕНЬ`,
  dayUnsaid: (p) => `Завдання немає: «${p.text}» — не сказано, якого дня. Нагадає: ${p.command} --due ДЕНЬ`,
  nothingPlanned: (p) =>
    `Не додзвонилися, і далі нічого не призначено. Нагадає: voronka task add "передзвонити" --about ${p.whom} --due "завтра 10:00"`,
  nothingToDo: 'Відкритих завдань немає. Нове: voronka task add "передзвонити" --due завтра',
  ask: touchQuestions.uk,
}

export const touchWords: Translated<TouchWords> = { en, ru, uk }
