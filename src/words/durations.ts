import { plural, type Translated } from './translated.ts'

type Column = 'n' | 'open' | 'overNorm'

const en = {
  summary: 'days in each stage, to a win and to a loss; what that brings a day',
  explain: 'list the deals of one figure: STAGE:n|open|overNorm, cycle or loss, with @GROUP of one group',
  badExplain: (p: { text: string; rows: string }) =>
    `--explain takes STAGE:n, open or overNorm, cycle or loss, not "${p.text}". There are: ${p.rows}`,
  explained: (p: { stage: string; column: Column; n: string }) =>
    `“${p.stage}”, ${{ n: 'have left', open: 'in it now', overNorm: 'in it longer than the norm' }[p.column]}: ${p.n}`,
  explainedSpan: (p: { row: 'cycle' | 'loss'; n: string }) =>
    `${p.row === 'cycle' ? 'won' : 'lost'} in the period: ${p.n}`,
  title: (p: { pipeline: string }) => `Days in the stages of “${p.pipeline}”`,
  titleBy: (p: { pipeline: string; by: string }) => `Days in the stages of “${p.pipeline}” by ${p.by}`,
  created: (p: { n: string }) => `deals created: ${p.n}`,
  left: 'left',
  median: 'median',
  p75: '75%',
  p90: '90%',
  open: 'open',
  stand: 'so far',
  norm: 'norm',
  over: 'over',
  cycle: 'to win',
  toLoss: 'to loss',
  perDay: 'a day',
  closed: 'Closed in the period, days since creation',
  toWon: 'Won',
  toLost: 'Lost',
  deals: 'deals',
  mean: 'mean',
  aboutStages:
    'Days of deals created in the period that have left the stage: half took no more than the median, 90 of 100 no more than “90%”.',
  aboutBar: 'The bar is the median, its whisker 90%.',
  aboutOpen: '“so far”: the median of the days that open deals have stood in it.',
  usualNorm: 'Where no norm is set, it is what 9 of 10 won deals took.',
  over1: (p: { n: number; stage: string }) =>
    `Longer than the norm stand ${p.n}, most of them at “${p.stage}”. Which ones: `,
  presumed: (n: number) =>
    `${n} closed ${n === 1 ? 'deal is' : 'deals are'} left out of these days: the date of creation or of the end is only presumed.`,
  velocity: (p: { worked: string; rate: string; won: string; days: string; perDay: string }) =>
    `Velocity: ${p.worked} deals that were in work × won ${p.rate} × ${p.won} on average / ${p.days} days to win on average = ${p.perDay} a day, were all of them to close within one cycle.`,
  earned: (p: { days: number; perDay: string }) =>
    `What was really won: ${p.perDay} a day (days: ${p.days}). Velocity is no forecast: it is held against that of another period, --compare previous.`,
  noVelocity: 'Velocity is not known: in the period nothing with an amount was won.',
  byNote: 'A cell is the median of days; dim, of fewer than 10 deals. “a day”: velocity, money a day.',
  calendarNote: 'A deal stands by when it was created, its end by when it was closed.',
  young: (p: { open: string; of: string }) =>
    `Still open: ${p.open} of ${p.of}. Those that leave later will make the days longer.`,
  velocityPerDay: 'velocity, a day',
  cycleMedian: 'to win, median',
  cycleMean: 'to win, mean',
  lossMedian: 'to loss, median',
  winRate: 'won of closed',
  alike: 'within chance',
}

export type DurationsWords = typeof en

const ru: DurationsWords = {
  summary: 'сколько дней на каждом этапе, до выигрыша и до отказа; сколько это даёт в день',
  explain: 'сделки за одной цифрой: ЭТАП:n|open|overNorm, cycle или loss, с @ГРУППА — одной группы',
  badExplain: (p) =>
    `--explain принимает ЭТАП:n, open или overNorm, cycle или loss, а не «${p.text}». Есть: ${p.rows}`,
  explained: (p) =>
    `«${p.stage}», ${{ n: 'ушли', open: 'стоят сейчас', overNorm: 'стоят дольше нормы' }[p.column]}: ${p.n}`,
  explainedSpan: (p) => `${p.row === 'cycle' ? 'выиграно' : 'отказов'} за период: ${p.n}`,
  title: (p) => `Дней на этапах «${p.pipeline}»`,
  titleBy: (p) => `Дней на этапах «${p.pipeline}» по ${p.by}`,
  created: (p) => `создано сделок ${p.n}`,
  left: 'ушли',
  median: 'медиана',
  p75: '75 %',
  p90: '90 %',
  open: 'в деле',
  stand: 'стоят',
  norm: 'норма',
  over: 'дольше',
  cycle: 'до выигр.',
  toLoss: 'до отказа',
  perDay: 'в день',
  closed: 'Закрытые за период, дней от создания',
  toWon: 'Выиграно',
  toLost: 'Отказ',
  deals: 'сделок',
  mean: 'среднее',
  aboutStages:
    'Дни — у созданных за период сделок, которые ушли с этапа: половина — не дольше медианы, 90 из 100 — не дольше «90 %».',
  aboutBar: 'Полоса — медиана, засечка — 90 %.',
  aboutOpen: '«стоят» — медиана дней, что сделки в деле уже стоят на этапе.',
  usualNorm: 'Где норма не задана, она — сколько стояли 9 из 10 выигранных.',
  over1: (p) =>
    `Дольше нормы ${plural(p.n, 'стоит', 'стоят', 'стоят')} ${p.n}, больше всего — «${p.stage}». Какие: `,
  presumed: (n) =>
    `В эти дни не ${plural(n, 'вошла', 'вошли', 'вошли')} ${n} ${plural(n, 'закрытая сделка', 'закрытые сделки', 'закрытых сделок')}: дата создания или конца только предположена.`,
  velocity: (p) =>
    `Скорость продаж: ${p.worked} (были в работе) × выиграно ${p.rate} × в среднем ${p.won} / в среднем ${p.days} дн до выигрыша = ${p.perDay} в день, если бы всё это закрылось за один цикл.`,
  earned: (p) =>
    `На деле за ${p.days} ${plural(p.days, 'день', 'дня', 'дней')} выигрывали по ${p.perDay} в день. Скорость — не прогноз: её сравнивают со скоростью другого периода, --compare previous.`,
  noVelocity: 'Скорость продаж неизвестна: за период ничего с суммой не выиграно.',
  byNote: 'В клетке — медиана дней; бледно — меньше 10 сделок. «в день» — скорость продаж, денег в день.',
  calendarNote: 'Этапы — по дню создания сделки, исход — по дню закрытия.',
  young: (p) => `Ещё в деле ${p.open} из ${p.of}: кто уйдёт с этапа позже, тот срок ещё увеличит.`,
  velocityPerDay: 'скорость, в день',
  cycleMedian: 'до выигрыша, медиана',
  cycleMean: 'до выигрыша, среднее',
  lossMedian: 'до отказа, медиана',
  winRate: 'выиграно из закрытых',
  alike: 'в пределах случайного',
}

const uk: DurationsWords = {
  summary: 'скільки днів на кожному етапі, до виграшу й до відмови; скільки це дає на день',
  explain: 'угоди за однією цифрою: ЕТАП:n|open|overNorm, cycle або loss, з @ГРУПА — однієї групи',
  badExplain: (p) =>
    `--explain приймає ЕТАП:n, open або overNorm, cycle або loss, а не «${p.text}». Є: ${p.rows}`,
  explained: (p) =>
    `«${p.stage}», ${{ n: 'пішли', open: 'стоять зараз', overNorm: 'стоять довше норми' }[p.column]}: ${p.n}`,
  explainedSpan: (p) => `${p.row === 'cycle' ? 'виграно' : 'відмов'} за період: ${p.n}`,
  title: (p) => `Днів на етапах «${p.pipeline}»`,
  titleBy: (p) => `Днів на етапах «${p.pipeline}» за ${p.by}`,
  created: (p) => `створено угод ${p.n}`,
  left: 'пішли',
  median: 'медіана',
  p75: '75 %',
  p90: '90 %',
  open: 'у роботі',
  stand: 'стоять',
  norm: 'норма',
  over: 'довше',
  cycle: 'до виграшу',
  toLoss: 'до відмови',
  perDay: 'на день',
  closed: 'Закриті за період, днів від створення',
  toWon: 'Виграно',
  toLost: 'Відмова',
  deals: 'угод',
  mean: 'середнє',
  aboutStages:
    'Дні — в угод, створених за період, які пішли з етапу: половина — не довше медіани, 90 зі 100 — не довше «90 %».',
  aboutBar: 'Смуга — медіана, риска — 90 %.',
  aboutOpen: '«стоять» — медіана днів, що угоди в роботі вже стоять на етапі.',
  usualNorm: 'Де норму не задано, вона — скільки стояли 9 з 10 виграних.',
  over1: (p) =>
    `Довше норми ${plural(p.n, 'стоїть', 'стоять', 'стоять')} ${p.n}, найбільше — «${p.stage}». Які: `,
  presumed: (n) =>
    `До цих днів не ${plural(n, 'увійшла', 'увійшли', 'увійшло')} ${n} ${plural(n, 'закрита угода', 'закриті угоди', 'закритих угод')}: дату створення чи кінця лише припущено.`,
  velocity: (p) =>
    `Швидкість продажів: ${p.worked} (були в роботі) × виграно ${p.rate} × у середньому ${p.won} / у середньому ${p.days} дн до виграшу = ${p.perDay} на день, якби все це закрилося за один цикл.`,
  earned: (p) =>
    `Насправді за ${p.days} ${plural(p.days, 'день', 'дні', 'днів')} вигравали по ${p.perDay} на день. Швидкість — не прогноз: її порівнюють зі швидкістю іншого періоду, --compare previous.`,
  noVelocity: 'Швидкість продажів невідома: за період нічого із сумою не виграно.',
  byNote:
    'У клітинці — медіана днів; блідо — менш ніж 10 угод. «на день» — швидкість продажів, грошей на день.',
  calendarNote: 'Етапи — за днем створення угоди, кінець — за днем закриття.',
  young: (p) => `Ще в роботі ${p.open} з ${p.of}: хто піде з етапу пізніше, той строк іще збільшить.`,
  velocityPerDay: 'швидкість, на день',
  cycleMedian: 'до виграшу, медіана',
  cycleMean: 'до виграшу, середнє',
  lossMedian: 'до відмови, медіана',
  winRate: 'виграно із закритих',
  alike: 'у межах випадкового',
}

export const durationsWords: Translated<DurationsWords> = { en, ru, uk }
