import { plural, type Translated } from './translated.ts'

const en = {
  summary: 'what the month will bring: by template, and by what happened before',
  by: 'length of the periods: week, 4-weeks, month, quarter or year (default: month); or a group: manager, product…',
  backtest: 'how forecasts of past periods, made from what was known then, came true',
  seed: 'start of the random numbers (default: the day)',
  explain: 'the deals behind a figure: PERIOD:open, PERIOD:already or PERIOD:overdue; @GROUP after it',
  noStep: (p: { text: string; known: string }) =>
    `forecast --by takes ${p.known} or a group, not "${p.text}"`,
  backtestBy: (p: { known: string }) => `forecast --backtest --by takes ${p.known}: how long each period is`,
  badSeed: (p: { text: string }) => `--seed takes a whole number from 0 to 4294967295, not "${p.text}"`,
  unbounded: 'forecast needs a period with a beginning and an end, such as this-month or 2026-Q4',
  tooFar: (p: { months: string }) => `forecast looks no further than ${p.months} ahead`,
  months: (n: number) => `${n} months`,
  manyPeriods: (p: { most: number }) => `forecast takes no more than ${p.most} periods; choose a longer --by`,
  noPast: 'forecast --backtest needs a period that is over; none of those asked for is',
  badExplain: (p: { text: string; labels: string }) =>
    `forecast --explain takes PERIOD:open, PERIOD:already or PERIOD:overdue, not "${p.text}"; periods: ${p.labels}`,
  noGroup: (p: { text: string; known: string }) => `no such group: "${p.text}"; there are: ${p.known}`,
  explained: (p: { label: string; column: string; n: string }) => `${p.label}, ${p.column}: ${p.n} deals`,
  columns: { open: 'still open', already: 'already won', overdue: 'overdue' } as Readonly<
    Record<string, string>
  >,
  title: (p: { pipeline: string }) => `Forecast of “${p.pipeline}”`,
  byGroup: (p: { by: string }) => `by ${p.by}`,
  backtestTitle: (p: { pipeline: string }) => `Forecasts of “${p.pipeline}” put to the test`,
  open: (p: { n: string }) => `open deals: ${p.n}`,
  /** The answer in one sentence. */
  answer: (p: { mean: string; low: string; high: string }) =>
    `${p.mean} is to be expected; 8 times out of 10 it will be between ${p.low} and ${p.high}.`,
  settled: (p: { amount: string }) => `It is over: ${p.amount} was won.`,
  nothing: 'There is nothing to go by: no deal is open, and none was of late.',
  madeOf: (p: { already: string; open: string; fresh: string }) =>
    `Of that ${p.already} is won already, ${p.open} comes of deals now open, ${p.fresh} of deals not in the funnel yet.`,
  plan: (p: { plan: string; chance: string; verdict: string }) =>
    `Plan ${p.plan}: it is met with a chance of ${p.chance}, ${p.verdict}.`,
  /** Where more than the plan is expected, and yet it is not likely to be met. */
  lifted: (p: { below: string }) =>
    `More than the plan is expected, for a few big deals lift the mean; yet ${p.below} of the outcomes are below the plan.`,
  /** Where some months of the period have a plan and others have none. */
  plannedFor: (p: { period: string; plan: string; chance: string | null }) =>
    `Plan for ${p.period}: ${p.plan}${p.chance === null ? '' : `, met with a chance of ${p.chance}`}.`,
  learnt: (p: { n: number; shown: string; won: string; since: string }) =>
    p.n === 1
      ? `Learnt from 1 deal closed since ${p.since} (won: ${p.won}).`
      : `Learnt from ${p.shown} deals closed since ${p.since} (won: ${p.won}).`,
  partWeeks: (p: { weeks: string }) => `Weeks over the edge of the period count in part: ${p.weeks}.`,
  few: (n: number) =>
    n === 0
      ? 'No deal is closed yet: this rests on the probabilities that the stages have by template.'
      : `Only ${n} closed: this rests more on the template's probabilities than on your own history.`,
  corrected: (p: { isUp: boolean; by: string }) =>
    p.isUp
      ? `Forecasts like this came out too low before, so it is raised by ${p.by}.`
      : `Forecasts like this came out too high before, so it is lowered by ${p.by}.`,
  /** Where the mean lies beyond the range: a part of a sentence. */
  meanBeyond: (p: { mean: string; bound: string; isAbove: boolean }) =>
    p.isAbove
      ? `${p.mean} on average, but 9 times out of 10 no more than ${p.bound}: a big deal that rarely comes lifts the mean`
      : `${p.mean} on average, but 9 times out of 10 no less than ${p.bound}: a big deal that rarely fails lowers the mean`,
  answerBeyond: (p: { beyond: string }) => `To be expected: ${p.beyond}.`,
  unknownAmounts: (p: { n: string; all: string }) =>
    `Amount not known: ${p.n} of ${p.all} open deals; counted at what their product brings on average.`,
  overdue: (p: { n: number; amount: string }) =>
    `Expected by now and still open: ${p.n} (${p.amount} by template); they are not in the template column.`,
  meaning: (p: { hasLate: boolean }) =>
    `Template: amounts × the probabilities of their stages${p.hasLate ? '; overdue: the same of those expected by now' : ''}.`,
  trustWhich: 'Which to trust, as the past has it: ',
  seedSaid: (p: { runs: string; seed: string }) =>
    `Likely: from – to, 8 times in 10; that and the chance are of ${p.runs} futures played through; the same again: --seed ${p.seed}`,
  period: 'Period',
  already: 'already',
  mean: 'expected',
  newDeals: 'new deals',
  template: 'template',
  late: 'overdue',
  planned: 'plan',
  chance: 'chance',
  total: 'Total',
  // Of the backtest.
  periods: (n: number) => (n === 1 ? '1 period' : `${n} periods`),
  method: 'Method',
  methods: {
    statistics: 'statistics',
    template: 'template',
    'last-period': 'as the period before',
    mean: 'mean of all before',
    'last-year': 'as a year ago',
    seasonal: 'as a quarter ago',
  } as Readonly<Record<string, string>>,
  /** Heads of narrow columns. */
  short: {
    statistics: 'statist.',
    template: 'template',
    'last-period': 'last',
    mean: 'mean',
    'last-year': 'year ago',
    seasonal: 'quarter ago',
  } as Readonly<Record<string, string>>,
  error: 'error',
  sharedError: (p: { n: string }) => `over same ${p.n}`,
  bias: 'too high +',
  inRange: 'within likely',
  brier: 'chances off',
  n: 'periods',
  actual: 'won',
  stage: 'Stage when forecast',
  stageDeals: 'deals',
  stageExpected: 'expected won',
  stageWon: 'won',
  errorMeaning: 'Error: what the forecasts missed by in sum, of what was won.',
  brierMeaning:
    'Chances off: how far the chances of deals were from what came; 0 is all foreseen, 0.25 a coin tossed.',
  sharedMeaning: (p: { n: string }) =>
    `Methods are compared over the ${p.n} periods of which each of them can tell.`,
  covered: (p: { k: string; n: string; low: string; high: string }) =>
    `${p.k} of ${p.n} periods came within what was called likely, which is meant for 8 in 10 (of so few, the true share may be ${p.low}–${p.high}).`,
  trust: (p: { method: string; n: string; error: string }) =>
    `Here ${p.method} erred least: ${p.error} over ${p.n}.`,
  trustOther: (p: { method: string; n: string; error: string; own: string }) =>
    `Here the plain guess “${p.method}” erred least: ${p.error} over ${p.n}, the statistics ${p.own}. Believe it more.`,
  tooFew: 'Too few periods to tell which method to trust.',
  clairvoyant: 'Sums and managers are those of today; chances, amounts and dates those known then.',
}

export type ForecastWords = typeof en

const ru: ForecastWords = {
  summary: 'что принесёт месяц: по шаблону и по тому, как было раньше',
  by: 'длина периодов: week, 4-weeks, month, quarter или year (по умолчанию month); или группа: manager, product…',
  backtest: 'как сбылись бы прогнозы прошлых периодов по тому, что было известно тогда',
  seed: 'начало случайных чисел (по умолчанию — день)',
  explain: 'сделки за цифрой: ПЕРИОД:open, ПЕРИОД:already или ПЕРИОД:overdue; затем можно @ГРУППА',
  noStep: (p) => `forecast --by принимает ${p.known} или группу, а не «${p.text}»`,
  backtestBy: (p) => `forecast --backtest --by принимает ${p.known}: это длина каждого периода`,
  badSeed: (p) => `--seed — целое число от 0 до 4294967295, а не «${p.text}»`,
  unbounded: 'forecast нужен период с началом и концом, например this-month или 2026-Q4',
  tooFar: (p) => `forecast смотрит вперёд не дальше чем на ${p.months}`,
  months: (n) => `${n} ${plural(n, 'месяц', 'месяца', 'месяцев')}`,
  manyPeriods: (p) => `в прогнозе не больше ${p.most} периодов; выберите --by подлиннее`,
  noPast: 'forecast --backtest нужен период, который уже кончился; среди выбранных такого нет',
  badExplain: (p) =>
    `forecast --explain принимает ПЕРИОД:open, ПЕРИОД:already или ПЕРИОД:overdue, а не «${p.text}»; периоды: ${p.labels}`,
  noGroup: (p) => `нет такой группы: «${p.text}»; есть: ${p.known}`,
  explained: (p) => `${p.label}, ${p.column}: сделок ${p.n}`,
  columns: { open: 'ещё в деле', already: 'уже выиграно', overdue: 'просрочено' },
  title: (p) => `Прогноз «${p.pipeline}»`,
  byGroup: (p) => `по ${p.by}`,
  backtestTitle: (p) => `Проверка прогнозов «${p.pipeline}»`,
  open: (p) => `в деле сделок ${p.n}`,
  answer: (p) => `Ждём ${p.mean}; в 8 случаях из 10 будет от ${p.low} до ${p.high}.`,
  settled: (p) => `Период закончен: выиграно ${p.amount}.`,
  nothing: 'Опереться не на что: сделок в деле нет, и новых давно не было.',
  madeOf: (p) =>
    `Из них уже выиграно ${p.already}, сделки в работе дадут ${p.open}, ещё не заведённые — ${p.fresh}.`,
  plan: (p) => `План ${p.plan}: шанс выполнить ${p.chance}, ${p.verdict}.`,
  lifted: (p) =>
    `Ждём больше плана, потому что среднее поднимают крупные сделки; но в ${p.below} исходов выходит меньше плана.`,
  plannedFor: (p) =>
    `План на ${p.period}: ${p.plan}${p.chance === null ? '' : `, шанс выполнить ${p.chance}`}.`,
  learnt: (p) =>
    `Выучено на ${p.shown} ${plural(p.n, 'закрытой сделке', 'закрытых сделках', 'закрытых сделках')} с ${p.since} (выиграно ${p.won}).`,
  partWeeks: (p) => `Недели на краях периода — не целиком: ${p.weeks}.`,
  few: (n) =>
    n === 0
      ? 'Закрытых сделок ещё нет: прогноз держится на вероятностях этапов из шаблона.'
      : `Закрыто всего ${n}: прогноз держится больше на вероятностях из шаблона, чем на вашей истории.`,
  corrected: (p) =>
    p.isUp
      ? `Раньше такие прогнозы выходили заниженными, поэтому этот поднят на ${p.by}.`
      : `Раньше такие прогнозы выходили завышенными, поэтому этот снижен на ${p.by}.`,
  meanBeyond: (p) =>
    p.isAbove
      ? `в среднем ${p.mean}, но в 9 случаях из 10 не больше ${p.bound}: среднее поднимает крупная сделка, которая удаётся редко`
      : `в среднем ${p.mean}, но в 9 случаях из 10 не меньше ${p.bound}: среднее снижает крупная сделка, которая срывается редко`,
  answerBeyond: (p) => `Ждём ${p.beyond}.`,
  unknownAmounts: (p) =>
    `Сумма неизвестна у ${p.n} из ${p.all} сделок в деле: взято, сколько в среднем приносит их продукт.`,
  overdue: (p) =>
    `Ждали раньше, а ещё в деле: ${p.n} ${plural(p.n, 'сделка', 'сделки', 'сделок')} (по шаблону ${p.amount}); в колонку «шаблон» не входят.`,
  meaning: (p) =>
    `Шаблон: сумма × вероятность её этапа${p.hasLate ? '; просроч. — то же о тех, кого ждали раньше' : ''}.`,
  trustWhich: 'Чему верить, видно на прошлом: ',
  seedSaid: (p) =>
    `Вероятно: от–до в 8 случаях из 10; это и шанс — из ${p.runs} разыгранных вариантов, повторить их: --seed ${p.seed}`,
  period: 'Период',
  already: 'уже',
  mean: 'ждём',
  newDeals: 'новые',
  template: 'шаблон',
  late: 'просроч.',
  planned: 'план',
  chance: 'шанс',
  total: 'Итого',
  periods: (n) => `${n} ${plural(n, 'период', 'периода', 'периодов')}`,
  method: 'Способ',
  methods: {
    statistics: 'статистика',
    template: 'шаблон',
    'last-period': 'как в прошлый раз',
    mean: 'среднее за всё время',
    'last-year': 'как год назад',
    seasonal: 'как квартал назад',
  },
  short: {
    statistics: 'статист.',
    template: 'шаблон',
    'last-period': 'прошлый',
    mean: 'среднее',
    'last-year': 'год назад',
    seasonal: 'кв. назад',
  },
  error: 'ошибка',
  sharedError: (p) => `за общие ${p.n}`,
  bias: 'завышено +',
  inRange: 'в пределах',
  brier: 'ошибка шансов',
  n: 'периодов',
  actual: 'выиграно',
  stage: 'Этап при прогнозе',
  stageDeals: 'сделок',
  stageExpected: 'ждали выигрышей',
  stageWon: 'выиграно',
  errorMeaning: 'Ошибка: на сколько промахнулись в сумме, от всего выигранного.',
  brierMeaning: 'Ошибка шансов: как далеко они были от исхода; 0 — всё угадано, 0,25 — монетка.',
  sharedMeaning: (p) => `Способы сравниваются за те периоды, о которых говорит каждый: их ${p.n}.`,
  covered: (p) =>
    `В пределы «вероятно» попало ${p.k} из ${p.n} периодов, а рассчитаны они на 8 из 10 (при таком числе настоящая доля — от ${p.low} до ${p.high}).`,
  trust: (p) => `Здесь меньше всех ошибается ${p.method}: ${p.error} за ${p.n}.`,
  trustOther: (p) =>
    `Здесь меньше всех ошибается простая догадка «${p.method}»: ${p.error} за ${p.n}, у статистики ${p.own}. Верьте скорее ей.`,
  tooFew: 'Периодов слишком мало, чтобы сказать, какому способу верить.',
  clairvoyant: 'Итоги и менеджеры — сегодняшние; шансы, суммы и сроки — известные тогда.',
}

const uk: ForecastWords = {
  summary: 'що принесе місяць: за шаблоном і за тим, як було раніше',
  by: 'довжина періодів: week, 4-weeks, month, quarter або year (типово month); або група: manager, product…',
  backtest: 'як справдилися б прогнози минулих періодів за тим, що було відомо тоді',
  seed: 'початок випадкових чисел (типово — день)',
  explain: 'угоди за цифрою: ПЕРІОД:open, ПЕРІОД:already або ПЕРІОД:overdue; далі можна @ГРУПА',
  noStep: (p) => `forecast --by приймає ${p.known} або групу, а не «${p.text}»`,
  backtestBy: (p) => `forecast --backtest --by приймає ${p.known}: це довжина кожного періоду`,
  badSeed: (p) => `--seed — ціле число від 0 до 4294967295, а не «${p.text}»`,
  unbounded: 'forecast потрібен період із початком і кінцем, наприклад this-month або 2026-Q4',
  tooFar: (p) => `forecast дивиться вперед не далі ніж на ${p.months}`,
  months: (n) => `${n} ${plural(n, 'місяць', 'місяці', 'місяців')}`,
  manyPeriods: (p) => `у прогнозі не більше ${p.most} періодів; виберіть довший --by`,
  noPast: 'forecast --backtest потрібен період, що вже скінчився; серед вибраних такого немає',
  badExplain: (p) =>
    `forecast --explain приймає ПЕРІОД:open, ПЕРІОД:already або ПЕРІОД:overdue, а не «${p.text}»; періоди: ${p.labels}`,
  noGroup: (p) => `немає такої групи: «${p.text}»; є: ${p.known}`,
  explained: (p) => `${p.label}, ${p.column}: угод ${p.n}`,
  columns: { open: 'ще в роботі', already: 'вже виграно', overdue: 'прострочено' },
  title: (p) => `Прогноз «${p.pipeline}»`,
  byGroup: (p) => `за ${p.by}`,
  backtestTitle: (p) => `Перевірка прогнозів «${p.pipeline}»`,
  open: (p) => `у роботі угод ${p.n}`,
  answer: (p) => `Чекаємо ${p.mean}; у 8 випадках із 10 буде від ${p.low} до ${p.high}.`,
  settled: (p) => `Період скінчився: виграно ${p.amount}.`,
  nothing: 'Спертися ні на що: угод у роботі немає, і нових давно не було.',
  madeOf: (p) =>
    `З них уже виграно ${p.already}, угоди в роботі дадуть ${p.open}, ще не заведені — ${p.fresh}.`,
  plan: (p) => `План ${p.plan}: шанс виконати ${p.chance}, ${p.verdict}.`,
  lifted: (p) =>
    `Чекаємо більше за план, бо середнє підіймають великі угоди; але в ${p.below} випадків виходить менше за план.`,
  plannedFor: (p) =>
    `План на ${p.period}: ${p.plan}${p.chance === null ? '' : `, шанс виконати ${p.chance}`}.`,
  learnt: (p) =>
    `Вивчено на ${p.shown} ${plural(p.n, 'закритій угоді', 'закритих угодах', 'закритих угодах')} від ${p.since} (виграно ${p.won}).`,
  partWeeks: (p) => `Тижні на краях періоду — не цілком: ${p.weeks}.`,
  few: (n) =>
    n === 0
      ? 'Закритих угод ще немає: прогноз тримається на ймовірностях етапів із шаблону.'
      : `Закрито лише ${n}: прогноз тримається більше на ймовірностях із шаблону, ніж на вашій історії.`,
  corrected: (p) =>
    p.isUp
      ? `Раніше такі прогнози виходили заниженими, тому цей піднято на ${p.by}.`
      : `Раніше такі прогнози виходили завищеними, тому цей знижено на ${p.by}.`,
  meanBeyond: (p) =>
    p.isAbove
      ? `у середньому ${p.mean}, але в 9 випадках із 10 не більше ${p.bound}: середнє піднімає велика угода, яка вдається рідко`
      : `у середньому ${p.mean}, але в 9 випадках із 10 не менше ${p.bound}: середнє знижує велика угода, яка зривається рідко`,
  answerBeyond: (p) => `Чекаємо ${p.beyond}.`,
  unknownAmounts: (p) =>
    `Сума невідома в ${p.n} з ${p.all} угод у роботі: взято, скільки в середньому приносить їхній продукт.`,
  overdue: (p) =>
    `Чекали раніше, а ще в роботі: ${p.n} ${plural(p.n, 'угода', 'угоди', 'угод')} (за шаблоном ${p.amount}); у колонку «шаблон» не входять.`,
  meaning: (p) =>
    `Шаблон: сума × імовірність її етапу${p.hasLate ? '; простроч. — те саме про ті, на які чекали раніше' : ''}.`,
  trustWhich: 'Чому вірити, видно на минулому: ',
  seedSaid: (p) =>
    `Імовірно: від–до у 8 випадках із 10; це й шанс — із ${p.runs} розіграних варіантів, повторити їх: --seed ${p.seed}`,
  period: 'Період',
  already: 'вже',
  mean: 'чекаємо',
  newDeals: 'нові',
  template: 'шаблон',
  late: 'простроч.',
  planned: 'план',
  chance: 'шанс',
  total: 'Разом',
  periods: (n) => `${n} ${plural(n, 'період', 'періоди', 'періодів')}`,
  method: 'Спосіб',
  methods: {
    statistics: 'статистика',
    template: 'шаблон',
    'last-period': 'як минулого разу',
    mean: 'середнє за весь час',
    'last-year': 'як рік тому',
    seasonal: 'як квартал тому',
  },
  short: {
    statistics: 'статист.',
    template: 'шаблон',
    'last-period': 'минулий',
    mean: 'середнє',
    'last-year': 'рік тому',
    seasonal: 'кв. тому',
  },
  error: 'помилка',
  sharedError: (p) => `за спільні ${p.n}`,
  bias: 'завищено +',
  inRange: 'у межах',
  brier: 'помилка шансів',
  n: 'періодів',
  actual: 'виграно',
  stage: 'Етап під час прогнозу',
  stageDeals: 'угод',
  stageExpected: 'чекали виграшів',
  stageWon: 'виграно',
  errorMeaning: 'Помилка: на скільки схибили в сумі, від усього виграного.',
  brierMeaning: 'Помилка шансів: як далеко вони були від наслідку; 0 — усе вгадано, 0,25 — монетка.',
  sharedMeaning: (p) => `Способи порівнюються за ті періоди, про які каже кожен: їх ${p.n}.`,
  covered: (p) =>
    `У межі «імовірно» потрапило ${p.k} з ${p.n} періодів, а розраховані вони на 8 із 10 (за такої кількості справжня частка — від ${p.low} до ${p.high}).`,
  trust: (p) => `Тут найменше помиляється ${p.method}: ${p.error} за ${p.n}.`,
  trustOther: (p) =>
    `Тут найменше помиляється простий здогад «${p.method}»: ${p.error} за ${p.n}, у статистики ${p.own}. Вірте радше йому.`,
  tooFew: 'Періодів замало, щоб сказати, якому способу вірити.',
  clairvoyant: 'Підсумки й менеджери — сьогоднішні; шанси, суми та строки — відомі тоді.',
}

export const forecastWords: Translated<ForecastWords> = { en, ru, uk }
