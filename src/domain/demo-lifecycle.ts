import type { DemoDeal } from './demo-deal.ts'
import type { LifecycleByHand } from './lifecycle.ts'
import { Random } from './statistics/random.ts'
import { HOUR, type Instant } from './time/zone.ts'

/** That somebody was found to be worth talking to, or to mean to buy. */
export interface DemoStep {
  /** Places in the lists of contacts and managers. */
  contact: number
  manager: number
  stage: LifecycleByHand
  at: Instant
}

const SEED = 20_261_120
/** Of those who let themselves be measured, of all others, and of those who then got a proposal. */
const QUALIFIED = { measured: 0.9, others: 0.3, offered: 0.85 }

/** What managers wrote down of people with their first deal: after the first talk, and with the proposal. */
export function demoSteps(deals: readonly DemoDeal[], now: Instant): DemoStep[] {
  const random = new Random(SEED)
  const known = new Set<number>()
  return deals.flatMap(({ contact, manager, at, moves }) => {
    const isFirst = !known.has(contact)
    known.add(contact)
    const [first] = moves
    const offered = moves.find(({ stage }) => stage === 2)
    const chance = first?.stage === 1 || offered !== undefined ? QUALIFIED.measured : QUALIFIED.others
    const talked = Math.min(at + (1 + random.below(3)) * HOUR, (first?.at ?? now) - 1)
    const isQualified = random.next() < chance && talked > at && talked < now
    const isOffered = random.next() < QUALIFIED.offered
    if (!isFirst || !isQualified) return []
    const step = (stage: LifecycleByHand, at: Instant) => ({ contact, manager, stage, at })
    return [step('mql', talked), ...(isOffered && offered !== undefined ? [step('sql', offered.at)] : [])]
  })
}
