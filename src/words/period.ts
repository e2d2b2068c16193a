import type { Translated } from './translated.ts'

const en = {
  /** Names for titles, January first. */
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  /** The same beside a day: "14 September". */
  monthsOfDay: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  all: 'all time',
  year: (year: string) => year,
  years: (years: string) => years,
  unreadable: (text: string, nearest: readonly string[]) =>
    `${nearest.length > 0 ? `Unknown period “${text}”. Did you mean ${nearest.join(', ')}?` : `Unknown period “${text}”.`} Write 2026-09, 2026-Q3, 2026-09-01..2026-09-15, last-month or last-30-days.`,
  reversed: (text: string) => `The period “${text}” ends before it begins: write the earlier day first.`,
}

export type PeriodWords = typeof en

export const periodWords: Translated<PeriodWords> = {
  en,
  ru: {
    months: [
      'январь',
      'февраль',
      'март',
      'апрель',
      'май',
      'июнь',
      'июль',
      'август',
      'сентябрь',
      'октябрь',
      'ноябрь',
      'декабрь',
    ],
    monthsOfDay: [
      'января',
      'февраля',
      'марта',
      'апреля',
      'мая',
      'июня',
      'июля',
      'августа',
      'сентября',
      'октября',
      'ноября',
      'декабря',
    ],
    all: 'за всё время',
    year: (year) => `${year} год`,
    years: (years) => `${years} годы`,
    unreadable: (text, nearest) =>
      `${nearest.length > 0 ? `Неизвестный период «${text}». Может быть, ${nearest.join(', ')}?` : `Неизвестный период «${text}».`} Можно так: 2026-09, 2026-Q3, 2026-09-01..2026-09-15, прошлый-месяц, последние-30-дней.`,
    reversed: (text) =>
      `Период «${text}» кончается раньше, чем начинается: сначала пишите более ранний день.`,
  },
  uk: {
    months: [
      'січень',
      'лютий',
      'березень',
      'квітень',
      'травень',
      'червень',
      'липень',
      'серпень',
      'вересень',
      'жовтень',
      'листопад',
      'грудень',
    ],
    monthsOfDay: [
      'січня',
      'лютого',
      'березня',
      'квітня',
      'травня',
      'червня',
      'липня',
      'серпня',
      'вересня',
      'жовтня',
      'листопада',
      'грудня',
    ],
    all: 'за весь час',
    year: (year) => `${year} рік`,
    years: (years) => `${years} роки`,
    unreadable: (text, nearest) =>
      `${nearest.length > 0 ? `Невідомий період «${text}». Можливо, ${nearest.join(', ')}?` : `Невідомий період «${text}».`} Можна так: 2026-09, 2026-Q3, 2026-09-01..2026-09-15, минулий-місяць, останні-30-днів.`,
    reversed: (text) => `Період «${text}» закінчується раніше, ніж починається: спершу пишіть раніший день.`,
  },
}
