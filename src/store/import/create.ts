import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import { codeOf, ORIGINS, STATE_COLUMNS, VISIT_COLUMNS } from '../rows.ts'
import { loadDeals } from './load-deals.ts'
import { CONTACTS } from './staging.ts'

/** Makes the deals that are not matched from what is staged of them, history and copies and all. Returns how many. */
export function createStaged(db: Database, operation: Operation): number {
  const before = operation.before.deals
  // Where all are new their numbers in the file will do for ids.
  const allNew = db.prepare('select 1 from temp.matched limit 1').get() === undefined
  if (!allNew)
    db.raw.exec(`insert into temp.fresh(n, deal) select s.deal_id, ${before} + row_number() over (order by s.deal_id)
      from temp.staged s where not exists(select 1 from temp.matched m where m.n = s.deal_id)`)
  const fresh = allNew ? fromAll(before) : FROM_FRESH
  const count = Number(db.prepare(`select count(*) ${fresh.staged}`).pluck().get())
  if (count === 0) return 0
  loadDeals(db, count, () => {
    db.raw.exec(deals(operation.id, fresh))
    db.raw.exec(history(operation.id, fresh))
    db.raw.exec(states(fresh))
    db.raw.exec(visits(fresh))
    db.raw.exec(`insert or ignore into deal_contacts(deal_id, contact_id) select ${fresh.deal}, p.id
      ${fresh.staged} join temp.staged_people p on p.n = s.contact where p.id is not null`)
    db.raw.exec(`insert or ignore into deal_contacts(deal_id, contact_id) select ${fresh.deal}, p.id
      ${fresh.staged} cross join json_each(s.contacts) l join temp.staged_people p on p.n = l.value
      where s.contacts is not null and p.id is not null`)
  })
  operation.addedInBulk()
  return count
}

/** Where the new deals come from: their rows, or their visits, as `s`, with their numbers in the file and their ids. */
interface Fresh {
  readonly n: string
  readonly deal: string
  readonly staged: string
  readonly visits: string
}

function fromAll(before: number): Fresh {
  return {
    n: 's.deal_id',
    deal: `${before} + s.deal_id`,
    staged: 'from temp.staged s',
    visits: 'from temp.staged_visits s',
  }
}

const FROM_FRESH: Fresh = {
  n: 'f.n',
  deal: 'f.deal',
  staged: 'from temp.fresh f cross join temp.staged s on s.deal_id = f.n',
  visits: 'from temp.fresh f cross join temp.staged_visits s on s.deal_id = f.n',
}

const COMPANY = 'left join temp.staged_companies c on c.n = s.company'

const IMPORT = codeOf(ORIGINS, 'import')

function deals(op: number, { n, deal, staged }: Fresh): string {
  return `insert into deals(id, op, origin, created_at, created_precision, synthetic, stage_synthetic,
      stage_seen, amount_synthetic, title, stage_id, manager_id, company_id, amount, cost, currency, source, product,
      expected_on, contacts, tags, fields, note, external_system, external_id)
    select ${deal}, ${op}, ${IMPORT}, s.created_at, s.created_precision, s.creation_synthetic, s.stage_synthetic,
      s.stage_seen, s.amount is not null, s.title, s.first_stage, s.manager_id, c.id, s.amount, s.cost, s.currency, s.source, s.product,
      s.expected_on, coalesce(${CONTACTS}, '[]'), s.tags, s.fields, s.note,
      s.external_system, s.external_id
    ${staged} ${COMPANY} left join temp.staged_people p on p.n = s.contact order by ${n}`
}

/** The stays after the first are the moves. */
function history(op: number, { n, deal, visits }: Fresh): string {
  return `insert into history(deal_id, op, kind, value, reason, at, precision, origin, synthetic)
    select ${deal}, ${op}, 1, s.stage_id, s.reason, s.entered_at, s.precision, ${IMPORT}, s.synthetic
    ${visits} where s.seq > 0 order by ${n}, s.seq`
}

function states({ n, deal, staged }: Fresh): string {
  const own: Partial<Record<string, string>> = { deal_id: deal, company_id: 'c.id' }
  return `insert into deal_state(${STATE_COLUMNS.join(', ')})
    select ${STATE_COLUMNS.map((name) => own[name] ?? `s.${name}`).join(', ')} ${staged} ${COMPANY} order by ${n}`
}

function visits({ n, deal, visits: from }: Fresh): string {
  return `insert into visits(${VISIT_COLUMNS.join(', ')})
    select ${deal}, ${VISIT_COLUMNS.slice(1)
      .map((name) => `s.${name}`)
      .join(', ')}
    ${from} order by ${n}, s.seq`
}
