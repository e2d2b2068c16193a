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
  ru: [
    'Анна Иванова,Пётр Щукин,ОЛЬГА ЖУКОВА,Юрий Яковлев,Фёдор Эйхе,Гульнара Хабибуллина,Семён Цой,Артём Ёлкин',
    'Москва,Казань,Нижний Новгород,Йошкар-Ола,Уфа,Элиста,Санкт-Петербург,Ижевск',
    'Новая заявка,Переговоры,Счёт выставлен,Успешно реализовано,Закрыто и не реализовано,Отгрузка',
    'ООО «Ромашка»,ИП Хохлов,АО «Объединённые заводы»,Окна 2 шт,фасад,ремонт под ключ',
  ],
  uk: [
    'Олена Коваль,Юрій Їжак,Євген Щербак,ГАННА ЯЦЕНКО,Ґеник Мельник,Сергій Шевчук,Любов Гнатюк',
    'Київ,Львів,Запоріжжя,Чернівці,Івано-Франківськ,Харків,Одеса,Жмеринка',
    'Нова заявка,Перемовини,Рахунок виставлено,Угода укладена,Угода не укладена,Відвантаження',
    'ТОВ «Світанок»,ФОП Кравець,Вікна 3 шт,фасад,ремонт під ключ',
  ],
  west: [
    'Jürgen Müller,François Lefèvre,José Núñez,Søren Ångström,João Conceição,Zoë Brontë',
    'Köln,São Paulo,Málaga,Besançon,Århus,Zürich',
    'Angebot geprüft,Négociation,Propuesta enviada,Gewonnen,Perdido,Clôturé',
    'Café Größe,Compañía Ibérica,Société Générale,Böhm & Söhne',
  ],
} as const

/** One made-up line of a deals file: a name, a town, a stage, a company, a number. */
export function sampleRow(language: keyof typeof WORDS, next: () => number): string {
  const cells = WORDS[language].map((list) => {
    const words = list.split(',')
    return words[Math.floor(next() * words.length)] ?? ''
  })
  return `${Math.floor(next() * 9000)};${cells.join(';')}\r\n`
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
  return Uint8Array.from(Array.from(text, (char) => table.get(char) ?? fail(char, encoding)))
}

export function canHold(encoding: Encoding, text: string): boolean {
  return encoding.startsWith('utf') || Array.from(text).every((char) => placesIn(encoding).has(char))
}

const places = new Map<Encoding, Map<string, number>>()

/** Which byte stands for which character, found out by decoding every byte. */
function placesIn(encoding: Encoding): Map<string, number> {
  const known = places.get(encoding) ?? tableOf(encoding)
  places.set(encoding, known)
  return known
}

function tableOf(encoding: Encoding): Map<string, number> {
  const all = Array.from({ length: 256 }, (_, byte) => byte)
  return new Map(all.map((byte) => [makeDecoder(encoding).decode(Uint8Array.of(byte)), byte]))
}

function fail(char: string, encoding: Encoding): never {
  throw new Error(`${char} is not in ${encoding}`)
}
