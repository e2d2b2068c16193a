import { plural, type Translated } from './translated.ts'

interface Lacks {
  id: string
  title: string
  stage: string
  /** Names of what is missing. */
  missing: readonly string[]
}

const en = {
  require: 'a field that a deal must have to go on; a yes/no field must be yes',
  unrequire: 'a field that it need not have any more',
  newField: 'what --require names and is no field becomes a yes/no field',
  strict: 'refuse to move a deal on without them',
  noStrict: 'only warn',
  invoice: 'an invoice is out in this stage: a deal that stays is to be asked about',
  noInvoice: 'no invoice is out in it',
  title: 'to go on',
  strictly: 'strictly',
  withInvoice: 'invoice',
  rules: 'rules',
  changes: { criteria: 'to go on', strict: 'strictly', invoice: 'invoice' },
  contact: 'contact',
  lacks: (p: Lacks) => `${p.id} ${p.title} goes on from "${p.stage}" without: ${p.missing.join(', ')}`,
  fill: (p: { command: string }) => `To fill in: ${p.command}`,
  refused: (p: Lacks & { command: string }) =>
    `${p.id} ${p.title} cannot go on from "${p.stage}" without: ${p.missing.join(', ')}. Fill in: ${p.command}`,
  ask: (p: Lacks) => `${p.id} ${p.title} lacks for going on: ${p.missing.join(', ')}`,
  fillNow: 'fill in now',
  goOn: 'go on without',
  cancel: 'leave the deal where it is',
  value: (p: { field: string }) => `${p.field}:`,
  yesNo: (p: { field: string }) => `${p.field}?`,
  imported: (p: { stage: string; count: number }) =>
    `${p.count} ${p.count === 1 ? 'deal went' : 'deals went'} on from "${p.stage}" without what it asks for`,
  noField: (p: { text: string; known: string }) =>
    `There is no field "${p.text}". There are: ${p.known}. To make it a yes/no field: --new-field`,
  makeField: (p: { text: string }) => `There is no field "${p.text}". Make it a yes/no field?`,
  notRequired: (p: { text: string; stage: string }) => `"${p.stage}" does not ask for "${p.text}"`,
  fieldRequired: (p: { name: string; stage: string }) =>
    `"${p.stage}" asks for "${p.name}". First: voronka stage edit "${p.stage}" --unrequire "${p.name}"`,
}

export type CriteriaWords = typeof en

const ru: CriteriaWords = {
  require: 'поле, без которого сделка не идёт дальше; поле «да/нет» должно быть «да»',
  unrequire: 'поле, которое больше не нужно',
  newField: 'чего из --require ещё нет, станет полем «да/нет»',
  strict: 'без них не пускать сделку дальше',
  noStrict: 'только предупреждать',
  invoice: 'на этом этапе выставлен счёт: о сделке, которая стоит, надо спросить',
  noInvoice: 'счёта на нём нет',
  title: 'чтобы идти дальше',
  strictly: 'строго',
  withInvoice: 'счёт',
  rules: 'правила',
  changes: { criteria: 'чтобы идти дальше', strict: 'строго', invoice: 'счёт' },
  contact: 'контакт',
  lacks: (p) => `${p.id} ${p.title} уходит с «${p.stage}», а не заполнено: ${p.missing.join(', ')}`,
  fill: (p) => `Заполнить: ${p.command}`,
  refused: (p) =>
    `${p.id} ${p.title} не пройдёт дальше «${p.stage}», пока не заполнено: ${p.missing.join(', ')}. Заполните: ${p.command}`,
  ask: (p) => `${p.id} ${p.title}: чтобы идти дальше, не хватает: ${p.missing.join(', ')}`,
  fillNow: 'заполнить сейчас',
  goOn: 'перевести и так',
  cancel: 'оставить сделку там, где она есть',
  value: (p) => `${p.field}:`,
  yesNo: (p) => `${p.field}?`,
  imported: (p) =>
    `${p.count} ${plural(p.count, 'сделка ушла', 'сделки ушли', 'сделок ушло')} с «${p.stage}» без того, что там нужно`,
  noField: (p) => `Поля «${p.text}» нет. Есть: ${p.known}. Сделать его полем «да/нет»: --new-field`,
  makeField: (p) => `Поля «${p.text}» нет. Завести его как «да/нет»?`,
  notRequired: (p) => `Этап «${p.stage}» не требует «${p.text}»`,
  fieldRequired: (p) =>
    `Поле «${p.name}» нужно этапу «${p.stage}». Сначала: voronka stage edit "${p.stage}" --unrequire "${p.name}"`,
}

const uk: CriteriaWords = {
  require: 'поле, без якого угода не йде далі; поле «так/ні» має бути «так»',
  unrequire: 'поле, яке більше не потрібне',
  newField: 'чого з --require ще немає, стане полем «так/ні»',
  strict: 'без них не пускати угоду далі',
  noStrict: 'лише попереджати',
  invoice: 'на цьому етапі виставлено рахунок: про угоду, яка стоїть, треба спитати',
  noInvoice: 'рахунку на ньому немає',
  title: 'щоб іти далі',
  strictly: 'суворо',
  withInvoice: 'рахунок',
  rules: 'правила',
  changes: { criteria: 'щоб іти далі', strict: 'суворо', invoice: 'рахунок' },
  contact: 'контакт',
  lacks: (p) => `${p.id} ${p.title} іде з «${p.stage}», а не заповнено: ${p.missing.join(', ')}`,
  fill: (p) => `Заповнити: ${p.command}`,
  refused: (p) =>
    `${p.id} ${p.title} не піде далі «${p.stage}», доки не заповнено: ${p.missing.join(', ')}. Заповніть: ${p.command}`,
  ask: (p) => `${p.id} ${p.title}: щоб іти далі, бракує: ${p.missing.join(', ')}`,
  fillNow: 'заповнити зараз',
  goOn: 'перевести й так',
  cancel: 'залишити угоду там, де вона є',
  value: (p) => `${p.field}:`,
  yesNo: (p) => `${p.field}?`,
  imported: (p) =>
    `${p.count} ${plural(p.count, 'угода пішла', 'угоди пішли', 'угод пішло')} з «${p.stage}» без того, що там потрібно`,
  noField: (p) => `Поля «${p.text}» немає. Є: ${p.known}. Зробити його полем «так/ні»: --new-field`,
  makeField: (p) => `Поля «${p.text}» немає. Завести його як «так/ні»?`,
  notRequired: (p) => `Етап «${p.stage}» не вимагає «${p.text}»`,
  fieldRequired: (p) =>
    `Поле «${p.name}» потрібне етапу «${p.stage}». Спершу: voronka stage edit "${p.stage}" --unrequire "${p.name}"`,
}

export const criteriaWords: Translated<CriteriaWords> = { en, ru, uk }
