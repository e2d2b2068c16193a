import type { Translated } from './translated.ts'

const en = {
  fxAdd: 'set what one unit of a currency costs in the base currency from a day on',
  fxList: 'exchange rates',
  fxRm: 'take a rate away',
  onlyCurrency: 'only this currency',
  rate: (p: { base: string }) => `in ${p.base}`,
  date: 'from',
  currency: 'currency',
  rateSet: (p: { date: string; currency: string; rate: string; base: string }) =>
    `From ${p.date} on, 1 ${p.currency} = ${p.rate} ${p.base}`,
  rateGone: (p: { date: string; currency: string }) => `The rate of ${p.currency} from ${p.date} is gone`,
  badRate: (p: { text: string }) => `"${p.text}" is no rate: write a number above zero, like 41.25`,
  baseRate: (p: { currency: string }) =>
    `${p.currency} is the base currency: its rate is always 1. Name another currency`,
  noRate: (p: { currency: string; date: string }) =>
    `There is no rate of ${p.currency} from ${p.date}. All of them: voronka fx list`,
  noRates: () => 'No exchange rates yet: voronka fx add 2026-10-14 EUR 1.08',
  configGet: 'show one setting',
  configSet: 'change a setting; "" takes it away',
  configList: 'every setting',
  key: 'setting',
  value: 'value',
  about: 'what it is',
  settings: {
    currency: 'base currency; fixed once there are deals or rates',
    timezone: 'IANA time zone; fixed once there are deals',
    lang: 'language: en, ru or uk',
    'week-start': 'first day of the week',
    pipeline: 'default pipeline of reports',
    me: 'which manager types here',
    'import-backup': 'an import of so many rows is preceded by a copy of the workspace; or off',
  },
  set: (p: { key: string; value: string }) => `${p.key} is ${p.value} now`,
  unset: (p: { key: string }) => `${p.key} is not set now`,
  noSetting: (p: { text: string; known: string }) => `No setting "${p.text}". There are: ${p.known}`,
  fixed: {
    currency: (now: string) =>
      `The currency stays ${now}: the workspace has deals or rates. Take them back (voronka undo), or make another workspace: voronka --db FILE init`,
    timezone: (now: string) =>
      `The time zone stays ${now}: the workspace has deals. Take them back (voronka undo), or make another workspace: voronka --db FILE init`,
  },
  mustBeSet: (p: { key: string }) => `${p.key} cannot be empty`,
  badImportBackup: (p: { text: string }) =>
    `"${p.text}" is no number of rows: write one above zero, like 1000, or off`,
  journal: 'what was done, the latest first',
  operation: 'no.',
  when: 'when',
  command: 'what',
  undoneBy: (p: { operation: number }) => `undone by ${p.operation}`,
  undoes: (p: { operation: number }) => `takes ${p.operation} back`,
  nothingDone: () => 'Nothing has been done yet',
  more: (p: { limit: number; all: number }) =>
    `The last ${p.limit} of ${p.all}. More: voronka journal --limit N`,
}

export type SetupWords = typeof en

const ru: SetupWords = {
  fxAdd: 'задать, сколько стоит единица валюты в основной с этого дня',
  fxList: 'курсы валют',
  fxRm: 'убрать курс',
  onlyCurrency: 'только эта валюта',
  rate: (p) => `в ${p.base}`,
  date: 'с',
  currency: 'валюта',
  rateSet: (p) => `С ${p.date} 1 ${p.currency} = ${p.rate} ${p.base}`,
  rateGone: (p) => `Курса ${p.currency} с ${p.date} больше нет`,
  badRate: (p) => `«${p.text}» — не курс: пишите число больше нуля, например 41.25`,
  baseRate: (p) => `${p.currency} — основная валюта, её курс всегда 1. Назовите другую`,
  noRate: (p) => `Нет курса ${p.currency} с ${p.date}. Все: voronka fx list`,
  noRates: () => 'Курсов пока нет: voronka fx add 2026-10-14 EUR 98.5',
  configGet: 'показать одну настройку',
  configSet: 'изменить настройку; "" убирает',
  configList: 'все настройки',
  key: 'настройка',
  value: 'значение',
  about: 'что это',
  settings: {
    currency: 'основная валюта; не меняется, когда есть сделки или курсы',
    timezone: 'часовой пояс IANA; не меняется, когда есть сделки',
    lang: 'язык: en, ru или uk',
    'week-start': 'первый день недели',
    pipeline: 'основная воронка отчётов',
    me: 'кто из менеджеров здесь печатает',
    'import-backup': 'перед импортом стольких строк делается копия базы; off — не делать',
  },
  set: (p) => `Теперь ${p.key}: ${p.value}`,
  unset: (p) => `Теперь ${p.key} не задано`,
  noSetting: (p) => `Нет настройки «${p.text}». Есть: ${p.known}`,
  fixed: {
    currency: (now) =>
      `Валюту уже нельзя сменить, остаётся ${now}: в базе есть сделки или курсы. Отмените их (voronka undo) или создайте другую базу: voronka --db ФАЙЛ init`,
    timezone: (now) =>
      `Часовой пояс уже нельзя сменить, остаётся ${now}: в базе есть сделки. Отмените их (voronka undo) или создайте другую базу: voronka --db ФАЙЛ init`,
  },
  mustBeSet: (p) => `${p.key} не может быть пустым`,
  badImportBackup: (p) => `«${p.text}» — не число строк: пишите число больше нуля, например 1000, или off`,
  journal: 'что было сделано, последнее первым',
  operation: '№',
  when: 'когда',
  command: 'что',
  undoneBy: (p) => `отменено операцией ${p.operation}`,
  undoes: (p) => `отмена операции ${p.operation}`,
  nothingDone: () => 'Пока ничего не сделано',
  more: (p) => `Показаны последние: ${p.limit} из ${p.all}. Больше: voronka journal --limit N`,
}

const uk: SetupWords = {
  fxAdd: 'задати, скільки коштує одиниця валюти в основній із цього дня',
  fxList: 'курси валют',
  fxRm: 'прибрати курс',
  onlyCurrency: 'лише ця валюта',
  rate: (p) => `у ${p.base}`,
  date: 'з',
  currency: 'валюта',
  rateSet: (p) => `З ${p.date} 1 ${p.currency} = ${p.rate} ${p.base}`,
  rateGone: (p) => `Курсу ${p.currency} з ${p.date} більше немає`,
  badRate: (p) => `«${p.text}» — не курс: пишіть число, більше за нуль, наприклад 41.25`,
  baseRate: (p) => `${p.currency} — основна валюта, її курс завжди 1. Назвіть іншу`,
  noRate: (p) => `Немає курсу ${p.currency} з ${p.date}. Усі: voronka fx list`,
  noRates: () => 'Курсів поки немає: voronka fx add 2026-10-14 EUR 48.2',
  configGet: 'показати одне налаштування',
  configSet: 'змінити налаштування; "" прибирає',
  configList: 'усі налаштування',
  key: 'налаштування',
  value: 'значення',
  about: 'що це',
  settings: {
    currency: 'основна валюта; не змінюється, коли є угоди або курси',
    timezone: 'часовий пояс IANA; не змінюється, коли є угоди',
    lang: 'мова: en, ru або uk',
    'week-start': 'перший день тижня',
    pipeline: 'основна воронка звітів',
    me: 'хто з менеджерів тут друкує',
    'import-backup': 'перед імпортом стількох рядків робиться копія бази; off — не робити',
  },
  set: (p) => `Тепер ${p.key}: ${p.value}`,
  unset: (p) => `Тепер ${p.key} не задано`,
  noSetting: (p) => `Немає налаштування «${p.text}». Є: ${p.known}`,
  fixed: {
    currency: (now) =>
      `Валюту вже не можна змінити, лишається ${now}: у базі є угоди або курси. Скасуйте їх (voronka undo) або створіть іншу базу: voronka --db ФАЙЛ init`,
    timezone: (now) =>
      `Часовий пояс уже не можна змінити, лишається ${now}: у базі є угоди. Скасуйте їх (voronka undo) або створіть іншу базу: voronka --db ФАЙЛ init`,
  },
  mustBeSet: (p) => `${p.key} не може бути порожнім`,
  badImportBackup: (p) =>
    `«${p.text}» — не кількість рядків: пишіть число більше нуля, наприклад 1000, або off`,
  journal: 'що було зроблено, останнє першим',
  operation: '№',
  when: 'коли',
  command: 'що',
  undoneBy: (p) => `скасовано операцією ${p.operation}`,
  undoes: (p) => `скасування операції ${p.operation}`,
  nothingDone: () => 'Поки нічого не зроблено',
  more: (p) => `Показано останні: ${p.limit} з ${p.all}. Більше: voronka journal --limit N`,
}

export const setupWords: Translated<SetupWords> = { en, ru, uk }
