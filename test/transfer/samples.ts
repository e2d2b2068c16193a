import { type Encoding, makeDecoder } from '../../src/transfer/encoding.ts'

/** A repeatable source of numbers in [0, 1): a linear congruential generator. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const WORDS = {
  ru: {
    people:
      'Анна Иванова,Пётр Щукин,ОЛЬГА ЖУКОВА,Юрий Яковлев,Фёдор Эйхе,Гульнара Хабибуллина,Семён Цой,Артём Ёлкин,Кузнецов К.С.,Ушаков,Зоя Космодемьянская,Тарас Франк,ИВАНОВ И.И.,Цветкова Ц.,Ким,Хан',
    towns:
      'Москва,Казань,Нижний Новгород,Йошкар-Ола,Уфа,Элиста,Санкт-Петербург,Ижевск,Тула,Сочи,Химки,Орёл,Улан-Удэ,Юджин,Бут,США,г. Чита',
    stages:
      'Новая заявка,Переговоры,Счёт выставлен,Успешно реализовано,Закрыто и не реализовано,Отгрузка,Думает,Звонок,КП,Тендер,Успех,Отказ,Нет',
    firms:
      'ООО «Ромашка»,ИП Хохлов,АО «Объединённые заводы»,ООО "Техно-Трейд",ЗАО Уралхиммаш,ООО СК,ГБУЗ ЦГБ №3,Тройка Диалог,Стройка,ПАО СБЕРБАНК',
    goods:
      'Окна 2 шт,фасад,ремонт под ключ,Услуги по уходу,Химические завивки,Комплект шин R17,500 г,Удаление пней – 3 шт.,Тумба «Уют»,Сайт + SEO,Зимняя резина,Доставка 12 кг,Кофе',
    notes:
      'перезвонить завтра,Клиент думает…,скидка 5 %,не дозвонились,Хочет рассрочку,Уточнить адрес,,,,просит КП на e-mail,торг',
  },
  uk: {
    people:
      'Олена Коваль,Юрій Їжак,Євген Щербак,ГАННА ЯЦЕНКО,Ґеник Мельник,Сергій Шевчук,Любов Гнатюк,Тарас Ус,Зоряна Кіт,Їжакевич Ї.,Ткач',
    towns:
      'Київ,Львів,Запоріжжя,Чернівці,Івано-Франківськ,Харків,Одеса,Жмеринка,Суми,Умань,Хуст,м. Рівне,с. Гаї',
    stages:
      'Нова заявка,Перемовини,Рахунок виставлено,Угода укладена,Угода не укладена,Відвантаження,Думає,Дзвінок,КП,Успіх,Відмова',
    firms:
      'ТОВ «Світанок»,ФОП Кравець,ПрАТ «Київхліб»,ТОВ "Техно-Трейд",КНП ЦРЛ №2,ТОВ Укрзалізничпостач,Затишок,ФОП ЇЖАК',
    goods:
      'Вікна 3 шт,фасад,ремонт під ключ,Послуги,Хімія для басейнів,Шини R17,250 г,Утеплення – 40 м,Стіл «Затишок»,Сайт + SEO,Кава,Цукор 5 кг',
    notes:
      'передзвонити завтра,Клієнт думає…,знижка 5 %,не додзвонилися,Хоче розстрочку,Уточнити адресу,,,,просить КП на e-mail,торг',
  },
  west: {
    people:
      'Jürgen Müller,François Lefèvre,José Núñez,Søren Ångström,João Conceição,Zoë Brontë,Renée Crête,Íñigo Muñoz,Jörg Groß',
    towns: 'Köln,São Paulo,Málaga,Besançon,Århus,Zürich,Orléans,Évry,Logroño,Œuilly',
    stages:
      'Angebot geprüft,Négociation,Propuesta enviada,Gewonnen,Perdido,Clôturé,Fermé,Verhandlung läuft,Lost',
    firms:
      'Café Größe,Compañía Ibérica,Société Générale,Böhm & Söhne,Müller GmbH,Peña S.A.,L’Oréal,Wave® Ltd,Smith & Co',
    goods:
      'Tür 2 m²,Plaque 50 × 70,Werkzeug 20 €,éclairage,Instalación,Fenster,Menü – 3 Gänge,Kühlschrank 4 °C,Piso 5º,N.º 77 ½,Fee £500',
    notes: 'rückrufen,à rappeler,llamar mañana,„dringend“,,,très intéressé,später',
  },
} as const

/** Which cells a row has beside its numbers: whole cards, and lines with hardly a letter. */
const SHAPES: readonly (readonly (keyof (typeof WORDS)['ru'])[])[] = [
  ['people', 'towns', 'stages', 'firms', 'goods'],
  ['goods', 'people', 'stages', 'notes'],
  ['firms', 'stages'],
  ['people', 'firms', 'goods', 'notes'],
  ['people', 'towns'],
  ['goods', 'stages'],
]

/** One made-up line of a file of deals: numbers, Latin letters, and some cells of the language. */
export function sampleRow(language: keyof typeof WORDS, next: () => number): string {
  const pick = (list: string) => {
    const words = list.split(',')
    return words[Math.floor(next() * words.length)] ?? ''
  }
  const shape = SHAPES[Math.floor(next() * SHAPES.length)] ?? []
  const cells = shape.map((kind) => pick(WORDS[language][kind]))
  const latin = pick('ivan@mail.ru,+7 912 345-67-89,14.03.2026 10:40,New,"Site; landing",,,Skype')
  return `${Math.floor(next() * 9000)};${latin};${cells.join(';')};${Math.floor(next() * 100) * 500},00\r\n`
}

/** The text in an encoding; throws where a character has no place in it. */
export function bytesIn(encoding: Encoding, text: string): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding.startsWith('utf-16')) {
    const little = Buffer.from(text, 'utf16le')
    return encoding === 'utf-16le' ? little : little.swap16()
  }
  if (encoding.startsWith('utf-32')) {
    const little = Buffer.from(new Uint32Array(Array.from(text, (char) => char.codePointAt(0) ?? 0)).buffer)
    return encoding === 'utf-32le' ? little : little.swap32()
  }
  const table = placesIn(encoding)
  return Uint8Array.from(Array.from(text).flatMap((char) => table.get(char) ?? fail(char, encoding)))
}

export function canHold(encoding: Encoding, text: string): boolean {
  return encoding.startsWith('utf') || Array.from(text).every((char) => placesIn(encoding).has(char))
}

type Places = ReadonlyMap<string, readonly number[]>

const places = new Map<Encoding, Places>()

/** Which bytes stand for which character, found out by decoding every one, and every two. */
function placesIn(encoding: Encoding): Places {
  const known = places.get(encoding) ?? tableOf(encoding)
  places.set(encoding, known)
  return known
}

const TWO_BYTES: ReadonlySet<Encoding> = new Set(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'])

function tableOf(encoding: Encoding): Places {
  const table = new Map<string, number[]>()
  const add = (...bytes: number[]) => {
    const decoder = makeDecoder(encoding)
    const text = decoder.decode(Uint8Array.from(bytes)) + decoder.end()
    if (Array.from(text).length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes)
  }
  for (let byte = 0; byte < 256; byte++) add(byte)
  if (!TWO_BYTES.has(encoding)) return table
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail)
  return table
}

function fail(char: string, encoding: Encoding): never {
  throw new Error(`${char} is not in ${encoding}`)
}
