import { plural, type Translated } from './translated.ts'

type Column = 'deals' | 'won' | 'lost' | 'open'

const en = {
  summary: 'who works how well, and at which stage: every manager beside the others',
  by: 'group by manager or department',
  explain: 'list the deals of one figure: MANAGER:won|lost|open|deals',
  noGroup: (p: { text: string; other: string }) =>
    `team --by takes manager or department, not "${p.text}". By other things: voronka funnel --by ${p.other}`,
  badExplain: (p: { text: string }) => `--explain takes MANAGER:won, lost, open or deals, not "${p.text}"`,
  explainsStage: (p: { stage: string; command: string }) =>
    `team --explain opens won, lost, open and deals. The deals of the stage “${p.stage}”:\n  ${p.command}`,
  title: (p: { pipeline: string }) => `The team · “${p.pipeline}”`,
  departments: (p: { pipeline: string }) => `Departments · “${p.pipeline}”`,
  person: (p: { name: string; pipeline: string }) => `${p.name} · “${p.pipeline}”`,
  closed: (p: { n: string }) => `closed: ${p.n}`,
  explained: (p: { column: Column; n: string }) => `${p.column}: ${p.n}`,
  calls: 'calls',
  meetings: 'meetings',
  contracts: 'contracts',
  average: 'average',
  median: 'median',
  cycle: 'cycle, days',
  byAmount: 'by amount',
  ofRevenue: 'of all',
  plan: 'of plan',
  bonus: 'bonus',
  meaning: (p: { day: string; isTalked: boolean; hasCycle: boolean }) =>
    `Won and lost: closed in the period; open: on ${p.day}.${p.hasCycle ? ' Cycle: the median of days to a win.' : ''}${p.isTalked ? ' Calls and meetings: whoever’s they were.' : ''}`,
  planMeaning: (p: { whole: readonly string[]; shares: readonly string[] }) =>
    `Of plan: revenue against ${[
      ...(p.whole.length === 0 ? [] : [`the plan for ${p.whole.join(', ')}`]),
      ...(p.shares.length === 0 ? [] : [`a share of that for ${p.shares.join(' and ')}, by working days`]),
    ].join(', and ')}.`,
  stages: (p: { n: string; open: string | null }) =>
    `Stages: deals created in the period, ${p.n}${p.open === null ? '' : `, still open ${p.open}`}; → share that went on`,
  revenue: (p: { total: string }) => `Won: ${p.total}`,
  /** Beside whom, and that it is certain. */
  sides: {
    manager: { above: 'plainly above the colleagues', below: 'plainly below the colleagues' },
    department: {
      above: 'plainly above the other departments',
      below: 'plainly below the other departments',
    },
  },
  standsByRate: (p: { mark: string; side: string; name: string; own: string; others: string }) =>
    `${p.mark} ${p.name}, ${p.side}: won ${p.own} of those closed; all the others together, ${p.others}.`,
  standsByStage: (p: {
    mark: string
    side: string
    name: string
    stage: string
    own: string
    others: string
    cost: string | null
    /** Won deals that the average is of, where they are few. */
    ofFew: number | null
  }) =>
    `${p.mark} ${p.name}, stage “${p.stage}”, ${p.side}: ${p.own} went on; of all the others together, ${p.others}.${p.cost === null ? '' : ` In this period it costs ${p.cost}${p.ofFew === null ? '' : `, at an average of only ${p.ofFew} won`}.`}`,
  howPriced: 'How that is reckoned: ',
  nobody: (p: { open: boolean }) =>
    `Nobody can be told from the rest: differences are within chance${p.open ? ', or open deals could undo them' : ''}.`,
  notTold: (p: { name: string; open: boolean }) =>
    `${p.name} cannot be told from the rest: differences are within chance${p.open ? ', or open deals could undo them' : ''}.`,
  whose: 'Which deals: ',
  own: 'own',
  typical: 'average',
  middle: 'median',
  typicalMeaning: (p: { managers: number }) =>
    `Average: per manager, of ${p.managers}; shares, average and cycle are of everyone together; the cycle is a median in every column. Median: half have less.`,
  place: (p: { place: string; of: string }) => `By revenue: ${p.place} of ${p.of}.`,
  others: 'others',
  funnel: (p: { n: string }) => `Own funnel: deals created in the period, ${p.n}`,
  months: 'Closed, month by month',
  month: 'Month',
  figures: {
    won: 'won',
    lost: 'lost',
    open: 'open',
    winRate: 'won of closed',
    winRateByAmount: 'the same by amount',
    wonAmount: 'revenue',
    averageWon: 'average deal won',
    cycleMedian: 'cycle, days (median)',
    calls: 'calls',
    meetings: 'meetings',
    contracts: 'contracts after a meeting',
  },
  inquiries: 'inquiries',
  unanswered: 'of them still unanswered',
  answerHours: 'first answer',
  planShare: 'plan met',
  bonusEarned: 'bonus',
}

export type TeamWords = typeof en

const COLUMNS_RU: Record<Column, string> = {
  deals: 'сделок',
  won: 'выиграно',
  lost: 'отказов',
  open: 'в деле',
}

const ru: TeamWords = {
  summary: 'кто как работает и на каком этапе: каждый менеджер рядом с остальными',
  by: 'по чему разбить: manager или department',
  explain: 'сделки за одной цифрой: МЕНЕДЖЕР:won|lost|open|deals',
  noGroup: (p) =>
    `team --by принимает manager или department, а не «${p.text}». Остальное — voronka funnel --by ${p.other}`,
  badExplain: (p) => `--explain принимает МЕНЕДЖЕР:won, lost, open или deals, а не «${p.text}»`,
  explainsStage: (p) =>
    `team --explain раскрывает won, lost, open и deals. Сделки этапа «${p.stage}»:\n  ${p.command}`,
  title: (p) => `Команда · воронка «${p.pipeline}»`,
  departments: (p) => `Отделы · воронка «${p.pipeline}»`,
  person: (p) => `${p.name} · воронка «${p.pipeline}»`,
  closed: (p) => `закрыто ${p.n}`,
  explained: (p) => `${COLUMNS_RU[p.column]}: ${p.n}`,
  calls: 'звонки',
  meetings: 'встречи',
  contracts: 'договоры',
  average: 'ср. чек',
  median: 'медиана',
  cycle: 'цикл, дней',
  byAmount: 'по сумме',
  ofRevenue: 'от всей',
  plan: 'к плану',
  bonus: 'бонус',
  meaning: (p) =>
    `Выиграно и отказы — закрытые за период, в деле — на ${p.day}.${p.hasCycle ? ' Цикл — медиана дней до выигрыша.' : ''}${p.isTalked ? ' Звонки и встречи засчитаны тому, кто их провёл.' : ''}`,
  planMeaning: (p) =>
    `К плану: выручка — ${[
      ...(p.whole.length === 0 ? [] : [`к плану на ${p.whole.join(', ')}`]),
      ...(p.shares.length === 0 ? [] : [`к доле плана на ${p.shares.join(' и ')} по рабочим дням`]),
    ].join(' и ')}.`,
  stages: (p) =>
    `Этапы: созданные за период, ${p.n}${p.open === null ? '' : `, ещё в деле ${p.open}`}; → доля прошедших дальше`,
  revenue: (p) => `Выручка: ${p.total}`,
  sides: {
    manager: { above: 'уверенно выше коллег', below: 'уверенно ниже коллег' },
    department: { above: 'уверенно выше других отделов', below: 'уверенно ниже других отделов' },
  },
  standsByRate: (p) =>
    `${p.mark} ${p.name}, ${p.side}: среди закрытых выиграно ${p.own}; у всех остальных вместе — ${p.others}.`,
  standsByStage: (p) =>
    `${p.mark} ${p.name}, этап «${p.stage}», ${p.side}: дальше прошли ${p.own}; у всех остальных вместе — ${p.others}.${p.cost === null ? '' : ` За этот период обходится в ${p.cost}${p.ofFew === null ? '' : `, средний чек — всего по ${p.ofFew} ${plural(p.ofFew, 'выигранной', 'выигранным', 'выигранным')}`}.`}`,
  howPriced: 'Как это посчитано: ',
  nobody: (p) =>
    `Никого нельзя уверенно отличить от остальных: различия в пределах случайного${p.open ? ' или могут исчезнуть, когда закроются сделки в деле' : ''}.`,
  notTold: (p) =>
    `${p.name}: от остальных уверенно не отличить, различия в пределах случайного${p.open ? ' или могут исчезнуть, когда закроются сделки в деле' : ''}.`,
  whose: 'Чьи сделки: ',
  own: 'свои',
  typical: 'в среднем',
  middle: 'медиана',
  typicalMeaning: (p) =>
    `«В среднем» — на одного из ${p.managers} ${plural(p.managers, 'менеджера', 'менеджеров', 'менеджеров')}; доли, средняя сделка и цикл — по всем вместе, цикл всюду — медиана. Медиана: у половины меньше.`,
  place: (p) => `Место по выручке: ${p.place} из ${p.of}.`,
  others: 'у остальных',
  funnel: (p) => `Своя воронка: сделки, созданные за период, ${p.n}`,
  months: 'Закрыто по месяцам',
  month: 'Месяц',
  figures: {
    won: 'выиграно',
    lost: 'отказов',
    open: 'в деле',
    winRate: 'выиграно из закрытых',
    winRateByAmount: 'то же по сумме',
    wonAmount: 'выручка',
    averageWon: 'средняя сделка',
    cycleMedian: 'цикл, дней (медиана)',
    calls: 'звонки',
    meetings: 'встречи',
    contracts: 'договоры после встречи',
  },
  inquiries: 'обращения',
  unanswered: 'из них ждут ответа',
  answerHours: 'первый ответ',
  planShare: 'выполнение плана',
  bonusEarned: 'бонус',
}

const COLUMNS_UK: Record<Column, string> = {
  deals: 'угод',
  won: 'виграно',
  lost: 'відмов',
  open: 'у роботі',
}

const uk: TeamWords = {
  summary: 'хто як працює і на якому етапі: кожен менеджер поруч з іншими',
  by: 'за чим розбити: manager або department',
  explain: 'угоди за однією цифрою: МЕНЕДЖЕР:won|lost|open|deals',
  noGroup: (p) =>
    `team --by приймає manager або department, а не «${p.text}». Решту — voronka funnel --by ${p.other}`,
  badExplain: (p) => `--explain приймає МЕНЕДЖЕР:won, lost, open або deals, а не «${p.text}»`,
  explainsStage: (p) =>
    `team --explain розкриває won, lost, open і deals. Угоди етапу «${p.stage}»:\n  ${p.command}`,
  title: (p) => `Команда · воронка «${p.pipeline}»`,
  departments: (p) => `Відділи · воронка «${p.pipeline}»`,
  person: (p) => `${p.name} · воронка «${p.pipeline}»`,
  closed: (p) => `закрито ${p.n}`,
  explained: (p) => `${COLUMNS_UK[p.column]}: ${p.n}`,
  calls: 'дзвінки',
  meetings: 'зустрічі',
  contracts: 'договори',
  average: 'сер. чек',
  median: 'медіана',
  cycle: 'цикл, днів',
  byAmount: 'за сумою',
  ofRevenue: 'від усієї',
  plan: 'до плану',
  bonus: 'бонус',
  meaning: (p) =>
    `Виграно й відмови — закриті за період, у роботі — на ${p.day}.${p.hasCycle ? ' Цикл — медіана днів до виграшу.' : ''}${p.isTalked ? ' Дзвінки й зустрічі зараховано тому, хто їх провів.' : ''}`,
  planMeaning: (p) =>
    `До плану: виручка — ${[
      ...(p.whole.length === 0 ? [] : [`до плану на ${p.whole.join(', ')}`]),
      ...(p.shares.length === 0 ? [] : [`до частки плану на ${p.shares.join(' і ')} за робочими днями`]),
    ].join(' і ')}.`,
  stages: (p) =>
    `Етапи: створені за період, ${p.n}${p.open === null ? '' : `, ще в роботі ${p.open}`}; → частка тих, що пройшли далі`,
  revenue: (p) => `Виручка: ${p.total}`,
  sides: {
    manager: { above: 'упевнено вище за колег', below: 'упевнено нижче за колег' },
    department: { above: 'упевнено вище за інші відділи', below: 'упевнено нижче за інші відділи' },
  },
  standsByRate: (p) =>
    `${p.mark} ${p.name}, ${p.side}: серед закритих виграно ${p.own}; в усіх інших разом — ${p.others}.`,
  standsByStage: (p) =>
    `${p.mark} ${p.name}, етап «${p.stage}», ${p.side}: далі пройшли ${p.own}; в усіх інших разом — ${p.others}.${p.cost === null ? '' : ` За цей період коштує ${p.cost}${p.ofFew === null ? '' : `, середній чек — лише за ${p.ofFew} ${plural(p.ofFew, 'виграною', 'виграними', 'виграними')}`}.`}`,
  howPriced: 'Як це пораховано: ',
  nobody: (p) =>
    `Нікого не можна впевнено відрізнити від інших: відмінності в межах випадкового${p.open ? ' або можуть зникнути, коли закриються угоди в роботі' : ''}.`,
  notTold: (p) =>
    `${p.name}: від інших упевнено не відрізнити, відмінності в межах випадкового${p.open ? ' або можуть зникнути, коли закриються угоди в роботі' : ''}.`,
  whose: 'Чиї угоди: ',
  own: 'свої',
  typical: 'у середньому',
  middle: 'медіана',
  typicalMeaning: (p) =>
    `«У середньому» — на одного з ${p.managers} ${plural(p.managers, 'менеджера', 'менеджерів', 'менеджерів')}; частки, середня угода й цикл — за всіма разом, цикл усюди — медіана. Медіана: у половини менше.`,
  place: (p) => `Місце за виручкою: ${p.place} з ${p.of}.`,
  others: 'в інших',
  funnel: (p) => `Своя воронка: угоди, створені за період, ${p.n}`,
  months: 'Закрито за місяцями',
  month: 'Місяць',
  figures: {
    won: 'виграно',
    lost: 'відмов',
    open: 'у роботі',
    winRate: 'виграно із закритих',
    winRateByAmount: 'те саме за сумою',
    wonAmount: 'виручка',
    averageWon: 'середня угода',
    cycleMedian: 'цикл, днів (медіана)',
    calls: 'дзвінки',
    meetings: 'зустрічі',
    contracts: 'договори після зустрічі',
  },
  inquiries: 'звернення',
  unanswered: 'з них чекають відповіді',
  answerHours: 'перша відповідь',
  planShare: 'виконання плану',
  bonusEarned: 'бонус',
}

export const teamWords: Translated<TeamWords> = { en, ru, uk }
