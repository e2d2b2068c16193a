import { currencyOf, isCurrency } from './currency.ts'
import { foldName } from './names/name.ts'

/** Names that exports write out in a currency column, where the single word would leave it open which is meant. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    RUB: ['российский рубль', 'рубль рф', 'російський рубль', 'russian ruble', 'russian rouble'],
    BYN: ['белорусский рубль', 'білоруський рубль', 'belarusian ruble', 'belarusian rouble'],
    UAH: ['украинская гривна', 'украинская гривня', 'українська гривня', 'ukrainian hryvnia', 'hryvnia'],
    USD: ['доллар сша', 'долар сша', 'us dollar', 'u.s. dollar', 'united states dollar'],
    KZT: ['казахстанский тенге', 'казахстанський тенге', 'kazakhstani tenge', 'tenge'],
    CNY: ['китайский юань', 'китайський юань', 'chinese yuan', 'yuan'],
    PLN: ['польский злотый', 'польський злотий', 'polish zloty', 'zloty'],
    GBP: ['фунт стерлингов', 'фунт стерлінгів', 'pound sterling', 'british pound'],
  }).flatMap(([code, names]) => names.map((name) => [foldName(name), code] as const)),
)

/** The currency a cell names by its code, sign or name; undefined for anything else. `base` decides "руб." */
export function currencyNamed(text: string, base: string): string | undefined {
  const code = text.toUpperCase()
  if (isCurrency(code)) return code
  const name = foldName(text)
  return NAMES.get(name) ?? currencyOf([name.replace(/\.$/, '')], base)
}
