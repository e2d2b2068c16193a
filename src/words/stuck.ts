import { plural, type Translated } from './translated.ts'

const en = {
  summary: 'open deals that stay longer than usual in a stage, or that nobody has been in touch about',
  period: 'only deals created within it (default: all)',
  by: 'sum them up by manager',
  compare: 'beside it: previous (a month earlier), last-year, or how it was at the end of a period',
  onlyByManager: (p: { text: string }) => `This report is summed up by manager only, not by "${p.text}"`,
  createdIn: (p: { period: string }) => `created: ${p.period}`,
  title: (p: { pipeline: string }) => `Stuck and silent · pipeline "${p.pipeline}"`,
  counts: (p: { stuck: number; silent: number; of: number }) =>
    `stuck ${p.stuck}, silent ${p.silent} of ${p.of} in work`,
  deal: 'deal',
  name: 'title',
  days: 'days',
  norm: 'norm',
  stuck: 'stuck',
  silent: 'silent',
  lastContact: 'last contact',
  amount: 'amount',
  open: 'in work',
  shares: { stuck: 'stuck, share', silent: 'silent, share' },
  never: 'none',
  none: 'Nothing is stuck, and nobody is forgotten.',
  about: (p: { silentAfter: number; stuck: string; silent: string }) => [
    `${p.stuck}stuck: longer in its stage than the norm, or than 9 of 10 won deals took.`,
    `${p.silent}silent: no contact for ${p.silentAfter} days and nothing planned.`,
  ],
}

export type StuckWords = typeof en

const ru: StuckWords = {
  summary: 'сделки, которые стоят дольше обычного или с которыми давно не связывались',
  period: 'только созданные за это время (по умолчанию: все)',
  by: 'итоги по менеджерам',
  compare: 'рядом: previous (месяцем раньше), last-year (годом раньше) или на конец периода',
  onlyByManager: (p) => `Итоги этого отчёта — только по менеджерам (manager), не по «${p.text}»`,
  createdIn: (p) => `созданные: ${p.period}`,
  title: (p) => `Застрявшие и без связи · воронка «${p.pipeline}»`,
  counts: (p) => `застряли ${p.stuck}, без связи ${p.silent} из ${p.of} в деле`,
  deal: 'сделка',
  name: 'название',
  days: 'дней',
  norm: 'норма',
  stuck: 'застряла',
  silent: 'без связи',
  lastContact: 'последняя связь',
  amount: 'сумма',
  open: 'в деле',
  shares: { stuck: 'застряли, доля', silent: 'без связи, доля' },
  never: 'не было',
  none: 'Ничего не застряло, никто не забыт.',
  about: (p) => [
    `${p.stuck}застряла: на этапе дольше нормы или дольше, чем 9 из 10 выигранных.`,
    `${p.silent}без связи: ${p.silentAfter} ${plural(p.silentAfter, 'день', 'дня', 'дней')} никто не связывался, и ничего не назначено.`,
  ],
}

const uk: StuckWords = {
  summary: 'угоди, що стоять довше, ніж звичайно, або з якими давно не зв’язувалися',
  period: 'лише створені за цей час (типово: усі)',
  by: 'підсумки за менеджерами',
  compare: 'поруч: previous (місяцем раніше), last-year (роком раніше) або на кінець періоду',
  onlyByManager: (p) => `Підсумки цього звіту — лише за менеджерами (manager), не за «${p.text}»`,
  createdIn: (p) => `створені: ${p.period}`,
  title: (p) => `Застряглі та без зв’язку · воронка «${p.pipeline}»`,
  counts: (p) => `застрягли ${p.stuck}, без зв’язку ${p.silent} з ${p.of} у роботі`,
  deal: 'угода',
  name: 'назва',
  days: 'днів',
  norm: 'норма',
  stuck: 'застрягла',
  silent: 'без зв’язку',
  lastContact: 'останній зв’язок',
  amount: 'сума',
  open: 'у роботі',
  shares: { stuck: 'застрягли, частка', silent: 'без зв’язку, частка' },
  never: 'не було',
  none: 'Ніщо не застрягло, нікого не забуто.',
  about: (p) => [
    `${p.stuck}застрягла: на етапі довше за норму або довше, ніж 9 з 10 виграних.`,
    `${p.silent}без зв’язку: ${p.silentAfter} ${plural(p.silentAfter, 'день', 'дні', 'днів')} ніхто не зв’язувався, і нічого не призначено.`,
  ],
}

export const stuckWords: Translated<StuckWords> = { en, ru, uk }
