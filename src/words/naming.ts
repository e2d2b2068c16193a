import { plural, type Translated } from './translated.ts'

/** Kinds of records that can be named on the command line. */
export type NamedKind =
  | 'activity'
  | 'plan'
  | 'company'
  | 'contact'
  | 'deal'
  | 'field'
  | 'manager'
  | 'pipeline'
  | 'rule'
  | 'stage'
  | 'task'

interface None {
  kind: NamedKind
  text: string
  /** Names that were perhaps meant, or all there are when they are few. */
  near: readonly string[]
  /** The pipeline that was looked in, for a stage. */
  within?: string
  /** The command that lists them. */
  list: string
}

/** Those that other systems have ids for. */
export type IdedKind = 'activity' | 'company' | 'contact' | 'deal' | 'task'

interface TwoIds {
  kind: IdedKind
  text: string
  /** `d1 Doors`, whose number it is here. */
  here: string
  /** `d7 Windows`, which another system calls so. */
  other: string
}

interface Several {
  kind: NamedKind
  text: string
  /** `c5 Анна (балкон)`, the first few. */
  found: readonly string[]
  /** How many fit in all. */
  count: number
}

const noun = {
  en: {
    activity: ['activity', 'activities'],
    plan: ['plan', 'plans'],
    company: ['company', 'companies'],
    contact: ['contact', 'contacts'],
    deal: ['deal', 'deals'],
    field: ['field', 'fields'],
    manager: ['manager', 'managers'],
    pipeline: ['pipeline', 'pipelines'],
    rule: ['rule', 'rules'],
    stage: ['stage', 'stages'],
    task: ['task', 'tasks'],
  },
  ru: {
    activity: 'действия',
    plan: 'плана',
    company: 'компании',
    contact: 'контакта',
    deal: 'сделки',
    field: 'поля',
    manager: 'менеджера',
    pipeline: 'воронки',
    rule: 'правила',
    stage: 'этапа',
    task: 'задачи',
  },
  uk: {
    activity: 'дії',
    plan: 'плану',
    company: 'компанії',
    contact: 'контакту',
    deal: 'угоди',
    field: 'поля',
    manager: 'менеджера',
    pipeline: 'воронки',
    rule: 'правила',
    stage: 'етапу',
    task: 'завдання',
  },
} as const satisfies {
  en: Record<NamedKind, readonly [string, string]>
  ru: Record<NamedKind, string>
  uk: Record<NamedKind, string>
}

/** People are counted with words of their own: «это трое». */
const isPerson = (kind: NamedKind) => kind === 'contact' || kind === 'manager'

const en = {
  none: ({ kind, text, near, within, list }: None) =>
    `There is no ${noun.en[kind][0]} "${text}"${within === undefined ? '' : ` in pipeline "${within}"`}.${
      near.length === 0 ? '' : ` There ${near.length === 1 ? 'is' : 'are'}: ${near.join(', ')}.`
    } All of them: ${list}`,
  /** Stands for a name in a command to type. */
  name: 'NAME',
  makeIt: (p: { refusal: string; make: string }) => `${p.refusal}. To add it: ${p.make}`,
  several: ({ kind, text, found, count }: Several) =>
    `"${text}" fits ${count} ${noun.en[kind][1]}: ${found.join(', ')}${
      count > found.length ? ` and ${count - found.length} more` : ''
    }. Name one of them exactly`,
  twoIds: ({ kind, text, here, other }: TwoIds) =>
    `"${text}" is a number here (${here}) and the id of another ${noun.en[kind][0]} in the system it came from (${other}). Say which: id:${text} or ext:${text}`,
  which: (p: { text: string }) => `Which "${p.text}"?`,
  nothingTouched: (p: { kind: NamedKind; list: string }) =>
    `"." is the ${noun.en[p.kind][0]} touched last by hand, and since the last import none has been. All of them: ${p.list}`,
}

export type NamingWords = typeof en

const ru: NamingWords = {
  none: ({ kind, text, near, within, list }) =>
    `Нет ${noun.ru[kind]} «${text}»${within === undefined ? '' : ` в воронке «${within}»`}.${
      near.length === 0 ? '' : ` Есть: ${near.join(', ')}.`
    } Все: ${list}`,
  name: 'ИМЯ',
  makeIt: (p) => `${p.refusal}. Добавить: ${p.make}`,
  several: ({ kind, text, found, count }) => {
    const people = ['двое', 'трое', 'четверо'][count - 2]
    const said = isPerson(kind)
      ? `это ${people ?? `${count} ${plural(count, 'человек', 'человека', 'человек')}`}`
      : `подходит не одному (${count})`
    const more = count > found.length ? ` и ещё ${count - found.length}` : ''
    return `«${text}» — ${said}: ${found.join(', ')}${more}. Назовите точнее`
  },
  twoIds: ({ text, here, other }) =>
    `«${text}» — и номер здесь (${here}), и id в системе, откуда загружено (${other}). Скажите, что из двух: id:${text} или ext:${text}`,
  which: (p) => `Кого или что из них: «${p.text}»?`,
  nothingTouched: (p) =>
    `Точка — это запись, которую последней меняли вручную, а после импорта ${noun.ru[p.kind]} вручную не меняли. Назовите: номером или названием. Все: ${p.list}`,
}

const uk: NamingWords = {
  none: ({ kind, text, near, within, list }) =>
    `Немає ${noun.uk[kind]} «${text}»${within === undefined ? '' : ` у воронці «${within}»`}.${
      near.length === 0 ? '' : ` Є: ${near.join(', ')}.`
    } Усі: ${list}`,
  name: 'ІМ’Я',
  makeIt: (p) => `${p.refusal}. Додати: ${p.make}`,
  several: ({ kind, text, found, count }) => {
    const people = ['двоє', 'троє', 'четверо'][count - 2]
    const said = isPerson(kind)
      ? `це ${people ?? `${count} ${plural(count, 'людина', 'людини', 'людей')}`}`
      : `підходить не одному (${count})`
    const more = count > found.length ? ` і ще ${count - found.length}` : ''
    return `«${text}» — ${said}: ${found.join(', ')}${more}. Назвіть точніше`
  },
  twoIds: ({ text, here, other }) =>
    `«${text}» — і номер тут (${here}), і id у системі, звідки завантажено (${other}). Скажіть, що з двох: id:${text} чи ext:${text}`,
  which: (p) => `Кого або що з них: «${p.text}»?`,
  nothingTouched: (p) =>
    `Крапка — це запис, який останнім змінювали вручну, а після імпорту ${noun.uk[p.kind]} вручну не змінювали. Назвіть: номером або назвою. Усі: ${p.list}`,
}

export const namingWords: Translated<NamingWords> = { en, ru, uk }
