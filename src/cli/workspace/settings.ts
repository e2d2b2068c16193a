import { currenciesOf } from '../../domain/currency.ts'
import { currencyNamed } from '../../domain/currency-names.ts'
import { weekdayOfWord } from '../../domain/time/calendar-words.ts'
import { UsageError } from '../../errors.ts'

/** A currency by its code, sign or name: `EUR`, `€`, `грн`, `тенге`. `base` decides between several of one sign. */
export function parseCurrency(text: string, base = ''): string {
  const code = currencyNamed(text.trim(), base)
  if (code !== undefined) return code
  const meant = currenciesOf(text.trim().replace(/\.$/, ''))
  throw new UsageError((w) =>
    meant.length > 1
      ? w.workspace.whichCurrency({ text, codes: meant.join(', ') })
      : w.workspace.noCurrency({ text }),
  )
}

/** 1 (Monday) … 7, of a number or a weekday's name in any of the three languages. */
export function parseWeekday(text: string): number {
  const word = text.trim().toLowerCase()
  const day = /^[1-7]$/.test(word) ? Number(word) : weekdayOfWord(word)
  if (day === undefined) throw new UsageError((w) => w.workspace.noWeekday({ text }))
  return day
}
