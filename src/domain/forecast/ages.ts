/** Days in a state, by the classes within which deals are taken to go on alike: finer where most happens. */
const FROM = [0, 1, 2, 4, 7, 10, 14, 21, 28, 42, 56, 70, 84, 98, 112, 126, 154, 182, 273, 365] as const

export const AGE_CLASSES: number = FROM.length

/** The days from which on all ages are alike. */
export const OLDEST: number = FROM[AGE_CLASSES - 1] ?? 0

const CLASS_OF = Uint8Array.from({ length: OLDEST + 1 }, (_, days) =>
  FROM.findLastIndex((from) => from <= days),
)

/** The class of an age in whole days. */
export function ageClass(days: number): number {
  return CLASS_OF[Math.min(days, OLDEST)] ?? 0
}

/** The first age, in days, that is not of this class; Infinity for the last. */
export function ageClassEnd(index: number): number {
  return FROM[index + 1] ?? Number.POSITIVE_INFINITY
}
