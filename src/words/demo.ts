import type { Translated } from './translated.ts'

/** A product, and between which amounts (major units) it is sold. */
interface Product {
  name: string
  from: number
  until: number
}

/** The small business of `voronka demo`: it makes and puts in windows. */
interface DemoWords {
  pipeline: string
  stages: readonly string[]
  won: string
  lost: string
  currency: string
  timezone: string
  /** The strong one first, the beginner last. */
  managers: readonly string[]
  department: string
  /** What each manager is to win a month, major units. */
  plan: readonly number[]
  products: readonly Product[]
  sources: readonly string[]
  companies: readonly string[]
  firstNames: readonly string[]
  lastNames: readonly string[]
  /** `#` is a digit. */
  phone: string
  /** Why deals are lost in each of the open stages. */
  reasons: readonly (readonly string[])[]
  urgent: string
  talks: DemoTalks
}

/** What is said and written down about deals. */
interface DemoTalks {
  request: string
  asked: string
  firstCall: string
  measuring: string
  nobodyThere: string
  offer: string
  thinking: readonly string[]
  contract: string
  invoice: string
  place: string
  /** A task for each of the open stages. */
  next: readonly string[]
  /** The number of someone nobody knows. */
  stranger: string
}

const en: DemoWords = {
  pipeline: 'Windows',
  stages: ['Inquiry', 'Measuring', 'Proposal', 'Contract'],
  won: 'Won',
  lost: 'Lost',
  currency: 'USD',
  timezone: 'America/New_York',
  managers: ['Anna White', 'Boris Kim', 'Oliver Stone', 'Mary Fox', 'Vera Hill'],
  department: 'Sales',
  plan: [16_000, 11_000, 9_000, 7_000, 4_000],
  products: [
    { name: 'balcony', from: 1500, until: 4000 },
    { name: '3 windows', from: 1200, until: 2600 },
    { name: 'front door', from: 500, until: 1400 },
    { name: 'whole house', from: 6000, until: 15000 },
  ],
  sources: ['website', 'referral', 'ads', 'phone call', 'exhibition'],
  companies: ['Daisy LLC', 'Northern Star Inc', 'Old Mill', 'Harbour Cafe', 'Brick & Co', 'Green Yard LLC'],
  firstNames: ['John', 'Emma', 'Peter', 'Alice', 'Mark', 'Grace', 'Paul', 'Helen', 'Simon', 'Lucy', 'Frank'],
  lastNames: ['Carter', 'Reed', 'Moore', 'Brooks', 'Ward', 'Cole', 'Hayes', 'Lane', 'Price', 'Shaw', 'Wells'],
  phone: '+1202555####',
  reasons: [
    ['did not answer', 'only asked the price'],
    ['too far to drive', 'changed their mind'],
    ['too expensive', 'went to a competitor', 'thinks it over too long'],
    ['no money after all', 'did not like the terms'],
  ],
  urgent: 'urgent',
  talks: {
    request: 'a request from the website',
    asked: 'asked about prices and dates',
    firstCall: 'what they need, when to measure',
    measuring: 'measured on site',
    nobodyThere: 'nobody was at home',
    offer: 'the proposal is sent',
    thinking: [
      'still thinking it over',
      'asks for a discount',
      'compares with others',
      'waits for the family',
    ],
    contract: 'the contract is signed',
    invoice: 'the invoice is sent',
    place: 'at the client’s',
    next: [
      'call back about measuring',
      'send the proposal',
      'ask about the proposal',
      'remind of the invoice',
    ],
    stranger: '+12025550142',
  },
}

const ru: DemoWords = {
  pipeline: 'Окна',
  stages: ['Заявка', 'Замер', 'Предложение', 'Договор'],
  won: 'Выиграно',
  lost: 'Отказ',
  currency: 'RUB',
  timezone: 'Europe/Moscow',
  managers: ['Анна Белова', 'Борис Ким', 'Олег Сидоренко', 'Мария Лапина', 'Вера Лис'],
  department: 'Продажи',
  plan: [750_000, 500_000, 420_000, 320_000, 180_000],
  products: [
    { name: 'балкон', from: 70_000, until: 220_000 },
    { name: '3 окна', from: 60_000, until: 150_000 },
    { name: 'входная дверь', from: 25_000, until: 80_000 },
    { name: 'окна в дом', from: 300_000, until: 800_000 },
  ],
  sources: ['сайт', 'по совету', 'реклама', 'звонок', 'выставка'],
  companies: [
    'ООО «Ромашка»',
    'ООО «Северная звезда»',
    'ИП Мельник',
    'Кафе «Причал»',
    'АО «Кирпич»',
    'ТСЖ «Двор»',
  ],
  firstNames: [
    'Иван',
    'Мария',
    'Пётр',
    'Ольга',
    'Сергей',
    'Елена',
    'Павел',
    'Нина',
    'Андрей',
    'Дарья',
    'Максим',
  ],
  lastNames: [
    'Гончар',
    'Жук',
    'Мороз',
    'Коваль',
    'Лис',
    'Ткач',
    'Бондарь',
    'Шмидт',
    'Дорош',
    'Кравец',
    'Соловей',
  ],
  phone: '+7916#######',
  reasons: [
    ['не отвечает', 'только узнать цену'],
    ['слишком далеко', 'передумали'],
    ['дорого', 'ушли к конкуренту', 'долго думают'],
    ['нет денег', 'не подошли условия'],
  ],
  urgent: 'срочно',
  talks: {
    request: 'заявка с сайта',
    asked: 'спрашивали о ценах и сроках',
    firstCall: 'что нужно и когда замер',
    measuring: 'замер на месте',
    nobodyThere: 'никого не было дома',
    offer: 'отправлено предложение',
    thinking: ['ещё думают', 'просят скидку', 'сравнивают с другими', 'ждут решения семьи'],
    contract: 'договор подписан',
    invoice: 'счёт отправлен',
    place: 'у клиента',
    next: ['перезвонить о замере', 'отправить предложение', 'спросить о предложении', 'напомнить о счёте'],
    stranger: '+79165550142',
  },
}

const uk: DemoWords = {
  pipeline: 'Вікна',
  stages: ['Заявка', 'Замір', 'Пропозиція', 'Договір'],
  won: 'Виграно',
  lost: 'Відмова',
  currency: 'UAH',
  timezone: 'Europe/Kyiv',
  managers: ['Анна Білик', 'Борис Кім', 'Олег Сидоренко', 'Марія Лапа', 'Віра Лис'],
  department: 'Продажі',
  plan: [330_000, 220_000, 190_000, 150_000, 80_000],
  products: [
    { name: 'балкон', from: 30_000, until: 90_000 },
    { name: '3 вікна', from: 24_000, until: 60_000 },
    { name: 'вхідні двері', from: 10_000, until: 35_000 },
    { name: 'вікна в будинок', from: 120_000, until: 320_000 },
  ],
  sources: ['сайт', 'за порадою', 'реклама', 'дзвінок', 'виставка'],
  companies: [
    'ТОВ «Ромашка»',
    'ТОВ «Північна зірка»',
    'ФОП Мельник',
    'Кафе «Причал»',
    'ПП «Цегла»',
    'ОСББ «Двір»',
  ],
  firstNames: [
    'Іван',
    'Марія',
    'Петро',
    'Ольга',
    'Сергій',
    'Олена',
    'Павло',
    'Ніна',
    'Андрій',
    'Дарина',
    'Максим',
  ],
  lastNames: [
    'Гончар',
    'Жук',
    'Мороз',
    'Коваль',
    'Лис',
    'Ткач',
    'Бондар',
    'Швець',
    'Дорош',
    'Кравець',
    'Соловей',
  ],
  phone: '+38067#######',
  reasons: [
    ['не відповідає', 'лише дізнатися ціну'],
    ['надто далеко', 'передумали'],
    ['дорого', 'пішли до конкурента', 'довго думають'],
    ['немає грошей', 'не підійшли умови'],
  ],
  urgent: 'терміново',
  talks: {
    request: 'заявка із сайту',
    asked: 'питали про ціни та строки',
    firstCall: 'що потрібно й коли замір',
    measuring: 'замір на місці',
    nobodyThere: 'нікого не було вдома',
    offer: 'надіслано пропозицію',
    thinking: ['ще думають', 'просять знижку', 'порівнюють з іншими', 'чекають на рішення родини'],
    contract: 'договір підписано',
    invoice: 'рахунок надіслано',
    place: 'у клієнта',
    next: [
      'передзвонити про замір',
      'надіслати пропозицію',
      'спитати про пропозицію',
      'нагадати про рахунок',
    ],
    stranger: '+380675550142',
  },
}

export const demoWords: Translated<DemoWords> = { en, ru, uk }
export type { DemoWords }
