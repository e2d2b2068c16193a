import type { DealState } from '../../domain/history.ts'
import { foldKey } from '../../domain/names/name.ts'
import type { Unit } from '../../domain/time/date.ts'
import { bucketOf } from '../../domain/time/period.ts'
import { criteriaGrouping } from '../deals/criteria.ts'
import { readFields, shownValue } from '../fields.ts'
import type { Store } from '../store.ts'

type Raw = string | number | null

/** A way to group deals: its raw value in SQL and of a folded state, and the label that raw value has. */
export interface Grouping {
  /** What was asked for, e.g. `manager` or a custom field's name. */
  by: string
  /** SQL over deal_state (alias s), one raw value a deal. */
  sql: string
  /** The raw values of a deal; several only where groups overlap. */
  of(state: DealState): readonly Raw[]
  /** The group's key; null is "(none)". */
  label(raw: Raw): string | null
  /** Something a deal may be in several times (tags). */
  overlap: boolean
  /** Extra joins that `sql` needs. */
  join: string
  /** The grouping is by a moment: of creation, or of the entry in `events`. */
  time: boolean
}

export const TIME_UNITS: readonly Unit[] = ['day', 'week', 'month', 'quarter', 'year']

/** What deals are grouped by besides fields of the user's own. */
export const GROUPS: readonly string[] = [
  ...['manager', 'department', 'source', 'product', 'reason', 'company', 'tag', 'hour', 'criteria'],
  ...TIME_UNITS,
]

/** The grouping named by `--by`; undefined when there is no such thing and no custom field of that name. */
export function groupingOf(store: Store, by: string): Grouping | undefined {
  const plain = (
    sql: string,
    of: (state: DealState) => Raw,
    label: (raw: Raw) => string | null,
  ): Grouping => ({
    by,
    sql,
    of: (state) => [of(state)],
    label,
    overlap: false,
    join: '',
    time: false,
  })
  const text = (raw: Raw) => (raw === null || raw === '' ? null : String(raw))
  const unit = TIME_UNITS.find((known) => known === by)
  if (unit !== undefined || by === 'hour') {
    const label = momentLabel(store, unit)
    return { ...plain('s.created_at', (state) => state.createdAt, label), time: true }
  }
  switch (by) {
    case 'manager':
      return plain('s.manager_id', (state) => state.values.manager, managerName(store))
    case 'department':
      return plain('s.manager_id', (state) => state.values.manager, departmentName(store))
    case 'source':
      return plain('s.source', (state) => state.values.source, text)
    case 'product':
      return plain('s.product', (state) => state.values.product, text)
    case 'reason':
      return plain('s.lost_reason', (state) => state.lostReason, text)
    case 'company':
      return plain('s.company_id', (state) => state.values.company, companyName(store))
    case 'tag':
      return {
        ...plain('t.value', () => null, text),
        of: (state) => (state.values.tags.length === 0 ? [null] : state.values.tags),
        join: 'left join json_each(s.tags) t',
        overlap: true,
      }
    case 'criteria':
      return customField(store, by, plain) ?? criteriaGrouping(store)
    default:
      return customField(store, by, plain)
  }
}

function customField(
  store: Store,
  by: string,
  plain: (sql: string, of: (state: DealState) => Raw, label: (raw: Raw) => string | null) => Grouping,
): Grouping | undefined {
  const field = readFields(store.db, 'deal').find(({ name }) => foldKey(name) === foldKey(by))
  if (field === undefined) return undefined
  const { id, type } = field
  const { currency } = store.settings
  const label = (raw: Raw) => {
    if (raw === null || raw === '') return null
    const shown = shownValue(raw, type, currency)
    return typeof shown === 'boolean' ? (shown ? 'yes' : 'no') : String(shown)
  }
  return plain(
    `json_extract(s.fields, '$."${id}"')`,
    (state) => state.values.fields[String(id)] ?? null,
    label,
  )
}

/** The name of the manager that deals belong to; someone merged counts as who they became. */
export function managerName(store: Store): (raw: Raw) => string | null {
  return survivors(store.managers, ({ name }) => name)
}

export function departmentName(store: Store): (raw: Raw) => string | null {
  return survivors(store.managers, ({ department }) => department)
}

function companyName(store: Store): (raw: Raw) => string | null {
  const companies = store.db.prepare('select id, name, merged_into as mergedInto from companies').all() as {
    id: number
    name: string
    mergedInto: number | null
  }[]
  return survivors(companies, ({ name }) => name)
}

/** What is said of the record with an id, or of the one that it was merged into. */
function survivors<T extends { id: number; mergedInto: number | null }>(
  records: readonly T[],
  said: (record: T) => string | null,
): (raw: Raw) => string | null {
  const byId = new Map(records.map((record) => [record.id, record]))
  return (raw) => {
    let record = byId.get(Number(raw))
    while (record?.mergedInto != null) record = byId.get(record.mergedInto)
    return record === undefined ? null : said(record)
  }
}

/** Labels of moments, kept by the quarter of an hour: no zone begins a day within one, and a million lie in a few thousand. */
function momentLabel(store: Store, unit: Unit | undefined): (raw: Raw) => string | null {
  const { zone, settings } = store
  const known = new Map<number, string>()
  return (raw) => {
    const quarter = Math.floor(Number(raw) / 900_000)
    const label = known.get(quarter)
    if (label !== undefined) return label
    const at = Number(raw)
    const made =
      unit === undefined ? zone.timeOf(at).slice(0, 2) : bucketOf(zone.dateOf(at), unit, settings.weekStart)
    known.set(quarter, made)
    return made
  }
}
