import { KIND } from '../../src/domain/deal.ts'
import { Dice } from './dice.ts'

export const STAGES = [
  'New',
  'Contacted',
  'Qualified',
  'Demo',
  'Proposal',
  'Negotiation',
  'Contract',
  'Invoice',
]
export const WON = STAGES.length + 1
export const LOST = STAGES.length + 2
export const MANAGERS = Array.from({ length: 20 }, (_, i) => `Manager ${String(i + 1).padStart(2, '0')}`)
const SOURCES = ['Website', 'Referral', 'Ads', 'Exhibition', 'Cold call', 'Partner']
const REASONS = ['Price', 'Time', 'Competitor', 'No money', 'No answer', 'Changed their mind']
const PRODUCTS = ['Windows', 'Doors', 'Balconies', 'Service', 'Repair']

/** Three years of deals; the day after them is the day of the reports. */
export const FROM = Date.UTC(2024, 0, 1)
const UNTIL = Date.UTC(2027, 0, 1)
export const REPORT_DAY = '2026-12-31'

const DAY = 86_400_000

export interface MadeChange {
  kind: number
  value: number
  at: number
}

/** A deal and what became of it. Ids of managers, stages (1…8, then won and lost) and companies count from 1. */
export interface MadeDeal {
  n: number
  title: string
  manager: number
  company: number
  contact: number
  /** Minor units. */
  amount: number
  source: string
  product: string
  at: number
  /** Why it was lost, if it was. */
  reason: string | null
  changes: readonly MadeChange[]
}

/** About three moves a deal, some stages skipped, some steps back, amounts and owners that change on the way. */
export function* madeDeals(count: number, seed = 1): Generator<MadeDeal> {
  const dice = new Dice(seed)
  for (let n = 1; n <= count; n++) {
    const at = FROM + Math.floor(((UNTIL - FROM) * (n - 1 + dice.next())) / count / 1000) * 1000
    yield {
      n,
      title: `Deal ${n}`,
      manager: 1 + dice.below(MANAGERS.length),
      company: 1 + dice.below(Math.ceil(count / 20)),
      contact: 1 + dice.below(Math.ceil(count / 5)),
      amount: (1 + dice.below(200_000)) * 50,
      source: SOURCES[dice.below(SOURCES.length)] ?? '',
      product: PRODUCTS[dice.below(PRODUCTS.length)] ?? '',
      at,
      reason: REASONS[n % (REASONS.length + 1)] ?? null,
      changes: madeChanges(dice, at),
    }
  }
}

function madeChanges(dice: Dice, created: number): MadeChange[] {
  const changes: MadeChange[] = []
  let at = created
  let stage = 1
  const add = (kind: number, value: number, mean: number) => {
    at += 60_000 + dice.span(mean / 1000) * 1000
    if (at < UNTIL) changes.push({ kind, value, at })
  }
  for (;;) {
    if (dice.chance(0.12)) add(KIND.amount, (1 + dice.below(200_000)) * 50, DAY)
    if (dice.chance(0.06)) add(KIND.manager, 1 + dice.below(MANAGERS.length), DAY)
    if (dice.chance(0.2)) {
      add(KIND.stage, LOST, 12 * DAY)
      return changes
    }
    if (stage === STAGES.length) {
      add(KIND.stage, WON, 3 * DAY)
      return changes
    }
    const step = dice.chance(0.04) && stage > 1 ? -1 : dice.chance(0.15) ? 2 : 1
    stage = Math.min(STAGES.length, stage + step)
    add(KIND.stage, stage, 7 * DAY)
    if (at >= UNTIL) return changes
  }
}
