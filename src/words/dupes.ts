import { plural, type Translated } from './translated.ts'

interface Joined {
  name: string
  values: readonly string[]
}

const en = {
  command: 'people or companies that are likely the same, why, and how to merge them',
  minScore: 'only pairs of this score and more (0.5 unless said)',
  onlyImport: 'only pairs with a record that this operation made',
  merge: 'go through them one by one; with --yes: merge all of 0.95 and more',
  badKind: (p: { text: string }) => `"${p.text}" is neither contacts nor companies`,
  badScore: (p: { text: string }) => `--min-score takes a number from 0 to 1, like 0.8, not "${p.text}"`,
  none: 'No two records look like one',
  noneOf: (p: { score: string }) => `No pair of ${p.score} and more. Less likely ones: --min-score 0.2`,
  heading: (p: { pairs: number; sure: number }) =>
    `Likely the same: ${p.pairs} (of 0.95 and more: ${p.sure})`,
  howTo: 'One by one: voronka dupes --merge',
  nobodyToAsk:
    'There is nobody to ask here. To merge those of 0.95 and more: voronka dupes --merge --yes, of other scores: --min-score',
  mergedNote: ({ name, values }: Joined) =>
    `Merged ${name}${values.length === 0 ? '' : ` (${values.join('; ')})`}`,
  why: {
    email: 'same e-mail',
    phone: 'same phone',
    website: 'same site',
    externalId: 'same id in another system',
    same: 'same name',
    order: 'same name, its words in another order',
    letters: 'same name in other letters',
    typo: 'names a slip apart',
    part: 'one name is part of the other',
    kin: 'but names that differ in part',
    other: 'but other names',
    unknown: 'no name to compare',
    company: 'same company',
    birthday: 'same birthday',
    otherCompany: 'but other companies',
    otherBirthday: 'but other birthdays',
    otherEmail: 'but other e-mails',
    otherPhone: 'but other phones',
    otherWebsite: 'but other sites',
    tax: 'same tax number',
    otherTax: 'but other tax numbers',
  },
  crowded: (p: { names: number }) => ` (on ${p.names} different names)`,
  place: (p: { at: string; of: string; score: string; why: string }) =>
    `${p.at} of ${p.of} · ${p.score} · ${p.why}`,
  question: 'One and the same?',
  keep: (p: { name: string }) => `one: keep ${p.name}`,
  apart: 'two: never ask again',
  later: 'ask later',
  stop: 'stop here',
  done: (p: { merged: number; apart: number; later: number }) =>
    `Merged: ${p.merged}. Not the same: ${p.apart}. Left: ${p.later}`,
  mergedAll: (p: { merged: number }) => `Merged: ${p.merged}`,
  imported: (p: { count: number; command: string }) =>
    `Made new, though somebody here has the same e-mail, phone or bare name: ${p.count}. Who is likely the same: ${p.command}`,
  columns: { score: 'score', first: 'first', second: 'second', why: 'why', command: 'command' },
}

export type DupesWords = typeof en

const ru: DupesWords = {
  command: 'кто записан дважды: люди и компании, почему так кажется и как слить',
  minScore: 'только пары с такой оценкой и выше (иначе от 0.5)',
  onlyImport: 'только пары с записью, которую создала эта операция',
  merge: 'пройти по одной; с --yes слить все от 0.95',
  badKind: (p) => `«${p.text}» — ни контакты, ни компании (contacts, companies)`,
  badScore: (p) => `--min-score — число от 0 до 1, например 0.8, а не «${p.text}»`,
  none: 'Похожих друг на друга нет',
  noneOf: (p) => `Пар с оценкой от ${p.score} нет. Менее похожие: --min-score 0.2`,
  heading: (p) =>
    `Похоже, записаны дважды: ${p.pairs} ${plural(p.pairs, 'пара', 'пары', 'пар')} (от 0.95: ${p.sure})`,
  howTo: 'По одной: voronka dupes --merge',
  nobodyToAsk:
    'Спросить некого. Слить те, что от 0.95: voronka dupes --merge --yes, другой порог: --min-score',
  mergedNote: ({ name, values }) => `Слито: ${name}${values.length === 0 ? '' : ` (${values.join('; ')})`}`,
  why: {
    email: 'та же почта',
    phone: 'тот же телефон',
    website: 'тот же сайт',
    externalId: 'тот же id в другой системе',
    same: 'то же имя',
    order: 'то же имя в другом порядке',
    letters: 'то же имя другими буквами',
    typo: 'в имени опечатка',
    part: 'одно имя — часть другого',
    kin: 'но имя совпадает лишь отчасти',
    other: 'но имена разные',
    unknown: 'имени нет',
    company: 'та же компания',
    birthday: 'тот же день рождения',
    otherCompany: 'но компании разные',
    otherBirthday: 'но дни рождения разные',
    otherEmail: 'но почта разная',
    otherPhone: 'но телефоны разные',
    otherWebsite: 'но сайты разные',
    tax: 'тот же налоговый номер',
    otherTax: 'но налоговые номера разные',
  },
  crowded: (p) => ` (общий, имён: ${p.names})`,
  place: (p) => `${p.at} из ${p.of} · ${p.score} · ${p.why}`,
  question: 'Это одно и то же?',
  keep: (p) => `да, оставить ${p.name}`,
  apart: 'нет, и больше не спрашивать',
  later: 'спросить потом',
  stop: 'хватит',
  done: (p) => `Слито: ${p.merged}. Разные: ${p.apart}. Осталось: ${p.later}`,
  mergedAll: (p) => `Слито: ${p.merged}`,
  imported: (p) =>
    `Созданы, хотя такая же почта, телефон или одно лишь имя уже есть: ${p.count}. Кто из них, похоже, тот же: ${p.command}`,
  columns: { score: 'оценка', first: 'первая', second: 'вторая', why: 'почему', command: 'команда' },
}

const uk: DupesWords = {
  command: 'кого записано двічі: люди й компанії, чому так здається і як злити',
  minScore: 'лише пари з такою оцінкою і вище (інакше від 0.5)',
  onlyImport: 'лише пари із записом, який створила ця операція',
  merge: 'пройти по одній; з --yes злити всі від 0.95',
  badKind: (p) => `«${p.text}» — ні контакти, ні компанії (contacts, companies)`,
  badScore: (p) => `--min-score — число від 0 до 1, наприклад 0.8, а не «${p.text}»`,
  none: 'Схожих одне на одного немає',
  noneOf: (p) => `Пар з оцінкою від ${p.score} немає. Менш схожі: --min-score 0.2`,
  heading: (p) =>
    `Схоже, записано двічі: ${p.pairs} ${plural(p.pairs, 'пара', 'пари', 'пар')} (від 0.95: ${p.sure})`,
  howTo: 'По одній: voronka dupes --merge',
  nobodyToAsk: 'Спитати нікого. Злити ті, що від 0.95: voronka dupes --merge --yes, інший поріг: --min-score',
  mergedNote: ({ name, values }) => `Злито: ${name}${values.length === 0 ? '' : ` (${values.join('; ')})`}`,
  why: {
    email: 'та сама пошта',
    phone: 'той самий телефон',
    website: 'той самий сайт',
    externalId: 'той самий id в іншій системі',
    same: 'те саме ім’я',
    order: 'те саме ім’я в іншому порядку',
    letters: 'те саме ім’я іншими літерами',
    typo: 'в імені помилка',
    part: 'одне ім’я — частина іншого',
    kin: 'але ім’я збігається лише частково',
    other: 'але імена різні',
    unknown: 'імені немає',
    company: 'та сама компанія',
    birthday: 'той самий день народження',
    otherCompany: 'але компанії різні',
    otherBirthday: 'але дні народження різні',
    otherEmail: 'але пошта різна',
    otherPhone: 'але телефони різні',
    otherWebsite: 'але сайти різні',
    tax: 'той самий податковий номер',
    otherTax: 'але податкові номери різні',
  },
  crowded: (p) => ` (спільний, імен: ${p.names})`,
  place: (p) => `${p.at} з ${p.of} · ${p.score} · ${p.why}`,
  question: 'Це одне й те саме?',
  keep: (p) => `так, залишити ${p.name}`,
  apart: 'ні, і більше не питати',
  later: 'спитати потім',
  stop: 'досить',
  done: (p) => `Злито: ${p.merged}. Різні: ${p.apart}. Лишилося: ${p.later}`,
  mergedAll: (p) => `Злито: ${p.merged}`,
  imported: (p) =>
    `Створено, хоча така сама пошта, телефон чи саме лише ім’я вже є: ${p.count}. Хто з них, схоже, той самий: ${p.command}`,
  columns: { score: 'оцінка', first: 'перша', second: 'друга', why: 'чому', command: 'команда' },
}

export const dupesWords: Translated<DupesWords> = { en, ru, uk }
