import { furthestPosition, maskHas, type Stage } from '../domain/pipeline.ts'
import { Fault } from '../errors.ts'
import type { FunnelBody } from './funnel.ts'
import { entered, type FunnelDeal } from './funnel-rules.ts'

/** Ways of counting deals created in the period that Bitrix24's can be told from, deal by deal. */
export const RECONCILED = ['cohort', 'strict', 'visited'] as const
export type ReconciledMode = (typeof RECONCILED)[number]

/**
 * Why one deal counts at a stage here and not in Bitrix24, or the other way about.
 * - lost: it was lost; Bitrix24 credits a lost deal to no stage.
 * - back: it is open at an earlier stage than it had reached; Bitrix24 sees the stage of now alone.
 * - reopened: likewise, and it was closed in between: opened again, it began anew.
 * - retired: it is open at a stage in use no more, which is no place in the order.
 * - skipped: it passed the stage by; Bitrix24 counts whoever is further. The only one that makes ours the lesser.
 */
export const DIFFERENCES = ['lost', 'reopened', 'back', 'retired', 'skipped'] as const
export type Difference = (typeof DIFFERENCES)[number]

/** A stage in both ways of counting: ours − bitrix24 = Σ causes. */
export interface ReconciledStage {
  stage: string
  kind: 'open' | 'won'
  ours: number
  bitrix24: number
  /** Of Bitrix24's figure: deals at the stage now, and those further on. */
  here: number
  further: number
  /** Above zero where ours counts more. */
  causes: Readonly<Record<Difference, number>>
  /** Deals that count in both though they were never at the stage. */
  passedBy: number
}

/** A deal behind the differences. */
export interface ReconciledDeal {
  id: number
  /** At each row, why it differs there; null where it does not. */
  causes: readonly (Difference | null)[]
  /** The furthest stage that it was at. */
  reached: string
}

export interface Reconciliation {
  mode: ReconciledMode
  stages: readonly ReconciledStage[]
  deals: readonly ReconciledDeal[]
  /** Distinct deals behind each cause. */
  count: Readonly<Record<Difference, number>>
}

interface Class {
  ours: readonly boolean[]
  bitrix: readonly boolean[]
  causes: readonly (Difference | null)[] | null
  at: number
  jumped: readonly boolean[]
  reached: string
}

/** Counts deals in both ways at once, and keeps those in which the two differ. */
export class Reconciler {
  readonly #rows: number
  readonly #ours: number[]
  readonly #bitrix: number[]
  readonly #here: number[]
  readonly #passedBy: number[]
  readonly #classes = new Map<string, Class>()
  readonly #differing: { id: number; of: Class }[] = []

  constructor(
    readonly mode: ReconciledMode,
    /** The open stages in order. */
    readonly ordered: readonly Stage[],
    readonly won: string,
  ) {
    this.#rows = ordered.length + 1
    const zeros = () => new Array<number>(this.#rows).fill(0)
    this.#ours = zeros()
    this.#bitrix = zeros()
    this.#here = zeros()
    this.#passedBy = zeros()
  }

  add(id: number, deal: FunnelDeal): void {
    const key = `${deal.visited} ${deal.stage} ${deal.outcome}`
    let of = this.#classes.get(key)
    if (of === undefined) {
      of = this.#classOf(deal)
      this.#classes.set(key, of)
    }
    for (let k = 0; k < this.#rows; k++) {
      if (of.ours[k]) this.#ours[k] = (this.#ours[k] ?? 0) + 1
      if (of.bitrix[k]) this.#bitrix[k] = (this.#bitrix[k] ?? 0) + 1
      if (of.jumped[k]) this.#passedBy[k] = (this.#passedBy[k] ?? 0) + 1
    }
    if (of.at >= 0) this.#here[of.at] = (this.#here[of.at] ?? 0) + 1
    if (of.causes !== null) this.#differing.push({ id, of })
  }

  /** Deals open at an earlier stage than they had reached: some of them may have been closed in between. */
  get stepped(): number[] {
    return this.#differing.filter(({ of }) => of.causes?.includes('back')).map(({ id }) => id)
  }

  /**
   * The two funnels side by side; `reopened` are those of `stepped` that were closed once. `body` is our funnel as it
   * is reported: throws Fault where the two do not agree, or the causes do not explain the difference.
   */
  result(body: FunnelBody, reopened: ReadonlySet<number>): Reconciliation {
    const deals = this.#differing.map(({ id, of }): ReconciledDeal => {
      const causes = of.causes ?? []
      const named = reopened.has(id) ? causes.map((one) => (one === 'back' ? 'reopened' : one)) : causes
      return { id, causes: named, reached: of.reached }
    })
    const stages = [...this.ordered.map(({ name }) => name), this.won].map((stage, k): ReconciledStage => {
      const [ours, bitrix24, here] = [this.#ours[k] ?? 0, this.#bitrix[k] ?? 0, this.#here[k] ?? 0]
      const causes = causesAt(deals, k)
      const explained = DIFFERENCES.reduce((sum, cause) => sum + causes[cause], 0)
      if (
        ours !== body.stages[k]?.entered ||
        ours - bitrix24 !== explained ||
        here + (this.#bitrix[k + 1] ?? 0) !== bitrix24
      )
        throw new Fault(
          `funnel: ${ours} entered ${stage}, ${bitrix24} as in Bitrix24, ${explained} explained`,
        )
      const kind = k === this.ordered.length ? 'won' : 'open'
      return {
        stage,
        kind,
        ours,
        bitrix24,
        here,
        further: bitrix24 - here,
        causes,
        passedBy: this.#passedBy[k] ?? 0,
      }
    })
    const count = emptyCauses()
    for (const { causes } of deals) for (const cause of new Set(causes)) if (cause !== null) count[cause] += 1
    return { mode: this.mode, stages, deals, count }
  }

  #classOf(deal: FunnelDeal): Class {
    const { ordered, mode } = this
    const rows = Array.from({ length: this.#rows }, (_, k) => k)
    const ours = rows.map((k) => entered(mode, ordered, deal, k))
    const bitrix = rows.map((k) => entered('bitrix24', ordered, deal, k))
    const place = ordered.findIndex(({ id }) => id === deal.stage)
    const causes = rows.map((k): Difference | null => {
      if (ours[k] === bitrix[k]) return null
      if (bitrix[k]) return 'skipped'
      return deal.outcome === 'lost' ? 'lost' : place < 0 ? 'retired' : 'back'
    })
    const furthest = furthestPosition(ordered, deal.visited)
    return {
      ours,
      bitrix,
      causes: causes.some((cause) => cause !== null) ? causes : null,
      at: deal.outcome === 'lost' ? -1 : deal.outcome === 'won' ? ordered.length : Math.max(0, place),
      jumped: rows.map((k) => {
        const stage = ordered[k]
        return (
          stage !== undefined && ours[k] === true && bitrix[k] === true && !maskHas(deal.visited, stage.bit)
        )
      }),
      reached: ordered[furthest]?.name ?? '',
    }
  }
}

function emptyCauses(): Record<Difference, number> {
  return { lost: 0, reopened: 0, back: 0, retired: 0, skipped: 0 }
}

function causesAt(deals: readonly ReconciledDeal[], k: number): Record<Difference, number> {
  const sums = emptyCauses()
  for (const { causes } of deals) {
    const cause = causes[k]
    if (cause != null) sums[cause] += cause === 'skipped' ? -1 : 1
  }
  return sums
}

/** A deal that is shown for a cause. */
export interface ReconciledExample {
  cause: Difference
  deal: string
  title: string
  reached: string
  /** Where it is now, or what it ended in. */
  now: string
}

/** The reconciliation as scripts read it, under `reconcile` of the funnel's document. */
export function reconcileJson({ stages, count }: Reconciliation, examples: readonly ReconciledExample[]) {
  return {
    stages: stages.map(({ ours, bitrix24, ...row }) => ({
      stage: row.stage,
      kind: row.kind,
      ours,
      bitrix24,
      difference: ours - bitrix24,
      here: row.here,
      further: row.further,
      causes: row.causes,
      passedBy: row.passedBy,
    })),
    deals: count,
    examples,
  }
}
