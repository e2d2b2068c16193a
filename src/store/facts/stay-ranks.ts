import type { Pipeline } from '../../domain/pipeline.ts'
import type { Ranked } from '../../domain/statistics/quantiles.ts'
import { nearestRank } from '../../domain/statistics/statistics.ts'
import type { Database } from '../database.ts'
import type { Store } from '../store.ts'
import type { SettledGroups } from './funnel-facts.ts'

/** One of so many deals is few. */
const FEW = 16

/** Ms in a stage of all deals of a group that have left it for good. */
export interface StageStays {
  group: string | null
  stage: number
  ranked: Ranked
}

/**
 * The stays of a population that is one group, not read one by one but looked up in their index, which holds them in
 * order. Undefined where there are more groups, or other deals than a few beside it.
 */
export function stayRanks(
  { db }: Store,
  { stages }: Pipeline,
  { groups, placeOf }: SettledGroups,
): StageStays[] | undefined {
  const [group, another] = groups
  if (group === undefined || another !== undefined) return undefined
  const all = Number(db.prepare('select count(*) from deal_state').pluck().get())
  if ((all - group.deals) * FEW > all) return undefined
  const others: number[] = []
  if (all > group.deals) for (let id = 1; id < placeOf.length; id++) if (placeOf[id] === 0) others.push(id)
  const left = staysOf(db, others)
  return stages.map(({ id }) => ({
    group: group.key,
    stage: id,
    ranked: new StayRanks(db, id, left.get(id) ?? []),
  }))
}

/** Of these deals, the stays in each stage, ascending. */
function staysOf(db: Database, deals: readonly number[]): Map<number, number[]> {
  const stays = new Map<number, number[]>()
  if (deals.length === 0) return stays
  db.scan<[stage: number, total: number]>(
    `select scan(stage_id, total) from (select v.stage_id, v.total
      from json_each(?) d cross join visits v on v.deal_id = d.value where v.total is not null order by v.total)`,
    [JSON.stringify(deals)],
    (stage, total) => {
      const known = stays.get(stage)
      if (known === undefined) stays.set(stage, [total])
      else known.push(total)
    },
  )
  return stays
}

/** The stays in a stage, but for some: `left` of them, ascending. */
class StayRanks implements Ranked {
  readonly #db: Database
  readonly #stage: number
  readonly #left: readonly number[]
  readonly #all: number
  readonly #sum: number

  constructor(db: Database, stage: number, left: readonly number[]) {
    this.#db = db
    this.#stage = stage
    this.#left = left
    const [all, total] = db
      .prepare('select deals, total from stage_stays where stage_id = ?')
      .raw()
      .get(stage) as [number, number]
    this.#all = all
    this.#sum = left.reduce((rest, stay) => rest - stay, total)
  }

  get n(): number {
    return this.#all - this.#left.length
  }

  mean(): number | null {
    return this.n === 0 ? null : this.#sum / this.n
  }

  median(): number | null {
    const { n } = this
    if (n === 0) return null
    const high = this.#nth(n >> 1)
    return n % 2 === 1 ? high : (this.#nth((n >> 1) - 1) + high) / 2
  }

  rank(share: number): number | null {
    return this.n === 0 ? null : this.#nth(nearestRank(this.n, share) - 1)
  }

  above(limit: number): number {
    const all = this.#db
      .prepare('select count(*) from visits where stage_id = ? and total > ?')
      .pluck()
      .get(this.#stage, limit) as number
    return all - (this.#left.length - this.#leftUntil(limit))
  }

  /**
   * The k-th smallest (0-based) of those not left out: its place among all is k and as many as are left out up to it,
   * which moves it on until none is passed over any more.
   */
  #nth(k: number): number {
    let passed = 0
    while (true) {
      const value = this.#at(k + passed)
      const before = this.#leftUntil(value)
      if (before === passed) return value
      passed = before
    }
  }

  /** The k-th smallest of all, counted from the nearer end. */
  #at(k: number): number {
    const isLow = 2 * k < this.#all
    return this.#db
      .prepare(
        `select total from visits where stage_id = ? and total is not null
          order by total ${isLow ? '' : 'desc'} limit 1 offset ?`,
      )
      .pluck()
      .get(this.#stage, isLow ? k : this.#all - 1 - k) as number
  }

  /** How many of those left out are not greater. */
  #leftUntil(limit: number): number {
    const place = this.#left.findIndex((total) => total > limit)
    return place === -1 ? this.#left.length : place
  }
}
