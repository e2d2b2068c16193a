import { plural, type Translated } from './translated.ts'

const en = {
  add: 'say which days are not worked, or with --working that they are: voronka holiday add 2026-12-31',
  list: 'holidays and days moved to be worked',
  rm: 'take such days away again: they are what their weekday says',
  import: 'holidays from a table (date, name, working) or a calendar file (.ics)',
  working: 'these days are worked, whatever their weekday',
  period: 'only those of this period',
  date: 'day',
  weekday: '',
  name: 'name',
  what: 'what',
  isWorking: 'working day',
  isHoliday: 'holiday',
  added: (p: { days: string; n: number; working: boolean; name: string }) =>
    `${p.working ? `Worked: ${p.days}` : `Not worked: ${p.days}`}${p.name === '' ? '' : ` (${p.name})`}`,
  removed: (p: { days: string; n: number }) => `Back to what the weekday says: ${p.days}`,
  none: () =>
    'No holidays yet: voronka holiday add 2026-12-31 "New Year’s Eve", or voronka import holidays FILE',
  noneThere: (p: { days: string }) => `Nothing is said of ${p.days}. What there is: voronka holiday list`,
  tooLong: (p: { text: string; most: number }) =>
    `“${p.text}” is more than ${p.most} days: say it of fewer at once`,
  noDate: 'The row has no day. Fill in the date, or take the row out of the file',
  noDateColumn: 'No column says which day it is. Name it: --map date=HEADER',
  badWorking: (p: { text: string }) => `“${p.text}” is neither yes nor no: is this day worked?`,
  otherName: (p: { name: string; line: number }) =>
    `Line ${p.line} has this day already${p.name === '' ? ', without a name' : ` as “${p.name}”`}: this name is not taken`,
  conflict: (p: { line: number }) => `Line ${p.line} says otherwise of the same day: leave one of the two`,
  noEvents: (p: { file: string }) => `No whole days in the calendar ${p.file}`,
  badCalendar: (p: { file: string }) =>
    `${p.file} is no calendar file that can be read: save it once more as .ics in UTF-8, or write a table: date, name`,
  pipedCalendar: 'A calendar is read from a file: save it as days.ics, then voronka import holidays days.ics',
  yearly: (p: { year: number }) => `What is repeated every year is taken to the end of ${p.year}`,
  firstOnly: (p: { names: readonly string[] }) =>
    `Repeated otherwise than once a year, so only the first is taken: ${p.names.join(', ')}`,
  passedOver: (p: { n: number }) =>
    `Passed over, for they are not whole days (of hours, called off, longer than 60 days): ${p.n} ${p.n === 1 ? 'event' : 'events'}`,
  taken: (p: { created: number; updated: number; unchanged: number }) =>
    `Days added: ${p.created}, changed: ${p.updated}, as before: ${p.unchanged}`,
}

export type CalendarWords = typeof en

const days = (n: number) => plural(n, 'день', 'дня', 'дней')

const ru: CalendarWords = {
  add: 'назвать нерабочие дни, а с --working — рабочие: voronka holiday add 2026-12-31',
  list: 'праздники и перенесённые рабочие дни',
  rm: 'убрать такие дни: они снова те, что по дню недели',
  import: 'праздники из таблицы (дата, название, рабочий) или файла календаря (.ics)',
  working: 'в эти дни работают, какой бы ни был день недели',
  period: 'только за этот период',
  date: 'день',
  weekday: '',
  name: 'название',
  what: 'что',
  isWorking: 'рабочий',
  isHoliday: 'праздник',
  added: (p) =>
    `${p.working ? `Работаем: ${p.days}` : `Не работаем: ${p.days}`}${p.name === '' ? '' : ` (${p.name})`}`,
  removed: (p) => `Снова как по дню недели: ${p.days}`,
  none: () =>
    'Праздников пока нет: voronka holiday add 2026-12-31 "Канун Нового года" или voronka import holidays ФАЙЛ',
  noneThere: (p) => `Об этом ничего не сказано: ${p.days}. Что есть: voronka holiday list`,
  tooLong: (p) => `«${p.text}» — это больше чем ${p.most} ${days(p.most)}: назовите за раз меньше`,
  noDate: 'В строке нет даты. Впишите её или уберите строку из файла',
  noDateColumn: 'Ни одна колонка не говорит, какой это день. Назовите её: --map date=КОЛОНКА',
  badWorking: (p) => `«${p.text}» — не да и не нет: рабочий ли это день?`,
  otherName: (p) =>
    `Этот день уже есть в строке ${p.line}${p.name === '' ? ', без названия' : `: «${p.name}»`}; это название не взято`,
  conflict: (p) => `В строке ${p.line} о том же дне сказано иначе: оставьте одну из двух`,
  noEvents: (p) => `В календаре ${p.file} нет целых дней`,
  badCalendar: (p) =>
    `${p.file} — не файл календаря, прочесть его нельзя: сохраните его ещё раз как .ics в UTF-8 или составьте таблицу: дата, название`,
  pipedCalendar:
    'Календарь читается из файла: сохраните его как days.ics, затем voronka import holidays days.ics',
  yearly: (p) => `То, что повторяется каждый год, взято до конца ${p.year} года`,
  firstOnly: (p) => `Повторяется не раз в год, поэтому взят только первый раз: ${p.names.join(', ')}`,
  passedOver: (p) =>
    `Пропущено ${p.n} ${plural(p.n, 'событие', 'события', 'событий')}: это не целые дни (на часы, отменённые или дольше 60 дней)`,
  taken: (p) => `Дней добавлено: ${p.created}, изменено: ${p.updated}, как были: ${p.unchanged}`,
}

const uk: CalendarWords = {
  add: 'назвати неробочі дні, а з --working — робочі: voronka holiday add 2026-12-31',
  list: 'свята й перенесені робочі дні',
  rm: 'прибрати такі дні: вони знову ті, що за днем тижня',
  import: 'свята з таблиці (дата, назва, робочий) або файлу календаря (.ics)',
  working: 'у ці дні працюють, який би не був день тижня',
  period: 'лише за цей період',
  date: 'день',
  weekday: '',
  name: 'назва',
  what: 'що',
  isWorking: 'робочий',
  isHoliday: 'свято',
  added: (p) =>
    `${p.working ? `Працюємо: ${p.days}` : `Не працюємо: ${p.days}`}${p.name === '' ? '' : ` (${p.name})`}`,
  removed: (p) => `Знову як за днем тижня: ${p.days}`,
  none: () =>
    'Свят поки немає: voronka holiday add 2026-12-31 "Переддень Нового року" або voronka import holidays ФАЙЛ',
  noneThere: (p) => `Про це нічого не сказано: ${p.days}. Що є: voronka holiday list`,
  tooLong: (p) =>
    `«${p.text}» — це більше ніж ${p.most} ${plural(p.most, 'день', 'дні', 'днів')}: назвіть за раз менше`,
  noDate: 'У рядку немає дати. Впишіть її або приберіть рядок із файлу',
  noDateColumn: 'Жодна колонка не каже, який це день. Назвіть її: --map date=КОЛОНКА',
  badWorking: (p) => `«${p.text}» — не так і не ні: чи робочий це день?`,
  otherName: (p) =>
    `Цей день уже є в рядку ${p.line}${p.name === '' ? ', без назви' : `: «${p.name}»`}; цю назву не взято`,
  conflict: (p) => `У рядку ${p.line} про той самий день сказано інакше: залиште один із двох`,
  noEvents: (p) => `У календарі ${p.file} немає цілих днів`,
  badCalendar: (p) =>
    `${p.file} — не файл календаря, прочитати його не можна: збережіть його ще раз як .ics в UTF-8 або складіть таблицю: дата, назва`,
  pipedCalendar:
    'Календар читається з файлу: збережіть його як days.ics, потім voronka import holidays days.ics',
  yearly: (p) => `Те, що повторюється щороку, взято до кінця ${p.year} року`,
  firstOnly: (p) => `Повторюється не раз на рік, тому взято лише перший раз: ${p.names.join(', ')}`,
  passedOver: (p) =>
    `Пропущено ${p.n} ${plural(p.n, 'подію', 'події', 'подій')}: це не цілі дні (на години, скасовані або довші за 60 днів)`,
  taken: (p) => `Днів додано: ${p.created}, змінено: ${p.updated}, як були: ${p.unchanged}`,
}

export const calendarWords: Translated<CalendarWords> = { en, ru, uk }
