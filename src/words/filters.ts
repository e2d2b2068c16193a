import type { Translated } from './translated.ts'

/** Texts of deals that a filter may name: they are no records of their own. */
export type TextKind = 'source' | 'product' | 'tag' | { field: string }

interface Unknown {
  kind: TextKind
  text: string
  /** Those that it nearly is, or all there are when they are few. */
  known: readonly string[]
}

function nounOf(nouns: Readonly<Record<'source' | 'product' | 'tag', string>>, kind: TextKind): string {
  return typeof kind === 'object' ? kind.field : nouns[kind]
}

const en = {
  manager: 'only deals of this manager; "(none)" for those without one',
  pipeline: 'the pipeline',
  stage: 'only deals in this stage',
  status: 'only open, won or lost deals',
  source: 'only deals from this lead source',
  product: 'only deals with this product',
  tag: 'only deals with this tag',
  company: 'only deals of this company',
  amount:
    'only deals worth so much: 100000.., ..50000, 10000..50000 (both ends included), none; in the base currency unless it names another, other currencies by the day’s rate',
  field: 'only deals where a field of your own has this value',
  created: 'only deals created in this period',
  kind: {
    manager: 'manager',
    stage: 'stage',
    status: 'status',
    source: 'source',
    product: 'product',
    tag: 'tag',
    company: 'company',
    amount: 'amount',
    reason: 'reason of loss',
  },
  statuses: { open: 'open', won: 'won', lost: 'lost' },
  atLeast: (p: { amount: string }) => `from ${p.amount}`,
  upTo: (p: { amount: string }) => `up to ${p.amount}`,
  between: (p: { from: string; until: string }) => `${p.from} to ${p.until}`,
  badAmount: (p: { text: string }) =>
    `--amount takes a range: 100000.. (from), ..50000 (up to), 10000..50000, or none, not "${p.text}"`,
  unknown: ({ kind, text, known }: Unknown) =>
    `No deal has the ${nounOf(en.kind, kind)} "${text}".${known.length > 0 ? ` There are: ${known.join(', ')}` : ''}`,
  ambiguous: (p: { text: string; names: readonly string[] }) =>
    `"${p.text}" may be any of: ${p.names.join(', ')}. Write more of it`,
  badStatus: (p: { text: string }) => `--status takes open, won or lost, not "${p.text}"`,
  badField: (p: { text: string }) => `--field takes NAME=VALUE, not "${p.text}"`,
  badFieldValue: (p: { field: string; text: string; accepts: string }) =>
    `"${p.text}" is no value of the field "${p.field}": it takes ${p.accepts}`,
  fieldTakes: {
    text: 'a text',
    number: 'a number, like 12.5',
    money: 'an amount in the base currency, like 1200.50',
    date: 'a date, like 2026-10-14',
    choice: (choices: readonly string[]) => `one of ${choices.join(', ')}`,
    yesno: 'yes or no',
  },
}

export type FilterWords = typeof en

const ru: FilterWords = {
  manager: 'только сделки этого менеджера; «(нет)» — без менеджера',
  pipeline: 'воронка',
  stage: 'только сделки на этом этапе',
  status: 'только открытые (open), выигранные (won) или проигранные (lost)',
  source: 'только сделки из этого источника',
  product: 'только сделки с этим продуктом',
  tag: 'только сделки с этой меткой',
  company: 'только сделки этой компании',
  amount:
    'только сделки на такую сумму: 100000.., ..50000, 10000..50000 (границы входят), «нет» — без суммы; в основной валюте, если не названа другая, остальные валюты — по курсу дня',
  field: 'только сделки с этим значением своего поля',
  created: 'только сделки, созданные за период',
  kind: {
    manager: 'менеджер',
    stage: 'этап',
    status: 'состояние',
    source: 'источник',
    product: 'продукт',
    tag: 'метка',
    company: 'компания',
    amount: 'сумма',
    reason: 'причина отказа',
  },
  statuses: { open: 'в деле', won: 'выиграна', lost: 'отказ' },
  atLeast: (p) => `от ${p.amount}`,
  upTo: (p) => `до ${p.amount}`,
  between: (p) => `от ${p.from} до ${p.until}`,
  badAmount: (p) =>
    `--amount принимает границы: 100000.. (от), ..50000 (до), 10000..50000 или «нет», а не «${p.text}»`,
  unknown: ({ kind, text, known }) =>
    `Нет сделок, где ${nounOf(ru.kind, kind)} — «${text}».${known.length > 0 ? ` Есть: ${known.join(', ')}` : ''}`,
  ambiguous: (p) => `«${p.text}» — может быть: ${p.names.join(', ')}. Напишите подробнее`,
  badStatus: (p) => `--status принимает open, won или lost, а не «${p.text}»`,
  badField: (p) => `--field принимает ИМЯ=ЗНАЧЕНИЕ, а не «${p.text}»`,
  badFieldValue: (p) => `«${p.text}» не подходит для поля «${p.field}»: нужно ${p.accepts}`,
  fieldTakes: {
    text: 'слово или текст',
    number: 'число, например 12,5',
    money: 'сумма в основной валюте, например 1200,50',
    date: 'дата, например 14.10.2026',
    choice: (choices) => `одно из: ${choices.join(', ')}`,
    yesno: 'да или нет',
  },
}

const uk: FilterWords = {
  manager: 'лише угоди цього менеджера; «(немає)» — без менеджера',
  pipeline: 'воронка',
  stage: 'лише угоди на цьому етапі',
  status: 'лише відкриті (open), виграні (won) або програні (lost)',
  source: 'лише угоди з цього джерела',
  product: 'лише угоди з цим продуктом',
  tag: 'лише угоди з цією міткою',
  company: 'лише угоди цієї компанії',
  amount:
    'лише угоди на таку суму: 100000.., ..50000, 10000..50000 (межі входять), «немає» — без суми; в основній валюті, якщо не названо іншу, решта валют — за курсом дня',
  field: 'лише угоди з цим значенням свого поля',
  created: 'лише угоди, створені за період',
  kind: {
    manager: 'менеджер',
    stage: 'етап',
    status: 'стан',
    source: 'джерело',
    product: 'продукт',
    tag: 'мітка',
    company: 'компанія',
    amount: 'сума',
    reason: 'причина відмови',
  },
  statuses: { open: 'у роботі', won: 'виграно', lost: 'відмова' },
  atLeast: (p) => `від ${p.amount}`,
  upTo: (p) => `до ${p.amount}`,
  between: (p) => `від ${p.from} до ${p.until}`,
  badAmount: (p) =>
    `--amount приймає межі: 100000.. (від), ..50000 (до), 10000..50000 або «немає», а не «${p.text}»`,
  unknown: ({ kind, text, known }) =>
    `Немає угод, де ${nounOf(uk.kind, kind)} — «${text}».${known.length > 0 ? ` Є: ${known.join(', ')}` : ''}`,
  ambiguous: (p) => `«${p.text}» — може бути: ${p.names.join(', ')}. Напишіть докладніше`,
  badStatus: (p) => `--status приймає open, won або lost, а не «${p.text}»`,
  badField: (p) => `--field приймає ІМ’Я=ЗНАЧЕННЯ, а не «${p.text}»`,
  badFieldValue: (p) => `«${p.text}» не підходить для поля «${p.field}»: потрібно ${p.accepts}`,
  fieldTakes: {
    text: 'слово чи текст',
    number: 'число, наприклад 12,5',
    money: 'сума в основній валюті, наприклад 1200,50',
    date: 'дата, наприклад 14.10.2026',
    choice: (choices) => `одне з: ${choices.join(', ')}`,
    yesno: 'так або ні',
  },
}

export const filterWords: Translated<FilterWords> = { en, ru, uk }
