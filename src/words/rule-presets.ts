import type { Translated } from './translated.ts'

/** Ready sets of rules: `words` are how a stage that the set is for may be called, in any language. */
const en = {
  presets: 'ready sets of rules: list them, add one',
  preset: {
    invoice: {
      called: 'invoice',
      title: 'ask 2 and 3 days after an invoice; the stage is marked so',
      words: ['invoice', 'payment', 'closing', 'счет', 'счёт', 'оплата', 'рахунок'],
      rules: ['Invoice, 2 days', 'Invoice, 3 days'],
      texts: [
        'Ask {contact.name} about the invoice: {deal.title}',
        'Call about the payment: {deal.title}, {deal.amount}',
      ],
    },
    callback: {
      called: 'callback',
      title: 'call back on the promised day, which is in a date field',
      words: [
        'contact',
        'call',
        'new',
        'inquiry',
        'контакт',
        'звон',
        'нов',
        'обращ',
        'заявк',
        'дзвін',
        'зверн',
      ],
      rules: ['Call back as promised'],
      texts: ['Call {contact.name} back as promised: {deal.title}'],
    },
    proposal: {
      called: 'proposal',
      title: 'ask 3 days after a proposal',
      words: ['proposal', 'offer', 'quote', 'предлож', 'кп', 'пропоз'],
      rules: ['Proposal, 3 days'],
      texts: ['Did {contact.name} get the proposal? {deal.title}'],
    },
    reactivation: {
      called: 'reactivation',
      title: 'a call on Monday: won half a year ago, lost 3 months ago',
      words: [],
      rules: ['Half a year after the win', 'Three months after the loss'],
      texts: ['Call {contact.name} again: bought {deal.title}', 'Ask {contact.name} again: {deal.title}'],
      due: 'monday',
    },
  },
  presetVerb: (p: { text: string }) => `"${p.text}" is neither list nor add: voronka rule preset list`,
  promised: 'Promised day',
  noPreset: (p: { text: string; known: string }) => `There is no set "${p.text}". There are: ${p.known}`,
  whichStage: (p: { preset: string; stages: string }) =>
    `No one stage is clearly meant: name it with --stage. There are: ${p.stages}`,
  askStage: 'Which stage is it for?',
  promisedIn: (p: { field: string }) =>
    `The day is that of --field "${p.field}=fri"; a deal without it gets the task at once`,
  presetAdded: (p: { rules: readonly string[]; stage: string }) =>
    `Made for "${p.stage}": ${p.rules.map((name) => `"${name}"`).join(', ')}`,
}

export type RulePresetsWords = typeof en

const ru: RulePresetsWords = {
  presets: 'готовые наборы правил: list — какие есть, add — завести',
  preset: {
    invoice: {
      called: 'счёт',
      title: 'спросить через 2 и 3 дня после счёта; этап отмечается',
      words: en.preset.invoice.words,
      rules: ['Счёт, 2 дня', 'Счёт, 3 дня'],
      texts: [
        'Узнать про счёт: {contact.name}, {deal.title}',
        'Позвонить об оплате: {deal.title}, {deal.amount}',
      ],
    },
    callback: {
      called: 'перезвонить',
      title: 'перезвонить в обещанный день, он в поле с датой',
      words: en.preset.callback.words,
      rules: ['Перезвонить, как обещали'],
      texts: ['Перезвонить, как обещали: {contact.name}, {deal.title}'],
    },
    proposal: {
      called: 'предложение',
      title: 'спросить через 3 дня после предложения',
      words: en.preset.proposal.words,
      rules: ['Предложение, 3 дня'],
      texts: ['Получили ли предложение? {contact.name}, {deal.title}'],
    },
    reactivation: {
      called: 'возврат',
      title: 'звонок в понедельник: выигрыш полгода или отказ 3 месяца назад',
      words: [],
      rules: ['Полгода после выигрыша', 'Три месяца после отказа'],
      texts: [
        'Позвонить снова: {contact.name}, раньше — {deal.title}',
        'Спросить ещё раз: {contact.name}, {deal.title}',
      ],
      due: 'понедельник',
    },
  },
  presetVerb: (p) => `«${p.text}» — не list и не add: voronka rule preset list`,
  promised: 'Обещанный день',
  noPreset: (p) => `Набора «${p.text}» нет. Есть: ${p.known}`,
  whichStage: (p) => `Не ясно, какой этап: назовите его в --stage. Есть: ${p.stages}`,
  askStage: 'Для какого этапа?',
  promisedIn: (p) => `День берётся из --field "${p.field}=пт"; если там пусто, задача ставится сразу`,
  presetAdded: (p) => `Для «${p.stage}» заведено: ${p.rules.map((name) => `«${name}»`).join(', ')}`,
}

const uk: RulePresetsWords = {
  presets: 'готові набори правил: list — які є, add — завести',
  preset: {
    invoice: {
      called: 'рахунок',
      title: 'спитати через 2 і 3 дні після рахунку; етап позначається',
      words: en.preset.invoice.words,
      rules: ['Рахунок, 2 дні', 'Рахунок, 3 дні'],
      texts: [
        'Дізнатися про рахунок: {contact.name}, {deal.title}',
        'Зателефонувати про оплату: {deal.title}, {deal.amount}',
      ],
    },
    callback: {
      called: 'передзвонити',
      title: 'передзвонити в обіцяний день, він у полі з датою',
      words: en.preset.callback.words,
      rules: ['Передзвонити, як обіцяли'],
      texts: ['Передзвонити, як обіцяли: {contact.name}, {deal.title}'],
    },
    proposal: {
      called: 'пропозиція',
      title: 'спитати через 3 дні після пропозиції',
      words: en.preset.proposal.words,
      rules: ['Пропозиція, 3 дні'],
      texts: ['Чи отримали пропозицію? {contact.name}, {deal.title}'],
    },
    reactivation: {
      called: 'повернення',
      title: 'дзвінок у понеділок: виграш пів року тому чи відмова 3 місяці тому',
      words: [],
      rules: ['Пів року після виграшу', 'Три місяці після відмови'],
      texts: [
        'Зателефонувати знову: {contact.name}, раніше — {deal.title}',
        'Спитати ще раз: {contact.name}, {deal.title}',
      ],
      due: 'понеділок',
    },
  },
  presetVerb: (p) => `«${p.text}» — не list і не add: voronka rule preset list`,
  promised: 'Обіцяний день',
  noPreset: (p) => `Набору «${p.text}» немає. Є: ${p.known}`,
  whichStage: (p) => `Незрозуміло, який етап: назвіть його в --stage. Є: ${p.stages}`,
  askStage: 'Для якого етапу?',
  promisedIn: (p) => `День береться з --field "${p.field}=пт"; якщо там порожньо, завдання ставиться одразу`,
  presetAdded: (p) => `Для «${p.stage}» заведено: ${p.rules.map((name) => `«${name}»`).join(', ')}`,
}

export const rulePresetsWords: Translated<RulePresetsWords> = { en, ru, uk }
