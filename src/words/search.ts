import { plural, type Translated } from './translated.ts'

const en = {
  search: 'find people, companies, deals, tasks and talks by any words, a phone, an e-mail, a tag',
  onlyKind: 'only these: contact, company, deal, task or activity; may be repeated',
  limit: 'show so many of each kind',
  nothingToFind: (p: { text: string }) =>
    `There is no word to look for in "${p.text}". Type words or their beginnings: voronka search anna balcony`,
  badKind: (p: { text: string; known: string }) => `--kind takes one of ${p.known}, not "${p.text}"`,
  reading: (p: { records: number }) =>
    `Reading ${p.records} records that are new since the last search: only this once`,
  unread: (p: { records: number }) =>
    `The file cannot be written, so ${p.records} records were read one by one: a search in a writable file is faster`,
  none: (p: { text: string; alike: readonly string[] }) =>
    `Nothing found: ${p.text}${p.alike.length === 0 ? '' : `. Perhaps: ${p.alike.join(', ')}`}`,
  more: (p: { line: string }) => `There are more: ${p.line}`,
  of: (p: { shown: number; count: number }) => `${p.shown} of ${p.count}`,
  ofMany: (p: { shown: number; count: string }) => `${p.shown} of ${p.count} or more`,
  kinds: {
    contact: 'People',
    company: 'Companies',
    deal: 'Deals',
    task: 'Tasks',
    activity: 'Talks and notes',
  },
  fields: {
    phone: 'phone',
    email: 'e-mail',
    position: 'position',
    tags: 'tag',
    lostReason: 'lost because',
    website: 'site',
    result: 'result',
    externalId: 'external id',
  },
}

export type SearchWords = typeof en

const ru: SearchWords = {
  search: 'найти людей, компании, сделки, задачи и разговоры: по словам, телефону, почте, метке',
  onlyKind: 'только такие: contact, company, deal, task или activity; можно повторять',
  limit: 'показать столько каждого вида',
  nothingToFind: (p) =>
    `В «${p.text}» нет ни одного слова для поиска. Введите слова или их начала: voronka search анна балкон`,
  badKind: (p) => `--kind принимает одно из ${p.known}, а не «${p.text}»`,
  reading: (p) =>
    `Читаю то, что появилось после прошлого поиска: ${p.records} ${plural(p.records, 'запись', 'записи', 'записей')}. Это один раз`,
  unread: (p) =>
    `Файл нельзя изменить, поэтому ${p.records} ${plural(p.records, 'запись прочитана', 'записи прочитаны', 'записей прочитано')} без подготовки: в доступном для записи файле поиск быстрее`,
  none: (p) =>
    `Ничего не найдено: ${p.text}${p.alike.length === 0 ? '' : `. Может быть: ${p.alike.join(', ')}`}`,
  more: (p) => `Есть ещё: ${p.line}`,
  of: (p) => `${p.shown} из ${p.count}`,
  ofMany: (p) => `${p.shown}, всего не меньше ${p.count}`,
  kinds: {
    contact: 'Люди',
    company: 'Компании',
    deal: 'Сделки',
    task: 'Задачи',
    activity: 'Разговоры и заметки',
  },
  fields: {
    phone: 'телефон',
    email: 'почта',
    position: 'должность',
    tags: 'метка',
    lostReason: 'отказ',
    website: 'сайт',
    result: 'результат',
    externalId: 'внешний id',
  },
}

const uk: SearchWords = {
  search: 'знайти людей, компанії, угоди, завдання й розмови: за словами, телефоном, поштою, міткою',
  onlyKind: 'лише такі: contact, company, deal, task або activity; можна повторювати',
  limit: 'показати стільки кожного виду',
  nothingToFind: (p) =>
    `У «${p.text}» немає жодного слова для пошуку. Введіть слова або їхні початки: voronka search анна балкон`,
  badKind: (p) => `--kind приймає одне з ${p.known}, а не «${p.text}»`,
  reading: (p) =>
    `Читаю те, що з’явилося після минулого пошуку: ${p.records} ${plural(p.records, 'запис', 'записи', 'записів')}. Це один раз`,
  unread: (p) =>
    `Файл не можна змінити, тому ${p.records} ${plural(p.records, 'запис прочитано', 'записи прочитано', 'записів прочитано')} без підготовки: у доступному для запису файлі пошук швидший`,
  none: (p) =>
    `Нічого не знайдено: ${p.text}${p.alike.length === 0 ? '' : `. Можливо: ${p.alike.join(', ')}`}`,
  more: (p) => `Є ще: ${p.line}`,
  of: (p) => `${p.shown} із ${p.count}`,
  ofMany: (p) => `${p.shown}, усього не менше ${p.count}`,
  kinds: {
    contact: 'Люди',
    company: 'Компанії',
    deal: 'Угоди',
    task: 'Завдання',
    activity: 'Розмови й нотатки',
  },
  fields: {
    phone: 'телефон',
    email: 'пошта',
    position: 'посада',
    tags: 'мітка',
    lostReason: 'відмова',
    website: 'сайт',
    result: 'результат',
    externalId: 'зовнішній id',
  },
}

export const searchWords: Translated<SearchWords> = { en, ru, uk }
