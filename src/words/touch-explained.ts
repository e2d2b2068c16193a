import type { Translated } from './translated.ts'

/** What a figure of `activity` or `response` is made of. */
const en = {
  activity:
    'list what a figure is made of: MANAGER:calls, noAnswer, meetings, won… (or another group, or all)',
  response:
    'list the inquiries behind a figure: MANAGER:inquiries|answered|unanswered|late (or another group, or all)',
  refused: (p: { text: string; report: string; columns: string }) =>
    `${p.report} --explain takes GROUP:COLUMN, not "${p.text}". Columns: ${p.columns}`,
  /** Of a figure of a day past. */
  gone: (n: number) => `Taken away since, so not listed: ${n}.`,
  figures: {
    calls: (n: number) => `calls: ${n}`,
    callsIn: (n: number) => `calls in: ${n}`,
    callsOut: (n: number) => `calls out: ${n}`,
    noAnswer: (n: number) => `calls out, no answer: ${n}`,
    missed: (n: number) => `calls missed: ${n}`,
    meetings: (n: number) => `meetings: ${n}`,
    emailsIn: (n: number) => `e-mails in: ${n}`,
    emailsOut: (n: number) => `e-mails sent: ${n}`,
    messages: (n: number) => `messages: ${n}`,
    notes: (n: number) => `notes: ${n}`,
    tasksAdded: (n: number) => `tasks added: ${n}`,
    tasksDone: (n: number) => `tasks done: ${n}`,
    tasksOverdue: (n: number) => `tasks overdue: ${n}`,
    tasksStillOverdue: (n: number) => `overdue and still not done: ${n}`,
    tasksPostponed: (n: number) => `times postponed: ${n}`,
    planned: (n: number) => `meetings to be held: ${n}`,
    notHeld: (n: number) => `meetings that did not take place: ${n}`,
    won: (n: number) => `won: ${n}`,
    inquiries: (n: number) => `inquiries: ${n}`,
    answered: (n: number) => `answered: ${n}`,
    unanswered: (n: number) => `waiting: ${n}`,
    late: (n: number) => `answered late: ${n}`,
  },
}

export type TouchExplainedWords = typeof en

const ru: TouchExplainedWords = {
  activity: 'что стоит за цифрой: МЕНЕДЖЕР:calls, noAnswer, meetings, won… (или другая группа, или все)',
  response:
    'обращения за одной цифрой: МЕНЕДЖЕР:inquiries|answered|unanswered|late (или другая группа, или все)',
  refused: (p) => `${p.report} --explain принимает ГРУППА:КОЛОНКА, а не «${p.text}». Колонки: ${p.columns}`,
  gone: (n) => `С тех пор убрано, поэтому не показано: ${n}.`,
  figures: {
    calls: (n) => `звонков: ${n}`,
    callsIn: (n) => `входящих звонков: ${n}`,
    callsOut: (n) => `исходящих звонков: ${n}`,
    noAnswer: (n) => `недозвон: ${n}`,
    missed: (n) => `пропущенных звонков: ${n}`,
    meetings: (n) => `встреч: ${n}`,
    emailsIn: (n) => `писем от клиентов: ${n}`,
    emailsOut: (n) => `писем отправлено: ${n}`,
    messages: (n) => `сообщений: ${n}`,
    notes: (n) => `заметок: ${n}`,
    tasksAdded: (n) => `задач добавлено: ${n}`,
    tasksDone: (n) => `задач сделано: ${n}`,
    tasksOverdue: (n) => `задач просрочено: ${n}`,
    tasksStillOverdue: (n) => `просрочено и до сих пор не сделано: ${n}`,
    tasksPostponed: (n) => `переносов: ${n}`,
    planned: (n) => `встреч впереди: ${n}`,
    notHeld: (n) => `встреч не состоялось: ${n}`,
    won: (n) => `выиграно: ${n}`,
    inquiries: (n) => `обращений: ${n}`,
    answered: (n) => `отвечено: ${n}`,
    unanswered: (n) => `ждут: ${n}`,
    late: (n) => `поздно: ${n}`,
  },
}

const uk: TouchExplainedWords = {
  activity: 'що стоїть за цифрою: МЕНЕДЖЕР:calls, noAnswer, meetings, won… (або інша група, або всі)',
  response:
    'звернення за однією цифрою: МЕНЕДЖЕР:inquiries|answered|unanswered|late (або інша група, або всі)',
  refused: (p) => `${p.report} --explain приймає ГРУПА:КОЛОНКА, а не «${p.text}». Колонки: ${p.columns}`,
  gone: (n) => `Відтоді прибрано, тому не показано: ${n}.`,
  figures: {
    calls: (n) => `дзвінків: ${n}`,
    callsIn: (n) => `вхідних дзвінків: ${n}`,
    callsOut: (n) => `вихідних дзвінків: ${n}`,
    noAnswer: (n) => `недодзвін: ${n}`,
    missed: (n) => `пропущених дзвінків: ${n}`,
    meetings: (n) => `зустрічей: ${n}`,
    emailsIn: (n) => `листів від клієнтів: ${n}`,
    emailsOut: (n) => `листів надіслано: ${n}`,
    messages: (n) => `повідомлень: ${n}`,
    notes: (n) => `нотаток: ${n}`,
    tasksAdded: (n) => `завдань додано: ${n}`,
    tasksDone: (n) => `завдань зроблено: ${n}`,
    tasksOverdue: (n) => `завдань прострочено: ${n}`,
    tasksStillOverdue: (n) => `прострочено й досі не зроблено: ${n}`,
    tasksPostponed: (n) => `перенесень: ${n}`,
    planned: (n) => `зустрічей попереду: ${n}`,
    notHeld: (n) => `зустрічей не відбулося: ${n}`,
    won: (n) => `виграно: ${n}`,
    inquiries: (n) => `звернень: ${n}`,
    answered: (n) => `з відповіддю: ${n}`,
    unanswered: (n) => `чекають: ${n}`,
    late: (n) => `пізно: ${n}`,
  },
}

export const touchExplainedWords: Translated<TouchExplainedWords> = { en, ru, uk }
