import { CONTACTS, GIVEN } from './staging.ts'

/** Deals looked at in one go. */
export const PAGE = 1000

/** A deal that is there, beside what the file says of it. */
export interface Candidate {
  n: number
  deal: number
  given: number
  stage_id: number
  now_stage: number
  outcome: number
  lost_reason: string | null
  company_new: number | null
  /** JSON list of row ids; null where the row names nobody. */
  contacts_new: string | null
  manager_id: number | null
  title: string
  amount: number | null
  cost: number | null
  currency: string
  source: string | null
  product: string | null
  expected_on: string | null
  tags: string
  fields: string
  note: string | null
  /** The deal as it is, beside what history rows alone tell. */
  now: string
}

const COMPARED = [
  'title',
  'manager_id',
  'amount',
  'cost',
  'currency',
  'source',
  'product',
  'expected_on',
] as const

const differs = (column: string) => `(s.${column} is not null and s.${column} is not e.${column})`

/** Those that are not what the file says, and those edited here, a page after a number in the file. */
export const CANDIDATES = `select m.n, m.deal, s.given, s.stage_id, e.stage_id as now_stage, s.outcome, s.lost_reason,
    c.id as company_new, ${CONTACTS} as contacts_new, s.tags, s.fields, s.note, ${COMPARED.map((name) => `s.${name}`).join(', ')},
    json_object('title', e.title, 'manager', e.manager_id, 'amount', e.amount, 'cost', e.cost, 'currency', e.currency,
      'source', e.source, 'product', e.product, 'expected', e.expected_on, 'company', e.company_id,
      'tags', e.tags, 'fields', json(e.fields)) as now
  from temp.matched m cross join temp.staged s on s.deal_id = m.n
    cross join deal_state e on e.deal_id = m.deal
    left join temp.staged_companies c on c.n = s.company
    left join temp.staged_people p on p.n = s.contact
  where m.n > @from and e.removed = 0 and (e.edited = 1
    or (s.given & ${GIVEN.stage} and (s.stage_id <> e.stage_id or ${differs('lost_reason')}))
    or (s.given & ${GIVEN.title} and s.title <> e.title)
    or (s.given & ${GIVEN.currency} and s.currency <> e.currency)
    or ${['manager_id', 'amount', 'cost', 'source', 'product', 'expected_on'].map(differs).join(' or ')}
    or (s.tags <> '[]' and s.tags <> e.tags) or (s.fields <> '{}' and s.fields <> e.fields)
    or (c.id is not null and c.id is not e.company_id)
    or (s.note is not null and s.note is not (select d.note from deals d where d.id = m.deal))
    or (p.id is not null and not exists(
      select 1 from deal_contacts x where x.deal_id = m.deal and x.contact_id = p.id))
    or (s.contacts is not null and exists(select 1 from json_each(s.contacts) l
      cross join temp.staged_people q on q.n = l.value where q.id is not null and not exists(
        select 1 from deal_contacts x where x.deal_id = m.deal and x.contact_id = q.id))))
  order by m.n limit ${PAGE}`
