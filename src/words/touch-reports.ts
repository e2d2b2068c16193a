import { plural, type Translated } from './translated.ts'

const en = {
  activity: 'what was done: calls, meetings, e-mails, tasks, by manager or over time, and what came of it',
  response: 'how soon those who turn to us are answered, and who still waits',
  by: 'group by manager, department, hour, day, week, month, quarter or year (default: manager)',
  noGroup: (p: { report: string; text: string; known: string }) =>
    `${p.report} --by takes one of ${p.known}, not "${p.text}"`,
  activityTitle: (p: { by: string }) => `What was done, by ${p.by}`,
  nothing: 'Nothing was done in this period. What is written down: voronka activity list',
  metrics: {
    callsIn: 'in',
    callsOut: 'out',
    noAnswer: 'no answer',
    missed: 'missed',
    meetings: 'met',
    emailsIn: 'mail in',
    emailsOut: 'sent',
    messages: 'chats',
    notes: 'notes',
    tasksAdded: 'tasks added',
    tasksDone: 'done',
    tasksOverdue: 'overdue',
    tasksPostponed: 'postponed',
  },
  reach: 'reached',
  outcomes: (p: { n: number; of: string; list: readonly string[] }) =>
    `Why not reached, of ${p.of} ${p.n === 1 ? 'call' : 'calls'} out: ${p.list.join(', ')}.`,
  outcomeNames: { 'no-answer': 'no answer', missed: 'missed', planned: 'planned' } as Readonly<
    Record<string, string>
  >,
  /** Clients are counted, each once, whoever called whom. */
  journey: (p: { called: number; met: string; contracts: string | null }) =>
    `Calls → meetings → contracts: calls, in or out, with ${p.called} ${p.called === 1 ? 'client' : 'clients'}; met after a call ${p.met}${p.contracts === null ? '' : `; of those signed ${p.contracts}`}.`,
  metOthers: 'The meetings held were with others, whom nobody had called before in this period.',
  tasksGiven: (n: number) =>
    `Given to another manager meanwhile, tasks: ${n}; a task counts for whose it was at the end.`,
  overdueMeaning: (p: { open: number }) =>
    `Overdue: due in this period and not done in time; of these still not done: ${p.open}.`,
  withoutMeeting: (n: number) => `Signed without a meeting: ${n}.`,
  perWon: (parts: readonly string[]) => `For each won deal: ${parts.join(', ')}.`,
  perWonOf: {
    callsOut: (n: string) => `${n} calls out`,
    meetings: (n: string) => `${n} meetings`,
    emailsOut: (n: string) => `${n} e-mails`,
  },
  planned: (n: number) => `Meetings still to be held: ${n}.`,
  notHeld: (n: number) => `Meetings that did not take place: ${n}.`,
  responseTitle: (p: { by: string }) => `How soon we answer, by ${p.by}`,
  inquiries: 'inquiries',
  answered: 'answered',
  unanswered: 'waiting',
  median: 'median',
  p90: '9 of 10',
  lateAfter: (p: { minutes: number }) => `over ${p.minutes}\u00a0min`,
  stands: (p: { mark: string; name: string; minutes: number; own: string; others: string }) =>
    `${p.mark} ${p.name}: later than ${p.minutes} minutes ${p.own}; all the others together, ${p.others}.`,
  /** `least`: who has fewer cases is not looked at, though later more often. */
  slowest: (p: {
    name: string
    minutes: number
    own: string
    others: string
    time: boolean
    least: number | null
  }) =>
    `${p.time ? 'Late most often' : 'Late more often than the others'}: ${p.name}, ${p.own} later than ${p.minutes} minutes; all the others together, ${p.others}. It may be chance.${p.least === null ? '' : ` Looked at: those with ${p.least} inquiries or more.`}`,
  late: (p: { minutes: number; own: string }) => `Had to wait longer than ${p.minutes} minutes: ${p.own}.`,
  noneLate: (p: { minutes: number }) => `Nobody had to wait longer than ${p.minutes} minutes.`,
  which: 'Which: ',
  atOnce: 'at once',
  notYet: 'dated ahead',
  beyond: (p: { count: number; ids: string }) =>
    `Dated later than today and so left out: ${p.count} (${p.ids}).`,
  unassigned: (n: number) => `Nobody is responsible for ${n} of those that wait.`,
  noInquiries: 'Nobody turned to us in this period.',
  waiting: 'Who waits, the longest first:',
  more: (n: number) => `and ${n} more: --format json`,
  since: 'since',
  how: 'how',
  who: 'who',
  waits: 'waits',
  answeredAt: 'answered',
  took: 'took',
  kinds: { call: 'call', email: 'e-mail', message: 'message', deal: 'new deal' } as Readonly<
    Record<string, string>
  >,
  withinMeaning:
    'Hours from the first message, call or new deal to the first answer; 9 of 10 were answered sooner than the last column says.',
  attemptMeaning:
    'An attempt is an answer too: a call of ours that nobody picked up; where there was none, moving or closing the deal. A deal entered by hand after a call of that day is answered at once.',
  minutes: (p: { n: string }) => `${p.n} min`,
  hours: (p: { n: string }) => `${p.n} h`,
  days: (p: { n: string }) => `${p.n} d`,
}

export type TouchReportsWords = typeof en

const ru: TouchReportsWords = {
  activity:
    'что сделано: звонки, встречи, письма, задачи — по менеджерам или по времени, и что из этого вышло',
  response: 'как быстро отвечают тем, кто обратился, и кто ещё ждёт',
  by: 'группы: manager, department, hour, day, week, month, quarter или year (по умолчанию manager)',
  noGroup: (p) => `${p.report} --by принимает ${p.known}, а не «${p.text}»`,
  activityTitle: (p) => `Что сделано, по ${p.by}`,
  nothing: 'За этот период ничего не записано. Что записано вообще: voronka activity list',
  metrics: {
    callsIn: 'вход.',
    callsOut: 'исход.',
    noAnswer: 'недозв.',
    missed: 'пропущ.',
    meetings: 'встречи',
    emailsIn: 'письма',
    emailsOut: 'отпр.',
    messages: 'чаты',
    notes: 'заметки',
    tasksAdded: 'задач добавлено',
    tasksDone: 'сделано',
    tasksOverdue: 'просрочено',
    tasksPostponed: 'переносов',
  },
  reach: 'дозвон',
  outcomes: (p) =>
    `Почему не дозвонились, из ${p.of} ${plural(p.n, 'исходящего', 'исходящих', 'исходящих')}: ${p.list.join(', ')}.`,
  outcomeNames: { 'no-answer': 'недозвон', missed: 'пропущенный', planned: 'намечено' },
  journey: (p) =>
    `Звонки → встречи → договоры: звонили мы или нам — ${p.called} ${plural(p.called, 'клиент', 'клиента', 'клиентов')}; после звонка встретились с ${p.met}${p.contracts === null ? '' : `; из них подписали ${p.contracts}`}.`,
  metOthers: 'Встречи были с другими — с теми, с кем до того в этом периоде не созванивались.',
  tasksGiven: (n) => `Задач, переданных за это время: ${n}; задача засчитана тому, чья она к концу периода.`,
  overdueMeaning: (p) =>
    `Просрочено: срок был в этом периоде, вовремя не сделано; не сделано до сих пор: ${p.open}.`,
  withoutMeeting: (n) => `Подписали без встречи: ${n}.`,
  perWon: (parts) => `На одну выигранную сделку: ${parts.join(', ')}.`,
  perWonOf: {
    callsOut: (n) => `исходящих звонков ${n}`,
    meetings: (n) => `встреч ${n}`,
    emailsOut: (n) => `писем ${n}`,
  },
  planned: (n) => `Встреч ещё впереди: ${n}.`,
  notHeld: (n) => `Встреч не состоялось: ${n}.`,
  responseTitle: (p) => `Как быстро отвечаем, по ${p.by}`,
  inquiries: 'обращений',
  answered: 'отвечено',
  unanswered: 'ждут',
  median: 'обычно',
  p90: '9 из 10',
  lateAfter: (p) => `позже ${p.minutes}\u00a0мин`,
  stands: (p) =>
    `${p.mark} ${p.name}: позже чем через ${p.minutes} минут — ${p.own}; у всех остальных вместе — ${p.others}.`,
  slowest: (p) =>
    `Чаще ${p.time ? 'всего поздно —' : 'других опаздывает с ответом'} ${p.name}: ${p.own} позже чем через ${p.minutes} минут; у всех остальных вместе — ${p.others}. Это может быть и случайность.${p.least === null ? '' : ` Сравнивались те, у кого обращений не меньше ${p.least}.`}`,
  late: (p) => `Дольше ${p.minutes} минут ждали ответа: ${p.own}.`,
  noneLate: (p) => `Дольше ${p.minutes} минут не ждал никто.`,
  which: 'Какие: ',
  atOnce: 'сразу',
  notYet: 'дата впереди',
  beyond: (p) => `С датой создания в будущем, здесь их нет: ${p.count} (${p.ids}).`,
  unassigned: (n) => `Без ответственного среди тех, кто ждёт: ${n}.`,
  noInquiries: 'За этот период никто не обращался.',
  waiting: 'Кто ждёт, дольше всех — сверху:',
  more: (n) => `и ещё ${n}: --format json`,
  since: 'с',
  how: 'как',
  who: 'кто',
  waits: 'ждёт',
  answeredAt: 'ответ',
  took: 'за сколько',
  kinds: { call: 'звонок', email: 'письмо', message: 'сообщение', deal: 'новая сделка' },
  withinMeaning:
    'Время от первого звонка, сообщения или новой сделки до первого ответа; «9 из 10» — во столько уложились девять ответов из десяти.',
  attemptMeaning:
    'Ответом считается и попытка: наш звонок, на который не ответили; а без звонков — перевод или закрытие сделки. Сделка, внесённая вручную после разговора того же дня, отвечена сразу.',
  minutes: (p) => `${p.n} мин`,
  hours: (p) => `${p.n} ч`,
  days: (p) => `${p.n} дн`,
}

const uk: TouchReportsWords = {
  activity:
    'що зроблено: дзвінки, зустрічі, листи, завдання — за менеджерами чи за часом, і що з цього вийшло',
  response: 'як швидко відповідають тим, хто звернувся, і хто ще чекає',
  by: 'групи: manager, department, hour, day, week, month, quarter або year (типово manager)',
  noGroup: (p) => `${p.report} --by приймає ${p.known}, а не «${p.text}»`,
  activityTitle: (p) => `Що зроблено, за ${p.by}`,
  nothing: 'За цей період нічого не записано. Що записано взагалі: voronka activity list',
  metrics: {
    callsIn: 'вхідні',
    callsOut: 'вихідні',
    noAnswer: 'недодзв.',
    missed: 'пропущ.',
    meetings: 'зустрічі',
    emailsIn: 'листи',
    emailsOut: 'надісл.',
    messages: 'чати',
    notes: 'нотатки',
    tasksAdded: 'завдань додано',
    tasksDone: 'зроблено',
    tasksOverdue: 'прострочено',
    tasksPostponed: 'перенесень',
  },
  reach: 'додзвін',
  outcomes: (p) =>
    `Чому не додзвонилися, із ${p.of} ${plural(p.n, 'вихідного', 'вихідних', 'вихідних')}: ${p.list.join(', ')}.`,
  outcomeNames: { 'no-answer': 'недодзвін', missed: 'пропущений', planned: 'заплановано' },
  journey: (p) =>
    `Дзвінки → зустрічі → договори: дзвонили ми або нам — ${p.called} ${plural(p.called, 'клієнт', 'клієнти', 'клієнтів')}; після дзвінка зустрілися з ${p.met}${p.contracts === null ? '' : `; з них підписали ${p.contracts}`}.`,
  metOthers: 'Зустрічі були з іншими — з тими, з ким до того в цьому періоді не зідзвонювалися.',
  tasksGiven: (n) =>
    `Завдань, переданих за цей час: ${n}; завдання зараховано тому, чиє воно на кінець періоду.`,
  overdueMeaning: (p) =>
    `Прострочено: строк був у цьому періоді, вчасно не зроблено; не зроблено досі: ${p.open}.`,
  withoutMeeting: (n) => `Підписали без зустрічі: ${n}.`,
  perWon: (parts) => `На одну виграну угоду: ${parts.join(', ')}.`,
  perWonOf: {
    callsOut: (n) => `вихідних дзвінків ${n}`,
    meetings: (n) => `зустрічей ${n}`,
    emailsOut: (n) => `листів ${n}`,
  },
  planned: (n) => `Зустрічей ще попереду: ${n}.`,
  notHeld: (n) => `Зустрічей не відбулося: ${n}.`,
  responseTitle: (p) => `Як швидко відповідаємо, за ${p.by}`,
  inquiries: 'звернень',
  answered: 'з відповіддю',
  unanswered: 'чекають',
  median: 'зазвичай',
  p90: '9 із 10',
  lateAfter: (p) => `пізніше ${p.minutes}\u00a0хв`,
  stands: (p) =>
    `${p.mark} ${p.name}: пізніше ніж за ${p.minutes} хвилин — ${p.own}; в усіх інших разом — ${p.others}.`,
  slowest: (p) =>
    `${p.time ? 'Найчастіше' : 'Частіше'} ${p.time ? 'пізно —' : 'за інших спізнюється з відповіддю'} ${p.name}: ${p.own} пізніше ніж за ${p.minutes} хвилин; в усіх інших разом — ${p.others}. Це може бути й випадковість.${p.least === null ? '' : ` Порівнювалися ті, у кого звернень не менше ${p.least}.`}`,
  late: (p) => `Довше ${p.minutes} хвилин чекали відповіді: ${p.own}.`,
  noneLate: (p) => `Довше ${p.minutes} хвилин не чекав ніхто.`,
  which: 'Які: ',
  atOnce: 'одразу',
  notYet: 'дата попереду',
  beyond: (p) => `З датою створення в майбутньому, тут їх немає: ${p.count} (${p.ids}).`,
  unassigned: (n) => `Без відповідального серед тих, хто чекає: ${n}.`,
  noInquiries: 'За цей період ніхто не звертався.',
  waiting: 'Хто чекає, найдовше — згори:',
  more: (n) => `і ще ${n}: --format json`,
  since: 'з',
  how: 'як',
  who: 'хто',
  waits: 'чекає',
  answeredAt: 'відповідь',
  took: 'за скільки',
  kinds: { call: 'дзвінок', email: 'лист', message: 'повідомлення', deal: 'нова угода' },
  withinMeaning:
    'Час від першого дзвінка, повідомлення чи нової угоди до першої відповіді; «9 із 10» — у стільки вклалися дев’ять відповідей із десяти.',
  attemptMeaning:
    'Відповіддю вважається і спроба: наш дзвінок, на який не відповіли; а без дзвінків — переведення чи закриття угоди. Угода, внесена вручну після розмови того ж дня, має відповідь одразу.',
  minutes: (p) => `${p.n} хв`,
  hours: (p) => `${p.n} год`,
  days: (p) => `${p.n} дн`,
}

export const touchReportsWords: Translated<TouchReportsWords> = { en, ru, uk }
