import { FIELD_KIND, fieldOfKind, KIND, type Origin, type Precision } from '../../domain/deal.ts'
import { majorOf } from '../../domain/money.ts'
import { foldKey } from '../../domain/names/name.ts'
import { type ShownValue, shownValue } from '../fields.ts'
import type { Labels } from '../labels.ts'
import { type DealRow, type HistoryRow, nameOf, ORIGINS, PRECISIONS, parseJson, toldRows } from '../rows.ts'
import type { Store } from '../store.ts'
import type { FieldChange } from './writing.ts'

/** One event of a deal's history. The first is its creation, as the entry into its first stage. */
export interface DealEvent {
  /** A field of the deal, `removed`, or a field of the user's own by its name (`field:NAME` where that is one of ours). */
  kind: string
  value: ShownValue | string[] | null
  at: string
  precision: Precision
  actor: string | null
  origin: Origin
  synthetic: boolean
  /** Why a deal was lost, where that was said. */
  reason?: string
}

/** The history of a deal in force, in its order, in names. */
export function dealHistory(store: Store, labels: Labels, id: number): DealEvent[] {
  const { db } = store
  const recorded = db.prepare('select * from deals where id = ?').get(id) as DealRow
  const inForce = db
    .prepare('select * from history where deal_id = ? and retracted = 0 order by at, id')
    .all(id) as HistoryRow[]
  const { deal, rows } = toldRows(recorded, inForce)
  const events: DealEvent[] = []
  let { currency } = deal
  const creation = {
    kind: KIND.stage,
    value: deal.stage_id,
    at: deal.created_at,
    precision: deal.created_precision,
    actor_id: deal.actor_id,
    origin: deal.origin,
    synthetic: deal.synthetic === 1 || deal.stage_synthetic === 1 ? 1 : 0,
    reason: null,
  }
  for (const row of [creation, ...rows]) {
    if (fieldOfKind(row.kind) === 'currency') currency = String(row.value)
    const precision = nameOf(PRECISIONS, row.precision)
    events.push({
      ...eventValue(row.kind, row.value, currency, store, labels),
      at: momentText(store, row.at, precision),
      precision,
      actor: row.actor_id === null ? null : labels.manager(row.actor_id),
      origin: nameOf(ORIGINS, row.origin),
      synthetic: row.synthetic === 1,
      ...(row.reason !== null && { reason: row.reason }),
    })
  }
  return events
}

/** An edited field in names: what it was and what it is. */
export interface NamedChange {
  kind: string
  from: DealEvent['value']
  to: DealEvent['value']
  currencies: FieldChange['currencies']
}

/** Changes of a deal in names. The system of an external id says nothing beside the id. */
export function changesOf(store: Store, labels: Labels, changes: readonly FieldChange[]): NamedChange[] {
  return changes
    .filter(({ kind }) => kind !== KIND.externalSystem)
    .map(({ kind, from, to, currencies }) => ({
      kind: eventValue(kind, to, currencies[1], store, labels).kind,
      from: eventValue(kind, from, currencies[0], store, labels).value,
      to: eventValue(kind, to, currencies[1], store, labels).value,
      currencies,
    }))
}

/** What a row says, in names; amounts in the currency that held. */
export function eventValue(
  kind: number,
  value: string | number | null,
  currency: string,
  store: Store,
  labels: Labels,
): Pick<DealEvent, 'kind' | 'value'> {
  const field = fieldOfKind(kind)
  if (field === undefined) {
    const own = labels.fields('deal').find(({ id }) => id === kind - FIELD_KIND)
    if (own === undefined) return { kind: `field ${kind - FIELD_KIND}`, value }
    const taken = Object.keys(KIND).some((name) => foldKey(name) === foldKey(own.name))
    return {
      kind: taken ? `field:${own.name}` : own.name,
      value: value === null ? null : shownValue(value, own.type, store.settings.currency),
    }
  }
  if (value === null) return { kind: field, value: null }
  switch (field) {
    case 'stage':
      return { kind: field, value: store.stage(Number(value)).name }
    case 'manager':
      return { kind: field, value: labels.manager(Number(value)) }
    case 'company':
      return { kind: field, value: labels.company(Number(value)) }
    case 'amount':
    case 'cost':
      return { kind: field, value: majorOf(Number(value), currency) }
    case 'contacts':
      return { kind: field, value: parseJson<number[]>(String(value)).map((id) => labels.contact(id)) }
    case 'tags':
      return { kind: field, value: parseJson<string[]>(String(value)) }
    case 'removed':
      return { kind: field, value: value === 1 }
    default:
      return { kind: field, value }
  }
}

/** ISO 8601 with the workspace's offset, or the day where no more is known. */
export function momentText(store: Store, at: number, precision: Precision): string {
  return precision === 'day' ? store.zone.dateOf(at) : store.zone.isoString(at)
}
