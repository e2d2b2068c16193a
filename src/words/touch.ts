import type { Translated } from './translated.ts'

type Table = Readonly<Record<string, string>>

interface Nobody {
  text: string
  /** Names that were perhaps meant. */
  near: readonly string[]
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
  place: 'where',
  new: 'make the contact where there is none of that name, phone or e-mail',
  nextFlag: 'what is to be done next, and when: "send the offer fri 10"',
  nextText: 'get in touch',
  what: {
    'call-in': 'incoming call',
    'call-out': 'call',
    call: 'call',
    'email-in': 'incoming e-mail',
    'email-out': 'e-mail',
    email: 'e-mail',
    'message-in': 'incoming message',
    'message-out': 'message',
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
  } as Table,
  minutes: (p: { minutes: string }) => `${p.minutes} min`,
  quoted: (text: string) => `“${text}”`,
  nobodysWork: 'no manager',
  recorded: (p: Written) => `Noted ${p.id}: ${p.facts}`,
  held: (p: Written) => `The planned meeting ${p.id} took place: ${p.facts}`,
  putOff: (p: Written) => `The meeting ${p.id} is put off: ${p.facts}`,
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
  nobody: ({ text, near }: Nobody) =>
    `There is no contact, company or deal "${text}".${near.length === 0 ? '' : ` There ${near.length === 1 ? 'is' : 'are'}: ${near.join(', ')}.`} All of them: voronka contact list`,
  nobodyNew: ({ text, near, command }: Nobody & { command: string }) =>
    `There is no contact, company or deal "${text}".${near.length === 0 ? '' : ` There ${near.length === 1 ? 'is' : 'are'}: ${near.join(', ')}.`} To make the contact at once:\n  ${command}`,
  severalPlanned: (p: { ids: readonly string[] }) =>
    `Several meetings with them are planned for that day: ${p.ids.join(', ')}. Say which took place: voronka done ${p.ids[0]}`,
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
  taskBeside: (p: Due) =>
    `A task with them is open already: ${p.id}, ${p.when} – ${p.text}. Done: voronka done ${p.id}; another day: voronka task move ${p.id}`,
  nothingPlanned:
    'Nobody was reached, and nothing is planned: --next "tomorrow 10 call again" would remind you',
  nothingToDo: 'No open tasks. A new one: voronka task add "call back" --due tomorrow',
  ask: {
    whom: {
      call: 'Whom did you call, or who called?',
      meeting: 'With whom is the meeting?',
      email: 'With whom was the e-mail?',
      message: 'With whom was the message?',
      note: 'On whom is the note?',
    } as Table,
    text: {
      call: 'What was said? (Enter: nothing)',
      meeting: 'What about? (Enter: nothing)',
      email: 'What about? (Enter: nothing)',
      message: 'What about? (Enter: nothing)',
      note: 'What to note?',
    } as Table,
    outcome: 'How did it end?',
    calls: {
      answered: 'we called, they answered',
      noAnswer: 'we called, no answer',
      answeredIn: 'they called, we answered',
      missed: 'they called, we missed it',
    },
    meetingAt: 'When? (Enter: now; tomorrow 15:30, fri 10)',
    next: 'What is next, and when? (call back fri 10; Enter: nothing)',
    nextWhen: (p: { text: string }) => `When: ${p.text}? (tomorrow 10:00, fri, in 3 days)`,
    make: ({ text, near }: Nobody) =>
      `There is no contact "${text}"${near.length === 0 ? '' : ` (there ${near.length === 1 ? 'is' : 'are'}: ${near.join(', ')})`}. Make it?`,
    nameOf: (p: { text: string }) => `Nobody here has ${p.text}. What is the new contact's name?`,
    deal: 'Which deal is it about?',
    noDeal: 'none of them',
    whichDeal: 'Which deal? (number, title or client)',
    whyLost: 'Why was it lost? (Enter: not said)',
    done: 'What is done?',
  },
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
  place: 'где',
  new: 'завести контакт, если такого имени, телефона или почты ещё нет',
  nextFlag: 'что дальше и когда: "отправить договор пт 10"',
  nextText: 'связаться',
  what: {
    'call-in': 'входящий звонок',
    'call-out': 'звонок',
    call: 'звонок',
    'email-in': 'входящее письмо',
    'email-out': 'письмо',
    email: 'письмо',
    'message-in': 'входящее сообщение',
    'message-out': 'сообщение',
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
  },
  minutes: (p) => `${p.minutes} мин`,
  quoted: (text) => `«${text}»`,
  nobodysWork: 'без менеджера',
  recorded: (p) => `Записано ${p.id}: ${p.facts}`,
  held: (p) => `Встреча ${p.id} состоялась: ${p.facts}`,
  putOff: (p) => `Встреча ${p.id} перенесена: ${p.facts}`,
  next: (p) => `Дальше ${p.id}: ${p.when} — ${p.text}`,
  done: (p) => `Готово ${p.id} ${p.text}${p.facts === '' ? '' : ` · ${p.facts}`}`,
  doneAlready: (p) => `${p.id} ${p.text}: уже выполнена${p.when === null ? '' : `, ${p.when}`}`,
  contactMade: (p) => `Новый контакт ${p.id} ${p.name}`,
  severalDeals: (p) =>
    `Сделка не указана, а открытых несколько: ${p.deals.join(', ')}${p.count > p.deals.length ? '…' : ''}. Назвать: --deal`,
  several: ({ text, found, count }) =>
    `«${text}» — подходит не одно (${count}): ${found.join(', ')}${count > found.length ? ` и ещё ${count - found.length}` : ''}. Назовите точнее`,
  nobody: ({ text, near }) =>
    `Нет ни контакта, ни компании, ни сделки «${text}».${near.length === 0 ? '' : ` Есть: ${near.join(', ')}.`} Все: voronka contact list`,
  nobodyNew: ({ text, near, command }) =>
    `Нет ни контакта, ни компании, ни сделки «${text}».${near.length === 0 ? '' : ` Есть: ${near.join(', ')}.`} Сразу завести контакт:\n  ${command}`,
  severalPlanned: (p) =>
    `На этот день с ними назначено несколько встреч: ${p.ids.join(', ')}. Какая состоялась: voronka done ${p.ids[0]}`,
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
  taskBeside: (p) =>
    `С ними уже открыта задача: ${p.id}, ${p.when} — ${p.text}. Закрыть её: voronka done ${p.id}; перенести: voronka task move ${p.id}`,
  nothingPlanned: 'Не дозвонились, и дальше ничего не назначено. Напомнит: --next "завтра в 10 перезвонить"',
  nothingToDo: 'Открытых задач нет. Новая: voronka task add "перезвонить" --due завтра',
  ask: {
    whom: {
      call: 'Кому звонили или кто звонил?',
      meeting: 'С кем встреча?',
      email: 'С кем переписка?',
      message: 'С кем переписка?',
      note: 'О ком заметка?',
    },
    text: {
      call: 'О чём говорили? (Enter — ничего)',
      meeting: 'О чём? (Enter — ничего)',
      email: 'О чём? (Enter — ничего)',
      message: 'О чём? (Enter — ничего)',
      note: 'Что записать?',
    },
    outcome: 'Чем кончилось?',
    calls: {
      answered: 'звонили мы, ответили',
      noAnswer: 'звонили мы, недозвон',
      answeredIn: 'звонили нам, ответили мы',
      missed: 'звонили нам, мы пропустили',
    },
    meetingAt: 'Когда? (Enter — сейчас; завтра 15:30, пт 10)',
    next: 'Что дальше и когда? (перезвонить пт 10; Enter — ничего)',
    nextWhen: (p) => `Когда: ${p.text}? (завтра 10:00, пт, через 3 дня)`,
    make: ({ text, near }) =>
      `Контакта «${text}» нет${near.length === 0 ? '' : ` (есть: ${near.join(', ')})`}. Завести?`,
    nameOf: (p) => `${p.text} ни у кого нет. Как зовут новый контакт?`,
    deal: 'По какой сделке?',
    noDeal: 'ни по какой',
    whichDeal: 'Какая сделка? (номер, название или клиент)',
    whyLost: 'Почему отказ? (Enter — не сказано)',
    done: 'Что сделано?',
  },
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
  place: 'де',
  new: 'завести контакт, якщо такого імені, телефону чи пошти ще немає',
  nextFlag: 'що далі й коли: "надіслати договір пт 10"',
  nextText: 'зв’язатися',
  what: {
    'call-in': 'вхідний дзвінок',
    'call-out': 'дзвінок',
    call: 'дзвінок',
    'email-in': 'вхідний лист',
    'email-out': 'лист',
    email: 'лист',
    'message-in': 'вхідне повідомлення',
    'message-out': 'повідомлення',
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
  },
  minutes: (p) => `${p.minutes} хв`,
  quoted: (text) => `«${text}»`,
  nobodysWork: 'без менеджера',
  recorded: (p) => `Записано ${p.id}: ${p.facts}`,
  held: (p) => `Зустріч ${p.id} відбулася: ${p.facts}`,
  putOff: (p) => `Зустріч ${p.id} перенесено: ${p.facts}`,
  next: (p) => `Далі ${p.id}: ${p.when} — ${p.text}`,
  done: (p) => `Готово ${p.id} ${p.text}${p.facts === '' ? '' : ` · ${p.facts}`}`,
  doneAlready: (p) => `${p.id} ${p.text}: уже виконано${p.when === null ? '' : `, ${p.when}`}`,
  contactMade: (p) => `Новий контакт ${p.id} ${p.name}`,
  severalDeals: (p) =>
    `Угоду не вказано, а відкритих кілька: ${p.deals.join(', ')}${p.count > p.deals.length ? '…' : ''}. Назвати: --deal`,
  several: ({ text, found, count }) =>
    `«${text}» — підходить не одне (${count}): ${found.join(', ')}${count > found.length ? ` і ще ${count - found.length}` : ''}. Назвіть точніше`,
  nobody: ({ text, near }) =>
    `Немає ні контакту, ні компанії, ні угоди «${text}».${near.length === 0 ? '' : ` Є: ${near.join(', ')}.`} Усі: voronka contact list`,
  nobodyNew: ({ text, near, command }) =>
    `Немає ні контакту, ні компанії, ні угоди «${text}».${near.length === 0 ? '' : ` Є: ${near.join(', ')}.`} Одразу завести контакт:\n  ${command}`,
  severalPlanned: (p) =>
    `На цей день із ними призначено кілька зустрічей: ${p.ids.join(', ')}. Яка відбулася: voronka done ${p.ids[0]}`,
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
  taskBeside: (p) =>
    `З ними вже відкрито завдання: ${p.id}, ${p.when} — ${p.text}. Закрити його: voronka done ${p.id}; перенести: voronka task move ${p.id}`,
  nothingPlanned: 'Не додзвонилися, і далі нічого не призначено. Нагадає: --next "завтра о 10 передзвонити"',
  nothingToDo: 'Відкритих завдань немає. Нове: voronka task add "передзвонити" --due завтра',
  ask: {
    whom: {
      call: 'Кому дзвонили або хто дзвонив?',
      meeting: 'З ким зустріч?',
      email: 'З ким листування?',
      message: 'З ким листування?',
      note: 'Про кого нотатка?',
    },
    text: {
      call: 'Про що говорили? (Enter — нічого)',
      meeting: 'Про що? (Enter — нічого)',
      email: 'Про що? (Enter — нічого)',
      message: 'Про що? (Enter — нічого)',
      note: 'Що записати?',
    },
    outcome: 'Чим закінчилося?',
    calls: {
      answered: 'дзвонили ми, відповіли',
      noAnswer: 'дзвонили ми, недодзвін',
      answeredIn: 'дзвонили нам, ми відповіли',
      missed: 'дзвонили нам, ми пропустили',
    },
    meetingAt: 'Коли? (Enter — зараз; завтра 15:30, пт 10)',
    next: 'Що далі й коли? (передзвонити пт 10; Enter — нічого)',
    nextWhen: (p) => `Коли: ${p.text}? (завтра 10:00, пт, через 3 дні)`,
    make: ({ text, near }) =>
      `Контакту «${text}» немає${near.length === 0 ? '' : ` (є: ${near.join(', ')})`}. Завести?`,
    nameOf: (p) => `${p.text} ні в кого немає. Як звати новий контакт?`,
    deal: 'За якою угодою?',
    noDeal: 'за жодною',
    whichDeal: 'Яка угода? (номер, назва або клієнт)',
    whyLost: 'Чому відмова? (Enter — не сказано)',
    done: 'Що зроблено?',
  },
}

export const touchWords: Translated<TouchWords> = { en, ru, uk }
