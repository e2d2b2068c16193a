import { plural, type Translated } from './translated.ts'

const en = {
  save: 'keep a funnel to compare with: of a period, of typed shares, or the template',
  list: 'funnels to compare with',
  show: 'how many go on from each stage in a reference',
  rm: 'remove a reference',
  period: 'the days whose deals it is made of (default: the last 90)',
  rates: 'typed shares: "New=70, Call=60", in per cent of those who entered the stage',
  template: 'the template probabilities of the pipeline',
  against: 'beside it: a saved reference, or template',
  standing: (p: { name: string }) =>
    `"${p.name}" always means the same and cannot be saved. Give the reference another name`,
  oneSource: 'A reference is of a period with filters, of --rates, or of --template: say one of the three',
  unknown: (p: { text: string; known: readonly string[] }) =>
    `There is no reference "${p.text}"${p.known.length === 0 ? ' here: voronka reference save NAME --period 2026-Q3, or --against template' : `. There are: ${p.known.join(', ')}, template`}`,
  otherPipeline: (p: { name: string; its: string; pipeline: string }) =>
    `Reference “${p.name}” is of pipeline “${p.its}”, the report of “${p.pipeline}”: add --pipeline "${p.its}"`,
  falls: (p: { stage: string; next: string }) =>
    `The template says that “${p.next}” wins less often than “${p.stage}” before it. Correct it: voronka stage edit "${p.next}" --probability`,
  badRates: (p: { text: string }) => `Cannot read "${p.text}": write it like "New=70, Call=60"`,
  noStage: (p: { text: string; known: string }) =>
    `There is no stage "${p.text}" in use. There are: ${p.known}`,
  badRate: (p: { stage: string; text: string }) =>
    `"${p.stage}=${p.text}": a share is 0 to 100 per cent, less than one with the sign: ${p.text}%`,
  twice: (p: { stage: string }) => `Stage "${p.stage}" is named twice: leave one of them`,
  empty: (p: { period: string }) =>
    `No deals in ${p.period}: there is nothing to make a reference of. Name another period`,
  without: (p: { stages: readonly string[] }) => `Without a share: ${p.stages.join(', ')}`,
  young: (p: { share: number }) =>
    `${Math.round(p.share * 100)}% of these deals are still open: such shares are lower than they will be`,
  /** `deals` is `n` as a number, for the plural. */
  unsound: (p: { n: string; deals: number }) =>
    `? The data did not say the stage of ${p.n} ${p.deals === 1 ? 'deal' : 'deals'} of the reference: they count where they began, and its shares may be others. Stage dates tell (import history); else type the shares: --rates`,
  saved: (p: { name: string; what: string; replaced: boolean; use: string }) =>
    `${p.replaced ? 'Replaced' : 'Saved'} reference “${p.name}”: ${p.what}. To use it: ${p.use}`,
  removed: (p: { name: string }) => `Removed reference ${p.name}`,
  none: 'No references: voronka reference save NAME --period 2026-Q3',
  kinds: { period: 'a period', rates: 'typed shares', template: 'template' },
  what: 'of',
  savedOn: 'saved',
  title: (p: { name: string }) => `Reference “${p.name}”`,
  asOf: (p: { day: string }) => `as of ${p.day}`,
  savedDay: (p: { day: string }) => `saved ${p.day}`,
  use: 'Beside the funnel of now:',
  modes: 'A reference stands beside the modes cohort, strict and bitrix24: name one of them',
  notBoth: 'Either --against or --compare: a funnel has one thing beside it',
  beside: (p: { name: string; what: string }) => `beside it: reference “${p.name}” · ${p.what}`,
  besideTemplate: 'beside it: the template of the pipeline',
  norm: 'typed shares',
  reference: 'reference',
  points: 'points',
  deals: '± deals',
  differs: '▲▼ the difference is plain.',
  alike: '≈ not distinguishable: within chance.',
  mendable: '▼? below for now: open deals could still mend it.',
  worth: (p: { average: string; n: string; own: boolean }) =>
    `±: deals more or fewer that went on than at the reference’s share, and their worth: deals × the reference’s share from there to won × average won deal ${p.average} (of ${p.n}${p.own ? '' : ', in the reference'}).`,
  noAverage:
    '±: deals more or fewer that went on than at the reference’s share. No deal is won yet: no price.',
  together: (p: { won: string; by: string; isLess: boolean; amount: string | null }) =>
    `All stages: won ${p.won}, ${p.by} ${p.isLess ? 'fewer' : 'more'} than by the reference${p.amount === null ? '' : `: about ${p.amount}`}.`,
  as: (p: { won: string }) => `All stages: won ${p.won}, as many as by the reference.`,
  stillOpen: (p: { share: string }) => `Still open: ${p.share}. They may yet go on, and the shares rise.`,
  added: (p: { stages: readonly string[] }) =>
    `The pipeline has changed since: the reference does not know ${p.stages.map((one) => `“${one}”`).join(', ')}.`,
  gone: (p: { stages: readonly string[] }) =>
    `The pipeline has changed since: ${p.stages.map((one) => `“${one}”`).join(', ')} of the reference ${p.stages.length === 1 ? 'is' : 'are'} in use no more.`,
}

export type ReferencesWords = typeof en

const ru: ReferencesWords = {
  save: 'сохранить воронку-эталон: за период, по заданным долям или по шаблону',
  list: 'эталонные воронки',
  show: 'сколько проходят дальше с каждого этапа в эталоне',
  rm: 'удалить эталон',
  period: 'из сделок каких дней (по умолчанию: последние 90)',
  rates: 'заданные доли: "Заявка=70, Замер=60", процент прошедших дальше',
  template: 'вероятности этапов из шаблона воронки',
  against: 'рядом: сохранённый эталон или template (шаблон)',
  standing: (p) => `«${p.name}» всегда значит одно и то же. Дайте эталону другое имя`,
  oneSource: 'Эталон — это период с отборами, --rates или --template: назовите что-то одно',
  unknown: (p) =>
    `Эталона «${p.text}» ${p.known.length === 0 ? 'здесь нет: voronka reference save ИМЯ --period 2026-Q3, или --against template' : `нет. Есть: ${p.known.join(', ')}, template`}`,
  otherPipeline: (p) =>
    `Эталон «${p.name}» — для воронки «${p.its}», а отчёт по воронке «${p.pipeline}»: добавьте --pipeline "${p.its}"`,
  falls: (p) =>
    `По шаблону с этапа «${p.next}» выигрывают реже, чем с «${p.stage}» перед ним. Исправьте: voronka stage edit "${p.next}" --probability`,
  badRates: (p) => `Не понять «${p.text}»: напишите так: "Заявка=70, Замер=60"`,
  noStage: (p) => `Нет действующего этапа «${p.text}». Есть: ${p.known}`,
  badRate: (p) =>
    `«${p.stage}=${p.text}»: доля — от 0 до 100 процентов, меньше одного — со знаком: ${p.text}%`,
  twice: (p) => `Этап «${p.stage}» назван дважды: оставьте один`,
  empty: (p) => `За ${p.period} сделок нет, эталон сделать не из чего. Назовите другой период`,
  without: (p) => `Без доли: ${p.stages.join(', ')}`,
  young: (p) => `Ещё в деле ${Math.round(p.share * 100)} % этих сделок: такие доли ниже, чем станут потом`,
  unsound: (p) =>
    `? В данных нет этапа ${p.n} ${plural(p.deals, 'сделки', 'сделок', 'сделок')} эталона: они засчитаны там, где начались, и доли могут быть другими. Этапы покажут их даты (import history), а без них задайте доли сами: --rates`,
  saved: (p) => `${p.replaced ? 'Заменён' : 'Сохранён'} эталон «${p.name}»: ${p.what}. Применить: ${p.use}`,
  removed: (p) => `Удалён эталон ${p.name}`,
  none: 'Эталонов нет: voronka reference save ИМЯ --period 2026-Q3',
  kinds: { period: 'период', rates: 'заданные доли', template: 'шаблон' },
  what: 'из чего',
  savedOn: 'сохранён',
  title: (p) => `Эталон «${p.name}»`,
  asOf: (p) => `на ${p.day}`,
  savedDay: (p) => `сохранён ${p.day}`,
  use: 'Рядом с нынешней воронкой:',
  modes: 'Эталон сравнивают в режимах cohort, strict и bitrix24: назовите один из них',
  notBoth: 'Или --against, или --compare: рядом с воронкой стоит что-то одно',
  beside: (p) => `рядом: эталон «${p.name}» · ${p.what}`,
  besideTemplate: 'рядом: шаблон воронки',
  norm: 'заданные доли',
  reference: 'эталон',
  points: 'пункты',
  deals: '± сделок',
  differs: '▲▼ разница видна уверенно.',
  alike: '≈ не различимо: в пределах случайного.',
  mendable: '▼? пока ниже, но сделки в деле ещё могут это выправить.',
  worth: (p) =>
    `±: на сколько сделок больше или меньше пошло дальше, чем при доле эталона, и сколько это стоит: сделки × доля эталона оттуда до выигрыша × средняя выигранная сделка ${p.average} (из ${p.n}${p.own ? '' : ', в эталоне'}).`,
  noAverage:
    '±: на сколько сделок больше или меньше пошло дальше, чем при доле эталона. Выигранных ещё нет, в деньгах не посчитать.',
  together: (p) =>
    `Все этапы вместе: выиграно ${p.won}, это на ${p.by} ${p.isLess ? 'меньше' : 'больше'}, чем по эталону${p.amount === null ? '' : `: около ${p.amount}`}.`,
  as: (p) => `Все этапы вместе: выиграно ${p.won}, столько же, сколько по эталону.`,
  stillOpen: (p) => `Ещё в деле ${p.share}: они ещё могут пойти дальше, и доли вырастут.`,
  added: (p) =>
    `Воронка с тех пор изменилась: эталон не знает ${plural(p.stages.length, 'этапа', 'этапов', 'этапов')} ${p.stages.map((one) => `«${one}»`).join(', ')}.`,
  gone: (p) =>
    `Воронка с тех пор изменилась: ${p.stages.length === 1 ? 'этапа' : 'этапов'} ${p.stages.map((one) => `«${one}»`).join(', ')} из эталона в ней больше нет.`,
}

const uk: ReferencesWords = {
  save: 'зберегти воронку-еталон: за період, за заданими частками або за шаблоном',
  list: 'еталонні воронки',
  show: 'скільки проходять далі з кожного етапу в еталоні',
  rm: 'вилучити еталон',
  period: 'з угод яких днів (типово: останні 90)',
  rates: 'задані частки: "Заявка=70, Замір=60", відсоток тих, що пройшли далі',
  template: 'ймовірності етапів із шаблону воронки',
  against: 'поруч: збережений еталон або template (шаблон)',
  standing: (p) => `«${p.name}» завжди означає одне й те саме. Дайте еталону іншу назву`,
  oneSource: 'Еталон — це період із відборами, --rates або --template: назвіть щось одне',
  unknown: (p) =>
    `Еталона «${p.text}» ${p.known.length === 0 ? 'тут немає: voronka reference save НАЗВА --period 2026-Q3, або --against template' : `немає. Є: ${p.known.join(', ')}, template`}`,
  otherPipeline: (p) =>
    `Еталон «${p.name}» — для воронки «${p.its}», а звіт за воронкою «${p.pipeline}»: додайте --pipeline "${p.its}"`,
  falls: (p) =>
    `За шаблоном з етапу «${p.next}» виграють рідше, ніж із «${p.stage}» перед ним. Виправте: voronka stage edit "${p.next}" --probability`,
  badRates: (p) => `Не зрозуміти «${p.text}»: напишіть так: "Заявка=70, Замір=60"`,
  noStage: (p) => `Немає чинного етапу «${p.text}». Є: ${p.known}`,
  badRate: (p) =>
    `«${p.stage}=${p.text}»: частка — від 0 до 100 відсотків, менша за один — зі знаком: ${p.text}%`,
  twice: (p) => `Етап «${p.stage}» названо двічі: залиште один`,
  empty: (p) => `За ${p.period} угод немає, еталон зробити ні з чого. Назвіть інший період`,
  without: (p) => `Без частки: ${p.stages.join(', ')}`,
  young: (p) => `Ще в роботі ${Math.round(p.share * 100)} % цих угод: такі частки нижчі, ніж стануть потім`,
  unsound: (p) =>
    `? У даних немає етапу ${p.n} ${plural(p.deals, 'угоди', 'угод', 'угод')} еталона: їх зараховано там, де вони почалися, і частки можуть бути іншими. Етапи покажуть їхні дати (import history), а без них задайте частки самі: --rates`,
  saved: (p) =>
    `${p.replaced ? 'Замінено' : 'Збережено'} еталон «${p.name}»: ${p.what}. Застосувати: ${p.use}`,
  removed: (p) => `Вилучено еталон ${p.name}`,
  none: 'Еталонів немає: voronka reference save НАЗВА --period 2026-Q3',
  kinds: { period: 'період', rates: 'задані частки', template: 'шаблон' },
  what: 'з чого',
  savedOn: 'збережено',
  title: (p) => `Еталон «${p.name}»`,
  asOf: (p) => `на ${p.day}`,
  savedDay: (p) => `збережено ${p.day}`,
  use: 'Поруч із нинішньою воронкою:',
  modes: 'Еталон порівнюють у режимах cohort, strict і bitrix24: назвіть один із них',
  notBoth: 'Або --against, або --compare: поруч із воронкою стоїть щось одне',
  beside: (p) => `поруч: еталон «${p.name}» · ${p.what}`,
  besideTemplate: 'поруч: шаблон воронки',
  norm: 'задані частки',
  reference: 'еталон',
  points: 'пункти',
  deals: '± угод',
  differs: '▲▼ різницю видно впевнено.',
  alike: '≈ не розрізнити: у межах випадкового.',
  mendable: '▼? поки нижче, але угоди в роботі ще можуть це виправити.',
  worth: (p) =>
    `±: на скільки угод більше чи менше пішло далі, ніж за частки еталона, і скільки це коштує: угоди × частка еталона звідти до виграшу × середня виграна угода ${p.average} (із ${p.n}${p.own ? '' : ', в еталоні'}).`,
  noAverage:
    '±: на скільки угод більше чи менше пішло далі, ніж за частки еталона. Виграних ще немає, у грошах не порахувати.',
  together: (p) =>
    `Усі етапи разом: виграно ${p.won}, це на ${p.by} ${p.isLess ? 'менше' : 'більше'}, ніж за еталоном${p.amount === null ? '' : `: близько ${p.amount}`}.`,
  as: (p) => `Усі етапи разом: виграно ${p.won}, стільки ж, скільки за еталоном.`,
  stillOpen: (p) => `Ще в роботі ${p.share}: вони ще можуть піти далі, і частки зростуть.`,
  added: (p) =>
    `Воронка відтоді змінилася: еталон не знає ${p.stages.length === 1 ? 'етапу' : 'етапів'} ${p.stages.map((one) => `«${one}»`).join(', ')}.`,
  gone: (p) =>
    `Воронка відтоді змінилася: ${p.stages.length === 1 ? 'етапу' : 'етапів'} ${p.stages.map((one) => `«${one}»`).join(', ')} з еталона в ній більше немає.`,
}

export const referencesWords: Translated<ReferencesWords> = { en, ru, uk }
