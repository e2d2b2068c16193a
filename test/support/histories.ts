import { OLDEST } from '../../src/domain/forecast/ages.ts'
import { Chain, statesOf } from '../../src/domain/forecast/chain.ts'
import { gamma, normal, poisson } from '../../src/domain/forecast/draws.ts'
import { foresee } from '../../src/domain/forecast/foresight.ts'
import { Learner } from '../../src/domain/forecast/learner.ts'
import { MONTHS } from '../../src/domain/forecast/periods.ts'
import { worthOfAll } from '../../src/domain/forecast/won-values.ts'
import { Random } from '../../src/domain/statistics/random.ts'
import { addMonths, dayNumber, isoOfDay } from '../../src/domain/time/date.ts'

/** A deal of an invented history: the days on which it came to new states, and what it brings. */
interface Lived {
  days: number[]
  states: number[]
  amount: number
  closed: number | null
}

const START = '2020-01-01'

/** What is drawn of a business: how big, how even, how it sells. */
function businessOf(random: Random) {
  const between = (low: number, high: number) => low + (high - low) * random.next()
  const stages = 1 + random.below(3)
  return {
    stages,
    months: 6 + random.below(25),
    perDay: Math.exp(between(Math.log(0.15), Math.log(6))),
    monthsApart: between(0, 0.25),
    places: [0, 1, 2].map(() => Math.exp(0.2 * normal(random))),
    weeksApart: between(0, 0.3),
    drift: between(0, 0.05),
    amountsApart: between(0.2, 1),
    amountsKnown: random.next() < 0.5,
    win: Array.from({ length: stages }, () => between(0.003, 0.02)),
    lose: Array.from({ length: stages }, () => between(0.005, 0.03)),
    move: between(0.02, 0.1),
    ageing: between(-0.5, 0.5),
  }
}

/**
 * Lives through months of an invented business and one more; forecasts that one from what was known before it. Returns
 * what it brought and the forecast's quantiles.
 */
export function livedAndForecast(seed: number, runs: number) {
  const random = new Random(seed)
  const business = businessOf(random)
  const first = dayNumber(START)
  const now = dayNumber(addMonths(START, business.months))
  const end = dayNumber(addMonths(START, business.months + 1))
  const deals = live(random, business, first, end)
  const brought = deals
    .filter(({ closed, states }) => closed !== null && closed >= now && states.at(-1) === business.stages + 1)
    .reduce((sum, { amount }) => sum + amount, 0)
  const sums = forecastFrom(deals, business, first, { from: now, until: end }, runs, seed)
  const sorted = Float64Array.from(sums.runs).sort()
  const quantile = (share: number) => sorted[Math.ceil(share * runs) - 1] ?? 0
  return { brought, mean: sums.mean, p10: quantile(0.1), p90: quantile(0.9) }
}

function live(random: Random, business: ReturnType<typeof businessOf>, first: number, end: number): Lived[] {
  const { won, lost } = statesOf(business.stages)
  const deals: Lived[] = []
  let open: Lived[] = []
  let [month, week, level] = [1, 1, 0]
  const sd = Math.sqrt(Math.log(1 + business.amountsApart ** 2))
  for (let day = first; day < end; day++) {
    if (isoOfDay(day).endsWith('-01')) {
      month = Math.exp(business.monthsApart * normal(random) - business.monthsApart ** 2 / 2)
      level += business.drift * normal(random)
    }
    if (day % 7 === 0) {
      const variance = business.weeksApart ** 2
      week = variance > 0 ? gamma(random, 1 / variance) * variance : 1
    }
    const factor = month * (business.places[MONTHS.place(day)] ?? 1)
    for (const deal of open) {
      const stage = deal.states.at(-1) ?? 1
      const ageing = ((day - 1 - (deal.days.at(-1) ?? day) + 3) / 30) ** business.ageing
      const win = Math.min(0.5, (business.win[stage - 1] ?? 0) * ageing * factor)
      const lose = Math.min(0.4, (business.lose[stage - 1] ?? 0) * ageing)
      const drawn = random.next()
      const move = stage < business.stages ? business.move : 0
      if (drawn >= win + lose + move) continue
      const to = drawn < win ? won : drawn < win + lose ? lost : stage + 1
      deal.days.push(day)
      deal.states.push(to)
      if (to === won || to === lost) deal.closed = day
    }
    open = open.filter(({ closed }) => closed === null)
    for (let n = poisson(random, business.perDay * week * Math.exp(level)); n > 0; n--) {
      const amount = 1000 * Math.exp(sd * normal(random) - sd ** 2 / 2)
      const deal: Lived = { days: [day], states: [1], amount, closed: null }
      deals.push(deal)
      open.push(deal)
    }
  }
  return deals
}

function forecastFrom(
  deals: readonly Lived[],
  business: ReturnType<typeof businessOf>,
  first: number,
  window: { from: number; until: number },
  runs: number,
  seed: number,
) {
  const now = window.from
  const states = statesOf(business.stages)
  const known = deals.filter(({ days }) => (days[0] ?? 0) < now)
  const closed = known.flatMap((deal) => (deal.closed !== null && deal.closed < now ? [deal.closed] : []))
  const learnFrom = closed.reduce((least, day) => Math.min(least, day), now)
  const spans = Array.from({ length: business.months }, (_, i) => dayNumber(addMonths(START, i)))
  const periods = [...spans, now].flatMap((from, i, all) => {
    const until = all[i + 1]
    return until === undefined || from < learnFrom ? [] : [{ from, until }]
  })
  const chain = new Chain(states, {
    learnFrom,
    until: now,
    spans: spans.length > 0 ? spans : [first],
    periods,
  })
  const until = ({ days }: Lived) => days.filter((day) => day < now).length
  for (const deal of known) chain.add(deal.days, deal.states, until(deal))
  const guesses = Array.from({ length: states.open }, (_, i) => ({
    chance: i === 0 ? 0.5 : i / states.open,
    days: 30,
  }))
  const learner = new Learner(chain, MONTHS, guesses)
  const worth = worthOfAll(wonBefore(known, states.won, now))
  const open = known.filter((deal) => deal.closed === null || deal.closed >= now)
  const place = (deal: Lived) => {
    const last = until(deal) - 1
    return (deal.states[last] ?? 1) * (OLDEST + 1) + Math.min(OLDEST, now - 1 - (deal.days[last] ?? 0))
  }
  const { fromOpen, fromNew, ...seen } = foresee(
    learner,
    learner.at(now),
    {
      deals: {
        count: open.length,
        place: Int32Array.from(open, place),
        amount: Float64Array.from(open, ({ amount }) => (business.amountsKnown ? amount : Number.NaN)),
        worth: new Int32Array(open.length),
        group: new Int32Array(open.length),
      },
      worths: [worth],
      newWorth: worth,
      shares: [1],
    },
    [window],
  )
  const simulated = seen.runs(runs, new Random(seed + 1_000_000))
  return {
    mean: (fromOpen[0]?.[0] ?? 0) + (fromNew[0]?.[0] ?? 0),
    runs: simulated[0]?.[0] ?? new Float64Array(),
  }
}

function wonBefore(deals: readonly Lived[], won: number, now: number) {
  const sums = { n: 0, sum: 0, squares: 0 }
  for (const { closed, states, amount } of deals) {
    if (closed === null || closed >= now || states.at(-1) !== won) continue
    sums.n++
    sums.sum += amount
    sums.squares += amount * amount
  }
  return sums
}
