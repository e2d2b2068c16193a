import { readFileSync } from 'node:fs'
import { REPORT_DAY } from './deals.ts'
import { compare, time } from './measure.ts'
import { type Bench, same } from './parts.ts'
import { fillWorkspace } from './workspace.ts'

/** Export of every deal as CSV against `sqlite3 -csv` writing the same file. */
export function benchExport(bench: Bench): void {
  const file = bench.made('workspace.db', (path) => fillWorkspace(path, bench.deals))
  const [ours, theirs] = [bench.path('ours.csv'), bench.path('theirs.csv')]
  const run = bench.voronka(['export', 'deals', '--db', file, '--now', REPORT_DAY], { into: ours })
  const peer = bench.sqlite(file, EXPORT, { flags: ['-csv', '-header'], into: theirs })
  time(run)
  time(peer)
  same('export', lines(ours), lines(theirs))
  bench.note(
    compare('export deals / sqlite3 -csv', run, [peer, bench.nothing], { runs: Math.min(3, bench.runs) }),
  )
}

/** A file's lines in short: how many, a sum over every character (quotes apart: both need none), how it begins. */
function lines(path: string): unknown {
  const text = readFileSync(path, 'latin1').replaceAll('\r\n', '\n').replaceAll('"', '')
  let hash = 0
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 10) count++
    hash = (Math.imul(hash, 31) + unit) | 0
  }
  return { count, hash, length: text.length, first: text.slice(0, 600) }
}

const INSTANT = (column: string) => `strftime('%Y-%m-%dT%H:%M:%S+00:00', ${column} / 1000, 'unixepoch')`

const EXPORT = `select 'd' || s.deal_id as id, s.external_system as externalSystem, s.external_id as externalId,
  s.title as title, p.name as pipeline, st.name as stage, case s.outcome when 0 then 'open' when 1 then 'won' else 'lost' end as status,
  case when s.outcome = 0 then ${INSTANT('s.stage_at')} end as stageAt,
  case when s.outcome > 0 then (select l.name from visits v join stages l on l.id = v.stage_id
    where v.deal_id = s.deal_id and l.kind = 0 order by v.seq desc limit 1) end as lastStage,
  m.name as manager, c.name as company, 'o' || c.id as companyId,
  (select group_concat(k.name, '; ') from deal_contacts dc join contacts k on k.id = dc.contact_id where dc.deal_id = s.deal_id) as contacts,
  (select group_concat('c' || dc.contact_id, '; ') from deal_contacts dc where dc.deal_id = s.deal_id) as contactIds,
  case when s.amount % 100 = 0 then s.amount / 100 else printf('%.2f', s.amount / 100.0) end as amount, s.currency as currency,
  s.cost as cost, ${INSTANT('s.created_at')} as createdAt, ${INSTANT('s.closed_at')} as closedAt, s.expected_on as expectedClose,
  s.source as source, s.product as product, s.lost_reason as lostReason,
  (select group_concat(t.value, '; ') from json_each(s.tags) t) as tags, d.note as note
from deal_state s join deals d on d.id = s.deal_id join pipelines p on p.id = s.pipeline_id
  join stages st on st.id = s.stage_id left join managers m on m.id = s.manager_id left join companies c on c.id = s.company_id
where s.removed = 0 order by s.deal_id;`
