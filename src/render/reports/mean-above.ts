import type { Words } from '../../words/words.ts'

/** What is to be expected of someone or of some days. */
interface Expected {
  name: string
  mean: number
  p50: number
  p90: number
}

/** Says of whom the mean is beyond what comes 8 times out of 10, and what is as likely passed as not. */
export function meanAbove(rows: readonly Expected[], said: (p50: number) => string, words: Words): string[] {
  const beyond = rows.filter(({ mean, p90 }) => mean > p90)
  if (beyond.length === 0) return []
  const medians = beyond.map(({ name, p50 }) => `${name} ${said(p50)}`).join(', ')
  return [words.forecast.meanAbove({ medians })]
}
