import type { InquiryItem } from '../../reports/response.ts'
import { bornOfSql, meaningOf, prepareHours } from '../kept/contact-made.ts'
import { Labels } from '../labels.ts'
import { filterAt, movedAt, OWNER_NOW, type OwnerSql, ownersAt } from '../past/owners-at.ts'
import { codeOf, ORIGINS } from '../rows.ts'
import type { Store } from '../store.ts'
import { meant, type TouchQuery } from '../touches/query.ts'

type Row = [
  party: string,
  at: number,
  answeredAt: number | null,
  exact: number,
  manager: number | null,
  kind: InquiryItem['kind'],
  id: number,
]

const BY_HAND = codeOf(ORIGINS, 'user')

const COLUMNS = 'party, at, answered_at, exact, manager, kind, id'

/**
 * Whatever those who turned to us in the period turned to us with before its end: inbound activities and new deals, of
 * each party in the order of time. What was answered at T or later is not answered. Earlier ones too: what comes before
 * an answer to them is part of them.
 */
export function inquiryItems(
  store: Store,
  query: Pick<TouchQuery, 'from' | 'until' | 'horizon' | 'filter'>,
): InquiryItem[] {
  prepareHours(store)
  const { horizon, from, until, filter } = query
  const bound = { t: horizon.t, end: until === null ? horizon.t : Math.min(until, horizon.t), from }
  const touches = meant(store, { filter: { ...filter, managers: [] }, horizon }, 'a')
  const moved = movedAt(store, horizon.t)
  const created = { from: null, until: bound.end }
  const deals = filterAt({ ...filter, managers: [], created }, horizon.t, moved)
  const owner = ownersAt(store, horizon.t, moved)
  const [asked, ofAsked, dealsOfAsked] =
    from === null ? ['', 'true', 'true'] : [ASKED, OF_ASKED, DEALS_OF_ASKED]
  const items: InquiryItem[] = []
  store.db.scan<Row>(
    `${asked} select scan(${COLUMNS}) from (select ${COLUMNS} from (
      ${touchesBy(owner)} and ${ofAsked} and ${touches.sql}
      union all
      ${leads(owner)} and ${dealsOfAsked} and ${deals.sql}
    ) order by party, at, kind = 'deal', id)`,
    [...touches.parameters, ...deals.parameters, bound],
    (party, at, answeredAt, exact, manager, kind, id) => {
      items.push({ party, at, answeredAt, exact: exact === 1, manager, kind, id })
    },
  )
  return items
}

/** Deals that begin at T or later, row ids: their dates are wrong, or were typed ahead. */
export function dealsBeyond({ db }: Store, t: number, pipeline: number | null): number[] {
  return db
    .prepare(
      `select deal_id from deal_state
        where pipeline_id in (select id from pipelines where @pipeline is null or id = @pipeline)
          and created_at >= @t and removed = 0 order by created_at, deal_id`,
    )
    .pluck()
    .all({ t, pipeline }) as number[]
}

const PARTY = `coalesce((select 'c' || min(dc.contact_id) from deal_contacts dc where dc.deal_id = s.deal_id),
  'd' || s.deal_id)`

/** Who turned to us in the period, whatever the filter; with every pipeline named, deals are found in the cohort's index. */
const ASKED = `with asked as materialized (
  select party from inquiries where at >= @from and at < @end
  union select ${PARTY} from deal_state s
    where s.pipeline_id in (select id from pipelines) and s.created_at >= @from and s.created_at < @end)`

const OF_ASKED = 'i.party in (select party from asked)'

/** All deals of theirs are among these. */
const DEALS_OF_ASKED = `s.deal_id in (
  select cast(substr(party, 2) as integer) from asked where party glob 'd*'
  union all select dc.deal_id from asked cross join deal_contacts dc on dc.contact_id = cast(substr(party, 2) as integer)
    where party glob 'c*')`

/** Of each of these deals (a JSON list of ids): when it came, when it was answered before T (before it came, where it came of that), and whether both are moments. */
export function leadsOf(
  store: Store,
  ids: string,
  t: number,
  sink: (at: number, answeredAt: number | null, exact: boolean) => void,
): void {
  prepareHours(store)
  store.db.scan<[at: number, answeredAt: number | null, exact: number]>(
    `select scan(at, answered_at, exact) from (${leads(OWNER_NOW)} and s.deal_id in (select value from json_each(@ids)))`,
    [{ t, end: t, ids }],
    (at, answeredAt, exact) => sink(at, answeredAt, exact === 1),
  )
}

/** Whoever it was for is responsible, else whoever looks after the client, else who answered. */
const touchesBy = (
  owner: OwnerSql,
) => `select i.party, i.at, case when i.answered_at < @t then i.answered_at end as answered_at,
    a.precision = 0 as exact, coalesce(a.manager_id, ${owner('contacts', 'c')},
      ${owner('deal_state', 's')}, ${owner('companies', 'o')},
      case when i.answered_at < @t then answer.manager_id end) as manager, a.kind, a.id
  from inquiries i cross join activities a on a.id = i.activity_id
    left join contacts c on c.id = a.contact_id
    left join deal_state s on s.deal_id = a.deal_id and s.created_at < @t
    left join companies o on o.id = a.company_id
    left join activities answer on answer.id = i.answered_by
  where i.at < @end`

/**
 * A lead is answered by the first attempt to reach the client, its first move or its closing, whichever was first: a
 * call made long after it moved on is no answer to it, and what came in between is an inquiry of its own. One that was
 * entered by hand after such an attempt of the same day came of it: that is its answer, older than itself.
 */
function leads(owner: OwnerSql): string {
  const { attempt } = meaningOf('a')
  const attempts = (which: 'min' | 'max', when: string) => `
      select ${which}(a.at) as at from activities a where a.deal_id = s.deal_id and ${attempt} and ${when}
      union all
      select ${which}(a.at) from deal_contacts dc cross join activities a on a.contact_id = dc.contact_id
        where dc.deal_id = s.deal_id and a.deal_id is null and ${attempt} and ${when}
      union all
      select ${which}(a.at) from activities a where a.company_id = s.company_id and a.contact_id is null
        and a.deal_id is null and ${attempt} and ${when}`
  const before = `(select max(at) from (${attempts('max', bornOfSql('a', 's.created_at'))}))`
  const attempted = `(select min(at) from (${attempts('min', 'a.at >= s.created_at and a.at < @t')}
      union all
      select v.left_at from visits v where v.deal_id = s.deal_id and v.seq = 0 and v.left_at < @t))`
  return `select ${PARTY} as party, s.created_at as at,
    coalesce(case when d.origin = ${BY_HAND} then ${before} end, ${attempted}) as answered_at,
    d.created_precision = 0 and d.synthetic = 0 as exact,
    coalesce(${owner('deal_state', 's')}, (select ${owner('contacts', 'c')} from deal_contacts dc join contacts c on c.id = dc.contact_id
      where dc.deal_id = s.deal_id and ${owner('contacts', 'c')} is not null order by c.id limit 1)) as manager, 'deal' as kind, s.deal_id as id
  from deal_state s cross join deals d on d.id = s.deal_id where s.created_at < @end`
}

/** A party as people know it: a name, a deal's title, a phone number. */
export function partyName(store: Store, party: string): string {
  const labels = new Labels(store)
  const id = Number(party.slice(1))
  switch (/^[cdo]\d+$/.test(party) ? party[0] : '') {
    case 'c':
      return labels.contact(id)
    case 'o':
      return labels.company(id)
    case 'd':
      return labels.deal(id) || party
    default:
      return party
  }
}
