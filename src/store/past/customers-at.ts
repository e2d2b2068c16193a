import type { Customer } from '../../domain/day.ts'
import type { Outcome } from '../../domain/deal.ts'
import { type Buyer, dormantOn, type Win } from '../../domain/dormant.ts'
import { addDays, firstOfWeek, type IsoDate } from '../../domain/time/date.ts'
import type { DealsAt } from '../facts/open-deals.ts'
import { medianGap } from '../kept/customers.ts'
import { survivorOf } from '../naming/naming.ts'
import { nameOf, OUTCOMES } from '../rows.ts'
import { type LabelsAt, labelsAt } from './labels-at.ts'

/** `o3` a company, `c5` a contact of deals without one. */
export interface CustomerAt extends Buyer {
  customer: string
}

interface DealAt {
  id: number
  outcome: Outcome
  closedAt: number | null
  amount: number | null
  currency: string
  manager: number | null
  /** Of a person: it is a company's, whose own it counts as. */
  isOther: boolean
}

/** Customers and their deals at T: from what is kept ready, but for those in whose deals something happened since. */
export class CustomersAt {
  /** Those of whom anything has moved since T, with what they had then of the deals that moved. */
  readonly #moved: ReadonlyMap<string, readonly DealAt[]>
  /** What was asked for before: of each that sleeps, twice. */
  readonly #known = new Map<string, readonly DealAt[]>()
  readonly #then: { contacts?: LabelsAt; companies?: LabelsAt } = {}

  constructor(private readonly at: DealsAt) {
    this.#moved = movedDeals(at)
  }

  /** `within` is a condition of SQL on the table `customers` (alias k) that spares reading all; those that moved come anyway. */
  all(within = 'true'): CustomerAt[] {
    const kept = this.at.store.db
      .prepare(
        `select customer, wins, last_win_at as lastWinAt, median_gap as medianGap from customers k
        where ${within} order by customer`,
      )
      .all() as CustomerAt[]
    if (this.#moved.size === 0) return kept
    const anew = [...this.#moved.keys()].flatMap((customer): CustomerAt[] => {
      const wins = this.wins(customer).map(({ at }) => at)
      const lastWinAt = wins.at(-1)
      return lastWinAt === undefined
        ? []
        : [{ customer, wins: wins.length, lastWinAt, medianGap: medianGap(wins) }]
    })
    return [...kept.filter(({ customer }) => !this.#moved.has(customer)), ...anew]
  }

  /** Those who are dormant on T's day and became so on this day or later, and with whom no deal is open. */
  dormant(since?: IsoDate): Customer[] {
    const { store, now } = this.at
    const { zone, settings } = store
    const today = zone.dateOf(now)
    const back = -Math.floor(settings.dormantAfter) - 1
    const until = zone.endOfDay(addDays(today, back))
    const from = since === undefined ? null : zone.startOfDay(addDays(since, back))
    const erased = store.db.prepare('select erased from contacts where id = ?').pluck()
    // Of those with a gap of their own, two days more on either side: days are counted by the calendar, below.
    const byGap = `k.last_win_at + k.median_gap * ${settings.dormantFactor}`
    const last = zone.endOfDay(addDays(today, 2))
    const first = since === undefined ? null : zone.startOfDay(addDays(since, -3))
    return this.all(
      `(${byGap} < ${last}${first === null ? '' : ` and ${byGap} >= ${first}`})
        or (k.median_gap is null and k.last_win_at < ${until}${from === null ? '' : ` and k.last_win_at >= ${from}`})`,
    )
      .filter((one) => {
        const day = dormantOn(one, settings, zone)
        return day <= today && (since === undefined || day >= since)
      })
      .filter((one) => !this.hasOpenDeal(one.customer) && !this.#boughtSince(one))
      .filter(({ customer }) => !isPerson(customer) || erased.get(idOf(customer)) !== 1)
      .map((one) => {
        const person = this.person(one.customer)
        return { ...one, manager: this.manager(one.customer, person), person }
      })
  }

  /** In the order of time. */
  wins(customer: string): Win[] {
    return this.#deals(customer)
      .flatMap(({ outcome, closedAt, isOther, id, amount, currency, manager }) =>
        outcome === 'won' && closedAt !== null && !isOther
          ? [{ id, at: closedAt, amount, currency, manager }]
          : [],
      )
      .sort((a, b) => a.at - b.at || a.id - b.id)
  }

  /** A person who has bought for a company since does not sleep. */
  #boughtSince({ customer, lastWinAt }: CustomerAt): boolean {
    const isLater = ({ outcome, closedAt }: DealAt) => outcome === 'won' && (closedAt ?? 0) > lastWinAt
    return isPerson(customer) && this.#deals(customer).some(isLater)
  }

  /** Whom to call: of a company, whom its last won deal with anybody was with; null where nobody is known. */
  person(customer: string): number | null {
    if (isPerson(customer)) return idOf(customer)
    const { store, moved } = this.at
    const wins = this.wins(customer).reverse()
    const settled = wins.map(({ id }) => (moved.has(id) ? null : id))
    const row = store.db.prepare(LAST_PERSON).raw(true).get(JSON.stringify(settled))
    const [place, last] = (row ?? [wins.length, null]) as [place: number, contact: number | null]
    const there = store.db.prepare(THERE).pluck()
    for (const { id } of wins.slice(0, place)) {
      const state = moved.get(id)
      const found = state == null ? undefined : there.get(JSON.stringify(this.at.contactsOf(state)))
      if (typeof found === 'number') return found
    }
    return last
  }

  /** With a company, whoever of it the open deal is with. */
  hasOpenDeal(customer: string): boolean {
    const moved = this.#moved.get(customer) ?? []
    if (moved.some(({ outcome }) => outcome === 'open')) return true
    return idsOfDeals(this.at, customer).some((id) => this.at.settled.has(id))
  }

  /** Whose company it is, else whose the person, else who owned what was won last; the survivor of merged ones. */
  manager(customer: string, person = this.person(customer)): number | null {
    const manager =
      (isPerson(customer) ? null : this.#ownerOf('companies', idOf(customer))) ??
      (person === null ? null : this.#ownerOf('contacts', person)) ??
      this.wins(customer).at(-1)?.manager ??
      null
    return manager === null ? null : survivorOf(this.at.store.managers, manager)
  }

  #ownerOf(table: 'contacts' | 'companies', id: number): number | null {
    const then = this.#labels(table).before.get(id)
    const owner =
      then === undefined
        ? this.at.store.db.prepare(`select manager_id from ${table} where id = ?`).pluck().get(id)
        : then['manager_id']
    return typeof owner === 'number' ? owner : null
  }

  /** What was said of people and companies at T. */
  #labels(table: 'contacts' | 'companies'): LabelsAt {
    const labels = this.#then[table] ?? labelsAt(this.at.store, table, this.at.now)
    this.#then[table] = labels
    return labels
  }

  #deals(customer: string): readonly DealAt[] {
    const known = this.#known.get(customer) ?? this.#read(customer)
    this.#known.set(customer, known)
    return known
  }

  #read(customer: string): DealAt[] {
    const { store, moved } = this.at
    const rows = store.db.prepare(isPerson(customer) ? OF_CONTACT : OF_COMPANY).all(idOf(customer)) as Row[]
    const settled = rows
      .filter(({ id }) => !moved.has(id))
      .map(({ outcome, company, ...deal }) => ({
        ...deal,
        outcome: nameOf(OUTCOMES, outcome),
        isOther: isPerson(customer) && company !== null,
      }))
    return [...settled, ...(this.#moved.get(customer) ?? [])]
  }
}

/** Those who became dormant within the week of T, up to its day. */
export function newlyDormant(at: DealsAt): Customer[] {
  const { zone, settings } = at.store
  return new CustomersAt(at).dormant(firstOfWeek(zone.dateOf(at.now), settings.weekStart))
}

/** Of deals in this order the first that is with somebody, and with whom. */
const LAST_PERSON = `select j.key, dc.contact_id from json_each(?) j
  cross join deal_contacts dc on dc.deal_id = j.value cross join contacts c on c.id = dc.contact_id
  where c.erased = 0 order by j.key, dc.contact_id limit 1`
const THERE =
  'select id from contacts where erased = 0 and id in (select value from json_each(?)) order by id limit 1'

type Row = Omit<DealAt, 'outcome' | 'isOther'> & { outcome: number; company: number | null }

const DEAL = `s.deal_id as id, s.outcome, s.closed_at as closedAt, s.amount, s.currency, s.manager_id as manager,
  s.company_id as company`
const OF_CONTACT = `select ${DEAL} from deal_contacts dc join deal_state s on s.deal_id = dc.deal_id
  where dc.contact_id = ? and s.removed = 0`
const MERGED = `with recursive merged(id) as (
    select ? union select companies.id from companies join merged on companies.merged_into = merged.id)`
const IDS_OF_COMPANY = `${MERGED} select s.deal_id from merged cross join deal_state s on s.company_id = merged.id`
const OF_COMPANY = `${MERGED}
  select ${DEAL} from merged cross join deal_state s on s.company_id = merged.id where s.removed = 0`

/** As they are now; by indexes alone, for most of a customer's deals are closed and long. */
function idsOfDeals({ store: { db } }: DealsAt, customer: string): number[] {
  const sql = isPerson(customer) ? 'select deal_id from deal_contacts where contact_id = ?' : IDS_OF_COMPANY
  return db.prepare(sql).pluck().all(idOf(customer)) as number[]
}

/** Whoever has a deal that moved since T, now or then, with those that they had then. */
function movedDeals(at: DealsAt): Map<string, DealAt[]> {
  const { db } = at.store
  const found = new Map<string, DealAt[]>()
  const of = (customer: string) => {
    const known = found.get(customer)
    if (known !== undefined) return known
    const deals: DealAt[] = []
    found.set(customer, deals)
    return deals
  }
  const contacts = db.prepare('select contact_id from deal_contacts where deal_id = ?').pluck()
  const company = db.prepare('select company_id from deal_state where deal_id = ?').pluck()
  for (const [id, state] of at.moved) {
    for (const contact of contacts.all(id) as number[]) of(`c${contact}`)
    const now = at.companyOf(company.get(id) as number | null)
    if (now !== null) of(`o${now}`)
    if (state === null) continue
    const { amount, currency, manager } = state.values
    const deal = { id, outcome: state.outcome, closedAt: state.closedAt, amount, currency, manager }
    const then = at.companyOf(state.values.company)
    for (const contact of at.contactsOf(state)) of(`c${contact}`).push({ ...deal, isOther: then !== null })
    if (then !== null) of(`o${then}`).push({ ...deal, isOther: false })
  }
  return found
}

function isPerson(customer: string): boolean {
  return customer.startsWith('c')
}

function idOf(customer: string): number {
  return Number(customer.slice(1))
}
