import { majorOf } from '../domain/money.ts'
import type { ItemJson, TodayItem } from '../reports/today.ts'
import { firstPersonOf, reachOf, worthOf } from '../store/about.ts'
import { Labels } from '../store/labels.ts'
import type { Store } from '../store/store.ts'

/** Names what items point to. */
export class ItemNames {
  readonly #labels: Labels

  constructor(private readonly store: Store) {
    this.#labels = new Labels(store)
  }

  json(item: TodayItem): ItemJson {
    const { manager, deal, task, activity, text, place, due, since } = item
    const { zone } = this.store
    const contact = item.contact ?? firstPersonOf(this.store, deal)
    const person = contact === null ? null : reachOf(this.store, 'contacts', contact)
    const company = item.company === null ? null : reachOf(this.store, 'companies', item.company)
    const own = item.of.what === 'deal' ? item.of.flags.deal : worthOf(this.store, deal)
    return {
      kind: item.kind,
      manager: manager === null ? null : this.#labels.manager(manager),
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
      amount: own == null || own.amount === null ? null : majorOf(own.amount, own.currency),
      currency: own == null || own.amount === null ? null : own.currency,
    }
  }
}

/** The items of a day, each named when it is first looked at: a screen shows few of them. */
export function namedItems(
  names: ItemNames,
  items: readonly TodayItem[],
): { item: TodayItem; readonly json: ItemJson }[] {
  return items.map((item) => {
    let json: ItemJson | undefined
    return {
      item,
      get json() {
        json ??= names.json(item)
        return json
      },
    }
  })
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
