import type { Translated } from './translated.ts'

const en = {
  /** Monday first. */
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  unreadable: (text: string) =>
    `Cannot read the date “${text}”: write 2026-10-14, 14.10 15:30, yesterday 15:30, fri 10 or in 3 days.`,
  unknownZone: (text: string) =>
    `Unknown time zone “${text}”: write it as region and city, like Europe/Kyiv or America/New_York, or UTC.`,
}

export type WhenWords = typeof en

export const whenWords: Translated<WhenWords> = {
  en,
  ru: {
    weekdays: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
    unreadable: (text) =>
      `Непонятная дата «${text}»: можно так: 2026-10-14, 14.10 15:30, вчера 15:30, пт 10, через 3 дня.`,
    unknownZone: (text) =>
      `Неизвестный часовой пояс «${text}»: пишите часть света и город, например Europe/Moscow или Asia/Almaty, либо UTC.`,
  },
  uk: {
    weekdays: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'нд'],
    unreadable: (text) =>
      `Незрозуміла дата «${text}»: можна так: 2026-10-14, 14.10 15:30, вчора 15:30, пт 10, через 3 дні.`,
    unknownZone: (text) =>
      `Невідомий часовий пояс «${text}»: пишіть частину світу й місто, наприклад Europe/Kyiv або Europe/Warsaw, чи UTC.`,
  },
}
