import { majorOf } from '../domain/money.ts'
import type { ItemJson, TodayItem } from '../reports/today.ts'
import { Labels } from '../store/labels.ts'
import type { Store } from '../store/store.ts'

interface Person {
  name: string
  phone: string | null
}

/** Names what items point to. */
export class ItemNames {
  readonly #labels: Labels

  constructor(private readonly store: Store) {
    this.#labels = new Labels(store)
  }

  json(item: TodayItem): ItemJson {
    const { manager, deal, task, activity, text, place, due, since } = item
    const { zone } = this.store
    const contact = item.contact ?? this.#contactOf(deal)
    const person = contact === null ? null : this.#find(PERSON, contact)
    const company = item.company === null ? null : this.#find(COMPANY, item.company)
    const own = item.of.what === 'deal' ? item.of.flags.deal : this.#dealOf(deal)
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

  #dealOf(id: number | null): { amount: number | null; currency: string } | null {
    if (id === null) return null
    const row = this.store.db.prepare('select amount, currency from deal_state where deal_id = ?').get(id)
    return (row as { amount: number | null; currency: string } | undefined) ?? null
  }

  #contactOf(deal: number | null): number | null {
    if (deal === null) return null
    const sql = 'select contact_id from deal_contacts where deal_id = ? order by contact_id limit 1'
    return (this.store.db.prepare(sql).pluck().get(deal) as number | undefined) ?? null
  }

  /** The record that lives on for this one. */
  #find(sql: string, id: number): Person | null {
    const row = this.store.db.prepare(sql).get(id) as (Person & { into: number | null }) | undefined
    if (row === undefined) return null
    return row.into === null ? row : this.#find(sql, row.into)
  }
}

const PERSON = `select name, merged_into as "into", coalesce(phones ->> '$[0].e164', phones ->> '$[0].raw') as phone
  from contacts where id = ?`
const COMPANY = 'select name, merged_into as "into", phone from companies where id = ?'

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
