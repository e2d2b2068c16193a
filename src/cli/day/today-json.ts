import { majorOf } from '../../domain/money.ts'
import { shownPhone } from '../../domain/names/phone.ts'
import { Fault } from '../../errors.ts'
import type { ItemJson, TodayItem, TodayKind } from '../../reports/today.ts'
import { Labels } from '../../store/labels.ts'
import { attemptsAt } from '../../store/past/lasts-at.ts'
import { spokenSince } from '../../store/past/spoken-since.ts'
import type { Store } from '../../store/store.ts'
import { firstPeopleOf, openDealsOf, reachesOf, worthsOf } from '../../store/touches/about.ts'

/** An item of the day with the names of what it points to. */
export interface NamedItem {
  item: TodayItem
  readonly json: ItemJson
  /** The last stage of its deal, where that is won or lost; undefined where not. */
  readonly closedAs: string | undefined
  /** The number to call, with the extension or the words that were written after it. */
  readonly phone: string | null
  /** When somebody last talked with the people of its deal about something else; null where nobody did since. */
  readonly spokeAt: number | null
  /** The title of its deal, or of the only open one of whom it is with; null where there is none. */
  readonly ofDeal: string | null
}

/** The items of the day at `now` with their names, looked up for all of them at once. */
export function namedItems(
  store: Store,
  items: readonly TodayItem[],
  now: number,
  labels: Labels = new Labels(store),
): NamedItem[] {
  const { zone } = store
  const ids = (of: (item: TodayItem) => number | null) => {
    const found = new Set<number>()
    for (const item of items) {
      const id = of(item)
      if (id !== null) found.add(id)
    }
    return [...found]
  }
  const firsts = firstPeopleOf(
    store,
    ids(({ contact, deal }) => (contact === null ? deal : null)),
  )
  const contactOf = ({ contact, deal }: TodayItem) => contact ?? firsts.get(deal ?? 0) ?? null
  const people = reachesOf(store, 'contacts', ids(contactOf))
  const companies = reachesOf(
    store,
    'companies',
    ids(({ company }) => company),
  )
  const worths = worthsOf(
    store,
    ids(({ of, deal }) => (of.what === 'deal' ? null : deal)),
    now,
  )
  const leads = items.flatMap(({ kind, of }) =>
    of.what === 'deal' && LEADS.has(kind) && of.flags.lastAttempt !== null ? [of.flags.deal] : [],
  )
  const attempts = attemptsAt(store, leads, now)
  return items.map((item) => {
    const { manager, deal, task, activity, text, place, due, since } = item
    const contact = contactOf(item)
    const person = people.get(contact ?? 0)
    const company = companies.get(item.company ?? 0)
    const own = item.of.what === 'deal' ? item.of.flags.deal : worths.get(deal ?? 0)
    const json = {
      kind: item.kind,
      manager: manager === null ? null : labels.manager(manager),
      contact: person?.name ?? null,
      deal: deal === null ? null : `d${deal}`,
      task: task === null ? null : `t${task}`,
      text,
      due: due === null ? null : due.isDay ? zone.dateOf(due.at) : zone.isoString(due.at),
      since: since === null ? null : zone.isoString(since),
      command: `voronka ${commandOf(item, contact)}`,
      contactId: contact === null ? null : `c${contact}`,
      company: company?.name ?? null,
      phone: item.phone ?? person?.phone ?? company?.phone ?? null,
      activity: activity === null ? null : `a${activity}`,
      place,
      amount: own === undefined || own.amount === null ? null : majorOf(own.amount, own.currency),
      currency: own === undefined || own.amount === null ? null : own.currency,
      attempts: item.of.what === 'deal' && LEADS.has(item.kind) ? (attempts.get(deal ?? 0) ?? 0) : null,
    }
    const closedAs = worths.get(deal ?? 0)?.closedAs ?? undefined
    const written = item.phone === null ? (person?.written ?? null) : null
    return new Named({ store, labels, now, contact, written }, item, json, closedAs)
  })
}

interface Lookups {
  store: Store
  labels: Labels
  now: number
  contact: number | null
  /** Its phone as it was written, where it is that of the person. */
  written: string | null
}

/** What is not of `json` is looked up when it is looked at: scripts read none of it. */
class Named implements NamedItem {
  readonly #in: Lookups
  readonly item: TodayItem
  readonly json: ItemJson
  readonly closedAs: string | undefined

  constructor(lookups: Lookups, item: TodayItem, json: ItemJson, closedAs: string | undefined) {
    this.#in = lookups
    this.item = item
    this.json = json
    this.closedAs = closedAs
  }

  get phone(): string | null {
    const { phone } = this.json
    const { written } = this.#in
    return written === null || written === phone ? phone : shownPhone({ e164: phone, raw: written })
  }

  get spokeAt(): number | null {
    return spokenSince(this.#in.store, this.item, this.#in.now)
  }

  get ofDeal(): string | null {
    const { store, labels, contact } = this.#in
    const about = this.item.deal ?? onlyDealOf(store, contact, this.item.company)
    return about === null ? null : labels.deal(about)
  }
}

function onlyDealOf(store: Store, contact: number | null, company: number | null): number | null {
  if (contact === null && company === null) return null
  const whom =
    contact !== null
      ? ({ kind: 'contact', id: contact } as const)
      : ({ kind: 'company', id: company ?? 0 } as const)
  const [only = null, second] = openDealsOf(store, whom)
  return second === undefined ? only : null
}

/** Kinds of new leads whom nobody has reached yet. */
const LEADS: ReadonlySet<TodayKind> = new Set(['unanswered', 'unassigned'])

/** The same, each named when it is first looked at: a screen shows few of them. */
export function namedWhenSeen(store: Store, items: readonly TodayItem[], now: number): NamedItem[] {
  const labels = new Labels(store)
  return items.map((item) => {
    let named: NamedItem | undefined
    const seen = () => {
      named ??= namedItem(store, item, now, labels)
      return named
    }
    return {
      item,
      get json() {
        return seen().json
      },
      get closedAs() {
        return seen().closedAs
      },
      get phone() {
        return seen().phone
      },
      get spokeAt() {
        return seen().spokeAt
      },
      get ofDeal() {
        return seen().ofDeal
      },
    }
  })
}

export function namedItem(store: Store, item: TodayItem, now: number, labels?: Labels): NamedItem {
  const [named] = namedItems(store, [item], now, labels)
  if (named === undefined) throw new Fault('an item has no names')
  return named
}

/** The words after `voronka` that deal with it. */
function commandOf(item: TodayItem, contact: number | null): string {
  if (item.task !== null) return `done t${item.task}`
  if (item.of.what === 'due') return `done a${item.activity}`
  if (item.kind === 'stuck' && item.deal !== null) return `show d${item.deal}`
  const verb = item.of.what === 'waiting' ? VERBS[item.of.waiting.what] : undefined
  const who =
    contact !== null
      ? `c${contact}`
      : item.deal !== null
        ? `d${item.deal}`
        : item.company !== null
          ? `o${item.company}`
          : item.phone
  return who === null ? `activity show a${item.activity}` : `${verb ?? 'call'} ${who}`
}

const VERBS: Readonly<Record<string, string>> = { email: 'mail', message: 'message' }
