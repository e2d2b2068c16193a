import type { Translated } from './translated.ts'

const en = {
  period: 'days to look at (default: the last 90)',
  by: 'group by manager, department, source, product, reason, company, tag, hour, day, week, month, quarter, year or a field',
  attribution: 'whose deals count: owner, or actor (whoever made the move)',
  compare: 'beside it: previous, last-year or a period',
  asOf: 'as things stood at the end of this day',
  knownAt: 'only what was known by the end of this day',
  currency: 'currency of the amounts (default: the workspace’s)',
  chart: 'draw bars and charts (as they are anyway)',
  noChart: 'without bars and charts',
  funnel: 'who reached which stage, who went on, where deals are lost',
  mode: 'cohort, strict, visited, events, snapshot or bitrix24',
  explain: 'list the deals of one figure: STAGE:entered|lost|open|next, with @GROUP of one group',
  noGroup: (p: { text: string; known: string }) =>
    `Deals cannot be grouped by "${p.text}". By: ${p.known}, or a custom field`,
  byStage: (p: { text: string; known: string }) =>
    `The report has its stages without --by ${p.text} too. Other groups: ${p.known}, or a custom field`,
  noMode: (p: { text: string; known: string }) => `No mode "${p.text}". There are: ${p.known}`,
  badAttribution: (p: { text: string }) => `--attribution takes owner or actor, not "${p.text}"`,
  actorBy: '--attribution actor goes with --by manager, or without --by',
  compareAll:
    'All time has nothing to be compared with. Name a period: voronka funnel this-month --compare previous',
  explainOne: '--explain opens a figure of one period: leave --compare out, or name that other period itself',
  noPipeline: 'There is no pipeline yet. Make one: voronka pipeline add Sales --stages "New,Proposal"',
  explainEvents:
    'In events, deals that go on from a stage are other ones than those that come to it: ask for those that came, voronka funnel --mode events -e STAGE:entered.',
  explainWhere: 'A group after @ needs --by: voronka funnel --by manager -e Proposal:lost@Anna',
  noSuchGroup: (p: { text: string; groups: readonly string[] }) =>
    `There is no group "${p.text}" here.${p.groups.length > 0 ? ` There are: ${p.groups.join(', ')}` : ''}`,
  severalGroups: (p: { text: string; groups: readonly string[] }) =>
    `"${p.text}" may be ${p.groups.join(', ')}: write more of the name`,
  explained: (p: { stage: string; column: 'entered' | 'lost' | 'open' | 'next'; n: string }) =>
    `“${p.stage}”, ${p.column === 'next' ? 'went on' : p.column}: ${p.n}`,
  badExplain: (p: { text: string; stages: string }) =>
    `--explain takes STAGE:entered, lost, open or next, not "${p.text}". Stages: ${p.stages}`,
}

export type ReportsWords = typeof en

const ru: ReportsWords = {
  period: 'за какие дни (по умолчанию: последние 90)',
  by: 'по чему разбить: manager, department, source, product, reason, company, tag, hour, day, week, month, quarter, year или поле',
  attribution: 'чьи сделки: owner (ответственного) или actor (кто сделал переход)',
  compare: 'рядом: previous, last-year или период',
  asOf: 'как было на конец этого дня',
  knownAt: 'только то, что было известно на конец этого дня',
  currency: 'валюта сумм (по умолчанию: основная)',
  chart: 'рисовать полосы и графики (так и есть)',
  noChart: 'без полос и графиков',
  funnel: 'кто до какого этапа дошёл, кто пошёл дальше, где отказы',
  mode: 'cohort, strict, visited, events, snapshot или bitrix24',
  explain: 'сделки за одной цифрой: ЭТАП:entered|lost|open|next, с @ГРУППА — одной группы',
  noGroup: (p) => `По «${p.text}» сделки не разбить. Можно: ${p.known} или своё поле`,
  byStage: (p) =>
    `Этапы в этом отчёте есть и без --by ${p.text}. По чему ещё разбить: ${p.known} или своё поле`,
  noMode: (p) => `Нет режима «${p.text}». Есть: ${p.known}`,
  badAttribution: (p) => `--attribution принимает owner или actor, а не «${p.text}»`,
  actorBy: '--attribution actor сочетается только с --by manager или без --by',
  compareAll: 'Всё время сравнить не с чем. Назовите период: voronka funnel this-month --compare previous',
  explainOne: '--explain показывает, что за цифрой одного периода: уберите --compare или назовите тот период',
  noPipeline: 'Воронок ещё нет. Создайте: voronka pipeline add Продажи --stages "Заявка,Договор"',
  explainEvents:
    'В режиме events дальше идут не те же сделки, что пришли на этап. Кто пришёл: voronka funnel --mode events -e ЭТАП:entered.',
  explainWhere: 'Группа после @ — это группа из --by: voronka funnel --by manager -e Договор:lost@Анна',
  noSuchGroup: (p) =>
    `Здесь нет группы «${p.text}».${p.groups.length > 0 ? ` Есть: ${p.groups.join(', ')}` : ''}`,
  severalGroups: (p) => `«${p.text}» — может быть: ${p.groups.join(', ')}. Напишите подробнее`,
  explained: (p) =>
    `«${p.stage}», ${{ entered: 'дошли', lost: 'отказов', open: 'в деле', next: 'прошли дальше' }[p.column]}: ${p.n}`,
  badExplain: (p) =>
    `--explain принимает ЭТАП:entered, lost, open или next, а не «${p.text}». Этапы: ${p.stages}`,
}

const uk: ReportsWords = {
  period: 'за які дні (типово: останні 90)',
  by: 'за чим розбити: manager, department, source, product, reason, company, tag, hour, day, week, month, quarter, year або поле',
  attribution: 'чиї угоди: owner (відповідального) або actor (хто зробив перехід)',
  compare: 'поруч: previous, last-year або період',
  asOf: 'як було на кінець цього дня',
  knownAt: 'лише те, що було відомо на кінець цього дня',
  currency: 'валюта сум (типово: основна)',
  chart: 'малювати смуги та графіки (так і є)',
  noChart: 'без смуг і графіків',
  funnel: 'хто до якого етапу дійшов, хто пішов далі, де відмови',
  mode: 'cohort, strict, visited, events, snapshot або bitrix24',
  explain: 'угоди за однією цифрою: ЕТАП:entered|lost|open|next, з @ГРУПА — однієї групи',
  noGroup: (p) => `За «${p.text}» угоди не розбити. Можна: ${p.known} або своє поле`,
  byStage: (p) => `Етапи в цьому звіті є й без --by ${p.text}. За чим ще розбити: ${p.known} або своє поле`,
  noMode: (p) => `Немає режиму «${p.text}». Є: ${p.known}`,
  badAttribution: (p) => `--attribution приймає owner або actor, а не «${p.text}»`,
  actorBy: '--attribution actor поєднується лише з --by manager або без --by',
  compareAll: 'Увесь час порівняти ні з чим. Назвіть період: voronka funnel this-month --compare previous',
  explainOne: '--explain показує, що за цифрою одного періоду: приберіть --compare або назвіть той період',
  noPipeline: 'Воронок ще немає. Створіть: voronka pipeline add Продажі --stages "Заявка,Договір"',
  explainEvents:
    'У режимі events далі йдуть не ті самі угоди, що прийшли на етап. Хто прийшов: voronka funnel --mode events -e ЕТАП:entered.',
  explainWhere: 'Група після @ — це група з --by: voronka funnel --by manager -e Договір:lost@Анна',
  noSuchGroup: (p) =>
    `Тут немає групи «${p.text}».${p.groups.length > 0 ? ` Є: ${p.groups.join(', ')}` : ''}`,
  severalGroups: (p) => `«${p.text}» — може бути: ${p.groups.join(', ')}. Напишіть докладніше`,
  explained: (p) =>
    `«${p.stage}», ${{ entered: 'дійшли', lost: 'відмов', open: 'у роботі', next: 'пройшли далі' }[p.column]}: ${p.n}`,
  badExplain: (p) =>
    `--explain приймає ЕТАП:entered, lost, open або next, а не «${p.text}». Етапи: ${p.stages}`,
}

export const reportsWords: Translated<ReportsWords> = { en, ru, uk }
