/** One area of the catalogue in every language, all of the shape of the English one. */
export type Translated<T> = Readonly<Record<'en' | 'ru' | 'uk', T>>

/** A whole number by thousands: 8,800 in English, 8 800 with a no-break space in Russian and Ukrainian. */
export function grouped(n: number, separator: ',' | '\u00a0'): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, separator)
}

/** Russian and Ukrainian plural: 1 сделка, 2 сделки, 5 сделок. `n` is a whole number. */
export function plural(n: number, one: string, few: string, many: string): string {
  const tens = Math.abs(n) % 100
  const units = tens % 10
  if (tens > 10 && tens < 20) return many
  if (units === 1) return one
  return units >= 2 && units <= 4 ? few : many
}
