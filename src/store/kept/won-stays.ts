import type { Database } from '../database.ts'
import { codeOf, OUTCOMES } from '../rows.ts'
import { differing } from './differing.ts'

/** Deals as conditions of SQL: those above an id, and a list of others. */
export interface DealsTouched {
  above: number
  others: readonly number[]
}

/** Not a replacement: that deletes a row and no trigger hears of it. */
const RENEWED = 'on conflict(deal_id, stage_id) do update set total = excluded.total'

const WON = codeOf(OUTCOMES, 'won')

/** Takes in the stays of those of these deals that are won now; what they were before is gone with their copies. */
export function refreshWonStays(db: Database, { above, others }: DealsTouched): void {
  db.prepare(
    `insert into won_stays(deal_id, stage_id, total)
      ${staysOf('visits v', 'v.deal_id > ?')} order by v.deal_id, v.stage_id ${RENEWED}`,
  ).run(above)
  if (others.length === 0) return
  db.prepare(
    `insert into won_stays(deal_id, stage_id, total)
      ${staysOf('json_each(?) o cross join visits v on v.deal_id = o.value', 'true')} ${RENEWED}`,
  ).run(JSON.stringify(others))
}

export function rebuildWonStays(db: Database): void {
  db.raw.exec(`delete from won_stays; insert into won_stays(deal_id, stage_id, total)
    ${staysOf('visits v', 'true')} order by v.deal_id, v.stage_id`)
}

/** Deals whose stays are not what they should be. */
export function differingWonStays(db: Database): number[] {
  const found = 'select deal_id, stage_id, total from won_stays'
  return differing(db, 'deal_id', staysOf('visits v', 'true'), found)
}

/** `total` stands on the last visit to a stage only. */
function staysOf(from: string, which: string): string {
  return `select v.deal_id, v.stage_id, v.total from ${from}
    where ${which} and v.total is not null
      and exists(select 1 from deal_state s where s.deal_id = v.deal_id and s.outcome = ${WON} and s.removed = 0)`
}
