import fc from 'fast-check'
import { Rates } from '../../src/domain/rates.ts'
import { addDays } from '../../src/domain/time/date.ts'
import { Zone } from '../../src/domain/time/zone.ts'
import { closedAt, type Deal, dealsThen, stay } from './reference.ts'
import { RATES, STAGES, type Story } from './story.ts'

const DAY = 86_400_000
const OPEN = [1, 2, 3, 4]
const WON = 5
const LOST = 6
const KIND = ['', 'open', 'open', 'open', 'open', 'won', 'lost', 'open', 'open', 'won', 'lost']

export interface FlowQuestion {
  from: string
  until: string
  asOf: string
  knownAt: string | null
  by: 'manager' | 'product' | 'tag' | 'month' | null
  manager: 'Anna' | null
}

const day = fc.integer({ min: 0, max: 150 }).map((n) => addDays('2025-12-20', n))

/** As of days before that of the asking's clock: full days are counted to the end of the day asked for. */
export const flowQuestion: fc.Arbitrary<FlowQuestion> = fc
  .record({
    from: day,
    days: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 40, max: 150 })),
    asOf: fc.oneof(day, fc.constantFrom('2026-03-29', '2026-05-10')),
    knownAt: fc.option(day, { freq: 2 }),
    by: fc.constantFrom(null, 'manager' as const, 'product' as const, 'tag' as const),
    manager: fc.constantFrom(null, null, null, 'Anna' as const),
  })
  .map(({ days, ...rest }) => ({ ...rest, until: addDays(rest.from, days) }))

/** Deals of the first pipeline as they were, with what the report is asked about. */
export interface Asked {
  zone: Zone
  t: number
  deals: Deal[]
  within(at: number): boolean
  /** In cents of dollars. */
  worth(deal: Deal): number | null
}

export function asked(story: Story, { from, until, asOf, knownAt, manager }: FlowQuestion): Asked {
  const zone = new Zone(story.timezone)
  const t = zone.endOfDay(asOf)
  const rates = new Rates('USD', RATES)
  const [begin, end] = [zone.startOfDay(from), zone.startOfDay(until)]
  return {
    zone,
    t,
    deals: dealsThen(story, t, knownAt === null ? null : zone.endOfDay(knownAt)).filter(
      (deal) => !deal.removed && deal.stage <= LOST && (manager === null || deal.manager === manager),
    ),
    within: (at) => at >= begin && at < end,
    worth: (deal) => {
      const day = deal.stage === WON ? zone.dateOf(closedAt(deal)) : asOf
      return deal.amount === null ? null : rates.convert(deal.amount, deal.currency, 'USD', day)
    },
  }
}

export function keysOf(deal: Deal, by: 'manager' | 'product' | 'tag'): string[] {
  if (by === 'tag') return deal.tags.length === 0 ? ['(none)'] : [...deal.tags]
  return [deal[by] ?? '(none)']
}

/** Days of two moments that are both known, by the calendar where one is known by its day. */
function span(deal: Deal, zone: Zone): number | null {
  const first = deal.moves[0]
  const last = deal.moves.find(({ at }, i) => at === closedAt(deal) && i === outcomeFrom(deal))
  if (first === undefined || last === undefined || first.synthetic || last.synthetic) return null
  if (!first.byDay && !last.byDay) return (last.at - first.at) / DAY
  return (Date.parse(zone.dateOf(last.at)) - Date.parse(zone.dateOf(first.at))) / DAY
}

/** The place of the move with which the outcome began that a deal has. */
function outcomeFrom({ moves, stage }: Deal): number {
  let from = moves.length - 1
  while (from > 0 && KIND[moves[from - 1]?.stage ?? 0] === KIND[stage]) from--
  return from
}

function sorted(values: (number | null)[]): number[] {
  return values.filter((value) => value !== null).sort((a, b) => a - b)
}

function middle(values: (number | null)[]): number | null {
  const all = sorted(values)
  if (all.length === 0) return null
  return ((all[Math.ceil(all.length / 2) - 1] ?? 0) + (all[Math.floor(all.length / 2)] ?? 0)) / 2
}

/** The least that so many do not exceed: the k-th, where k is the first with k/n at or above the share. */
function least(values: (number | null)[], share: number): number | null {
  const all = sorted(values)
  return all.find((_, i) => (i + 1) / all.length >= share) ?? null
}

function mean(values: (number | null)[]): number | null {
  const all = sorted(values)
  return all.length === 0 ? null : all.reduce((a, b) => a + b) / all.length
}

/** What `durations` is to say of these deals, from the definitions. `now` is the moment that full days are counted to. */
export function durationsSlowly(
  { zone, t, within, worth }: Asked,
  deals: Deal[],
  from: number,
  until: number,
) {
  const made = deals.filter((deal) => within(deal.moves[0]?.at ?? 0))
  const closed = (stage: number) => deals.filter((deal) => deal.stage === stage && within(closedAt(deal)))
  const [won, lost] = [closed(WON), closed(LOST)]
  const end = Math.min(until, t)
  const inWork = deals.filter(
    (deal) =>
      within(deal.moves[0]?.at ?? 0) ||
      (KIND[deal.stage] !== 'open' && within(closedAt(deal))) ||
      deal.moves.some(
        ({ stage, at }, i) =>
          KIND[stage] === 'open' && at < end && (deal.moves[i + 1]?.at ?? Number.POSITIVE_INFINITY) > from,
      ),
  ).length
  const cycle = won.map((deal) => span(deal, zone))
  const losses = lost.map((deal) => span(deal, zone))
  const averageWon = mean(won.map(worth))
  const averageDays = mean(cycle)
  const winRate = won.length + lost.length === 0 ? null : won.length / (won.length + lost.length)
  const isKnown = averageWon !== null && winRate !== null && averageDays !== null && averageDays > 0
  const wall = (at: number) => at + zone.offsetAt(at)
  return {
    deals: made.length,
    stages: OPEN.map((stage) => {
      const stays = made.map((deal) => stay(deal, stage, zone))
      const standing = made
        .filter((deal) => deal.stage === stage)
        .map(({ moves }) => Math.max(0, Math.floor((wall(t - 1) - wall(moves.at(-1)?.at ?? 0)) / DAY)))
      return {
        n: sorted(stays).length,
        median: middle(stays),
        p75: least(stays, 0.75),
        p90: least(stays, 0.9),
        mean: mean(stays),
        open: standing.length,
        openMedian: middle(standing),
      }
    }),
    cycle: spanOf(cycle),
    timeToLoss: spanOf(losses),
    velocity: {
      opportunities: inWork,
      won: won.length,
      lost: lost.length,
      averageWon,
      averageDays,
      perDay: isKnown ? (inWork * winRate * averageWon) / averageDays : null,
    },
  }
}

function spanOf(values: (number | null)[]) {
  const { length: n } = sorted(values)
  return { n, median: middle(values), mean: mean(values), presumed: values.length - n }
}

export function periodText({ from, until }: Pick<FlowQuestion, 'from' | 'until'>): string {
  return `${from}..${addDays(until, -1)}`
}

export function optionsOf({ asOf, knownAt, by, manager }: FlowQuestion) {
  return {
    asOf,
    ...(knownAt !== null && { knownAt }),
    ...(by !== null && { by }),
    ...(manager !== null && { manager: [manager] }),
  }
}

/** Losses as `REASON|STAGE|MANAGER`: how many, and cents. Texts that differ in case and blanks alone are one. */
export function lossesSlowly(
  { within, worth }: Asked,
  deals: Deal[],
): Map<string, [deals: number, cents: number]> {
  const rows = new Map<string, [number, number]>()
  for (const deal of deals) {
    if (deal.stage !== LOST || !within(closedAt(deal))) continue
    const visited = deal.moves.filter(({ stage }) => OPEN.includes(stage))
    const from = deal.moves.findLast(({ stage }) => KIND[stage] !== 'lost')
    const stage = visited.length === 0 ? '(none)' : NAMES[from?.stage ?? 0]
    const reason = deal.reason?.toLowerCase().replace(/\s+/g, ' ') ?? '(none)'
    const key = [reason, stage, deal.manager ?? '(none)'].join('|')
    const [n, cents] = rows.get(key) ?? [0, 0]
    rows.set(key, [n + 1, cents + (worth(deal) ?? 0)])
  }
  return rows
}

const NAMES = ['', ...STAGES.flat()]

export function wonSlowly({ within }: Asked, deals: Deal[]): number {
  return deals.filter((deal) => deal.stage === WON && within(closedAt(deal))).length
}
