import type { Translated } from './translated.ts'

/** What cannot be a rule, and how to say it. */
const en = {
  noEntry: (p: { text: string }) => `There is no text ${p.text}. All of them: voronka rule outbox`,
  taken: (p: { name: string; id: string }) => `There is a rule "${p.name}" already (${p.id})`,
  loop: (p: { rules: readonly string[] }) =>
    p.rules.length === 1
      ? `Rule "${p.rules[0]}" would set itself off without end: it opens a deal in the stage that it waits for`
      : `These rules would set one another off without end: ${p.rules.join(' → ')}`,
  oneTrigger: 'Say when, once: --enter STAGE, --leave STAGE, or --stay STAGE --days N',
  needsDays: 'Say how long: --stay STAGE --days 3',
  daysOfStay: '--days goes with --stay',
  badDays: (p: { text: string }) => `"${p.text}" is no number of days: write a whole one above zero`,
  oneAction: 'Say what happens, once: --task TEXT, --set FIELD=VALUE, --open PIPELINE or --message TEXT',
  notFor: (p: { flag: string; action: string }) => `${p.flag} goes with ${p.action}`,
  oneOutput: 'A message goes to one place: --folder, --command or --print',
  badPlace: (p: { place: string; known: readonly string[] }) =>
    `Nothing is called {${p.place}}. There are: ${p.known.map((one) => `{${one}}`).join(', ')}`,
  badSet: (p: { text: string; known: string }) =>
    `"${p.text}" sets no field: write FIELD=VALUE, with one of ${p.known} or a field of your own (voronka field list)`,
  notDateField: (p: { field: string }) => `"${p.field}" is no date field`,
  badCommand: (p: { text: string }) =>
    `"${p.text}" is no command: write it word by word (--command msmtp --command=-t) or as a JSON list`,
  noFile: (p: { path: string }) => `Cannot read ${p.path}`,
}

export type RuleRefusalsWords = typeof en

const ru: RuleRefusalsWords = {
  noEntry: (p) => `Текста ${p.text} нет. Все: voronka rule outbox`,
  taken: (p) => `Правило «${p.name}» уже есть (${p.id})`,
  loop: (p) =>
    p.rules.length === 1
      ? `Правило «${p.rules[0]}» вызывало бы само себя без конца: оно открывает сделку на этапе, которого само ждёт`
      : `Эти правила вызывали бы друг друга без конца: ${p.rules.join(' → ')}`,
  oneTrigger: 'Скажите, когда, — один раз: --enter ЭТАП, --leave ЭТАП или --stay ЭТАП --days ДНЕЙ',
  needsDays: 'Скажите, сколько дней: --stay ЭТАП --days 3',
  daysOfStay: '--days пишут вместе с --stay',
  badDays: (p) => `«${p.text}» — не число дней: напишите целое больше нуля`,
  oneAction:
    'Скажите, что делать, — одно: --task ТЕКСТ, --set ПОЛЕ=ЗНАЧЕНИЕ, --open ВОРОНКА или --message ТЕКСТ',
  notFor: (p) => `${p.flag} пишут вместе с ${p.action}`,
  oneOutput: 'Сообщение идёт в одно место: --folder, --command или --print',
  badPlace: (p) => `Нет ничего с именем {${p.place}}. Есть: ${p.known.map((one) => `{${one}}`).join(', ')}`,
  badSet: (p) =>
    `«${p.text}» — не поле и значение: напишите ПОЛЕ=ЗНАЧЕНИЕ, поле — одно из ${p.known} или своё (voronka field list)`,
  notDateField: (p) => `«${p.field}» — не поле с датой`,
  badCommand: (p) =>
    `«${p.text}» — не команда: пишите по словам (--command msmtp --command=-t) или списком JSON`,
  noFile: (p) => `Не прочитать ${p.path}`,
}

const uk: RuleRefusalsWords = {
  noEntry: (p) => `Тексту ${p.text} немає. Усі: voronka rule outbox`,
  taken: (p) => `Правило «${p.name}» вже є (${p.id})`,
  loop: (p) =>
    p.rules.length === 1
      ? `Правило «${p.rules[0]}» викликало б саме себе без кінця: воно відкриває угоду на етапі, якого саме чекає`
      : `Ці правила викликали б одне одного без кінця: ${p.rules.join(' → ')}`,
  oneTrigger: 'Скажіть, коли, — один раз: --enter ЕТАП, --leave ЕТАП або --stay ЕТАП --days ДНІВ',
  needsDays: 'Скажіть, скільки днів: --stay ЕТАП --days 3',
  daysOfStay: '--days пишуть разом із --stay',
  badDays: (p) => `«${p.text}» — не число днів: напишіть ціле більше нуля`,
  oneAction:
    'Скажіть, що робити, — одне: --task ТЕКСТ, --set ПОЛЕ=ЗНАЧЕННЯ, --open ВОРОНКА або --message ТЕКСТ',
  notFor: (p) => `${p.flag} пишуть разом із ${p.action}`,
  oneOutput: 'Повідомлення йде в одне місце: --folder, --command або --print',
  badPlace: (p) => `Немає нічого з іменем {${p.place}}. Є: ${p.known.map((one) => `{${one}}`).join(', ')}`,
  badSet: (p) =>
    `«${p.text}» — не поле і значення: напишіть ПОЛЕ=ЗНАЧЕННЯ, поле — одне з ${p.known} або своє (voronka field list)`,
  notDateField: (p) => `«${p.field}» — не поле з датою`,
  badCommand: (p) =>
    `«${p.text}» — не команда: пишіть по словах (--command msmtp --command=-t) або списком JSON`,
  noFile: (p) => `Не прочитати ${p.path}`,
}

export const ruleRefusalsWords: Translated<RuleRefusalsWords> = { en, ru, uk }
