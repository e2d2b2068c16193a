import { plural, type Translated } from './translated.ts'

const en = {
  asOf: (p: { day: string; city: string }) => `as of ${p.day}, ${p.city}`,
  deals: (p: { n: string }) => `deals: ${p.n}`,
  allManagers: 'all managers',
  byActor: 'credited to whoever made the move',
  presumed: (p: { share: string }) => `presumed dates: ${p.share}`,
  knownAt: (p: { day: string }) => `known by ${p.day}`,
  late: (n: number) =>
    n === 1
      ? '1 deal of the workspace was changed with a back date after this day'
      : `${n} deals of the workspace were changed with a back date after this day`,
  lateActivities: (n: number) =>
    n === 1
      ? '1 call, mail, meeting or task was entered or changed with a back date after this day'
      : `${n} calls, mails, meetings or tasks were entered or changed with a back date after this day`,
  lateRecords: (n: number) =>
    n === 1
      ? '1 contact or company was merged, removed or entered with a back date after this day'
      : `${n} contacts or companies were merged, removed or entered with a back date after this day`,
  beside: (p: { period: string; day: string }) => `beside it: ${p.period}, as of ${p.day}`,
  /** Of how things stood, whatever the period. */
  besideAt: (p: { day: string }) => `beside it: as of ${p.day}`,
  nothingBeside: (p: { beside: string }) => `${p.beside}: nothing then, so nothing to compare with`,
  /** Of two periods that are compared, where both are over. */
  daysAfter: (n: number) =>
    n === 0
      ? 'Both as they stood at the end of their last day.'
      : `Both at the same age: as they stood ${n} ${n === 1 ? 'day' : 'days'} after their end.`,
  /** Where they are not. */
  firstDays: (n: number) => `Both over their first ${n === 1 ? 'day' : `${n} days`} only.`,
  outside: (p: { n: string }) => `Deals outside this period: ${p.n}. All of them: `,
  /** Nothing was known yet: when the first deal was written down. */
  notWritten: (p: { known: string; first: string }) =>
    `Nothing was written here by ${p.known}; the first deals, on ${p.first}.`,
  notBegun: (p: { first: string }) => `The earliest such deal was created on ${p.first}.`,
  /** "3 of 5": where there are too few for a percentage. */
  of: (p: { k: string; n: string }) => `${p.k} of ${p.n}`,
  range: (p: { low: string; high: string }) => `range ${p.low}–${p.high}`,
  noDeals: (p: { period: string }) => `No deals in ${p.period}.`,
  noDealsEver: 'There were no such deals by this date.',
  noDealsBefore: (p: { period: string; latest: string }) =>
    `No deals in ${p.period}; the latest are of ${p.latest}:`,
  /** Cities of time zones as people call them; others go by the zone's own name. */
  cities: {} as Readonly<Record<string, string>>,
}

export type ReportHeadWords = typeof en

const ru: ReportHeadWords = {
  asOf: (p) => `на ${p.day}, ${p.city}`,
  deals: (p) => `сделок ${p.n}`,
  allManagers: 'все менеджеры',
  byActor: 'засчитано тем, кто сделал переход',
  presumed: (p) => `предположенных дат ${p.share}`,
  knownAt: (p) => `известное на ${p.day}`,
  late: (n) =>
    `${n} ${plural(n, 'сделка изменена', 'сделки изменены', 'сделок изменено')} задним числом позже этой даты (во всей базе)`,
  lateActivities: (n) =>
    `внесено или изменено задним числом позже этой даты: звонков, писем, встреч и задач — ${n}`,
  lateRecords: (n) =>
    `объединено, удалено или внесено задним числом после этой даты: контактов и компаний — ${n}`,
  daysAfter: (n) =>
    n === 0
      ? 'Оба периода — на конец своего последнего дня.'
      : `Оба периода в одном возрасте: через ${n} ${plural(n, 'день', 'дня', 'дней')} после своего конца.`,
  firstDays: (n) =>
    n === 1
      ? 'Оба периода — за свой первый день.'
      : `Оба периода — за свои первые ${n} ${plural(n, 'день', 'дня', 'дней')}.`,
  outside: (p) => `Сделок вне этого периода: ${p.n}. Все: `,
  notWritten: (p) => `На ${p.known} здесь ничего не записано; первые сделки записаны ${p.first}.`,
  notBegun: (p) => `Самая ранняя такая сделка создана ${p.first}.`,
  besideAt: (p) => `рядом: на ${p.day}`,
  beside: (p) => `рядом: ${p.period}, на ${p.day}`,
  nothingBeside: (p) => `${p.beside} — тогда пусто, сравнить не с чем`,
  of: (p) => `${p.k} из ${p.n}`,
  range: (p) => `разброс ${p.low}–${p.high}`,
  noDeals: (p) => `За ${p.period} сделок нет.`,
  noDealsEver: 'Таких сделок на эту дату ещё не было.',
  noDealsBefore: (p) => `За ${p.period} сделок нет; последние — за ${p.latest}:`,
  cities: {
    'Asia/Almaty': 'Алматы',
    'Asia/Baku': 'Баку',
    'Asia/Bishkek': 'Бишкек',
    'Asia/Irkutsk': 'Иркутск',
    'Asia/Kamchatka': 'Камчатка',
    'Asia/Krasnoyarsk': 'Красноярск',
    'Asia/Magadan': 'Магадан',
    'Asia/Novosibirsk': 'Новосибирск',
    'Asia/Omsk': 'Омск',
    'Asia/Tashkent': 'Ташкент',
    'Asia/Tbilisi': 'Тбилиси',
    'Asia/Vladivostok': 'Владивосток',
    'Asia/Yakutsk': 'Якутск',
    'Asia/Yekaterinburg': 'Екатеринбург',
    'Asia/Yerevan': 'Ереван',
    'Europe/Berlin': 'Берлин',
    'Europe/Chisinau': 'Кишинёв',
    'Europe/Kaliningrad': 'Калининград',
    'Europe/Kiev': 'Киев',
    'Europe/Kyiv': 'Киев',
    'Europe/London': 'Лондон',
    'Europe/Minsk': 'Минск',
    'Europe/Moscow': 'Москва',
    'Europe/Riga': 'Рига',
    'Europe/Samara': 'Самара',
    'Europe/Tallinn': 'Таллин',
    'Europe/Vilnius': 'Вильнюс',
    'Europe/Volgograd': 'Волгоград',
    'Europe/Warsaw': 'Варшава',
  },
}

const uk: ReportHeadWords = {
  asOf: (p) => `на ${p.day}, ${p.city}`,
  deals: (p) => `угод ${p.n}`,
  allManagers: 'усі менеджери',
  byActor: 'зараховано тим, хто зробив перехід',
  presumed: (p) => `припущених дат ${p.share}`,
  knownAt: (p) => `відоме на ${p.day}`,
  late: (n) =>
    `${n} ${plural(n, 'угоду змінено', 'угоди змінено', 'угод змінено')} заднім числом після цієї дати (у всій базі)`,
  lateActivities: (n) =>
    `внесено чи змінено заднім числом після цієї дати: дзвінків, листів, зустрічей і завдань — ${n}`,
  lateRecords: (n) =>
    `об’єднано, вилучено чи внесено заднім числом після цієї дати: контактів і компаній — ${n}`,
  daysAfter: (n) =>
    n === 0
      ? 'Обидва періоди — на кінець свого останнього дня.'
      : `Обидва періоди в одному віці: через ${n} ${plural(n, 'день', 'дні', 'днів')} після свого кінця.`,
  firstDays: (n) =>
    n === 1
      ? 'Обидва періоди — за свій перший день.'
      : `Обидва періоди — за свої перші ${n} ${plural(n, 'день', 'дні', 'днів')}.`,
  outside: (p) => `Угод поза цим періодом: ${p.n}. Усі: `,
  notWritten: (p) => `На ${p.known} тут нічого не записано; перші угоди записано ${p.first}.`,
  notBegun: (p) => `Найраніша така угода створена ${p.first}.`,
  besideAt: (p) => `поруч: на ${p.day}`,
  beside: (p) => `поруч: ${p.period}, на ${p.day}`,
  nothingBeside: (p) => `${p.beside} — тоді порожньо, порівняти ні з чим`,
  of: (p) => `${p.k} з ${p.n}`,
  range: (p) => `розкид ${p.low}–${p.high}`,
  noDeals: (p) => `За ${p.period} угод немає.`,
  noDealsEver: 'Таких угод на цю дату ще не було.',
  noDealsBefore: (p) => `За ${p.period} угод немає; останні — за ${p.latest}:`,
  cities: {
    'Asia/Almaty': 'Алмати',
    'Asia/Tbilisi': 'Тбілісі',
    'Europe/Berlin': 'Берлін',
    'Europe/Chisinau': 'Кишинів',
    'Europe/Kiev': 'Київ',
    'Europe/Kyiv': 'Київ',
    'Europe/London': 'Лондон',
    'Europe/Minsk': 'Мінськ',
    'Europe/Moscow': 'Москва',
    'Europe/Riga': 'Рига',
    'Europe/Tallinn': 'Таллінн',
    'Europe/Vilnius': 'Вільнюс',
    'Europe/Warsaw': 'Варшава',
  },
}

export const reportHeadWords: Translated<ReportHeadWords> = { en, ru, uk }
