import { PRESUMED } from '../domain/history.ts'
import type { FunnelDeal } from './funnel-rules.ts'

/** Deals that no mode tells apart. */
export interface Alike extends FunnelDeal {
  deals: number
  synthetics: number
  presumedDates: number
}

const OUTCOME_CODE = { open: 0, won: 1, lost: 2 } as const
const LOST_SOMEWHERE = 3
const OPEN_SOMEWHERE = 4

/** The same of all deals that no mode tells apart. */
export function likeness({ visited, stage, outcome, presumed }: FunnelDeal): number | string {
  const code =
    (presumed & PRESUMED.lossStage) !== 0
      ? LOST_SOMEWHERE
      : (presumed & PRESUMED.openStage) !== 0
        ? OPEN_SOMEWHERE
        : OUTCOME_CODE[outcome]
  // Usual ones come to less than 2 ** 30: greater numbers are far slower as keys.
  if (visited < 2 ** 40 && stage < 2 ** 10) return (visited * 2 ** 10 + stage) * 8 + code
  return `${visited} ${stage} ${code}`
}

/** Deals counted together where they are alike: a million have a few hundred histories. */
export class AlikeDeals {
  readonly #byKey = new Map<number | string, Alike>()

  add(deal: FunnelDeal): void {
    const { stage, outcome, visited, presumed, amount } = deal
    const synthetics = presumed & PRESUMED.any
    const presumedDates = (presumed & PRESUMED.date) / PRESUMED.date
    // Field by field: objects of one shape are added to several times faster.
    this.#join(likeness(deal), {
      stage,
      outcome,
      visited,
      presumed,
      amount,
      deals: 1,
      synthetics,
      presumedDates,
    })
  }

  addAll(other: AlikeDeals): void {
    for (const [key, alike] of other.#byKey) this.#join(key, { ...alike })
  }

  /** All of them; none are left. */
  taken(): Alike[] {
    const all = [...this.#byKey.values()]
    this.#byKey.clear()
    return all
  }

  #join(key: number | string, more: Alike): void {
    const alike = this.#byKey.get(key)
    if (alike === undefined) {
      this.#byKey.set(key, more)
      return
    }
    alike.deals += more.deals
    alike.amount += more.amount
    alike.synthetics += more.synthetics
    alike.presumedDates += more.presumedDates
  }
}
