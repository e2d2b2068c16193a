import { stepsBefore } from './forecasting.ts'
import type { Window } from './outcome-model.ts'
import type { Step } from './periods.ts'

/** Guesses that need no model, to be held against it. */
export const NAIVE = ['last-period', 'mean', 'last-year', 'seasonal'] as const
export type Naive = (typeof NAIVE)[number]

/** So many steps back lies the same part of the previous quarter; longer steps have none. */
const QUARTER: Partial<Record<Step, number>> = { week: 13, month: 3 }
const YEAR: Partial<Record<Step, number>> = { week: 52, month: 12, quarter: 4, year: 1 }

/**
 * What a guess says of a period at its beginning: what the period before brought; the mean of all whole periods since
 * the first win; what the same period of last year brought; that of the previous quarter (the month three months ago,
 * the week thirteen weeks ago). Null where that period was not wholly after the first win. `sumOf` gives what was won.
 *
 * By hand: since April 30, 50, 40, 60 a month. For August: last period 60, mean 45, seasonal (May) 50.
 */
export function naive(
  method: Naive,
  period: Window,
  step: Step,
  firstWin: number | null,
  sumOf: (window: Window) => number,
): number | null {
  if (firstWin === null) return null
  const back = (steps: number | undefined) => {
    const before = steps === undefined ? null : stepsBefore(period, step, steps)
    return before === null || before.from < firstWin ? null : sumOf(before)
  }
  if (method === 'last-period') return back(1)
  if (method === 'last-year') return back(YEAR[step])
  if (method === 'seasonal') return back(QUARTER[step])
  let [sum, n] = [0, 0]
  for (let steps = 1; ; steps++) {
    const before = stepsBefore(period, step, steps)
    if (before.from < firstWin) return n === 0 ? null : sum / n
    sum += sumOf(before)
    n++
  }
}
