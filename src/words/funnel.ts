import { plural, type Translated } from './translated.ts'

type Modes = Readonly<Record<'cohort' | 'strict' | 'visited' | 'events' | 'snapshot' | 'bitrix24', string>>

const en = {
  title: (p: { pipeline: string }) => `Funnel “${p.pipeline}”`,
  titleBy: (p: { pipeline: string; by: string }) => `Funnel “${p.pipeline}” by ${p.by}`,
  /** In short: of which deals, where there is little room. */
  created: 'created in the period',
  mode: {
    cohort: 'deals created in the period',
    strict: 'created in the period, in order',
    visited: 'created, stages visited',
    events: 'events of the period',
    snapshot: 'at work now',
    bitrix24: 'as in Bitrix24',
  } as Modes,
  stage: 'Stage',
  entered: {
    cohort: 'entered',
    strict: 'entered',
    visited: 'visited',
    events: 'moved in',
    snapshot: 'deals',
    bitrix24: 'deals',
  } as Modes,
  toNext: 'to next',
  throughput: 'next to this',
  range: 'range',
  ofAll: 'of all',
  share: 'share',
  lost: 'lost',
  open: 'open',
  days: 'days',
  won: 'won',
  deals: 'deals',
  closedShare: 'of closed',
  total: 'Total',
  arrow: '→ share that went on.',
  openShare: (p: { share: string }) => `open ${p.share}`,
  was: 'was',
  now: 'now',
  change: 'change',
  points: 'points',
  sum: (p: { won: string; lost: string; open: string; deals: string }) =>
    `Won ${p.won} + lost ${p.lost} + open ${p.open} = ${p.deals}.`,
  ofClosed: (p: { share: string }) => `Of those closed, won: ${p.share}.`,
  stillOpen: (p: { share: string }) => `Still open: ${p.share}, so shares of those closed can still change.`,
  young: (p: { share: string }) => `Still open: ${p.share}, so “of all” can still rise.`,
  /** `lost` is `of` as a number, for the plural. */
  lossUnknown: (p: { n: string; of: string; lost: number }) =>
    `? The data do not say at which stage ${p.n} of ${p.of} lost ${p.lost === 1 ? 'deal was' : 'deals were'} lost: they count where they began. Stage dates tell: import deals with --entered, or import history.`,
  openUnknown: (p: { n: string; of: string; open: number }) =>
    `? At which stage ${p.n} of ${p.of} open ${p.open === 1 ? 'deal was' : 'deals were'} on this day is not known: the file has only a later stage. They count where they began.`,
  presumed: 'Presumed date: not in the file, taken from the nearest date that is.',
  added: (p: { stage: string; day: string }) =>
    `“${p.stage}” is in the funnel since ${p.day}: deals that had gone further by then count as having passed it.`,
  stageHolds: (p: { stage: string; deals: string }) => `“${p.stage}” ${p.deals}`,
  retired: (p: { stages: string; counted: boolean }) =>
    `Open deals in retired stages, which have no row: ${p.stages}.${p.counted ? ' They count at the last stage in use that they reached.' : ''}`,
  mostLost: (p: { stage: string; n: string }) => `Most are lost at “${p.stage}”, ${p.n}. Which ones: `,
  explained: (p: { stage: string; rate: string; n: string; k: string; low: string; high: string }) =>
    `“${p.stage}” ${p.rate}: of ${p.n}, ${p.k} went on. With this many deals the true share may be anything from ${p.low} to ${p.high}.`,
  moved: (p: { deals: string; won: string; lost: string }) =>
    `Deals that moved in the period: ${p.deals}; won ${p.won}, lost ${p.lost}.`,
  flows: 'A deal counts once in every stage it moved into. The next stage may have more than this one.',
  lying: (p: { open: string; amount: string }) => `Open: ${p.open}, worth ${p.amount}.`,
  closed: (p: { won: string; lost: string }) =>
    `Closed in the period and still so: won ${p.won}, lost ${p.lost}.`,
  current: 'By the stage that deals are in now; lost deals are credited to no stage.',
  higher: '▲ above the rest: the difference is plain.',
  lower: '▼ below the rest: the difference is plain.',
  noOthers: 'Other differences are within chance.',
  closedCompared: 'Compared: won of those closed.',
  /** Of several groups the one that wins most often, and the one that does least. */
  extremes: (p: { most: string; mostShare: string; least: string; leastShare: string }) =>
    `Won of those closed, most: ${p.most}, ${p.mostShare}; least: ${p.least}, ${p.leastShare}.`,
  /** Of two. */
  twoOf: (p: { most: string; mostShare: string; least: string; leastShare: string }) =>
    `Won of those closed: ${p.most}, ${p.mostShare}; ${p.least}, ${p.leastShare}.`,
  twoDiffer: (p: { most: string }) => `The difference is plain: higher for ${p.most}.`,
  twoAlike: (p: { open: boolean }) =>
    `The two cannot be told apart: the difference is within chance${p.open ? ', or open deals could undo it' : ''}.`,
  noneDifferYet:
    'By the share won no group can be told from the rest: differences are within chance, or open deals could undo them.',
  noOthersYet: 'Other differences are within chance, or open deals could undo them.',
  noneDiffer: 'By the share won no group can be told from the rest: the differences are within chance.',
  few: 'Under 10 deals: “3 of 5” instead of a percentage.',
  overlap: 'A deal may be in several groups: together they may be more than the total.',
  differs: '▲▼ the share has changed: the difference is plain.',
  alike: '≈ not distinguishable: within chance.',
  wonWas: (p: { was: string; now: string; change: string }) =>
    `Won of all created: was ${p.was}, now ${p.now}: ${p.change}.`,
  wonAlike: 'within chance',
  tooFew: 'too few deals to compare',
  closedWas: (p: { was: string; now: string; change: string }) =>
    `Won of those closed: was ${p.was}, now ${p.now}: ${p.change}.`,
  inPoints: (p: { change: string; n: number }) => `${p.change} ${Math.abs(p.n) === 1 ? 'point' : 'points'}`,
}

export type FunnelWords = typeof en

const ru: FunnelWords = {
  title: (p) => `Воронка «${p.pipeline}»`,
  titleBy: (p) => `Воронка «${p.pipeline}» по ${p.by}`,
  created: 'созданные за период',
  mode: {
    cohort: 'сделки, созданные за период',
    strict: 'созданные за период, подряд',
    visited: 'созданные, кто где побывал',
    events: 'события за период',
    snapshot: 'сейчас в работе',
    bitrix24: 'как в Битрикс24',
  },
  stage: 'Этап',
  entered: {
    cohort: 'дошли',
    strict: 'дошли',
    visited: 'были',
    events: 'вошли',
    snapshot: 'сделок',
    bitrix24: 'сделок',
  },
  toNext: 'дальше',
  throughput: 'след. к этому',
  range: 'разброс',
  ofAll: 'от всех',
  share: 'доля',
  lost: 'отказов',
  open: 'в деле',
  days: 'дней',
  won: 'выигр.',
  deals: 'сделок',
  closedShare: 'из закр.',
  total: 'Итого',
  arrow: '→ доля прошедших дальше.',
  was: 'было',
  openShare: (p) => `в деле ${p.share}`,
  now: 'стало',
  change: 'разница',
  points: 'пункты',
  sum: (p) => `Выиграно ${p.won} + отказов ${p.lost} + в деле ${p.open} = ${p.deals}.`,
  ofClosed: (p) => `Среди закрытых выиграно ${p.share}.`,
  stillOpen: (p) => `Ещё в деле ${p.share}: доля среди закрытых ещё может измениться.`,
  young: (p) => `Ещё в деле ${p.share}: доля «от всех» ещё может вырасти.`,
  lossUnknown: (p) =>
    `? Этап отказа неизвестен у ${p.n} из ${p.of} ${plural(p.lost, 'сделки', 'сделок', 'сделок')}: в данных его нет, отказ засчитан там, где сделка началась. Его покажут даты этапов: import deals с --entered или import history.`,
  openUnknown: (p) =>
    `? На эту дату этап ${p.n} из ${p.of} ${plural(p.open, 'сделки', 'сделок', 'сделок')} в деле неизвестен: файл знает только более поздний. Они засчитаны там, где начались.`,
  presumed: 'Предположенная дата: в файле не указана и взята из соседней.',
  added: (p) =>
    `«${p.stage}» в воронке с ${p.day}: сделки, которые к тому дню ушли дальше, засчитаны как прошедшие его.`,
  stageHolds: (p) => `«${p.stage}» ${p.deals}`,
  retired: (p) =>
    `В деле на этапах, выведенных из работы (строк у них нет): ${p.stages}.${p.counted ? ' Они засчитаны на последнем действующем этапе, до которого дошли.' : ''}`,
  mostLost: (p) => `Больше всего отказов — «${p.stage}», ${p.n}. Чьи: `,
  explained: (p) =>
    `«${p.stage}», ${p.rate}: из ${p.n} дальше прошли ${p.k}. При таком числе сделок настоящая доля может быть от ${p.low} до ${p.high}.`,
  moved: (p) => `За период двигалось сделок: ${p.deals}; выиграно ${p.won}, отказов ${p.lost}.`,
  flows: 'Сделка засчитана в каждом этапе, куда вошла; в следующий может войти больше, чем в этот.',
  lying: (p) => `В деле ${p.open} на ${p.amount}.`,
  closed: (p) => `Закрыты за период и остаются закрытыми: выиграно ${p.won}, отказов ${p.lost}.`,
  current: 'По этапу, где сделка сейчас; отказы не засчитаны ни одному этапу.',
  higher: '▲ выше остальных: разница видна уверенно.',
  lower: '▼ ниже остальных: разница видна уверенно.',
  noOthers: 'Прочие различия — в пределах случайного.',
  closedCompared: 'Сравнивается доля выигранных среди закрытых.',
  extremes: (p) =>
    `Среди закрытых выиграно больше всего: ${p.most}, ${p.mostShare}; меньше всего: ${p.least}, ${p.leastShare}.`,
  twoOf: (p) => `Среди закрытых выиграно: ${p.most} — ${p.mostShare}; ${p.least} — ${p.leastShare}.`,
  twoDiffer: (p) => `Разница видна уверенно: выше ${p.most}.`,
  twoAlike: (p) =>
    `Друг от друга не отличить: разница в пределах случайного${p.open ? ' или может исчезнуть, когда закроются сделки в деле' : ''}.`,
  noneDifferYet:
    'По доле выигранных ни одна группа не отличима от остальных: различия в пределах случайного или могут исчезнуть, когда закроются сделки в деле.',
  noOthersYet: 'Прочие различия — в пределах случайного или могут исчезнуть, когда закроются сделки в деле.',
  noneDiffer: 'По доле выигранных ни одна группа не отличима от остальных: различия в пределах случайного.',
  few: 'Меньше 10 сделок — не проценты, а «3 из 5».',
  overlap: 'Сделка может быть в нескольких группах: сумма групп может превысить итог.',
  differs: '▲▼ доля изменилась: разница видна уверенно.',
  alike: '≈ не различимо: в пределах случайного.',
  wonWas: (p) => `Выиграно от всех созданных: было ${p.was}, стало ${p.now}: ${p.change}.`,
  wonAlike: 'в пределах случайного',
  tooFew: 'сделок слишком мало, чтобы сравнивать',
  closedWas: (p) => `Выиграно от закрытых: было ${p.was}, стало ${p.now}: ${p.change}.`,
  inPoints: (p) => `${p.change} ${plural(p.n, 'пункт', 'пункта', 'пунктов')}`,
}

const uk: FunnelWords = {
  title: (p) => `Воронка «${p.pipeline}»`,
  titleBy: (p) => `Воронка «${p.pipeline}» за ${p.by}`,
  created: 'створені за період',
  mode: {
    cohort: 'угоди, створені за період',
    strict: 'створені за період, поспіль',
    visited: 'створені, хто де побував',
    events: 'події за період',
    snapshot: 'зараз у роботі',
    bitrix24: 'як у Бітрікс24',
  },
  stage: 'Етап',
  entered: {
    cohort: 'дійшли',
    strict: 'дійшли',
    visited: 'були',
    events: 'увійшли',
    snapshot: 'угод',
    bitrix24: 'угод',
  },
  toNext: 'далі',
  throughput: 'наст. до цього',
  range: 'розкид',
  ofAll: 'від усіх',
  share: 'частка',
  lost: 'відмов',
  open: 'у роботі',
  days: 'днів',
  won: 'виграно',
  deals: 'угод',
  closedShare: 'із закр.',
  total: 'Разом',
  arrow: '→ частка тих, що пройшли далі.',
  was: 'було',
  openShare: (p) => `у роботі ${p.share}`,
  now: 'стало',
  change: 'різниця',
  points: 'пункти',
  sum: (p) => `Виграно ${p.won} + відмов ${p.lost} + у роботі ${p.open} = ${p.deals}.`,
  ofClosed: (p) => `Серед закритих виграно ${p.share}.`,
  stillOpen: (p) => `Ще в роботі ${p.share}: частка серед закритих ще може змінитися.`,
  young: (p) => `Ще в роботі ${p.share}: частка «від усіх» ще може зрости.`,
  lossUnknown: (p) =>
    `? Етап відмови невідомий у ${p.n} з ${p.of} ${plural(p.lost, 'угоди', 'угод', 'угод')}: у даних його немає, відмову зараховано там, де угода почалася. Його покажуть дати етапів: import deals з --entered або import history.`,
  openUnknown: (p) =>
    `? На цю дату етап ${p.n} з ${p.of} ${plural(p.open, 'угоди', 'угод', 'угод')} у роботі невідомий: файл знає лише пізніший. Їх зараховано там, де вони почалися.`,
  presumed: 'Припущена дата: у файлі не вказана і взята із сусідньої.',
  added: (p) =>
    `«${p.stage}» у воронці з ${p.day}: угоди, які до того дня пішли далі, зараховано як такі, що пройшли його.`,
  stageHolds: (p) => `«${p.stage}» ${p.deals}`,
  retired: (p) =>
    `Відкриті угоди на вилучених етапах (рядків у них немає): ${p.stages}.${p.counted ? ' Їх зараховано на останньому чинному етапі, до якого дійшли.' : ''}`,
  mostLost: (p) => `Найбільше відмов — «${p.stage}», ${p.n}. Чиї: `,
  explained: (p) =>
    `«${p.stage}», ${p.rate}: із ${p.n} далі пройшли ${p.k}. За такої кількості угод справжня частка може бути від ${p.low} до ${p.high}.`,
  moved: (p) => `За період рухалося угод: ${p.deals}; виграно ${p.won}, відмов ${p.lost}.`,
  flows: 'Угоду зараховано на кожному етапі, куди вона увійшла; на наступний може увійти більше, ніж на цей.',
  lying: (p) => `У роботі ${p.open} на ${p.amount}.`,
  closed: (p) => `Закриті за період і досі закриті: виграно ${p.won}, відмов ${p.lost}.`,
  current: 'За етапом, де угода зараз; відмови не зараховано жодному етапу.',
  higher: '▲ вище за решту: різницю видно впевнено.',
  lower: '▼ нижче за решту: різницю видно впевнено.',
  noOthers: 'Інші відмінності — у межах випадкового.',
  closedCompared: 'Порівнюється частка виграних серед закритих.',
  extremes: (p) =>
    `Серед закритих виграно найбільше: ${p.most}, ${p.mostShare}; найменше: ${p.least}, ${p.leastShare}.`,
  twoOf: (p) => `Серед закритих виграно: ${p.most} — ${p.mostShare}; ${p.least} — ${p.leastShare}.`,
  twoDiffer: (p) => `Різницю видно впевнено: вище ${p.most}.`,
  twoAlike: (p) =>
    `Одне від одного не відрізнити: різниця в межах випадкового${p.open ? ' або може зникнути, коли закриються угоди в роботі' : ''}.`,
  noneDifferYet:
    'За часткою виграних жодну групу не відрізнити від решти: відмінності в межах випадкового або можуть зникнути, коли закриються угоди в роботі.',
  noOthersYet: 'Інші відмінності — у межах випадкового або можуть зникнути, коли закриються угоди в роботі.',
  noneDiffer: 'За часткою виграних жодну групу не відрізнити від решти: відмінності в межах випадкового.',
  few: 'Менше ніж 10 угод — не відсотки, а «3 з 5».',
  overlap: 'Угода може бути в кількох групах: сума груп може перевищити підсумок.',
  differs: '▲▼ частка змінилася: різницю видно впевнено.',
  alike: '≈ не розрізнити: у межах випадкового.',
  wonWas: (p) => `Виграно від усіх створених: було ${p.was}, стало ${p.now}: ${p.change}.`,
  wonAlike: 'у межах випадкового',
  tooFew: 'угод замало, щоб порівнювати',
  closedWas: (p) => `Виграно від закритих: було ${p.was}, стало ${p.now}: ${p.change}.`,
  inPoints: (p) => `${p.change} ${plural(p.n, 'пункт', 'пункти', 'пунктів')}`,
}

export const funnelWords: Translated<FunnelWords> = { en, ru, uk }
