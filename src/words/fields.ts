import { plural, type Translated } from './translated.ts'

type FieldType = 'text' | 'number' | 'money' | 'date' | 'choice' | 'yesno'
type Entity = 'deal' | 'contact' | 'company'

const en = {
  add: 'make a field of your own',
  list: 'fields of your own',
  edit: 'rename a field, change its choices',
  rm: 'remove a field that no record has',
  type: 'text, number, money, date, choice or yesno (default: text)',
  choices: 'what a choice may be, comma-separated',
  for: 'of what it is a field: deal, contact or company (default: deal)',
  entity: 'of',
  choicesTitle: 'choices',
  types: {
    text: 'text',
    number: 'number',
    money: 'money',
    date: 'date',
    choice: 'choice',
    yesno: 'yes or no',
  } satisfies Record<FieldType, string>,
  entities: { deal: 'deal', contact: 'contact', company: 'company' } satisfies Record<Entity, string>,
  added: (p: { name: string }) => `Made field "${p.name}"`,
  changed: (p: { name: string; changes: string }) => `Changed field "${p.name}": ${p.changes}`,
  removed: (p: { name: string }) => `Removed field "${p.name}"`,
  badType: (p: { text: string; known: string }) => `No field type "${p.text}". There are: ${p.known}`,
  badEntity: (p: { text: string; known: string }) => `--for takes ${p.known}, not "${p.text}"`,
  needsChoices: 'A choice needs what to choose from: --choices "A,B,C"',
  noChoices: '--choices are for fields of type choice',
  taken: (p: { name: string }) => `There is a field "${p.name}" already: give another name`,
  reserved: (p: { name: string }) =>
    `"${p.name}" is what the program itself calls something: give the field another name`,
  inUse: (p: { name: string; count: number }) =>
    `Field "${p.name}" has values (${p.count}) and stays. It can be renamed: voronka field edit "${p.name}" --name NAME`,
  choiceInUse: (p: { name: string; choice: string }) =>
    `"${p.choice}" is chosen somewhere in "${p.name}": keep it among --choices`,
  empty: () => 'No fields of your own yet: voronka field add NAME --type choice --choices "A,B"',
}

export type FieldsWords = typeof en

const ru: FieldsWords = {
  add: 'завести своё поле',
  list: 'свои поля',
  edit: 'переименовать поле, изменить варианты',
  rm: 'удалить поле, которое нигде не заполнено',
  type: 'text, number, money, date, choice или yesno (по умолчанию text)',
  choices: 'варианты выбора, через запятую',
  for: 'поле чего: deal, contact или company (по умолчанию deal)',
  entity: 'чьё',
  choicesTitle: 'варианты',
  types: {
    text: 'текст',
    number: 'число',
    money: 'деньги',
    date: 'дата',
    choice: 'выбор',
    yesno: 'да или нет',
  },
  entities: { deal: 'сделки', contact: 'контакта', company: 'компании' },
  added: (p) => `Заведено поле «${p.name}»`,
  changed: (p) => `Изменено поле «${p.name}»: ${p.changes}`,
  removed: (p) => `Удалено поле «${p.name}»`,
  badType: (p) => `Нет типа поля «${p.text}». Есть: ${p.known}`,
  badEntity: (p) => `--for принимает ${p.known}, а не «${p.text}»`,
  needsChoices: 'Для выбора нужны варианты: --choices "А,Б,В"',
  noChoices: '--choices — только для полей типа choice',
  taken: (p) => `Поле «${p.name}» уже есть: дайте другое название`,
  reserved: (p) => `«${p.name}» в программе уже означает другое: дайте полю иное название`,
  inUse: (p) =>
    `Поле «${p.name}» заполнено (${p.count} ${plural(p.count, 'раз', 'раза', 'раз')}) и остаётся. Его можно переименовать: voronka field edit "${p.name}" --name ИМЯ`,
  choiceInUse: (p) => `«${p.choice}» где-то выбрано в поле «${p.name}»: оставьте его в --choices`,
  empty: () => 'Своих полей пока нет: voronka field add ИМЯ --type choice --choices "А,Б"',
}

const uk: FieldsWords = {
  add: 'завести власне поле',
  list: 'власні поля',
  edit: 'перейменувати поле, змінити варіанти',
  rm: 'вилучити поле, яке ніде не заповнене',
  type: 'text, number, money, date, choice або yesno (типово text)',
  choices: 'варіанти вибору, через кому',
  for: 'поле чого: deal, contact або company (типово deal)',
  entity: 'чиє',
  choicesTitle: 'варіанти',
  types: {
    text: 'текст',
    number: 'число',
    money: 'гроші',
    date: 'дата',
    choice: 'вибір',
    yesno: 'так або ні',
  },
  entities: { deal: 'угоди', contact: 'контакту', company: 'компанії' },
  added: (p) => `Заведено поле «${p.name}»`,
  changed: (p) => `Змінено поле «${p.name}»: ${p.changes}`,
  removed: (p) => `Вилучено поле «${p.name}»`,
  badType: (p) => `Немає типу поля «${p.text}». Є: ${p.known}`,
  badEntity: (p) => `--for приймає ${p.known}, а не «${p.text}»`,
  needsChoices: 'Для вибору потрібні варіанти: --choices "А,Б,В"',
  noChoices: '--choices — лише для полів типу choice',
  taken: (p) => `Поле «${p.name}» вже є: дайте іншу назву`,
  reserved: (p) => `«${p.name}» у програмі вже означає інше: дайте полю іншу назву`,
  inUse: (p) =>
    `Поле «${p.name}» заповнене (${p.count} ${plural(p.count, 'раз', 'рази', 'разів')}) і лишається. Його можна перейменувати: voronka field edit "${p.name}" --name НАЗВА`,
  choiceInUse: (p) => `«${p.choice}» десь вибрано в полі «${p.name}»: лишіть його в --choices`,
  empty: () => 'Власних полів поки немає: voronka field add НАЗВА --type choice --choices "А,Б"',
}

export const fieldsWords: Translated<FieldsWords> = { en, ru, uk }
