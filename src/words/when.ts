import type { Translated } from './translated.ts'

const en = {
  /** Monday first. */
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  unreadable: (text: string) =>
    `Cannot read the date “${text}”: write 2026-10-14, 14.10 15:30, yesterday 15:30, fri 10 or in 3 days.`,
  unreadableAhead: (text: string) =>
    `Cannot read the date “${text}”: write tomorrow 10:00, fri 10, 25.10 15:30, on the 25th or in 3 days.`,
  otherWeekday: (text: string, day: string) =>
    `“${text}” contradicts itself: that date is ${day}. Write the weekday or the date`,
  unknownZone: (text: string) =>
    `Unknown time zone “${text}”: write a city, like Berlin, or region and city, like Europe/Kyiv or America/New_York, or UTC.`,
  zonesNear: (p: { text: string; near: readonly string[] }) =>
    `Unknown time zone “${p.text}”. Perhaps ${p.near.join(', ')}`,
}

export type WhenWords = typeof en

export const whenWords: Translated<WhenWords> = {
  en,
  ru: {
    weekdays: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
    unreadable: (text) =>
      `Непонятная дата «${text}»: можно так: 2026-10-14, 14.10 15:30, вчера 15:30, пт 10, через 3 дня.`,
    unreadableAhead: (text) =>
      `Непонятная дата «${text}»: можно так: завтра 10:00, пт 10, 25.10 15:30, 25-го, через 3 дня.`,
    otherWeekday: (text, day) =>
      `«${text}» спорит с собой: это число — ${day}. Напишите или день недели, или число`,
    unknownZone: (text) =>
      `Неизвестный часовой пояс «${text}»: напишите город, например Москва, или часть света и город, например Asia/Almaty, либо UTC.`,
    zonesNear: (p) => `Неизвестный часовой пояс «${p.text}». Может быть, ${p.near.join(', ')}`,
  },
  uk: {
    weekdays: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'нд'],
    unreadable: (text) =>
      `Незрозуміла дата «${text}»: можна так: 2026-10-14, 14.10 15:30, вчора 15:30, пт 10, через 3 дні.`,
    unreadableAhead: (text) =>
      `Незрозуміла дата «${text}»: можна так: завтра 10:00, пт 10, 25.10 15:30, 25-го, через 3 дні.`,
    otherWeekday: (text, day) =>
      `«${text}» суперечить собі: це число — ${day}. Напишіть або день тижня, або число`,
    unknownZone: (text) =>
      `Невідомий часовий пояс «${text}»: напишіть місто, наприклад Київ, або частину світу й місто, наприклад Europe/Warsaw, чи UTC.`,
    zonesNear: (p) => `Невідомий часовий пояс «${p.text}». Можливо, ${p.near.join(', ')}`,
  },
}
