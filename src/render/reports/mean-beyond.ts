import type { Words } from '../../words/words.ts'

/** What is to be expected of someone or of some days. */
interface Expected {
  mean: number
  p10: number
  p90: number
}

/**
 * Where the mean is beyond what comes 8 times out of 10, as one rare big deal makes it, the sentence that says how both
 * can be; null where it is within.
 */
export function meanBeyond(
  { mean, p10, p90 }: Expected,
  said: (n: number) => string,
  words: Words,
): string | null {
  const bound = mean > p90 ? p90 : mean < p10 ? p10 : null
  if (bound === null || said(bound) === said(mean)) return null
  return words.forecast.meanBeyond({ mean: said(mean), bound: said(bound), isAbove: mean > bound })
}

/** The same of each that has a name. */
export function meansBeyond(
  rows: readonly (Expected & { name: string })[],
  said: (n: number) => string,
  words: Words,
): string[] {
  return rows.flatMap((row) => {
    const sentence = meanBeyond(row, said, words)
    return sentence === null ? [] : [`${row.name}: ${sentence}.`]
  })
}
