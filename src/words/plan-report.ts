import { plural, type Translated } from './translated.ts'

const en = {
  summary:
    'plan and fact: how far the plan is met, what the period will bring, and the bonus; holidays: import holidays FILE',
  metric: 'only this metric: revenue, margin, won, calls, meetings, emails, tasks',
  by: 'rows: manager, department, week, month or quarter (default: manager)',
  explain: 'the won deals behind a fact: MANAGER:fact, all:fact',
  period: 'for which days (default: this month)',
  manager: 'only this manager or department; of one manager, in sentences',
  pipeline: 'only deals of this pipeline (default: of all)',
  noGroup: (p: { text: string; known: string }) => `plan --by takes ${p.known}, not “${p.text}”`,
  badExplain: (p: { text: string }) => `Cannot open “${p.text}”: write MANAGER:fact or all:fact`,
  notOfDeals:
    'Only revenue, margin and won are made of deals. The others: voronka activity list, voronka task list',
  explained: (p: { whose: string; n: string }) => `${p.whose}, won deals: ${p.n}`,
  nobody: 'without a manager',
  title: 'Plan and fact',
  planOf: (p: { day: string }) => `plan of ${p.day}`,
  gone: (p: { gone: number; all: number; share: string }) =>
    `${p.gone} of ${p.all} working days gone, ${p.share} (↓)`,
  goneDays: (p: { gone: number; all: number }) => `${p.gone} of ${p.all} working days gone`,
  ahead: (p: { all: number }) => `yet to begin, working days: ${p.all}`,
  over: 'over',
  plan: 'plan',
  ofPlan: '% of plan',
  fact: 'fact',
  gap: 'vs today',
  byDay: (p: { day: string; dayOfMonth: number; isMonth: boolean }) =>
    p.isMonth ? `by ${p.day.replace(/ \d{4}$/, '')}` : `by ${p.day}`,
  byEnd: 'by its end',
  interval: 'likely',
  chance: 'chance',
  bonus: 'bonus',
  team: 'Team',
  total: 'Total',
  noPlan: (p: { metric: string; period: string }) =>
    `Nothing is planned for ${p.period} (${p.metric}). Set a plan:`,
  /** Where some months of the period have a plan and others have none. */
  plannedFor: (p: { period: string; plan: string; fact: string; share: string; chance: string | null }) =>
    `Plan for ${p.period}: ${p.plan}; done ${p.fact} (${p.share})${p.chance === null ? '' : `, chance ${p.chance}`}.`,
  plannedInParts: (p: { metric: string; period: string }) =>
    `Nothing is planned for all of ${p.period} (${p.metric}), but for parts of it:`,
  noPersonal: (p: { metric: string }) => `There is no plan of one’s own (${p.metric}). Set it:`,
  setLate: (p: { whose: string; day: string }) =>
    `Set when the period had begun already: ${p.whose}, ${p.day}.`,
  later: (p: { whose: string; amount: string; day: string; id: string }) =>
    `Changed since, which does not hold for this period: ${p.whose}, ${p.amount} on ${p.day} (${p.id}).`,
  isShare: (p: { label: string }) => `The plan is a share of that for ${p.label}, by working days.`,
  notEveryone: (p: { names: string }) =>
    `The plan of all is the sum of the managers’ plans; without one: ${p.names}.`,
  andMore: (n: number) => `${n} more`,
  tasksMeaning:
    'Tasks on time are those done no later than they were due; activity counts all that were done.',
  allWork: '--pipeline narrows deals only; calls, meetings, e-mails and tasks are all counted.',
  withoutCost: (n: number) => `Won deals without a cost, left out of the margin: ${n}.`,
  bonusPer: {
    month: 'Bonuses are reckoned by whole months: ',
    quarter: 'Some bonuses are reckoned by whole quarters: ',
    year: 'Some bonuses are reckoned by whole years: ',
  } as Readonly<Record<string, string>>,
  meaning: 'Versus today: fact less the plan so far (working days).',
  tooFar: (p: { months: number }) =>
    `There is no forecast: it looks no further than ${p.months} months ahead.`,
  manyPeriods: (p: { most: number }) => `plan takes no more than ${p.most} periods; choose a longer --by`,
  meaningLikely: 'Likely: from – to, 8 times in 10.',
  meaningDeals: 'The forecast is that of the statistics of deals, as the forecast report has it.',
  meaningCounts: 'The forecast goes on at the pace of this month and the six before it.',
  meaningBonus: 'Bonus: earned so far → expected by the end.',
  /** Of oneself. */
  factOf: (p: { metric: string; fact: string; plan: string; share: string }) =>
    `${p.metric}: ${p.fact} of ${p.plan}, ${p.share}.`,
  factAlone: (p: { metric: string; fact: string }) => `${p.metric}: ${p.fact}; no plan is set.`,
  dueNow: (p: { toDate: string; gap: string; isAhead: boolean }) =>
    `By today ${p.toDate} would do: ${p.gap} ${p.isAhead ? 'ahead' : 'behind'}.`,
  willBe: (p: { day: string; mean: string; low: string; high: string }) =>
    `By ${p.day} it will be about ${p.mean}; 8 times in 10, ${p.low} to ${p.high}.`,
  willBeBeyond: (p: { day: string; beyond: string }) => `By ${p.day} it will be ${p.beyond}.`,
  chanceOf: (p: { chance: string; verdict: string }) =>
    `Chance of meeting the plan: ${p.chance}, ${p.verdict}.`,
  needed: (p: { rest: string; days: number; perDay: string }) =>
    `Left to the plan: ${p.rest} in ${p.days} working ${p.days === 1 ? 'day' : 'days'}, ${p.perDay} a day.`,
  metAlready: 'The plan is met.',
  bonusNow: (p: { earned: string; expected: string | null; day: string }) =>
    `Bonus: ${p.earned} earned${p.expected === null ? '' : `, about ${p.expected} by ${p.day}`}.`,
  noBonus: 'No bonus rule applies: voronka bonus list',
  chances: { low: '<5%', high: '>95%' },
  verdicts: {
    yes: 'rather yes',
    no: 'rather no',
    even: 'as luck has it',
    surely: 'almost surely yes',
    never: 'almost surely no',
  },
}

export type PlanReportWords = typeof en

const ru: PlanReportWords = {
  summary:
    'план и факт: как выполняется план, что выйдет к концу периода и какой будет бонус; праздники — import holidays ФАЙЛ',
  metric: 'только этот показатель: revenue, margin, won, calls, meetings, emails, tasks',
  by: 'строки: manager, department, week, month или quarter (по умолчанию — manager)',
  explain: 'из каких сделок сложился факт: МЕНЕДЖЕР:факт, все:факт',
  period: 'за какие дни (по умолчанию — этот месяц)',
  manager: 'только этот менеджер или отдел; об одном менеджере — словами',
  pipeline: 'только сделки этой воронки (по умолчанию — всех)',
  noGroup: (p) => `plan --by принимает ${p.known}, а не «${p.text}»`,
  badExplain: (p) => `«${p.text}» раскрыть нельзя: пишите МЕНЕДЖЕР:факт или все:факт`,
  notOfDeals:
    'Из сделок складываются только revenue, margin и won. Остальное: voronka activity list, voronka task list',
  explained: (p) => `${p.whose}, выигранных сделок ${p.n}`,
  nobody: 'без менеджера',
  title: 'План и факт',
  planOf: (p) => `план от ${p.day}`,
  gone: (p) =>
    `прошло ${p.gone} из ${p.all} ${plural(p.all, 'рабочего дня', 'рабочих дней', 'рабочих дней')}, ${p.share} (↓)`,
  goneDays: (p) =>
    `прошло ${p.gone} из ${p.all} ${plural(p.all, 'рабочего дня', 'рабочих дней', 'рабочих дней')}`,
  ahead: (p) => `ещё не началось, рабочих дней ${p.all}`,
  over: 'период закончился',
  plan: 'план',
  ofPlan: '% плана',
  fact: 'факт',
  gap: 'график',
  byDay: (p) => (p.isMonth ? `к ${p.dayOfMonth}-му` : `к ${p.day}`),
  byEnd: 'к концу',
  interval: 'вероятно',
  chance: 'шанс',
  bonus: 'бонус',
  team: 'Команда',
  total: 'Итого',
  noPlan: (p) => `На ${p.period} план не задан (${p.metric}). Задать:`,
  plannedFor: (p) =>
    `План на ${p.period}: ${p.plan}; сделано ${p.fact} (${p.share})${p.chance === null ? '' : `, шанс ${p.chance}`}.`,
  plannedInParts: (p) => `На ${p.period} целиком план не задан (${p.metric}), по частям есть:`,
  noPersonal: (p) => `Своего плана нет (${p.metric}). Задать:`,
  setLate: (p) => `План задан, когда период уже шёл: ${p.whose}, ${p.day}.`,
  later: (p) =>
    `План потом меняли, для этого периода изменение не действует: ${p.whose}, ${p.amount} с ${p.day} (${p.id}).`,
  isShare: (p) => `План — доля плана на ${p.label} по рабочим дням.`,
  notEveryone: (p) => `Общий план — сумма планов менеджеров; без плана: ${p.names}.`,
  andMore: (n) => `ещё ${n}`,
  tasksMeaning: 'Задачи в срок — сделанные не позже срока; activity считает все сделанные.',
  allWork: '--pipeline отбирает только сделки; звонки, встречи, письма и задачи — все.',
  withoutCost: (n) => `Выигранные сделки без себестоимости в маржу не вошли: ${n}.`,
  bonusPer: {
    month: 'Бонусы считаются за целые месяцы: ',
    quarter: 'Часть бонусов считается за целые кварталы: ',
    year: 'Часть бонусов считается за целые годы: ',
  },
  meaning: 'График: факт минус план на сегодня по рабочим дням.',
  tooFar: (p) =>
    `Прогноза нет: он смотрит вперёд не дальше чем на ${p.months} ${plural(p.months, 'месяц', 'месяца', 'месяцев')}.`,
  manyPeriods: (p) => `в плане не больше ${p.most} периодов; выберите --by подлиннее`,
  meaningLikely: 'Вероятно: от–до в 8 случаях из 10.',
  meaningDeals: 'Прогноз — по статистике сделок, как в отчёте forecast.',
  meaningCounts: 'Прогноз — при темпе этого месяца и шести предыдущих.',
  meaningBonus: 'Бонус: заработано → ожидается к концу.',
  factOf: (p) => `${p.metric}: ${p.fact} из ${p.plan}, ${p.share}.`,
  factAlone: (p) => `${p.metric}: ${p.fact}; план не задан.`,
  dueNow: (p) => `По графику на сегодня — ${p.toDate}: ${p.isAhead ? 'опережение' : 'отставание'} ${p.gap}.`,
  willBe: (p) => `К ${p.day} выйдет около ${p.mean}; 8 раз из 10 — от ${p.low} до ${p.high}.`,
  willBeBeyond: (p) => `К ${p.day} выйдет ${p.beyond}.`,
  chanceOf: (p) => `Шанс выполнить план: ${p.chance}, ${p.verdict}.`,
  needed: (p) =>
    `До плана осталось ${p.rest} за ${p.days} ${plural(p.days, 'рабочий день', 'рабочих дня', 'рабочих дней')}: по ${p.perDay} в день.`,
  metAlready: 'План выполнен.',
  bonusNow: (p) =>
    `Бонус: заработано ${p.earned}${p.expected === null ? '' : `, к ${p.day} ожидается около ${p.expected}`}.`,
  noBonus: 'Правил бонуса здесь нет: voronka bonus list',
  chances: { low: '<5\u00a0%', high: '>95\u00a0%' },
  verdicts: {
    yes: 'скорее да',
    no: 'скорее нет',
    even: 'как повезёт',
    surely: 'почти наверняка да',
    never: 'почти наверняка нет',
  },
}

const uk: PlanReportWords = {
  summary:
    'план і факт: як виконується план, що вийде до кінця періоду та який буде бонус; свята — import holidays ФАЙЛ',
  metric: 'лише цей показник: revenue, margin, won, calls, meetings, emails, tasks',
  by: 'рядки: manager, department, week, month або quarter (за замовчуванням — manager)',
  explain: 'з яких угод склався факт: МЕНЕДЖЕР:факт, усі:факт',
  period: 'за які дні (за замовчуванням — цей місяць)',
  manager: 'лише цей менеджер або відділ; про одного менеджера — словами',
  pipeline: 'лише угоди цієї воронки (за замовчуванням — усіх)',
  noGroup: (p) => `plan --by приймає ${p.known}, а не «${p.text}»`,
  badExplain: (p) => `«${p.text}» розкрити не можна: пишіть МЕНЕДЖЕР:факт або усі:факт`,
  notOfDeals:
    'З угод складаються лише revenue, margin і won. Решта: voronka activity list, voronka task list',
  explained: (p) => `${p.whose}, виграних угод ${p.n}`,
  nobody: 'без менеджера',
  title: 'План і факт',
  planOf: (p) => `план від ${p.day}`,
  gone: (p) =>
    `минуло ${p.gone} з ${p.all} ${plural(p.all, 'робочого дня', 'робочих днів', 'робочих днів')}, ${p.share} (↓)`,
  goneDays: (p) =>
    `минуло ${p.gone} з ${p.all} ${plural(p.all, 'робочого дня', 'робочих днів', 'робочих днів')}`,
  ahead: (p) => `ще не почалося, робочих днів ${p.all}`,
  over: 'період закінчився',
  plan: 'план',
  ofPlan: '% плану',
  fact: 'факт',
  gap: 'графік',
  byDay: (p) => (p.isMonth ? `до ${p.dayOfMonth}-го` : `до ${p.day}`),
  byEnd: 'до кінця',
  interval: 'імовірно',
  chance: 'шанс',
  bonus: 'бонус',
  team: 'Команда',
  total: 'Разом',
  noPlan: (p) => `На ${p.period} план не задано (${p.metric}). Задати:`,
  plannedFor: (p) =>
    `План на ${p.period}: ${p.plan}; зроблено ${p.fact} (${p.share})${p.chance === null ? '' : `, шанс ${p.chance}`}.`,
  plannedInParts: (p) => `На ${p.period} повністю план не задано (${p.metric}), частинами є:`,
  noPersonal: (p) => `Власного плану немає (${p.metric}). Задати:`,
  setLate: (p) => `План задано, коли період уже йшов: ${p.whose}, ${p.day}.`,
  later: (p) =>
    `План потім змінювали, для цього періоду зміна не діє: ${p.whose}, ${p.amount} з ${p.day} (${p.id}).`,
  isShare: (p) => `План — частка плану на ${p.label} за робочими днями.`,
  notEveryone: (p) => `Спільний план — сума планів менеджерів; без плану: ${p.names}.`,
  andMore: (n) => `ще ${n}`,
  tasksMeaning: 'Завдання вчасно — зроблені не пізніше строку; activity рахує всі зроблені.',
  allWork: '--pipeline відбирає лише угоди; дзвінки, зустрічі, листи й завдання — усі.',
  withoutCost: (n) => `Виграні угоди без собівартості до маржі не ввійшли: ${n}.`,
  bonusPer: {
    month: 'Бонуси рахуються за цілі місяці: ',
    quarter: 'Частина бонусів рахується за цілі квартали: ',
    year: 'Частина бонусів рахується за цілі роки: ',
  },
  meaning: 'Графік: факт мінус план на сьогодні за робочими днями.',
  tooFar: (p) =>
    `Прогнозу немає: він дивиться вперед не далі ніж на ${p.months} ${plural(p.months, 'місяць', 'місяці', 'місяців')}.`,
  manyPeriods: (p) => `у плані не більше ${p.most} періодів; виберіть довший --by`,
  meaningLikely: 'Імовірно: від–до у 8 випадках із 10.',
  meaningDeals: 'Прогноз — за статистикою угод, як у звіті forecast.',
  meaningCounts: 'Прогноз — за темпом цього місяця й шести попередніх.',
  meaningBonus: 'Бонус: зароблено → очікується до кінця.',
  factOf: (p) => `${p.metric}: ${p.fact} з ${p.plan}, ${p.share}.`,
  factAlone: (p) => `${p.metric}: ${p.fact}; план не задано.`,
  dueNow: (p) =>
    `За графіком на сьогодні — ${p.toDate}: ${p.isAhead ? 'випередження' : 'відставання'} ${p.gap}.`,
  willBe: (p) => `До ${p.day} вийде близько ${p.mean}; 8 разів із 10 — від ${p.low} до ${p.high}.`,
  willBeBeyond: (p) => `До ${p.day} вийде ${p.beyond}.`,
  chanceOf: (p) => `Шанс виконати план: ${p.chance}, ${p.verdict}.`,
  needed: (p) =>
    `До плану лишилося ${p.rest} за ${p.days} ${plural(p.days, 'робочий день', 'робочі дні', 'робочих днів')}: по ${p.perDay} на день.`,
  metAlready: 'План виконано.',
  bonusNow: (p) =>
    `Бонус: зароблено ${p.earned}${p.expected === null ? '' : `, до ${p.day} очікується близько ${p.expected}`}.`,
  noBonus: 'Правил бонусу тут немає: voronka bonus list',
  chances: { low: '<5\u00a0%', high: '>95\u00a0%' },
  verdicts: {
    yes: 'радше так',
    no: 'радше ні',
    even: 'як пощастить',
    surely: 'майже напевно так',
    never: 'майже напевно ні',
  },
}

export const planReportWords: Translated<PlanReportWords> = { en, ru, uk }
