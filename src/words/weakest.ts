import { plural, type Translated } from './translated.ts'

interface Held {
  /** Of those who entered, still open there: `10 of 13`. */
  open: string | null
  k: string
  n: string
  rate: string
}

interface Weak {
  name: string
  stage: string
  share: string
  beside: string
  than: string
  cost: string | null
}

const en = {
  summary: 'where deals are lost more than elsewhere: the weakest stage, its price and what differs there',
  against:
    'beside it: a reference, template, team, previous or last-year (default: the previous period; of one manager, the team)',
  explain: 'list the deals of one figure: STAGE:entered|lost|open|next',
  by: 'the weakest stage of each manager, department, source, product, company or field',
  badGroups: (p: { by: string }) =>
    `Weakest links are not found by "${p.by}": group by manager, department, source, product, company or a field`,
  whoseTeam: 'Beside the team stands one manager, or each of them: add --manager NAME or --by manager',
  nobodyElse:
    'There is no other manager to stand beside. Name a period (--compare previous) or a reference (--against)',
  title: (p: { pipeline: string }) => `Weakest link of “${p.pipeline}”`,
  titleBy: (p: { pipeline: string; by: string }) => `Weakest links of “${p.pipeline}” by ${p.by}`,
  team: (p: { n: string }) => `beside it: the rest of the team · deals: ${p.n}`,
  teamEach: 'beside each: all the others together',
  /** Of what the stage is held against, as a column and within a sentence. */
  column: { period: 'was', team: 'others', reference: 'reference' },
  was: { period: 'was', team: 'the others', reference: 'the reference', others: 'the rest' },
  theirs: { period: 'then', team: 'of the others', reference: 'in the reference' },
  certain: {
    period: (p: { stage: string }) =>
      `The weakest link is “${p.stage}”: below what it was then, for certain.`,
    team: (p: { stage: string }) =>
      `The weakest link is “${p.stage}”: below the rest of the team, for certain.`,
    reference: (p: { stage: string }) =>
      `The weakest link is “${p.stage}”: below the reference, for certain.`,
  },
  candidate: {
    period:
      'Beside the other period, no stage can be told from what it was: the differences are within chance.',
    team: 'Beside the rest of the team, no stage can be told apart: the differences are within chance.',
    reference: 'Beside the reference, no stage can be told apart: the differences are within chance.',
  },
  pending: 'No stage is below for certain: open deals could still mend it.',
  early: (p: { stage: string }) =>
    `Too early to judge “${p.stage}”: the deals open there could still lift it.`,
  looks: (p: { stage: string }) => `It may be no more than chance, but “${p.stage}” looks worst:`,
  looksPending: (p: { stage: string }) => `“${p.stage}” looks worst so far:`,
  none: 'No stage is below: each has as large a share going on, or a larger one.',
  tooFew: (p: { decided: boolean }) =>
    `Too few deals to compare: at least ten must have ${p.decided ? 'gone on or been lost at' : 'entered'} a stage on both sides.`,
  nothingBeside: {
    period: 'There were no deals then: nothing to stand beside. A norm does: --against template',
    team: 'The others had no deals: nothing to stand beside. A norm does: --against template',
  },
  went: (p: Held & { was: string; than: string }) =>
    `${p.k} of ${p.n} went on from it (${p.rate}), ${p.was} ${p.than}${p.open === null ? '' : `; ${p.open} are still open there`}.`,
  ofMany: (p: { rate: string; k: string; n: string }) => `${p.k} of ${p.n} (${p.rate})`,
  /** `missedN` is `missed` as a number, for the plural. */
  price: (p: {
    chance: boolean
    missed: string
    missedN: number
    downstream: string | null
    average: string
    n: string
    cost: string
  }) =>
    `Price${p.chance ? ', were it not chance' : ''}: ${p.missed} ${p.missedN === 1 ? 'deal' : 'deals'} missed${p.downstream === null ? '' : ` × ${p.downstream} of which would be won`} × ${p.average} on average (won: ${p.n}) ≈ ${p.cost}`,
  ofFew: (n: number) =>
    `The average is of only ${n} won ${n === 1 ? 'deal' : 'deals'}: take the price as a rough one.`,
  priceless: (p: { chance: boolean; missed: string; missedN: number; won: string | null }) =>
    `Price${p.chance ? ', were it not chance' : ''}: ${p.missed} ${p.missedN === 1 ? 'deal' : 'deals'} missed${p.won === null ? '' : `, of which ${p.won} would have been won`}. No deal is won yet to say what that costs.`,
  reasons: 'Lost there: ',
  noReason: 'no reason given',
  differs: 'What differs there, for certain:',
  visible: 'Visible there, but not certain:',
  nothingDiffers: 'What else differs there cannot be told from chance.',
  causes: {
    reason: (p: { key: string }) => `lost for “${p.key}”`,
    rate: (p: { by: string; key: string }) => `${p.by} ${p.key}, went on`,
    mix: (p: { by: string; key: string }) => `${p.by} ${p.key}, which goes on worse, share of all`,
    stay: 'days at the stage (median)',
    response: 'hours to the first answer (median)',
  },
  dimensions: { source: 'source', product: 'product', manager: 'manager' } as Readonly<
    Record<string, string>
  >,
  beside: (p: { ours: string; was: string; theirs: string }) => `${p.ours}; ${p.was} ${p.theirs}`,
  answered: (p: { hours: string; k: string; n: string }) => `${p.hours} (answered: ${p.k} of ${p.n})`,
  link: 'Weakest link',
  whose: 'Whose: ',
  /** Of groups: one whose weakest stage is told apart; `than` is what it is beside, as the column of the table has it. */
  sure: (p: Weak) =>
    `Plain: ${p.name}, “${p.stage}”: ${p.share} went on, ${p.beside} ${p.than}${p.cost === null ? '' : `; it costs ${p.cost}`}.`,
  noneSure: 'No group’s weakest stage can be told apart: differences are within chance.',
  /** The dearest of the others. */
  dearest: (p: { name: string; stage: string; cost: string }) =>
    `The dearest, though it may be chance: ${p.name}, “${p.stage}”, ${p.cost}.`,
  more: 'What differs there: ',
}

export type WeakestWords = typeof en

const ru: WeakestWords = {
  summary: 'где теряют больше, чем обычно: самый слабый этап, его цена и что там не так',
  against:
    'рядом: эталон, template, team, previous или last-year (по умолчанию: прошлый период, для менеджера — команда)',
  explain: 'сделки за одной цифрой: ЭТАП:entered|lost|open|next',
  by: 'слабый этап каждого: manager, department, source, product, company или поле',
  badGroups: (p) =>
    `Слабые звенья по «${p.by}» не ищутся: можно по manager, department, source, product, company или полю`,
  whoseTeam: 'С командой сравнивают менеджера или каждого: добавьте --manager ИМЯ или --by manager',
  nobodyElse:
    'Других менеджеров нет, сравнить не с кем. Назовите период (--compare previous) или эталон (--against)',
  title: (p) => `Слабое звено воронки «${p.pipeline}»`,
  titleBy: (p) => `Слабые звенья воронки «${p.pipeline}» по ${p.by}`,
  team: (p) => `рядом: остальная команда · сделок ${p.n}`,
  teamEach: 'рядом с каждым — все остальные вместе',
  column: { period: 'было', team: 'у других', reference: 'эталон' },
  was: { period: 'было', team: 'у остальных', reference: 'в эталоне', others: 'у прочих' },
  theirs: { period: 'тогда', team: 'у остальных', reference: 'в эталоне' },
  certain: {
    period: (p) => `Слабое звено — «${p.stage}»: уверенно ниже, чем в прежнем периоде.`,
    team: (p) => `Слабое звено — «${p.stage}»: уверенно ниже, чем у остальной команды.`,
    reference: (p) => `Слабое звено — «${p.stage}»: уверенно ниже эталона.`,
  },
  candidate: {
    period: 'Рядом с прежним периодом ни один этап не отличим: различия в пределах случайного.',
    team: 'Рядом с остальной командой ни один этап не отличим: различия в пределах случайного.',
    reference: 'Рядом с эталоном ни один этап не отличим: различия в пределах случайного.',
  },
  pending: 'Наверняка ниже ни один этап: сделки в деле ещё могут всё выправить.',
  early: (p) => `О «${p.stage}» рано судить: сделки, которые там ещё в деле, могут всё выправить.`,
  looks: (p) => `Может быть случайностью, но хуже всех выглядит «${p.stage}»:`,
  looksPending: (p) => `Пока хуже всех выглядит «${p.stage}»:`,
  none: 'Ни один этап не ниже: дальше проходит не меньшая доля сделок.',
  tooFew: (p) =>
    `Сделок слишком мало, чтобы сравнивать: ${p.decided ? 'пройти этап или сорваться на нём с каждой стороны должны' : 'на этап с каждой стороны должно прийти'} хотя бы десять.`,
  nothingBeside: {
    period: 'Тогда сделок не было, сравнить не с чем. Можно с нормой: --against template',
    team: 'У остальных сделок не было, сравнить не с чем. Можно с нормой: --against template',
  },
  went: (p) =>
    `Дальше с него прошли ${p.k} из ${p.n} (${p.rate}), ${p.was} ${p.than}${p.open === null ? '' : `; ${p.open} ещё в деле`}.`,
  ofMany: (p) => `${p.k} из ${p.n} (${p.rate})`,
  price: (p) =>
    `Цена${p.chance ? ', если это не случайность' : ''}: ${p.missed} ${plural(p.missedN, 'сделка', 'сделки', 'сделок')} недобора${p.downstream === null ? '' : ` × ${p.downstream} из них выиграли бы`} × ${p.average} в среднем (выигранных ${p.n}) ≈ ${p.cost}`,
  ofFew: (n) =>
    `В среднем — всего по ${n} ${plural(n, 'выигранной сделке', 'выигранным сделкам', 'выигранным сделкам')}: цена очень приблизительная.`,
  priceless: (p) =>
    `Цена${p.chance ? ', если это не случайность' : ''}: ${p.missed} ${plural(p.missedN, 'сделка', 'сделки', 'сделок')} недобора${p.won === null ? '' : `, из них выиграли бы ${p.won}`}. Выигранных ещё нет, в деньгах не посчитать.`,
  reasons: 'Отказы на нём: ',
  noReason: 'без причины',
  differs: 'Что там наверняка иначе:',
  visible: 'Заметно, но не наверняка:',
  nothingDiffers: 'Прочее там от случайного не отличить.',
  causes: {
    reason: (p) => `отказ «${p.key}»`,
    rate: (p) => `${p.by} ${p.key}, прошли дальше`,
    mix: (p) => `${p.by} ${p.key} (проходит хуже), доля среди всех`,
    stay: 'дней на этапе (медиана)',
    response: 'часов до первого ответа (медиана)',
  },
  dimensions: { source: 'источник', product: 'продукт', manager: 'менеджер' },
  beside: (p) => `${p.ours}; ${p.was} ${p.theirs}`,
  answered: (p) => `${p.hours} (ответили: ${p.k} из ${p.n})`,
  link: 'Слабое звено',
  whose: 'Чьи: ',
  sure: (p) =>
    `Видно уверенно: ${p.name}, «${p.stage}» — дальше ${p.share}, ${p.beside} ${p.than}${p.cost === null ? '' : `; обходится в ${p.cost}`}.`,
  noneSure: 'Ни одно слабое звено не видно уверенно: различия в пределах случайного.',
  dearest: (p) => `Дороже всего, но это может быть и случайность: ${p.name}, «${p.stage}», ${p.cost}.`,
  more: 'Что там не так: ',
}

const uk: WeakestWords = {
  summary: 'де втрачають більше, ніж зазвичай: найслабший етап, його ціна і що там не так',
  against:
    'поруч: еталон, template, team, previous або last-year (типово: попередній період, для менеджера — команда)',
  explain: 'угоди за однією цифрою: ЕТАП:entered|lost|open|next',
  by: 'слабкий етап кожного: manager, department, source, product, company або поле',
  badGroups: (p) =>
    `Слабкі ланки за «${p.by}» не шукаються: можна за manager, department, source, product, company або полем`,
  whoseTeam: 'З командою порівнюють менеджера або кожного: додайте --manager ІМ’Я або --by manager',
  nobodyElse:
    'Інших менеджерів немає, порівняти ні з ким. Назвіть період (--compare previous) або еталон (--against)',
  title: (p) => `Слабка ланка воронки «${p.pipeline}»`,
  titleBy: (p) => `Слабкі ланки воронки «${p.pipeline}» за ${p.by}`,
  team: (p) => `поруч: решта команди · угод ${p.n}`,
  teamEach: 'поруч із кожним — усі інші разом',
  column: { period: 'було', team: 'в інших', reference: 'еталон' },
  was: { period: 'було', team: 'у решти', reference: 'в еталоні', others: 'в інших' },
  theirs: { period: 'тоді', team: 'у решти', reference: 'в еталоні' },
  certain: {
    period: (p) => `Слабка ланка — «${p.stage}»: упевнено нижче, ніж у колишньому періоді.`,
    team: (p) => `Слабка ланка — «${p.stage}»: упевнено нижче, ніж у решти команди.`,
    reference: (p) => `Слабка ланка — «${p.stage}»: упевнено нижче за еталон.`,
  },
  candidate: {
    period: 'Поруч із колишнім періодом жоден етап не відрізнити: відмінності в межах випадкового.',
    team: 'Поруч із рештою команди жоден етап не відрізнити: відмінності в межах випадкового.',
    reference: 'Поруч з еталоном жоден етап не відрізнити: відмінності в межах випадкового.',
  },
  pending: 'Напевно нижче жоден етап: угоди в роботі ще можуть усе виправити.',
  early: (p) => `Про «${p.stage}» рано судити: угоди, що там ще в роботі, можуть усе виправити.`,
  looks: (p) => `Може бути випадковістю, але найгірший вигляд має «${p.stage}»:`,
  looksPending: (p) => `Поки що найгірший вигляд має «${p.stage}»:`,
  none: 'Жоден етап не нижче: далі проходить не менша частка угод.',
  tooFew: (p) =>
    `Угод замало, щоб порівнювати: ${p.decided ? 'пройти етап або зірватися на ньому з кожного боку мають' : 'на етап із кожного боку має прийти'} хоча б десять.`,
  nothingBeside: {
    period: 'Тоді угод не було, порівняти ні з чим. Можна з нормою: --against template',
    team: 'У решти угод не було, порівняти ні з чим. Можна з нормою: --against template',
  },
  went: (p) =>
    `Далі з нього пройшли ${p.k} з ${p.n} (${p.rate}), ${p.was} ${p.than}${p.open === null ? '' : `; ${p.open} ще в роботі`}.`,
  ofMany: (p) => `${p.k} з ${p.n} (${p.rate})`,
  price: (p) =>
    `Ціна${p.chance ? ', якщо це не випадковість' : ''}: ${p.missed} ${plural(p.missedN, 'угода', 'угоди', 'угод')} недобору${p.downstream === null ? '' : ` × ${p.downstream} з них виграли б`} × ${p.average} у середньому (виграних ${p.n}) ≈ ${p.cost}`,
  ofFew: (n) =>
    `У середньому — лише за ${n} ${plural(n, 'виграною угодою', 'виграними угодами', 'виграними угодами')}: ціна дуже приблизна.`,
  priceless: (p) =>
    `Ціна${p.chance ? ', якщо це не випадковість' : ''}: ${p.missed} ${plural(p.missedN, 'угода', 'угоди', 'угод')} недобору${p.won === null ? '' : `, з них виграли б ${p.won}`}. Виграних ще немає, у грошах не порахувати.`,
  reasons: 'Відмови на ньому: ',
  noReason: 'без причини',
  differs: 'Що там напевно інакше:',
  visible: 'Помітно, але не напевно:',
  nothingDiffers: 'Решту там від випадкового не відрізнити.',
  causes: {
    reason: (p) => `відмова «${p.key}»`,
    rate: (p) => `${p.by} ${p.key}, пройшли далі`,
    mix: (p) => `${p.by} ${p.key} (проходить гірше), частка серед усіх`,
    stay: 'днів на етапі (медіана)',
    response: 'годин до першої відповіді (медіана)',
  },
  dimensions: { source: 'джерело', product: 'продукт', manager: 'менеджер' },
  beside: (p) => `${p.ours}; ${p.was} ${p.theirs}`,
  answered: (p) => `${p.hours} (відповіли: ${p.k} з ${p.n})`,
  link: 'Слабка ланка',
  whose: 'Чиї: ',
  sure: (p) =>
    `Видно впевнено: ${p.name}, «${p.stage}» — далі ${p.share}, ${p.beside} ${p.than}${p.cost === null ? '' : `; коштує ${p.cost}`}.`,
  noneSure: 'Жодної слабкої ланки не видно впевнено: відмінності в межах випадкового.',
  dearest: (p) => `Найдорожче, але це може бути й випадковість: ${p.name}, «${p.stage}», ${p.cost}.`,
  more: 'Що там не так: ',
}

export const weakestWords: Translated<WeakestWords> = { en, ru, uk }
