import { END, Lifetimes } from '../../src/domain/statistics/lifetimes.ts'
import { Random } from '../../src/domain/statistics/random.ts'

type Group = readonly [deals: number, age: number, end: keyof typeof END]

/** So many deals of an age and an end, all created on one day. */
export function livesOf(...groups: readonly Group[]): Lifetimes {
  const lives = new Lifetimes()
  for (const [deals, age, end] of groups) for (let i = 0; i < deals; i++) lives.add(0, age, END[end])
  return lives
}

/** As many deals drawn from these, each time others: what another run of the same business would be. */
export function shuffled(groups: readonly Group[], seed: number): Lifetimes {
  const random = new Random(seed + 1)
  const all = groups.flatMap(([deals, age, end]) => Array.from({ length: deals }, () => ({ age, end })))
  const lives = new Lifetimes()
  for (let i = 0; i < all.length; i++) {
    const { age, end } = all[Math.floor(random.next() * all.length)] ?? { age: 0, end: 'open' as const }
    lives.add(0, age, END[end])
  }
  return lives
}

/** A business made up: deals created evenly in months of 30 days, watched till the end of the last. */
export interface Business {
  months: number
  /** Deals of a month. */
  deals: number
  /** How many are won in the end, and by how much the log odds of it differ from month to month. */
  share: number
  spread: number
  /** Mean days to a win; a loss takes two thirds of them. */
  days: number
  /** Deals that nobody ever closes. */
  forgotten: number
}

/** Its deals as of its last day, and by month how many were created and will be won in the end. */
export function simulated({ months, deals, share, spread, days, forgotten }: Business, seed: number) {
  const random = new Random(seed + 1)
  const lives = new Lifetimes()
  const today = months * 30 - 1
  const finally_ = Array.from({ length: months }, (_, month) => {
    const odds = (share / (1 - share)) * Math.exp(spread * normal(random))
    let won = 0
    for (let i = 0; i < deals; i++) {
      const created = month * 30 + Math.floor(random.next() * 30)
      const isWon = random.next() < odds / (1 + odds)
      const span = -Math.log(1 - random.next()) * days * (isWon ? 1 : 2 / 3)
      const age = random.next() < forgotten ? Number.POSITIVE_INFINITY : Math.floor(span)
      if (isWon && Number.isFinite(age)) won++
      if (created + age <= today) lives.add(created, age, isWon ? END.won : END.lost)
      else lives.add(created, today - created, END.open)
    }
    return { created: deals, won }
  })
  return { lives, today, months: finally_ }
}

/** G. E. P. Box, M. E. Muller, "A note on the generation of random normal deviates" (1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}
