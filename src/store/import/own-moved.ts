import type { Database } from '../database.ts'

const SECOND = 1000

/**
 * Deals of an export, without an id of another system, whose number is another deal's here: they got a new one, and
 * are known again by the second in which they began and the title they began with.
 */
export class OwnMoved {
  readonly #met = new Set<number>()

  constructor(private readonly db: Database) {}

  /** A deal that stands for one of the file stands for no other. */
  meet(deal: number): number {
    this.#met.add(deal)
    return deal
  }

  /** Undefined where the number is free, or nothing fits. */
  find(number: number, began: number, title: string): number | undefined {
    if (this.db.prepare('select 1 from deals where id = ?').get(number) === undefined) return undefined
    const second = Math.floor(began / SECOND) * SECOND
    const ids = this.db
      .prepare(
        `select s.deal_id from pipelines p cross join deal_state s on s.pipeline_id = p.id
          and s.created_at >= ? and s.created_at < ?
          cross join deals d on d.id = s.deal_id
        where s.external_id is null and d.title = ? order by s.deal_id`,
      )
      .pluck()
      .all(second, second + SECOND, title) as number[]
    return ids.find((id) => !this.#met.has(id))
  }
}
