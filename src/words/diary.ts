import type { Translated } from './translated.ts'

interface OfDeal {
  deal: string
  title: string
}

const en = {
  dealAdded: (p: OfDeal & { stage: string }) =>
    `new deal ${p.deal} ${p.title}${p.stage === '' ? '' : ` (${p.stage})`}`,
  dealMoved: (p: OfDeal & { from: string; to: string; reason: string | null }) =>
    `${p.deal} ${p.title}: ${p.from} → ${p.to}${p.reason === null ? '' : `, ${p.reason}`}`,
  dealEdited: (p: OfDeal & { field: string; from: string; to: string }) =>
    `${p.deal} ${p.title}: ${p.field} ${p.from} → ${p.to}`,
  handover: (p: { from: string; to: readonly string[]; until: string | null }) =>
    `handed over: ${p.from} → ${p.to.join(', ')}${p.until === null ? '' : ` until ${p.until}`}`,
  handedBack: (p: { to: string }) => `handed back: ${p.to}`,
  me: (p: { name: string }) => `you are ${p.name}`,
  dealRemoved: (p: OfDeal) => `removed deal ${p.deal} ${p.title}`,
  setting: (p: { key: string; value: string | null }) =>
    `setting ${p.key}${p.value === null ? ': none' : ''}`,
  more: (n: number) => `and ${n} more`,
  named: (name: string) => `“${name}”`,
  begun: 'the workspace was made: its pipeline, stages and settings',
  tookBack: (p: { what: string }) => `taken back: ${p.what}`,
  loaded: (p: { file: string }) => `import of ${p.file}`,
  what: 'what was done',
  how: { added: 'added', changed: 'changed', removed: 'removed', done: 'done' },
  records: {
    contacts: 'contact',
    companies: 'company',
    activities: 'activity',
    tasks: 'task',
    managers: 'manager',
    plans: 'plan',
    holidays: 'calendar day',
    bonuses: 'bonus rule',
    rules: 'rule',
    wants: 'wait for goods',
    pipelines: 'pipeline',
    stages: 'stage',
    fields: 'field',
    fx_rates: 'rate',
    dashboards: 'dashboard',
    saved_filters: 'filter',
  },
}

export type DiaryWords = typeof en

/** Quotes within quotes. */
function within(name: string): string {
  return name.replaceAll('«', '„').replaceAll('»', '“')
}

const ru: DiaryWords = {
  dealAdded: (p) => `новая сделка ${p.deal} ${p.title}${p.stage === '' ? '' : ` (${p.stage})`}`,
  dealMoved: (p) => `${p.deal} ${p.title}: ${p.from} → ${p.to}${p.reason === null ? '' : `, ${p.reason}`}`,
  dealEdited: (p) => `${p.deal} ${p.title}: ${p.field} ${p.from} → ${p.to}`,
  handover: (p) =>
    `передача работы: ${p.from} → ${p.to.join(', ')}${p.until === null ? '' : ` до ${p.until}`}`,
  handedBack: (p) => `работа возвращена: ${p.to}`,
  me: (p) => `вы — ${p.name}`,
  dealRemoved: (p) => `удалена сделка ${p.deal} ${p.title}`,
  setting: (p) => `настройка ${p.key}${p.value === null ? ': убрана' : ''}`,
  more: (n) => `и ещё ${n}`,
  named: (name) => `«${within(name)}»`,
  begun: 'создана база: воронка, этапы, настройки',
  tookBack: (p) => `отменено: ${p.what}`,
  loaded: (p) => `импорт ${p.file}`,
  what: 'что сделано',
  how: { added: 'добавлено', changed: 'изменено', removed: 'удалено', done: 'выполнено' },
  records: {
    contacts: 'контакт',
    companies: 'компания',
    activities: 'действие',
    tasks: 'задача',
    managers: 'менеджер',
    plans: 'план',
    holidays: 'день календаря',
    bonuses: 'правило бонуса',
    rules: 'правило',
    wants: 'ожидание товара',
    pipelines: 'воронка',
    stages: 'этап',
    fields: 'поле',
    fx_rates: 'курс',
    dashboards: 'сводка',
    saved_filters: 'отбор',
  },
}

const uk: DiaryWords = {
  dealAdded: (p) => `нова угода ${p.deal} ${p.title}${p.stage === '' ? '' : ` (${p.stage})`}`,
  dealMoved: (p) => `${p.deal} ${p.title}: ${p.from} → ${p.to}${p.reason === null ? '' : `, ${p.reason}`}`,
  dealEdited: (p) => `${p.deal} ${p.title}: ${p.field} ${p.from} → ${p.to}`,
  handover: (p) =>
    `передача роботи: ${p.from} → ${p.to.join(', ')}${p.until === null ? '' : ` до ${p.until}`}`,
  handedBack: (p) => `роботу повернуто: ${p.to}`,
  me: (p) => `ви — ${p.name}`,
  dealRemoved: (p) => `вилучено угоду ${p.deal} ${p.title}`,
  setting: (p) => `налаштування ${p.key}${p.value === null ? ': прибрано' : ''}`,
  more: (n) => `і ще ${n}`,
  named: (name) => `«${within(name)}»`,
  begun: 'створено базу: воронку, етапи, налаштування',
  tookBack: (p) => `скасовано: ${p.what}`,
  loaded: (p) => `імпорт ${p.file}`,
  what: 'що зроблено',
  how: { added: 'додано', changed: 'змінено', removed: 'вилучено', done: 'виконано' },
  records: {
    contacts: 'контакт',
    companies: 'компанія',
    activities: 'дія',
    tasks: 'завдання',
    managers: 'менеджер',
    plans: 'план',
    holidays: 'день календаря',
    bonuses: 'правило бонусу',
    rules: 'правило',
    wants: 'очікування товару',
    pipelines: 'воронка',
    stages: 'етап',
    fields: 'поле',
    fx_rates: 'курс',
    dashboards: 'зведення',
    saved_filters: 'відбір',
  },
}

export const diaryWords: Translated<DiaryWords> = { en, ru, uk }
