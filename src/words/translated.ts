/** One area of the catalogue in every language, all of the shape of the English one. */
export type Translated<T> = Readonly<Record<'en' | 'ru' | 'uk', T>>

/** Russian and Ukrainian plural: 1 сделка, 2 сделки, 5 сделок. `n` is a whole number. */
export function plural(n: number, one: string, few: string, many: string): string {
  const tens = Math.abs(n) % 100
  const units = tens % 10
  if (tens > 10 && tens < 20) return many
  if (units === 1) return one
  return units >= 2 && units <= 4 ? few : many
}
