import type { DemoWords } from '../words/demo.ts'
import type { DemoDeal, DemoMove } from './demo-deal.ts'
import { type DemoStep, demoSteps } from './demo-lifecycle.ts'
import { type DemoTouches, demoTouches } from './demo-touches.ts'
import { Random } from './statistics/random.ts'
import { addDays, weekday } from './time/date.ts'
import type { Instant, Zone } from './time/zone.ts'

/** A year of an invented business, by index into its words: what the demo workspace is filled with. */
export interface DemoYear extends DemoTouches {
  contacts: readonly DemoContact[]
  deals: readonly DemoDeal[]
  steps: readonly DemoStep[]
}

interface DemoContact {
  name: string
  phone: string
  company: number | null
  manager: number
  source: string
  at: Instant
}

const DEALS = 300
const DAYS = 365
const SEED = 20_260_914

/** Of those who enter a stage, how many go on: the third loses them. */
const GO_ON = [0.78, 0.82, 0.5, 0.86]
/** How much more, or less, the managers carry on; and how much of the work they get. */
const SKILL = [1.22, 1.03, 0.97, 0.92, 0.72]
const SHARE = [0.28, 0.22, 0.2, 0.17, 0.13]
/** Usual days in each stage. */
const DAYS_IN = [2, 7, 18, 9]

/** The same year for the same words, zone and `now`; nothing in it lies after `now`. */
export function demoYear(words: DemoWords, zone: Zone, now: Instant): DemoYear {
  const random = new Random(SEED)
  const contacts: DemoContact[] = []
  const today = zone.dateOf(now)
  const starts = Array.from({ length: DEALS }, () => {
    // The business grows: more of the deals are of late.
    const day = addDays(today, -Math.floor(random.next() ** 1.3 * DAYS))
    return workingMoment(day, zone, random)
  })
  const deals = starts
    .filter((at) => at < now)
    .sort((a, b) => a - b)
    .map((at) => demoDeal(at, contacts, words, zone, now, random))
  return { contacts, deals, steps: demoSteps(deals, now), ...demoTouches(deals, words, zone, now) }
}

function demoDeal(
  at: Instant,
  contacts: DemoContact[],
  words: DemoWords,
  zone: Zone,
  now: Instant,
  random: Random,
): DemoDeal {
  const again = contacts.length > 20 && random.next() < 0.15
  const contact = again ? random.below(contacts.length) : contacts.push(demoContact(at, words, random)) - 1
  const { name, company, manager } = contacts[contact] as DemoContact
  const product = random.of(words.products)
  return {
    title: `${product.name}, ${name}`,
    contact,
    company,
    manager,
    product: product.name,
    source: again ? (words.sources[1] ?? '') : random.of(words.sources),
    amount: Math.round((product.from + random.next() ** 2 * (product.until - product.from)) / 100) * 100,
    urgent: random.next() < 0.1,
    at,
    moves: story(at, manager, words, zone, random).filter((move) => move.at < now),
  }
}

function demoContact(at: Instant, words: DemoWords, random: Random): DemoContact {
  return {
    name: `${random.of(words.firstNames)} ${random.of(words.lastNames)}`,
    phone: words.phone.replace(/#/g, () => String(random.below(10))),
    company: random.next() < 0.25 ? random.below(words.companies.length) : null,
    manager: random.weighted(SHARE),
    source: random.of(words.sources),
    at,
  }
}

/** A deal's way: on, sometimes over a stage or a step back, until it is won or lost; some lost ones come back. */
function story(start: Instant, manager: number, words: DemoWords, zone: Zone, random: Random): DemoMove[] {
  const won = words.stages.length
  const lost = won + 1
  const moves: DemoMove[] = []
  let at = start
  let stage = 0
  const move = (to: number, days: number, reason: string | null = null) => {
    at = later(at, days * random.spread(), zone, random)
    moves.push({ stage: to, at, reason })
    stage = to
  }
  for (let step = 0; stage < won && step < 12; step++) {
    const days = DAYS_IN[stage] ?? 1
    const chance = (GO_ON[stage] ?? 1) * (SKILL[manager] ?? 1)
    if (random.next() < chance) {
      const leap = stage < won - 2 && random.next() < 0.08
      if (stage > 1 && random.next() < 0.06) move(stage - 1, days)
      else move(leap ? stage + 2 : stage + 1, days)
    } else {
      const from = stage
      move(lost, days * 2, random.of(words.reasons[from] ?? ['']))
      if (random.next() < 0.06) move(Math.max(from, 1), 20)
    }
  }
  return moves
}

/** Some days on, at a working hour, and always after. */
function later(at: Instant, days: number, zone: Zone, random: Random): Instant {
  const day = addDays(zone.dateOf(at), Math.max(0, Math.round(days)))
  const moment = workingMoment(day, zone, random)
  return moment > at ? moment : at + (20 + random.below(90)) * 60_000
}

function workingMoment(day: string, zone: Zone, random: Random): Instant {
  const monday = weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day
  return zone.instantOf(monday, { hour: 9 + random.below(9), minute: random.below(60) })
}
