import type { Database } from './database.ts'
import { withoutIndexes } from './indexes.ts'
import type { Operation } from './operation.ts'
import { codeOf, ORIGINS, STATE_COLUMNS, VISIT_COLUMNS } from './rows.ts'

/** Makes the deals of `temp.fresh` from what is staged of them, history and copies and all. Returns how many. */
export function createStaged(db: Database, operation: Operation): number {
  const before = operation.before.deals
  // Where all are new their numbers will do for ids.
  const allNew = db.prepare('select 1 from temp.matched limit 1').get() === undefined
  db.raw.exec(
    allNew
      ? `insert into temp.fresh(n, deal) select deal_id, ${before} + deal_id from temp.staged order by deal_id`
      : `insert into temp.fresh(n, deal)
          select s.deal_id, ${before} + row_number() over (order by s.deal_id) from temp.staged s
          where not exists(select 1 from temp.matched m where m.n = s.deal_id)`,
  )
  const count = Number(db.prepare('select count(*) from temp.fresh').pluck().get())
  if (count === 0) return 0
  withoutIndexes(db, ['deal_state', 'visits', 'history', 'deal_contacts'], count, () => {
    db.raw.exec(deals(operation.id))
    db.raw.exec(history(operation.id))
    db.raw.exec(states())
    db.raw.exec(visits())
    db.raw.exec(`insert or ignore into deal_contacts(deal_id, contact_id) select f.deal, p.id
      from temp.fresh f cross join temp.staged s on s.deal_id = f.n join temp.staged_people p on p.n = s.contact`)
  })
  operation.addedInBulk()
  return count
}

const FROM = `from temp.fresh f cross join temp.staged s on s.deal_id = f.n
    left join temp.staged_companies c on c.n = s.company`

const IMPORT = codeOf(ORIGINS, 'import')

function deals(op: number): string {
  return `insert into deals(id, op, origin, created_at, created_precision, synthetic, stage_synthetic,
      stage_seen, amount_synthetic, title, stage_id, manager_id, company_id, amount, cost, currency, source, product,
      expected_on, contacts, tags, fields, note, external_system, external_id)
    select f.deal, ${op}, ${IMPORT}, s.created_at, s.created_precision, s.creation_synthetic, s.stage_synthetic,
      s.stage_seen,      s.amount is not null, s.title, s.first_stage, s.manager_id, c.id, s.amount, s.cost, s.currency, s.source, s.product,
      s.expected_on, case when p.id is null then '[]' else '[' || p.id || ']' end, s.tags, s.fields, s.note,
      s.external_system, s.external_id
    ${FROM} left join temp.staged_people p on p.n = s.contact order by f.n`
}

/** The stays after the first are the moves. */
function history(op: number): string {
  return `insert into history(deal_id, op, kind, value, reason, at, precision, origin, synthetic)
    select f.deal, ${op}, 1, v.stage_id, v.reason, v.entered_at, v.precision, ${IMPORT}, v.synthetic
    from temp.fresh f cross join temp.staged_visits v on v.deal_id = f.n where v.seq > 0 order by f.n, v.seq`
}

function states(): string {
  const own: Partial<Record<string, string>> = { deal_id: 'f.deal', company_id: 'c.id' }
  return `insert into deal_state(${STATE_COLUMNS.join(', ')})
    select ${STATE_COLUMNS.map((name) => own[name] ?? `s.${name}`).join(', ')} ${FROM} order by f.n`
}

function visits(): string {
  return `insert into visits(${VISIT_COLUMNS.join(', ')})
    select f.deal, ${VISIT_COLUMNS.slice(1)
      .map((name) => `v.${name}`)
      .join(', ')}
    from temp.fresh f cross join temp.staged_visits v on v.deal_id = f.n order by f.n, v.seq`
}
