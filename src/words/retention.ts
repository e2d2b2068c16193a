import type { Translated } from './translated.ts'

type Column = 'customers' | 'new' | 'again'

const en = {
  summary: 'who of the customers of a period bought again in the next',
  by: 'length of a period: week, month, quarter or year (default: month)',
  of: 'whose return: each who bought in the period, or first (bought for the first time)',
  period: 'periods to look at (default: the last 12 months, 8 quarters, 5 years)',
  explain: 'list the deals of one figure: PERIOD:customers|new|again',
  noUnit: (p: { text: string }) => `retention --by takes week, month, quarter or year, not "${p.text}"`,
  manyPeriods: (p: { most: number }) =>
    `retention takes no more than ${p.most} periods; choose a longer --by or fewer days`,
  badOf: (p: { text: string }) => `--of takes each or first, not "${p.text}"`,
  badExplain: (p: { text: string; rows: string }) =>
    `--explain takes PERIOD:customers, new or again, not "${p.text}". Periods: ${p.rows}`,
  explained: (p: { label: string; column: Column; n: string }) =>
    `${p.label}, ${{ customers: 'bought', new: 'bought for the first time', again: 'bought again in the next' }[p.column]}: deals ${p.n}`,
  title: (p: { by: string }) => `Customers who bought again, by ${p.by}`,
  customers: (p: { n: string }) => `customers: ${p.n}`,
  ofFirst: 'those who bought for the first time',
  buyers: 'customers',
  new: 'new',
  again: 'back',
  chart: 'Bought again in the next period',
  about: (p: { of: 'each' | 'first' }) =>
    `“back”, “+1”: of ${p.of === 'first' ? 'those whose first purchase was' : 'those who bought'} in the period, how many bought in the next; “+2” in the one after it, and so on.`,
  customer: 'A customer is the company of the deal, or its contact where it has none.',
  unfinished: '… that period is not over: more may come back.',
  few: 'Under 10 customers: “3/5” instead of a percentage.',
  total: (p: { share: string }) => `Of all whose next period is over, bought again: ${p.share}.`,
  noTotal: 'No next period is over yet.',
  further: 'Later periods: --format csv or json.',
  none: (p: { period: string }) => `Nobody bought in ${p.period}.`,
  noneFirst: (p: { period: string }) => `Nobody bought for the first time in ${p.period}.`,
  latest: 'The latest purchases: ',
  nobodys: (p: { n: string }) => `Won deals without company and contact, which are nobody’s here: ${p.n}.`,
  rateRow: 'bought again in the next',
  alike: 'within chance',
  tooFew: 'too few customers to compare',
}

export type RetentionWords = typeof en

const ru: RetentionWords = {
  summary: 'кто из клиентов периода купил снова в следующем',
  by: 'длина периода: week, month, quarter или year (по умолчанию month)',
  of: 'чей возврат: each — всех, кто купил в периоде; first — купивших впервые',
  period: 'за какие периоды (по умолчанию: 12 месяцев, 8 кварталов, 5 лет)',
  explain: 'сделки за одной цифрой: ПЕРИОД:customers|new|again',
  noUnit: (p) => `retention --by принимает week, month, quarter или year, а не «${p.text}»`,
  manyPeriods: (p) => `в retention не больше ${p.most} периодов; выберите --by подлиннее или меньше дней`,
  badOf: (p) => `--of принимает each или first, а не «${p.text}»`,
  badExplain: (p) =>
    `--explain принимает ПЕРИОД:customers, new или again, а не «${p.text}». Периоды: ${p.rows}`,
  explained: (p) =>
    `${p.label}, ${{ customers: 'купили', new: 'купили впервые', again: 'купили снова в следующем' }[p.column]}: сделок ${p.n}`,
  title: (p) => `Кто купил снова, по ${p.by}`,
  customers: (p) => `клиентов ${p.n}`,
  ofFirst: 'купившие впервые',
  buyers: 'клиентов',
  new: 'новых',
  again: 'верн.',
  chart: 'Купили снова в следующем периоде',
  about: (p) =>
    `«верн.» и «+1» — сколько из ${p.of === 'first' ? 'купивших впервые' : 'купивших'} в этом периоде купили и в следующем, «+2» — через один, и так далее.`,
  customer: 'Клиент — компания сделки, а где её нет — контакт.',
  unfinished: '… — период ещё идёт: могут вернуться и другие.',
  few: 'Меньше 10 клиентов — не проценты, а «3/5».',
  total: (p) => `Из всех, чей следующий период завершён, купили снова ${p.share}.`,
  noTotal: 'Ни один следующий период ещё не завершён.',
  further: 'Дальнейшие периоды — в --format csv или json.',
  none: (p) => `За ${p.period} никто не купил.`,
  noneFirst: (p) => `За ${p.period} никто не купил впервые.`,
  latest: 'Последние покупки: ',
  nobodys: (p) => `Выигранные сделки без компании и контакта здесь ничьи: ${p.n}.`,
  rateRow: 'купили снова в следующем',
  alike: 'в пределах случайного',
  tooFew: 'клиентов слишком мало, чтобы сравнивать',
}

const uk: RetentionWords = {
  summary: 'хто з клієнтів періоду купив знову в наступному',
  by: 'довжина періоду: week, month, quarter або year (типово month)',
  of: 'чиє повернення: each — усіх, хто купив у періоді; first — тих, хто купив уперше',
  period: 'за які періоди (типово: 12 місяців, 8 кварталів, 5 років)',
  explain: 'угоди за однією цифрою: ПЕРІОД:customers|new|again',
  noUnit: (p) => `retention --by приймає week, month, quarter або year, а не «${p.text}»`,
  manyPeriods: (p) => `у retention не більше ${p.most} періодів; виберіть довший --by або менше днів`,
  badOf: (p) => `--of приймає each або first, а не «${p.text}»`,
  badExplain: (p) =>
    `--explain приймає ПЕРІОД:customers, new або again, а не «${p.text}». Періоди: ${p.rows}`,
  explained: (p) =>
    `${p.label}, ${{ customers: 'купили', new: 'купили вперше', again: 'купили знову в наступному' }[p.column]}: угод ${p.n}`,
  title: (p) => `Хто купив знову, за ${p.by}`,
  customers: (p) => `клієнтів ${p.n}`,
  ofFirst: 'ті, хто купив уперше',
  buyers: 'клієнтів',
  new: 'нових',
  again: 'поверн.',
  chart: 'Купили знову в наступному періоді',
  about: (p) =>
    `«поверн.» і «+1» — скільки з тих, хто ${p.of === 'first' ? 'вперше купив' : 'купив'} у цьому періоді, купили й у наступному, «+2» — через один, і так далі.`,
  customer: 'Клієнт — компанія угоди, а де її немає — контакт.',
  unfinished: '… — період іще триває: можуть повернутися й інші.',
  few: 'Менш ніж 10 клієнтів — не відсотки, а «3/5».',
  total: (p) => `З усіх, чий наступний період завершено, купили знову ${p.share}.`,
  noTotal: 'Жоден наступний період іще не завершено.',
  further: 'Подальші періоди — у --format csv або json.',
  none: (p) => `За ${p.period} ніхто не купив.`,
  noneFirst: (p) => `За ${p.period} ніхто не купив уперше.`,
  latest: 'Останні покупки: ',
  nobodys: (p) => `Виграні угоди без компанії та контакту тут нічиї: ${p.n}.`,
  rateRow: 'купили знову в наступному',
  alike: 'у межах випадкового',
  tooFew: 'клієнтів замало, щоб порівнювати',
}

export const retentionWords: Translated<RetentionWords> = { en, ru, uk }
