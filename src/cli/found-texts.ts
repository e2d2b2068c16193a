import { formatMoney } from '../render/numbers.ts'
import type { Words } from '../words/words.ts'

export function foundMoney(
  { amount, currency }: { amount: number; currency: string },
  { lang }: Words,
): string {
  return formatMoney(amount, currency, lang, Number.isInteger(amount) ? 0 : 2)
}
