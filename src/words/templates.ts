import type { Translated } from './translated.ts'

export const TEMPLATES = ['calls', 'seven-steps', 'inquiry', 'b2b', 'after-sale'] as const
export type TemplateId = (typeof TEMPLATES)[number]

/** A pipeline ready made: its stages end where the sale is made. */
interface Template {
  about: string
  pipeline: string
  stages: readonly string[]
  won: string
  lost: string
}

const en: Record<TemplateId, Template> = {
  calls: {
    about: 'the oldest funnel of the trade',
    pipeline: 'Sales',
    stages: ['Call', 'Meeting', 'Contract'],
    won: 'Won',
    lost: 'Lost',
  },
  'seven-steps': {
    about: 'the steps of one sale',
    pipeline: 'Sales',
    stages: ['Contact', 'Needs', 'Presentation', 'Buying signal', 'Objections', 'Closing', 'Invoice'],
    won: 'Won',
    lost: 'Lost',
  },
  inquiry: {
    about: 'inquiries that come in',
    pipeline: 'Inquiries',
    stages: ['Inquiry', 'Processed', 'Proposal', 'Start agreed'],
    won: 'Won',
    lost: 'Lost',
  },
  b2b: {
    about: 'a long chain of business sales',
    pipeline: 'Business sales',
    stages: ['Cold call', 'Mailing', 'Event', 'Site visit', 'Presentation', 'Proposal', 'Demo', 'Contract'],
    won: 'Won',
    lost: 'Lost',
  },
  'after-sale': {
    about: 'work with those who have bought',
    pipeline: 'After the sale',
    stages: ['Support contract', 'Referrals', 'Repeat sale'],
    won: 'Sold again',
    lost: 'Lost',
  },
}

const ru: Record<TemplateId, Template> = {
  calls: {
    about: 'самая старая воронка продавца',
    pipeline: 'Продажи',
    stages: ['Звонок', 'Встреча', 'Договор'],
    won: 'Выиграно',
    lost: 'Отказ',
  },
  'seven-steps': {
    about: 'шаги одной продажи',
    pipeline: 'Продажи',
    stages: ['Контакт', 'Потребности', 'Презентация', 'Сигнал к покупке', 'Возражения', 'Завершение', 'Счёт'],
    won: 'Выиграно',
    lost: 'Отказ',
  },
  inquiry: {
    about: 'входящие обращения',
    pipeline: 'Обращения',
    stages: ['Обращение', 'Обработано', 'Предложение', 'Старт согласован'],
    won: 'Выиграно',
    lost: 'Отказ',
  },
  b2b: {
    about: 'длинная цепочка продаж компаниям',
    pipeline: 'Продажи компаниям',
    stages: [
      'Холодный звонок',
      'Рассылка',
      'Мероприятие',
      'Выезд на объект',
      'Презентация',
      'Предложение',
      'Демонстрация',
      'Договор',
    ],
    won: 'Выиграно',
    lost: 'Отказ',
  },
  'after-sale': {
    about: 'работа с теми, кто уже купил',
    pipeline: 'После продажи',
    stages: ['Договор поддержки', 'Рекомендации', 'Повторная продажа'],
    won: 'Продано снова',
    lost: 'Отказ',
  },
}

const uk: Record<TemplateId, Template> = {
  calls: {
    about: 'найстаріша воронка продавця',
    pipeline: 'Продажі',
    stages: ['Дзвінок', 'Зустріч', 'Договір'],
    won: 'Виграно',
    lost: 'Відмова',
  },
  'seven-steps': {
    about: 'кроки одного продажу',
    pipeline: 'Продажі',
    stages: [
      'Контакт',
      'Потреби',
      'Презентація',
      'Сигнал до купівлі',
      'Заперечення',
      'Завершення',
      'Рахунок',
    ],
    won: 'Виграно',
    lost: 'Відмова',
  },
  inquiry: {
    about: 'вхідні звернення',
    pipeline: 'Звернення',
    stages: ['Звернення', 'Опрацьовано', 'Пропозиція', 'Старт погоджено'],
    won: 'Виграно',
    lost: 'Відмова',
  },
  b2b: {
    about: 'довгий ланцюг продажів компаніям',
    pipeline: 'Продажі компаніям',
    stages: [
      'Холодний дзвінок',
      'Розсилка',
      'Захід',
      'Виїзд на об’єкт',
      'Презентація',
      'Пропозиція',
      'Демонстрація',
      'Договір',
    ],
    won: 'Виграно',
    lost: 'Відмова',
  },
  'after-sale': {
    about: 'робота з тими, хто вже купив',
    pipeline: 'Після продажу',
    stages: ['Договір підтримки', 'Рекомендації', 'Повторний продаж'],
    won: 'Продано знову',
    lost: 'Відмова',
  },
}

export type TemplatesWords = Record<TemplateId, Template>

export const templatesWords: Translated<TemplatesWords> = { en, ru, uk }
