import { furthestPosition, maskHas, type Stage } from '../domain/pipeline.ts'
import { Fault } from '../errors.ts'
import type { FunnelBody } from './funnel.ts'
import { likeness } from './funnel-likeness.ts'
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

/** Deals alike that are behind the differences. */
export interface ReconciledDeals {
  ids: readonly number[]
  /** At each row, why they differ there; null where they do not. */
  causes: readonly (Difference | null)[]
  /** The furthest stage that they were at. */
  reached: string
}

export interface Reconciliation {
  mode: ReconciledMode
  stages: readonly ReconciledStage[]
  deals: readonly ReconciledDeals[]
  /** Distinct deals behind each cause. */
  count: Readonly<Record<Difference, number>>
}

/** Deals that no way of counting tells apart: a million have a few hundred histories. */
interface Class {
  n: number
  /** Kept where the ways differ. */
  ids: number[]
  ours: readonly boolean[]
  bitrix: readonly boolean[]
  causes: readonly (Difference | null)[] | null
  at: number
  jumped: readonly boolean[]
  reached: string
}

/** Counts deals in both ways at once, and keeps those in which the two differ. */
export class Reconciler {
  readonly #classes = new Map<number | string, Class>()

  constructor(
    readonly mode: ReconciledMode,
    /** The open stages in order. */
    readonly ordered: readonly Stage[],
    readonly won: string,
  ) {}

  add(id: number, deal: FunnelDeal): void {
    const key = likeness(deal)
    let of = this.#classes.get(key)
    if (of === undefined) {
      of = this.#classOf(deal)
      this.#classes.set(key, of)
    }
    of.n += 1
    if (of.causes !== null) of.ids.push(id)
  }

  /** Deals open at an earlier stage than they had reached: some of them may have been closed in between. */
  get stepped(): number[] {
    return [...this.#classes.values()].flatMap(({ causes, ids }) => (causes?.includes('back') ? ids : []))
  }

  /**
   * The two funnels side by side; `reopened` are those of `stepped` that were closed once. `body` is our funnel as it
   * is reported: throws Fault where the two do not agree, or the causes do not explain the difference.
   */
  result(body: FunnelBody, reopened: ReadonlySet<number>): Reconciliation {
    const classes = [...this.#classes.values()]
    const deals = classes.flatMap((of) => differing(of, reopened))
    const over = (is: (of: Class) => boolean | undefined) =>
      classes.reduce((sum, of) => (is(of) ? sum + of.n : sum), 0)
    const stages = [...this.ordered.map(({ name }) => name), this.won].map((stage, k): ReconciledStage => {
      const [ours, bitrix24] = [over((of) => of.ours[k]), over((of) => of.bitrix[k])]
      const [here, further] = [over((of) => of.at === k), over((of) => of.at > k)]
      const causes = causesAt(deals, k)
      const explained = DIFFERENCES.reduce((sum, cause) => sum + causes[cause], 0)
      if (ours !== body.stages[k]?.entered || ours - bitrix24 !== explained || here + further !== bitrix24)
        throw new Fault(
          `funnel: ${ours} entered ${stage}, ${bitrix24} as in Bitrix24, ${explained} explained`,
        )
      const kind = k === this.ordered.length ? 'won' : 'open'
      return { stage, kind, ours, bitrix24, here, further, causes, passedBy: over((of) => of.jumped[k]) }
    })
    const count = emptyCauses()
    for (const { causes, ids } of deals)
      for (const cause of new Set(causes)) if (cause !== null) count[cause] += ids.length
    return { mode: this.mode, stages, deals, count }
  }

  #classOf(deal: FunnelDeal): Class {
    const { ordered, mode } = this
    const rows = Array.from({ length: ordered.length + 1 }, (_, k) => k)
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
      n: 0,
      ids: [],
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

/** Deals that were closed in between differ for another reason than those that merely went back. */
function differing({ ids, causes, reached }: Class, reopened: ReadonlySet<number>): ReconciledDeals[] {
  if (causes === null) return []
  if (!causes.includes('back')) return [{ ids, causes, reached }]
  const anew = causes.map((cause) => (cause === 'back' ? 'reopened' : cause))
  return [
    { ids: ids.filter((id) => !reopened.has(id)), causes, reached },
    { ids: ids.filter((id) => reopened.has(id)), causes: anew, reached },
  ]
}

function emptyCauses(): Record<Difference, number> {
  return { lost: 0, reopened: 0, back: 0, retired: 0, skipped: 0 }
}

function causesAt(deals: readonly ReconciledDeals[], k: number): Record<Difference, number> {
  const sums = emptyCauses()
  for (const { causes, ids } of deals) {
    const cause = causes[k]
    if (cause != null) sums[cause] += cause === 'skipped' ? -ids.length : ids.length
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
