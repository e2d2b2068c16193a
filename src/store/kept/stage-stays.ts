import type { Database } from '../database.ts'
import { differing } from './differing.ts'

/** Counts the stays in every stage anew. */
export function recountStageStays(db: Database): void {
  db.raw.exec(`delete from stage_stays; insert into stage_stays(stage_id, deals, total, won) ${COUNTED}`)
}

/** Stages whose counts are not what they should be. */
export function differingStageStays(db: Database): number[] {
  return differing(db, 'stage_id', COUNTED, 'select stage_id, deals, total, won from stage_stays')
}

const COUNTED = `select g.id as stage_id, count(v.total) as deals, coalesce(sum(v.total), 0) as total,
    (select count(*) from won_stays w where w.stage_id = g.id) as won
  from stages g left join visits v on v.stage_id = g.id and v.total is not null group by g.id`
