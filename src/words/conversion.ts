import { plural, type Translated } from './translated.ts'

const en = {
  summary: 'the share of deals won, week by week or month by month',
  by: 'length of a point: day, week, month, quarter or year (default: month)',
  noUnit: (p: { text: string; other: string }) =>
    `conversion --by takes day, week, month, quarter or year, not "${p.text}". By other things: voronka funnel --by ${p.other}`,
  title: (p: { pipeline: string; by: string }) => `Conversion of “${p.pipeline}” by ${p.by}`,
  created: 'created',
  rate: 'of all',
  chart: 'Won of all created',
  onePoint: 'There is one point only: no line to draw.',
  onePointOf: 'There is one point only: no line to draw. More points: ',
  settled: 'settled',
  young: 'many still open: it can rise',
  /** Behind the name of a period, of two that are drawn. */
  canRise: 'it can still rise',
  mature: 'what the share will come to once those still open are closed',
  besideIt: 'beside',
  manyPeriods: (p: { most: number }) =>
    `conversion takes no more than ${p.most} periods; choose a longer --by or fewer days`,
  matureAlone:
    '--compare sees both periods at the same age, --mature tells what becomes of one: leave out one of them',
  explain: 'list the deals of one figure: LABEL:created|won|open, or STAGE:entered|lost|open|next@LABEL',
  explained: {
    created: (n: string) => `created: ${n}`,
    won: (n: string) => `won: ${n}`,
    open: (n: string) => `open: ${n}`,
  },
  badExplain: (p: { text: string; points: readonly string[]; stages: readonly string[] }) =>
    `--explain takes LABEL:created, won or open, or STAGE:next@LABEL, not "${p.text}". Labels: ${p.points.join(', ')}. Stages: ${p.stages.join(', ')}`,
  picked:
    '--mature is of all deals created: leave out --stage and --status, which pick them by what became of them',
  soFar: 'so far',
  willBe: 'will be',
  coming: 'once those still open are closed',
  willCome: (p: { rate: string; range: string; now: string }) =>
    `Once those still open are closed, about ${p.rate} (${p.range}) will be won; so far ${p.now}.`,
  willComeFew: (p: { share: string; low: string; high: string }) =>
    `Once those still open are closed, about ${p.share} will be won: from ${p.low} to ${p.high}.`,
  allClosed: 'All these deals are closed: the shares are what they are.',
  learnt: (p: { outcomes: number; won: string; since: string | null }) =>
    `Judged by ${p.outcomes} deals closed${p.since === null ? '' : ` since ${p.since}`} (won: ${p.won}): after how many days, and how.`,
  fromPipeline: 'Too few deals of this choice are closed to judge by them: judged by the whole pipeline.',
  leftOpen: (p: { share: string; days: number }) =>
    `Some ${p.share} will be neither won nor lost even after ${p.days} days, counted as not won.`,
  tooFew: (p: { outcomes: number; least: number }) =>
    `Only ${p.outcomes} ${p.outcomes === 1 ? 'deal is' : 'deals are'} closed on a known day: what becomes of the open ones cannot be told before there are ${p.least}.`,
}

export type ConversionWords = typeof en

const ru: ConversionWords = {
  summary: 'доля выигранных сделок по неделям, месяцам, кварталам',
  by: 'длина точки: day, week, month, quarter или year (по умолчанию month)',
  noUnit: (p) =>
    `conversion --by принимает day, week, month, quarter или year, а не «${p.text}». Остальное — voronka funnel --by ${p.other}`,
  title: (p) => `Конверсия «${p.pipeline}» по ${p.by}`,
  created: 'создано',
  rate: 'от всех',
  chart: 'Выиграно от всех созданных',
  onePoint: 'Точка всего одна, линии не провести.',
  onePointOf: 'Точка всего одна, линии не провести. Больше точек: ',
  settled: 'устоялось',
  young: 'многие ещё в деле: может вырасти',
  canRise: 'ещё может вырасти',
  mature: 'какой доля станет, когда доведут тех, кто ещё в деле',
  besideIt: 'рядом',
  manyPeriods: (p) => `в conversion не больше ${p.most} периодов; выберите --by подлиннее или меньше дней`,
  matureAlone:
    '--compare видит оба периода в одном возрасте, --mature говорит, что станет с одним: уберите что-нибудь одно',
  explain: 'сделки за одной цифрой: ТОЧКА:created|won|open или ЭТАП:entered|lost|open|next@ТОЧКА',
  explained: {
    created: (n) => `создано: ${n}`,
    won: (n) => `выиграно: ${n}`,
    open: (n) => `в деле: ${n}`,
  },
  badExplain: (p) =>
    `--explain принимает ТОЧКА:created, won, open или ЭТАП:next@ТОЧКА, а не «${p.text}». Точки: ${p.points.join(', ')}. Этапы: ${p.stages.join(', ')}`,
  picked:
    '--mature считают по всем созданным сделкам: уберите --stage и --status, они отбирают по тому, что со сделкой стало',
  soFar: 'пока',
  willBe: 'будет',
  coming: 'когда доведут тех, кто в деле',
  willCome: (p) => `Когда доведут тех, кто ещё в деле, будет около ${p.rate} (${p.range}); пока ${p.now}.`,
  willComeFew: (p) => `Когда доведут тех, кто ещё в деле, будет около ${p.share}: от ${p.low} до ${p.high}.`,
  allClosed: 'Все эти сделки закрыты: доли уже не изменятся.',
  learnt: (p) =>
    `Судим по ${p.outcomes} ${plural(p.outcomes, 'закрытой сделке', 'закрытым сделкам', 'закрытым сделкам')}${p.since === null ? '' : ` с ${p.since}`} (выиграно ${p.won}): за сколько дней и чем кончилось.`,
  fromPipeline: 'По выбранным закрыто слишком мало сделок: судим по всей воронке.',
  leftOpen: (p) =>
    `Около ${p.share} и через ${p.days} ${plural(p.days, 'день', 'дня', 'дней')} не будут ни выиграны, ни проиграны; выигранными не считаем.`,
  tooFew: (p) =>
    `Закрыто в известный день только ${p.outcomes} ${plural(p.outcomes, 'сделка', 'сделки', 'сделок')}: что станет с открытыми, можно судить с ${p.least}.`,
}

const uk: ConversionWords = {
  summary: 'частка виграних угод за тижнями, місяцями, кварталами',
  by: 'довжина точки: day, week, month, quarter або year (типово month)',
  noUnit: (p) =>
    `conversion --by приймає day, week, month, quarter або year, а не «${p.text}». Решту — voronka funnel --by ${p.other}`,
  title: (p) => `Конверсія «${p.pipeline}» за ${p.by}`,
  created: 'створено',
  rate: 'від усіх',
  chart: 'Виграно від усіх створених',
  onePoint: 'Точка лише одна, лінії не провести.',
  onePointOf: 'Точка лише одна, лінії не провести. Більше точок: ',
  settled: 'усталене',
  young: 'багато ще в роботі: може зрости',
  canRise: 'ще може зрости',
  mature: 'якою частка стане, коли доведуть тих, хто ще в роботі',
  besideIt: 'поруч',
  manyPeriods: (p) => `у conversion не більше ${p.most} періодів; виберіть довший --by або менше днів`,
  matureAlone:
    '--compare бачить обидва періоди в одному віці, --mature каже, що станеться з одним: приберіть щось одне',
  explain: 'угоди за однією цифрою: ТОЧКА:created|won|open або ЕТАП:entered|lost|open|next@ТОЧКА',
  explained: {
    created: (n) => `створено: ${n}`,
    won: (n) => `виграно: ${n}`,
    open: (n) => `у роботі: ${n}`,
  },
  badExplain: (p) =>
    `--explain приймає ТОЧКА:created, won, open або ЕТАП:next@ТОЧКА, а не «${p.text}». Точки: ${p.points.join(', ')}. Етапи: ${p.stages.join(', ')}`,
  picked:
    '--mature рахують за всіма створеними угодами: приберіть --stage і --status, вони відбирають за тим, що з угодою стало',
  soFar: 'поки що',
  willBe: 'буде',
  coming: 'коли доведуть тих, хто в роботі',
  willCome: (p) =>
    `Коли доведуть тих, хто ще в роботі, буде близько ${p.rate} (${p.range}); поки що ${p.now}.`,
  willComeFew: (p) =>
    `Коли доведуть тих, хто ще в роботі, буде близько ${p.share}: від ${p.low} до ${p.high}.`,
  allClosed: 'Усі ці угоди закриті: частки вже не зміняться.',
  learnt: (p) =>
    `Судимо за ${p.outcomes} ${plural(p.outcomes, 'закритою угодою', 'закритими угодами', 'закритими угодами')}${p.since === null ? '' : ` з ${p.since}`} (виграно ${p.won}): за скільки днів і чим скінчилося.`,
  fromPipeline: 'За вибраними закрито замало угод: судимо за всією воронкою.',
  leftOpen: (p) =>
    `Близько ${p.share} і через ${p.days} ${plural(p.days, 'день', 'дні', 'днів')} не будуть ні виграні, ні програні; виграними не рахуємо.`,
  tooFew: (p) =>
    `Закрито у відомий день лише ${p.outcomes} ${plural(p.outcomes, 'угоду', 'угоди', 'угод')}: що стане з відкритими, можна судити з ${p.least}.`,
}

export const conversionWords: Translated<ConversionWords> = { en, ru, uk }
