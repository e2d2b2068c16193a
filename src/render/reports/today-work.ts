import { majorOf } from '../../domain/money.ts'
import type { Words } from '../../words/words.ts'
import type { Line } from '../document.ts'
import { formatCount, formatDecimal, formatMoney, moneyUnit } from '../numbers.ts'
import { displayWidth } from '../width.ts'
import type { TodayView } from './today.ts'

/** `In work: Inquiry 14 · Measuring 9 … worth 9.4M`, a line a pipeline. */
export function workLines({ inWork, words, currency, pipelines }: TodayView): Line[] {
  const names = [...new Set(inWork.map(({ pipeline }) => pipeline))]
  return names.map((name) => {
    const stages = inWork.filter(({ pipeline }) => pipeline === name)
    const said = words.today.inWork({
      pipeline: pipelines > 1 ? name : null,
      stages: stages.map(({ stage, deals }) => `${stage} ${formatCount(deals, words.lang)}`).join(' · '),
    })
    const sum = stages.reduce<number | null>(
      (all, { amount }) => (all === null || amount === null ? null : all + amount),
      0,
    )
    if (sum === null || sum === 0) return said
    const major = majorOf(sum, currency)
    const amount =
      major < 1e6 ? formatMoney(major, currency, words.lang, 0) : millions(major, currency, words)
    return atEnd(said, words.today.worth({ amount }))
  })
}

/** `9,4 млн ₽`; an English sign stands before the number: `$9.4M`. */
function millions(major: number, currency: string, { lang }: Words): string {
  const number = formatDecimal(major / 1e6, 1, lang)
  const unit = moneyUnit({ power: 6, digits: 1 }, currency, lang)
  const [, sign = '', power = ''] = /^(.?)(M)$/.exec(unit) ?? []
  return sign === '' ? `${number}\u00a0${unit}` : `${sign}${number}${power}`
}

const LINE = 80

function atEnd(text: string, end: string): string {
  const blanks = LINE - displayWidth(text) - displayWidth(end)
  return blanks < 2 ? `${text} · ${end}` : text + ' '.repeat(blanks) + end
}
