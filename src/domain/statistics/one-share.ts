import { normalTail } from './statistics.ts'

/** Of fewer deals no share is told from another. */
export const TESTABLE = 10

/**
 * Two-sided p-value of a share k/n against a norm that is no sample: the score test |k/n − p| / √(p(1−p)/n). It is
 * below 0.05 just where Wilson's 95 % interval of the share leaves the norm out. 1 where n is 0.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 * By hand: 57 of 84 against 0.8: 0.67857 − 0.8 = −0.12143, √(0.16/84) = 0.043644, z = 2.782, p = 0.0054. The interval
 * of 57/84 is 57.3–76.9, and 80 is out of it.
 */
export function normPValue(k: number, n: number, norm: number): number {
  if (n === 0) return 1
  const away = Math.abs(k / n - norm)
  if (away < 1e-12) return 1
  const spread = Math.sqrt((norm * (1 - norm)) / n)
  return spread === 0 ? 0 : normalTail(away / spread)
}
