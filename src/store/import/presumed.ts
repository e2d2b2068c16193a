import type { Database } from '../database.ts'

/** What the file does not say of the deals that an import makes, by how many deals or moves it is presumed of. */
export interface Presumed {
  /** Deals without any date, begun at the import's moment. */
  undated: number
  /** Outcomes without a date. */
  outcomes: number
  /** Open stages without a date of entry. */
  stages: number
  /** Amounts without a currency. */
  currencies: number
}

/** Staged deals, as `s`, that are not there yet. */
const NEW = 'not exists(select 1 from temp.matched m where m.n = s.deal_id)'

/** Of the staged deals that are new. `now` is what one without any date begins at, null where the user said it. */
export function presumedOf(db: Database, now: number | null, currencyGiven: number): Presumed {
  const ofDeals = db
    .prepare(
      `select coalesce(sum(s.creation_synthetic = 1 and s.created_at is @now), 0) as undated,
        coalesce(sum((s.amount is not null or s.cost is not null) and not (s.given & ${currencyGiven})), 0) as currencies
      from temp.staged s where ${NEW}`,
    )
    .get({ now }) as Pick<Presumed, 'undated' | 'currencies'>
  const ofMoves = db
    .prepare(
      `select coalesce(sum(ends), 0) as outcomes, coalesce(sum(not ends), 0) as stages from (
        select s.outcome <> 0 and v.left_at is null as ends
        from temp.staged_visits v cross join temp.staged s on s.deal_id = v.deal_id
        where v.seq > 0 and v.synthetic = 1 and ${NEW})`,
    )
    .get() as Pick<Presumed, 'outcomes' | 'stages'>
  return { ...ofDeals, ...ofMoves }
}

/** Takes the new deals without any date out of what is still to be done. Returns how many. */
export function setUndatedAside(db: Database, now: number): number {
  const undated = `select s.deal_id from temp.staged s where s.creation_synthetic = 1 and s.created_at = ? and ${NEW}`
  db.prepare(`delete from temp.staged_visits where deal_id in (${undated})`).run(now)
  return db.prepare(`delete from temp.staged where deal_id in (${undated})`).run(now).changes
}
