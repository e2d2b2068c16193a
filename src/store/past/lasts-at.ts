import type { Lasts, OpenDeal } from '../../domain/day.ts'
import { LONGEST_DAY, meaningOf, prepareHours } from '../kept/contact-made.ts'
import { codeOf, ORIGINS } from '../rows.ts'
import type { Store } from '../store.ts'

/** Of these deals, by their ids, at T. An activity is a deal's where it names it, or else its people, or its company. */
export function lastsAt(store: Store, deals: readonly OpenDeal[], now: number): Map<number, Lasts> {
  const keys: string[] = []
  const lasts: Lasts[] = []
  const found = new Map<number, Lasts>()
  for (const deal of deals) {
    const own: Lasts = { contact: null, attempt: null, reached: null, since: deal.createdAt }
    found.set(deal.id, own)
    addKeys(deal, keys)
    while (lasts.length < keys.length) lasts.push(own)
  }
  const later: number[] = []
  const take = (i: number, contact: number | null, attempt: number | null, reached: number | null) => {
    const own = lasts[i]
    if (own === undefined) return
    own.contact = latest(own.contact, contact)
    own.attempt = latest(own.attempt, attempt)
    own.reached = latest(own.reached, reached)
  }
  store.db.scan<[number, number | null, number | null, number | null]>(
    `select scan(j.key, k.made_at, k.attempted_at, k.reached_at)
      from json_each(?) j cross join contacted k on k.whose = j.value`,
    [JSON.stringify(keys)],
    (i, contact, attempt, reached) => {
      if ((contact ?? 0) > now || (attempt ?? 0) > now) later.push(i)
      else take(i, contact, attempt, reached)
    },
  )
  if (later.length > 0) prepareHours(store)
  const before = new Map<string, Omit<Lasts, 'since'>>()
  for (const i of later) {
    const key = keys[i] ?? ''
    const then = before.get(key) ?? lastsBefore(store, key, now)
    before.set(key, then)
    take(i, then.contact, then.attempt, then.reached)
  }
  const born = deals.filter(({ id, isNew, createdAt }) => {
    const attempt = found.get(id)?.attempt ?? null
    return isNew && attempt !== null && attempt < createdAt && attempt >= createdAt - LONGEST_DAY
  })
  for (const [id, since] of sinceOf(store, born)) {
    const own = found.get(id)
    if (own !== undefined) own.since = since
  }
  return found
}

/** Of those that were entered by hand: the start of that day. */
function sinceOf({ db, zone }: Store, deals: readonly OpenDeal[]): Map<number, number> {
  const byHand = db
    .prepare(
      `select d.id from json_each(?) j cross join deals d on d.id = j.value where d.origin = ${codeOf(ORIGINS, 'user')}`,
    )
    .pluck()
    .all(JSON.stringify(deals.map(({ id }) => id))) as number[]
  const entered = new Set(byHand)
  return new Map(
    deals.flatMap(({ id, createdAt }) =>
      entered.has(id) ? [[id, zone.startOfDay(zone.dateOf(createdAt))] as const] : [],
    ),
  )
}

/** Whose activities are a deal's, as `contacted` names them. */
function addKeys({ id, contacts, company }: OpenDeal, keys: string[]): void {
  keys.push(`d${id}`)
  for (let i = 0; i < contacts.length; i++) keys.push(`c${contacts[i]}`)
  if (company !== null) keys.push(`o${company}`)
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || (b !== null && b > a) ? b : a
}

const WHICH: Readonly<Record<string, string>> = {
  d: 'a.deal_id = @id',
  c: 'a.contact_id = @id and a.deal_id is null',
  o: 'a.company_id = @id and a.deal_id is null and a.contact_id is null',
}

/** The same from the activities themselves: what is kept is of a later day. */
function lastsBefore({ db }: Store, whose: string, now: number): Omit<Lasts, 'since'> {
  const { made, attempt, reached } = meaningOf('a')
  const last = (condition: string) =>
    db
      .prepare(
        `select a.at from activities a where ${WHICH[whose.slice(0, 1)]} and a.at <= @now and ${condition}
          order by a.at desc limit 1`,
      )
      .pluck()
      .get({ id: Number(whose.slice(1)), now }) as number | undefined
  return { contact: last(made) ?? null, attempt: last(attempt) ?? null, reached: last(reached) ?? null }
}

/** How often somebody tried to reach the people of each of these leads, by T. By the ids of the deals. */
export function attemptsAt(store: Store, deals: readonly OpenDeal[], now: number): Map<number, number> {
  const counts = new Map<number, number>()
  if (deals.length === 0) return counts
  prepareHours(store)
  const { attempt } = meaningOf('a')
  const since = sinceOf(store, deals)
  const keys = deals.flatMap((deal) => {
    const own: string[] = []
    addKeys(deal, own)
    return own.map((key) => ({ key, deal }))
  })
  for (const [letter, which] of Object.entries(WHICH)) {
    const asked = keys
      .filter(({ key }) => key.startsWith(letter))
      .map(({ key, deal }) => [deal.id, Number(key.slice(1)), since.get(deal.id) ?? deal.createdAt])
    store.db.scan<[number, number]>(
      `select scan(deal, n) from (
        select j.value ->> 0 as deal, count(*) as n from json_each(?) j
          cross join activities a on ${which.replace('@id', '(j.value ->> 1)')}
            and a.at between j.value ->> 2 and ? and ${attempt} group by 1)`,
      [JSON.stringify(asked), now],
      (deal, n) => counts.set(deal, (counts.get(deal) ?? 0) + n),
    )
  }
  return counts
}
